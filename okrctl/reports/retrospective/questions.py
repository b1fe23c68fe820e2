"""Questions to talk through, raised by the goals at hand: what to ask at 0.7, at 0.3, and of goals that surprise."""

from collections.abc import Collection, Iterable

from okrctl.alignment.goals import GoalKey
from okrctl.reports.retrospective.causes import is_low, missed_of
from okrctl.reports.retrospective.record import GoalResult, ObjectiveResult, Question, QuestionKind

_ABOUT_SEVENTY = (0.6, 0.8)
_FULL = 0.9  # all of them from here on: set too low?
_POOR = 0.4  # below it a goal was out of reach, whatever was reported
_FAR = 0.2  # between score and completion (3.4)
_DIGITS = 9


def questions_of(
    own: tuple[ObjectiveResult, ...],
    others: tuple[ObjectiveResult, ...],
    moved: Collection[GoalKey],
    is_over: bool,
) -> tuple[Question, ...]:
    """Each question once, with the goals that raise it: of the own sheet, of the members' only the striking ones."""
    all_of_them = (*own, *others)
    mine, everybodys = _judged(own or others), _judged(all_of_them)
    raised: tuple[tuple[QuestionKind, Iterable[GoalResult]], ...] = (
        ("missed", missed_of(all_of_them)),
        ("about_seventy", filter(_is_about_seventy, mine)),
        ("low", filter(is_low, everybodys)),
        ("watermelon", (goal for goal in everybodys if _is_watermelon(goal, is_over))),
        ("far_apart", filter(_is_far_apart, mine)),
        ("moved", (goal for each in own or others for goal in each.goals if goal.key in moved)),
        ("unreported", filter(_is_unreported, everybodys)),
    )
    questions = tuple(Question(kind, found) for kind, goals in raised if (found := tuple(goals)))
    return (*questions, *([Question("too_safe", ())] if _are_all_full(mine) else []))


def _judged(objectives: Iterable[ObjectiveResult]) -> tuple[GoalResult, ...]:
    return tuple(goal for each in objectives for goal in each.judged)


def _is_about_seventy(goal: GoalResult) -> bool:
    low, high = _ABOUT_SEVENTY
    return not goal.committed and goal.score is not None and low <= round(goal.score, _DIGITS) <= high


def _is_watermelon(goal: GoalResult, is_over: bool) -> bool:
    """Reported green or done to the end, and yet scored low; without a score what the numbers said at the end."""
    if goal.status not in ("on_track", "done"):
        return False
    if goal.score is not None:
        return round(goal.score, _DIGITS) < _POOR
    return is_over and goal.computed_status == "off_track"


def _is_far_apart(goal: GoalResult) -> bool:
    if goal.score is None or goal.said.because:
        return False
    return abs(round(goal.score - min(max(goal.completion, 0), 1), _DIGITS)) > _FAR


def _is_unreported(goal: GoalResult) -> bool:
    return not goal.has_data and goal.status is None


def _are_all_full(goals: tuple[GoalResult, ...]) -> bool:
    scores = [goal.score for goal in goals if not goal.committed]
    return len(scores) > 1 and all(score is not None and round(score, _DIGITS) >= _FULL for score in scores)
