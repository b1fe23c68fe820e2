"""The day from which a change of a goal is a move; whoever moves that day when it has passed does not undo it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from okrctl.history.landing import Landings
from okrctl.history.lineage import Line, Step
from okrctl.history.revisions import ABSENT
from okrctl.history.versions import Versions
from okrctl.workspace.index import FREEZE_AFTER, Cycle


class Freeze(NamedTuple):
    """The freeze that counts, and the step that put a later one in its place when it had passed."""

    day: date
    moved_by: Step | None = None


class Dated(NamedTuple):
    """A cycle as it stands in the folder now, and the life of its `cycle.yaml` (None: it has none here)."""

    cycle: Cycle
    line: Line | None


def freeze_of(dated: Dated, begun: date | None, versions: Versions, landings: Landings) -> Freeze:
    """The freeze as it was when it passed; `begun` is the day on which the first sheet landed (None: none has).

    Until a freeze passes it may be moved as one likes, and to an earlier day always; with no `frozen` written, it is
    the default. Before there are sheets there is nothing to freeze.
    """
    if dated.line is None:
        return Freeze(dated.cycle.frozen)
    steps = dated.line.steps
    versions.fetch({steps[-1].before[0], *(step.after for step in steps[1:])})
    held = _frozen(steps[-1].before[0], dated, versions) or _default(dated.cycle.start)
    moved_by: Step | None = None
    for step, frozen in _written(steps, dated, versions):
        on = landings.of(step.commit).on if step.commit else landings.clock.until
        is_late = on >= held and begun is not None and begun < on
        if not is_late or frozen <= held:
            held, moved_by = min(held, frozen) if is_late else frozen, None
        else:
            moved_by = step
    return Freeze(held, moved_by)


def _written(steps: Sequence[Step], dated: Dated, versions: Versions) -> Iterator[tuple[Step, date]]:
    """The versions that say something else than the one before, oldest first; that of the folder needs no reading."""
    before: date | None = None
    for step in reversed(steps):
        frozen = dated.cycle.frozen if step is steps[0] else _frozen(step.after, dated, versions)
        if frozen is not None and frozen != before:
            yield step, frozen
            before = frozen


def _frozen(blob: str, dated: Dated, versions: Versions) -> date | None:
    """The freeze that a version of `cycle.yaml` means; None where nobody can read it."""
    if blob == ABSENT:
        return _default(dated.cycle.start)
    written = versions.cycle(blob)
    return None if written is None else written.frozen or _default(written.start or dated.cycle.start)


def _default(start: date) -> date:
    return start + FREEZE_AFTER
