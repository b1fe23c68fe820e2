"""What the document of an alignment meeting says, in no language yet."""

from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey
from okrctl.language import Bilingual
from okrctl.models.okr import KeyResultKind
from okrctl.reports.weekly.record import CycleName, Who


class GoalName(NamedTuple):
    """A goal as the meeting speaks of it: whose, which, and what it says."""

    key: GoalKey
    owner: Who
    title: str


class Helper(NamedTuple):
    """Somebody asked for help, and whether a goal or a note of his has taken it up."""

    who: Who
    is_taken_up: bool


class Measure(NamedTuple):
    """How a key result is measured: from `start` to `target`, within a band, by so many milestones, or by a cascade.

    `due` is the last day that is written for it or for a milestone, `weight` the percent that is written.
    """

    kind: KeyResultKind
    start: float | None = None
    target: float | None = None
    band: tuple[float | None, float | None] = (None, None)
    unit: str = ""
    milestones: int = 0
    due: date | None = None
    weight: float | None = None


class KeyResultLine(NamedTuple):
    """A key result on the table: its measure, who answers for it, who is asked to help, what it supports itself."""

    goal: GoalName
    measure: Measure
    responsible: Who
    helpers: tuple[Helper, ...]
    supports: tuple[GoalName, ...]


class ObjectiveLine(NamedTuple):
    """An objective on the table; `weight` is the effective percent of the sheet, `is_root` needs no support."""

    goal: GoalName
    why: str
    committed: bool
    weight: float
    supports: tuple[GoalName, ...]
    helpers: tuple[Helper, ...]
    key_results: tuple[KeyResultLine, ...]
    is_root: bool


class SheetPart(NamedTuple):
    """One sheet of the meeting; no objectives where there is none yet, or (`is_unreadable`) it could not be read."""

    owner: Who
    objectives: tuple[ObjectiveLine, ...] = ()
    is_there: bool = True
    is_unreadable: bool = False


class Request(NamedTuple):
    """Help that is asked for and that nobody has taken up."""

    goal: GoalName
    who: Who


class Remark(NamedTuple):
    """What a check says about a sheet, with the remedy."""

    owner: Who
    code: str
    message: Bilingual
    remedy: Bilingual


class AlignmentMeeting(NamedTuple):
    """The whole document. `by_count` and `by_weight` are the alignment rate of the sheets, 0..1."""

    owner: Who
    cycle: CycleName
    frozen: date
    due: date | None
    sheets: tuple[SheetPart, ...]
    by_count: float | None
    by_weight: float | None
    requests: tuple[Request, ...]
    unaligned: tuple[GoalName, ...]
    unaligned_people: tuple[Who, ...]
    twins: tuple[tuple[GoalName, GoalName], ...]
    remarks: tuple[Remark, ...]

    @property
    def missing(self) -> tuple[Who, ...]:
        """Whose sheet is not there yet."""
        return tuple(sheet.owner for sheet in self.sheets if not sheet.is_there and not sheet.is_unreadable)

    @property
    def unreadable(self) -> tuple[Who, ...]:
        """Whose sheet is there and cannot be read."""
        return tuple(sheet.owner for sheet in self.sheets if sheet.is_unreadable)

    @property
    def is_empty(self) -> bool:
        """Whether no goal lies on the table, so that nothing can be said of any."""
        return not any(sheet.objectives for sheet in self.sheets)
