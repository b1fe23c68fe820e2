"""Symbolic links that leave the workspace: whatever leads through one is not read, and it is said once."""

from pathlib import Path

import pytest

from okrctl.workspace.files import DiskFiles, Refusal
from tests.support.trees import read_tree, write_tree
from tests.workspace.test_load import BASE, found

SECRET = {"cycle.yaml": "secret: 1\n", "okrs/bob.yaml": "secret: 1\n", "weekly.md.j2": "secret"}


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "outside", SECRET)


def test_a_cycle_that_is_a_link_out(tmp_path: Path, outside: Path) -> None:
    root = write_tree(tmp_path / "w", BASE)
    (root / "cycles/2026-Q2").symlink_to(outside)
    assert found(read_tree(root)) == [("OKR013", "cycles/2026-Q2", 1, 1)]


def test_a_folder_reached_through_a_link_out(tmp_path: Path, outside: Path) -> None:
    root = write_tree(tmp_path / "w", {"okrctl.yaml": "version: 1\n"})
    (root / "cycles").symlink_to(outside.parent)
    files = DiskFiles(root)
    assert [entry.refusal for entry in files.walk("cycles/outside")] == [Refusal.OUTSIDE]
    assert files.entry("cycles/outside/cycle.yaml") is None
    assert files.read("cycles/outside/cycle.yaml") is Refusal.OUTSIDE


def test_a_file_that_is_a_link_out(tmp_path: Path, outside: Path) -> None:
    root = write_tree(tmp_path / "w", {"templates/other.md.j2": "x"})
    (root / "templates/weekly.md.j2").symlink_to(outside / "weekly.md.j2")
    assert DiskFiles(root).read("templates/weekly.md.j2") is Refusal.OUTSIDE


def test_a_link_that_stays_inside(tmp_path: Path) -> None:
    root = write_tree(tmp_path / "w", {"templates/other.md.j2": "x"})
    (root / "templates/weekly.md.j2").symlink_to("other.md.j2")
    (root / "more").symlink_to("templates")
    assert DiskFiles(root).read("templates/weekly.md.j2") == b"x"
    assert DiskFiles(root).read("more/other.md.j2") == b"x"
