"""Which days a report is about: its weeks, its meeting, the meeting before, and the weeks whose plan it follows up."""

from datetime import date
from typing import NamedTuple

from okrctl.models.calendar import Week, weeks_touching
from okrctl.reports.labels import Span
from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, Workspace
from okrctl.workspace.notes import says_something
from okrctl.workspace.rhythm import (
    Round,
    meeting_day,
    one_period_earlier,
    round_start,
    rounds_of,
    working_week_before,
)


class Period(NamedTuple):
    """The time of one report.

    `weeks` are gathered, in order; `rounds` groups them by check-in, holidays left out; `newest` is the first week
    of the last round; `planned` are the weeks before whose plan is looked at; figures are as of `meeting`, compared
    with `compared_with`; goals that moved are those of the days after `moved_after`.
    """

    span: Span
    weeks: tuple[Week, ...]
    rounds: tuple[Round, ...]
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
    begin = round_start(cycle, checkin, last)
    start = begin if first is None else min(first, last)
    weeks = weeks_touching(start.monday, last.sunday)
    meeting = meeting_day(checkin, last)
    before = working_week_before(checkin, start)
    return Period(
        span=checkin.every if first is None else "range",
        weeks=weeks,
        rounds=rounds_of(cycle, checkin, weeks),
        newest=max(begin, start),
        planned=weeks_touching(round_start(cycle, checkin, before).monday, max(begin, start).previous().sunday),
        meeting=meeting,
        compared_with=one_period_earlier(checkin, meeting_day(checkin, start if first else last)),
        moved_after=meeting_day(checkin, before),
    )


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
