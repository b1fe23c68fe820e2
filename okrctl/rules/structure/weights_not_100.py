"""Weights of siblings that do not sum to 100.

## What it does

Adds up the weights of a sheet's objectives, and of each objective's key results, if all of them are given. The sum must
be 100 ± 0.1 (33.3 three times is fine), with or without dropped goals. If only some are given, the others share the
rest; if nothing is left for them, that is reported too.

## Why it matters

Weights say how much each goal counts. If they do not add up, nobody knows whether a number was forgotten or a goal was
added later, and every progress figure above is a guess.

## How to fix

Change the weights until they sum to 100, or delete them all: equal shares need no numbers. Forms in other tools often
show 100 for each objective (the sum of its own key results); that number is not a weight here, so leave it out.

---

同级权重之和不是 100。

## 检查什么

一张表的全部目标（或一个目标的全部关键结果）都写了权重时，权重之和必须是 100 ± 0.1（三个 33.3 也可以）；
已终止的计入或不计入，有一种合计正确即可。
只写了一部分时，其余的平分剩下的份额；没有剩余也会提示。

## 为什么重要

权重说明哪件事更重要。加起来不是 100，就不知道是漏写了，还是后来又加了目标，往上汇总的进度也就不可信。

## 如何修改

调整到合计 100，或者全部删掉：平分不需要写数字。
有些表单会给每个目标显示 100（那是它下面关键结果的合计），抄过来就错了：删掉即可。
"""

from collections.abc import Iterator, Sequence

from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.models.okr import KeyResult, Objective
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live
from okrctl.source.place import Place

TOLERANCE = 0.1  # percent
_DIGITS = 6  # 100 - 99.9 is 0.09999999999999432 to a computer

RULE = Rule(
    "OKR201",
    "weights-not-100",
    Severity.ERROR,
    Bilingual("weights do not sum to 100", "权重之和不是 100"),
    bad=(
        english(
            growth="""\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Week-four retention rises to 40 %, weight: 50, metric: {start: 31, target: 40, unit: "%"}}
      - {id: KR2, title: Four of five teams invite a second person, weight: 40}
"""
        ),
        english(
            company="""\
objectives:
  - id: O1
    title: Small teams choose us before anybody else
    weight: 100
    key_results:
      - {id: KR1, title: 400 small teams pay, metric: {start: 210, target: 400, unit: teams}}
      - {id: KR2, title: Half of them were sent by another team, metric: {start: 20, target: 50, unit: "%"}}
  - id: O2
    title: Whoever asks for help is helped the same day
    weight: 100
    key_results:
      - {id: KR1, title: Nine of ten questions are solved on the day they come}
      - {id: KR2, title: The median first answer takes at most two hours, keep: {max: 2, unit: h}}
"""
        ),
        english(
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to 2, metric: {start: 12, target: 2}, weight: 60}
      - {id: KR2, title: Twenty teams bring in their old tasks alone, weight: 40}
      - {id: KR3, title: An import of 10 000 tasks takes under five minutes}
"""
        ),
        chinese(
            增长部="""\
objectives:
  - id: O1
    title: 让新客户在第一周就离不开我们
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 四周留存率提升到 40%, weight: 50, metric: {start: 31, target: 40, unit: "%"}}
      - {id: KR2, title: 八成新客户在首周邀请第二位同事, weight: 40}
"""
        ),
        chinese(
            公司="""\
objectives:
  - id: O1
    title: 成为中小工厂上云的首选
    weight: 100
    key_results:
      - {id: KR1, title: 付费工厂增加到 400 家, metric: {start: 210, target: 400, unit: 家}}
      - {id: KR2, title: 老客户推荐的新客户占比达到 50%, metric: {start: 20, target: 50, unit: "%"}}
  - id: O2
    title: 客户的问题当天就有答案
    weight: 100
    key_results:
      - {id: KR1, title: 九成问题当天解决}
      - {id: KR2, title: 首次响应时间的中位数不超过 2 小时, keep: {max: 2, unit: 小时}}
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
      - {id: KR1, title: Searches that end in an opened page rise to 70 %, weight: 33.3}
      - {id: KR2, title: Ten teams say so in their own words, weight: 33.3}
      - {id: KR3, title: Nobody waits longer than a second, weight: 33.3}
"""
        ),
        english(
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to 2, metric: {start: 12, target: 2}, weight: 60}
      - {id: KR2, title: Twenty teams bring in their old tasks alone}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1/KR1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例提升到 70%, weight: 33.3}
      - {id: KR2, title: 十家客户主动说好找, weight: 33.3}
      - {id: KR3, title: 搜索等待不超过 1 秒, weight: 33.3}
"""
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 需要人工协助的导入从 12 次降到 2 次, metric: {start: 12, target: 2}, weight: 60}
      - {id: KR2, title: 二十家客户自己完成历史数据导入}
