"""The way of a goal, week by week: what the chart of a retrospective and a sparkline are drawn from."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey
from okrctl.models.calendar import Week, weeks_touching
from okrctl.models.note import Status
from okrctl.models.okr import KeyResult
from okrctl.progress.figures import Figures
from okrctl.progress.measure import measure
from okrctl.progress.pace import Term, expected
from okrctl.progress.reported import Reported, newest_confidence, newest_status
from okrctl.progress.timing import term_of
from okrctl.workspace.index import Cycle


class WeekPoint(NamedTuple):
    """A goal at the end of one week: as of its Sunday, or of the last day of the cycle, whichever comes first.

    `value` is the current value of a metric, a band or a sum; `progress` and `expected` are fractions; `status` the
    newest reported one, `confidence` 0..10 the newest; `reported` says whether anything was written in that week.
    """

    week: Week
    value: float | None
    progress: float
    expected: float
    status: Status | None
    confidence: float | None
    reported: bool


def course(figures: Figures, key: GoalKey, until: Week) -> tuple[WeekPoint, ...]:
    """One point for each week of the goal's cycle up to `until`, but no further than the day of the figures.

    The way of a dropped goal ends in the week in which it was dropped; the last point is the goal as the figures have
    it.
    """
    goal = figures.graph.goals[key]
    cycle, term = figures.graph.workspace.cycles.get(key.cycle), term_of(figures.graph.workspace, goal)
    if cycle is None or term is None:
        return ()
    weeks = [week for week in weeks_touching(cycle.start, cycle.end) if week <= _last_week(figures, goal, until)]
    if goal.key_result is None or goal.key_result.cascade is not None:
        return tuple(_looked_up(figures, key, week, _day(figures, cycle, week)) for week in weeks)
    updates = figures.reported(key)
    return tuple(
        _measured(goal.key_result, term, so_far, week, _day(figures, cycle, week))
        for week, so_far in _week_by_week(weeks, updates)
    )


def _last_week(figures: Figures, goal: Goal, until: Week) -> Week:
    dropped = [Week.of(goal.dropped_on)] if goal.dropped_on else []
    return min([until, Week.of(figures.day), *dropped])


def _day(figures: Figures, cycle: Cycle, week: Week) -> date:
    return min(week.sunday, cycle.end, figures.day)


def _week_by_week(weeks: list[Week], updates: tuple[Reported, ...]) -> Iterator[tuple[Week, tuple[Reported, ...]]]:
    """Each week with the updates that count in it: those are in order of weeks already."""
    counted = 0
    for week in weeks:
        while counted < len(updates) and updates[counted].week <= week:
            counted += 1
        yield week, updates[:counted]


def _measured(key_result: KeyResult, term: Term, updates: tuple[Reported, ...], week: Week, day: date) -> WeekPoint:
    measured = measure(key_result, updates, day)
    return WeekPoint(
        week,
        measured.current,
        measured.progress,
        expected(key_result, term, day),
        *_said(updates),
        reported=_in_week(updates, week),
    )


def _looked_up(figures: Figures, key: GoalKey, week: Week, day: date) -> WeekPoint:
    """What rests on other goals is asked for as of the day; the figures of a day are kept for the next goal."""
    found = figures.as_of(day).goal(key)
    # A note counts from the Monday of its week, so those of the week are all there on any day of it.
    written = found.last is not None and found.last.week == week
    return WeekPoint(
        week, found.current, found.progress, found.expected, found.status, found.confidence, reported=written
    )


def _said(updates: tuple[Reported, ...]) -> tuple[Status | None, float | None]:
    status, confidence = newest_status(updates), newest_confidence(updates)
    return status.update.status if status else None, confidence.update.confidence if confidence else None


def _in_week(updates: tuple[Reported, ...], week: Week) -> bool:
    return bool(updates) and updates[-1].week == week
