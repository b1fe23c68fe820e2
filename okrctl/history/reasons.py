"""Why a goal moved, in the words that its sheet has for it: `changed` and `dropped`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey
from okrctl.history.changes import GoalChange
from okrctl.history.matching import pair_key_results, pair_objectives
from okrctl.models.okr import Change, KeyResult, Objective, Sheet

_NEAR = 7  # days between a move and the day that the sheet says
_Name = tuple[str, str]


class Said(NamedTuple):
    """What a sheet says of one of its goals itself: dropped (else changed), on a day, for a reason."""

    objective: str
    key_result: str
    title: str
    dropped: bool
    on: date
    because: str

    def concerns(self, change: GoalChange) -> bool:
        """Whether the change is one of this goal, or of a key result below it."""
        return self.objective == change.objective and self.key_result in ("", change.key_result)


class Brought(NamedTuple):
    """What a version of a sheet says of changed goals and the one before did not: entries, and entries reworded.

    One that is reworded belongs to an earlier change still, unless this one is of the very day that it names.
    """

    new: tuple[Said, ...] = ()
    reworded: tuple[Said, ...] = ()

    def reason(self, change: GoalChange, after: Sheet | None, days: Sequence[date]) -> str | None:
        """The reason that came along with a change; a key result's own words before its objective's."""
        goal = _goal(after, change.objective, change.key_result) if change.field == "dropped" else None
        if goal is not None and goal.dropped is not None:
            return goal.dropped.because
        for key_result in dict.fromkeys((change.key_result, "")):
            entries = (*self.new, *(one for one in self.reworded if one.on in days))
            own = [one for one in entries if (one.objective, one.key_result) == (change.objective, key_result)]
            if own:
                nearest = min(_apart(one.on, days) for one in own)
                return " / ".join(dict.fromkeys(one.because for one in own if _apart(one.on, days) == nearest))
        return None

    def left(self, found: Sequence[GoalChange]) -> tuple[Said, ...]:
        """The entries that came without a change of their goal: written before it moved, or when it had."""
        return tuple(one for one in self.new if not any(map(one.concerns, found)))


class Silent(NamedTuple):
    """A move without a reason: of which goal, in which commit, and the days on which it was made and landed."""

    key: GoalKey
    commit: str
    days: tuple[date, ...]


class Spare(NamedTuple):
    """An entry that came without a move."""

    key: GoalKey
    on: date
    because: str

    def concerns(self, silent: Silent) -> bool:
        """Whether the move is one of this goal, or of a key result below it."""
        return self.key in (silent.key, silent.key.of_objective)


def said_on(sheet: Sheet) -> Iterator[Said]:
    """Everything that a sheet says of changed and dropped goals, in its order."""
    for name, goal in _goals(sheet):
        for one in goal.changed:
            yield Said(*name, goal.title, False, one.on, one.because)
        if goal.dropped is not None:
            yield Said(*name, goal.title, True, goal.dropped.on, goal.dropped.because)


def brought(sides: Sequence[Sheet | None], after: Sheet | None) -> Brought:
    """What a version says of changed goals that none of those before it said of the same goals."""
    now = _entries(after)
    if after is None or not now or all(_entries(side) == now for side in sides):
        return Brought()
    known = [_known(side, after) for side in sides if side is not None]
    everywhere = {one for side in sides for entries in _entries(side).values() for one in entries}
    new: list[Said] = []
    reworded: list[Said] = []
    for name, goal in _goals(after):
        before = {one for side in known for one in side.get(name, ())}
        gone = before - set(goal.changed)
        for one in goal.changed:
            if one not in before:
                old = one in everywhere or any(one.on == each.on or one.because == each.because for each in gone)
                (reworded if old else new).append(Said(*name, goal.title, False, one.on, one.because))
    return Brought(tuple(new), tuple(reworded))


def served(silent: Sequence[Silent], spare: Sequence[Spare]) -> Mapping[int, str]:
    """Reasons for moves that came without one, by their number: an entry of about the day, each for one commit only."""
    fitting = sorted(
        (bool(not entry.key.key_result and move.key.key_result), _apart(entry.on, move.days), entry.on, i, j)
        for i, entry in enumerate(spare)
        for j, move in enumerate(silent)
        if entry.concerns(move) and _apart(entry.on, move.days) <= _NEAR
    )
    given: dict[int, str] = {}
    found: dict[int, str] = {}
    for *_, i, j in fitting:
        if j not in found and given.setdefault(i, silent[j].commit) == silent[j].commit:
            found[j] = spare[i].because
    return found


def _goals(sheet: Sheet) -> Iterator[tuple[_Name, Objective | KeyResult]]:
    for objective in sheet.objectives:
        yield (objective.id, ""), objective
        for key_result in objective.key_results:
            yield (objective.id, key_result.id), key_result


def _entries(sheet: Sheet | None) -> Mapping[_Name, tuple[Change, ...]]:
    return {name: goal.changed for name, goal in _goals(sheet) if goal.changed} if sheet else {}


def _known(before: Sheet, after: Sheet) -> Mapping[_Name, tuple[Change, ...]]:
    """What a sheet said of changed goals, by the ids that these have on the next."""
    objectives = pair_objectives(before, after)
    known = {(new.id, ""): old.changed for old, new in objectives.pairs}
    for old, new in pair_key_results(objectives).pairs:
        known[new.objective.id, new.record.id] = old.record.changed
    return known


def _goal(sheet: Sheet | None, objective: str, key_result: str) -> Objective | KeyResult | None:
    return next((goal for name, goal in _goals(sheet) if name == (objective, key_result)), None) if sheet else None


def _apart(day: date, days: Iterable[date]) -> int:
    return min(abs((one - day).days) for one in days)
