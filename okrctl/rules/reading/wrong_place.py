"""A YAML file in the wrong place.

## What it does

Looks at YAML files in `org/`, `cycles/`, `reviews/`, `templates/` and `library/`, and at `okrctl.yml` and `org.yml`
next to okrctl.yaml. Reports files whose path okrctl does not recognise, files that end in `.yml`, notes in a folder
that is not a week, folders named like a file, and an `include` of a folder without okrctl.yaml. Attachments of a note,
kept in a folder with the author's name, and everything outside these folders are ignored.

## Why it matters

A sheet in the wrong folder is not read, and its owner seems to have no goals.

## How to fix

Move or rename the file to the path given in the finding.

---

YAML 文件放错了位置。

## 检查什么

检查 org/、cycles/、reviews/、templates/、library/ 里的 YAML 文件，以及 okrctl.yaml 旁的 okrctl.yml、org.yml：
路径不符合约定、以 .yml 结尾、放在不是周的文件夹里的进展记录、名字像文件的文件夹；
include 的文件夹里没有 okrctl.yaml 也会提示。
进展记录的附件（放在作者名字的文件夹里）和这些文件夹之外的一切，都不检查。

## 为什么重要

放错文件夹的表不会被读取，看上去就像这个人没有目标。

## 如何修改

按提示的路径移动或改名。
"""

from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual

_EN = "thanks:\n  - {to: bob, for: Rebuilt the import over the weekend}\n"
_ZH = "thanks:\n  - {to: 李强, for: 周末重写了数据导入}\n"
RULE = Rule(
    "OKR005",
    "wrong-place",
    Severity.ERROR,
    Bilingual("a file in the wrong place", "文件放错了位置"),
    bad=(
        Example("en", {"cycles/2026-Q1/notes/2026-W60/wang.yaml": _EN}),
        Example("en", {"cycles/2026-Q1/notes/2026-W07/wang.yml": _EN}),
        Example("en", {"cycles/2026-Q1/note/2026-W07/wang.yaml": _EN}),
        Example("zh", {"cycles/2026-Q1/notes/2026-W60/王芳.yaml": _ZH}),
        Example("zh", {"cycles/2026-Q1/notes/2026-W07/王芳.yml": _ZH}),
    ),
    good=(
        Example("en", {"cycles/2026-Q1/notes/2026-W06/wang.yaml": _EN}),
        Example("en", {"cycles/2026-Q1/notes/2026-W07/wang/experiment.yaml": "won: [checklist, tour]\n"}),
        Example("zh", {"cycles/2026-Q1/notes/2026-W06/王芳.yaml": _ZH}),
        Example("zh", {"cycles/2026-Q1/notes/2026-W07/王芳/实验.yaml": "won: [清单, 导览]\n"}),
    ),
)
