"""Meetings and check-in periods."""

from datetime import date

import pytest

from okrctl.models.calendar import Week
from okrctl.models.settings import Checkin
from okrctl.workspace.index import Cycle
from okrctl.workspace.rhythm import meeting_day, next_meeting, rounds_until

Q1 = Cycle("2026-Q1", date(2026, 1, 1), date(2026, 3, 31))


def checkin(**given: object) -> Checkin:
    return Checkin.model_validate(given)


def weeks(*numbers: int) -> tuple[Week, ...]:
    return tuple(Week(2026, number) for number in numbers)


def test_the_meeting_of_a_week():
    assert meeting_day(checkin(meeting="friday"), Week(2026, 9)) == date(2026, 2, 27)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 1, 5), ()),  # the meeting of week 1 was before the quarter
        (date(2026, 1, 6), weeks(2)),
        (date(2026, 2, 16), weeks(7)),
        (date(2026, 2, 23), weeks(7)),  # week 8 is a holiday
        (date(2026, 2, 24), weeks(9)),
        (date(2026, 6, 1), weeks(14)),  # 31 March is a Tuesday
    ],
)
def test_the_last_meeting_that_has_been(day: date, last: tuple[Week, ...]):
    rounds = rounds_until(Q1, checkin(skip=["2026-W08"]), day)
    assert (rounds[-1] if rounds else ()) == last


def test_every_two_weeks_counts_from_the_first_week():
    rounds = rounds_until(Q1, checkin(every="two_weeks"), date(2026, 2, 3))
    assert rounds == (weeks(1, 2), weeks(3, 4), weeks(5, 6))


def test_a_month_has_its_meeting_in_its_last_week_and_the_next_one_belongs_to_the_next_cycle():
    # A week is of the month of its Thursday: week 14 (2 April) of April, whose meeting is on 28 April.
    assert rounds_until(Q1, checkin(every="month"), date(2026, 2, 23)) == (weeks(1, 2, 3, 4, 5),)
    assert rounds_until(Q1, checkin(every="month"), date(2026, 12, 31))[-1] == weeks(10, 11, 12, 13)


def test_the_next_meeting_skips_a_holiday():
    assert next_meeting(Q1, checkin(skip=["2026-W08"]), Week(2026, 7)) == date(2026, 2, 24)
