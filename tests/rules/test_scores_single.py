"""OKR502, OKR503, OKR505, OKR506, OKR508: what is said of one goal at the end."""

from pathlib import Path

import pytest

from tests.rules.findings import seen
from tests.rules.quarter import note, sheet, written

HUNDRED = "metric: {start: 0, target: 100}"
COMMITTED = "    kind: committed\n"
RETRO = "cycles/2026-Q1/retros/alice.yaml"


def scores(*entries: str) -> str:
    """Self-scores; each entry are its keys behind `kr: O1/KR1`, or all of them where it names a goal itself."""
    return "scores:\n" + "".join(
        f"  - {{{one if one.startswith(('kr: ', 'objective: ')) else f'kr: O1/KR1, {one}'}}}\n" for one in entries
    )


def messages(root: Path, code: str, entry: str, objective: str = "", **files: str) -> list[str]:
    """The messages of one rule; alice's sheet has two metrics, `W13` is her note, her retrospective has one entry."""
    tree = {
        "alice.yaml": sheet(HUNDRED, HUNDRED, objective=objective),
        "retro/alice": scores(entry),
        **{f"{week}/alice": text for week, text in files.items()},
    }
    found = seen(root, code, written(tree))
    assert all(one.path == RETRO for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("score", "completion", "is_far"),
    [
        ("0.7", "0.9", False),  # 0.9 − 0.7 is 0.2 on paper, and more in binary
        ("0.7", "0.91", True),
        ("0.7", "0.5", False),
        ("0.7", "0.49", True),
        ("0.8", "1.3", False),  # at most the whole way: 0.2
        ("0.79", "1.3", True),
        ("0.2", "-0.4", False),
        ("0.21", "-0.4", True),
        ("1", "0", True),
        ("0", "0", False),
    ],
)
def test_two_tenths_are_close(tmp_path: Path, score: str, completion: str, is_far: bool) -> None:
    assert len(messages(tmp_path, "OKR502", f"score: {score}, completion: {completion}")) == is_far


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("50", None),
        ("90", None),
        ("90.4", "a score of 0.7 at a completion of 90.4 %, and no reason"),
        ("-8", "a score of 0.7 at a completion of −8 %, and no reason"),
    ],
)
def test_completion_is_what_the_notes_add_up_to(tmp_path: Path, value: str, said: str | None) -> None:
    found = messages(tmp_path, "OKR502", "score: 0.7", W13=note(f"value: {value}"))
    assert found == ([f"alice/O1/KR1: {said}"] if said else [])


def test_what_is_written_goes_before_the_notes(tmp_path: Path) -> None:
    assert messages(tmp_path, "OKR502", "score: 0.7, completion: 0.7", W13=note("value: 20")) == []


@pytest.mark.parametrize("score", ["0.7", "0.2"])
def test_without_any_report_the_completion_is_zero_and_said_to_be_unknown(tmp_path: Path, score: str) -> None:
    said = f"alice/O1/KR1: a score of {score}, but no note says how far it came, and there is no reason"
    assert messages(tmp_path, "OKR502", f"score: {score}") == ([said] if score == "0.7" else [])


def test_an_unreadable_note_may_hold_the_completion(tmp_path: Path) -> None:
    assert messages(tmp_path, "OKR502", "score: 0.7", W13="updates: [") == []


def test_a_reason_is_enough(tmp_path: Path) -> None:
    assert messages(tmp_path, "OKR502", "score: 0.7, completion: 0.2, because: b") == []


def test_an_objective_is_compared_with_its_own_progress(tmp_path: Path) -> None:
    """(80 + 0) / 2 = 40 %."""
    found = messages(tmp_path, "OKR502", "objective: O1, score: 0.61", W13=note("value: 80"))
    assert found == ["alice/O1: a score of 0.61 at a completion of 40 %, and no reason"]


@pytest.mark.parametrize(
    ("entry", "kind", "code"),
    [
        ("score: 0.3", "", "OKR503"),
        ("score: 0.30", "", "OKR503"),
        ("score: 0.31", "", None),
        ("score: 0", "", "OKR503"),
        ("score: 0.3, because: b", "", "OKR503"),
        ("score: 0.3, cause: market", "", None),
        ("objective: O1, score: 0.3", "", "OKR503"),
        ("score: 0.3", COMMITTED, "OKR505"),
        ("score: 0.99", COMMITTED, "OKR505"),
        ("score: 0.999", COMMITTED, "OKR505"),
        ("score: 1", COMMITTED, None),
        ("score: 0.5, cause: goal", COMMITTED, None),
        ("objective: O1, score: 0.9", COMMITTED, "OKR505"),
        ("completion: 0.2", COMMITTED, None),
    ],
)
def test_a_miss_needs_a_cause(tmp_path: Path, entry: str, kind: str, code: str | None) -> None:
    found = {each: messages(tmp_path / each, each, entry, kind) for each in ("OKR503", "OKR505")}
    assert [each for each, said in found.items() if said] == ([code] if code else [])


