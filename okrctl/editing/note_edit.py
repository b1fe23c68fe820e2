"""What somebody says about a week, put into the note of that week: a new one, or the one that is there.

Of a note that is there only what is said changes: comments, order and layout stay. One that is broken is not touched.
"""

from collections.abc import Iterator
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey, Goals, find_goal, goals_of
from okrctl.editing.change import Change
from okrctl.editing.drafted import in_draft
from okrctl.editing.drafting import Drafting
from okrctl.editing.note_file import open_note
from okrctl.editing.said import News, Said, SaidOther
from okrctl.editing.targets import address_in_note, check_week
from okrctl.editing.update_edit import At, Ids, appended, merged, new_entry, step_entry
from okrctl.models.ids import parse_todo
from okrctl.models.note import Note, Report
from okrctl.source.document import Document
from okrctl.source.edit import Add, Append, Edit, Put, edited, refuse
from okrctl.source.edit_text import Flow, Value
from okrctl.source.place import Place
from okrctl.workspace.index import NoteKey, Placed, SheetKey
from okrctl.workspace.read import read_document
from okrctl.workspace.todos import Todo, Todos, todos_of


def noted(drafting: Drafting, key: NoteKey, news: News) -> Change:
    """The change that puts the news into the note; OkrctlError where the week or the note as it stands forbid it.

    News of a goal that the note has an update of goes into that one.
    """
    check_week(drafting, key)
    file = open_note(drafting, key)
    writer = _Writer(key, drafting, goals_of(drafting.workspace), Ids(_ids(file.note)))
    document = file.document
    if any(said.risks or said.next_steps for said in news.updates):
        document = edited(document, writer.pins(Placed(file.note, Place(document))))
    for said in news.updates:
        document = writer.with_update(document, said)
    for other in news.other:
        document = writer.with_other(document, other)
    for reference in news.done:
        document = writer.with_done(document, reference)
    _read(document)
    return file.change(document)


def todos_in(key: NoteKey, content: bytes | None) -> tuple[Todo, ...]:
    """The to-dos and needs of a note with this content; none where there is no file."""
    if content is None:
        return ()
    document = read_document("", content)
    return todos_of(key, Placed(_read(document), Place(document)))


class _Writer(NamedTuple):
    """What the edits of one note need to know."""

    key: NoteKey
    drafting: Drafting
    goals: Goals
    ids: Ids

    def pins(self, note: Placed[Note]) -> Iterator[Edit]:
        """Its number as id for a to-do that another note closes by number: entries before it may become more."""
        closed = Todos(self.drafting.workspace).closings
        for todo in todos_of(self.key, note):
            if todo.id is None and todo.key in closed:
                yield Add(todo.steps, "id", int(todo.number) if todo.number.isdigit() else todo.number)

    def with_update(self, document: Document, said: Said) -> Document:
        """The note with news of one goal."""
        note, goal = _read(document), self._goal(said.kr)
        if isinstance(goal, GoalKey):
            said = said._replace(kr=address_in_note(goal, self.key))
        about = [number for number, update in enumerate(note.updates) if self._goal(update.kr) == goal]
        if about and isinstance(goal, GoalKey):
            at = _at(document, "updates", about[-1], note.updates[about[-1]])
            return edited(document, merged(at, said, self.ids))
        entry = new_entry(said, self.ids)
        return in_draft(document, "updates", entry, said.kr) or _with_entry(document, "updates", entry)

    def with_other(self, document: Document, said: SaidOther) -> Document:
        """The note with what is on nobody's sheet."""
        steps: list[Value] = [step_entry(step, self.ids) for step in said.next_steps]
        for number, other in enumerate(_read(document).other):
            if other.title in said.titles:
                at = _at(document, "other", number, other)
                return edited(document, appended(at, list(at.keys), "next", steps))
        entry: dict[str, Value] = {"title": said.titles[0], "next": steps}
        return in_draft(document, "other", entry) or _with_entry(document, "other", entry)

    def with_done(self, document: Document, reference: str) -> Document:
        """The note with a to-do closed; once is enough."""
        if parse_todo(reference) in map(parse_todo, _read(document).done):
            return document
        return in_draft(document, "done", reference, reference) or _with_entry(document, "done", reference)

    def _goal(self, written: str) -> object:
        home = SheetKey(self.key.cycle, self.key.author)
        return find_goal(self.drafting.workspace, self.goals, written, home)


def _with_entry(document: Document, name: str, entry: Value) -> Document:
    """A list of the note with one entry more; the list need not be there."""
    there = document.data.get(name) if isinstance(document.data, dict) else None
    together: Value = [entry] if isinstance(entry, dict) else Flow([entry])
    if there is None:
        return edited(document, (Add((), name, together),))
    return edited(document, (Append((name,), entry) if there else Put((name,), together),))


def _at(document: Document, name: str, number: int, record: Report) -> At:
    entries = document.data.get(name) if isinstance(document.data, dict) else None
    entry = entries[number] if isinstance(entries, list) else None
    return At((name, number), record, tuple(entry) if isinstance(entry, dict) else ())


def _read(document: Document) -> Note:
    """What the note says; a text that makes no note is refused before anything is written."""
    try:
        return Note.model_validate(document.data)
    except ValueError:
        refuse(Place(document))


def _ids(note: Note) -> Iterator[str]:
    for report in (*note.updates, *note.other):
        yield from (risk.id for risk in report.risks if risk.id is not None)
        yield from (step.id for step in report.next if step.id is not None)
