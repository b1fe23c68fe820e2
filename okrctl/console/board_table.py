"""Tables of teams on a terminal: names indented as the chart nests them, figures in columns that fit the width."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from okrctl.console.output import printable_line, wrapped

_GAP = 2  # cells between columns
_INDENT = 2
_LEAST = 14  # cells of a name, if there is one as long; below that columns give way
_DEEPEST = 4  # levels that are indented
_FAINT = "dim"

Part = tuple[str, str]
"""A piece of text and its style."""


class Column(NamedTuple):
    """One column: its title, on which side its cells begin, and when it gives way to the names (the highest first)."""

    title: str
    right: bool = True
    gives_way: int = 0


class Row(NamedTuple):
    """One team: its name, its level of the chart, and a cell for each column."""

    name: str
    depth: int
    cells: tuple[tuple[Part, ...], ...]
    style: str = ""


def table(head: str, columns: Sequence[Column], rows: Sequence[Row], width: int) -> Iterator[Text]:
    """The table as lines none of which is wider than `width` cells; a long name goes on below itself."""
    shown = _fitting(columns, rows, width)
    widths = [_width(columns[number], number, rows) for number in shown]
    needed = max([cell_len(head), *(_indent(row) + cell_len(printable_line(row.name)) for row in rows)])
    room = max(min(needed, width - sum(widths) - _GAP * len(widths)), 1)
    titles = tuple(((columns[number].title, _FAINT),) for number in shown)
    yield _line((" " * 0, (head, _FAINT)), titles, [columns[number] for number in shown], (room, widths))
    for row in rows:
        indent = min(_indent(row), room // 2)
        cells: tuple[tuple[Part, ...], ...] = tuple(row.cells[number] for number in shown)
        for piece in wrapped(printable_line(row.name), max(room - indent, 1)):
            name = (" " * indent, (piece, row.style))
            yield _line(name, cells, [columns[number] for number in shown], (room, widths))
            cells = ()


def _indent(row: Row) -> int:
    return min(row.depth, _DEEPEST) * _INDENT


def _fitting(columns: Sequence[Column], rows: Sequence[Row], width: int) -> list[int]:
    """The numbers of the columns that leave room for the names."""
    shown = list(range(len(columns)))

    def room() -> int:
        return width - sum(_width(columns[number], number, rows) + _GAP for number in shown)

    longest = max((_indent(row) + cell_len(printable_line(row.name)) for row in rows), default=0)
    while shown and room() < min(_LEAST, longest):
        shown.remove(max(shown, key=lambda number: columns[number].gives_way))
    return shown


def _width(column: Column, number: int, rows: Sequence[Row]) -> int:
    return max([cell_len(column.title), *(_cells(row.cells[number]) for row in rows)])


def _cells(parts: Sequence[Part]) -> int:
    return sum(cell_len(text) for text, _ in parts)


def _line(
    name: tuple[str, Part],
    cells: Sequence[Sequence[Part]],
    columns: Sequence[Column],
    sizes: tuple[int, Sequence[int]],
) -> Text:
    room, widths = sizes
    parts: list[Part] = [(name[0], ""), name[1]]
    missing = room - cell_len(name[0]) - cell_len(name[1][0])
    for column, width, cell in zip(columns, widths, cells, strict=False):
        space = width - _cells(cell)
        missing += _GAP + (space if column.right else 0)
        if _cells(cell):
            parts += [(" " * missing, ""), *cell]
            missing = 0
        missing += 0 if column.right else space
    return Text.assemble(*parts)
