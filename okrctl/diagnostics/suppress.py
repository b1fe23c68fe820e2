"""`# okrctl: ignore[OKR306] why`: findings that the user has looked at and keeps."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.source.document import Document
from okrctl.source.place import Place, locate
from okrctl.source.span import Span

_IGNORE = re.compile(r"#[ \t]*okrctl:[ \t]*ignore(?P<file>-file)?[ \t]*\[(?P<codes>[^\]\r\n]*)\]")
_CODE = re.compile(r"[^\s,]+")


class Ignore(NamedTuple):
    """One code in one ignore comment: where it is written, and the lines it is for (None: the whole file)."""

    code: str
    place: Place
    lines: tuple[int, ...] | None

    def covers(self, diagnostic: Diagnostic, line: int) -> bool:
        """Whether the diagnostic, which begins in `line`, is of the code or family ignored here."""
        return diagnostic.code.startswith(self.code) and (self.lines is None or line in self.lines)


def ignores_of(document: Document) -> tuple[Ignore, ...]:
    """The ignores that a document's comments hold; what only looks like a comment inside a text is none."""
    if "okrctl:" not in document.text or document.outline is None:
        return ()
    return tuple(_ignores(document))


def suppressed(
    diagnostics: Iterable[Diagnostic], ignores: Iterable[Ignore]
) -> tuple[tuple[Diagnostic, ...], tuple[Ignore, ...]]:
    """Which diagnostics remain, and which ignores were of no use."""
    by_path: dict[str, list[Ignore]] = {}
    for ignore in ignores:
        by_path.setdefault(ignore.place.document.path, []).append(ignore)
    kept: list[Diagnostic] = []
    used: set[Place] = set()
    for diagnostic in diagnostics:
        candidates = by_path.get(diagnostic.place.document.path, ())
        line = locate(diagnostic.place).start.line if candidates else 0
        covering = [ignore for ignore in candidates if ignore.covers(diagnostic, line)]
        used.update(ignore.place for ignore in covering)
        if not covering:
            kept.append(diagnostic)
    unused = (ignore for ignores in by_path.values() for ignore in ignores if ignore.place not in used)
    return tuple(kept), tuple(unused)


def _ignores(document: Document) -> Iterator[Ignore]:
    for comment in _IGNORE.finditer(document.text):
        if document.outline is None or document.outline.scalar_at(comment.start()):
            continue
        lines = None if comment["file"] else _lines_meant(document, comment.start())
        for code in _CODE.finditer(comment["codes"]):
            start = comment.start("codes") + code.start()
            yield Ignore(code[0], Place(document, span=Span(start, start + len(code[0]))), lines)


def _lines_meant(document: Document, offset: int) -> tuple[int, ...]:
    """The comment's own line; for a comment that stands alone, the next line that is no comment."""
    lines = document.lines
    line, column = lines.position(offset)
    if lines.line(line)[: column - 1].strip():
        return (line,)
    following = line + 1
    while lines.line(following).lstrip().startswith("#"):
        following += 1
    return (line, following)
