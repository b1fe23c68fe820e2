from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrctl.models.settings import CommittedThresholds, Thresholds
from okrctl.progress.pace import Term, days_silent, elapsed_share, gap, pace_status, worst
from tests.progress.worlds import one_key_result, updates, world

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
QUARTER = Term(FIRST, LAST)
DAY = date(2026, 2, 17)  # the 48th of 90 days
WEEK_8 = (date(2026, 2, 16), date(2026, 2, 22))


@pytest.mark.parametrize(
    ("term", "day", "share"),
    [
        (QUARTER, date(2025, 12, 31), 0.0),
        (QUARTER, FIRST, 0.011111111111),  # 1 of 90
        (QUARTER, DAY, 0.533333333333),  # 48 of 90
        (QUARTER, LAST, 1.0),
        (QUARTER, date(2026, 6, 1), 1.0),
        (Term(FIRST, date(2026, 2, 28)), DAY, 0.813559322034),  # two months: 48 of 59
        (Term(FIRST, date(2026, 12, 31)), DAY, 0.131506849315),  # a year: 48 of 365
        (Term(FIRST, FIRST), FIRST, 1.0),
        (Term(FIRST, date(2025, 6, 1)), FIRST, 1.0),  # due before the start
    ],
)
def test_elapsed_share(term: Term, day: date, share: float) -> None:
    assert elapsed_share(term, day) == share


