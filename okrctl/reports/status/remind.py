"""Whom to remind, and of what: the lists for a script, one line a person."""

from collections.abc import Collection, Iterable, Mapping

from okrctl.progress.attendance import roll_call
from okrctl.reports.status.help import help_of
from okrctl.reports.status.record import HelpLine, ListName, Reminder, Reminders
from okrctl.reports.status.scope import StatusScope


def build_reminders(scope: StatusScope, lists: Collection[ListName]) -> Reminders:
    """The people on any of the lists asked for, in order of handles; each line says why."""
    lines = help_of(scope) if {"late", "stale"} & set(lists) else ()
    late = _by_owner(line for line in lines if line.is_late and "late" in lists)
    stale = _by_owner(line for line in lines if line.is_stale and "stale" in lists)
    missing = _missing(scope) if "missing" in lists else frozenset()
    people = tuple(
        Reminder(
            scope.who(handle),
            scope.round[-1] if handle in missing else None,
            late.get(handle, ()),
            stale.get(handle, ()),
        )
        for handle in sorted({*late, *stale, *missing})
    )
    return Reminders(scope.cycle.id, scope.figures.day, scope.team, people)


def _missing(scope: StatusScope) -> frozenset[str]:
    rounds = [scope.round] if scope.round else []
    seats = roll_call(scope.graph, scope.cycles, scope.whole.people, rounds)
    return frozenset(seat.person for seat in seats if seat.presence == "missing")


def _by_owner(lines: Iterable[HelpLine]) -> Mapping[str, tuple[HelpLine, ...]]:
    found: dict[str, tuple[HelpLine, ...]] = {}
    for line in sorted(lines, key=lambda line: line.key):
        found[line.owner.handle] = (*found.get(line.owner.handle, ()), line)
    return found
