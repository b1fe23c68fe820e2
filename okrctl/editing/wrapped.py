"""Long texts as comments of several lines, by the width that a fixed-width font gives them."""

import re
from collections.abc import Iterator

from okrctl.editing.texts import cells
from okrctl.source.quote import in_comment

WIDTH = 110  # cells, the mark of the comment included
# A Chinese character may end a line; what follows it must not begin one with a closing mark.
_PIECES = re.compile(r"\s*(?:[\u3400-\u9fff][，。；：、！？）》”’…]*|[^\s\u3400-\u9fff]+[，。；：、！？）》”’…]*)")


def commented(text: str, first: str, following: str) -> Iterator[str]:
    """`text` on as many lines as it needs; `first` and `following` stand before them, a # included."""
    line, is_empty = first, True
    for found in _PIECES.finditer(in_comment(text)):
        piece = found[0]
        if not is_empty and cells(line) + cells(piece) > WIDTH:
            yield line
            line, is_empty = following, True
        line += piece.lstrip() if is_empty else piece
        is_empty = False
    yield line
