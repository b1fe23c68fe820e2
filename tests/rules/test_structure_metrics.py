"""OKR210 to OKR213, and the measures of OKR008: what a key result is measured by."""

from pathlib import Path

import pytest

from okrctl.rules.structure.kinds import check_kinds
from okrctl.source.place import locate
from tests.rules.findings import seen
from tests.support.trees import context_of, read_tree, write_tree

HEAD = "objectives:\n  - id: O1\n    title: A goal\n    aligns_to: [growth/O1]\n    key_results:\n"
SECOND = "      - {id: KR2, title: A result}\n"
DROPPED = "dropped: {on: 2026-02-10, because: The market closed}"


def _sheet(*lines: str) -> str:
    """One objective of two key results; the first has these keys, from line 7 on, in column 9."""
    own = "".join(f"        {line}\n" for line in lines)
    return f"{HEAD}      - id: KR1\n{own}        title: A result\n{SECOND}"


def _bob(*lines: str) -> dict[str, str]:
    return {"bob.yaml": _sheet(*lines)}


# 210


@pytest.mark.parametrize("both", ["40", "-3.5", "0", "1.0e3"])
def test_start_is_target(tmp_path: Path, both: str) -> None:
    (one,) = seen(tmp_path, "OKR210", _bob(f"metric: {{start: {both}, target: {both}}}"))
    assert (one.line, one.column, one.text, one.related) == (7, 35 + len(both), both, (both,))


def test_a_dropped_metric_and_a_falling_one_are_fine(tmp_path: Path) -> None:
    assert seen(tmp_path, "OKR210", _bob("metric: {start: 40, target: 40}", DROPPED)) == []
    assert seen(tmp_path, "OKR210", _bob("metric: {start: 40, target: 39.9}")) == []


# 211


@pytest.mark.parametrize(
    ("start", "target", "checkpoints", "texts"),
    [
        (31, 40, "2026-01-31: 32, 2026-02-28: 36", []),
        (31, 40, "2026-02-28: 36, 2026-01-31: 32", []),
        (31, 40, "2026-01-31: 31, 2026-02-28: 40", []),
        (31, 40, "2026-01-31: 36, 2026-02-28: 35", ["35"]),
        (31, 40, "2026-01-31: 30, 2026-02-28: 36", ["30"]),
        (31, 40, "2026-01-31: 41, 2026-02-28: 36", ["41"]),
        (31, 40, "2026-01-31: 36, 2026-02-20: 33, 2026-02-28: 37", ["33"]),
        (12, 4, "2026-01-31: 9, 2026-02-28: 6", []),
        (12, 4, "2026-01-31: 6, 2026-02-28: 9", ["9"]),
        (12, 4, "2026-01-31: 13, 2026-02-28: 3", ["13", "3"]),
        (-3.5, 2, "2026-01-31: -1, 2026-02-28: 0.5", []),
        (-3.5, 2, "2026-01-31: -4", ["-4"]),
        (31, 40, "2026-03-31: 40", []),
        (31, 40, "2026-03-31: 38", ["38"]),
        (31, 40, "2026-04-30: 99", []),
        (40, 40, "2026-01-31: 41", []),
    ],
)
def test_checkpoints(tmp_path: Path, start: float, target: float, checkpoints: str, texts: list[str]) -> None:
    files = _bob(f"metric: {{start: {start}, target: {target}}}", f"checkpoints: {{{checkpoints}}}")
    found = seen(tmp_path, "OKR211", files)
    assert [(one.line, one.text) for one in found] == [(8, text) for text in texts]


@pytest.mark.parametrize(
    ("checkpoint", "message"),
    [
        ("2026-02-28: 36", "2026-02-28 is after the key result is due (2026-02-20)"),
        ("2026-02-20: 36", "36 on 2026-02-20, the day when the target 40 is due"),
        ("2026-02-10: 360", "360 is not between start 31 and target 40"),
    ],
)
def test_a_checkpoint_and_the_due_date(tmp_path: Path, checkpoint: str, message: str) -> None:
    files = _bob("metric: {start: 31, target: 40}", "due: 2026-02-20", f"checkpoints: {{{checkpoint}}}")
    assert [one.message for one in seen(tmp_path, "OKR211", files)] == [message]


def test_the_checkpoint_before_is_named_in_chinese(tmp_path: Path) -> None:
    text = _sheet("metric: {start: 31, target: 40}", "checkpoints: {2026-01-31: 36, 2026-02-28: 35}")
    (one,) = seen(tmp_path, "OKR211", {"张三.yaml": text}, "zh")
    assert (one.line, one.column) == (8, 51)
    assert one.message == "35 比 2026-01-31 的阶段目标值 36 还退后了"


# 212


@pytest.mark.parametrize(
    ("line", "column", "text"),
    [
        ("due: 2025-12-31", 14, "2025-12-31"),
        ("due: 2026-04-01", 14, "2026-04-01"),
        (
            "milestones: [{id: M1, title: A state, due: 2026-02-01}, {id: M2, title: A state, due: 2026-04-30}]",
            95,
            "2026-04-30",
        ),
        ("checkpoints: {2026-02-28: 1, 2026-06-30: 2}", 38, "2026-06-30"),
    ],
)
def test_a_date_outside_the_cycle(tmp_path: Path, line: str, column: int, text: str) -> None:
    (one,) = seen(tmp_path, "OKR212", _bob(line))
    assert (one.line, one.column, one.text) == (7, column, text)
    assert one.message == f"{text} is outside the cycle 2026-Q1 (2026-01-01 to 2026-03-31)"


