"""What `todo` does: whose, which cycle; then the list."""

import shlex
from collections.abc import Iterable

from okrctl.cli.opened import OpenedCycle, known_owner, open_cycle
from okrctl.cli.session import Session
from okrctl.cli.whose import myself
from okrctl.language import Bilingual
from okrctl.reports.todo.build import TodoWish, build_todos
from okrctl.reports.todo.record import TodoList
from okrctl.workspace.choice import begun_since, ended_before
from okrctl.workspace.index import Cycle, Workspace

_LEFT_ONE = Bilingual("1 to-do is still open in {cycle}: {command}", "{cycle} 还有 1 项待办未完成：{command}")
_LEFT = Bilingual("{n} to-dos are still open in {cycle}: {command}", "{cycle} 还有 {n} 项待办未完成：{command}")


def list_todos(session: Session, asked: str | None, only_overdue: bool, format_name: str) -> None:
    """Read the cycle, build the list, print it."""

    def whose(frame: Workspace) -> str:
        return known_owner(frame, asked) if asked else myself(session, frame, "todo")

    def also(frame: Workspace, cycle: Cycle) -> Iterable[Cycle]:
        before, day = ended_before(frame, cycle), session.today(frame.settings.value.timezone)
        return (*before, *(later for each in (cycle, *before) for later in begun_since(frame, each, day)))

    found = open_cycle(session, whose, also=also)
    wish = TodoWish(found.owner or "", found.cycle.id, found.opened.today, only_overdue)
    _print(session, build_todos(found.opened.graph, wish), format_name)
    if session.options.cycle is None:
        _name_left_open(session, found, wish, asked)


def _name_left_open(session: Session, found: OpenedCycle, wish: TodoWish, asked: str | None) -> None:
    """What nobody closed in a cycle that is over would else be seen by nobody."""
    for cycle in ended_before(found.opened.workspace, found.cycle):
        todos = build_todos(found.opened.graph, wish._replace(cycle=cycle.id)).todos
        if left := sum(todo.cycle == cycle.id for todo in todos):
            command = shlex.join(("okrctl", "todo", *([asked] if asked else []), "--cycle", cycle.id))
            message = _LEFT_ONE if left == 1 else _LEFT
            session.remark(message.format(n=left, cycle=cycle.id, command=command))


def _print(session: Session, report: TodoList, format_name: str) -> None:
    if format_name == "json":
        from okrctl.diagnostics.formats.escapes import as_json as json_text
        from okrctl.reports.todo.as_json import as_json

        session.result(json_text(as_json(report)))
    elif format_name == "md":
        from okrctl.reports.todo.md import render

        session.result(render(report, session.language))
    else:
        from okrctl.cli.shown import show
        from okrctl.console.todo_table import render_todos

        show(session, lambda width: render_todos(report, session.language, width))
