"""Which numbers a goal takes in an update, and an example of one as people write it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

from okrctl.alignment.goals import Goal
from okrctl.models.note import Update
from okrctl.models.okr import KeyResult
from okrctl.progress.reported import Reported

_NUMBERS = ("value", "percent", "reached")
_TAKEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"metric": ("value",), "keep": ("value",), "milestones": ("reached",)}
)


def numbers_taken(goal: Goal) -> tuple[str, ...] | None:
    """Which of `value`, `percent` and `reached` a goal takes; None where its own keys contradict each other."""
    key_result = goal.key_result
    if key_result is None:
        return ()
    measures = (key_result.metric is not None) + (key_result.keep is not None) + bool(key_result.milestones)
    if key_result.cascade is not None:
        return None if key_result.cascade == "mean" and measures else ()
    if measures > 1:
        return None
    return _TAKEN.get(key_result.kind, ("percent",))


def unfit_numbers(update: Update, goal: Goal) -> tuple[str, ...]:
    """The keys of an update that its goal does not take (OKR407): what follows from them is no second mistake."""
    written = [name for name, is_written in zip(_NUMBERS, _written(update), strict=True) if is_written]
    taken = numbers_taken(goal) if written else None
    return () if taken is None else tuple(name for name in written if name not in taken)


def _written(update: Update) -> tuple[bool, bool, bool]:
    return update.value is not None, update.percent is not None, bool(update.reached)


def example_number(key_result: KeyResult, updates: Iterable[Reported]) -> str:
    """What a note could write after these updates: `value: 35.5`, halfway where there is a way; `reached: [M2]`."""
    metric, keep = key_result.metric, key_result.keep
    if metric is not None:
        return f"value: {plain(float((Decimal(repr(metric.start)) + Decimal(repr(metric.target))) / 2))}"
    if keep is not None:
        return f"value: {plain(keep.max if keep.min is None else keep.min)}"
    if key_result.milestones:
        missing = first_open(key_result, updates)
        return f"reached: [{missing}]" if missing else "status: done"
    return "percent: 65"


def first_open(key_result: KeyResult, updates: Iterable[Reported]) -> str | None:
    """The id of the first milestone that none of the updates calls reached; None where none is left."""
    reached = {name for each in updates for name in each.update.reached_milestones}
    return next((each.id for each in key_result.milestones if each.id not in reached), None)


def plain(number: float | None) -> str:
    """A number as people write it into a file: 34.5, 5000000; none as 0."""
    shown = f"{Decimal(repr(number or 0)):f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
