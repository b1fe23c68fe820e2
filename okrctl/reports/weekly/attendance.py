"""Whose notes are in and whose are missing, for the head of the report."""

from collections.abc import Mapping

from okrctl.models.calendar import Week
from okrctl.progress.attendance import Presence, roll_call
from okrctl.reports.weekly.record import Absentee, Attendance
from okrctl.reports.weekly.scope import Scope


def attendance_of(scope: Scope) -> Attendance:
    """One note a person and check-in period is due from every member who has an open key result."""
    rounds = scope.period.rounds
    seats = roll_call(scope.graph, scope.cycles, scope.members, rounds)
    without: dict[Presence, dict[str, list[Week]]] = {"missing": {}, "unreadable": {}, "away": {}}
    for seat in seats:
        if seat.presence != "in":
            without[seat.presence].setdefault(seat.person, []).append(seat.week)
    return Attendance(
        notes_in=sum(seat.presence == "in" for seat in seats),
        notes_due=sum(seat.presence != "away" for seat in seats),
        missing=_absentees(scope, without["missing"]),
        unreadable=_absentees(scope, without["unreadable"]),
        away=_absentees(scope, without["away"]),
        holiday=not rounds,
    )


def _absentees(scope: Scope, people: Mapping[str, list[Week]]) -> tuple[Absentee, ...]:
    return tuple(Absentee(scope.who(person), tuple(weeks)) for person, weeks in people.items())