def test_a_score_that_is_nearly_full_is_not_shown_as_full(tmp_path: Path) -> None:
    assert messages(tmp_path, "OKR505", "score: 0.999", COMMITTED) == [
        "alice/O1/KR1 is committed and scored 0.999, and no main cause is named"
    ]


@pytest.mark.parametrize("code", ["OKR503", "OKR505"])
def test_an_objective_leaves_the_cause_to_its_key_results(tmp_path: Path, code: str) -> None:
    kind = COMMITTED if code == "OKR505" else ""
    retro = scores("objective: O1, score: 0.2", "score: 0.2, cause: method")
    files = {"alice.yaml": sheet(HUNDRED, objective=kind), "retro/alice": retro}
    assert seen(tmp_path, code, written(files)) == []


def test_the_default_kind_counts(tmp_path: Path) -> None:
    files = {
        "okrctl.yaml": "version: 1\ndefault_kind: committed\n",
        "alice.yaml": sheet(HUNDRED),
        "retro/alice": scores("score: 0.8"),
    }
    assert [one.text for one in seen(tmp_path, "OKR505", written(files))] == ["0.8"]


@pytest.mark.parametrize(
    ("entry", "kind", "related"),
    [
        ("score: 1, difficulty: easier", "", ("easier",)),
        ("score: 1.0, effort: low", "", ("low",)),
        ("score: 1, difficulty: easier, effort: low", "", ("easier", "low")),
        ("score: 1, difficulty: harder, effort: low", "", ("low",)),
        ("score: 0.99, effort: low", "", None),
        ("score: 1, difficulty: expected, effort: high", "", None),
        ("score: 1", "", None),
        ("score: 1, effort: low", COMMITTED, None),
    ],
)
def test_easy_and_full(tmp_path: Path, entry: str, kind: str, related: tuple[str, ...] | None) -> None:
    files = {"alice.yaml": sheet(HUNDRED, objective=kind), "retro/alice": scores(entry)}
    assert [one.related for one in seen(tmp_path, "OKR506", written(files))] == ([related] if related else [])


@pytest.mark.parametrize(
    ("score", "is_too_precise"),
    [
        ("0.725", True), ("0.001", True), ("0.3333333333333333", True), ("1e-3", True),
        ("0.72", False), ("0.700", False), ("1.000", False), ("0", False), ("7e-1", False),
    ],
)  # fmt: skip
def test_two_decimals(tmp_path: Path, score: str, is_too_precise: bool) -> None:
    assert len(messages(tmp_path, "OKR508", f"score: {score}, completion: 0.72345")) == is_too_precise


@pytest.mark.parametrize("code", ["OKR502", "OKR503", "OKR505", "OKR506"])
def test_dropped_goals_are_not_judged(tmp_path: Path, code: str) -> None:
    dropped = HUNDRED + ", dropped: {on: 2026-02-10, because: b}"
    for kind in ("", COMMITTED):
        for entry in ("score: 0.2, completion: 0.9", "score: 1, completion: 0, effort: low"):
            files = {"alice.yaml": sheet(dropped, objective=kind), "retro/alice": scores(entry)}
            assert seen(tmp_path, code, written(files)) == []


def test_the_owner_speaks_for_his_goal(tmp_path: Path) -> None:
    """Bob, who is responsible for one of alice's key results, scores it as well: alice's own word goes first."""
    files = {
        "alice.yaml": sheet(HUNDRED + ", owner: bob", HUNDRED + ", owner: bob"),
        "retro/bob": scores("kr: alice/O1/KR1, score: 0.1", "kr: alice/O1/KR2, score: 0.2"),
        "retro/alice": scores("score: 0.1, cause: goal"),
    }
    found = [(one.path.rsplit("/", 1)[1], one.text) for one in seen(tmp_path, "OKR503", written(files))]
    assert found == [("bob.yaml", "0.2")]
