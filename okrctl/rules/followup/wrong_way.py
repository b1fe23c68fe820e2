"""A value that moved against its direction, and no word on it.

## What it does

Compares the `value` of an update with the last one before its week, the `start` if there is none: for a metric that is
to rise a lower one is reported, for one that is to fall a higher one; a `percent` that falls, too. Reported only if the
update says nothing at all besides: no `progress`, no risk, no next step. Dropped goals are not checked.

## Why it matters

A number that goes back is the news of the week. Without a word on it the others see it at best as a typing mistake, at
worst not before the end of the quarter; the one who wrote it knows the reason now, and in three weeks no longer.

## How to fix

Say in one sentence why: what happened, whether it will last, what you do about it. If it is a slip of the pen, correct
the value. It is fine to ignore this finding for a metric that swings by nature; then say that once.

---

数值往反方向走了，却一个字没说。

## 检查什么

把进展里的 value 与这一周之前最近的一次相比，没有就与起始值相比：应当上升的变低了，应当下降的变高了，或 percent 变小了，
而这条进展里别的什么都没写（没有 progress，没有风险，也没有下一步），就会提示。已终止的目标不检查。

## 为什么重要

数字往回走，就是这一周最该说的事。一个字不说，别人顶多以为是笔误，或者到季末才看见；
写的人此刻知道原因，三周之后自己也说不清了。

## 如何修改

用一句话写清：发生了什么、会不会持续、打算怎么办。笔误就改正数值。本来就会上下波动的指标可以保留，但要说明过一次。
"""

from collections.abc import Iterator
from typing import NamedTuple

from okrctl.alignment.goals import Goal
from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language
from okrctl.models.note import Update
from okrctl.progress import show
from okrctl.progress.reported import Reported
from okrctl.progress.step import both
from okrctl.rules.casts import notes
from okrctl.rules.context import Context
from okrctl.source.place import Place

_EN = "updates:\n  - kr: growth/O1/KR1\n    value: {value}\n"
_ZH = "updates:\n  - kr: 增长部/O1/KR1\n    value: {value}\n"


def _two(language: Language, first: float, second: float, more: str = "") -> Example:
    text = _EN if language == "en" else _ZH
    return notes(language, {"2026-W06": text.format(value=first), "2026-W07": text.format(value=second) + more})


RULE = Rule(
    "OKR409",
    "wrong-way",
    Severity.WARNING,
    Bilingual("a value moved against its direction with no word on it", "数值往反方向走，却没有说明"),
    bad=(
        _two("en", 34, 32.5),
        _two("en", 35, 34, "    status: at_risk\n    confidence: 5\n"),
        _two("zh", 34, 32.5),
        _two("zh", 35, 34, "    status: at_risk\n    confidence: 5\n"),
    ),
    good=(
        _two("en", 34, 32.5, "    progress: The price page sent 40 teams away; it is back to the old one.\n"),
        _two("en", 33, 34),
        _two("zh", 34, 32.5, "    progress: 价格页劝退 40 家，已换回旧版。\n"),
        _two("zh", 33, 34),
    ),
)

_MESSAGE = Bilingual(
    "{before} → {after}, away from {target}, and the update does not say why",
    "{before} → {after}，离 {target} 更远了，却没有说明原因",
)
_HERE = Bilingual("it was {before} here", "此前是 {before}")
_REMEDY = Bilingual(
    "say why, for example progress: The price page sent 40 teams away; it is back to the old one",
    "写明原因，例如 progress: 价格页劝退 40 家，已换回旧版",
)


class _Scale(NamedTuple):
    """What is compared: the key of an update, where it starts, where it is to go, and the unit."""

    key: str
    start: float
    start_place: Place | None
    target: float
    unit: str | None

    def read(self, update: Update) -> float | None:
        return update.value if self.key == "value" else update.percent

    def shown(self, number: float) -> Bilingual:
        return both(lambda language: show.exact_amount(number, self.unit, language))


def check(context: Context) -> Iterator[Diagnostic]:
    """Every metric, and every key result that is reported in percent."""
    for key, updates in context.reports.items():
        goal = context.graph.goals[key]
        scale = _scale(goal)
        if scale is not None and goal.dropped_on is None:
            yield from _moves(scale, updates)


def _scale(goal: Goal) -> _Scale | None:
    key_result = goal.key_result
    if key_result is None:
        return None
    if key_result.kind == "metric" and key_result.metric is not None:
        metric = key_result.metric
        return _Scale("value", metric.start, goal.place.at("metric", "start"), metric.target, metric.unit)
    return _Scale("percent", 0, None, 100, "%") if key_result.kind == "plain" else None


def _moves(scale: _Scale, updates: tuple[Reported, ...]) -> Iterator[Diagnostic]:
    before, earlier = scale.start, scale.start_place
    newest: tuple[Reported, float] | None = None
    for one in updates:
        value = scale.read(one.update)
        if value is None:
            continue
        if newest is not None and newest[0].week < one.week:
            before, earlier = newest[1], newest[0].place.at(scale.key)
        newest = one, value
        if (value - before) * (scale.target - scale.start) < 0 and not _has_words(one.update):
            message = _MESSAGE.format(
                before=scale.shown(before), after=scale.shown(value), target=scale.shown(scale.target)
            )
            related = (Related(earlier, _HERE.format(before=scale.shown(before))),) if earlier else ()
            yield found(RULE, one.place.at(scale.key), message, _REMEDY, *related)


def _has_words(update: Update) -> bool:
    return bool(update.progress or update.risks or update.next)
