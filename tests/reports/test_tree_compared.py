"""What the column +/- compares with: the check-in before the newest one that has been written."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.reports.tree.compared import compared_with
from tests.reports.kite import KITE
from tests.support.trees import read_tree, write_tree

WEEKS = ("2026-W10", "2026-W11")


@pytest.mark.parametrize(
    ("day", "every", "earlier"),
    [
        (date(2026, 3, 13), "week", date(2026, 3, 8)),  # a Friday of week 11, which ends on the 15th
        (date(2026, 3, 16), "week", date(2026, 3, 8)),  # Monday at nine: nobody has written for week 12 yet
        (date(2026, 3, 6), "week", date(2026, 3, 1)),  # on a day of week 10 the notes of week 11 are still to come
        (date(2026, 3, 16), "two_weeks", date(2026, 3, 1)),
        (date(2026, 3, 16), "month", date(2026, 2, 15)),
        (date(2026, 2, 20), "week", date(2026, 2, 8)),  # from W07, the newest then
        (date(2026, 1, 20), "week", date(2026, 1, 13)),  # nothing written yet
        (date(2026, 1, 5), "week", None),  # the check-in before lies before the cycle
    ],
)
def test_one_check_in_before_the_newest_notes(tmp_path: Path, day: date, every: str, earlier: date | None):
    notes = {f"cycles/2026-Q1/notes/{week}/mia.yaml": "updates: [{kr: O1/KR1, percent: 50}]\n" for week in WEEKS}
    settings = f"name: Kite\ncheckin: {{every: {every}}}\n"
    workspace = read_tree(write_tree(tmp_path, {**KITE, **notes, "okrctl.yaml": settings})).workspace
    assert compared_with(workspace, workspace.cycles["2026-Q1"], day) == earlier
