"""The way of a key result as pictures without an image service: a Mermaid chart, and a line of small bars.

Made so that GitHub and GitLab draw it alike, whatever version of Mermaid they have: bars and a line tell actual and
plan apart without a legend, which older versions do not have; no name or title stands in the chart, so that nothing
in them can break it; colours are set, for those of the default theme can hardly be seen.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import floor, log10
from types import MappingProxyType
from typing import NamedTuple

from okrctl.language import Language
from okrctl.progress.course import WeekPoint
from okrctl.progress.measure import exact
from okrctl.progress.rollup import clamped
from okrctl.progress.show import is_han
from okrctl.reports.retrospective.record import Aim, GoalResult
from okrctl.reports.retrospective.words import WORDS
from okrctl.reports.tree.lines import plain

_SETUP = (
    '%%{init: {"xyChart": {"width": 640, "height": 280, "yAxis": {"labelFontSize": 12}}, '
    '"themeVariables": {"xyChart": {"plotColorPalette": "#7aa7e8, #d97706, #d97706"}}}}%%'
)
_LEVELS = "▁▂▃▄▅▆▇█"
_BEFORE = "·"
_MOST_BARS = 27  # weeks of half a year; a longer way shows every second week, or fewer
_PADDING = Decimal("0.05")  # of the range, below and above
_HUNDRED = (Decimal(0), Decimal(100))  # percent of the way
_FINE = 2000  # parts of the axis that can be told apart on a screen
_SIGN = re.compile(r"[^\w\s.,/()+='%-]|_|%(?=%)|(?<=%)%", re.ASCII)
_SCALES: Mapping[Language, tuple[tuple[int, str], ...]] = MappingProxyType(
    {"en": ((9, "B"), (6, "M")), "zh": ((8, "亿"), (4, "万"))}
)


class _Picture(NamedTuple):
    """What is drawn: the weeks, the bars, the lines, the whole way that the axis must hold, and what is counted."""

    weeks: tuple[str, ...]
    bars: tuple[Decimal, ...]
    lines: tuple[tuple[Decimal, ...], ...]
    whole: tuple[Decimal, ...]
    unit: str

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Everything that lies on the axis."""
        return (*self.bars, *(number for line in self.lines for number in line), *self.whole)


def chart(goal: GoalResult, language: Language) -> str:
    """The chart, without a fence and without a line end; empty where nobody ever reported."""
    picture = _picture(goal, language) if goal.has_data and goal.aim else None
    if picture is None or not picture.weeks:
        return ""
    low, high = _range(picture.numbers)
    digits = _digits(high - low)
    weeks = ", ".join(f'"{week}"' for week in picture.weeks)
    unit = f'"{_harmless(picture.unit)}" ' if picture.unit else ""
    drawn = [
        _SETUP,
        "xychart-beta",
        f'  x-axis "{WORDS["week"].say(language)}" [{weeks}]',
        f"  y-axis {unit}{_number(low, digits)} --> {_number(high, digits)}",
        f"  bar [{_numbers(picture.bars, digits)}]",
    ]
    return "\n".join([*drawn, *(f"  line [{_numbers(line, digits)}]" for line in picture.lines)])


def spark(way: Sequence[WeekPoint]) -> str:
    """Progress week by week as small bars, of which the highest is the whole way; a dot before the first report."""
    begun = [point.reported for point in way]
    first = begun.index(True) if any(begun) else len(way)
    return "".join(_BEFORE if number < first else _level(point.progress) for number, point in enumerate(way))


def _level(progress: float) -> str:
    """Only the whole way is the full bar, and only none of it the lowest."""
    share = clamped(progress)
    if share in (0, 1):
        return _LEVELS[-1 if share else 0]
    return _LEVELS[1 + floor(share * (len(_LEVELS) - 2))]


def _picture(goal: GoalResult, language: Language) -> _Picture | None:
    aim, way = goal.aim, _thinned(goal.way)
    if aim is None:
        return None
    if aim.kind == "keep":
        return _in_band(aim, way, language)
    if aim.start is not None and aim.target is not None and aim.start != aim.target:
        return _to_target(aim, way, language)
    plan = tuple(exact(point.expected) * 100 for point in way)
    bars = tuple(exact(point.progress) * 100 for point in way)
    return _Picture(_weeks(way), bars, (plan,), _HUNDRED, WORDS["percent"].say(language))


def _to_target(aim: Aim, way: Sequence[WeekPoint], language: Language) -> _Picture:
    start, target = exact(aim.start or 0), exact(aim.target or 0)
    values = tuple(start if point.value is None else exact(point.value) for point in way)
    plan = tuple(start + (target - start) * exact(point.expected) for point in way)
    return _scaled(_Picture(_weeks(way), values, (plan,), (start, target), aim.unit), language)


def _in_band(aim: Aim, way: Sequence[WeekPoint], language: Language) -> _Picture:
    """From the first value on: a band has no value to begin with."""
    told = [(point, exact(point.value)) for point in way if point.value is not None]
    bounds = tuple((exact(bound),) * len(told) for bound in aim.band if bound is not None)
    values = tuple(value for _, value in told)
    return _scaled(_Picture(_weeks([point for point, _ in told]), values, bounds, (), aim.unit), language)


def _scaled(picture: _Picture, language: Language) -> _Picture:
    """Large numbers in millions or 万, which the axis then names."""
    largest = max(map(abs, picture.numbers), default=Decimal(0))
    for power, name in _SCALES[language]:
        if largest >= Decimal(10) ** power and not (picture.unit and picture.unit[0] in "万亿"):
            bars, whole, *lines = (
                tuple(number.scaleb(-power) for number in line)
                for line in (picture.bars, picture.whole, *picture.lines)
            )
            return _Picture(picture.weeks, bars, tuple(lines), whole, _scaled_unit(name, picture.unit))
    return picture


def _scaled_unit(scale: str, unit: str) -> str:
    return f"{scale}{unit}" if not unit or (is_han(unit) and is_han(scale)) else f"{scale} {unit}"


def _thinned(way: Sequence[WeekPoint]) -> Sequence[WeekPoint]:
    """Every n-th week, counted back from the last one, so that the bars keep apart."""
    step = -(-len(way) // _MOST_BARS)
    return way[(len(way) - 1) % step :: step] if step > 1 else way


def _weeks(way: Sequence[WeekPoint]) -> tuple[str, ...]:
    """The numbers of the weeks; one that came before says its year, for labels must differ."""
    labels: dict[str, None] = {}
    for point in way:
        number = str(point.week.number)
        labels[str(point.week) if number in labels else number] = None
    return tuple(labels)


def _range(numbers: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The range of the axis: some room below and above; zero stays the end where nothing is below it."""
    low, high = min(numbers), max(numbers)
    room = (high - low or abs(high) or Decimal(1)) * _PADDING
    return (low if low == 0 else low - room), high + room


def _digits(length: Decimal) -> int:
    """How many digits behind the point can be seen on an axis of this length."""
    return max(0, -floor(log10(length / _FINE)))


def _numbers(numbers: Sequence[Decimal], digits: int) -> str:
    return ", ".join(_number(number, digits) for number in numbers)


def _number(number: Decimal, digits: int) -> str:
    """Written out, for Mermaid knows no exponent."""
    text = f"{abs(number) if number == 0 else number:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _harmless(unit: str) -> str:
    """A unit inside quotes: what Mermaid, Markdown or HTML could take for a sign of theirs as a numbered entity."""
    return _SIGN.sub(lambda found: f"#{ord(found[0])};" if found[0].isascii() else found[0], plain(unit))
