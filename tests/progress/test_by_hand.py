"""One sheet with a key result of every kind, rolled up by hand, before and after one is dropped; and its sub-cycle.

As of Tuesday, 17 February 2026, the 48th of 90 days, W08:

O1, weight 60
  KR1 40 %  12 → 4, falling; 11, 10, 9 in W04, W06, W08      (9 − 12) / (4 − 12) = 0.375
  KR2 20 %  band up to 24; 20 in W04, 30 in W06              1 of 2 weeks = 0.5
  KR3 20 %  milestones of weight 1, 2, 3; M1 and M3 reached  4 / 6 = 0.666666666667
  KR4 20 %  no report                                        0, and named
  O1 = 0.4 · 0.375 + 0.2 · 0.5 + 0.2 · 0.666… + 0 = 0.15 + 0.1 + 0.133… = 0.383333333333
O2, weight 40
  KR1 50 %  −20 → −5; −14 in W06                             (−14 + 20) / (−5 + 20) = 0.4
  KR2 50 %  130 percent, enters as 1                         1.3
  O2 = 0.5 · 0.4 + 0.5 · 1 = 0.7
alice = 0.6 · 0.383… + 0.4 · 0.7 = 0.23 + 0.28 = 0.51

KR4 dropped: its 20 % are shared, the others weigh 50, 25, 25:
  O1 = 0.5 · 0.375 + 0.25 · 0.5 + 0.25 · 0.666… = 0.1875 + 0.125 + 0.166… = 0.479166666667
  alice = 0.6 · 0.479166… + 0.28 = 0.2875 + 0.28 = 0.5675
"""

from datetime import date
from pathlib import Path

import pytest

from okrctl.workspace.index import SheetKey
from tests.progress.worlds import CYCLE, key, one_key_result, world

DAY = date(2026, 2, 17)
SHEET = """\
objectives:
  - id: O1
    title: t
    weight: 60
    key_results:
      - {id: KR1, title: falling, weight: 40, metric: {start: 12, target: 4}}
      - {id: KR2, title: band, weight: 20, keep: {max: 24}}
      - id: KR3
        title: milestones
        weight: 20
        milestones: [{id: M1, title: a}, {id: M2, title: b, weight: 2}, {id: M3, title: c, weight: 3}]
      - {id: KR4, title: silent, weight: 20}
  - id: O2
    title: u
    weight: 40
    key_results:
      - {id: KR1, title: negative, metric: {start: -20, target: -5}}
      - {id: KR2, title: percent}
"""
NOTES = {
    "W04/alice": "updates: [{kr: O1/KR1, value: 11}, {kr: O1/KR2, value: 20}, {kr: O1/KR3, reached: [M1]}]\n",
    "W06/alice": "updates: [{kr: O1/KR1, value: 10}, {kr: O1/KR2, value: 30}, {kr: O2/KR1, value: -14}]\n",
    "W08/alice": "updates: [{kr: O1/KR1, value: 9}, {kr: O1/KR3, reached: [M3]}, {kr: O2/KR2, percent: 130}]\n",
}
ALICE = SheetKey(CYCLE, "alice")


@pytest.mark.parametrize(
    ("address", "progress"),
    [
        ("O1/KR1", 0.375),
        ("O1/KR2", 0.5),
        ("O1/KR3", 0.666666666667),
        ("O1/KR4", 0.0),
        ("O2/KR1", 0.4),
        ("O2/KR2", 1.3),
        ("O1", 0.383333333333),
        ("O2", 0.7),
    ],
)
def test_every_kind(tmp_path: Path, address: str, progress: float) -> None:
    assert world(tmp_path, {"alice": SHEET, **NOTES}).goal(f"alice/{address}", DAY).progress == progress


