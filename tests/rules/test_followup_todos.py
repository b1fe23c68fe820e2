"""OKR404 to OKR406: risks that ask for nothing, to-dos of nobody, to-dos that are overdue."""

from datetime import date
from pathlib import Path

import pytest

from tests.rules.findings import seen

NOTE = "cycles/2026-Q1/notes/2026-W07/wang.yaml"
LATER = "cycles/2026-Q1/notes/2026-W08/wang.yaml"


def _update(*lines: str) -> dict[str, str]:
    text = "\n".join(f"    {line}" for line in lines)
    return {NOTE: f"updates:\n  - kr: growth/O1/KR1\n    progress: The checklist adds 1.9 points.\n{text}\n"}


# 404


@pytest.mark.parametrize(
    ("risk", "column"),
    [("The provider throttles us", 13), ("{risk: The provider throttles us, from: [bob]}", 20), ("没有人会用旧库", 13)],
)
def test_a_risk_that_asks_for_nothing(tmp_path: Path, risk: str, column: int) -> None:
    (one,) = seen(tmp_path, "OKR404", _update(f"risks: [{risk}]"))
    text = risk.removeprefix("{risk: ").split(",")[0]
    assert (one.line, one.column, one.text) == (4, column, text)
    assert one.message == f'"{text}" does not say what would help'


@pytest.mark.parametrize(
    "risk",
    [
        "{risk: The provider throttles us, need: A second one}",
        "The provider throttles us; we need a second one",
        "The provider throttles us, @bob can you call",
        "The provider throttles us. Who knows another?",
        "服务商限流，需要第二家",
        "服务商限流，请李强联系",
    ],
)
def test_a_risk_that_asks(tmp_path: Path, risk: str) -> None:
    assert seen(tmp_path, "OKR404", _update(f'risks: ["{risk}"]' if "{" not in risk else f"risks: [{risk}]")) == []


def test_a_goal_that_is_done_has_no_risks_left(tmp_path: Path) -> None:
    assert seen(tmp_path, "OKR404", _update("status: done", "risks: [The provider throttles us]")) == []


def test_risks_beside_the_sheets_count_and_long_ones_are_cut(tmp_path: Path) -> None:
    risk = "The hall is not heated and the stand is next to the loading gate"
    (one,) = seen(tmp_path, "OKR404", {NOTE: f"other: [{{title: Trade fair, risks: [{risk}]}}]\n"})
    assert one.text == risk
    assert one.message == '"The hall is not heated and the stand is…" does not say what would help'


# 405

KIM = {"org/sales.yaml": "people:\n  kim: {name: Kim Vos, team: growth, left: 2026-01-30}\n"}


