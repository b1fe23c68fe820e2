"""A number that its goal does not take.

## What it does

Compares `value`, `percent` and `reached` of every update with how the goal is measured: `metric` and `keep` take a
`value`, `milestones` take `reached`, a key result without any of them takes a `percent`. An objective and a key result
with `cascade` take none: their progress comes from below. Goals that were dropped are not checked.

## Why it matters

The number counts nowhere. Whoever wrote it believes that it was reported, while the goal stands where it stood the week
before, or counts as one without data; every total above it is wrong as well.

## How to fix

Write what the key result takes: the value itself instead of a share of the way, the ids of the milestones instead of a
percentage. If the percentage is the better measure, change the sheet: without `metric`, `keep` and `milestones` the key
result is reported in percent. There is no case in which this finding is fine to leave: delete the number instead.

---

进展里填的数，不是这条关键结果要的。

## 检查什么

把进展里的 value、percent、reached 与目标的衡量方式对照：metric 和 keep 填 value，milestones 填 reached，
都没有的填 percent。目标本身和写了 cascade 的关键结果什么都不填，进度从下面汇总而来。已终止的不检查。

## 为什么重要

这个数哪里都不会计入。填的人以为已经更新，目标却停在上周的位置，或者被当成没有数据，上面的汇总也跟着不准。

## 如何修改

填这条关键结果要的内容：写实际的值，而不是完成了百分之几；写达成了哪几个里程碑，而不是百分比。
如果百分比更合适，就改表：去掉 metric、keep、milestones，进度就按百分比填。这条没有可以保留的情况，不需要的数请删掉。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal, GoalKey, Missing
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual, same
from okrctl.models.note import Update
from okrctl.progress.reported import until
from okrctl.rules.casts import note
from okrctl.rules.context import Context
from okrctl.rules.followup.fitting import example_number, plain, unfit_numbers
from okrctl.workspace.index import NoteKey

_EN = """\
updates:
  - kr: {kr}
    {number}
    progress: Two of three experiments won, and the checklist alone keeps two more teams in a hundred.
"""
_ZH = """\
updates:
  - kr: {kr}
    {number}
    progress: 三个实验赢了两个，仅新手清单一项就多留住两成试用客户。
"""
RULE = Rule(
    "OKR407",
    "unfit-number",
    Severity.ERROR,
    Bilingual("a number that the key result does not take", "填的数不是这条关键结果要的"),
    bad=(
        note("en", _EN.format(kr="growth/O1/KR1", number="percent: 40")),
        note("en", _EN.format(kr="growth/O1", number="value: 34.5")),
        note("zh", _ZH.format(kr="增长部/O1/KR1", number="percent: 40")),
        note("zh", _ZH.format(kr="增长部/O1", number="value: 34.5")),
    ),
    good=(
        note("en", _EN.format(kr="growth/O1/KR1", number="value: 34.5")),
        note("en", _EN.format(kr="growth/O1", number="confidence: 7")),
        note("zh", _ZH.format(kr="增长部/O1/KR1", number="value: 34.5")),
        note("zh", _ZH.format(kr="增长部/O1", number="confidence: 7")),
    ),
)

_MESSAGE = Bilingual("{address} takes {takes}, not {written}", "{address} 要填{takes}，不填 {written}")
_NONE = Bilingual(
    "{address} takes no number ({why}): {written} counts nowhere", "{address} 不用填数（{why}），{written} 不会计入"
)
_CASCADE = Bilingual("its progress comes from the goals that align to it", "自动级联，进度来自承接它的目标")
_OBJECTIVE = Bilingual("its progress comes from its key results", "目标的进度由关键结果汇总")
_TAKES = {
    "metric": Bilingual("a value (it goes from {start} to {target})", "实际的值（从 {start} 到 {target}）"),
    "keep": Bilingual("a value (it is to stay in a band)", "实际的值（保持在区间内）"),
    "milestones": Bilingual("the milestones that were reached", "已达成的里程碑"),
    "plain": Bilingual("a percentage", "百分比"),
}
_WRITE = Bilingual(
    "write it as this key result takes it, for example {example}", "按这条关键结果的衡量方式填，例如 {example}"
)
_BELOW = Bilingual(
    "delete it and say in `progress` what happened; the number belongs to what is measured: kr: {below}",
    "删掉它，情况写在 progress 里；数填在有衡量方式的那一条上：kr: {below}",
)
_ELSEWHERE = Bilingual(
    "delete it and say in `progress` what happened; numbers are reported on key results: kr: growth/O1/KR1",
    "删掉它，情况写在 progress 里；数填在关键结果上：kr: 增长部/O1/KR1",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every update of a goal that was still there in its week."""
    goals, notes = context.graph.goals, context.workspace.notes
    for key, targets in context.graph.reported.items():
        updates = notes[key].value.updates
        for number, target in enumerate(targets):
            goal = None if isinstance(target, Missing) else goals[target]
            unfit = unfit_numbers(updates[number], goal) if goal else ()
            if goal is None or not unfit or goal.is_dropped(key.week.monday):
                continue
            place = notes[key].at("updates", number)
            for name in unfit:
                message = _message(goal, _written(updates[number], name), goal.key.address(seen_from=key.cycle))
                yield found(RULE, place.at(name).key(), message, _remedy(context, goal, key))


def _message(goal: Goal, written: Bilingual, address: str) -> Bilingual:
    key_result = goal.key_result
    if key_result is None or key_result.cascade is not None:
        why = _OBJECTIVE if key_result is None else _CASCADE
        return _NONE.format(address=address, written=written, why=why)
    takes, metric = _TAKES[key_result.kind], key_result.metric
    if metric is not None:
        takes = takes.format(start=plain(metric.start), target=plain(metric.target))
    return _MESSAGE.format(address=address, takes=takes, written=written)


def _written(update: Update, name: str) -> Bilingual:
    if name == "reached":
        return same(f"reached: [{', '.join(update.reached_milestones)}]")
    return same(f"{name}: {plain(getattr(update, name))}")


def _remedy(context: Context, goal: Goal, note_key: NoteKey) -> Bilingual:
    key_result = goal.key_result
    if key_result is None or key_result.cascade is not None:
        below = _measured_below(context, goal.key)
        return _BELOW.format(below=below.address(seen_from=note_key.cycle)) if below else _ELSEWHERE
    updates = until(context.reports.get(goal.key, ()), note_key.week.sunday)
    return _WRITE.format(example=example_number(key_result, updates))


def _measured_below(context: Context, key: GoalKey) -> GoalKey | None:
    """The first key result below that takes a number of its own."""
    goals = context.graph.goals
    for below in context.graph.downward(key):
        key_result = goals[below].key_result
        if key_result is not None and key_result.cascade is None and goals[below].dropped_on is None:
            return below
    return None
