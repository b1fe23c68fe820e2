"""A file that disagrees with its path.

## What it does

Compares `owner`, `author`, `week`, `reviewee` and `reviewer` inside a file with its path. They may be left out.

## Why it matters

The path decides. A note copied from last week that still says so looks like last week's to everybody who reads it.

## How to fix

Delete the line, since the path already says it; or move the file to where it belongs.

---

文件内容与路径不一致。

## 检查什么

把文件里的 owner、author、week、reviewee、reviewer 与路径对照。这些键都可以不写。

## 为什么重要

以路径为准。从上周复制过来却没有改周次的记录，读的人会以为是上周的。

## 如何修改

删掉这一行（路径已经说明），或把文件移到正确的位置。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = "author: {author}\nweek: {week}\nthanks:\n  - {{to: bob, for: Rebuilt the import over the weekend}}\n"
_ZH = "author: {author}\nweek: {week}\nthanks:\n  - {{to: 李强, for: 周末重写了数据导入}}\n"
RULE = Rule(
    "OKR010",
    "path-disagrees",
    Severity.ERROR,
    Bilingual("the file disagrees with its path", "文件内容与路径不一致"),
    bad=(
        note("en", _EN.format(author="wang", week="2026-W06")),
        note("en", _EN.format(author="alice", week="2026-W07")),
        note("zh", _ZH.format(author="王芳", week="2026-W06")),
        note("zh", _ZH.format(author="李强", week="2026-W07")),
    ),
    good=(
        note("en", _EN.format(author="wang", week="2026-W07")),
        note("en", "thanks:\n  - {to: bob, for: Rebuilt the import over the weekend}\n"),
        note("zh", _ZH.format(author="王芳", week="2026-W07")),
        note("zh", "thanks:\n  - {to: 李强, for: 周末重写了数据导入}\n"),
    ),
)
