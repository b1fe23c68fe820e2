"""A cascade with nothing to add up, or one that adds different units.

## What it does

Looks at every key result with `cascade`. `cascade: sum` needs a `metric`, and key results with metrics in the same unit
that align directly to it; `cascade: mean` is used on its own, and needs at least one goal that aligns to it. Dropped
goals do not count, and aligned objectives do not add to a sum.

## Why it matters

A cascade is the only way numbers travel upward. With nothing to add up, it stays at zero however well the work goes;
with different units, it adds euros to contracts, and the total does not show it.

## How to fix

Ask contributors to put this address in the `aligns_to` of their key results, with the same unit. If nobody contributes,
delete `cascade` and report the value by hand.

---

自动级联没有来源，或把不同单位加在一起。

## 检查什么

检查每条写了 cascade 的关键结果。
cascade: sum 要有 metric，并有单位相同、写了 metric 的关键结果直接承接它；cascade: mean 单独使用，要有目标承接它。
已终止的不算；承接它的目标（O）不计入合计。

## 为什么重要

数字只有通过自动级联才会往上走。没有来源，事情做得再好它也是零；
单位不同，就会把金额和合同数加在一起，从合计里还看不出来。

## 如何修改

请贡献数字的人在自己的关键结果里用 aligns_to 写上这里的地址，单位保持一致。没有人承接的，删掉 cascade，手动更新数值。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal
from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual, same
from okrctl.models.okr import KeyResult, Metric
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_key_results

RULE = Rule(
    "OKR213",
    "empty-cascade",
    Severity.ERROR,
    Bilingual("cascade with different units, or with nothing to add up", "自动级联没有来源或单位不同"),
    bad=(
        english(
            company="""\
objectives:
  - id: O1
    title: Small teams choose us before anybody else
    key_results:
      - {id: KR1, title: 400 small teams pay, metric: {start: 210, target: 400, unit: teams}}
      - {id: KR2, title: Sales add up to 5 million, metric: {start: 0, target: 5000000, unit: EUR}, cascade: sum}
"""
        ),
        english(
            company="""\
objectives:
  - id: O1
    title: Small teams choose us before anybody else
    key_results:
      - {id: KR1, title: 190 more teams pay, metric: {start: 0, target: 190, unit: teams}, cascade: sum}
      - {id: KR2, title: Half of them were sent by another team}
""",
            design="""\
objectives:
  - id: O1
    title: The first page explains itself
    aligns_to: [company/O1]
    key_results:
      - id: KR1
        title: The new page brings 40 % of the new teams
        metric: {start: 10, target: 40, unit: "%"}
        aligns_to: [company/O1/KR1]
      - {id: KR2, title: Eight of ten testers finish without a word from us}
""",
        ),
        chinese(
            公司="""\
objectives:
  - id: O1
    title: 成为中小工厂上云的首选
    key_results:
      - {id: KR1, title: 付费工厂增加到 400 家, metric: {start: 210, target: 400, unit: 家}}
      - {id: KR2, title: 销售额合计 500 万, metric: {start: 0, target: 500, unit: 万元}, cascade: sum}
"""
        ),
        chinese(
            公司="""\
objectives:
  - id: O1
    title: 成为中小工厂上云的首选
    key_results:
      - {id: KR1, title: 新增付费工厂 190 家, metric: {start: 0, target: 190, unit: 家}, cascade: sum}
      - {id: KR2, title: 老客户推荐的新客户占到一半}
""",
            设计部="""\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    aligns_to: [公司/O1]
    key_results:
      - id: KR1
        title: 四成新客户来自新首页
        metric: {start: 10, target: 40, unit: "%"}
        aligns_to: [公司/O1/KR1]
      - {id: KR2, title: 十位测试者中八位独立完成}
""",
        ),
    ),
    good=(
        english(
            company="""\
objectives:
  - id: O1
    title: Small teams choose us before anybody else
    key_results:
      - {id: KR1, title: 190 more teams pay, metric: {start: 0, target: 190, unit: teams}, cascade: sum}
      - {id: KR2, title: Half of them were sent by another team}
""",
            design="""\
objectives:
  - id: O1
    title: The first page explains itself
    aligns_to: [company/O1]
    key_results:
      - id: KR1
        title: 70 new teams pay that came over the new page
        metric: {start: 0, target: 70, unit: teams}
        aligns_to: [company/O1/KR1]
      - {id: KR2, title: Eight of ten testers finish without a word from us}
""",
        ),
        english(
            company="""\
objectives:
  - id: O1
    title: Small teams choose us before anybody else
    key_results:
      - {id: KR1, title: All that makes the first week better is reached, cascade: mean}
      - {id: KR2, title: Half of the new teams were sent by another team}
"""
        ),
        chinese(
            公司="""\
objectives:
  - id: O1
    title: 成为中小工厂上云的首选
    key_results:
      - {id: KR1, title: 新增付费工厂 190 家, metric: {start: 0, target: 190, unit: 家}, cascade: sum}
      - {id: KR2, title: 老客户推荐的新客户占到一半}
