"""A metric whose start and target are the same.

## What it does

Compares `start` and `target` of every metric. They may be negative, fractional or falling, but not equal.

## Why it matters

Progress is the distance covered from start to target. With no distance there is nothing to divide by: the key result
would stay at 0 % for ever and drag its objective down. A target equal to today's value also asks for no change.

## How to fix

To hold a value, use `keep`. To change it, write today's value as start and the desired one as target. If you do not
know today's value yet, make finding it out the first milestone.

---

起始值和目标值相同。

## 检查什么

比较每个 metric 的 start 和 target。可以是负数、小数，也可以往下降，但不能相等。

## 为什么重要

进度是从起始值走向目标值的路程。没有路程就没法计算，进度永远是 0%，还会拉低整个目标。
目标值等于现状，也等于什么都不用改变。

## 如何修改

要守住一个值，用 keep。要改变它，start 写现状，target 写想达到的值。
还不清楚现状的，先把“摸清现状”设为第一个里程碑。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_key_results

RULE = Rule(
    "OKR210",
    "start-is-target",
    Severity.ERROR,
    Bilingual("start equals target", "起始值等于目标值"),
    bad=(
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Seven of ten searches end in an opened page, metric: {start: 70, target: 70, unit: "%"}}
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
      - {id: KR1, title: Imports that need our help stay at none, metric: {start: 0, target: 0.0}}
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
      - {id: KR1, title: 七成搜索会打开页面, metric: {start: 70, target: 70, unit: "%"}}
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
      - {id: KR1, title: 需要人工协助的导入保持为零, metric: {start: 0, target: 0.0}}
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
      - {id: KR1, title: Seven of ten searches end in an opened page, metric: {start: 52, target: 70, unit: "%"}}
      - {id: KR2, title: An answer takes at most a second, keep: {max: 1, unit: s}}
"""
        ),
        english(
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to none, metric: {start: 12, target: 0}}
      - {id: KR2, title: The margin of an import climbs out of the red, metric: {start: -3.5, target: 2, unit: EUR}}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 七成搜索会打开页面, metric: {start: 52, target: 70, unit: "%"}}
      - {id: KR2, title: 搜索等待不超过 1 秒, keep: {max: 1, unit: 秒}}
"""
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 需要人工协助的导入从 12 次降到 0, metric: {start: 12, target: 0, unit: 次}}
      - {id: KR2, title: 单次导入毛利由亏转盈, metric: {start: -3.5, target: 2, unit: 元}}
"""
        ),
    ),
)

_MESSAGE = Bilingual(
    "start and target are both {value}: there is nothing to cover", "起始值和目标值都是 {value}，没有进度可算"
)
_REMEDY = Bilingual(
    "to hold a value, write keep: {min: 99.5}; to change it, write metric: {start: 31, target: 40}",
    "要守住一个值，写 keep: {min: 99.5}；要改变它，写 metric: {start: 31, target: 40}",
)
_START = Bilingual("starts here", "起始值在这里")


def check(context: Context) -> Iterator[Diagnostic]:
    """Every metric."""
    for goal, key_result in live_key_results(context):
        metric = key_result.metric
        if metric is not None and metric.start == metric.target:
            place = goal.place.at("metric")
            message = _MESSAGE.format(value=metric.target)
            yield found(RULE, place.at("target"), message, _REMEDY, Related(place.at("start"), _START))
