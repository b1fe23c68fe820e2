"""Writes that are shown, guarded, and whole or not at all, on a real disk."""

import errno
import os
import resource
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrctl.editing import change as module
from okrctl.editing.change import Change, diff, write
from okrctl.errors import OkrctlError

OLD, NEW = b"title: old\n", b"title: new, and much longer\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "alice.yaml"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# What is written


def test_a_file_is_replaced(note: Path) -> None:
    write([Change(note, OLD, NEW)])
    assert note.read_bytes() == NEW
    assert names(note.parent) == ["alice.yaml"]


def test_a_new_file_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "cycles" / "2026-Q1" / "okrs" / "王芳.yaml"
    write([Change(path, None, NEW)])
    assert path.read_bytes() == NEW
    assert names(tmp_path) == ["cycles/2026-Q1/okrs/王芳.yaml"]


def test_what_stays_the_same_is_not_touched(note: Path) -> None:
    before = note.stat()
    write([Change(note, OLD, OLD)])
    assert note.stat().st_ino == before.st_ino
    assert note.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_rights_of_a_file_stay_as_they_were(note: Path, mode: int) -> None:
    note.chmod(mode)
    write([Change(note, OLD, NEW)])
    assert note.stat().st_mode & 0o777 == mode


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_rights_of_a_new_file_follow_the_umask(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write([Change(tmp_path / "new.yaml", None, NEW)])
    finally:
        os.umask(before)
    assert (tmp_path / "new.yaml").stat().st_mode & 0o777 == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_root_writes_keeps_its_owner(note: Path) -> None:
    os.chown(note, 1234, 1234)
    write([Change(note, OLD, NEW)])
    assert (note.stat().st_uid, note.stat().st_gid) == (1234, 1234)


# Links


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path, note: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to("alice.yaml")
    write([Change(link, OLD, NEW)], tmp_path)
    assert link.is_symlink()
    assert note.read_bytes() == NEW


def test_a_link_that_leaves_the_workspace_is_not_written_through(tmp_path: Path, note: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "link.yaml").symlink_to(note)
    with pytest.raises(OkrctlError, match=r"link\.yaml leads out of the workspace.*nothing was written"):
        write([Change(root / "link.yaml", OLD, NEW)], root)
    assert note.read_bytes() == OLD


def test_a_linked_folder_outside_gets_no_new_file(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "cycles").symlink_to(tmp_path / "outside")
    with pytest.raises(OkrctlError, match="leads out of the workspace"):
        write([Change(tmp_path / "root" / "cycles" / "a.yaml", None, NEW)], tmp_path / "root")
    assert names(tmp_path / "outside") == []


def test_a_link_to_nowhere_is_something_that_stands_there(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(OkrctlError, match="already exists"):
        write([Change(tmp_path / "new.yaml", None, NEW)], tmp_path)
    assert names(tmp_path) == []


# Somebody else was there


def test_a_file_that_changed_meanwhile_is_left_alone(note: Path) -> None:
    note.write_bytes(b"title: saved by hand\n")
    with pytest.raises(OkrctlError) as caught:
        write([Change(note, OLD, NEW)], note.parent)
    assert caught.value.message.en == "alice.yaml was changed by somebody else in the meantime; nothing was written"
    assert caught.value.message.zh == "alice.yaml 在此期间被别人改过；未写入任何内容"
    assert note.read_bytes() == b"title: saved by hand\n"
    assert names(note.parent) == ["alice.yaml"]


def test_a_file_that_was_deleted_meanwhile_does_not_come_back(note: Path) -> None:
    note.unlink()
    with pytest.raises(OkrctlError, match="was deleted or renamed in the meantime; nothing was written"):
        write([Change(note, OLD, NEW)], note.parent)
    assert names(note.parent) == []


def test_a_new_file_overwrites_nothing(note: Path) -> None:
    with pytest.raises(OkrctlError, match="already exists, and okrctl does not overwrite files; nothing was written"):
        write([Change(note, None, NEW)], note.parent)
    assert note.read_bytes() == OLD


def test_one_conflict_stops_all_before_anything_is_written(tmp_path: Path, note: Path) -> None:
    with pytest.raises(OkrctlError, match="nothing was written"):
        write([Change(tmp_path / "cycles" / "new.yaml", None, NEW), Change(note, b"else", NEW)], tmp_path)
    assert names(tmp_path) == ["alice.yaml"]
    assert not (tmp_path / "cycles").exists()


def test_a_file_that_changes_at_the_last_moment_is_named_with_what_was_written(
    tmp_path: Path, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = module._put

    def put_and_interfere(staged: module._Staged) -> None:
        put(staged)
        note.write_bytes(b"title: saved by hand\n")

    monkeypatch.setattr(module, "_put", put_and_interfere)
    with pytest.raises(OkrctlError) as caught:
        write([Change(tmp_path / "new.yaml", None, NEW), Change(note, OLD, NEW)], tmp_path)
    said = "alice.yaml was changed by somebody else in the meantime; written: new.yaml; not written: alice.yaml"
    assert caught.value.message.en == said
    assert note.read_bytes() == b"title: saved by hand\n"
    assert names(tmp_path) == ["alice.yaml", "new.yaml"]


@pytest.mark.parametrize("linking", [True, False], ids=["with hard links", "without"])
def test_of_two_writers_of_one_new_file_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linking: bool
) -> None:
    """Both have checked that the file is not there before either gives it its name."""
    if not linking:
        monkeypatch.setattr(os, "link", refuse(errno.EPERM))
    both, put_new = threading.Barrier(2), module._put_new

    def put_together(staged: module._Staged) -> None:
        both.wait(10)
        put_new(staged)

    monkeypatch.setattr(module, "_put_new", put_together)
    path, outcome = tmp_path / "new.yaml", dict[bytes, bool]()

    def writer(content: bytes) -> None:
        try:
            write([Change(path, None, content)], tmp_path)
            outcome[content] = True
        except OkrctlError:
            outcome[content] = False

    threads = [threading.Thread(target=writer, args=(content,)) for content in (b"one", b"other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcome.values()) == [False, True]
    assert outcome[path.read_bytes()]
    assert names(tmp_path) == ["new.yaml"]


# The disk says no


def refuse(number: int) -> Callable[..., None]:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refused


@contextmanager
def nobody() -> Iterator[Path]:
    """A folder, and the rights of somebody who is not root, in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)


def test_a_folder_without_write_permission_leaves_the_old_file() -> None:
    with nobody() as folder:
        note = folder / "alice.yaml"
        note.write_bytes(OLD)
        folder.chmod(0o555)
        with pytest.raises(OkrctlError) as caught:
            write([Change(note, OLD, NEW)], folder)
        folder.chmod(0o755)
        assert caught.value.message.en == "no permission to write alice.yaml; nothing was written"
        assert caught.value.hint is not None
        assert note.read_bytes() == OLD
        assert names(folder) == ["alice.yaml"]


def test_a_file_that_is_write_protected_stays_so() -> None:
    with nobody() as folder:
        note = folder / "alice.yaml"
        note.write_bytes(OLD)
        note.chmod(0o444)
        with pytest.raises(OkrctlError, match="write-protected; nothing was written"):
            write([Change(note, OLD, NEW)], folder)
        assert note.read_bytes() == OLD


def test_a_file_in_the_way_of_a_folder_is_named(note: Path) -> None:
    with pytest.raises(OkrctlError, match=r"alice\.yaml/new\.yaml cannot be a file.*nothing was written"):
        write([Change(note / "new.yaml", None, NEW)], note.parent)


def test_a_disk_that_is_full_leaves_the_old_files(tmp_path: Path, note: Path) -> None:
    """The first change still fits; the kernel itself cuts the second one off in the middle."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(OkrctlError, match=r"the disk or your quota is full.*big\.yaml; nothing was written"):
            write([Change(note, OLD, NEW), Change(tmp_path / "a" / "big.yaml", None, b"x" * 10_000)], tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert note.read_bytes() == OLD
    assert names(tmp_path) == ["alice.yaml"]
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("step", ["fsync", "replace", "open"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_whatever_the_disk_refuses_the_old_file_is_whole(
    note: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    monkeypatch.setattr(os, step, refuse(number))
    with pytest.raises(OkrctlError) as caught:
        write([Change(note, OLD, NEW)], note.parent)
    monkeypatch.undo()
    assert "nothing was written" in caught.value.message.en
    assert "未写入任何内容" in caught.value.message.zh
    assert note.read_bytes() == OLD
    assert names(note.parent) == ["alice.yaml"]


def test_an_interrupt_leaves_no_litter(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write([Change(note, OLD, NEW)], note.parent)
    assert names(note.parent) == ["alice.yaml"]
    assert note.read_bytes() == OLD


def test_a_disk_without_hard_links_gets_its_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refuse(errno.EPERM))
    write([Change(tmp_path / "new.yaml", None, NEW)], tmp_path)
    assert (tmp_path / "new.yaml").read_bytes() == NEW
    assert names(tmp_path) == ["new.yaml"]


# Killed

STEPS = ("open", "close", "fsync", "replace", "link", "chmod", "unlink", "mkdir")


def die_at(count: int) -> None:
    """From now on the process kills itself right before its `count`-th look at the disk."""
    left = [count]

    def watched(step: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return step(*args, **kwargs)

        return call

    for name in STEPS:
        setattr(os, name, watched(getattr(os, name)))


def run_and_die(changes: list[Change], root: Path, count: int) -> bool:
    """Write in a child that dies at that step; False when it came to the end alive."""
    child = os.fork()
    if child == 0:
        try:
            die_at(count)
            write(changes, root)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_at_any_step_every_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    count = 0
    alive = False
    while not alive:
        count += 1
        root = tmp_path / str(count)
        root.mkdir()
        note, new = root / "alice.yaml", root / "notes" / "bob.yaml"
        note.write_bytes(OLD)
        alive = not run_and_die([Change(note, OLD, NEW), Change(new, None, NEW)], root, count)
        assert note.read_bytes() in (OLD, NEW)
        assert not new.exists() or new.read_bytes() == NEW
        # What is left over begins with a dot, which no okrctl reads.
        assert [name for name in names(root) if not Path(name).name.startswith(".")] in (
            ["alice.yaml"],
            ["alice.yaml", "notes/bob.yaml"],
        )
    assert count > 10
    assert note.read_bytes() == new.read_bytes() == NEW


# The diff


def test_the_diff_of_a_change_and_of_a_new_file(tmp_path: Path) -> None:
    changes = [
        Change(tmp_path / "okrctl.yaml", b"version: 1\nname: Starling\n", b"version: 1\nname: Star\n"),
        Change(tmp_path / "cycles" / "2026" / "cycle.yaml", None, "title: 2026 年\n".encode()),
        Change(tmp_path / "same.yaml", b"a: 1\n", b"a: 1\n"),
    ]
    assert diff(changes, tmp_path) == (
        "--- a/okrctl.yaml\n"
        "+++ b/okrctl.yaml\n"
        "@@ -1,2 +1,2 @@\n"
        " version: 1\n"
        "-name: Starling\n"
        "+name: Star\n"
        "--- /dev/null\n"
        "+++ b/cycles/2026/cycle.yaml\n"
        "@@ -0,0 +1 @@\n"
        "+title: 2026 年\n"
    )


def test_a_last_line_without_end_is_marked(tmp_path: Path) -> None:
    assert diff([Change(tmp_path / "a.yaml", b"a: 1", b"a: 2\n")], tmp_path) == (
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n-a: 1\n\\ No newline at end of file\n+a: 2\n"
    )


@given(before=st.text("ab\n\r\x0c\u2028中", max_size=30), after=st.text("ab\n\r\x0c\u2028中", max_size=30))
def test_git_applies_the_diff(before: str, after: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "a.yaml").write_bytes(before.encode())
        text = diff([Change(root / "a.yaml", before.encode(), after.encode())], root)
        if text:
            command = ["git", "apply", "--unidiff-zero", "--whitespace=nowarn", "-"]
            subprocess.run(command, cwd=root, input=text.encode(), check=True)
        assert (root / "a.yaml").read_bytes() == after.encode()
