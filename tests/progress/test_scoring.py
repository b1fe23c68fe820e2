"""Self-scores: 0.7 and 0.3 with weights 62.5 and 37.5 (80 of 100 left after a drop) make 0.55."""

from pathlib import Path

import pytest

from okrctl.language import Language
from okrctl.progress import show
from okrctl.progress.explained import explain, lines
from okrctl.progress.scoring import Scores, collect_scores, verdict
from okrctl.workspace.index import SheetKey
from tests.progress.test_explained import DAY, is_right
from tests.progress.worlds import CYCLE, World, key, path_and_line, world

SHEET = """\
objectives:
  - id: O1
    title: t
    weight: 60
    key_results:
      - {id: KR1, title: a, weight: 50}
      - {id: KR2, title: b, weight: 30}
      - {id: KR3, title: c, weight: 20, dropped: {on: 2026-02-10, because: x}}
  - id: O2
    title: u
    kind: committed
    weight: 40
    key_results:
      - {id: KR1, title: d}
      - {id: KR2, title: e}
"""
RETRO = "cycles/2026-Q1/retros/alice.yaml"
SCORES = """\
scores:
  - {kr: O1/KR1, score: 0.7, completion: 0.83}
  - {kr: O1/KR2, score: 0.3}
  - {kr: O1/KR3, score: 0}
  - {kr: O2/KR1, score: 0.9}
"""
ALICE = SheetKey(CYCLE, "alice")


def scored(root: Path, retro: str = SCORES, sheet: str = SHEET, **others: str) -> tuple[World, Scores]:
    files = {"alice": sheet, RETRO: retro}
    files.update({f"cycles/2026-Q1/retros/{owner}.yaml": text for owner, text in others.items()})
    found = world(root, files)
    return found, collect_scores(found.graph)


def test_roll_up(tmp_path: Path) -> None:
    """O1 0.55, O2 0.9 from its one scored key result; owner 0.6 · 0.55 + 0.4 · 0.9 = 0.69."""
    _, scores = scored(tmp_path)
    assert [scores.score(key(f"alice/{one}")) for one in ("O1/KR1", "O1", "O2", "O2/KR2")] == [0.7, 0.55, 0.9, None]
    assert scores.owner(ALICE) == (0.69, (key("alice/O2/KR2"),))


def test_what_is_written(tmp_path: Path) -> None:
    found = scored(tmp_path)[1].of(key("alice/O1/KR1"))
    assert found is not None
    assert (found.score, found.completion, found.retro_owner, path_and_line(found.place)) == (
        0.7,
        0.83,
        "alice",
        f"{RETRO}:2",
    )
    assert scored(tmp_path / "b")[1].of(key("alice/O2/KR2")) is None


def test_an_objective_scored_itself_overrides_the_mean(tmp_path: Path) -> None:
    """0.6 · 0.55 + 0.4 · 0.4 = 0.49; its key result without a score is named all the same."""
    _, scores = scored(tmp_path, SCORES + "  - {objective: O2, score: 0.4}\n")
    assert scores.score(key("alice/O2")) == 0.4
    assert scores.owner(ALICE) == (0.49, (key("alice/O2/KR2"),))


def test_an_unscored_one_is_never_zero(tmp_path: Path) -> None:
    """Only O1 counts, and of it only KR1; three key results are named."""
    _, scores = scored(tmp_path, "scores: [{kr: O1/KR1, score: 0.7}, {kr: O2/KR1, because: later}]\n")
    unscored = tuple(key(f"alice/{one}") for one in ("O1/KR2", "O2/KR1", "O2/KR2"))
    assert scores.owner(ALICE) == (0.7, unscored)


def test_nothing_scored(tmp_path: Path) -> None:
    _, scores = scored(tmp_path, "lessons: [x]\n")
    owner = scores.owner(ALICE)
    assert (owner.score, len(owner.unscored), scores.aspirational_mean([ALICE]), scores.misses(ALICE)) == (
        None,
        4,
        None,
        (),
    )


def test_a_score_of_zero_counts(tmp_path: Path) -> None:
    _, scores = scored(tmp_path, "scores: [{kr: O2/KR1, score: 0}, {kr: O2/KR2, score: 1}]\n")
    assert scores.score(key("alice/O2")) == 0.5


