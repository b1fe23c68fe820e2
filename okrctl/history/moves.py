"""Which goals of a cycle moved after the freeze: what, from where to where, by whom, when and why."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from okrctl.alignment.goals import GoalKey
from okrctl.history import gaps
from okrctl.history.changes import GoalChange, MoveField, MoveValue, Unwritten, changes
from okrctl.history.landing import Clock
from okrctl.history.lineage import Line, Step
from okrctl.history.past import Past, Source, past_of
from okrctl.history.reasons import Brought, Silent, Spare, brought, said_on, served
from okrctl.history.revisions import ABSENT
from okrctl.history.versions import OnDisk, owner_of, sheets_on_disk
from okrctl.language import Bilingual
from okrctl.models.okr import ObjectiveKind, Sheet
from okrctl.workspace import chart
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.index import Cycle, Workspace


class Asked(NamedTuple):
    """Whose goals of which cycle (None: everybody's), up to which day, and what their sheets mean unsaid.

    `has_cycle`: whether the cycle's dates come from this workspace, not from one that it includes or is included by.
    """

    cycle: Cycle
    owners: frozenset[str] | None
    until: date
    timezone: str | None = None
    kind: ObjectiveKind = "aspirational"
    leads: Mapping[str, str] = MappingProxyType({})
    has_cycle: bool = True


class CommitName(NamedTuple):
    """A commit as people name it: sha in full, author as `.mailmap` has him, and the day on which it landed."""

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


class Refrozen(NamedTuple):
    """The freeze was moved to a later day when it had passed, which undoes nothing; no commit: not committed yet."""

    before: date
    after: date
    commit: CommitName | None


class Moves(NamedTuple):
    """The moves in the order in which they came about, and why some may be missing (None: none are).

    `frozen` is the day from which on changes are moves, where git tells another than the cycle does.
    """

    moves: tuple[GoalMove, ...]
    gap: Bilingual | None
    frozen: date | None = None
    refrozen: Refrozen | None = None


def moves_of(workspace: Workspace, cycle: Cycle, owners: frozenset[str] | None, until: date) -> Moves:
    """The moves of a workspace and of those that it includes, each from its own repository."""
    settings = workspace.settings.value
    leads = {team: lead for team in workspace.teams if (lead := chart.lead_of(workspace, team)) is not None}
    asked = Asked(cycle, owners, until, settings.timezone, settings.default_kind, MappingProxyType(leads))
    folders = [files for files in workspace.sources if isinstance(files, DiskFiles)]
    dated = next((files for files in folders if files.exists(f"cycles/{cycle.id}/cycle.yaml")), None)
    found: dict[Path, Moves] = {}
    for files in sorted(folders, key=lambda one: one is not dated):  # the one whose freeze holds for all of them first
        one = goal_moves(files.root, asked._replace(has_cycle=files is dated))
        found[files.root] = one
        asked = asked._replace(cycle=asked.cycle._replace(frozen=one.frozen or asked.cycle.frozen))
    silent: list[Bilingual] = []
    for number, files in enumerate(folders):
        gap = found[files.root].gap
        if gap is not None and sheets_on_disk(files.root, cycle.id).of(owners).contents:
            silent.append(gaps.elsewhere(files.root.resolve().name, gap) if number else gap)
    moves = tuple(move for files in folders for move in found[files.root].moves)
    freeze = found[dated.root] if dated else Moves((), None)
    return Moves(moves, silent[0] if silent else None, freeze.frozen, freeze.refrozen)


def goal_moves(root: Path, asked: Asked) -> Moves:
    """The moves of the goals in the workspace at `root` from the freeze to `asked.until`, and what is not committed.

    A commit counts by the day on which it landed, in the workspace's time zone; what a merge did not take is left
    out. Without git, what the sheets themselves say with `changed` and `dropped`.
    """
    disk = sheets_on_disk(root, asked.cycle.id)
    clock = Clock(asked.until, ZoneInfo(asked.timezone) if asked.timezone else None)
    past = past_of(Source(root, disk, asked.has_cycle), asked.cycle, clock)
    if isinstance(past, Bilingual):
        return Moves((), None) if asked.until < asked.cycle.frozen else Moves(_unseen(disk, asked, ()), past)
    refrozen = _refrozen(past, asked.cycle)
    frozen = past.freeze.day
    asked = asked._replace(cycle=asked.cycle._replace(frozen=frozen))
    if asked.until < frozen:
        return Moves((), None, frozen, refrozen)
    told = _Telling(past, asked).moves()
    return Moves((*(_unseen(disk, asked, told) if past.gap else ()), *told), past.gap, frozen, refrozen)


class _UnknownStateError(Exception):
    """No version of a sheet up to here could be read, so nothing can be said to have moved."""


class _Telling:
    """Turns the steps of the lines into moves of goals."""

    def __init__(self, past: Past, asked: Asked) -> None:
        self._past = past
        self._asked = asked
        self._steps: dict[CommitName | None, Step] = {}

    def moves(self) -> tuple[GoalMove, ...]:
        """All moves, in the order in which they came about."""
        versions = self._past.versions
        steps = [
            (-step.number, owner_of(line.path), line, step)
            for line in self._past.lines
            if any(self._is_told(line, step) for step in line.steps)
            for step in line.steps
            if self._is_told(line, step) or versions.speaks(step.after)
        ]
        steps.sort(key=lambda one: one[:2])
        return self._with_reasons(
            by_todays_ids(move for _, owner, line, step in steps for move in self._of_step(owner, line, step))
        )

    def _with_reasons(self, told: Iterable[GoalMove]) -> tuple[GoalMove, ...]:
        """Gives entries that came without a move to moves that came without a reason; another id needs none."""
        moves, spare = [], []
        for move in told:
            if move.field == "changed" and isinstance(move.after, date):
                spare.append(Spare(move.key, move.after, move.because or ""))
            else:
                moves.append(move)
        silent = [number for number, move in enumerate(moves) if not move.because and move.field != "renamed"]
        if spare and silent:
            found = [moves[one] for one in silent]
            asking = [Silent(one.key, one.commit.sha if one.commit else "", self._days(one.commit)) for one in found]
            for number, because in served(asking, spare).items():
                moves[silent[number]] = found[number]._replace(because=because)
        return tuple(moves)

    def _is_told(self, line: Line, step: Step) -> bool:
        if self._asked.owners is not None and owner_of(line.path) not in self._asked.owners:
            return False
        if step.commit is None:
            return True
        day = self._past.landings.of(step.commit).on
        return self._asked.cycle.frozen <= day <= self._asked.until and step.commit.sha not in self._past.begun

    def _of_step(self, owner: str, line: Line, step: Step) -> Iterator[GoalMove]:
        """The moves of a step that is told; of any, as `changed`, the entries that came without a move."""
        after = None if step.after == ABSENT else self._past.versions.sheet(step.after)
        if after is None and step.after != ABSENT:
            return  # nobody could read it: the next version that can be read tells what became of it
        try:
            sides = [self._state(line, step.number, blob) for blob in step.before]
        except _UnknownStateError:
            return
        is_told = self._is_told(line, step)
        said = brought(sides, after) if self._past.versions.speaks(step.after) else Brought()
        found = self._common(owner, sides, after) if is_told or (said.new and any(sides)) else ()
        commit = _name(step, self._past)
        self._steps[commit] = step
        for change in found if is_told else ():
            key = GoalKey(self._asked.cycle.id, owner, change.objective, change.key_result)
            because = said.reason(change, after, self._days(commit) if said.new or said.reworded else ())
            yield GoalMove(key, change.field, change.before, change.after, change.title, commit, because)
        for one in said.left(found):
            key = GoalKey(self._asked.cycle.id, owner, one.objective, one.key_result)
            yield GoalMove(key, "changed", None, one.on, one.title, commit, one.because)

    def _days(self, commit: CommitName | None) -> tuple[date, ...]:
        """The days on which a commit was written and landed; of what is not committed, the last that matters."""
        step = self._steps[commit]
        written = (self._past.landings.clock.day(step.commit.time),) if step.commit else ()
        return (*written, commit.on if commit else self._asked.until)

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


def _name(step: Step, past: Past) -> CommitName | None:
    if step.commit is None:
        return None
    landed = past.landings.of(step.commit)
    on = landed.on if landed.said < past.freeze.day else landed.said
    return CommitName(step.commit.sha, step.commit.author, step.commit.email, on)


def _refrozen(past: Past, cycle: Cycle) -> Refrozen | None:
    step = past.freeze.moved_by
    return Refrozen(past.freeze.day, cycle.frozen, _name(step, past)) if step else None


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
    known = [(key, move.because) for move in told if move.because for key in {move.key, move.key.of_objective}]
    found: list[tuple[date, GoalMove]] = []
    for owner, sheet in disk.of(asked.owners).speaking().items():
        for said in said_on(sheet):
            key = GoalKey(asked.cycle.id, owner, said.objective, said.key_result)
            is_told = any(one == key and said.because in because for one, because in known)
            if asked.cycle.frozen <= said.on <= asked.until and not is_told:
                field: MoveField = "dropped" if said.dropped else "changed"
                after = said.on if said.dropped else None
                found.append((said.on, GoalMove(key, field, None, after, said.title, None, said.because)))
    return tuple(move for _, move in sorted(found, key=lambda one: (one[0], one[1].key)))
