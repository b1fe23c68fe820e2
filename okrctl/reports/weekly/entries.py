"""From notes to entries: what one person said about one thing, with its risks, next steps and evidence."""

from collections.abc import Iterator, Mapping
from posixpath import dirname, normpath
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey, Missing
from okrctl.models.note import Note, Other, Report, Update
from okrctl.models.note import Reached as ReachedInNote
from okrctl.reports.templating import is_link
from okrctl.reports.weekly.record import Entry, Evidence, Hindrance, Reached
from okrctl.reports.weekly.scope import Scope
from okrctl.reports.weekly.tasks import task_of
from okrctl.source.outline import Step
from okrctl.workspace.index import NoteKey, Placed, SheetKey
from okrctl.workspace.todos import Todo, todos_of


def updates_of(scope: Scope) -> Iterator[tuple[GoalKey | None, Entry]]:
    """Every update of the weeks of the report with the goal it is about (None: its address names none)."""
    for key, note in scope.notes.items():
        todos = _by_place(key, note)
        for number, update in enumerate(note.value.updates):
            found = scope.graph.find(update.kr, SheetKey(key.cycle, key.author))
            goal = None if isinstance(found, Missing) else found
            yield goal, _entry(scope, _Source(key, note, ("updates", number), todos), update, goal)


def others_of(scope: Scope) -> Iterator[Entry]:
    """What the members said beside the goals."""
    for key, note in scope.notes.items():
        if key.author in scope.members:
            todos = _by_place(key, note)
            for number, item in enumerate(note.value.other):
                yield _entry(scope, _Source(key, note, ("other", number), todos), item, None)


class _Source(NamedTuple):
    """Where an entry comes from: the note, the steps to the report in it, and the note's to-dos by their steps."""

    key: NoteKey
    note: Placed[Note]
    steps: tuple[Step, ...]
    todos: Mapping[tuple[Step, ...], Todo]


def _by_place(key: NoteKey, note: Placed[Note]) -> dict[tuple[Step, ...], Todo]:
    return {todo.place.steps: todo for todo in todos_of(key, note)}


def _entry(scope: Scope, source: _Source, report: Update | Other, goal: GoalKey | None) -> Entry:
    line = scope.line(goal) if goal else None
    title = "" if line else report.kr if isinstance(report, Update) else report.title
    return Entry(
        who=scope.who(source.key.author),
        week=source.key.week,
        goal=line,
        title=scope.text(title),
        is_own=False,
        value=report.value,
        percent=report.percent,
        status=report.status,
        confidence=report.confidence,
        progress=scope.text(report.progress),
        reached=tuple(_reached(scope, goal, name, how) for name, how in report.reached_milestones.items()),
        risks=_risks(scope, source, report),
        next=tuple(task_of(scope, source.todos[(*source.steps, "next", number)]) for number in range(len(report.next))),
        evidence=tuple(_evidence(source, written) for written in report.evidence),
        escalate=isinstance(report, Other) and report.escalate,
    )


def _risks(scope: Scope, source: _Source, report: Report) -> tuple[Hindrance, ...]:
    found: list[Hindrance] = []
    for number, risk in enumerate(report.risks):
        todo = source.todos.get((*source.steps, "risks", number))
        closed = todo is not None and scope.todos.closed_by(todo, scope.period.last)
        asked = scope.everyone(risk.from_)
        found.append(Hindrance(scope.text(risk.risk), scope.text(risk.need), asked, closed))
    return tuple(found)


def _reached(scope: Scope, goal: GoalKey | None, name: str, how: ReachedInNote) -> Reached:
    key_result = scope.graph.goals[goal].key_result if goal else None
    titles = {milestone.id: milestone.title for milestone in key_result.milestones} if key_result else {}
    return Reached(name, scope.text(titles.get(name)), how.on, scope.text(how.quality))


def _evidence(source: _Source, written: str) -> Evidence:
    if is_link(written):
        return Evidence(written, written)
    folder = dirname(source.note.place.document.path)
    path = normpath(f"{folder}/{written}")
    # Only what lies beside the note is a file of ours; `javascript:` and the like stay words.
    if not path.startswith(f"{folder}/") or ":" in written.split("/", 1)[0]:
        return Evidence(written, "")
    return Evidence(written.rsplit("/", 1)[-1], path, is_file=True)
