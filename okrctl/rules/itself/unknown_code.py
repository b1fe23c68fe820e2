"""A code that belongs to no rule.

## What it does

Looks up the codes in ignore comments and under `rules` in okrctl.yaml: a code (`OKR306`) or a family (`OKR3`).

## Why it matters

A mistyped code changes nothing, while you believe that it did.

## How to fix

Write the code of a rule (`OKR306`) or of a family (`OKR3`); `okrctl explain OKR306` shows what a rule is about.

---

没有这个编号的规则。

## 检查什么

核对忽略注释和 okrctl.yaml 的 rules 里的编号：可以是规则编号（OKR306），也可以是规则族（OKR3）。

## 为什么重要

编号写错了，什么也不会改变，自己却以为改了。

## 如何修改

改成规则编号（OKR306）或规则族（OKR3）；okrctl explain OKR306 可查看规则说明。
"""

from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = "version: 1\nname: Starling\nrules: {{{code}: warning}}\n"
_ZH = "version: 1\nname: 云帆科技\nlanguage: zh\nrules: {{{code}: warning}}\n"
_NOTE_EN = "# okrctl: ignore-file[{code}] a freelancer\nthanks:\n  - {{to: frida, for: Drew all the icons}}\n"
_NOTE_ZH = "# okrctl: ignore-file[{code}] 外部顾问\nthanks:\n  - {{to: 周舟, for: 画了全部图标}}\n"
_THANKS_EN = "# okrctl: ignore-file[OKR1O1] a freelancer\nthanks:\n  - {to: bob, for: Drew all the icons}\n"
_THANKS_ZH = "# okrctl: ignore-file[OKR1O1] 外部顾问\nthanks:\n  - {to: 李强, for: 画了全部图标}\n"
RULE = Rule(
    "OKR902",
    "unknown-code",
    Severity.WARNING,
    Bilingual("an unknown code in an ignore or in rules", "忽略注释或 rules 里的编号不存在"),
    bad=(
        Example("en", {"okrctl.yaml": _EN.format(code="OKR20")}),
        note("en", _THANKS_EN),
        Example("zh", {"okrctl.yaml": _ZH.format(code="OKR20")}),
        note("zh", _THANKS_ZH),
    ),
    good=(
        Example("en", {"okrctl.yaml": _EN.format(code="OKR201")}),
        note("en", _NOTE_EN.format(code="OKR101")),
        Example("zh", {"okrctl.yaml": _ZH.format(code="OKR1")}),
        note("zh", _NOTE_ZH.format(code="OKR1")),
    ),
)
