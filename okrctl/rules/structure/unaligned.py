"""An objective below the root team that supports nothing.

## What it does

Reports every objective of a team or person below the root if neither it nor any of its key results has an `aligns_to`.
The root team's sheet is where alignment ends. For a team this is a warning, for a person advice; a person's objective
with a `why` is not reported.

## Why it matters

People can pull in the same direction only if the links are visible. An objective that supports nothing is either
somebody's private project, or its link exists only in its owner's head; either way nobody tells them when the goals
above it change. Which goal it supports is worth discussing before you write it.

## How to fix

Write which goal of others it supports: one of the team above, of another team, or of the year. If it is your own idea,
and a good one, say in `why` what it is for.

---

根团队以下的目标没有承接任何目标。

## 检查什么

检查根团队以下各团队和个人的每个目标：它自己和它的关键结果都没有写 aligns_to。
根团队的表是对齐的终点，不检查。团队的目标给出警告；个人的只是建议，写了 why 的个人目标不提示。

## 为什么重要

看得见承接关系，大家才能往一处使劲。没有对齐的目标，要么是自己加的项目，要么关系只装在负责人脑子里。
上面的目标变了，也没有人会想到通知他。写之前先对齐，聊的就是“你这个目标支撑谁”。

## 如何修改

写明承接谁的目标：上级团队的、其他团队的、年度的都可以。如果是自己想做、也值得做的，在 why 里写清楚为了什么。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live, live_objectives
from okrctl.workspace import chart

RULE = Rule(
    "OKR204",
    "unaligned",
    Severity.WARNING,
    Bilingual("an objective that supports nothing", "目标没有承接任何目标"),
    bad=(
        english(
            design="""\
objectives:
  - id: O1
    title: The first page explains itself
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
"""
        ),
        english(
            bob="""\
objectives:
  - id: O1
    title: Our own tools cost us no more afternoons
    key_results:
      - {id: KR1, title: A build takes four minutes instead of nineteen}
      - {id: KR2, title: Nobody waits for a machine}
"""
        ),
        chinese(
            设计部="""\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成}
      - {id: KR2, title: 首页跳出率从 40% 降到 25%}
"""
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 不再被自己的工具耽误下午
    key_results:
      - {id: KR1, title: 构建时间从 19 分钟降到 4 分钟}
      - {id: KR2, title: 没有人再排队等机器}
"""
        ),
    ),
    good=(
        english(
            design="""\
objectives:
  - id: O1
    title: The first page explains itself
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us, aligns_to: [growth/O1/KR1]}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
"""
        ),
        english(
            bob="""\
objectives:
  - id: O1
    title: Our own tools cost us no more afternoons
    why: Four of us wait for a build ten times a day; that is a working day a week.
    key_results:
      - {id: KR1, title: A build takes four minutes instead of nineteen}
      - {id: KR2, title: Nobody waits for a machine}
"""
        ),
        chinese(
            设计部="""\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成, aligns_to: [增长部/O1/KR1]}
      - {id: KR2, title: 首页跳出率从 40% 降到 25%}
"""
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 不再被自己的工具耽误下午
    why: 四个人每天各等十次构建，一周就是一个工作日。
    key_results:
      - {id: KR1, title: 构建时间从 19 分钟降到 4 分钟}
      - {id: KR2, title: 没有人再排队等机器}
"""
        ),
    ),
)

_MESSAGE = Bilingual(
    "{address} supports nothing: neither it nor any of its key results aligns to a goal",
    "{address} 未对齐：它和它的关键结果都没有承接任何目标",
)
_REMEDY = Bilingual(
    "write which goal it supports: aligns_to: [company/O1/KR2]", "写明它承接的目标：aligns_to: [公司/O1/KR2]"
)
_OWN_IDEA = Bilingual(
    "write which goal it supports: aligns_to: [growth/O1]; or say what it is for: why: Builds cost us a day a week",
    "写明它承接的目标：aligns_to: [增长部/O1]；或说明为了什么：why: 等构建每周要花掉一天",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every objective but those of the root team; without a root nobody can be below it."""
    workspace = context.workspace
    root = chart.root_team(workspace)
    for goal in live_objectives(context):
        owner = goal.key.owner
        if root is None or owner == root or not workspace.knows(owner) or _aligns(goal):
            continue
        message = _MESSAGE.format(address=goal.key.address())
        if owner in workspace.teams:
            yield found(RULE, goal.place.at("title"), message, _REMEDY)
        elif goal.objective.why is None:
            yield found(RULE, goal.place.at("title"), message, _OWN_IDEA).at_severity(Severity.ADVICE)


def _aligns(goal: Goal) -> bool:
    """Whether it says what it supports; that the address is wrong is another rule's finding."""
    return bool(goal.aligns_to) or any(each.aligns_to for each in live(goal.objective.key_results))
