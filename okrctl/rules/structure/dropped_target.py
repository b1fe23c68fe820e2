"""An objective that supports a goal that was dropped.

## What it does

Looks at what each active goal supports: a goal with `dropped`, or a key result of a dropped objective. Goals that are
dropped themselves are not checked.

## Why it matters

When a goal is dropped, everybody who supports it should hear about it. These are the people: they are still working for
something that the company has given up.

## How to fix

Read why it was dropped and what replaces it, and talk to its owner. Then support the replacement, or drop this goal
too, with the reason.

---

目标承接的是已终止的目标。

## 检查什么

检查每个没有终止的目标所承接的目标：它自己，或者它所属的目标，写了 dropped。自己也已终止的不检查。

## 为什么重要

目标变了，承接它的人都应该知道。这里列出的就是这些人：他们还在为公司已经放弃的事投入。

## 如何修改

看看它为什么终止、由什么接替，和它的负责人聊一聊。然后改为承接接替它的目标，或者把这个目标也终止，写明原因。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal
from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_links, overlaps
from okrctl.source.place import Place

RULE = Rule(
    "OKR208",
    "dropped-target",
    Severity.WARNING,
    Bilingual("aligned to a goal that was dropped", "承接的目标已终止"),
    bad=(
        english(
            design="""\
objectives:
  - id: O1
    title: Architects see at once that we speak their language
    aligns_to: [company/O1/KR1]
    dropped: {on: 2026-02-10, because: The chamber of architects decides in May only}
    key_results:
      - {id: KR1, title: Eight of ten architects finish without a word from us}
      - {id: KR2, title: Twenty of them invite a colleague}
""",
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [design/O1/KR1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Three of four teams search again in week two}
""",
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
      - id: KR3
        title: Half of the new teams come from fairs
        dropped: {on: 2026-02-10, because: The fair in Hanover was called off}
""",
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1/KR3]
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to 2}
      - {id: KR2, title: Twenty teams bring in their old tasks alone}
""",
        ),
        chinese(
            设计部="""\
objectives:
  - id: O1
    title: 让建筑师一眼看出我们懂行
    aligns_to: [公司/O1/KR1]
    dropped: {on: 2026-02-10, because: 建筑师协会五月才做决定}
    key_results:
      - {id: KR1, title: 十位建筑师中八位独立完成}
      - {id: KR2, title: 二十位建筑师邀请同事}
""",
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [设计部/O1/KR1]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
""",
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
      - id: KR3
        title: 半数新客户来自展会
        dropped: {on: 2026-02-10, because: 汉诺威展会取消了}
""",
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1/KR3]
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
    title: Architects see at once that we speak their language
    aligns_to: [company/O1/KR1]
    dropped: {on: 2026-02-10, because: The chamber of architects decides in May only}
    key_results:
      - {id: KR1, title: Eight of ten architects finish without a word from us}
      - {id: KR2, title: Twenty of them invite a colleague}
""",
            alice="""\
objectives:
  - id: O1
    title: The words of architects find something
    aligns_to: [design/O1]
    dropped: {on: 2026-02-11, because: design/O1 was dropped}
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Three of four teams search again in week two}
""",
        ),
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
        chinese(
            设计部="""\
objectives:
  - id: O1
    title: 让建筑师一眼看出我们懂行
    aligns_to: [公司/O1/KR1]
    dropped: {on: 2026-02-10, because: 建筑师协会五月才做决定}
    key_results:
      - {id: KR1, title: 十位建筑师中八位独立完成}
      - {id: KR2, title: 二十位建筑师邀请同事}
""",
            李强="""\
objectives:
  - id: O1
    title: 建筑师的行话也能搜到
    aligns_to: [设计部/O1]
    dropped: {on: 2026-02-11, because: 设计部/O1 已终止}
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
""",
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
    ),
)

_MESSAGE = Bilingual(
    "{source} supports {target}, which was dropped on {day}", "{source} 承接的 {target} 已于 {day} 终止"
)
_REMEDY = Bilingual(
    "support what replaces it: aligns_to: [growth/O3]; or drop it too: dropped: {{on: {today}, because: See O3}}",
    "改为承接接替它的目标：aligns_to: [增长部/O3]；或一并终止：dropped: {{on: {today}, because: 见 O3}}",
)
_WHY = Bilingual("dropped here: {because}", "在这里终止：{because}")


def check(context: Context) -> Iterator[Diagnostic]:
    """Every link that leads to a dropped goal of another sheet and of this time."""
    for link, target in live_links(context):
        goal = context.graph.goals[target]
        if goal.dropped_on is None or link.source.sheet == target.sheet:
            continue
        if overlaps(context, link.source.cycle, target.cycle):
            source, shown = link.source.address(), target.address(link.source.cycle)
            message = _MESSAGE.format(source=source, target=shown, day=goal.dropped_on)
            yield found(RULE, link.place, message, _REMEDY.format(today=context.today), _reason(goal))


def _reason(goal: Goal) -> Related:
    """Where it says why: at the goal itself, else at its objective."""
    own = goal.record.dropped
    dropped = own or goal.objective.dropped
    steps = goal.place.steps if own else goal.place.steps[:2]
    place = Place(goal.place.document, steps).at("dropped")
    return Related(place, _WHY.format(because=dropped.because if dropped else ""))
