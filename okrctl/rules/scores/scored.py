"""What the rules of this family judge: goals that were not dropped, with what a retrospective says of them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from okrctl.alignment.goals import Goal, children_of
from okrctl.progress import show
from okrctl.progress.scoring import ScoredGoal
from okrctl.rules.context import Context
from okrctl.workspace.index import Cycle
from okrctl.workspace.layout import Kind

_DIGITS = 9  # of a difference before it is compared: 0.9 − 0.7 is 0.2
FULL = 1.0
BUSINESS_AS_USUAL = 0.3
MOST_DECIMALS = 2


class Scored(NamedTuple):
    """A goal with its cycle, its score 0..1, and the entry that gives it."""

    goal: Goal
    cycle: Cycle
    score: float
    entry: ScoredGoal


def scored(context: Context) -> Iterator[Scored]:
    """Every goal that an entry names clearly and scores; an objective before its key results, as on the sheet."""
    if not context.workspace.others_of(Kind.RETRO):
        return
    for key, goal in context.graph.goals.items():
        entry, cycle = context.scores.of(key), context.workspace.cycles.get(key.cycle)
        if entry is None or not entry.is_clear or entry.score is None:
            continue
        if cycle is not None and goal.dropped_on is None:
            yield Scored(goal, cycle, entry.score, entry)


def scored_lowest(context: Context) -> Iterator[Scored]:
    """Every scored key result, and every scored objective of which no key result is scored."""
    goals = context.graph.goals
    for one in scored(context):
        below = () if one.goal.key_result else children_of(goals, one.goal.key)
        if all(context.scores.score(goal.key) is None for goal in below):
            yield one


def is_committed(context: Context, goal: Goal) -> bool:
    """Whether a goal, or the objective that it belongs to, must be reached."""
    return (goal.objective.kind or context.settings.default_kind) == "committed"


def completion(context: Context, goal: Goal, cycle: Cycle) -> float:
    """The share of the way that was made: as the retrospective says, else as the notes add up to, unclamped."""
    entry = context.scores.of(goal.key)
    if entry is not None and entry.completion is not None:
        return entry.completion
    return context.figures_on(cycle.end).goal(goal.key).progress


def apart(one: float, other: float) -> float:
    """How far two numbers are apart, without float noise."""
    return round(abs(one - other), _DIGITS)


def shown(score: float) -> str:
    """A score as people write it: `0.7`, `1.0`; one with too many decimals in full, lest 0.999 look like 1.0."""
    return show.score(score) if decimals(score) <= MOST_DECIMALS else repr(score)


def decimals(number: float) -> int:
    """How many decimals a number has: two for 0.75 and one for 0.70."""
    exponent = Decimal(repr(number)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
