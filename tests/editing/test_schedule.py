from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrctl.editing.schedule import schedule

DAYS = st.dates(date(1990, 1, 1), date(2900, 1, 1))


def test_a_quarter_that_is_planned_ahead() -> None:
    dates = schedule(date(2026, 1, 1), date(2026, 3, 31), date(2025, 12, 10))
    assert dates.sheets == date(2026, 1, 12)
    assert dates.frozen == date(2026, 1, 19)
    assert dates.scores == date(2026, 4, 3)
    assert dates.retro == date(2026, 4, 10)


def test_who_begins_in_the_middle_has_a_week_from_today() -> None:
    dates = schedule(date(2026, 1, 1), date(2026, 3, 31), date(2026, 2, 17))
    assert dates.sheets == date(2026, 3, 2)
    assert dates.frozen == date(2026, 3, 9)


def test_a_month_is_set_within_its_first_days() -> None:
    dates = schedule(date(2026, 6, 1), date(2026, 6, 30), date(2026, 5, 20))
    assert (dates.sheets, dates.frozen) == (date(2026, 6, 8), date(2026, 6, 15))


@pytest.mark.parametrize("today", [date(2026, 3, 31), date(2026, 5, 1)])
def test_nothing_is_due_after_the_end(today: date) -> None:
    dates = schedule(date(2026, 1, 1), date(2026, 3, 31), today)
    assert (dates.sheets, dates.frozen) == (date(2026, 3, 31), date(2026, 3, 31))


@given(DAYS, st.integers(0, 800), DAYS)
def test_the_days_of_a_cycle_are_in_order(start: date, length: int, today: date) -> None:
    end = date.fromordinal(start.toordinal() + length)
    dates = schedule(start, end, today)
    assert start <= dates.sheets <= dates.frozen <= end < dates.scores < dates.retro
    assert start <= dates.part(0.3) <= dates.part(0.6) <= dates.part(0.9) <= end
