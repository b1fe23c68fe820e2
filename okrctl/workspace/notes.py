"""Which notes count: those that hold something, and those that are there and cannot be read."""

from okrctl.models.calendar import Week
from okrctl.models.note import Note
from okrctl.workspace.index import NoteKey, Workspace
from okrctl.workspace.layout import Kind, identify

_PARTS = 5  # of a note's path: cycles, the cycle, notes, the week, the file


def says_something(note: Note) -> bool:
    """Whether anything was written into a note; as `new note` makes it, it holds comments only."""
    return bool(note.updates or note.other or note.thanks or note.done)


def broken_notes(workspace: Workspace) -> frozenset[NoteKey]:
    """The notes that are there and could not be read, those of included workspaces among them."""
    found: set[NoteKey] = set()
    for path in workspace.broken:
        identity = identify("/".join(path.split("/")[-_PARTS:]))
        week = Week.parse(identity["week"]) if identity and identity.kind is Kind.NOTE else None
        if identity and week:
            found.add(NoteKey(identity["cycle"], week, identity["author"]))
    return frozenset(found)
