"""The time a goal has, the days on which no report of it is owed, and how long it has been silent (3.3)."""

from datetime import date

from okrctl.alignment.goals import Goal
from okrctl.progress.pace import Term, days_silent
from okrctl.progress.reported import Reported
from okrctl.workspace import chart
from okrctl.workspace.index import Workspace

Range = tuple[date, date]
"""First and last day, both counted."""


def term_of(workspace: Workspace, goal: Goal) -> Term | None:
    """From the start of the goal's cycle to its due date; None when its cycle has no dates."""
    cycle = workspace.cycles.get(goal.key.cycle)
    if cycle is None:
        return None
    due = goal.key_result.due if goal.key_result else None
    return Term(cycle.start, due or cycle.end)


def responsible_for(workspace: Workspace, goal: Goal) -> str:
    """The person who answers for a goal: its owner, else the sheet's; for a team its lead."""
    owner = goal.key_result.owner if goal.key_result else None
    return chart.responsible(workspace, owner or goal.key.owner)


def skipped_days(workspace: Workspace) -> tuple[Range, ...]:
    """The weeks of `checkin.skip`, Monday to Sunday."""
    return tuple((week.monday, week.sunday) for week in workspace.settings.value.checkin.skip)


def days_away(workspace: Workspace, goal: Goal) -> tuple[Range, ...]:
    """The absences of who is responsible for the goal."""
    person = workspace.people.get(responsible_for(workspace, goal))
    return tuple((absence.from_, absence.to) for absence in person.value.away) if person else ()


def silent_days(workspace: Workspace, goal: Goal, last: Reported | None, day: date) -> int:
    """How many days old the last report is, or the start where there is none, free days not counted.

    Nothing grows older than it is at the end of the cycle: nobody reports after it.
    """
    cycle = workspace.cycles.get(goal.key.cycle)
    if cycle is None:
        return 0
    since = last.ages_from if last else cycle.start
    return days_silent(since, min(day, cycle.end), (*skipped_days(workspace), *days_away(workspace, goal)))
