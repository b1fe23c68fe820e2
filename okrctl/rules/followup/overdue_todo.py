"""A to-do that is overdue.

## What it does

In open cycles, takes every `next` whose `due` has passed and that no note closes with `done`. A to-do without a date is
due at the next meeting. Those of dropped goals are not reported. This is advice, as of today.

## Why it matters

Who promises something in front of the team and lets the day pass without a word teaches everybody that dates mean
nothing. Most often the thing was done long ago and only the list does not know it, and then the weekly counts as open
what is not.

## How to fix

Done? Close it in this week's note, or with `okrctl todo done`. Not yet? Say why in `progress`, close it, and promise it
again with a day that holds. No longer needed? Close it and say so. It is fine to ignore this finding for a to-do that
waits for somebody outside; better still, name the day on which you ask again.

---

待办已逾期。

## 检查什么

在进行中的周期里，找出 due 已过、又没有任何记录用 done 关闭的 next。没写日期的，以下次周会为准。
已终止目标的待办不提示。只给建议，以今天为准。

## 为什么重要

当着大家答应的事，日子过了一声不吭，等于告诉所有人日期不算数。更常见的是事情早做完了，只是没有关掉，
周报于是一直把它算作未完成。

## 如何修改

做完了，在本周的记录里用 done 关闭，或运行 okrctl todo done。没做完，在 progress 里说明原因，关掉它，
换一个守得住的日期重新写。不需要了，关掉并说明。在等外部答复的可以保留，最好写上哪天再去问。
"""

from collections.abc import Iterator
from datetime import date

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, same
from okrctl.rules.casts import notes
from okrctl.rules.context import Context
from okrctl.rules.followup.goal_of_todo import goal_of
from okrctl.source.place import Place
from okrctl.workspace.rhythm import next_meeting
from okrctl.workspace.todos import Todo

_PLAN_EN = """\
updates:
  - kr: growth/O1/KR1
    value: 33
    progress: The checklist alone adds 1.2 points.
    next:
      - {{what: Ship the checklist to all{more}}}
"""
_PLAN_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: 33
    progress: 新手清单单独带来 1.2 个百分点。
    next:
      - {{what: 新手清单全量上线{more}}}
"""


def _english(more: str, then: str = "") -> Example:
    later = f"updates:\n  - {{kr: growth/O1/KR1, value: 34, progress: Two teams more stay.}}\n{then}"
    return notes("en", {"2026-W06": _PLAN_EN.format(more=more), "2026-W07": later})


def _chinese(more: str, then: str = "") -> Example:
    later = f"updates:\n  - {{kr: 增长部/O1/KR1, value: 34, progress: 又留住两家。}}\n{then}"
    return notes("zh", {"2026-W06": _PLAN_ZH.format(more=more), "2026-W07": later})


RULE = Rule(
    "OKR406",
    "overdue-todo",
    Severity.ADVICE,
    Bilingual("a to-do that is overdue", "待办已逾期"),
    bad=(
        _english(", owner: alice, due: 2026-02-13"),
        _english(""),
        _chinese(", owner: 张三, due: 2026-02-13"),
        _chinese(""),
    ),
    good=(
        _english(", owner: alice, due: 2026-02-13", "done: [2026-W06/wang/1]\n"),
        _english(", owner: alice, due: 2026-02-20"),
        _chinese(", owner: 张三, due: 2026-02-13", "done: [2026-W06/王芳/1]\n"),
        _chinese(", owner: 张三, due: 2026-02-20"),
    ),
    depends_on_time=True,
)

_WRITTEN = Bilingual("due on {day} and still open; it is {name}'s", "{day} 已到期，仍未关闭；责任人：{name}")
_MEETING = Bilingual(
    "due at the meeting of {day} and still open; it is {name}'s", "应在 {day} 的周会前完成，仍未关闭；责任人：{name}"
)
_REMEDY = Bilingual(
    "close it in this week's note: done: [{reference}]; if it is not done, promise it again with a new due",
    "在本周的记录里关闭：done: [{reference}]；没有做完的，换一个 due 重新写",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every next step of open cycles; needs have no date, and a day before the note was written is OKR405's."""
    open_cycles = {cycle.id for cycle in context.workspace.cycles.values() if cycle.is_open(context.today)}
    if not open_cycles:
        return
    for todo in context.todos.all:
        if todo.key.kind != "next" or todo.key.note.cycle not in open_cycles:
            continue
        due, place, message = _due(context, todo)
        if todo.key.note.week.monday <= due < context.today and _is_open(context, todo):
            name = same(context.workspace.name_of(todo.owners[0]))
            remedy = _REMEDY.format(reference=str(todo.reference))
            yield found(RULE, place, message.format(day=due, name=name), remedy)


def _due(context: Context, todo: Todo) -> tuple[date, Place, Bilingual]:
    """The day, as written or by default, the place that says it, and the words for it."""
    if todo.due is not None:
        return todo.due, todo.place.at("due"), _WRITTEN
    cycle = context.workspace.cycles[todo.key.note.cycle]
    meeting = next_meeting(cycle, context.settings.checkin, todo.key.note.week)
    return meeting, todo.place.at("what"), _MEETING


def _is_open(context: Context, todo: Todo) -> bool:
    """Whether nobody has closed it, and the goal it is for still counts."""
    goal = goal_of(context, todo)
    return todo.key not in context.todos.closings and not (goal and context.graph.is_dropped(goal, context.today))
