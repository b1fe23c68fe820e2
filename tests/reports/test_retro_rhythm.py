"""From when notes are owed in a retrospective: silence before the first note is silence, not another start.

The orchard meets on Tuesdays, week 8 is a holiday, three people owe a note each week, and Cleo is away in week 5. From
the meeting of 20 January (week 4) to that of 31 March (week 14) there are ten, so 3 · 10 − 1 = 29 notes are due.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from okrctl.language import Language
from okrctl.reports.retrospective.render import markdown
from tests.reports.orchard import CYCLE, retrospective

EARLY = ("2026-W03/ada", "2026-W04/ben", "2026-W05/ben", "2026-W06/ada", "2026-W09/ada")
LATE = ("2026-W13/ada", "2026-W13/ben", "2026-W13/cleo")
SILENT: Mapping[str, str | None] = {f"{CYCLE}/notes/{name}.yaml": None for name in EARLY}  # until week 13


def rhythm(root: Path, changed: Mapping[str, str | None], cycle: str = "") -> tuple[int, int, int]:
    """The first week of the rhythm, notes in, notes due."""
    made = retrospective(root, {**changed, f"{CYCLE}/cycle.yaml": cycle or "title: t\n"})
    return (
        made.rhythm[0].week.number,
        sum(week.notes_in for week in made.rhythm),
        sum(week.notes_due for week in made.rhythm),
    )


@pytest.mark.parametrize(
    ("cycle", "first", "due"),
    [
        ("", 4, 29),  # two weeks after 1 January is Thursday the 15th of week 3, whose meeting is over by then
        ("due: {sheets: 2026-01-13}\n", 3, 32),  # the Tuesday of week 3 itself
        ("due: {sheets: 2026-01-14}\n", 4, 29),
        ("due: {sheets: 2026-02-03}\nfrozen: 2026-01-05\n", 6, 24),  # weeks 6, 7 and 9 to 14
        ("frozen: 2026-02-20\n", 9, 18),  # the Friday of the holiday; weeks 9 to 14
        ("project: Harvest\n", 2, 35),  # from the first Tuesday of the cycle, 6 January: twelve of them
        ("project: Harvest\nfrozen: 2026-02-20\n", 9, 18),
        ("project: Harvest\ndue: {sheets: 2026-01-14}\n", 4, 29),
    ],
)
def test_notes_are_owed_once_sheets_are_to_be_ready(tmp_path: Path, cycle: str, first: int, due: int) -> None:
    assert rhythm(tmp_path, SILENT, cycle) == (first, 3, due)


def test_who_begins_earlier_is_counted_from_there(tmp_path: Path) -> None:
    # The five of the early weeks and the three of week 13; 32 are due from week 3 on.
    assert rhythm(tmp_path, {}, "due: {sheets: 2026-03-10}\n") == (3, 8, 32)


def test_without_any_note_all_of_them_are_missing(tmp_path: Path) -> None:
    nobody = {**SILENT, **{f"{CYCLE}/notes/{name}.yaml": None for name in LATE}}
    assert rhythm(tmp_path, nobody) == (4, 0, 29)


def test_every_two_weeks(tmp_path: Path) -> None:
    """Meetings on 20 January, 3 and 10 February (before the holiday), 3, 17 and 31 March: six times three."""
    settings = "version: 1\ntimezone: UTC\ncheckin: {every: two_weeks, meeting: tuesday, skip: [2026-W08]}\n"
    assert rhythm(tmp_path, {**SILENT, "okrctl.yaml": settings}) == (4, 3, 18)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Notes in: **3 of 29** (10 %)."), ("zh", "进展记录已提交 **3/29**（10%）。")]
)
def test_ten_in_a_hundred_is_what_the_page_says(tmp_path: Path, language: Language, said: str) -> None:
    page = markdown(retrospective(tmp_path, SILENT, language=language), language)
    assert said in page.replace("\u00a0", " ").split("\n")
