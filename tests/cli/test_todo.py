"""`okrctl todo`: what is open, closing it, writing down what was agreed."""

import json
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.inside import run
from tests.editing.rowing import FILES, PATH
from tests.support.command import Outcome
from tests.support.trees import write_tree

TODAY = ("--today", "2026-02-18")  # a Wednesday; meetings are on Tuesdays
BEFORE = "cycles/2026-Q1/notes/2026-W07/alice.yaml"
NOTES = {
    BEFORE: """\
updates:
  - kr: O1/KR1
    next:
      - {what: Row, due: 2026-02-13}
      - {what: Row @bob again, id: again}
    risks:
      - {risk: No crane, need: A crane, from: [bob, design]}
      - {risk: No wind, need: A word from all}
  - kr: O1/KR8
    next: [{what: 联系银行并确认额度, owner: wang, due: 2026-02-20}, {what: Done, due: 2026-02-12}]
""",
    "cycles/2026-Q1/notes/2026-W07/bob.yaml": "updates:\n  - {kr: growth/O1/KR2, next: [{what: Paint}]}\n",
    "cycles/2026-Q1/notes/2026-W08/bob.yaml": "done: [2026-W07/alice/4]\n",
    "cycles/2026-Q1/notes/2026-W09/bob.yaml": "other: [{title: Later, next: [{what: Not yet}]}]\n",
}


@pytest.fixture
def rowing(tmp_path: Path) -> Path:
    root = write_tree(tmp_path / "okrs", {**FILES, **NOTES})
    subprocess.run(["git", "init", "-q", root], check=True)
    subprocess.run(["git", "-C", root, "config", "user.email", "alice@rowing.example"], check=True)
    return root


def todo(root: Path, *arguments: str, width: int = 100) -> Outcome:
    return run("todo", *arguments, *TODAY, cwd=root, env={"COLUMNS": str(width)})


def references(root: Path, *arguments: str) -> list[str]:
    result = todo(root, *arguments, "--format", "json")
    assert result.code == 0, result.err
    return [one["reference"] for one in json.loads(result.out)["todos"]]


MINE = ["2026-W07/alice/1", "2026-W07/alice/again", "2026-W07/alice/n2"]


def test_whose_to_dos_are_listed_and_in_which_order(rowing: Path) -> None:
    """Without a day a to-do is due at the meeting of the week after, Tuesday 17 February: yesterday."""
    assert references(rowing) == MINE
    assert references(rowing, "alice") == references(rowing, "list", "Alice Chen") == MINE
    assert references(rowing, "bob") == ["2026-W07/bob/1", "2026-W07/alice/n1"]
    # A lead answers for what his team is asked; a team's list is that of everybody in it and below.
    assert references(rowing, "dana") == ["2026-W07/alice/n1"]
    assert references(rowing, "eve") == []
    assert references(rowing, "growth") == [
        "2026-W07/alice/1", "2026-W07/alice/again", "2026-W07/bob/1", "2026-W07/alice/3",
        "2026-W07/alice/n1", "2026-W07/alice/n2",
    ]  # fmt: skip
    assert references(rowing, "company") == references(rowing, "growth")
    assert references(rowing, "growth", "--overdue") == ["2026-W07/alice/1", "2026-W07/alice/again", "2026-W07/bob/1"]


def test_the_list_on_a_narrow_and_a_wide_terminal(rowing: Path) -> None:
    assert (
        todo(rowing, width=60).out
        == """\
Open to-dos: Alice Chen
2026-Q1 · 2026-02-18 · 3 open, 2 overdue

Overdue
  2026-02-13  Row
              Alice Chen · alice/O1/KR1 · 2026-W07/alice/1
  2026-02-17  Row @Bob Meyer again
              Alice Chen · alice/O1/KR1 ·
              2026-W07/alice/again

Support asked for
              A word from all (risk: No wind)
              for the meeting · alice/O1/KR1 ·
              2026-W07/alice/n2
"""
    )
    assert todo(rowing, "wang", width=100).out.splitlines()[3:] == [
        "Open",
        "  2026-02-20  联系银行并确认额度  王芳  alice/O1/KR8  2026-W07/alice/3",
    ]


