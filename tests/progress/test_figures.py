from datetime import date
from pathlib import Path

import pytest

from okrctl.workspace.index import SheetKey
from tests.progress.worlds import CYCLE, key, one_key_result, updates, world

DAY = date(2026, 2, 17)  # the 48th of 90 days, W08
SHEET = """\
objectives:
  - id: O1
    title: t
    weight: 75
    key_results:
      - {id: KR1, title: a, weight: 50}
      - {id: KR2, title: b, weight: 30}
      - {id: KR3, title: c, weight: 20, dropped: {on: 2026-02-10, because: x}}
  - id: O2
    title: u
    key_results:
      - {id: KR1, title: d}
      - {id: KR2, title: e}
"""
NOTE = """\
updates:
  - {kr: O1/KR1, percent: 130, confidence: 8}
  - {kr: O1/KR2, percent: 20, confidence: 4}
  - {kr: O1/KR3, percent: 50}
  - {kr: O2/KR1, percent: 60, confidence: 5}
  - {kr: O1, status: at_risk, confidence: 1}
"""
FILES = {"alice": SHEET, "W06/alice": NOTE}


def test_roll_up_before_a_key_result_is_dropped(tmp_path: Path) -> None:
    """O1 = (50·1 + 30·0.2 + 20·0.5) / 100 = 0.66; 130 % enters as 1."""
    found = world(tmp_path, FILES).figures(date(2026, 2, 9))
    assert found.goal(key("alice/O1")).progress == 0.66
    assert found.goal(key("alice/O1/KR1")).progress == 1.3
    assert found.goal(key("alice/O1/KR3")).weight == 20


def test_roll_up_after(tmp_path: Path) -> None:
    """O1 = (62.5·1 + 37.5·0.2) / 100 = 0.7; O2 = (60 + 0) / 2 = 0.3; alice = 0.75·0.7 + 0.25·0.3 = 0.6."""
    found = world(tmp_path, FILES).figures(date(2026, 2, 10))
    assert found.goal(key("alice/O1")).progress == 0.7
    assert [found.goal(key(f"alice/O1/KR{n}")).weight for n in (1, 2, 3)] == [62.5, 37.5, 0.0]
    assert found.goal(key("alice/O1/KR3")).dropped
    assert found.goal(key("alice/O1/KR3")).computed_status is None
    assert found.goal(key("alice/O2")).progress == 0.3
    assert [found.goal(key(f"alice/O{n}")).weight for n in (1, 2)] == [75, 25]
    owner = found.owner(SheetKey(CYCLE, "alice"))
    assert owner.progress == 0.6
    assert owner.without_data == (key("alice/O2/KR2"),)


def test_status_and_confidence_of_an_objective(tmp_path: Path) -> None:
    """Status as reported on it; confidence (50·8 + 30·4) / 80 = 6.5, after the drop the same; O2 only what is said."""
    found = world(tmp_path, FILES).figures(DAY)
    assert found.goal(key("alice/O1")).status == "at_risk"
    assert found.goal(key("alice/O1")).confidence == 6.5
    assert found.goal(key("alice/O2")).confidence == 5
    assert found.owner(SheetKey(CYCLE, "alice")).confidence == 6.125  # 0.75·6.5 + 0.25·5


def test_confidence_said_about_the_objective_counts_where_no_key_result_has_one(tmp_path: Path) -> None:
    files = {"alice": one_key_result("why: y"), "W07/alice": "updates: [{kr: O1, confidence: 3}]\n"}
    assert world(tmp_path, files).goal("alice/O1", DAY).confidence == 3


def test_a_dropped_objective_leaves_the_owner_and_keeps_its_own_progress(tmp_path: Path) -> None:
    sheet = SHEET.replace("    title: t\n", "    title: t\n    dropped: {on: 2026-02-12, because: x}\n")
    found = world(tmp_path, {**FILES, "alice": sheet}).figures(DAY)
    objective = found.goal(key("alice/O1"))
    assert (objective.progress, objective.weight, objective.dropped) == (0.7, 0.0, True)
    assert objective.computed_status is None
    assert found.goal(key("alice/O1/KR1")).dropped
    assert found.goal(key("alice/O2")).weight == 100
    assert found.owner(SheetKey(CYCLE, "alice")).progress == 0.3


def test_the_worst_key_result_with_a_tenth_of_the_weight_decides(tmp_path: Path) -> None:
    sheet = """\
objectives:
  - id: O1
    title: t
    key_results: [{id: KR1, title: a, weight: 91}, {id: KR2, title: b, weight: 9}]
  - id: O2
    title: t
    key_results: [{id: KR1, title: a, weight: 90}, {id: KR2, title: b, weight: 10}]
"""
    note = "updates:\n" + "".join(
        f"  - {{kr: {o}/{kr}, percent: {p}}}\n" for o in ("O1", "O2") for kr, p in (("KR1", 60), ("KR2", 0))
    )
    found = world(tmp_path, {"alice": sheet, "W08/alice": note}).figures(DAY)
    assert found.goal(key("alice/O1")).computed_status == "on_track"
    assert found.goal(key("alice/O2")).computed_status == "off_track"


