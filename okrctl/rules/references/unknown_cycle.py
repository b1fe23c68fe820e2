"""A cycle that has no folder.

## What it does

Looks up every cycle that is named: before an address (`2026:company/O1`), as `parent` in cycle.yaml, and in the
`cycles` of a review scheme. A cycle exists when its folder under `cycles/` is not empty.

## Why it matters

A goal that supports a goal of a cycle that does not exist is aligned to nothing, and a review would leave out a
quarter's work.

## How to fix

Write the name of the folder, or create the cycle: `okrctl new cycle 2026-Q2`.

---

周期没有对应的文件夹。

## 检查什么

核对所有写到周期的地方：地址前面的周期（2026:公司/O1）、cycle.yaml 里的 parent、评估方案的 cycles。
cycles/ 下有这个文件夹并且里面有内容，周期才算存在。

## 为什么重要

承接一个不存在的周期里的目标，等于没有对齐；评估方案里写错周期，就会漏掉一个季度的工作。

## 如何修改

写文件夹的名字，或新建这个周期：okrctl new cycle 2026-Q2。
"""

from collections.abc import Iterator
from typing import cast

from okrctl.alignment.goals import Missing
from okrctl.alignment.unresolved import unresolved
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.models.review import Scheme
from okrctl.rules.context import Context
from okrctl.rules.references.nearest import Nearest, did_you_mean
from okrctl.source.place import Place
from okrctl.workspace.cycles import quarter_of
from okrctl.workspace.layout import Kind

_BOB = """\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: ["{cycle}:growth/O1"]
    key_results:
      - {{id: KR1, title: Imports that need our help fall from 12 to 2, metric: {{start: 12, target: 2}}}}
      - {{id: KR2, title: Twenty teams bring in their old tasks alone}}
"""
_ZHANG = """\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: ["{cycle}:增长部/O1"]
    key_results:
      - {{id: KR1, title: 需要人工协助的导入从 12 次降到 2 次, metric: {{start: 12, target: 2}}}}
      - {{id: KR2, title: 二十家客户自己完成历史数据导入}}
"""
_SCHEME_EN = """\
start: 2026-01-01
end: 2026-06-30
cycles: [{cycle}]
scale: [{{grade: C}}, {{grade: B}}, {{grade: A}}]
dimensions: [{{id: performance, name: Performance, weight: 100}}]
"""
_SCHEME_ZH = """\
start: 2026-01-01
end: 2026-06-30
cycles: [{cycle}]
scale: [{{grade: C}}, {{grade: B}}, {{grade: A}}]
dimensions: [{{id: 业绩, weight: 100}}]
"""
_SCHEME = "reviews/2026-H1/scheme.yaml"
RULE = Rule(
    "OKR103",
    "unknown-cycle",
    Severity.ERROR,
    Bilingual("a cycle that does not exist", "周期不存在"),
    bad=(
        english(bob=_BOB.format(cycle="2025-Q9")),
        Example("en", {_SCHEME: _SCHEME_EN.format(cycle="2026Q1")}),
        chinese(张三=_ZHANG.format(cycle="2025-Q9")),
        Example("zh", {_SCHEME: _SCHEME_ZH.format(cycle="2026Q1")}),
    ),
    good=(
        english(bob=_BOB.format(cycle="2026-Q1")),
        Example("en", {_SCHEME: _SCHEME_EN.format(cycle="2026-Q1")}),
        chinese(张三=_ZHANG.format(cycle="2026-Q1")),
        Example("zh", {_SCHEME: _SCHEME_ZH.format(cycle="2026-Q1")}),
    ),
)

_MESSAGE = Bilingual('there is no cycle "{cycle}"{near}', "没有周期“{cycle}”{near}")
_REMEDY = Bilingual(
    "write the name of a folder in cycles/, or create the cycle, for example: okrctl new cycle {quarter}",
    "写 cycles/ 下文件夹的名字，或新建周期，例如：okrctl new cycle {quarter}",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every cycle that is named; one whose dates nobody says is reported where they are missing."""
    workspace = context.workspace
    known = frozenset(workspace.cycles) | workspace.undated_cycles
    nearest = Nearest(sorted(known))
    remedy = _REMEDY.format(quarter=quarter_of(context.today))
    for cycle, place in _named(context):
        if cycle not in known:
            message = _MESSAGE.format(cycle=cycle, near=did_you_mean(nearest.word(cycle)))
            yield found(RULE, place, message, remedy)


def _named(context: Context) -> Iterator[tuple[str, Place]]:
    for one in unresolved(context.graph):
        if one.why is Missing.CYCLE:
            yield one.cycle, one.place.narrowed(one.cycle)
    for cycle in context.workspace.cycles.values():
        if cycle.file is not None and cycle.file.value.parent is not None:
            yield cycle.file.value.parent, cycle.file.at("parent")
    for file in context.workspace.others_of(Kind.SCHEME):
        for number, name in enumerate(cast(Scheme, file.record).cycles):
            yield name, file.place.at("cycles", number)
