"""Teams or managers in a circle, or two root teams.

## What it does

Follows every team to its parent and every person to their manager (the one given, else the lead of the nearest team).
Reports each circle once, and every team without a parent except the first: exactly one team is the root, counting
included workspaces.

## Why it matters

Alignment, reports and reviews follow this line upward. In a circle nobody is above anybody, and a second root splits
the company into two trees that never meet.

## How to fix

Write who is above: `parent: company`, `manager: lin`. The lead of a team belongs to that team or to one above it.

---

团队或汇报关系形成循环，或有两个根团队。

## 检查什么

沿着每个团队的上级团队、每个人的直属上级（写明的，否则是最近一级团队的负责人）往上走。
每个循环报告一次；除第一个之外，没有上级的团队都会提示：连同引入的工作区在内，根团队只能有一个。

## 为什么重要

对齐、周报和评估都沿着这条线往上走。形成循环，就没有谁是谁的上级；有两个根，公司就成了互不相干的两棵树。

## 如何修改

写明上级是谁：parent: 公司、manager: 林一。团队负责人应属于这个团队或它的上级团队。
"""

from collections.abc import Iterator, Mapping

from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.source.place import Place
from okrctl.workspace import chart
from okrctl.workspace.index import Workspace

RULE = Rule(
    "OKR106",
    "org-loop",
    Severity.ERROR,
    Bilingual("teams or managers in a circle, or two roots", "团队或汇报关系循环，或有两个根团队"),
    bad=(
        Example(
            "en",
            {
                "org/sales.yaml": """\
teams:
  sales: {parent: asia, lead: kim}
  asia: {parent: sales, lead: kim}
people:
  kim: {name: Kim Vos, team: company}
"""
            },
        ),
        Example(
            "en",
            {
                "org/sales.yaml": """\
people:
  kim: {name: Kim Vos, team: growth, manager: max}
  max: {name: Max Lund, team: growth, manager: kim}
"""
            },
        ),
        Example("en", {"org/sales.yaml": "teams:\n  sales: {name: Sales, lead: lin}\n"}),
        Example(
            "zh",
            {
                "org/sales.yaml": """\
teams:
  销售部: {parent: 华东区, lead: 陈晨}
  华东区: {parent: 销售部, lead: 陈晨}
people:
  陈晨: {name: 陈晨, team: 公司}
"""
            },
        ),
        Example("zh", {"org/sales.yaml": "teams:\n  销售部: {name: 销售部, lead: 林一}\n"}),
    ),
    good=(
        Example(
            "en",
            {
                "org/sales.yaml": """\
teams:
  sales: {parent: company, lead: kim}
  asia: {parent: sales, lead: kim}
people:
  kim: {name: Kim Vos, team: sales}
"""
            },
        ),
        Example("en", {"org/sales.yaml": "teams:\n  sales: {name: Sales, parent: company, lead: lin}\n"}),
        Example(
            "zh",
            {
                "org/sales.yaml": """\
teams:
  销售部: {parent: 公司, lead: 陈晨}
  华东区: {parent: 销售部, lead: 陈晨}
people:
  陈晨: {name: 陈晨, team: 销售部}
"""
            },
        ),
        Example("zh", {"org/sales.yaml": "teams:\n  销售部: {name: 销售部, parent: 公司, lead: 林一}\n"}),
    ),
)

_TEAMS = Bilingual(
    "these teams are each other's parents in a circle: {circle}", "这些团队的上下级关系形成循环：{circle}"
)
_MANAGERS = Bilingual("these people manage each other in a circle: {circle}", "这些人的汇报关系形成循环：{circle}")
_ROOTS = Bilingual(
    "neither {team} nor {first} has a parent; there can be only one root team",
    "{team} 和 {first} 都没有上级团队，而根团队只能有一个",
)
_NEXT = Bilingual("{above} is above {name}", "{name} 的上级是 {above}")
_FIRST = Bilingual("the first root", "第一个根团队")
_REMEDY_TEAMS = Bilingual("write the team above: parent: company", "写明上级团队：parent: 公司")
_REMEDY_MANAGERS = Bilingual(
    "write who is above: manager: lin; the lead of a team belongs to it or to one above it",
    "写明上级：manager: 林一；团队负责人应属于该团队或其上级团队",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every circle once; circles of managers that come from a circle of teams are not told again."""
    workspace = context.workspace
    parents = {name: team.value.parent for name, team in workspace.teams.items() if team.value.parent}
    circles = tuple(_circles(parents))
    for circle in circles:
        places = {name: workspace.teams[name].at("parent") for name in circle}
        yield _finding(circle, places, _TEAMS, _REMEDY_TEAMS)
    managers = {name: above for name in workspace.people if (above := chart.manager_of(workspace, name))}
    for circle in _circles(managers):
        if not circles or all(workspace.people[name].value.manager for name in circle):
            yield _finding(circle, {name: _said(workspace, name) for name in circle}, _MANAGERS, _REMEDY_MANAGERS)
    if not workspace.org_is_broken:
        yield from _roots(workspace)


def _circles(above: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Every circle once, from its first name in the order of the files."""
    order = {name: number for number, name in enumerate(above)}
    seen: set[str] = set()
    for start in above:
        way: dict[str, None] = {}
        name = start
        while name in above and name not in seen and name not in way:
            way[name] = None
            name = above[name]
        if name in way:
            names = list(way)[list(way).index(name) :]
            first = names.index(min(names, key=order.__getitem__))
            yield (*names[first:], *names[:first])
        seen.update(way)


def _finding(circle: tuple[str, ...], places: Mapping[str, Place], message: Bilingual, remedy: Bilingual) -> Diagnostic:
    following = (*circle[1:], circle[0])
    related = (
        Related(places[name], _NEXT.format(name=name, above=above))
        for name, above in zip(circle, following, strict=True)
        if name != circle[0]
    )
    shown = message.format(circle=" → ".join((*circle, circle[0])))
    return found(RULE, places[circle[0]], shown, remedy, *related)


def _said(workspace: Workspace, name: str) -> Place:
    person = workspace.people[name]
    return person.at("manager" if person.value.manager else "team")


def _roots(workspace: Workspace) -> Iterator[Diagnostic]:
    roots = [(name, team.place.key()) for name, team in workspace.teams.items() if team.value.parent is None]
    for name, place in roots[1:]:
        first, there = roots[0]
        message = _ROOTS.format(team=name, first=first)
        yield found(RULE, place, message, _REMEDY_TEAMS, Related(there, _FIRST))
