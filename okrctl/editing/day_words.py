"""Days as people write them behind `due` or before 前: dates, weekdays and a few words, in both languages."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.calendar import Week
from okrctl.workspace.weeks import YEARS

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CHINESE_WEEKDAYS = "一二三四五六日"
_DAYS_AHEAD: Mapping[str, int] = MappingProxyType(
    {"today": 0, "tomorrow": 1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2}
)
_WEEKS_AHEAD: Mapping[str, int] = MappingProxyType({"this": 0, "next": 1, "本": 0, "这": 0, "下": 1, "下下": 2})
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAY = "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_NO_DAY = Bilingual('there is no such day: "{written}"', "没有这一天：{written}")
_LIKE = Bilingual("write it like {day} or {short}", "写法如 {day} 或 {short}")

DATE = (
    r"(?<!\d)(?:(?P<year>\d{4})[ ]?[-/.年][ ]?(?P<month>\d{1,2})[ ]?[-/.月][ ]?(?P<day>\d{1,2})(?!\d)[ ]?[日号]?"
    r"|(?P<zh_month>\d{1,2})[ ]?月[ ]?(?P<zh_day>\d{1,2})(?!\d)[ ]?[日号]?"
    rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?[ ](?P<named>{_MONTH})\b\.?(?:,?[ ](?P<named_year>\d{{4}})(?!\d))?)"
    rf"|\b(?P<named_first>{_MONTH})\.?[ ](?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?:,?[ ](?P<second_year>\d{4}))?(?!\d)"
)
"""A date that nothing else looks like."""
SHORT = r"(?<!\d)(?<!\d[-/.])(?P<short_month>\d{1,2})[-/](?P<short_day>\d{1,2})(?!\d|[-/.]\d)"
"""`02-27`, which may be two numbers as well."""
WORD = (
    rf"\b(?:(?P<which>this|next)[ ])?(?P<weekday>{_WEEKDAY})\b|\b(?P<ahead>today|tomorrow)\b"
    r"|(?P<zh_which>下下|下|本|这)?个?(?:周|星期|礼拜)(?P<zh_weekday>[一二三四五六日天末])"
    r"|(?P<zh_ahead>今天|今日|明天|明日|后天)"
)
"""A weekday, or a word for a day."""
_YEAR_GROUPS = ("year", "named_year", "second_year")
_DAY_GROUPS = ("day", "zh_day", "short_day", "day_first", "day_second")


def guesses_year(found: re.Match[str]) -> bool:
    """Whether a match of DATE, SHORT or WORD is a date without its year."""
    said = {name for name, text in found.groupdict().items() if text}
    return not said.isdisjoint(_DAY_GROUPS) and said.isdisjoint(_YEAR_GROUPS)


def day_of(found: re.Match[str], day: date) -> date:
    """The day that a match of DATE, SHORT or WORD means when it is said on `day`; OkrctlError where there is none.

    A date without a year is the next one from the Monday of that week on, a weekday the next one from `day` on.
    """
    said = {name: text.lower() for name, text in found.groupdict().items() if text}
    if ahead := said.get("ahead") or said.get("zh_ahead"):
        return day + timedelta(days=_DAYS_AHEAD[ahead])
    if "weekday" in said or "zh_weekday" in said:
        return _weekday(said, day)
    year = next((said[name] for name in _YEAR_GROUPS if name in said), None)
    month = said.get("month") or said.get("zh_month") or said.get("short_month")
    named = said.get("named") or said.get("named_first")
    number = next(said[name] for name in _DAY_GROUPS if name in said)
    monday = Week.of(day).monday
    try:
        in_month = _MONTHS.index(named[:3]) + 1 if named else int(month or 0)
        meant = date(int(year) if year else monday.year, in_month, int(number))
        if year is None and meant < monday:
            meant = meant.replace(year=monday.year + 1)
    except ValueError:
        raise _no_day(found, day) from None
    if not YEARS[0] <= meant.year <= YEARS[1]:
        raise _no_day(found, day)
    return meant


def _weekday(said: dict[str, str], day: date) -> date:
    if written := said.get("weekday"):
        number = _WEEKDAYS.index(written[:3])
    else:
        number = _CHINESE_WEEKDAYS.index(said["zh_weekday"].replace("天", "日").replace("末", "日"))
    which = said.get("which") or said.get("zh_which")
    if which is None:
        return day + timedelta(days=(number - day.weekday()) % 7)
    return Week.of(day).shift(_WEEKS_AHEAD[which]).monday + timedelta(days=number)


def _no_day(found: re.Match[str], day: date) -> OkrctlError:
    friday = Week.of(day).monday + timedelta(days=4)
    spans = [found.span(name) for name, text in found.groupdict().items() if text]
    start, end = min(start for start, _ in spans), max(end for _, end in spans)
    written = found.string[start : end + (found.string[end : end + 1] in ("日", "号"))]
    return OkrctlError(_NO_DAY.format(written=written), _LIKE.format(day=friday.isoformat(), short=f"{friday:%m-%d}"))
