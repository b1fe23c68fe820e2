"""The note of somebody with open key results is missing.

## What it does

In open cycles, takes the newest check-in whose meeting is over, and everybody who has or shares a key result that
counts: is there a note by them? Counts from a person's first note on; nothing is missing in holidays (`checkin.skip`),
from who was `away` up to the meeting, has not joined yet, or has left, or where nobody has written any note for three
months. Each person is named once.

## Why it matters

The meeting talks about what stands in the document. What is missing there is either not talked about at all, or costs
everybody the time in which somebody tells it. One note that is skipped makes the next one easier to skip.

## How to fix

Write the note now, three lines are enough: the number, what is in the way, what comes next. Who was away should have
the days in `org.yaml`, a holiday of all belongs into `checkin.skip`. It is fine to ignore this finding where somebody
reports through a colleague for a while; for good, `owner` and `with` should say so.

---

有进行中的关键结果，却没有交进展记录。

## 检查什么

在进行中的周期里，看最近一次已经开过的周会：负责或参与关键结果的人，有没有交这一次的进展记录？
从一个人写第一份记录起算；假期（checkin.skip）、开会前一直请假（away）、还没入职或已离职的不算；
三个月没有任何人写过进展的周期也不算。每人只提示一次。

## 为什么重要

周会谈的是文档里写的内容。没写进去的，要么没有人谈，要么占用所有人的时间听他口头讲。一次不写，下一次就更容易不写。

## 如何修改

现在补上，三行就够：数字、卡在哪里、下一步做什么。请假的人，把日期写进 org.yaml；全员放假，写进 checkin.skip。
一段时间里由同事代为更新的，可以保留；如果长期如此，应该在 owner 或 with 里写清楚。
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta

from okrctl.alignment.goals import Goal
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language
from okrctl.models.calendar import Week
from okrctl.progress.attendance import owing, roll_call
from okrctl.progress.timing import responsible_for
from okrctl.rules.casts import notes
from okrctl.rules.context import Context
from okrctl.rules.followup.followed import followed_since
from okrctl.workspace.index import Cycle
from okrctl.workspace.layout import Kind, path_of
from okrctl.workspace.notes import says_something
from okrctl.workspace.rhythm import Round, meeting_day, rounds_until

_EN = "updates:\n  - {{kr: growth/O1/KR1, value: {value}, progress: The checklist keeps {more} more in a hundred.}}\n"
_ZH = "updates:\n  - {{kr: 增长部/O1/KR1, value: {value}, progress: 新手清单每百家多留住{more}家客户。}}\n"
_AWAY_EN = """\
people:
  kim: {name: Kim Vos, team: growth, away: [{from: 2026-02-09, to: 2026-02-13}]}
"""
_AWAY_ZH = """\
people:
  陈晨: {name: 陈晨, team: 增长部, away: [{from: 2026-02-09, to: 2026-02-13}]}
"""
_SHEET_EN = """\
objectives:
  - id: O1
    title: The first page explains itself
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Eight of ten testers finish without a word from us}
      - {id: KR2, title: The share that leaves on the page falls from 40 % to 25 %}
"""
_SHEET_ZH = """\
objectives:
  - id: O1
    title: 首页不用解释就能看懂
    aligns_to: [增长部/O1]
    key_results:
      - {id: KR1, title: 十位测试者中八位独立完成}
      - {id: KR2, title: 首页跳出率从 40% 降到 25%}
