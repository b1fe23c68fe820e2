"""Text → data, places and problems, in one walk over the parser's events.

A parser's own composer and resolver cost more than libyaml itself, let duplicate keys pass and read YAML 1.1; and
the limits must hold before memory is spent. So the events are walked here.
"""

import re
import sys
import unicodedata
from typing import Any, NamedTuple

from okrctl.source import events as yaml
from okrctl.source.document import Document
from okrctl.source.outline import ALIAS, MAPPING, SCALAR, SEQUENCE, Outline
from okrctl.source.problem import Problem, ProblemKind
from okrctl.source.scalar import resolve
from okrctl.source.span import Span

DEEPEST = 50  # levels of nesting
MOST_ALIASED = 10_000  # nodes that aliases stand for, all together
LONGEST_SECOND_LOOK = 64 * 1024  # code points; Python's parser takes half a second for these
_CUT_OFF = re.compile(r"[ \t]+#(?=[^\s#!])")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BLOCK_STYLES = ("|", ">")
_TWICE = object()  # the key, until its mapping ends, of a value whose key was there before
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*)+")
_TEXT_TAGS = ("!", "!!str", "tag:yaml.org,2002:str")


def parse(path: str, text: str, next_event: yaml.NextEvent | None = None) -> Document:
    """Read `text` (without BOM); what is wrong with it stands in `problems`, nothing is raised."""
    walk = _Walk(text, watch_comments=(" #" in text or "\t#" in text) and _CUT_OFF.search(text) is not None)
    try:
        walk.run(next_event or yaml.events(text))
    except yaml.YAMLError as error:
        if unprintable := _UNPRINTABLE.search(text):
            problem = Problem(ProblemKind.CONTROL, Span(*unprintable.span()), f"U+{ord(unprintable[0]):04X}")
            return Document(path, text, problems=(problem,))
        if next_event is None and len(text) <= LONGEST_SECOND_LOOK:
            return parse(path, text, yaml.pure_events(text))
        walk.problems.append(yaml.problem_of(error, text))
    except _RefusedError as refused:
        walk.problems.append(refused.problem)
    outline, problems = walk.finish()
    if any(problem.kind.fatal for problem in problems):
        fatal = tuple(problem for problem in problems if problem.kind.fatal)
        return Document(path, text, problems=fatal)
    return Document(path, text, walk.root, outline, problems)


class _RefusedError(Exception):
    def __init__(self, kind: ProblemKind, event: Any, found: str = "") -> None:
        super().__init__(kind.value)
        self.problem = Problem(kind, Span(event.start_mark.index, event.end_mark.index), found)


class _Open(NamedTuple):
    """A collection that has begun: what `_Walk` comes back to when an inner one ends."""

    data: Any
    key: Any
    node: int
    anchor: str | None
    counted: int


