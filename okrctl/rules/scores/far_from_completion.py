"""A score that is far from the completion, and no word why.

## What it does

Compares every `score` with the completion: the one that is written, else what the notes add up to at the end of the
cycle, at most 100 %. More than 0.2 between them without `because` is reported. Dropped goals are not checked.

## Why it matters

The score is not the completion: it weighs how hard the goal was and what was our own doing. That is exactly why it
needs a sentence where the two part. With the sentence, the next cycle learns something; without it, a reader thinks of
a mistake, or of a favour.

## How to fix

Write in `because` what the number does not show: luck, a market that turned, help from others, far more effort than
planned. If the notes are wrong or incomplete, write the `completion` as you know it. If you cannot name a reason, the
score is probably the wrong one. The finding is fine to leave where everybody who reads it was there: ignore it.

---

自评分与完成程度相差较大，没有写原因。

## 检查什么

把每个自评分（score）与完成程度对照：写了 completion 的以它为准，没写的按周期结束时进展算出的进度，最高 100%。
相差超过 0.2 而没有写 because 的，就提示。已终止的不检查。

## 为什么重要

自评分不等于完成程度，它还要看困难程度和努力程度。正因为这样，两者不一致的地方才需要一句话。
有了这句话，下个周期就学到了东西；没有，看的人会以为是填错了，或者是手下留情。

## 如何修改

在 because 里写出数字看不出来的：运气、市场变化、别人的帮助、远超预期的投入。进展记录不全或不准的，
写上你掌握的 completion。如果说不出原因，多半是分数打得不对。看的人都在场、心里都清楚的，可以保留。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.progress.rollup import clamped
from okrctl.progress.step import percent
from okrctl.rules.casts import retro
from okrctl.rules.context import Context
from okrctl.rules.followup.followed import unread
from okrctl.rules.scores.scored import Scored, apart, completion, scored, shown

_FAR = 0.2
_EN = "scores:\n  - {{kr: O1/KR1, score: 0.7, {rest}, cause: resources, next: revise}}\n"
_ZH = "scores:\n  - {{kr: O1/KR1, score: 0.7, {rest}, cause: resources, next: revise}}\n"
_WHY_EN = 'completion: 0.4, because: "The provider was down for two weeks; what is left works without us"'
_WHY_ZH = "completion: 0.4, because: 服务商宕机两周，剩下的已经不用我们介入"
_NOTE_EN = "updates:\n  - {kr: growth/O1/KR1, value: 32.8, progress: The checklist keeps two teams more.}\n"
_NOTE_ZH = "updates:\n  - {kr: 增长部/O1/KR1, value: 32.8, progress: 新手清单每百家多留住两家客户。}\n"
RULE = Rule(
    "OKR502",
    "far-from-completion",
    Severity.WARNING,
    Bilingual("a score far from the completion, without a reason", "自评分与完成程度相差较大，没有原因"),
    bad=(
        retro("en", _EN.format(rest="completion: 0.4")),
        retro("en", _EN.format(rest="effort: high"), {"cycles/2026-Q1/notes/2026-W13/wang.yaml": _NOTE_EN}),
        retro("zh", _ZH.format(rest="completion: 0.4")),
        retro("zh", _ZH.format(rest="effort: high"), {"cycles/2026-Q1/notes/2026-W13/王芳.yaml": _NOTE_ZH}),
    ),
    good=(
        retro("en", _EN.format(rest="completion: 0.9")),
        retro("en", _EN.format(rest=_WHY_EN)),
        retro("zh", _ZH.format(rest="completion: 0.9")),
        retro("zh", _ZH.format(rest=_WHY_ZH)),
    ),
    depends_on_time=True,
)

_MESSAGE = Bilingual(
    "{address}: a score of {score} at a completion of {completion}, and no reason",
    "{address} 自评分 {score}，完成程度 {completion}，没有写原因",
)
_NO_DATA = Bilingual(
    "{address}: a score of {score}, but no note says how far it came, and there is no reason",
    "{address} 自评分 {score}，进展里却没有填过进度，也没有写原因",
)
_REMEDY = Bilingual("write what the number does not show: because: …", "写出数字看不出来的：because: …")
_OR_COMPLETION = Bilingual(
    "write what the number does not show: because: …; or, where the notes are incomplete, completion: …",
    "写出数字看不出来的：because: …；进展记录不全的，写上 completion: …",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every scored goal without a reason."""
    missing = unread(context)
    for one in scored(context):
        if one.entry.record.because is not None:
            continue
        if one.entry.completion is None and missing.may_change(context, one.goal):
            continue
        share = completion(context, one.goal, one.cycle)
        if apart(one.score, clamped(share)) > _FAR:
            message = (_NO_DATA if _is_unknown(context, one) else _MESSAGE).format(
                address=one.goal.key.address(), score=shown(one.score), completion=percent(share, 1)
            )
            remedy = _OR_COMPLETION if one.entry.completion is None else _REMEDY
            yield found(RULE, one.entry.place.at("score"), message, remedy)


def _is_unknown(context: Context, one: Scored) -> bool:
    """Whether neither the entry nor any note says how far the goal came."""
    known = one.entry.completion is not None or context.figures_on(one.cycle.end).goal(one.goal.key).has_data
    return not known
