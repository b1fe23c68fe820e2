"""An objective with one key result or none, or a sheet without objectives.

## What it does

Counts the key results of each objective and the objectives of a sheet. Fewer than two key results, or no objective at
all, is reported; dropped goals still count, as long as something is left. `limits` in `okrctl.yaml` changes the
numbers.

## Why it matters

Without key results nobody can tell whether the objective is reached. With only one, the two are usually the same
sentence twice: the number has become the goal, and its purpose is lost. A single number also tempts people to reach it
at the expense of everything else.

## How to fix

Ask what else would have to be true at the end of the cycle for you to say that the objective is reached: quality as
well as quantity, use as well as delivery. About three key results are right. If there is really only one, it may belong
under another objective.

---

目标下只有一条关键结果，或者没有。

## 检查什么

统计每个目标的关键结果数和一张表的目标数。关键结果少于两条，或者一个目标也没有，就提示。
已终止的也算在内，只要还有没终止的。下限可以在 okrctl.yaml 的 limits 里改。

## 为什么重要

没有关键结果，就没法判断目标达成没有。
只有一条时，目标和关键结果往往是同一句话写了两遍：数字成了目标，为什么要做反而丢了。
只盯一个数字，也容易牺牲旁边的东西去凑它。

## 如何修改

问自己：周期结束时还要看到什么，才敢说这个目标达成了？数量之外看质量，交付之外看使用。一般写三条左右。
如果确实只有一条，它可能应该放在别的目标下面。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.models.okr import KeyResult
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live

RULE = Rule(
    "OKR203",
    "too-few-goals",
    Severity.WARNING,
    Bilingual("an objective with one key result or none", "目标下只有一条关键结果或没有"),
    bad=(
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1/KR1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
"""
        ),
        english(
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1]
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
"""
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1]
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
      - {id: KR1, title: Twenty teams bring in their old tasks alone}
      - id: KR2
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
      - {id: KR1, title: 二十家客户自己完成历史数据导入}
      - id: KR2
        title: 支持导入日历
        dropped: {on: 2026-02-10, because: 二十家客户没有一家提过}
"""
        ),
    ),
)

_OBJECTIVES = Bilingual(
    "{count} objectives on the sheet; it needs at least {fewest}", "表里有 {count} 个目标，少于 {fewest} 个"
)
_MORE_OBJECTIVES = Bilingual(
    "write a direction: - {id: O1, title: New teams feel at home within their first week}",
    "写下方向：- {id: O1, title: 让新客户在第一周就离不开我们}",
)
_KEY_RESULTS = Bilingual(
    "{count} key results under this objective; fewer than {fewest} do not prove it",
    "这个目标有 {count} 条关键结果，少于 {fewest} 条，不足以证明目标达成",
)
_MORE_KEY_RESULTS = Bilingual(
    "write another measure: - {id: KR2, title: Four of five new teams invite a second person}",
    "再写一条衡量标准：- {id: KR2, title: 八成新客户在首周邀请第二位同事}",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every sheet and every objective."""
    limits = context.settings.limits
    for _, sheet in sorted(context.workspace.sheets.items()):
        count = len(sheet.value.objectives)
        if count < limits.objectives[0]:
            message = _OBJECTIVES.format(count=count, fewest=limits.objectives[0])
            yield found(RULE, sheet.at("objectives").key(), message, _MORE_OBJECTIVES)
        for number, objective in enumerate(sheet.value.objectives):
            fewest, every = limits.key_results[0], objective.key_results
            if objective.dropped is None and _is_too_few(every, fewest):
                message = _KEY_RESULTS.format(count=len(live(every)), fewest=fewest)
                yield found(RULE, sheet.at("objectives", number, "key_results").key(), message, _MORE_KEY_RESULTS)


def _is_too_few(every: tuple[KeyResult, ...], fewest: int) -> bool:
    """Dropping one openly is no mistake, dropping all and keeping the objective is."""
    return len(every) < fewest or (fewest > 0 and not live(every))
