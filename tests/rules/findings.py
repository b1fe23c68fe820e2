"""What one rule finds in a small company: the cast of the examples, and the files that a test adds."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Example, Severity
from okrctl.language import Language
from okrctl.rules.casts import files_of
from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Choice, Run, run
from okrctl.source.place import Place, locate, span_of
from tests.support.trees import context_of, read_tree, write_tree


class Seen(NamedTuple):
    """One finding as a test compares it: `text` is what stands at its place, `related` what stands at the others."""

    path: str
    line: int
    column: int
    text: str
    severity: Severity
    message: str
    related: tuple[str, ...]


def seen(
    root: Path, code: str, files: Mapping[str, str], language: Language = "en", today: date = date(2026, 2, 17)
) -> list[Seen]:
    """The findings of one rule, in order; sheets of 2026-Q1 are named without a folder."""
    found = []
    for one in _found(root, code, Example(language, files), today):
        start = locate(one.place).start
        path = one.place.document.path.removeprefix("cycles/2026-Q1/okrs/")
        related = tuple(_text(each.place) for each in one.related)
        found.append(Seen(path, *start, _text(one.place), one.severity, one.message.say(language), related))
    return sorted(found)


def remedies(
    root: Path, code: str, files: Mapping[str, str], language: Language = "en", today: date = date(2026, 2, 17)
) -> list[str]:
    """What the findings of one rule say is to be done, in order of their places."""
    findings = _found(root, code, Example(language, files), today)
    by_place = sorted(findings, key=lambda one: (one.place.document.path, locate(one.place).start))
    return [one.remedy.say(language) for one in by_place]


def sheet(*objectives: str) -> str:
    """A sheet of objectives, each the lines of one mapping; `O1`, `O2` … in order."""
    items = []
    for number, lines in enumerate(objectives, start=1):
        first, *rest = [f"id: O{number}", *lines.strip("\n").split("\n")]
        items.append("\n".join([f"  - {first}", *(f"    {line}" for line in rest)]))
    return "objectives:\n" + "\n".join(items) + "\n"


def _found(root: Path, code: str, example: Example, today: date) -> tuple[Diagnostic, ...]:
    loaded = read_tree(write_tree(root, files_of(example)))
    return run(context_of(loaded, today), (), Run(REGISTRY, Choice(select=(code,)), raise_crashes=True))


def _text(place: Place) -> str:
    return place.document.text[slice(*span_of(place))]
