"""A committed goal is off track, and nobody says what would help.

## What it does

Takes the newest week in which a committed key result was reported on. If it is off track then, as reported or by its
pace on the day of that week's meeting, there should be a risk beside it or beside its objective, or a need from an
earlier week that is still open. Silent for what is done, paused or dropped, in cycles with `state: closed`, and where
the status contradicts the pace (OKR402).

## Why it matters

A committed goal must be reached; others build on it. Red alone only says that it will not be. What it takes to reach it
all the same, time, people, a decision, can be given only by somebody who is asked, and the earlier the cheaper.

## How to fix

Write the risk and what would help, with from whom: it then stands in their teams' weekly report until it is closed. If
nothing can help any more, talk to the lead and change the goal openly (`changed`, or `dropped` with the reason). It is
fine to ignore this finding when help has been agreed on elsewhere: write where.

---

承诺型目标已延期，却没有写风险和需要的支持。

## 检查什么

看承诺型目标下的关键结果最近一次更新的那一周：如果已经延期（自己填的，或按当周周会那天的时间进度算出来的），
它或所属目标的进展里应该有风险，或者有之前提出、还没有解决的资源支持。已完成、已暂停、已终止的，已关闭的周期，
以及状态与进度不符的（OKR402）不检查。

## 为什么重要

承诺型目标使命必达，别人的计划建立在它上面。只报红，等于只说做不到。要做到还差什么，时间、人手还是一个决定，
只有开口要，别人才能给；越早代价越小。

## 如何修改

写明风险，需要什么支持、找谁要：它会出现在对方团队的周报里，直到解决。如果已经无法补救，和团队负责人谈，
公开调整目标（changed，或写明原因后 dropped）。支持已经在别处谈定的，可以保留，写明在哪里谈的。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language
from okrctl.models.note import Update
from okrctl.progress.figures import GoalFigures
from okrctl.progress.reported import newest_status
from okrctl.rules.context import Context
from okrctl.rules.followup.followed import Followed, followed, has_lost_number
from okrctl.rules.followup.standing import standing
from okrctl.rules.followup.watermelon import contradiction
from okrctl.workspace import chart
from okrctl.workspace.rhythm import meeting_day

_SHEET_EN = """\
objectives:
  - id: O1
    title: Every customer is moved to the new data centre and notices nothing
    kind: committed
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: All 400 customers are moved by 20 March, metric: {start: 0, target: 400}, due: 2026-03-20}
      - {id: KR2, title: No outage of more than five minutes until 31 March}
"""
_SHEET_ZH = """\
objectives:
  - id: O1
    title: 全部老客户平稳迁到新机房，没有人察觉
    kind: committed
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 3 月 20 日前 400 家客户全部迁完, metric: {start: 0, target: 400, unit: 家}, due: 2026-03-20}
      - {id: KR2, title: 迁移期间无超过 5 分钟的中断}
"""
_NOTE_EN = """\
updates:
  - kr: growth/O1/KR1
    value: {value}
    status: {status}
    progress: Customers with an own domain take three times as long to move.
"""
_NOTE_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: {value}
    status: {status}
    progress: 有独立域名的客户，迁移要花三倍时间。
"""
_RISK_EN = """\
    risks:
      - {risk: The domains cost us two weeks, need: Two people of design until the end of February, from: [dana]}
"""
_RISK_ZH = """\
    risks:
      - {risk: 域名问题要多花两周, need: 设计部支援两个人到二月底, from: [赵敏]}
"""


def _example(language: Language, value: int, status: str, risk: str = "") -> Example:
    owner, lead, sheet, note = (
        ("growth", "wang", _SHEET_EN, _NOTE_EN) if language == "en" else ("增长部", "王芳", _SHEET_ZH, _NOTE_ZH)
    )
    path = f"cycles/2026-Q1/notes/2026-W07/{lead}.yaml"
    return Example(language, {f"{owner}.yaml": sheet, path: note.format(value=value, status=status) + risk})


