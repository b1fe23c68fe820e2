"""What a weekly report says, in no language yet: names, texts and numbers, unrounded."""

from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey
from okrctl.models.calendar import Week
from okrctl.models.okr import KeyResultKind
from okrctl.reports.labels import Span


class Who(NamedTuple):
    """A person or team: the handle, and the name that reports use."""

    handle: str
    name: str


class Evidence(NamedTuple):
    """A proof: a link of the web, a file by its path in the workspace, or (without target) just words."""

    label: str
    target: str
    is_file: bool = False


class Hindrance(NamedTuple):
    """A risk, the support it asks for, from whom, and whether the need was closed by the report's week."""

    risk: str
    need: str
    from_: tuple[Who, ...]
    closed: bool = False


class Task(NamedTuple):
    """A to-do, or (`is_need`) support that was asked for; `due` is None only where no meeting follows.

    `done` and `overdue` are as of the report's week; `asked_by` is the author of the note, `risk` what a need is for.
    """

    reference: str
    text: str
    owners: tuple[Who, ...]
    asked_by: Who
    week: Week
    due: date | None
    done: bool = False
    overdue: bool = False
    is_need: bool = False
    risk: str = ""
    is_new: bool = False


class Standing(NamedTuple):
    """The figures of a goal on the meeting day, and those of the meeting before (None: there was nothing yet).

    `progress` and `expected` are fractions, `weight` percent, `confidence` 0..10; `reached` counts milestones.
    """

    progress: float
    progress_before: float | None
    expected: float
    value: float | None
    value_before: float | None
    status: str | None
    status_before: str | None
    computed_status: str | None
    confidence: float | None
    confidence_before: float | None
    weight: float
    has_data: bool
    reached: tuple[int, int] | None = None
    dropped_on: date | None = None

    @property
    def is_unreported(self) -> bool:
        """Whether nobody gave a figure or a status, so that the numbers are made of nothing."""
        return self.status is None and not self.has_data


class GoalLine(NamedTuple):
    """A goal as a report names it: what it says, whose it is, how it is measured, how it stands."""

    key: GoalKey
    title: str
    owner: Who
    kind: KeyResultKind | None
    committed: bool
    standing: Standing
    unit: str = ""
    target: float | None = None
    band: tuple[float | None, float | None] = (None, None)


class Reached(NamedTuple):
    """A milestone that a note reports as reached."""

    id: str
    title: str
    on: date | None
    quality: str


class Entry(NamedTuple):
    """What one person said about one thing in one week.

    `goal` is None under `other` and where the address names no goal; `title` is what it is about then. `is_own`:
    said about the very goal of its row.
    """

    who: Who
    week: Week
    goal: GoalLine | None
    title: str
    is_own: bool
    value: float | None
    percent: float | None
    status: str | None
    confidence: float | None
    progress: str
    reached: tuple[Reached, ...]
    risks: tuple[Hindrance, ...]
    next: tuple[Task, ...]
    evidence: tuple[Evidence, ...]
    escalate: bool = False


class Reference(NamedTuple):
    """An entry that stands in full in another row: who said it, and the goal of that row."""

    who: Who
    row: GoalKey


class Row(NamedTuple):
    """One row of a table: a key result, or the objective as a whole. `deeper` says that the fold holds more of it."""

    goal: GoalLine
    entries: tuple[Entry, ...] = ()
    references: tuple[Reference, ...] = ()
    deeper: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether nobody said anything, here or further down."""
        return not self.entries and not self.references and not self.deeper


class ObjectivePart(NamedTuple):
    """One objective: its own row, its key results, and what comes from further down."""

    goal: GoalLine
    whole: Row
    key_results: tuple[Row, ...]
    deeper: tuple[Entry, ...] = ()


class Absentee(NamedTuple):
    """Somebody without a note that can be read, in these weeks."""

    who: Who
    weeks: tuple[Week, ...]


class Attendance(NamedTuple):
    """Notes in, of those that are due (one a person and check-in period), and where the others are.

    Notes are missing, or there and unreadable; from who is away none is due.
    """

    notes_in: int
    notes_due: int
    missing: tuple[Absentee, ...] = ()
    unreadable: tuple[Absentee, ...] = ()
    away: tuple[Absentee, ...] = ()
    holiday: bool = False


class Position(NamedTuple):
    """Where the sheet stands on the meeting day: fractions, confidence 0..10; None without a sheet."""

    progress: float
    progress_before: float | None
    expected: float
    confidence: float | None
    confidence_before: float | None
    without_data: tuple[GoalKey, ...] = ()


class Move(NamedTuple):
    """A goal that was changed or dropped: when and why."""

    goal: GoalKey
    title: str
    owner: Who
    on: date
    because: str
    dropped: bool


class Highlight(NamedTuple):
    """A milestone reached, or (without one) a key result that is done."""

    goal: GoalKey
    title: str
    who: Who
    reached: Reached | None


class Thanked(NamedTuple):
    """Thanks of one person to another."""

    by: Who
    to: Who
    what: str


class NewObjective(NamedTuple):
    """An objective that was added since the last report."""

    goal: GoalKey
    title: str
    owner: Who
    why: str


class OtherPart(NamedTuple):
    """What is on none of the objectives: escalated and further items, new objectives, updates that support none."""

    escalated: tuple[Entry, ...] = ()
    items: tuple[Entry, ...] = ()
    new: tuple[NewObjective, ...] = ()
    unaligned: tuple[Entry, ...] = ()


class CycleName(NamedTuple):
    """A cycle as a heading names it."""

    id: str
    title: str
    start: date
    end: date


class WeeklyReport(NamedTuple):
    """The whole report of one team or person. `weeks` are those it covers, `first` the first one asked for."""

    owner: Who
    is_team: bool
    cycle: CycleName
    span: Span
    weeks: tuple[Week, ...]
    meeting: date
    compared_with: date
    position: Position | None
    attendance: Attendance
    plan: tuple[Task, ...]
    needs: tuple[Task, ...]
    moves: tuple[Move, ...]
    highlights: tuple[Highlight, ...]
    thanks: tuple[Thanked, ...]
    objectives: tuple[ObjectivePart, ...]
    other: OtherPart
    todos: tuple[Task, ...]
    silent: tuple[GoalLine, ...]

    @property
    def plan_closed(self) -> tuple[Task, ...]:
        """What of the plan is done."""
        return tuple(task for task in self.plan if task.done)

    @property
    def plan_open(self) -> tuple[Task, ...]:
        """What of the plan carries on."""
        return tuple(task for task in self.plan if not task.done)

    @property
    def needs_open(self) -> tuple[Task, ...]:
        """The support that is still needed."""
        return tuple(task for task in self.needs if not task.done)

    @property
    def needs_settled(self) -> tuple[Task, ...]:
        """The support that was given since the last report."""
        return tuple(task for task in self.needs if task.done)
