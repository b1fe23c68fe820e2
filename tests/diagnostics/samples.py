"""Findings for the tests of formats: one to vary, and any that hypothesis can think of."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from okrctl.diagnostics.finding import Excerpt, Finding, RelatedFinding
from okrctl.diagnostics.rule import Severity

PUBLISHED = Path(__file__).parent / "published"


def weights(**changes: Any) -> Finding:
    """A sheet's weights sum to 90."""
    fields: dict[str, Any] = {
        "path": "cycles/2026-Q1/okrs/growth.yaml",
        "line": 12,
        "column": 13,
        "code": "OKR201",
        "end_line": 12,
        "end_column": 15,
        "severity": Severity.ERROR,
        "message": "weights sum to 90",
        "help": "write weights that sum to 100",
        "summary": "weights do not sum to 100",
    }
    return Finding(**(fields | changes))


def schema(name: str) -> Any:
    """A published schema."""
    return json.loads((PUBLISHED / name).read_text(encoding="utf-8"))


def lines_of(output: str) -> list[str]:
    r"""The lines that a reader of \n and \r sees."""
    assert "\r" not in output
    return output.split("\n")


# Every code point, lone surrogates too (a file name may hold them), and what the formats' own syntax is made of.
_ANYTHING = st.text(st.characters(exclude_categories=[]) | st.sampled_from("\r\n\t\0\x1b%:,[]\"\\'\u2028\x85中🎯"))
TEXT = _ANYTHING | st.sampled_from(["::error::", "%0A", "a\r\nb", "::stop-commands::x", "}\n{"])
_POSITION = st.integers(1, 2000)
RELATED = st.builds(RelatedFinding, TEXT, _POSITION, _POSITION, TEXT)


@st.composite
def any_finding(draw: st.DrawFn) -> Finding:
    """A finding of any text; its end is never before its start."""
    line, column, more = draw(_POSITION), draw(_POSITION), draw(st.integers(0, 3))
    return Finding(
        path=draw(TEXT),
        line=line,
        column=column,
        code=draw(st.sampled_from(["OKR001", "OKR201", "OKR306"])),
        end_line=line + more,
        end_column=draw(_POSITION) if more else column + draw(st.integers(0, 40)),
        severity=draw(st.sampled_from(Severity)),
        message=draw(TEXT),
        help=draw(TEXT),
        summary=draw(TEXT),
        excerpt=draw(st.none() | st.builds(Excerpt, TEXT, st.integers(0, 9), st.integers(0, 99))),
        related=tuple(draw(st.lists(RELATED, max_size=2))),
    )


ANY_FINDINGS = st.lists(any_finding(), max_size=4)
