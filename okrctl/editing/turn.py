"""One writer at a time: between the look at a file and its replacement no other okrctl comes in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

from okrctl.workspace.layout import SETTINGS_FILE


@contextmanager
def my_turn(root: Path | None) -> Iterator[None]:
    """Wait until no other okrctl writes into the workspace; the system ends the turn of a process that dies.

    Where a disk or a system has no such locks, and for a file outside of any workspace, there is no waiting.
    """
    descriptor = None
    if root is not None:
        with suppress(ImportError, OSError):
            locks = import_module("fcntl")  # not on Windows
            descriptor = os.open(root / SETTINGS_FILE, os.O_RDONLY)
            locks.flock(descriptor, locks.LOCK_EX)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)
