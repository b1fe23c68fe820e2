"""Whose notes are due, and whose are in: none is due in a holiday, or from who is away, new or gone (2.4)."""

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from okrctl.alignment.graph import Graph
from okrctl.models.calendar import Week
from okrctl.models.settings import Checkin
from okrctl.progress.timing import responsible_for
from okrctl.workspace import chart
from okrctl.workspace.index import Workspace
from okrctl.workspace.notes import broken_notes, says_something
from okrctl.workspace.rhythm import Round, meeting_day

Presence = Literal["in", "missing", "unreadable", "away"]


class Seat(NamedTuple):
    """One person who owes a note for a check-in period, named by its last week, and what became of the note."""

    person: str
    week: Week
    presence: Presence


def owing(graph: Graph, cycles: Collection[str], week: Week) -> frozenset[str]:
    """Who has or shares a key result of these cycles that counts on the day of the week's meeting, and is one of us."""
    workspace = graph.workspace
    day = meeting_day(_checkin(workspace), week)
    begun = {
        each.id
        for each in workspace.cycles.values()
        if each.id in cycles and each.start <= week.sunday and week.monday <= each.end
    }
    people: set[str] = set()
    for goal in graph.goals.values():
        if goal.key_result is not None and goal.key.cycle in begun and not goal.is_dropped(day):
            people.update((responsible_for(workspace, goal), goal.key.owner))
            people.update((*goal.key_result.with_, *goal.objective.with_))
    return frozenset(person for person in people if chart.is_active(workspace, person, day))


def roll_call(
    graph: Graph, cycles: Collection[str], people: Iterable[str], rounds: Iterable[Round]
) -> tuple[Seat, ...]:
    """The people who owe a note, by check-in period, in the order given; notes of `cycles` count."""
    workspace, asked = graph.workspace, tuple(people)
    written = {
        (key.author, key.week)
        for key, note in workspace.notes.items()
        if key.cycle in cycles and says_something(note.value)
    }
    broken = {(key.author, key.week) for key in broken_notes(workspace) if key.cycle in cycles}
    return tuple(_seats(graph, (cycles, asked, written, broken), rounds))


_Written = set[tuple[str, Week]]


def _seats(
    graph: Graph, given: tuple[Collection[str], tuple[str, ...], _Written, _Written], rounds: Iterable[Round]
) -> Iterator[Seat]:
    cycles, people, written, broken = given
    for weeks in rounds:
        owe = owing(graph, cycles, weeks[-1])
        for person in people:
            if person not in owe:
                continue
            if any((person, week) in written for week in weeks):
                presence: Presence = "in"
            elif any((person, week) in broken for week in weeks):
                presence = "unreadable"
            else:
                presence = "away" if _is_away(graph.workspace, person, weeks) else "missing"
            yield Seat(person, weeks[-1], presence)


def _is_away(workspace: Workspace, person: str, weeks: Round) -> bool:
    """Away all the time, or up to the meeting, before which the note would be due."""
    day = meeting_day(_checkin(workspace), weeks[-1])
    first = weeks[0].monday
    return any(chart.is_away(workspace, person, first, last) for last in (weeks[-1].sunday, day))


def _checkin(workspace: Workspace) -> Checkin:
    return workspace.settings.value.checkin
