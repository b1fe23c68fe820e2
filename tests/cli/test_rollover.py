"""`okrctl rollover`: from which cycle, what is written, what is left alone, and in which words."""

from pathlib import Path

import pytest

from okrctl.editing import change
from tests.cli.inside import run
from tests.editing.quarter import quarter
from tests.support.command import Outcome
from tests.support.trees import write_tree

NEW = "cycles/2026-Q2/okrs"


@pytest.fixture
def scored(tmp_path: Path) -> Path:
    """A quarter that was looked back on."""
    return write_tree(tmp_path / "okrs", quarter())


def rollover(*arguments: str | Path, cwd: Path) -> Outcome:
    return run("rollover", *arguments, "--today", "2026-04-02", cwd=cwd)


def written(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_and_then_validate_strict_on_the_new_cycle_is_clean(tmp_path: Path, language: str) -> None:
    root = write_tree(tmp_path, quarter("zh" if language == "zh" else "en"))
    assert rollover("--to", "2026-Q2", cwd=root).code == 0
    result = run("validate", "cycles/2026-Q2", "--strict", "--today", "2026-04-02", cwd=root)
    assert result.code == 0, result.out


def test_what_it_says(scored: Path) -> None:
    result = rollover("--to", "2026-Q2", cwd=scored)
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == [
        "okrctl: going on from cycle 2026-Q1",
        "okrctl: Alice Chen: O2/KR1, O2/KR2 left out, for nobody wrote `next` (carry, revise or drop)",
        "okrctl: wrote cycles/2026-Q2/cycle.yaml",
        *(f"okrctl: wrote {NEW}/{owner}.yaml" for owner in ("alice", "company", "growth")),
    ]


def test_shown_and_not_written(scored: Path) -> None:
    before = written(scored)
    result = rollover("--to", "2026-Q2", "growth", "--dry-run", "--lang", "zh", cwd=scored)
    assert result.code == 0
    assert [line for line in result.out.splitlines() if line.startswith("+++")] == [
        "+++ b/cycles/2026-Q2/cycle.yaml",
        f"+++ b/{NEW}/growth.yaml",
    ]
    assert "okrctl: 从周期 2026-Q1 延续\n" in result.err
    assert written(scored) == before


def test_onto_sheets_that_exist(scored: Path) -> None:
    """One that exists is named and left, be it empty or broken; once all exist there is nothing to do."""
    write_tree(scored, {f"{NEW}/growth.yaml": "objectives: [\n", f"{NEW}/company.yaml": ""})
    result = rollover("--to", "2026-Q2", cwd=scored)
    assert result.code == 0
    for owner in ("growth", "company"):
        assert f"okrctl: {NEW}/{owner}.yaml is there already and was left as it is" in result.err
    assert (scored / f"{NEW}/growth.yaml").read_text(encoding="utf-8") == "objectives: [\n"
    before = written(scored)
    again = rollover("--to", "2026-Q2", cwd=scored)
    assert (again.code, again.out) == (2, "")
    assert "okrctl: error: there is no sheet of 2026-Q2 left to draft\n" in again.err
    assert written(scored) == before


def test_nobody_has_decided_anything(scored: Path) -> None:
    for path in (scored / "cycles/2026-Q1/retros").iterdir():
        path.unlink()
    result = rollover("--to", "2026-Q2", "growth", cwd=scored)
    assert result.code == 2
    assert "left out, for they have no self-scores in 2026-Q1: Growth" in result.err
    assert "error: nothing goes on from 2026-Q1 to 2026-Q2\n" in result.err
    assert "write next: carry or next: revise in cycles/2026-Q1/retros/growth.yaml" in result.err
    assert not (scored / "cycles/2026-Q2").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "spring"), 'there is no cycle "spring"'),
        (("--to", "2026-Q1"), "no cycle ends before 2026-Q1 begins"),
        (("--to", "2026-Q1", "--cycle", "2026-Q1"), "2026-Q1 does not begin after 2026-Q1"),
        (("--to", "2026-Q2", "--cycle", "2025-Q9"), 'there is no cycle "2025-Q9"'),
        (("--to", "2026-Q2", "zoe"), 'no person or team is called "zoe"'),
        ((), "--to"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(scored: Path, arguments: tuple[str, ...], said: str) -> None:
    before = written(scored)
    result = rollover(*arguments, cwd=scored)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert "Traceback" not in result.err
    assert written(scored) == before


@pytest.mark.parametrize(
    ("arguments", "today", "command"),
    [
        ((), "2026-04-02", "okrctl rollover --to 2026-Q2"),
        (("growth", "Alice Chen"), "2026-04-02", "okrctl rollover --to 2026-Q2 growth 'Alice Chen'"),
        (("--cycle", "2026"), "2026-12-20", "okrctl rollover --cycle 2026 --to 2027"),
        (("--cycle", "spring"), "2026-04-02", "okrctl rollover --cycle spring --to CYCLE"),
    ],
)
def test_the_cycle_that_usually_comes_next_is_named(
    scored: Path, arguments: tuple[str, ...], today: str, command: str
) -> None:
    write_tree(scored, {"cycles/spring/cycle.yaml": "start: 2026-02-01\nend: 2026-03-31\n"})
    before = written(scored)
    result = run("rollover", *arguments, "--today", today, cwd=scored)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"okrctl: error: which cycle comes next? --to is missing\nokrctl: hint: write it: {command}\n"
    chinese = run("rollover", *arguments, "--today", today, "--lang", "zh", cwd=scored)
    assert chinese.err == f"okrctl: 错误：缺少 --to：下一个周期是哪个？\nokrctl: 提示：请写明：{command}\n"
    assert written(scored) == before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_questions_leave_the_new_cycle_clean(tmp_path: Path, language: str) -> None:
    """A count, a goal that was reached, and milestones with days, each with its question."""
    sheet = """\
objectives:
  - id: O1
    title: Studios hear of us from studios
    key_results:
      - {id: KR1, title: 24 new studios come on a recommendation, metric: {start: 0, target: 24, unit: studios}}
      - {id: KR2, title: Retention rises from 31 % to 40 %, metric: {start: 31, target: 40, unit: "%"}}
      - id: KR3
        title: 12 studios show their own figures to a neighbour
        milestones: [{id: M1, title: Six agreed, due: 2026-02-20}, {id: M2, title: Twelve agreed, due: 2026-03-20}]
"""
    note = "updates: [{kr: O1/KR1, value: 21}, {kr: O1/KR2, value: 41}, {kr: O1/KR3, reached: [M1]}]\n"
    retro = "scores: [{kr: O1/KR1, next: carry}, {kr: O1/KR2, next: carry}, {kr: O1/KR3, next: revise}]\n"
    files = {
        "okrctl.yaml": f"version: 1\nlanguage: {language}\n",
        "org.yaml": "teams: {t: {name: Team, lead: a}}\npeople: {a: {name: Ann Lee, team: t}}\n",
        "cycles/2026-Q1/okrs/t.yaml": sheet,
        "cycles/2026-Q1/notes/2026-W13/a.yaml": note.replace("O1/", "t/O1/"),
        "cycles/2026-Q1/retros/t.yaml": retro,
    }
    root = write_tree(tmp_path, files)
    assert rollover("--to", "2026-Q2", cwd=root).code == 0
    text = (root / "cycles/2026-Q2/okrs/t.yaml").read_text(encoding="utf-8")
    marks = {
        "en": ("write start: 0", "from 31 % to 40 %", "M2 was due on 2026-03-20"),
        "zh": ("请写 start: 0", "从 31% 到 40%", "M2 原截止时间 2026-03-20"),
    }
    assert [mark for mark in marks[language] if mark not in text] == []
    result = run("validate", "cycles/2026-Q2", "--strict", "--today", "2026-04-02", cwd=root)
    assert result.code == 0, result.out


def test_into_a_cycle_that_is_there(scored: Path) -> None:
    """A name that tells no dates, but `cycle.yaml` does."""
    write_tree(scored, {"cycles/spring/cycle.yaml": "start: 2026-04-01\nend: 2026-05-31\n"})
    assert rollover("--to", "spring", "alice", cwd=scored).code == 0
    text = (scored / "cycles/spring/okrs/alice.yaml").read_text(encoding="utf-8")
    assert text.startswith(
        "# OKRs of Alice Chen for spring, 2026-04-01 to 2026-05-31: a draft, carried over from 2026-Q1\n"
    )


def test_from_the_cycle_before_that_is_most_like_the_next(scored: Path) -> None:
    """March ends with the quarter: April goes on from March, the second quarter from the first."""
    march = {
        "cycles/2026-03/okrs/wang.yaml": "objectives: [{id: O1, title: t, key_results: [{id: KR1, title: 3 x}]}]\n",
        "cycles/2026-03/retros/wang.yaml": "scores: [{kr: O1/KR1, next: carry}]\n",
    }
    write_tree(scored, march)
    assert "going on from cycle 2026-03\n" in rollover("--to", "2026-04", cwd=scored).err
    assert "going on from cycle 2026-Q1\n" in rollover("--to", "2026-Q2", cwd=scored).err
    asked = rollover("--to", "2026-05", "--cycle", "2026-Q1", "growth", cwd=scored)
    assert (asked.code, "going on" in asked.err) == (0, False)


def test_a_read_only_folder(scored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(change, "_stage", denied)
    before = written(scored)
    result = rollover("--to", "2026-Q2", cwd=scored)
    assert (result.code, result.out) == (2, "")
    assert "no permission to write cycles/2026-Q2/cycle.yaml; nothing was written" in result.err
    assert written(scored) == before
