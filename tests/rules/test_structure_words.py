"""OKR214 to OKR217: advice on how a sheet is written."""

from pathlib import Path

import pytest

from tests.rules.findings import seen, sheet

TWO = "key_results: [{id: KR1, title: A result}, {id: KR2, title: A result}]"


def _goal(title: str, *more: str) -> str:
    return "\n".join([f"title: {title}", *more, "aligns_to: [company/O1]", TWO])


# 214


@pytest.mark.parametrize(
    ("title", "kind", "word"),
    [
        ("No customer must ever notice the move", None, "must"),
        ("We Commit to an answer within the hour", "aspirational", "Commit to"),
        ("Answers within the hour are guaranteed", "aspirational", "guaranteed"),
        ("Moonshot, nobody needs a manual", "committed", "Moonshot"),
        ("Try to win Austria", "committed", "Try to"),
        ("Every commit deploys itself", "aspirational", None),
        ("Mustard makers find us first", "aspirational", None),
        ("No customer must ever notice the move", "committed", None),
        ("Moonshot, nobody needs a manual", "aspirational", None),
        ("A stretch that must be reached", "committed", None),
        ("A stretch that must be reached", "aspirational", None),
        ("合同交付必达", None, "必达"),
        ("使命必达，按时交付", "aspirational", "使命必达"),
        ("务必守住老客户", "aspirational", "务必"),
        ("探索海外市场", "committed", "探索"),
        ("兑现对客户的承诺", "committed", None),
        ("挑战行业第一", "aspirational", None),
    ],
)
def test_words_and_kind(tmp_path: Path, title: str, kind: str | None, word: str | None) -> None:
    goal = _goal(title, *([f"kind: {kind}"] if kind else []))
    found = seen(tmp_path, "OKR214", {"design.yaml": sheet(goal)})
    columns = [12 + title.index(word)] if word else []
    assert [(one.line, one.column, one.text) for one in found] == [(3, column, word) for column in columns]


def test_the_default_kind_of_the_settings(tmp_path: Path) -> None:
    files = {
        "okrctl.yaml": "version: 1\ndefault_kind: committed\n",
        "design.yaml": sheet(_goal("No manual must be read"), _goal("We explore Austria")),
    }
    assert [(one.line, one.text) for one in seen(tmp_path, "OKR214", files)] == [(7, "explore")]


def test_the_kind_is_said_in_chinese(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR214", {"设计部.yaml": sheet(_goal("合同交付必达"))}, "zh")
    assert one.message == "标题里写了“必达”，类型却是愿景型（aspirational）"


# 215


def test_a_team_whose_objectives_nobody_supports(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR215", {})
    assert (one.path, one.line, one.column, one.text) == ("growth.yaml", 1, 1, "objectives")
    assert one.message == "none of the 3 people in Growth supports an objective on this sheet"


@pytest.mark.parametrize("target", ["growth/O1", "growth/O1/KR2"])
def test_one_supporter_is_enough(tmp_path: Path, target: str) -> None:
    text = sheet(_goal("A goal").replace("company/O1", target))
    assert seen(tmp_path, "OKR215", {"alice.yaml": text}) == []


def test_a_dropped_supporter_is_none(tmp_path: Path) -> None:
    dropped = _goal("A goal", "dropped: {on: 2026-02-10, because: The market closed}").replace(
        "company/O1", "growth/O1"
    )
    assert len(seen(tmp_path, "OKR215", {"alice.yaml": sheet(dropped)})) == 1


def test_small_teams_and_those_who_have_left(tmp_path: Path) -> None:
    files = {"design.yaml": sheet(_goal("A goal"))}
    assert [one.path for one in seen(tmp_path / "small", "OKR215", files)] == ["growth.yaml"]
    org = (
        "teams: {company: {lead: lin}, growth: {parent: company, lead: wang}, lab: {parent: growth, lead: bob}}\n"
        "people: {lin: {team: company}, wang: {team: growth}, bob: {team: lab},\n"
        "  alice: {team: growth, left: 2025-12-31}}\n"
    )
    assert seen(tmp_path / "left", "OKR215", {"org.yaml": org}) == []
    back = org.replace("2025-12-31", "2026-01-15")
    assert [one.path for one in seen(tmp_path / "left later", "OKR215", {"org.yaml": back})] == ["growth.yaml"]


# 216


def test_the_second_of_two_equal_objectives(tmp_path: Path) -> None:
    files = {"design.yaml": sheet(_goal("The first page explains itself"), _goal("The First page, explains itself!"))}
    (one,) = seen(tmp_path, "OKR216", files)
    assert (one.line, one.column, one.text) == (7, 12, "The First page, explains itself!")
    assert one.message == "O2 says the same as O1 and supports the same goals"
    assert one.related == ("The first page explains itself",)


@pytest.mark.parametrize(
    "other",
    [
        _goal("The second page explains itself"),
        _goal("The first page explains itself").replace("company/O1", "company/O1/KR1"),
        _goal("The first page explains itself", "dropped: {on: 2026-02-10, because: Merged}"),
    ],
)
def test_other_words_or_another_goal_make_another_objective(tmp_path: Path, other: str) -> None:
    assert seen(tmp_path, "OKR216", {"design.yaml": sheet(_goal("The first page explains itself"), other)}) == []


def test_sheets_of_two_owners_are_not_compared(tmp_path: Path) -> None:
    text = sheet(_goal("A goal"))
    assert seen(tmp_path, "OKR216", {"design.yaml": text, "bob.yaml": text}) == []


# 217


def _due(*days: str) -> dict[str, str]:
    listed = ", ".join(f"{{id: KR{n}, title: A result, due: {day}}}" for n, day in enumerate(days, start=1))
    return {"design.yaml": sheet(f"title: A goal\naligns_to: [company/O1]\nkey_results: [{listed}]")}


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("2026-03-31", "2026-03-31", "2026-03-31"), True),
        (("2026-03-31", "2026-03-31"), False),
        (("2026-03-31", "2026-03-30", "2026-03-31"), False),
        (("2026-03-30", "2026-03-30", "2026-03-30"), False),
    ],
)
def test_all_dates_on_the_last_day(tmp_path: Path, days: tuple[str, ...], found: bool) -> None:
    expected = [(5, 51, "all 3 due dates of this sheet are 2026-03-31, the last day of 2026-Q1")] if found else []
    assert [(one.line, one.column, one.message) for one in seen(tmp_path, "OKR217", _due(*days))] == expected
