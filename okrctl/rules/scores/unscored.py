"""A key result without a score, and the cycle is closed.

## What it does

In cycles with `state: closed`, looks for key results that no retrospective scores. Where a sheet has no score at all,
this is said once. Dropped key results need none. Cycles that are merely over, without that line, are not checked, nor
are sheets of which an entry names no goal, two, or the same one again: it may be meant for the one that has no score.

## Why it matters

A cycle is closed when people have looked back on it. What nobody scored, nobody looked back on: it is missing from the
mean of its objective, and what could be learnt from it is missing from the next cycle.

## How to fix

Let the owner score it, from completion, difficulty and effort: `score: 0.7`. If the retrospective is still to come,
take `state: closed` out until then. It is fine to ignore this finding for a sheet whose owner left before the end.

---

周期已关闭，还有关键结果没有自评分。

## 检查什么

在写了 state: closed 的周期里，找出没有任何复盘给过自评分的关键结果；整张表都没有打分的，只提示一次。
已终止的不需要打分。只是时间过了、没有写这一行的周期不检查。
复盘里有一条自评分没写清楚针对什么、或者写重了的，也先不检查：说不定指的就是缺的那一条。

## 为什么重要

复盘过了，周期才算关闭。没有打分的，就是没有人回头看过：目标的均分里少了它，下个周期也少了从它那里学到的东西。

## 如何修改

由负责人根据完成程度、困难程度和努力程度打分：score: 0.7。如果还没有复盘，先去掉 state: closed。
负责人在周期结束前已离职的表，可以保留。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import GoalKey, objectives_of
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language
from okrctl.rules.context import Context
from okrctl.rules.scores.named import sheets_in_doubt
from okrctl.source.place import Place
from okrctl.workspace.index import SheetKey
from okrctl.workspace.layout import Kind, path_of

_CLOSED = "state: closed\n"
_BOTH = """\
scores:
  - {kr: O1/KR1, score: 0.7, completion: 0.7, next: carry}
  - {kr: O1/KR2, score: 0.6, completion: 0.6, next: carry}
"""
_ONE = """\
scores:
  - {kr: O1/KR1, score: 0.7, completion: 0.7, next: carry}
  - {kr: O1/KR2, completion: 0.6, next: carry}
"""


def _example(language: Language, growth: str, state: str = _CLOSED) -> Example:
    whole, team = ("company", "growth") if language == "en" else ("公司", "增长部")
    retros = "cycles/2026-Q1/retros"
    files = {"cycles/2026-Q1/cycle.yaml": state + "title: Q1\n", f"{retros}/{whole}.yaml": _BOTH}
    return Example(language, {**files, f"{retros}/{team}.yaml": growth} if growth else files)


RULE = Rule(
    "OKR501",
    "unscored",
    Severity.WARNING,
    Bilingual("a key result of a closed cycle without a score", "已关闭的周期里，关键结果没有自评分"),
    bad=(_example("en", _ONE), _example("en", ""), _example("zh", _ONE), _example("zh", "")),
    good=(
        _example("en", _BOTH),
        _example("en", _ONE, "state: open\n"),
        _example("zh", _BOTH),
        _example("zh", _ONE, "state: open\n"),
    ),
    depends_on_time=True,
)

_ONE_MISSING = Bilingual("{address} has no score, and {cycle} is closed", "{cycle} 已关闭，{address} 没有自评分")
_ALL_MISSING = Bilingual(
    "{owner} has scored none of its {count} key results, and {cycle} is closed",
    "{cycle} 已关闭，{owner} 的 {count} 条关键结果都没有自评分",
)
_REMEDY = Bilingual(
    "write in {path}: scores: [{{kr: {address}, score: 0.7}}]",
    "在 {path} 里写：scores: [{{kr: {address}, score: 0.7}}]",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every sheet of a closed cycle whose retrospective could be read."""
    workspace = context.workspace
    doubtful = sheets_in_doubt(context)
    closed = {cycle.id for cycle in workspace.cycles.values() if cycle.state == "closed"}
    for sheet in sorted(workspace.sheets):
        if sheet.cycle not in closed or sheet in doubtful or _path(sheet) in workspace.broken:
            continue
        unscored = context.scores.owner(sheet).unscored
        if len(unscored) > 1 and not _has_scores(context, sheet):
            yield _all_missing(context, sheet, unscored)
            continue
        for key in unscored:
            message = _ONE_MISSING.format(address=key.address(), cycle=key.cycle)
            yield found(RULE, _place(context, key), message, _remedy(key))


def _has_scores(context: Context, sheet: SheetKey) -> bool:
    """Whether anything on a sheet is scored."""
    goals = context.graph.goals
    objectives = (goal.key for goal in objectives_of(goals, sheet, context.workspace))
    return any(context.scores.score(key) is not None for key in objectives)


def _all_missing(context: Context, sheet: SheetKey, unscored: tuple[GoalKey, ...]) -> Diagnostic:
    retros = {
        (file.identity["cycle"], file.identity["owner"]): file for file in context.workspace.others_of(Kind.RETRO)
    }
    retro = retros.get((sheet.cycle, sheet.owner))
    place = retro.place.at("scores").key() if retro else context.workspace.sheets[sheet].at("objectives").key()
    owner = context.workspace.name_of(sheet.owner)
    message = _ALL_MISSING.format(owner=owner, count=len(unscored), cycle=sheet.cycle)
    return found(RULE, place, message, _remedy(unscored[0]))


def _place(context: Context, key: GoalKey) -> Place:
    """The entry without a score, else the goal itself."""
    entry = context.scores.of(key)
    if entry is None:
        return context.graph.goals[key].place.at("title")
    return entry.place.at("kr" if entry.record.kr else "objective")


def _remedy(key: GoalKey) -> Bilingual:
    address = "/".join(part for part in (key.objective, key.key_result) if part)
    return _REMEDY.format(path=_path(key.sheet), address=address)


def _path(sheet: SheetKey) -> str:
    return path_of(Kind.RETRO, cycle=sheet.cycle, owner=sheet.owner)