def test_a_dropped_objective_is_left_out(tmp_path: Path) -> None:
    sheet = SHEET.replace("    title: u\n", "    title: u\n    dropped: {on: 2026-02-12, because: x}\n")
    assert scored(tmp_path, sheet=sheet)[1].owner(ALICE) == (0.55, ())


def test_the_owners_own_word_goes_first(tmp_path: Path) -> None:
    """Two key results of growth's are alice's, whose file comes before growth's; the first stands in both."""
    files = {
        "growth": SHEET.replace("weight: 50", "owner: alice").replace("weight: 30", "owner: alice"),
        RETRO: "scores: [{kr: growth/O1/KR1, score: 0.1}, {kr: growth/O1/KR2, score: 0.2}]\n",
        "cycles/2026-Q1/retros/growth.yaml": "scores: [{kr: O1/KR1, score: 0.8}]\n",
    }
    scores = collect_scores(world(tmp_path, files).graph)
    assert [scores.score(key(f"growth/O1/KR{number}")) for number in (1, 2)] == [0.8, 0.2]


def test_a_lead_scores_the_sheet_of_the_team(tmp_path: Path) -> None:
    """Also what another of the team answers for."""
    files = {
        "growth": SHEET.replace("weight: 30", "owner: alice"),
        "cycles/2026-Q1/retros/wang.yaml": "scores: [{kr: growth/O1/KR1, score: 0.1}, {kr: growth/O1/KR2, score: 1}]\n",
    }
    scores = collect_scores(world(tmp_path, files).graph)
    assert [scores.score(key(f"growth/O1/KR{number}")) for number in (1, 2)] == [0.1, 1]


def test_nobody_scores_for_another(tmp_path: Path) -> None:
    """Neither the team, nor its lead, nor a colleague; 0.6 · 0.55 + 0.4 · 0.9 = 0.69 as without them."""
    others = "scores: [{kr: alice/O2/KR2, score: 0}, {objective: alice/O1, score: 1, because: I}]\n"
    _, scores = scored(tmp_path, growth=others, wang=others, bob=others)
    assert scores.owner(ALICE) == (0.69, (key("alice/O2/KR2"),))
    assert scores.of(key("alice/O1")) is None


def test_committed_ones_are_judged_one_by_one(tmp_path: Path) -> None:
    """O2 is committed: 0.9 is a miss, 1.0 none, no score is no miss; the mean is of aspirational ones alone."""
    _, scores = scored(tmp_path)
    assert scores.misses(ALICE) == (key("alice/O2/KR1"),)
    assert scores.aspirational_mean([ALICE]) == 0.55
    _, full = scored(tmp_path / "b", SCORES.replace("0.9", "1.0"))
    assert full.misses(ALICE) == ()
    _, itself = scored(tmp_path / "c", "scores: [{objective: O2, score: 0.99}]\n")
    assert itself.misses(ALICE) == (key("alice/O2"),)


def test_what_nobody_scored_is_missed_by_how_far_it_came(tmp_path: Path) -> None:
    """KR1 of O2 is scored 1.0 at half the way and met; KR2 is not scored. O1 is aspirational."""
    _, scores = scored(tmp_path, SCORES.replace("0.9", "1.0"))
    assert scores.misses(ALICE) == ()
    assert scores.misses(ALICE, lambda _: 0.5) == (key("alice/O2/KR2"),)
    assert scores.misses(ALICE, lambda _: 1.0) == ()
    assert scores.misses(ALICE, lambda _: 0.9 + 0.1 - 1e-16) == ()


def test_the_score_of_an_objective_speaks_for_what_nobody_scored_in_it(tmp_path: Path) -> None:
    _, met = scored(tmp_path, "scores: [{objective: O2, score: 1}, {kr: O2/KR1, score: 0.9}]\n")
    assert met.misses(ALICE, lambda _: 0.5) == (key("alice/O2/KR1"),)
    _, short = scored(tmp_path / "b", "scores: [{objective: O2, score: 0.7}]\n")
    assert short.misses(ALICE, lambda _: 0.5) == (key("alice/O2"),)


def test_an_objective_without_key_results_is_judged_itself(tmp_path: Path) -> None:
    _, scores = scored(tmp_path, "lessons: [x]\n", "objectives: [{id: O1, title: t, kind: committed}]\n")
    assert scores.misses(ALICE) == ()
    assert scores.misses(ALICE, lambda _: 0.0) == (key("alice/O1"),)