""",
            设计部="""\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    aligns_to: [公司/O1]
    key_results:
      - id: KR1
        title: 新首页带来 70 家付费工厂
        metric: {start: 0, target: 70, unit: 家}
        aligns_to: [公司/O1/KR1]
      - {id: KR2, title: 十位测试者中八位独立完成}
""",
        ),
        chinese(
            公司="""\
objectives:
  - id: O1
    title: 成为中小工厂上云的首选
    key_results:
      - {id: KR1, title: 改善首周体验的目标全部达成, cascade: mean}
      - {id: KR2, title: 半数新客户由老客户推荐}
"""
        ),
    ),
)

_SUM_ALONE = Bilingual("cascade: sum without a metric to add up to", "cascade: sum 缺少 metric，没有目标值可对照")
_ADD_METRIC = Bilingual(
    "add where the sum starts and where it should end: metric: {start: 0, target: 5000000, unit: EUR}",
    "补上合计的起始值和目标值：metric: {start: 0, target: 500, unit: 万元}",
)
_MEAN_BESIDE = Bilingual("cascade: mean cannot be combined with {key}", "cascade: mean 不能和 {key} 一起使用")
_MEAN_ALONE = Bilingual(
    "delete the other key, or use cascade: sum with a metric: {start: 0, target: 190}",
    "删掉另一个键，或在 metric: {start: 0, target: 190} 旁写 cascade: sum",
)
_NOTHING = Bilingual("no goal aligns to {address}: nothing to take progress from", "没有目标承接 {address}，无从级联")
_NO_METRIC = Bilingual(
    "no key result with a metric aligns to {address}: nothing to add up",
    "没有写了 metric 的关键结果承接 {address}，无从合计",
)
_ALIGN = Bilingual(
    "ask contributors to write aligns_to: [company/O1/KR1] on their key results, or delete cascade",
    "请贡献者在自己的关键结果里写 aligns_to: [公司/O1/KR1]，或删掉 cascade",
)
_UNITS = Bilingual(
    "this sum is in {unit}, {contributor} counts in {other}", "这里按“{unit}”合计，{contributor} 的单位是“{other}”"
)
_ONE_UNIT = Bilingual(
    "use the same unit on both: metric: {start: 0, target: 70, unit: teams}",
    "两边写同一个单位：metric: {start: 0, target: 70, unit: 家}",
)
_UNIT_THERE = Bilingual("{contributor} counts in {other}", "{contributor} 的单位是“{other}”")
_NO_UNIT = Bilingual("no unit", "无单位")


def check(context: Context) -> Iterator[Diagnostic]:
    """Every cascade: its shape first, then what it takes its number from."""
    for goal, key_result in live_key_results(context):
        if key_result.cascade == "sum":
            yield from _sum(context, goal, key_result)
        elif key_result.cascade == "mean":
            yield from _mean(context, goal, key_result)


def _sum(context: Context, goal: Goal, key_result: KeyResult) -> Iterator[Diagnostic]:
    place, metric = goal.place.at("cascade"), key_result.metric
    if metric is None:
        yield found(RULE, place, _SUM_ALONE, _ADD_METRIC)
        return
    addends = [(each, each.key_result.metric) for each in _contributors(context, goal) if each.key_result]
    measured = [(each, theirs) for each, theirs in addends if theirs is not None]
    if not measured:
        yield from _over_nothing(context, goal, _NO_METRIC)
    others = [(each, theirs) for each, theirs in measured if theirs.unit != metric.unit]
    if others:
        first, theirs = others[0]
        shown, cycle = first.key.address(goal.key.cycle), goal.key.cycle
        message = _UNITS.format(unit=_unit(metric), contributor=shown, other=_unit(theirs))
        related = (_there(each, unit, cycle) for each, unit in others)
        yield found(RULE, place, message, _ONE_UNIT, *related)


def _mean(context: Context, goal: Goal, key_result: KeyResult) -> Iterator[Diagnostic]:
    beside = [name for name in ("metric", "keep", "milestones") if getattr(key_result, name)]
    if beside:
        yield found(RULE, goal.place.at("cascade"), _MEAN_BESIDE.format(key=beside[0]), _MEAN_ALONE)
    elif not _contributors(context, goal):
        yield from _over_nothing(context, goal, _NOTHING)


def _contributors(context: Context, goal: Goal) -> tuple[Goal, ...]:
    """The goals that align directly to this one and are not dropped."""
    goals = (context.graph.goals[key] for key in context.graph.supporters(goal.key))
    return tuple(each for each in goals if each.dropped_on is None)


def _over_nothing(context: Context, goal: Goal, message: Bilingual) -> Iterator[Diagnostic]:
    """Who aligns to it may stand on a sheet that could not be read."""
    if not context.workspace.broken_sheets:
        yield found(RULE, goal.place.at("cascade"), message.format(address=goal.key.address()), _ALIGN)


def _unit(metric: Metric) -> Bilingual:
    return _NO_UNIT if metric.unit is None else same(metric.unit)


def _there(contributor: Goal, metric: Metric, cycle: str) -> Related:
    shown = _UNIT_THERE.format(contributor=contributor.key.address(cycle), other=_unit(metric))
    return Related(contributor.place.at("metric", "unit"), shown)
