"""The rhythm of check-ins: how many notes were in of those that were due, by team and never by person."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from okrctl.models.calendar import Week, weeks_touching
from okrctl.progress.attendance import roll_call
from okrctl.reports.retrospective.record import RhythmWeek
from okrctl.reports.retrospective.scope import Scope
from okrctl.workspace.index import Cycle
from okrctl.workspace.rhythm import Round, meeting_day, rounds_until


def rhythm_of(scope: Scope) -> tuple[RhythmWeek, ...]:
    """One entry a check-in period up to the day, holidays among them; none where it would be about one person.

    It begins when sheets are to be ready, or with the first note where that is earlier: before it nothing was owed.
    """
    if not scope.is_team:
        return ()
    checkin = scope.workspace.settings.value.checkin
    rounds = rounds_until(scope.cycle, checkin, scope.day)
    seats = roll_call(scope.graph, scope.cycles, scope.members, rounds)
    if len({seat.person for seat in seats}) < 2:
        return ()
    came = Counter(seat.week for seat in seats if seat.presence == "in")
    due = Counter(seat.week for seat in seats if seat.presence != "away")
    owed = [each for each in rounds if _is_owed(scope, each, came)]
    weeks = [RhythmWeek(each[-1], came[each[-1]], due[each[-1]]) for each in owed]
    if checkin.every == "week" and weeks:
        free = set(checkin.skip).intersection(weeks_touching(scope.cycle.start, scope.day))
        weeks += [RhythmWeek(week, 0, 0, holiday=True) for week in free if week > weeks[0].week]
    return tuple(sorted(weeks))


def _is_owed(scope: Scope, weeks: Round, came: Collection[Week]) -> bool:
    """Whether the meeting of a check-in period is one with sheets, or a note was in by then."""
    meeting = meeting_day(scope.workspace.settings.value.checkin, weeks[-1])
    return meeting >= sheets_ready(scope.cycle) or any(week <= weeks[-1] for week in came)


def sheets_ready(cycle: Cycle) -> date:
    """From when there is something to report on: as `due.sheets` says, else from the freeze.

    A project's cycle that says neither is followed from its first day.
    """
    if cycle.due is not None and cycle.due.sheets is not None:
        return cycle.due.sheets
    is_written = cycle.file is not None and cycle.file.value.frozen is not None
    return cycle.start if cycle.project is not None and not is_written else cycle.frozen
