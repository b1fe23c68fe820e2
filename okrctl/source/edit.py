"""Edits of a document's text: splices at the places of its nodes, so that nothing else of the file changes.

The list is closed: put a value in the place of another, add a key to a mapping, append an entry to a list. After every
edit the text is read again and must give exactly the data that was meant; what cannot be edited safely is refused.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple, NoReturn

from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.source.document import Data, Document
from okrctl.source.edit_layout import Layout
from okrctl.source.edit_text import Flow, Value, data_of, indented, item, on_one_line, pair
from okrctl.source.outline import MAPPING, SCALAR, Step
from okrctl.source.parse import parse
from okrctl.source.place import Place, locate
from okrctl.source.problem import ProblemKind
from okrctl.source.span import Span

_REFUSED = Bilingual(
    "{path}:{line}:{column}: {why}; nothing was written", "{path}:{line}:{column}：{why}；未写入任何内容"
)
_BY_HAND = Bilingual("make this change in an editor", "请在编辑器里手工修改")
_ALIAS = Bilingual(
    "okrctl does not edit files with YAML aliases ({found})", "文件里有 YAML 别名（{found}），okrctl 不会改动它"
)
_LAYOUT = Bilingual("okrctl cannot edit this YAML safely", "okrctl 无法安全地改动这里的 YAML")
_TWICE = Bilingual('the key "{found}" stands here twice', "键“{found}”在这里出现了两次")
_COMMENT_OF_BLOCK = re.compile(r"[|>][0-9+-]*[ \t]+(?P<comment>#[^\r\n]*)")
_COMMENT_BELOW = re.compile(r"(?:(?:\r\n|\n|\r)[ ]*)+?(?<=[\r\n])(?P<indent>[ ]*)#[^\r\n]*")


class Put(NamedTuple):
    """`value` takes the place of the scalar, or of the empty list or mapping, at `steps`."""

    steps: tuple[Step, ...]
    value: Value


class Add(NamedTuple):
    """A new `key` with its value in the mapping at `steps`: behind the key `after`, else at the end."""

    steps: tuple[Step, ...]
    key: str
    value: Value
    after: str | None = None


class Append(NamedTuple):
    """A new entry at the end of the list at `steps`."""

    steps: tuple[Step, ...]
    value: Value


Edit = Put | Add | Append


class Splice(NamedTuple):
    """`text` in the place of a range of the old text."""

    span: Span
    text: str

    def into(self, text: str) -> str:
        """The text with the splice made."""
        return text[: self.span.start] + self.text + text[self.span.end :]


def edited(document: Document, edits: Iterable[Edit]) -> Document:
    """The document after the edits, one after the other; OkrctlError where one cannot be made safely."""
    for edit in edits:
        text = splice_of(document, edit).into(document.text)
        document = reread(document, text, meant(document.data, edit), edit.steps)
    return document


def splice_of(document: Document, edit: Edit) -> Splice:
    """The one change of the text that makes the edit."""
    layout = _layout(document)
    if not layout.find(edit.steps).complete:
        refuse(Place(document, edit.steps))
    if isinstance(edit, Put):
        return _put(layout, edit)
    return _add(layout, edit) if isinstance(edit, Add) else _append(layout, edit)


def reread(document: Document, text: str, data: Data, steps: tuple[Step, ...] = ()) -> Document:
    """The document with a new text; OkrctlError (naming `steps`) unless that is read as exactly `data`."""
    after = parse(document.path, text)
    if not after.readable or _twice(after) > _twice(document) or not _alike(after.data, data):
        refuse(Place(document, steps))
    return after


def meant(data: Data, edit: Edit) -> Data:
    """The data that a document holds after an edit."""
    return _changed(data, edit.steps, edit)


def refuse(place: Place, why: Bilingual = _LAYOUT) -> NoReturn:
    """End with why a document cannot be edited at a place."""
    where = locate(place)
    message = _REFUSED.format(path=where.path, line=where.start.line, column=where.start.column, why=why)
    raise OkrctlError(message, _BY_HAND)


def _twice(document: Document) -> int:
    """How many keys stand twice; a comment that looks like text that was cut off has always been there."""
    return sum(problem.kind is ProblemKind.DUPLICATE for problem in document.problems)


def _layout(document: Document) -> Layout:
    if document.outline is None:
        refuse(Place(document))
    layout = Layout(document, document.outline)
    for problem in document.problems:
        if problem.kind is ProblemKind.DUPLICATE:
            refuse(Place(document, span=problem.span), _TWICE.format(found=problem.found))
    if alias := layout.alias():
        refuse(Place(document, span=alias), _ALIAS.format(found=document.text[alias.start : alias.end]))
    return layout


def _put(layout: Layout, edit: Put) -> Splice:
    if not edit.steps or (layout.find(edit.steps).kind != SCALAR and layout.data(edit.steps)):
        refuse(Place(layout.document, edit.steps))
    span, in_flow = layout.find(edit.steps).value, layout.in_flow(edit.steps)
    key = edit.steps[-1]
    if isinstance(key, str) and not in_flow:
        first, *rest = pair(key, edit.value, layout.style())
        if rest:
            return _unfolded(layout, edit, first.rpartition(":")[2], rest)
    old = layout.text[span.start : span.end]
    comment = _COMMENT_OF_BLOCK.match(old)
    new = on_one_line(edit.value, in_flow=in_flow)
    return Splice(span, f"{'' if old else ' '}{new}{'  ' + comment['comment'] if comment else ''}")


def _unfolded(layout: Layout, edit: Put, head: str, lines: list[str]) -> Splice:
    """A value of several lines behind its key; what stood behind the old value on its line stays there."""
    span, text = layout.find(edit.steps).value, layout.text
    start, end = len(text[: span.start].rstrip(" \t")), layout.end_of_line(span.end)
    if text[start - 1] != ":":
        refuse(Place(layout.document, edit.steps))
    comment = _COMMENT_OF_BLOCK.match(text, span.start)
    behind = f"  {comment['comment']}" if comment else text[span.end : end].rstrip()
    column = layout.column_of_keys(edit.steps[:-1])
    return Splice(Span(start, end), head + behind + _joined(layout, indented(lines, column)))


def _add(layout: Layout, edit: Add) -> Splice:
    siblings = layout.data(edit.steps)
    if not isinstance(siblings, dict) or edit.key in siblings:
        refuse(Place(layout.document, edit.steps))
    name = edit.after if edit.after in siblings else next(reversed(siblings), None)
    last = None if name is None else (*edit.steps, name)
    if layout.is_flow(edit.steps):
        return _within(layout, edit, last, on_one_line({edit.key: edit.value})[1:-1])
    if last is None:
        refuse(Place(layout.document, edit.steps))
    return _below(layout, last, indented(pair(edit.key, edit.value, layout.style()), layout.column_of_keys(edit.steps)))


def _append(layout: Layout, edit: Append) -> Splice:
    entries, start = layout.data(edit.steps), layout.find(edit.steps).value.start
    if not isinstance(entries, list):
        refuse(Place(layout.document, edit.steps))
    last = (*edit.steps, len(entries) - 1) if entries else None
    if layout.is_flow(edit.steps):
        return _within(layout, edit, last, on_one_line(edit.value))
    if last is None or layout.text[start : start + 1] != "-":
        refuse(Place(layout.document, edit.steps))
    value, is_block = edit.value, layout.find(last).kind == MAPPING and not layout.is_flow(last)
    if isinstance(value, Flow) and is_block:
        value = value.value  # as its neighbour is written
    lines = item(value, layout.style()._replace(dash=layout.dash(last)))
    return _below(layout, last, indented(lines, layout.column(start)))


def _within(layout: Layout, edit: Add | Append, last: tuple[Step, ...] | None, text: str) -> Splice:
    """Text between brackets: behind the last entry, before a comma that may follow it."""
    if last is None:
        at = layout.find(edit.steps).value.start + 1
        return Splice(Span(at, at), text)
    found = layout.find(last).value
    # Behind the colon of a key without a value a comma would be taken for the value.
    at = layout.end(last) if found.start < found.end else layout.find(edit.steps).value.end - 1
    return Splice(Span(at, at), f", {text}")


def _below(layout: Layout, last: tuple[Step, ...], lines: list[str]) -> Splice:
    """Lines below the last one of a node, and below the comments that stand further in than they do."""
    at = layout.end_of_line(layout.end(last))
    column = len(lines[0]) - len(lines[0].lstrip(" "))
    while (comment := _COMMENT_BELOW.match(layout.text, at)) and len(comment["indent"]) > column:
        at = comment.end()
    return Splice(Span(at, at), _joined(layout, lines))


def _joined(layout: Layout, lines: list[str]) -> str:
    return "".join(layout.style().line_end + line for line in lines)


def _changed(data: Data, steps: tuple[Step, ...], edit: Edit) -> Data:
    if not steps:
        return _applied(data, edit)
    first, *rest = steps
    if isinstance(data, dict):
        return {key: _changed(one, tuple(rest), edit) if key == first else one for key, one in data.items()}
    if isinstance(data, list):
        return [_changed(one, tuple(rest), edit) if number == first else one for number, one in enumerate(data)]
    return data


def _applied(data: Data, edit: Edit) -> Data:
    new = data_of(edit.value)
    if isinstance(edit, Add) and isinstance(data, dict):
        keys = list(data)
        keys.insert(keys.index(edit.after) + 1 if edit.after in keys else len(keys), edit.key)
        return {key: new if key == edit.key else data[key] for key in keys}
    if isinstance(edit, Append) and isinstance(data, list):
        return [*data, new]
    return new


def _alike(one: Data, other: Data) -> bool:
    """Whether two data are the same, down to the order of keys and the types of scalars."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other or (one != one and other != other)  # noqa: PLR0124 - nan equals nothing