@pytest.mark.parametrize("day", ["2026-01-01", "2026-03-31"])
def test_first_and_last_day_belong(tmp_path: Path, day: str) -> None:
    assert seen(tmp_path, "OKR212", _bob(f"due: {day}")) == []


def test_the_dates_of_cycle_yaml_count(tmp_path: Path) -> None:
    files = {**_bob("due: 2026-04-15"), "cycles/2026-Q1/cycle.yaml": "end: 2026-04-30\n"}
    assert seen(tmp_path, "OKR212", files) == []


# 213

SUM = "metric: {start: 0, target: 5, unit: EUR}"


def _adds(*lines: str, owner: str = "dana") -> dict[str, str]:
    """A sheet whose first key result aligns to bob's."""
    return {f"{owner}.yaml": _sheet("aligns_to: [bob/O1/KR1]", *lines)}


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["cascade: sum", SUM], "no key result with a metric aligns to bob/O1/KR1: nothing to add up"),
        (["cascade: mean"], "no goal aligns to bob/O1/KR1: nothing to take progress from"),
        (["cascade: sum"], "cascade: sum without a metric to add up to"),
        (["cascade: mean", SUM], "cascade: mean cannot be combined with metric"),
        (["cascade: mean", "keep: {min: 1}"], "cascade: mean cannot be combined with keep"),
    ],
)
def test_a_cascade_of_the_wrong_shape_or_over_nothing(tmp_path: Path, lines: list[str], message: str) -> None:
    (one,) = seen(tmp_path, "OKR213", _bob(*lines))
    assert (one.line, one.column, one.text) == (7, 18, lines[0].removeprefix("cascade: "))
    assert one.message == message


@pytest.mark.parametrize(
    ("theirs", "message"),
    [
        ("metric: {start: 0, target: 2, unit: EUR}", None),
        ("metric: {start: 0, target: 2, unit: USD}", "this sum is in EUR, dana/O1/KR1 counts in USD"),
        ("metric: {start: 0, target: 2}", "this sum is in EUR, dana/O1/KR1 counts in no unit"),
        ("keep: {min: 1}", "no key result with a metric aligns to bob/O1/KR1: nothing to add up"),
    ],
)
def test_what_a_sum_adds(tmp_path: Path, theirs: str, message: str | None) -> None:
    files = {**_bob("cascade: sum", SUM), **_adds(theirs)}
    assert [one.message for one in seen(tmp_path, "OKR213", files)] == ([message] if message else [])


def test_every_other_unit_stands_beside_the_one_finding(tmp_path: Path) -> None:
    files = {
        **_bob("cascade: sum", SUM),
        **_adds("metric: {start: 0, target: 2, unit: USD}", owner="alice"),
        **_adds("metric: {start: 0, target: 2, unit: EUR}", owner="dana"),
        **_adds("metric: {start: 0, target: 2, unit: teams}", owner="wang"),
    }
    (one,) = seen(tmp_path, "OKR213", files)
    assert one.related == ("USD", "teams")


def test_dropped_contributors_are_none_and_a_broken_sheet_may_hold_some(tmp_path: Path) -> None:
    files = {**_bob("cascade: mean"), **_adds(DROPPED)}
    assert len(seen(tmp_path / "read", "OKR213", files)) == 1
    assert seen(tmp_path / "broken", "OKR213", {**files, "alice.yaml": "objectives: [{"}) == []


# 008


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["metric: {start: 31, target: 40}"], []),
        (["keep: {min: 20, max: 20}"], []),
        (
            ["metric: {start: 31, target: 40}", "keep: {min: 20}"],
            [(8, 9, "keep beside metric: a key result is measured in one way only")],
        ),
        (
            ["milestones: [{id: M1, title: A state}]", "metric: {start: 31, target: 40}"],
            [(7, 9, "milestones beside metric: a key result is measured in one way only")],
        ),
        (["keep: {unit: h}"], [(7, 15, "keep has neither min nor max")]),
        (["keep: {min: 24, max: 20}"], [(7, 21, "min 24 is above max 20")]),
        (["cascade: mean", "metric: {start: 31, target: 40}", "keep: {min: 20}"], []),
        (["metric: {start: 31, target: 40}", "keep: {min: 20}", DROPPED], []),
    ],
)
def test_one_measure_and_a_band_that_holds_a_value(
    tmp_path: Path, lines: list[str], expected: list[tuple[int, int, str]]
) -> None:
    files = {"okrctl.yaml": "version: 1\n", "cycles/2026-Q1/okrs/bob.yaml": _sheet(*lines)}
    found = list(check_kinds(context_of(read_tree(write_tree(tmp_path, files)))))
    assert [(*locate(one.place).start, one.message.en) for one in found] == expected
    assert all(one.code == "OKR008" for one in found)
