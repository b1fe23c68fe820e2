"""Cycles inside cycles: every command takes the right one, a project's only when it is asked for (see `within.py`)."""

import json
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.cli.within import WITHIN
from tests.support.command import Outcome
from tests.support.trees import write_tree

DAY = "2026-02-17"
IN_APOLLO = "okrctl: Project Apollo has goals in the project cycle apollo; ask for it with --cycle apollo\n"


@pytest.fixture(scope="module")
def dawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace, which none of these tests changes."""
    return write_tree(tmp_path_factory.mktemp("dawn"), WITHIN)


def on_the_day(*arguments: str, cwd: Path, today: str = DAY) -> Outcome:
    return run(*arguments, "--today", today, cwd=cwd)


def figures(found: Outcome) -> dict[str, object]:
    """Address, cycle and the steps' values of the goal that was explained."""
    (goal,) = json.loads(found.out)["goals"]
    return {"cycle": goal["cycle"], **{one["name"]: one["value"] for one in goal["steps"]}}


@pytest.mark.parametrize(
    ("owner", "cycle"),
    [("company", "2026-Q1"), ("sales", "2026-B1"), ("alice", "2026-02"), ("wang", "2026-B1"), ("lin", "2026-Q1")],
)
@pytest.mark.parametrize("command", ["tree", "weekly"])
def test_the_shortest_cycle_around_the_day_with_a_sheet(dawn: Path, command: str, owner: str, cycle: str) -> None:
    """wang and lin have no sheet of their own: that of the team they lead says which cycle is theirs."""
    result = on_the_day(command, owner, cwd=dawn)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[0].endswith(f", {cycle}")


@pytest.mark.parametrize(("team", "cycle"), [("company", "2026-Q1"), ("sales", "2026-B1")])
@pytest.mark.parametrize("command", ["align", "status", "retro"])
def test_documents_of_teams_do_the_same(dawn: Path, command: str, team: str, cycle: str) -> None:
    result = on_the_day(command, team, cwd=dawn)
    assert result.code == 0
    assert result.out.splitlines()[0].endswith(f", {cycle}")


@pytest.mark.parametrize("command", ["tree", "weekly", "status", "align"])
def test_a_projects_cycle_is_named_and_never_taken(dawn: Path, command: str) -> None:
    result = on_the_day(command, "apollo", cwd=dawn)
    assert (result.code, result.err) == (0, IN_APOLLO)
    assert result.out.splitlines()[0].endswith(", 2026-Q1")
    asked = on_the_day(command, "apollo", "--cycle", "apollo", cwd=dawn)
    assert (asked.code, asked.err) == (0, "")
    assert asked.out.splitlines()[0].endswith(", apollo")
    assert "complain" in asked.out


@pytest.mark.parametrize("cycle", ["2026", "2026-Q2", "apollo"])
def test_any_other_cycle_is_taken_when_it_is_asked_for(dawn: Path, cycle: str) -> None:
    for owner in ("alice", "company"):
        assert on_the_day("tree", owner, "--cycle", cycle, cwd=dawn).out.splitlines()[0].endswith(f", {cycle}")


@pytest.mark.parametrize(
    ("address", "cycle", "progress", "expected"),
    [
        ("company/O1/KR1", "2026-Q1", 0.6, 0.533333),  # 6 of 10; 48 of 90 days
        ("2026:company/O1/KR1", "2026", 0.15, 0.131507),  # 6 + 0 of 40; 48 of 365
        ("2026-Q2:company/O1/KR1", "2026-Q2", 0, 0),
        ("sales/O1/KR1", "2026-B1", 0.75, 0.813559),  # 6 of 8; 48 of 59
        ("alice/O1/KR1", "2026-02", 0.25, 0.607143),  # 1 of 4; 17 of 28
        ("apollo:apollo/O1/KR1", "apollo", 0.75, 0.25),  # weight 3 of 4 reached; weight 1 due by now
    ],
)
def test_the_numbers_of_every_length(dawn: Path, address: str, cycle: str, progress: float, expected: float) -> None:
    found = figures(on_the_day("explain", address, "--format", "json", cwd=dawn))
    assert (found["cycle"], found["progress"], found["expected"]) == (cycle, progress, expected)


