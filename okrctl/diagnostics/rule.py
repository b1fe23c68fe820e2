"""What a rule is: a code that never changes meaning, how bad its finding is, and examples that are its tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from okrctl.language import Bilingual, Language


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"  # the data cannot be trusted
    WARNING = "warning"  # a mistake in the practice
    ADVICE = "advice"  # worth a thought

    @property
    def words(self) -> Bilingual:
        """The severity as a person reads it."""
        return _WORDS[self]


_WORDS: Mapping[Severity, Bilingual] = MappingProxyType(
    {
        Severity.ERROR: Bilingual("error", "错误"),
        Severity.WARNING: Bilingual("warning", "警告"),
        Severity.ADVICE: Bilingual("advice", "建议"),
    }
)


@dataclass(frozen=True, slots=True)
class Example:
    """Files that show a mistake, or how it is done well, by path inside the workspace `language` names.

    A path without folders is an OKR sheet of the first quarter of 2026 (`growth.yaml`). The other files of the
    example's workspace stand in `rules/casts.py`; a file given here replaces one of the same path. `links` are
    symbolic links by path, with what they point to.
    """

    language: Language
    files: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


def english(**sheets: str) -> Example:
    """An English example of sheets, by owner."""
    return Example("en", {f"{owner}.yaml": text for owner, text in sheets.items()})


def chinese(**sheets: str) -> Example:
    """A Chinese example of sheets, by owner."""
    return Example("zh", {f"{owner}.yaml": text for owner, text in sheets.items()})


class Rule(NamedTuple):
    """One rule: `OKR201`, a name (`weights-not-100`), its severity, one line of what it finds, and its examples.

    `depends_on_time`: a finding may go and come without any edit where it stands, with the day, with a newer note or
    with the state of the cycle.
    """

    code: str
    name: str
    severity: Severity
    summary: Bilingual
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    depends_on_time: bool = False

    @property
    def family(self) -> str:
        """The code without its last two digits: `OKR2`."""
        return self.code[:-2]
