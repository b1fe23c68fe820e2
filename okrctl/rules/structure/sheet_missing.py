"""A sheet that is missing after the day by which sheets were to be written.

## What it does

In open cycles whose `cycle.yaml` gives `due: {sheets: …}`, looks from the day after for who has no sheet: every team
with a lead and people of its own; a person where half of their team-mates or more have one. Not expected are a lead's
own sheet beside that of the team, anything of who joined after the cycle began, has left or is `external`, and project
teams whose members are at home elsewhere. In a `project:` cycle nobody is missing. One finding each, in org.yaml.

## Why it matters

Others align to a sheet, or to nothing. What is missing after the alignment meeting is in nobody's plan, and nobody can
say no to it in time. Usually it is not refusal but the week after the holidays.

## How to fix

`okrctl new okr alice` makes a sheet to start from; three honest lines are enough for a first talk. It is fine to
ignore this finding for somebody who works on the team's sheet only; if a whole team does, nobody of it is reported. If
the cycle is not meant for everybody (the month that one team plans by), leave `sheets` out of `due` in its cycle.yaml.

---

到了该写好的日子，还没有 OKR 表。

## 检查什么

进行中的周期，如果 cycle.yaml 写了 due: {sheets: …}，从第二天起看谁还没有表：有负责人、也有自己成员的团队；
以及所在团队里半数以上同事都有表的人。不要求的有：团队已有表的负责人本人，周期开始后才入职、已离职或外部的人，
成员都来自其他团队的项目团队。project 周期不检查。每个缺表的人或团队一条，指向 org.yaml。

## 为什么重要

别人要么对齐你的表，要么无从对齐。对齐会之后还缺的，不在任何人的计划里，也没有人来得及说不。多半不是不愿写，只是节后那一周太忙。

## 如何修改

okrctl new okr 张三 会生成一张可以开始写的表；先老老实实写三行，就够谈一次了。只跟团队的表走、不单独写的人，可以保留；
整个团队都不单独写时，不会提示。周期本来就不要求所有人写的（例如只有一个团队按月计划），
就不要在它的 cycle.yaml 里写 due: {sheets: …}。
"""

from collections.abc import Iterator
from datetime import date

from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language, same
from okrctl.rules.context import Context
from okrctl.source.place import Place
from okrctl.workspace.index import Cycle, Workspace
from okrctl.workspace.layout import Kind, path_of
from okrctl.workspace.sheets_due import owners_due, sheets_there

_DUE = "due: {{sheets: {day}}}\n"
_SHEET_EN = """\
objectives:
  - id: O1
    title: {title}
    aligns_to: [growth/O1]
    key_results:
      - {{id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}}
      - {{id: KR2, title: Three of four teams search again in week two}}
"""
_SHEET_ZH = """\
objectives:
  - id: O1
    title: {title}
    aligns_to: [增长部/O1]
    key_results:
      - {{id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%}}
      - {{id: KR2, title: 四分之三的客户第二周还在搜索}}
"""
_TITLES = {
    "en": {
        "alice": "The first search of a new team finds something",
        "bob": "The import never stands between a team and its first day",
        "design": "The first page explains itself",
    },
    "zh": {"张三": "新客户第一次搜索就能找到答案", "李强": "数据导入不再拦住新客户", "设计部": "首页不用解释就能看懂"},
}


def _with(language: Language, day: str, *owners: str) -> Example:
    text = _SHEET_EN if language == "en" else _SHEET_ZH
    sheets = {f"{owner}.yaml": text.format(title=_TITLES[language][owner]) for owner in owners}
    return Example(language, {"cycles/2026-Q1/cycle.yaml": _DUE.format(day=day), **sheets})


RULE = Rule(
    "OKR218",
    "sheet-missing",
    Severity.WARNING,
    Bilingual("a sheet is missing after due.sheets", "过了 due.sheets 还没有 OKR 表"),
    bad=(
        _with("en", "2026-01-12"),
        _with("en", "2026-01-12", "alice", "design"),
        _with("zh", "2026-01-12"),
        _with("zh", "2026-01-12", "张三", "设计部"),
    ),
    good=(
        _with("en", "2026-01-12", "alice", "bob", "design"),
        _with("en", "2026-02-20", "alice"),
        _with("zh", "2026-01-12", "张三", "李强", "设计部"),
        _with("zh", "2026-02-20", "张三"),
    ),
    depends_on_time=True,
)

_MESSAGE = Bilingual(
    "{name} has no sheet for {cycle}; sheets were due on {day}", "{name} 还没有 {cycle} 的 OKR 表，应在 {day} 前写好"
)
_HERE = Bilingual("due here", "截止时间写在这里")
_REMEDY = Bilingual(
    "make one: okrctl new okr {owner} --cycle {cycle}; if {cycle} is not for everybody, leave due.sheets out of {file}",
    "新建一张：okrctl new okr {owner} --cycle {cycle}；{cycle} 如果不要求所有人都写，就从 {file} 里去掉 due.sheets",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every open cycle with a day for sheets that has passed; silent where people may be missing in what was read."""
    workspace = context.workspace
    for cycle in workspace.cycles.values():
        day = cycle.due.sheets if cycle.due else None
        asked = cycle.file is not None and cycle.project is None and not workspace.org_is_broken
        if not asked or day is None or day >= context.today or not cycle.is_open(context.today):
            continue
        there = sheets_there(workspace, cycle)
        for owner in owners_due(workspace, cycle, context.today):
            if owner not in there:
                yield _finding(workspace, cycle, owner, day)


def _finding(workspace: Workspace, cycle: Cycle, owner: str, day: date) -> Diagnostic:
    placed = workspace.people.get(owner) or workspace.teams[owner]
    message = _MESSAGE.format(name=same(workspace.name_of(owner)), cycle=cycle.id, day=day)
    remedy = _REMEDY.format(owner=owner, cycle=cycle.id, file=path_of(Kind.CYCLE, cycle=cycle.id))
    related = Related(_due_place(cycle, placed.place), _HERE)
    return found(RULE, placed.place.key(), message, remedy, related)


def _due_place(cycle: Cycle, otherwise: Place) -> Place:
    return cycle.file.at("due", "sheets") if cycle.file else otherwise
