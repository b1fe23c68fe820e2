"""One line per finding, in the form that editors and `grep` know."""

from collections.abc import Sequence

from okrctl.diagnostics.finding import Finding
from okrctl.diagnostics.formats.escapes import one_line


def render(findings: Sequence[Finding]) -> str:
    """`path:line:column: OKR201 error: message`, a line each."""
    return "".join(f"{_line(finding)}\n" for finding in findings)


def _line(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return one_line(f"{place}: {finding.code} {finding.severity}: {finding.message}")
