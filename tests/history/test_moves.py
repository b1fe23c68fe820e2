"""Moves of goals as a repository tells them: what, when, by whom, why; and nothing else."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.history.moves import CommitName, GoalMove, moves_of
from okrctl.workspace.index import Cycle
from tests.history.asking import ASKED, BOB, OKRS, OTHER, QUARTER, SHEET, ask, begin, told
from tests.support.git_workspace import GitWorkspace
from tests.support.quarter_history import build_quarter
from tests.support.trees import read_tree, write_tree

LOWER = {"target: 45": "target: 40"}
FURTHER = {"target: 40": "target: 35"}
LOWERED = ("bob/O1/KR1", "target", 45, 40)
LOWERED_FURTHER = ("bob/O1/KR1", "target", 40, 35)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_quarter_tells_the_lowered_target_and_the_dropped_goal_and_nothing_else(
    tmp_path: Path, language: str
) -> None:
    quarter = build_quarter(tmp_path / "quarter", language)
    loaded = read_tree(quarter.root)
    assert loaded.diagnostics == ()
    workspace = loaded.workspace
    moves, gap = moves_of(workspace, workspace.cycles["2026-Q1"], None, date(2026, 3, 31))[:2]
    assert gap is None
    lowered, dropped = moves
    assert lowered == GoalMove(
        lowered.key,
        "target",
        45,
        40,
        "Week-four retention of new teams rises",
        CommitName(quarter.lowered, "Alice Chen", "alice@dawn.example", date(2026, 2, 26)),
        "Target 45 → 40: the paid plan starts a month later",
    )
    assert lowered.key.address() == "growth/O1/KR1"
    assert dropped == GoalMove(
        dropped.key,
        "dropped",
        None,
        date(2026, 3, 9),
        "渠道伙伴主动向客户推荐我们",
        CommitName(quarter.dropped, "Lin Yi", "lin@dawn.example", date(2026, 3, 9)),
        "合作方退出市场，改走自营",
    )
    assert dropped.key.address() == "growth/O2"


def test_the_day_of_the_freeze_counts_and_the_day_before_does_not(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, LOWER, "2026-01-18")
    repository.edit(BOB, FURTHER, "2026-01-19")
    assert told(tmp_path) == [LOWERED_FURTHER]


def test_the_day_is_that_of_the_workspace(tmp_path: Path) -> None:
    # 18 January, 20:00 UTC is 19 January, 04:00 in Shanghai.
    repository = begin(tmp_path)
    repository.edit(BOB, LOWER, "2026-01-18T20:00:00+00:00")
    assert told(tmp_path) == []
    (move,) = ask(tmp_path, ASKED._replace(timezone="Asia/Shanghai")).moves
    assert move.commit is not None
    assert move.commit.on == date(2026, 1, 19)


def test_only_up_to_the_day_asked_for(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.edit(BOB, FURTHER, "2026-02-20")
    assert told(tmp_path, ASKED._replace(until=date(2026, 2, 19))) == [LOWERED]
    assert ask(tmp_path, ASKED._replace(until=date(2026, 1, 18)))[:2] == ((), None)


def test_only_of_the_owners_asked_for(tmp_path: Path) -> None:
    repository = begin(tmp_path, {BOB: SHEET, f"{OKRS}/王芳.yaml": OTHER})
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.edit(f"{OKRS}/王芳.yaml", {"target: 10": "target: 15"}, "2026-02-11", "王芳 <wang@x.example>")
    (move,) = ask(tmp_path, ASKED._replace(owners=frozenset({"王芳"}))).moves
    assert move.key.owner == "王芳"
    assert move.commit is not None
    assert (move.commit.author, move.commit.email) == ("王芳", "wang@x.example")


def test_there_and_back_are_two_moves(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.edit(BOB, {"target: 40": "target: 45"}, "2026-02-11")
    assert told(tmp_path) == [LOWERED, ("bob/O1/KR1", "target", 40, 45)]


def test_other_cycles_and_notes_are_not_this_one(tmp_path: Path) -> None:
    repository = begin(tmp_path, {BOB: SHEET, "cycles/2026-Q2/okrs/bob.yaml": SHEET})
    repository.edit("cycles/2026-Q2/okrs/bob.yaml", LOWER, "2026-02-10")
    repository.commit({"cycles/2026-Q1/notes/2026-W08/bob.yaml": "updates: []\n"}, "2026-02-20")
    assert told(tmp_path) == []


def test_layout_line_ends_and_comments_are_no_moves(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit({BOB: SHEET.replace("\n", "\r\n")}, "2026-02-10")
    repository.commit({BOB: "\ufeff# 说明\n" + SHEET.replace('"%"', "'%'")}, "2026-02-11")
    assert ask(tmp_path)[:2] == ((), None)


def test_a_sheet_under_a_new_handle_keeps_its_past(tmp_path: Path) -> None:
    other = OTHER.replace("    key_results", "    aligns_to: [bob/O1, bob/O1/KR1]\n    key_results")
    repository = begin(tmp_path, {BOB: "owner: bob\n" + SHEET, f"{OKRS}/ann.yaml": other})
    repository.edit(BOB, LOWER, "2026-02-10")
    renamed = {
        BOB: None,
        f"{OKRS}/robert.yaml": repository.edited(BOB, {"owner: bob": "owner: robert", **FURTHER}),
        f"{OKRS}/ann.yaml": other.replace("bob/", "robert/"),
    }
    repository.commit(renamed, "2026-02-20")
    repository.edit(f"{OKRS}/robert.yaml", {"target: 35": "target: 30"}, "2026-02-25")
    # Who aligned to him by his old handle aligns to him still.
    assert told(tmp_path) == [
        ("robert/O1/KR1", "target", 45, 40),
        ("robert/O1/KR1", "target", 40, 35),
        ("robert/O1/KR1", "target", 35, 30),
    ]


def test_a_sheet_renamed_in_two_commits_keeps_its_past(tmp_path: Path) -> None:
    repository = begin(tmp_path, {BOB: SHEET, f"{OKRS}/ann.yaml": OTHER})
    repository.edit(BOB, LOWER, "2026-02-10")
    text = repository.edited(BOB, {})
    repository.commit({BOB: None}, "2026-02-20")
    repository.commit({f"{OKRS}/robert.yaml": text}, "2026-02-21")
    assert told(tmp_path) == [("robert/O1/KR1", "target", 45, 40)]


def test_a_workspace_that_moved_into_a_folder_keeps_its_past(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.rename("cycles", "okrs/cycles", "2026-02-20")
    repository.edit(f"okrs/{BOB}", FURTHER, "2026-02-25")
    assert ask(tmp_path / "okrs").gap is None
    assert told(tmp_path / "okrs") == [LOWERED, LOWERED_FURTHER]


def test_two_workspaces_of_one_repository_are_two(tmp_path: Path) -> None:
    repository = begin(tmp_path, {f"a/{BOB}": SHEET, f"b/{BOB}": SHEET, f"b/{OKRS}/ann.yaml": OTHER})
    repository.edit(f"a/{BOB}", LOWER, "2026-02-10")
    repository.commit(
        {f"b/{OKRS}/ann.yaml": None, f"a/{OKRS}/new.yaml": SHEET.replace("title: ", "title: My ")}, "2026-02-11"
    )
    assert told(tmp_path / "a") == [
        LOWERED,
        ("new/O1", "added", None, "My New teams feel at home"),
        ("new/O2", "added", None, "My 伙伴主动推荐我们"),
    ]
    assert told(tmp_path / "b") == [("ann/O1", "deleted", "Support answers within ten minutes", None)]


def test_a_late_sheet_adds_its_objectives_and_a_deleted_one_takes_them_away(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit({f"{OKRS}/ann.yaml": OTHER}, "2026-02-10")
    repository.commit({BOB: None}, "2026-02-11")
    assert told(tmp_path) == [
        ("ann/O1", "added", None, "Support answers within ten minutes"),
        ("bob/O1", "deleted", "New teams feel at home", None),
        ("bob/O2", "deleted", "伙伴主动推荐我们", None),
    ]


def test_a_version_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit({BOB: SHEET.replace("objectives:", "objectives: [")}, "2026-02-10")
    repository.commit({BOB: b"\xff\xfe" + SHEET.encode()}, "2026-02-11")
    repository.commit({BOB: SHEET.replace("target: 45", "traget: 45")}, "2026-02-12")
    mended = repository.commit({BOB: SHEET.replace("target: 45", "target: 40")}, "2026-02-13")
    (move,) = ask(tmp_path).moves
    assert (move.before, move.after) == (45, 40)
    assert move.commit is not None
    assert move.commit.sha == mended


def test_a_sheet_that_nobody_could_read_before_the_freeze_begins_when_one_can(tmp_path: Path) -> None:
    repository = begin(tmp_path, {BOB: "objectives: [", f"{OKRS}/ann.yaml": OTHER})
    repository.commit({BOB: SHEET}, "2026-02-10")
    repository.edit(BOB, LOWER, "2026-02-11")
    assert told(tmp_path) == [LOWERED]


def test_a_sheet_that_came_broken_after_the_freeze_is_added_when_it_is_mended(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit({f"{OKRS}/ann.yaml": "objectives: ["}, "2026-02-10")
    repository.commit({f"{OKRS}/ann.yaml": OTHER}, "2026-02-11")
    assert told(tmp_path) == [("ann/O1", "added", None, "Support answers within ten minutes")]


def test_what_is_not_committed_has_no_commit(tmp_path: Path) -> None:
    repository = begin(tmp_path, {BOB: SHEET, f"{OKRS}/ann.yaml": OTHER})
    text = repository.edited(BOB, LOWER).replace(
        "weight: 60", "weight: 60, changed: [{on: 2026-03-20, because: 晚一个月}]"
    )
    (tmp_path / f"{OKRS}/ann.yaml").unlink()
    write_tree(tmp_path, {BOB: text, f"{OKRS}/new.yaml": OTHER.replace("Support", "Everybody")})
    moves, gap = ask(tmp_path, ASKED._replace(until=date(2026, 3, 22)))[:2]
    assert gap is None
    assert [(move.key.address(), move.field, move.commit, move.because) for move in moves] == [
        ("ann/O1", "deleted", None, None),
        ("bob/O1/KR1", "target", None, "晚一个月"),
        ("new/O1", "added", None, None),
    ]


def test_a_file_renamed_and_not_committed_is_the_same_sheet(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / BOB).rename(tmp_path / OKRS / "robert.yaml")
    assert told(tmp_path) == []


def test_a_checkout_with_other_line_ends_moves_nothing(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / BOB).write_bytes(SHEET.replace("\n", "\r\n").encode())
    assert ask(tmp_path)[:2] == ((), None)


def test_history_rewritten_is_read_as_it_is_now(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10", "Bob <bob@x.example>")
    sha = repository.amend({BOB: SHEET.replace("target: 45", "target: 38")}, "2026-02-20")
    (move,) = ask(tmp_path).moves
    # The day on which he wrote it, not that of the amendment.
    assert move.commit == CommitName(sha, "Bob", "bob@x.example", date(2026, 2, 10))
    assert (move.before, move.after) == (45, 38)


def test_a_commit_counts_by_the_day_it_was_written_not_by_the_day_it_was_rebased(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    text = repository.edited(BOB, LOWER)
    repository.commit({BOB: text}, "2026-01-15", committed="2026-02-20")
    assert told(tmp_path) == []


def test_a_merged_branch_is_told_by_its_own_commits(tmp_path: Path) -> None:
    repository = begin(tmp_path, {BOB: SHEET, f"{OKRS}/ann.yaml": OTHER})
    repository.git("checkout", "--quiet", "-b", "lower")
    lowered = repository.edit(BOB, LOWER, "2026-02-10", "Bob <bob@x.example>")
    repository.git("checkout", "--quiet", "main")
    raised = repository.edit(f"{OKRS}/ann.yaml", {"target: 10": "target: 5"}, "2026-02-11", "Ann <ann@x.example>")
    repository.merge("lower", "2026-02-12")
    assert [(move.commit and move.commit.sha) for move in ask(tmp_path).moves] == [lowered, raised]


def test_one_sheet_edited_on_both_sides_of_a_merge(tmp_path: Path) -> None:
    spaced = SHEET.replace("  - id: O2", "  # one\n  # two\n  # three\n  # four\n  - id: O2")
    repository = begin(tmp_path, {BOB: spaced})
    repository.git("checkout", "--quiet", "-b", "lower")
    repository.edit(BOB, LOWER, "2026-02-10", "Bob <bob@x.example>")
    repository.git("checkout", "--quiet", "main")
    repository.edit(BOB, {"target: 60": "target: 50"}, "2026-02-11", "Ann <ann@x.example>")
    repository.merge("lower", "2026-02-12", "Carl <carl@x.example>")
    told_by = {(move.commit.author if move.commit else "", move.before, move.after) for move in ask(tmp_path).moves}
    assert told_by == {("Bob", 45, 40), ("Ann", 60, 50)}


def test_what_a_merge_did_not_take_did_not_move(tmp_path: Path) -> None:
    repository = begin(tmp_path, {BOB: SHEET, f"{OKRS}/ann.yaml": OTHER})
    repository.git("checkout", "--quiet", "-b", "lower")
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.commit({f"{OKRS}/ann.yaml": None}, "2026-02-11")
    repository.git("checkout", "--quiet", "main")
    repository.commit({"README.md": "x"}, "2026-02-11")
    repository.merge("lower", "2026-02-12", "Carl <carl@x.example>", "--strategy=ours")
    assert told(tmp_path) == []


def test_what_a_merge_itself_changed_is_told_of_the_merge(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.git("checkout", "--quiet", "-b", "lower")
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.git("checkout", "--quiet", "main")
    repository.commit({"README.md": "x"}, "2026-02-11")
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "lower")
    merge = repository.commit({BOB: repository.edited(BOB, {"target: 40": "target: 42"})}, "2026-02-12")
    moves = ask(tmp_path).moves
    assert [(move.before, move.after) for move in moves] == [(45, 40), (45, 42)]
    assert moves[1].commit is not None
    assert moves[1].commit.sha == merge


def test_a_reason_is_the_one_that_came_along_or_that_of_about_the_day(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10")
    late = {"weight: 60": "weight: 60, changed: [{on: 2026-02-12, because: said later}]"}
    repository.edit(BOB, late, "2026-02-20")
    again = {"said later}": "said later}, {on: 2026-03-01, because: came along}", **FURTHER}
    repository.edit(BOB, again, "2026-03-03")
    repository.edit(BOB, {"target: 35": "target: 30"}, "2026-03-25")  # more than a week from either
    assert [(move.after, move.because) for move in ask(tmp_path).moves] == [
        (40, "said later"),
        (35, "came along"),
        (30, None),
    ]


def test_the_reason_of_an_objective_holds_for_its_key_results(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    title = "title: New teams feel at home"
    said = {title: f"{title}\n    changed: [{{on: 2026-02-10, because: all of it}}]"}
    repository.edit(BOB, {**LOWER, **said}, "2026-02-10")
    assert [move.because for move in ask(tmp_path).moves] == ["all of it"]


def test_a_goal_is_named_by_the_id_it_has_now(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.edit(BOB, {"id: O1": "id: O7"}, "2026-02-11")
    repository.edit(BOB, {"id: KR1, title: Retention": "id: KR9, title: Retention"}, "2026-02-12")
    assert told(tmp_path) == [
        ("bob/O7/KR9", "target", 45, 40),
        ("bob/O7", "renamed", "O1", "O7"),
        ("bob/O7/KR9", "renamed", "O7/KR1", "O7/KR9"),
    ]


def test_a_mailmap_tells_who_somebody_is(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10", "bobby <bob@old.example>")
    repository.commit({".mailmap": "Bob Ray <bob@x.example> <bob@old.example>\n"}, "2026-02-11")
    (move,) = ask(tmp_path).moves
    assert move.commit is not None
    assert (move.commit.author, move.commit.email) == ("Bob Ray", "bob@x.example")


def test_sheets_of_an_included_workspace_have_the_past_of_their_own_repository(tmp_path: Path) -> None:
    frame = {
        "okrctl.yaml": "timezone: UTC\n",
        "org.yaml": "teams:\n  apac: {parent: company, lead: bob}\npeople:\n  bob: {team: apac}\n",
        BOB: SHEET,
    }
    included = begin(tmp_path / "apac", frame)
    included.edit(BOB, LOWER, "2026-02-10")
    own = begin(
        tmp_path / "main",
        {
            "okrctl.yaml": "timezone: UTC\ninclude: [../apac]\n",
            "org.yaml": "teams:\n  company: {lead: ann}\npeople:\n  ann: {team: company}\n",
            f"{OKRS}/ann.yaml": OTHER,
        },
    )
    own.edit(f"{OKRS}/ann.yaml", {"target: 10": "target: 15"}, "2026-02-11")
    workspace = read_tree(own.root).workspace
    moves, gap = moves_of(
        workspace, workspace.cycles["2026-Q1"]._replace(frozen=QUARTER.frozen), None, date(2026, 3, 31)
    )[:2]
    assert gap is None
    assert [(move.key.address(), move.after) for move in moves] == [("ann/O1/KR1", 15), ("bob/O1/KR1", 40)]


def test_a_submodule_has_its_own_past(tmp_path: Path) -> None:
    inner = begin(tmp_path / "inner")
    inner.edit(BOB, LOWER, "2026-02-10")
    outer = GitWorkspace.begin(tmp_path / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.root.as_uri(), "apac")
    outer.commit({}, "2026-02-11")
    assert told(outer.root / "apac") == [LOWERED]


def test_a_linked_worktree_and_a_detached_head_see_their_own_commits(tmp_path: Path) -> None:
    repository = begin(tmp_path / "main")
    lowered = repository.edit(BOB, LOWER, "2026-02-10")
    linked = repository.worktree(tmp_path / "linked", lowered)
    repository.edit(BOB, FURTHER, "2026-02-11")
    assert told(linked.root) == [LOWERED]
    assert told(repository.root) == [LOWERED, LOWERED_FURTHER]


def test_a_workspace_in_a_subfolder(tmp_path: Path) -> None:
    repository = begin(tmp_path, {f"组 one/{BOB}": SHEET})
    repository.edit(f"组 one/{BOB}", LOWER, "2026-02-10")
    assert told(tmp_path / "组 one") == [LOWERED]


def test_a_cycle_in_chinese_and_owners_with_odd_names(tmp_path: Path) -> None:
    path = "cycles/一季度/okrs/-王-.yaml"
    repository = begin(tmp_path, {path: SHEET, 'cycles/一季度/okrs/a"b\nc.yaml': OTHER})
    repository.edit(path, LOWER, "2026-02-10")
    asked = ASKED._replace(cycle=Cycle("一季度", date(2026, 1, 1), date(2026, 3, 31), frozen=date(2026, 1, 19)))
    assert told(tmp_path, asked) == [("-王-/O1/KR1", "target", 45, 40)]
