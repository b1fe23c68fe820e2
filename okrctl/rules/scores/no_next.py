"""Unfinished goals, and no word of what becomes of them.

## What it does

Looks at the key results that are scored: is one of them not complete, by the `completion` that is written or by what
the notes add up to? If no entry for the sheet says `next`, this is reported, once for a sheet. Dropped goals do not
count.

## Why it matters

What is unfinished and not decided goes on by itself: people keep working on it beside the new goals, or stop without
anybody having said so. `okrctl rollover` starts the next cycle from what is carried and revised.

## How to fix

Decide for each: `next: carry` goes on as it is, `next: revise` with another target, measure or method, `next: drop`
ends here. It is fine to ignore this advice where the decision is made elsewhere, for all goals at once.

---

有没完成的目标，却没有写下个周期怎么办。

## 检查什么

看打了分的关键结果里，有没有没完成的（以 completion 为准，没写的按进展算出的进度）：
有没完成的，而整张表没有任何一条写了 next，就提示，每张表一次。已终止的不算。

## 为什么重要

没完成又没有决定的事，会自己延续下去：有人在新目标之外继续做，有人悄悄停下，谁都没有说过。
okrctl rollover 就是从“延续”和“调整后延续”的目标开始下个周期的。

## 如何修改

逐条决定：next: carry 原样延续，next: revise 换目标值、衡量方式或方法后延续，next: drop 到此为止。
如果去留在别处统一决定，可以保留。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual, listed
from okrctl.rules.casts import retro
from okrctl.rules.context import Context
from okrctl.rules.scores.scored import FULL, Scored, completion, scored
from okrctl.workspace.index import SheetKey

_SCORES = """\
scores:
  - {{kr: O1/KR1, score: 0.8, completion: {first}{next}}}
  - {{kr: O1/KR2, score: {second}, completion: {second}}}
"""


def _scores(first: float, second: float, following: str = "") -> str:
    return _SCORES.format(first=first, second=second, next=following)


RULE = Rule(
    "OKR507",
    "no-next",
    Severity.ADVICE,
    Bilingual("unfinished, and nothing carried, revised or dropped", "没有完成，也没有延续、调整或终止"),
    bad=(
        retro("en", _scores(0.8, 0.6)),
        retro("en", _scores(1, 0.9)),
        retro("zh", _scores(0.8, 0.6)),
        retro("zh", _scores(1, 0.9)),
    ),
    good=(
        retro("en", _scores(0.8, 0.6, ", next: revise")),
        retro("en", _scores(1, 0.9).replace("completion: 0.9", "completion: 1")),
        retro("zh", _scores(0.8, 0.6, ", next: revise")),
        retro("zh", _scores(1, 0.9).replace("completion: 0.9", "completion: 1")),
    ),
    depends_on_time=True,
)

_ONE = Bilingual(
    "{address} is unfinished, and nobody says what becomes of it", "{address} 没有完成，也没有写下个周期怎么办"
)
_SEVERAL = Bilingual(
    "{count} key results are unfinished ({addresses}), and of none is it said what becomes of it",
    "{count} 条关键结果没有完成（{addresses}），都没有写下个周期怎么办",
)
_REMEDY = Bilingual(
    "decide for each: next: carry, next: revise or next: drop", "逐条决定：next: carry、next: revise 或 next: drop"
)
_MOST_NAMED = 3


def check(context: Context) -> Iterator[Diagnostic]:
    """Every sheet of which something is scored and nothing is decided."""
    sheets: dict[SheetKey, list[Scored]] = {}
    for one in scored(context):
        if one.goal.key_result is not None:
            sheets.setdefault(one.goal.key.sheet, []).append(one)
    decided = _decided(context) if sheets else frozenset()
    for sheet, goals in sheets.items():
        unfinished = [] if sheet in decided else [one for one in goals if not _is_complete(context, one)]
        if unfinished:
            yield found(RULE, unfinished[0].entry.place.at("kr"), _message(unfinished), _REMEDY)


def _decided(context: Context) -> frozenset[SheetKey]:
    """The sheets of which it is said of one goal at least, scored or not, what becomes of it."""
    goals = context.graph.goals
    entries = ((key, context.scores.of(key)) for key in goals if goals[key].dropped_on is None)
    return frozenset(key.sheet for key, entry in entries if entry is not None and entry.record.next)


def _is_complete(context: Context, one: Scored) -> bool:
    return completion(context, one.goal, one.cycle) >= FULL


def _message(unfinished: list[Scored]) -> Bilingual:
    addresses = [one.goal.key.address() for one in unfinished]
    if len(addresses) == 1:
        return _ONE.format(address=addresses[0])
    named = [*addresses[:_MOST_NAMED], *(["…"] if len(addresses) > _MOST_NAMED else [])]
    return _SEVERAL.format(count=len(addresses), addresses=listed(named))
