"""The rhythm of following up: the day of a week's meeting, and the check-in periods into which weeks fall."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from okrctl.models.calendar import Week, weeks_touching
from okrctl.models.settings import Checkin
from okrctl.workspace.index import Cycle

Round = tuple[Week, ...]
"""The weeks of one check-in period, in order, holidays left out: one note is due by the meeting of the last."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def meeting_day(checkin: Checkin, week: Week) -> date:
    """The day of the meeting in a week."""
    return week.monday + timedelta(days=_WEEKDAYS.index(checkin.meeting))


def next_meeting(cycle: Cycle, checkin: Checkin, week: Week) -> date:
    """The meeting after that of the check-in period of `week`; holidays have none."""
    begin, following = round_start(cycle, checkin, week), week.next()
    while round_start(cycle, checkin, following) == begin or following in checkin.skip:
        following = following.next()
    end = following
    while round_start(cycle, checkin, end.next()) == round_start(cycle, checkin, following):
        end = end.next()
    return meeting_day(checkin, end)


def round_start(cycle: Cycle, checkin: Checkin, week: Week) -> Week:
    """The first week of the check-in period that holds `week`."""
    if checkin.every == "week":
        return week
    if checkin.every == "two_weeks":
        count = (week.monday - Week.of(cycle.start).monday).days // 7
        return week.shift(-(count % 2))
    # A week belongs to the month of its Thursday, as it belongs to the year of its Thursday.
    thursday = week.monday + timedelta(days=3)
    return week.shift(-((thursday.day - 1) // 7))


def rounds_of(cycle: Cycle, checkin: Checkin, weeks: Iterable[Week]) -> tuple[Round, ...]:
    """The check-in periods of these weeks, in order; a week of holiday belongs to none."""
    rounds: dict[Week, list[Week]] = {}
    for week in weeks:
        if week not in checkin.skip:
            rounds.setdefault(round_start(cycle, checkin, week), []).append(week)
    return tuple(tuple(each) for each in rounds.values())


def rounds_until(cycle: Cycle, checkin: Checkin, day: date) -> tuple[Round, ...]:
    """The check-in periods of a cycle whose meeting was on `day` or before: those by which a note was due."""
    # Taken whole also where the last one runs on after the cycle: its meeting is then none of this cycle.
    weeks = weeks_touching(cycle.start, cycle.end + timedelta(days=31))
    rounds = rounds_of(cycle, checkin, weeks)
    return tuple(each for each in rounds if cycle.start <= meeting_day(checkin, each[-1]) <= min(day, cycle.end))


def working_week_before(checkin: Checkin, week: Week) -> Week:
    """The last week before that was no holiday."""
    before = week.previous()
    while before in checkin.skip:
        before = before.previous()
    return before


def one_period_earlier(checkin: Checkin, meeting: date) -> date:
    """The meeting one check-in period before another; a month earlier in the week of the same date."""
    if checkin.every != "month":
        return meeting - timedelta(weeks=1 if checkin.every == "week" else 2)
    year, month = (meeting.year, meeting.month - 1) if meeting.month > 1 else (meeting.year - 1, 12)
    day = min(meeting.day, monthrange(year, month)[1])
    return meeting_day(checkin, Week.of(date(year, month, day)))
