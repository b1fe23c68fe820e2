"""A workspace in a format newer than this okrctl.

## What it does

Compares `version` in okrctl.yaml with the newest format that this program reads.

## Why it matters

In a newer format the same keys may mean something else; figures would be wrong without any warning.

## How to fix

Upgrade okrctl. `version` is not the version of your goals: leave it at 1.

---

工作区的格式比当前 okrctl 新。

## 检查什么

把 okrctl.yaml 里的 version 与当前程序支持的最新格式对照。

## 为什么重要

新格式里同样的键可能有别的含义，算出来的数字会错，而且没有任何提示。

## 如何修改

升级 okrctl。version 不是目标的版本：请保留为 1。
"""

from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual

_EN = "version: {version}\nname: Starling\n"
_ZH = "version: {version}\nname: 云帆科技\nlanguage: zh\n"
RULE = Rule(
    "OKR012",
    "newer-format",
    Severity.ERROR,
    Bilingual("a format newer than this okrctl", "格式比当前 okrctl 新"),
    bad=(
        Example("en", {"okrctl.yaml": _EN.format(version=2)}),
        Example("en", {"okrctl.yaml": _EN.format(version=2026)}),
        Example("zh", {"okrctl.yaml": _ZH.format(version=2)}),
        Example("zh", {"okrctl.yaml": _ZH.format(version=2026)}),
    ),
    good=(
        Example("en", {"okrctl.yaml": _EN.format(version=1)}),
        Example("en", {"okrctl.yaml": "name: Starling\n"}),
        Example("zh", {"okrctl.yaml": _ZH.format(version=1)}),
        Example("zh", {"okrctl.yaml": "name: 云帆科技\nlanguage: zh\n"}),
    ),
)
