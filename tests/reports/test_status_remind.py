"""The lists for a reminder: one line a person, and why."""

from pathlib import Path

import pytest

from okrctl.language import Language
from okrctl.models.calendar import Week
from okrctl.reports.status.as_json import reminders_data
from okrctl.reports.status.md import reminders_markdown
from okrctl.reports.status.plain import reminder_lines
from okrctl.reports.status.record import ListName, Reminders
from okrctl.reports.status.remind import build_reminders
from tests.reports.status_world import ORG, Q1, WORLD, scope_of

EVERY: tuple[ListName, ...] = ("late", "stale", "missing")


def found(root: Path, *lists: ListName, team: str | None = None) -> Reminders:
    return build_reminders(scope_of(root, team=team), lists)


def people(reminders: Reminders) -> list[str]:
    return [one.who.handle for one in reminders.people]


@pytest.mark.parametrize(
    ("lists", "team", "expected"),
    [
        (("late",), None, ["alice", "eve", "wang"]),
        (("stale",), None, ["alice", "wang"]),
        (("missing",), None, ["wang"]),
        (EVERY, None, ["alice", "eve", "wang"]),
        (("late",), "growth", ["alice", "eve"]),  # wang is late on the company's sheet only
        (("missing",), "web", []),
    ],
)
def test_who_is_on_which_list(tmp_path: Path, lists: tuple[ListName, ...], team: str | None, expected: list[str]):
    assert people(found(tmp_path, *lists, team=team)) == expected


def test_several_lists_are_one_line_a_person(tmp_path: Path):
    wang = found(tmp_path, *EVERY).people[-1]
    assert wang.week == Week(2026, 9)
    assert [line.key.address() for line in wang.late] == ["company/O1/KR2"]
    assert [line.key.address() for line in wang.stale] == ["growth/O1/KR1"]
    assert found(tmp_path, "missing").people[0].late == ()


# 1 of 10 clubs where 61 % are expected; 54 days since the first of January, seven of them in the holiday.
@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "wang\tWang Shi\twang@kite.example\tno note for week 9; "
            "late: Ten clubs order again (company/O1/KR2, 10 %, expected 61 %); "
            "stale: Half of the clubs know us (growth/O1/KR1, no report yet)",
        ),
        (
            "zh",
            "wang\tWang Shi\twang@kite.example\t未提交第 9 周进展记录；"
            "已延期：Ten clubs order again（company/O1/KR2，10%，应达 61%）；"
            "更新滞后：Half of the clubs know us（growth/O1/KR1，尚无进展更新）",
        ),
    ],
)
def test_a_line_for_a_script(tmp_path: Path, language: Language, line: str):
    assert list(reminder_lines(found(tmp_path, *EVERY), language))[-1] == line


def test_without_an_address_the_field_is_not_empty_and_a_tab_in_a_name_makes_no_field(tmp_path: Path):
    org = ORG.replace("Alice Chen", '"Alice\\tChen"')
    reminders = build_reminders(scope_of(tmp_path, {"org.yaml": org}), EVERY)
    fields = next(reminder_lines(reminders, "en")).split("\t")
    assert fields[:3] == ["alice", "Alice Chen", "-"]
    assert len(fields) == 4


def test_past_due_says_since_when(tmp_path: Path):
    (alice,) = [one for one in reminder_lines(found(tmp_path, "late"), "en") if one.startswith("alice")]
    assert alice.endswith("(growth/O1/KR2, 75 %, expected 100 %, was due 20 Feb)")


def test_json(tmp_path: Path):
    data = reminders_data(found(tmp_path, *EVERY, team="growth"))
    assert (data["version"], data["cycle"], data["day"], data["team"]) == (1, "2026-Q1", "2026-02-24", "growth")
    wang = data["people"][-1]
    assert {key: wang[key] for key in ("handle", "name", "email", "weeks")} == {
        "handle": "wang",
        "name": "Wang Shi",
        "email": "wang@kite.example",
        "weeks": ["2026-W09"],
    }
    assert [(goal["address"], goal["late"], goal["stale"]) for goal in wang["goals"]] == [
        ("growth/O1/KR1", False, True)
    ]
    assert data["people"][0]["email"] is None


def test_one_that_is_both_stands_once_in_json(tmp_path: Path):
    # From 1 February, a Sunday, to the 24th: 23 days without seven; 1 of 10 clubs is late.
    files = {
        f"{Q1}/notes/2026-W07/wang.yaml": "",
        f"{Q1}/notes/2026-W05/wang.yaml": WORLD[f"{Q1}/notes/2026-W07/wang.yaml"],
    }
    data = reminders_data(build_reminders(scope_of(tmp_path, files), EVERY))
    goals = {goal["address"]: (goal["late"], goal["stale"]) for goal in data["people"][-1]["goals"]}
    assert goals == {"company/O1/KR2": (True, True), "growth/O1/KR1": (False, True)}


def test_markdown(tmp_path: Path):
    lines = reminders_markdown(found(tmp_path, "missing"), "en").splitlines()
    assert lines == ["- **Wang Shi**: no note for week 9"]
    assert reminders_markdown(found(tmp_path, "missing", team="web"), "zh") == "没有需要提醒的人。\n"
