"""The graph as a tree: what stands below what, what is shown where, and what leads up to nothing."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey, children_of
from okrctl.alignment.graph import Graph
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey


class Support(NamedTuple):
    """One alignment: the goal whose `aligns_to` says so, and the goal that it names."""

    source: GoalKey
    target: GoalKey


class Step(NamedTuple):
    """The way from an objective to a neighbour: the neighbour, and the alignment that joins the two."""

    to: GoalKey
    support: Support


Steps = Mapping[GoalKey, tuple[Step, ...]]
Homes = dict[GoalKey, GoalKey | None]  # what each goal stands below where it is shown in full
Settle = Callable[[list[GoalKey], Steps, Steps, Homes], None]


class View(NamedTuple):
    """What a tree of one cycle is made of, on one day: objectives in order, and the steps up and down between them."""

    graph: Graph
    cycle: str
    day: date
    objectives: tuple[GoalKey, ...]
    above: Steps
    below: Steps

    def is_dropped(self, key: GoalKey) -> bool:
        """Whether the goal no longer counts on the day."""
        return self.graph.is_dropped(key, self.day)


class Branch(NamedTuple):
    """One line of a tree. Branches stand in the order in which they are read; `parent` is an index, -1 at the root.

    `key` is an objective; in a reference it may be the key result that aligns. `links` join it to the branch above.
    """

    key: GoalKey
    parent: int
    depth: int
    links: tuple[Support, ...] = ()
    is_reference: bool = False
    home: GoalKey | None = None
    loops: bool = False


class AlignmentTree(NamedTuple):
    """The branches from the goals asked for, and apart from them those that name none of the company's objectives.

    `unaligned` are the objectives that reach the company's through no goal that still counts: all that stand apart,
    and what hangs on dropped goals only.
    """

    branches: tuple[Branch, ...]
    loose: tuple[Branch, ...]
    unaligned: frozenset[GoalKey]


def view_of(graph: Graph, cycle: str, day: date) -> View:
    """The objectives of a cycle, and of the cycles around it those that stand above or below one of them."""
    cycles = _cycles_around(graph, cycle)
    objectives = tuple(key for key in graph.goals if not key.key_result and key.cycle in cycles)
    above = {key: _best_first((graph, cycle, day), _steps_up(graph, key, cycles)) for key in objectives}
    below = _turned(above)
    own = [key for key in objectives if key.cycle == cycle]
    seen = {*_reach(own, above), *_reach(own, below), *_root_goals(graph, cycle, cycles)}
    shown = tuple(key for key in objectives if key in seen)
    down = {key: _ordered(graph, [step for step in below.get(key, ()) if step.to in seen], day) for key in shown}
    return View(graph, cycle, day, shown, MappingProxyType(above), MappingProxyType(down))


def company_tree(view: View) -> AlignmentTree:
    """From the objectives of the root team downwards; what names none of them, even through others, stands apart."""
    homes: Homes = {}
    roots = _plant(_root_candidates(view), view.above, view.below, homes)
    loose = _plant([key for key in view.objectives if key not in homes], view.above, view.below, homes)
    branches, apart = _grow(view, roots, view.below, homes), _grow(view, loose, view.below, homes)
    return AlignmentTree(branches, apart, unaligned_of(view))


def tree_below(view: View, owner: str) -> AlignmentTree:
    """From an owner's objectives downwards; apart from them what is unaligned in the teams below."""
    unaligned = unaligned_of(view)
    homes: Homes = {}
    starts = _plant(_goals_of(view, owner), view.above, view.below, homes)
    rest = [key for key in view.objectives if key in unaligned and key not in homes and _belongs(view, key, owner)]
    loose = _plant(rest, view.above, view.below, homes)
    return AlignmentTree(_grow(view, starts, view.below, homes), _grow(view, loose, view.below, homes), unaligned)


def tree_above(view: View, owner: str) -> AlignmentTree:
    """From an owner's objectives upwards to everything that they support."""
    homes: Homes = {}
    starts = _plant(_goals_of(view, owner), view.below, view.above, homes, _settle_nearest)
    return AlignmentTree(_grow(view, starts, view.above, homes), (), unaligned_of(view))


