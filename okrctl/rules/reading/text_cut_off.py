"""A text that is cut off at a `#`.

## What it does

Finds texts without quotes that are followed by a space, a `#` and something other than a space: `Fixed issue #12`.

## Why it matters

A space and a `#` start a comment. `#12` is gone, and what is left still reads well.

## How to fix

Put quotes around the whole text: `title: "Fixed issue #12"`. In a real comment, leave a space after the `#`.

---

文字被 # 截断。

## 检查什么

查找没有加引号、后面紧跟“空格、#、非空格字符”的文字：修复问题 #12。

## 为什么重要

空格加 # 是注释的开始。“#12”已经丢了，剩下的读起来却很通顺。

## 如何修改

给整段文字加上引号：title: "修复问题 #12"。真正的注释，请在 # 后面留一个空格。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = "updates:\n  - kr: growth/O1/KR1\n    value: 34\n    progress: {progress}\n"
_ZH = "updates:\n  - kr: 增长部/O1/KR1\n    value: 34\n    progress: {progress}\n"
RULE = Rule(
    "OKR014",
    "text-cut-off",
    Severity.ERROR,
    Bilingual("a text that is cut off at a #", "文字被 # 截断"),
    bad=(
        note("en", _EN.format(progress="The checklist won, see ticket #12")),
        note("en", _EN.format(progress="Retention is our #1 and rose by 1.9 points")),
        note("zh", _ZH.format(progress="新手清单胜出，见工单 #12")),
        note("zh", _ZH.format(progress="本周 #1 的结果是清单胜出")),
    ),
    good=(
        note("en", _EN.format(progress='"The checklist won, see ticket #12"')),
        note("en", _EN.format(progress="The checklist won.  # the tour is still running")),
        note("zh", _ZH.format(progress='"新手清单胜出，见工单 #12"')),
        note("zh", _ZH.format(progress="新手清单胜出。  # 导览实验还在进行")),
    ),
)
