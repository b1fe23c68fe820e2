"""Goals that support each other in a circle.

## What it does

Follows `aligns_to` from goal to goal; a key result leads to its objective, and supporting an objective means supporting
its key results. Each circle is reported once, at the entry that closes it: one that points down to somebody's own
reports, else the last one written. The finding lists the other entries.

## Why it matters

Alignment says what a goal is for. In a circle everybody works for somebody else's goal and nobody for the company's;
the tree has no top, and a cascade would add a number to itself.

## How to fix

Ask which of the goals matters for its own sake: that one goes on top, and its `aligns_to` points further up, out of the
circle. Two teams that need each other list each other under `with`.

---

目标互相承接，绕成了一个圈。

## 检查什么

沿着 aligns_to 逐个往上找：关键结果归到它的目标，承接一个目标也就是承接它的关键结果。
每个圈只报一次，报在把圈接上的那一处：先看指向自己下属的，否则是写在最后的一处；其余各处列在旁边。

## 为什么重要

对齐要说清楚一个目标为了谁。绕成圈，就是人人都在为别人的目标干活，没有一个为公司；
对齐视图没有顶端，自动级联会把数字加到自己身上。

## 如何修改

问一问：圈里哪个目标本身就是要达成的？它在最上面，它的 aligns_to 应指向圈外更高的目标。
两个团队互相需要，用 with 写明协作方即可。
"""

from collections.abc import Iterator

from okrctl.alignment.loops import Loop, find_loops
from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context

RULE = Rule(
    "OKR205",
    "alignment-loop",
    Severity.ERROR,
    Bilingual("goals that support each other in a circle", "目标互相承接，形成循环"),
    bad=(
        english(
            growth="""\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    aligns_to: [design/O1]
    key_results:
      - {id: KR1, title: Week-four retention rises from 31 % to 40 %}
      - {id: KR2, title: Four of five new teams invite a second person}
""",
            design="""\
objectives:
  - id: O1
    title: The first page explains itself
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
""",
        ),
        english(
            design="""\
objectives:
  - id: O1
    title: The first page explains itself
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us, aligns_to: [bob/O1/KR2]}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
""",
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [design/O1]
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to 2}
      - {id: KR2, title: Twenty teams bring in their old tasks alone}
""",
        ),
        chinese(
            增长部="""\
objectives:
  - id: O1
    title: 让新客户在第一周就离不开我们
    aligns_to: [设计部/O1]
    key_results:
      - {id: KR1, title: 四周留存率从 31% 提升到 40%}
      - {id: KR2, title: 八成新客户在首周邀请第二位同事}
""",
            设计部="""\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成}
      - {id: KR2, title: 首页跳出率从 40% 降到 25%}
""",
        ),
        chinese(
            设计部="""\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成, aligns_to: [张三/O1/KR2]}
      - {id: KR2, title: 首页跳出率从 40% 降到 25%}
""",
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [设计部/O1]
    key_results:
      - {id: KR1, title: 需要人工协助的导入从 12 次降到 2 次}
      - {id: KR2, title: 二十家客户自己完成历史数据导入}
""",
        ),
    ),
    good=(
        english(
            design="""\
objectives:
  - id: O1
    title: The first page explains itself
    aligns_to: [growth/O1/KR1, company/O1]
    with: [growth]
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
"""
        ),
        english(
            design="""\
objectives:
  - id: O1
    title: The first page explains itself
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us}
      - {id: KR2, title: Ten teams show us their old tasks, aligns_to: [bob/O1/KR2]}
""",
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to 2, aligns_to: [design/O1/KR1]}
      - {id: KR2, title: Twenty teams bring in their old tasks alone}
""",
        ),
        chinese(
            设计部="""\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    aligns_to: [增长部/O1/KR1, 公司/O1]
    with: [增长部]
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成}
      - {id: KR2, title: 首页跳出率从 40% 降到 25%}
"""
        ),
        chinese(
            设计部="""\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    aligns_to: [公司/O1]
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成}
      - {id: KR2, title: 十家客户给我们看历史数据, aligns_to: [张三/O1/KR2]}
""",
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    key_results:
      - {id: KR1, title: 需要人工协助的导入从 12 次降到 2 次, aligns_to: [设计部/O1/KR1]}
      - {id: KR2, title: 二十家客户自己完成历史数据导入}
""",
        ),
    ),
)

_MESSAGE = Bilingual("these goals support each other in a circle: {way}", "这些目标循环承接：{way}")
_REMEDY = Bilingual(
    "let the topmost goal point out of the circle: aligns_to: [company/O1]; for partners use with: [design]",
    "让最上面的目标指向圈外：aligns_to: [公司/O1]；只是互相配合的，写 with: [设计部]",
)
_OTHER = Bilingual("{source} supports {target} here", "{source} 在这里承接 {target}")


def check(context: Context) -> Iterator[Diagnostic]:
    """Every loop once."""
    for loop in find_loops(context.graph):
        cycle = loop.closing.source.cycle
        way = " → ".join(goal.address(cycle) for goal in loop.goals)
        yield found(RULE, loop.closing.place, _MESSAGE.format(way=way), _REMEDY, *_others(loop, cycle))


def _others(loop: Loop, cycle: str) -> Iterator[Related]:
    for link in loop.links[1:]:
        message = _OTHER.format(source=link.source.address(cycle), target=link.written)
        yield Related(link.place, message)
