"""Weeks as people write them on a command line."""

import re
from datetime import date

from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.calendar import Week

YEARS = (1900, 2999)  # those that the models read, both included
_WEEK = re.compile(r"(?P<year>[0-9]{4})-W(?P<number>[0-9]{1,3})").fullmatch
_NOT_A_WEEK = Bilingual('"{written}" is not an ISO week', "“{written}”不是有效的 ISO 周")
_NO_SUCH_WEEK = Bilingual("{year} has no week {number}", "{year} 年没有第 {number} 周")
_LIKE_THIS = Bilingual("write it like {week}", "写法如 {week}")


def read_week(written: str | None, today: date) -> Week:
    """The week that `2026-W08` (or `W8` of this year) names; without any the week of today."""
    if written is None:
        return Week.of(today)
    text = written.upper()
    if text.startswith("W") and text[1:].isascii() and text[1:].isdigit():
        text = f"{Week.of(today).year}-W{int(text[1:]):02}"
    week = Week.parse(text)
    if week is None:
        message = no_such_week(text) or _NOT_A_WEEK.format(written=written)
        raise OkrctlError(message, _LIKE_THIS.format(week=Week.of(today)))
    return week


def no_such_week(written: str) -> Bilingual | None:
    """What to say of a week that its year does not have; None for what is no week of a readable year at all."""
    found = _WEEK(written)
    if found is None or not YEARS[0] <= int(found["year"]) <= YEARS[1]:
        return None
    return _NO_SUCH_WEEK.format(year=found["year"], number=int(found["number"]))
