"""Two writers at once: the second one waits for its turn, sees that the file has changed, and refuses."""

import threading
from pathlib import Path

import pytest

from okrctl.editing.change import Change, write
from okrctl.editing.turn import my_turn
from okrctl.errors import OkrctlError

fcntl = pytest.importorskip("fcntl")


def test_the_second_writer_waits_and_then_refuses(tmp_path: Path) -> None:
    (tmp_path / "okrctl.yaml").write_text("version: 1\n")
    note = tmp_path / "note.yaml"
    note.write_text("old")
    errors: list[str] = []

    def write_mine() -> None:
        try:
            write((Change(note, b"old", b"mine"),), tmp_path)
        except OkrctlError as error:
            errors.append(error.message.en)

    with my_turn(tmp_path):
        writer = threading.Thread(target=write_mine)
        writer.start()
        writer.join(0.2)
        assert writer.is_alive()
        note.write_text("theirs")
    writer.join(10)
    assert errors == ["note.yaml was changed by somebody else in the meantime; nothing was written"]
    assert note.read_text() == "theirs"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["note.yaml", "okrctl.yaml"]


def test_outside_of_a_workspace_nobody_waits(tmp_path: Path) -> None:
    with my_turn(None), my_turn(tmp_path):
        write((Change(tmp_path / "x", None, b"y"),), tmp_path)
    assert (tmp_path / "x").read_bytes() == b"y"
