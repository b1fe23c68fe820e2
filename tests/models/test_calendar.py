"""Weeks, days and the dates that the id of a cycle tells; the figures are worked out by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from okrctl.models.calendar import Day, IsoWeek, Week, cycle_after, cycle_dates, weeks_touching


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2025-12-28", "2025-W52"),
        ("2025-12-29", "2026-W01"),
        ("2026-01-01", "2026-W01"),
        ("2026-12-31", "2026-W53"),
        ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"),
        ("2021-01-01", "2020-W53"),
        ("2024-12-30", "2025-W01"),
        ("2026-02-20", "2026-W08"),
    ],
)
def test_week_of_a_day(day: str, week: str) -> None:
    assert str(Week.of(date.fromisoformat(day))) == week


def test_a_week_runs_from_monday_to_sunday() -> None:
    week = Week(2026, 8)
    assert (week.monday, week.sunday) == (date(2026, 2, 16), date(2026, 2, 22))


def test_the_first_week_may_begin_in_the_old_year() -> None:
    assert Week(2026, 1).monday == date(2025, 12, 29)


@pytest.mark.parametrize(
    ("week", "shift", "result"),
    [
        ("2026-W01", -1, "2025-W52"),
        ("2026-W53", 1, "2027-W01"),
        ("2026-W08", 0, "2026-W08"),
        ("2020-W53", 53, "2022-W01"),
    ],
)
def test_shifting_over_the_end_of_a_year(week: str, shift: int, result: str) -> None:
    start = Week.parse(week)
    assert start is not None
    assert str(start.shift(shift)) == result


def test_next_and_previous() -> None:
    assert Week(2026, 53).next() == Week(2027, 1)
    assert Week(2027, 1).previous() == Week(2026, 53)


def test_weeks_are_ordered_and_hashable() -> None:
    assert Week(2025, 52) < Week(2026, 1) < Week(2026, 10)
    assert len({Week(2026, 1), Week(2026, 1)}) == 1


@pytest.mark.parametrize(
    "text", ["2026-W60", "2025-W53", "2026-W00", "2026-W8", "2026W08", "0000-W01", "2026-W08\n", "২026-W08"]
)
def test_what_is_no_week(text: str) -> None:
    assert Week.parse(text) is None


@given(st.dates(date(1900, 1, 8), date(2999, 12, 20)))
def test_every_day_lies_in_its_week(day: date) -> None:
    week = Week.of(day)
    assert week.monday <= day <= week.sunday
    assert Week.parse(str(week)) == week
    assert week.next().previous() == week


def test_weeks_that_touch_a_time() -> None:
    weeks = weeks_touching(date(2026, 1, 1), date(2026, 3, 31))
    assert (str(weeks[0]), str(weeks[-1]), len(weeks)) == ("2026-W01", "2026-W14", 14)
    assert weeks_touching(date(2026, 2, 22), date(2026, 2, 23)) == (Week(2026, 8), Week(2026, 9))
    assert weeks_touching(date(2026, 2, 22), date(2026, 1, 1)) == ()


@pytest.mark.parametrize(
    ("cycle", "start", "end"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2026-B1", "2026-01-01", "2026-02-28"),
        ("2028-B1", "2028-01-01", "2028-02-29"),
        ("2026-B6", "2026-11-01", "2026-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-12", "2026-12-01", "2026-12-31"),
    ],
)
def test_dates_of_a_cycle(cycle: str, start: str, end: str) -> None:
    assert cycle_dates(cycle) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("cycle", "following"),
    [
        ("2026", "2027"),
        ("2026-H1", "2026-H2"),
        ("2026-H2", "2027-H1"),
        ("2026-Q1", "2026-Q2"),
        ("2026-Q4", "2027-Q1"),
        ("2026-B5", "2026-B6"),
        ("2026-B6", "2027-B1"),
        ("2026-09", "2026-10"),
        ("2026-12", "2027-01"),
        ("2999-Q4", None),
        ("2026-Q5", None),
        ("apollo", None),
    ],
)
def test_the_cycle_that_follows(cycle: str, following: str | None) -> None:
    assert cycle_after(cycle) == following


@pytest.mark.parametrize(
    ("cycle", "first_month", "start", "end"),
    [
        ("2026", 4, "2026-04-01", "2027-03-31"),
        ("2026-H1", 4, "2026-04-01", "2026-09-30"),
        ("2026-H2", 4, "2026-10-01", "2027-03-31"),
        ("2026-Q1", 4, "2026-04-01", "2026-06-30"),
        ("2026-Q4", 4, "2027-01-01", "2027-03-31"),
        ("2027-B6", 4, "2028-02-01", "2028-03-31"),
        ("2026-B5", 4, "2026-12-01", "2027-01-31"),
        ("2026-01", 4, "2026-01-01", "2026-01-31"),
        ("2026", 12, "2026-12-01", "2027-11-30"),
        ("2027-Q1", 12, "2027-12-01", "2028-02-29"),
    ],
)
def test_years_that_start_in_another_month(cycle: str, first_month: int, start: str, end: str) -> None:
    assert cycle_dates(cycle, first_month) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "cycle",
    [
        "apollo",
        "2026-Q5",
        "2026-Q0",
        "2026-H3",
        "2026-B7",
        "2026-13",
        "2026-00",
        "2026-1",
        "26",
        "2026-q1",
        "2026-",
        "9999",
        "",
    ],
)
def test_ids_that_tell_no_dates(cycle: str) -> None:
    assert cycle_dates(cycle) is None


@pytest.mark.parametrize(
    ("kind", "value", "type"),
    [
        (Day, "2026-02-30", "okr_range"),
        (Day, "2026-13-01", "okr_range"),
        (Day, "0000-01-01", "okr_range"),
        (Day, "9999-12-31", "okr_range"),
        (Day, "20260228", "okr_form"),
        (Day, "2026-02-28T00:00:00", "okr_form"),
        (Day, "2026-02-28\n", "okr_form"),
        (Day, 20260228, "okr_form"),
        (Day, None, "okr_form"),
        (IsoWeek, "2025-W53", "okr_range"),
        (IsoWeek, "2026-W00", "okr_range"),
        (IsoWeek, "W08", "okr_form"),
        (IsoWeek, 8, "okr_form"),
    ],
)
def test_days_and_weeks_that_are_none(kind: object, value: object, type: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    assert [error["type"] for error in caught.value.errors()] == [type]


def test_a_week_is_written_as_it_is_read() -> None:
    adapter = TypeAdapter(IsoWeek)
    assert adapter.dump_python(adapter.validate_python("2026-W08"), mode="json") == "2026-W08"