def test_explain_never_enters_a_project_unasked(dawn: Path) -> None:
    result = on_the_day("explain", "apollo/O1/KR1", cwd=dawn)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(IN_APOLLO)
    assert on_the_day("explain", "apollo/O1/KR1", "--cycle", "apollo", cwd=dawn).code == 0


def test_the_year_names_the_quarters_that_it_adds_up(dawn: Path) -> None:
    lines = on_the_day("explain", "2026:company/O1/KR1", cwd=dawn).out.splitlines()
    assert lines[2:5] == [
        "    current 6 M EUR = 6 + 0",
        "      2026-Q1:company/O1/KR1: 6 M EUR — cycles/2026-Q1/notes/2026-W08/lin.yaml:1",
        "      2026-Q2:company/O1/KR1: 0 M EUR, its start: no report yet — cycles/2026-Q2/okrs/company.yaml:8",
    ]


def test_the_tree_of_the_quarter_holds_what_is_longer_above_and_what_is_shorter_below(dawn: Path) -> None:
    data = json.loads(on_the_day("tree", "--format", "json", cwd=dawn).out)
    text = json.dumps(data)
    for address in ("2026:company/O1", "company/O1", "2026-B1:sales/O1", "2026-02:alice/O1"):
        assert f'"{address}"' in text, address


@pytest.mark.parametrize(
    ("person", "cycle"), [("alice", "2026-02"), ("wang", "2026-B1"), ("lin", "2026-Q1"), ("bob", "2026-Q1")]
)
def test_a_new_note_goes_where_the_person_has_goals(dawn: Path, person: str, cycle: str) -> None:
    """bob answers for a key result of Apollo alone, and is told how to get there."""
    result = on_the_day("new", "note", person, "--week", "W07", "--dry-run", cwd=dawn)
    assert f"+++ b/cycles/{cycle}/notes/2026-W07/{person}.yaml\n" in result.out
    assert ("Bob Meyer has goals in the project cycle apollo" in result.err) is (person == "bob")
    asked = on_the_day("new", "note", person, "--week", "W07", "--dry-run", "--cycle", "apollo", cwd=dawn)
    assert f"+++ b/cycles/apollo/notes/2026-W07/{person}.yaml\n" in asked.out
    assert ("apollo/O1/KR1" in asked.out) is (person == "bob")


@pytest.mark.parametrize(
    ("owner", "today", "cycle"),
    [
        ("bob", DAY, "2026-Q1"),  # quarters have most sheets; the month is alice's alone
        ("alice", "2026-03-02", "2026-03"),  # she has planned by the month before
        ("sales", "2026-03-02", "2026-B2"),
        ("wang", "2026-07-01", "2026-Q3"),  # a new quarter, and nobody has written in it
    ],
)
def test_a_new_sheet_goes_where_it_is_most_likely_meant(tmp_path: Path, owner: str, today: str, cycle: str) -> None:
    empty = {f"cycles/{one}/cycle.yaml": f"title: '{one}'\n" for one in ("2026-03", "2026-B2", "2026-Q3")}
    root = write_tree(tmp_path, {**WITHIN, **empty})
    result = on_the_day("new", "okr", owner, "--dry-run", cwd=root, today=today)
    assert f"+++ b/cycles/{cycle}/okrs/{owner}.yaml\n" in result.out


@pytest.mark.parametrize(("owner", "cycle"), [("alice", "2026-02"), ("sales", "2026-B1"), ("company", "2026-Q1")])
def test_looking_back_takes_the_cycle_of_the_sheet(dawn: Path, owner: str, cycle: str) -> None:
    drafted = on_the_day("new", "retro", owner, "--dry-run", cwd=dawn)
    assert f"+++ b/cycles/{cycle}/retros/{owner}.yaml\n" in drafted.out
    assert f", {cycle}" in on_the_day("retro", owner, cwd=dawn).out.splitlines()[0]


