from datetime import date
from pathlib import Path

import pytest

from tests.progress.worlds import one_key_result, updates, world

DAY = date(2026, 2, 17)  # a Tuesday in W08


@pytest.mark.parametrize(
    ("measure", "entry", "progress", "current"),
    [
        ("metric: {start: 31, target: 40}", "value: 34.5", 0.388888888889, 34.5),  # 3.5 / 9
        ("metric: {start: 12, target: 4}", "value: 10", 0.25, 10),  # falling: -2 / -8
        ("metric: {start: -10, target: 10}", "value: -5", 0.25, -5),
        ("metric: {start: 31, target: 40}", "value: 30.1", -0.1, 30.1),  # backwards: -0.9 / 9
        ("metric: {start: 31, target: 40}", "value: 42.7", 1.3, 42.7),  # beyond: 11.7 / 9
        ("metric: {start: 0.1, target: 0.4}", "value: 0.3", 0.666666666667, 0.3),
        ("metric: {start: 5, target: 5}", "value: 7", 0.0, 7),
        ("metric: {start: 0, target: 1.0e-300}", "value: 1.0e+30", 1e30, 1e30),  # finite, so that JSON can say it
        ("metric: {start: 31, target: 40}", "percent: 50", 0.0, None),  # not the value of its kind
        ("why: y", "percent: 65", 0.65, None),
        ("why: y", "percent: 130", 1.3, None),
        ("why: y", "percent: 90, status: done", 1.0, None),
        ("why: y", "status: done", 1.0, None),
        ("metric: {start: 0, target: 10}", "value: 4, status: done", 0.4, 4),  # done counts for plain ones only
        ("keep: {min: 99.95}", "value: 99.95", 1.0, 99.95),  # the ends belong to the band
        ("keep: {max: 24}", "value: 24.1", 0.0, 24.1),
        ("milestones: [{id: M1, title: t}, {id: M2, title: t, weight: 2}]", "reached: [M1]", 0.333333333333, None),
        ("milestones: [{id: M1, title: t}, {id: M2, title: t, weight: 2}]", "reached: {M2: {}}", 0.666666666667, None),
        ("milestones: [{id: M1, title: t}]", "reached: [M7]", 0.0, None),
        ("milestones: [{id: M1, title: t, weight: 0}, {id: M2, title: t, weight: 0}]", "reached: [M1]", 0.5, None),
    ],
)
def test_progress_by_kind(tmp_path: Path, measure: str, entry: str, progress: float, current: float | None) -> None:
    found = world(tmp_path, {"alice": one_key_result(measure), "W07/alice": updates(entry)}).goal("alice/O1/KR1", DAY)
    assert found.progress == progress
    assert found.current == current


@pytest.mark.parametrize(
    ("measure", "entry", "has_data"),
    [
        ("metric: {start: 31, target: 40}", "status: on_track", False),
        ("keep: {min: 1}", "progress: fine", False),
        ("why: y", "status: at_risk", False),
        ("why: y", "status: done", True),
        ("milestones: [{id: M1, title: t}]", "progress: not yet", True),  # any update of milestones is a report
        ("metric: {start: 31, target: 40}", "value: 31", True),
    ],
)
def test_a_report_carries_the_value_of_its_kind(tmp_path: Path, measure: str, entry: str, has_data: bool) -> None:
    found = world(tmp_path, {"alice": one_key_result(measure), "W07/alice": updates(entry)}).goal("alice/O1/KR1", DAY)
    assert found.has_data is has_data
    assert found.without_data == (() if has_data else (found.key,))


def test_without_a_note(tmp_path: Path) -> None:
    found = world(tmp_path, {"alice": one_key_result("metric: {start: 31, target: 40}")}).goal("alice/O1/KR1", DAY)
    assert (found.progress, found.current, found.has_data, found.last) == (0.0, None, False, None)
    assert (found.status, found.confidence) == (None, None)


METRIC = one_key_result("metric: {start: 0, target: 10}")


def test_the_last_update_of_the_last_file_of_the_newest_week_counts(tmp_path: Path) -> None:
    found = world(
        tmp_path,
        {
            "alice": METRIC,
            "W06/alice": updates("value: 9"),
            "W07/bob": "updates:\n  - {kr: alice/O1/KR1, value: 3}\n  - {kr: alice/O1/KR1, value: 4}\n",
            "W07/alice": updates("value: 8"),  # comes before bob.yaml
        },
    )
    assert found.goal("alice/O1/KR1", DAY).current == 4


