"""The lines below a tree: whose goals the rate counts, in good English and Chinese."""

from pathlib import Path

import pytest

from okrctl.reports.tree import words
from tests.reports.kite import kite, small


@pytest.mark.parametrize(
    ("sheets", "english", "chinese"),
    [
        ({"growth": "O1: A > company/O1"}, "Aligned: 1 of 1 objective (100 %)", "对齐率：100%（1/1 个目标）"),
        (
            {"growth": "O1: A > company/O1\nO2: B"},
            "Aligned: 1 of 2 objectives (50 %)",
            "对齐率：50%（1/2 个目标）",
        ),
        (
            {"growth": "O1: A > company/O1", "2026:company": "O1: Y", "2026:growth": "O1: Z > company/O1"},
            "Objectives of 2026-Q1: 1 of 1 aligned (100 %)",
            "2026 年 1–3 月的目标：对齐率 100%（1/1 个）",
        ),
    ],
)
def test_the_rate_says_what_it_counts(tmp_path: Path, sheets: dict[str, str], english: str, chinese: str):
    above = {"2026:company": "O1: Y"} if len(sheets) > 1 else {}
    company = "O1: Top > 2026:company/O1" if above else "O1: Top"
    report = small(tmp_path, {"company": company, **sheets})
    assert words.closing(report, "en").startswith(f"{english}, by weight ")
    assert words.closing(report, "zh").startswith(f"{chinese}，按权重 ")


def test_within_one_cycle_no_scope_is_named(tmp_path: Path):
    assert words.closing(kite(tmp_path), "en").startswith("Aligned: 2 of 3 objectives (67 %)")
