"""A workspace in memory: every record with its place, found by what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from okrctl.models.base import composed
from okrctl.models.calendar import Week
from okrctl.models.cycle import CycleFile, Due
from okrctl.models.note import Note
from okrctl.models.okr import Sheet
from okrctl.models.org import Person, Team
from okrctl.models.settings import Settings
from okrctl.source.document import Document
from okrctl.source.outline import Step
from okrctl.source.place import Place
from okrctl.workspace.files import Files
from okrctl.workspace.layout import Identity, Kind

T = TypeVar("T")
FREEZE_AFTER = timedelta(days=14)


class Placed(NamedTuple, Generic[T]):
    """A record and where it stands."""

    value: T
    place: Place

    def at(self, *steps: Step) -> Place:
        """The place of something inside the record."""
        return self.place.at(*steps)


class SheetKey(NamedTuple):
    """Names an OKR sheet."""

    cycle: str
    owner: str


class NoteKey(NamedTuple):
    """Names a weekly note; sorts by cycle, week, author."""

    cycle: str
    week: Week
    author: str


class Cycle(NamedTuple):
    """A cycle with its dates settled: from its id, from `cycle.yaml`, or by default. Both ends count."""

    id: str
    start: date
    end: date
    title: str = ""
    frozen: date = date.min
    parent: str | None = None
    due: Due | None = None
    state: str | None = None
    project: str | None = None
    file: Placed[CycleFile] | None = None

    @property
    def days(self) -> int:
        """How many days the cycle has."""
        return (self.end - self.start).days + 1

    def overlaps(self, other: "Cycle") -> bool:
        """Whether the two have a day in common."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: "Cycle") -> bool:
        """Whether every day of the other is one of this one."""
        return self.start <= other.start and other.end <= self.end

    def holds(self, day: date) -> bool:
        """Whether the day lies in the cycle."""
        return self.start <= day <= self.end

    def is_open(self, day: date) -> bool:
        """Whether it is followed up on that day: as its `state` says, else from its first day to its last."""
        return self.holds(day) if self.state is None else self.state == "open"


class OtherFile(NamedTuple):
    """A file that is kept as it was read: a retrospective, a review form, a library sheet."""

    identity: Identity
    record: object
    place: Place


@dataclass(frozen=True)
class Workspace:
    """What was read, by name. Handles and ids are in NFC; `broken` holds the paths that could not be used.

    `sources` are our files and those of the included workspaces, `included` the paths of what was read there, whose
    mistakes are not ours to report; `undated_cycles` are folders whose dates nobody says, or says readably.
    """

    name: str
    files: Files
    settings: Placed[Settings]
    teams: Mapping[str, Placed[Team]] = field(default_factory=dict)
    people: Mapping[str, Placed[Person]] = field(default_factory=dict)
    cycles: Mapping[str, Cycle] = field(default_factory=dict)
    sheets: Mapping[SheetKey, Placed[Sheet]] = field(default_factory=dict)
    notes: Mapping[NoteKey, Placed[Note]] = field(default_factory=dict)
    others: tuple[OtherFile, ...] = ()
    documents: tuple[Document, ...] = ()
    broken: frozenset[str] = frozenset()
    unread_cycles: frozenset[str] = frozenset()
    sources: tuple[Files, ...] = ()
    included: frozenset[str] = frozenset()
    undated_cycles: frozenset[str] = frozenset()

    @cached_property
    def broken_sheets(self) -> frozenset[SheetKey]:
        """The sheets that are there and could not be read: what refers to them is not the reader's mistake."""
        return frozenset(
            SheetKey(composed(name.split("/")[-3]), composed(name.split("/")[-1].removesuffix(".yaml")))
            for name in self.broken
            if len(name.split("/")) >= 4 and name.split("/")[-2] == "okrs"
        )

    @cached_property
    def org_is_broken(self) -> bool:
        """Whether people may be missing, so that nobody can be called unknown: an org file, or what includes more."""
        names = [path.split("/") for path in self.broken]
        return any(name[-1] in ("org.yaml", "okrctl.yaml") or name[-2:-1] == ["org"] for name in names)

    def knows(self, handle: str) -> bool:
        """Whether a person or a team has this handle."""
        return handle in self.people or handle in self.teams

    def name_of(self, handle: str) -> str:
        """The name a report uses for a person or team; the handle itself where there is none."""
        placed = self.people.get(handle) or self.teams.get(handle)
        return (placed.value.name or handle) if placed else handle

    def overlapping(self, cycle_id: str) -> tuple[Cycle, ...]:
        """The cycles that have a day in common with this one, itself included, in order of their id."""
        cycle = self.cycles[cycle_id]
        return tuple(other for _, other in sorted(self.cycles.items()) if other.overlaps(cycle))

    def needed_for(self, cycle_id: str) -> tuple[Cycle, ...]:
        """The cycles on which the numbers of one rest: those that overlap it, and all parts of a longer one around it.

        A year's sum is not known from one of its quarters alone.
        """
        cycle = self.cycles[cycle_id]
        around = [other for other in self.cycles.values() if other.contains(cycle)]
        every = sorted(self.cycles.items())
        return tuple(other for _, other in every if other.overlaps(cycle) or any(map(other.overlaps, around)))

    def others_of(self, kind: Kind) -> tuple[OtherFile, ...]:
        """The files of one kind among `others`."""
        return tuple(other for other in self.others if other.identity.kind is kind)
