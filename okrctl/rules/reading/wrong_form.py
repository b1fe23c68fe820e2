"""A value of the wrong type or form.

## What it does

Compares every value with what its key expects: a number is digits only, a date is `2026-03-31`, a list is written in
brackets or with dashes, an address is `owner/objective/key result`. Shows what was found, and an example. A key result
has at most one of `metric`, `keep` and `milestones`, and `keep` has `min`, `max` or both, with `min` not above `max`.
A self-score is for one goal: `kr` names a key result or `objective` an objective, and not both stand in one entry.

## Why it matters

`40 %` is text to a computer; a list without brackets is one long name.

## How to fix

Write the value as in the example. Units belong under `unit`; write numbers without thousands separators.

---

值的类型或格式不对。

## 检查什么

把每个值与它的键要求的格式对照：数字只写数字，日期写 2026-03-31，列表用方括号或短横线，地址写 负责人/目标/关键结果。
提示里有实际的值和正确的例子。
一条关键结果最多写 metric、keep、milestones 中的一个；keep 至少写 min 或 max，且 min 不大于 max。
一条自评分只针对一个：关键结果写 kr，整个目标写 objective，不能两个都写，也不能写反。

## 为什么重要

“40 %”对计算机来说是文字；没有方括号的列表是一个很长的名字。

## 如何修改

按例子改写。单位写在 unit 里，数字不加千分位。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.casts import note, retro
from okrctl.rules.context import Context
from okrctl.rules.scores.named import check_form
from okrctl.rules.structure.kinds import check_kinds

_EN = (
    "updates:\n  - kr: growth/O1/KR1\n    value: {value}\n    progress: The checklist won.\n    evidence: {evidence}\n"
)
_ZH = "updates:\n  - kr: 增长部/O1/KR1\n    value: {value}\n    progress: 新手清单胜出。\n    evidence: {evidence}\n"
_SCORES = """\
scores:
  - {{kr: O1/KR1, score: 0.7, completion: 0.7, next: carry}}
  - {{kr: O1/KR2, score: 0.6, completion: 0.6}}
  - {{{objective}, score: 0.6, because: {because}}}
"""
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
        english(
            bob="""\
objectives:
  - id: O1
    title: Whoever asks us hears from us
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: First answers take 4 hours, metric: {start: 11, target: 4}, keep: {max: 4}}
      - {id: KR2, title: Nine of ten askers are content, keep: {unit: "%"}}
"""
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 客户来问，当天就有回音
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 首次响应降到 4 小时, metric: {start: 11, target: 4}, keep: {max: 4}}
      - {id: KR2, title: 十位客户九位满意, keep: {unit: "%"}}
"""
        ),
        retro("en", _SCORES.format(objective="kr: O1", because="The second half was the harder one")),
        retro("zh", _SCORES.format(objective="kr: O1/KR1, objective: O1", because="后一半更难")),
    ),
    good=(
        note("en", _EN.format(value="34.5", evidence=f"[{_LINK}]")),
        note("en", _EN.format(value="34", evidence="[]")),
        note("zh", _ZH.format(value="34.5", evidence=f"[{_LINK}]")),
        note("zh", _ZH.format(value="34", evidence="[]")),
        retro("en", _SCORES.format(objective="objective: O1", because="The second half was the harder one")),
        retro("zh", _SCORES.format(objective="objective: O1", because="后一半更难")),
    ),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """What only all the keys of a key result, or of a self-score, can show together."""
    yield from check_kinds(context)
    yield from check_form(context)