class _Walk:
    """The state of one walk. Half a million events pass through `scalar`: it does without calls and records."""

    def __init__(self, text: str, watch_comments: bool) -> None:
        self.text = text
        self.watch_comments = watch_comments
        self.root: Any = None
        self.cells: list[int] = []
        self.keys: list[str] = []
        self.nodes = 0
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.data: Any = None  # the collection that is open, innermost
        self.is_mapping = False
        self.key: Any = None  # the key whose value comes next
        self.duplicates: list[tuple[int, str, Span]] = []
        self.anchors: dict[str, tuple[Any, int, int]] = {}
        self.behind_aliases = 0

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
        start, end, data = event.start_mark.index, event.end_mark.index, event.value
        tagged = event.ctag is not None  # `tag` would build a string for every event
        if tagged:
            self.check_tag(event)
        if tagged or event.anchor is not None:
            start = self.behind_properties(start, end)
        self.nodes += 1
        if self.is_mapping and self.key is None:
            self.cells += (start, end, len(self.keys) * 4)
            self.name(data, start, end)
            return
        if event.implicit[0] and not tagged:
            if start == end:
                start = end = self.place_of_nothing(start)
            data = resolve(data)
            if self.watch_comments and type(data) is str:
                self.check_cut_off(start, end)
        elif event.style in _BLOCK_STYLES:
            end = _end_of_block(self.text, start, end)
        self.cells += (start, end, SCALAR)
        if event.anchor is not None:
            self.anchors[event.anchor] = (data, self.nodes - 1, 1)
        self.put(data)

    def name(self, name: str, start: int, end: int) -> None:
        """A key, in NFC: kept once in memory for all files, and reported where it stands for the second time."""
        name = sys.intern(name if name.isascii() else unicodedata.normalize("NFC", name))
        if name in self.data:
            self.duplicates.append((self.stack[-1].node, name, Span(start, end)))
            self.key = _TWICE
            self.keys.append("\0" + name)  # a place asked for by name is that of the first one
        else:
            self.key = name
            self.keys.append(name)

    def put(self, data: Any) -> None:
        if self.is_mapping:
            self.data[self.key] = data
            self.key = None
        elif self.stack:
            self.data.append(data)
        else:
            self.root = data

    def begin(self, event: Any, data: Any, kind: int) -> None:
        if event.ctag is not None:
            self.check_tag(event)
        if len(self.stack) >= DEEPEST:
            raise _RefusedError(ProblemKind.NESTING, event)
        if self.is_mapping and self.key is None:
            raise _RefusedError(ProblemKind.KEY, event)
        counted = self.nodes + self.behind_aliases
        self.stack.append(_Open(self.data, self.key, self.nodes, event.anchor, counted))
        start = event.start_mark.index
        if event.anchor is not None and event.flow_style:
            start = self.behind_properties(start, event.end_mark.index)
        self.cells += (start, event.end_mark.index, kind)
        self.nodes += 1
        self.data, self.key, self.is_mapping = data, None, kind == MAPPING

    def end(self, event: Any) -> None:
        done, opened = self.data, self.stack.pop()
        if self.is_mapping and self.duplicates:
            done.pop(_TWICE, None)
        at = opened.node * 3
        begun = self.cells[at]
        end = max(begun, event.end_mark.index)
        # A block's own mark stands at the next token, which can be many lines of comments away.
        self.cells[at + 1] = begun + len(self.text[begun:end].rstrip())
        self.cells[at + 2] += self.nodes * 4
        if opened.anchor is not None:
            counted = self.nodes + self.behind_aliases - opened.counted
            self.anchors[opened.anchor] = (done, opened.node, counted)
        self.data, self.key, self.is_mapping = opened.data, opened.key, type(opened.data) is dict
        self.put(done)

    def alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise _RefusedError(ProblemKind.ANCHOR, event, event.anchor)
        if self.is_mapping and self.key is None:
            raise _RefusedError(ProblemKind.KEY, event)
        data, node, size = self.anchors[event.anchor]
        self.behind_aliases += size
        if self.behind_aliases > MOST_ALIASED:
            raise _RefusedError(ProblemKind.ALIASES, event)
        self.cells += (event.start_mark.index, event.end_mark.index, node * 4 + ALIAS)
        self.nodes += 1
        self.put(data)

    def finish(self) -> tuple[Outline, tuple[Problem, ...]]:
        """The outline, and everything that is wrong, with the first of each key that stands twice."""
        outline = Outline(self.cells, self.keys)
        twice = (
            Problem(ProblemKind.DUPLICATE, span, name, outline.key_of(node, name))
            for node, name, span in self.duplicates
        )
        return outline, (*self.problems, *twice)

    def behind_properties(self, start: int, end: int) -> int:
        """Where a value itself begins: the parsers' marks stand before its anchor and tag."""
        found = _PROPERTIES.match(self.text, start, end)
        return found.end() if found else start

    def place_of_nothing(self, at: int) -> int:
        """Behind the colon or dash; the pure parser would say where the next token begins."""
        if self.is_mapping:
            return self.text.find(":", self.cells[-2]) + 1 or at
        while at > 0 and self.text[at - 1] in " \r\n":
            at -= 1
        return at

    def check_tag(self, event: Any) -> None:
        tag = str(event.tag)
        if not (tag in _TEXT_TAGS and type(event) is yaml.ScalarEvent):
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
