"""The sheets that stand in blobs: each distinct text is read once, and what is no sheet is no finding of today."""

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from okrctl.history.pieces import Reader, read_whole
from okrctl.history.revisions import ABSENT, blobs
from okrctl.models.base import composed
from okrctl.models.cycle import CycleFile
from okrctl.models.okr import Sheet
from okrctl.workspace.files import LARGEST, DiskFiles
from okrctl.workspace.layout import Identity, Kind, identify
from okrctl.workspace.read import read_content

_IN_SHA1 = 40  # hexadecimal digits
_SAYS_SO = (b"changed", b"dropped")


class OnDisk(NamedTuple):
    """The sheets of a cycle as they lie in the folder: contents by owner."""

    contents: Mapping[str, bytes]

    def of(self, owners: frozenset[str] | None) -> "OnDisk":
        """Those of some owners only (None: everybody's)."""
        return OnDisk({owner: text for owner, text in self.contents.items() if owners is None or owner in owners})

    def speaking(self) -> Mapping[str, Sheet]:
        """The sheets by owner that may say of a goal that it was changed or dropped; the others need no reading."""
        chosen = {owner: text for owner, text in self.contents.items() if any(word in text for word in _SAYS_SO)}
        read = {owner: read_whole(content) for owner, content in sorted(chosen.items())}
        return {owner: sheet for owner, sheet in read.items() if sheet is not None}


class Versions:
    """Sheets by the name of their blob; fetched for many at once, parsed when somebody looks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._contents: dict[str, bytes] = {}
        self._sheets: dict[str, Sheet | None] = {}
        self._reader = Reader()
        self.lacks_some = False

    def fetch(self, names: Collection[str]) -> None:
        """Read blobs of the repository; those over 1 MiB count as unreadable, those that it lacks are remembered."""
        wanted = sorted({name for name in names if name != ABSENT} - self._contents.keys())
        found = blobs(self._folder, wanted, LARGEST)
        self.lacks_some |= found.lacks_some
        self._contents.update(found.contents)

    def put(self, content: bytes, like: str) -> str:
        """Keep a text that is no blob yet, under the name that it would have in a repository with names `like` this."""
        digest = hashlib.sha1 if len(like) <= _IN_SHA1 else hashlib.sha256
        name = digest(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
        self._contents[name] = content
        return name

    def speaks(self, name: str) -> bool:
        """Whether the sheet in a blob may say of a goal that it was changed."""
        return b"changed" in self._contents.get(name, b"")

    def cycle(self, name: str) -> CycleFile | None:
        """The `cycle.yaml` in a blob; None where it could not be read as one."""
        content = self._contents.get(name)
        record = None if content is None else read_content(content, Identity(Kind.CYCLE, {}), "").record
        return record if isinstance(record, CycleFile) else None

    def sheet(self, name: str) -> Sheet | None:
        """The sheet in a blob; None where it could not be read as one."""
        if name not in self._sheets:
            content = self._contents.get(name)
            self._sheets[name] = None if content is None else self._reader.read(content)
        return self._sheets[name]


def owner_of(path: str) -> str:
    """Whose sheet lies at a path, in NFC."""
    return composed(path.rpartition("/")[2].removesuffix(".yaml"))


def sheets_on_disk(folder: Path, cycle: str) -> OnDisk:
    """The sheets of a cycle below a workspace's folder; links out of it and what cannot be read are left out."""
    files = DiskFiles(folder)
    contents: dict[str, bytes] = {}
    for name in files.names("cycles"):
        if composed(name) != cycle:
            continue
        for entry in files.walk(f"cycles/{name}/okrs"):
            identity = identify(entry.path)
            content = files.read(entry.path) if entry.refusal is None else entry.refusal
            if identity is not None and identity.kind is Kind.OKR and isinstance(content, bytes):
                contents[identity["owner"]] = content
    return OnDisk(contents)
