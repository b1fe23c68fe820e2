"""Regular expressions that cost nothing until somebody reads a text: whoever shows findings imports all rules."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Pattern:
    """A regular expression, compiled when it is first used."""

    source: str
    flags: re.RegexFlag = re.NOFLAG

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.source, self.flags)

    def match(self, text: str, place: int = 0) -> re.Match[str] | None:
        """What stands at `place`, if it fits."""
        return self.compiled.match(text, place)

    def search(self, text: str, place: int = 0) -> re.Match[str] | None:
        """The first that fits from `place` on."""
        return self.compiled.search(text, place)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text, if it fits."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All that fit, in order."""
        return self.compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """The texts of all that fit; the expression has no groups."""
        return self.compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """The text between those that fit; what the expression holds in a group stands between."""
        return self.compiled.split(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with something else in place of all that fit."""
        return self.compiled.sub(new, text)
