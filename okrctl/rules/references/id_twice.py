"""The same id for two items side by side.

## What it does

Looks for ids that appear twice among siblings: objectives of a sheet, key results of an objective, milestones of a key
result, to-dos of a note, dimensions and grades of a review scheme. Nor may the id of a to-do be the number of another
to-do in the same note. Nor may one file score the same goal twice, however its address is written.

## Why it matters

An address means exactly one goal. If two share an id, the first one gets all the reports, and nobody sees why the
second one never moves. Of two self-scores the first one counts.

## How to fix

Give the newer one another id and update whatever refers to it. Ids stay the same for the whole cycle: do not renumber.
Merge two self-scores of one goal, or name the goal that the second one was meant for.

---

同级的两项用了同一个编号。

## 检查什么

查找同级里重复的编号：一张表的目标、一个目标的关键结果、一个关键结果的里程碑、一份进展记录的待办事项、
评估方案的评估维度和档位。待办事项的编号也不能与同一份记录里另一项的序号相同。
同一个文件里，同一个目标或关键结果也不能有两条自评分，地址写法不同也算。

## 为什么重要

一个地址只能指一个目标。两个同名时，进展都算到第一个头上，第二个为什么不动，没有人看得出来。
自评分写了两条的，以第一条为准。

## 如何修改

给后加的那个换一个编号，并修改引用它的地方。编号在整个周期内保持不变，不要重新排号。
两条自评分针对同一个的，合并成一条；如果第二条本来指的是别的，改成它的地址。
"""

from collections.abc import Iterable, Iterator
from typing import cast

from okrctl.alignment.goals import GoalKey
from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.models.library import LibrarySheet
from okrctl.models.note import Note
from okrctl.models.okr import Sheet
from okrctl.models.review import Scheme
from okrctl.rules.casts import retro
from okrctl.rules.context import Context
from okrctl.rules.scores.named import unnamed_key_result
from okrctl.source.place import Place
from okrctl.workspace.index import NoteKey, Placed, SheetKey
from okrctl.workspace.layout import Kind
from okrctl.workspace.todos import todos_of

_BOB = """\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1]
    key_results:
      - {{id: KR1, title: Imports that need our help fall from 12 to 2, metric: {{start: 12, target: 2}}}}
      - {{id: {kr}, title: Twenty teams bring in their old tasks alone}}
"""
_ZHANG = """\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1]
    key_results:
      - {{id: KR1, title: 需要人工协助的导入从 12 次降到 2 次, metric: {{start: 12, target: 2}}}}
      - {{id: {kr}, title: 二十家客户自己完成历史数据导入}}
"""
_SCHEME_EN = """\
start: 2026-01-01
end: 2026-06-30
scale: [{{grade: C}}, {{grade: B}}, {{grade: {best}}}]
dimensions: [{{id: performance, name: Performance, weight: 100}}]
"""
_SCHEME_ZH = """\
start: 2026-01-01
end: 2026-06-30
scale: [{{grade: 待改进}}, {{grade: 符合预期}}, {{grade: {best}}}]
dimensions: [{{id: 业绩, weight: 100}}]
"""
_SCORES = """\
scores:
  - {{kr: O1/KR1, score: 0.7, completion: 0.7, next: carry}}
  - {{kr: {again}, score: 0.6, completion: 0.6}}
"""
_SCHEME = "reviews/2026-H1/scheme.yaml"
RULE = Rule(
    "OKR104",
    "id-twice",
    Severity.ERROR,
    Bilingual("an id that is used twice", "编号重复"),
    bad=(
        english(bob=_BOB.format(kr="KR1")),
        Example("en", {_SCHEME: _SCHEME_EN.format(best="B")}),
        chinese(张三=_ZHANG.format(kr="KR1")),
        Example("zh", {_SCHEME: _SCHEME_ZH.format(best="符合预期")}),
        retro("en", _SCORES.format(again="growth/O1/KR1")),
        retro("zh", _SCORES.format(again="O1/KR1")),
    ),
    good=(
        english(bob=_BOB.format(kr="KR2")),
        Example("en", {_SCHEME: _SCHEME_EN.format(best="A")}),
        chinese(张三=_ZHANG.format(kr="KR2")),
        Example("zh", {_SCHEME: _SCHEME_ZH.format(best="超出预期")}),
        retro("en", _SCORES.format(again="growth/O1/KR2")),
        retro("zh", _SCORES.format(again="O1/KR2")),
    ),
)

