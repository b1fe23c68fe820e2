"""What can be wrong with a text as YAML, as values."""

from enum import Enum
from typing import NamedTuple

from okrctl.source.span import Span


class ProblemKind(Enum):
    """What is wrong with the text."""

    ENCODING = "not UTF-8"
    CONTROL = "a control character"
    TAB = "a tab where YAML wants spaces"
    QUOTE = "a quote that is never closed"
    BRACKET = "a bracket that is never closed"
    ESCAPE = "a backslash in double quotes that YAML does not know"
    INDICATOR = "a plain text that begins with a character YAML reserves"
    COLON = "a plain text with a colon and a space in it"
    SYNTAX = "anything else that is no YAML"
    KEY = "a key that is no text"
    TAG = "a tag"
    ANCHOR = "an alias of nothing, or of what it stands in"
    DOCUMENTS = "more than one document"
    EMPTY = "no document"
    DUPLICATE = "a key that stands twice"
    NESTING = "nested too deep"
    ALIASES = "too many nodes through aliases"
    CUT_OFF = "a text that a # cuts off"

    @property
    def fatal(self) -> bool:
        """Whether nothing of the text can be used."""
        return self not in (ProblemKind.DUPLICATE, ProblemKind.CUT_OFF)


class Problem(NamedTuple):
    """One thing that is wrong, where, what stands there, and where its counterpart is."""

    kind: ProblemKind
    span: Span
    found: str = ""
    first: Span | None = None
