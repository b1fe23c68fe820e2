"""What `todo done` and `todo add` do: find what is meant, then write it into the note of the week."""

from collections.abc import Sequence

from okrctl.cli.note_session import Desk, open_desk, put_into_note
from okrctl.cli.session import Session
from okrctl.editing.said import News, Said, SaidOther, SaidStep
from okrctl.editing.targets import target_of
from okrctl.editing.todo_text import read_todo
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Bilingual
from okrctl.models.base import composed
from okrctl.models.ids import is_handle, parse_todo
from okrctl.workspace.schema import closest
from okrctl.workspace.todos import MissingTodo, Todo, Todos

_MEETING = Bilingual("Agreed in the meeting", "会议结论与待办")
_CLOSED = Bilingual("closed {reference}: {text}", "已完成 {reference}：{text}")
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
    session.prefer_cycle(_cycle_named(written))
    desk = open_desk(session, "todo done", None, *note)
    todos = Todos(desk.drafting.workspace)
    found = {todo.key: todo for todo in (_find(desk, todos, _without_cycle(one)) for one in written)}
    for todo in found.values():
        if notes := todos.closings.get(todo.key):
            name = desk.drafting.workspace.name_of(notes[0].author)
            session.remark(_WAS_CLOSED.format(reference=todo.reference, week=notes[0].week, name=name))
    to_close = [todo for key, todo in found.items() if key not in todos.closings]
    if not to_close:
        return
    put_into_note(session, desk, News(done=tuple(str(todo.reference) for todo in to_close)), dry_run)
    for todo in to_close if not dry_run else ():
        session.remark(_CLOSED.format(reference=todo.reference, text=todo.text))


def add_todo(session: Session, text: str, goal: str | None, note: tuple[str | None, str | None], dry_run: bool) -> None:
    """Write a to-do down: under the update of its key result, or with what is on nobody's sheet."""
    desk = open_desk(session, "todo add", goal, *note)
    step = SaidStep(*read_todo(text, desk.drafting.workspace, desk.day))
    if goal is not None:
        target = target_of(desk.drafting, desk.note, goal)
        news = News((Said(target.address, next_steps=(step,)),))
    else:
        language = desk.drafting.workspace.settings.value.language
        titles = tuple(dict.fromkeys(_MEETING.say(each) for each in (language, *LANGUAGES)))
        news = News(other=(SaidOther(titles, (step,)),))
    put_into_note(session, desk, news, dry_run)


def _find(desk: Desk, todos: Todos, written: str) -> Todo:
    found = todos.find(written, desk.note.cycle)
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
