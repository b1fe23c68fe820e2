"""The way of a goal week by week. The quarter of 2026 touches W01 (its Sunday is 4 January) to W14 (31 March)."""

from datetime import date
from pathlib import Path

from okrctl.models.calendar import Week
from okrctl.progress.course import WeekPoint, course
from tests.progress.test_figures import CASCADE_SUM
from tests.progress.worlds import key, one_key_result, updates, world

KR = key("alice/O1/KR1")
LAST = Week(2026, 14)
TO_W04 = Week(2026, 4)
W04 = date(2026, 1, 25)  # its Sunday, the 25th of 90 days


def test_a_metric(tmp_path: Path) -> None:
    """Days 4, 11, 18 and 25 of 90 are planned; 2 of 10 since W02, 3 since W04, W03 silent."""
    files = {
        "alice": one_key_result("metric: {start: 0, target: 10}"),
        "W02/alice": updates("value: 1", "value: 2, confidence: 7, status: on_track"),
        "W04/alice": updates("value: 3, confidence: 5"),
    }
    found = course(world(tmp_path, files).figures(W04), KR, LAST)
    assert found == (
        WeekPoint(Week(2026, 1), None, 0, 0.044444444444, None, None, reported=False),
        WeekPoint(Week(2026, 2), 2, 0.2, 0.122222222222, "on_track", 7, reported=True),
        WeekPoint(Week(2026, 3), 2, 0.2, 0.2, "on_track", 7, reported=False),
        WeekPoint(Week(2026, 4), 3, 0.3, 0.277777777778, "on_track", 5, reported=True),
    )


def test_the_last_point_is_what_the_figures_say(tmp_path: Path) -> None:
    """On Tuesday of W08, day 48, the week is not over; from the end of the cycle on it is the last day."""
    files = {"alice": one_key_result("metric: {start: 0, target: 10}"), "W08/alice": updates("value: 6")}
    found = world(tmp_path, files)
    tuesday = course(found.figures(date(2026, 2, 17)), KR, LAST)
    assert (len(tuesday), tuesday[-1].expected, tuesday[-1].progress) == (8, 0.533333333333, 0.6)
    after = course(found.figures(date(2026, 4, 20)), KR, LAST.shift(5))
    assert (len(after), after[-1].week, after[-1].expected, after[-1].progress) == (14, LAST, 1, 0.6)
    assert len(course(found.figures(date(2026, 4, 20)), KR, Week(2026, 3))) == 3


def test_a_band_milestones_and_percent(tmp_path: Path) -> None:
    """In the band one week of one, then one of two; milestones of weight 1 and 3; percent, then done."""
    sheet = """\
objectives:
  - id: O1
    title: t
    key_results:
      - {id: KR1, title: t, keep: {max: 24}}
      - {id: KR2, title: t, milestones: [{id: M1, title: t}, {id: M2, title: t, weight: 3, due: 2026-01-18}]}
      - {id: KR3, title: t}
"""
    notes = {
        "W02/alice": "updates: [{kr: O1/KR1, value: 20}, {kr: O1/KR2, reached: [M1]}, {kr: O1/KR3, percent: 40}]\n",
        "W03/alice": "updates: [{kr: O1/KR1, value: 30}, {kr: O1/KR2, reached: [M2]}, {kr: O1/KR3, status: done}]\n",
    }
    figures = world(tmp_path, {"alice": sheet, **notes}).figures(date(2026, 1, 18))
    ways = [course(figures, key(f"alice/O1/KR{number}"), LAST) for number in (1, 2, 3)]
    assert [[point.progress for point in way] for way in ways] == [[0, 1, 0.5], [0, 0.25, 1], [0, 0.4, 1]]
    assert [[point.value for point in way] for way in ways] == [[None, 20, 30], [None] * 3, [None] * 3]
    assert [point.expected for point in ways[1]] == [0, 0, 0.75]
    assert [point.expected for point in ways[0]] == [1, 1, 1]


def test_a_sum_and_an_objective_follow_those_they_rest_on(tmp_path: Path) -> None:
    """Until W06 only bob's start, 0.5; in W07 0.1 + 0.5 + 0.2, of 2."""
    figures = world(tmp_path, CASCADE_SUM).figures(date(2026, 2, 17))
    way = course(figures, key("company/O1/KR1"), LAST)
    assert [(point.value, point.progress) for point in way[5:]] == [(0.5, 0.25), (0.8, 0.4), (0.8, 0.4)]
    assert [point.reported for point in way[5:]] == [False, True, False]
    objective = course(figures, key("company/O1"), LAST)
    assert [point.progress for point in objective] == [point.progress for point in way]


def test_the_way_of_a_dropped_one_ends(tmp_path: Path) -> None:
    files = {"alice": one_key_result("dropped: {on: 2026-01-14, because: x}"), "W02/alice": updates("percent: 50")}
    found = course(world(tmp_path, files).figures(date(2026, 2, 17)), KR, LAST)
    assert [point.progress for point in found] == [0, 0.5, 0.5]


def test_before_the_cycle_there_is_no_way(tmp_path: Path) -> None:
    assert course(world(tmp_path, {"alice": one_key_result("why: y")}).figures(date(2025, 12, 1)), KR, LAST) == ()
