"""To-dos and needs in a report: last week's plan, what is asked of us, and what is still open."""

from collections.abc import Iterator

from okrctl.reports.weekly.record import Task
from okrctl.reports.weekly.scope import Scope
from okrctl.workspace.rhythm import next_meeting
from okrctl.workspace.todos import Todo


def task_of(scope: Scope, todo: Todo) -> Task:
    """A to-do or need as of the week of the report; without a date it is due at the next meeting."""
    note, is_need = todo.key.note, todo.key.kind == "need"
    due = None if is_need else todo.due or next_meeting(scope.cycle, scope.workspace.settings.value.checkin, note.week)
    done = scope.todos.closed_by(todo, scope.period.last)
    return Task(
        reference=str(todo.reference),
        text=scope.text(todo.text),
        owners=scope.everyone(todo.owners),
        asked_by=scope.who(note.author),
        week=note.week,
        due=due,
        done=done,
        overdue=not done and due is not None and due < scope.period.meeting,
        is_need=is_need,
        risk=scope.text(todo.risk),
        is_new=note.week >= scope.period.newest,
    )


def plan_of(scope: Scope) -> tuple[Task, ...]:
    """What was planned for this report: the to-dos of the weeks before, by the members or for them; done ones first."""
    weeks = frozenset(scope.period.planned)
    tasks = [task_of(scope, todo) for todo in _steps(scope) if todo.key.note.week in weeks]
    return tuple(sorted(tasks, key=lambda task: (not task.done, not task.overdue)))


def open_todos(scope: Scope) -> tuple[Task, ...]:
    """What is open of all earlier weeks: overdue first, by date; then support that members asked of others."""
    earlier = [todo for todo in _steps(scope) if todo.key.note.week < scope.period.newest]
    tasks = [task for todo in earlier if not (task := task_of(scope, todo)).done]
    steps = sorted(tasks, key=lambda task: (not task.overdue, task.due is None, task.due, task.week))
    return (*steps, *_asked_of_others(scope))


def needs_of(scope: Scope) -> tuple[Task, ...]:
    """What is asked of us, whoever raised it: open since longest first, then what was settled since the last report."""
    needs = [task_of(scope, todo) for todo in _needs(scope) if _is_for_us(scope, todo)]
    weeks = frozenset(scope.period.weeks)
    closed = {todo.reference for todo in needs if todo.done}
    settled_now = {
        str(todo.reference)
        for todo in _needs(scope)
        if str(todo.reference) in closed and any(key.week in weeks for key in scope.todos.closings.get(todo.key, ()))
    }
    shown = [task for task in needs if not task.done or task.reference in settled_now]
    shown += _asking_risks(scope)
    return tuple(sorted(shown, key=lambda task: (task.done, task.week)))


def _all(scope: Scope) -> Iterator[Todo]:
    """Everything written up to the week of the report, in every overlapping cycle."""
    for todo in scope.todos.all:
        if todo.key.note.week <= scope.period.last and todo.key.note.cycle in scope.cycles:
            yield todo


def _steps(scope: Scope) -> Iterator[Todo]:
    """The next steps that members wrote down or own."""
    members = frozenset(scope.members)
    for todo in _all(scope):
        if todo.key.kind == "next" and (todo.key.note.author in members or not members.isdisjoint(todo.owners)):
            yield todo


def _needs(scope: Scope) -> Iterator[Todo]:
    return (todo for todo in _all(scope) if todo.key.kind == "need")


def _is_for_us(scope: Scope, todo: Todo) -> bool:
    """Whether a need names us; one that names nobody is for the meeting to which its author brings it."""
    if todo.owners:
        return not scope.addressed.isdisjoint(todo.owners)
    return todo.key.note.author in scope.members


def _asked_of_others(scope: Scope) -> Iterator[Task]:
    """Open needs that our members raised in earlier weeks and that others are to meet."""
    for todo in _needs(scope):
        ours = todo.key.note.author in scope.members and todo.key.note.week < scope.period.newest
        if ours and not _is_for_us(scope, todo) and not (task := task_of(scope, todo)).done:
            yield task


def _asking_risks(scope: Scope) -> Iterator[Task]:
    """Risks of these weeks that name us and say no need in words; nothing can close them, so they show once."""
    for key, note in scope.notes.items():
        for report in (*note.value.updates, *note.value.other):
            for risk in report.risks:
                if risk.need is None and not scope.addressed.isdisjoint(risk.from_):
                    asked, by = scope.everyone(risk.from_), scope.who(key.author)
                    yield Task("", "", asked, by, key.week, None, is_need=True, risk=scope.text(risk.risk), is_new=True)
