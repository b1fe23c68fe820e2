"""An ignore comment that is no longer needed.

## What it does

Reports `# okrctl: ignore[OKR306] why` where there is no finding of that code any more. Ignores of rules that are turned
off, or were not run this time, are not reported. Nor are those of rules whose finding comes and goes by itself, with
the day, with a newer note or with the state of the cycle: OKR218, OKR219, OKR402, OKR403, OKR406, OKR410, OKR411,
OKR413, OKR414, OKR501, OKR502 and OKR507, and families with one of them. Nothing turns red because a day has passed.

## Why it matters

An ignore left behind hides the next mistake of the same kind in the same place.

## How to fix

Delete the comment, or just the code in it.

---

多余的忽略注释。

## 检查什么

报告已经没有对应检查结果的 # okrctl: ignore[OKR306] 原因。被关闭的、或本次没有运行的规则，不提示。
有些规则的结果会随日期、新的进展记录或周期状态自己出现和消失，忽略它们的注释也不提示：OKR218、OKR219、OKR402、OKR403、
OKR406、OKR410、OKR411、OKR413、OKR414、OKR501、OKR502、OKR507，以及包含它们的规则族。过了一天，不会因此多出警告。

## 为什么重要

留下来的忽略，会把同一个地方的下一个同类错误也藏起来。

## 如何修改

删掉这条注释，或其中的编号。
"""

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.casts import note

_EN = "thanks:\n  {comment}\n  - {{to: {to}, for: Rebuilt the import over the weekend}}\n"
_ZH = "thanks:\n  {comment}\n  - {{to: {to}, for: 周末重写了数据导入}}\n"
_IGNORE = "# okrctl: ignore[OKR101] {why}"
_FILE = "# okrctl: ignore-file[OKR101] {why}"
RULE = Rule(
    "OKR901",
    "ignore-not-needed",
    Severity.WARNING,
    Bilingual("an ignore that is not needed", "多余的忽略注释"),
    bad=(
        note("en", _EN.format(comment=_IGNORE.format(why="a freelancer"), to="bob")),
        note("en", _EN.format(comment=_FILE.format(why="freelancers"), to="bob")),
        note("zh", _ZH.format(comment=_IGNORE.format(why="外部顾问"), to="李强")),
        note("zh", _ZH.format(comment=_FILE.format(why="外部顾问"), to="李强")),
    ),
    good=(
        note("en", _EN.format(comment=_IGNORE.format(why="a freelancer"), to="frida")),
        note("en", _EN.format(comment=_FILE.format(why="freelancers"), to="frida")),
        note("zh", _ZH.format(comment=_IGNORE.format(why="外部顾问"), to="周舟")),
        note("zh", _ZH.format(comment=_FILE.format(why="外部顾问"), to="周舟")),
    ),
)
