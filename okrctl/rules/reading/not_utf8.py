"""A file that is not readable UTF-8 text.

## What it does

Reads each file as UTF-8, with or without a byte order mark. Reports the first byte that is not UTF-8, invisible
characters (NUL, backspace, escape …), and files that okrctl has no permission to read.

## Why it matters

In another encoding, names and texts turn into different ones without anybody noticing. An invisible character makes two
ids differ that look the same.

## How to fix

Save the file again as UTF-8; every editor can do it. Older versions of Notepad on Windows save as "ANSI" unless you
choose UTF-8.

---

文件不是可读的 UTF-8 文本。

## 检查什么

按 UTF-8 读取每个文件，带不带 BOM 都可以。
报告第一个不是 UTF-8 的字节、看不见的字符（NUL、退格、ESC 等），以及没有权限读取的文件。

## 为什么重要

换了编码，姓名和文字会悄悄变成别的字。一个看不见的字符，会让看起来一样的两个编号其实不同。

## 如何修改

用编辑器另存为 UTF-8。GBK 编码的文件打开后若是乱码，先以 GBK 打开，再另存为 UTF-8。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = """\
updates:
  - kr: growth/O1/KR1
    value: 34
    progress: The checklist{character} alone brought 1.9 points.
"""
_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: 34
    progress: 新手清单{character}单独带来 1.9 个百分点。
"""
RULE = Rule(
    "OKR001",
    "not-utf-8",
    Severity.ERROR,
    Bilingual("not UTF-8, or not readable", "不是 UTF-8，或无法读取"),
    bad=(
        note("en", _EN.format(character="\0")),
        note("en", _EN.format(character="\x08")),
        note("zh", _ZH.format(character="\0")),
        note("zh", _ZH.format(character="\x1b")),
    ),
    good=(
        note("en", _EN.format(character="")),
        note("en", _EN.format(character=" (new)")),
        note("zh", _ZH.format(character="")),
        note("zh", _ZH.format(character="（新版）")),
    ),
)
