"""Which days a report is about: its weeks, its meeting, the meeting before, and the weeks whose plan it follows up."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from okrctl.models.calendar import Week, weeks_touching
from okrctl.models.settings import Checkin
from okrctl.reports.labels import Span
from okrctl.reports.weekly.notes import says_something
from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, Workspace

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Period(NamedTuple):
    """The time of one report.

    `weeks` are gathered, in order; `rounds` groups them by check-in, holidays left out; `newest` is the first week
    of the last round; `planned` are the weeks before whose plan is looked at; figures are as of `meeting`, compared
    with `compared_with`; goals that moved are those of the days after `moved_after`.
    """

    span: Span
    weeks: tuple[Week, ...]
    rounds: tuple[tuple[Week, ...], ...]
    newest: Week
    planned: tuple[Week, ...]
    meeting: date
    compared_with: date
    moved_after: date

    @property
    def first(self) -> Week:
        """The first week that is gathered."""
        return self.weeks[0]

    @property
    def last(self) -> Week:
        """The week of the meeting."""
        return self.weeks[-1]


def period_of(workspace: Workspace, cycle: Cycle, first: Week | None, last: Week) -> Period:
    """The period of the report of week `last`; with `first`, of all weeks from there merged into one."""
    checkin = workspace.settings.value.checkin
    begin = _round_start(cycle, checkin, last)
    start = begin if first is None else min(first, last)
    weeks = weeks_touching(start.monday, last.sunday)
    meeting = meeting_day(checkin, last)
    before = _working_week_before(checkin, start)
    return Period(
        span=checkin.every if first is None else "range",
        weeks=weeks,
        rounds=_rounds(cycle, checkin, weeks),
        newest=max(begin, start),
        planned=weeks_touching(_round_start(cycle, checkin, before).monday, max(begin, start).previous().sunday),
        meeting=meeting,
        compared_with=_one_period_earlier(checkin, meeting_day(checkin, start if first else last)),
        moved_after=meeting_day(checkin, before),
    )


def meeting_day(checkin: Checkin, week: Week) -> date:
    """The day of the meeting in a week."""
    return week.monday + timedelta(days=_WEEKDAYS.index(checkin.meeting))


def next_meeting(cycle: Cycle, checkin: Checkin, week: Week) -> date:
    """The meeting after that of the check-in period of `week`; holidays have none."""
    begin, following = _round_start(cycle, checkin, week), week.next()
    while _round_start(cycle, checkin, following) == begin or following in checkin.skip:
        following = following.next()
    end = following
    while _round_start(cycle, checkin, end.next()) == _round_start(cycle, checkin, following):
        end = end.next()
    return meeting_day(checkin, end)


def default_week(workspace: Workspace, cycle_id: str, owner: str, today: date) -> Week:
    """The latest week up to today for which a member wrote; without any, today's, or the cycle's nearest to it."""
    cycle = workspace.cycles[cycle_id]
    authors = frozenset(chart.members(workspace, owner) if owner in workspace.teams else (owner,))
    cycles = {each.id for each in workspace.overlapping(cycle_id)}
    within = weeks_touching(cycle.start, cycle.end)
    this = Week.of(today)
    written = {
        key.week
        for key, note in workspace.notes.items()
        if key.author in authors and key.cycle in cycles and says_something(note.value)
    }
    fitting = [week for week in written if week <= this and within[0] <= week <= within[-1]]
    return max(fitting, default=min(max(this, within[0]), within[-1]))


def _round_start(cycle: Cycle, checkin: Checkin, week: Week) -> Week:
    """The first week of the check-in period that holds `week`."""
    if checkin.every == "week":
        return week
    if checkin.every == "two_weeks":
        count = (week.monday - Week.of(cycle.start).monday).days // 7
        return week.shift(-(count % 2))
    # A week belongs to the month of its Thursday, as it belongs to the year of its Thursday.
    thursday = week.monday + timedelta(days=3)
    return week.shift(-((thursday.day - 1) // 7))


def _rounds(cycle: Cycle, checkin: Checkin, weeks: tuple[Week, ...]) -> tuple[tuple[Week, ...], ...]:
    rounds: dict[Week, list[Week]] = {}
    for week in weeks:
        if week not in checkin.skip:
            rounds.setdefault(_round_start(cycle, checkin, week), []).append(week)
    return tuple(tuple(each) for each in rounds.values())


def _working_week_before(checkin: Checkin, week: Week) -> Week:
    """The last week before that was no holiday."""
    before = week.previous()
    while before in checkin.skip:
        before = before.previous()
    return before


def _one_period_earlier(checkin: Checkin, meeting: date) -> date:
    if checkin.every != "month":
        return meeting - timedelta(weeks=1 if checkin.every == "week" else 2)
    year, month = (meeting.year, meeting.month - 1) if meeting.month > 1 else (meeting.year - 1, 12)
    day = min(meeting.day, monthrange(year, month)[1])
    return meeting_day(checkin, Week.of(date(year, month, day)))
