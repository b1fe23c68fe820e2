"""A team of three or more whose objectives nobody supports.

## What it does

Looks at the sheet of every team of three or more people, counting the teams below. Reports the sheet if none of its
goals is supported by somebody else's goal, and none of its key results has an `owner` other than the lead. This is
advice, given once per sheet.

## Why it matters

A team reaches its goals through the goals of its people. If no sheet supports them, either the members have not read
them, or the goals were handed down rather than agreed, or everything is left to the lead. Better to find out now than
at the end of the cycle.

## How to fix

Go through the sheet with the team. Whoever takes on a part puts its address in the `aligns_to` of their own goal, or
takes over a key result as its `owner`.

---

三人以上的团队，目标没有人承接。

## 检查什么

检查三人及以上团队（含下级团队的人）的表：没有任何一个目标或关键结果被别人的目标承接，
也没有一条关键结果的 owner 是负责人以外的人。只给建议，每张表一次。

## 为什么重要

团队目标要靠成员各自想做成的事来实现。没有一张表承接它，要么成员没看过，要么是分派下来而不是商量出来的，
要么全压在负责人一个人身上。现在发现，总好过周期结束才发现。

## 如何修改

和团队一起把这张表过一遍。谁承担哪一块，就在自己的目标里用 aligns_to 写上地址，或用 owner 认领一条关键结果。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal, GoalKey, objectives_of
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey

FEWEST = 3  # people; two agree without sheets

RULE = Rule(
    "OKR215",
    "nobody-below",
    Severity.ADVICE,
    Bilingual("a team's objectives that nobody supports", "团队目标没有人承接"),
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
"""
        ),
        english(
            growth="""\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Week-four retention rises from 31 % to 40 %, owner: wang}
      - {id: KR2, title: Four of five new teams invite a second person}
""",
            alice="""\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [company/O1/KR2]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}
      - {id: KR2, title: Three of four teams search again in week two}
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
"""
        ),
        chinese(
            增长部="""\
objectives:
  - id: O1
    title: 让新客户在第一周就离不开我们
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 四周留存率从 31% 提升到 40%, owner: 王芳}
      - {id: KR2, title: 八成新客户在首周邀请第二位同事}
""",
            李强="""\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [公司/O1/KR2]
    key_results:
      - {id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}
      - {id: KR2, title: 四分之三的客户第二周还在搜索}
""",
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
            growth="""\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Week-four retention rises from 31 % to 40 %, owner: bob}
      - {id: KR2, title: Four of five new teams invite a second person}
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
            增长部="""\
objectives:
  - id: O1
    title: 让新客户在第一周就离不开我们
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 四周留存率从 31% 提升到 40%, owner: 张三}
      - {id: KR2, title: 八成新客户在首周邀请第二位同事}
"""
        ),
    ),
)

_MESSAGE = Bilingual(
    "none of the {count} people in {team} supports an objective on this sheet",
    "{team} 有 {count} 人，这张表的目标没有一个被承接",
)
_REMEDY = Bilingual(
    "on a member's sheet, write aligns_to: [growth/O1/KR1], or give a key result an owner: bob",
    "在成员的表里写 aligns_to: [增长部/O1/KR1]，或给关键结果写 owner: 张三",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every team's sheet; a sheet that could not be read may hold the support."""
    workspace = context.workspace
    for key, sheet in sorted(workspace.sheets.items()):
        if key.owner not in workspace.teams or workspace.broken_sheets:
            continue
        goals = [goal for goal in objectives_of(context.graph.goals, key, workspace) if goal.dropped_on is None]
        count = _people(context, key)
        if goals and count >= FEWEST and not any(_is_carried(context, goal) for goal in goals):
            message = _MESSAGE.format(team=workspace.name_of(key.owner), count=count)
            yield found(RULE, sheet.at("objectives").key(), message, _REMEDY)


def _people(context: Context, sheet: SheetKey) -> int:
    """How many people of the team and the teams below are with us in the cycle."""
    workspace, cycle = context.workspace, context.workspace.cycles.get(sheet.cycle)
    teams = [team for team in workspace.teams if sheet.owner in chart.line(workspace, team)]
    people = {person for team in teams for person in (*chart.own_people(workspace, team), *_lead(context, team))}
    days = (cycle.start, cycle.end) if cycle else (context.today,)
    return sum(any(chart.is_active(workspace, person, day) for day in days) for person in people)


def _lead(context: Context, team: str) -> tuple[str, ...]:
    lead = chart.lead_of(context.workspace, team)
    return () if lead is None else (lead,)


def _is_carried(context: Context, goal: Goal) -> bool:
    """Whether somebody else's goal supports it or a key result of it, or somebody else has one of these."""
    owner, lead = goal.key.owner, chart.lead_of(context.workspace, goal.key.owner)
    key_results = live(goal.objective.key_results)
    if any(each.owner not in (None, owner, lead) for each in key_results):
        return True
    keys = (goal.key, *(goal.key._replace(key_result=each.id) for each in key_results))
    return any(_supports(context, source, owner) for key in keys for source in context.graph.supporters(key))


def _supports(context: Context, source: GoalKey, owner: str) -> bool:
    return source.owner != owner and context.graph.goals[source].dropped_on is None
