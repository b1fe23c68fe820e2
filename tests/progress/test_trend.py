"""Forecasts worked out by hand. Sundays of 2026: W02 is 11 January, then every seven days; 31 March is 79 days on."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from statistics import median, quantiles

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.models.calendar import Week
from okrctl.models.note import Note, Update
from okrctl.models.okr import KeyResult
from okrctl.progress.explained import explain, lines
from okrctl.progress.pace import Term
from okrctl.progress.reported import Reported
from okrctl.progress.trend import Forecast, TooFew, forecast
from okrctl.source.document import Document
from okrctl.source.place import Place
from okrctl.workspace.index import Placed
from tests.progress.worlds import World, key, one_key_result, updates, world

DAY = date(2026, 3, 10)
LAST = date(2026, 3, 31)
RISING = "metric: {start: 31, target: 40, unit: '%'}"


def weekly(says: str, *values: float, first: int = 2) -> dict[str, str]:
    """Notes of alice, one a week from the `first` on; `says` is `value` or `percent`."""
    return {f"W{week:02}/alice": updates(f"{says}: {value}") for week, value in enumerate(values, first)}


def ends(root: Path, measure: str, notes: dict[str, str], day: date = DAY) -> Forecast | None:
    return world(root, {"alice": one_key_result(measure), **notes}).figures(day).forecast(key("alice/O1/KR1"))


def test_a_straight_line(tmp_path: Path) -> None:
    """One point a week: 32 + 79 / 7; the start, 31, lies on no line and changes nothing."""
    found = ends(tmp_path, RISING, weekly("value", 32, 33, 34))
    assert found is not None
    assert found[:5] == (43.285714285714, 43.285714285714, 43.285714285714, 3, LAST)
    assert found.progress == 1.365079365079  # 12.285714… of 9
    assert found.decimals == 1  # a tenth of the way is 0.9


def test_a_falling_one(tmp_path: Path) -> None:
    """11, 10, 9 in every second week: a half a week; 65 days after 25 January 11 − 65 / 14; 5.642857… of 8 made."""
    notes = {
        "W04/alice": updates("value: 11"),
        "W06/alice": updates("value: 10"),
        "W08/alice": updates("value: 9"),
    }
    found = ends(tmp_path, "metric: {start: 12, target: 4}", notes)
    assert found is not None
    assert (found.value, found.progress) == (6.357142857143, 0.705357142857)


def test_a_negative_one(tmp_path: Path) -> None:
    """−18, −16, −14 every two weeks: 1 a week; −18 + 79 / 7; 13.285714… of 15 made."""
    notes = {f"W0{2 * n}/alice": updates(f"value: {value}") for n, value in ((1, -18), (2, -16), (3, -14))}
    found = ends(tmp_path, "metric: {start: -20, target: -5}", notes)
    assert found is not None
    assert (found.value, found.progress) == (-6.714285714286, 0.885714285714)


def test_one_outlier(tmp_path: Path) -> None:
    """10, 12, 14, 50, 18. Ten slopes: −32, six times 2, 40/3, 19, 36. Median 2, lower quartile (2.25th) 2, upper
    (6.75th) 2 + 0.75 · 34/3 = 10.5.

    With 2 four of the five points lead to 10 + 2 · 79/7 = 32.571428…; with 10.5 they lead to 128.5, 120, 111.5, 137
    and 94.5, in the middle 120.
    """
    found = ends(tmp_path, "metric: {start: 8, target: 40}", weekly("value", 10, 12, 14, 50, 18))
    assert found is not None
    assert (found.value, found.low, found.high) == (32.571428571429, 32.571428571429, 120)


def test_a_week_without_a_report_and_an_even_number_of_points(tmp_path: Path) -> None:
    """10, 13, –, 16, 22. Slopes 3, 2, 3, 1.5, 3, 6: median 3, quartiles 2 + 0.25 · 1 and 3.

    Read on 31 March, 79, 72, 58 and 51 days on: with 3 three lead to 43.857142…, one to 40.857142…; with 2.25 to
    35.392857…, 36.142857…, 34.642857…, 38.392857…: (35.392857… + 36.142857…) / 2.
    """
    notes = {**weekly("value", 10, 13), **weekly("value", 16, 22, first=5)}
    found = ends(tmp_path, "metric: {start: 8, target: 40}", notes)
    assert found is not None
    assert (found.value, found.low, found.high, found.points) == (43.857142857143, 35.767857142857, 43.857142857143, 4)


def test_constant_values(tmp_path: Path) -> None:
    found = ends(tmp_path, RISING, weekly("value", 34, 34, 34, 34))
    assert found is not None
    assert (found.value, found.low, found.high, found.progress) == (34, 34, 34, 0.333333333333)


def test_no_float_noise(tmp_path: Path) -> None:
    """0.1, 0.2, 0.3 up to Sunday, 25 January, and due on it."""
    found = ends(tmp_path, "metric: {start: 0, target: 1}, due: 2026-01-25", weekly("value", 0.1, 0.2, 0.3), LAST)
    assert found is None, "the due date has passed: there is nothing to foresee"
    found = ends(
        tmp_path / "b",
        "metric: {start: 0, target: 1}, due: 2026-01-25",
        weekly("value", 0.1, 0.2, 0.3),
        LAST.replace(month=1, day=25),
    )
    assert found is not None
    assert (found.value, found.progress) == (0.3, 0.3)


def test_a_band(tmp_path: Path) -> None:
    """0.02 less each week: 99.99 − 0.02 · 79/7 lies below the band, though every week was in it."""
    files = {"alice": one_key_result("keep: {min: 99.95, unit: '%'}"), **weekly("value", 99.99, 99.97, 99.95)}
    figures = world(tmp_path, files).figures(DAY)
    found = figures.forecast(key("alice/O1/KR1"))
    assert found is not None
    assert (found.value, found.progress, found.decimals) == (99.764285714286, 0, 2)
    assert figures.goal(key("alice/O1/KR1")).progress == 1


def test_a_plain_one_in_percent(tmp_path: Path) -> None:
    """10 a week: 10 + 790/7."""
    found = ends(tmp_path, "why: y", weekly("percent", 10, 20, 30))
    assert found is not None
    assert (found.value, found.progress) == (122.857142857143, 1.228571428571)


def test_done_is_a_hundred_percent(tmp_path: Path) -> None:
    """60, 80, then done: 20 a week, 60 + 20 · 79/7."""
    found = ends(tmp_path, "why: y", {**weekly("percent", 60, 80), "W04/alice": updates("status: done")})
    assert found is not None
    assert found.value == 285.714285714286


def test_its_own_due_date(tmp_path: Path) -> None:
    """48 days after 11 January: 32 + 48/7."""
    found = ends(tmp_path, RISING + ", due: 2026-02-28", weekly("value", 32, 33, 34), date(2026, 2, 3))
    assert found is not None
    assert (found.value, found.due) == (38.857142857143, date(2026, 2, 28))


def test_of_several_values_of_a_week_the_newest_counts(tmp_path: Path) -> None:
    """bob comes behind alice: W02 is 32, not 99."""
    files = {
        "alice": one_key_result(RISING),
        "W02/alice": updates("value: 99"),
        "W02/bob": "updates: [{kr: alice/O1/KR1, value: 32}]\n",
        **weekly("value", 33, 34, first=3),
    }
    found = world(tmp_path, files).figures(DAY).forecast(key("alice/O1/KR1"))
    assert found is not None
    assert (found.value, found.points) == (43.285714285714, 3)


def test_what_was_not_known_yet_is_no_point(tmp_path: Path) -> None:
    """On 25 January, a Sunday, three weeks have a value; the fourth only counts from Monday."""
    notes = weekly("value", 32, 33, 34, 99)
    found = ends(tmp_path, RISING, notes, date(2026, 1, 25))
    assert found is not None
    assert found.value == 43.285714285714
    assert ends(tmp_path / "b", RISING, notes, date(2026, 1, 18)) is None


@pytest.mark.parametrize(
    "measure",
    ["milestones: [{id: M1, title: t}]", "cascade: mean", "metric: {start: 0, target: 9}, cascade: sum"],
)
def test_what_reports_no_values_of_its_own_has_none(tmp_path: Path, measure: str) -> None:
    notes = {f"W0{week}/alice": updates("status: on_track") for week in range(2, 7)}
    assert ends(tmp_path, measure, notes) is None


def test_a_dropped_one_has_none(tmp_path: Path) -> None:
    dropped = RISING + ", dropped: {on: 2026-02-10, because: x}"
    notes = weekly("value", 32, 33, 34)
    assert ends(tmp_path, dropped, notes, date(2026, 2, 9)) is not None
    assert ends(tmp_path / "b", dropped, notes, date(2026, 2, 10)) is None


def explained(found: World, language: str = "en", day: date = DAY) -> list[str]:
    explanation = explain(found.graph, found.reports, day, key("alice/O1/KR1"))
    shown = lines(explanation, "zh" if language == "zh" else "en", lambda place: place.document.path[-15:])
    return [line.say("zh" if language == "zh" else "en") for line in shown]


@pytest.mark.parametrize("notes", [{}, weekly("value", 32), weekly("value", 32, 33)], ids=["none", "one", "two"])
def test_too_few_points_are_said(tmp_path: Path, notes: dict[str, str]) -> None:
    found = world(tmp_path, {"alice": one_key_result(RISING), **notes})
    assert found.figures(DAY).forecast(key("alice/O1/KR1")) is None
    assert f"  no forecast yet: it takes the values of 3 weeks, so far {len(notes)}" in explained(found)
    assert f"  暂无预计终值：至少需要 3 周的数值，目前 {len(notes)} 周" in explained(found, "zh")


def test_the_steps(tmp_path: Path) -> None:
    """32.1, 33, 34.2: slopes 0.9, 1.05, 1.2, so 1.05 a week; led back 32.1, 31.95, 32.1: 32.1 on 11 January.

    32.1 + 1.05 · 79/7 = 43.95. Quartiles 0.975 and 1.125: 33 + 0.975 · 72/7 = 43.028571… lies between 43.103571… and
    43.253571…, so the first of these it is: 32.1 + 0.975 · 79/7; with 1.125 44.796428…, 44.571428…, 44.646428….
    """
    found = world(tmp_path, {"alice": one_key_result(RISING), **weekly("value", 32.1, 33, 34.2)})
    shown = explained(found)
    at = shown.index("  forecast 44 % on 2026-03-31, between 43.1 % and 44.6 %")
    assert shown[at + 1 : at + 8] == [
        "    44 = 32.1 + 1.05 × 79 / 7: the line on 2026-01-11, and 79 days on",
        "      2026-W02, 2026-01-11: 32.1 % — -W02/alice.yaml",
        "      2026-W03, 2026-01-18: 33 % — -W03/alice.yaml",
        "      2026-W04, 2026-01-25: 34.2 % — -W04/alice.yaml",
        "    slope 1.05 % a week: the median of the 3 slopes between every two points",
        "    32.1 % on 2026-01-11: the median of the points, each led back along the slope",
        "    43.1 % and 44.6 %: the same with the lower and the upper quartile of the slopes",
    ]
    chinese = explained(found, "zh")
    assert "  预计终值 44%（2026-03-31），区间 43.1% 至 44.6%" in chinese
    assert "    44 = 32.1 + 1.05 × 79 / 7：直线在 2026-01-11 的值，再向后 79 天" in chinese


VALUES = st.lists(
    st.tuples(st.integers(0, 12), st.integers(-(10**6), 10**6)), min_size=3, max_size=12, unique_by=lambda one: one[0]
).map(sorted)
QUARTER = Term(date(2026, 1, 1), LAST)
METRIC = KeyResult.model_validate({"id": "KR1", "title": "t", "metric": {"start": 0, "target": 1000}})
NOTE = Placed(Note(), Place(Document("n")))


def said(weeks: list[tuple[int, float]]) -> tuple[Reported, ...]:
    first = Week(2026, 1)
    return tuple(
        Reported(key("a/O1/KR1"), first.shift(week), "a", Update(kr="O1/KR1", value=value), NOTE, 0)
        for week, value in weeks
    )


@given(VALUES)
@settings(max_examples=60, deadline=None)
def test_it_is_the_line_of_the_book(weeks: list[tuple[int, int]]) -> None:
    """The definition of 3.3, word by word, in fractions; values in hundredths."""
    points = [((date(2026, 1, 4) + timedelta(weeks=week)).toordinal(), Fraction(value, 100)) for week, value in weeks]
    slopes = [Fraction(v - y, u - x) for (x, y), (u, v) in combinations(points, 2)]
    low, middle, high = quantiles(slopes, n=4, method="inclusive")
    at_due = [slope * LAST.toordinal() + median(y - slope * x for x, y in points) for slope in (low, middle, high)]
    assert middle == median(slopes)
    found = forecast(METRIC, said([(week, value / 100) for week, value in weeks]), QUARTER)
    assert isinstance(found, Forecast)
    assert [found.low, found.value, found.high] == [round(float(value), 12) + 0.0 for value in at_due]


@given(VALUES, st.integers(-5, 5).filter(bool), st.integers(-1000, 1000))
@settings(max_examples=40, deadline=None)
def test_another_unit_gives_the_same_forecast_in_that_unit(weeks: list[tuple[int, int]], times: int, more: int) -> None:
    one = forecast(METRIC, said([*weeks]), QUARTER)
    other = forecast(METRIC, said([(week, value * times + more) for week, value in weeks]), QUARTER)
    assert isinstance(one, Forecast)
    assert isinstance(other, Forecast)
    assert one.low <= one.value <= one.high
    assert other.value == pytest.approx(one.value * times + more, rel=1e-12, abs=1e-9)


def test_too_few_says_how_many() -> None:
    assert forecast(METRIC, said([(1, 3.0), (4, 9.0)]), QUARTER) == TooFew(2)
