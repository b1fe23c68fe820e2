"""The list of open to-dos as plain data of a stable shape (2.1)."""

from typing import Any

from okrctl.reports.todo.record import OpenTodo, TodoList, Who

VERSION = 1


def as_json(report: TodoList) -> dict[str, Any]:
    """Everything the list says."""
    return {
        "version": VERSION,
        **_who(report.owner),
        "cycle": report.cycle,
        "today": report.today.isoformat(),
        "todos": [_todo(todo) for todo in report.todos],
    }


def _todo(todo: OpenTodo) -> dict[str, Any]:
    return {
        "reference": todo.reference,
        "kind": todo.kind,
        "what": todo.text,
        "risk": todo.risk or None,
        "owners": [_who(one) for one in todo.owners],
        "author": todo.author.handle,
        "week": str(todo.week),
        "cycle": todo.cycle,
        "due": todo.due.isoformat() if todo.due else None,
        "overdue": todo.is_overdue,
        "address": todo.goal,
        "title": todo.topic or None,
    }


def _who(who: Who) -> dict[str, str]:
    return {"handle": who.handle, "name": who.name}
