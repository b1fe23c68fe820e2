"""Consoles for stdout and stderr, and text that is safe to put on them."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from io import StringIO, TextIOWrapper
from types import MappingProxyType
from typing import IO, Literal, NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

Colour = Literal["auto", "always", "never"]
Draw = Callable[[int], Iterable[Text]]

_WIDTH, _HEIGHT = 80, 25  # what is not a terminal
_NARROWEST = 20  # cells; below that no layout can be read
_JOINER = "\u200d"

# A control character moves the cursor or worse; a direction mark shows text in another order than it is read in.
# Each becomes one visible character of one cell, so that offsets into the text stay true.
_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_VISIBLE: Mapping[int, str] = MappingProxyType(
    {
        **{code: chr(0x2400 + code) for code in range(0x20)},
        0x7F: "\u2421",
        **dict.fromkeys((*range(0x80, 0xA0), *_DIRECTION, *range(0xD800, 0xE000)), "\ufffd"),
        **dict.fromkeys((0x2028, 0x2029), "\u2424"),
        ord("\t"): " ",
    }
)
_PRINTABLE: Mapping[int, str] = MappingProxyType({**_VISIBLE, ord("\n"): "\n"})

_NEVER_FIRST = frozenset("，。、；：！？）》」』】〕”’…—％,.;:!?)]}%")
_NEVER_LAST = frozenset("（《「『【〔“‘([{@#")


class Cluster(NamedTuple):
    """What a terminal draws as one: a character with its combining marks, its first offset, its width in cells."""

    start: int
    text: str
    cells: int


def console_for(
    colour: Colour,
    *,
    stderr: bool = False,
    file: IO[str] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Console:
    """The console of stdout, stderr or `file`; colour and width as the option, NO_COLOR, TERM and COLUMNS say."""
    stream = file or (sys.stderr if stderr else sys.stdout)
    environ = os.environ if environ is None else environ
    _encode_anything(stream)
    terminal = _is_terminal(stream)
    coloured = _wants_colour(colour, terminal, environ)
    width, height = _size(stream, terminal, environ)
    return _Console(
        file=stream,
        stderr=stderr,
        force_terminal=terminal or coloured,
        color_system="standard" if coloured else None,
        no_color=not coloured,
        width=width,
        height=height,
        highlight=False,
        markup=False,
        emoji=False,
    )


def show_text(console: Console, text: str | Text, end: str = "\n") -> None:
    """Print text for people: unwrapped, and harmless whatever it holds."""
    shown = Text(printable(text)) if isinstance(text, str) else _harmless(text)
    console.print(shown, soft_wrap=True, end=end)


def show_all(draw: Draw, colour: Colour) -> None:
    """Print texts on stdout, drawn for the width it has."""
    console = console_for(colour)
    for text in draw(console.width):
        show_text(console, text)


def recorded(draw: Draw, colour: Colour) -> str:
    """The same as a string, for a file; coloured only if asked for."""
    into = StringIO()
    console = console_for(colour, file=into)
    for text in draw(console.width):
        show_text(console, text)
    return into.getvalue()


def is_read_on_a_terminal() -> bool:
    """Whether stdout is a terminal: what is piped on keeps its lines whole."""
    return _is_terminal(sys.stdout)


def write_exactly(console: Console, text: str) -> None:
    """Write a document for programs (JSON, Markdown, CSV …) as it is, down to its tabs."""
    console.file.write(text)
    console.file.flush()


def printable(text: str) -> str:
    """`text` with control characters and direction marks made visible, one for one; tabs become spaces."""
    return text.translate(_PRINTABLE)


def printable_line(text: str) -> str:
    """The same for what must stay on one line, such as a path."""
    return text.translate(_VISIBLE)


def clusters(text: str) -> list[Cluster]:
    """The clusters of one line of printable text."""
    found: list[Cluster] = []
    before = ""
    for offset, character in enumerate(text):
        width = cell_len(character)
        # An emoji after a joiner melts into the one before it; a letter does not.
        if found and (width == 0 or (width == 2 and before == _JOINER)):
            start, shown, _ = found[-1]
            # Older Rich adds up what a joiner melts into one.
            found[-1] = Cluster(start, shown + character, min(2, cell_len(shown + character)))
        else:
            found.append(Cluster(offset, character, width))
        before = character
    return found


def wrapped(text: str, width: int) -> list[str]:
    """One line of text as lines of at most `width` cells; Chinese breaks anywhere but at its punctuation."""
    if cell_len(text) <= width:
        return [text.rstrip()]
    lines, used = [""], 0
    for piece in _pieces(text):
        if used and used + cell_len(piece.rstrip()) > width:
            lines.append("")
            used = 0
        for part in _fitting(piece, width):
            if used + cell_len(part.rstrip()) > width:
                lines.append("")
                used = 0
            lines[-1] += part
            used += cell_len(part)
    return [line.rstrip() for line in lines]


def _pieces(text: str) -> list[str]:
    """What is not to be broken: words with their punctuation and the spaces after them, single 汉字."""
    pieces: list[str] = []
    before = Cluster(0, "", 0)
    for cluster in clusters(text):
        wide = 2 in (before.cells, cluster.cells)
        glued = cluster.text in _NEVER_FIRST or before.text in _NEVER_LAST
        begins = (wide and not glued) or (before.text == " " and not _is_unit(cluster.text, pieces))
        if pieces and (cluster.text == " " or not begins):
            pieces[-1] += cluster.text
        else:
            pieces.append(cluster.text)
        before = cluster
    return pieces


def _is_unit(sign: str, pieces: list[str]) -> bool:
    """Whether a sign belongs to the number before it although a space stands between the two: 17 %."""
    return sign in ("%", "‰") and bool(pieces) and pieces[-1].rstrip()[-1:].isdigit()


def _fitting(piece: str, width: int) -> Iterable[str]:
    """The piece itself, or cut into its clusters where it is longer than a whole line."""
    if cell_len(piece.rstrip()) <= width:
        return (piece,)
    return (cluster.text for cluster in clusters(piece))


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Let the error go on to the program's boundary; Rich itself would exit with 1."""
        raise  # noqa: PLE0704 - called from Rich's `except BrokenPipeError`


def _harmless(text: Text) -> Text:
    plain = printable(text.plain)
    if plain == text.plain:
        return text
    safe = text.copy()
    safe.plain = plain
    return safe


def _encode_anything(stream: IO[str]) -> None:
    """A character that the stream's encoding lacks is shown as its escape, not as a crash."""
    if isinstance(stream, TextIOWrapper) and stream.errors in ("strict", "surrogateescape"):
        stream.reconfigure(errors="backslashreplace")


def _is_terminal(stream: IO[str]) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False


def _wants_colour(colour: Colour, terminal: bool, environ: Mapping[str, str]) -> bool:
    if colour != "auto":
        return colour == "always"
    dumb = environ.get("TERM", "").lower() in ("dumb", "unknown")
    return terminal and not dumb and not environ.get("NO_COLOR")


def _size(stream: IO[str], terminal: bool, environ: Mapping[str, str]) -> tuple[int, int]:
    width, height = 0, 0
    if terminal:
        try:
            width, height = os.get_terminal_size(stream.fileno())
        except OSError:
            width = height = 0
    columns = environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit():
        width = int(columns) or width
    return max(width or _WIDTH, _NARROWEST), height or _HEIGHT
