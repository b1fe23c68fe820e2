"""One entry of a note: as a new one, and as edits of the one that is there."""

from collections.abc import Iterator
from typing import NamedTuple

from okrctl.editing.item_id import item_id
from okrctl.editing.overlap import REPLACED
from okrctl.editing.said import Said, SaidRisk, SaidStep
from okrctl.models.note import Report
from okrctl.source.edit import Add, Append, Edit, Put
from okrctl.source.edit_text import Flow, Value
from okrctl.source.outline import Step

_ORDER = ("kr", "title", "value", "percent", "reached", "status", "confidence", "progress", "risks", "next", "evidence")


class Ids:
    """The ids of one note: gives new ones that differ from all others."""

    def __init__(self, taken: Iterator[str]) -> None:
        self._taken = set(taken)

    def new(self, text: str) -> str:
        """An id for an entry with this text."""
        made = item_id(text, self._taken)
        self._taken.add(made)
        return made


class At(NamedTuple):
    """An entry that is there: the steps to it, its record, and the keys that are written, in order."""

    steps: tuple[Step, ...]
    record: Report
    keys: tuple[str, ...]


def new_entry(said: Said, ids: Ids) -> dict[str, Value]:
    """A new entry of `updates`, in the order of the specification."""
    entry: dict[str, Value] = {"kr": said.kr, **_scalars(said)}
    if said.reached:
        entry["reached"] = Flow(list(said.reached))
    if risks := [_risk(risk, ids) for risk in said.risks]:
        entry["risks"] = risks
    if steps := [step_entry(step, ids) for step in said.next_steps]:
        entry["next"] = steps
    return {name: entry[name] for name in _ORDER if name in entry}


def merged(at: At, said: Said, ids: Ids) -> Iterator[Edit]:
    """The edits by which an entry says this as well: figures are replaced, risks and next steps are added."""
    keys = list(at.keys)
    for name, value in _scalars(said).items():
        yield Put((*at.steps, name), value) if name in keys else _added(at, keys, name, value)
    new = [one for one in said.reached if one not in at.record.reached_milestones]
    if "reached" not in keys and new:
        yield _added(at, keys, "reached", Flow(list(new)))
    elif isinstance(at.record.reached, tuple):
        yield from (Append((*at.steps, "reached"), one) for one in new)
    else:
        yield from (Add((*at.steps, "reached"), one, Flow({})) for one in new)
    yield from appended(at, keys, "risks", [_risk(risk, ids) for risk in said.risks])
    yield from appended(at, keys, "next", [step_entry(step, ids) for step in said.next_steps])


def appended(at: At, keys: list[str], name: str, values: list[Value]) -> Iterator[Edit]:
    """The edits by which values come to the end of a list of an entry, which need not be there; `keys` grows."""
    if not values:
        return
    if name not in keys:
        yield _added(at, keys, name, values)
    elif getattr(at.record, name):
        yield from (Append((*at.steps, name), value) for value in values)
    else:
        yield Put((*at.steps, name), values)


def step_entry(step: SaidStep, ids: Ids) -> Value:
    """A to-do as one line."""
    entry: dict[str, Value] = {"what": step.what}
    if step.owner is not None:
        entry["owner"] = step.owner
    if step.due is not None:
        entry["due"] = step.due
    return Flow({**entry, "id": ids.new(step.what)})


def _risk(risk: SaidRisk, ids: Ids) -> Value:
    """A risk as one line; only a need is ever closed, so only that has an id."""
    entry: dict[str, Value] = {"risk": risk.risk}
    if risk.need is not None:
        entry["need"] = risk.need
    if risk.from_:
        entry["from"] = list[Value](risk.from_)
    if risk.need is not None:
        entry["id"] = ids.new(risk.need)
    return Flow(entry)


def _scalars(said: Said) -> dict[str, Value]:
    given = {name: getattr(said, name) for name in REPLACED}
    return {name: value for name, value in given.items() if value is not None}


def _added(at: At, keys: list[str], name: str, value: Value) -> Add:
    """A new key in its place among those that are there."""
    earlier = [key for key in keys if key in _ORDER and _ORDER.index(key) < _ORDER.index(name)]
    after = earlier[-1] if earlier else None
    keys.insert(keys.index(after) + 1 if after else len(keys), name)
    return Add(at.steps, name, value, after)
