"""What is open, and for whom: the record behind `okrctl todo`."""

from datetime import date
from typing import NamedTuple

from okrctl.models.calendar import Week
from okrctl.workspace.todos import TodoKind


class Who(NamedTuple):
    """A person or team: the handle, and the name that reports use."""

    handle: str
    name: str


class OpenTodo(NamedTuple):
    """A to-do or need that nobody has closed; `reference` as `okrctl todo done` takes it.

    `goal` is the address it was written under; None under `other`, whose title then stands in `topic`. `due` of a next
    step without a date is the next meeting; a need has none. `risk` is what a need is for.
    """

    reference: str
    kind: TodoKind
    text: str
    owners: tuple[Who, ...]
    author: Who
    week: Week
    cycle: str
    due: date | None
    is_overdue: bool
    goal: str | None
    topic: str
    risk: str


class TodoList(NamedTuple):
    """What is open on a day for a person or team, in the cycles around `cycle`; what is overdue comes first."""

    owner: Who
    cycle: str
    today: date
    only_overdue: bool
    todos: tuple[OpenTodo, ...]

    @property
    def overdue(self) -> int:
        """How many are overdue."""
        return sum(todo.is_overdue for todo in self.todos)
