"""OKR409 and OKR411: values that go the wrong way, confidence that sinks."""

from pathlib import Path

import pytest

from tests.rules.findings import Seen, seen

NOTES = "cycles/2026-Q1/notes"
FALLING = """\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Questions per new team fall from 12 to 4, metric: {start: 12, target: 4, unit: questions}}
      - {id: KR2, title: The first page explains itself}
      - {id: KR3, title: Answers come in time, keep: {max: 4}}
"""


def _weeks(*updates: str, goal: str = "growth/O1/KR1", author: str = "wang") -> dict[str, str]:
    """One note a week from week 4 on; an empty update writes none."""
    return {
        f"{NOTES}/2026-W{number:02}/{author}.yaml": f"updates:\n  - {{kr: {goal}, {update}}}\n"
        for number, update in enumerate(updates, start=4)
        if update
    }


def _moves(root: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    return [(one.path[-18:-10], one.message) for one in seen(root, "OKR409", files)]


# 409: growth/O1/KR1 is to rise from 31 to 40 %


def test_a_value_that_falls_though_it_is_to_rise(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR409", _weeks("value: 34", "value: 33.5"))
    assert (one.path, one.line, one.column, one.text) == (f"{NOTES}/2026-W05/wang.yaml", 2, 32, "33.5")
    assert one.message == "34 % → 33.5 %, away from 40 %, and the update does not say why"
    assert one.related == ("34",)


def test_the_start_counts_as_long_as_there_is_no_value(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR409", _weeks("value: 30"))
    assert (one.text, one.related) == ("30", ("31",))


@pytest.mark.parametrize(
    "more",
    ["progress: It fell", "risks: [It falls]", "next: [{what: Find out why}]"],
)
def test_a_word_of_any_kind_is_enough(tmp_path: Path, more: str) -> None:
    assert _moves(tmp_path, _weeks("value: 34", f"value: 33, {more}")) == []


@pytest.mark.parametrize(
    ("updates", "weeks"),
    [
        (("value: 34", "value: 34", "value: 36"), []),
        (("value: 34", "confidence: 5", "value: 33"), ["2026-W06"]),
        (("value: 36", "value: 35", "value: 34"), ["2026-W05", "2026-W06"]),
        (("value: 36", "value: 33", "value: 34"), ["2026-W05"]),
    ],
)
def test_each_week_is_compared_with_the_value_before(
    tmp_path: Path, updates: tuple[str, ...], weeks: list[str]
) -> None:
    assert [week for week, _ in _moves(tmp_path, _weeks(*updates))] == weeks


def test_two_values_of_one_week_are_no_move(tmp_path: Path) -> None:
    both = _weeks("value: 36") | _weeks("value: 35", author="alice")
    assert _moves(tmp_path, both) == []


def test_falling_targets_percent_and_bands(tmp_path: Path) -> None:
    sheet = {"growth.yaml": FALLING}
    up = _moves(tmp_path / "up", sheet | _weeks("value: 9", "value: 10"))
    assert up == [("2026-W05", "9 questions → 10 questions, away from 4 questions, and the update does not say why")]
    assert _moves(tmp_path / "down", sheet | _weeks("value: 9", "value: 8")) == []
    plain = _moves(tmp_path / "plain", sheet | _weeks("percent: 60", "percent: 50", goal="growth/O1/KR2"))
    assert plain == [("2026-W05", "60 % → 50 %, away from 100 %, and the update does not say why")]
    assert _moves(tmp_path / "band", sheet | _weeks("value: 3", "value: 5", goal="growth/O1/KR3")) == []


def test_a_dropped_goal_goes_nowhere(tmp_path: Path) -> None:
    dropped = FALLING.replace("unit: questions}}", "unit: questions}, dropped: {on: 2026-02-10, because: Merged}}")
    assert _moves(tmp_path, {"growth.yaml": dropped} | _weeks("value: 9", "value: 10")) == []


# 411


def _sinking(root: Path, files: dict[str, str]) -> list[Seen]:
    return seen(root, "OKR411", files)


def _sure(*confidence: int | str) -> dict[str, str]:
    return _weeks(*(f"confidence: {each}" if each != "" else "" for each in confidence))


def test_two_falls_in_a_row(tmp_path: Path) -> None:
    (one,) = _sinking(tmp_path, _sure(8, 7, 5))
    assert (one.path, one.line, one.column, one.text) == (f"{NOTES}/2026-W06/wang.yaml", 2, 37, "5")
    assert one.message == "confidence falls 8 → 7 → 5, and no update names a risk"
    assert one.related == ("8", "7")


@pytest.mark.parametrize(
    ("confidence", "rows"),
    [
        ((8, 7, 7), []),
        ((8, 6, 7, 5), []),
        ((8, 7), []),
        ((5, 6, 7), []),
        ((8, "", 7, 5), ["8 → 7 → 5"]),
        ((9, 8, 7, 6), ["9 → 8 → 7 → 6"]),
        ((9, 8, 7, 8, 7, 6), ["9 → 8 → 7", "8 → 7 → 6"]),
        ((0, 0, 0), []),
        ((2, 1, 0), ["2 → 1 → 0"]),
    ],
)
def test_rows_of_falls(tmp_path: Path, confidence: tuple[int | str, ...], rows: list[str]) -> None:
    found = [one.message.split("falls ")[1].split(",")[0] for one in _sinking(tmp_path, _sure(*confidence))]
    assert found == rows


@pytest.mark.parametrize(("week", "found"), [(0, True), (1, False), (2, False)])
def test_a_risk_at_either_fall_is_enough(tmp_path: Path, week: int, found: bool) -> None:
    """A risk without a need that was named before confidence began to fall does not explain why it falls."""
    updates = [f"confidence: {each}" for each in (8, 7, 5)]
    updates[week] += ", risks: [The import stops]"
    assert bool(_sinking(tmp_path, _weeks(*updates))) is found


@pytest.mark.parametrize(("done", "found"), [("", False), ("done: [2026-W04/wang/n1]\n", True)])
def test_a_need_that_is_still_open_counts(tmp_path: Path, done: str, found: bool) -> None:
    files = _weeks(
        "confidence: 8, risks: [{risk: It stops, need: A day, from: [bob]}]", "confidence: 7", "confidence: 5"
    )
    files[f"{NOTES}/2026-W05/wang.yaml"] += done
    assert bool(_sinking(tmp_path, files)) is found


def test_of_one_week_the_last_word_counts(tmp_path: Path) -> None:
    files = _sure(8, 7, 5)
    files[f"{NOTES}/2026-W06/wang.yaml"] += "  - {kr: growth/O1/KR1, confidence: 7}\n"
    assert _sinking(tmp_path, files) == []


def test_a_goal_that_is_done_is_not_at_risk(tmp_path: Path) -> None:
    assert _sinking(tmp_path, _weeks("confidence: 8", "confidence: 7", "confidence: 5, status: done")) == []
