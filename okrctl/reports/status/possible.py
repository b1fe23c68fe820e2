"""A forecast held to what can be: no number of calls below zero, no share of more than a hundred percent."""

from collections.abc import Iterable

from okrctl.models.okr import KeyResult
from okrctl.progress.measure import is_inside, way
from okrctl.progress.trend import Forecast

_PERCENT = ("%", "％")


def possible(found: Forecast, key_result: KeyResult, values: Iterable[float]) -> Forecast:
    """The forecast no lower than 0 where no value or bound is below, and percent no higher than 100 likewise.

    `values` are those reported so far: who has more than 100 % once, or less than nothing, may have it again.
    """
    least, most = _limits(key_result, values)
    value, low, high = (min(max(number, least), most) for number in (found.value, found.low, found.high))
    if (value, low, high) == (found.value, found.low, found.high):
        return found
    return found._replace(value=value, low=low, high=high, progress=_share(key_result, value))


def _limits(key_result: KeyResult, values: Iterable[float]) -> tuple[float, float]:
    metric, keep = key_result.metric, key_result.keep
    if metric is None and keep is None:
        return 0.0, 100.0  # percent of a plain one
    bounds = (metric.start, metric.target) if metric else (keep.min, keep.max) if keep else ()
    unit = metric.unit if metric else keep.unit if keep else None
    known = [*(bound for bound in bounds if bound is not None), *values]
    least = 0.0 if min(known, default=0.0) >= 0 else float("-inf")
    most = 100.0 if unit in _PERCENT and max(known, default=0.0) <= 100 else float("inf")
    return least, most


def _share(key_result: KeyResult, value: float) -> float:
    if key_result.keep is not None:
        return float(is_inside(key_result.keep, value))
    return way(value, key_result.metric) if key_result.metric else value / 100
