"""Workspaces written to a folder, and read back."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from okrctl.alignment.graph import build_graph
from okrctl.diagnostics.rule import Example
from okrctl.rules.casts import files_of
from okrctl.rules.context import Context
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.load import Loaded, load


def write_tree(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by path below `root`; text goes out as UTF-8 with the line ends it has."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return root


def write_example(root: Path, example: Example) -> Path:
    """Write the whole workspace of an example; its links take the place of files of the same path."""
    write_tree(root, {path: text for path, text in files_of(example).items() if path not in example.links})
    for path, target in example.links.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)
    return root


def read_tree(root: Path) -> Loaded:
    """Read the whole workspace at `root`."""
    return load(DiskFiles(root), root.name)


def context_of(loaded: Loaded, today: date = date(2026, 2, 17)) -> Context:
    """What rules may look at, on a Tuesday in the middle of the quarter."""
    return Context(loaded.workspace, build_graph(loaded.workspace), today)
