"""OKR218 and OKR219: sheets that are missing, help that nobody has taken up."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.language import Language
from tests.rules.findings import remedies, seen

CYCLE = "cycles/2026-Q1/cycle.yaml"
DUE = {CYCLE: "due: {sheets: 2026-01-12}\n"}
SHEET = "objectives:\n  - {id: O1, title: A goal, aligns_to: [growth/O1]}\n"
DAY = date(2026, 1, 20)


def _missing(root: Path, files: dict[str, str], today: date = DAY) -> list[str]:
    return [one.text for one in seen(root, "OKR218", files, today=today)]


# 218: the company and growth have sheets; growth is wang (lead), alice and bob, design is dana alone


def test_a_team_and_a_person_among_others_who_have_one(tmp_path: Path) -> None:
    design, bob = seen(tmp_path, "OKR218", DUE | {"alice.yaml": SHEET}, today=DAY)
    assert (design.path, design.line, design.column, design.text) == ("org.yaml", 4, 3, "design")
    assert design.message == "Design has no sheet for 2026-Q1; sheets were due on 2026-01-12"
    assert design.related == ("2026-01-12",)
    assert (bob.line, bob.column, bob.text) == (9, 3, "bob")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "make one: okrctl new okr design --cycle 2026-Q1; if 2026-Q1 is not for everybody, leave due.sheets out of "
            "cycles/2026-Q1/cycle.yaml",
        ),
        (
            "zh",
            "新建一张：okrctl new okr 设计部 --cycle 2026-Q1；2026-Q1 如果不要求所有人都写，"
            "就从 cycles/2026-Q1/cycle.yaml 里去掉 due.sheets",
        ),
    ],
)
def test_both_ways_out_are_named(tmp_path: Path, language: Language, said: str) -> None:
    assert remedies(tmp_path, "OKR218", DUE, language, DAY) == [said]


def test_where_nobody_of_a_team_has_one_nobody_misses_it(tmp_path: Path) -> None:
    assert _missing(tmp_path, DUE | {"design.yaml": SHEET}) == []


@pytest.mark.parametrize(
    ("today", "found"),
    [(date(2026, 1, 12), False), (date(2026, 1, 13), True), (date(2026, 3, 31), True), (date(2026, 4, 1), False)],
)
def test_from_the_day_after_to_the_end_of_the_cycle(tmp_path: Path, today: date, found: bool) -> None:
    assert _missing(tmp_path, DUE, today) == (["design"] if found else [])


@pytest.mark.parametrize(
    "written",
    [
        "title: First quarter\n",
        "due: {scores: 2026-04-03}\n",
        "due: {sheets: 2026-01-12}\nstate: planned\n",
        "due: {sheets: 2026-01-12}\nstate: closed\n",
        "due: {sheets: 2026-01-12}\nproject: Apollo\n",
    ],
)
def test_cycles_that_ask_for_none(tmp_path: Path, written: str) -> None:
    assert _missing(tmp_path, {CYCLE: written}) == []


@pytest.mark.parametrize(
    "who",
    ["joined: 2026-01-05", "left: 2026-01-16", "external: true"],
)
def test_newcomers_those_who_left_and_outsiders(tmp_path: Path, who: str) -> None:
    org = {"org/more.yaml": f"people:\n  kim: {{name: Kim Vos, team: growth, {who}}}\n"}
    everybody = {f"{owner}.yaml": SHEET for owner in ("alice", "bob", "design")}
    assert _missing(tmp_path, DUE | org | everybody) == []


def test_a_project_team_whose_members_are_at_home_elsewhere(tmp_path: Path) -> None:
    org = {"org/more.yaml": "teams:\n  apollo: {name: Apollo, parent: company, lead: alice, members: [bob]}\n"}
    assert _missing(tmp_path, DUE | org | {"design.yaml": SHEET}) == []


def test_the_only_one_of_a_team_may_write_either_sheet(tmp_path: Path) -> None:
    assert _missing(tmp_path, DUE | {"dana.yaml": SHEET}) == []


def test_a_sheet_that_cannot_be_read_is_there(tmp_path: Path) -> None:
    assert _missing(tmp_path, DUE | {"design.yaml": "objectives: [\n"}) == []


# 219


def _goal(*lines: str) -> dict[str, str]:
    text = "".join(f"    {line}\n" for line in lines)
    results = "    key_results: [{id: KR1, title: A result}, {id: KR2, title: Another}]\n"
    return {"alice.yaml": f"objectives:\n  - id: O1\n    title: A goal\n    aligns_to: [growth/O1]\n{text}{results}"}


def _asked(root: Path, files: dict[str, str], today: date = DAY) -> list[str]:
    return [one.text for one in seen(root, "OKR219", files, today=today)]


def test_a_collaborator_who_has_not_taken_it_up(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR219", _goal("with: [design]"), today=DAY)
    assert (one.path, one.line, one.column, one.text) == ("alice.yaml", 5, 12, "design")
    assert one.message == "Design supports nothing of this objective and has not reported on it"


def test_a_mention_and_the_owner_of_a_key_result(tmp_path: Path) -> None:
    files = _goal("why: It depends on @Dana Ruiz")
    files["alice.yaml"] = files["alice.yaml"].replace("{id: KR1, title: A result}", "{id: KR1, title: T, owner: bob}")
    assert _asked(tmp_path, files) == ["@Dana Ruiz", "bob"]


def test_who_is_asked_twice_for_one_objective_is_named_once(tmp_path: Path) -> None:
    files = _goal("with: [dana]", "why: It depends on @dana")
    files["alice.yaml"] = files["alice.yaml"].replace("title: A result", "title: A result with @dana")
    assert _asked(tmp_path, files) == ["dana"]


SUPPORT = "objectives:\n  - {id: O1, title: A goal, aligns_to: [alice/O1/KR2]}\n"
NOTE = "cycles/2026-Q1/notes/2026-W07/dana.yaml"


@pytest.mark.parametrize(
    ("who", "files"),
    [
        ("design", {"design.yaml": SUPPORT}),
        ("design", {"dana.yaml": SUPPORT}),
        ("dana", {"design.yaml": SUPPORT}),
        ("dana", {NOTE: "updates: [{kr: alice/O1/KR1, progress: Drawn and tested}]\n"}),
        ("design", {NOTE: "updates: [{kr: alice/O1, progress: Drawn and tested}]\n"}),
    ],
    ids=["team by its sheet", "team by its lead", "lead by the team", "person by a note", "team by a note"],
)
def test_taken_up(tmp_path: Path, who: str, files: dict[str, str]) -> None:
    assert _asked(tmp_path, _goal(f"with: [{who}]") | files) == []


@pytest.mark.parametrize(
    ("today", "found"),
    [(date(2026, 1, 14), False), (date(2026, 1, 15), True), (date(2026, 3, 31), True), (date(2026, 4, 1), False)],
)
def test_from_the_freeze_to_the_end_of_the_cycle(tmp_path: Path, today: date, found: bool) -> None:
    """The freeze is two weeks after 1 January where cycle.yaml gives none."""
    assert _asked(tmp_path, _goal("with: [design]"), today) == (["design"] if found else [])


@pytest.mark.parametrize("who", ["external: true", "left: 2026-01-16"])
def test_outsiders_and_those_who_left(tmp_path: Path, who: str) -> None:
    org = {"org/more.yaml": f"people:\n  kim: {{name: Kim Vos, team: design, {who}}}\n"}
    assert _asked(tmp_path, org | _goal("with: [kim]")) == []


def test_a_dropped_goal_asks_for_nothing(tmp_path: Path) -> None:
    assert _asked(tmp_path, _goal("with: [design]", "dropped: {on: 2026-01-16, because: Merged}")) == []
