"""A symbolic link that leaves the workspace, or leads nowhere.

## What it does

Follows symbolic links as long as they stay inside the workspace. Those that leave it, and those that lead to themselves
or to nothing, are reported and not followed.

## Why it matters

A link to the outside leads to a different file on every computer, and on a build server that file might be a secret.

## How to fix

Put the file into the workspace. To read another workspace as well, write `include: [../okrs]` in okrctl.yaml.

---

符号链接指向工作区之外，或没有目标。

## 检查什么

符号链接只要留在工作区内就会跟随；指向外面的、指向自身或不存在位置的，会提示且不跟随。

## 为什么重要

指向外面的链接，在每台电脑上都是不同的文件；在构建服务器上，还可能是机密。

## 如何修改

把文件放进工作区。要一并读取另一个工作区，在 okrctl.yaml 里写 include: [../okrs]。
"""

from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual

_EN = "thanks:\n  - {to: bob, for: Rebuilt the import over the weekend}\n"
_ZH = "thanks:\n  - {to: 李强, for: 周末重写了数据导入}\n"
_WANG = "cycles/2026-Q1/notes/2026-W07/wang.yaml"
_FANG = "cycles/2026-Q1/notes/2026-W07/王芳.yaml"
RULE = Rule(
    "OKR013",
    "link-outside",
    Severity.ERROR,
    Bilingual("a link that leaves the workspace or leads nowhere", "符号链接指向工作区之外或没有目标"),
    bad=(
        Example("en", {}, {_WANG: "../../../../../wang.yaml"}),
        Example("en", {}, {_WANG: "wang.yaml"}),
        Example("zh", {}, {_FANG: "../../../../../王芳.yaml"}),
        Example("zh", {}, {_FANG: "王芳.yaml"}),
    ),
    good=(
        Example("en", {"drafts/note.yaml": _EN}, {_WANG: "../../../../drafts/note.yaml"}),
        Example("en", {_WANG: _EN}),
        Example("zh", {"drafts/note.yaml": _ZH}, {_FANG: "../../../../drafts/note.yaml"}),
        Example("zh", {_FANG: _ZH}),
    ),
)
