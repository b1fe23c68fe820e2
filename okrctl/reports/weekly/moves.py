"""What happened to the goals themselves since the last report: changed, dropped, new, reached; and who is thanked."""

import re
from collections.abc import Collection, Iterator

from okrctl.alignment.goals import Goal, GoalKey, children_of, objectives_of
from okrctl.reports.weekly.record import Entry, Highlight, Move, NewObjective, ObjectivePart, Thanked
from okrctl.reports.weekly.scope import Scope
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey


def moves_of(scope: Scope, gathered: Collection[GoalKey]) -> tuple[Move, ...]:
    """Goals that moved in these days: ours, those we support, those that support us, those of the members."""
    own = [key for key in scope.graph.goals if key.sheet == scope.sheet]
    above = {up for key in own for up in scope.graph.upward(key)}
    near = {*own, *above, *gathered}
    moves = [
        move
        for key, goal in scope.graph.goals.items()
        if key in near or (key.owner in scope.members and key.cycle in scope.cycles)
        for move in _moves(scope, goal)
    ]
    return tuple(sorted(moves, key=lambda move: (move.goal.sheet != scope.sheet, move.on)))


def _moves(scope: Scope, goal: Goal) -> Iterator[Move]:
    record, owner = goal.record, scope.who(goal.key.owner)
    for change in record.changed:
        if scope.in_period(change.on):
            title, because = scope.text(goal.title), scope.text(change.because)
            yield Move(goal.key, title, owner, change.on, because, dropped=False)
    if record.dropped and scope.in_period(record.dropped.on):
        title, because = scope.text(goal.title), scope.text(record.dropped.because)
        yield Move(goal.key, title, owner, record.dropped.on, because, dropped=True)


def new_objectives(scope: Scope, known: Collection[GoalKey] | None) -> tuple[NewObjective, ...]:
    """Objectives of the team, its members and the teams below that were added since the last report.

    `known` are the goals there were then, from the history of the files. Without it the sheets themselves tell: an
    objective nobody reported on before is new when it says so in `changed`, or when one dropped in these days names
    it as what takes its place.
    """
    below = chart.children(scope.workspace, scope.owner) if scope.is_team else ()
    sheets = (SheetKey(scope.cycle.id, owner) for owner in dict.fromkeys((scope.owner, *below, *scope.members)))
    found = [
        goal
        for sheet in sheets
        for goal in objectives_of(scope.graph.goals, sheet, scope.workspace)
        if not goal.is_dropped(scope.period.meeting) and _is_new(scope, goal, known)
    ]
    return tuple(
        NewObjective(goal.key, scope.text(goal.title), scope.who(goal.key.owner), scope.text(goal.objective.why))
        for goal in found
    )


def _is_new(scope: Scope, goal: Goal, known: Collection[GoalKey] | None) -> bool:
    if known is not None:
        return goal.key not in known
    if _was_reported_before(scope, goal.key):
        return False
    return any(scope.in_period(change.on) for change in goal.objective.changed) or _replaces(scope, goal.key)


def _was_reported_before(scope: Scope, objective: GoalKey) -> bool:
    keys = (objective, *(child.key for child in children_of(scope.graph.goals, objective)))
    return any(one.week < scope.period.first for key in keys for one in scope.reports.get(key, ()))


def _replaces(scope: Scope, objective: GoalKey) -> bool:
    """Whether an objective of the same sheet was dropped in these days and its reason names this one."""
    named = re.compile(rf"(?<![\w/]){re.escape(objective.objective)}(?![\w/])", re.ASCII)
    for goal in objectives_of(scope.graph.goals, objective.sheet, scope.workspace):
        dropped = goal.objective.dropped
        if dropped and goal.key != objective and scope.in_period(dropped.on) and named.search(dropped.because):
            return True
    return False


def highlights_of(scope: Scope, objectives: tuple[ObjectivePart, ...]) -> tuple[Highlight, ...]:
    """Milestones and key results of these weeks that were reached for the first time."""
    found: dict[tuple[GoalKey, str], Highlight] = {}
    for entry in _entries(objectives):
        goal = entry.goal
        if goal is None:
            continue
        for reached in entry.reached:
            if not _was_reached(scope, goal.key, reached.id):
                found.setdefault((goal.key, reached.id), Highlight(goal.key, goal.title, entry.who, reached))
        if entry.status == "done" and goal.key.key_result and not entry.reached and not _was_done(scope, goal.key):
            found.setdefault((goal.key, ""), Highlight(goal.key, goal.title, entry.who, None))
    return tuple(found.values())


def _entries(objectives: tuple[ObjectivePart, ...]) -> Iterator[Entry]:
    """The entries of the tables; what comes from further down would make the head of the report too long."""
    for part in objectives:
        for row in (part.whole, *part.key_results):
            yield from row.entries


def _was_reached(scope: Scope, key: GoalKey, milestone: str) -> bool:
    earlier = (one for one in scope.reports.get(key, ()) if one.week < scope.period.first)
    return any(milestone in one.update.reached_milestones for one in earlier)


def _was_done(scope: Scope, key: GoalKey) -> bool:
    earlier = [one.update.status for one in scope.reports.get(key, ()) if one.week < scope.period.first]
    return "done" in earlier


def thanks_of(scope: Scope) -> tuple[Thanked, ...]:
    """Thanks of these weeks by a member, to a member, or to the team."""
    ours = frozenset((*scope.members, scope.owner))
    return tuple(
        Thanked(scope.who(key.author), scope.who(thanks.to), scope.text(thanks.for_))
        for key, note in scope.notes.items()
        for thanks in note.value.thanks
        if key.author in ours or thanks.to in ours
    )
