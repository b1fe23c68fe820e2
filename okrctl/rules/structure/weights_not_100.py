"""Weights of siblings that do not sum to 100.

## What it does

Adds up the weights of a sheet's objectives, and of each objective's key results, when all of them are written. The sum
must be 100 ± 0.1 (33.3 three times is fine), with or without those that were dropped. When only some are written, the
others share what is left; nothing left for them is reported too.

## Why it matters

Weights say what counts how much. If they do not add up, nobody knows whether a number was forgotten or a goal was
added later, and every progress above it is a guess.

## How to mend

Change the weights until they sum to 100, or delete them all: equal shares need no numbers. Forms in other tools often
show 100 for each objective (the sum of its own key results); copied here, that is no weight: leave it out.

---

同级权重之和不是 100。

## 检查什么

当一张表的全部目标（或一个目标的全部关键结果）都写了权重时，权重之和必须是 100 ± 0.1（三个 33.3 也可以），已终止的计入或不计入都可以。
只写了一部分时，其余的平分剩下的份额；没有剩余也会提示。

## 为什么重要

权重说明哪件事更重要。加起来不是 100，就不知道是漏写了，还是后来又加了目标，往上汇总的进度也就不可信。

## 如何修改

调整到合计 100，或者全部删掉：平分不需要写数字。有些表单会给每个目标显示 100（那是它下面关键结果的合计），抄过来就错了：删掉即可。
"""

from collections.abc import Iterator, Sequence

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.models.okr import KeyResult, Objective
from okrctl.rules.context import Context
from okrctl.source.place import Place

RULE = Rule(
    "OKR201",
    "weights-not-100",
    Severity.ERROR,
    Bilingual("weights do not sum to 100", "权重之和不是 100"),
    bad=(english(growth="TO BE WRITTEN"), chinese(增长部="TO BE WRITTEN")),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every sheet and every objective."""
    yield from ()
