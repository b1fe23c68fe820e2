"""What the shell can offer, from the workspace around a folder."""

from pathlib import Path

from okrctl.alignment.goals import goals_of
from okrctl.cli.session import find_root
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.index import Workspace
from okrctl.workspace.layout import Kind
from okrctl.workspace.load import Wanted, load, load_frame

Completion = tuple[str, str]


def cycles(folder: Path | None) -> list[Completion]:
    """Every cycle, with its title or dates."""
    found = _frame(folder).cycles.values()
    return [(cycle.id, cycle.title or f"{cycle.start} – {cycle.end}") for cycle in found]


def owners(folder: Path | None) -> list[Completion]:
    """Teams and people, with their names."""
    workspace = _frame(folder)
    return [(handle, workspace.name_of(handle)) for handle in (*workspace.teams, *workspace.people)]


def teams(folder: Path | None) -> list[Completion]:
    """Teams, with their names."""
    workspace = _frame(folder)
    return [(handle, workspace.name_of(handle)) for handle in workspace.teams]


def addresses(folder: Path | None, cycle: str | None) -> list[Completion]:
    """Every goal, with its title; the cycle is named where it is not the one asked for or the newest."""
    root = find_root(folder)
    workspace = load(DiskFiles(root), root.name, Wanted(frozenset({Kind.OKR}), lambda frame: frame.cycles)).workspace
    newest = max(workspace.cycles.values(), key=lambda one: (one.start, -one.days), default=None)
    seen_from = cycle or (newest.id if newest else "")
    return [(goal.key.address(seen_from), goal.title) for goal in goals_of(workspace).values()]


def _frame(folder: Path | None) -> Workspace:
    root = find_root(folder)
    return load_frame(DiskFiles(root), root.name)
