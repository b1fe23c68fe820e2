"""Addresses, cycles, ids, attachments, to-dos and grades: 102, 103, 104, 109, 110, 111, 112."""

from pathlib import Path

import pytest

from tests.rules.findings import seen

FOLDER = "cycles/2026-Q1/notes/2026-W07"
NOTE = f"{FOLDER}/wang.yaml"
BOB = """\
objectives:
  - id: O1
    title: The import is no obstacle
    aligns_to: [{target}]
    key_results:
      - id: KR1
        title: The import is live
        milestones: [{{id: M1, title: Tested}}, {{id: M2, title: Live}}]
      - {{id: KR2, title: Twenty teams import alone}}
"""
SCHEME = """\
start: 2026-01-01
end: 2026-06-30
cycles: [2026-Q1]
scale: [{grade: B}, {grade: A}]
dimensions: [{id: performance}]
"""


def note(kr: str, more: str = "value: 3") -> dict[str, str]:
    return {NOTE: f"updates:\n  - {{kr: {kr}, {more}}}\n"}


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("growth/O1/KR9", "; did you mean growth/O1/KR"),
        ("growht/O1", "; did you mean growth/O1 (New teams feel at home within their fir…)?"),
        ("O7/KR1", 'no objective or key result "O7/KR1"'),
        ("design/O1/KR1", "design has no sheet in 2026-Q1"),
        ("2026-Q1:growth/O2", 'no objective or key result "2026-Q1:growth/O2"; did you mean growth/O1 ('),
    ],
)
def test_an_address_of_nothing(tmp_path: Path, written: str, message: str) -> None:
    (one,) = seen(tmp_path, "OKR102", note(written))
    assert (one.line, one.column, one.text) == (2, 10, written)
    assert message in one.message


def test_the_same_goal_in_another_cycle_is_what_was_meant(tmp_path: Path) -> None:
    year = {"cycles/2026/okrs/company.yaml": "objectives: [{id: O5, title: Europe knows us}]\n"}
    (one,) = seen(tmp_path, "OKR102", {**year, **note("company/O5")})
    assert one.message.endswith("did you mean 2026:company/O5 (Europe knows us)?")


def test_an_unknown_owner_or_cycle_is_not_an_unknown_goal_as_well(tmp_path: Path) -> None:
    files = note("zoe/O1/KR1") | {"bob.yaml": BOB.format(target='"2025-Q9:growth/O1"')}
    assert seen(tmp_path, "OKR102", files) == []
    (one,) = seen(tmp_path, "OKR103", files)
    assert (one.line, one.column, one.text) == (4, 18, "2025-Q9")


@pytest.mark.parametrize("broken", ["objectives: [", "objectives: [{id: O1}]\n"])
def test_a_reference_to_a_broken_sheet_is_not_reported(tmp_path: Path, broken: str) -> None:
    files = {"design.yaml": broken, "bob.yaml": BOB.format(target="design/O1"), **note("design/O1/KR1")}
    for code in ("OKR101", "OKR102", "OKR103"):
        assert seen(tmp_path, code, files) == []


def test_a_cycle_without_dates_is_reported_there_alone(tmp_path: Path) -> None:
    files = {
        "cycles/apollo/okrs/growth.yaml": "objectives: []\n",
        "cycles/apollo/notes/2026-W07/bob.yaml": "updates: [{kr: growth/O1, value: 3}]\n",
        "bob.yaml": BOB.format(target='"apollo:growth/O1"'),
    }
    for code in ("OKR102", "OKR103"):
        assert seen(tmp_path, code, files) == []


@pytest.mark.parametrize(
    ("reached", "expected"),
    [("[M1, M3]", [(2, 32, "M3")]), ("{M1: {}, M4: {}}", [(2, 36, "M4")]), ("[M1, M2]", [])],
)
def test_a_milestone_that_is_not_on_the_sheet(
    tmp_path: Path, reached: str, expected: list[tuple[int, int, str]]
) -> None:
    bob = {f"{FOLDER}/bob.yaml": f"updates:\n  - {{kr: O1/KR1, reached: {reached}}}\n"}
    found = seen(tmp_path, "OKR102", {"bob.yaml": BOB.format(target="growth/O1"), **bob})
    assert [(one.line, one.column, one.text) for one in found] == expected


def test_retros_and_forms_are_looked_up_in_their_own_cycle(tmp_path: Path) -> None:
    files = {
        "cycles/2026-Q1/retros/growth.yaml": "scores: [{kr: O1/KR1}, {kr: O1/KR9}, {objective: O9}]\n",
        "reviews/H1/scheme.yaml": SCHEME,
        "reviews/H1/forms/wang/wang.yaml": "outputs: [{what: w, okr: [growth/O1, '2026-Q1:growth/O9']}]\n",
    }
    assert [one.text for one in seen(tmp_path, "OKR102", files)] == ["O1/KR9", "O9", "'2026-Q1:growth/O9'"]


def test_a_parent_and_a_scheme_name_cycles(tmp_path: Path) -> None:
    files = {
        "cycles/2026-Q1/cycle.yaml": 'parent: "2026"\n',
        "reviews/H1/scheme.yaml": SCHEME.replace("[2026-Q1]", "[2026-Q1, 2026-Q3]"),
    }
    found = seen(tmp_path, "OKR103", files)
    assert [(one.path, one.line, one.text) for one in found] == [
        ("cycles/2026-Q1/cycle.yaml", 1, '"2026"'), ("reviews/H1/scheme.yaml", 3, "2026-Q3"),
    ]  # fmt: skip


