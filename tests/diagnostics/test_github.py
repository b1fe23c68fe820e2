import re

import pytest
from hypothesis import given

from okrctl.diagnostics.finding import Finding
from okrctl.diagnostics.formats.escapes import harmless
from okrctl.diagnostics.formats.github import render
from okrctl.diagnostics.rule import Severity
from tests.diagnostics.samples import ANY_FINDINGS, lines_of, weights


def test_one_finding_is_one_command():
    """The two characters in columns 13 and 14: the last one belongs to GitHub's range."""
    assert render([weights()]) == (
        "::error file=cycles/2026-Q1/okrs/growth.yaml,line=12,col=13,endLine=12,endColumn=14,title=OKR201::"
        "weights sum to 90%0Awrite weights that sum to 100\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "notice")],
)
def test_severities_have_github_s_names(severity: Severity, command: str):
    assert render([weights(severity=severity)]).startswith(f"::{command} file=")


def test_a_range_over_several_lines_has_no_columns():
    found = weights(path="a.yaml", end_line=14, end_column=3, message="m", help="")
    assert render([found]) == "::error file=a.yaml,line=12,endLine=14,title=OKR201::m\n"


def test_an_empty_range_ends_where_it_begins():
    found = weights(path="a.yaml", end_column=13, message="m", help="")
    assert render([found]) == "::error file=a.yaml,line=12,col=13,endLine=12,endColumn=13,title=OKR201::m\n"


def test_percent_and_line_ends_are_escaped_everywhere_colon_and_comma_in_properties_only():
    found = weights(path="a,b:c%.yaml", message="100%: a,\r\nb", help="")
    assert render([found]) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=12,col=13,endLine=12,endColumn=14,title=OKR201::100%25: a,%0D%0Ab\n"
    )


def test_nothing_found_is_no_output():
    assert render([]) == ""


@given(ANY_FINDINGS)
def test_any_text_is_one_command_that_reads_back(found: list[Finding]):
    *lines, rest = lines_of(render(found))
    assert rest == ""
    assert len(lines) == len(found)
    for line, finding in zip(lines, found, strict=True):
        command = re.fullmatch(r"::(?:error|warning|notice) ([^:]*)::(.*)", line, re.DOTALL)
        assert command is not None
        properties = dict(part.split("=", 1) for part in command[1].split(","))
        assert _unescaped(properties["file"]) == finding.path
        assert _unescaped(command[2]) == harmless(finding.message + ("\n" + finding.help if finding.help else ""))


def _unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text
