"""Confidence falls twice in a row, and no risk is named.

## What it does

Takes the `confidence` of every goal, the last one of each week. Where it falls from one report to the next and then
again, one of these updates should name a risk, or a need from an earlier week should still be open. Reported once, at
the last fall of a row. Goals that are dropped or done are not checked.

## Why it matters

Falling confidence is the earliest sign that a goal is in danger: the number still looks good, somebody already knows
better. As long as it is not written down, nobody can help, and two weeks later it is a surprise.

## How to fix

Write what makes you less sure as a risk, with what would help and from whom. It is fine to ignore this finding where
the reason stands in `progress` and nobody can do anything about it.

---

信心指数连续两次下降，却没有写风险。

## 检查什么

取每个目标每周最后一次的 confidence。连着两次比上一次低，而这两次的进展里都没有写风险，
之前也没有还开着的资源支持，就会提示。一段连续下降只提示一次，在最后一次。已终止、已完成的目标不检查。

## 为什么重要

信心下降是目标出问题最早的信号：数字还好看，有人心里已经没底了。知道的人不写出来，谁也帮不上，两周之后就成了意外。

## 如何修改

把让你没把握的事写成风险，写清需要什么、找谁。原因已经写在 progress 里、谁也帮不上的，可以保留。
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from okrctl.alignment.goals import GoalKey
from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language, same
from okrctl.models.calendar import Week
from okrctl.progress import show
from okrctl.progress.measure import is_done
from okrctl.progress.reported import Reported
from okrctl.rules.casts import notes
from okrctl.rules.context import Context
from okrctl.rules.followup.goal_of_todo import goal_of
from okrctl.rules.followup.whom_to_ask import whom_to_ask

_EN = """\
updates:
  - kr: growth/O1/KR1
    value: {value}
    confidence: {confidence}
    progress: {value} % of the new teams are still with us.
"""
_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: {value}
    confidence: {confidence}
    progress: 新客户还有 {value}% 留着。
"""
_RISK_EN = "    risks:\n      - {risk: Half of them stop at the import, need: Two days with its author, from: [bob]}\n"
_RISK_ZH = "    risks:\n      - {risk: 一半客户卡在数据导入, need: 懂导入的人两天, from: [李强]}\n"


def _three(language: Language, confidence: tuple[int, int, int], risk: str = "") -> Example:
    text = _EN if language == "en" else _ZH
    values = zip((32.5, 33, 33.5), confidence, strict=True)
    written = [text.format(value=value, confidence=sure) for value, sure in values]
    weeks = ("2026-W05", "2026-W06", "2026-W07")
    return notes(language, dict(zip(weeks, (*written[:2], written[2] + risk), strict=True)))


RULE = Rule(
    "OKR411",
    "sinking-confidence",
    Severity.WARNING,
    Bilingual("confidence falls twice in a row with no risk", "信心指数连续下降，却没有写风险"),
    bad=(
        _three("en", (8, 7, 5)),
        _three("en", (6, 5, 4)),
        _three("zh", (8, 7, 5)),
        _three("zh", (6, 5, 4)),
    ),
    good=(
        _three("en", (8, 7, 5), _RISK_EN),
        _three("en", (8, 6, 7)),
        _three("zh", (8, 7, 5), _RISK_ZH),
        _three("zh", (8, 6, 7)),
    ),
    depends_on_time=True,
)

_MESSAGE = Bilingual(
    "confidence falls {way}, and no update names a risk",
    "信心指数 {way}，却没有写风险",
)
_HERE = Bilingual("{confidence} in {week}", "{week} 是 {confidence}")
_REMEDY = Bilingual(
    "write what makes you less sure, for example risks: [{{risk: Half of them stop at the import, need: Two days "
    "with its author, from: [{who}]}}]",
    "写出让你没把握的事，例如 risks: [{{risk: 一半客户卡在数据导入, need: 懂导入的人两天, from: [{who}]}}]",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every goal with three or more reports of confidence."""
    for key, updates in context.reports.items():
        if len(updates) < 3 or context.graph.goals[key].dropped_on is not None or is_done(updates):
            continue
        for row in _rows(updates):
            if not _asks_already(context, key, row[-1]):
                *before, last = row
                way = same(" → ".join(_shown(one) for one in row))
                place = last.place.at("confidence")
                related = (Related(one.place.at("confidence"), _here(one)) for one in before)
                remedy = _REMEDY.format(who=whom_to_ask(context.workspace, last.author))
                yield found(RULE, place, _MESSAGE.format(way=way), remedy, *related)


def _rows(updates: tuple[Reported, ...]) -> Iterator[Sequence[Reported]]:
    """The longest rows of three or more weeks in which confidence falls and, after the first, no risk is named."""
    weeks: dict[Week, Reported] = {one.week: one for one in updates if one.update.confidence is not None}
    at_risk = {one.week for one in updates if one.update.risks}
    row: list[Reported] = []
    for before, one in pairwise(weeks.values()):
        if _sure(one) < _sure(before) and one.week not in at_risk:
            row = [*(row or [before]), one]
            continue
        if len(row) > 2:
            yield row
        row = []
    if len(row) > 2:
        yield row


def _asks_already(context: Context, key: GoalKey, last: Reported) -> bool:
    """Whether a need of the goal from an earlier note is still open."""
    return any(
        todo.key.kind == "need"
        and todo.key.note.week <= last.week
        and goal_of(context, todo) == key
        and not context.todos.closed_by(todo, last.week)
        for todo in context.todos.all
    )


def _sure(one: Reported) -> float:
    return one.update.confidence or 0


def _shown(one: Reported) -> str:
    return show.confidence(_sure(one))


def _here(one: Reported) -> Bilingual:
    return _HERE.format(confidence=_shown(one), week=str(one.week))
