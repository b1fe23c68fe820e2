"""What the commands that write into a weekly note share: whose, which cycle and week, and what is said afterwards."""

from datetime import date
from typing import NamedTuple

from okrctl.cli.opened import Opened, known_owner, open_cycle
from okrctl.cli.session import Session
from okrctl.cli.whose import myself
from okrctl.cli.writing import apply
from okrctl.editing.drafting import Drafting
from okrctl.editing.note_edit import noted, todos_in
from okrctl.editing.said import News
from okrctl.editing.targets import check_week
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.base import composed
from okrctl.models.calendar import Week
from okrctl.models.ids import parse_address
from okrctl.workspace.index import NoteKey, Workspace
from okrctl.workspace.todos import Todo
from okrctl.workspace.weeks import read_week

_NO_ADDRESS = Bilingual('"{written}" is not the address of a goal', "“{written}”不是目标或关键结果的地址")
_NO_ADDRESS_HINT = Bilingual("write it like O1/KR1 or growth/O1/KR1", "写法如 O1/KR1 或 增长部/O1/KR1")
_TEAM = Bilingual('"{name}" is a team; notes are written by people', "“{name}”是团队，进展记录要由个人来写")
_TEAM_HINT = Bilingual("name a person: --person {example}", "请写一个人：--person {example}")
_TODO = Bilingual("{reference}: {text} · {who}", "{reference}：{text} · {who}")
_DUE = Bilingual("{said} · due {due}", "{said} · {due} 截止")
_NEED = Bilingual("{reference}: {text} · asked of {who}", "{reference}：{text} · 需要{who}支持")
_AND = Bilingual(", ", "、")


class Desk(NamedTuple):
    """The note to be written into, everything around it, and the day on which it is written."""

    opened: Opened
    drafting: Drafting
    note: NoteKey
    day: date


def open_desk(session: Session, verb: str, goal: str | None, week: str | None, person: str | None) -> Desk:
    """The note of `person` (a handle or name; default: whoever sits there), in the cycle that fits the goal or him."""
    address = parse_address(goal) if goal else None
    if goal and address is None:
        raise OkrctlError(_NO_ADDRESS.format(written=goal), _NO_ADDRESS_HINT)
    if address is not None:
        session.prefer_cycle(address.cycle)
    authors: list[str] = []

    def whose(frame: Workspace) -> str:
        authors.append(_author(session, frame, verb, person))
        named = address is not None and len(address.parts) > 1 and frame.knows(address.parts[0])
        return address.parts[0] if address is not None and named else authors[0]

    found = open_cycle(session, whose)
    opened = found.opened
    drafting = Drafting(opened.workspace, opened.root, session.language, opened.today)
    note = NoteKey(found.cycle.id, read_week(week, opened.today), authors[0])
    check_week(drafting, note)
    day = opened.today if Week.of(opened.today) == note.week else note.week.monday
    return Desk(opened, drafting, note, day)


def put_into_note(session: Session, desk: Desk, news: News, dry_run: bool) -> None:
    """Write the news into the note, and name the to-dos that came of it."""
    change = noted(desk.drafting, desk.note, news)
    apply(session, (change,), dry_run, desk.opened.root)
    if dry_run:
        return
    before = {todo.id for todo in todos_in(desk.note, change.before)}
    for todo in todos_in(desk.note, change.after):
        if todo.id is not None and todo.id not in before:
            session.remark(_said(desk.drafting.workspace, todo))


def _author(session: Session, frame: Workspace, verb: str, person: str | None) -> str:
    if person is None:
        return myself(session, frame, verb)
    handle = known_owner(frame, composed(person))
    if handle in frame.teams:
        raise OkrctlError(_TEAM.format(name=person), _TEAM_HINT.format(example=next(iter(frame.people), "alice")))
    return handle


def _said(workspace: Workspace, todo: Todo) -> Bilingual:
    """A new to-do as it will be referred to, whose it is, and by when."""
    names = [workspace.name_of(owner) for owner in todo.owners]
    who = Bilingual(_AND.en.join(names), _AND.zh.join(names)) if names else Bilingual("nobody yet", "（未指定）")
    said = (_NEED if todo.key.kind == "need" else _TODO).format(reference=todo.reference, text=todo.text, who=who)
    return _DUE.format(said=said, due=todo.due) if todo.due else said
