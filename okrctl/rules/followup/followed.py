"""What the rules of this family judge: goals that still count, with what was reported on them, if it could be read."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import Goal
from okrctl.progress.reported import Reported
from okrctl.progress.timing import responsible_for
from okrctl.rules.context import Context
from okrctl.rules.followup.fitting import unfit_numbers
from okrctl.workspace.index import Cycle
from okrctl.workspace.notes import broken_notes

_ASLEEP_AFTER = 90  # days without a note by anybody


class Followed(NamedTuple):
    """A goal with its cycle and its updates, the newest last."""

    goal: Goal
    cycle: Cycle
    updates: tuple[Reported, ...]


class Unread(NamedTuple):
    """What is there and could not be read, so that nobody can say what it would change."""

    notes: frozenset[tuple[str, str]]
    sheets: frozenset[str]

    def may_change(self, context: Context, goal: Goal) -> bool:
        """Whether a note of somebody who reports on the goal, or for a cascade a sheet of its cycle, may be missing."""
        if not self.notes and not self.sheets:
            return False
        cycle, key_result = goal.key.cycle, goal.key_result
        if cycle in self.sheets and (key_result is None or key_result.cascade is not None):
            return True
        people = {responsible_for(context.workspace, goal), goal.key.owner, *goal.objective.with_}
        return any((cycle, person) in self.notes for person in people.union(key_result.with_ if key_result else ()))


def unread(context: Context) -> Unread:
    """The notes, by cycle and author, and the cycles with sheets that could not be read."""
    workspace = context.workspace
    notes = frozenset((key.cycle, key.author) for key in broken_notes(workspace))
    return Unread(notes, frozenset(sheet.cycle for sheet in workspace.broken_sheets))


def followed_since(context: Context, cycle: Cycle) -> date | None:
    """The end of the first week for which anybody wrote a note in or around an open cycle.

    None where nobody did, or nobody has for so long that following up has ended: not one goal is forgotten there.
    """
    if not cycle.is_open(context.today):
        return None
    around = {other.id for other in context.workspace.overlapping(cycle.id)}
    weeks = [key.week for key in context.workspace.notes if key.cycle in around]
    if not weeks or (context.today - max(weeks).sunday).days > _ASLEEP_AFTER:
        return None
    return min(weeks).sunday


def followed(context: Context) -> Iterator[Followed]:
    """Every goal that was not dropped, whose cycle has dates, and on which somebody reported; key results first."""
    missing = unread(context)
    for key, updates in sorted(context.reports.items(), key=lambda entry: not entry[0].key_result):
        goal, cycle = context.graph.goals[key], context.workspace.cycles.get(key.cycle)
        if cycle is not None and goal.dropped_on is None and not missing.may_change(context, goal):
            yield Followed(goal, cycle, updates)


def has_lost_number(one: Followed, last: Reported | None) -> bool:
    """Whether its newest number was written under a key that it does not take: what follows is OKR407's."""
    return any(unfit_numbers(each.update, one.goal) for each in one.updates if last is None or each.week >= last.week)
