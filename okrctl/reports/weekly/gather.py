"""Which row of the report an entry belongs to: through alignment, directly or through others, in every cycle."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey, children_of, objectives_of
from okrctl.reports.weekly.entries import updates_of
from okrctl.reports.weekly.record import Entry, ObjectivePart, Reference, Row
from okrctl.reports.weekly.scope import Scope


@dataclass
class _Shelf:
    """What is collected for one row."""

    entries: list[Entry] = field(default_factory=list)
    references: dict[Reference, None] = field(default_factory=dict)
    deeper: bool = False


class Gathered(NamedTuple):
    """The objectives with what was said, and the updates of members that belong to none of them."""

    objectives: tuple[ObjectivePart, ...]
    unaligned: tuple[Entry, ...]
    goals: frozenset[GoalKey]


def gather(scope: Scope) -> Gathered:
    """Put every update into the rows of the goals that it supports."""
    layout = _layout(scope)
    reached = _rows_by_goal(scope, layout)
    shelves = {row: _Shelf() for objective, rows in layout.items() for row in (objective, *rows)}
    deeper: dict[GoalKey, list[Entry]] = {objective: [] for objective in layout}
    unaligned: list[Entry] = []
    for goal, entry in updates_of(scope):
        rows = reached.get(goal, ()) if goal else ()
        if rows and goal:
            _shelve(scope, (goal, entry), rows, (shelves, deeper))
        elif entry.who.handle in scope.members:
            unaligned.append(entry)
    parts = tuple(_part(scope, objective, rows, (shelves, deeper)) for objective, rows in layout.items())
    return Gathered(tuple(filter(_is_worth_a_table, parts)), tuple(unaligned), frozenset(reached))


def _layout(scope: Scope) -> Mapping[GoalKey, tuple[GoalKey, ...]]:
    """The objectives, committed ones first, with their key results; what was dropped before is left out."""
    default = scope.workspace.settings.value.default_kind
    objectives = objectives_of(scope.graph.goals, scope.sheet, scope.workspace)
    ordered = sorted(objectives, key=lambda goal: (goal.objective.kind or default) != "committed")
    return {
        goal.key: tuple(
            child.key for child in children_of(scope.graph.goals, goal.key) if not _is_gone(scope, child.key)
        )
        for goal in ordered
        if not _is_gone(scope, goal.key)
    }


def _is_gone(scope: Scope, key: GoalKey) -> bool:
    """Whether a goal was dropped before the last report, which said so."""
    dropped_on = scope.graph.goals[key].dropped_on
    return dropped_on is not None and dropped_on <= scope.period.moved_after


def _rows_by_goal(scope: Scope, layout: Mapping[GoalKey, tuple[GoalKey, ...]]) -> Mapping[GoalKey, tuple[GoalKey, ...]]:
    """Per goal the rows it belongs to, in order; a key result's row takes the place of its objective's."""
    found: dict[GoalKey, dict[GoalKey, None]] = {}
    for objective, key_results in layout.items():
        for row in (objective, *key_results):
            for goal in _below(scope, row):
                found.setdefault(goal, {})[row] = None
    return {goal: tuple(_sharpened(rows)) for goal, rows in found.items()}


def _below(scope: Scope, row: GoalKey) -> Iterator[GoalKey]:
    """The goal of a row and what supports it; for an objective not what supports its key results."""
    yield row
    if row.key_result:
        yield from scope.graph.downward(row)
        return
    for supporter in scope.graph.supporters(row):
        yield supporter
        yield from scope.graph.downward(supporter)


def _sharpened(rows: Mapping[GoalKey, None]) -> Iterator[GoalKey]:
    precise = {row.of_objective for row in rows if row.key_result}
    return (row for row in rows if row.key_result or row not in precise)


def _shelve(
    scope: Scope,
    said: tuple[GoalKey, Entry],
    rows: tuple[GoalKey, ...],
    into: tuple[Mapping[GoalKey, _Shelf], Mapping[GoalKey, list[Entry]]],
) -> None:
    """In full in its own row or else the first, as a reference in the others; below the table from further down."""
    (goal, entry), (shelves, deeper) = said, into
    full = goal if goal in rows else rows[0]
    if goal != full and scope.is_further_down(entry.who.handle):
        deeper[full.of_objective].append(entry)
        for row in rows:
            shelves[row].deeper = True
        return
    shelves[full].entries.append(entry._replace(is_own=goal == full))
    for row in rows:
        if row != full:
            shelves[row].references[Reference(entry.who, full)] = None


def _part(
    scope: Scope,
    objective: GoalKey,
    rows: tuple[GoalKey, ...],
    collected: tuple[Mapping[GoalKey, _Shelf], Mapping[GoalKey, list[Entry]]],
) -> ObjectivePart:
    shelves, deeper = collected
    made = {row: _row(scope, row, shelves[row]) for row in (objective, *rows)}
    return ObjectivePart(
        goal=made[objective].goal,
        whole=made[objective],
        key_results=tuple(made[row] for row in rows if _is_worth_a_row(made[row])),
        deeper=tuple(deeper[objective]),
    )


def _is_worth_a_table(part: ObjectivePart) -> bool:
    """A goal dropped since the last report stands among the goals that moved; a table only if somebody spoke of it."""
    return part.goal.standing.dropped_on is None or not all(row.is_silent for row in (part.whole, *part.key_results))


def _is_worth_a_row(row: Row) -> bool:
    return row.goal.standing.dropped_on is None or not row.is_silent


def _row(scope: Scope, row: GoalKey, shelf: _Shelf) -> Row:
    """Own reports first; then by author, as the notes are ordered, and by week."""
    entries = sorted(shelf.entries, key=lambda entry: not entry.is_own)
    return Row(scope.line(row), tuple(entries), tuple(shelf.references), shelf.deeper)