def test_ids_of_every_kind_that_stand_twice(tmp_path: Path) -> None:
    sheet = BOB.format(target="growth/O1").replace("id: M2", "id: M1").replace("id: KR2", "id: KR1")
    todos = "other:\n  - {title: T, next: [{what: a, id: x}, {what: b, id: '1'}], risks: [{risk: r, need: n, id: x}]}\n"
    files = {
        "bob.yaml": sheet + "  - {id: O1, title: Again, dropped: {on: 2026-02-01, because: x}}\n",
        NOTE: todos,
        "reviews/H1/scheme.yaml": SCHEME.replace("{grade: A}", "{grade: B}"),
        "library/x.yaml": "objectives: [{id: O1, title: a}, {id: O1, title: b}]\n",
    }
    found = [(one.path, one.line, one.text) for one in seen(tmp_path, "OKR104", files)]
    assert found == [
        ("bob.yaml", 8, "M1"), ("bob.yaml", 9, "KR1"), ("bob.yaml", 10, "O1"),
        (NOTE, 2, "'1'"), (NOTE, 2, "x"),
        ("library/x.yaml", 1, "O1"), ("reviews/H1/scheme.yaml", 4, "B"),
    ]  # fmt: skip


def test_a_report_on_a_goal_whose_objective_was_dropped(tmp_path: Path) -> None:
    sheet = BOB.format(target="growth/O1") + "    dropped: {on: 2026-02-09, because: x}\n"
    path = "cycles/2026-Q1/notes/2026-W{week}/bob.yaml"
    files = {"bob.yaml": sheet} | {
        path.format(week=week): "updates: [{kr: O1/KR2, percent: 3}]\n" for week in ("06", "07")
    }
    (one,) = seen(tmp_path, "OKR109", files)
    assert (one.path, one.text, one.related) == (path.format(week="07"), "O1/KR2", ("dropped",))
    assert one.message == "bob/O1/KR2 was dropped on 2026-02-09"


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        ("wang/b.png", "does not exist"),
        ("../2026-W06/x.png", "does not exist"),
        ("/etc/hostname", "outside the workspace"),
        ("../../../../../x", "outside the workspace"),
        (r"'C:\x.png'", "does not exist"),
        ("https://x.example/a b.png", None),
        ("mailto:bob@x.example", None),
        ("wang/a.txt", None),
        ("wang", None),
    ],
)
def test_evidence(tmp_path: Path, evidence: str, message: str | None) -> None:
    files = {f"{FOLDER}/wang/a.txt": "x", NOTE: f"updates: [{{kr: growth/O1/KR1, evidence: [{evidence}]}}]\n"}
    found = seen(tmp_path, "OKR110", files)
    assert [message is not None and message in one.message for one in found] == ([True] if message else [])


def test_evidence_named_in_nfd_is_found(tmp_path: Path) -> None:
    files = {f"{FOLDER}/wang/e\u0301.txt": "x", NOTE: "updates: [{kr: growth/O1/KR1, evidence: [wang/\u00e9.txt]}]\n"}
    assert seen(tmp_path, "OKR110", files) == []


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2026-W06/bob/3", 'has no to-do "3"; it has x, 2, n1'),
        ("2026-W06/alice/1", "alice wrote no note in 2026-W06"),
        ("2026-W05/bob/1", "the note of bob in 2026-W05 has no to-dos or needs"),
        ("2026-W06/bob/x", None),
        ("2026-W06/bob/1", None),
        ("2026-W06/bob/n1", None),
        ("2026-W06/zoe/1", None),
        ("2026-W04/bob/1", None),
    ],
)
def test_to_dos(tmp_path: Path, written: str, message: str | None) -> None:
    path = "cycles/2026-Q1/notes/2026-W{week}/bob.yaml"
    todos = "other: [{title: T, next: [{what: a, id: x}, {what: b}], risks: [{risk: r, need: n}, r]}]\n"
    files = {
        path.format(week="06"): todos,
        path.format(week="05"): "thanks: [{to: lin, for: x}]\n",
        path.format(week="04"): "thanks: [",
        NOTE: f"done: [{written}]\n",
    }
    found = seen(tmp_path, "OKR111", files)
    assert [(one.line, one.column, one.text) for one in found] == ([(1, 8, written)] if message else [])
    assert all(message is not None and message in one.message for one in found)


def test_grades_and_dimensions_of_a_period(tmp_path: Path) -> None:
    decision = "{who: bob, dimension: growth, from: C, to: A, by: lin, level: growth, on: 2026-07-20}"
    form = "ratings: {performance: {grade: a}, values: {grade: unknown}}\ngrade: unknown\n"
    files = {
        "reviews/H1/scheme.yaml": SCHEME + "overall: values\nguidance: {S: [0, 10]}\n",
        "reviews/H1/forms/bob/wang.yaml": form,
        "reviews/H1/calibration.yaml": f"decisions: [{decision}]\n",
        "reviews/H2/forms/bob/wang.yaml": "ratings: {anything: {grade: Z}}\n",
    }
    found = [(one.path.removeprefix("reviews/H1/"), one.line, one.text) for one in seen(tmp_path, "OKR112", files)]
    assert found == [
        ("calibration.yaml", 1, "growth"), ("calibration.yaml", 1, "C"),
        ("forms/bob/wang.yaml", 1, "a"), ("forms/bob/wang.yaml", 1, "values"), ("forms/bob/wang.yaml", 2, "unknown"),
        ("scheme.yaml", 6, "values"), ("scheme.yaml", 7, "S"),
    ]  # fmt: skip
