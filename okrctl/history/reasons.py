"""Why a goal moved, in the words that its sheet has for it: `changed` and `dropped`."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from okrctl.history.changes import GoalChange
from okrctl.models.okr import Change, KeyResult, Objective, Sheet

_NEAR = 7  # days between a commit and the day that the sheet says


class Said(NamedTuple):
    """What a sheet says of one of its goals itself: dropped (else changed), on a day, for a reason."""

    objective: str
    key_result: str
    title: str
    dropped: bool
    on: date
    because: str


def said_on(sheet: Sheet) -> Iterator[Said]:
    """Everything that a sheet says of changed and dropped goals, in its order."""
    for objective in sheet.objectives:
        yield from _said(objective, (objective.id, ""))
        for key_result in objective.key_results:
            yield from _said(key_result, (objective.id, key_result.id))


def reason(change: GoalChange, states: tuple[Sheet | None, Sheet | None, Sheet | None], day: date) -> str | None:
    """The reason of one change, from the sheet before, after, and as it is now.

    The one that came along with it, else the one of about that day; a key result's own words before its objective's.
    """
    before, after, latest = states
    if change.field == "dropped":
        goal = _goal(after, change.objective, change.key_result)
        return goal.dropped.because if goal is not None and goal.dropped is not None else None
    for key_result in dict.fromkeys((change.key_result, "")):
        known = _entries(before, change.objective, key_result)
        came_along = [one for one in _entries(after, change.objective, key_result) if one not in known]
        near = [one for one in _entries(latest, change.objective, key_result) if abs((one.on - day).days) <= _NEAR]
        fitting = came_along or near
        if fitting:
            return min(fitting, key=lambda one: abs((one.on - day).days)).because
    return None


def _said(goal: Objective | KeyResult, name: tuple[str, str]) -> Iterator[Said]:
    for one in goal.changed:
        yield Said(*name, goal.title, False, one.on, one.because)
    if goal.dropped is not None:
        yield Said(*name, goal.title, True, goal.dropped.on, goal.dropped.because)


def _entries(sheet: Sheet | None, objective: str, key_result: str) -> tuple[Change, ...]:
    goal = _goal(sheet, objective, key_result)
    return goal.changed if goal else ()


def _goal(sheet: Sheet | None, objective: str, key_result: str) -> Objective | KeyResult | None:
    for one in sheet.objectives if sheet else ():
        if one.id == objective:
            return next((each for each in one.key_results if each.id == key_result), None) if key_result else one
    return None
