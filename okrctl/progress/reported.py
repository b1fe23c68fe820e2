"""The fold of the notes: what was reported on each goal, in the order in which it counts (3.1)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey, Missing
from okrctl.alignment.graph import Graph
from okrctl.models.calendar import Week
from okrctl.models.note import Note, Update
from okrctl.models.okr import KeyResultKind
from okrctl.source.place import Place
from okrctl.workspace.index import NoteKey, Placed, SheetKey


class Reported(NamedTuple):
    """One update of one goal: who wrote it, in which week, and which entry of which note it is (from 0)."""

    key: GoalKey
    week: Week
    author: str
    update: Update
    note: Placed[Note]
    number: int

    @property
    def place(self) -> Place:
        """Where the update stands; made when somebody looks, for most are never shown."""
        return self.note.at("updates", self.number)

    @property
    def counts_from(self) -> date:
        """The Monday of its week."""
        return self.week.monday

    @property
    def ages_from(self) -> date:
        """The Sunday of its week, from which it grows old."""
        return self.week.sunday


Reports = Mapping[GoalKey, tuple[Reported, ...]]
"""Per goal its updates, by week, then path, then position in the file: the last one is the newest."""


def collect_reports(graph: Graph) -> Reports:
    """Every update of every note whose `kr` names a goal."""
    found: dict[GoalKey, list[Reported]] = {}
    known: dict[tuple[str, str, str], GoalKey | Missing] = {}
    for key, note in sorted(graph.workspace.notes.items(), key=_path_order):
        for number, update in enumerate(note.value.updates):
            address = (key.cycle, key.author, update.kr)
            if address not in known:
                known[address] = graph.find(update.kr, SheetKey(key.cycle, key.author))
            goal = known[address]
            if not isinstance(goal, Missing):
                found.setdefault(goal, []).append(Reported(goal, key.week, key.author, update, note, number))
    return MappingProxyType({goal: tuple(updates) for goal, updates in found.items()})


def until(updates: tuple[Reported, ...], day: date) -> tuple[Reported, ...]:
    """The updates that count on `day`: those of its week and of earlier ones."""
    week = Week.of(day)
    if not updates or updates[-1].week <= week:
        return updates
    return tuple(one for one in updates if one.week <= week)


def newest(updates: tuple[Reported, ...], says: Callable[[Update], object]) -> Reported | None:
    """The newest update of which `says` gives something."""
    return next((one for one in reversed(updates) if says(one.update) is not None), None)


def newest_value(updates: tuple[Reported, ...]) -> Reported | None:
    """The newest update with a `value`."""
    return newest(updates, lambda update: update.value)


def newest_percent(updates: tuple[Reported, ...]) -> Reported | None:
    """The newest update with a `percent`."""
    return newest(updates, lambda update: update.percent)


def newest_status(updates: tuple[Reported, ...]) -> Reported | None:
    """The newest update with a `status`."""
    return newest(updates, lambda update: update.status)


def newest_confidence(updates: tuple[Reported, ...]) -> Reported | None:
    """The newest update with a `confidence`."""
    return newest(updates, lambda update: update.confidence)


def newest_report(updates: tuple[Reported, ...], kind: KeyResultKind) -> Reported | None:
    """The newest update that is a report: it carries the value of its kind, for milestones and cascades any does."""
    return next((one for one in reversed(updates) if _is_report(one.update, kind)), None)


def newest_by_week(updates: tuple[Reported, ...]) -> Iterator[Reported]:
    """Of each week that has a `value` the update with the newest one, in order of weeks."""
    weeks = {one.week: one for one in updates if one.update.value is not None}
    yield from weeks.values()


def _is_report(update: Update, kind: KeyResultKind) -> bool:
    if kind in ("metric", "keep"):
        return update.value is not None
    if kind == "plain":
        return update.percent is not None or update.status == "done"
    return True


def _path_order(entry: tuple[NoteKey, Placed[Note]]) -> tuple[Week, str]:
    key, note = entry
    return key.week, note.place.document.path
