"""The way of a goal, week by week: what the chart of a retrospective and a sparkline are drawn from."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey
from okrctl.models.calendar import Week, weeks_touching
from okrctl.models.note import Status
from okrctl.models.okr import KeyResult
from okrctl.progress.figures import Figures
from okrctl.progress.measure import Measured, measure
from okrctl.progress.pace import Term, expected
from okrctl.progress.reported import Reported, newest_confidence, newest_status
from okrctl.progress.timing import term_of


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
    last = _last_week(figures, goal, until)
    weeks = [(week, min(week.sunday, cycle.end, figures.day)) for week in weeks_touching(cycle.start, cycle.end)]
    weeks = [(week, day) for week, day in weeks if week <= last]
    if goal.key_result is None or goal.key_result.cascade is not None:
        return tuple(_looked_up(figures, key, week, day) for week, day in weeks)
    return tuple(_measured(goal.key_result, term, figures.reported(key), weeks))


def _last_week(figures: Figures, goal: Goal, until: Week) -> Week:
    dropped = [Week.of(goal.dropped_on)] if goal.dropped_on else []
    return min([until, Week.of(figures.day), *dropped])


def _measured(
    key_result: KeyResult, term: Term, updates: tuple[Reported, ...], weeks: Iterable[tuple[Week, date]]
) -> Iterator[WeekPoint]:
    """Each week is measured from the updates that count in it; in a week without one nothing has changed.

    But for milestones: the note may have named a later day.
    """
    counted, known = -1, _Known(Measured(0.0, None, None), None, None)
    for week, day in weeks:
        count = bisect_right(updates, week, key=lambda one: one.week)
        if count != counted or key_result.kind == "milestones":
            counted, known = count, _known(key_result, updates[:count], day)
        reported = count > 0 and updates[count - 1].week == week
        value, progress = known.measured.current, known.measured.progress
        planned = expected(key_result, term, day)
        yield WeekPoint(week, value, progress, planned, known.status, known.confidence, reported)


class _Known(NamedTuple):
    """What the updates up to a week say."""

    measured: Measured
    status: Status | None
    confidence: float | None


def _known(key_result: KeyResult, updates: tuple[Reported, ...], day: date) -> _Known:
    status, confidence = newest_status(updates), newest_confidence(updates)
    return _Known(
        measure(key_result, updates, day),
        status.update.status if status else None,
        confidence.update.confidence if confidence else None,
    )


def _looked_up(figures: Figures, key: GoalKey, week: Week, day: date) -> WeekPoint:
    """What rests on other goals is asked for as of the day; the figures of a day are kept for the next goal."""
    found = figures.as_of(day).goal(key)
    # A note counts from the Monday of its week, so those of the week are all there on any day of it.
    written = found.last is not None and found.last.week == week
    return WeekPoint(
        week, found.current, found.progress, found.expected, found.status, found.confidence, reported=written
    )