def unaligned_of(view: View) -> frozenset[GoalKey]:
    """The objectives that count and reach no objective of the root team through others that count (3.5)."""
    living = {key: [step for step in steps if _counts(view, step)] for key, steps in view.below.items()}
    aligned = _reach(_root_candidates(view), living)
    return frozenset(key for key in view.objectives if key not in aligned and not view.is_dropped(key))


def _counts(view: View, step: Step) -> bool:
    return not view.is_dropped(step.support.source) and not view.is_dropped(step.support.target)


def _cycles_around(graph: Graph, cycle: str) -> frozenset[str]:
    """The cycle, those that overlap it, and its parents."""
    cycles = graph.workspace.cycles
    found = {other.id for other in graph.workspace.overlapping(cycle)}
    parent = cycles[cycle].parent
    while parent is not None and parent in cycles and parent not in found:
        found.add(parent)
        parent = cycles[parent].parent
    return frozenset(found)


def _steps_up(graph: Graph, key: GoalKey, cycles: frozenset[str]) -> Iterator[Step]:
    """From an objective to those that it and its key results name, in the order in which they are written."""
    for source in (key, *(key_result.key for key_result in children_of(graph.goals, key))):
        for target in graph.supported(source):
            if target.cycle in cycles and target.of_objective != key:
                yield Step(target.of_objective, Support(source, target))


def _best_first(view_of_cycle: tuple[Graph, str, date], steps: Iterable[Step]) -> tuple[Step, ...]:
    """Goals that count before dropped ones, the cycle's own before others; else in the order of their naming."""
    graph, cycle, day = view_of_cycle
    return tuple(sorted(steps, key=lambda step: (graph.is_dropped(step.support.target, day), step.to.cycle != cycle)))


def _turned(steps: Steps) -> dict[GoalKey, list[Step]]:
    turned: dict[GoalKey, list[Step]] = {}
    for key, ways in steps.items():
        for to, support in ways:
            turned.setdefault(to, []).append(Step(key, support))
    return turned


def _reach(starts: Iterable[GoalKey], steps: Mapping[GoalKey, Iterable[Step]]) -> dict[GoalKey, None]:
    """The starts and everything that the steps lead to, nearest first."""
    seen = dict.fromkeys(starts)
    waiting = deque(seen)
    while waiting:
        for to, _ in steps.get(waiting.popleft(), ()):
            if to not in seen:
                seen[to] = None
                waiting.append(to)
    return seen


def _ordered(graph: Graph, steps: list[Step], day: date) -> tuple[Step, ...]:
    """What supports the first key result first, what supports the whole objective last; dropped ones at the end."""

    def place(step: Step) -> tuple[bool, bool, tuple[int, int]]:
        target = step.support.target
        return graph.is_dropped(step.to, day), not target.key_result, graph.goals[target].order

    return tuple(sorted(steps, key=place))


def _root_goals(graph: Graph, cycle: str, cycles: frozenset[str]) -> tuple[GoalKey, ...]:
    """The company's objectives: of the cycle, or of the shortest one around it for which the company has a sheet."""
    root = chart.root_team(graph.workspace)
    known = graph.workspace.cycles
    longer = sorted(cycles - {cycle}, key=lambda name: (known[name].days, name))
    candidates = (cycle, *(name for name in longer if known[name].contains(known[cycle])))
    sheet = next((SheetKey(name, root) for name in candidates if root and (name, root) in graph.workspace.sheets), None)
    return tuple(key for key in graph.goals if key.sheet == sheet and not key.key_result)


def _root_candidates(view: View) -> list[GoalKey]:
    root = chart.root_team(view.graph.workspace)
    return [key for key in view.objectives if key.owner == root]


def _goals_of(view: View, owner: str) -> list[GoalKey]:
    return [key for key in view.objectives if key.sheet == (view.cycle, owner)]


def _belongs(view: View, key: GoalKey, owner: str) -> bool:
    """Whether a goal is one of the team `owner` or of the teams and people below it."""
    team = chart.team_of(view.graph.workspace, key.owner)
    return owner in view.graph.workspace.teams and team is not None and owner in chart.line(view.graph.workspace, team)


