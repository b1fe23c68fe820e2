"""The rhythm of check-ins: how many notes were in of those that were due, by team and never by person."""

from collections import Counter
from itertools import dropwhile

from okrctl.models.calendar import weeks_touching
from okrctl.progress.attendance import roll_call
from okrctl.reports.retrospective.record import RhythmWeek
from okrctl.reports.retrospective.scope import Scope
from okrctl.workspace.rhythm import rounds_until


def rhythm_of(scope: Scope) -> tuple[RhythmWeek, ...]:
    """One entry a check-in period from the first note up to the day, holidays among them; none where it would be about
    one person. Before the first note sheets were still being written, and nothing was owed.
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
    begun = dropwhile(lambda each: not came[each[-1]], rounds)
    weeks = [RhythmWeek(each[-1], came[each[-1]], due[each[-1]]) for each in begun]
    if checkin.every == "week" and weeks:
        free = set(checkin.skip).intersection(weeks_touching(scope.cycle.start, scope.day))
        weeks += [RhythmWeek(week, 0, 0, holiday=True) for week in free if week > weeks[0].week]
    return tuple(sorted(weeks))
