"""A key that okrctl does not know.

## What it does

Compares every key with those allowed in this kind of file. Reports the others, with the closest known key.

## Why it matters

A misspelt `aligns_too` would leave a goal unaligned, and nobody would see why.

## How to fix

Correct the key. Put your company's own fields under a person's `attributes`, or in a comment.

---

okrctl 不认识的键。

## 检查什么

把每个键与这类文件可用的键对照，不认识的会提示，并给出最接近的一个。

## 为什么重要

把 aligns_to 写成 aligns_too，目标就成了未对齐，而没有人看得出原因。

## 如何修改

改正这个键。公司自己的字段写在人员的 attributes 里，或写成注释。
"""

from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = "updates:\n  - kr: growth/O1/KR1\n    value: 34\n    {key}: The checklist alone brought 1.9 points.\n"
_ZH = "updates:\n  - kr: 增长部/O1/KR1\n    value: 34\n    {key}: 新手清单单独带来 1.9 个百分点。\n"
_ORG_EN = "people:\n  kim: {{name: Kim Vos, team: growth, {more}}}\n"
_ORG_ZH = "people:\n  陈晨: {{name: 陈晨, team: 增长部, {more}}}\n"
RULE = Rule(
    "OKR006",
    "unknown-key",
    Severity.ERROR,
    Bilingual("an unknown key", "未知的键"),
    bad=(
        note("en", _EN.format(key="progres")),
        Example("en", {"org/sales.yaml": _ORG_EN.format(more="contract: full_time")}),
        note("zh", _ZH.format(key="进展")),
        Example("zh", {"org/sales.yaml": _ORG_ZH.format(more="合同: 全职")}),
    ),
    good=(
        note("en", _EN.format(key="progress")),
        Example("en", {"org/sales.yaml": _ORG_EN.format(more="attributes: {contract: full_time}")}),
        note("zh", _ZH.format(key="progress")),
        Example("zh", {"org/sales.yaml": _ORG_ZH.format(more="attributes: {合同: 全职}")}),
    ),
)