def _settle(roots: list[GoalKey], above: Steps, below: Steps, homes: Homes) -> None:
    """Give everything below the roots one home: the best goal it names, unless a loop leads through that one."""
    homes.update(dict.fromkeys(roots))
    waiting = [key for key in _reach(roots, below) if key not in homes]
    unsettled = frozenset(waiting)
    open_above = {key: {to for to, _ in above[key]} & unsettled for key in waiting}
    ready = deque(key for key in waiting if not open_above[key])
    while open_above:
        key = ready.popleft() if ready else _first_in_a_loop(waiting, above, homes)
        homes[key] = next(to for to, _ in above[key] if to in homes)
        del open_above[key]
        for to, _ in below.get(key, ()):
            if to in open_above and key in open_above[to]:
                open_above[to].discard(key)
                if not open_above[to]:
                    ready.append(to)


def _settle_nearest(roots: list[GoalKey], above: Steps, below: Steps, homes: Homes) -> None:  # noqa: ARG001
    """The same for the way up, where nobody has chosen an order: everything stands below the nearest."""
    homes.update(dict.fromkeys(roots))
    waiting = deque(roots)
    while waiting:
        key = waiting.popleft()
        for to, _ in below.get(key, ()):
            if to not in homes:
                homes[to] = key
                waiting.append(to)


def _first_in_a_loop(waiting: list[GoalKey], above: Steps, homes: Homes) -> GoalKey:
    """What comes next where every goal waits for another one: the nearest that hangs on something already placed."""
    return next(key for key in waiting if key not in homes and any(to in homes for to, _ in above[key]))


def _plant(
    candidates: list[GoalKey], above: Steps, below: Steps, homes: Homes, settle: Settle = _settle
) -> list[GoalKey]:
    """The candidates that hang on no other candidate, as roots; adds to `homes` where everything below them stands."""
    inside = {key for key in candidates if key not in homes}
    roots = [key for key in candidates if key in inside and not any(to in inside for to, _ in above.get(key, ()))]
    settle(roots, above, below, homes)
    for key in candidates:
        if key not in homes:  # a loop has no beginning: its first goal becomes one
            roots.append(key)
            settle([key], above, below, homes)
    return roots


def _grow(view: View, roots: list[GoalKey], below: Steps, homes: Homes) -> tuple[Branch, ...]:
    """The branches in the order of reading: each goal, then what hangs on it; the cycle's own roots come first."""
    branches: list[Branch] = []
    ordered = sorted(roots, key=lambda root: (root.cycle != view.cycle, view.is_dropped(root)))
    waiting = [Branch(root, -1, 0) for root in reversed(ordered)]
    while waiting:
        branch = waiting.pop()
        branches.append(branch)
        if not branch.is_reference:
            waiting.extend(reversed([*_hanging(branch, len(branches) - 1, below, homes)]))
    return tuple(branches)


def _hanging(branch: Branch, index: int, below: Steps, homes: Homes) -> Iterator[Branch]:
    """What stands directly below a branch, in full where it is at home, else as a reference."""
    groups: dict[GoalKey, list[Support]] = {}
    for to, support in below.get(branch.key, ()):
        groups.setdefault(to, []).append(support)
    for to, links in groups.items():
        depth = branch.depth + 1
        if homes[to] == branch.key:
            yield Branch(to, index, depth, tuple(links))
        else:
            loops = to in _line_of(branch.key, homes)
            yield Branch(_what_aligns(to, links), index, depth, tuple(links), True, homes[to], loops)


def _line_of(key: GoalKey, homes: Homes) -> Iterator[GoalKey]:
    """A goal and those it stands below, nearest first."""
    at: GoalKey | None = key
    while at is not None:
        yield at
        at = homes[at]


def _what_aligns(objective: GoalKey, links: list[Support]) -> GoalKey:
    """The objective, or its key result where that alone is joined."""
    ends = {end for link in links for end in link if end.of_objective == objective}
    return ends.pop() if len(ends) == 1 else objective
