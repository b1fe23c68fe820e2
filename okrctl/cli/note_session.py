"""What the commands that write into a weekly note share: whose, which cycle and week, and what is said afterwards."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from okrctl.cli.opened import Opened, known_owner, open_cycle
from okrctl.cli.session import Session
from okrctl.cli.whose import myself
from okrctl.cli.writing import apply
from okrctl.editing.drafting import Drafting
from okrctl.editing.note_edit import met, noted, todos_in
from okrctl.editing.overlap import Replaced
from okrctl.editing.said import News, SaidStep
from okrctl.editing.targets import check_week
from okrctl.editing.todo_text import doubt_of_year, read_todo
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, same
from okrctl.models.base import composed
from okrctl.models.calendar import Week
from okrctl.models.ids import parse_address
from okrctl.progress.show import status_words
from okrctl.workspace.index import NoteKey, Workspace
from okrctl.workspace.todos import Todo
from okrctl.workspace.weeks import read_week

_NO_ADDRESS = Bilingual('"{written}" is not the address of a goal', "“{written}”不是目标或关键结果的地址")
_NO_ADDRESS_HINT = Bilingual("write it like O1/KR1 or growth/O1/KR1", "写法如 O1/KR1 或 增长部/O1/KR1")
_TEAM = Bilingual('"{name}" is a team; notes are written by people', "“{name}”是团队，进展记录要由个人来写")
_TEAM_HINT = Bilingual("name a person: --person {example}", "请写一个人：--person {example}")
_TO_COME = Bilingual("week {week} has not begun: it starts on {monday}", "{week} 还没有到，{monday} 才开始")
_TO_COME_HINT = Bilingual(
    "name a week up to the next one: --week {this}, --week {next}", "最多可以提前一周：--week {this} 或 --week {next}"
)
_NEXT_WEEK = Bilingual("{week} is next week: it starts on {monday}", "{week} 是下一周，{monday} 才开始")
_TODO = Bilingual("{reference}: {text} · {who}", "{reference}：{text} · {who}")
_DUE = Bilingual("{said} · due {due}", "{said} · {due} 截止")
_NEED = Bilingual("{reference}: {text} · asked of {who}", "{reference}：{text} · 需要{who}支持")
_AND = Bilingual(", ", "、")
_AGAIN = Bilingual('"{text}" is in the note already: not added again', "“{text}”已经在这份记录里，没有重复添加")
_REPLACED = Bilingual("{address}: {name} {before} → {after}", "{address}：{name} {before} → {after}")
_REWRITTEN = Bilingual('{address}: replaced the progress "{before}"', "{address}：替换了原来的关键进展“{before}”")
_NAMES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "value": Bilingual("value", "当前值"),
        "percent": Bilingual("percent", "完成百分比"),
        "status": Bilingual("status", "状态"),
        "confidence": Bilingual("confidence", "信心指数"),
    }
)
_LONGEST = 100  # characters of a text that is named


class Asked(NamedTuple):
    """What is asked for by options: the command, a goal, the week, and the person whose note it is."""

    verb: str
    goal: str | None = None
    week: str | None = None
    person: str | None = None


class Desk(NamedTuple):
    """The note to be written into, everything around it, and the day on which it is written."""

    drafting: Drafting
    note: NoteKey

    @property
    def day(self) -> date:
        """Today, or the Monday of another week than this one."""
        today = self.drafting.today
        return today if Week.of(today) == self.note.week else self.note.week.monday


def open_desk(session: Session, asked: Asked) -> Desk:
    """The note of a person (default: whoever sits there), in the cycle that fits the goal or him."""
    address = parse_address(asked.goal) if asked.goal else None
    if asked.goal and address is None:
        raise OkrctlError(_NO_ADDRESS.format(written=asked.goal), _NO_ADDRESS_HINT)
    if address is not None:
        session.prefer_cycle(address.cycle)
    authors: list[str] = []

    def whose(frame: Workspace) -> str:
        authors.append(author_of(session, frame, asked))
        named = address is not None and len(address.parts) > 1 and frame.knows(address.parts[0])
        return address.parts[0] if address is not None and named else authors[0]

    found = open_cycle(session, whose)
    week = week_of(session, asked.week, found.opened.today)
    note = NoteKey(found.cycle.id, week, authors[0])
    drafting = drafting_for(session, found.opened)
    check_week(drafting, note)
    return Desk(drafting, note)


def drafting_for(session: Session, opened: Opened) -> Drafting:
    """What was opened, to be written into."""
    return Drafting(opened.workspace, opened.root, session.language, opened.today)


def put_into_note(session: Session, desk: Desk, news: News, dry_run: bool) -> None:
    """Write the news into the note; name the to-dos that came of it, and what it repeats or replaces."""
    change = noted(desk.drafting, desk.note, news)
    remarks = tuple(_remarks(desk, news))
    apply(session, (change,), dry_run, desk.drafting.root)
    if dry_run:
        return
    before = {todo.id for todo in todos_in(desk.note, change.before)}
    for todo in todos_in(desk.note, change.after):
        if todo.id is not None and todo.id not in before:
            session.remark(_said(desk.drafting.workspace, todo))
    for remark in remarks:
        session.remark(remark)


def week_of(session: Session, written: str | None, today: date) -> Week:
    """The week that is named, by default this one; OkrctlError where it begins later than next Monday."""
    week, this = read_week(written, today), Week.of(today)
    if week > this.next():
        hint = _TO_COME_HINT.format(this=this, next=this.next())
        raise OkrctlError(_TO_COME.format(week=week, monday=week.monday), hint)
    if week > this:
        session.remark(_NEXT_WEEK.format(week=week, monday=week.monday))
    return week


def step_of(session: Session, desk: Desk, text: str) -> SaidStep:
    """A to-do as somebody says it, with a word on a year that had to be guessed."""
    todo = read_todo(text, desk.drafting.workspace, desk.day)
    end = desk.drafting.cycle(desk.note.cycle).end
    if doubt := doubt_of_year(todo, desk.day, end):
        session.remark(doubt)
    return SaidStep(todo.what, todo.owner, todo.due)


def author_of(session: Session, frame: Workspace, asked: Asked) -> str:
    """The handle of the person named, else of whoever sits there."""
    if asked.person is None:
        return myself(session, frame, asked.verb)
    handle = known_owner(frame, composed(asked.person))
    if handle in frame.teams:
        raise OkrctlError(_TEAM.format(name=asked.person), _TEAM_HINT.format(example=next(iter(frame.people), "alice")))
    return handle


def _said(workspace: Workspace, todo: Todo) -> Bilingual:
    """A new to-do as it will be referred to, whose it is, and by when."""
    names = [workspace.name_of(owner) for owner in todo.owners]
    who = Bilingual(_AND.en.join(names), _AND.zh.join(names)) if names else Bilingual("nobody yet", "（未指定）")
    said = (_NEED if todo.key.kind == "need" else _TODO).format(reference=todo.reference, text=todo.text, who=who)
    return _DUE.format(said=said, due=todo.due) if todo.due else said


def _remarks(desk: Desk, news: News) -> Iterator[Bilingual]:
    """What the news finds in the note already, and what they take the place of."""
    for entry in met(desk.drafting, desk.note, news):
        yield from (_AGAIN.format(text=_short(text)) for text in entry.repeats)
        for one in entry.replaced:
            if one.name == "progress":
                yield _REWRITTEN.format(address=entry.address, before=_short(str(one.before)))
            else:
                shown = {"before": _shown(one, one.before), "after": _shown(one, one.after)}
                yield _REPLACED.format(address=entry.address, name=_NAMES[one.name], **shown)


def _shown(one: Replaced, value: object) -> Bilingual:
    return status_words(str(value)) if one.name == "status" else same(f"{value:.15g}")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
