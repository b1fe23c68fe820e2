"""Help that was asked for, and nobody has taken it up.

## What it does

In open cycles, from the day of their freeze on, takes everybody whom a goal names as collaborator (`with`), as the
`owner` of a key result or by a mention, and looks whether they have taken it up: a goal of theirs, of their team or of
a team they lead supports the objective or one of its key results, or they have reported on it. For a team its people
and its lead count. Outsiders, who has left and the sheet's own people are left out. This is advice, once an objective
and person.

## Why it matters

Who writes a name on a sheet counts on that person. If it stands on nobody's list there, two people learn in the tenth
week that one of them has waited for the other.

## How to fix

Ask, best before the freeze: will you do it, and what does it push aside? Then it shows on the other sheet, with
`aligns_to: [growth/O1/KR1]`, or in a note. If it is a no, take the name off and say how it will work without. It is
fine to ignore this finding where an hour now and then is all that is asked for.

---

请了人协作，却没有人承接。

## 检查什么

进行中的周期，从定稿日起，看目标里写的协作方（with）、关键结果的 owner 和 @ 到的人有没有承接：
本人、所在团队或其负责的团队，有没有目标承接这个目标或它的某条关键结果，或者有没有更新过它的进展。写的是团队，就看团队的人和负责人。
外部人员、已离职的人和这张表自己的人不算。只给建议，每个目标每人一次。

## 为什么重要

在表上写一个人的名字，就是指望他。对方的清单上却没有这件事，到第十周两边才发现，一个一直在等另一个。

## 如何修改

最好在定稿之前问一句：你来做吗，会挤掉什么？答应了，就会出现在对方的表里（aligns_to: [增长部/O1/KR1]）或进展记录里。
不行就把名字拿掉，写清没有他怎么做。只是偶尔请教一小时的，可以保留。
"""

from collections.abc import Iterator

from okrctl.alignment.collaboration import Asked, Uptake, collaboration_asked
from okrctl.alignment.goals import GoalKey
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity, chinese, english
from okrctl.language import Bilingual, same
from okrctl.rules.context import Context
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey
from okrctl.workspace.mentions import names_of

_EN = """\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1]{objective}
    key_results:
      - {{id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %{key_result}}}
      - {{id: KR2, title: Three of four teams search again in week two}}
"""
_ZH = """\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1]{objective}
    key_results:
      - {{id: KR1, title: 搜索后打开页面的比例从 52% 提升到 70%{key_result}}}
      - {{id: KR2, title: 四分之三的客户第二周还在搜索}}
"""
_HELP_EN = """\
objectives:
  - id: O1
    title: The first page explains itself
    aligns_to: [alice/O1/KR1, growth/O1]
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
"""
_HELP_ZH = """\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    aligns_to: [张三/O1/KR1, 增长部/O1]
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成}
      - {id: KR2, title: 首页跳出率从 40% 降到 25%}
"""
_NOTE_EN = "updates:\n  - {kr: alice/O1/KR1, progress: The new result list is drawn and seven of ten find it.}\n"
_NOTE_ZH = "updates:\n  - {kr: 张三/O1/KR1, progress: 新的结果列表画好了，十人里七人找得到。}\n"


def _english(objective: str = "", key_result: str = "", **more: str) -> Example:
    return english(alice=_EN.format(objective=objective, key_result=key_result), **more)


def _chinese(objective: str = "", key_result: str = "", **more: str) -> Example:
    return chinese(张三=_ZH.format(objective=objective, key_result=key_result), **more)


def _reported(example: Example, path: str, text: str) -> Example:
    return Example(example.language, {**example.files, f"cycles/2026-Q1/notes/2026-W07/{path}.yaml": text})


RULE = Rule(
    "OKR219",
    "not-taken-up",
    Severity.ADVICE,
    Bilingual("collaboration that is not taken up", "协作未被承接"),
    bad=(
        _english(objective="\n    with: [design]"),
        _english(key_result=" with @Dana Ruiz"),
        _chinese(objective="\n    with: [设计部]"),
        _chinese(key_result="@赵敏"),
    ),
    good=(
        _english(objective="\n    with: [design]", design=_HELP_EN),
        _reported(_english(key_result=", with: [dana]"), "dana", _NOTE_EN),
        _chinese(objective="\n    with: [设计部]", 设计部=_HELP_ZH),
        _reported(_chinese(key_result=", with: [赵敏]"), "赵敏", _NOTE_ZH),
    ),
    depends_on_time=True,
)

_MESSAGE = Bilingual(
    "{name} supports nothing of this objective and has not reported on it",
    "{name} 没有承接这个目标，也没有更新过它的进展",
)
_REMEDY = Bilingual(
    "agree on it, and let the other sheet say so: aligns_to: [{address}]; or take the name off",
    "和对方谈定，在对方的表里写 aligns_to: [{address}]；不行就把名字拿掉",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every sheet of an open cycle that is frozen; a sheet or note that could not be read may hold the support."""
    workspace, today = context.workspace, context.today
    frozen = {cycle.id for cycle in workspace.cycles.values() if cycle.frozen <= today and cycle.is_open(today)}
    if not frozen or workspace.broken:
        return
    names, uptake = names_of(workspace), Uptake(context.graph)
    for sheet in sorted(workspace.sheets):
        if sheet.cycle not in frozen:
            continue
        seen: set[tuple[GoalKey, str]] = set()
        for asked in collaboration_asked(context.graph, sheet, names):
            once = (asked.goal.of_objective, asked.who)
            if once not in seen and _counts(context, asked) and not uptake.is_taken_up(asked):
                seen.add(once)
                yield _finding(context, sheet, asked)


def _counts(context: Context, asked: Asked) -> bool:
    """Whether the goal still counts, and who is asked is one of us."""
    if context.graph.goals[asked.goal].dropped_on is not None:
        return False
    return asked.who in context.workspace.teams or chart.is_active(context.workspace, asked.who, context.today)


def _finding(context: Context, sheet: SheetKey, asked: Asked) -> Diagnostic:
    message = _MESSAGE.format(name=same(context.workspace.name_of(asked.who)))
    return found(RULE, asked.place, message, _REMEDY.format(address=asked.goal.address(seen_from=sheet.cycle)))
