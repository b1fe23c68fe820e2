"""Weeks, days, and the dates that the id of a cycle tells."""

import re
from datetime import date, timedelta
from typing import Annotated, NamedTuple

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from okrctl.models.base import form_error, range_error, read_whole

# The years are bounded so that no sum of a date and some days leaves Python's calendar.
_YEAR = "(?:19|2[0-9])[0-9]{2}"
# Editors do not know how long a month is; the pattern tells them.
_MONTH_AND_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP_YEAR = "(?:(?:19|2[0-9])(?:0[48]|[2468][048]|[13579][26])|2[048]00)"
DAY_PATTERN = f"^(?:{_YEAR}-{_MONTH_AND_DAY}|{_LEAP_YEAR}-02-29)$"
WEEK_PATTERN = f"{_YEAR}-W(?:0[1-9]|[1-4][0-9]|5[0-3])"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})").fullmatch
_CYCLE = re.compile(rf"({_YEAR})(?:-(?:([HQB])([1-6])|([0-9]{{2}})))?").fullmatch
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_PARTS = (("H", 6, 2), ("Q", 3, 4), ("B", 2, 6))


class Week(NamedTuple):
    """An ISO week, from Monday to Sunday; its year is that of its Thursday."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week in which `day` lies."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def parse(cls, text: str) -> "Week | None":
        """The week that `2026-W08` names; `None` for anything else, and for a week 53 that its year does not have."""
        match = _WEEK(text)
        return _existing_week(int(match[1]), int(match[2])) if match else None

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return date.fromisocalendar(self.year, self.number, 7)

    def shift(self, weeks: int) -> "Week":
        """The week so many weeks later; earlier for a negative number."""
        return Week.of(self.monday + timedelta(weeks=weeks))

    def next(self) -> "Week":
        """The week after."""
        return self.shift(1)

    def previous(self) -> "Week":
        """The week before."""
        return self.shift(-1)

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"


def weeks_touching(start: date, end: date) -> tuple[Week, ...]:
    """The weeks that have a day in common with `start` to `end`, both counted, in order."""
    first = Week.of(start)
    count = (Week.of(end).monday - first.monday).days // 7 + 1
    return tuple(first.shift(weeks) for weeks in range(count))


def cycle_dates(cycle_id: str, fiscal_year_start: int = 1) -> tuple[date, date] | None:
    """First and last day of a cycle whose id tells them; `fiscal_year_start` is the month in which its year begins."""
    match = _CYCLE(cycle_id)
    if match is None:
        return None
    year, letter, number, month = match.groups()
    if month is not None:
        return _months(int(year), int(month), 1) if 1 <= int(month) <= 12 else None
    if letter is None:
        return _months(int(year), fiscal_year_start, 12)
    for name, length, most in _PARTS:
        if letter == name and int(number) <= most:
            return _months(int(year), fiscal_year_start + (int(number) - 1) * length, length)
    return None


def cycle_after(cycle_id: str) -> str | None:
    """The id of the cycle of the same length that follows: 2026-Q4 → 2027-Q1; None for ids that tell no dates."""
    match = _CYCLE(cycle_id)
    if match is None or cycle_dates(cycle_id) is None:
        return None
    year, letter, number, month = match.groups()
    most = 12 if month else next((most for name, _, most in _PARTS if name == letter), 0)
    part = int(month or number or most) % most + 1 if most else 0
    years = int(year) + (part <= 1)
    following = f"{years}-{part:02}" if month else f"{years}-{letter}{part}" if letter else str(years)
    return following if _CYCLE(following) else None


def _months(year: int, month: int, length: int) -> tuple[date, date]:
    return _month_start(year, month), _month_start(year, month + length) - timedelta(days=1)


def _month_start(year: int, month: int) -> date:
    # Counted from January of `year`; a fiscal year runs on into the months 13 and later.
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _existing_week(year: int, number: int) -> Week | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    # 28 December lies in the last week of its year.
    return Week(year, number) if 1 <= number <= date(year, 12, 28).isocalendar().week else None


def _read_day(value: object) -> date:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DAY(value):
        raise form_error("date")
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise range_error("date") from error
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise range_error("date")
    return day


def _read_week(value: object) -> Week:
    if isinstance(value, Week):
        return value
    if not isinstance(value, str) or not _WEEK(value):
        raise form_error("week")
    week = Week.parse(value)
    if week is None:
        raise range_error("week")
    return week


def _read_month(value: object) -> int:
    return read_whole(value, "month", 1, 12)


Day = Annotated[
    date,
    PlainValidator(_read_day),
    WithJsonSchema(
        {
            "x-scalar": "date",
            "type": "string",
            "format": "date",
            "pattern": DAY_PATTERN,
            "patternErrorMessage": "A date is expected here, such as 2026-03-31.",
        }
    ),
]
"""A day, written `2026-03-31`."""
IsoWeek = Annotated[
    Week,
    PlainValidator(_read_week),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "x-scalar": "week",
            "type": "string",
            "pattern": f"^{WEEK_PATTERN}$",
            "patternErrorMessage": "An ISO week is expected here, such as 2026-W08.",
        }
    ),
]
"""An ISO week, written `2026-W08`."""
Month = Annotated[int, PlainValidator(_read_month), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 12})]
"""The number of a month, 1 to 12."""
