"""Ranges of a text, and the lines and columns they stand for."""

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range of code points, counted from 0."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as an editor shows it: line and column from 1, in code points."""

    line: int
    column: int


class Lines(NamedTuple):
    """The lines of one text: where each begins."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Lines":
        """Count the lines of `text`, whichever line ends it has."""
        return cls(text, (0, *(found.end() for found in _LINE_BREAK.finditer(text))))

    def position(self, offset: int) -> Position:
        """The line and column of a code point offset."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end; empty beyond the last one."""
        return self.part(number, 0, len(self.text))

    def part(self, number: int, first: int, end: int) -> str:
        """What stands in line `number` from column `first` (from 0) up to `end`, without the line end."""
        if not 1 <= number <= len(self.starts):
            return ""
        begin = self.starts[number - 1]
        after = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[begin + first : min(begin + end, after)].rstrip("\r\n")

    def offset(self, line: int) -> int:
        """Where line `line` (from 1) begins."""
        return self.starts[line - 1]
