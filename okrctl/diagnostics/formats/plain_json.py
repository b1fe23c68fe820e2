"""The JSON of okrctl's own: version 1, whose shape does not change."""

from collections.abc import Sequence

from okrctl.diagnostics.finding import Finding
from okrctl.diagnostics.formats.escapes import as_json

VERSION = 1


def render(findings: Sequence[Finding]) -> str:
    """`{"version": 1, "findings": [...]}`; lines and columns from 1, in code points, the end exclusive."""
    return as_json({"version": VERSION, "findings": [_finding(finding) for finding in findings]})


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "message": finding.message,
        "help": finding.help,
        "related": [
            {"path": place.path, "line": place.line, "column": place.column, "message": place.message}
            for place in finding.related
        ],
    }
