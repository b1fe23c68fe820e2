"""How bold the aspirational goals were, by their mean score (3.4): a verdict on goals, never on people."""

from collections import Counter

from okrctl.progress.scoring import verdict
from okrctl.reports.retrospective.record import Judgement, ObjectiveResult
from okrctl.reports.retrospective.scope import Scope


def judgement_of(scope: Scope, objectives: tuple[ObjectiveResult, ...]) -> Judgement | None:
    """The verdict on the owner's sheet; None where no aspirational goal on it has a score."""
    mean = scope.scores.aspirational_mean((scope.sheet(scope.owner),))
    if mean is None:
        return None
    bold = [each for each in objectives if not each.goal.committed and each.goal.dropped_on is None]
    difficulty = Counter(goal.said.difficulty for each in bold for goal in each.judged)
    return Judgement(
        mean=mean,
        verdict=verdict(mean),
        each=tuple((each.goal, verdict(each.goal.score)) for each in bold if each.goal.score is not None),
        harder=difficulty["harder"],
        expected=difficulty["expected"],
        easier=difficulty["easier"],
    )