def test_a_mean_over_several_sheets(tmp_path: Path) -> None:
    """Two sheets count alike: (0.55 · 60 + 0.8 · 100) / 160 = 0.70625; alice's committed 40 % stay out."""
    bob = "objectives: [{id: O1, title: t, key_results: [{id: KR1, title: a}]}]\n"
    files = {"alice": SHEET, "bob": bob, RETRO: SCORES}
    files["cycles/2026-Q1/retros/bob.yaml"] = "scores: [{kr: O1/KR1, score: 0.8}]\n"
    scores = collect_scores(world(tmp_path, files).graph)
    assert scores.aspirational_mean([ALICE, SheetKey(CYCLE, "bob")]) == 0.70625


@pytest.mark.parametrize(
    ("mean", "said"),
    [
        (1.0, "too_safe"),
        (0.851, "too_safe"),
        (0.85, "healthy"),  # "> 0.85 too safe"
        (0.6, "healthy"),
        (0.1 + 0.2 + 0.3, "healthy"),  # 0.6000000000000001
        (0.3 + 0.2 + 0.1 - 1e-12, "healthy"),  # and from below
        (1.7 / 2, "healthy"),
        (0.5999, "stretched"),
        (0.4, "stretched"),
        (0.3999, "out_of_reach"),
        (0.0, "out_of_reach"),
    ],
)
def test_verdict(mean: float, said: str) -> None:
    assert verdict(mean) == said


def test_words_of_verdicts() -> None:
    shown = [show.verdict_words(one) for one in ("too_safe", "healthy", "stretched", "out_of_reach")]
    assert [one.zh for one in shown] == ["偏保守", "适中", "偏高", "过高"]
    assert [one.en for one in shown] == ["too safe", "healthy", "stretched", "out of reach"]


@pytest.mark.parametrize(("score", "shown"), [(0.7, "0.7"), (0.69, "0.69"), (1, "1.0"), (0, "0.0"), (0.555, "0.56")])
def test_a_score_as_it_is_read(score: float, shown: str) -> None:
    assert show.score(score) == shown


def explained(found: World, address: str, zh: bool = False) -> list[str]:
    language: Language = "zh" if zh else "en"
    steps = explain(found.graph, found.reports, DAY, key(address))
    return [line.say(language) for line in lines(steps, language, path_and_line)]


def test_explained(tmp_path: Path) -> None:
    found, _ = scored(tmp_path, SCORES + "  - {objective: O2, score: 0.4}\n")
    assert f"  score 0.7: as Alice Chen wrote — {RETRO}:2" in explained(found, "alice/O1/KR1")
    assert f"  自评分 0.7：Alice Chen 填写（{RETRO}:2）" in explained(found, "alice/O1/KR1", zh=True)
    shown = explained(found, "alice/O1")
    at = shown.index("  score 0.55 = (62.5 × 0.7 + 37.5 × 0.3) / 100")
    assert shown[at + 1 : at + 3] == [
        f"    alice/O1/KR1: 0.7, weight 62.5 % — {RETRO}:2",
        f"    alice/O1/KR2: 0.3, weight 37.5 % — {RETRO}:3",
    ]
    instead = explained(found, "alice/O2")
    at = instead.index(f"  score 0.4: as Alice Chen wrote — {RETRO}:6")
    assert instead[at + 1] == "    it stands in place of the mean of its key results, 0.9"
    assert not any("score" in line for line in explained(found, "alice/O2/KR2"))


def test_an_explained_mean_names_what_is_missing_and_adds_up(tmp_path: Path) -> None:
    """Thirds: (0.7 + 0.4) / 2 = 0.55."""
    three = ", ".join(f"{{id: KR{number}, title: t}}" for number in (1, 2, 3))
    sheet = f"objectives: [{{id: O1, title: t, key_results: [{three}]}}]\n"
    found, _ = scored(tmp_path, "scores: [{kr: O1/KR1, score: 0.7}, {kr: O1/KR2, score: 0.4}]\n", sheet)
    shown = explained(found, "alice/O1")
    assert "  score 0.55 = (1 × 0.7 + 1 × 0.4) / 2" in shown
    assert "    alice/O1/KR3: not scored, left out of the mean — cycles/2026-Q1/okrs/alice.yaml:1" in shown
    assert [is_right(line) for line in shown if line.startswith("  score")] == [True]
