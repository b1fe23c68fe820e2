"""Whose notes are in and whose are missing: nothing is missing in a holiday, from who is away, new or gone."""

from okrctl.models.calendar import Week
from okrctl.models.okr import KeyResult, Objective
from okrctl.progress.timing import responsible_for
from okrctl.reports.weekly.period import meeting_day
from okrctl.reports.weekly.record import Absentee, Attendance
from okrctl.reports.weekly.scope import Scope
from okrctl.workspace import chart


def attendance_of(scope: Scope) -> Attendance:
    """One note a person and check-in period is due from every member who has an open key result."""
    rounds = scope.period.rounds
    written: set[tuple[str, Week]] = {(key.author, key.week) for key in scope.notes}
    missing: dict[str, list[Week]] = {}
    notes_in = notes_due = 0
    away: dict[str, None] = {}
    for weeks in rounds:
        for person in scope.members:
            if not _owes(scope, person, weeks[-1]):
                continue
            is_in = any((person, week) in written for week in weeks)
            if _is_away(scope, person, weeks) and not is_in:
                away[person] = None
                continue
            notes_due, notes_in = notes_due + 1, notes_in + is_in
            if not is_in:
                missing.setdefault(person, []).append(weeks[-1])
    absentees = tuple(Absentee(scope.who(person), tuple(weeks)) for person, weeks in missing.items())
    return Attendance(notes_in, notes_due, absentees, scope.everyone(away), holiday=not rounds)


def _owes(scope: Scope, person: str, week: Week) -> bool:
    """Whether somebody is one of us on the day of the meeting and has or shares a key result that still counts."""
    day = meeting_day(scope.workspace.settings.value.checkin, week)
    if not chart.is_active(scope.workspace, person, day):
        return False
    for goal in scope.graph.goals.values():
        cycle = scope.workspace.cycles.get(goal.key.cycle)
        if goal.key_result is None or cycle is None or goal.key.cycle not in scope.cycles or goal.is_dropped(day):
            continue
        begun = cycle.start <= week.sunday and week.monday <= cycle.end
        if begun and (
            responsible_for(scope.workspace, goal) == person
            or goal.key.owner == person
            or _shares(person, goal.key_result, goal.objective)
        ):
            return True
    return False


def _shares(person: str, key_result: KeyResult, objective: Objective) -> bool:
    return person in key_result.with_ or person in objective.with_


def _is_away(scope: Scope, person: str, weeks: tuple[Week, ...]) -> bool:
    """Away all the time, or up to the meeting, before which the note would be due."""
    day = meeting_day(scope.workspace.settings.value.checkin, weeks[-1])
    first = weeks[0].monday
    return any(chart.is_away(scope.workspace, person, first, last) for last in (weeks[-1].sunday, day))
