"""The texts of new files: templates in two languages, and where the schema is that a new file names."""

import posixpath
import re
import unicodedata
from importlib.resources import files
from pathlib import Path
from string import Template

from okrctl.editing.change import Change
from okrctl.language import Language
from okrctl.workspace.index import Workspace
from okrctl.workspace.layout import SETTINGS_FILE, Kind

SCHEMA_FOLDER = "schemas"
COMMENTS = 33  # the column, from 0, in which the comments of a sheet begin
_MODELINE = re.compile(r"#\s*yaml-language-server:\s*\$schema=(?P<folder>(?!\w+:)\S*/)?[\w.-]+\.json")

_END_COMMENT = re.compile(r"(?P<text>\s*(?:#\s+)?[^#\s][^#]*?)(?P<gap>\s{2,})(?P<comment># .*)")


def fill(template: str, language: Language, **values: str) -> str:
    """A template with every `$name` filled in; values are YAML already, lines that only held an empty one go."""
    source = files("okrctl.editing").joinpath("templates", language, f"{template}.tmpl")
    lines = (_filled(line, values) for line in source.read_text(encoding="utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line is not None)


def modeline(kind: Kind, path: str, schemas: str | None = SCHEMA_FOLDER) -> str:
    """The line by which editors find the schema of the file at `path`; empty where there are no schemas."""
    if schemas is None:
        return ""
    up = "" if schemas.startswith("/") else "../" * path.count("/")
    schema = posixpath.normpath(f"{up}{schemas}/{kind.value}.schema.json")
    return f"# yaml-language-server: $schema={schema}"


def schema_folder(workspace: Workspace) -> str | None:
    """Where this workspace keeps its schemas, as its settings say or as `init` does; None where it has none."""
    document = workspace.settings.place.document
    said = _MODELINE.match(document.text)
    if said is not None and document.path == SETTINGS_FILE:
        return said["folder"] or "."
    return SCHEMA_FOLDER if workspace.files.names(SCHEMA_FOLDER) else None


def new_file(root: Path, path: str, text: str) -> Change:
    """The change that makes a new file of `text`."""
    return Change(root / path, None, text.encode("utf-8"))


def cells(text: str) -> int:
    """How wide a fixed-width font shows a text: Chinese takes two cells a character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def with_comment(text: str, comment: str, column: int = COMMENTS) -> str:
    """A line with a comment that begins in its column, or two cells after a text that is too long."""
    return f"{text}{' ' * max(2, column - cells(text))}# {comment}"


def _filled(line: str, values: dict[str, str]) -> str | None:
    """One line with its values; a comment at its end stays in its column where there is room."""
    text, gap, comment = _parted(line)
    filled = Template(text).substitute(values).rstrip()
    if comment:
        room = cells(text) + len(gap) - cells(filled)
        filled += " " * max(2, room) + Template(comment).substitute(values)
    return None if line.strip() and not filled else filled


def _parted(line: str) -> tuple[str, str, str]:
    found = _END_COMMENT.match(line)
    return (found["text"], found["gap"], found["comment"]) if found else (line, "", "")
