"""Progress of one key result by its kind (3.1): p as a fraction, 1 is the whole way, not clamped."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import fsum
from typing import NamedTuple

from okrctl.models.okr import Keep, KeyResult, Metric, Milestone
from okrctl.progress.reported import (
    Reported,
    newest_by_week,
    newest_percent,
    newest_report,
    newest_status,
    newest_value,
)
from okrctl.progress.rollup import clean

_MOST = Decimal(10) ** 30  # a way of no length gives endless progress; no format can write that


class Measured(NamedTuple):
    """Where a key result stands: p, the current value where it has one, and the newest report (`None`: no data)."""

    progress: float
    current: float | None
    last: Reported | None


def measure(key_result: KeyResult, updates: tuple[Reported, ...], day: date) -> Measured:
    """p of a key result that does not cascade, from the updates that count on `day`."""
    last = newest_report(updates, key_result.kind)
    if key_result.kind == "metric" and key_result.metric is not None:
        current = value_of(newest_value(updates))
        progress = 0.0 if current is None else way(current, key_result.metric)
        return Measured(progress, current, last)
    if key_result.kind == "keep" and key_result.keep is not None:
        return Measured(share_of_weeks(key_result.keep, updates), value_of(newest_value(updates)), last)
    if key_result.kind == "milestones":
        reached = reached_milestones(key_result.milestones, updates, day)
        return Measured(share_of_milestones(key_result.milestones, reached), None, last)
    return Measured(plain_progress(updates), None, last)


def way(current: float, metric: Metric) -> float:
    """(current − start) / (target − start), for falling targets too; 0 where there is no way."""
    start, target = exact(metric.start), exact(metric.target)
    if start == target:
        return 0.0
    return clean(float(max(-_MOST, min((exact(current) - start) / (target - start), _MOST))))


def total(currents: Iterable[float]) -> float:
    """The sum of values as people add them: 0.1 + 0.2 is 0.3."""
    return float(sum((exact(current) for current in currents), Decimal(0)))


def exact(number: float) -> Decimal:
    """The number that was written, not the nearest one in binary."""
    return Decimal(repr(number))


def value_of(reported: Reported | None) -> float | None:
    """The `value` of an update, if there is one."""
    return reported.update.value if reported else None


def is_inside(keep: Keep, value: float) -> bool:
    """Whether a value lies in the band; both ends belong to it."""
    return (keep.min is None or value >= keep.min) and (keep.max is None or value <= keep.max)


def share_of_weeks(keep: Keep, updates: tuple[Reported, ...]) -> float:
    """The share of the reported weeks whose newest value lay inside the band; 0 without a report."""
    inside, reported = weeks_inside(keep, updates)
    return clean(inside / reported) if reported else 0.0


def weeks_inside(keep: Keep, updates: tuple[Reported, ...]) -> tuple[int, int]:
    """In how many of the reported weeks the newest value lay inside the band, and how many were reported."""
    inside = [is_inside(keep, value) for one in newest_by_week(updates) if (value := one.update.value) is not None]
    return sum(inside), len(inside)


def reached_milestones(
    milestones: Sequence[Milestone], updates: Iterable[Reported], day: date
) -> Mapping[str, Reported]:
    """The milestones reached on `day`, by id, with the first update that says so."""
    ids = {milestone.id for milestone in milestones}
    reached: dict[str, Reported] = {}
    for one in updates:
        for name, how in one.update.reached_milestones.items():
            # A note counts from the Monday of its week; only a day after that week can put it off.
            if name in ids and (how.on is None or how.on <= max(day, one.ages_from)):
                reached.setdefault(name, one)
    return reached


def share_of_milestones(milestones: Sequence[Milestone], reached: Collection[str]) -> float:
    """The weight of those reached / the weight of all; weights that are all 0 count alike."""
    weights = [milestone.weight for milestone in milestones]
    if fsum(weights) <= 0:
        weights = [1 for _ in milestones]
    counted = [weight for milestone, weight in zip(milestones, weights, strict=True) if milestone.id in reached]
    return clean(fsum(counted) / fsum(weights)) if milestones else 0.0


def plain_progress(updates: tuple[Reported, ...]) -> float:
    """1 when it is reported as done, else the last reported percent / 100; 0 without a report."""
    if is_done(updates):
        return 1.0
    said = newest_percent(updates)
    return clean(float(exact(said.update.percent) / 100)) if said and said.update.percent is not None else 0.0


def is_done(updates: tuple[Reported, ...]) -> bool:
    """Whether the newest status is `done`."""
    said = newest_status(updates)
    return said is not None and said.update.status == "done"
