"""A text cut into clauses: English by sentences, Chinese by commas, too."""

from collections.abc import Iterator
from typing import NamedTuple

from okrctl.rules.writing.pattern import Pattern

HAN = Pattern("[\u3400-\u9fff]")
_SILENT = Pattern(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)[!-~]+|`[^`\n]*`"  # links and code
    r"|(?:^|(?<=[\n。；;！!]))\s*(?:[-*+•●▪·]\s+|[(（]?[0-9]{1,2}[.)）、](?![0-9])|[①-⑳]"  # the signs of a list
    r"|[(（]?[一二三四五六七八九十]{1,2}[)）、])"
)
# A full stop inside 1.9 or v2.1 ends nothing; an English comma goes on with the list before it, a Chinese one does not.
_END = Pattern(
    r"[。！？；;!?\n]+|[：:](?![0-9/])|\.+(?=\s|$)|，|(?<=[\u3400-\u9fff]),|,(?=[\u3400-\u9fff])|\s[-–—]+\s|——"
)


class Clause(NamedTuple):
    """A piece of a text, from offset `at`, and the sign that ends it (empty at the end of the text)."""

    text: str
    at: int
    end: str

    @property
    def is_chinese(self) -> bool:
        """Whether it is read as Chinese: any Chinese character is enough, names and terms may be English."""
        return HAN.search(self.text) is not None


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of a text in order, without list signs; links and code say nothing and are blanked out."""
    blanked = _SILENT.sub(lambda found: " " * len(found[0]), text)
    start = 0
    for found in (*_END.finditer(blanked), None):
        end = found.start() if found else len(blanked)
        piece = blanked[start:end].strip()
        if piece:
            at = start + len(blanked[start:end]) - len(blanked[start:end].lstrip())
            yield Clause(piece, at, found[0].strip() or found[0] if found else "")
        start = found.end() if found else end
