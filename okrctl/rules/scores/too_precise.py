"""A score with more than two decimals.

## What it does

Counts the decimals of every `score`: two at most. Zeros at the end do not count; `completion` may have as many as it
likes.

## Why it matters

A score is a judgement, weighed from completion, difficulty and effort. Nobody can tell 0.725 from 0.73, and a third
decimal looks as if it had been calculated: mostly it is the completion, copied.

## How to fix

Round it, to one decimal as a rule: `score: 0.7`. What was calculated belongs into `completion`. There is hardly a case
in which this finding should be left.

---

自评分的小数超过两位。

## 检查什么

看每个 score 有几位小数，最多两位；末尾的零不算。completion 不限。

## 为什么重要

自评分是判断，由完成程度、困难程度和努力程度权衡得出。没有人分得清 0.725 和 0.73，
第三位小数看上去像是算出来的：多半就是把完成程度抄了过来。

## 如何修改

四舍五入，一般一位小数就够：score: 0.7。算出来的数写在 completion 里。这条几乎没有需要保留的情况。
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import retro
from okrctl.rules.context import Context
from okrctl.rules.scores.scored import MOST_DECIMALS, decimals

_SCORES = "scores:\n  - {{kr: O1/KR1, score: {score}, completion: 0.725, next: carry}}\n"
RULE = Rule(
    "OKR508",
    "too-precise",
    Severity.WARNING,
    Bilingual("a score with more than two decimals", "自评分的小数超过两位"),
    bad=(
        retro("en", _SCORES.format(score="0.725")),
        retro("en", _SCORES.format(score="0.6667")),
        retro("zh", _SCORES.format(score="0.725")),
        retro("zh", _SCORES.format(score="0.6667")),
    ),
    good=(
        retro("en", _SCORES.format(score="0.73")),
        retro("en", _SCORES.format(score="0.700")),
        retro("zh", _SCORES.format(score="0.73")),
        retro("zh", _SCORES.format(score="0.700")),
    ),
)

_MESSAGE = Bilingual(
    "{address} is scored {score}: a judgement has two decimals at most", "{address} 自评分 {score}，最多写两位小数"
)
_REMEDY = Bilingual("write score: {rounded}", "改为 score: {rounded}")


def check(context: Context) -> Iterator[Diagnostic]:
    """Every entry that counts, of dropped goals as well."""
    for key in context.graph.goals:
        entry = context.scores.of(key)
        if entry is not None and entry.score is not None and decimals(entry.score) > MOST_DECIMALS:
            rounded = Decimal(repr(entry.score)).quantize(Decimal("0.01"), ROUND_HALF_UP)
            message = _MESSAGE.format(address=key.address(), score=entry.score)
            yield found(RULE, entry.place.at("score"), message, _REMEDY.format(rounded=rounded))
