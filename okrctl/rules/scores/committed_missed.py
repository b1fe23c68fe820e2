"""A committed goal below 1.0, and no main cause.

## What it does

Reports every committed goal that is scored below 1.0 and names no `cause`. A score of an objective is looked at only
where none of its key results is scored.

## Why it matters

Committed goals are promises, and others have planned with them. Unlike an aspirational goal, which ends well at 0.7, a
committed one below 1.0 is a miss. Nobody is to blame for it by that alone, but whoever relied on it should learn what
it was, and whether the next promise stands on firmer ground.

## How to fix

Choose the cause that weighed most: `cause: resources`; what happened belongs into `because`, what follows from it into
`next` and `next_cycle`. If the goal was an exploration in truth, it should have been aspirational: say so, and choose
`cause: goal`. It is fine to ignore this finding where 1.0 was missed by a rounding that nobody noticed.

---

承诺型目标没有达成，没有写主要原因。

## 检查什么

承诺型目标的自评分低于 1.0、又没有写 cause 的，就提示。目标自己的分，只在关键结果都没有打分时才看。

## 为什么重要

承诺型目标是承诺，别人的计划建立在它上面。愿景型目标做到 0.7 就很好，承诺型目标低于 1.0 就是没有达成。
这不等于要追究谁，但依赖它的人应该知道原因，也应该知道下一次承诺是否更靠得住。

## 如何修改

选影响最大的一个：cause: resources；经过写在 because 里，由此要改的写在 next 和 next_cycle 里。
如果它其实是一次探索，当初就该定为愿景型：写 cause: goal 并说明。只差一点点、没有人会察觉的，可以保留。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language
from okrctl.rules.casts import retro
from okrctl.rules.context import Context
from okrctl.rules.scores.scored import FULL, is_committed, scored_lowest, shown

_SHEET_EN = """\
objectives:
  - id: O1
    title: Every customer is moved to the new data centre and notices nothing
    kind: {kind}
    aligns_to: [company/O1/KR1]
    key_results:
      - {{id: KR1, title: All 400 customers are moved by 20 March, metric: {{start: 0, target: 400}}}}
      - {{id: KR2, title: No outage of more than five minutes until 31 March}}
"""
_SHEET_ZH = """\
objectives:
  - id: O1
    title: 全部老客户平稳迁到新机房，没有人察觉
    kind: {kind}
    aligns_to: [公司/O1/KR1]
    key_results:
      - {{id: KR1, title: 3 月 20 日前 400 家客户全部迁完, metric: {{start: 0, target: 400, unit: 家}}}}
      - {{id: KR2, title: 迁移期间无超过 5 分钟的中断}}
"""
_SCORES = "scores:\n  - {{kr: O1/KR1, score: {score}, completion: {score}, next: carry{rest}}}\n"


def _example(language: Language, score: float, rest: str = "", kind: str = "committed") -> Example:
    owner, sheet = ("growth", _SHEET_EN) if language == "en" else ("增长部", _SHEET_ZH)
    return retro(language, _SCORES.format(score=score, rest=rest), {f"{owner}.yaml": sheet.format(kind=kind)})


RULE = Rule(
    "OKR505",
    "committed-missed",
    Severity.WARNING,
    Bilingual("committed and below 1.0, without a cause", "承诺型目标没有达成，没有主要原因"),
    bad=(
        _example("en", 0.9),
        _example("en", 0.2, ", because: The domains took three times as long"),
        _example("zh", 0.9),
        _example("zh", 0.2, ", because: 有独立域名的客户要花三倍时间"),
    ),
    good=(
        _example("en", 0.9, ", cause: resources"),
        _example("en", 0.9, kind="aspirational"),
        _example("zh", 0.9, ", cause: resources"),
        _example("zh", 0.9, kind="aspirational"),
    ),
)

_MESSAGE = Bilingual(
    "{address} is committed and scored {score}, and no main cause is named",
    "{address} 是承诺型目标，自评分 {score}，没有写主要原因",
)
_REMEDY = Bilingual(
    "name the main cause: cause: resources (or goal, method, collaboration, priority, market)",
    "写明主要原因：cause: resources（或 goal、method、collaboration、priority、market）",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every scored goal that is committed."""
    for one in scored_lowest(context):
        if one.score < FULL and one.entry.record.cause is None and is_committed(context, one.goal):
            message = _MESSAGE.format(address=one.goal.key.address(), score=shown(one.score))
            yield found(RULE, one.entry.place.at("score"), message, _REMEDY)
