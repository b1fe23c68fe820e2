"""OKR501, OKR504, OKR507: what is said of a whole sheet at the end."""

from pathlib import Path

import pytest

from tests.rules.findings import seen
from tests.rules.quarter import note, sheet, written
from tests.rules.test_scores_single import COMMITTED, HUNDRED, scores

RETRO = "cycles/2026-Q1/retros/alice.yaml"
CLOSED = "state: closed\n"
KR2 = "kr: O1/KR2"


def unscored(root: Path, retro: str | None, cycle: str = CLOSED, **more: str) -> list[tuple[str, int, str]]:
    """Path, line and text of what OKR501 finds on alice's sheet of two, or in her retrospective."""
    files = {"alice.yaml": sheet(HUNDRED, ""), "cycle": cycle, **more, **({"retro/alice": retro} if retro else {})}
    found = seen(root, "OKR501", written(files))
    return [(one.path, one.line, one.text) for one in found if one.path in ("alice.yaml", RETRO)]


@pytest.mark.parametrize(
    ("retro", "found"),
    [
        (None, [("alice.yaml", 1, "objectives")]),
        ("lessons: [l]\n", [(RETRO, 1, "lessons: [l]")]),
        ("scores: []\n", [(RETRO, 1, "scores")]),
        (scores("completion: 0.7", f"{KR2}, next: carry"), [(RETRO, 1, "scores")]),
        (scores("score: 0.7"), [("alice.yaml", 7, "t2")]),
        (scores("score: 0.7", f"{KR2}, completion: 0.7"), [(RETRO, 3, "O1/KR2")]),
        (scores("score: 0.7", f"{KR2}, score: 0"), []),
        (scores("objective: O1, score: 0.7"), [("alice.yaml", 6, "t1"), ("alice.yaml", 7, "t2")]),
        ("scores: [", []),  # it may be there
    ],
)
def test_a_closed_cycle(tmp_path: Path, retro: str | None, found: list[tuple[str, int, str]]) -> None:
    assert unscored(tmp_path, retro) == found


@pytest.mark.parametrize("cycle", ["state: open\n", "title: Q1\n", "due: {scores: 2026-01-05}\n"])
def test_a_cycle_that_nobody_closed(tmp_path: Path, cycle: str) -> None:
    assert unscored(tmp_path, None, cycle) == []


def test_one_missing_file_is_one_mistake(tmp_path: Path) -> None:
    files = written({"alice.yaml": sheet("", "", ""), "cycle": CLOSED})
    (one,) = [one for one in seen(tmp_path, "OKR501", files) if one.path == "alice.yaml"]
    assert one.message == "Alice Chen has scored none of its 3 key results, and 2026-Q1 is closed"


def test_of_a_single_one_the_key_result_is_named(tmp_path: Path) -> None:
    assert unscored(tmp_path, None, **{"alice.yaml": sheet("")}) == [("alice.yaml", 6, "t1")]


def test_dropped_key_results_need_no_score(tmp_path: Path) -> None:
    dropped = sheet(HUNDRED, "dropped: {on: 2026-02-10, because: b}")
    assert unscored(tmp_path, scores("score: 0.7"), **{"alice.yaml": dropped}) == []


def test_who_is_responsible_may_score(tmp_path: Path) -> None:
    theirs = sheet(HUNDRED, "owner: bob")
    more = {"alice.yaml": theirs, "retro/bob": scores("kr: alice/O1/KR2, score: 0.7")}
    assert unscored(tmp_path, scores("score: 0.7"), **more) == []


@pytest.mark.parametrize(
    ("key_results", "kind", "entries", "is_too_safe"),
    [
        (2, "", ("score: 1", f"{KR2}, score: 1.0"), True),
        (2, "", ("score: 1", f"{KR2}, score: 0.9"), False),
        (2, "", ("score: 1", f"{KR2}, completion: 1"), False),  # one is still open
        (2, "", ("score: 1",), False),
        (1, "", ("score: 1",), False),  # one is no habit
        (2, COMMITTED, ("score: 1", f"{KR2}, score: 1"), False),
        (2, "", ("objective: O1, score: 1",), False),
    ],
)
def test_all_full(tmp_path: Path, key_results: int, kind: str, entries: tuple[str, ...], is_too_safe: bool) -> None:
    files = {"alice.yaml": sheet(*[""] * key_results, objective=kind), "retro/alice": scores(*entries)}
    assert [(one.path, one.line) for one in seen(tmp_path, "OKR504", written(files))] == [(RETRO, 2)] * is_too_safe


def test_a_dropped_key_result_does_not_hide_it(tmp_path: Path) -> None:
    three = sheet("", "", "dropped: {on: 2026-02-10, because: b}")
    files = {"alice.yaml": three, "retro/alice": scores("score: 1", f"{KR2}, score: 1")}
    (one,) = seen(tmp_path, "OKR504", written(files))
    assert one.message == "both aspirational key results of Alice Chen are scored 1.0"


def test_committed_ones_of_the_same_sheet_are_left_out(tmp_path: Path) -> None:
    both = sheet("", "", "") + sheet("", "", objective=COMMITTED).replace("objectives:\n", "").replace(
        "id: O1", "id: O2"
    )
    aspirational = [f"kr: O1/KR{n}, score: 1" for n in (1, 2, 3)]
    files = {"alice.yaml": both, "retro/alice": scores(*aspirational, "kr: O2/KR1, score: 0.8, cause: method")}
    (one,) = seen(tmp_path, "OKR504", written(files))
    assert one.message == "all 3 aspirational key results of Alice Chen are scored 1.0"


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        (("score: 0.7, completion: 0.7",), 2),
        (("score: 0.7, completion: 1", f"{KR2}, score: 0.6, completion: 0.99"), 3),
        (("score: 0.7, completion: 1", f"{KR2}, score: 0.6, completion: 1.2"), None),
        (("score: 0.7, completion: 0.7, next: drop",), None),
        (("score: 0.7, completion: 0.7", "objective: O1, next: carry"), None),
        (("completion: 0.7",), None),  # nothing is scored yet
        (("score: 0.7", f"{KR2}, score: 0.6, completion: 1"), None),  # the notes say that it is complete
    ],
)
def test_what_becomes_of_it(tmp_path: Path, entries: tuple[str, ...], line: int | None) -> None:
    files = {"alice.yaml": sheet(HUNDRED, ""), "retro/alice": scores(*entries), "W13/alice": note("value: 100")}
    assert [one.line for one in seen(tmp_path, "OKR507", written(files))] == ([line] if line else [])


def test_the_first_few_are_named(tmp_path: Path) -> None:
    entries = [f"kr: O1/KR{n}, score: 0.5, completion: 0.5" for n in range(1, 6)]
    files = {"alice.yaml": sheet("", "", "", "", ""), "retro/alice": scores(*entries)}
    (one,) = seen(tmp_path, "OKR507", written(files))
    assert one.message == (
        "5 key results are unfinished (alice/O1/KR1, alice/O1/KR2, alice/O1/KR3, …), "
        "and of none is it said what becomes of it"
    )