def test_looking_back_on_a_project(dawn: Path) -> None:
    refused = on_the_day("new", "retro", "apollo", cwd=dawn)
    assert refused.code == 2
    assert refused.err.endswith("hint: choose the cycle: --cycle apollo\n")
    asked = on_the_day("new", "retro", "apollo", "--cycle", "apollo", "--dry-run", cwd=dawn)
    assert "+++ b/cycles/apollo/retros/apollo.yaml\n" in asked.out
    assert "+    # ✓ M2 Half of all contracts moved\n+    # · M3 The old system is switched off\n" in asked.out


def test_the_weekly_of_a_project_gathers_its_members(dawn: Path) -> None:
    """alice and bob are listed, chen leads; bob's milestones are news of the week."""
    report = on_the_day("weekly", "apollo", "--cycle", "apollo", cwd=dawn).out
    assert "**missing: Chen Hao**" in report
    assert "🏁 **Bob Meyer**: Half of all contracts moved" in report


def test_the_year_rolls_over_into_the_next(tmp_path: Path) -> None:
    """From the year and not from its fourth quarter or December, which end on the same day."""
    retro = "scores: [{kr: O1/KR1, next: carry}, {kr: O1/KR2, next: carry}]\n"
    later = {f"cycles/{one}/cycle.yaml": f"title: '{one}'\n" for one in ("2026-Q4", "2026-12")}
    root = write_tree(tmp_path, {**WITHIN, **later, "cycles/2026/retros/company.yaml": retro})
    result = on_the_day("rollover", "--to", "2027", cwd=root, today="2026-12-20")
    assert "okrctl: going on from cycle 2026\n" in result.err
    text = (root / "cycles/2027/okrs/company.yaml").read_text(encoding="utf-8")
    assert "metric: {start: 6, target: 40, unit: M EUR}\n" in text
    assert "cascade" not in text, "the quarters that added up to it do not go on"
    strict = run("validate", "cycles/2027", "--strict", "--today", "2026-12-20", cwd=root)
    assert strict.code == 0, strict.out


def test_a_quarters_part_of_the_years_sum_begins_anew(tmp_path: Path) -> None:
    """The 6 million of the first quarter count in the year already; from 6 on they would count twice."""
    retro = "scores: [{kr: O1/KR1, next: carry}, {kr: O1/KR2, next: carry}]\n"
    files = {**WITHIN, "cycles/2026-Q1/retros/company.yaml": retro}
    del files["cycles/2026-Q2/okrs/company.yaml"]
    root = write_tree(tmp_path, files)
    on_the_day("rollover", "--cycle", "2026-Q1", "--to", "2026-Q2", cwd=root, today="2026-04-02")
    text = (root / "cycles/2026-Q2/okrs/company.yaml").read_text(encoding="utf-8")
    assert "metric: {start: 0, target: 10, unit: M EUR}\n" in text
    assert "# it adds to 2026:company/O1/KR1, so it begins at 0 again: is the target still right?\n" in text


def test_the_year_is_the_same_from_each_of_its_quarters(dawn: Path) -> None:
    """Asked for the second quarter the first is read along, for the year's sum rests on it: 6 of 40."""
    data = json.loads(on_the_day("tree", "company", "--up", "--cycle", "2026-Q2", "--format", "json", cwd=dawn).out)
    found = {goal["address"]: goal["progress"] for goal in _goals(data)}
    assert found["2026:company/O1/KR1"] == 0.15


def _goals(data: object) -> list[dict]:
    """Every goal of a tree, wherever it hangs."""
    if isinstance(data, list):
        return [goal for one in data for goal in _goals(one)]
    if not isinstance(data, dict):
        return []
    return [*([data] if "address" in data else []), *(goal for one in data.values() for goal in _goals(one))]


def test_it_is_all_valid(dawn: Path) -> None:
    result = on_the_day("validate", "--strict", cwd=dawn)
    assert result.code == 0, result.out
