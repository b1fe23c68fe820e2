"""`okrctl checkin` with a key result: one line writes or edits the note of the week, or refuses and leaves it alone."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml

from tests.cli.inside import run
from tests.editing.rowing import FILES, PATH
from tests.support.command import ROOT, Outcome
from tests.support.trees import write_tree

TODAY = ("--today", "2026-02-18")
OLD = "updates:\n  - kr: O1/KR1   # mine\n    value: 32\n"


@pytest.fixture
def rowing(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "okrs", FILES)


def checkin(root: Path, *arguments: str, person: str = "alice") -> Outcome:
    return run("checkin", *arguments, "--person", person, *TODAY, cwd=root)


def test_one_line_makes_the_note(rowing: Path) -> None:
    subprocess.run(["git", "init", "-q", rowing], check=True)
    subprocess.run(["git", "-C", rowing, "config", "user.email", "alice@rowing.example"], check=True)
    result = run(
        "checkin", "O1/KR1", "--value", "34.5%", "--status", "有风险", "--confidence", "6", "-m", "Two crews.",
        "--risk", "No crane", "--need", "A crane", "--from", "Bob Meyer", "--from", "dana",
        "--next", "Call the bank @bob due 02-27", "--next", "联系银行 @王芳 2月27日前", *TODAY, cwd=rowing,
    )  # fmt: skip
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == [
        f"okrctl: wrote {PATH}",
        "okrctl: 2026-W08/alice/call-bank: Call the bank · Bob Meyer · due 2026-02-27",
        "okrctl: 2026-W08/alice/联系银行: 联系银行 · 王芳 · due 2026-02-27",
        "okrctl: 2026-W08/alice/crane: A crane · asked of Bob Meyer, Dana Ruiz",
    ]
    assert (
        (rowing / PATH).read_text(encoding="utf-8")
        == """\
author: alice
week: 2026-W08
updates:
  - kr: O1/KR1
    value: 34.5
    status: at_risk
    confidence: 6
    progress: Two crews.
    risks:
      - {risk: No crane, need: A crane, from: [bob, dana], id: crane}
    next:
      - {what: Call the bank, owner: bob, due: 2026-02-27, id: call-bank}
      - {what: 联系银行, owner: wang, due: 2026-02-27, id: 联系银行}
