"""From the notes to the list of what is open."""

from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey
from okrctl.alignment.graph import Graph
from okrctl.models.calendar import Week
from okrctl.progress.alignment_rate import owners_below
from okrctl.reports.todo.record import OpenTodo, TodoList, Who
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey, Workspace
from okrctl.workspace.mentions import names_of, with_names
from okrctl.workspace.rhythm import next_meeting
from okrctl.workspace.todos import Todo, Todos


class TodoWish(NamedTuple):
    """Whose to-dos, seen from which cycle, on which day; all that is open, or only what is overdue."""

    owner: str
    cycle: str
    today: date
    only_overdue: bool = False


def build_todos(graph: Graph, wish: TodoWish) -> TodoList:
    """The open to-dos and needs of a person, or of a team and all below it."""
    workspace = graph.workspace
    todos, meant = Todos(workspace), meant_by(workspace, wish.owner)
    cycles = {cycle.id for cycle in workspace.overlapping(wish.cycle)}
    week = Week.of(wish.today)
    found = [
        _entry(graph, todos, todo, wish)
        for todo in todos.all
        if todo.key.note.cycle in cycles
        and todo.key.note.week <= week
        and _concerns(todo, meant)
        and not todos.closed_by(todo, week)
    ]
    kept = [one for one in found if one.is_overdue or not wish.only_overdue]
    ordered = sorted(kept, key=lambda one: (not one.is_overdue, one.due is None, one.due or wish.today, one.week))
    owner = Who(wish.owner, workspace.name_of(wish.owner))
    return TodoList(owner, wish.cycle, wish.today, wish.only_overdue, tuple(ordered))


def meant_by(workspace: Workspace, owner: str) -> frozenset[str]:
    """The handles by which something is meant for a person (himself, teams he leads) or a team (all of it)."""
    if owner not in workspace.teams:
        return frozenset((owner, *chart.teams_led_by(workspace, owner)))
    below = owners_below(workspace, owner)
    return below | {person for team in below & workspace.teams.keys() for person in chart.members(workspace, team)}


def reference_of(todos: Todos, todo: Todo, cycle: str) -> str:
    """What closes a to-do from a note of `cycle`; with its own cycle before it where another would be meant."""
    found = todos.find(str(todo.reference), cycle)
    same = isinstance(found, Todo) and found.key == todo.key
    return str(todo.reference) if same else f"{todo.key.note.cycle}:{todo.reference}"


def _concerns(todo: Todo, meant: frozenset[str]) -> bool:
    """Whether it is theirs; a need that asks nobody by name is its author's to bring to the meeting."""
    return not meant.isdisjoint(todo.owners or (todo.key.note.author,))


def _entry(graph: Graph, todos: Todos, todo: Todo, wish: TodoWish) -> OpenTodo:
    workspace, note = graph.workspace, todo.key.note
    names = names_of(workspace)
    is_need = todo.key.kind == "need"
    is_over = workspace.cycles[note.cycle].end < wish.today  # `todo done` looks from today's cycle
    checkin = workspace.settings.value.checkin
    due = None if is_need else todo.due or next_meeting(workspace.cycles[note.cycle], checkin, note.week)
    goal = graph.find(todo.goal, SheetKey(note.cycle, note.author)) if todo.goal else None
    return OpenTodo(
        reference=f"{note.cycle}:{todo.reference}" if is_over else reference_of(todos, todo, wish.cycle),
        kind=todo.key.kind,
        text=with_names(todo.text, names, workspace),
        owners=tuple(Who(handle, workspace.name_of(handle)) for handle in dict.fromkeys(todo.owners)),
        author=Who(note.author, workspace.name_of(note.author)),
        week=note.week,
        cycle=note.cycle,
        due=due,
        is_overdue=due is not None and due < wish.today,
        goal=goal.address(wish.cycle) if isinstance(goal, GoalKey) else todo.goal,
        topic=with_names(todo.topic, names, workspace),
        risk=with_names(todo.risk, names, workspace),
    )
