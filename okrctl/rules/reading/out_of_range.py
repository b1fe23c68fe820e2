"""A value that its key does not allow.

## What it does

Reports values that have the right form but are impossible: a confidence of 12, 30 February, week 60, a weight of 130,
infinity, a status that is not one of the five, a cycle that ends before it starts.

## Why it matters

Every figure based on it would be wrong, and no report would show why.

## How to fix

Write a value from the range or list given in the finding.

---

值超出范围。

## 检查什么

报告格式正确但不可能的值：信心指数 12、2 月 30 日、第 60 周、权重 130、无穷大、五种状态之外的状态、结束早于开始的周期。

## 为什么重要

由它汇总出来的数字都会错，而报告里看不出原因。

## 如何修改

按提示给出的范围或可取的值改写。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = "updates:\n  - kr: growth/O1/KR1\n    value: 34\n    {key}: {value}\n    progress: The checklist won.\n"
_ZH = "updates:\n  - kr: 增长部/O1/KR1\n    value: 34\n    {key}: {value}\n    progress: 新手清单胜出。\n"
RULE = Rule(
    "OKR009",
    "out-of-range",
    Severity.ERROR,
    Bilingual("a value out of range", "值超出范围"),
    bad=(
        note("en", _EN.format(key="confidence", value="70")),
        note("en", _EN.format(key="status", value="green")),
        note("zh", _ZH.format(key="confidence", value="70")),
        note("zh", _ZH.format(key="status", value="正常")),
    ),
    good=(
        note("en", _EN.format(key="confidence", value="7")),
        note("en", _EN.format(key="status", value="on_track")),
        note("zh", _ZH.format(key="confidence", value="7")),
        note("zh", _ZH.format(key="status", value="on_track")),
    ),
)
