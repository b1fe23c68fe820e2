"""Two objectives on one sheet that say the same and support the same.

## What it does

Compares the objectives of a sheet: the same words in the title (ignoring case, spaces and punctuation), and exactly the
same goals supported, by them or by their key results.

## Why it matters

It is one objective written twice: usually copied and never edited, or split because it had too many key results.
Weights, progress and the attention of the meeting are then divided between two halves of the same thing.

## How to fix

Merge the two and keep the key results that prove it, or say in the second title what makes it different.

---

一张表里两个目标，写的一样，承接的也一样。

## 检查什么

比较同一张表里的目标：标题用词相同（不计大小写、空格和标点），并且它们和各自关键结果承接的目标完全相同。

## 为什么重要

这是同一个目标写了两遍：多半是复制后忘了改，或者关键结果放不下拆成了两个。
权重、进度和会上的注意力，都分给了同一件事的两半。

## 如何修改

合并成一个，保留能证明它达成的关键结果；或者在第二个标题里写清楚哪里不同。
"""

import unicodedata
from collections.abc import Iterator

from okrctl.alignment.goals import Goal, GoalKey
from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live, live_objectives
from okrctl.workspace.index import SheetKey

RULE = Rule(
    "OKR216",
    "same-objective-twice",
    Severity.ADVICE,
    Bilingual("two objectives with the same words support the same", "两个目标用词相同，承接也相同"),
    bad=(
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
    title: New teams feel at home, within their first week.
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Nine of ten finish the first list}
      - {id: KR2, title: Questions in the first hour fall from 40 to 15 a week}
"""
        ),
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search finds something
    aligns_to: [growth/O1, company/O1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Three of four teams search again in week two}
  - id: O2
    title: The First Search Finds Something
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: Nobody waits longer than a second, aligns_to: [growth/O1]}
      - {id: KR2, title: Ten teams say so in their own words}
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
    title: 让新客户，在第一周就离不开我们！
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 九成客户完成首个清单}
      - {id: KR2, title: 首小时咨询从每周 40 个降到 15 个}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 第一次搜索就能找到答案
    aligns_to: [增长部/O1, 公司/O1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
  - id: O2
    title: 第一次搜索 就能找到答案
    aligns_to: [公司/O1]
    key_results:
      - {id: KR1, title: 搜索等待不超过 1 秒, aligns_to: [增长部/O1]}
      - {id: KR2, title: 十家客户主动说好找}
"""
        ),
    ),
    good=(
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
    title: Old teams find new reasons to stay
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Teams that leave fall from 3.1 % to 2 % a month}
      - {id: KR2, title: Half of the old teams use the new list}
"""
        ),
        english(
            alice="""\
objectives:
  - id: O1
    title: The first search finds something
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Three of four teams search again in week two}
  - id: O2
    title: The first search finds something
    aligns_to: [growth/O1]
    dropped: {on: 2026-01-20, because: Merged with O1}
    key_results:
      - {id: KR1, title: Nobody waits longer than a second}
      - {id: KR2, title: Ten teams say so in their own words}
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
    title: 让老客户有新的理由留下来
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 月流失率从 3.1% 降到 2%}
      - {id: KR2, title: 半数老客户用上新清单}
"""
        ),
        chinese(
            李强="""\
objectives:
  - id: O1
    title: 第一次搜索就能找到答案
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
  - id: O2
    title: 第一次搜索就能找到答案
    aligns_to: [增长部/O1]
    dropped: {on: 2026-01-20, because: 与 O1 合并}
    key_results:
      - {id: KR1, title: 搜索等待不超过 1 秒}
      - {id: KR2, title: 十家客户主动说好找}
"""
        ),
    ),
)

_MESSAGE = Bilingual(
    "{second} says the same as {first} and supports the same goals", "{second} 和 {first} 用词相同，承接的目标也相同"
)
_REMEDY = Bilingual(
    "merge them into one, with the key results of both; or let the title say what differs: title: Old teams stay",
    "合并为一个目标，保留两边的关键结果；或在标题里写出区别：title: 让老客户留下来",
)
_FIRST = Bilingual("the first one", "第一个在这里")


def check(context: Context) -> Iterator[Diagnostic]:
    """Every objective against those above it on its sheet."""
    seen: dict[tuple[SheetKey, str, frozenset[str]], Goal] = {}
    for goal in live_objectives(context):
        key = (goal.key.sheet, _words(goal.title), _supported(context, goal))
        first = seen.setdefault(key, goal)
        if first is not goal:
            message = _MESSAGE.format(second=goal.key.objective, first=first.key.objective)
            yield found(RULE, goal.place.at("title"), message, _REMEDY, Related(first.place.at("title"), _FIRST))


def _words(title: str) -> str:
    """The letters and digits of a title, full and half width alike."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", title).casefold()))


def _supported(context: Context, goal: Goal) -> frozenset[str]:
    """What it supports, by full address; an address that leads nowhere stands for itself."""
    below = (address for each in live(goal.objective.key_results) for address in each.aligns_to)
    written = (*goal.aligns_to, *below)
    targets = (context.graph.find(address, goal.key.sheet) for address in written)
    return frozenset(
        f"{target.cycle}:{target.address()}" if isinstance(target, GoalKey) else address
        for address, target in zip(written, targets, strict=True)
    )
