"""Checkpoints that do not lead from start to target.

## What it does

Reads the `checkpoints` of a metric in date order. Each value must be on the way: between start and target, and not
behind the checkpoint before it. A checkpoint after the due date, or on the due date with a value other than the target,
is reported too. Values may stay the same for a while.

## Why it matters

Checkpoints are the plan that the weekly report measures against. A value beyond the target, or a step back, is nearly
always a typo, and makes the key result look late or ahead for weeks.

## How to fix

Correct the value or the date. If the plan really goes beyond the target, the target is too low.

---

阶段目标值没有从起始值走向目标值。

## 检查什么

按日期顺序看 metric 的 checkpoints。每个值都应在路上：介于起始值和目标值之间，也不退到上一个阶段目标值之前。
日期晚于截止时间，或者正好在截止日却和目标值不同，也会提示。中间持平没有问题。

## 为什么重要

阶段目标值就是周报对照的计划。超过目标值，或者往回走，多半是笔误，会让这条关键结果连续几周显得落后或超前。

## 如何修改

改正数值或日期。如果计划真的超过目标值，那是目标值定低了。
"""

from collections.abc import Iterator
from datetime import date

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.models.okr import KeyResult, Metric
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_key_results

RULE = Rule(
    "OKR211",
    "crooked-checkpoints",
    Severity.WARNING,
    Bilingual("checkpoints do not lead from start to target", "阶段目标值不在起始值到目标值的路上"),
    bad=(
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1]
    key_results:
      - id: KR1
        title: Searches that end in an opened page rise from 52 % to 70 %
        metric: {start: 52, target: 70, unit: "%"}
        checkpoints: {2026-01-31: 56, 2026-02-28: 650}
      - {id: KR2, title: Three of four teams search again in week two}
"""
        ),
        english(
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1]
    key_results:
      - id: KR1
        title: Imports that need our help fall from 12 to 2
        metric: {start: 12, target: 2}
        checkpoints: {2026-01-31: 6, 2026-02-28: 8}
      - {id: KR2, title: Twenty teams bring in their old tasks alone}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1]
    key_results:
      - id: KR1
        title: 搜索后打开页面的比例从 52% 提升到 70%
        metric: {start: 52, target: 70, unit: "%"}
        checkpoints: {2026-01-31: 56, 2026-02-28: 650}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
"""
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1]
    key_results:
      - id: KR1
        title: 需要人工协助的导入从 12 次降到 2 次
        metric: {start: 12, target: 2, unit: 次}
        checkpoints: {2026-01-31: 6, 2026-02-28: 8}
      - {id: KR2, title: 二十家客户自己完成历史数据导入}
"""
        ),
    ),
    good=(
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1]
    key_results:
      - id: KR1
        title: Searches that end in an opened page rise from 52 % to 70 %
        metric: {start: 52, target: 70, unit: "%"}
        checkpoints: {2026-01-31: 52, 2026-02-28: 65}
      - {id: KR2, title: Three of four teams search again in week two}
"""
        ),
        english(
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1]
    key_results:
      - id: KR1
        title: Imports that need our help fall from 12 to 2
        metric: {start: 12, target: 2}
        due: 2026-03-20
        checkpoints: {2026-01-31: 8, 2026-02-28: 6, 2026-03-20: 2}
      - {id: KR2, title: Twenty teams bring in their old tasks alone}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1]
    key_results:
      - id: KR1
        title: 搜索后打开页面的比例从 52% 提升到 70%
        metric: {start: 52, target: 70, unit: "%"}
        checkpoints: {2026-01-31: 52, 2026-02-28: 65}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
"""
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1]
    key_results:
      - id: KR1
        title: 需要人工协助的导入从 12 次降到 2 次
        metric: {start: 12, target: 2, unit: 次}
        due: 2026-03-20
        checkpoints: {2026-01-31: 8, 2026-02-28: 6, 2026-03-20: 2}
      - {id: KR2, title: 二十家客户自己完成历史数据导入}
"""
        ),
    ),
)

_OUTSIDE = Bilingual(
    "{value} is not between start {start} and target {target}", "{value} 不在起始值 {start} 和目标值 {target} 之间"
)
_BACKWARD = Bilingual(
    "{value} is a step back from the {before} of {day}", "{value} 比 {day} 的阶段目标值 {before} 还退后了"
)
_LATE = Bilingual("{day} is after the key result is due ({due})", "{day} 晚于关键结果的截止时间 {due}")
_NOT_TARGET = Bilingual(
    "{value} on {day}, the day when the target {target} is due",
    "{day} 是截止日，应达到目标值 {target}，这里却是 {value}",
)
_REMEDY = Bilingual(
    "let the values run from start {start} to target {target} in date order",
    "数值要按日期先后，从起始值 {start} 逐步走向目标值 {target}",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every metric with checkpoints; that start is the target, or a date outside the cycle, is another finding."""
    for goal, key_result in live_key_results(context):
        metric = key_result.metric
        if metric is None or metric.start == metric.target or not key_result.checkpoints:
            continue
        cycle = context.workspace.cycles.get(goal.key.cycle)
        days = [day for day in sorted(key_result.checkpoints) if cycle is None or cycle.holds(day)]
        due = key_result.due or (cycle.end if cycle else None)
        due = due if cycle is None or due is None or cycle.holds(due) else None
        remedy = _REMEDY.format(start=metric.start, target=metric.target)
        for day, message in _crooked(key_result, metric, days, due):
            yield found(RULE, goal.place.at("checkpoints", day.isoformat()), message, remedy)


def _crooked(
    key_result: KeyResult, metric: Metric, days: list[date], due: date | None
) -> Iterator[tuple[date, Bilingual]]:
    """The checkpoints off the way, each against the last one on it."""
    up = 1 if metric.target > metric.start else -1
    before, since = metric.start, None
    for day in days:
        value = key_result.checkpoints[day]
        if due is not None and day > due:
            yield day, _LATE.format(day=day, due=due)
        elif not up * metric.start <= up * value <= up * metric.target:
            yield day, _OUTSIDE.format(value=value, start=metric.start, target=metric.target)
        elif up * value < up * before:
            yield day, _BACKWARD.format(value=value, before=before, day=since)
        elif day == due and value != metric.target:
            yield day, _NOT_TARGET.format(value=value, day=day, target=metric.target)
        else:
            before, since = value, day