"""
    )
    checked = run("validate", "--strict", PATH, *TODAY, cwd=rowing)
    assert checked.code == 0, checked.out


def test_a_second_line_edits_it_and_a_dry_run_only_shows(rowing: Path) -> None:
    write_tree(rowing, {PATH: OLD})
    shown = checkin(rowing, "O1/KR1", "--value", "33", "--dry-run")
    assert [line for line in shown.out.splitlines() if line[:1] in "+-"][2:] == ["-    value: 32", "+    value: 33"]
    assert (rowing / PATH).read_text() == OLD
    assert checkin(rowing, "O1/KR1", "--value", "33", "--status", "done").code == 0
    assert (rowing / PATH).read_text() == OLD.replace("32\n", "33\n    status: done\n")


def test_what_is_replaced_and_what_is_there_already_is_said(rowing: Path) -> None:
    line = ("O1/KR1", "--value", "33", "--status", "at_risk", "-m", "Two crews", "--risk", "Ice", "--next", "Row @bob")
    assert checkin(rowing, *line).code == 0
    first = (rowing / PATH).read_bytes()
    again = checkin(rowing, *line)
    assert again.err.splitlines() == [
        f"okrctl: {PATH} is up to date",
        'okrctl: "Ice" is in the note already: not added again',
        'okrctl: "Row" is in the note already: not added again',
    ]
    assert (rowing / PATH).read_bytes() == first
    other = ("O1/KR1", "--value", "34.5", "--status", "正常", "--confidence", "7", "-m", "All of them")
    assert checkin(rowing, *other, "--dry-run").err == ""
    assert checkin(rowing, *other).err.splitlines() == [
        f"okrctl: wrote {PATH}",
        "okrctl: O1/KR1: value 33 → 34.5",
        "okrctl: O1/KR1: status at risk → on track",
        'okrctl: O1/KR1: replaced the progress "Two crews"',
    ]
    chinese = checkin(rowing, "O1/KR1", "--status", "at_risk", "--next", "Row @bob", "-m", "x" * 200, "--lang", "zh")
    assert chinese.err.splitlines()[1:] == [
        "okrctl: “Row”已经在这份记录里，没有重复添加",
        "okrctl: O1/KR1：状态 正常 → 有风险",
        "okrctl: O1/KR1：替换了原来的关键进展“All of them”",
    ]
    long = checkin(rowing, "O1/KR1", "-m", "short").err
    assert long.splitlines()[1] == f'okrctl: O1/KR1: replaced the progress "{"x" * 99}…"'


def test_the_next_week_is_remarked_and_a_guessed_year_is_named(rowing: Path) -> None:
    """2026-W09 begins on Monday 23 February; on 18 February the next 1 February is that of the next year."""
    ahead = checkin(rowing, "O1/KR1", "--value", "33", "--week", "2026-W09", "--next", "Row due 02-01")
    assert ahead.err.splitlines()[:2] == [
        "okrctl: 2026-W09 is next week: it starts on 2026-02-23",
        "okrctl: no year was written: due 2027-02-01; if another day is meant, write it in full",
    ]
    chinese = checkin(rowing, "O1/KR1", "--next", "划船 2月1日前", "--lang", "zh")
    assert "okrctl: 没有写年份，截止时间记为 2027-02-01；如果不对，请写完整日期\n" in chinese.err
    for fine in ("Sail due 2027-02-01", "Swim due 03-31", "Steer due Friday"):
        assert "no year was written" not in checkin(rowing, "O1/KR1", "--next", fine).err
    assert "due 2026-04-01" in checkin(rowing, "O1/KR1", "--next", "Dive due 04-01").err.splitlines()[0]


def test_without_a_stdin_nobody_is_asked(rowing: Path) -> None:
    with patch.object(sys, "stdin", None):
        result = checkin(rowing)
    assert (result.code, result.err.splitlines()[0]) == (2, "okrctl: error: no key result is named")


def test_a_line_that_says_everything_draws_nothing(rowing: Path) -> None:
    lean = "import sys; from okrctl.cli.app import main\ntry: main()\nfinally: print('rich' in sys.modules)"
    words = ["okrctl", "checkin", "O1/KR1", "--value", "33", "--person", "alice", *TODAY]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.argv = {words!r}\n{lean}"],
        cwd=rowing, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "False\n"


def test_the_other_figures(rowing: Path) -> None:
    for arguments in (("O1/KR4", "--reached", "m1,M2"), ("O1/KR5", "--percent", "65%"), ("O1/KR7", "--status", "done")):
        assert checkin(rowing, *arguments).code == 0
    assert yaml.safe_load((rowing / PATH).read_text())["updates"] == [
        {"kr": "O1/KR4", "reached": ["M1", "M2"]}, {"kr": "O1/KR5", "percent": 65}, {"kr": "O1/KR7", "status": "done"},
    ]  # fmt: skip


def test_the_cycle_is_that_of_the_goal(rowing: Path) -> None:
    """The first quarter is over on 2 April; W14 belongs to both, and the address says which."""
    first = run(
        "checkin", "2026-Q1:alice/O1/KR1", "--value", "39", "--person", "alice", "--today", "2026-04-02", cwd=rowing
    )
    assert first.code == 0
    assert (rowing / "cycles/2026-Q1/notes/2026-W14/alice.yaml").is_file()


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (("O1/KR2", "--value", "40%"), "O1/KR2 is measured in EUR, so 40% cannot be its value", "write the value"),
        (("O1/KR4", "--value", "4"), "O1/KR4 is reported by its milestones", "say which one is reached: --reached M1"),
        (("O1/KR1", "--status", "fine"), '"fine" is no status', "write one of: on_track"),
        (("O1/KR6", "--percent", "4"), "O1/KR6 was dropped on 2026-02-01", "nothing is reported on it any more"),
        (("growth/O1/KR2", "--value", "4"), "growth/O1/KR2 is not for Alice Chen to report on", "it is reported"),
        (("O1/KR9", "--value", "4"), 'no goal "O1/KR9" in 2026-Q1', "did you mean O1/KR8?"),
        (("O1//KR9", "--value", "4"), '"O1//KR9" is not the address of a goal', "write it like O1/KR1"),
        (("2025-Q4:O1/KR1", "--value", "4"), "cycle 2025-Q4 is closed", "name an open one with --cycle"),
        (("O1/KR1", "--value", "4", "--week", "2025-W50"), "week 2025-W50 is outside cycle 2026-Q1",
         "name a week of the cycle: --week 2026-W08"),
        (("O1/KR1", "--value", "4", "--week", "2026-W10"), "week 2026-W10 has not begun: it starts on 2026-03-02",
         "name a week up to the next one: --week 2026-W08, --week 2026-W09"),
        (("O1/KR1", "-m", "bad \udcff byte"), "the text holds bytes that are no UTF-8", "type it again"),
        (("O1/KR1",), "nothing is said about O1/KR1", "add --value, --status"),
        ((), "no key result is named", "name one: okrctl checkin O1/KR1 --value 34.5"),
        (("O1/KR1", "--need", "A crane"), "--need goes with a risk, and no --risk is given", '--risk "The provider'),
        (("O1/KR1", "--risk", "a", "--need", "b", "--need", "c"), "there are more --need than --risk", '--risk "The'),
        (("O1/KR1", "--risk", "a", "--from", "nobody"), 'no person or team is called "nobody"', "teams: "),
        (("O1/KR1", "--next", "Row @nobody"), "@nobody is nobody in org.yaml", "write @ and"),
    ],
)  # fmt: skip
def test_bad_input_is_one_line_and_a_hint_and_touches_nothing(
    rowing: Path, arguments: tuple[str, ...], error: str, hint: str
) -> None:
    write_tree(rowing, {PATH: OLD})
    result = checkin(rowing, *arguments)
    assert (result.code, result.out) == (2, "")
    first, second = [line for line in result.err.splitlines() if "using cycle" not in line]
    assert first.startswith(f"okrctl: error: {error}")
    assert second.startswith(f"okrctl: hint: {hint}")
    assert (rowing / PATH).read_text() == OLD


def test_errors_are_told_in_chinese(rowing: Path) -> None:
    result = checkin(rowing, "O1/KR2", "--value", "40%", "--lang", "zh")
    assert result.err == (
        "okrctl: 错误：O1/KR2 的单位是EUR，当前值不能写 40%\nokrctl: 提示：请写当前值本身，例如 3000000\n"
    )


def test_a_team_writes_no_notes_and_nobody_knows_who_sits_here(rowing: Path) -> None:
    result = checkin(rowing, "O1/KR1", "--value", "4", person="growth")
    assert result.err.startswith('okrctl: error: "growth" is a team; notes are written by people')
    unknown = run(
        "checkin", "O1/KR1", "--value", "4", *TODAY, cwd=rowing, env={"GIT_CONFIG_GLOBAL": os.devnull, "HOME": "/none"}
    )
    assert unknown.code == 2
    assert unknown.err.endswith("hint: name the person: okrctl checkin … --person lin\n")


def test_a_broken_note_is_named_and_left_alone(rowing: Path) -> None:
    write_tree(rowing, {PATH: OLD + "  valeu: 3\n"})
    result = checkin(rowing, "O1/KR1", "--value", "33")
    assert result.code == 2
    assert f"okrctl: error: {PATH}:4:" in result.err
    assert "nothing was written" in result.err
    assert (rowing / PATH).read_text() == OLD + "  valeu: 3\n"


def left_behind(root: Path) -> list[str]:
    return [path.name for path in (root / PATH).parent.iterdir()]


def test_a_full_disk_and_a_folder_that_is_read_only_leave_the_old_note(rowing: Path) -> None:
    write_tree(rowing, {PATH: OLD})
    real = os.open

    def denied(path: object, *arguments: int) -> int:
        if str(path).endswith(".tmp"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *arguments)  # type: ignore[arg-type]

    full = OSError(errno.ENOSPC, "No space left on device")
    for trouble, said in (
        (patch("os.fsync", side_effect=full), f"the disk or your quota is full: there is no room for {PATH}"),
        (patch("os.open", denied), f"no permission to write {PATH}"),
    ):
        with trouble:
            result = checkin(rowing, "O1/KR1", "--value", "33")
        assert result.code == 2
        assert f"okrctl: error: {said}; nothing was written\n" in result.err
        assert (rowing / PATH).read_text() == OLD
        assert left_behind(rowing) == ["alice.yaml"]


def start(root: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "okrctl", "checkin", *arguments, "--person", "alice", *TODAY],
        cwd=root, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def test_of_check_ins_at_once_each_is_in_the_note_or_was_refused(rowing: Path) -> None:
    started = {name: start(rowing, f"O1/{name}", "--status", "done") for name in ("KR1", "KR2", "KR3")}
    ends = {
        name: (process.communicate(timeout=60)[1].decode(), process.returncode) for name, process in started.items()
    }
    written = {update["kr"] for update in yaml.safe_load((rowing / PATH).read_text())["updates"]}
    assert written == {f"O1/{name}" for name, (_, code) in ends.items() if code == 0}
    assert written
    for said, code in ends.values():
        assert code in (0, 2)
        assert code == 0 or "nothing was written" in said
    assert left_behind(rowing) == ["alice.yaml"]


def test_killed_at_any_point_the_note_is_the_old_or_the_new_one(rowing: Path) -> None:
    write_tree(rowing, {PATH: OLD})
    new = OLD.replace("32", "33")
    for wait in (0.25, 0.4, 0.6):
        process = start(rowing, "O1/KR1", "--value", "33")
        time.sleep(wait)
        process.kill()
        process.communicate()
        assert (rowing / PATH).read_text() in (OLD, new)
    assert checkin(rowing, "O1/KR1", "--value", "33").code == 0
    assert (rowing / PATH).read_text() == new


def test_what_is_missing_is_said_in_the_language_of_the_workspace(rowing: Path) -> None:
    write_tree(rowing, {"okrctl.yaml": "version: 1\nlanguage: zh\n"})
    assert run("checkin", cwd=rowing).err.startswith("okrctl: 错误：没有写明关键结果\n")
