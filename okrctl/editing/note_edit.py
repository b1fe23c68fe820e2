"""What somebody says about a week, put into the note of that week: a new one, or the one that is there.

Of a note that is there only what is said changes: comments, order and layout stay. One that is broken is not touched.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey, Goals, find_goal, goals_of
from okrctl.editing.change import Change
from okrctl.editing.drafted import in_draft
from okrctl.editing.drafting import Drafting
from okrctl.editing.note_file import open_note
from okrctl.editing.overlap import Replaced, new_steps, repeats, replaced, without_repeats
from okrctl.editing.said import News, Said, SaidOther, SaidRisk, SaidStep
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


class Met(NamedTuple):
    """An entry that is there, and news of it: what is not added again, and what takes the place of something."""

    address: str
    repeats: tuple[str, ...]
    replaced: tuple[Replaced, ...]


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


def refuse_uneditable(drafting: Drafting, key: NoteKey, addresses: Iterable[str]) -> None:
    """OkrctlError where the note as it stands could not take news of these goals: tried in memory, nothing written.

    So that somebody who is asked for an hour's worth of answers does not learn it only then.
    """
    trial = Said("", 0, 0, ("M",), "paused", 0, ".", (SaidRisk("."),), (SaidStep("."),))
    updates = tuple(trial._replace(kr=address) for address in addresses)
    noted(drafting, key, News(updates, (f"{key.week}/{key.author}/1",)))


def met(drafting: Drafting, key: NoteKey, news: News) -> tuple[Met, ...]:
    """What the news will find in the note as it is: each entry that is there, with what is repeated or replaced."""
    file = open_note(drafting, key)
    writer = _Writer(key, drafting, goals_of(drafting.workspace), Ids(iter(())))
    found: list[Met] = []
    for said in news.updates:
        if entries := [file.note.updates[number] for number in writer.about(file.note, said.kr)]:
            again = repeats(said, entries, key.author)
            found.append(Met(said.kr, again, tuple(replaced(said, entries[-1]))))
    for other in news.other:
        there = [entry for entry in file.note.other if entry.title in other.titles]
        found.append(Met(other.titles[0], repeats(Said("", next_steps=other.next_steps), there, key.author), ()))
    return tuple(found)


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
        about = self.about(note, said.kr)
        said = without_repeats(said, [note.updates[number] for number in about], self.key.author)
        if about:
            at = _at(document, "updates", about[-1], note.updates[about[-1]])
            return edited(document, merged(at, said, self.ids))
        entry = new_entry(said, self.ids)
        return in_draft(document, "updates", entry, said.kr) or _with_entry(document, "updates", entry)

    def with_other(self, document: Document, said: SaidOther) -> Document:
        """The note with what is on nobody's sheet."""
        note = _read(document)
        there = [other for other in note.other if other.title in said.titles]
        new = new_steps(said.next_steps, there, self.key.author)
        steps: list[Value] = [step_entry(step, self.ids) for step in new]
        for number, other in enumerate(note.other):
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

    def about(self, note: Note, address: str) -> list[int]:
        """The numbers of the updates of a goal; none where the address names no goal."""
        goal = self._goal(address)
        if not isinstance(goal, GoalKey):
            return []
        return [number for number, update in enumerate(note.updates) if self._goal(update.kr) == goal]

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
