"""How far things should be by a day, how far they lag, and what that means (3.3)."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from okrctl.models.note import Status
from okrctl.models.okr import KeyResult, Metric
from okrctl.models.settings import Thresholds
from okrctl.progress.measure import exact, share_of_milestones
from okrctl.progress.rollup import clamped, clean

ComputedStatus = Literal["on_track", "at_risk", "off_track", "stale"]
WORST_FIRST: tuple[ComputedStatus, ...] = ("off_track", "stale", "at_risk", "on_track")
_GAP_DIGITS = 9
_DAY = timedelta(days=1)


class Term(NamedTuple):
    """The time a key result has: the first day of its cycle, and its due date; both count."""

    start: date
    due: date


def elapsed_share(term: Term, day: date) -> float:
    """The share of the days from start to due that have passed at the end of `day`: 0 before, 1 from the due date."""
    if day < term.start:
        return 0.0
    if day >= term.due:
        return 1.0
    return clean(((day - term.start).days + 1) / ((term.due - term.start).days + 1))


def expected(key_result: KeyResult, term: Term, day: date) -> float:
    """The share of the way, 0 to 1, planned for `day`; for a cascading mean without contributors time alone counts."""
    if day < term.start:
        return 0.0
    if key_result.kind == "keep":
        return 1.0
    if key_result.kind == "milestones":
        due = {each.id for each in key_result.milestones if (each.due or term.due) <= day}
        return share_of_milestones(key_result.milestones, due)
    metric = key_result.metric if key_result.kind in ("metric", "cascade_sum") else None
    if metric is None or metric.start == metric.target or day >= term.due:
        return elapsed_share(term, day)
    return _planned_share(metric, planned_points(key_result, metric, term), day)


def planned_points(key_result: KeyResult, metric: Metric, term: Term) -> tuple[tuple[date, float], ...]:
    """The corners of the plan: the day before the start, the checkpoints between, the due date."""
    eve = term.start - _DAY
    between = [(day, value) for day, value in sorted(key_result.checkpoints.items()) if eve < day < term.due]
    return ((eve, metric.start), *between, (term.due, metric.target))


def planned_value(points: tuple[tuple[date, float], ...], day: date) -> float:
    """The value planned for a day between the first point and the last, on straight lines from point to point."""
    for (earlier, low), (later, high) in pairwise(points):
        if day <= later:
            passed, length = (day - earlier).days, (later - earlier).days
            return float(exact(low) + (exact(high) - exact(low)) * passed / length)
    return points[-1][1]


def gap(progress: float, planned: float) -> float:
    """Progress − expected, rounded to 9 digits: what is compared with the thresholds."""
    return round(progress - planned, _GAP_DIGITS) + 0.0


def pace_status(lag: float, thresholds: Thresholds) -> ComputedStatus:
    """What a gap means for goals with these thresholds."""
    if lag >= -thresholds.at_risk:
        return "on_track"
    return "at_risk" if lag >= -thresholds.off_track else "off_track"


def worst(statuses: Iterable[ComputedStatus]) -> ComputedStatus | None:
    """The worst of several; `None` of none."""
    return min(statuses, key=WORST_FIRST.index, default=None)


def contradicted(status: Status | None, computed: ComputedStatus | None) -> ComputedStatus | None:
    """The computed status where the reported one says something else; a paused goal contradicts nothing."""
    if status in (None, "paused", computed):
        return None
    return None if status == "done" and computed == "on_track" else computed


def days_silent(since: date, day: date, free: Iterable[tuple[date, date]]) -> int:
    """The days after `since` up to `day`, without those of the `free` ranges (both ends counted)."""
    spared: set[int] = set()
    for first, last in free:
        spared.update(range(max(first, since + _DAY).toordinal(), min(last, day).toordinal() + 1))
    return max(0, (day - since).days - len(spared))


def _planned_share(metric: Metric, points: tuple[tuple[date, float], ...], day: date) -> float:
    start, target = exact(metric.start), exact(metric.target)
    return clamped(clean(float((exact(planned_value(points, day)) - start) / (target - start))))
