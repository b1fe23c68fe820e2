"""What a check-in asks about: a person's open key results, each with where it stands and what was planned for it."""

from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey
from okrctl.alignment.graph import Graph
from okrctl.editing.drafting import Drafting
from okrctl.editing.known import OpenKeyResult, open_key_results, open_todos
from okrctl.models.calendar import Week
from okrctl.models.note import Update
from okrctl.progress.figures import GoalFigures, figures
from okrctl.progress.reported import collect_reports
from okrctl.workspace.index import NoteKey, SheetKey
from okrctl.workspace.todos import Todo


class Topic(NamedTuple):
    """One key result to be asked about: its figures on the day, the open plans for it, what this week's note says."""

    key: GoalKey
    open: OpenKeyResult
    figures: GoalFigures
    plans: tuple[Todo, ...]
    already: Update | None


class Agenda(NamedTuple):
    """One person's check-in for one week: the key results, and the open plans that belong to none of them."""

    person: str
    week: Week
    topics: tuple[Topic, ...]
    plans: tuple[Todo, ...]


def agenda(drafting: Drafting, graph: Graph, person: str, week: Week, cycle: str) -> Agenda:
    """What there is to say, in the order of the person's own sheet, then of others'."""
    home = SheetKey(cycle, person)
    today = figures(graph, collect_reports(graph), _day(drafting.today, week))
    todos = open_todos(drafting, person, cycle, week)
    planned = {todo: _goal(graph, todo, cycle) for todo in todos}
    note = drafting.workspace.notes.get(NoteKey(cycle, week, person))
    said = {graph.find(update.kr, home): update for update in note.value.updates} if note else {}
    topics = []
    for one in open_key_results(drafting, person, cycle, week):
        key = graph.find(one.address, home)
        if isinstance(key, GoalKey):
            plans = tuple(todo for todo in todos if planned[todo] == key)
            topics.append(Topic(key, one, today.goal(key), plans, said.get(key)))
    known = {topic.key for topic in topics}
    return Agenda(person, week, tuple(topics), tuple(todo for todo in todos if planned[todo] not in known))


def _goal(graph: Graph, todo: Todo, cycle: str) -> GoalKey | None:
    if todo.goal is None:
        return None
    found = graph.find(todo.goal, SheetKey(cycle, todo.key.note.author))
    return found if isinstance(found, GoalKey) else None


def _day(today: date, week: Week) -> date:
    """Today, or the end of a week that is over."""
    return min(today, week.sunday)
