"""What asks for an answer: items for the lead to settle, needs nobody has met, risks that name somebody."""

from collections.abc import Iterator

from okrctl.alignment.goals import GoalKey, Missing
from okrctl.models.calendar import Week
from okrctl.reports.status.record import AskLine
from okrctl.reports.status.scope import StatusScope
from okrctl.workspace.index import NoteKey, SheetKey
from okrctl.workspace.todos import Todo, Todos

_ORDER = ("escalated", "need", "risk")


def asks_of(scope: StatusScope) -> tuple[AskLine, ...]:
    """Escalated items first, then what is open longest."""
    today = Week.of(scope.figures.day)
    lines = [*_escalated(scope, today), *_needs(scope, today), *_risks(scope, today)]
    return tuple(sorted(lines, key=lambda line: (_ORDER.index(line.kind) > 0, line.week)))


def _needs(scope: StatusScope, today: Week) -> Iterator[AskLine]:
    todos = Todos(scope.workspace)
    for todo in todos.all:
        note = todo.key.note
        if todo.key.kind != "need" or note.week > today or note.cycle not in scope.cycles:
            continue
        if _concerns(scope, note.author, todo.owners) and not todos.closed_by(todo, today):
            yield _need(scope, todo)


def _need(scope: StatusScope, todo: Todo) -> AskLine:
    note = todo.key.note
    key, about = _about(scope, note, todo.goal)
    return AskLine(
        kind="need",
        what=scope.text(todo.text),
        risk=scope.text(todo.risk),
        by=scope.who(note.author),
        of=scope.everyone(todo.owners),
        week=note.week,
        about=about or scope.text(todo.topic),
        key=key,
        reference=str(todo.reference),
    )


def _risks(scope: StatusScope, today: Week) -> Iterator[AskLine]:
    """Risks that name somebody and say no need in words; nothing can close them, so they show while they are new."""
    for key in _new_notes(scope, today):
        note = scope.workspace.notes[key]
        reports = [(report.kr, "", report) for report in note.value.updates]
        for address, topic, report in [*reports, *(("", other.title, other) for other in note.value.other)]:
            for risk in report.risks:
                if risk.need is None and risk.from_ and _concerns(scope, key.author, risk.from_):
                    goal, about = _about(scope, key, address)
                    of, by = scope.everyone(risk.from_), scope.who(key.author)
                    about = about or scope.text(topic)
                    yield AskLine("risk", "", scope.text(risk.risk), by, of, key.week, about, goal, "")


def _escalated(scope: StatusScope, today: Week) -> Iterator[AskLine]:
    for key in _new_notes(scope, today):
        if key.author in scope.whole.people:
            for item in scope.workspace.notes[key].value.other:
                if item.escalate:
                    text, by = scope.text(item.progress), scope.who(key.author)
                    yield AskLine("escalated", text, "", by, (), key.week, scope.text(item.title), None, "")


def _new_notes(scope: StatusScope, today: Week) -> Iterator[NoteKey]:
    """The notes written for the last meeting that has been, or since."""
    since = scope.round[0] if scope.round else Week.of(scope.cycle.start)
    for key in sorted(scope.workspace.notes):
        if key.cycle in scope.cycles and since <= key.week <= today:
            yield key


def _concerns(scope: StatusScope, author: str, asked: tuple[str, ...]) -> bool:
    """Whether it was raised among us, or asks one of us or one of our teams."""
    if scope.team is None:
        return True
    ours = {*scope.whole.people, *(part.handle for part in scope.parts)}
    return author in ours or not ours.isdisjoint(asked)


def _about(scope: StatusScope, note: NoteKey, address: str | None) -> tuple[GoalKey | None, str]:
    """The goal that a note's address means, and its title."""
    found = scope.graph.find(address, SheetKey(note.cycle, note.author)) if address else Missing.GOAL
    if isinstance(found, Missing):
        return None, ""
    return found, scope.text(scope.graph.goals[found].title)
