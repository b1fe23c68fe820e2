import json

from hypothesis import given

from okrctl.diagnostics.finding import Finding, RelatedFinding
from okrctl.diagnostics.formats.plain_json import render
from tests.diagnostics.samples import ANY_FINDINGS, weights


def test_the_shape_is_stable():
    found = weights(message="权重之和为 90", related=(RelatedFinding("a.yaml", 7, 5, "first here"),))
    assert render([found]) == (
        "{\n"
        '  "version": 1,\n'
        '  "findings": [\n'
        "    {\n"
        '      "code": "OKR201",\n'
        '      "severity": "error",\n'
        '      "path": "cycles/2026-Q1/okrs/growth.yaml",\n'
        '      "line": 12,\n'
        '      "column": 13,\n'
        '      "end_line": 12,\n'
        '      "end_column": 15,\n'
        '      "message": "权重之和为 90",\n'
        '      "help": "write weights that sum to 100",\n'
        '      "related": [\n'
        "        {\n"
        '          "path": "a.yaml",\n'
        '          "line": 7,\n'
        '          "column": 5,\n'
        '          "message": "first here"\n'
        "        }\n"
        "      ]\n"
        "    }\n"
        "  ]\n"
        "}\n"
    )


def test_nothing_found_is_an_empty_list():
    assert json.loads(render([])) == {"version": 1, "findings": []}


def test_what_a_terminal_would_obey_is_escaped():
    written = render([weights(message="\x1b[31m \x9b31m \u202e")])
    assert "\\u001b[31m \\u009b31m \\u202e" in written


@given(ANY_FINDINGS)
def test_any_text_comes_back_as_it_was(found: list[Finding]):
    written = render(found)
    assert written.encode("utf-8").endswith(b"}\n")
    read = json.loads(written)["findings"]
    assert [(entry["path"], entry["message"], entry["help"]) for entry in read] == [
        (finding.path, finding.message, finding.help) for finding in found
    ]
