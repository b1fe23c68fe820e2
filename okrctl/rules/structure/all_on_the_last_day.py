"""A sheet on which every due date is the last day of the cycle.

## What it does

Collects every `due` given on a sheet, for key results and milestones. If there are three or more and all are the last
day of the cycle, the first one is reported. Key results without `due` are left out: they end with the cycle anyway.

## Why it matters

A date that somebody writes should mean something. If all fall on the last day, nobody has thought about the order:
nothing shows as late until it is too late, everything piles up in one week, and by then nobody can help.

## How to fix

Ask which of them the others are waiting for, and give that one an earlier date; add milestones on the way. Delete dates
that only mean "by the end".

---

所有截止时间都写成周期最后一天。

## 检查什么

收集一张表里关键结果和里程碑写出的 due。达到三个、并且全部是周期最后一天时，在第一处提示。
没有写 due 的不算：它们本来就到周期结束。

## 为什么重要

既然写了日期，就应该有意义。全写最后一天，说明没有想过先后：没到期就看不出落后，所有事挤在同一周，发现时谁也帮不上。

## 如何修改

想一想别的事在等哪一件，把那一件提前；中间设里程碑。只表示“周期结束前”的日期，删掉即可。
"""

from collections.abc import Iterator
from datetime import date

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_key_results
from okrctl.source.place import Place
from okrctl.workspace.index import SheetKey

FEWEST = 3  # dates; one or two may well be true

RULE = Rule(
    "OKR217",
    "all-on-the-last-day",
    Severity.ADVICE,
    Bilingual("every due date is the last day of the cycle", "所有截止时间都是周期最后一天"),
    bad=(
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %, due: 2026-03-31}
      - {id: KR2, title: Three of four teams search again in week two, due: 2026-03-31}
      - {id: KR3, title: Ten teams say so in their own words, due: 2026-03-31}
"""
        ),
        english(
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to 2}
      - id: KR2
        title: Twenty teams bring in their old tasks alone
        due: 2026-03-31
        milestones:
          - {id: M1, title: Five teams do it with us beside them, due: 2026-03-31}
          - {id: M2, title: Twenty teams did it alone, due: 2026-03-31}
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
      - {id: KR2, title: 四分之三的客户第二周还在搜索, due: 2026-03-31}
      - {id: KR3, title: 十家客户主动说好找, due: 2026-03-31}
"""
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 需要人工协助的导入从 12 次降到 2 次}
      - id: KR2
        title: 二十家客户自己完成历史数据导入
        due: 2026-03-31
        milestones:
          - {id: M1, title: 五家客户在我们陪同下完成, due: 2026-03-31}
          - {id: M2, title: 二十家客户独立完成, due: 2026-03-31}
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
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %, due: 2026-02-27}
      - {id: KR2, title: Three of four teams search again in week two, due: 2026-03-31}
      - {id: KR3, title: Ten teams say so in their own words, due: 2026-03-31}
"""
        ),
        english(
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to 2}
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
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%, due: 2026-02-27}
      - {id: KR2, title: 四分之三的客户第二周还在搜索, due: 2026-03-31}
      - {id: KR3, title: 十家客户主动说好找, due: 2026-03-31}
"""
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 需要人工协助的导入从 12 次降到 2 次}
      - {id: KR2, title: 二十家客户自己完成历史数据导入}
"""
        ),
    ),
)

_MESSAGE = Bilingual(
    "all {count} due dates of this sheet are {day}, the last day of {cycle}",
    "这张表写出的 {count} 个截止时间都是 {day}，即 {cycle} 的最后一天",
)
_REMEDY = Bilingual(
    "move what others wait for to an earlier day, say due: {day}; delete dates that only mean the end of the cycle",
    "把别人在等的事提前，例如 due: {day}；只表示周期结束的日期可以删掉",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every sheet with three or more dates."""
    for key, dates in _dates_by_sheet(context).items():
        cycle = context.workspace.cycles.get(key.cycle)
        if cycle is not None and len(dates) >= FEWEST and all(day == cycle.end for day, _ in dates):
            message = _MESSAGE.format(count=len(dates), day=cycle.end, cycle=cycle.id)
            earlier = cycle.start + (cycle.end - cycle.start) * 2 // 3
            yield found(RULE, dates[0][1], message, _REMEDY.format(day=earlier))


def _dates_by_sheet(context: Context) -> dict[SheetKey, list[tuple[date, Place]]]:
    """The due dates that are written, in the order of the file."""
    by_sheet: dict[SheetKey, list[tuple[date, Place]]] = {}
    for goal, key_result in live_key_results(context):
        dates = by_sheet.setdefault(goal.key.sheet, [])
        if key_result.due is not None:
            dates.append((key_result.due, goal.place.at("due")))
        for number, milestone in enumerate(key_result.milestones):
            if milestone.due is not None:
                dates.append((milestone.due, goal.place.at("milestones", number, "due")))
    return by_sheet
