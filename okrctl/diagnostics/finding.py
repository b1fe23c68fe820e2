"""A diagnostic made ready to be shown: one language, real lines and columns, private values left out."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from okrctl.diagnostics.diagnostic import Diagnostic, Related
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Language
from okrctl.source.place import Place, locate

_AROUND = 240  # code points kept on each side of where a finding begins: as much as a terminal shows
_CUT = "…"


class Excerpt(NamedTuple):
    """The source line a finding begins in, and the code points (from 0, end exclusive) it is about.

    Of an endless line only the part around the finding, `…` where it was cut.
    """

    line: str
    start: int
    end: int


class RelatedFinding(NamedTuple):
    """Another place of the same finding."""

    path: str
    line: int
    column: int
    message: str


class Finding(NamedTuple):
    """One finding as every format shows it. Lines and columns from 1, in code points; the end is exclusive."""

    path: str
    line: int
    column: int
    code: str
    end_line: int
    end_column: int
    severity: Severity
    message: str
    help: str
    summary: str
    excerpt: Excerpt | None = None
    related: tuple[RelatedFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Showing:
    """How findings are shown: the language, the workspace's path from here, and whether `reviews/` stays private."""

    language: Language
    prefix: str = ""
    show_private: bool = False
    rules: Mapping[str, Rule] = field(default_factory=dict)


def findings(diagnostics: Iterable[Diagnostic], showing: Showing) -> tuple[Finding, ...]:
    """Diagnostics as findings, ordered by file, line, column, code.

    A mistake behind an anchor is found once for each alias, and shown once.
    """
    shown = dict.fromkeys(_finding(diagnostic, showing) for diagnostic in diagnostics)
    return tuple(sorted(shown, key=_order))


def is_private(path: str) -> bool:
    """Whether a path of a workspace lies under its `reviews/`."""
    return "reviews" in path.split("/")[:-1]


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.path, finding.line, finding.column, finding.code, finding.message


def _finding(diagnostic: Diagnostic, showing: Showing) -> Finding:
    location = locate(diagnostic.place)
    rule, language = showing.rules.get(diagnostic.code), showing.language
    summary = rule.summary.say(language) if rule else diagnostic.code
    private = is_private(location.path) and not showing.show_private
    end = location.start if private else location.end  # how long a value is says something of it
    return Finding(
        path=_shown_path(location.path, showing.prefix),
        line=location.start.line,
        column=location.start.column,
        code=diagnostic.code,
        end_line=end.line,
        end_column=end.column,
        severity=diagnostic.severity,
        message=summary if private else diagnostic.message.say(language),
        help=diagnostic.remedy.say(language),
        summary=summary,
        excerpt=None if private else _excerpt(diagnostic.place),
        related=() if private else tuple(_related(related, showing) for related in diagnostic.related),
    )


def _related(related: Related, showing: Showing) -> RelatedFinding:
    location = locate(related.place)
    message = related.message.say(showing.language)
    return RelatedFinding(_shown_path(location.path, showing.prefix), *location.start, message)


def _excerpt(place: Place) -> Excerpt | None:
    if not place.document.text:
        return None
    (number, column), end = locate(place)[1:]
    lines, start = place.document.lines, column - 1
    first, last = max(0, start - _AROUND), start + _AROUND
    line, following = lines.part(number, first, last), lines.part(number, last, last + 1)
    stop = min(end.column - 1, last) if end.line == number else first + len(line)
    before, after = _CUT if first else "", _CUT if following else ""
    shift = first - len(before)
    return Excerpt(f"{before}{line}{after}", start - shift, max(stop, column) - shift)


def _shown_path(path: str, prefix: str) -> str:
    return posixpath.normpath(posixpath.join(prefix, path)) if prefix else path
