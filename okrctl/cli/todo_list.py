"""What `todo` does: whose, which cycle; then the list."""

from okrctl.cli.opened import known_owner, open_cycle
from okrctl.cli.session import Session
from okrctl.cli.whose import myself
from okrctl.reports.todo.build import TodoWish, build_todos
from okrctl.reports.todo.record import TodoList
from okrctl.workspace.index import Workspace


def list_todos(session: Session, asked: str | None, only_overdue: bool, format_name: str) -> None:
    """Read the cycle, build the list, print it."""

    def whose(frame: Workspace) -> str:
        return known_owner(frame, asked) if asked else myself(session, frame, "todo")

    found = open_cycle(session, whose)
    wish = TodoWish(found.owner or "", found.cycle.id, found.opened.today, only_overdue)
    _print(session, build_todos(found.opened.graph, wish), format_name)


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
