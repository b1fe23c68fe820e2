"""The file of a weekly note: read to be edited, or begun; one that is broken is refused with the place."""

import codecs
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Severity
from okrctl.editing.change import Change
from okrctl.editing.drafting import Drafting
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.note import Note
from okrctl.source.document import Document
from okrctl.source.parse import parse
from okrctl.source.place import locate
from okrctl.source.quote import quoted
from okrctl.workspace.files import Refusal
from okrctl.workspace.index import NoteKey
from okrctl.workspace.layout import Identity, Kind, identify, path_of
from okrctl.workspace.read import read_content

_BROKEN = Bilingual(
    "{path}:{line}:{column}: {message} ({code}); nothing was written",
    "{path}:{line}:{column}：{message}（{code}）；未写入任何内容",
)
_BROKEN_HINT = Bilingual("fix the note first: {remedy}", "请先改正这份进展记录：{remedy}")


class NoteFile(NamedTuple):
    """A note as it is on the disk (`before`; None: there is none yet), what it says, and its text to be edited."""

    path: Path
    before: bytes | None
    note: Note
    document: Document

    def change(self, document: Document) -> Change:
        """The change that gives the file the text of a document; a byte order mark stays."""
        mark = codecs.BOM_UTF8 if self.before is not None and self.before.startswith(codecs.BOM_UTF8) else b""
        return Change(self.path, self.before, mark + document.text.encode("utf-8"))


def open_note(drafting: Drafting, key: NoteKey) -> NoteFile:
    """The note of a person for a week; OkrctlError where it is there and cannot be used as it stands."""
    path = _path(drafting, key)
    content = drafting.workspace.files.read(path)
    if content is Refusal.MISSING:
        document = parse(path, _beginning(drafting, key, path))
        return NoteFile(drafting.root / path, None, Note(author=key.author, week=key.week), document)
    identity = identify(path) or Identity(Kind.NOTE, {})
    reading = read_content(content, identity, path)
    _refuse_broken(reading.faults)
    if not isinstance(reading.record, Note) or not isinstance(content, bytes):
        raise AssertionError(path)
    return NoteFile(drafting.root / path, content, reading.record, reading.document)


def _refuse_broken(faults: Iterable[Diagnostic]) -> None:
    for fault in faults:
        if fault.severity is Severity.ERROR:
            where = locate(fault.place)
            at = {"path": where.path, "line": where.start.line, "column": where.start.column}
            raise OkrctlError(
                _BROKEN.format(**at, message=fault.message, code=fault.code), _BROKEN_HINT.format(remedy=fault.remedy)
            )


def _path(drafting: Drafting, key: NoteKey) -> str:
    """Where the note lies: in the form of the name that the disk has."""
    path = path_of(Kind.NOTE, cycle=key.cycle, week=str(key.week), author=key.author)
    decomposed = unicodedata.normalize("NFD", path)
    files = drafting.workspace.files
    return decomposed if files.entry(path) is None and files.entry(decomposed) is not None else path


def _beginning(drafting: Drafting, key: NoteKey, path: str) -> str:
    line = drafting.modeline(Kind.NOTE, path)
    named = f"author: {quoted(key.author)}\nweek: {key.week}\n"
    return f"{line}\n{named}" if line else named
