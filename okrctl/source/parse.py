"""Text → data, places and problems, in one walk over the parser's events.

A parser's own composer and resolver cost more than libyaml itself, let duplicate keys pass and read YAML 1.1; and
the limits must hold before memory is spent. So the events are walked here.
"""

import re
import sys
from dataclasses import dataclass, field
from typing import Any

from okrctl.source import events as yaml
from okrctl.source.document import Data, Document
from okrctl.source.outline import ALIAS, MAPPING, SCALAR, SEQUENCE, Outline
from okrctl.source.problem import Problem, ProblemKind
from okrctl.source.scalar import resolve
from okrctl.source.span import Span

DEEPEST = 50  # levels of nesting
MOST_ALIASED = 10_000  # nodes that aliases stand for, all together
LONGEST_SECOND_LOOK = 64 * 1024  # code points; Python's parser takes half a second for these
_CUT_OFF = re.compile(r"[ \t]+#(?=[^\s#!])")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_TEXT_TAGS = ("!", "!!str", "tag:yaml.org,2002:str")


def parse(path: str, text: str, next_event: yaml.NextEvent | None = None) -> Document:
    """Read `text` (without BOM); what is wrong with it stands in `problems`, nothing is raised."""
    if unprintable := _UNPRINTABLE.search(text):
        problem = Problem(ProblemKind.CONTROL, Span(*unprintable.span()), f"U+{ord(unprintable[0]):04X}")
        return Document(path, text, problems=(problem,))
    walk = _Walk(text, watch_comments=_CUT_OFF.search(text) is not None)
    try:
        walk.run(next_event or yaml.events(text))
    except yaml.YAMLError as error:
        if next_event is None and len(text) <= LONGEST_SECOND_LOOK:
            return parse(path, text, yaml.pure_events(text))
        walk.problems.append(yaml.problem_of(error, text))
    except _RefusedError as refused:
        walk.problems.append(refused.problem)
    problems = tuple(walk.problems)
    if any(problem.kind.fatal for problem in problems):
        fatal = tuple(problem for problem in problems if problem.kind.fatal)
        return Document(path, text, problems=fatal)
    return Document(path, text, walk.root, walk.outline, problems)


class _RefusedError(Exception):
    def __init__(self, kind: ProblemKind, event: Any, found: str = "") -> None:
        super().__init__(kind.value)
        self.problem = Problem(kind, Span(event.start_mark.index, event.end_mark.index), found)


@dataclass(slots=True)
class _Open:
    """A collection that has begun and not ended."""

    data: dict[str, Data] | list[Data]
    node: int
    anchor: str | None
    counted: int
    key: str | None = None
    twice: bool = False
    spans: dict[str, Span] = field(default_factory=dict)


