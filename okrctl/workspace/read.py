"""One file: bytes → text → document → record, with everything that is wrong on the way."""

import codecs
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from pydantic import BaseModel, ValidationError

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.source.document import Document
from okrctl.source.parse import parse
from okrctl.source.place import Place
from okrctl.source.problem import Problem, ProblemKind
from okrctl.source.span import Span
from okrctl.workspace import faults
from okrctl.workspace.files import Files, Refusal
from okrctl.workspace.layout import TABLE, Identity, Kind
from okrctl.workspace.schema import faults_of

_MODULES: Mapping[Kind, str] = {row.kind: row.model for row in TABLE}


class Reading(NamedTuple):
    """One file after reading: its document, and the record in it where the file is whole."""

    identity: Identity
    document: Document
    record: BaseModel | None = None
    faults: tuple[Diagnostic, ...] = ()


def read_file(files: Files, path: str, identity: Identity, shown_path: str) -> Reading:
    """Read the file of okrctl's at `path`; findings name it by `shown_path`."""
    return read_content(files.read(path), identity, shown_path)


def read_content(content: bytes | Refusal, identity: Identity, shown_path: str) -> Reading:
    """What the bytes of one file say, wherever they come from: the disk, or a commit."""
    if isinstance(content, Refusal):
        return Reading(identity, Document(shown_path), faults=(faults.fault_of_refusal(shown_path, content),))
    document = read_document(shown_path, content)
    found = tuple(faults.fault_of_problem(document, problem) for problem in document.problems)
    if not document.readable:
        return Reading(identity, document, faults=found)
    model = model_of(identity.kind)
    try:
        record = model.model_validate(document.data)
    except ValidationError as error:
        return Reading(identity, document, faults=(*found, *faults_of(document, model, error)))
    return Reading(identity, document, record, (*found, *_disagreements(document, identity, record)))


def read_document(path: str, content: bytes) -> Document:
    """Decode and parse; a BOM is no part of the text, and columns count from behind it."""
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(path, content, error)
    return parse(path, text)


@cache
def model_of(kind: Kind) -> type[BaseModel]:
    """The model of a kind of file; imported when the first such file is read."""
    module, name = _MODULES[kind].split(":")
    model: type[BaseModel] = getattr(import_module(f"okrctl.models.{module}"), name)
    return model


def _undecodable(path: str, content: bytes, error: UnicodeDecodeError) -> Document:
    before = error.object[: error.start].decode("utf-8", "replace")
    text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    span = Span(len(before), len(before) + 1)
    problem = Problem(ProblemKind.ENCODING, span, f"0x{error.object[error.start]:02X}")
    return Document(path, text, problems=(problem,))


def _disagreements(document: Document, identity: Identity, record: BaseModel) -> tuple[Diagnostic, ...]:
    said = ((name, getattr(record, name, None), text) for name, text in identity.names.items())
    return tuple(
        faults.fault_of_identity(Place(document, (name,)), str(value), text)
        for name, value, text in said
        if value is not None and name in type(record).model_fields and str(value) != text
    )
