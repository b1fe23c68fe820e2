"""What is known before a note is written: a person's open key results, and what was said about each last."""

from collections.abc import Iterator
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey, Goals, find_goal, goals_of
from okrctl.editing.drafting import Drafting
from okrctl.models.calendar import Week
from okrctl.models.note import Status, Update
from okrctl.models.okr import KeyResult
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey
from okrctl.workspace.todos import Todo, Todos


class Known(NamedTuple):
    """What notes have said about a goal so far: the last of each, and the weeks of the last report and figure."""

    week: Week | None = None
    measured: Week | None = None
    value: float | None = None
    percent: float | None = None
    status: Status | None = None
    confidence: float | None = None
    reached: tuple[str, ...] = ()


class OpenKeyResult(NamedTuple):
    """A key result that a person can report on, by the address he uses for it, and what is known of it."""

    address: str
    record: KeyResult
    known: Known


def open_key_results(drafting: Drafting, person: str, cycle: str, week: Week) -> tuple[OpenKeyResult, ...]:
    """The key results a person answers for or is `with`, neither dropped nor done: own sheet, own, others'."""
    workspace = drafting.workspace
    goals = goals_of(workspace)
    known = _known(drafting, goals, cycle, week)
    found: list[tuple[int, OpenKeyResult]] = []
    for key, goal in goals.items():
        record = goal.key_result
        if record is None or key.cycle != cycle or goal.is_dropped(drafting.today):
            continue
        responsible = record.owner or chart.responsible(workspace, key.owner)
        said = known.get(key, Known())
        if person in (responsible, *record.with_) and said.status != "done":
            rank = 0 if key.owner == person else 1 if responsible == person else 2
            found.append((rank, OpenKeyResult(_address(key, person), record, said)))
    return tuple(one for _, one in sorted(found, key=lambda ranked: ranked[0]))


def open_todos(drafting: Drafting, person: str, cycle: str, week: Week) -> tuple[Todo, ...]:
    """What a person has promised, or was asked for, before `week` and not closed by then; in file order."""
    todos = Todos(drafting.workspace)
    return tuple(
        todo
        for todo in todos.all
        if person in todo.owners
        and todo.key.note.cycle == cycle
        and todo.key.note.week < week
        and not todos.closed_by(todo, week)
    )


def _address(key: GoalKey, person: str) -> str:
    return f"{key.objective}/{key.key_result}" if key.owner == person else key.address()


def _known(drafting: Drafting, goals: Goals, cycle: str, week: Week) -> dict[GoalKey, Known]:
    known: dict[GoalKey, Known] = {}
    for key, at, update in _updates(drafting, goals, cycle):
        if at <= week:
            known[key] = _after(known.get(key, Known()), at, update)
    return known


def _updates(drafting: Drafting, goals: Goals, cycle: str) -> Iterator[tuple[GoalKey, Week, Update]]:
    workspace = drafting.workspace
    for note, placed in sorted(workspace.notes.items()):
        for update in placed.value.updates if note.cycle == cycle else ():
            key = find_goal(workspace, goals, update.kr, SheetKey(note.cycle, note.author))
            if isinstance(key, GoalKey):
                yield key, note.week, update


def _after(known: Known, week: Week, update: Update) -> Known:
    said = {name: getattr(update, name) for name in ("value", "percent", "status", "confidence")}
    reached = (*known.reached, *(one for one in update.reached_milestones if one not in known.reached))
    measured = known.measured if update.value is None and update.percent is None else week
    known = known._replace(week=week, measured=measured, reached=reached)
    return known._replace(**{name: one for name, one in said.items() if one is not None})
