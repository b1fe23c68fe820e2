"""libyaml's events, or those of ruamel's pure Python parser where there is no C extension.

Quirks of the two, kept in this file:
- The C parser lives in the module `_ruamel_yaml` of the package `ruamel.yaml.clib` and wants its text without a
  BOM: its marks would be off by one.
- Its libyaml is of 2014 and refuses a colon inside a plain text in brackets (`{source: https://…}`, `[12:30]`), which
  YAML allows since 1.2. Such colons are hidden from it behind a character of the same length; what it refuses all
  the same (`{"a":1}`) the pure parser has the last word on.
- To it the name of an anchor ends before a colon, in YAML 1.2 it does not (`&a: b`): a text with one is for the pure
  parser.
- The two name a problem in different words, so problems are told apart by the few words that both use.
"""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from okrctl.source.problem import Problem, ProblemKind
from okrctl.source.span import Span

__all__ = [
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "NextEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
    "c_events",
    "events",
    "problem_of",
    "pure_events",
]

_HIDDEN = "\ue03a"
_COLON_IN_ANCHOR = re.compile(r"(?:^|[\s,\[{])[&*][^\s,\[\]{}]*:", re.MULTILINE)
_INNER_COLON = re.compile(r":(?=[^\s,\[\]{}])(?<=[^\s\"'\[\]{},:!&*<]:)")
NextEvent = Callable[[], Any]  # ruamel's events have no common type that names their attributes


def c_events(text: str) -> NextEvent | None:
    """The events of libyaml, or None where the C extension is not installed."""
    try:
        module = import_module("_ruamel_yaml")
    except ImportError:
        return None
    hidden = text if _HIDDEN in text or not ("{" in text or "[" in text) else _INNER_COLON.sub(_HIDDEN, text)
    following: NextEvent = module.CParser(hidden).get_event
    return following if hidden is text or hidden == text else _showing(following)


def pure_events(text: str) -> NextEvent:
    """The events of ruamel's parser in Python."""
    parsed: Iterator[Any] = iter(YAML(typ="safe", pure=True).parse(text))
    return parsed.__next__


def events(text: str) -> NextEvent:
    """The fastest parser that reads this text as YAML 1.2 does."""
    if ("&" in text or "*" in text) and _COLON_IN_ANCHOR.search(text):
        return pure_events(text)
    return c_events(text) or pure_events(text)


def _showing(following: NextEvent) -> NextEvent:
    def shown() -> Any:
        event = following()
        if type(event) is ScalarEvent and _HIDDEN in event.value:
            event.value = event.value.replace(_HIDDEN, ":")
        return event

    return shown


def problem_of(error: YAMLError, text: str) -> Problem:
    """What a parser's complaint means, at the place where a person would mend it."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem(ProblemKind.SYNTAX, Span(0, 0))
    said = f"{error.context or ''} {error.problem or ''}"
    at = min(error.problem_mark.index, len(text))
    opened = at if error.context_mark is None else min(error.context_mark.index, len(text))
    if "escape" in said:
        return Problem(ProblemKind.ESCAPE, Span(at, at + 1), text[at - 1 : at + 1])
    if "quoted scalar" in said:
        return Problem(ProblemKind.QUOTE, Span(opened, opened + 1), text[opened : opened + 1])
    character = text[at : at + 1]
    if "\t" in (character, text[at - 1 : at]) or "tab" in said:
        return Problem(ProblemKind.TAB, Span(at, at + 1), character)
    if "cannot start any token" in said or character in ("%", "@", "`"):
        return Problem(ProblemKind.INDICATOR, Span(at, at + 1), character)
    if "mapping values are not allowed" in said:
        return Problem(ProblemKind.COLON, Span(at, at + 1), character)
    if "undefined alias" in said or "found duplicate anchor" in said:
        return Problem(ProblemKind.ANCHOR, Span(at, at + 1), character)
    if "flow" in said and text[opened : opened + 1] not in ("[", "{"):  # at the end of the text: the last one opened
        opened = max(text.rfind("[", 0, at), text.rfind("{", 0, at))
    if "flow" in said and opened >= 0:
        return Problem(ProblemKind.BRACKET, Span(opened, opened + 1), text[opened : opened + 1])
    return Problem(ProblemKind.SYNTAX, Span(at, min(at + 1, len(text))), character)
