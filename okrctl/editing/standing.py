"""Where a key result stands, as comments of a file that people go on with."""

from collections.abc import Iterator
from typing import NamedTuple

from okrctl.alignment.goals import Goal
from okrctl.language import Bilingual
from okrctl.models.okr import Keep, KeyResult
from okrctl.progress import show
from okrctl.progress.figures import Figures, GoalFigures
from okrctl.progress.measure import reached_milestones
from okrctl.progress.reported import newest_status
from okrctl.progress.step import both
from okrctl.source.quote import in_comment
from okrctl.workspace import chart

_ENDED = Bilingual("{start} → {end}, target {target}", "{start} → {end}，目标值 {target}")
_SILENT = Bilingual("start {start}, target {target}", "起始值 {start}，目标值 {target}")
_KEPT = Bilingual("last {end}, {band}", "最近 {end}，{band}")
_BETWEEN = Bilingual("to stay within {low} and {high}", "应保持在 {low} 至 {high}")
_AT_LEAST = Bilingual("to stay at {low} or above", "应不低于 {low}")
_AT_MOST = Bilingual("to stay at {high} or below", "应不高于 {high}")
_PACE = Bilingual("completion {progress}, planned {expected}", "完成程度 {progress}，应达 {expected}")
_NO_DATA = Bilingual("no report on it", "没有更新")
_STATUS = Bilingual("last status: {status}, {week}", "最近状态：{status}，{week}")
_OWNER = Bilingual("responsible: {name}", "负责人：{name}")


class Standing(NamedTuple):
    """The progress of a key result, not clamped, its last value, and what there is to say of it."""

    progress: float
    value: float | None
    facts: tuple[Bilingual, ...]


def standing(found: Figures, goal: Goal) -> Standing:
    """Where a key result stands on the day of the figures."""
    own = found.goal(goal.key)
    facts = tuple(_facts(found, goal, own)) if goal.key_result else ()
    return Standing(own.progress, own.current, facts)


def _facts(found: Figures, goal: Goal, own: GoalFigures) -> Iterator[Bilingual]:
    record = goal.key_result
    if record is None:
        return
    yield from _measured(found, goal, record, own)
    pace = _PACE.format(
        progress=both(lambda language: show.percent(own.progress, language)),
        expected=both(lambda language: show.percent(own.expected, language)),
    )
    said = newest_status(found.reported(goal.key))
    if not own.has_data:
        yield _NO_DATA
    elif said is not None and said.update.status is not None:
        status = _STATUS.format(status=show.status_words(said.update.status), week=said.week)
        yield Bilingual(f"{pace.en}; {status.en}", f"{pace.zh}；{status.zh}")
    else:
        yield pace
    workspace = found.graph.workspace
    if record.owner is not None and record.owner != chart.responsible(workspace, goal.key.owner):
        yield _OWNER.format(name=in_comment(workspace.name_of(record.owner)))


def _measured(found: Figures, goal: Goal, record: KeyResult, own: GoalFigures) -> Iterator[Bilingual]:
    metric, keep = record.metric, record.keep
    if metric is not None:
        ends = {"start": _amount(metric.start, None), "target": _amount(metric.target, metric.unit)}
        yield (_SILENT if own.current is None else _ENDED).format(end=_amount(own.current or 0, None), **ends)
    elif keep is not None and own.current is not None:
        yield _KEPT.format(end=_amount(own.current, keep.unit), band=_band(keep))
    elif record.milestones:
        reached = reached_milestones(record.milestones, found.reported(goal.key), found.day)
        for one in record.milestones:
            mark = "✓" if one.id in reached else "·"
            yield Bilingual(*[f"{mark} {one.id} {in_comment(one.title)}"] * 2)


def _band(keep: Keep) -> Bilingual:
    if keep.min is not None and keep.max is not None:
        return _BETWEEN.format(low=_amount(keep.min, None), high=_amount(keep.max, keep.unit))
    if keep.min is not None:
        return _AT_LEAST.format(low=_amount(keep.min, keep.unit))
    return _AT_MOST.format(high=_amount(keep.max or 0, keep.unit))


def _amount(value: float, unit: str | None) -> Bilingual:
    return both(lambda language: show.exact_amount(value, in_comment(unit) if unit else None, language))
