"""Green outside, red inside: the reported status and the number disagree.

## What it does

Takes the newest `status` of every goal and compares it with the pace on the day of that week's meeting: reported on
track while the progress is off track by the thresholds of the settings (`pace`), or reported off track while the
progress is on track and no risk says why. Silent without any data, for goals that were dropped, and in cycles with
`state: closed`. An objective is not reported beside its key results.

## Why it matters

A green light stops all questions. When it covers a red number, help comes weeks later than it could have, and the next
green light is not believed either. The reverse costs attention that others need more.

## How to fix

Say what the number says, `off_track` or `at_risk`, and name the risk and what would help; nobody is blamed for saying
it early. If the progress was never planned to run in a straight line, give the key result its `checkpoints`, or its
milestones their own `due`. If the red light is a warning of what the number does not show yet, write it as a risk. It
is fine to leave this finding where the value is known to jump late and everybody knows why: ignore it and say so.

---

外绿内红：填写的状态和数字对不上。

## 检查什么

取每个目标最新一次填写的 status，与那一周周会当天的时间进度对照：填了“正常”，而按设置里的阈值（pace）进度已经延期；
或者填了“已延期”，进度却正常，也没有写风险。没有数据的、已终止的目标和已关闭（state: closed）的周期不检查；
关键结果已提示的，目标不再重复提示。

## 为什么重要

绿灯一亮，就没有人再追问。绿灯下面是红的数字，帮助就会晚到几周，下一次亮绿灯也没有人信了。
反过来，明明正常却报红，占用的是别人更需要的关注。

## 如何修改

数字是什么样，状态就填什么样（off_track、at_risk），并写明风险和需要的支持；早说不丢人。如果本来就没打算匀速推进，
给关键结果写阶段目标值 checkpoints，或者给里程碑写各自的 due。如果报红是因为看到了数字还没有反映的问题，把它写成风险。
数值注定后期才会跳升、大家也都清楚的，可以保留，写明原因即可。
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual, same
from okrctl.progress import show
from okrctl.progress.figures import GoalFigures
from okrctl.progress.reported import Reported, newest_status
from okrctl.progress.timing import term_of
from okrctl.rules.casts import note
from okrctl.rules.context import Context
from okrctl.rules.followup.fitting import plain
from okrctl.rules.followup.followed import Followed, followed, has_lost_number
from okrctl.rules.followup.standing import standing
from okrctl.workspace.rhythm import meeting_day

_EN = """\
updates:
  - kr: growth/O1/KR1
    value: {value}
    status: {status}
    progress: One of three experiments won, and the checklist keeps two more teams in a hundred.
"""
_RISK_EN = """\
    risks:
      - {risk: From March the mail provider throttles us, need: A second provider, from: [dana]}
"""
_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: {value}
    status: {status}
    progress: 三个实验赢了一个，新手清单每百家多留住两家客户。
"""
_RISK_ZH = """\
    risks:
      - {risk: 邮件服务商从三月起限流, need: 接入第二家服务商, from: [赵敏]}
"""
RULE = Rule(
    "OKR402",
    "watermelon",
    Severity.WARNING,
    Bilingual("reported status and computed pace contradict each other", "填写的状态与实际进度不符"),
    bad=(
        note("en", _EN.format(value=32, status="on_track")),
        note("en", _EN.format(value=36, status="off_track")),
        note("zh", _ZH.format(value=32, status="on_track")),
        note("zh", _ZH.format(value=36, status="off_track")),
    ),
    good=(
        note("en", _EN.format(value=35, status="on_track")),
        note("en", _EN.format(value=32, status="off_track") + _RISK_EN),
        note("zh", _ZH.format(value=35, status="on_track")),
        note("zh", _ZH.format(value=32, status="off_track") + _RISK_ZH),
    ),
    depends_on_time=True,
)

_MESSAGE = Bilingual(
    "{address} is reported {reported}, but with {made} and {expected} expected on {day} it is {computed}",
    "{address} 填的是“{reported}”，但截至 {day} {made}，{expected}，实际为“{computed}”",
)
_GREEN = Bilingual(
    "write status: off_track, with the risk and what would help: risks: [{{risk: …, need: …}}]{plan}",
    "改为 status: off_track，并写明风险和需要的支持：risks: [{{risk: …, need: …}}]{plan}",
)
_PLAN = Bilingual(
    "; if this is where it was planned to be, say so on the sheet: checkpoints: {{{day}: {value}}}",
    "；如果原计划就是这个进度，在表里写明：checkpoints: {{{day}: {value}}}",
)
_RED = Bilingual(
    "write what the number does not show: risks: [{risk: …, need: …}]; without a risk, status: on_track",
    "写明数字还没有反映的问题：risks: [{risk: …, need: …}]；没有风险就写 status: on_track",
)


class Contradiction(NamedTuple):
    """A newest status that says otherwise than the figures on the day of that week's meeting."""

    said: Reported
    figures: GoalFigures
    day: date


def check(context: Context) -> Iterator[Diagnostic]:
    """Every goal with a status; an objective only where none of its key results contradicts itself."""
    blamed: set[GoalKey] = set()
    for one in followed(context):
        if one.goal.key not in blamed and (wrong := contradiction(context, one)) is not None:
            blamed.add(one.goal.key.of_objective)
            yield _finding(context, one.goal, wrong)


def contradiction(context: Context, one: Followed) -> Contradiction | None:
    """Green over red, or red over green that no risk explains; None where they agree or nothing is known."""
    said = newest_status(one.updates)
    if said is None or said.update.status not in ("on_track", "off_track") or one.cycle.state == "closed":
        return None
    day = meeting_day(context.settings.checkin, said.week)
    figures = context.figures_on(day).goal(one.goal.key)
    opposite = "off_track" if said.update.status == "on_track" else "on_track"
    if not figures.has_data or figures.computed_status != opposite or has_lost_number(one, figures.last):
        return None
    explained = opposite == "on_track" and said.update.risks
    return None if explained else Contradiction(said, figures, day)


def _finding(context: Context, goal: Goal, wrong: Contradiction) -> Diagnostic:
    update, stands = wrong.said.update, standing(context.figures_on(wrong.day), goal.key)
    message = _MESSAGE.format(
        address=goal.key.address(),
        reported=show.status_words(str(update.status)),
        made=stands.made,
        expected=stands.expected,
        day=wrong.day,
        computed=show.status_words(str(wrong.figures.computed_status)),
    )
    remedy = _RED if update.status == "off_track" else _GREEN.format(plan=_plan(context, goal, wrong))
    return found(RULE, wrong.said.place.at("status"), message, remedy)


def _plan(context: Context, goal: Goal, wrong: Contradiction) -> Bilingual:
    """How to say that this is where it was planned to be: for a metric on its way that has no checkpoints yet."""
    figures, key_result, term = wrong.figures, goal.key_result, term_of(context.workspace, goal)
    if key_result is None or key_result.kind != "metric" or key_result.checkpoints or term is None:
        return same("")
    on_its_way = term.start <= wrong.day < term.due and 0 <= figures.progress <= 1
    return _PLAN.format(day=wrong.day, value=plain(figures.current)) if on_its_way else same("")
