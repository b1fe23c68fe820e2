"""How far a goal came and how far it should be, in the words of its kind: a band is no way, milestones are a share."""

from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey
from okrctl.language import Bilingual
from okrctl.progress.figures import Figures
from okrctl.progress.measure import weeks_inside
from okrctl.progress.reported import Reported
from okrctl.progress.step import percent

_WAY = Bilingual("{progress} of the way made", "进度 {progress}")
_MILESTONES = Bilingual("milestones worth {progress} reached", "已达成的里程碑占 {progress}")
_WEEKS = Bilingual("{inside} of {count} reported weeks inside its band", "已更新的 {count} 周里有 {inside} 周在区间内")
_EXPECTED = Bilingual("{expected}", "应达进度 {expected}")
_ALL = Bilingual("all", "应全部在区间内")


class Standing(NamedTuple):
    """`made`: "11 % of the way made"; `expected`: the part of "46 % expected on" before these two words."""

    made: Bilingual
    expected: Bilingual


def standing(figures: Figures, key: GoalKey) -> Standing:
    """Where a goal stands on the day of the figures, in whole percent."""
    goal, found = figures.graph.goals[key], figures.goal(key)
    if weeks := band_weeks(goal, figures.reported(key)):
        return Standing(weeks, _ALL)
    has_milestones = goal.key_result is not None and goal.key_result.kind == "milestones"
    made = (_MILESTONES if has_milestones else _WAY).format(progress=percent(found.progress, 0))
    return Standing(made, _EXPECTED.format(expected=percent(found.expected, 0)))


def band_weeks(goal: Goal, updates: tuple[Reported, ...]) -> Bilingual | None:
    """In how many of the reported weeks a band was kept; None for what has none."""
    key_result = goal.key_result
    if key_result is None or key_result.kind != "keep" or key_result.keep is None:
        return None
    inside, count = weeks_inside(key_result.keep, updates)
    return _WEEKS.format(inside=inside, count=count)
