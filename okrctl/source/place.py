"""A place in a document by name (path of keys, key or value); lines are computed when somebody looks."""

from typing import Literal, NamedTuple

from okrctl.source.document import Document
from okrctl.source.outline import SCALAR, Step
from okrctl.source.span import Position, Span


class Place(NamedTuple):
    """Where something stands: a document, the steps to a node, and whether its key or its value is meant.

    `word` narrows the place to such a text inside the value, the one that has `number` equal ones before it;
    `span` names a range outside any node.
    """

    document: Document
    steps: tuple[Step, ...] = ()
    part: Literal["key", "value"] = "value"
    word: str | None = None
    span: Span | None = None
    number: int = 0

    def at(self, *steps: Step) -> "Place":
        """The place of something below this one."""
        return Place(self.document, self.steps + steps)

    def key(self) -> "Place":
        """The key instead of the value."""
        return Place(self.document, self.steps, "key")

    def narrowed(self, word: str, number: int = 0) -> "Place":
        """The `word` inside this value that has `number` equal ones before it."""
        return Place(self.document, self.steps, self.part, word, None, number)


class Location(NamedTuple):
    """A place as people and editors name it: path, then line and column from 1; the end is exclusive."""

    path: str
    start: Position
    end: Position


def span_of(place: Place) -> Span:
    """The range of a place; of a collection only its first line: nobody wants carets under a block."""
    if place.span is not None or place.document.outline is None:
        return place.span or Span(0, 0)
    found = place.document.outline.find(place.steps)
    if place.part == "key" and found.complete and found.key is not None:
        return found.key
    if found.kind != SCALAR:
        return _first_line(place.document.text, found.value)
    return _narrow(place, found.value)


def locate(place: Place) -> Location:
    """The line and column of a place, from 1."""
    span, lines = span_of(place), place.document.lines
    end = max(span.start, span.end)
    return Location(place.document.path, lines.position(span.start), lines.position(end))


def _narrow(place: Place, value: Span) -> Span:
    if not place.word:
        return value
    text, at = place.document.text, value.start - len(place.word)
    for _ in range(place.number + 1):
        at = text.find(place.word, at + len(place.word), value.end)
        if at < 0:
            return value
    return Span(at, at + len(place.word))


def _first_line(text: str, span: Span) -> Span:
    shown = text[span.start : span.end].splitlines()
    return Span(span.start, span.start + len(shown[0].rstrip()) if shown else span.start)
