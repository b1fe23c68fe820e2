"""More objectives on a sheet, or key results under an objective, than anybody can remember.

## What it does

Counts the objectives of a sheet and the key results of each objective; dropped ones are left out. More than five of
either is reported. `limits` in `okrctl.yaml` changes the numbers.

## Why it matters

A sheet is a choice. With eight objectives, nothing has been ruled out, nobody can say what the quarter is about, and
each objective gets half an hour a week. Long lists usually mix everyday work with goals.

## How to fix

Keep the three to five that would hurt most if they failed, in order of priority. Move routine work and to-dos to the
weekly notes, merge objectives with the same direction, and cut long efforts down to what this cycle must deliver.

---

目标或关键结果太多，没人记得住。

## 检查什么

统计一张表的目标数和每个目标的关键结果数，已终止的不算。超过 5 个就提示。
上限可以在 okrctl.yaml 的 limits 里改。

## 为什么重要

OKR 表是取舍。列了八个目标，等于什么都没舍，谁也说不清这个季度到底在忙什么，每件事一周只分得到半小时。
长长的清单里，往往混着日常工作。

## 如何修改

只留最要紧、做不到最可惜的三到五个，按优先级排好。
日常工作和待办写进每周的进展记录，方向相同的目标合并，周期长的事只写本周期必须拿到的那一段。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live

RULE = Rule(
    "OKR202",
    "too-many-goals",
    Severity.WARNING,
    Bilingual("too many objectives or key results", "目标或关键结果过多"),
    bad=(
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1/KR1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Ten teams say so in their own words}
      - {id: KR3, title: Nobody waits longer than a second}
      - {id: KR4, title: Three of four teams search again in week two}
      - {id: KR5, title: Questions about search fall to two a week}
      - {id: KR6, title: The guide to search is read by half of the new teams}
"""
        ),
        english(
            design="""\
objectives:
  - {id: O1, title: The first page explains itself, aligns_to: [growth/O1], key_results: &two [
      {id: KR1, title: Eight of ten testers finish without a word from us},
      {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}]}
  - {id: O2, title: Invitations feel personal, aligns_to: [growth/O1/KR2], key_results: *two}
  - {id: O3, title: The phone is no second choice, aligns_to: [growth/O1/KR1], key_results: *two}
  - {id: O4, title: Nobody is shut out by a colour or a font, aligns_to: [company/O1], key_results: *two}
  - {id: O5, title: Settings are found where one looks for them, aligns_to: [company/O1/KR1], key_results: *two}
  - {id: O6, title: Whoever pays knows what for, aligns_to: [company/O1/KR2], key_results: *two}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1/KR1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}
      - {id: KR2, title: 十家客户主动说好找}
      - {id: KR3, title: 搜索等待不超过 1 秒}
      - {id: KR4, title: 四分之三的客户第二周还在搜索}
      - {id: KR5, title: 搜索类咨询降到每周 2 个}
      - {id: KR6, title: 半数新客户读完搜索指南}
"""
        ),
        chinese(
            设计部="""\
objectives:
  - {id: O1, title: 首页不用解释就能看懂, aligns_to: [增长部/O1], key_results: &两条 [
      {id: KR1, title: 十位测试者中八位独立完成},
      {id: KR2, title: 首页跳出率从 40% 降到 25%}]}
  - {id: O2, title: 邀请同事像当面招呼一样自然, aligns_to: [增长部/O1/KR2], key_results: *两条}
  - {id: O3, title: 手机上一样顺手, aligns_to: [增长部/O1/KR1], key_results: *两条}
  - {id: O4, title: 老师傅戴着手套也能操作, aligns_to: [公司/O1], key_results: *两条}
  - {id: O5, title: 设置项一找就到, aligns_to: [公司/O1/KR1], key_results: *两条}
  - {id: O6, title: 付费的客户清楚钱花在哪, aligns_to: [公司/O1/KR2], key_results: *两条}
"""
        ),
    ),
    good=(
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1/KR1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Ten teams say so in their own words}
      - {id: KR3, title: Three of four teams search again in week two}
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
      - {id: KR3, title: An import of 10 000 tasks takes under five minutes}
      - {id: KR4, title: Nobody loses an attachment}
      - {id: KR5, title: Half of the teams import on day one}
      - id: KR6
        title: The import reads calendars as well
        dropped: {on: 2026-02-10, because: Nobody of the twenty asked for it}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1/KR1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}
      - {id: KR2, title: 十家客户主动说好找}
      - {id: KR3, title: 四分之三的客户第二周还在搜索}
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
      - {id: KR3, title: 一万条数据五分钟内导完}
      - {id: KR4, title: 附件一个不丢}
      - {id: KR5, title: 半数客户当天完成导入}
      - id: KR6
        title: 支持导入日历
        dropped: {on: 2026-02-10, because: 二十家客户没有一家提过}
"""
        ),
    ),
)

_OBJECTIVES = Bilingual(
    "{count} objectives on one sheet; more than {most} are too many", "一张表有 {count} 个目标，超过了 {most} 个"
)
_FEWER_OBJECTIVES = Bilingual(
    "keep the most important ones; drop the others openly: dropped: {{on: {today}, because: Less urgent than O1}}",
    "留下最重要的几个，其余公开终止：dropped: {{on: {today}, because: 没有 O1 紧急}}",
)
_KEY_RESULTS = Bilingual(
    "{count} key results under one objective; more than {most} are too many",
    "一个目标下有 {count} 条关键结果，超过了 {most} 条",
)
_FEWER_KEY_RESULTS = Bilingual(
    "keep about three that prove the objective; move tasks to a weekly note: next: [{what: Write the guide}]",
    "保留三条左右能证明目标达成的；具体任务写进进展记录：next: [{what: 写完搜索指南}]",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every sheet and every objective."""
    limits = context.settings.limits
    remedy = _FEWER_OBJECTIVES.format(today=context.today)
    for _, sheet in sorted(context.workspace.sheets.items()):
        count, most = len(live(sheet.value.objectives)), limits.objectives[1]
        if count > most:
            message = _OBJECTIVES.format(count=count, most=most)
            yield found(RULE, sheet.at("objectives").key(), message, remedy)
        for number, objective in enumerate(sheet.value.objectives):
            count, most = len(live(objective.key_results)), limits.key_results[1]
            if objective.dropped is None and count > most:
                message = _KEY_RESULTS.format(count=count, most=most)
                place = sheet.at("objectives", number, "key_results").key()
                yield found(RULE, place, message, _FEWER_KEY_RESULTS)