"""
_OWN_EN = "updates:\n  - {kr: O1/KR1, percent: 20, progress: Three of five testers asked nothing.}\n"
_OWN_ZH = "updates:\n  - {kr: O1/KR1, percent: 20, progress: 五位测试者中有三位一次都没有问。}\n"


def _of_wang(language: Language, *weeks: str) -> Example:
    text, more = (_EN, ("one", "two")) if language == "en" else (_ZH, ("一", "两"))
    written = zip(weeks, (32, 33), more, strict=False)
    return notes(language, {week: text.format(value=value, more=word) for week, value, word in written})


def _of_kim(language: Language, org: str) -> Example:
    name, own, text = ("kim", _SHEET_EN, _OWN_EN) if language == "en" else ("陈晨", _SHEET_ZH, _OWN_ZH)
    return Example(
        language,
        {"org/sales.yaml": org, f"{name}.yaml": own, f"cycles/2026-Q1/notes/2026-W06/{name}.yaml": text},
    )


RULE = Rule(
    "OKR410",
    "note-missing",
    Severity.ADVICE,
    Bilingual("no note of somebody with open key results", "有进行中的关键结果，却没有进展记录"),
    bad=(
        _of_wang("en", "2026-W05"),
        _of_kim("en", _AWAY_EN.replace(", away: [{from: 2026-02-09, to: 2026-02-13}]", "")),
        _of_wang("zh", "2026-W05"),
        _of_kim("zh", _AWAY_ZH.replace(", away: [{from: 2026-02-09, to: 2026-02-13}]", "")),
    ),
    good=(
        _of_wang("en", "2026-W05", "2026-W07"),
        _of_kim("en", _AWAY_EN),
        _of_wang("zh", "2026-W05", "2026-W07"),
        _of_kim("zh", _AWAY_ZH),
    ),
    depends_on_time=True,
)

_MESSAGE = Bilingual(
    "{name} has open key results and wrote no note for {week} (the meeting was on {day}); the last one is of {last}",
    "{name} 有进行中的关键结果，却没有 {week} 的进展记录（周会在 {day}）；最近一份是 {last}",
)
_REMEDY = Bilingual(
    "write {path} (okrctl checkin --week {week}); an absence in org.yaml: away: [{{from: {monday}, to: {day}}}]",
    "补写 {path}（okrctl checkin --week {week}）；请假写进 org.yaml：away: [{{from: {monday}, to: {day}}}]",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Everybody who has written before, once, by the shortest open cycle in which he owes a note."""
    written = _weeks_by_author(context)
    judged: set[str] = set()
    opened = (cycle for cycle in context.workspace.cycles.values() if followed_since(context, cycle))
    for cycle in sorted(opened, key=lambda cycle: (cycle.days, cycle.id)):
        # On the day of the meeting there is still time.
        rounds = rounds_until(cycle, context.settings.checkin, context.today - timedelta(days=1))
        if rounds:
            owe = owing(context.graph, (cycle.id,), rounds[-1][-1]) - judged
            judged |= owe
            late = {name: weeks for name, weeks in written.items() if name in owe and min(weeks) <= rounds[-1][-1]}
            yield from _missing(context, cycle, rounds[-1], late)


def _weeks_by_author(context: Context) -> dict[str, set[Week]]:
    written: dict[str, set[Week]] = {}
    for key, note in context.workspace.notes.items():
        if says_something(note.value):
            written.setdefault(key.author, set()).add(key.week)
    return written


def _missing(
    context: Context, cycle: Cycle, weeks: Round, written: Mapping[str, Collection[Week]]
) -> Iterator[Diagnostic]:
    """Those of whom no note of the check-in is there, in whichever cycle it might lie."""
    absent = [name for name, own in written.items() if not any(week in own for week in weeks)]
    around = {other.id for other in context.workspace.overlapping(cycle.id)}
    for seat in roll_call(context.graph, around, sorted(absent), (weeks,)) if absent else ():
        if seat.presence == "missing":
            earlier = max(week for week in written[seat.person] if week <= seat.week)
            yield _finding(context, cycle, seat.person, (seat.week, earlier))


def _finding(context: Context, cycle: Cycle, person: str, weeks: tuple[Week, Week]) -> Diagnostic:
    week, last = weeks
    day = meeting_day(context.settings.checkin, week)
    goal = next(goal for goal in _shared_by(context, cycle, person) if not goal.is_dropped(day))
    message = _MESSAGE.format(name=context.workspace.name_of(person), week=week, day=day, last=last)
    path = path_of(Kind.NOTE, cycle=cycle.id, week=str(week), author=person)
    remedy = _REMEDY.format(path=path, week=week, monday=week.monday, day=day)
    return found(RULE, goal.place.at("title"), message, remedy)


def _shared_by(context: Context, cycle: Cycle, person: str) -> Iterator[Goal]:
    """The key results that somebody answers for or shares, his own sheet's first."""
    goals = (one for one in context.graph.goals.values() if one.key_result is not None and one.key.cycle == cycle.id)
    for goal in sorted(goals, key=lambda one: one.key.owner != person):
        shared = (*(goal.key_result.with_ if goal.key_result else ()), *goal.objective.with_)
        if person in (goal.key.owner, responsible_for(context.workspace, goal), *shared):
            yield goal
