"""A value of the wrong type or form.

## What it does

Compares every value with what its key takes: a number is digits alone, a date is `2026-03-31`, a list stands in
brackets or with dashes, an address is `owner/objective/key result`. Shows what was found, and an example.

## Why it matters

`40 %` is text to a computer; a list without brackets is one long name.

## How to mend

Write the value as in the example. Units belong under `unit`, thousands are written without separators.

---

值的类型或格式不对。

## 检查什么

把每个值与它的键要求的格式对照：数字只写数字，日期写 2026-03-31，列表用方括号或短横线，地址写 负责人/目标/关键结果。
提示里有实际的值和正确的例子。

## 为什么重要

“40 %”对计算机来说是文字；没有方括号的列表是一个很长的名字。

## 如何修改

按例子改写。单位写在 unit 里，数字不加千分位。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = (
    "updates:\n  - kr: growth/O1/KR1\n    value: {value}\n    progress: The checklist won.\n    evidence: {evidence}\n"
)
_ZH = "updates:\n  - kr: 增长部/O1/KR1\n    value: {value}\n    progress: 新手清单胜出。\n    evidence: {evidence}\n"
_LINK = "https://bi.starling.example/r/17"
RULE = Rule(
    "OKR008",
    "wrong-form",
    Severity.ERROR,
    Bilingual("a value of the wrong type or form", "值的类型或格式不对"),
    bad=(
        note("en", _EN.format(value="34 %", evidence=f"[{_LINK}]")),
        note("en", _EN.format(value="34", evidence=_LINK)),
        note("zh", _ZH.format(value="34 个百分点", evidence=f"[{_LINK}]")),
        note("zh", _ZH.format(value="34", evidence=_LINK)),
    ),
    good=(
        note("en", _EN.format(value="34.5", evidence=f"[{_LINK}]")),
        note("en", _EN.format(value="34", evidence="[]")),
        note("zh", _ZH.format(value="34.5", evidence=f"[{_LINK}]")),
        note("zh", _ZH.format(value="34", evidence="[]")),
    ),
)