_MESSAGE = Bilingual('two {things} are called "{name}"', "{things}都叫“{name}”")
_NUMBER = Bilingual(
    'the id "{name}" is also the number of another to-do of this note',
    "编号“{name}”同时是这份记录里另一项待办事项的序号",
)
_FIRST = Bilingual("the first one; addresses refer to this one", "第一个在这里，地址指的是它")
_REMEDY = Bilingual("give the newer one another id, for example id: KR3", "给后加的那个换一个编号，例如 id: KR3")
_SCORED = Bilingual("{address} is scored twice in this file", "这个文件里，{address} 有两条自评分")
_FIRST_SCORE = Bilingual("first scored here; this one counts", "第一条在这里，以它为准")
_MERGE = Bilingual("merge the two entries into one", "把两条合并成一条")
_MERGE_OR_NAME = Bilingual(
    "merge the two entries into one, or name the key result that is meant here: kr: {address}",
    "把两条合并成一条；如果这条指的是别的关键结果，改成它的地址：kr: {address}",
)
_OBJECTIVES = Bilingual("objectives", "两个目标")
_KEY_RESULTS = Bilingual("key results of this objective", "同一目标下有两个关键结果")
_MILESTONES = Bilingual("milestones of this key result", "同一关键结果下有两个里程碑")
_TODOS = Bilingual("to-dos of this note", "同一份记录里有两项待办")
_DIMENSIONS = Bilingual("dimensions", "两个评估维度")
_GRADES = Bilingual("grades of the scale", "两个档位")

_Ids = Iterable[tuple[str | None, Place]]


def check(context: Context) -> Iterator[Diagnostic]:
    """Sheets, notes, schemes and library sheets; and the goals that a retrospective scores."""
    for sheet in context.workspace.sheets.values():
        yield from _in_sheet(sheet)
    for key, note in context.workspace.notes.items():
        if _has_ids(note.value):
            yield from _in_note(key, note)
    for file in context.workspace.others_of(Kind.SCHEME):
        scheme = cast(Scheme, file.record)
        dimensions = ((one.id, file.place.at("dimensions", n, "id")) for n, one in enumerate(scheme.dimensions))
        grades = ((one.grade, file.place.at("scale", n, "grade")) for n, one in enumerate(scheme.scale))
        yield from _twice(dimensions, _DIMENSIONS)
        yield from _twice(grades, _GRADES)
    for file in context.workspace.others_of(Kind.LIBRARY):
        yield from _in_library(cast(LibrarySheet, file.record), file.place)
    yield from _scored_twice(context)


def _in_sheet(sheet: Placed[Sheet]) -> Iterator[Diagnostic]:
    objectives = sheet.value.objectives
    yield from _twice(((one.id, sheet.at("objectives", n, "id")) for n, one in enumerate(objectives)), _OBJECTIVES)
    for i, objective in enumerate(objectives):
        place = sheet.at("objectives", i, "key_results")
        ids = ((one.id, place.at(n, "id")) for n, one in enumerate(objective.key_results))
        yield from _twice(ids, _KEY_RESULTS)
        for j, key_result in enumerate(objective.key_results):
            if key_result.milestones:
                steps = place.at(j, "milestones")
                yield from _twice(((m.id, steps.at(n, "id")) for n, m in enumerate(key_result.milestones)), _MILESTONES)


def _in_library(library: LibrarySheet, place: Place) -> Iterator[Diagnostic]:
    objectives = place.at("objectives")
    yield from _twice(((one.id, objectives.at(n, "id")) for n, one in enumerate(library.objectives)), _OBJECTIVES)
    for i, objective in enumerate(library.objectives):
        key_results = objectives.at(i, "key_results")
        yield from _twice(
            ((kr.id, key_results.at(n, "id")) for n, kr in enumerate(objective.key_results)), _KEY_RESULTS
        )


def _has_ids(note: Note) -> bool:
    reports = (*note.updates, *note.other)
    return any(step.id for report in reports for step in report.next) or any(
        risk.id for report in reports for risk in report.risks
    )


def _in_note(key: NoteKey, note: Placed[Note]) -> Iterator[Diagnostic]:
    todos = todos_of(key, note)
    yield from _twice(((todo.id, todo.place.at("id")) for todo in todos), _TODOS)
    numbers = {todo.number: todo for todo in todos}
    for todo in todos:
        if todo.id is not None and numbers.get(todo.id, todo) is not todo:
            related = Related(numbers[todo.id].place, Bilingual("that to-do", "那一项在这里"))
            yield found(RULE, todo.place.at("id"), _NUMBER.format(name=todo.id), _REMEDY, related)


def _scored_twice(context: Context) -> Iterator[Diagnostic]:
    """Entries on one goal in one file, of those that name theirs clearly."""
    firsts: dict[tuple[SheetKey, GoalKey], Place] = {}
    for entry in context.score_entries:
        goal = entry.clear_target
        if goal is None:
            continue
        place = entry.place.at(entry.names[0].key)
        first = firsts.setdefault((entry.home, goal), place)
        if first is not place:
            message = _SCORED.format(address=goal.address(seen_from=entry.home.cycle))
            yield found(RULE, place, message, _merge(context, goal, entry.home), Related(first, _FIRST_SCORE))


def _merge(context: Context, goal: GoalKey, home: SheetKey) -> Bilingual:
    meant = unnamed_key_result(context, goal.sheet) if goal.key_result else None
    return _MERGE if meant is None else _MERGE_OR_NAME.format(address=meant.address(seen_from=home.cycle))


def _twice(ids: _Ids, things: Bilingual) -> Iterator[Diagnostic]:
    firsts: dict[str, Place] = {}
    for name, place in ids:
        if name is None:
            continue
        first = firsts.setdefault(name, place)
        if first is not place:
            message = _MESSAGE.format(things=things, name=name)
            yield found(RULE, place, message, _REMEDY, Related(first, _FIRST))