@pytest.mark.parametrize("width", [20, 46, 80, 140])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_is_wider_than_the_terminal_and_columns_stand_below_each_other(
    rowing: Path, width: int, language: str
) -> None:
    lines = todo(rowing, "growth", "--lang", language, width=width).out.splitlines()
    assert max(map(cell_len, lines)) <= width
    if width == 140:
        starts = {cell_len(line[: line.index("2026-W07/")]) for line in lines if "2026-W07/" in line}
        assert len(starts) == 1


def test_the_list_in_chinese_and_as_markdown(rowing: Path) -> None:
    assert (
        todo(rowing, "wang", "--format", "md", "--lang", "zh").out
        == """\
# 待办事项：王芳

2026-Q1 · 2026-02-18 · 共 1 项，已逾期 0 项

## 未完成

- [ ] 联系银行并确认额度 · **王芳** · 2026-02-20 截止 · alice/O1/KR8 · `2026-W07/alice/3`
"""
    )
    assert todo(rowing, "eve", "--overdue").out.splitlines()[-1] == "Nothing is overdue."
    assert todo(rowing, "eve", "--lang", "zh").out.splitlines()[-1] == "没有未完成的待办。"


def test_the_list_for_programs(rowing: Path) -> None:
    report = json.loads(todo(rowing, "bob", "--format", "json").out)
    assert {name: report[name] for name in ("version", "handle", "name", "cycle", "today")} == {
        "version": 1, "handle": "bob", "name": "Bob Meyer", "cycle": "2026-Q1", "today": "2026-02-18",
    }  # fmt: skip
    assert report["todos"][1] == {
        "reference": "2026-W07/alice/n1", "kind": "need", "what": "A crane", "risk": "No crane",
        "owners": [{"handle": "bob", "name": "Bob Meyer"}, {"handle": "design", "name": "Design"}],
        "author": "alice", "week": "2026-W07", "cycle": "2026-Q1", "due": None, "overdue": False,
        "address": "alice/O1/KR1", "title": None,
    }  # fmt: skip


def test_closing_writes_into_ones_own_note_and_once_is_enough(rowing: Path) -> None:
    result = todo(rowing, "done", "2026-W07/bob/1", "2026-W07/alice/2", "2026-W07/alice/again", "2026-W07/alice/4")
    assert result.err.splitlines() == [
        "okrctl: 2026-W07/alice/4 was closed in 2026-W08 by Bob Meyer already",
        f"okrctl: wrote {PATH}",
        "okrctl: closed 2026-W07/bob/1: Paint",
        "okrctl: closed 2026-W07/alice/again: Row @bob again",
    ]
    # The second one's id stands in place of its number.
    assert (rowing / PATH).read_text() == (
        "author: alice\nweek: 2026-W08\ndone: [2026-W07/bob/1, 2026-W07/alice/again]\n"
    )
    again = todo(rowing, "done", "2026-W07/bob/1")
    assert (again.code, again.err) == (0, "okrctl: 2026-W07/bob/1 was closed in 2026-W08 by Alice Chen already\n")
    assert references(rowing) == ["2026-W07/alice/1", "2026-W07/alice/n2"]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2026-W07/alice/9", "did you mean 2026-W07/alice/"),
        ("2026-W07/alcie/1", "did you mean 2026-W07/alice/1?"),
        ("2025-W50/alice/1", "its note cannot be read, or lies in a cycle that was not read"),
        ("bank", "write it as the list shows it: 2026-W08/alice/1"),
    ],
)
def test_an_unknown_reference(rowing: Path, written: str, hint: str) -> None:
    result = todo(rowing, "done", "2026-W07/bob/1", written)
    assert result.code == 2
    assert result.err.startswith(f'okrctl: error: there is no to-do "{written}"\nokrctl: hint: {hint}')
    assert not (rowing / PATH).exists()


