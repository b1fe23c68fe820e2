"""Where history is missing or cut off: a sentence says so in both languages, and what is there is told."""

import os
from datetime import date
from pathlib import Path

import pytest

from okrctl.history.moves import moves_of
from okrctl.language import Bilingual
from tests.history.asking import ASKED, BOB, OKRS, OTHER, QUARTER, SHEET, ask, begin, brief, told
from tests.support.command import okrctl
from tests.support.git_workspace import GitWorkspace
from tests.support.trees import read_tree, write_tree

SAID = SHEET.replace(
    "weight: 60", "weight: 60, changed: [{on: 2026-01-18, because: before}, {on: 2026-02-17, because: 付费版推迟}]"
).replace("    title: 伙伴", "    dropped: {on: 2026-03-09, because: 合作方退出}\n    title: 伙伴")
WHAT_THE_SHEET_SAYS = [
    ("bob/O1/KR1", "changed", None, None),
    ("bob/O2", "dropped", None, date(2026, 3, 9)),
]


def says(gap: Bilingual | None, english: str, chinese: str) -> bool:
    return gap is not None and english in gap.en and chinese in gap.zh


def test_a_plain_folder_tells_what_its_sheets_say(tmp_path: Path) -> None:
    write_tree(tmp_path, {BOB: SAID, f"{OKRS}/ann.yaml": OTHER})
    moves, gap = ask(tmp_path)[:2]
    assert says(gap, "not in a git repository", "不在 git 仓库中")
    assert gap is not None
    assert "`" not in gap.en + gap.zh  # a Markdown document would show it with a backslash
    assert [brief(move) for move in moves] == WHAT_THE_SHEET_SAYS
    assert [(move.commit, move.because) for move in moves] == [(None, "付费版推迟"), (None, "合作方退出")]
    assert told(tmp_path, ASKED._replace(owners=frozenset({"ann"}))) == []


def test_a_machine_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = begin(tmp_path, {BOB: SAID})
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    moves, gap = ask(tmp_path)[:2]
    assert says(gap, "git could not be run", "无法运行 git")
    assert [brief(move) for move in moves] == WHAT_THE_SHEET_SAYS


def test_a_git_that_lies_in_the_workspace_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path)
    planted = tmp_path / "git"
    planted.write_text("#!/bin/sh\ntouch ran\n", encoding="utf-8")
    planted.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    assert ask(tmp_path)[:2] == ((), None)
    assert not (tmp_path / "ran").exists()


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    write_tree(GitWorkspace.begin(tmp_path).root, {BOB: SAID})
    moves, gap = ask(tmp_path)[:2]
    assert says(gap, "committed to git yet", "还没有提交到 git")
    assert [brief(move) for move in moves] == WHAT_THE_SHEET_SAYS


def test_a_folder_that_the_repository_around_it_does_not_know(tmp_path: Path) -> None:
    begin(tmp_path, {"README.md": "x"})
    write_tree(tmp_path, {f"private/{BOB}": SAID})
    assert says(ask(tmp_path / "private").gap, "committed to git yet", "还没有提交到 git")
    assert told(tmp_path / "private") == WHAT_THE_SHEET_SAYS


def test_a_shallow_clone_that_begins_after_the_freeze(tmp_path: Path) -> None:
    repository = begin(tmp_path / "full", {BOB: SAID, f"{OKRS}/ann.yaml": OTHER})
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    repository.edit(BOB, {"target: 40": "target: 35"}, "2026-03-01")
    clone = repository.clone(tmp_path / "clone", "--depth", "2")
    moves, gap = ask(clone.root)[:2]
    assert says(
        gap, "begins on 10 Feb, after the freeze on 19 Jan", "历史从 2 月 10 日开始，晚于 1 月 19 日的目标定稿日"
    )
    assert says(gap, "git fetch --unshallow", "git fetch --unshallow")
    assert [brief(move) for move in moves] == [*WHAT_THE_SHEET_SAYS, ("bob/O1/KR1", "target", 40, 35)]


def test_a_shallow_clone_that_reaches_back_before_the_freeze_lacks_nothing(tmp_path: Path) -> None:
    repository = GitWorkspace.begin(tmp_path / "full")
    repository.commit({"README.md": "x"}, "2026-01-02")
    repository.commit({BOB: SHEET}, "2026-01-08")
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    clone = repository.clone(tmp_path / "clone", "--depth", "2")
    assert ask(clone.root).gap is None
    assert told(clone.root) == [("bob/O1/KR1", "target", 45, 40)]


def test_a_history_that_begins_after_the_freeze(tmp_path: Path) -> None:
    repository = GitWorkspace.begin(tmp_path)
    repository.commit({"README.md": "x"}, "2026-01-02")
    repository.commit({BOB: SAID}, "2026-02-10")
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-18")
    repository.commit({f"{OKRS}/ann.yaml": OTHER}, "2026-02-20")
    moves, gap = ask(tmp_path)[:2]
    assert says(gap, "first sheets were committed on 10 Feb, after the freeze on 19 Jan", "最早在 2 月 10 日提交")
    # The reason stands beside the move that a commit shows, so it is not told for a second time.
    assert [(*brief(move), move.because) for move in moves] == [
        ("bob/O2", "dropped", None, date(2026, 3, 9), "合作方退出"),
        ("bob/O1/KR1", "target", 45, 40, "付费版推迟"),
        ("ann/O1", "added", None, "Support answers within ten minutes", None),
    ]


