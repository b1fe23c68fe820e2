"""Text that is not YAML.

## What it does

Reports the place where a file stops being YAML: a tab as indentation, a quote or bracket that is never closed, a text
that begins with `@`, `%` or a backtick, a colon and a space inside a text, a tag, an alias without an anchor.

## Why it matters

Nothing in such a file can be trusted, so none of it is read; the other files are.

## How to fix

Put quotes around the text: `title: "Retention: from 31 % to 40 %"`. Inside double quotes a backslash has a special
meaning; inside single quotes it does not. Indent with two spaces.

---

不是有效的 YAML。

## 检查什么

指出文件从哪里开始不再是 YAML：用制表符缩进、引号或括号没有结束、文字以 @、%、反引号开头、
文字中有冒号加空格、YAML 标签、没有锚点的别名。

## 为什么重要

这样的文件里没有一处可信，所以整个文件都不读；其他文件照常读取。

## 如何修改

给文字加上引号：title: "留存率: 从 31% 到 40%"。双引号里反斜杠有特殊含义，单引号里没有。用两个空格缩进。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = "updates:\n  - kr: growth/O1/KR1\n    value: 34\n    progress: {progress}\n"
_ZH = "updates:\n  - kr: 增长部/O1/KR1\n    value: 34\n    progress: {progress}\n"
RULE = Rule(
    "OKR002",
    "not-yaml",
    Severity.ERROR,
    Bilingual("not YAML", "不是有效的 YAML"),
    bad=(
        note("en", _EN.format(progress="@alice and I won two of three experiments.")),
        note("en", _EN.format(progress="Two results: the checklist won, the tour lost.")),
        note("en", _EN.format(progress='"The checklist alone brought 1.9 points.')),
        note("zh", _ZH.format(progress="@李强 负责的三个实验赢了两个。")),
        note("zh", _ZH.format(progress="两个结果: 清单胜出，导览落败。")),
    ),
    good=(
        note("en", _EN.format(progress='"@alice and I won two of three experiments."')),
        note("en", _EN.format(progress='"Two results: the checklist won, the tour lost."')),
        note("zh", _ZH.format(progress='"@李强 负责的三个实验赢了两个。"')),
        note("zh", _ZH.format(progress='"两个结果: 清单胜出，导览落败。"')),
    ),
)
