"""How the self-score of a goal came about, with the place in the retrospective that says it."""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal, children_of
from okrctl.language import Bilingual, same
from okrctl.progress import show, step
from okrctl.progress.scoring import ScoredGoal, Scores
from okrctl.progress.step import Step

_WRITTEN = Bilingual("score {score}: as {owner} wrote", "自评分 {score}：{owner} 填写")
_MEAN = Bilingual("score {score} = ({terms}) / {total}", "自评分 {score} = ({terms}) / {total}")
_PART = Bilingual("{address}: {score}, weight {weight}", "{address}：{score}，权重 {weight}")
_UNSCORED = Bilingual("{address}: not scored, left out of the mean", "{address}：尚未自评，不计入平均")
_INSTEAD = Bilingual("it stands in place of the mean of its key results, {mean}", "取代各关键结果的加权平均 {mean}")
_SHOWN = 2  # decimals of a score


def score_steps(scores: Scores, goal: Goal) -> Iterator[Step]:
    """The score of a goal, 0 to 1: as written, or the mean of what was; nothing where there is none."""
    score, written = scores.score(goal.key), scores.of(goal.key)
    if score is None:
        return
    if written is not None and written.score is not None:
        yield _as_written(scores, goal, written, score)
    else:
        yield _mean(scores, goal, score)


def _as_written(scores: Scores, goal: Goal, written: ScoredGoal, score: float) -> Step:
    mean = None if goal.key_result else scores.mean_of_key_results(goal.key)
    instead = () if mean is None else (Step("mean", _INSTEAD.format(mean=show.score(mean)), mean),)
    owner = scores.graph.workspace.name_of(written.retro_owner)
    text = _WRITTEN.format(score=show.score(score), owner=owner)
    return Step("score", text, score, written.place.at("score"), instead)


def _mean(scores: Scores, goal: Goal, score: float) -> Step:
    values = [value for _, _, value in scores.parts(goal.key)]
    weights = step.formula_weights([weight for _, weight, _ in scores.parts(goal.key)])

    def adds_up(decimals: int) -> bool:
        shown = [step.rounded(weight, decimals) for weight in weights]
        mean = sum(weight * value for weight, value in zip(shown, values, strict=True)) / sum(shown)
        return step.rounded(mean, _SHOWN) == step.rounded(score, _SHOWN)

    decimals = step.enough(adds_up)
    shown = [step.rounded(weight, decimals) for weight in weights]
    terms = [same(f"{_number(weight)} × {show.score(value)}") for weight, value in zip(shown, values, strict=True)]
    total = _number(step.rounded(sum(shown), decimals))
    text = _MEAN.format(score=show.score(score), terms=step.joined(terms, " + "), total=total)
    return Step("score", text, score, None, tuple(_parts(scores, goal)))


def _parts(scores: Scores, goal: Goal) -> Iterator[Step]:
    weights = {key: weight for key, weight, _ in scores.parts(goal.key)}
    for child in children_of(scores.graph.goals, goal.key):
        written, score = scores.of(child.key), scores.score(child.key)
        address = child.key.address(goal.key.cycle)
        if written is not None and score is not None and child.key in weights:
            shown = _PART.format(address=address, score=show.score(score), weight=step.weight(weights[child.key]))
            yield Step("part", shown, score, written.place.at("score"))
        elif child.record.dropped is None:
            yield Step("part", _UNSCORED.format(address=address), None, child.place)


def _number(weight: float) -> str:
    return step.amount(weight).en
