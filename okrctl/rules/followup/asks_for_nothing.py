"""A risk that asks for nothing.

## What it does

Looks at every risk of a note: it should say what would help, in `need`. A risk that asks in its own text ("please",
"we need", a mention of somebody) is not reported, nor are the risks of a goal that is done. This is advice.

## Why it matters

A risk that asks for nothing is read, pitied and forgotten. With a need, and a name behind it, it becomes something that
somebody can do: it stands in that person's weekly, and it stays open until it is closed.

## How to fix

Write what would help, from whom, and by when. It need not be much: a yes or a no, an hour of somebody's time, a
decision. If you can deal with it yourself, it is a next step: put it under `next`. It is fine to ignore this finding
for something that nobody can help with and that the others only have to know.

---

只写了风险，没有说需要什么支持。

## 检查什么

检查进展记录里的每一项风险：应当用 need 写明需要什么支持。风险的文字里已经提出来的（“请”“需要”“希望”、@某人）不提示，
已完成的目标也不提示。只给建议。

## 为什么重要

只写风险、不提要求，别人看过、同情一下就忘了。写上需要什么、找谁，就成了一件有人能做的事：
它会出现在对方的周报里，办完之前一直开着。

## 如何修改

写清需要什么、找谁、什么时候要。不必很大：一个行或不行、某人一小时、一个决定都可以。
自己能处理的，就是下一步，写在 next 里。谁也帮不上、只是让大家知道的，可以保留。
"""

import re
from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual, same
from okrctl.models.note import Report
from okrctl.rules.casts import note
from okrctl.rules.context import Context
from okrctl.rules.followup.whom_to_ask import whom_to_ask

_EN = """\
updates:
  - kr: growth/O1/KR1
    value: 34
    progress: The checklist adds 1.9 points.
    risks:
      - {risk}
"""
_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: 34
    progress: 新手清单带来 1.9 个百分点。
    risks:
      - {risk}
"""

RULE = Rule(
    "OKR404",
    "asks-for-nothing",
    Severity.ADVICE,
    Bilingual("a risk that asks for nothing", "只写了风险，没有说需要什么支持"),
    bad=(
        note("en", _EN.format(risk="The mail provider throttles us above 5,000 mails")),
        note("en", _EN.format(risk="{risk: The designer is away for two weeks in March, id: leave}")),
        note("zh", _ZH.format(risk="邮件超过 5000 封会被服务商限流")),
        note("zh", _ZH.format(risk="{risk: 设计师三月休假两周, id: 休假}")),
    ),
    good=(
        note("en", _EN.format(risk="{risk: The mail provider throttles us, need: A second one by March, from: [bob]}")),
        note("en", _EN.format(risk="The designer is away in March; @dana, can somebody of yours stand in?")),
        note("zh", _ZH.format(risk="{risk: 邮件服务商限流, need: 三月前接入第二家, from: [李强]}")),
        note("zh", _ZH.format(risk="设计师三月休假两周，请@赵敏 安排人顶一下")),
    ),
)

_ASKS = re.compile(
    r"[@＠?？]|\b(?:needs?|needed|please|help|support|asks?|require[sd]?|could you|can you|decision by|decide)\b"
    r"|需|请|求|希望|帮|协助|支援|支持|拍板|求助|给个|盼",
    re.IGNORECASE,
)
_MESSAGE = Bilingual('"{risk}" does not say what would help', "“{risk}”没有写需要什么支持")
_REMEDY = Bilingual(
    "write what would help and from whom, for example {{risk: The mail provider throttles us, "
    "need: A second provider by March, from: [{who}]}}",
    "写清需要什么、找谁，例如 {{risk: 邮件服务商限流, need: 三月前接入第二家服务商, from: [{who}]}}",
)
_MOST = 40  # characters of a risk that a message repeats


def check(context: Context) -> Iterator[Diagnostic]:
    """Every risk of every note, also of what is on nobody's sheet."""
    for key, note_ in context.workspace.notes.items():
        for name, reports in (("updates", note_.value.updates), ("other", note_.value.other)):
            for number, report in enumerate(reports):
                for nth in _silent_risks(report):
                    place = note_.at(name, number, "risks", nth, "risk")
                    message = _MESSAGE.format(risk=same(_short(report.risks[nth].risk)))
                    remedy = _REMEDY.format(who=whom_to_ask(context.workspace, key.author))
                    yield found(RULE, place, message, remedy)


def _silent_risks(report: Report) -> Iterator[int]:
    if report.status == "done":
        return
    for nth, risk in enumerate(report.risks):
        if risk.need is None and not _ASKS.search(risk.risk):
            yield nth


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1].rstrip()}…"