RULE = Rule(
    "OKR414",
    "silent-miss",
    Severity.WARNING,
    Bilingual("committed, off track, and neither risk nor need", "承诺型目标已延期，却没有风险和资源支持"),
    bad=(
        _example("en", 90, "off_track"),
        _example("en", 90, "at_risk"),
        _example("zh", 90, "off_track"),
        _example("zh", 90, "at_risk"),
    ),
    good=(
        _example("en", 90, "off_track", _RISK_EN),
        _example("en", 200, "on_track"),
        _example("zh", 90, "off_track", _RISK_ZH),
        _example("zh", 200, "on_track"),
    ),
    depends_on_time=True,
)

_BY_PACE = Bilingual(
    "{address} is committed and off track ({made}, {expected} expected on {day}), and nobody says what would help",
    "{address} 是承诺型目标，已延期（截至 {day} {made}，{expected}），却没有写风险和需要的支持",
)
_BY_WORD = Bilingual(
    "{address} is committed and reported off track, and nobody says what would help",
    "{address} 是承诺型目标，填的是“已延期”，却没有写风险和需要的支持",
)
_REMEDY = Bilingual(
    "write what would help, and from whom: risks: [{{risk: …, need: …, from: [{owner}]}}]",
    "写明需要什么支持、找谁要：risks: [{{risk: …, need: …, from: [{owner}]}}]",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every committed key result, by the newest week in which it was reported on."""
    for one in followed(context):
        kind = one.goal.objective.kind or context.settings.default_kind
        if kind != "committed" or one.goal.key_result is None or one.cycle.state == "closed":
            continue
        last = one.updates[-1]
        day = meeting_day(context.settings.checkin, last.week)
        figures = context.figures_on(day).goal(one.goal.key)
        if not _is_off_track(one, figures) or _names_a_risk(context, one) or _has_open_need(context, one):
            continue
        if contradiction(context, one) is None:
            by_pace = figures.has_data and figures.computed_status == "off_track"
            stands = standing(context.figures_on(day), one.goal.key)
            message = (_BY_PACE if by_pace else _BY_WORD).format(
                address=one.goal.key.address(), made=stands.made, expected=stands.expected, day=day
            )
            place = last.place.at("kr" if last.update.status is None else "status")
            yield found(RULE, place, message, _REMEDY.format(owner=_helper(context, one)))


def _is_off_track(one: Followed, figures: GoalFigures) -> bool:
    """As reported, or by its pace; a pace that follows from a number under a wrong key is not judged."""
    if figures.status in ("done", "paused"):
        return False
    by_pace = figures.has_data and figures.computed_status == "off_track" and not has_lost_number(one, figures.last)
    return by_pace or figures.status == "off_track"


def _names_a_risk(context: Context, one: Followed) -> bool:
    """Whether a risk stands beside the key result or its objective, in the newest week or since the newest status."""
    said, objective = newest_status(one.updates), one.goal.key.of_objective
    week = (said or one.updates[-1]).week
    beside = (*one.updates, *context.reports.get(objective, ()))
    return any(each.update.risks for each in beside if each.week >= week)


def _has_open_need(context: Context, one: Followed) -> bool:
    """Whether something was asked for in an earlier week and is not there yet."""
    asking = {each.note.place.at("updates", each.number) for each in one.updates if _needs(each.update)}
    if not asking:
        return False
    needs = (todo for todo in context.todos.all if todo.key.kind == "need" and todo.file.at(*todo.steps[:2]) in asking)
    return any(not context.todos.closed_by(todo, one.updates[-1].week) for todo in needs)


def _needs(update: Update) -> bool:
    return any(risk.need for risk in update.risks)


def _helper(context: Context, one: Followed) -> str:
    """Somebody who could be asked: a collaborator, else the lead of who reports."""
    author, shared = one.updates[-1].author, one.goal.objective.with_
    shared = (*(one.goal.key_result.with_ if one.goal.key_result else ()), *shared)
    others = (name for name in (*shared, chart.manager_of(context.workspace, author)) if name and name != author)
    return next(others, one.goal.key.owner)
