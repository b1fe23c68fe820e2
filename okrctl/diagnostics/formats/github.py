"""Workflow commands of GitHub Actions: every finding becomes an annotation in the pull request.

GitHub's manual does not say whether `endColumn` belongs to the range. Its toolkit lets `endColumn` default to the
first column, which is then a range of one character: it does. Where a range goes over several lines, the runner
drops both columns and notes it as invalid, so they are left out.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from okrctl.diagnostics.finding import Finding
from okrctl.diagnostics.formats.escapes import harmless, with_help
from okrctl.diagnostics.rule import Severity

_COMMANDS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
)
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(findings: Sequence[Finding]) -> str:
    """`::error file=…,line=…,col=…,endLine=…,endColumn=…,title=OKR201::message`, a line each."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    properties = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in _properties(finding).items())
    data = harmless(with_help(finding.message, finding.help)).translate(_DATA)
    return f"::{_COMMANDS[finding.severity]} {properties}::{data}"


def _properties(finding: Finding) -> dict[str, str]:
    place: dict[str, object] = {"file": finding.path, "line": finding.line}
    if finding.end_line > finding.line:
        place |= {"endLine": finding.end_line}
    else:
        last = max(finding.column, finding.end_column - 1)
        place |= {"col": finding.column, "endLine": finding.line, "endColumn": last}
    return {name: str(value) for name, value in place.items()} | {"title": finding.code}