def test_path_order_is_that_of_the_files(tmp_path: Path) -> None:
    """`alice-b.yaml` stands before `alice.yaml`, though the handle `alice` is the shorter one."""
    org = "teams: {t: {lead: alice}}\npeople: {alice: {team: t}, alice-b: {team: t}}\n"
    other = "updates: [{kr: alice/O1/KR1, value: 3}]\n"
    files = {"org.yaml": org, "alice": METRIC, "W07/alice-b": other, "W07/alice": updates("value: 8")}
    assert world(tmp_path, files).goal("alice/O1/KR1", DAY).current == 8


@pytest.mark.parametrize(("day", "current"), [(date(2026, 2, 15), 2), (date(2026, 2, 16), 5), (date(2026, 2, 8), None)])
def test_a_note_counts_from_its_monday(tmp_path: Path, day: date, current: float | None) -> None:
    files = {"alice": METRIC, "W07/alice": updates("value: 2"), "W08/alice": updates("value: 5")}
    assert world(tmp_path, files).goal("alice/O1/KR1", day).current == current


def test_status_and_confidence_stay_until_something_else_is_said(tmp_path: Path) -> None:
    files = {
        "alice": METRIC,
        "W06/alice": updates("value: 2, status: at_risk, confidence: 4"),
        "W07/alice": updates("value: 3"),
    }
    found = world(tmp_path, files).goal("alice/O1/KR1", DAY)
    assert (found.status, found.confidence, found.current) == ("at_risk", 4, 3)


def test_keep_counts_the_newest_value_of_each_reported_week(tmp_path: Path) -> None:
    """W05 in; W06 first out, then in; W07 out; W08 says nothing: 2 of 3 weeks."""
    files = {
        "alice": one_key_result("keep: {min: 1, max: 3}"),
        "W05/alice": updates("value: 2"),
        "W06/alice": updates("value: 9", "value: 3"),
        "W07/alice": updates("value: 0"),
        "W08/alice": updates("status: on_track"),
    }
    found = world(tmp_path, files).goal("alice/O1/KR1", DAY)
    assert (found.progress, found.current) == (0.666666666667, 0)


@pytest.mark.parametrize(
    ("on", "day", "progress"),
    [
        ("2026-02-18", DAY, 0.5),  # later in the note's own week: the note counts from its Monday
        ("2026-03-04", DAY, 0.0),  # announced for a later week: not reached yet
        ("2026-03-04", date(2026, 3, 4), 0.5),
    ],
)
def test_the_day_of_a_milestone(tmp_path: Path, on: str, day: date, progress: float) -> None:
    files = {
        "alice": one_key_result("milestones: [{id: M1, title: t}, {id: M2, title: t}]"),
        "W08/alice": updates(f"reached: {{M1: {{on: {on}}}}}"),
    }
    assert world(tmp_path, files).goal("alice/O1/KR1", day).progress == progress


def test_milestones_stay_reached(tmp_path: Path) -> None:
    files = {
        "alice": one_key_result("milestones: [{id: M1, title: t}, {id: M2, title: t}]"),
        "W06/alice": updates("reached: [M1]"),
        "W07/alice": updates("reached: {M2: {quality: fine}}"),
    }
    assert world(tmp_path, files).goal("alice/O1/KR1", DAY).progress == 1.0


def test_done_ends_when_something_else_is_reported(tmp_path: Path) -> None:
    files = {
        "alice": one_key_result("why: y"),
        "W06/alice": updates("status: done"),
        "W07/alice": updates("percent: 70, status: at_risk"),
    }
    assert world(tmp_path, files).goal("alice/O1/KR1", DAY).progress == 0.7


def test_the_year_is_reported_in_notes_of_the_year(tmp_path: Path) -> None:
    files = {
        "cycles/2026/okrs/alice.yaml": METRIC,
        "cycles/2026/notes/2026-W07/alice.yaml": updates("value: 1"),
        "alice": METRIC,
        "W07/alice": updates("value: 6"),
    }
    found = world(tmp_path, files)
    assert found.goal("alice/O1/KR1", DAY, "2026").current == 1
    assert found.goal("alice/O1/KR1", DAY).current == 6
