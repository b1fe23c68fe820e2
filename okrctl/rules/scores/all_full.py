"""Everything is scored 1.0: the goals were too safe.

## What it does

Looks at the aspirational key results of a sheet: two or more, all of them scored, and all with 1.0. Committed ones
belong at 1.0 and are left out, dropped ones as well.

## Why it matters

1.0 means nearly impossible, and done; 0.7 hard, and reached. Where everything is full, the goals were known to be
reachable when they were set, and what lay beyond them was not tried. This says something about the goals, never about
the people; and it happens most where a low score is held against somebody.

## How to fix

Score again with difficulty and effort in mind: what would 1.0 have been? Then aim higher in the next cycle, until 0.7
is a good end. If the goals were promises, they are committed: say `kind: committed`. It is fine to ignore this finding
after a cycle in which something truly rare came off, if the retrospective tells how.

---

全部是 1.0：目标定得偏保守。

## 检查什么

看一张表里愿景型目标下的关键结果：两条以上、都打了分，而且都是 1.0，就提示。承诺型的本来就应该是 1.0，
不算在内；已终止的也不算。

## 为什么重要

1.0 是几乎不可能、却做到了；0.7 是有难度、做到了。全都是满分，说明定目标的时候就知道能做到，更远的地方没有去试。
这说的是目标，不是人；而越是低分会被追究的地方，越容易出现满分。

## 如何修改

把困难程度和努力程度考虑进去再打一次：要做到什么样才算 1.0？下个周期把目标定高一些，做到 0.7 就算好。
如果这些本来就是承诺，写 kind: committed。确实做成了罕见的事，复盘里也写清楚了怎么做到的，可以保留。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language
from okrctl.rules.casts import retro
from okrctl.rules.context import Context
from okrctl.rules.scores.scored import FULL, is_committed
from okrctl.workspace.index import SheetKey
from okrctl.workspace.layout import Kind

_SCORES = """\
scores:
  - {{kr: O1/KR1, score: {first}, completion: {first}, difficulty: harder, effort: high, next: carry}}
  - {{kr: O1/KR2, score: {second}, completion: {second}}}
"""
_SHEET_EN = """\
objectives:
  - id: O1
    title: Every customer is moved to the new data centre and notices nothing
    kind: committed
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: All 400 customers are moved by 20 March, metric: {start: 0, target: 400}}
      - {id: KR2, title: No outage of more than five minutes until 31 March}
"""
_SHEET_ZH = """\
objectives:
  - id: O1
    title: 全部老客户平稳迁到新机房，没有人察觉
    kind: committed
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 3 月 20 日前 400 家客户全部迁完, metric: {start: 0, target: 400, unit: 家}}
      - {id: KR2, title: 迁移期间无超过 5 分钟的中断}
"""


def _example(language: Language, first: str, second: str, sheet: str = "") -> Example:
    owner = "growth" if language == "en" else "增长部"
    return retro(language, _SCORES.format(first=first, second=second), {f"{owner}.yaml": sheet} if sheet else None)


RULE = Rule(
    "OKR504",
    "all-full",
    Severity.WARNING,
    Bilingual("every aspirational key result is scored 1.0: too safe", "愿景型关键结果全部 1.0：偏保守"),
    bad=(
        _example("en", "1.0", "1.0"),
        _example("en", "1", "1.00"),
        _example("zh", "1.0", "1.0"),
        _example("zh", "1", "1.00"),
    ),
    good=(
        _example("en", "1.0", "0.7"),
        _example("en", "1.0", "1.0", _SHEET_EN),
        _example("zh", "1.0", "0.7"),
        _example("zh", "1.0", "1.0", _SHEET_ZH),
    ),
)

_FEWEST = 2
_MESSAGE = Bilingual(
    "all {count} aspirational key results of {owner} are scored 1.0", "{owner} 的 {count} 条愿景型关键结果全部是 1.0"
)
_BOTH = Bilingual("both aspirational key results of {owner} are scored 1.0", "{owner} 的两条愿景型关键结果都是 1.0")
_REMEDY = Bilingual(
    "score by difficulty and effort, too: 0.7 is hard and reached; and aim higher next time: next: revise",
    "打分时也看困难程度和努力程度，0.7 就是有难度、做到了；下个周期定高一些：next: revise",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every sheet of which anything is scored."""
    if not context.workspace.others_of(Kind.RETRO):
        return
    for sheet, goals in _aspirational(context).items():
        scores = [context.scores.score(goal.key) for goal in goals]
        if len(goals) >= _FEWEST and all(score is not None and score >= FULL for score in scores):
            first = context.scores.of(goals[0].key)
            if first is not None:
                owner = context.workspace.name_of(sheet.owner)
                message = (_MESSAGE if len(goals) > _FEWEST else _BOTH).format(count=len(goals), owner=owner)
                yield found(RULE, first.place.at("score"), message, _REMEDY)


def _aspirational(context: Context) -> dict[SheetKey, list[Goal]]:
    """The key results by sheet that are neither committed nor dropped."""
    sheets: dict[SheetKey, list[Goal]] = {}
    for goal in context.graph.goals.values():
        if goal.key_result is not None and goal.dropped_on is None and not is_committed(context, goal):
            sheets.setdefault(goal.key.sheet, []).append(goal)
    return sheets
