import json
from typing import Any
from urllib.parse import unquote

from hypothesis import given
from jsonschema import Draft4Validator

from okrctl import __version__
from okrctl.diagnostics.finding import Finding, RelatedFinding
from okrctl.diagnostics.formats.sarif import render
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from tests.diagnostics.samples import ANY_FINDINGS, schema, weights

VALIDATOR = Draft4Validator(schema("sarif-2.1.0-rtm.5.json"))


def run_of(*found: Finding, rules: dict[str, Rule] | None = None) -> Any:
    log = json.loads(render(found, rules or {}))
    VALIDATOR.validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def test_one_finding():
    (result,) = run_of(weights())["results"]
    assert len(result.pop("partialFingerprints")["okrctlFinding/v1"]) == 64
    assert result == {
        "ruleId": "OKR201",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "weights sum to 90\nwrite weights that sum to 100"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "cycles/2026-Q1/okrs/growth.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 12, "startColumn": 13, "endLine": 12, "endColumn": 15},
                }
            }
        ],
    }


def test_columns_are_code_points_and_the_tool_says_its_version():
    run = run_of(weights())
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["name"] == "okrctl"
    assert run["tool"]["driver"]["version"] == __version__


def test_only_rules_that_occur_are_listed_once_and_pointed_at():
    vague = {"code": "OKR309", "summary": "a vague word", "severity": Severity.WARNING}
    run = run_of(weights(**vague), weights(), weights(**vague, line=3))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["OKR201", "OKR309"]
    assert run["tool"]["driver"]["rules"][1]["shortDescription"] == {"text": "a vague word"}
    assert [(result["ruleId"], result["ruleIndex"]) for result in run["results"]] == [
        ("OKR309", 1),
        ("OKR201", 0),
        ("OKR309", 1),
    ]


def test_a_known_rule_has_its_name():
    rule = Rule("OKR201", "weights-not-100", Severity.ERROR, Bilingual("", ""))
    (listed,) = run_of(weights(), rules={"OKR201": rule})["tool"]["driver"]["rules"]
    assert listed["name"] == "WeightsNot100"


def test_levels():
    results = run_of(*(weights(severity=severity) for severity in Severity))["results"]
    assert [result["level"] for result in results] == ["error", "warning", "note"]


def test_related_places():
    (result,) = run_of(weights(related=(RelatedFinding("增长 1.yaml", 7, 5, "first here"),)))["results"]
    assert result["relatedLocations"] == [
        {
            "id": 0,
            "message": {"text": "first here"},
            "physicalLocation": {
                "artifactLocation": {"uri": "%E5%A2%9E%E9%95%BF%201.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 7, "startColumn": 5},
            },
        }
    ]


def test_an_absolute_path_stands_on_its_own():
    (result,) = run_of(weights(path="/home/wang/okr s.yaml"))["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "file:///home/wang/okr%20s.yaml"}


def test_nothing_found_is_a_run_without_results():
    run = run_of()
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


@given(ANY_FINDINGS)
def test_any_text_is_valid(found: list[Finding]):
    written = render(found)
    log = json.loads(written.encode("utf-8"))
    VALIDATOR.validate(log)
    for result, finding in zip(log["runs"][0]["results"], found, strict=True):
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert unquote(uri.removeprefix("file://")) == finding.path.encode("utf-8", "replace").decode("utf-8")
    assert written == render(found)
