"""It was easy, or luck, and the score is full.

## What it does

Reports every aspirational goal that is scored 1.0 although it was `difficulty: easier` than thought or took `effort:
low`. Committed ones are left out: below 1.0 they would be a miss. A score of an objective is looked at only where none
of its key results is scored.

## Why it matters

1.0 means nearly impossible, and done. Where the market ran for us or somebody else did the work, the completion is full
and the score is not: the point of the score is to tell apart what we can do again from what happened to us.

## How to fix

Score what was your own doing: full completion of something easy is about 0.3 to 0.5. Or correct `difficulty` and
`effort`, if they were written too modestly. It is fine to ignore this finding where one of the two alone does not tell
the story, and `because` does.

---

很容易，或者靠运气，却打了满分。

## 检查什么

愿景型目标写了比预期容易（difficulty: easier）或努力程度低（effort: low），自评分却是 1.0，就提示。
承诺型的不算，低于 1.0 就成了没有达成。目标自己的分，只在关键结果都没有打分时才看。

## 为什么重要

1.0 是几乎不可能、却做到了。市场帮了忙，或者主要是别人做的，完成程度可以是满的，自评分不是：
打分就是要分清，哪些我们下次还能做到，哪些只是碰上了。

## 如何修改

只给自己做到的部分打分：容易的事全部完成，大约 0.3 到 0.5。如果是 difficulty 或 effort 写得太谦虚，就改过来。
单看其中一项说明不了问题、because 里已经讲清楚的，可以保留。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual, listed
from okrctl.rules.casts import retro
from okrctl.rules.context import Context
from okrctl.rules.scores.scored import FULL, is_committed, scored_lowest

_SCORES = "scores:\n  - {{kr: O1/KR1, score: {score}, completion: 1, {how}, because: {why}}}\n"
_WHY_EN = "A large customer sent us its whole branch"
_WHY_ZH = "一家大客户把整个分公司都带来了"
RULE = Rule(
    "OKR506",
    "easily-full",
    Severity.WARNING,
    Bilingual("easy or with low effort, and a full score", "容易或努力程度低，却是满分"),
    bad=(
        retro("en", _SCORES.format(score="1.0", how="difficulty: easier", why=_WHY_EN)),
        retro("en", _SCORES.format(score="1.0", how="effort: low", why=_WHY_EN)),
        retro("zh", _SCORES.format(score="1.0", how="difficulty: easier", why=_WHY_ZH)),
        retro("zh", _SCORES.format(score="1.0", how="effort: low", why=_WHY_ZH)),
    ),
    good=(
        retro("en", _SCORES.format(score="0.5", how="difficulty: easier", why=_WHY_EN)),
        retro("en", _SCORES.format(score="1.0", how="effort: high", why=_WHY_EN)),
        retro("zh", _SCORES.format(score="0.5", how="difficulty: easier", why=_WHY_ZH)),
        retro("zh", _SCORES.format(score="1.0", how="effort: high", why=_WHY_ZH)),
    ),
)

_MESSAGE = Bilingual("{address} is scored 1.0, and {how}", "{address} 自评分 1.0，却写了{how}")
_BOTH = Bilingual(
    "it was easier than thought and took little effort",
    "比预期容易（difficulty: easier）、努力程度低（effort: low）",
)
_EASY = Bilingual("it was easier than thought", "比预期容易（difficulty: easier）")
_LITTLE = Bilingual("it took little effort", "努力程度低（effort: low）")
_REMEDY = Bilingual(
    "score what was your own doing, for example score: 0.5; or, if that is not how it was, write {keys}",
    "只给自己做到的部分打分，例如 score: 0.5；如果实际并非如此，改为 {keys}",
)
_HERE = Bilingual("written here", "写在这里")


def check(context: Context) -> Iterator[Diagnostic]:
    """Every scored goal that is not committed."""
    for one in scored_lowest(context):
        easy, little = one.entry.record.difficulty == "easier", one.entry.record.effort == "low"
        if one.score < FULL or not (easy or little) or is_committed(context, one.goal):
            continue
        keys = [*(["difficulty"] if easy else []), *(["effort"] if little else [])]
        how = _BOTH if len(keys) > 1 else _EASY if easy else _LITTLE
        message = _MESSAGE.format(address=one.goal.key.address(), how=how)
        remedy = _REMEDY.format(keys=listed(f"{key}: expected" for key in keys))
        related = (Related(one.entry.place.at(key), _HERE) for key in keys)
        yield found(RULE, one.entry.place.at("score"), message, remedy, *related)
