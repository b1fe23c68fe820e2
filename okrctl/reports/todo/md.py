"""The list of open to-dos as Markdown: a task list for a pull request, an issue or a chat."""

from collections.abc import Iterator

from okrctl.language import Bilingual, Language
from okrctl.reports.templating import escape
from okrctl.reports.todo import words
from okrctl.reports.todo.record import OpenTodo, TodoList

_DUE = Bilingual("due {day}", "{day} 截止")


def render(report: TodoList, language: Language) -> str:
    """A document that ends with a newline."""
    lines = [f"# {escape(words.title(report, language))}", "", str(escape(words.state(report, language))), ""]
    for heading, todos in words.sections(report, language):
        lines += [f"## {escape(heading)}", "", *(_line(todo, language) for todo in todos), ""]
    if not report.todos:
        lines += [str(escape(words.nothing(report, language))), ""]
    return "\n".join(lines)


def _line(todo: OpenTodo, language: Language) -> str:
    marks = [f"**{escape(words.owners(todo, language))}**", *map(escape, _marks(todo, language)), f"`{todo.reference}`"]
    return f"- [ ] {escape(words.text(todo, language))} · {' · '.join(marks)}"


def _marks(todo: OpenTodo, language: Language) -> Iterator[str]:
    if todo.due:
        yield _DUE.format(day=todo.due).say(language)
    yield from (mark for mark in (words.asked(todo, language), words.goal(todo)) if mark)
