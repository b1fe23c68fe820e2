"""Files of a workspace: what is there and what is in it, whether on the disk or (later) in a commit."""

import os
import stat
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple, Protocol

LARGEST = 1024 * 1024  # bytes of one file of okrctl's


class Refusal(Enum):
    """Why a file was not read."""

    TOO_LARGE = "over 1 MiB"
    NO_FILE = "a folder, a pipe or a device"
    OUTSIDE = "a symbolic link that leaves the workspace"
    LOOP = "a symbolic link that leads to itself"
    UNREADABLE = "may not be read"
    MISSING = "is not there"


class Entry(NamedTuple):
    """A file below the folder that was listed; `refusal` where it can be no file to read."""

    path: str
    refusal: Refusal | None = None


class Files(Protocol):
    """A tree of files by path relative to its root, `/` between folders, whatever the system."""

    def walk(self, folder: str) -> Iterator[Entry]:
        """Every file below `folder`, in path order; nothing where there is no such folder."""
        ...

    def entry(self, path: str) -> Entry | None:
        """The file at `path`; None where nothing is."""
        ...

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in `folder` itself, sorted; empty where there is no such folder."""
        ...

    def read(self, path: str) -> bytes | Refusal:
        """The bytes of one file of at most 1 MiB."""
        ...

    def exists(self, path: str) -> bool:
        """Whether a file or folder of that path is there, inside the root."""
        ...

    def beside(self, path: str) -> "Files":
        """The tree that `path`, relative to this root, names; it need not exist."""
        ...

    def identity(self) -> str:
        """What tells this tree from others, so that each is read once."""
        ...


class DiskFiles:
    """The files below a folder of the disk; links are followed only as long as they stay inside."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._root = str(root)
        self._real_root = os.path.realpath(root)
        self._inside: dict[str, bool] = {}  # by folder, as far as somebody asked

    def walk(self, folder: str) -> Iterator[Entry]:
        """Every file below `folder`, in path order; links to folders are followed once."""
        if os.path.islink(self.root / folder) or not self._is_inside(folder):
            yield from self._behind_link(folder, frozenset())
        else:
            yield from self._walk(folder, frozenset())

    def entry(self, path: str) -> Entry | None:
        """The file at `path` itself, as `walk` would give it; None where nothing is that `walk` would come to."""
        if not os.path.lexists(self.root / path) or not self._leads_inside(path):
            return None
        if os.path.islink(self.root / path):
            return next(iter(self._behind_link(path, frozenset())), None)
        return Entry(path, Refusal.NO_FILE if (self.root / path).is_dir() else None)

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in `folder`, sorted; empty where there is none or it leads out of the workspace."""
        if not self._is_inside(folder):
            return ()
        try:
            return tuple(sorted(os.listdir(self.root / folder)))
        except OSError:
            return ()

    def read(self, path: str) -> bytes | Refusal:
        """The bytes of one file; its size is asked for before anything is read."""
        if not self._leads_inside(path) or (os.path.islink(self.root / path) and not self._is_inside(path)):
            return Refusal.OUTSIDE
        try:
            with open(os.path.join(self._root, path), "rb", buffering=0, opener=_without_waiting) as file:
                facts = os.fstat(file.fileno())
                if not stat.S_ISREG(facts.st_mode):
                    return Refusal.NO_FILE
                if facts.st_size > LARGEST:
                    return Refusal.TOO_LARGE
                content = file.read(facts.st_size + 1)
        except IsADirectoryError:
            return Refusal.NO_FILE
        except FileNotFoundError:
            return Refusal.MISSING
        except OSError:
            return Refusal.NO_FILE if (self.root / path).is_dir() else Refusal.UNREADABLE
        return Refusal.TOO_LARGE if len(content) > LARGEST else content

    def exists(self, path: str) -> bool:
        """Whether `path` is there and inside the workspace."""
        return self._is_inside(path) and (self.root / path).exists()

    def beside(self, path: str) -> Files:
        """The folder that `path`, relative to this root, names."""
        return DiskFiles(self.root / path)

    def identity(self) -> str:
        """The real path of the root."""
        return self._real_root

    def _walk(self, folder: str, above: frozenset[str]) -> Iterator[Entry]:
        try:
            with os.scandir(self.root / folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_symlink():
                yield from self._behind_link(path, above)
            elif entry.is_dir(follow_symlinks=False):
                if entry.name.endswith((".yaml", ".yml")):
                    yield Entry(path, Refusal.NO_FILE)
                else:
                    yield from self._walk(path, above)
            else:
                yield Entry(path)

    def _behind_link(self, path: str, above: frozenset[str]) -> Iterator[Entry]:
        target = os.path.realpath(self.root / path)
        if not self._is_inside(path):
            yield Entry(path, Refusal.OUTSIDE)
        elif not os.path.isdir(target):
            yield Entry(path, None if os.path.exists(target) else Refusal.LOOP)
        elif target in above or os.path.realpath((self.root / path).parent).startswith(target):
            yield Entry(path, Refusal.LOOP)
        else:
            yield from self._walk(path, above | {target})

    def _leads_inside(self, path: str) -> bool:
        """Whether no folder above `path` is a link that leaves the workspace."""
        folder = os.path.dirname(path)
        if folder not in self._inside:
            self._inside[folder] = self._is_inside(folder)
        return self._inside[folder]

    def _is_inside(self, path: str) -> bool:
        target = os.path.realpath(self.root / path)
        return target == self._real_root or target.startswith(self._real_root + os.sep)


def _without_waiting(path: str, flags: int) -> int:
    """Open without waiting for somebody to write into a pipe of that name."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
