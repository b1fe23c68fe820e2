"""What `todo done` and `todo add` do: find what is meant, then write it into the note of the week."""

from collections.abc import Iterable, Sequence

from okrctl.cli.note_session import (
    Asked,
    Desk,
    author_of,
    drafting_for,
    open_desk,
    put_into_note,
    step_of,
    week_of,
)
from okrctl.cli.opened import FOLLOWED, open_chosen
from okrctl.cli.session import Session
from okrctl.editing.said import News, Said, SaidOther
from okrctl.editing.targets import has_week, target_of
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Bilingual
from okrctl.models.base import composed
from okrctl.models.calendar import Week
from okrctl.models.ids import is_handle, parse_todo
from okrctl.workspace.choice import begun_since, choose_cycle, ended_before
from okrctl.workspace.index import NoteKey, Workspace
from okrctl.workspace.schema import closest
from okrctl.workspace.todos import MissingTodo, Todo, Todos

_MEETING = Bilingual("Agreed in the meeting", "会议结论与待办")
_CLOSED = Bilingual("closed {reference}: {text}", "已完成 {reference}：{text}")
_CLOSED_LATE = Bilingual(
    "closed {reference}: {text} (in {week}, the last week of {cycle})",
    "已完成 {reference}：{text}（记在 {cycle} 的最后一周 {week}）",
)
_WAS_CLOSED = Bilingual(
    "{reference} was closed in {week} by {name} already", "{reference} 在 {week} 已由{name}标记完成"
)
_NO_TODO = Bilingual('there is no to-do "{written}"', "没有待办事项“{written}”")
_NEAR = Bilingual("did you mean {near}?", "是否想写 {near}？")
_LISTED = Bilingual("okrctl todo {name} lists what is open", "okrctl todo {name} 会列出未完成的待办")
_FORM = Bilingual("write it as the list shows it: {week}/{name}/1", "写法与列表中一样：{week}/{name}/1")
_UNREAD = Bilingual(
    "its note cannot be read, or lies in a cycle that was not read: okrctl validate says why, --cycle names another",
    "它所在的进展记录无法读取，或不在读取的周期内：okrctl validate 会说明原因，--cycle 可换周期",
)
_TWO_CYCLES = Bilingual("these to-dos belong to different cycles", "这些待办属于不同的周期")
_TWO_CYCLES_HINT = Bilingual("close those of each cycle by a command of its own", "请每个周期各用一条命令")


def close_todos(session: Session, written: Sequence[str], note: tuple[str | None, str | None], dry_run: bool) -> None:
    """Close to-dos in the note of a week and a person (by default this week's, one's own)."""
    named = session.options.cycle or _cycle_named(written)
    desk = _open_around(session, named, Asked("todo done", None, *note))
    todos = Todos(desk.drafting.workspace)
    found = [_find(desk, todos, _without_cycle(one), named or desk.note.cycle) for one in written]
    to_close: dict[NoteKey, list[Todo]] = {}
    for todo in {todo.key: todo for todo in found}.values():
        if notes := todos.closings.get(todo.key):
            name = desk.drafting.workspace.name_of(notes[0].author)
            session.remark(_WAS_CLOSED.format(reference=todo.reference, week=notes[0].week, name=name))
        else:
            to_close.setdefault(_note_for(desk, todos, todo, told=note[0] is not None), []).append(todo)
    for key, some in to_close.items():
        put_into_note(session, desk._replace(note=key), News(done=tuple(str(one.reference) for one in some)), dry_run)
        for todo in some if not dry_run else ():
            closed = _CLOSED if key.week == desk.note.week else _CLOSED_LATE
            session.remark(closed.format(reference=todo.reference, text=todo.text, week=key.week, cycle=key.cycle))


def add_todo(session: Session, text: str, goal: str | None, note: tuple[str | None, str | None], dry_run: bool) -> None:
    """Write a to-do down: under the update of its key result, or with what is on nobody's sheet."""
    desk = open_desk(session, Asked("todo add", goal, *note))
    step = step_of(session, desk, text)
    if goal is not None:
        target = target_of(desk.drafting, desk.note, goal)
        news = News((Said(target.address, next_steps=(step,)),))
    else:
        language = desk.drafting.workspace.settings.value.language
        titles = tuple(dict.fromkeys(_MEETING.say(each) for each in (language, *LANGUAGES)))
        news = News(other=(SaidOther(titles, (step,)),))
    put_into_note(session, desk, news, dry_run)


def _open_around(session: Session, named: str | None, asked: Asked) -> Desk:
    """The note of this week, in the cycle that is named where that has the week, else in the usual one, else in any.

    A cycle that has ended is read, too: what was left open in it is closed from where one is now.
    """
    chosen: list[NoteKey] = []

    def choose(frame: Workspace) -> Iterable[str]:
        day, author = session.today(frame.settings.value.timezone), author_of(session, frame, asked)
        week = week_of(session, asked.week, day)
        about = choose_cycle(frame, named, author, day)
        possible = (about, choose_cycle(frame, None, author, day), choose_cycle(frame, None, None, day))
        cycle = next((one for one in possible if asked.week or has_week(one, week)), about)
        chosen.append(NoteKey(cycle.id, week, author))
        over = (about, *ended_before(frame, cycle))
        return {one.id for each in over for one in (*frame.needed_for(cycle.id), each, *begun_since(frame, each, day))}

    return Desk(drafting_for(session, open_chosen(session, choose, FOLLOWED)), chosen[0])


def _note_for(desk: Desk, todos: Todos, todo: Todo, told: bool) -> NoteKey:
    """The note that can close a to-do: this week's of its own cycle or of the current one, else the last of its own.

    A reference tells no cycle: in another one's note it must not mean something else. `told`: the week was asked for.
    """
    workspace = desk.drafting.workspace
    own, current = workspace.cycles[todo.key.note.cycle], workspace.cycles[desk.note.cycle]
    if has_week(own, desk.note.week) and own.state != "closed":
        return desk.note._replace(cycle=own.id)
    found = todos.find(str(todo.reference), current.id)
    takes_it = has_week(current, desk.note.week) and current.state != "closed"
    if told or (takes_it and isinstance(found, Todo) and found.key == todo.key):
        return desk.note
    return desk.note._replace(cycle=own.id, week=Week.of(own.end))


def _find(desk: Desk, todos: Todos, written: str, cycle: str) -> Todo:
    found = todos.find(written, cycle)
    if isinstance(found, Todo):
        return found
    name, message = desk.note.author, _NO_TODO.format(written=written)
    known = [str(todo.reference) for todo in todos.all if todo.key not in todos.closings]
    if found is MissingTodo.UNREAD:  # it may be there: only a slip in the name or number is a slip
        known = [one for one in known if one.split("/")[0] == written.split("/", 1)[0]]
    if near := closest(written, known):
        raise OkrctlError(message, _NEAR.format(near=near))
    if found is MissingTodo.UNREAD:
        raise OkrctlError(message, _UNREAD)
    hint = _LISTED.format(name=name) if parse_todo(written) else _FORM.format(week=desk.note.week, name=name)
    raise OkrctlError(message, hint)


def _cycle_named(written: Sequence[str]) -> str | None:
    """The cycle that references name before a colon; None where none does."""
    cycles = {composed(one.rpartition(":")[0]) for one in written}
    if len(cycles) > 1:
        raise OkrctlError(_TWO_CYCLES, _TWO_CYCLES_HINT)
    named = next(iter(cycles), "")
    return named if named and is_handle(named) else None


def _without_cycle(written: str) -> str:
    return written.strip().rpartition(":")[2]
