"""Why goals were missed and what can be repeated (3.4): committed goals one by one, the others by their main cause."""

from collections.abc import Iterable
from typing import get_args

from okrctl.models.retro import Cause
from okrctl.reports.retrospective.record import CauseGroup, GoalResult, ObjectiveResult

LOW = 0.3  # a score up to here is business as usual, or nothing
GOOD = 0.7  # a score from here on is hard and reached
_DIGITS = 9
_CAUSES: tuple[Cause, ...] = get_args(Cause)


def missed_of(objectives: Iterable[ObjectiveResult]) -> tuple[GoalResult, ...]:
    """The committed goals that were not met, scored or not."""
    return tuple(goal for objective in objectives for goal in objective.goals if goal.is_missed)


def misses_of(objectives: Iterable[ObjectiveResult]) -> tuple[CauseGroup, ...]:
    """The misses by main cause, the commonest first, those without one last.

    A miss is what its owner gave a cause for, a score up to 0.3, and a committed goal that was not met.
    """
    found: dict[Cause | None, list[GoalResult]] = {cause: [] for cause in (*_CAUSES, None)}
    for objective in objectives:
        for goal in _to_judge(objective):
            if goal.said.cause is not None or is_low(goal) or goal.is_missed:
                found[goal.said.cause].append(goal)
    groups = [CauseGroup(cause, tuple(goals)) for cause, goals in found.items() if goals]
    return tuple(sorted(groups, key=lambda group: (group.cause is None, -len(group.goals))))


def successes_of(objectives: Iterable[ObjectiveResult], misses: Iterable[CauseGroup]) -> tuple[GoalResult, ...]:
    """What went well by one's own doing: from 0.7 on, with high effort, against more than was thought, or with a
    reason and no word of luck (an easier way, little effort); no miss.
    """
    missed = {goal.key for group in misses for goal in group.goals}
    goals = (goal for objective in objectives for goal in _to_judge(objective) if goal.key not in missed)
    return tuple(filter(_is_repeatable, goals))


def is_low(goal: GoalResult) -> bool:
    """Whether a goal was scored 0.3 or less."""
    return goal.score is not None and round(goal.score, _DIGITS) <= LOW


def _to_judge(objective: ObjectiveResult) -> tuple[GoalResult, ...]:
    """The goals scored one by one, and the objective itself where its owner scored it or gave a cause."""
    goal = objective.goal
    spoken_of = goal.said.score is not None or goal.said.cause is not None
    own = (goal,) if spoken_of and goal.dropped_on is None and goal not in objective.judged else ()
    return (*own, *objective.judged)


def _is_repeatable(goal: GoalResult) -> bool:
    good = goal.score is not None and round(goal.score, _DIGITS) >= GOOD
    said = goal.said
    explained = bool(said.because) and said.difficulty != "easier" and said.effort != "low"
    return good and (said.effort == "high" or said.difficulty == "harder" or explained)
