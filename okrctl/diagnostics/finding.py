"""A diagnostic made ready to be shown: one language, real lines and columns, private values left out."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from okrctl.diagnostics.diagnostic import Diagnostic, Related
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Language
from okrctl.source.place import Place, locate


class Excerpt(NamedTuple):
    """The source line a finding begins in, and the code points (from 0, end exclusive) it is about."""

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
    """Diagnostics as findings, ordered by file, line, column, code."""
    return tuple(sorted((_finding(diagnostic, showing) for diagnostic in diagnostics), key=_order))


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
    return Finding(
        path=_shown_path(location.path, showing.prefix),
        line=location.start.line,
        column=location.start.column,
        code=diagnostic.code,
        end_line=location.end.line,
        end_column=location.end.column,
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
    location = locate(place)
    line = place.document.lines.line(location.start.line)
    same_line = location.end.line == location.start.line
    end = location.end.column - 1 if same_line else len(line)
    return Excerpt(line, location.start.column - 1, max(end, location.start.column))


def _shown_path(path: str, prefix: str) -> str:
    return posixpath.normpath(posixpath.join(prefix, path)) if prefix else path
