"""A file without a document, or with more than one.

## What it does

Expects one YAML document in each file. A file with nothing but comments is empty; a second `---` starts a second
document.

## Why it matters

Everything after the second `---` would be lost without any warning.

## How to fix

Fill in the empty file or delete it. Give each document a file of its own: one sheet per owner, one note per person and
week.

---

文件里没有文档，或不止一个文档。

## 检查什么

每个文件里应有一个 YAML 文档。只有注释的文件算空文件；第二个 --- 就是第二个文档的开始。

## 为什么重要

第二个 --- 后面的内容会无声无息地丢掉。

## 如何修改

空文件补上内容或删除。每个文档单独放一个文件：每个负责人一张表，每人每周一份进展记录。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = "updates:\n  - kr: growth/O1/KR1\n    value: 34\n    progress: The checklist alone brought 1.9 points.\n"
_ZH = "updates:\n  - kr: 增长部/O1/KR1\n    value: 34\n    progress: 新手清单单独带来 1.9 个百分点。\n"
RULE = Rule(
    "OKR003",
    "not-one-document",
    Severity.ERROR,
    Bilingual("empty, or more than one document", "文件为空，或不止一个文档"),
    bad=(
        note("en", _EN + "---\nthanks:\n  - {to: bob, for: Rebuilt the import}\n"),
        note("en", "# to be filled in on Monday\n"),
        note("zh", _ZH + "---\nthanks:\n  - {to: 李强, for: 重写了数据导入}\n"),
        note("zh", "# 周一再写\n"),
    ),
    good=(
        note("en", _EN + "thanks:\n  - {to: bob, for: Rebuilt the import}\n"),
        note("en", "---\n" + _EN),
        note("zh", _ZH + "thanks:\n  - {to: 李强, for: 重写了数据导入}\n"),
        note("zh", "---\n" + _ZH),
    ),
)
