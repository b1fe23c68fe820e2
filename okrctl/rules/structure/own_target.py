"""A goal that supports another goal of the same sheet.

## What it does

Looks at every `aligns_to` that points to its own sheet. Your own goals for the year or half-year are on another sheet:
a quarter may support them.

## Why it matters

Alignment answers "whom does this help?". Your own objective is no answer: that key results belong to their objective is
clear from their place, and it hides that the objective is linked to nobody else.

## How to fix

Delete the entry, and write which goal of somebody else the objective supports. If one objective is really part of the
other, make it a key result there.

---

目标承接的是同一张表里的目标。

## 检查什么

检查指向本表的 aligns_to。自己年度、半年度的目标在另一张表里，季度目标可以承接。

## 为什么重要

对齐回答的是“这件事支撑谁”。写自己的目标等于没答：关键结果属于哪个目标，看位置就知道；
这样写还会掩盖这个目标其实没有和任何人对齐。

## 如何修改

删掉这一条，写明它承接的是别人的哪个目标。如果一个目标其实是另一个的一部分，把它改成那个目标的关键结果。
"""

from collections.abc import Iterator

from okrctl.alignment.loops import find_loops
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_links

RULE = Rule(
    "OKR209",
    "own-target",
    Severity.WARNING,
    Bilingual("aligned to a goal on the same sheet", "承接的是自己表里的目标"),
    bad=(
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %, aligns_to: [O1]}
      - {id: KR2, title: Three of four teams search again in week two}
"""
        ),
        english(
            growth="""\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Week-four retention rises from 31 % to 40 %}
      - {id: KR2, title: Four of five new teams invite a second person}
  - id: O2
    title: Whoever signs up knows what to do next
    aligns_to: [growth/O1/KR1]
    key_results:
      - {id: KR1, title: Nine of ten finish the first list}
      - {id: KR2, title: Questions in the first hour fall from 40 to 15 a week}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%, aligns_to: [O1]}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
"""
        ),
        chinese(
            增长部="""\
objectives:
  - id: O1
    title: 让新客户在第一周就离不开我们
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 四周留存率从 31% 提升到 40%}
      - {id: KR2, title: 八成新客户在首周邀请第二位同事}
  - id: O2
    title: 注册完就知道下一步做什么
    aligns_to: [增长部/O1/KR1]
    key_results:
      - {id: KR1, title: 九成客户完成首个清单}
      - {id: KR2, title: 首小时咨询从每周 40 个降到 15 个}
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
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Three of four teams search again in week two}
"""
        ),
        Example(
            "en",
            {
                "alice.yaml": """\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [2026:alice/O1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Three of four teams search again in week two}
""",
                "cycles/2026/okrs/alice.yaml": """\
objectives:
  - id: O1
    title: People look here first, not in the chat
    why: Every question in the chat is answered twice a week.
    key_results:
      - {id: KR1, title: Questions in the chat that the search could answer fall by half}
      - {id: KR2, title: Four of five people search once a day}
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
                "李强.yaml": """\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [2026:李强/O1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
""",
                "cycles/2026/okrs/李强.yaml": """\
objectives:
  - id: O1
    title: 有问题先来这里搜，而不是去群里问
    why: 群里的每个问题一周都要答两遍。
    key_results:
      - {id: KR1, title: 群里能搜到答案的提问减少一半}
      - {id: KR2, title: 八成同事每天搜索一次}
""",
            },
        ),
    ),
)

_MESSAGE = Bilingual(
    "{source} supports {target}, a goal on the same sheet", "{source} 承接的 {target} 就在自己这张表里"
)
_REMEDY = Bilingual(
    "delete the entry, or write which goal of others it supports: aligns_to: [company/O1/KR1]",
    "删掉这一条，或写明它承接的别人的目标：aligns_to: [公司/O1/KR1]",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every link inside one sheet, unless it closes a loop over several."""
    closing = {(loop.closing.source, loop.closing.target) for loop in find_loops(context.graph)}
    for link, target in live_links(context):
        if link.source.sheet == target.sheet and (link.source, target) not in closing:
            message = _MESSAGE.format(source=link.source.address(), target=target.address())
            yield found(RULE, link.place, message, _REMEDY)
