"""Every number of one goal, step by step, with the file and line each value comes from."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey
from okrctl.alignment.graph import Graph
from okrctl.language import Bilingual, Language
from okrctl.progress import show, step
from okrctl.progress.explained_pace import pace_steps
from okrctl.progress.explained_progress import progress_step
from okrctl.progress.explained_score import score_steps
from okrctl.progress.explained_trend import forecast_steps
from okrctl.progress.figures import Figures, GoalFigures, figures
from okrctl.progress.reported import Reports, newest_confidence, newest_status
from okrctl.progress.scoring import collect_scores
from okrctl.progress.step import Step
from okrctl.source.place import Place, locate

_STATUS = Bilingual("reported status: {status}, {week}, {author}", "填报状态：{status}，{week}，{author}")
_CONFIDENCE = Bilingual("confidence {confidence}, {week}, {author}", "信心指数 {confidence}，{week}，{author}")
_MEAN_CONFIDENCE = Bilingual(
    "confidence {confidence}: weighted mean of the key results that have one",
    "信心指数 {confidence}：按权重平均（仅计已填写的关键结果）",
)
_PART = Bilingual("{address}: {confidence}, weight {weight}", "{address}：{confidence}，权重 {weight}")
_WRITTEN = Bilingual("weight {weight}: as written", "权重 {weight}：已填写")
_SCALED = Bilingual(
    "weight {weight}: {written} as written, scaled so that what counts sums to 100 %",
    "权重 {weight}：填写的是 {written}，按合计 100% 折算",
)
_SHARE = Bilingual(
    "weight {weight}: not written, an equal share of what is left of 100 %", "权重 {weight}：未填写，平分剩余的份额"
)
_DROPPED = Bilingual("dropped on {day}: it no longer counts", "已于 {day} 终止，不再计入")


class Line(NamedTuple):
    """One line of an explanation: `depth` in steps of indentation, what is said, and path and line, empty for none."""

    depth: int
    text: str
    where: str = ""

    def say(self, language: Language) -> str:
        """The whole line, unbroken."""
        said = "  " * self.depth + self.text
        if not self.where:
            return said
        return f"{said} — {self.where}" if language == "en" else f"{said}（{self.where}）"


class Explanation(NamedTuple):
    """The numbers of one goal on one day: its place, and the steps in the order in which they are computed."""

    key: GoalKey
    title: str
    day: date
    place: Place
    steps: tuple[Step, ...]


def explain(graph: Graph, reports: Reports, day: date, key: GoalKey) -> Explanation:
    """The steps to progress, expected, gap, status, confidence, forecast, score and weight as of `day`."""
    found, goal = figures(graph, reports, day), graph.goals[key]
    steps = (
        *_dropped(graph, goal, day),
        progress_step(found, goal),
        *pace_steps(found, goal),
        *_status(found, key),
        *_confidence(found, goal),
        *forecast_steps(found, goal),
        *score_steps(collect_scores(graph), goal),
        *_weight(found, goal),
    )
    return Explanation(key, goal.title, day, goal.place, steps)


def lines(explanation: Explanation, language: Language, shown_path: Callable[[Place], str]) -> list[Line]:
    """The explanation as a tree of lines; `shown_path` writes a place as path and line."""
    head = f"{explanation.key.address()}  {explanation.title}"
    shown = [Line(0, head, shown_path(explanation.place))]
    for depth, one in _walk(explanation.steps, 1):
        shown.append(Line(depth, one.text.say(language), "" if one.place is None else shown_path(one.place)))
    return shown


def as_data(explanation: Explanation, language: Language = "en") -> dict[str, object]:
    """The explanation as plain data for JSON; places as path and line, numbers to 6 digits."""
    return {
        "address": explanation.key.address(),
        "cycle": explanation.key.cycle,
        "title": explanation.title,
        "day": explanation.day.isoformat(),
        **_place_data(explanation.place),
        "steps": [_step_data(one, language) for one in explanation.steps],
    }


def _walk(steps: tuple[Step, ...], depth: int) -> Iterator[tuple[int, Step]]:
    for one in steps:
        yield depth, one
        yield from _walk(one.parts, depth + 1)


def _step_data(one: Step, language: Language) -> dict[str, object]:
    value = round(one.value, 6) if isinstance(one.value, float) else one.value
    parts = [_step_data(part, language) for part in one.parts]
    return {"name": one.name, "text": one.text.say(language), "value": value, **_place_data(one.place), "steps": parts}


def _place_data(place: Place | None) -> dict[str, object]:
    if place is None:
        return {"path": None, "line": None}
    location = locate(place)
    return {"path": location.path, "line": location.start.line}


def _dropped(graph: Graph, goal: Goal, day: date) -> Iterator[Step]:
    on = goal.dropped_on
    if on is not None and on <= day:
        itself = goal.record.dropped is not None and goal.record.dropped.on == on
        place = goal.place if itself else graph.goals[goal.key.of_objective].place
        yield Step("dropped", _DROPPED.format(day=step.day(on)), step.day(on), place.at("dropped", "on"))


def _status(found: Figures, key: GoalKey) -> Iterator[Step]:
    said = newest_status(found.reported(key))
    if said is not None and said.update.status is not None:
        words = show.status_words(said.update.status)
        text = _STATUS.format(status=words, week=said.week, author=found.graph.workspace.name_of(said.author))
        yield Step("status", text, said.update.status, said.place.at("status"))


def _confidence(found: Figures, goal: Goal) -> Iterator[Step]:
    own = found.goal(goal.key)
    if own.confidence is None:
        return
    shown, said = show.confidence(own.confidence), newest_confidence(found.reported(goal.key))
    parts = () if goal.key_result else tuple(_confidence_parts(found, goal.key))
    if parts:
        yield Step("confidence", _MEAN_CONFIDENCE.format(confidence=shown), own.confidence, None, parts)
    elif said is not None:
        text = _CONFIDENCE.format(confidence=shown, week=said.week, author=found.graph.workspace.name_of(said.author))
        yield Step("confidence", text, own.confidence, said.place.at("confidence"))


def _confidence_parts(found: Figures, objective: GoalKey) -> Iterator[Step]:
    for key, weight in found.key_result_weights(objective).items():
        said, value = newest_confidence(found.reported(key)), found.goal(key).confidence
        if said is not None and value is not None:
            shown = {"address": key.address(), "confidence": show.confidence(value), "weight": step.weight(weight)}
            yield Step("part", _PART.format(**shown), value, said.place.at("confidence"))


def _weight(found: Figures, goal: Goal) -> Iterator[Step]:
    own: GoalFigures = found.goal(goal.key)
    if own.dropped:
        return
    written, shown = goal.record.weight, step.weight(own.weight)
    place = goal.place if written is None else goal.place.at("weight")
    if written is None:
        text = _SHARE.format(weight=shown)
    elif abs(written - own.weight) < 1e-6:
        text = _WRITTEN.format(weight=shown)
    else:
        text = _SCALED.format(weight=shown, written=step.weight(written))
    yield Step("weight", text, own.weight, place)
