"""The dates of a new cycle: when its sheets are due, when it freezes, when it is looked back on."""

from datetime import date, timedelta
from typing import NamedTuple

_WEEK = timedelta(days=7)
_LEAST = timedelta(days=3)  # for three dates one after the other
_MONDAY, _FRIDAY = 0, 4


class Schedule(NamedTuple):
    """The days of one cycle; `sheets` and `frozen` lie inside it, `scores` and `retro` after it."""

    start: date
    end: date
    sheets: date
    frozen: date
    scores: date
    retro: date

    def part(self, share: float) -> date:
        """The working day before or at this share of the time from the day sheets are due to the last week.

        Who begins in the last days gets those: three dates on the last day would say nothing.
        """
        first = max(self.start, min(self.sheets, self.end - _LEAST))
        last = self.end - _WEEK if self.end - _WEEK > first else self.end
        day = first + timedelta(days=round((last - first).days * share))
        earlier = day - timedelta(days=max(0, day.weekday() - _FRIDAY))
        return max(earlier, self.start)


def schedule(start: date, end: date, today: date) -> Schedule:
    """Sheets a week or so into the cycle, on a Monday; who begins in the middle has a week from today.

    The freeze comes a week later; scores are due on the first Friday after the end, the retrospective a week later.
    """
    settling = min(_WEEK, timedelta(days=(end - start).days // 12))
    sheets = min(end, _next(_MONDAY, max(start + settling, min(today + _WEEK, end))))
    scores = _next(_FRIDAY, end + timedelta(days=1))
    return Schedule(start, end, sheets, min(end, sheets + _WEEK), scores, scores + _WEEK)


def _next(weekday: int, day: date) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
