"""Values → the YAML that an edit puts into a text: one line in brackets, or a block with its indentation."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeAlias

from okrctl.source.document import Data
from okrctl.source.quote import in_comment, quoted

Plain = str | int | float | bool | date | None
Value: TypeAlias = "Plain | list[Value] | dict[str, Value] | Flow"
_EDGES = re.compile(r"^[ ]|[ ]$", re.MULTILINE)


class Flow(NamedTuple):
    """A list or mapping that is written on one line, in brackets."""

    value: "list[Value] | dict[str, Value]"


class Style(NamedTuple):
    """How a file is laid out: its line end, by how many columns a list stands in, and a dash with what follows it."""

    line_end: str = "\n"
    list_indent: int = 2
    dash: str = "- "


def data_of(value: Value) -> Data:
    """The data that a value is read back as."""
    if isinstance(value, Flow):
        return data_of(value.value)
    if isinstance(value, dict):
        return {key: data_of(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [data_of(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def on_one_line(value: Value, *, in_flow: bool = True) -> str:
    """The value without a line break; `in_flow`: for a place inside brackets."""
    if isinstance(value, Flow):
        return on_one_line(value.value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key, in_flow=True)}: {on_one_line(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(on_one_line(one) for one in value)}]"
    return _scalar(value, in_flow)


def pair(key: str, value: Value, style: Style) -> list[str]:
    """The lines of a key and its value, as they stand in a block mapping of column 0."""
    name = f"{quoted(key)}:"
    if isinstance(value, dict) and value:
        return [name, *indented(_mapping(value, style), 2)]
    if isinstance(value, list) and value:
        return [name, *indented((line for one in value for line in item(one, style)), style.list_indent)]
    if isinstance(value, str) and _fills_lines(value):
        return [f"{name} |-", *indented(value.split("\n"), 2)]
    return [f"{name} {on_one_line(value, in_flow=False)}".rstrip()]


def item(value: Value, style: Style) -> list[str]:
    """The lines of an entry of a block list whose dash stands in column 0."""
    if isinstance(value, dict) and value:
        first, *rest = _mapping(value, style)
        return [style.dash + first, *indented(rest, len(style.dash))]
    return [style.dash + on_one_line(value, in_flow=False)]


def indented(lines: Iterable[str], columns: int) -> list[str]:
    """The lines further to the right; empty ones stay empty."""
    return [" " * columns + line if line else line for line in lines]


def _mapping(value: "dict[str, Value]", style: Style) -> list[str]:
    return [line for key, inner in value.items() for line in pair(key, inner, style)]


def _scalar(value: Plain, in_flow: bool) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value, in_flow=in_flow)
    return value.isoformat() if isinstance(value, date) else str(value)


def _fills_lines(text: str) -> bool:
    """Whether a text of several lines reads best as a block, and is given back by one exactly."""
    lines = text.split("\n")
    # What `in_comment` takes away is nothing that a block can hold or an editor shows.
    return (
        len(lines) > 1
        and all(lines[:: len(lines) - 1])
        and not _EDGES.search(text)
        and all(in_comment(line) == " ".join(line.split()) and "\t" not in line for line in lines)
    )
