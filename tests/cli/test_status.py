"""`status`: the board, the lists with their exit codes, the rollout, and what cannot be meant."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.cli.test_imports import imported
from tests.reports.status_world import Q1, WORLD
from tests.support.command import STARLING, YUNFAN, Outcome, okrctl
from tests.support.trees import write_tree

DAY = "2026-02-24"


@pytest.fixture
def kite(tmp_path: Path) -> Path:
    """The company of five."""
    return write_tree(tmp_path / "kite", WORLD)


def status(root: Path, *arguments: str, today: str = DAY, env: Mapping[str, str] | None = None) -> Outcome:
    return run("status", *arguments, "-C", root, "--today", today, env=env)


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_the_board_of_the_company_and_of_a_team(kite: Path):
    before = snapshot(kite)
    company, growth, named = (status(kite, *team) for team in ((), ("growth",), ("Growth",)))
    assert (company.code, company.err) == (0, "")
    assert company.out.startswith("Kite: where we stand, 2026-Q1\n")
    assert growth.out.startswith("Growth: where we stand, 2026-Q1\n")
    assert growth.out == named.out
    assert "Ten clubs order again" not in growth.out
    assert "\x1b" not in company.out
    assert snapshot(kite) == before


@pytest.mark.parametrize("example", [STARLING, YUNFAN], ids=["starling", "yunfan"])
@pytest.mark.parametrize("arguments", [(), ("--rollout",)], ids=["board", "rollout"])
def test_every_format_of_both_examples(example: Path, arguments: tuple[str, ...]):
    for name in ("text", "md", "json"):
        found = status(example, *arguments, "--cycle", "2026-Q1", "--format", name, today="2026-03-12")
        assert (found.code, found.err) == (0, "")
        assert "None" not in found.out
        if name == "json":
            assert json.loads(found.out)["version"] == 1


def test_json_is_the_same_in_both_languages_and_every_time(kite: Path):
    outs = {status(kite, "--format", "json", "--lang", language).out for language in ("en", "zh", "en")}
    assert len(outs) == 1


def test_lists_end_with_1_when_there_is_anybody(kite: Path):
    late = status(kite, "--late")
    assert (late.code, late.err) == (1, "")
    assert [line.split("\t")[0] for line in late.out.splitlines()] == ["alice", "eve", "wang"]
    nobody = status(kite, "web", "--missing")
    assert (nobody.code, nobody.out, nobody.err) == (0, "", "")
    both = status(kite, "--missing", "--stale", "--format", "json")
    assert both.code == 1
    assert [one["handle"] for one in json.loads(both.out)["people"]] == ["alice", "wang"]
    empty = status(kite, "web", "--missing", "--format", "json")
    assert (empty.code, json.loads(empty.out)["people"]) == (0, [])


def test_a_list_for_a_script_has_four_fields(kite: Path):
    for line in status(kite, "--late", "--stale", "--missing", "--lang", "zh").out.splitlines():
        assert len(line.split("\t")) == 4


def test_the_real_command_tells_its_exit_code(kite: Path):
    found = okrctl("-C", kite, "--today", DAY, "status", "--missing")
    assert (found.code, found.err) == (1, "")
    assert found.out == "wang\tWang Shi\twang@kite.example\tno note for week 9\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("alice",), "hint: name a team: okrctl status growth; a person's own goals: okrctl weekly alice"),
        (("grwth",), "did you mean growth?"),
        (("--rollout", "--late"), "leave out --late, --stale and --missing"),
        (("--cycle", "2026-Q7"), "did you mean 2026-Q1?"),
        (("--format", "svg"), "svg"),
    ],
)
def test_what_cannot_be_meant(kite: Path, arguments: tuple[str, ...], said: str):
    found = status(kite, *arguments)
    assert (found.code, found.out) == (2, "")
    assert said in found.err


def test_errors_in_chinese(kite: Path):
    found = status(kite, "alice", "--lang", "zh")
    assert found.err == (
        "okrctl: 错误：Alice Chen 是人员：status 以团队为单位\n"
        "okrctl: 提示：请写团队：okrctl status growth；个人的目标见 okrctl weekly alice\n"
    )


def test_what_cannot_be_read_is_named_and_the_rest_is_shown(kite: Path):
    write_tree(kite, {f"{Q1}/notes/2026-W09/wang.yaml": "updates: [\n"})
    found = status(kite)
    assert found.code == 0
    assert "\nNot readable\nWang Shi\n" in found.out
    assert "Not checked in" not in found.out
    (line,) = found.err.splitlines()
    assert "notes/2026-W09/wang.yaml:" in line


def test_a_cycle_that_is_over_is_shown_as_it_ended(kite: Path):
    last, later = (status(kite, today=day) for day in ("2026-03-31", "2026-06-30"))
    assert later.out == last.out
    assert "2026-Q1, which ended on 2026-03-31" in later.err


def test_a_cycle_to_come_has_a_board_without_figures(kite: Path):
    write_tree(kite, {"cycles/2026-Q2/okrs/company.yaml": WORLD[f"{Q1}/okrs/company.yaml"]})
    found = status(kite, "--cycle", "2026-Q2")
    assert found.code == 0
    assert "the cycle begins on 1 Apr" in found.out
    assert "none was due yet" in found.out
    # 1 April is a Wednesday: the first Tuesday of the quarter is in week 15.
    assert "Nothing reported yet: notes are due from week 15 on." in found.out
    assert "Nothing is late or stale." not in found.out
    chinese = status(kite, "--cycle", "2026-Q2", "--lang", "zh").out
    assert "周期从 4 月 1 日开始" in chinese
    assert "还没有进展更新：从第 15 周起提交进展记录。" in chinese
    assert status(kite, "--cycle", "2026-Q2", "--late", "--stale", "--missing").code == 0


def test_only_cycles_that_overlap_are_read(kite: Path):
    write_tree(
        kite, {"cycles/2025-Q4/okrs/company.yaml": "objectives: [\n", "cycles/2026/okrs/lin.yaml": "objectives: [\n"}
    )
    found = status(kite)
    assert "cycles/2026/okrs/lin.yaml" in found.err
    assert "2025-Q4" not in found.err


def test_retrospectives_are_read_for_the_rollout_only(kite: Path):
    write_tree(kite, {f"{Q1}/retros/company.yaml": "scores: [\n"})
    assert status(kite).err == ""
    assert "retros/company.yaml" in status(kite, "--rollout").err


def test_a_colourless_terminal_says_the_same(kite: Path):
    coloured, plain = status(kite, "--color", "always").out, status(kite, env={"NO_COLOR": "1"}).out
    assert "\x1b[" in coloured
    assert plain == status(kite).out


def test_into_a_file(kite: Path, tmp_path: Path):
    found = status(kite, "--format", "md", "-o", str(tmp_path / "board.md"))
    assert (found.code, found.out) == (0, "")
    assert (tmp_path / "board.md").read_text(encoding="utf-8") == status(kite, "--format", "md").out


def test_the_board_needs_neither_git_nor_templates():
    assert not imported("status", "-q", "--today", "2026-03-12") & {"git", "gitdb", "jinja2"}
