"""The list of open to-dos on a terminal: due, what, and below it whose, for what, and how to close it."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from okrctl.console.output import printable_line, wrapped
from okrctl.language import Language
from okrctl.reports.todo import words
from okrctl.reports.todo.record import OpenTodo, TodoList

_HEAD, _FAINT, _LATE = "bold", "dim", "red"
_DATE = 10  # cells of a date
_GAP = 2
_LEAST = 24  # cells of the text; below that the columns beside it go into a line of their own
_OWNER, _GOAL = 18, 20  # cells


def render_todos(report: TodoList, language: Language, width: int) -> Iterator[Text]:
    """The list as texts to print one below the other, none wider than `width` cells."""
    yield from (Text(part, _HEAD) for part in wrapped(printable_line(words.title(report, language)), width))
    yield from (Text(part, _FAINT) for part in wrapped(printable_line(words.state(report, language)), width))
    if not report.todos:
        yield Text()
        yield from (Text(part) for part in wrapped(words.nothing(report, language), width))
    columns = _columns(report, language, width)
    for heading, todos in words.sections(report, language):
        yield Text()
        yield Text(heading, _HEAD)
        for todo in todos:
            yield from _wide(todo, language, columns) if columns else _narrow(todo, language, width)


def _columns(report: TodoList, language: Language, width: int) -> tuple[int, ...]:
    """The widths of text, owner, goal and reference; none where they do not fit beside each other."""
    beside = [[cell_len(printable_line(part)) for part in _beside(todo, language)] for todo in report.todos]
    if not beside:
        return ()
    owner, goal, reference = (max(cells) for cells in zip(*beside, strict=True))
    owner, goal = min(owner, _OWNER), min(goal, _GOAL)
    text = width - (_DATE + owner + goal + reference + 4 * _GAP) - _GAP
    longest = max(cell_len(printable_line(words.text(todo, language))) for todo in report.todos)
    return (min(text, longest), owner, goal, reference) if text >= min(longest, _LEAST) else ()


def _beside(todo: OpenTodo, language: Language) -> tuple[str, str, str]:
    return words.owners(todo, language), words.goal(todo), todo.reference


def _wide(todo: OpenTodo, language: Language, columns: tuple[int, ...]) -> Iterator[Text]:
    """One row; what is too long for its column goes on below."""
    text, *beside = columns
    owner, goal, reference = _beside(todo, language)
    parts = [words.text(todo, language), owner, goal, reference]
    cells = [wrapped(printable_line(part), width) for part, width in zip(parts, (text, *beside), strict=True)]
    for number in range(max(map(len, cells))):
        line = Text(" " * _GAP).append(*_date(todo) if number == 0 else (" " * _DATE, ""))
        for column, (lines, width) in enumerate(zip(cells, columns, strict=True)):
            shown = lines[number] if number < len(lines) else ""
            line.append(" " * _GAP).append(_padded(shown, width), _FAINT if column >= 2 else "")
        line.rstrip()
        yield line


def _narrow(todo: OpenTodo, language: Language, width: int) -> Iterator[Text]:
    margin = _GAP + _DATE + _GAP if width >= 2 * _LEAST else _GAP
    if margin == _GAP:
        yield Text(" " * _GAP).append(*_date(todo))
    beside = [part for part in _beside(todo, language) if part]
    for number, part in enumerate(wrapped(printable_line(words.text(todo, language)), width - margin)):
        begin = Text(" " * _GAP).append(*_date(todo)) if number == 0 and margin > _GAP else Text(" " * (margin - _GAP))
        yield begin.append(" " * _GAP).append(part)
    for part in wrapped(printable_line(" · ".join(beside)), width - margin):
        yield Text(" " * margin).append(part, _FAINT)


def _date(todo: OpenTodo) -> tuple[str, str]:
    return _padded(todo.due.isoformat() if todo.due else "", _DATE), _LATE if todo.is_overdue else ""


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
