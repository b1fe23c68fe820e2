"""Whose notes are in and whose are missing: nothing is missing in a holiday, from who is away, new or gone."""

from collections.abc import Mapping

from okrctl.models.calendar import Week
from okrctl.models.okr import KeyResult, Objective
from okrctl.progress.timing import responsible_for
from okrctl.reports.weekly.notes import broken_notes, says_something
from okrctl.reports.weekly.period import meeting_day
from okrctl.reports.weekly.record import Absentee, Attendance
from okrctl.reports.weekly.scope import Scope
from okrctl.workspace import chart


def attendance_of(scope: Scope) -> Attendance:
    """One note a person and check-in period is due from every member who has an open key result."""
    rounds = scope.period.rounds
    written = {(key.author, key.week) for key, note in scope.notes.items() if says_something(note.value)}
    broken = {(key.author, key.week) for key in broken_notes(scope.workspace) if key.cycle in scope.cycles}
    missing, unreadable, away = (dict[str, list[Week]]() for _ in range(3))
    notes_in = notes_due = 0
    for weeks in rounds:
        for person in scope.members:
            if not _owes(scope, person, weeks[-1]):
                continue
            is_in, is_broken = (any((person, week) in notes for week in weeks) for notes in (written, broken))
            is_away = not is_in and not is_broken and _is_away(scope, person, weeks)
            notes_due, notes_in = notes_due + (not is_away), notes_in + is_in
            if not is_in:
                why = away if is_away else unreadable if is_broken else missing
                why.setdefault(person, []).append(weeks[-1])
    without, failed, absent = (_absentees(scope, people) for people in (missing, unreadable, away))
    return Attendance(notes_in, notes_due, without, failed, absent, holiday=not rounds)


def _absentees(scope: Scope, people: Mapping[str, list[Week]]) -> tuple[Absentee, ...]:
    return tuple(Absentee(scope.who(person), tuple(weeks)) for person, weeks in people.items())


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
