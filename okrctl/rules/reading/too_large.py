"""A file that is too large, too deep, or multiplies itself.

## What it does

Refuses to read a file over 1 MiB, one nested more than 50 levels deep, and one whose aliases expand to more than 10,000
nodes.

## Why it matters

A few lines of aliases (`&a`, `*a`) can expand to a billion nodes. No note or sheet is ever that large, and a single
file must not bring down a check that runs on every push.

## How to fix

Keep data and pictures next to the note, as attachments. Write values out instead of using aliases.

---

文件过大、嵌套过深，或别名展开过多。

## 检查什么

读取之前就拒绝：超过 1 MiB 的文件、嵌套超过 50 层的文件、别名展开后超过 10,000 个节点的文件。

## 为什么重要

几行别名（&a、*a）就能展开成十亿个节点。正常的表和记录不会这么大，而每次提交都要运行的检查不能被一个文件卡住。

## 如何修改

数据和图片作为附件放在进展记录旁。直接写值，不用别名。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_BOMB = """\
a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
"""
_DEEP = "done: " + "[" * 60 + "]" * 60 + "\n"
_EN = "thanks:\n  - {to: bob, for: &why Rebuilt the import over the weekend}\n  - {to: alice, for: *why}\n"
_ZH = "thanks:\n  - {to: 李强, for: &why 周末重写了数据导入}\n  - {to: 张三, for: *why}\n"
RULE = Rule(
    "OKR011",
    "too-large",
    Severity.ERROR,
    Bilingual("too large, too deep, or too many aliases", "文件过大、嵌套过深或别名过多"),
    bad=(note("en", _BOMB), note("en", _DEEP), note("zh", _BOMB), note("zh", _DEEP)),
    good=(
        note("en", _EN),
        note("en", "thanks:\n  - {to: bob, for: Rebuilt the import over the weekend}\n"),
        note("zh", _ZH),
        note("zh", "thanks:\n  - {to: 李强, for: 周末重写了数据导入}\n"),
    ),
)
