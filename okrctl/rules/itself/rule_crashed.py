"""One of okrctl's rules crashed.

## What it does

When a rule fails because of a bug in okrctl, the other rules still run, and this finding says which one failed.

## Why it matters

Whatever that rule would have found stays unknown.

## How to fix

Run the command again with `--debug` and report the output, with the file if you may share it. Until the bug is fixed,
you can turn the rule off: `rules: {OKR201: off}`.

---

okrctl 的某条规则运行出错。

## 检查什么

某条规则因为 okrctl 自身的缺陷而出错时，其他规则照常检查，并在这里说明是哪一条。

## 为什么重要

这条规则本来会发现什么，现在不知道。

## 如何修改

加上 --debug 再运行一次，把输出反馈给我们；文件若可以公开，也请附上。修复之前可以先关闭它：rules: {OKR201: off}。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual

# No file can show it: a file that could would be mended in okrctl.
RULE = Rule("OKR999", "rule-crashed", Severity.ERROR, Bilingual("a rule crashed", "规则运行出错"))
