"""What the rules of this family judge: goals that are not dropped, on sheets and cycles that could be read."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from okrctl.alignment.goals import Goal, GoalKey, Missing
from okrctl.alignment.graph import Link
from okrctl.models.okr import KeyResult, Objective
from okrctl.rules.context import Context

_G = TypeVar("_G", Objective, KeyResult)


def live(goals: Iterable[_G]) -> tuple[_G, ...]:
    """Those that are not dropped."""
    return tuple(goal for goal in goals if goal.dropped is None)


def live_goals(context: Context) -> Iterator[Goal]:
    """Every objective and key result that counts: neither it nor its objective is dropped, on whatever day."""
    return (goal for goal in context.graph.goals.values() if goal.dropped_on is None)


def live_objectives(context: Context) -> Iterator[Goal]:
    """Every objective that is not dropped."""
    return (goal for goal in live_goals(context) if goal.key_result is None)


def live_key_results(context: Context) -> Iterator[tuple[Goal, KeyResult]]:
    """Every key result that counts, with its record."""
    for goal in live_goals(context):
        if goal.key_result is not None:
            yield goal, goal.key_result


def live_links(context: Context) -> Iterator[tuple[Link, GoalKey]]:
    """Every link of a goal that counts, with the goal it leads to; one that leads nowhere is another rule's."""
    for link in context.graph.links:
        if not isinstance(link.target, Missing) and context.graph.goals[link.source].dropped_on is None:
            yield link, link.target


def sound_links(context: Context) -> Iterator[tuple[Link, GoalKey]]:
    """The live links of which no other rule (207, 208, 209) says that they lead to the wrong goal altogether."""
    for link, target in live_links(context):
        elsewhere = link.source.sheet != target.sheet and context.graph.goals[target].dropped_on is None
        if elsewhere and overlaps(context, link.source.cycle, target.cycle):
            yield link, target


def overlaps(context: Context, one: str, other: str) -> bool:
    """Whether two cycles have a day in common; of a cycle without dates nobody can say that it does not."""
    cycles = context.workspace.cycles
    return one not in cycles or other not in cycles or cycles[one].overlaps(cycles[other])