"""
        ),
    ),
)

_SUM = Bilingual("the weights of these {what} sum to {total}, not 100", "这些{what}的权重合计 {total}，不是 100")
_ZERO = Bilingual("the weights of these {what} are all 0, so all count the same", "这些{what}的权重都是 0，只能平分")
_NOTHING_LEFT = Bilingual(
    "the given weights of these {what} sum to {total}: nothing is left for the other {others}",
    "这些{what}已写的权重合计 {total}，另外 {others} 个没有剩余份额",
)
_REMEDY = Bilingual(
    "make them sum to 100 (weight: 60 and weight: 40), or delete them all for equal shares",
    "调整到合计 100（如 weight: 60 和 weight: 40），或全部删除，按平分计算",
)
_COPIED = Bilingual(
    "delete the line `weight: 100` from each; it was copied from a form, as the sum of the key results below",
    "把每个目标的 weight: 100 一行删掉：表单里的 100 是它下面关键结果的合计，不是目标的权重",
)
_WEIGHT = Bilingual("weight {weight}", "权重 {weight}")
_OBJECTIVES = Bilingual("objectives", "目标")
_KEY_RESULTS = Bilingual("key results", "关键结果")
_Siblings = Sequence[Objective | KeyResult]


def check(context: Context) -> Iterator[Diagnostic]:
    """Every sheet and every objective."""
    for _, sheet in sorted(context.workspace.sheets.items()):
        objectives = sheet.value.objectives
        yield from _siblings(sheet.at("objectives"), objectives, live(objectives), _OBJECTIVES)
        for number, objective in enumerate(objectives):
            if objective.dropped is None:
                key_results = objective.key_results
                place = sheet.at("objectives", number, "key_results")
                yield from _siblings(place, key_results, live(key_results), _KEY_RESULTS)


def adds_up(siblings: _Siblings) -> bool:
    """Whether the weights (percent) sum to 100 ± 0.1, or leave something for each that has none (3.2)."""
    written = [each.weight for each in siblings if each.weight is not None]
    left = round(100 - sum(written), _DIGITS)
    return not written or (abs(left) <= TOLERANCE if len(written) == len(siblings) else left > 0)


def _siblings(place: Place, every: _Siblings, living: _Siblings, what: Bilingual) -> Iterator[Diagnostic]:
    if adds_up(living) or adds_up(every):
        return
    weights = [each.weight for each in living if each.weight is not None]
    total, others = f"{round(sum(weights), _DIGITS):.10g}", len(living) - len(weights)
    message = _NOTHING_LEFT if others else _SUM if any(weights) else _ZERO
    copied = what is _OBJECTIVES and len(weights) > 1 and all(weight == 100 for weight in weights)
    related = (
        Related(place.at(number, "weight"), _WEIGHT.format(weight=each.weight))
        for number, each in enumerate(every)
        if each.weight is not None and each.dropped is None
    )
    shown = message.format(what=what, total=total, others=others)
    yield found(RULE, place.key(), shown, _COPIED if copied else _REMEDY, *related)
