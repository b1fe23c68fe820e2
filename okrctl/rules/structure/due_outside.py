"""A due date or checkpoint outside the cycle of its sheet.

## What it does

Looks at the `due` of key results and milestones and at the dates of checkpoints: each must be a day of the sheet's own
cycle, first and last day included.

## Why it matters

A cycle's goals are scored when it ends. What is due later cannot be judged then, and a date before the start binds
nobody; pace and forecast are wrong from the first week. Often only the year was not updated.

## How to fix

Correct the date. If the work takes longer than the cycle, say what must be done by its last day; a goal for the whole
year belongs on the sheet of the year.

---

截止时间或阶段日期不在周期内。

## 检查什么

检查关键结果和里程碑的 due，以及 checkpoints 的日期：都应是这张表所在周期的某一天，第一天和最后一天都算。

## 为什么重要

周期结束就要打分。截止在周期之后，到时没法评价；截止在周期开始之前，等于没有约束。
时间进度和预计终值从第一周起就不准。常见原因只是年份没改。

## 如何修改

改正日期。事情比周期长的，写清这个周期结束前必须拿到什么；全年的目标放到年度的表里。
"""

from collections.abc import Iterator
from datetime import date

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.models.okr import KeyResult
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_key_results
from okrctl.source.place import Place

RULE = Rule(
    "OKR212",
    "due-outside",
    Severity.WARNING,
    Bilingual("due outside the cycle", "截止时间不在周期内"),
    bad=(
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %, due: 2026-04-15}
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
        checkpoints: {2025-01-31: 9, 2026-02-28: 6}
      - id: KR2
        title: Twenty teams bring in their old tasks alone
        milestones:
          - {id: M1, title: Five teams do it with us beside them, due: 2026-02-13}
          - {id: M2, title: Twenty teams did it alone, due: 2026-05-29}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%, due: 2026-04-15}
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
        checkpoints: {2025-01-31: 9, 2026-02-28: 6}
      - id: KR2
        title: 二十家客户自己完成历史数据导入
        milestones:
          - {id: M1, title: 五家客户在我们陪同下完成, due: 2026-02-13}
          - {id: M2, title: 二十家客户独立完成, due: 2026-05-29}
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
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %, due: 2026-03-31}
      - {id: KR2, title: Three of four teams search again in week two, due: 2026-01-01}
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
        checkpoints: {2026-01-31: 9, 2026-02-28: 6}
      - id: KR2
        title: Twenty teams bring in their old tasks alone
        milestones:
          - {id: M1, title: Five teams do it with us beside them, due: 2026-02-13}
          - {id: M2, title: Twenty teams did it alone, due: 2026-03-27}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%, due: 2026-03-31}
      - {id: KR2, title: 四分之三的客户第二周还在搜索, due: 2026-01-01}
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
        checkpoints: {2026-01-31: 9, 2026-02-28: 6}
      - id: KR2
        title: 二十家客户自己完成历史数据导入
        milestones:
          - {id: M1, title: 五家客户在我们陪同下完成, due: 2026-02-13}
          - {id: M2, title: 二十家客户独立完成, due: 2026-03-27}
"""
        ),
    ),
)

_MESSAGE = Bilingual(
    "{day} is outside the cycle {cycle} ({start} to {end})", "{day} 不在周期 {cycle}（{start} 至 {end}）之内"
)
_REMEDY = Bilingual(
    "write a day of the cycle, {end} at the latest; a longer goal belongs on the sheet of the year",
    "写周期内的一天，最晚 {end}；更长的目标放到年度的表里",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every date of every key result in a cycle whose own dates are known."""
    for goal, key_result in live_key_results(context):
        cycle = context.workspace.cycles.get(goal.key.cycle)
        for day, place in _dates(key_result, goal.place):
            if cycle is not None and not cycle.holds(day):
                message = _MESSAGE.format(day=day, cycle=cycle.id, start=cycle.start, end=cycle.end)
                yield found(RULE, place, message, _REMEDY.format(end=cycle.end))


def _dates(key_result: KeyResult, place: Place) -> Iterator[tuple[date, Place]]:
    if key_result.due is not None:
        yield key_result.due, place.at("due")
    for number, milestone in enumerate(key_result.milestones):
        if milestone.due is not None:
            yield milestone.due, place.at("milestones", number, "due")
    for day in key_result.checkpoints:
        yield day, place.at("checkpoints", day.isoformat()).key()