class _Walk:
    def __init__(self, text: str, watch_comments: bool) -> None:
        self.text = text
        self.watch_comments = watch_comments
        self.root: Data = None
        self.outline = Outline()
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Data, int, int]] = {}
        self.counted = 0  # nodes, those behind aliases included
        self.aliased = 0

    def run(self, next_event: yaml.NextEvent) -> None:
        documents = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self.scalar(event)
            elif kind is yaml.MappingStartEvent:
                self.begin(event, {}, MAPPING)
            elif kind is yaml.SequenceStartEvent:
                self.begin(event, [], SEQUENCE)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.end(event)
            elif kind is yaml.AliasEvent:
                self.alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _RefusedError(ProblemKind.DOCUMENTS, event)
            elif kind is yaml.StreamEndEvent:
                if self.root is None:
                    raise _RefusedError(ProblemKind.EMPTY, event)
                return

    def scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        value, stack = event.value, self.stack
        plain = event.implicit[0]
        if event.tag is not None:
            self.check_tag(event)
            plain = False
        if stack and stack[-1].key is None and type(stack[-1].data) is dict:
            self.key(stack[-1], value, Span(start, end))
            return
        if event.style in ("|", ">"):
            end = _end_of_block(self.text, start, end)
        elif start == end:
            start = end = self.place_of_nothing(start)
        self.counted += 1
        node = self.outline.add(start, end, SCALAR)
        data = resolve(value) if plain else value
        if event.anchor is not None:
            self.anchors[event.anchor] = (data, node, 1)
        if self.watch_comments and plain and type(data) is str:
            self.check_cut_off(start, end)
        self.put(data)

    def key(self, mapping: _Open, name: str, span: Span) -> None:
        mapping.key = name = sys.intern(name)
        self.outline.add(span.start, span.end, SCALAR, len(self.outline.keys))
        first = mapping.spans.setdefault(name, span)
        mapping.twice = first is not span
        if mapping.twice:
            self.problems.append(Problem(ProblemKind.DUPLICATE, span, name, first))
            self.outline.keys.append("\0" + name)  # a place asked for by name is that of the first one
        else:
            self.outline.keys.append(name)

    def put(self, data: Data) -> None:
        if not self.stack:
            self.root = data
            return
        parent = self.stack[-1]
        if isinstance(parent.data, list):
            parent.data.append(data)
            return
        if parent.key is not None and not parent.twice:
            parent.data[parent.key] = data
        parent.key = None

    def begin(self, event: Any, data: dict[str, Data] | list[Data], kind: int) -> None:
        self.check_tag(event)
        if len(self.stack) >= DEEPEST:
            raise _RefusedError(ProblemKind.NESTING, event)
        if self.stack and self.stack[-1].key is None and isinstance(self.stack[-1].data, dict):
            raise _RefusedError(ProblemKind.KEY, event)
        node = self.outline.add(event.start_mark.index, event.end_mark.index, kind)
        self.stack.append(_Open(data, node, event.anchor, self.counted))
        self.counted += 1

    def end(self, event: Any) -> None:
        done = self.stack.pop()
        begun = self.outline.span(done.node).start
        end = max(begun, event.end_mark.index)
        self.outline.close(done.node, begun + len(self.text[begun:end].rstrip()))
        if done.anchor is not None:
            self.anchors[done.anchor] = (done.data, done.node, self.counted - done.counted)
        self.put(done.data)

    def alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise _RefusedError(ProblemKind.ANCHOR, event, event.anchor)
        data, node, size = self.anchors[event.anchor]
        if self.stack and self.stack[-1].key is None and isinstance(self.stack[-1].data, dict):
            raise _RefusedError(ProblemKind.KEY, event)
        self.counted += size
        self.aliased += size
        if self.aliased > MOST_ALIASED:
            raise _RefusedError(ProblemKind.ALIASES, event)
        self.outline.add(event.start_mark.index, event.end_mark.index, ALIAS, node)
        self.put(data)

    def place_of_nothing(self, at: int) -> int:
        """Behind the colon or dash; the pure parser would say where the next token begins."""
        if self.stack and self.stack[-1].key is not None:
            key = self.outline.cells[-3], self.outline.cells[-2]
            return self.text.find(":", key[1]) + 1 or at
        while at > 0 and self.text[at - 1] in " \r\n":
            at -= 1
        return at

    def check_tag(self, event: Any) -> None:
        tag = event.tag if event.tag is None else str(event.tag)
        if tag is not None and not (tag in _TEXT_TAGS and type(event) is yaml.ScalarEvent):
            raise _RefusedError(ProblemKind.TAG, event, tag.replace("tag:yaml.org,2002:", "!!"))

    def check_cut_off(self, start: int, end: int) -> None:
        if start < end and (cut := _CUT_OFF.match(self.text, end)):
            lost = self.text[cut.end() - 1 :].split("\n", 1)[0].rstrip()
            self.problems.append(Problem(ProblemKind.CUT_OFF, Span(start, end), lost))


def _end_of_block(text: str, start: int, end: int) -> int:
    """Where a block scalar's text ends: the parser's own mark stands at the next token, comments included."""
    lines = text[start:end].splitlines(keepends=True)
    indent = next((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), 0)
    kept = [lines[0]]
    for line in lines[1:]:
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            break
        kept.append(line)
    return start + len("".join(kept).rstrip())
