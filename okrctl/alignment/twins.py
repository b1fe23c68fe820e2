"""The same thing wanted twice: goals of different owners in nearly the same words."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey
from okrctl.alignment.graph import Graph

ALIKE = 0.75  # of the pairs of characters (Dice); about one word in four may differ
_SHORTEST = 6  # pairs of characters: shorter texts are alike by chance

Pairs = frozenset[str]


class Twins(NamedTuple):
    """Two goals of different owners that want the same, in the order of their addresses."""

    first: GoalKey
    second: GoalKey


def find_twins(graph: Graph, cycle: str, owners: Collection[str]) -> tuple[Twins, ...]:
    """The pairs of a cycle of which one at least is a goal of `owners`.

    Silent where one supports the other, and where both carry their part of one number (`cascade`).
    """
    goals = {key: goal for key, goal in graph.goals.items() if key.cycle == cycle and goal.dropped_on is None}
    texts = {key: pairs for key, goal in goals.items() if len(pairs := character_pairs(goal.title)) >= _SHORTEST}
    found = {
        Twins(*sorted(both))
        for both in _alike(texts, frozenset(key for key in texts if key.owner in owners))
        if _are_strangers(graph, *both)
    }
    return tuple(sorted(found))


def character_pairs(text: str) -> Pairs:
    """The pairs of neighbouring letters and digits of a text, whatever its case, width and punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    letters = [character for character in plain if character.isalnum()]
    return frozenset(one + other for one, other in pairwise(letters))


def likeness(one: Pairs, other: Pairs) -> float:
    """Dice: the share of their pairs that two texts have in common, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _alike(texts: Mapping[GoalKey, Pairs], wanted: Collection[GoalKey]) -> Iterator[tuple[GoalKey, GoalKey]]:
    """Pairs alike enough. Two such texts share one of their rarest pairs of characters, so only these are looked up."""
    count = Counter(pair for pairs in texts.values() for pair in pairs)
    rarest = {key: _rarest(pairs, count) for key, pairs in texts.items()}
    holders: dict[str, list[GoalKey]] = {}
    for key, pairs in rarest.items():
        for pair in pairs:
            holders.setdefault(pair, []).append(key)
    for key in wanted:
        near = dict.fromkeys(other for pair in rarest[key] for other in holders[pair])
        for other in near:
            if other.owner != key.owner and likeness(texts[key], texts[other]) >= ALIKE:
                yield key, other


def _rarest(pairs: Pairs, count: Mapping[str, int]) -> list[str]:
    """So many of the rarest that a text which has none of them cannot be alike."""
    shared = ceil(ALIKE / (2 - ALIKE) * len(pairs))
    return sorted(pairs, key=lambda pair: (count[pair], pair))[: len(pairs) - shared + 1]


def _are_strangers(graph: Graph, one: GoalKey, other: GoalKey) -> bool:
    objectives = {one.of_objective, other.of_objective}
    linked = any(
        {above.of_objective for above in graph.upward(key)} & (objectives - {key.of_objective}) for key in (one, other)
    )
    return not linked and not _carried(graph, one) & _carried(graph, other)


def _carried(graph: Graph, key: GoalKey) -> set[GoalKey]:
    """The cascading key results that a goal adds its number to."""
    return {above for above in graph.supported(key) if _cascades(graph.goals.get(above))}


def _cascades(goal: Goal | None) -> bool:
    return goal is not None and goal.key_result is not None and goal.key_result.cascade is not None
