"""Who has looked back: what people wrote counts, a document that okrctl made and nobody filled does not."""

from pathlib import Path

import pytest

from okrctl.language import LANGUAGES
from okrctl.reports.status.looked_back import has_words, looked_back_on
from tests.cli.inside import run
from tests.reports.status_world import Q1, WORLD, scope_of
from tests.support.trees import write_tree

TODAY = "2026-04-07"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_as_okrctl_makes_it_has_no_words_until_somebody_writes(tmp_path: Path, language: str):
    write_tree(tmp_path, WORLD)
    made = run("retro", "growth", "--write", "--lang", language, "-C", tmp_path, "--cycle", "2026-Q1", "--today", TODAY)
    assert made.code == 0
    path = tmp_path / Q1 / "retros/growth.md"
    text = path.read_text(encoding="utf-8")
    assert text.count("\n|  |  |  |\n") == 1
    assert not has_words(text)
    assert not has_words(text.replace("\n", "\r\n"))
    assert looked_back_on(scope_of(tmp_path)) == frozenset()
    assert has_words(text.replace("\n|  |  |  |\n", "\n| 先问客户 | 王芳 | 4 月 20 日 |\n"))
    path.write_text(f"{text}\nWe asked the clubs too late.\n", encoding="utf-8")
    assert looked_back_on(scope_of(tmp_path)) == {"growth"}


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ("", False),
        ("# Growth\n\n## What we decide\n", False),
        ("<!-- Write here\nwhat you decide -->\n", False),
        ("| Decision | By |\n| --- |:-:|\n| | |\n", False),
        ("| Decision | By |\n|---|---|\n| Ask earlier | Eve |\n", True),
        ("# Growth\n\nAsk earlier.\n", True),
        ("- 早一点问\n", True),
        ("<!-- okrctl:begin 2026-Q1 goals 0123456789ab -->\nAsk.\n<!-- okrctl:end -->\n", False),
        ("<!-- okrctl:begin 2026-Q1 goals 0123456789ab -->\nA damaged one.\n", False),
    ],
)
def test_words_of_people(document: str, found: bool):
    assert has_words(document) is found


@pytest.mark.parametrize(
    ("retro", "found"),
    [
        ("scores: [{kr: O1/KR1, score: 0.7}]\n", False),
        ("scores: [{kr: O1/KR1, score: 0.7, cause: method, next: carry}]\n", False),
        ("scores: [{kr: O1/KR1, score: 0.7, because: The fair was full.}]\n", True),
        ("lessons: [Ask earlier]\n", True),
        ("went_well: [Fairs]\n", True),
        ("to_improve: [Flyers]\n", True),
        ("next_cycle: [Fewer fairs]\n", True),
    ],
)
def test_lessons_and_reasons_beside_the_scores(tmp_path: Path, retro: str, found: bool):
    scope = scope_of(tmp_path, {f"{Q1}/retros/alice.yaml": retro, "cycles/2026-Q2/retros/eve.yaml": "lessons: [No]\n"})
    assert looked_back_on(scope) == ({"alice"} if found else frozenset())
