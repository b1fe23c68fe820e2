"""An address that matches no objective, key result or milestone.

## What it does

Looks up every address: what a goal supports, what a note reports on, what is scored, the goal behind an output; and the
milestones that a note lists as reached. A sheet that could not be read is reported once, where it is broken, and not
again wherever it is referred to.

## Why it matters

A link to nothing supports nothing, and a number reported on nothing counts nowhere: the goal looks forgotten although
somebody is working on it.

## How to fix

Write owner, objective and key result as on the sheet (`growth/O1/KR2`), with the cycle first if it is a different one
(`2026:company/O1`). In your own files you may leave out the owner.

---

地址没有对应的目标、关键结果或里程碑。

## 检查什么

核对所有地址：目标承接了谁、进展更新的是哪一条、自评分针对哪一条、重点工作产出背后是哪个目标，以及进展里写的已达成的里程碑。
读不了的表只在它自己出错的地方报告一次，引用它的地方不再重复提示。

## 为什么重要

承接了一个不存在的目标，等于没有对齐；进展填到不存在的关键结果上，哪里都不会计入，看上去像是没有人在做。

## 如何修改

按表上的写法写负责人、目标和关键结果（增长部/O1/KR2）；别的周期要在前面加上周期（2026:公司/O1）。自己的文件里可以省略负责人。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal, Missing
from okrctl.alignment.unresolved import Nearby, Unresolved, unresolved
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity, chinese, english
from okrctl.language import Bilingual, listed, same
from okrctl.models.note import Update
from okrctl.rules.context import Context
from okrctl.source.place import Place

_BOB = """\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/{kr}]
    key_results:
      - {{id: KR1, title: Imports that need our help fall from 12 to 2, metric: {{start: 12, target: 2}}}}
      - {{id: KR2, title: Twenty teams bring in their old tasks alone}}
"""
_ZHANG = """\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/{kr}]
    key_results:
      - {{id: KR1, title: 需要人工协助的导入从 12 次降到 2 次, metric: {{start: 12, target: 2}}}}
      - {{id: KR2, title: 二十家客户自己完成历史数据导入}}
"""
_NOTE_EN = """\
updates:
  - kr: {owner}/O1/KR2
    value: 61
    progress: Two more in ten new teams have a second person since the link moved to the first page.
"""
_NOTE_ZH = """\
updates:
  - kr: {owner}/O1/KR2
    value: 61
    progress: 邀请链接移到首页后，首周邀请同事的客户多了六个百分点。
"""


def _note(language: str, text: str, owner: str) -> Example:
    if language == "en":
        return Example("en", {"cycles/2026-Q1/notes/2026-W07/wang.yaml": text.format(owner=owner)})
    return Example("zh", {"cycles/2026-Q1/notes/2026-W07/王芳.yaml": text.format(owner=owner)})


RULE = Rule(
    "OKR102",
    "unknown-goal",
    Severity.ERROR,
    Bilingual("an address that matches no goal", "地址没有对应的目标或关键结果"),
    bad=(
        english(bob=_BOB.format(kr="O1/KR3")),
        _note("en", _NOTE_EN, "design"),
        chinese(张三=_ZHANG.format(kr="O1/KR3")),
        _note("zh", _NOTE_ZH, "设计部"),
    ),
    good=(
        english(bob=_BOB.format(kr="O1/KR2")),
        _note("en", _NOTE_EN, "growth"),
        chinese(张三=_ZHANG.format(kr="O1/KR2")),
        _note("zh", _NOTE_ZH, "增长部"),
    ),
)

_NO_GOAL = Bilingual('there is no objective or key result "{written}"{near}', "没有“{written}”这个目标或关键结果{near}")
_NO_SHEET = Bilingual("{owner} has no sheet in {cycle}{near}", "{owner} 在 {cycle} 没有 OKR 表{near}")
_NO_MILESTONE = Bilingual(
    'this key result has no milestone "{written}"; it has {known}', "这个关键结果没有里程碑“{written}”；已有：{known}"
)
_NEAR = Bilingual("; did you mean {address} ({title})?", "；是否想写 {address}（{title}）？")
_REMEDY = Bilingual(
    "write owner/objective/key result as on the sheet: growth/O1/KR2; a different cycle goes first: 2026:company/O1",
    "按表上的写法写 负责人/目标/关键结果：增长部/O1/KR2；其他周期写在前面：2026:公司/O1",
)
_REMEDY_MILESTONE = Bilingual(
    "write the id of a milestone as on the sheet: reached: [M1]", "写表上里程碑的编号：reached: [M1]"
)
_LONGEST_TITLE = 40


def check(context: Context) -> Iterator[Diagnostic]:
    """Every address, and every milestone that a note calls reached."""
    missing = [one for one in unresolved(context.graph) if one.why in (Missing.SHEET, Missing.GOAL)]
    nearby = Nearby(context.graph) if missing else None
    for one in missing:
        goal = nearby.goal(one) if nearby else None
        yield found(RULE, one.place, _message(one, goal), _REMEDY)
    yield from _milestones(context)


def _message(one: Unresolved, goal: Goal | None) -> Bilingual:
    near = same("") if goal is None else _NEAR.format(address=_address(goal, one), title=_short(goal.title))
    if one.why is Missing.SHEET:
        return _NO_SHEET.format(owner=one.parts[0], cycle=one.cycle, near=near)
    return _NO_GOAL.format(written=one.written, near=near)


def _address(goal: Goal, one: Unresolved) -> str:
    return goal.key.address(seen_from=one.home.cycle)


def _short(title: str) -> str:
    flat = " ".join(title.split())
    return flat if len(flat) <= _LONGEST_TITLE else flat[: _LONGEST_TITLE - 1] + "…"


def _milestones(context: Context) -> Iterator[Diagnostic]:
    """A key result without milestones takes no `reached` at all: that is a finding of the follow-up."""
    for key, targets in context.graph.reported.items():
        note = context.workspace.notes[key]
        for number, (update, target) in enumerate(zip(note.value.updates, targets, strict=True)):
            if update.reached and not isinstance(target, Missing):
                key_result = context.graph.goals[target].key_result
                known = [milestone.id for milestone in key_result.milestones] if key_result else []
                for written, place in _reached(update, note.at("updates", number, "reached")):
                    if known and written not in known:
                        message = _NO_MILESTONE.format(written=written, known=listed(known))
                        yield found(RULE, place, message, _REMEDY_MILESTONE)


def _reached(update: Update, place: Place) -> Iterator[tuple[str, Place]]:
    listed = isinstance(update.reached, tuple)
    for number, milestone in enumerate(update.reached):
        yield milestone, place.at(number) if listed else place.at(milestone).key()