def test_days_of_two_years_say_which(tmp_path: Path) -> None:
    repository = GitWorkspace.begin(tmp_path)
    repository.commit({BOB: SHEET}, "2027-02-10")
    gap = ask(tmp_path, ASKED._replace(until=date(2027, 3, 1))).gap
    assert says(
        gap, "on 10 Feb 2027, after the freeze on 19 Jan 2026", "在 2027 年 2 月 10 日提交，晚于 2026 年 1 月 19 日"
    )


def test_what_an_objective_says_is_not_told_again_of_its_key_result(tmp_path: Path) -> None:
    repository = GitWorkspace.begin(tmp_path)
    title = "title: New teams feel at home"
    repository.commit({BOB: SHEET}, "2026-02-10")
    reason = f"{title}\n    changed: [{{on: 2026-02-18, because: all of it}}]"
    repository.edit(BOB, {"target: 45": "target: 40", title: reason}, "2026-02-18")
    moves, gap = ask(tmp_path)[:2]
    assert gap is not None
    assert [(*brief(move), move.because) for move in moves] == [("bob/O1/KR1", "target", 45, 40, "all of it")]


def test_a_repository_of_somebody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path, {BOB: SAID})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    moves, gap = ask(tmp_path)[:2]
    assert says(gap, f"safe.directory {tmp_path}", f"safe.directory {tmp_path}")
    assert [brief(move) for move in moves] == WHAT_THE_SHEET_SAYS


def test_a_repository_that_lacks_an_object(tmp_path: Path) -> None:
    repository = begin(tmp_path, {BOB: SHEET, f"{OKRS}/ann.yaml": OTHER})
    tree = repository.git("rev-parse", "HEAD^{tree}").strip()
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    (tmp_path / ".git/objects" / tree[:2] / tree[2:]).unlink()
    assert says(ask(tmp_path).gap, "could not be read (", "无法读取 git 历史（")


def test_a_version_that_the_repository_lacks(tmp_path: Path) -> None:
    repository = begin(tmp_path, {BOB: SHEET, f"{OKRS}/ann.yaml": OTHER})
    repository.edit(f"{OKRS}/ann.yaml", {"target: 10": "target: 12"}, "2026-02-09")
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    lost = repository.git("rev-parse", f"HEAD:{BOB}").strip()
    repository.edit(BOB, {"target: 40": "target: 35"}, "2026-02-11")
    (tmp_path / ".git/objects" / lost[:2] / lost[2:]).unlink()
    moves, gap = ask(tmp_path)[:2]
    assert says(gap, "not in this clone", "缺少 OKR 文件的部分历史版本")
    # Compared across the lost one, and told of the commit that shows it.
    assert [brief(move) for move in moves] == [("ann/O1/KR1", "target", 10, 12), ("bob/O1/KR1", "target", 45, 35)]


def test_inside_the_git_folder_itself_is_no_workspace(tmp_path: Path) -> None:
    begin(tmp_path)
    write_tree(tmp_path / ".git", {BOB: SAID})
    assert says(ask(tmp_path / ".git").gap, "not in a git repository", "不在 git 仓库中")


def test_the_gap_of_an_included_folder_names_it(tmp_path: Path) -> None:
    frame = {"okrctl.yaml": "timezone: UTC\n", "org.yaml": "people: {bob: {team: company}}\n", BOB: SHEET}
    write_tree(tmp_path / "apac", frame)
    own = begin(
        tmp_path / "main",
        {
            "okrctl.yaml": "timezone: UTC\ninclude: [../apac]\n",
            "org.yaml": "teams: {company: {lead: ann}}\npeople: {ann: {team: company}}\n",
            f"{OKRS}/ann.yaml": OTHER,
        },
    )
    workspace = read_tree(own.root).workspace
    gap = moves_of(workspace, QUARTER, None, date(2026, 3, 31)).gap
    assert says(gap, "apac: this folder is not", "apac：当前文件夹不在")
    # Where nobody there was asked about, nothing is missing.
    assert moves_of(workspace, QUARTER, frozenset({"ann"}), date(2026, 3, 31)).gap is None


@pytest.mark.parametrize("time", ["9223372036854775807", "253402300800", "0", "-1"])
def test_a_commit_of_an_impossible_time_stops_nothing(tmp_path: Path, time: str) -> None:
    repository = begin(tmp_path)
    text = repository.edited(BOB, {"target: 45": "target: 40"}).encode()
    stream = f"commit refs/heads/main\nauthor A <a@x> {time} +0000\ncommitter A <a@x> {time} +0000\ndata 1\nx\n"
    stream += f"from {repository.head}\nM 100644 inline {BOB}\ndata {len(text)}\n"
    repository.git("fast-import", "--quiet", "--force", "--date-format=raw-permissive", given=stream.encode() + text)
    assert ask(tmp_path).gap is None


def test_without_git_whatever_needs_no_history_works(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "okrctl.yaml": "timezone: UTC\n",
            "org.yaml": "teams: {company: {lead: bob}}\npeople: {bob: {team: company}}\n",
            BOB: SHEET,
        },
    )
    run = okrctl("weekly", "--today", "2026-02-17", cwd=tmp_path, env={"PATH": "/nowhere", "HOME": str(tmp_path)})
    assert run.code == 2
    assert "git does not know your e-mail" in run.err