@given(st.dates(date(2025, 1, 1), date(2027, 1, 1)), st.dates(date(2025, 1, 1), date(2027, 1, 1)))
def test_elapsed_share_grows_from_0_to_1(one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    assert 0 <= elapsed_share(QUARTER, earlier) <= elapsed_share(QUARTER, later) <= 1


STEPS = "metric: {start: 31, target: 40}, checkpoints: {2026-01-31: 32, 2026-02-28: 36}"
MILESTONES = (
    "milestones: [{id: M1, title: t, due: 2026-02-17}, {id: M2, title: t, due: 2026-02-18, weight: 2},"
    " {id: M3, title: t}]"
)


@pytest.mark.parametrize(
    ("measure", "day", "expected"),
    [
        ("metric: {start: 31, target: 40}", DAY, 0.533333333333),
        ("metric: {start: 12, target: 4}", DAY, 0.533333333333),
        (STEPS, date(2026, 1, 31), 0.111111111111),  # 32: 1 / 9
        (STEPS, date(2026, 2, 14), 0.333333333333),  # half way from 32 to 36: 34, 3 / 9
        (STEPS, date(2026, 2, 28), 0.555555555556),  # 36: 5 / 9
        (STEPS, LAST, 1.0),
        (STEPS + ", due: 2026-03-15", date(2026, 3, 15), 1.0),
        (STEPS + ", due: 2026-02-10", date(2026, 2, 10), 1.0),  # the second checkpoint lies behind the due date
        ("metric: {start: 0, target: 10}, checkpoints: {2026-01-31: 12}", date(2026, 1, 31), 1.0),  # clamped
        ("metric: {start: 0, target: 10}, checkpoints: {2026-01-31: -2}", date(2026, 1, 31), 0.0),
        ("metric: {start: 5, target: 5}", DAY, 0.533333333333),  # no way: time alone
        ("metric: {start: 0, target: 10}, due: 2026-02-28", DAY, 0.813559322034),  # 48 of 59
        ("why: y", DAY, 0.533333333333),
        ("why: y, due: 2026-02-28", DAY, 0.813559322034),
        ("keep: {min: 1}", FIRST, 1.0),
        ("keep: {min: 1}", date(2025, 12, 31), 0.0),
        (MILESTONES, date(2026, 2, 16), 0.0),
        (MILESTONES, DAY, 0.25),  # 1 of 4, on its day
        (MILESTONES, date(2026, 2, 18), 0.75),
        (MILESTONES, LAST, 1.0),  # the last one is due with the key result
    ],
)
def test_expected(tmp_path: Path, measure: str, day: date, expected: float) -> None:
    assert world(tmp_path, {"alice": one_key_result(measure)}).goal("alice/O1/KR1", day).expected == expected


@pytest.mark.parametrize(
    ("lag", "aspirational", "committed"),
    [
        (0.2, "on_track", "on_track"),
        (-0.05, "on_track", "on_track"),
        (-0.051, "on_track", "at_risk"),
        (-0.1, "on_track", "at_risk"),
        (-0.15, "at_risk", "at_risk"),
        (-0.151, "at_risk", "off_track"),
        (-0.25, "at_risk", "off_track"),
        (-0.251, "off_track", "off_track"),
    ],
)
def test_thresholds_by_kind(lag: float, aspirational: str, committed: str) -> None:
    assert pace_status(lag, Thresholds()) == aspirational
    assert pace_status(lag, CommittedThresholds()) == committed


def test_the_gap_is_rounded_before_it_is_compared() -> None:
    assert 0.2 - 0.3 < -0.0999999999
    assert pace_status(gap(0.7, 0.8), Thresholds()) == "on_track"  # 0.7 - 0.8 is -0.10000000000000009 in floats
    assert gap(0.3, 0.1 + 0.2) == 0


def test_worst_first() -> None:
    assert worst(["on_track", "at_risk", "stale", "off_track"]) == "off_track"
    assert worst(["on_track", "at_risk", "stale"]) == "stale"
    assert worst(["on_track", "at_risk"]) == "at_risk"
    assert worst([]) is None


@pytest.mark.parametrize(
    ("since", "day", "free", "days"),
    [
        (date(2026, 2, 8), date(2026, 2, 8), [], 0),
        (date(2026, 2, 15), date(2026, 2, 10), [], 0),  # a note of the current week
        (date(2026, 2, 8), date(2026, 2, 18), [], 10),
        (date(2026, 2, 8), date(2026, 2, 25), [WEEK_8], 10),
        (date(2026, 2, 8), date(2026, 2, 25), [WEEK_8, (date(2026, 2, 20), date(2026, 2, 24))], 8),
        (date(2026, 2, 8), date(2026, 2, 12), [(date(2026, 1, 1), date(2026, 2, 9))], 3),
        (date(2026, 2, 8), date(2026, 2, 12), [(date(2026, 2, 11), date(2026, 12, 31))], 2),
        (date(2026, 2, 8), date(2026, 2, 12), [(date(2027, 1, 1), date(2027, 2, 1))], 4),
    ],
)  # fmt: skip
def test_days_silent(since: date, day: date, free: list[tuple[date, date]], days: int) -> None:
    assert days_silent(since, day, free) == days


METRIC = "metric: {start: 0, target: 10}"
W06 = {"alice": one_key_result(METRIC), "W06/alice": updates("value: 10")}  # ages from Sunday, 8 February


@pytest.mark.parametrize(
    ("files", "day", "status"),
    [
        (W06, date(2026, 2, 18), "on_track"),  # 10 days old
        (W06, date(2026, 2, 19), "stale"),  # 11
        ({**W06, "okrctl.yaml": "checkin: {skip: [2026-W08]}\n"}, date(2026, 2, 25), "on_track"),  # 17 - 7
        ({**W06, "okrctl.yaml": "checkin: {skip: [2026-W08]}\n"}, date(2026, 2, 26), "stale"),
        ({**W06, "okrctl.yaml": "checkin: {every: month}\n"}, date(2026, 3, 25), "on_track"),  # 45 days
        ({**W06, "okrctl.yaml": "checkin: {every: month}\n"}, date(2026, 3, 26), "stale"),
        ({**W06, "W07/alice": updates("status: on_track")}, date(2026, 2, 19), "stale"),  # no value, no report
        ({"alice": one_key_result(METRIC)}, date(2026, 1, 9), "on_track"),  # expected 9 / 90: just at the threshold
        ({**W06, "W06/alice": updates("value: 0")}, date(2026, 3, 1), "off_track"),  # stale, too, but worse
        ({**W06, "W06/alice": updates("value: 10, status: done")}, date(2026, 3, 20), "on_track"),  # nothing to add
        ({**W06, "W13/alice": updates("value: 10")}, date(2026, 6, 1), "on_track"),  # nobody reports after the end
        (W06, date(2025, 12, 31), None),
    ],
)
def test_stale(tmp_path: Path, files: dict[str, str], day: date, status: str | None) -> None:
    assert world(tmp_path, files).goal("alice/O1/KR1", day).computed_status == status


def test_stale_from_the_start(tmp_path: Path) -> None:
    """12 January is 11 days after the start; due at the end of the year, pace alone would be on track."""
    files = {"alice": one_key_result("metric: {start: 0, target: 10}, due: 2026-12-31")}
    found = world(tmp_path, files)
    assert found.goal("alice/O1/KR1", date(2026, 1, 11)).computed_status == "on_track"
    assert found.goal("alice/O1/KR1", date(2026, 1, 12)).computed_status == "stale"


def test_days_away_of_the_responsible_do_not_count(tmp_path: Path) -> None:
    """Bob owns the key result of his team and is away for eight days of the eighteen since Sunday, 8 February."""
    org = (
        "teams: {t: {lead: alice}}\npeople:\n  alice: {team: t}\n"
        "  bob: {team: t, away: [{from: 2026-02-16, to: 2026-02-23}]}\n"
    )
    note = "updates: [{kr: t/O1/KR1, value: 10}]\n"
    bobs = world(tmp_path, {"org.yaml": org, "t": one_key_result(METRIC + ", owner: bob"), "W06/bob": note})
    assert bobs.goal("t/O1/KR1", date(2026, 2, 26)).computed_status == "on_track"
    assert bobs.goal("t/O1/KR1", date(2026, 2, 27)).computed_status == "stale"
    leads = world(tmp_path, {"org.yaml": org, "t": one_key_result(METRIC), "W06/bob": note})
    assert leads.goal("t/O1/KR1", date(2026, 2, 26)).computed_status == "stale"


@pytest.mark.parametrize(
    ("settings", "kind", "value", "status"),
    [
        ("version: 1\n", "aspirational", 4.4, "on_track"),  # .44 - .5333 = -.0933
        ("version: 1\n", "committed", 4.4, "at_risk"),
        ("version: 1\n", "committed", 3.8, "off_track"),  # -.1533
        ("version: 1\n", "aspirational", 3.8, "at_risk"),
        ("pace: {aspirational: {at_risk: 0.02, off_track: 0.05}}\n", "aspirational", 4.4, "off_track"),
    ],
)
def test_status_by_kind_and_settings(tmp_path: Path, settings: str, kind: str, value: float, status: str) -> None:
    files = {"okrctl.yaml": settings, "alice": one_key_result(METRIC, kind), "W08/alice": updates(f"value: {value}")}
    found = world(tmp_path, files).goal("alice/O1/KR1", DAY)
    assert found.computed_status == status
    assert found.gap == round(value / 10 - 48 / 90, 9)


def test_default_kind(tmp_path: Path) -> None:
    sheet = f"objectives: [{{id: O1, title: t, key_results: [{{id: KR1, title: t, {METRIC}}}]}}]\n"
    files = {"alice": sheet, "W08/alice": updates("value: 4.4"), "okrctl.yaml": "default_kind: committed\n"}
    assert world(tmp_path, files).goal("alice/O1/KR1", DAY).computed_status == "at_risk"
