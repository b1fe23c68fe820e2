"""Entries of a retrospective that do not name exactly one goal by the key that fits: what they count for."""

from pathlib import Path

import pytest

from okrctl.alignment.score_entries import score_entries
from okrctl.progress.scoring import collect_scores
from tests.progress.worlds import key, world

SHEET = """\
objectives:
  - {id: O1, title: t, key_results: [{id: KR1, title: a}, {id: KR2, title: b}]}
"""
RETRO = "cycles/2026-Q1/retros/alice.yaml"


@pytest.mark.parametrize(
    ("entries", "kr1", "o1"),
    [
        ("{kr: O1/KR1, score: 0.7}", 0.7, 0.7),  # the mean of what is scored
        ("{score: 0.7}", None, None),
        ("{kr: O1, score: 0.7}", None, 0.7),  # the address is plain
        ("{objective: O1/KR1, score: 0.7}", 0.7, 0.7),
        ("{objective: O1, kr: O1/KR1, score: 0.7}", 0.7, 0.7),
        ("{kr: O1/KR9, objective: O1, score: 0.7}", None, None),
        ("{kr: O1/KR1, score: 0.7}, {kr: O1/KR1, score: 0.1}", 0.7, 0.7),
        ("{objective: O1/KR1, score: 0.1}, {kr: O1/KR1, score: 0.7}", 0.7, 0.7),  # the clear one, wherever it stands
        ("{kr: O1, score: 0.1}, {objective: O1, score: 0.4}", None, 0.4),
    ],
)
def test_what_counts(tmp_path: Path, entries: str, kr1: float | None, o1: float | None) -> None:
    graph = world(tmp_path, {"alice": SHEET, RETRO: f"scores: [{entries}]\n"}).graph
    scores = collect_scores(graph)
    assert (scores.score(key("alice/O1/KR1")), scores.score(key("alice/O1"))) == (kr1, o1)


@pytest.mark.parametrize(
    ("entry", "is_clear"),
    [
        ("{kr: O1/KR1}", True),
        ("{objective: alice/O1}", True),
        ("{kr: O1}", False),
        ("{objective: O1/KR1}", False),
        ("{kr: O1/KR1, objective: O1}", False),
        ("{kr: O1/KR9}", False),
        ("{}", False),
    ],
)
def test_an_entry_is_clear(tmp_path: Path, entry: str, is_clear: bool) -> None:
    (one,) = score_entries(world(tmp_path, {"alice": SHEET, RETRO: f"scores: [{entry}]\n"}).graph)
    assert (one.clear_target is not None) == is_clear
