"""How much of what people want leads up to what the company wants (3.5)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey, Missing
from okrctl.alignment.graph import Graph
from okrctl.progress.rollup import clean, effective_weights
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey, Workspace


class AlignmentRate(NamedTuple):
    """Objectives below the root that still count: how many reach a root objective, of how many.

    `by_weight` is the share of their weights in their own sheets, 0..1, None where there is no objective;
    `cross_team` the number of links between owners that are not in one line of teams, from or to one of the owners
    asked about; `unaligned` names the others.
    """

    aligned: int
    all: int
    by_weight: float | None
    cross_team: int
    unaligned: tuple[GoalKey, ...] = ()

    @property
    def by_count(self) -> float | None:
        """The share of the objectives, 0..1; None where there is none."""
        return clean(self.aligned / self.all) if self.all else None


def alignment_rate(graph: Graph, cycle: str, day: date, owners: Collection[str] | None = None) -> AlignmentRate:
    """The rate of one cycle on a day, for the sheets of `owners`; by default of everybody below the root."""
    return alignment_rates(graph, cycle, day, (owners,))[0]


def alignment_rates(
    graph: Graph, cycle: str, day: date, groups: Iterable[Collection[str] | None]
) -> tuple[AlignmentRate, ...]:
    """The rates of several groups of owners, one look at the links for all of them; None means everybody."""
    root = chart.root_team(graph.workspace)
    reached = _reaching_root(graph, day, root)
    crossing = _cross_team_links(graph, cycle, day)
    weights = {
        sheet.owner: dict(_objective_weights(graph, sheet, day))
        for sheet in sorted(graph.workspace.sheets)
        if sheet.cycle == cycle and sheet.owner != root
    }
    return tuple(_rate(weights, reached, crossing, owners) for owners in groups)


def _rate(
    sheets: Mapping[str, Mapping[GoalKey, float]],
    reached: frozenset[GoalKey],
    crossing: Collection[tuple[str, str]],
    owners: Collection[str] | None,
) -> AlignmentRate:
    asked = sheets if owners is None else [owner for owner in sheets if owner in owners]
    weights = {key: weight for owner in asked for key, weight in sheets[owner].items()}
    aligned = [key for key in weights if key in reached]
    total = sum(weights.values())
    return AlignmentRate(
        aligned=len(aligned),
        all=len(weights),
        by_weight=clean(sum(weights[key] for key in aligned) / total) if total else None,
        cross_team=sum(owners is None or one in owners or other in owners for one, other in crossing),
        unaligned=tuple(key for key in weights if key not in reached),
    )


def owners_below(workspace: Workspace, team: str) -> frozenset[str]:
    """The team, the teams below it, and the people whose team is one of these: whose sheets a team's rate counts."""
    teams = frozenset(handle for handle in workspace.teams if team in chart.line(workspace, handle))
    return teams | {handle for handle, person in workspace.people.items() if person.value.team in teams}


def _reaching_root(graph: Graph, day: date, root: str | None) -> frozenset[GoalKey]:
    """The objectives from which links lead up to the root team's; a key result and its objective count as one."""
    below: dict[GoalKey, list[GoalKey]] = {}
    for source, target in _living_links(graph, day):
        below.setdefault(target.of_objective, []).append(source.of_objective)
    waiting = [key for key in graph.goals if not key.key_result and key.owner == root]
    reached = set(waiting)
    while waiting:
        for source in below.get(waiting.pop(), ()):
            if source not in reached:
                reached.add(source)
                waiting.append(source)
    return frozenset(reached)


def _living_links(graph: Graph, day: date) -> Iterator[tuple[GoalKey, GoalKey]]:
    """The links between goals that count, inside a cycle, to an overlapping one or to a parent."""
    for link in graph.links:
        target = link.target
        if (
            not isinstance(target, Missing)
            and not graph.is_dropped(link.source, day)
            and not graph.is_dropped(target, day)
            and _may_lead(graph.workspace, link.source.cycle, target.cycle)
        ):
            yield link.source, target


def _may_lead(workspace: Workspace, source: str, target: str) -> bool:
    one, other = workspace.cycles.get(source), workspace.cycles.get(target)
    if source == target or one is None or other is None:
        return source == target
    return one.overlaps(other) or target in _parents(workspace, source)


def _parents(workspace: Workspace, cycle: str) -> Iterator[str]:
    seen = {cycle}
    while (known := workspace.cycles.get(cycle)) and known.parent and known.parent not in seen:
        cycle = known.parent
        seen.add(cycle)
        yield cycle


def _objective_weights(graph: Graph, sheet: SheetKey, day: date) -> Iterator[tuple[GoalKey, float]]:
    objectives = graph.workspace.sheets[sheet].value.objectives
    keys = dict.fromkeys(GoalKey(*sheet, objective.id) for objective in objectives)
    living = [graph.goals[key] for key in keys if not graph.is_dropped(key, day)]
    weights = effective_weights([goal.objective.weight for goal in living])
    yield from zip((goal.key for goal in living), weights, strict=True)


def _cross_team_links(graph: Graph, cycle: str, day: date) -> list[tuple[str, str]]:
    """The two owners of every link, from or to a goal of the cycle, that are not in one line of teams."""
    links = {
        (source, target)
        for source, target in _living_links(graph, day)
        if cycle in (source.cycle, target.cycle) and source.owner != target.owner
    }
    pairs = ((source.owner, target.owner) for source, target in links)
    return [pair for pair in pairs if not chart.in_one_line(graph.workspace, *pair)]
