"""What changed between two states of a sheet in meaning; comments, order, quotes and layout are none of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from okrctl.history.matching import Pairing, Result, pair_key_results, pair_objectives, plain_words
from okrctl.models.ids import parse_address
from okrctl.models.okr import Keep, KeyResult, Milestone, Objective, ObjectiveKind, Sheet

MoveField = Literal[
    "added",
    "deleted",
    "dropped",
    "renamed",
    "wording",
    "kind",
    "measure",
    "start",
    "target",
    "unit",
    "band",
    "milestones",
    "checkpoints",
    "due",
    "weight",
    "owner",
    "alignment",
    "changed",
]
"""What moved. `renamed`: another id; `measure`: how it is measured; `band`: what `keep` asks for; `changed`: the sheet
says that the goal moved, and nothing else is known."""
Planned = tuple[date, float]
MoveValue = float | str | date | Keep | tuple[str, ...] | tuple[Planned, ...] | tuple[Milestone, ...] | None
"""Numbers for start, target and weight (percent); days for due and dropped; a `Keep` for band; text for wording, kind,
owner (a handle), unit, measure (a `KeyResultKind`), renamed (`O1` or `O1/KR2`), and, of added and deleted, the title;
addresses for alignment; of milestones and checkpoints those that differ. None: there is none."""


class GoalChange(NamedTuple):
    """One change of a goal, by its ids after the change (of a deleted one: before); no key result: the objective."""

    objective: str
    key_result: str
    field: MoveField
    before: MoveValue
    after: MoveValue
    title: str


class Unwritten(NamedTuple):
    """What a sheet means where it says nothing, and by which handles people of then are known now."""

    cycle: str
    owner: str
    lead: str | None = None  # of the team that owns the sheet
    end: date | None = None  # of the cycle
    kind: ObjectiveKind = "aspirational"
    renamed: Mapping[str, str] = MappingProxyType({})

    def now(self, handle: str) -> str:
        """The handle by which somebody is known now."""
        return self.renamed.get(handle, handle)


def changes(before: Sheet | None, after: Sheet | None, unwritten: Unwritten) -> tuple[GoalChange, ...]:
    """The changes of meaning from one state of a sheet to the next (None: no sheet), in the order of the newer one."""
    if before == after:
        return ()
    objectives = pair_objectives(before, after)
    results = pair_key_results(objectives)
    meaning = _Meaning(before, after, unwritten)
    found = [*_of_objectives(objectives, meaning), *_of_results(objectives, results, meaning)]
    places = {(one.id, ""): (i, -1) for i, one in enumerate(after.objectives if after else ())}
    for i, objective in enumerate(after.objectives if after else ()):
        places |= {(objective.id, one.id): (i, j) for j, one in enumerate(objective.key_results)}
    last = (len(places), 0)
    return tuple(sorted(found, key=lambda one: places.get((one.objective, one.key_result), last)))


class _Meaning:
    """What both states of the sheet say without writing it: defaults, shares, addresses in full."""

    def __init__(self, before: Sheet | None, after: Sheet | None, unwritten: Unwritten) -> None:
        self.unwritten = unwritten
        sheets = [sheet.objectives if sheet else () for sheet in (before, after)]
        self._own = [frozenset(objective.id for objective in objectives) for objectives in sheets]
        self._left = [_shares(objectives) for objectives in sheets]

    def owner(self, key_result: KeyResult) -> str:
        """Who is responsible for a key result."""
        default = self.unwritten.lead or self.unwritten.owner
        named = default if key_result.owner is None else self.unwritten.now(key_result.owner)
        return default if named == self.unwritten.owner else named

    def weight(self, side: int, goal: Objective | KeyResult) -> float | None:
        """The weight in percent: as written, or the share of what is left; None of a dropped goal without one."""
        return self._left[side].get(id(goal)) if goal.weight is None else goal.weight

    def alignment(self, side: int, goal: Objective | KeyResult) -> tuple[str, ...]:
        """What a goal supports, by address in full, sorted: the order of an `aligns_to` means nothing."""
        return tuple(sorted({self._in_full(side, text) for text in goal.aligns_to}))

    def _in_full(self, side: int, text: str) -> str:
        address = parse_address(text)
        if address is None:
            return text
        parts = address.parts
        if len(parts) == 1 or (len(parts) == 2 and parts[0] in self._own[side]):
            parts = (self.unwritten.owner, *parts)
        path = "/".join((self.unwritten.now(parts[0]), *parts[1:]))
        return path if address.cycle in (None, self.unwritten.cycle) else f"{address.cycle}:{path}"


def _of_objectives(pairing: Pairing[Objective], meaning: _Meaning) -> Iterator[GoalChange]:
    for old, new in pairing.pairs:
        found = [("renamed", old.id, new.id), *_of_both(old, new, meaning)]
        default = meaning.unwritten.kind
        found.append(("kind", old.kind or default, new.kind or default))
        yield from _told(found, (new.id, "", new.title))
    for new in pairing.added:
        yield GoalChange(new.id, "", "added", None, new.title, new.title)
    for old in pairing.deleted:
        yield GoalChange(old.id, "", "deleted", old.title, None, old.title)


def _of_results(objectives: Pairing[Objective], results: Pairing[Result], meaning: _Meaning) -> Iterator[GoalChange]:
    now = {id(old): new for old, new in objectives.pairs}
    for old, new in results.pairs:
        name = (new.objective.id, new.record.id, new.record.title)
        if now.get(id(old.objective)) is not new.objective or old.record.id != new.record.id:
            yield GoalChange(*name[:2], "renamed", old.path, new.path, name[2])
        found = [*_of_both(old.record, new.record, meaning), *_of_measures(old.record, new.record, meaning)]
        if new.objective.dropped and not old.objective.dropped:
            found = [one for one in found if one[0] != "dropped"]  # said of the objective already
        yield from _told(found, name)
    both = {id(objective) for pair in objectives.pairs for objective in pair}
    for one in results.added:
        if id(one.objective) in both:
            title = one.record.title
            yield GoalChange(one.objective.id, one.record.id, "added", None, title, title)
    for one in results.deleted:
        if id(one.objective) in both:
            title = one.record.title
            yield GoalChange(now[id(one.objective)].id, one.record.id, "deleted", title, None, title)


_Found = tuple[MoveField, MoveValue, MoveValue]


def _told(found: Iterable[_Found], name: tuple[str, str, str]) -> Iterator[GoalChange]:
    objective, key_result, title = name
    for field, before, after in found:
        if before != after:
            yield GoalChange(objective, key_result, field, before, after, title)


def _of_both(old: Objective | KeyResult, new: Objective | KeyResult, meaning: _Meaning) -> Iterator[_Found]:
    """What objectives and key results have in common."""
    yield "dropped", old.dropped.on if old.dropped else None, new.dropped.on if new.dropped else None
    if old.title != new.title and plain_words(old.title) != plain_words(new.title):
        yield "wording", old.title, new.title
    if old.weight != new.weight:
        yield "weight", meaning.weight(0, old), meaning.weight(1, new)
    if old.aligns_to or new.aligns_to:
        yield "alignment", meaning.alignment(0, old), meaning.alignment(1, new)


def _of_measures(old: KeyResult, new: KeyResult, meaning: _Meaning) -> Iterator[_Found]:
    """How a key result is measured, by when, and who answers for it; of another kind there is nothing to compare."""
    yield "measure", old.kind, new.kind
    if old.metric and new.metric:
        yield "start", old.metric.start, new.metric.start
        yield "target", old.metric.target, new.metric.target
        yield "unit", old.metric.unit, new.metric.unit
    if old.keep and new.keep:
        if (old.keep.min, old.keep.max) != (new.keep.min, new.keep.max):
            yield "band", old.keep, new.keep
        yield "unit", old.keep.unit, new.keep.unit
    if old.kind == new.kind:
        yield "milestones", *_differing_milestones(old.milestones, new.milestones)
        yield "checkpoints", *_differing(tuple(old.checkpoints.items()), tuple(new.checkpoints.items()))
    end = meaning.unwritten.end
    yield "due", old.due or end, new.due or end
    yield "owner", meaning.owner(old), meaning.owner(new)


def _differing(
    old: tuple[Planned, ...], new: tuple[Planned, ...]
) -> tuple[tuple[Planned, ...] | None, tuple[Planned, ...] | None]:
    before = tuple(sorted(one for one in old if one not in new))
    after = tuple(sorted(one for one in new if one not in old))
    return before or None, after or None


def _differing_milestones(
    old: Sequence[Milestone], new: Sequence[Milestone]
) -> tuple[tuple[Milestone, ...] | None, tuple[Milestone, ...] | None]:
    olds, news = ({_plain(one) for one in side} for side in (old, new))
    before = tuple(one for one in old if _plain(one) not in news)
    after = tuple(one for one in new if _plain(one) not in olds)
    return before or None, after or None


def _plain(milestone: Milestone) -> tuple[str, str, date | None, float]:
    return milestone.id, plain_words(milestone.title), milestone.due, milestone.weight


def _shares(objectives: Sequence[Objective]) -> dict[int, float]:
    """The share of each goal that names no weight: what is left of 100, divided among those that still count."""
    shares: dict[int, float] = {}
    groups: list[Sequence[Objective | KeyResult]] = [objectives, *(one.key_results for one in objectives)]
    for goals in groups:
        living = [goal for goal in goals if goal.dropped is None]
        silent = [goal for goal in living if goal.weight is None]
        left = max(0.0, 100 - sum(goal.weight or 0 for goal in living))
        shares |= {id(goal): left / len(silent) for goal in silent}
    return shares
