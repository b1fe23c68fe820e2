"""SARIF 2.1.0, for code scanning and editors (OASIS, "Static Analysis Results Interchange Format")."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from urllib.parse import quote

from okrctl import __version__
from okrctl.diagnostics.finding import Finding
from okrctl.diagnostics.formats.escapes import as_json, with_help
from okrctl.diagnostics.formats.fingerprint import fingerprints
from okrctl.diagnostics.rule import Rule, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
)
_NO_RULES: Mapping[str, Rule] = MappingProxyType({})


def render(findings: Sequence[Finding], rules: Mapping[str, Rule] = _NO_RULES) -> str:
    """One run with a result per finding; `rules`, by code, give the rules that occur their names."""
    summaries = {finding.code: finding.summary for finding in findings}
    codes = sorted(summaries)
    driver = {
        "name": "okrctl",
        "version": __version__,
        "rules": [_rule(code, summaries[code], rules.get(code)) for code in codes],
    }
    marks = fingerprints(findings)
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which okrctl was run."}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, codes.index(finding.code), mark) for finding, mark in zip(findings, marks, strict=True)
        ],
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, summary: str, rule: Rule | None) -> dict[str, object]:
    name = {"name": "".join(word.capitalize() for word in rule.name.split("-"))} if rule else {}
    return {
        "id": code,
        **name,
        "shortDescription": {"text": summary or code},
        "help": {"text": f"okrctl explain {code}"},
    }


def _result(finding: Finding, rule_index: int, fingerprint: str) -> dict[str, object]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    related = [
        {
            "id": number,
            "message": {"text": place.message},
            "physicalLocation": _physical(place.path, {"startLine": place.line, "startColumn": place.column}),
        }
        for number, place in enumerate(finding.related)
    ]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": with_help(finding.message, finding.help)},
        "locations": [{"physicalLocation": _physical(finding.path, region)}],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"okrctlFinding/v1": fingerprint},
    }


def _physical(path: str, region: dict[str, int]) -> dict[str, object]:
    encoded = quote(path, safe="/", errors="replace")
    artifact = {"uri": f"file://{encoded}"} if path.startswith("/") else {"uri": encoded, "uriBaseId": _ROOT}
    return {"artifactLocation": artifact, "region": region}
