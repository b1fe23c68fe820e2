"""An objective whose title sounds committed but whose kind is aspirational, or the reverse.

## What it does

Looks in the title of each objective for a few words that promise ("must", "guarantee", "committed to") or explore
("moonshot", "stretch", "try to"), and compares them with its `kind`, or with the `default_kind` of the settings if it
has none. A title with words of both sorts is not reported.

## Why it matters

The kind decides how a goal is followed up and reviewed. A committed goal must be reached, counts as late sooner, and a
miss must be explained; for an aspirational goal 0.7 is a good result. If title and kind disagree, the owner and their
colleagues expect different things, and find out only at the end.

## How to fix

Settle it with the people who rely on it. If it is a promise, write `kind: committed`, with a firm value and date. If it
is an exploration, write `kind: aspirational`, and a title that does not promise.

---

目标的措辞是承诺，类型却是愿景，或者相反。

## 检查什么

在目标标题里找少量表示承诺的词（必达、承诺、务必……）和表示探索的词（挑战、探索、尝试……），与 kind 对照。
没有写 kind 的，按设置里的 default_kind。两类词都有的不提示。

## 为什么重要

类型决定怎么跟进、怎么复盘。承诺型目标必须达成，稍有落后就要预警，没达成要说明原因；愿景型目标做到 0.7 就是好结果。
措辞和类型不一致，负责人和协作方的期待就不一样，到最后才发现。

## 如何修改

和依赖这个目标的人说清楚。是承诺，就写 kind: committed，并定下明确的数值和日期；
是探索，就写 kind: aspirational，标题里不要打包票。
"""

import re
from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_objectives

RULE = Rule(
    "OKR214",
    "kind-and-words",
    Severity.ADVICE,
    Bilingual("the title sounds committed, the kind is aspirational, or the reverse", "目标的措辞与类型不一致"),
    bad=(
        english(
            growth="""\
objectives:
  - id: O1
    title: New teams must feel at home within their first week
    kind: aspirational
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Week-four retention rises from 31 % to 40 %}
      - {id: KR2, title: Four of five new teams invite a second person}
"""
        ),
        english(
            design="""\
objectives:
  - id: O1
    title: "Moonshot: nobody needs a manual any more"
    kind: committed
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us}
      - {id: KR2, title: The manual is opened by one team in twenty}
"""
        ),
        chinese(
            增长部="""\
objectives:
  - id: O1
    title: 首周体验必达：让新客户在第一周就离不开我们
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 四周留存率从 31% 提升到 40%}
      - {id: KR2, title: 八成新客户在首周邀请第二位同事}
"""
        ),
        chinese(
            设计部="""\
objectives:
  - id: O1
    title: 探索不需要说明书的产品
    kind: committed
    aligns_to: [公司/O1]
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成}
      - {id: KR2, title: 打开说明书的客户降到 5%}
"""
        ),
    ),
    good=(
        english(
            growth="""\
objectives:
  - id: O1
    title: The move to the new data centre must not be felt by any customer
    kind: committed
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: No outage of more than five minutes until 31 March}
      - {id: KR2, title: All 400 customers are moved by 20 March}
"""
        ),
        english(
            design="""\
objectives:
  - id: O1
    title: The first page explains itself to mustard makers and moonlighters
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
"""
        ),
        chinese(
            增长部="""\
objectives:
  - id: O1
    title: 兑现承诺：三月底前全部老客户平稳迁移
    kind: committed
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 迁移期间无超过 5 分钟的中断}
      - {id: KR2, title: 3 月 20 日前 400 家客户全部迁完}
"""
        ),
        chinese(
            设计部="""\
objectives:
  - id: O1
    title: 挑战零说明书：拿起来就会用
    kind: aspirational
    aligns_to: [公司/O1]
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成}
      - {id: KR2, title: 打开说明书的客户降到 5%}
"""
        ),
    ),
)

_PROMISES = re.compile(
    r"\b(?:must|guarantees?|guaranteed|commit(?:ted)? to|committed|commitment|without fail|at any cost)\b"
    r"|使命必达|必达|承诺|务必|必须|军令状",
    re.IGNORECASE,
)
_EXPLORES = re.compile(
    r"\b(?:moonshots?|stretch(?: goal)?|aspirational|aspire to|explore|exploring|try to|attempt to)\b"
    r"|挑战|探索|尝试|力争",
    re.IGNORECASE,
)
_MESSAGE = Bilingual('the title says "{word}", the kind is {kind}', "标题里写了“{word}”，类型却是{kind}")
_KINDS = {
    "committed": Bilingual("committed", "承诺型（committed）"),
    "aspirational": Bilingual("aspirational", "愿景型（aspirational）"),
}
_PROMISED = Bilingual(
    "if it is a promise, write kind: committed; if not, let the title give a direction without promising",
    "如果是承诺，写 kind: committed；如果不是，标题只写方向，不打包票",
)
_EXPLORED = Bilingual(
    "if it is an exploration, write kind: aspirational; if it is a promise, say plainly what will be achieved",
    "如果是探索，写 kind: aspirational；如果是承诺，直接写要达成什么",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every objective."""
    for goal in live_objectives(context):
        kind = goal.objective.kind or context.settings.default_kind
        promises, explores = _PROMISES.search(goal.title), _EXPLORES.search(goal.title)
        if promises and explores:
            continue
        word, remedy = (explores, _EXPLORED) if kind == "committed" else (promises, _PROMISED)
        if word is not None:
            message = _MESSAGE.format(word=word[0], kind=_KINDS[kind])
            yield found(RULE, goal.place.at("title").narrowed(word[0]), message, remedy)