def test_an_objective_without_key_results(tmp_path: Path) -> None:
    found = world(tmp_path, {"alice": "objectives: [{id: O1, title: t}]\n"}).goal("alice/O1", DAY)
    assert (found.progress, found.expected, found.computed_status) == (0.0, 0.533333333333, None)


def test_company_attainment_is_that_of_the_root_team(tmp_path: Path) -> None:
    files = {"company": one_key_result("why: y"), "W07/lin": "updates: [{kr: company/O1/KR1, percent: 40}]\n"}
    found = world(tmp_path, files).figures(DAY)
    company = found.company(CYCLE)
    assert company is not None
    assert (company.sheet, company.progress, company.gap) == (SheetKey(CYCLE, "company"), 0.4, -0.133333333)
    assert found.company("2026-Q2") is None


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    owner = world(tmp_path, {"alice": SHEET}).figures(DAY).owner(SheetKey(CYCLE, "bob"))
    assert (owner.progress, owner.expected, owner.confidence, owner.without_data) == (0, 0, None, ())


CASCADE_MEAN = {
    "company": one_key_result("cascade: mean"),
    "growth": """\
objectives:
  - id: O1
    title: t
    weight: 60
    aligns_to: [company/O1/KR1]
    key_results: [{id: KR1, title: a, metric: {start: 0, target: 10}}]
  - id: O2
    title: u
    weight: 40
    key_results:
      - {id: KR1, title: b, weight: 20, aligns_to: [company/O1/KR1], due: 2026-02-28}
      - {id: KR2, title: c, weight: 80, aligns_to: [company/O1/KR1], dropped: {on: 2026-02-01, because: x}}
""",
    "W07/wang": "updates:\n  - {kr: growth/O1/KR1, value: 5}\n  - {kr: growth/O2/KR1, percent: 150}\n",
}


def test_cascade_mean(tmp_path: Path) -> None:
    """Objective of weight 60 at 0.5; key result that is alone since 1 February, so of weight 100, at 1.5, as 1.

    p = (60·0.5 + 100·1) / 160 = 0.8125; expected = (60·48/90 + 100·48/59) / 160 = 0.708474576271.
    """
    found = world(tmp_path, CASCADE_MEAN).goal("company/O1/KR1", DAY)
    assert found.progress == 0.8125
    assert found.expected == 0.708474576271
    assert found.has_data
    assert found.last is not None
    assert found.last.author == "wang"
    assert found.computed_status == "on_track"


def test_cascade_mean_of_nothing(tmp_path: Path) -> None:
    found = world(tmp_path, {"company": one_key_result("cascade: mean")}).goal("company/O1/KR1", DAY)
    assert (found.progress, found.has_data, found.expected) == (0.0, False, 0.533333333333)


SALES = "metric: {start: 0, target: 10, unit: EUR}"
CASCADE_SUM = {
    "company": one_key_result("metric: {start: 0, target: 2, unit: EUR}, cascade: sum"),
    "alice": one_key_result(SALES + ", aligns_to: [company/O1/KR1]"),
    "bob": one_key_result(SALES.replace("start: 0", "start: 0.5") + ", aligns_to: [company/O1/KR1]"),
    "dana": one_key_result(SALES.replace("EUR", "USD") + ", aligns_to: [company/O1/KR1]"),  # another unit
    "wang": "objectives: [{id: O1, title: t, aligns_to: [company/O1/KR1], key_results: [{id: KR1, title: t}]}]\n",
    "growth": one_key_result(SALES + ", aligns_to: [company/O1/KR1]"),
    "W07/alice": updates("value: 0.1"),
    "W07/dana": updates("value: 7"),
    "W07/wang": "updates:\n  - {kr: growth/O1/KR1, value: 0.2}\n  - {kr: O1/KR1, percent: 90}\n",
}


def test_cascade_sum(tmp_path: Path) -> None:
    """0.1 + 0.2 + bob's start 0.5 = 0.8 of 2: neither another unit nor an objective adds."""
    found = world(tmp_path, CASCADE_SUM).goal("company/O1/KR1", DAY)
    assert (found.current, found.progress, found.expected) == (0.8, 0.4, 0.533333333333)


