"""A Markdown document on the terminal, laid out by Rich."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.markdown import Markdown
from rich.text import Text

from okrctl.console.output import printable

_BREAK = "<br>"


def draw_document(text: str, width: int) -> Iterator[Text]:
    """The document as lines for so many cells: headings, lists and tables; no HTML in it but line breaks."""
    file = StringIO()
    console = Console(file=file, width=width, force_terminal=True, color_system="standard", legacy_windows=False)
    console.print(Markdown(printable(text).replace(_BREAK, " · ")))
    yield Text.from_ansi(file.getvalue().rstrip("\n"))
