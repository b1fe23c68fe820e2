"""What a retrospective says, in no language yet: names, texts and numbers, unrounded."""

from datetime import date
from typing import Literal, NamedTuple

from okrctl.alignment.goals import GoalKey
from okrctl.language import Bilingual
from okrctl.models.calendar import Week
from okrctl.models.okr import KeyResultKind
from okrctl.models.retro import Cause, Difficulty, Effort, NextCycle
from okrctl.progress.course import WeekPoint
from okrctl.progress.scoring import Verdict
from okrctl.reports.weekly.record import CycleName, Who

QuestionKind = Literal["about_seventy", "low", "missed", "watermelon", "far_apart", "moved", "unreported", "too_safe"]


class SelfScore(NamedTuple):
    """What the owner says of one goal: score 0..1, completion as a fraction, and what stands behind them."""

    score: float | None = None
    completion: float | None = None
    difficulty: Difficulty | None = None
    effort: Effort | None = None
    because: str = ""
    cause: Cause | None = None
    next: NextCycle | None = None
    reply: str = ""


class Aim(NamedTuple):
    """What a key result wants: from `start` to `target`, within a band, or `milestones` in number."""

    kind: KeyResultKind
    start: float | None = None
    target: float | None = None
    band: tuple[float | None, float | None] = (None, None)
    unit: str = ""
    milestones: int = 0


class GoalResult(NamedTuple):
    """One goal and what became of it; `owner` is who is responsible for it, `sheet_owner` on whose sheet it stands.

    `progress` and `expected` are fractions of the way by the notes, `weight` percent, `score` 0..1 (of an objective
    its own or the mean of its key results), `said` the owner's entry, `value` the last one reported, `reached` the
    number of milestones; `aim` and `way` are of key results only. `is_missed`: it was committed and is not met.
    """

    key: GoalKey
    title: str
    owner: Who
    sheet_owner: Who
    committed: bool
    weight: float
    progress: float
    expected: float
    has_data: bool
    status: str | None
    computed_status: str | None
    confidence: float | None
    score: float | None
    said: SelfScore
    value: float | None = None
    reached: int = 0
    dropped_on: date | None = None
    is_missed: bool = False
    aim: Aim | None = None
    way: tuple[WeekPoint, ...] = ()

    @property
    def completion(self) -> float:
        """The share of the way: as the owner wrote it, else as the notes add up."""
        return self.progress if self.said.completion is None else self.said.completion


class ObjectiveResult(NamedTuple):
    """An objective with its key results, in the order of the sheet."""

    goal: GoalResult
    key_results: tuple[GoalResult, ...]

    @property
    def goals(self) -> tuple[GoalResult, ...]:
        """The objective, then its key results."""
        return (self.goal, *self.key_results)

    @property
    def judged(self) -> tuple[GoalResult, ...]:
        """The goals that are scored one by one: the living key results; of an objective without any, itself."""
        if self.goal.dropped_on is not None:
            return ()
        living = tuple(one for one in self.key_results if one.dropped_on is None)
        return living if self.key_results else (self.goal,)


class Moved(NamedTuple):
    """One change of a goal after the freeze: what of it, from where to where, who said so, and why.

    `sha` is short, and empty where no commit says it: then only the sheet does (`by` empty), or the change is not
    committed yet (`is_uncommitted`).
    """

    goal: GoalKey
    title: str
    owner: Who
    field: str
    what: Bilingual
    before: Bilingual | None
    after: Bilingual | None
    on: date | None
    by: str = ""
    sha: str = ""
    because: str = ""
    is_uncommitted: bool = False


class RhythmWeek(NamedTuple):
    """Notes in of notes due in one check-in period, named by its last week; in a holiday none is due."""

    week: Week
    notes_in: int
    notes_due: int
    holiday: bool = False


class CauseGroup(NamedTuple):
    """The misses that have one main cause in common; None: no cause was given."""

    cause: Cause | None
    goals: tuple[GoalResult, ...]


