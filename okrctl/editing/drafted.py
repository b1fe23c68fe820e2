"""What `okrctl new note` has prepared behind a #: what is said now takes its place there."""

import re
from typing import NamedTuple

from okrctl.errors import OkrctlError
from okrctl.source.document import Data, Document
from okrctl.source.edit import Splice, reread
from okrctl.source.edit_text import Style, Value, data_of, indented, item
from okrctl.source.outline import SEQUENCE
from okrctl.source.quote import quoted
from okrctl.source.span import Span

_ENTRY = "#   "  # the sign, a space, and the two columns by which lists stand in
_TOP = re.compile(r"(?:# )?[a-z]+:(?: |$)")


class _Block(NamedTuple):
    """The lines of one drafted entry, from 1: the first, that with the dash, the last."""

    first: int
    dash: int
    last: int


def in_draft(document: Document, key: str, value: Value, name: str = "") -> Document | None:
    """The document with `value` in its drafted list `key`, in the place of the drafted entry `name`.

    Of an update the name is its address, of `done` the reference; without one the value stands first in a list that
    was drafted only. None where nothing of the kind is drafted.
    """
    data = document.data
    if not isinstance(data, dict):
        return None
    header = _header(document, key, drafted=key not in data)
    if header is None:
        return None
    block = _block(document, header, name) if name else None
    entries = data.get(key, [])
    if not isinstance(entries, list) or (block is None and key in data):
        return None
    splices = [_filled(document, block, value) if block else _inserted(document, header, value)]
    start = document.lines.offset(header)
    if key not in data:
        splices.append(Splice(Span(start, start + len("# ")), ""))
    text = document.text
    for splice in sorted(splices, reverse=True):
        text = splice.into(text)
    number = _before(document, key, len(entries), document.lines.offset(block.first) if block else 0)
    together: list[Data] = [*entries[:number], data_of(value), *entries[number:]]
    try:
        return reread(document, text, _with_key(document, data, key, together, start))
    except OkrctlError:  # the list has been laid out in another way since
        return None


def _header(document: Document, key: str, drafted: bool) -> int | None:
    """The line that says `# key:`, or that of the key where the list is begun and is a block."""
    if not drafted:
        found = document.outline.find((key,)) if document.outline else None
        is_block = found is not None and found.kind == SEQUENCE and document.text[found.value.start] == "-"
        return document.lines.position(found.key.start).line if found and found.key and is_block else None
    numbers = (number for number in range(1, len(document.lines.starts) + 1) if _line(document, number) == f"# {key}:")
    return next((number for number in numbers if not _in_text(document, number)), None)


def _block(document: Document, header: int, name: str) -> _Block | None:
    """The drafted entry of that name below a header."""
    last = header
    while last < len(document.lines.starts) and not _TOP.match(_line(document, last + 1)):
        last += 1
    wanted = (f"{_ENTRY}- kr: {quoted(name)}", f"{_ENTRY}- {quoted(name)}")
    for number in range(header + 1, last + 1):
        said = _line(document, number).split("    #")[0]
        if said not in wanted or _in_text(document, number):
            continue
        if said == wanted[1]:  # a reference is a line of its own
            return _Block(number, number, number)
        first = end = number
        while _line(document, first - 1).startswith(f"{_ENTRY}# "):
            first -= 1
        while end < last and _line(document, end + 1).startswith(f"{_ENTRY}  "):
            end += 1
        return _Block(first, number, end)
    return None


def _filled(document: Document, block: _Block, value: Value) -> Splice:
    """The drafted entry with its comments kept, and what is said now below them."""
    comments = [_line(document, number).removeprefix("# ") for number in range(block.first, block.dash)]
    lines = [*comments, *indented(item(value, Style()), 2)]
    if block.first == block.last:
        comment = document.lines.line(block.last).partition("    #")
        lines[-1] += "".join(comment[1:])
    end = document.lines.offset(block.last) + len(document.lines.line(block.last))
    return Splice(Span(document.lines.offset(block.first), end), _line_end(document).join(lines))


def _inserted(document: Document, header: int, value: Value) -> Splice:
    at = document.lines.offset(header) + len(document.lines.line(header))
    lines = indented(item(value, Style()), 2)
    return Splice(Span(at, at), "".join(_line_end(document) + line for line in lines))


def _before(document: Document, key: str, entries: int, at: int) -> int:
    """How many entries of a list stand before an offset."""
    if document.outline is None:
        return 0
    return sum(document.outline.find((key, number)).value.start < at for number in range(entries))


def _with_key(document: Document, data: dict[str, Data], key: str, value: Data, at: int) -> dict[str, Data]:
    """The data with a key that stands at an offset: a new one comes behind those that stand before it."""
    if key in data or document.outline is None:
        return {**data, key: value}
    found = {name: document.outline.find((name,)).key for name in data}
    earlier = {name: one for name, one in data.items() if (span := found[name]) and span.start < at}
    return {**earlier, key: value, **data}


def _line(document: Document, number: int) -> str:
    return document.lines.line(number).rstrip()


def _in_text(document: Document, number: int) -> bool:
    """Whether a line stands inside a text, where a # begins no comment."""
    return document.outline is not None and document.outline.scalar_at(document.lines.offset(number))


def _line_end(document: Document) -> str:
    first = document.lines.line(1)
    return document.text[len(first) :][:2] if document.text[len(first) :][:2] == "\r\n" else "\n"
