import json

from hypothesis import given
from jsonschema import Draft202012Validator

from okrctl.diagnostics.finding import Finding
from okrctl.diagnostics.formats.gitlab import render
from okrctl.diagnostics.rule import Severity
from tests.diagnostics.samples import ANY_FINDINGS, schema, weights

VALIDATOR = Draft202012Validator(schema("gitlab-code-quality.json"))


def fingerprint_of(*found: Finding) -> list[str]:
    return [issue["fingerprint"] for issue in json.loads(render(found))]


def test_one_finding():
    (issue,) = json.loads(render([weights()]))
    fingerprint = issue.pop("fingerprint")
    assert issue == {
        "description": "weights sum to 90\nwrite weights that sum to 100",
        "check_name": "OKR201",
        "severity": "major",
        "location": {"path": "cycles/2026-Q1/okrs/growth.yaml", "lines": {"begin": 12, "end": 12}},
    }
    assert len(fingerprint) == 64
    assert set(fingerprint) <= set("0123456789abcdef")


def test_severities():
    issues = json.loads(render([weights(severity=severity) for severity in Severity]))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]


def test_a_fingerprint_does_not_change_when_lines_shift():
    assert fingerprint_of(weights()) == fingerprint_of(weights(line=40, end_line=40, column=3, end_column=9))


def test_a_fingerprint_changes_with_path_code_and_message():
    prints = fingerprint_of(weights(), weights(path="b.yaml"), weights(code="OKR202"), weights(message="80"))
    assert len(set(prints)) == 4


def test_the_same_mistake_twice_in_a_file_has_two_fingerprints():
    first, second = fingerprint_of(weights(), weights(line=20, end_line=20))
    assert first != second
    assert [first] == fingerprint_of(weights())


def test_nothing_found_is_an_empty_array():
    assert render([]) == "[]\n"


@given(ANY_FINDINGS)
def test_any_text_is_what_gitlab_reads(found: list[Finding]):
    written = render(found)
    issues = json.loads(written.encode("utf-8"))
    VALIDATOR.validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(found)
    assert written == render(found)
