"""An update on a goal that was dropped.

## What it does

Compares the Monday of a note's week with the day on which the reported goal, or its objective, was dropped.

## Why it matters

Either somebody has not heard that the goal is gone and is still working on it, or it is not gone and its progress is
missing from all the numbers above.

## How to fix

Report on the goal that replaced it. Anything else worth saying belongs under `other`. If the goal continues, delete
`dropped` from the sheet.

---

进展写在了已终止的目标上。

## 检查什么

把进展所在周的周一，与它所更新的关键结果（或所属目标）的终止日相比。

## 为什么重要

要么是有人不知道目标已终止、还在做；要么是目标并没有终止，而它的进度没有计入任何汇总。

## 如何修改

更新接替它的目标。仍值得一说的，写在 other 里。如果目标还要继续，就从表里删掉 dropped。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal, GoalKey, Missing
from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.source.place import Place

_SHEET_EN = """\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Week-four retention rises from 31 % to 40 %, metric: {start: 31, target: 40, unit: "%"}}
      - {id: KR2, title: Four of five new teams invite a second person, metric: {start: 55, target: 80, unit: "%"}}
      - id: KR3
        title: Partners bring in 40 new teams
        metric: {start: 0, target: 40, unit: teams}
        dropped: {on: 2026-02-10, because: The partner left the market; KR2 takes its place}
"""
_SHEET_ZH = """\
objectives:
  - id: O1
    title: 让新客户在第一周就离不开我们
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 四周留存率从 31% 提升到 40%, metric: {start: 31, target: 40, unit: "%"}}
      - {id: KR2, title: 八成新客户在首周邀请第二位同事, metric: {start: 55, target: 80, unit: "%"}}
      - id: KR3
        title: 合作伙伴带来 40 家新客户
        metric: {start: 0, target: 40, unit: 家}
        dropped: {on: 2026-02-10, because: 合作伙伴退出市场，由 KR2 接替}
"""
_NOTE_EN = "updates:\n  - {kr: growth/O1/KR3, value: 6, progress: Two teams more came through the partner.}\n"
_NOTE_ZH = "updates:\n  - {kr: 增长部/O1/KR3, value: 6, progress: 合作伙伴又带来两家新客户。}\n"


def _example(language: str, week: str) -> Example:
    folder = f"cycles/2026-Q1/notes/{week}"
    if language == "en":
        return Example("en", {"growth.yaml": _SHEET_EN, f"{folder}/wang.yaml": _NOTE_EN})
    return Example("zh", {"增长部.yaml": _SHEET_ZH, f"{folder}/王芳.yaml": _NOTE_ZH})


RULE = Rule(
    "OKR109",
    "note-on-dropped",
    Severity.WARNING,
    Bilingual("an update on a goal that was dropped", "进展写在了已终止的目标上"),
    bad=(
        _example("en", "2026-W08"),
        _example("en", "2026-W09"),
        _example("zh", "2026-W08"),
        _example("zh", "2026-W09"),
    ),
    good=(
        _example("en", "2026-W06"),
        _example("en", "2026-W07"),
        _example("zh", "2026-W06"),
        _example("zh", "2026-W07"),
    ),
)

_MESSAGE = Bilingual("{address} was dropped on {day}", "{address} 已于 {day} 终止")
_HERE = Bilingual("dropped here", "终止写在这里")
_REMEDY = Bilingual(
    "report on the goal that replaced it, or under `other`; if it continues, delete `dropped` from the sheet",
    "更新接替它的目标，或写在 other 里；若仍要继续，从表里删掉 dropped",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every update of a goal that is dropped."""
    goals = context.graph.goals
    dropped = {key: day for key, goal in goals.items() if (day := goal.dropped_on) is not None}
    if not dropped:
        return
    for key, targets in context.graph.reported.items():
        for number, target in enumerate(targets):
            day = None if isinstance(target, Missing) else dropped.get(target)
            if day is not None and not isinstance(target, Missing) and day <= key.week.monday:
                place = context.workspace.notes[key].at("updates", number, "kr")
                message = _MESSAGE.format(address=target.address(seen_from=key.cycle), day=day)
                yield found(RULE, place, message, _REMEDY, Related(_place_of_drop(context, target), _HERE))


def _place_of_drop(context: Context, key: GoalKey) -> Place:
    """Where the earlier of the two is written: of the key result, or of its objective."""
    goal = context.graph.goals[key]
    objective = context.graph.goals[key.of_objective]
    first: Goal = goal if goal.record.dropped and goal.record.dropped.on == goal.dropped_on else objective
    return first.place.at("dropped").key()
