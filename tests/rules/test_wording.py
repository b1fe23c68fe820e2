"""How Chinese is set, and that remedies name what there is in the workspace they are shown for."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import okrctl
from okrctl.diagnostics.rule import Example
from okrctl.rules.casts import files_of
from okrctl.rules.manual import SEPARATOR
from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Choice, Run, run
from tests.support.trees import context_of, read_tree, write_example, write_tree

ROOT = Path(okrctl.__file__).parent
ROOMS = ("rules", "workspace", "editing", "diagnostics")
FILES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))] + [ROOT / "console/diagnostics.py"]
TEMPLATES = sorted((ROOT / "editing/templates/zh").rglob("*.tmpl"))
# Chinese punctuation brings its own space along; two spaces and more align columns, one follows a #.
SPACED = re.compile(r"(?<![ #]) [“”，。；：、！？（）《》]|[“”，。；：、！？（）《》] (?![ ·#|])")


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _chinese(path: Path) -> Iterator[str]:
    """The Chinese halves of all sentences of a module, its manual included."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    manual = ast.get_docstring(tree) or ""
    if SEPARATOR in manual:
        yield manual.split(SEPARATOR)[1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Bilingual":
            for part in ast.walk(node.args[-1]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_no_space_stands_beside_chinese_punctuation(path: Path) -> None:
    assert [text for text in _chinese(path) if SPACED.search(text)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_named)
def test_nor_in_a_template(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if SPACED.search(line.split("# ", 1)[-1])] == []


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(example, id=f"{entry.rule.code}-{number}")
        for entry in REGISTRY
        for number, example in enumerate(entry.rule.bad)
        if example.language == "zh"
    ],
)
def test_nor_in_a_finding_with_its_values(tmp_path: Path, example: Example) -> None:
    loaded = read_tree(write_example(tmp_path, example))
    for one in run(context_of(loaded), loaded.diagnostics, Run(REGISTRY, raise_crashes=True)):
        for sentence in (one.message.zh, one.remedy.zh, *(related.message.zh for related in one.related)):
            assert not SPACED.search(sentence), sentence


def _remedies(root: Path, code: str, files: dict[str, str], today: date = date(2026, 11, 22)) -> list[str]:
    loaded = read_tree(write_tree(root, files_of(Example("en", files))))
    plan = Run(REGISTRY, Choice(select=(code,)), raise_crashes=True)
    return [one.remedy.en for one in run(context_of(loaded, today), loaded.diagnostics, plan)]


def _sheet(key_result: str, cycle: str = "2026-Q4", owner: str = "bob") -> dict[str, str]:
    text = f"objectives:\n  - id: O1\n    title: T\n    key_results: [{{id: KR1, title: T, {key_result}}}]\n"
    return {f"cycles/{cycle}/okrs/{owner}.yaml": text}


def test_a_day_of_the_goals_own_cycle_is_offered(tmp_path: Path) -> None:
    assert _remedies(tmp_path, "OKR212", _sheet("due: 2026-03-20")) == [
        "write a day of the cycle, 2026-12-31 at the latest; a longer goal belongs on the sheet of the year"
    ]


def test_an_earlier_day_is_one_of_the_cycle(tmp_path: Path) -> None:
    """Two thirds of the way from 1 October to 31 December, 91 days later, are 60 days."""
    end = "due: 2026-12-31"
    files = _sheet(f"{end}, milestones: [{{id: M1, title: A, {end}}}, {{id: M2, title: B, {end}}}]")
    (remedy,) = _remedies(tmp_path, "OKR217", files)
    assert "due: 2026-11-30" in remedy


def test_the_quarter_around_today_is_offered(tmp_path: Path) -> None:
    files = {"cycles/2026-Q4/okrs/bob.yaml": "objectives: [{id: O1, title: T, aligns_to: [2031-Q1:company/O1]}]\n"}
    (remedy,) = _remedies(tmp_path, "OKR103", files)
    assert remedy.endswith("okrctl new cycle 2026-Q4")


def test_how_to_add_a_person_is_not_shown_where_one_was_probably_meant(tmp_path: Path) -> None:
    assert _remedies(tmp_path, "OKR101", _sheet("owner: alise")) == ["write the handle as in org.yaml"]


def test_what_is_missing_is_shown_as_what_it_is(tmp_path: Path) -> None:
    people = "people:\n  x: {team: zzyzx}\n  y: {team: lin}\n  z: {team: growth, manager: qqq}\n"
    team, other_kind, person = _remedies(tmp_path, "OKR101", {"org/x.yaml": people})
    assert "add the team there: teams: {growth: " in team
    assert other_kind == "write the handle as in org.yaml"
    assert "add the person there: people: {alice: " in person


NOTES = "cycles/2026-Q1/notes"
STEPS = "other: [{title: T, next: [{what: a}, {what: b, owner: bob}]}]\n"


def test_a_to_do_of_the_note_that_is_named_is_offered(tmp_path: Path) -> None:
    files = {f"{NOTES}/2026-W06/wang.yaml": STEPS, f"{NOTES}/2026-W07/bob.yaml": "done: [2026-W06/wang/7]\n"}
    (remedy,) = _remedies(tmp_path, "OKR111", files)
    assert "from the top: 2026-W06/wang/1;" in remedy


def test_else_the_authors_own(tmp_path: Path) -> None:
    files = {f"{NOTES}/2026-W06/wang.yaml": STEPS, f"{NOTES}/2026-W07/bob.yaml": "done: [2026-W05/wang/1]\n"}
    assert _remedies(tmp_path, "OKR111", files) == ["there is no such to-do; the latest to-dos of bob: 2026-W06/wang/2"]


def test_else_none(tmp_path: Path) -> None:
    files = {f"{NOTES}/2026-W07/bob.yaml": "done: [2026-W05/wang/1]\n"}
    assert _remedies(tmp_path, "OKR111", files) == [
        "there is no such to-do: correct week and author, or delete the entry"
    ]
