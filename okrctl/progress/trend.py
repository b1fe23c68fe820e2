"""Where a key result will end if it goes on as it went: a line by Theil and Sen through its weekly values (3.3).

The numbers are worked out in whole ones, so that nothing is rounded before the end: a slope per day is a fraction of
seven and of the weeks between two reports.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from math import lcm
from typing import NamedTuple

from okrctl.models.calendar import Week
from okrctl.models.okr import KeyResult
from okrctl.progress.measure import exact, is_inside, way
from okrctl.progress.pace import Term
from okrctl.progress.reported import Reported
from okrctl.progress.rollup import clean

FEWEST = 3  # points below which there is no line
_QUARTERS = 4
_DAYS = 7
_MOST_DECIMALS = 6


class Point(NamedTuple):
    """The newest value of one week, and the update that says it; percent for a plain key result."""

    value: float
    said: Reported

    @property
    def week(self) -> Week:
        """The week whose Sunday the value counts for."""
        return self.said.week


class Line(NamedTuple):
    """A line through weekly values: its slope per week, and where it stands on the Sunday of the first point."""

    slope: float
    base: float
    slopes: int


class Forecast(NamedTuple):
    """The value expected on the due date, in the unit of the key result (percent for a plain one).

    `low` and `high` are where the lines with the quartiles of the slopes lead, `points` the weeks with a value,
    `progress` the share of the way that `value` comes to, not clamped; for a band 1 inside and 0 outside; `decimals`
    how many of the values are worth showing: as many as people write, and a tenth of the way at least.
    """

    value: float
    low: float
    high: float
    points: int
    due: date
    progress: float
    decimals: int = 2


class TooFew(NamedTuple):
    """No forecast: there are values of so many weeks, and it takes three."""

    points: int


def forecast(key_result: KeyResult, updates: tuple[Reported, ...], term: Term) -> Forecast | TooFew | None:
    """The value at the due date; None for milestones and cascades, which report no values of their own.

    Each quartile slope is read through its own median intercept, as the slope itself is: a line of that steepness
    laid through the middle of the points. As all points lie before the due date, low ≤ value ≤ high.
    """
    if key_result.kind not in ("metric", "keep", "plain"):
        return None
    points = weekly_points(key_result, updates)
    if len(points) < FEWEST:
        return TooFew(len(points))
    low, value, high = _readings(points, term.due)
    ends, share = (min(low, value, high), max(low, value, high)), _share(key_result, value)
    return Forecast(value, *ends, len(points), term.due, share, _decimals(key_result, points))


def weekly_points(key_result: KeyResult, updates: tuple[Reported, ...]) -> tuple[Point, ...]:
    """The newest value of each week that has one, in order of weeks; `start` is none. Done is 100 percent."""
    points: dict[Week, Point] = {}
    for said in updates:
        update = said.update
        value = update.value
        if key_result.kind == "plain":
            value = 100.0 if update.status == "done" else update.percent
        if value is not None:
            points[said.week] = Point(value, said)
    return tuple(points.values())


def line_through(points: Sequence[Point]) -> Line:
    """The median of the slopes between every two points, and the median of the values when each is led back by it."""
    scale = _Scale.of(points)
    slopes = scale.slopes()
    slope = _quartile(slopes, 2)
    base = scale.read(slope, points[0].week.sunday)
    return Line(clean(slope / (_QUARTERS * scale.whole * scale.ten)), base, len(slopes))


class _Scale(NamedTuple):
    """Values as whole multiples of 1/`ten`, Sundays as numbers of weeks; slopes per week in 1/(`ten` · `whole`)."""

    values: tuple[int, ...]
    weeks: tuple[int, ...]
    ten: int
    whole: int

    @classmethod
    def of(cls, points: Sequence[Point]) -> "_Scale":
        written = [exact(point.value) for point in points]
        digits = max(_digits(number) for number in written)
        weeks = tuple(point.week.sunday.toordinal() // _DAYS for point in points)
        values = tuple(int(Fraction(number) * 10**digits) for number in written)
        whole = lcm(*{later - earlier for earlier, later in combinations(weeks, 2)})
        return cls(values, weeks, 10**digits, whole)

    def slopes(self) -> list[int]:
        """The slopes between every two points, in order of size."""
        pairs = combinations(zip(self.weeks, self.values, strict=True), 2)
        return sorted((later[1] - one[1]) * (self.whole // (later[0] - one[0])) for one, later in pairs)

    def read(self, slope: int, day: date) -> float:
        """Where a line of this slope (in quarters) through the middle of the points stands on a day."""
        in_days = day.toordinal()
        unit = _QUARTERS * _DAYS * self.whole
        led = [
            value * unit + slope * (in_days - week * _DAYS) for week, value in zip(self.weeks, self.values, strict=True)
        ]
        return clean(_quartile(sorted(led), 2) / (_QUARTERS * unit * self.ten))


def _readings(points: Sequence[Point], due: date) -> tuple[float, float, float]:
    scale = _Scale.of(points)
    slopes = scale.slopes()
    low, middle, high = (scale.read(_quartile(slopes, quarter), due) for quarter in (1, 2, 3))
    return low, middle, high


def _quartile(ordered: Sequence[int], quarter: int) -> int:
    """Four times the inclusive quartile: between two numbers it lies by quarters of their distance."""
    below, quarters = divmod((len(ordered) - 1) * quarter, _QUARTERS)
    if quarters == 0:
        return ordered[below] * _QUARTERS
    return ordered[below] * (_QUARTERS - quarters) + ordered[below + 1] * quarters


def _share(key_result: KeyResult, value: float) -> float:
    if key_result.keep is not None:
        return 1.0 if is_inside(key_result.keep, value) else 0.0
    if key_result.metric is not None:
        return way(value, key_result.metric)
    return clean(value / 100)


def _decimals(key_result: KeyResult, points: Sequence[Point]) -> int:
    metric, keep = key_result.metric, key_result.keep
    ends = [metric.start, metric.target] if metric else [keep.min, keep.max] if keep else []
    given = [exact(end) for end in ends if end is not None]
    written = max(_digits(number) for number in (*given, *(exact(point.value) for point in points)))
    tenth = abs(given[1] - given[0]) / 10 if len(given) == 2 else Decimal(1)
    of_the_way = -tenth.adjusted() if tenth else 0
    return min(max(written, of_the_way), _MOST_DECIMALS)


def _digits(number: Decimal) -> int:
    """How many digits are written behind the point."""
    return max(0, -int(number.normalize().as_tuple().exponent))
