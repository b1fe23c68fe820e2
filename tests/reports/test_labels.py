"""Words, dates and weeks in both languages."""

from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from okrctl.language import Language
from okrctl.models.calendar import Week
from okrctl.reports.labels import (
    WEEKLY,
    cycle_words,
    long_day,
    section_words,
    short_day,
    week_numbers,
    weeks_words,
    words_of,
)


@pytest.mark.parametrize(
    ("first", "last", "english", "chinese"),
    [
        (8, 8, "week 8 (16–22 Feb)", "第 8 周（2 月 16–22 日）"),
        (9, 9, "week 9 (23 Feb – 1 Mar)", "第 9 周（2 月 23 日–3 月 1 日）"),
        (6, 9, "weeks 6–9 (2 Feb – 1 Mar)", "第 6–9 周（2 月 2 日–3 月 1 日）"),
        (7, 8, "weeks 7–8 (9–22 Feb)", "第 7–8 周（2 月 9–22 日）"),
    ],
)
def test_weeks(first: int, last: int, english: str, chinese: str) -> None:
    assert weeks_words(Week(2026, first), Week(2026, last), "en") == english
    assert weeks_words(Week(2026, first), Week(2026, last), "zh") == chinese


def test_the_numbers_of_weeks_alone() -> None:
    assert week_numbers(Week(2026, 5), Week(2026, 11), "en") == "weeks 5–11"
    assert week_numbers(Week(2026, 5), Week(2026, 11), "zh") == "第 5–11 周"
    assert week_numbers(Week(2026, 5), Week(2026, 5), "en") == "week 5"


def test_days() -> None:
    assert short_day(date(2026, 2, 27), "en") == "27 Feb"
    assert short_day(date(2026, 2, 27), "zh") == "2 月 27 日"
    assert long_day(date(2026, 2, 17), "en") == "Tuesday, 17 Feb 2026"
    assert long_day(date(2026, 2, 22), "zh") == "2026 年 2 月 22 日（周日）"


@pytest.mark.parametrize(
    ("title", "cycle", "start", "end", "language", "words"),
    [
        ("", "2026-B1", date(2026, 1, 1), date(2026, 2, 28), "zh", "2026 年 1–2 月"),
        ("", "2026-B1", date(2026, 1, 1), date(2026, 2, 28), "en", "2026-B1"),
        ("", "2026", date(2026, 1, 1), date(2026, 12, 31), "zh", "2026 年"),
        ("", "2026-02", date(2026, 2, 1), date(2026, 2, 28), "zh", "2026 年 2 月"),
        ("春季冲刺", "2026-Q1", date(2026, 1, 1), date(2026, 3, 31), "zh", "春季冲刺"),
        ("", "apollo", date(2026, 1, 15), date(2026, 3, 31), "zh", "apollo"),
        ("", "winter", date(2025, 11, 1), date(2026, 1, 31), "zh", "winter"),
    ],
)
def test_cycles(title: str, cycle: str, start: date, end: date, language: Language, words: str) -> None:
    assert cycle_words(title, cycle, (start, end), language) == words


def test_sections() -> None:
    assert section_words("2026-W08", "en") == "The report of week 8 (16–22 Feb)"
    assert section_words("2026-W06..2026-W09", "zh") == "第 6–9 周（2 月 2 日–3 月 1 日）周报详情"
    assert section_words("spring", "en") == "The report of spring"


@pytest.mark.parametrize("span", ["week", "two_weeks", "month", "range"])
def test_both_languages_say_the_same_things(span: str) -> None:
    for key, label in words_of(span).items():  # type: ignore[arg-type]
        blanks = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (label.en, label.zh)]
        assert blanks[0] == blanks[1], key


def test_no_label_is_a_leftover() -> None:
    root = Path(__file__).parents[2] / "okrctl" / "reports"
    sources = "".join(
        path.read_text("utf-8")
        for folder in ("weekly", "templates")
        for path in (root / folder).iterdir()
        if path.is_file()
    )
    sources += (root / "keep.py").read_text("utf-8") + (root / "labels.py").read_text("utf-8").split("def words_of")[1]
    assert [key for key in WEEKLY if f'"{key}"' not in sources and f"'{key}'" not in sources] == []
