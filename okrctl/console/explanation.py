"""An explanation for people: on a terminal folded at its width, with the places it names faint."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

from okrctl.console.output import printable_line, wrapped
from okrctl.language import Language
from okrctl.progress.explained import Line

_FAINT, _HEAD = "dim", "bold"
_STEP = 2  # cells of one level
_HANGING = 2  # cells by which the rest of a line stands in
_LEAST = 12  # cells of text beside the deepest indentation


def render_explanation(lines: Iterable[Line], language: Language, width: int | None) -> Iterator[Text]:
    """The lines, none wider than `width` cells; None leaves each in one piece."""
    for line in lines:
        whole = printable_line(line.say(language))
        if width is None or cell_len(whole) <= width:
            said = line.depth * _STEP + len(line.text)
            yield Text.assemble((whole[:said], _style(line)), (whole[said:], _FAINT))
        else:
            yield from _folded(line, width)


def _folded(line: Line, width: int) -> Iterator[Text]:
    """What is said, then the place on a line of its own that stands in further."""
    indent = min(line.depth * _STEP, max(width - _LEAST - _HANGING, 0))
    inner = indent + _HANGING
    text, where = printable_line(line.text), printable_line(line.where)
    first, *more = wrapped(text, width - indent)
    yield Text(" " * indent + first, _style(line))
    rest = wrapped(text[len(first) :].lstrip(), width - inner) if more else []
    yield from (Text(" " * inner + part, _style(line)) for part in rest)
    yield from (Text(" " * inner + part, _FAINT) for part in (wrapped(where, width - inner) if where else ()))


def _style(line: Line) -> str:
    return "" if line.depth else _HEAD
