"""How a document is laid out where an edit goes: ends and columns of its nodes, brackets, dashes, line ends."""

import re
from typing import NamedTuple

from okrctl.source.document import Data, Document
from okrctl.source.edit_text import Style
from okrctl.source.outline import ALIAS, MAPPING, SCALAR, SEQUENCE, Found, Outline, Step
from okrctl.source.span import Span

_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_DASH = re.compile(r"-[ ]+$")
# A key with nothing behind it, then comments and empty lines, then a dash.
_LIST_UNDER_KEY = re.compile(
    r"^(?P<key>[ ]*)(?P<dashes>(?:-[ ]+)*)[^\s#\-\[{\"'][^#\r\n]*:[ ]*(?:#[^\r\n]*)?(?:\r\n|\n)"
    r"(?:[ ]*(?:#[^\r\n]*)?(?:\r\n|\n))*(?P<dash>[ ]*)-[ ]",
    re.MULTILINE,
)


class Layout(NamedTuple):
    """A document that could be read, and where its nodes stand."""

    document: Document
    outline: Outline

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.document.text

    def find(self, steps: tuple[Step, ...]) -> Found:
        """Where a node stands."""
        return self.outline.find(steps)

    def data(self, steps: tuple[Step, ...]) -> Data:
        """What stands there; None where there is nothing."""
        data = self.document.data
        for step in steps:
            if isinstance(data, dict) and isinstance(step, str):
                data = data.get(step)
            elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
                data = data[step]
            else:
                return None
        return data

    def alias(self) -> Span | None:
        """The first alias of the document, if it has any."""
        nodes = range(len(self.outline.cells) // 3) if "*" in self.text else ()
        return next((self.outline.span(node) for node in nodes if self.outline.kind(node) == ALIAS), None)

    def style(self) -> Style:
        """The line ends of the file, and how far its lists stand in."""
        line_end, found = _LINE_BREAK.search(self.text), _LIST_UNDER_KEY.search(self.text)
        indent = len(found["dash"]) - len(found["key"]) - len(found["dashes"]) if found else Style().list_indent
        return Style(line_end[0] if line_end else Style().line_end, max(indent, 0))

    def is_flow(self, steps: tuple[Step, ...]) -> bool:
        """Whether a node is a list or mapping in brackets."""
        found = self.find(steps)
        return found.kind in (MAPPING, SEQUENCE) and self.text[found.value.start] in "[{"

    def in_flow(self, steps: tuple[Step, ...]) -> bool:
        """Whether a node stands inside brackets."""
        return any(self.is_flow(steps[:depth]) for depth in range(len(steps)))

    def end(self, steps: tuple[Step, ...]) -> int:
        """Where the last scalar or bracket of a node ends: a block's own mark stands behind comments that follow it."""
        inner, found = self.data(steps), self.find(steps)
        if found.kind == SCALAR or not isinstance(inner, dict | list) or not inner or self.is_flow(steps):
            return found.value.end
        return self.end((*steps, next(reversed(inner)) if isinstance(inner, dict) else len(inner) - 1))

    def end_of_line(self, at: int) -> int:
        """Where the line ends in which `at` stands, before its line break."""
        found = _LINE_BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def column(self, at: int) -> int:
        """The column of an offset, from 0."""
        return self.document.lines.position(at).column - 1

    def column_of_keys(self, steps: tuple[Step, ...]) -> int:
        """The column in which the keys of a block mapping stand."""
        inner = self.data(steps)
        key = self.find((*steps, next(iter(inner)))).key if isinstance(inner, dict) and inner else None
        return self.column(key.start) if key else 0

    def dash(self, entry: tuple[Step, ...]) -> str:
        """The dash of an entry of a block list, with the spaces behind it."""
        start = self.find(entry).value.start
        found = _DASH.search(self.text[start - self.column(start) : start])
        return found[0] if found else Style().dash