class Judgement(NamedTuple):
    """What the mean score of the aspirational goals says about these goals: how bold they were.

    `each` are the scored objectives with their verdicts; `harder`, `expected` and `easier` count their key results.
    """

    mean: float
    verdict: Verdict
    each: tuple[tuple[GoalResult, Verdict], ...]
    harder: int
    expected: int
    easier: int


class Voice(NamedTuple):
    """One member, or a team: the goals of the sheet, and what the retrospective file says in own words."""

    who: Who
    is_team: bool
    objectives: tuple[ObjectiveResult, ...]
    went_well: tuple[str, ...] = ()
    to_improve: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    next_cycle: tuple[str, ...] = ()

    @property
    def goals(self) -> tuple[GoalResult, ...]:
        """Every goal of the sheet."""
        return tuple(goal for objective in self.objectives for goal in objective.goals)

    @property
    def explained(self) -> tuple[GoalResult, ...]:
        """The goals with a word of their own, or of the manager's."""
        return tuple(goal for goal in self.goals if goal.said.because or goal.said.reply)

    @property
    def speaks(self) -> bool:
        """Whether there is anything in own words."""
        return bool(self.went_well or self.to_improve or self.lessons or self.explained)


class Question(NamedTuple):
    """A question to talk through, and the goals at hand that raise it."""

    kind: QuestionKind
    goals: tuple[GoalResult, ...]


class Retrospective(NamedTuple):
    """The whole document of one team or person, with the figures of `day`.

    `frozen` is the day from which on changes are moves, `gap` why some may be missing, `refrozen` that somebody moved
    the freeze when it had passed. `progress` is that of the sheet by the notes, `score` its mean (None where nothing is
    scored, and for a person); `unscored` are its key results without a score; `silent` the owners with a sheet and no
    file of their own yet, `unreadable` those whose file cannot be read.
    """

    owner: Who
    is_team: bool
    cycle: CycleName
    frozen: date
    day: date
    has_sheet: bool
    progress: float
    score: float | None
    unscored: tuple[GoalResult, ...]
    objectives: tuple[ObjectiveResult, ...]
    moves: tuple[Moved, ...]
    gap: Bilingual | None
    refrozen: Bilingual | None
    rhythm: tuple[RhythmWeek, ...]
    misses: tuple[CauseGroup, ...]
    successes: tuple[GoalResult, ...]
    missed: tuple[GoalResult, ...]
    judgement: Judgement | None
    voices: tuple[Voice, ...]
    silent: tuple[Who, ...]
    unreadable: tuple[Who, ...]
    questions: tuple[Question, ...]

    @property
    def is_over(self) -> bool:
        """Whether the cycle has ended, so that nothing of it can change any more."""
        return self.day >= self.cycle.end

    @property
    def goals(self) -> tuple[GoalResult, ...]:
        """The goals of the owner's own sheet."""
        return tuple(goal for objective in self.objectives for goal in objective.goals)

    @property
    def others(self) -> tuple[Voice, ...]:
        """The members and teams below that have a sheet."""
        return tuple(voice for voice in self.voices if voice.objectives and voice.who != self.owner)

    @property
    def speaking(self) -> tuple[Voice, ...]:
        """Those who said something in own words."""
        return tuple(voice for voice in self.voices if voice.speaks)

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to look back on: neither a sheet nor anything that somebody wrote."""
        wrote = any(voice.speaks or voice.next_cycle for voice in self.voices)
        return not (self.has_sheet or self.others or self.unreadable or wrote)

    @property
    def has_committed(self) -> bool:
        """Whether any goal had to be reached."""
        return any(goal.committed and goal.dropped_on is None for voice in self.voices for goal in voice.goals)

    @property
    def to_carry(self) -> tuple[GoalResult, ...]:
        """The goals of the owner's sheet that may live on in the next cycle."""
        return tuple(goal for objective in self.objectives for goal in objective.judged)

    @property
    def is_advised(self) -> bool:
        """Whether anybody wrote advice for the next cycle."""
        return any(voice.next_cycle for voice in self.voices)
