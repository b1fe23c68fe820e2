"""How a key result that goes on is measured in the next cycle: from where it ended, without what is reached."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okrctl.language import Bilingual
from okrctl.models.okr import Keep, KeyResult, Metric, Milestone
from okrctl.progress import show
from okrctl.progress.step import both
from okrctl.source.quote import in_comment, quoted

_NUMBER = re.compile(r"(?<![\d.,])[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![.,]?\d)", re.ASCII)
_SHARES = ("%", "‰")
_HELD = Bilingual(
    "the target, {target}, was reached: held from here on, or raise it: metric: {{start: {value}, target: …}}",
    "已达到目标值 {target}：先写成保持；也可以改成更高的目标：metric: {{start: {value}, target: …}}",
)
_HELD_OR_ANEW = Bilingual(
    "if it counts anew: metric: {{start: 0, target: {target}, …}}",
    "如果重新计数：metric: {{start: 0, target: {target}, …}}",
)
_REWORD = Bilingual(
    "the title is still about getting from {start} to {target}: how would you put what is held now?",
    "标题写的还是从 {start} 到 {target}：现在要保持，标题该怎么改？",
)
_FROM_HERE = Bilingual(
    "starts at {value}, where {cycle} ended: is the target still right?",
    "从 {value} 开始，即 {cycle} 结束时的值：目标值还合适吗？",
)
_STILL_SAYS = Bilingual(
    "starts at {value}, where {cycle} ended; the title still says {start}: how would you put it now?",
    "从 {value} 开始，即 {cycle} 结束时的值；标题还写着 {start}：该怎么改？",
)
_OR_ANEW = Bilingual(
    "starts at {value}, where {cycle} ended; if it counts anew, write start: 0",
    "从 {value} 开始，即 {cycle} 结束时的值；如果重新计数，请写 start: 0",
)
_NO_MORE = Bilingual("all its milestones were reached: which come next?", "里程碑已全部达成：接下来是哪些？")
_REACHED = Bilingual("reached and left out: {ids}", "已达成、不再列出：{ids}")
_NOTHING_BELOW = Bilingual(
    "nothing that went on adds up to it: report its value in the notes, or let goals align to it again",
    "没有延续下来的目标与它对齐，无法自动级联：先在进展记录里填写，或重新对齐",
)
_ANEW = Bilingual(
    "it adds to {sum}, so it begins at {start} again: is the target still right?",
    "它计入 {sum}，所以重新从 {start} 开始：目标值还合适吗？",
)
_DUE = Bilingual("it was due on {day}: when now?", "原截止时间 {day}：现在定在什么时候？")
_MILESTONE_DUE = Bilingual("{id} was due on {day}: when now?", "{id} 原截止时间 {day}：现在定在什么时候？")
_CHECKPOINTS = Bilingual(
    "checkpoints left out: set new ones if the way is no straight line",
    "阶段目标值未带入：如果不是匀速推进，请重新设定",
)


class Measure(NamedTuple):
    """The keys of a key result that say how it is measured, and what a person has to look at."""

    keys: tuple[str, ...]
    remarks: tuple[Bilingual, ...]


class Ended(NamedTuple):
    """Where a key result ended: its value, its reached milestones, and whether anything goes on adding up to it.

    `adds_to` is the address of a longer cycle's sum that it adds to: what was counted there is not counted again.
    """

    value: float | None
    reached: frozenset[str]
    has_contributors: bool
    adds_to: str = ""

    @property
    def goes_on_from(self) -> float | None:
        """The value from which it goes on; None: from its own start."""
        return None if self.adds_to else self.value


def measure_on(record: KeyResult, ended: Ended, cycle: str) -> Measure:
    """The measure after `cycle`; what is reached is held, for a start at the target is no way."""
    remarks = list(_dates(record, ended.reached))
    cascade, value = record.cascade, ended.goes_on_from
    if record.metric is not None and ended.adds_to:
        remarks.append(_ANEW.format(sum=ended.adds_to, start=number(record.metric.start)))
    if cascade is not None and (not ended.has_contributors or is_reached(record.metric, value)):
        remarks.append(_NOTHING_BELOW)
        cascade = None
    keys: list[str] = []
    if record.metric is not None:
        if is_reached(record.metric, value):
            remarks += _held(record.metric, value, record.title)
            keys.append(f"keep: {_held_at(record.metric)}")
        else:
            remarks += _moved(record, ended, cycle)
            keys.append(f"metric: {_metric(record.metric, value)}")
    elif record.keep is not None:
        keys.append(f"keep: {_band(record.keep)}")
    elif record.milestones:
        keys += _milestones(record.milestones, ended.reached)
        remarks += _of_reached(record.milestones, ended.reached)
    if cascade is not None:
        keys.append(f"cascade: {cascade}")
    return Measure(tuple(keys), tuple(remarks))


def number(value: float) -> str:
    """A number as people write it: 34.5, 400."""
    if float(value).is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(float(value))


def title_on(record: KeyResult, ended: Ended) -> str:
    """The title; "from 31 % to 40 %" says where it goes on from, if start and target stand in it in this order."""
    metric, value = record.metric, ended.goes_on_from
    if metric is None or value is None or is_reached(metric, value):
        return record.title
    numbers = list(_numbers(record.title))
    starts = [found for found, said in numbers if said == metric.start]
    targets = [found for found, said in numbers if said == metric.target]
    if len(starts) != 1 or not targets or targets[-1].start() < starts[0].start():
        return record.title
    written = f"{value:,}" if "," in starts[0][0] else number(value)
    if "−" in record.title:
        written = written.replace("-", "−")
    return record.title[: starts[0].start()] + written + record.title[starts[0].end() :]


def is_reached(metric: Metric | None, value: float | None) -> bool:
    """Whether a value has come to the target of a metric, or beyond it."""
    if metric is None or value is None:
        return False
    return value >= metric.target if metric.target > metric.start else value <= metric.target


def _numbers(title: str) -> Iterator[tuple[re.Match[str], float]]:
    """The numbers that stand in a title."""
    for found in _NUMBER.finditer(title):
        yield found, float(found[0].replace(",", "").replace("−", "-"))


def _says(title: str, value: float) -> bool:
    return any(said == value for _, said in _numbers(title))


def _held(metric: Metric, value: float | None, title: str) -> Iterator[Bilingual]:
    """What is to be asked where a value that was on its way is to be held now."""
    yield _HELD.format(target=_amount(metric, metric.target), value=number(value or 0))
    if _says(title, metric.start) and _says(title, metric.target):
        yield _REWORD.format(start=_figure(metric, metric.start), target=_amount(metric, metric.target))
    elif _is_count(metric):
        yield _HELD_OR_ANEW.format(target=number(metric.target))


def _moved(record: KeyResult, ended: Ended, cycle: str) -> Iterator[Bilingual]:
    """Where it starts now, if the title does not say so: it may be a count that begins at nothing again."""
    metric, value = record.metric, ended.goes_on_from
    if metric is None or value is None or value == metric.start or _says(title_on(record, ended), value):
        return
    says = _OR_ANEW if _is_count(metric) else _STILL_SAYS if _says(record.title, metric.start) else _FROM_HERE
    yield says.format(value=_figure(metric, value), cycle=cycle, start=_figure(metric, metric.start))


def _is_count(metric: Metric) -> bool:
    """Whether it counts from nothing, so that it may begin anew; a share is where it is."""
    return metric.start == 0 and metric.unit not in _SHARES


def _figure(metric: Metric, value: float) -> Bilingual:
    """A value inside a sentence: 31 %, but 21 of 21 studios."""
    unit = metric.unit if metric.unit in _SHARES else None
    return both(lambda language: show.exact_amount(value, unit, language))


def _amount(metric: Metric, value: float) -> Bilingual:
    unit = in_comment(metric.unit) if metric.unit else None
    return both(lambda language: show.exact_amount(value, unit, language))


def _dates(record: KeyResult, reached: frozenset[str]) -> Iterator[Bilingual]:
    if record.due is not None:
        yield _DUE.format(day=record.due)
    for one in record.milestones:
        if one.due is not None and one.id not in reached:
            yield _MILESTONE_DUE.format(id=one.id, day=one.due)
    if record.checkpoints:
        yield _CHECKPOINTS


def _metric(metric: Metric, value: float | None) -> str:
    start = metric.start if value is None else value
    return _flow((("start", number(start)), ("target", number(metric.target)), *_named(metric)))


def _held_at(metric: Metric) -> str:
    end = "min" if metric.target > metric.start else "max"
    return _flow(((end, number(metric.target)), *_named(metric)))


def _band(keep: Keep) -> str:
    ends = [(name, number(end)) for name, end in (("min", keep.min), ("max", keep.max)) if end is not None]
    return _flow((*ends, *_named(keep)))


def _named(measured: Metric | Keep) -> Iterator[tuple[str, str]]:
    for name, text in (("unit", measured.unit), ("source", measured.source)):
        if text is not None:
            yield name, quoted(text, in_flow=True)


def _milestones(milestones: Iterable[Milestone], reached: frozenset[str]) -> Iterator[str]:
    left = [one for one in milestones if one.id not in reached]
    if left:
        yield "milestones:"
    for one in left:
        weight = [("weight", number(one.weight))] if one.weight != 1 else []
        named = (("id", quoted(one.id, in_flow=True)), ("title", quoted(one.title, in_flow=True)))
        yield f"  - {_flow((*named, *weight))}"


def _of_reached(milestones: Iterable[Milestone], reached: frozenset[str]) -> Iterator[Bilingual]:
    ids = [one.id for one in milestones]
    if reached.issuperset(ids):
        yield _NO_MORE
    elif done := [name for name in ids if name in reached]:
        yield _REACHED.format(ids=Bilingual(", ".join(done), "、".join(done)))


def _flow(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
