"""A low score, and no main cause.

## What it does

Reports every score of 0.3 or below that names no `cause`. A score of an objective is looked at only where none of its
key results is scored; committed goals are OKR505's.

## Why it matters

A low score is no failure: it is where there is most to learn. But only if somebody says what it was. Six causes cover
nearly everything: the goal itself, the method, the collaboration, the resources, the priority, the market. Counted over
all teams, they show what the company has to change.

## How to fix

Choose the one that weighed most: `cause: method`; the story belongs into `because`. If you hesitate between two, ask
which one, had it been different, would have changed the result. It is fine to ignore this finding for a goal that was
never begun on purpose, if `because` says so.

---

自评分较低，没有写主要原因。

## 检查什么

自评分不高于 0.3、又没有写 cause 的，就提示。目标自己的分，只在关键结果都没有打分时才看；承诺型的见 OKR505。

## 为什么重要

分低不是失败，反而最值得学习，前提是有人说清楚原因。六类原因差不多够用：目标本身、方法、协作、资源、优先级、市场。
各个团队的原因放在一起，就能看出公司该改什么。

## 如何修改

选影响最大的一个：cause: method；来龙去脉写在 because 里。拿不准选哪个，就问：哪一项要是不一样，结果会不同？
有意没有启动的目标，在 because 里说明后可以保留。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import retro
from okrctl.rules.context import Context
from okrctl.rules.scores.scored import BUSINESS_AS_USUAL, is_committed, scored_lowest, shown

_EN = "scores:\n  - {{kr: O1/KR1, score: {score}, completion: 0.25, next: revise{rest}}}\n"
_ZH = "scores:\n  - {{kr: O1/KR1, score: {score}, completion: 0.25, next: revise{rest}}}\n"
RULE = Rule(
    "OKR503",
    "low-without-cause",
    Severity.WARNING,
    Bilingual("a score of 0.3 or below without a cause", "自评分不高于 0.3，没有主要原因"),
    bad=(
        retro("en", _EN.format(score=0.3, rest="")),
        retro("en", _EN.format(score=0.1, rest=", because: Nobody had the time")),
        retro("zh", _ZH.format(score=0.3, rest="")),
        retro("zh", _ZH.format(score=0.1, rest=", because: 没有人手做这件事")),
    ),
    good=(
        retro("en", _EN.format(score=0.3, rest=", cause: method")),
        retro("en", _EN.format(score=0.4, rest="")),
        retro("zh", _ZH.format(score=0.3, rest=", cause: method")),
        retro("zh", _ZH.format(score=0.4, rest="")),
    ),
)

_MESSAGE = Bilingual(
    "{address} is scored {score}, and no main cause is named", "{address} 自评分 {score}，没有写主要原因"
)
_REMEDY = Bilingual(
    "name the main cause: cause: method (or goal, collaboration, resources, priority, market)",
    "写明主要原因：cause: method（或 goal、collaboration、resources、priority、market）",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every scored goal that is not committed."""
    for one in scored_lowest(context):
        if one.score <= BUSINESS_AS_USUAL and one.entry.record.cause is None and not is_committed(context, one.goal):
            message = _MESSAGE.format(address=one.goal.key.address(), score=shown(one.score))
            yield found(RULE, one.entry.place.at("score"), message, _REMEDY)
