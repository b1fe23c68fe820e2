"""A day, a newer note or the end of a cycle turns no ignore into a finding; which rules depend on them is told."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import LANGUAGES, Language
from okrctl.rules.casts import files_of
from okrctl.rules.context import Entry
from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Run, run
from okrctl.source.place import locate
from okrctl.workspace.load import Loaded
from tests.support.trees import context_of, read_tree, write_tree

TODAY = date(2026, 2, 17)
DAYS = (date(2026, 1, 1), date(2026, 11, 22))
CYCLE = "cycles/2026-Q1/cycle.yaml"
STEADY = [
    pytest.param(entry, example, id=f"{entry.rule.code}-{example.language}-{number}")
    for entry in REGISTRY
    for number, example in enumerate(entry.rule.bad)
    if entry.check is not None and not entry.rule.depends_on_time
]
PASSING = [entry.rule for entry in REGISTRY if entry.rule.depends_on_time]


def found(root: Path, files: Mapping[str, str], today: date = TODAY) -> tuple[Diagnostic, ...]:
    loaded = read_tree(write_tree(root, files))
    return run(context_of(loaded, today), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))


@pytest.mark.parametrize(("entry", "example"), STEADY)
def test_a_finding_of_any_other_rule_stays_for_good(tmp_path: Path, entry: Entry, example: Example) -> None:
    first, *others = (_of_rule(entry, read_tree(write_tree(tmp_path, files_of(example))), day) for day in DAYS)
    assert first
    assert others == [first] * len(others)
    if example.language == "en" and CYCLE not in example.files:
        closed = read_tree(write_tree(tmp_path, {CYCLE: "state: closed\n"}))
        assert _of_rule(entry, closed, TODAY) == first


def _of_rule(entry: Entry, loaded: Loaded, day: date) -> list[str]:
    """Where a rule finds something, by the rule itself or while reading."""
    read = (one for one in loaded.diagnostics if one.code == entry.rule.code)
    checked = entry.check(context_of(loaded, day)) if entry.check else ()
    return sorted(str(locate(one.place)) for one in (*read, *checked))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", PASSING, ids=lambda rule: rule.code)
def test_an_ignore_of_it_is_never_called_unneeded(tmp_path: Path, rule: Rule, language: Language) -> None:
    """On the day of the example it hides the finding; before the cycle, after it, and once it is closed, nothing."""
    files = files_of(next(example for example in rule.bad if example.language == language))
    findings = [one for one in found(tmp_path, files) if one.code == rule.code]
    for path in {one.place.document.path for one in findings}:
        files[path] += f"# okrctl: ignore-file[{rule.code}] we know\n"
    assert findings
    assert [one for one in found(tmp_path, files) if one.code in (rule.code, "OKR901")] == []
    for day in DAYS:
        assert [one.code for one in found(tmp_path, files, day) if one.code == "OKR901"] == []
    if CYCLE not in files:
        closed = found(tmp_path, files | {CYCLE: "state: closed\n"})
        assert [one.code for one in closed if one.code == "OKR901"] == []


SHEET = "objectives:\n  - id: O1\n    title: T\n    aligns_to: [{above}]\n    key_results:\n{key_results}"
KEY_RESULTS = (
    "      - {id: KR1, title: From 0 to 100, metric: {start: 0, target: 100}}\n"
    "      - {id: KR2, title: From 0 to 50, metric: {start: 0, target: 50}}\n"
)
IGNORED = "updates:\n  - kr: O1/KR1\n    value: 20\n    status: on_track  # okrctl: ignore[OKR402] it jumps in March\n"
NEWER = "updates:\n  - {kr: O1/KR1, value: 50, status: on_track}\n"


@pytest.mark.parametrize(("name", "above"), [("alice", "growth/O1"), ("张三", "增长部/O1")])
def test_a_newer_note_makes_no_ignore_unneeded(tmp_path: Path, name: str, above: str) -> None:
    """45.6 % were expected on 10 February (W07), 53.3 % a week later: red under a green light, and then no more."""
    language: Language = "en" if name == "alice" else "zh"
    files = files_of(Example(language, {f"{name}.yaml": SHEET.format(above=above, key_results=KEY_RESULTS)}))
    seventh, eighth = (f"cycles/2026-Q1/notes/2026-{week}/{name}.yaml" for week in ("W07", "W08"))
    bare = found(tmp_path, files | {seventh: IGNORED.replace("# okrctl: ignore[OKR402]", "#")})
    assert [one.code for one in bare if one.severity is not Severity.ADVICE] == ["OKR402"]
    for later in ({}, {eighth: NEWER}):
        findings = found(tmp_path, files | {seventh: IGNORED} | later)
        assert [one.code for one in findings if one.severity is not Severity.ADVICE] == []
