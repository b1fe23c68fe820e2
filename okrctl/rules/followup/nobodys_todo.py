"""A to-do that nobody can do: of somebody who is not there, or due before it was written.

## What it does

Looks at every `next` of a note. Reported are an owner who had left before the week of the note, a team without a lead
as owner, and a `due` before the Monday of that week; of a need, if everybody in `from` had left. A handle that is not
in org.yaml is OKR101's finding and is not reported again.

## Why it matters

A to-do is a promise between people who are there. Without somebody behind it, it stays open in every weekly until
nobody sees it any more; with a day that is already past, it is late before it has begun, and real delays drown in it.

## How to fix

Name somebody who is there; for a team without a lead name a person of it, or give the team a lead in org.yaml. Correct
the day, often only its month or year; what was already done when you wrote it belongs into `progress`. It is hard to
think of a case in which to ignore this finding.

---

没有人能做的待办：责任人已不在，或者截止时间早于写下它的那一周。

## 检查什么

检查进展记录里的每一项 next：责任人在那一周之前已经离职，责任人是没有负责人的团队，或者 due 早于那一周的周一；
资源支持则看 from 里的人是否都已离职。org.yaml 里没有的标识由 OKR101 提示，这里不重复。

## 为什么重要

待办是在场的人之间的约定。后面没有人，它就一直挂在周报里，直到谁也不再看；写下时就已经过期，一开始就是逾期，
真正的拖延反而被它淹没了。

## 如何修改

写一个在场的人；团队没有负责人的，写团队里的某个人，或在 org.yaml 里给团队补上 lead。
日期写错的改正，常常只是月份或年份；写的时候已经做完的，放进 progress。几乎没有需要保留这条提示的情况。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, same
from okrctl.rules.casts import note
from okrctl.rules.context import Context
from okrctl.rules.followup.whom_to_ask import whom_to_ask
from okrctl.workspace import chart
from okrctl.workspace.index import Workspace
from okrctl.workspace.todos import Todo

_EN = """\
updates:
  - kr: growth/O1/KR1
    value: 34
    progress: The checklist alone adds 1.9 points.
    next:
      - {{what: Ship the checklist to all, {more}}}
"""
_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: 34
    progress: 新手清单单独带来 1.9 个百分点。
    next:
      - {{what: 新手清单全量上线, {more}}}
"""
_KIM_EN = {"org/sales.yaml": "people:\n  kim: {name: Kim Vos, team: growth, left: 2026-01-30}\n"}
_KIM_ZH = {"org/sales.yaml": "people:\n  陈晨: {name: 陈晨, team: 增长部, left: 2026-01-30}\n"}


def _english(more: str) -> Example:
    example = note("en", _EN.format(more=more))
    return Example("en", {**_KIM_EN, **example.files})


def _chinese(more: str) -> Example:
    example = note("zh", _ZH.format(more=more))
    return Example("zh", {**_KIM_ZH, **example.files})


RULE = Rule(
    "OKR405",
    "nobodys-todo",
    Severity.WARNING,
    Bilingual("a to-do of nobody, or due before it was written", "待办没有责任人，或截止时间早于写下它的时间"),
    bad=(
        _english("owner: kim, due: 2026-02-20"),
        _english("owner: alice, due: 2026-01-20"),
        _chinese("owner: 陈晨, due: 2026-02-20"),
        _chinese("owner: 张三, due: 2026-01-20"),
    ),
    good=(
        _english("owner: alice, due: 2026-02-20"),
        _english("due: 2026-02-20"),
        _chinese("owner: 张三, due: 2026-02-20"),
        _chinese("due: 2026-02-20"),
    ),
)

_LEFT = Bilingual("{name} left on {day}, before the week of this note", "{name} 已于 {day} 离职，早于这份记录所在的周")
_NO_LEAD = Bilingual(
    "{name} is a team without a lead: nobody answers for this", "{name} 是没有负责人的团队，没有人负责这件事"
)
_PAST = Bilingual(
    "due on {day}, before the week of this note ({week})", "截止时间 {day} 早于这份记录所在的周（{week}）"
)
_HERE = Bilingual("left, says org.yaml", "org.yaml 里写明已离职")
_OWNER = Bilingual("name somebody who is there, for example owner: {who}", "写一个在场的人，例如 owner: {who}")
_FROM = Bilingual("ask somebody who is there, for example from: [{who}]", "找一个在场的人，例如 from: [{who}]")
_LEAD = Bilingual(
    "name a person, for example owner: {who}, or give the team a lead in org.yaml",
    "写一个人，例如 owner: {who}，或在 org.yaml 里给团队补上 lead",
)
_DUE = Bilingual(
    "correct the day, for example due: {day}; what was already done belongs into progress",
    "改正日期，例如 due: {day}；已经做完的写进 progress",
)
_LATER = 11  # days from the Monday of a week to the Friday of the next


def check(context: Context) -> Iterator[Diagnostic]:
    """Every to-do and need of every note."""
    for todo in context.todos.all:
        yield from _owner(context.workspace, todo)
        monday = todo.key.note.week.monday
        if todo.due is not None and todo.due < monday:
            message = _PAST.format(day=todo.due, week=str(todo.key.note.week))
            later = monday.fromordinal(monday.toordinal() + _LATER)
            yield found(RULE, todo.place.at("due"), message, _DUE.format(day=later))


def _owner(workspace: Workspace, todo: Todo) -> Iterator[Diagnostic]:
    is_need = todo.key.kind == "need"
    if not todo.owners or todo.owners == (todo.key.note.author,):
        return
    if all(_is_gone(workspace, owner, todo) for owner in todo.owners):
        person = workspace.people[todo.owners[0]]
        message = _LEFT.format(name=same(workspace.name_of(todo.owners[0])), day=person.value.left)
        place = todo.place.at("from", 0) if is_need else todo.place.at("owner")
        author = todo.key.note.author
        remedy = _FROM.format(who=whom_to_ask(workspace, author)) if is_need else _OWNER.format(who=author)
        yield found(RULE, place, message, remedy, Related(person.at("left"), _HERE))
    elif not is_need and todo.owners[0] in workspace.teams and chart.lead_of(workspace, todo.owners[0]) is None:
        message = _NO_LEAD.format(name=same(workspace.name_of(todo.owners[0])))
        yield found(RULE, todo.place.at("owner"), message, _LEAD.format(who=todo.key.note.author))


def _is_gone(workspace: Workspace, owner: str, todo: Todo) -> bool:
    person = workspace.people.get(owner)
    left = person.value.left if person else None
    return left is not None and left < todo.key.note.week.monday
