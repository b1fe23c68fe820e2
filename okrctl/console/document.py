"""A Markdown document on the terminal, laid out by Rich."""

from collections.abc import Iterator, Mapping
from io import StringIO
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Markdown, MarkdownElement, TableElement
from rich.table import Table
from rich.text import Text

from okrctl.console.output import printable

_BREAK = "<br>"


def draw_document(text: str, width: int) -> Iterator[Text]:
    """The document as lines for so many cells: headings, lists and tables; no HTML in it but line breaks."""
    file = StringIO()
    console = Console(file=file, width=width, force_terminal=True, color_system="standard", legacy_windows=False)
    console.print(_Document(printable(text).replace(_BREAK, " · ")))
    for line in Text.from_ansi(file.getvalue().rstrip("\n")).split(allow_blank=True):
        line.rstrip()
        yield line


class _FoldingTable(TableElement):
    """A table that folds what does not fit a cell: Rich's own would cut off a long word."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for table in super().__rich_console__(console, options):
            if isinstance(table, Table):
                for column in table.columns:
                    column.overflow = "fold"
            yield table


class _Document(Markdown):
    elements: ClassVar[Mapping[str, type[MarkdownElement]]] = {  # type: ignore[assignment]
        **Markdown.elements,
        "table_open": _FoldingTable,
    }
