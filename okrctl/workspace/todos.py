"""To-dos and needs: what a note promises or asks for, by the reference with which a later note closes it (1.7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple

from okrctl.models.base import composed
from okrctl.models.calendar import Week
from okrctl.models.ids import TodoRef, parse_todo
from okrctl.models.note import Note, Other, Update
from okrctl.source.outline import Step
from okrctl.source.place import Place
from okrctl.workspace.index import NoteKey, Placed, Workspace

TodoKind = Literal["next", "need"]


class TodoKey(NamedTuple):
    """Names one to-do of the workspace: its note, and the number in it from 1, counted by kind."""

    note: NoteKey
    kind: TodoKind
    number: int


class Todo(NamedTuple):
    """One `next` of a note, or the need of one of its risks.

    `owners` are handles: of a next step its owner or else the author, of a need those in `from`, who may be nobody.
    `goal` is the address as the note writes it; None under `other`, whose title then stands in `topic`. `risk` is
    what a need is for. `due` is None where the note gives no day.
    """

    key: TodoKey
    id: str | None
    text: str
    owners: tuple[str, ...]
    due: date | None
    goal: str | None
    topic: str
    risk: str
    file: Place
    steps: tuple[Step, ...]

    @property
    def place(self) -> Place:
        """Where the entry of `next` or `risks` stands."""
        return self.file.at(*self.steps)

    @property
    def number(self) -> str:
        """Its number in the note as `done` writes it: 3, or n3 for a need."""
        return f"n{self.key.number}" if self.key.kind == "need" else str(self.key.number)

    @property
    def item(self) -> str:
        """What `done` writes behind week and author: its id, else its number."""
        return self.id or self.number

    @property
    def reference(self) -> TodoRef:
        """What `done` writes to close it."""
        return TodoRef(self.key.note.week, self.key.note.author, self.item)


class MissingTodo(Enum):
    """Why a reference names no to-do."""

    NOTE = "there is no such note"
    ITEM = "the note has no such to-do"
    UNREAD = "it may be there: its note could not be read, or its cycle was not"


def todos_of(key: NoteKey, note: Placed[Note]) -> tuple[Todo, ...]:
    """The next steps and needs of one note in file order: whichever of `updates` and `other` stands first."""
    return tuple(_todos(key, note))


@dataclass(frozen=True)
class Todos:
    """The to-dos of all notes of a workspace, read when somebody asks for them."""

    workspace: Workspace
    _items: dict[NoteKey, Mapping[str, Todo]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def all(self) -> tuple[Todo, ...]:
        """Every to-do and need, by cycle, week, author, and in file order."""
        return tuple(todo for key, note in sorted(self.workspace.notes.items()) for todo in todos_of(key, note))

    @cached_property
    def closings(self) -> Mapping[TodoKey, tuple[NoteKey, ...]]:
        """The notes whose `done` names a to-do, earliest week first."""
        closed: dict[TodoKey, list[NoteKey]] = {}
        by_week = sorted(self.workspace.notes, key=lambda key: (key.week, key.cycle, key.author))
        for key in by_week:
            for written in self.workspace.notes[key].value.done:
                todo = self.find(written, key.cycle)
                if isinstance(todo, Todo):
                    closed.setdefault(todo.key, []).append(key)
        return MappingProxyType({key: tuple(dict.fromkeys(notes)) for key, notes in closed.items()})

    def closed_by(self, todo: Todo, week: Week) -> bool:
        """Whether a note of that week or of an earlier one closes the to-do."""
        return any(note.week <= week for note in self.closings.get(todo.key, ()))

    def find(self, written: str, cycle: str) -> Todo | MissingTodo:
        """The to-do that a reference means in a note of `cycle`; that cycle's notes come before those of others."""
        reference = parse_todo(written)
        if reference is None:
            return MissingTodo.ITEM
        keys = self._notes_meant(reference, cycle)
        for key in keys:
            if todo := self._items_of(key).get(reference.item):
                return todo
        if self._may_be_unread(reference):
            return MissingTodo.UNREAD
        return MissingTodo.ITEM if keys else MissingTodo.NOTE

    def items(self, written: str, cycle: str) -> tuple[str, ...]:
        """What the notes that a reference means do have: ids and numbers."""
        reference = parse_todo(written)
        keys = self._notes_meant(reference, cycle) if reference else ()
        return tuple(dict.fromkeys(todo.item for key in keys for todo in self._items_of(key).values()))

    def _notes_meant(self, reference: TodoRef, cycle: str) -> tuple[NoteKey, ...]:
        cycles = (cycle, *(other for other in self._cycles_with_notes if other != cycle))
        keys = (NoteKey(each, reference.week, reference.author) for each in cycles)
        return tuple(key for key in keys if key in self.workspace.notes)

    @cached_property
    def _cycles_with_notes(self) -> tuple[str, ...]:
        return tuple(sorted({key.cycle for key in self.workspace.notes}))

    def _items_of(self, key: NoteKey) -> Mapping[str, Todo]:
        """The to-dos of a note by id and by number; an id that looks like a number goes before the number."""
        if key not in self._items:
            todos = todos_of(key, self.workspace.notes[key])
            items = {todo.id: todo for todo in reversed(todos) if todo.id}
            for todo in todos:
                items.setdefault(todo.number, todo)
            self._items[key] = items
        return self._items[key]

    def _may_be_unread(self, reference: TodoRef) -> bool:
        return bool(self.workspace.unread_cycles) or (str(reference.week), reference.author) in self._broken_notes

    @cached_property
    def _broken_notes(self) -> frozenset[tuple[str, str]]:
        """Week and author of the notes that are there and could not be read."""
        parts = (path.split("/") for path in self.workspace.broken)
        return frozenset(
            (part[-2], composed(part[-1].removesuffix(".yaml"))) for part in parts if part[-3:-2] == ["notes"]
        )


def _todos(key: NoteKey, note: Placed[Note]) -> Iterator[Todo]:
    steps = needs = 0
    file = note.place
    for name, nth, report in _reports(note):
        goal, topic = (report.kr, "") if isinstance(report, Update) else (None, report.title)
        for number, step in enumerate(report.next):
            steps += 1
            owners, place = (step.owner or key.author,), (name, nth, "next", number)
            yield Todo(TodoKey(key, "next", steps), step.id, step.what, owners, step.due, goal, topic, "", file, place)
        for number, risk in enumerate(report.risks):
            if risk.need is not None:
                needs += 1
                place = (name, nth, "risks", number)
                numbered = TodoKey(key, "need", needs)
                yield Todo(numbered, risk.id, risk.need, risk.from_, None, goal, topic, risk.risk, file, place)


def _reports(note: Placed[Note]) -> Iterator[tuple[str, int, Update | Other]]:
    """The entries of both lists with their steps, in file order."""
    updates = (("updates", number, update) for number, update in enumerate(note.value.updates))
    others = (("other", number, other) for number, other in enumerate(note.value.other))
    data = note.place.document.data
    written = list(data) if note.value.other and isinstance(data, dict) else []
    other_first = "updates" in written and written.index("other") < written.index("updates")
    if other_first:
        yield from others
    yield from updates
    yield from others
