"""A key result of which nobody has heard for too long.

## What it does

In open cycles, counts the days since the last report of every key result: an update with the value of its kind, for
milestones any update. Holidays (`checkin.skip`) and days on which the person responsible is `away` do not count. More
than `checkin.stale_after_days` is reported; without any report the days count from the beginning of the cycle, from
`due.sheets` or from the first note of the cycle, whichever is the latest. Silent for what is done or dropped, for a
`cascade`, which takes its numbers from others, and where nobody has written any note for three months.

## Why it matters

A goal that nobody speaks of is not being followed up: it is either forgotten or already given up, and both are better
said aloud. Its last number still stands in every total above, and looks as fresh as the others.

## How to fix

Report in this week's note, if only that nothing moved and why. If it is reached, say `status: done`; if it no longer
matters, drop it with the reason. If it can only be measured once a month, the finding is fine to ignore on that key
result; if that is true of most, set `every: month` or more `stale_after_days` in the settings.

---

关键结果太久没有人更新。

## 检查什么

在进行中的周期里，计算每条关键结果距最近一次更新的天数：带有相应数值的进展才算，里程碑类的任何进展都算。
假期（checkin.skip）和责任人请假（away）的日子不计。超过 checkin.stale_after_days 就提示。从未更新过的，
从周期开始、due.sheets 和本周期第一份进展记录三者中最晚的一天算起。已完成、已终止的和
自动级联的不检查；整个周期三个月没有任何人写过进展的，也不检查。

## 为什么重要

没有人提起的目标，就是没有人在跟。要么忘了，要么其实已经放弃，都不如说出来。
它最后一次的数字还留在上面的每一个汇总里，看上去和别的一样新。

## 如何修改

在本周的进展记录里更新一次，哪怕只写没有变化和原因。已经达成的，写 status: done；不再重要的，写明原因后终止。
只能按月统计的，可以在这条关键结果上保留；大多数都是这样，就在设置里改用 every: month，或调大 stale_after_days。
"""

from collections.abc import Iterator
from datetime import date

from okrctl.alignment.goals import Goal
from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language
from okrctl.models.calendar import Week
from okrctl.progress.measure import is_done
from okrctl.progress.pace import days_silent
from okrctl.progress.reported import Reported, newest_report, until
from okrctl.progress.timing import days_away, responsible_for, skipped_days
from okrctl.rules.casts import notes
from okrctl.rules.context import Context
from okrctl.rules.followup.fitting import example_number
from okrctl.rules.followup.followed import followed_since, unread
from okrctl.workspace.index import Cycle
from okrctl.workspace.layout import Kind, path_of

_EN = """\
updates:
  - {{kr: growth/O1/KR1, value: {first}, progress: The checklist keeps two more teams in a hundred.}}
  - {{kr: growth/O1/KR2, value: {second}, progress: The link on the first page brings every tenth invitation.}}
"""
_ZH = """\
updates:
  - {{kr: 增长部/O1/KR1, value: {first}, progress: 新手清单每百家多留住两家客户。}}
  - {{kr: 增长部/O1/KR2, value: {second}, progress: 首页的邀请链接带来一成的新成员。}}
"""
_LIN_EN = """\
updates:
  - {{kr: company/O1/KR1, value: {first}, progress: Thirty teams more pay since the fair.}}
  - {{kr: company/O1/KR2, value: {second}, progress: Every third new team names another one.}}
"""
_LIN_ZH = """\
updates:
  - {{kr: 公司/O1/KR1, value: {first}, progress: 展会之后又有三十家工厂付费。}}
  - {{kr: 公司/O1/KR2, value: {second}, progress: 三成新客户说得出是谁推荐的。}}
"""
_SKIP_EN = "version: 1\nname: Starling\nlanguage: en\ncheckin: {skip: [2026-W05, 2026-W06]}\n"
_SKIP_ZH = "version: 1\nname: 云帆科技\nlanguage: zh\ncheckin: {skip: [2026-W05, 2026-W06]}\n"
_FIRST_EN = "updates:\n  - {kr: growth/O1/KR1, value: 32, progress: The checklist is out for every second team.}\n"
_FIRST_ZH = "updates:\n  - {kr: 增长部/O1/KR1, value: 32, progress: 新手清单已向一半的客户放开。}\n"


