"""An objective that supports a goal of a cycle that does not overlap its own.

## What it does

Compares the cycle of each goal with the cycle of what it supports. They must have at least one day in common: a quarter
and its year, a project and the quarters it spans. An address without a cycle means the cycle of the sheet.

## Why it matters

A goal whose time is over, or has not begun, cannot be supported now: nobody follows it up, and work done here changes
nothing there. Usually the address was copied from last quarter's sheet.

## How to fix

Support the goal that replaced it in this cycle, or the goal of the year: `2026:company/O1`.

---

目标承接的是另一段时间的目标。

## 检查什么

比较每个目标的周期和它承接的目标的周期，两个周期至少要有一天重叠：季度与所在年度，项目与它跨越的季度。
地址里不写周期，就是指本表的周期。

## 为什么重要

已经结束或还没开始的目标，现在没法支撑：没有人在跟进，这里做得再好也不会算到那里。
多半是从上季度的表里直接复制过来的。

## 如何修改

改为承接本周期里接替它的目标，或者年度目标：2026:公司/O1。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_links, overlaps
from okrctl.workspace.index import Cycle

RULE = Rule(
    "OKR207",
    "other-time",
    Severity.WARNING,
    Bilingual("aligned to a goal of a cycle that does not overlap", "承接的目标所在周期与本周期不重叠"),
    bad=(
        Example(
            "en",
            {
                "alice.yaml": """\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [2025-Q4:company/O1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Three of four teams search again in week two}
""",
                "cycles/2025-Q4/okrs/company.yaml": """\
objectives:
  - id: O1
    title: Nobody gives up while signing up
    key_results:
      - {id: KR1, title: Finished sign-ups rise from 48 % to 70 %}
      - {id: KR2, title: Signing up takes two minutes instead of nine}
""",
            },
        ),
        Example(
            "en",
            {
                "bob.yaml": """\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to 2, aligns_to: [2027:company/O1]}
      - {id: KR2, title: Twenty teams bring in their old tasks alone}
""",
                "cycles/2027/okrs/company.yaml": """\
objectives:
  - id: O1
    title: Whole companies move to us in a day
    key_results:
      - {id: KR1, title: Twenty companies above 500 people pay}
      - {id: KR2, title: None of them needed our people on site}
""",
            },
        ),
        Example(
            "zh",
            {
                "李强.yaml": """\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [2025-Q4:公司/O1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
""",
                "cycles/2025-Q4/okrs/公司.yaml": """\
objectives:
  - id: O1
    title: 注册路上不再丢客户
    key_results:
      - {id: KR1, title: 注册完成率从 48% 提升到 70%}
      - {id: KR2, title: 注册时间从 9 分钟降到 2 分钟}
""",
            },
        ),
        Example(
            "zh",
            {
                "张三.yaml": """\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 需要人工协助的导入从 12 次降到 2 次, aligns_to: [2027:公司/O1]}
      - {id: KR2, title: 二十家客户自己完成历史数据导入}
""",
                "cycles/2027/okrs/公司.yaml": """\
objectives:
  - id: O1
    title: 大型工厂一天之内完成迁移
    key_results:
      - {id: KR1, title: 二十家五百人以上的工厂付费}
      - {id: KR2, title: 没有一家需要我们驻场}
""",
            },
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
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Three of four teams search again in week two}
"""
        ),
        Example(
            "en",
            {
                "design.yaml": """\
objectives:
  - id: O1
    title: The first page explains itself
    aligns_to: [2026:company/O1]
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
""",
                "cycles/2026/okrs/company.yaml": """\
objectives:
  - id: O1
    title: Teams of five and of fifty start on the same day
    key_results:
      - {id: KR1, title: 900 teams pay by the end of the year}
      - {id: KR2, title: Three of four came without a call}
""",
            },
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
"""
        ),
        Example(
            "zh",
            {
                "设计部.yaml": """\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    aligns_to: [2026:公司/O1]
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成}
      - {id: KR2, title: 首页跳出率从 40% 降到 25%}
""",
                "cycles/2026/okrs/公司.yaml": """\
objectives:
  - id: O1
    title: 五人小厂和五百人大厂都能当天用起来
    key_results:
      - {id: KR1, title: 年底付费工厂达到 900 家}
      - {id: KR2, title: 四分之三的客户不打电话就签约}
""",
            },
        ),
    ),
)

_MESSAGE = Bilingual(
    "{target} belongs to {cycle} ({dates}), this sheet to {home} ({home_dates}): they have no day in common",
    "{target} 属于周期 {cycle}（{dates}），本表属于 {home}（{home_dates}），两者没有一天重叠",
)
_REMEDY = Bilingual(
    "use the goal of this cycle, or of its year: aligns_to: [company/O1] or aligns_to: [2026:company/O1]",
    "改为本周期的目标，或所在年度的目标：aligns_to: [公司/O1]，或 aligns_to: [2026:公司/O1]",
)
_DATES = Bilingual("{start} to {end}", "{start} 至 {end}")


def check(context: Context) -> Iterator[Diagnostic]:
    """Every link between cycles."""
    for link, target in live_links(context):
        if not overlaps(context, link.source.cycle, target.cycle):
            cycle, home = context.workspace.cycles[target.cycle], context.workspace.cycles[link.source.cycle]
            message = _MESSAGE.format(
                target=target.address(), cycle=cycle.id, dates=_dates(cycle), home=home.id, home_dates=_dates(home)
            )
            yield found(RULE, link.place, message, _REMEDY)


def _dates(cycle: Cycle) -> Bilingual:
    return _DATES.format(start=cycle.start, end=cycle.end)
