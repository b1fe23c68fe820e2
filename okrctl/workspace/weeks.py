"""Weeks as people write them on a command line."""

from datetime import date

from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.calendar import Week

_NO_WEEK = Bilingual('"{written}" is no ISO week', "“{written}”不是有效的 ISO 周")
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
        raise OkrctlError(_NO_WEEK.format(written=written), _LIKE_THIS.format(week=Week.of(today)))
    return week