def test_a_sum_without_float_noise(tmp_path: Path) -> None:
    files = {**CASCADE_SUM, "bob": one_key_result(SALES)}
    assert world(tmp_path, files).goal("company/O1/KR1", DAY).current == 0.3


def test_a_sum_of_nothing_has_no_current_value(tmp_path: Path) -> None:
    found = world(tmp_path, {"company": CASCADE_SUM["company"]}).goal("company/O1/KR1", DAY)
    assert (found.current, found.progress, found.has_data) == (None, 0.0, False)


def test_a_year_that_takes_from_its_quarters(tmp_path: Path) -> None:
    """Year target 40: first quarter 6, second not begun, counted with its start 0."""
    quarter = one_key_result(SALES + ", aligns_to: ['2026:company/O1/KR1']")
    files = {
        "cycles/2026/okrs/company.yaml": one_key_result("metric: {start: 0, target: 40, unit: EUR}, cascade: sum"),
        "cycles/2026-Q1/okrs/company.yaml": quarter,
        "cycles/2026-Q2/okrs/company.yaml": quarter,
        "W07/lin": "updates: [{kr: company/O1/KR1, value: 6}]\n",
    }
    found = world(tmp_path, files)
    year = found.goal("company/O1/KR1", DAY, "2026")
    assert (year.current, year.progress, year.expected) == (6, 0.15, 0.131506849315)  # 48 of 365 days
    assert found.goal("company/O1/KR1", DAY, "2026-Q2").computed_status is None


def test_two_months(tmp_path: Path) -> None:
    files = {"cycles/2026-B1/okrs/alice.yaml": one_key_result("why: y")}
    assert world(tmp_path, files).goal("alice/O1/KR1", DAY, "2026-B1").expected == 0.813559322034  # 48 of 59


def test_a_loop_through_cascade_ends_and_does_not_depend_on_where_it_is_entered(tmp_path: Path) -> None:
    """company takes from growth and alice, growth from company: only alice, at 0.4, carries a number into the loop."""
    files = {
        "company": one_key_result("cascade: mean, aligns_to: [growth/O1/KR1]"),
        "growth": one_key_result("cascade: mean, aligns_to: [company/O1/KR1]"),
        "alice": one_key_result("why: y, aligns_to: [company/O1/KR1]"),
        "bob": one_key_result("cascade: mean, aligns_to: [bob/O1]"),
        "W07/alice": updates("percent: 40"),
    }
    found = world(tmp_path, files)
    for first in ("company/O1/KR1", "growth/O1/KR1"):
        figures = found.figures(DAY)
        figures.goal(key(first))
        assert figures.goal(key("company/O1/KR1")).progress == 0.4
        assert figures.goal(key("growth/O1/KR1")).progress == 0.0
    assert found.goal("bob/O1/KR1", DAY).progress == 0.0


def test_a_key_result_that_takes_from_its_own_objective(tmp_path: Path) -> None:
    sheet = (
        "objectives: [{id: O1, title: t, aligns_to: [O1/KR1],"
        " key_results: [{id: KR1, title: t, cascade: mean}, {id: KR2, title: u}]}]\n"
    )
    found = world(tmp_path, {"alice": sheet, "W07/alice": "updates: [{kr: O1/KR2, percent: 50}]\n"})
    assert found.goal("alice/O1/KR1", DAY).progress == 0.0
    assert found.goal("alice/O1", DAY).progress == 0.25


def test_a_chain_of_a_thousand_cascades(tmp_path: Path) -> None:
    entries = "".join(
        f"      - {{id: KR{n}, title: t, cascade: mean, weight: 0, aligns_to: [alice/O1/KR{n - 1}]}}\n"
        for n in range(1, 1000)
    )
    sheet = (
        "objectives:\n  - id: O1\n    title: t\n    key_results:\n      - {id: KR0, title: t, cascade: mean}\n"
        + entries
        + "      - {id: end, title: t, aligns_to: [alice/O1/KR999]}\n"
    )
    found = world(tmp_path, {"alice": sheet, "W07/alice": "updates: [{kr: O1/end, percent: 50}]\n"})
    assert found.goal("alice/O1/KR0", DAY).progress == 0.5


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_the_order_of_updates_on_different_goals_does_not_matter(tmp_path: Path, order: tuple[int, ...]) -> None:
    entries = ["{kr: O1/KR1, percent: 10}", "{kr: O1/KR2, percent: 20}", "{kr: O2/KR1, percent: 30}"]
    note = "updates:\n" + "".join(f"  - {entries[n]}\n" for n in order)
    found = world(tmp_path, {"alice": SHEET, "W07/alice": note}).figures(DAY)
    assert [found.goal(key(f"alice/{one}")).progress for one in ("O1/KR1", "O1/KR2", "O2/KR1")] == [0.1, 0.2, 0.3]
