"""What the board says, in no language yet: names, texts and numbers, unrounded."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from okrctl.alignment.goals import GoalKey
from okrctl.models.calendar import Week
from okrctl.models.note import Status
from okrctl.progress.alignment_rate import AlignmentRate
from okrctl.progress.pace import ComputedStatus, contradicted
from okrctl.progress.trend import Forecast

Reason = Literal["past_due", "off_track", "reported_off_track", "stale", "at_risk"]
"""Why a key result needs help: due and not reached, far behind plan, called off track by its owner, or silent.

`at_risk`, by the numbers or by its owner's word, is the only reason of one that is about to need help.
"""
AskKind = Literal["escalated", "need", "risk"]
ListName = Literal["late", "stale", "missing"]

REASONS: tuple[Reason, ...] = ("off_track", "past_due", "reported_off_track", "stale", "at_risk")
LATE: frozenset[Reason] = frozenset({"off_track", "past_due"})


class Who(NamedTuple):
    """A person or team: the handle, the name that reports use, and the first e-mail address (empty for none)."""

    handle: str
    name: str
    email: str = ""


class CycleName(NamedTuple):
    """A cycle as a heading names it."""

    id: str
    title: str
    start: date
    end: date


class Computed(NamedTuple):
    """Key results by computed status; one of which nobody reported anything yet is `no_data` and nothing else."""

    on_track: int = 0
    at_risk: int = 0
    off_track: int = 0
    stale: int = 0
    no_data: int = 0


class Told(NamedTuple):
    """Key results by the status last reported; `none` counts those whose owner said none."""

    on_track: int = 0
    at_risk: int = 0
    off_track: int = 0
    done: int = 0
    paused: int = 0
    none: int = 0


class Standing(NamedTuple):
    """How far one sheet has come: fractions, confidence 0..10 or None, and without how many key results' data.

    `is_asked`: whether a note was due yet; before that nobody lags behind.
    """

    progress: float
    expected: float
    gap: float
    confidence: float | None
    without_data: int = 0
    is_asked: bool = True

    @property
    def planned(self) -> float:
        """What a bar shows as the plan: none ahead of the progress as long as nothing is due."""
        return self.expected if self.is_asked else self.progress


class Notes(NamedTuple):
    """The notes of the last check-in period whose meeting has been: None where there was none yet.

    `notes_due` leaves out who is away; a note that cannot be read is due, and neither in nor missing.
    """

    week: Week | None
    notes_in: int = 0
    notes_due: int = 0
    missing: tuple[Who, ...] = ()
    unreadable: tuple[Who, ...] = ()
    away: tuple[Who, ...] = ()


class TeamLine(NamedTuple):
    """One team with everything below it; `standing` is of its own sheet, None where it has none that counts.

    `is_unreadable`: its sheet is there and could not be read.

    `trend` has the confidence of its sheet at the end of each week of the board, None as long as nobody said any.
    """

    who: Who
    depth: int
    standing: Standing | None
    trend: tuple[float | None, ...]
    computed: Computed
    told: Told
    notes: Notes
    rate: AlignmentRate
    is_unreadable: bool = False


class Aim(NamedTuple):
    """What a key result is measured by: its value now, target or band, and where it will end as it goes.

    A plain one is measured in percent; milestones and cascading means have no values of their own. The forecast is
    held to what can be (`possible.py`), other than that of `Figures`.
    """

    current: float | None = None
    target: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    forecast: Forecast | None = None


class Kept(NamedTuple):
    """In how many of the weeks that were reported a value lay inside its band; `all` is never 0."""

    inside: int
    all: int


class HelpLine(NamedTuple):
    """A key result that needs help, or is about to; `progress`, `expected`, `gap` fractions, `confidence` 0..10.

    `weight` is in percent. `days` are those since the Sunday of the last report's week, None where there is none;
    `silent` counts them, or those since the start, without holidays and days away: after so many a key result is
    stale. `kept` is None for one without a band, and before its first value.
    """

    key: GoalKey
    title: str
    owner: Who
    committed: bool
    progress: float
    expected: float
    gap: float
    weight: float
    confidence: float | None
    status: Status | None
    computed_status: ComputedStatus | None
    has_data: bool
    last: Week | None
    days: int | None
    silent: int
    due: date
    reasons: tuple[Reason, ...]
    aim: Aim
    kept: Kept | None = None

    @property
    def worst(self) -> Reason:
        """The first of the reasons, the worst."""
        return self.reasons[0]

    @property
    def is_late(self) -> bool:
        """Whether it lags far behind its plan, or was due and is not reached."""
        return not LATE.isdisjoint(self.reasons)

    @property
    def is_stale(self) -> bool:
        """Whether nobody has reported on it for too long."""
        return "stale" in self.reasons

    @property
    def differs(self) -> bool:
        """Whether its owner says something else than the numbers do; being silent is no matter of numbers."""
        return self.has_data and contradicted(self.status, self.computed_status) not in (None, "stale")


class AskLine(NamedTuple):
    """Something that asks for an answer: an open need, a risk that names somebody, or an escalated item.

    `what` is empty for a risk that says no need in words; `week` is when it was raised.
    """

    kind: AskKind
    what: str
    risk: str
    by: Who
    of: tuple[Who, ...]
    week: Week
    about: str
    key: GoalKey | None
    reference: str


class Unreported(NamedTuple):
    """Somebody who answers for so many key results that nobody has reported on, and is not behind with them yet."""

    who: Who
    goals: int


class Board(NamedTuple):
    """The whole board. `total` is the company's or team's own line, `teams` begin with it; lists are worst first.

    `risk` are the key results about to need help; `first_due` is the week of the first notes of the cycle as long as
    none was due and nobody has written any.
    """

    cycle: CycleName
    day: date
    elapsed: float
    weeks: tuple[Week, ...]
    team: str | None
    total: TeamLine
    teams: tuple[TeamLine, ...]
    help: tuple[HelpLine, ...]
    risk: tuple[HelpLine, ...]
    unreported: tuple[Unreported, ...]
    first_due: Week | None
    asks: tuple[AskLine, ...]

    @property
    def is_unreported(self) -> bool:
        """Whether there are key results, and nobody has reported on any."""
        return bool(self.unreported) and self.total.computed.no_data == sum(self.total.computed)


class Reminder(NamedTuple):
    """One person to be reminded: a note missing for a week, key results that are late, and stale ones."""

    who: Who
    week: Week | None
    late: tuple[HelpLine, ...]
    stale: tuple[HelpLine, ...]


class Reminders(NamedTuple):
    """The people of the lists asked for, by handle."""

    cycle: str
    day: date
    team: str | None
    people: tuple[Reminder, ...]


class Tally(NamedTuple):
    """So many of so many sheets; `late` where some are left and the cycle's day for it has passed."""

    done: int
    all: int
    late: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether none is left."""
        return self.done >= self.all


class Stages(NamedTuple):
    """How far the sheets of a team and those below it have come; None where nothing of the kind is asked for."""

    ready: Tally
    approved: Tally | None
    aligned: Tally | None
    reported: Tally
    scored: Tally
    looked_back: Tally


class RolloutLine(NamedTuple):
    """One team with everything below it."""

    who: Who
    depth: int
    stages: Stages


class Newcomer(NamedTuple):
    """Somebody who joined lately and has no sheet in the cycle."""

    who: Who
    team: str
    joined: date


class Rollout(NamedTuple):
    """How far the cycle has come, team by team; `due` has the days of its stages as far as the cycle names them."""

    cycle: CycleName
    day: date
    team: str | None
    name: str
    due: Mapping[str, date]
    teams: tuple[RolloutLine, ...]
    without: tuple[Who, ...]
    newcomers: tuple[Newcomer, ...]
