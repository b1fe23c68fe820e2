"""A required key is missing.

## What it does

Reports missing keys that an entry means nothing without: the `id` or `title` of a goal, the `kr` of an update, the
`team` of a person, the `because` of a dropped goal. Also reports a workspace without org.yaml or without a cycle, and a
cycle whose dates follow neither from its name nor from its cycle.yaml. A self-score needs `kr` or `objective`.

## Why it matters

okrctl does not guess. A file with a missing key is left out as a whole; of self-scores, only the one that names no
goal.

## How to fix

Add the key; the finding shows an example.

---

缺少必需的键。

## 检查什么

报告少了就说不清的键：目标的 id、title，进展的 kr，人员的 team，终止的 because。
没有 org.yaml 或没有任何周期的工作区、名字和 cycle.yaml 都看不出日期的周期，也会提示。
自评分要写 kr 或 objective。

## 为什么重要

okrctl 不猜。缺了必需的键，整个文件都不会采用；自评分没写针对什么的，只有那一条不采用。

## 如何修改

补上这个键，提示里有例子。
"""

from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note, retro
from okrctl.rules.scores.named import check_missing as check

__all__ = ["RULE", "check"]

_EN = "updates:\n  - {kr}value: 34\n    progress: The checklist alone brought 1.9 points.\n"
_ZH = "updates:\n  - {kr}value: 34\n    progress: 新手清单单独带来 1.9 个百分点。\n"
_ORG_EN = "people:\n  kim: {{name: Kim Vos{team}}}\n"
_ORG_ZH = "people:\n  陈晨: {{name: 陈晨{team}}}\n"
_SCORES = """\
scores:
  - {{kr: O1/KR1, score: 0.7, completion: 0.7, next: carry}}
  - {{{kr}score: 0.6, completion: 0.6}}
"""
RULE = Rule(
    "OKR007",
    "missing-key",
    Severity.ERROR,
    Bilingual("a missing key", "缺少必需的键"),
    bad=(
        note("en", _EN.format(kr="")),
        Example("en", {"org/sales.yaml": _ORG_EN.format(team="")}),
        note("zh", _ZH.format(kr="")),
        Example("zh", {"org/sales.yaml": _ORG_ZH.format(team="")}),
        retro("en", _SCORES.format(kr="")),
        retro("zh", _SCORES.format(kr="")),
    ),
    good=(
        note("en", _EN.format(kr="kr: growth/O1/KR1\n    ")),
        Example("en", {"org/sales.yaml": _ORG_EN.format(team=", team: growth")}),
        note("zh", _ZH.format(kr="kr: 增长部/O1/KR1\n    ")),
        Example("zh", {"org/sales.yaml": _ORG_ZH.format(team=", team: 增长部")}),
        retro("en", _SCORES.format(kr="kr: O1/KR2, ")),
        retro("zh", _SCORES.format(kr="kr: O1/KR2, ")),
    ),
)
