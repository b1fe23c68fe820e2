"""THE table: which path of a workspace holds which kind of file, and which model reads it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from okrctl.models.base import composed
from okrctl.models.calendar import Week

SETTINGS_FILE = "okrctl.yaml"
FOLDERS = ("org", "cycles", "reviews", "templates", "library")


class Kind(StrEnum):
    """The kinds of file, each with a schema of the same name."""

    SETTINGS = "settings"
    ORG = "org"
    CYCLE = "cycle"
    OKR = "okr"
    NOTE = "note"
    RETRO = "retro"
    SCHEME = "scheme"
    INVITATION = "invitation"
    FORM = "form"
    FEEDBACK = "feedback"
    CALIBRATION = "calibration"
    LIBRARY = "library"


class Row(NamedTuple):
    """One line of the table: the path with names in braces, and the model as `module:Class`."""

    kind: Kind
    path: str
    model: str


TABLE: tuple[Row, ...] = (
    Row(Kind.SETTINGS, "okrctl.yaml", "settings:Settings"),
    Row(Kind.ORG, "org.yaml", "org:Org"),
    Row(Kind.ORG, "org/{part}.yaml", "org:Org"),
    Row(Kind.CYCLE, "cycles/{cycle}/cycle.yaml", "cycle:CycleFile"),
    Row(Kind.OKR, "cycles/{cycle}/okrs/{owner}.yaml", "okr:Sheet"),
    Row(Kind.NOTE, "cycles/{cycle}/notes/{week}/{author}.yaml", "note:Note"),
    Row(Kind.RETRO, "cycles/{cycle}/retros/{owner}.yaml", "retro:Retro"),
    Row(Kind.SCHEME, "reviews/{period}/scheme.yaml", "review:Scheme"),
    Row(Kind.INVITATION, "reviews/{period}/invitations/{reviewee}.yaml", "form:Invitation"),
    Row(Kind.FORM, "reviews/{period}/forms/{reviewee}/{reviewer}.yaml", "form:Form"),
    Row(Kind.FEEDBACK, "reviews/{period}/feedback/{reviewee}.yaml", "form:Feedback"),
    Row(Kind.CALIBRATION, "reviews/{period}/calibration.yaml", "form:CalibrationLog"),
    Row(Kind.LIBRARY, "library/{part}.yaml", "library:LibrarySheet"),
)
_NAMES = re.compile(r"\{(\w+)\}")
_WEEK = r"[0-9]{4}-W[0-9]{2}"
_ATTACHMENT = re.compile(rf"cycles/[^/]+/notes/{_WEEK}/[^/]+/.+")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a path says: the kind of the file, and the names in it (`cycle`, `owner`, `week`, …) in NFC."""

    kind: Kind
    names: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.names[name]


def identify(path: str) -> Identity | None:
    """What the file at `path` (relative to the workspace, `/` between folders) is; None: no file of okrctl's."""
    for row, pattern in _PATTERNS:
        if found := pattern.fullmatch(path):
            names = {name: composed(text) for name, text in found.groupdict().items()}
            if "week" in names and Week.parse(names["week"]) is None:
                return None
            return Identity(row.kind, MappingProxyType(names))
    return None


def path_of(kind: Kind, **names: str) -> str:
    """Where the file of `kind` with these names lies."""
    row = next(row for row in TABLE if row.kind is kind and set(_NAMES.findall(row.path)) == set(names))
    return row.path.format(**names)


def is_misplaced(path: str) -> bool:
    """Whether a YAML file lies among okrctl's folders where no file of okrctl's can lie."""
    if not path.endswith((".yaml", ".yml")) or _ATTACHMENT.fullmatch(path) or identify(path) is not None:
        return False
    return path.split("/", 1)[0] in FOLDERS or path in ("okrctl.yml", "org.yml")


def expected_near(path: str) -> tuple[str, ...]:
    """The paths of the table that could have been meant by a misplaced one."""
    top, *rest = path.split("/")
    if path.endswith(".yml") and identify(path[:-4] + ".yaml"):
        return (path[:-4] + ".yaml",)
    shown = (re.sub(_NAMES, r"<\1>", row.path) for row in TABLE if row.path.startswith(top.removesuffix(".yml")))
    if top == "cycles" and len(rest) > 1:
        return tuple(path.replace("<cycle>", rest[0]) for path in shown)
    return tuple(shown)


def _pattern(row: Row) -> re.Pattern[str]:
    def group(name: re.Match[str]) -> str:
        return f"(?P<week>{_WEEK})" if name[1] == "week" else f"(?P<{name[1]}>[^/]+)"

    literal = re.escape(row.path).replace(r"\{", "{").replace(r"\}", "}")
    return re.compile(_NAMES.sub(group, literal))


_PATTERNS: tuple[tuple[Row, re.Pattern[str]], ...] = tuple((row, _pattern(row)) for row in TABLE)