def test_a_to_do_whose_reference_another_cycle_has_too_is_named_with_its_cycle(rowing: Path) -> None:
    write_tree(rowing, {
        "cycles/2026/okrs/growth.yaml": "objectives: [{id: O1, title: All year}]\n",
        "cycles/2026/notes/2026-W07/bob.yaml": "updates:\n  - {kr: growth/O1, next: [{what: Sing}]}\n",
    })  # fmt: skip
    assert references(rowing, "bob") == ["2026:2026-W07/bob/1", "2026-W07/bob/1", "2026-W07/alice/n1"]
    assert todo(rowing, "done", "2026:2026-W07/bob/1").code == 0
    assert (rowing / "cycles/2026/notes/2026-W08/alice.yaml").read_text().endswith("done: [2026-W07/bob/1]\n")
    assert references(rowing, "bob") == ["2026-W07/bob/1", "2026-W07/alice/n1"]
    both = todo(rowing, "done", "2026:2026-W07/bob/1", "2026-W07/bob/1")
    assert both.err.startswith("okrctl: error: these to-dos belong to different cycles\n")


APRIL = ("--today", "2026-04-22")  # a Wednesday in W17; the first quarter ended on 31 March, in W14
SPRING = "cycles/2026-Q2/notes/2026-W17/alice.yaml"


def in_april(root: Path, *arguments: str) -> Outcome:
    return run("todo", *arguments, *APRIL, cwd=root)


def test_what_was_left_open_in_a_cycle_that_is_over_is_named_and_can_be_closed(rowing: Path) -> None:
    listed = in_april(rowing)
    assert "Nothing is open." in listed.out
    assert listed.err == "okrctl: 3 to-dos are still open in 2026-Q1: okrctl todo --cycle 2026-Q1\n"
    assert in_april(rowing, "Alice Chen", "--lang", "zh").err == (
        "okrctl: 2026-Q1 还有 3 项待办未完成：okrctl todo 'Alice Chen' --cycle 2026-Q1\n"
    )
    before = in_april(rowing, "--cycle", "2026-Q1", "--format", "json")
    assert "still open" not in before.err
    named = [one["reference"] for one in json.loads(before.out)["todos"]]
    assert named == [f"2026-Q1:{one}" for one in MINE]
    assert in_april(rowing, "done", named[0], "--dry-run").code == 0
    # As it is listed, without its cycle, or with the cycle as an option.
    for words in ((named[0],), (MINE[1],), (MINE[2], "--cycle", "2026-Q1")):
        done = in_april(rowing, "done", *words)
        assert done.err.splitlines()[0] == f"okrctl: wrote {SPRING}", done.err
    assert (rowing / SPRING).read_text() == f"author: alice\nweek: 2026-W17\ndone: [{', '.join(MINE)}]\n"
    assert in_april(rowing).err == ""
    assert json.loads(in_april(rowing, "--cycle", "2026-Q1", "--format", "json").out)["todos"] == []
    assert "was closed in 2026-W17 by Alice Chen already" in in_april(rowing, "done", MINE[0]).err
    checked = run("validate", "--strict", SPRING, *APRIL, cwd=rowing)
    assert checked.code == 0, checked.out


def test_what_this_cycle_cannot_name_is_closed_in_the_last_week_of_its_own(rowing: Path) -> None:
    """W14 is the last week of the first quarter and the first of the second: each has a note of alice with a 1."""
    write_tree(rowing, {
        "cycles/2026-Q1/notes/2026-W14/alice.yaml": "other: [{title: Boat, next: [{what: Old}]}]\n",
        "cycles/2026-Q2/notes/2026-W14/alice.yaml": "other: [{title: Boat, next: [{what: New}]}]\n",
    })  # fmt: skip
    done = in_april(rowing, "done", "2026-Q1:2026-W14/alice/1", "--lang", "zh")
    assert done.err.splitlines()[-1] == "okrctl: 已完成 2026-W14/alice/1：Old（记在 2026-Q1 的最后一周 2026-W14）"
    assert (rowing / "cycles/2026-Q1/notes/2026-W14/alice.yaml").read_text().endswith("done: [2026-W14/alice/1]\n")
    assert not (rowing / SPRING).exists()
    assert in_april(rowing, "done", "2026-W14/alice/1").err.splitlines()[-1] == "okrctl: closed 2026-W14/alice/1: New"


