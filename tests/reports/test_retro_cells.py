"""The cells of a retrospective's table: numbers that differ read differently, and a percentage has an end value."""

from pathlib import Path

import pytest

from okrctl.language import Language
from okrctl.reports.retrospective.render import markdown
from tests.reports.orchard import CYCLE, retrospective


def lines(root: Path, key_result: str, update: str, language: Language) -> tuple[list[str], str]:
    """Target, end value and completion of Ben's one key result in the table, and the line of its way."""
    key_results = f"[{{id: KR1, title: k{key_result}}}]"
    changed = {
        f"{CYCLE}/okrs/ben.yaml": f"objectives: [{{id: O1, title: o, key_results: {key_results}}}]\n",
        f"{CYCLE}/notes/2026-W13/ben.yaml": f"updates: [{{kr: O1/KR1, {update}}}]\n" if update else None,
    }
    page = markdown(retrospective(root, changed, owner="ben", language=language), language).replace("\u00a0", " ")
    found = page.split("\n")
    row = next(line for line in found if line.startswith("| KR1 k | "))
    return row.split(" | ")[2:5], next(line for line in found if line.startswith("- **KR1** k · "))


@pytest.mark.parametrize(
    ("metric", "value", "english", "chinese"),
    [
        # Both are 1.2 million when shortened; 20,000 of 45,000 is 44 %.
        ("1204000, target: 1249000", 1224000, "1,204,000 → 1,249,000|1,224,000", "120.4 万 → 124.9 万|122.4 万"),
        # In Chinese two decimals of 万: 120.40 for both; in English as well.
        ("1204010, target: 1204040", 1204025, "1,204,010 → 1,204,040|1,204,025", "1204010 → 1204040|1204025"),
        # The end value alone reads like the target: 4.96 million as 5.0.
        ("1000000, target: 5000000", 4960000, "1,000,000 → 5,000,000|4,960,000", "100 万 → 500 万|496 万"),
        ("1000000, target: 5000000", 5000000, "1.0 M → 5.0 M|5.0 M", "100 万 → 500 万|500 万"),
        ("1000000, target: 5000000", 4900000, "1.0 M → 5.0 M|4.9 M", "100 万 → 500 万|490 万"),
    ],
)
def test_numbers_that_differ_never_read_alike(
    tmp_path: Path, metric: str, value: int, english: str, chinese: str
) -> None:
    for language, said in (("en", english), ("zh", chinese)):
        key_result = f", metric: {{start: {metric}, unit: kg}}"
        shown = "zh" if language == "zh" else "en"
        (target, end, _), way = lines(tmp_path / language, key_result, f"value: {value}", shown)
        assert f"{target}|{end}" == said.replace("|", " kg|") + " kg"
        assert f" · {said.partition(' → ')[0]} → {end}" in way


def test_a_band_of_large_numbers(tmp_path: Path) -> None:
    (target, end, _), _ = lines(tmp_path, ", keep: {min: 1210000, max: 1240000, unit: EUR}", "value: 1230000", "en")
    assert (target, end) == ("1,210,000 EUR to 1,240,000 EUR", "1,230,000 EUR")


@pytest.mark.parametrize(
    ("update", "english", "chinese"),
    [
        ("percent: 150", ["100 %", "150 %", "150 %"], ["100%", "150%", "150%"]),
        ("percent: 40", ["100 %", "40 %", "40 %"], ["100%", "40%", "40%"]),
        ("status: done", ["100 %", "100 %", "100 %"], ["100%", "100%", "100%"]),
        ("", ["100 %", "no data yet", "—"], ["100%", "暂无数据", "—"]),
    ],
)
def test_a_percentage_ends_at_what_was_reported_last(
    tmp_path: Path, update: str, english: list[str], chinese: list[str]
) -> None:
    assert lines(tmp_path / "en", "", update, "en")[0] == english
    assert lines(tmp_path / "zh", "", update, "zh")[0] == chinese
