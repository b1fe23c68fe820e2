"""Somebody who has left is still responsible.

## What it does

Compares the day people `left` (org.yaml) with what they still do: write a note for a later week; or, in a cycle that
starts later, own a sheet or key result, collaborate on one, or lead a team with a sheet.

## Why it matters

A goal whose owner is gone has no owner, and nobody was told. If the day in org.yaml is wrong, the person is missing
from notes and reviews.

## How to fix

Hand the goal over (`owner: bob`), name another lead, or correct `left`.

---

已经离职的人还在负责。

## 检查什么

把 org.yaml 里的离职日 left 与他做的事对照：之后的周的进展记录；之后开始的周期里，他的 OKR 表、负责的关键结果、
参与的协作，以及他担任负责人的团队的 OKR 表。

## 为什么重要

负责人走了，目标就没有人负责，也没有人被告知。或者是离职日写错了，那么进展和评估里都会漏掉他。

## 如何修改

把目标交给别人（owner: 李强），更换团队负责人，或更正 left。
"""

from collections.abc import Iterator
from datetime import date

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual
from okrctl.models.okr import Sheet
from okrctl.rules.context import Context
from okrctl.source.place import Place
from okrctl.workspace import chart
from okrctl.workspace.index import Placed, Workspace

_KIM_EN = "people:\n  kim: {{name: Kim Vos, team: growth, left: {left}}}\n"
_KIM_ZH = "people:\n  陈晨: {{name: 陈晨, team: 增长部, left: {left}}}\n"
_SHEET_EN = """\
objectives:
  - id: O1
    title: The first page explains itself
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us, owner: kim}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
"""
_SHEET_ZH = """\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成, owner: 陈晨}
      - {id: KR2, title: 首页跳出率从 40% 降到 25%}
"""
_NOTE_EN = "thanks:\n  - {to: bob, for: Rebuilt the import over the weekend}\n"
_NOTE_ZH = "thanks:\n  - {to: 李强, for: 周末重写了数据导入}\n"


def _english(left: str, path: str, text: str) -> Example:
    return Example("en", {"org/sales.yaml": _KIM_EN.format(left=left), path: text})


def _chinese(left: str, path: str, text: str) -> Example:
    return Example("zh", {"org/sales.yaml": _KIM_ZH.format(left=left), path: text})


RULE = Rule(
    "OKR108",
    "acts-after-leaving",
    Severity.WARNING,
    Bilingual("still responsible after leaving", "离职之后仍在负责"),
    bad=(
        _english("2025-12-19", "design.yaml", _SHEET_EN),
        _english("2026-01-30", "cycles/2026-Q1/notes/2026-W06/kim.yaml", _NOTE_EN),
        _chinese("2025-12-19", "设计部.yaml", _SHEET_ZH),
        _chinese("2026-01-30", "cycles/2026-Q1/notes/2026-W06/陈晨.yaml", _NOTE_ZH),
    ),
    good=(
        _english("2026-02-13", "design.yaml", _SHEET_EN),
        _english("2026-02-04", "cycles/2026-Q1/notes/2026-W06/kim.yaml", _NOTE_EN),
        _chinese("2026-02-13", "设计部.yaml", _SHEET_ZH),
        _chinese("2026-02-04", "cycles/2026-Q1/notes/2026-W06/陈晨.yaml", _NOTE_ZH),
    ),
)

_NOTE = Bilingual("{name} left on {day}, before week {what} began", "{name} 已于 {day} 离职，早于 {what} 这一周")
_CYCLE = Bilingual("{name} left on {day}, before {what} began", "{name} 已于 {day} 离职，早于 {what} 开始")
_REMEDY = Bilingual(
    "hand it over (owner: bob, lead: bob), or correct `left` in org.yaml",
    "交给别人（owner: 李强、lead: 李强），或更正 org.yaml 里的 left",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Notes, sheets and leads, where anybody has left at all."""
    workspace = context.workspace
    left = {name: person.value.left for name, person in workspace.people.items() if person.value.left}
    if not left:
        return
    for key, note in workspace.notes.items():
        day = left.get(key.author)
        if day is not None and day < key.week.monday:
            yield _finding(key.author, day, str(key.week), note.at("author"), _NOTE)
    for sheet_key, sheet in sorted(workspace.sheets.items()):
        cycle = workspace.cycles.get(sheet_key.cycle)
        for name, place in _people_of(sheet_key.owner, sheet) if cycle else ():
            day = left.get(name)
            if cycle is not None and day is not None and day < cycle.start:
                yield _finding(name, day, cycle.id, place, _CYCLE)
    yield from _leads(workspace, left)


def _people_of(owner: str, sheet: Placed[Sheet]) -> Iterator[tuple[str, Place]]:
    """Who has something to do with the goals that still count."""
    yield owner, sheet.at("owner")
    for i, objective in enumerate(sheet.value.objectives):
        if objective.dropped is not None:
            continue
        place = sheet.at("objectives", i)
        yield from ((name, place.at("with", number)) for number, name in enumerate(objective.with_))
        for j, key_result in enumerate(objective.key_results):
            below = place.at("key_results", j)
            if key_result.dropped is None:
                if key_result.owner is not None:
                    yield key_result.owner, below.at("owner")
                yield from ((name, below.at("with", number)) for number, name in enumerate(key_result.with_))


def _leads(workspace: Workspace, left: dict[str, date]) -> Iterator[Diagnostic]:
    """A team's lead once, with the first cycle that began without him."""
    for team, placed in workspace.teams.items():
        lead = chart.lead_of(workspace, team)
        day = left.get(lead or "")
        starts = [
            (cycle.start, cycle.id)
            for cycle in workspace.cycles.values()
            if day is not None and day < cycle.start and (cycle.id, team) in workspace.sheets
        ]
        if lead and day and starts:
            yield _finding(lead, day, min(starts)[1], placed.at("lead"), _CYCLE)


def _finding(name: str, day: date, what: str, place: Place, message: Bilingual) -> Diagnostic:
    return found(RULE, place, message.format(name=name, day=day, what=what), _REMEDY)