def test_in_a_closed_cycle_nothing_is_left_open_to_be_done(rowing: Path) -> None:
    write_tree(rowing, {"cycles/2026-Q1/cycle.yaml": "state: closed\n"})
    assert in_april(rowing).err == ""
    # Who closes one all the same does it from here.
    assert in_april(rowing, "done", "2026-Q1:2026-W07/alice/1").code == 0
    assert (rowing / SPRING).read_text().endswith("done: [2026-W07/alice/1]\n")


def test_no_to_do_is_written_into_a_week_that_is_far_off_or_twice(rowing: Path) -> None:
    for verb in (("add", "Row"), ("done", "2026-W07/alice/1")):
        result = todo(rowing, *verb, "--week", "2026-W12")
        assert (result.code, result.err.splitlines()[0]) == (
            2, "okrctl: error: week 2026-W12 has not begun: it starts on 2026-03-16",
        )  # fmt: skip
    assert todo(rowing, "add", "Row", "--week", "2026-W09").err.startswith("okrctl: 2026-W09 is next week")
    twice = todo(rowing, "add", "Row", "--week", "2026-W09", "--lang", "zh")
    assert twice.err.splitlines()[-1] == "okrctl: “Row”已经在这份记录里，没有重复添加"


def test_what_was_agreed_is_written_down(rowing: Path) -> None:
    added = todo(rowing, "add", "Call the bank @bob due 02-27")
    assert added.err.splitlines() == [
        f"okrctl: wrote {PATH}",
        "okrctl: 2026-W08/alice/call-bank: Call the bank · Bob Meyer · due 2026-02-27",
    ]
    assert todo(rowing, "add", "Row", "on", "by", "Friday").code == 0
    assert todo(rowing, "add", "--kr", "O1/KR8", "划船 2月27日前").code == 0
    assert (
        (rowing / PATH).read_text(encoding="utf-8")
        == """\
author: alice
week: 2026-W08
other:
  - title: Agreed in the meeting
    next:
      - {what: Call the bank, owner: bob, due: 2026-02-27, id: call-bank}
      - {what: Row on, due: 2026-02-20, id: row}
updates:
  - kr: O1/KR8
    next:
      - {what: 划船, due: 2026-02-27, id: 划船}
"""
    )
    assert references(rowing, "bob")[-2:] == ["2026-W08/alice/call-bank", "2026-W07/alice/n1"]
    assert todo(rowing, "done", "2026-W08/alice/call-bank", "--dry-run").out.endswith(
        "+done: [2026-W08/alice/call-bank]\n"
    )


def test_options_stand_anywhere_and_a_command_may_be_left_out(rowing: Path) -> None:
    assert run("-q", "todo", "--cycle", "2026-Q1", "done", "2026-W07/bob/1", *TODAY, cwd=rowing).err == ""
    assert run("--format", "json", "todo", *TODAY, "bob", cwd=rowing).out.startswith('{\n  "version": 1,')
    assert "PERSON|TEAM" in run("todo", "--help", cwd=rowing).out
    assert "--overdue" in run("todo", "list", "--help", cwd=rowing).out
    missing = todo(rowing, "done")
    assert (missing.code, missing.err.splitlines()[0]) == (2, "okrctl: error: REF is missing")


def test_where_git_knows_nobody_the_way_out_is_named(rowing: Path) -> None:
    subprocess.run(["git", "-C", rowing, "config", "user.email", "who@else.example"], check=True)
    assert todo(rowing).err.splitlines()[-1] == "okrctl: hint: name the team or person: okrctl todo company"
    assert todo(rowing, "add", "Row").err.splitlines()[-1] == (
        "okrctl: hint: name the person: okrctl todo add … --person lin"
    )
    assert todo(rowing, "add", "Row", "--person", "bob").code == 0
