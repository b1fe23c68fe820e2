"""OKR202 and OKR203: how many goals, and the limits of the settings."""

from pathlib import Path

import pytest

from tests.rules.findings import Seen, seen, sheet

SETTINGS = "version: 1\nlimits: {objectives: [2, 3], key_results: [1, 2]}\n"


def _objective(key_results: int, more: str = "") -> str:
    listed = ", ".join(f"{{id: KR{n}, title: A result}}" for n in range(1, key_results + 1))
    return f"title: A goal\naligns_to: [growth/O1]\n{more}key_results: [{listed}]"


def _where(found: list[Seen]) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.text) for one in found]


@pytest.mark.parametrize(("count", "lines"), [(2, []), (5, []), (6, [5])])
def test_key_results_of_an_objective(tmp_path: Path, count: int, lines: list[int]) -> None:
    found = seen(tmp_path, "OKR202", {"bob.yaml": sheet(_objective(count))})
    assert [one.line for one in found] == lines


def test_the_number_found_is_named(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR202", {"张三.yaml": sheet(_objective(7))}, "zh")
    assert one.message == "一个目标下有 7 条关键结果，超过了 5 条"


@pytest.mark.parametrize(("count", "expected"), [(5, []), (6, [(1, 1, "objectives")])])
def test_objectives_of_a_sheet(tmp_path: Path, count: int, expected: list[tuple[int, int, str]]) -> None:
    assert _where(seen(tmp_path, "OKR202", {"bob.yaml": sheet(*[_objective(2)] * count)})) == expected


def test_dropped_ones_are_not_too_many(tmp_path: Path) -> None:
    dropped = _objective(9, "dropped: {on: 2026-02-10, because: The market closed}\n")
    assert seen(tmp_path, "OKR202", {"bob.yaml": sheet(dropped, *[_objective(2)] * 5)}) == []


@pytest.mark.parametrize(("count", "expected"), [(0, [(5, 5, "key_results")]), (1, [(5, 5, "key_results")]), (2, [])])
def test_an_objective_needs_two_key_results(tmp_path: Path, count: int, expected: list[tuple[int, int, str]]) -> None:
    assert _where(seen(tmp_path, "OKR203", {"bob.yaml": sheet(_objective(count))})) == expected


def test_without_the_key_the_objective_is_the_place(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR203", {"bob.yaml": sheet("title: A goal\naligns_to: [growth/O1]")})
    assert (one.line, one.column, one.text) == (2, 5, "id: O1")


def test_a_sheet_needs_an_objective(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR203", {"bob.yaml": "objectives: []\n"})
    assert (one.line, one.text, one.message) == (1, "objectives", "0 objectives on the sheet; it needs at least 1")


def test_dropping_one_of_two_openly_is_no_mistake_dropping_both_is(tmp_path: Path) -> None:
    dropped = "{id: KR%d, title: A result, dropped: {on: 2026-02-10, because: The market closed}}"
    one_left = f"title: A goal\naligns_to: [growth/O1]\nkey_results: [{{id: KR1, title: A result}}, {dropped % 2}]"
    none_left = f"title: A goal\naligns_to: [growth/O1]\nkey_results: [{dropped % 1}, {dropped % 2}]"
    assert [one.line for one in seen(tmp_path, "OKR203", {"bob.yaml": sheet(one_left, none_left)})] == [9]


def test_a_dropped_objective_needs_none(tmp_path: Path) -> None:
    text = sheet("title: A goal\ndropped: {on: 2026-02-10, because: The market closed}", _objective(2))
    assert seen(tmp_path, "OKR203", {"bob.yaml": text}) == []


@pytest.mark.parametrize(
    ("code", "objectives", "lines"),
    [
        ("OKR202", [_objective(3), _objective(2)], [5]),
        ("OKR202", [_objective(2)] * 4, [1]),
        ("OKR203", [_objective(1)], [1]),
        ("OKR203", [_objective(1), _objective(1)], []),
    ],
)
def test_the_limits_are_those_of_the_settings(
    tmp_path: Path, code: str, objectives: list[str], lines: list[int]
) -> None:
    found = seen(tmp_path, code, {"okrctl.yaml": SETTINGS, "bob.yaml": sheet(*objectives)})
    assert [one.line for one in found if one.path == "bob.yaml"] == lines