def test_the_sheet(tmp_path: Path) -> None:
    """Planned: KR2 1, KR3 0, all others 48/90. O1 = 0.4 · 0.533… + 0.2 + 0 + 0.2 · 0.533… = 0.52; O2 0.533….

    alice = 0.6 · 0.52 + 0.4 · 0.533… = 0.312 + 0.213… = 0.525333…; 0.51 lags by 0.015333….
    """
    owner = world(tmp_path, {"alice": SHEET, **NOTES}).figures(DAY).owner(ALICE)
    assert (owner.progress, owner.expected, owner.gap) == (0.51, 0.525333333333, -0.015333333)
    assert owner.without_data == (key("alice/O1/KR4"),)


def test_the_sheet_after_a_drop(tmp_path: Path) -> None:
    sheet = SHEET.replace(
        "title: silent, weight: 20", "title: silent, weight: 20, dropped: {on: 2026-02-10, because: x}"
    )
    found = world(tmp_path, {"alice": sheet, **NOTES})
    after, before = found.figures(DAY), found.figures(date(2026, 2, 9))
    assert (after.goal(key("alice/O1")).progress, after.owner(ALICE).progress) == (0.479166666667, 0.5675)
    assert after.owner(ALICE).without_data == ()
    # W07 begins on 9 February: in it KR1 is at 10, KR3 at 1/6 and O2/KR2 silent. O1 = 0.1 + 0.1 + 0.0333… = 0.2333…
    assert before.goal(key("alice/O1")).progress == 0.233333333333


def test_the_forecast_of_each(tmp_path: Path) -> None:
    """KR1 loses half a point a week: 11 − 65/14 = 6.357142…, 5.642857… of 8. Two values of a band are too few."""
    figures = world(tmp_path, {"alice": SHEET, **NOTES}).figures(DAY)
    falling = figures.forecast(key("alice/O1/KR1"))
    assert falling is not None
    assert (falling.value, falling.progress) == (6.357142857143, 0.705357142857)
    others = ("O1/KR2", "O1/KR3", "O1/KR4", "O2/KR1", "O2/KR2", "O1")
    assert [figures.forecast(key(f"alice/{one}")) for one in others] == [None] * 6


def test_a_year_takes_the_quarters_and_a_month_stands_for_itself(tmp_path: Path) -> None:
    """Year 0 → 40 by sum: first quarter 6 (of 10), second not begun, its start 1: 7 of 40 = 0.175.

    February's own key result: 4 of 8 on the 17th of 28 days; 1, 2, 4 in W06 to W08: slopes 1, 1.5, 2, so 1.5 a week;
    due 28 February, 20, 13 and 6 days after the Sundays: 5.285714…, 4.785714…, 5.285714…, the middle 5.285714….
    """
    aligned = ", aligns_to: ['2026:company/O1/KR1']"
    files = {
        "cycles/2026/okrs/company.yaml": one_key_result("metric: {start: 0, target: 40}, cascade: sum"),
        "cycles/2026-Q1/okrs/company.yaml": one_key_result("metric: {start: 0, target: 10}" + aligned),
        "cycles/2026-Q2/okrs/company.yaml": one_key_result("metric: {start: 1, target: 10}" + aligned),
        "cycles/2026-02/okrs/alice.yaml": one_key_result("metric: {start: 0, target: 8}"),
        "W07/lin": "updates: [{kr: company/O1/KR1, value: 6}]\n",
    }
    for week, value in ((6, 1), (7, 2), (8, 4)):
        files[f"cycles/2026-02/notes/2026-W0{week}/alice.yaml"] = f"updates: [{{kr: O1/KR1, value: {value}}}]\n"
    found = world(tmp_path, files)
    of_the_year = found.goal("company/O1/KR1", DAY, "2026")
    assert (of_the_year.current, of_the_year.progress) == (7, 0.175)
    assert found.figures(DAY).forecast(key("company/O1/KR1", "2026")) is None
    of_the_month = found.goal("alice/O1/KR1", DAY, "2026-02")
    assert (of_the_month.progress, of_the_month.expected) == (0.5, 0.607142857143)
    forecast = found.figures(DAY).forecast(key("alice/O1/KR1", "2026-02"))
    assert forecast is not None
    assert (forecast.value, forecast.due) == (5.285714285714, date(2026, 2, 28))
