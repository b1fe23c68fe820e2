"""GitLab's code quality report: the part of Code Climate's issues that GitLab reads."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from okrctl.diagnostics.finding import Finding
from okrctl.diagnostics.formats.escapes import as_json, with_help
from okrctl.diagnostics.formats.fingerprint import fingerprints
from okrctl.diagnostics.rule import Severity

# `critical` and `blocker` are for what breaks at once; no goal does.
_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}
)


def render(findings: Sequence[Finding]) -> str:
    """A JSON array with one object per finding."""
    prints = fingerprints(findings)
    return as_json([_issue(finding, mark) for finding, mark in zip(findings, prints, strict=True)])


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    return {
        "description": with_help(finding.message, finding.help),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.path,
            "lines": {"begin": finding.line, "end": max(finding.line, finding.end_line)},
        },
    }