def test_a_to_do_of_somebody_who_has_left(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR405", KIM | _update("next: [{what: Ship it, owner: kim}]"))
    assert (one.line, one.column, one.text) == (4, 35, "kim")
    assert one.message == "Kim Vos left on 2026-01-30, before the week of this note"
    assert one.related == ("2026-01-30",)


@pytest.mark.parametrize(("left", "found"), [("2026-02-08", True), ("2026-02-09", False), ("2026-03-31", False)])
def test_the_week_of_the_note_decides(tmp_path: Path, left: str, found: bool) -> None:
    """Week 7 begins on Monday, 9 February."""
    org = {"org/sales.yaml": f"people:\n  kim: {{name: Kim Vos, team: growth, left: {left}}}\n"}
    assert bool(seen(tmp_path, "OKR405", org | _update("next: [{what: Ship it, owner: kim}]"))) is found


def test_a_team_without_a_lead(tmp_path: Path) -> None:
    org = {"org/lab.yaml": "teams:\n  lab: {name: Lab, parent: growth}\n"}
    (one,) = seen(
        tmp_path, "OKR405", org | _update("next: [{what: Ship it, owner: lab}, {what: Test it, owner: design}]")
    )
    assert (one.text, one.message) == ("lab", "Lab is a team without a lead: nobody answers for this")


@pytest.mark.parametrize(("due", "found"), [("2026-02-08", True), ("2026-02-09", False), ("2025-02-20", True)])
def test_due_before_it_was_written(tmp_path: Path, due: str, found: bool) -> None:
    there = seen(tmp_path, "OKR405", _update(f"next: [{{what: Ship it, due: {due}}}]"))
    expected = [(4, 33, due, f"due on {due}, before the week of this note (2026-W07)")] if found else []
    assert [(one.line, one.column, one.text, one.message) for one in there] == expected


@pytest.mark.parametrize(("who", "found"), [("[kim]", True), ("[kim, bob]", False), ("[]", False), ("[nobody]", False)])
def test_a_need_of_which_nobody_is_left_to_ask(tmp_path: Path, who: str, found: bool) -> None:
    """Somebody who is not in org.yaml is OKR101's finding."""
    files = KIM | _update(f"risks: [{{risk: The index is full, need: A day, from: {who}}}]")
    assert [one.text for one in seen(tmp_path, "OKR405", files)] == (["kim"] if found else [])


def test_an_unknown_owner_is_reported_once(tmp_path: Path) -> None:
    files = _update("next: [{what: Ship it, owner: alise}]")
    assert seen(tmp_path / "405", "OKR405", files) == []
    assert len(seen(tmp_path / "101", "OKR101", files)) == 1


# 406

MONDAY = date(2026, 2, 23)


def _overdue(root: Path, files: dict[str, str], today: date = MONDAY) -> list[tuple[str, str]]:
    return [(one.text, one.message) for one in seen(root, "OKR406", files, today=today)]


def test_a_day_that_has_passed(tmp_path: Path) -> None:
    files = _update("next: [{what: Ship it, owner: alice, due: 2026-02-20}, {what: Test it, due: 2026-02-23}]")
    (one,) = seen(tmp_path, "OKR406", files, today=MONDAY)
    assert (one.line, one.column, one.text) == (4, 47, "2026-02-20")
    assert one.message == "due on 2026-02-20 and still open; it is Alice Chen's"


@pytest.mark.parametrize(("today", "found"), [(date(2026, 2, 17), False), (date(2026, 2, 18), True)])
def test_without_a_day_the_next_meeting_counts(tmp_path: Path, today: date, found: bool) -> None:
    """The meeting of week 8 is on Tuesday, 17 February."""
    files = {"okrctl.yaml": "version: 1\ncheckin: {meeting: tuesday}\n"} | _update("next: [{what: Ship it}]")
    message = "due at the meeting of 2026-02-17 and still open; it is Wang Shi's"
    assert _overdue(tmp_path, files, today) == ([("Ship it", message)] if found else [])


def test_a_holiday_has_no_meeting(tmp_path: Path) -> None:
    settings = "version: 1\ncheckin: {meeting: tuesday, skip: [2026-W08]}\n"
    files = {"okrctl.yaml": settings} | _update("next: [{what: Ship it}]")
    assert _overdue(tmp_path, files, MONDAY) == []


@pytest.mark.parametrize(
    "files",
    [
        {LATER: "done: [2026-W07/wang/1]\n"},
        {"cycles/2026-Q1/cycle.yaml": "state: closed\n"},
        {
            "growth.yaml": "objectives:\n  - id: O1\n    title: T\n    aligns_to: [company/O1]\n    key_results:\n"
            "      - {id: KR1, title: T, dropped: {on: 2026-02-20, because: Merged}}\n"
        },
    ],
    ids=["closed by a note", "cycle closed", "goal dropped"],
)
def test_not_overdue_any_more(tmp_path: Path, files: dict[str, str]) -> None:
    assert _overdue(tmp_path, files | _update("next: [{what: Ship it, due: 2026-02-20}]")) == []


def test_after_the_cycle_nothing_is_overdue(tmp_path: Path) -> None:
    assert _overdue(tmp_path, _update("next: [{what: Ship it, due: 2026-02-20}]"), date(2026, 4, 1)) == []


def test_a_day_that_was_past_when_it_was_written_is_one_mistake(tmp_path: Path) -> None:
    assert _overdue(tmp_path, _update("next: [{what: Ship it, due: 2026-02-06}]")) == []


def test_the_remedy_names_the_reference(tmp_path: Path) -> None:
    files = _update("next: [{what: A, due: 2026-03-20}, {what: B, due: 2026-02-20, id: b}]")
    assert [text for text, _ in _overdue(tmp_path, files)] == ["2026-02-20"]
