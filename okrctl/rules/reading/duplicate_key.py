"""A key that appears twice in one mapping.

## What it does

Reports every key that appears a second time in the same mapping. The first one counts.

## Why it matters

YAML parsers disagree about which of the two counts, and most say nothing. One of the two values is silently lost.

## How to fix

Keep one of the two. To report twice on the same goal, write two entries in the list.

---

同一处的键写了两次。

## 检查什么

报告同一个映射里第二次出现的键。以第一次为准。

## 为什么重要

哪一个算数，各家 YAML 解析器并不一致，而且大多一声不响：有人写下的两个值里，总有一个丢了。

## 如何修改

保留其中一个。要对同一个目标写两条进展，就在列表里写两项。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = "updates:\n  - kr: growth/O1/KR1\n    value: 34\n    progress: The checklist alone brought 1.9 points.\n{more}"
_ZH = "updates:\n  - kr: 增长部/O1/KR1\n    value: 34\n    progress: 新手清单单独带来 1.9 个百分点。\n{more}"
RULE = Rule(
    "OKR004",
    "duplicate-key",
    Severity.ERROR,
    Bilingual("a key that appears twice", "键重复"),
    bad=(
        note("en", _EN.format(more="    value: 35\n")),
        note("en", _EN.format(more="updates: []\n")),
        note("zh", _ZH.format(more="    value: 35\n")),
        note("zh", _ZH.format(more="updates: []\n")),
    ),
    good=(
        note("en", _EN.format(more="    confidence: 7\n")),
        note(
            "en", _EN.format(more="  - {kr: growth/O1/KR2, value: 61, progress: Two more in ten invited somebody.}\n")
        ),
        note("zh", _ZH.format(more="    confidence: 7\n")),
        note("zh", _ZH.format(more="  - {kr: 增长部/O1/KR2, value: 61, progress: 又有两成客户邀请了同事。}\n")),
    ),
)
