"""Who carries numbers upward: the contributors of each key result with `cascade`, loops taken out (3.1, 3.2)."""

from collections.abc import Iterator, Mapping
from datetime import date
from graphlib import TopologicalSorter
from itertools import chain

from okrctl.alignment.goals import GoalKey, children_of
from okrctl.alignment.graph import Graph
from okrctl.alignment.loops import circles

Cascades = Mapping[GoalKey, tuple[GoalKey, ...]]
"""Per cascading key result its contributors; each key result stands behind all those it takes numbers from."""


def cascades(graph: Graph, day: date) -> Cascades:
    """The contributors of every cascading key result; one from which a number would come back is left out."""
    sources = {key: contributors(graph, key, day) for key, goal in graph.goals.items() if _cascades(graph, key)}
    behind = {
        key: tuple(dict.fromkeys(chain.from_iterable(_cascading_in(graph, one) for one in parts)))
        for key, parts in sources.items()
    }
    loops = {key: loop for loop in circles(behind) for key in loop}
    onward = {key: [one for one in parts if one not in loops.get(key, ())] for key, parts in behind.items()}
    return {
        key: tuple(one for one in sources[key] if loops.get(key, frozenset()).isdisjoint(_cascading_in(graph, one)))
        for key in TopologicalSorter(onward).static_order()
    }


def contributors(graph: Graph, key: GoalKey, day: date) -> tuple[GoalKey, ...]:
    """What aligns directly to a cascading key result and counts: for a sum metrics of the same unit only."""
    living = tuple(one for one in graph.supporters(key) if not graph.is_dropped(one, day))
    key_result = graph.goals[key].key_result
    if key_result is None or key_result.cascade != "sum":
        return living
    unit = key_result.metric.unit if key_result.metric else None
    return tuple(one for one in living if _adds_up(graph, one, unit))


def _adds_up(graph: Graph, key: GoalKey, unit: str | None) -> bool:
    key_result = graph.goals[key].key_result
    return (
        key_result is not None
        and key_result.kind in ("metric", "cascade_sum")
        and key_result.metric is not None
        and key_result.metric.unit == unit
    )


def _cascades(graph: Graph, key: GoalKey) -> bool:
    key_result = graph.goals[key].key_result
    return key_result is not None and key_result.cascade is not None


def _cascading_in(graph: Graph, key: GoalKey) -> Iterator[GoalKey]:
    """The cascading key results that a goal's number rests on directly."""
    parts = [key] if key.key_result else [child.key for child in children_of(graph.goals, key)]
    return (part for part in parts if _cascades(graph, part))
