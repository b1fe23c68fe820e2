"""A lead's objective that supports the goal of somebody they lead.

## What it does

Looks at every `aligns_to` that leads from a team or its lead to a team below, or from a lead to one of the people they
lead, over any number of levels. This is only advice: deliberate bottom-up goals are welcome. Circles are covered by
another rule.

## Why it matters

An objective says what its owner wants to achieve. If a lead's goal exists for the goal of a direct report, nobody sets
the team's direction: the report waits for the lead, and the lead has claimed the report's work. Usually the two were
simply swapped.

## How to fix

Turn it around: the report's goal supports the lead's. If the idea really came from below, the lead puts it in their own
words and both goals support one above. If the lead only helps, use `with`.

---

团队负责人的目标承接了下属的目标。

## 检查什么

检查每一处 aligns_to：团队或其负责人承接下级团队的目标，或者上级承接（隔级）下属的目标。
这里只给建议：如果确实是自下而上，完全可以。互相承接成圈的，由另一条规则报告。

## 为什么重要

目标说明负责人自己要成什么事。上级的目标如果是为了下属的目标，团队的方向就没有人管：
下属等上级，上级又把下属的事写成了自己的。多数情况只是写反了。

## 如何修改

把方向换过来：下属的目标承接上级的目标。想法确实来自下属的，上级用自己的话写成目标，两人一起承接更上一级。
上级只是帮忙，用 with 写明即可。
"""

from collections.abc import Iterator

from okrctl.alignment.direction import leads_down
from okrctl.alignment.loops import find_loops
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import sound_links

RULE = Rule(
    "OKR206",
    "aligned-downward",
    Severity.ADVICE,
    Bilingual("a lead's objective supports a report's", "上级的目标承接了下属的目标"),
    bad=(
        english(
            growth="""\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    aligns_to: [company/O1, bob/O1]
    key_results:
      - {id: KR1, title: Week-four retention rises from 31 % to 40 %}
      - {id: KR2, title: Four of five new teams invite a second person}
""",
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to 2}
      - {id: KR2, title: Twenty teams bring in their old tasks alone}
""",
        ),
        english(
            lin="""\
objectives:
  - id: O1
    title: I know from our customers, not from our slides, what they need
    key_results:
      - {id: KR1, title: Ten visits end with a sentence the team did not expect, aligns_to: [growth/O1/KR1]}
      - {id: KR2, title: Three of these sentences are in the plan of the next quarter}
"""
        ),
        chinese(
            增长部="""\
objectives:
  - id: O1
    title: 让新客户在第一周就离不开我们
    aligns_to: [公司/O1, 张三/O1]
    key_results:
      - {id: KR1, title: 四周留存率从 31% 提升到 40%}
      - {id: KR2, title: 八成新客户在首周邀请第二位同事}
""",
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [公司/O1]
    key_results:
      - {id: KR1, title: 需要人工协助的导入从 12 次降到 2 次}
      - {id: KR2, title: 二十家客户自己完成历史数据导入}
""",
        ),
        chinese(
            林一="""\
objectives:
  - id: O1
    title: 亲耳听到工厂的需要，而不是看汇报材料
    key_results:
      - {id: KR1, title: 十次走访各带回一句团队没想到的话, aligns_to: [增长部/O1/KR1]}
      - {id: KR2, title: 其中三句进入下季度计划}
"""
        ),
    ),
    good=(
        english(
            bob="""\
objectives:
  - id: O1
    title: The import never stands between a team and its first day
    aligns_to: [growth/O1/KR1]
    key_results:
      - {id: KR1, title: Imports that need our help fall from 12 to 2}
      - {id: KR2, title: Twenty teams bring in their old tasks alone}
"""
        ),
        english(
            wang="""\
objectives:
  - id: O1
    title: Growth decides without me
    aligns_to: [growth/O1]
    with: [bob]
    key_results:
      - {id: KR1, title: Nine of ten experiments start without my word, aligns_to: [design/O1]}
      - {id: KR2, title: Alice and Bob each ran a weekly meeting alone}
""",
            design="""\
objectives:
  - id: O1
    title: The first page explains itself
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
""",
        ),
        chinese(
            张三="""\
objectives:
  - id: O1
    title: 数据导入不再拦住新客户
    aligns_to: [增长部/O1/KR1]
    key_results:
      - {id: KR1, title: 需要人工协助的导入从 12 次降到 2 次}
      - {id: KR2, title: 二十家客户自己完成历史数据导入}
"""
        ),
        chinese(
            王芳="""\
objectives:
  - id: O1
    title: 我不在，增长部也能自己拍板
    aligns_to: [增长部/O1]
    with: [张三]
    key_results:
      - {id: KR1, title: 十个实验九个不用我点头, aligns_to: [设计部/O1]}
      - {id: KR2, title: 李强和张三各主持过一次周会}
""",
            设计部="""\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    aligns_to: [公司/O1]
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成}
      - {id: KR2, title: 首页跳出率从 40% 降到 25%}
""",
        ),
    ),
)

_MESSAGE = Bilingual(
    "{source} supports {target}, a goal of {report}, whom {lead} leads",
    "{source} 承接的 {target} 属于 {report}，而 {report} 是 {lead} 的下级",
)
_REMEDY = Bilingual(
    "write the link on the report's sheet, upward: aligns_to: [growth/O1]; for help alone: with: [bob]",
    "把承接关系写在下属的表里、指向上级：aligns_to: [增长部/O1]；只是帮忙，写 with: [张三]",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every link that leads down and is no part of a loop."""
    workspace = context.workspace
    in_loops = {(link.source, link.target) for loop in find_loops(context.graph) for link in loop.links}
    for link, target in sound_links(context):
        if (link.source, target) in in_loops or not leads_down(workspace, link.source.owner, target.owner):
            continue
        message = _MESSAGE.format(
            source=link.source.address(),
            target=target.address(link.source.cycle),
            report=workspace.name_of(target.owner),
            lead=workspace.name_of(link.source.owner),
        )
        yield found(RULE, link.place, message, _REMEDY)
