import re

from hypothesis import given

from okrctl.diagnostics.finding import Finding
from okrctl.diagnostics.formats.concise import render
from okrctl.diagnostics.rule import Severity
from tests.diagnostics.samples import ANY_FINDINGS, weights


def test_one_finding_is_one_line():
    assert render([weights()]) == "cycles/2026-Q1/okrs/growth.yaml:12:13: OKR201 error: weights sum to 90\n"


def test_every_severity_is_named_as_programs_know_it():
    found = [weights(severity=severity, path="a.yaml", message="m") for severity in Severity]
    assert render(found) == (
        "a.yaml:12:13: OKR201 error: m\na.yaml:12:13: OKR201 warning: m\na.yaml:12:13: OKR201 advice: m\n"
    )


def test_line_breaks_in_a_message_become_spaces():
    found = [weights(path="a.yaml", message="权重之和\r\n  为 90\u2028不是 100\n")]
    assert render(found) == "a.yaml:12:13: OKR201 error: 权重之和 为 90 不是 100\n"


def test_nothing_found_is_no_output():
    assert render([]) == ""


@given(ANY_FINDINGS)
def test_any_text_stays_on_its_line(found: list[Finding]):
    lines = render(found).splitlines()
    assert len(lines) == len(found)
    assert all(re.search(r":\d+:\d+: OKR\d{3} (error|warning|advice):", line) for line in lines)
