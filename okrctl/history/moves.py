"""Which goals of a cycle moved after the freeze: what, from where to where, by whom, when and why."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from okrctl.alignment.goals import GoalKey
from okrctl.history import gaps
from okrctl.history.changes import GoalChange, MoveField, MoveValue, Unwritten, changes
from okrctl.history.lineage import Line, Step
from okrctl.history.past import Past, past_of
from okrctl.history.reasons import reason, said_on
from okrctl.history.revisions import ABSENT
from okrctl.history.versions import OnDisk, owner_of, sheets_on_disk
from okrctl.language import Bilingual
from okrctl.models.okr import ObjectiveKind, Sheet
from okrctl.workspace import chart
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.index import Cycle, Workspace


class Asked(NamedTuple):
    """Whose goals of which cycle (None: everybody's), up to which day, and what their sheets mean unsaid."""

    cycle: Cycle
    owners: frozenset[str] | None
    until: date
    timezone: str | None = None
    kind: ObjectiveKind = "aspirational"
    leads: Mapping[str, str] = MappingProxyType({})


class CommitName(NamedTuple):
    """A commit as people name it: sha in full, author as `.mailmap` has him, and the day he wrote it."""

    sha: str
    author: str
    email: str
    on: date


class GoalMove(NamedTuple):
    """One thing about one goal that moved; without a commit it is not committed yet, or only the sheet says it."""

    key: GoalKey
    field: MoveField
    before: MoveValue
    after: MoveValue
    title: str
    commit: CommitName | None
    because: str | None


class Moves(NamedTuple):
    """The moves in the order in which they came about, and why some may be missing (None: none are)."""

    moves: tuple[GoalMove, ...]
    gap: Bilingual | None


def moves_of(workspace: Workspace, cycle: Cycle, owners: frozenset[str] | None, until: date) -> Moves:
    """The moves of a workspace and of those that it includes, each from its own repository."""
    settings = workspace.settings.value
    leads = {team: lead for team in workspace.teams if (lead := chart.lead_of(workspace, team)) is not None}
    asked = Asked(cycle, owners, until, settings.timezone, settings.default_kind, MappingProxyType(leads))
    moves: list[GoalMove] = []
    silent: list[Bilingual] = []
    for number, files in enumerate(workspace.sources):
        if isinstance(files, DiskFiles):
            found, gap = goal_moves(files.root, asked)
            moves.extend(found)
            if gap is not None and sheets_on_disk(files.root, cycle.id).of(owners).contents:
                silent.append(gaps.elsewhere(files.root.resolve().name, gap) if number else gap)
    return Moves(tuple(moves), silent[0] if silent else None)


def goal_moves(root: Path, asked: Asked) -> Moves:
    """The moves of the goals in the workspace at `root` from the freeze to `asked.until`, and what is not committed.

    A commit counts by the day on which its author wrote it, in the workspace's time zone; what a merge did not take
    is left out. Without git, what the sheets themselves say with `changed` and `dropped`.
    """
    if asked.until < asked.cycle.frozen:
        return Moves((), None)
    disk = sheets_on_disk(root, asked.cycle.id)
    zone = ZoneInfo(asked.timezone) if asked.timezone else None
    past = past_of(root, asked.cycle, disk, lambda commit: _day(commit.time, zone))
    if isinstance(past, Bilingual):
        return Moves(_unseen(disk, asked, ()), past)
    told = _Telling(past, asked, zone).moves()
    return Moves((*(_unseen(disk, asked, told) if past.gap else ()), *told), past.gap)


class _UnknownStateError(Exception):
    """No version of a sheet up to here could be read, so nothing can be said to have moved."""


class _Telling:
    """Turns the steps of the lines into moves of goals."""

    def __init__(self, past: Past, asked: Asked, zone: ZoneInfo | None) -> None:
        self._past = past
        self._asked = asked
        self._zone = zone

    def moves(self) -> tuple[GoalMove, ...]:
        """All moves, in the order in which they came about."""
        steps = [
            (-step.number, owner_of(line.path), line, step)
            for line in self._past.lines
            for step in line.steps
            if self._is_told(line, step)
        ]
        steps.sort(key=lambda one: one[:2])
        told = tuple(move for _, owner, line, step in steps for move in self._of_step(owner, line, step))
        return by_todays_ids(told)

    def _is_told(self, line: Line, step: Step) -> bool:
        if self._asked.owners is not None and owner_of(line.path) not in self._asked.owners:
            return False
        if step.commit is None:
            return True
        day = _day(step.commit.time, self._zone)
        return self._asked.cycle.frozen <= day <= self._asked.until and step.commit.sha not in self._past.begun

    def _of_step(self, owner: str, line: Line, step: Step) -> Iterator[GoalMove]:
        after = None if step.after == ABSENT else self._past.versions.sheet(step.after)
        if after is None and step.after != ABSENT:
            return  # nobody could read it: the next version that can be read tells what became of it
        try:
            sides = [self._state(line, step.number, blob) for blob in step.before]
        except _UnknownStateError:
            return
        commit = self._name(step)
        latest = None if line.steps[0].after == ABSENT else self._past.versions.sheet(line.steps[0].after)
        for change in self._common(owner, sides, after):
            key = GoalKey(self._asked.cycle.id, owner, change.objective, change.key_result)
            because = reason(change, (sides[0], after, latest), commit.on if commit else self._asked.until)
            yield GoalMove(key, change.field, change.before, change.after, change.title, commit, because)

    def _state(self, line: Line, number: int, blob: str) -> Sheet | None:
        """The sheet in a blob before the step `number`; where nobody could read it, the last version that one could."""
        while blob != ABSENT:
            sheet = self._past.versions.sheet(blob)
            if sheet is not None:
                return sheet
            made = next((step for step in line.steps if step.number > number and step.after == blob), None)
            if made is None or (made.before[0] == ABSENT and not self._is_told(line, made)):
                raise _UnknownStateError
            number, blob = made.number, made.before[0]
        return None

    def _common(self, owner: str, sides: Iterable[Sheet | None], after: Sheet | None) -> tuple[GoalChange, ...]:
        """What changed; of a merge what no parent had, for the rest is told where it happened."""
        cycle = self._asked.cycle
        lead = self._asked.leads.get(owner)
        unwritten = Unwritten(cycle.id, owner, lead, cycle.end, self._asked.kind, self._past.renamed)
        first, *others = (changes(before, after, unwritten) for before in sides)
        names = [{one._replace(before=None) for one in other} for other in others]
        return tuple(one for one in first if all(one._replace(before=None) in other for other in names))

    def _name(self, step: Step) -> CommitName | None:
        if step.commit is None:
            return None
        return CommitName(step.commit.sha, step.commit.author, step.commit.email, _day(step.commit.time, self._zone))


def by_todays_ids(moves: Iterable[GoalMove]) -> tuple[GoalMove, ...]:
    """The same moves, with goals named by the ids they have after the last of them."""
    told: list[GoalMove] = []
    for _, group in groupby(moves, key=lambda move: (move.commit, move.key.owner)):
        together = list(group)
        renames = {(move.key.owner, str(move.before)): move.key for move in together if move.field == "renamed"}
        if renames:
            told = [move._replace(key=_renamed(move.key, renames)) for move in told]
        told.extend(together)
    return tuple(told)


def _renamed(key: GoalKey, renames: Mapping[tuple[str, str], GoalKey]) -> GoalKey:
    objective = renames.get((key.owner, key.objective), key.of_objective)
    own = renames.get((key.owner, f"{key.objective}/{key.key_result}"))
    return own or objective._replace(key_result=key.key_result)


def _unseen(disk: OnDisk, asked: Asked, told: Iterable[GoalMove]) -> tuple[GoalMove, ...]:
    """What sheets say of goals that moved after the freeze and that no commit was seen to do, by day."""
    known = {(move.key, move.because) for move in told}
    found: list[tuple[date, GoalMove]] = []
    for owner, sheet in disk.of(asked.owners).speaking().items():
        for said in said_on(sheet):
            key = GoalKey(asked.cycle.id, owner, said.objective, said.key_result)
            if asked.cycle.frozen <= said.on <= asked.until and (key, said.because) not in known:
                field: MoveField = "dropped" if said.dropped else "changed"
                after = said.on if said.dropped else None
                found.append((said.on, GoalMove(key, field, None, after, said.title, None, said.because)))
    return tuple(move for _, move in sorted(found, key=lambda one: (one[0], one[1].key)))


def _day(time: int, zone: ZoneInfo | None) -> date:
    """The day of a Unix time in a time zone (None: the machine's); beyond Python's calendar its first or last day."""
    try:
        return datetime.fromtimestamp(time, UTC).astimezone(zone).date()
    except (OverflowError, OSError, ValueError):
        return date.min if time < 0 else date.max
