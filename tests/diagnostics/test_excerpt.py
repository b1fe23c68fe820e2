"""What a finding shows of its source line: all of it, or of an endless one what lies around the finding."""

import time

import pytest

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.finding import Excerpt, Showing, findings
from okrctl.diagnostics.rule import Severity
from okrctl.language import same
from okrctl.source.parse import parse
from okrctl.source.place import Place


def excerpts(text: str, count: int) -> list[Excerpt | None]:
    document = parse("a.yaml", text)
    told = [
        Diagnostic("OKR008", Severity.ERROR, Place(document, (number,)), same("m"), same("h"))
        for number in range(count)
    ]
    return [finding.excerpt for finding in findings(told, Showing("en"))]


def test_a_line_of_usual_length_is_whole() -> None:
    assert excerpts("[一, two] # why\n", 2) == [Excerpt("[一, two] # why", 1, 2), Excerpt("[一, two] # why", 4, 7)]


@pytest.mark.parametrize("number", [0, 500, 999])
def test_of_an_endless_line_the_range_still_covers_the_value(number: int) -> None:
    excerpt = excerpts("[" + ", ".join(f"v{n:03}" for n in range(1000)) + "]\n", 1000)[number]
    assert excerpt is not None
    assert excerpt.line[excerpt.start : excerpt.end] == f"v{number:03}"
    assert len(excerpt.line) < 600
    assert (excerpt.line.startswith("…"), excerpt.line.endswith("…")) == (number > 0, number < 999)


def test_a_range_longer_than_what_is_shown_ends_with_it() -> None:
    (excerpt,) = excerpts("[" + "x" * 5000 + "]\n", 1)
    assert excerpt is not None
    assert (excerpt.start, excerpt.end, len(excerpt.line)) == (1, len(excerpt.line) - 1, excerpt.end + 1)


def test_many_findings_in_an_endless_line_take_no_time_each() -> None:
    began = time.perf_counter()
    assert len(excerpts("[" + "1," * 50_000 + "]\n", 50_000)) == 50_000
    assert time.perf_counter() - began < 10


def test_a_mistake_behind_an_anchor_is_one_finding() -> None:
    document = parse("a.yaml", "first: {with: &who [nobody]}\nsecond: {with: *who}\n")
    places = (Place(document, (name, "with", 0)) for name in ("first", "second"))
    told = [Diagnostic("OKR101", Severity.ERROR, place, same("m"), same("h")) for place in places]
    assert [(one.line, one.column) for one in findings(told, Showing("en"))] == [(1, 21)]