def _both(language: Language, week: str, settings: str = "") -> Example:
    """The growth lead and the company's lead report on everything, once."""
    lead, whole, own = ("lin", _LIN_EN, _EN) if language == "en" else ("林一", _LIN_ZH, _ZH)
    files = {f"cycles/2026-Q1/notes/{week}/{lead}.yaml": whole.format(first=240, second=31)}
    if settings:
        files["okrctl.yaml"] = settings
    return notes(language, {week: own.format(first=33, second=60)}, files)


RULE = Rule(
    "OKR403",
    "stale",
    Severity.ADVICE,
    Bilingual("no report for longer than stale_after_days", "太久没有更新（更新滞后）"),
    bad=(
        _both("en", "2026-W04"),
        notes("en", {"2026-W04": _FIRST_EN, "2026-W07": _EN.format(first=34, second=60)}),
        _both("zh", "2026-W04"),
        notes("zh", {"2026-W04": _FIRST_ZH, "2026-W07": _ZH.format(first=34, second=60)}),
    ),
    good=(
        _both("en", "2026-W06"),
        _both("en", "2026-W04", _SKIP_EN),
        _both("zh", "2026-W06"),
        _both("zh", "2026-W04", _SKIP_ZH),
    ),
    depends_on_time=True,
)

_SINCE = Bilingual(
    "{address} was last reported on for {week}: {days} days without a report, stale after {limit}",
    "{address} 最近一次更新是 {week}，已 {days} 天没有更新（上限 {limit} 天）",
)
_NEVER = Bilingual(
    "{address} was never reported on: {days} days without a report, stale after {limit}",
    "{address} 一次也没有更新过，已 {days} 天（上限 {limit} 天）",
)
_REMEDY = Bilingual(
    "report in {path}, for example updates: [{{kr: {address}, {number}, progress: …}}]; without news, say why",
    "在 {path} 里更新，例如 updates: [{{kr: {address}, {number}, progress: …}}]；没有变化也写明原因",
)
_LAST = Bilingual("the last report", "最近一次更新")


def check(context: Context) -> Iterator[Diagnostic]:
    """Every key result of an open cycle that is neither dropped nor done."""
    today, missing = context.today, unread(context)
    begun = {cycle.id: day for cycle in context.workspace.cycles.values() if (day := _begun(context, cycle))}
    for key, goal in context.graph.goals.items():
        key_result, since = goal.key_result, begun.get(key.cycle)
        if since is None or key_result is None or key_result.cascade is not None or goal.is_dropped(today):
            continue
        updates = until(context.reports.get(key, ()), today)
        last = newest_report(updates, key_result.kind)
        days = _days(context, goal, last.ages_from if last else since)
        if days <= context.settings.checkin.days_until_stale or missing.may_change(context, goal):
            continue
        if not (is_done(updates) and context.figures_on(today).goal(key).progress >= 1):
            yield _finding(context, goal, last, days)


def _begun(context: Context, cycle: Cycle) -> date | None:
    """From when silence counts where nobody has reported: follow-up begins with a note, and with sheets to follow."""
    first = followed_since(context, cycle)
    ready = cycle.due.sheets if cycle.due else None
    return max(cycle.start, first, ready or cycle.start) if first else None


def _days(context: Context, goal: Goal, since: date) -> int:
    """The days without a report up to today, or to the end of the cycle: nobody reports after it."""
    workspace = context.workspace
    day = min(context.today, workspace.cycles[goal.key.cycle].end)
    if (day - since).days <= context.settings.checkin.days_until_stale:
        return 0
    return days_silent(since, day, (*skipped_days(workspace), *days_away(workspace, goal)))


def _finding(context: Context, goal: Goal, last: Reported | None, days: int) -> Diagnostic:
    limit, address = context.settings.checkin.days_until_stale, goal.key.address()
    message = (_SINCE if last else _NEVER).format(
        address=address, days=days, limit=limit, week=last.week if last else ""
    )
    person, cycle = responsible_for(context.workspace, goal), context.workspace.cycles[goal.key.cycle]
    week = Week.of(min(context.today, cycle.end))
    path = path_of(Kind.NOTE, cycle=cycle.id, week=str(week), author=person)
    updates = until(context.reports.get(goal.key, ()), context.today)
    number = example_number(goal.key_result, updates) if goal.key_result else ""
    remedy = _REMEDY.format(path=path, address=address, number=number)
    related = (Related(last.place, _LAST),) if last else ()
    return found(RULE, goal.place.at("title"), message, remedy, *related)
