"""A planned write: shown as a diff, refused when the file changed under it, and never half done."""

import contextlib
import difflib
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from okrctl.editing import refusal
from okrctl.editing.turn import my_turn


class Change(NamedTuple):
    """One file as the planner saw it (`before`; None: there was none), and as it shall be."""

    path: Path
    before: bytes | None
    after: bytes

    @property
    def is_needed(self) -> bool:
        """Whether the two differ."""
        return self.before != self.after


class _Staged(NamedTuple):
    """A change whose new content stands complete on the disk, beside the file it will become."""

    change: Change
    target: Path
    temporary: Path


def write(changes: Iterable[Change], root: Path | None = None) -> None:
    """Write every change, or raise OkrctlError that says what was written and what was not.

    Everything is checked and stands on the disk before the first file is replaced. Links are followed, but with
    `root` not out of it.
    """
    with my_turn(root):
        _write(changes, root)


def _write(changes: Iterable[Change], root: Path | None) -> None:
    plan = [change for change in changes if change.is_needed]
    staged: list[_Staged] = []
    folders: list[Path] = []
    done: list[Change] = []
    current = Path()
    try:
        for change in plan:
            current = change.path
            target = _target(change, root)
            _refuse_if_changed(change, target)
            _make_folders(target.parent, folders)
            staged.append(_stage(change, target))
        for one in staged:
            current = one.change.path
            _refuse_if_changed(one.change, one.target)
            _put(one)
            done.append(one.change)
    except refusal.RefusedError as refused:
        raise refused.as_error(shown(current, root), *_outcome(plan, done, root)) from refused
    except OSError as error:
        raise refusal.of_system(error).as_error(shown(current, root), *_outcome(plan, done, root)) from error
    finally:
        _clean(staged, folders)


def diff(changes: Iterable[Change], root: Path) -> str:
    """The changes as one unified diff that `git apply` takes in `root`; empty where nothing would change."""
    return "".join(line for change in changes if change.is_needed for line in _diff(change, root))


def shown(path: Path, root: Path | None) -> str:
    """A path as people read it: from the workspace, with `/` between folders."""
    if root is not None and path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return path.as_posix()


def _diff(change: Change, root: Path) -> Iterator[str]:
    name = shown(change.path, root).lstrip("/")
    old = "/dev/null" if change.before is None else f"a/{name}"
    lines = difflib.unified_diff(_lines(change.before or b""), _lines(change.after), old, f"b/{name}")
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(content: bytes) -> list[str]:
    # Not splitlines: a form feed or U+2028 inside a text begins no line for git.
    *whole, rest = content.decode("utf-8", "replace").split("\n")
    return [line + "\n" for line in whole] + ([rest] if rest else [])


def _target(change: Change, root: Path | None) -> Path:
    """Where the bytes go: what a link leads to; for a new file the place itself, in the folder as it really is."""
    if change.before is None:
        target = Path(os.path.realpath(change.path.parent)) / change.path.name
    else:
        target = Path(os.path.realpath(change.path))
    if root is not None and not target.is_relative_to(os.path.realpath(root)):
        raise refusal.OUTSIDE.refused()
    return target


def _refuse_if_changed(change: Change, target: Path) -> None:
    now: bytes | None
    try:
        now = target.read_bytes()
    except FileNotFoundError:
        # A link that leads nowhere is no file to read, and yet something that stands there.
        now = b"" if target.is_symlink() else None
    if now is not None and change.before is None:
        raise refusal.EXISTS.refused()
    if now != change.before:
        raise (refusal.GONE if now is None else refusal.CHANGED).refused()
    # The rights asked for are those of the one who writes, not of the one who started him (sudo).
    effective = os.access in os.supports_effective_ids
    if now is not None and not os.access(target, os.W_OK, effective_ids=effective):
        raise refusal.READ_ONLY.refused()


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = [folder, *folder.parents]
    for one in reversed([path for path in missing if not path.exists()]):
        one.mkdir(exist_ok=True)
        made.append(one)
        _sync_folder(one.parent)


def _stage(change: Change, target: Path) -> _Staged:
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
    # The mode of a new file is the umask's business; that of an old one is copied.
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(change.after)
            file.flush()
            if change.before is not None:
                _copy_rights(target, temporary)
            os.fsync(file.fileno())
    except BaseException:
        _remove(temporary)
        raise
    return _Staged(change, target, temporary)


def _copy_rights(target: Path, temporary: Path) -> None:
    facts = target.stat()
    if hasattr(os, "chown") and (facts.st_uid, facts.st_gid) != (os.geteuid(), os.getegid()):
        with contextlib.suppress(OSError):  # only root may give a file away
            os.chown(temporary, facts.st_uid, facts.st_gid)
    temporary.chmod(stat.S_IMODE(facts.st_mode))


def _put(staged: _Staged) -> None:
    if staged.change.before is not None:
        staged.temporary.replace(staged.target)
    else:
        _put_new(staged)
    _sync_folder(staged.target.parent)


def _put_new(staged: _Staged) -> None:
    """Give the file its name, unless somebody else has taken it meanwhile."""
    try:
        if os.name == "nt":
            staged.temporary.rename(staged.target)  # on Windows it never overwrites
        else:
            os.link(staged.temporary, staged.target)
    except FileExistsError:
        raise refusal.EXISTS.refused() from None
    except OSError:
        _claim(staged)


def _claim(staged: _Staged) -> None:
    """For disks without hard links: the name is taken by an empty file, which is then replaced."""
    try:
        os.close(os.open(staged.target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    except FileExistsError:
        raise refusal.EXISTS.refused() from None
    try:
        staged.temporary.replace(staged.target)
    except BaseException:
        _remove(staged.target)
        raise


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # not every system opens folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _clean(staged: Iterable[_Staged], folders: Iterable[Path]) -> None:
    for one in staged:
        _remove(one.temporary)
    for folder in reversed(list(folders)):
        with contextlib.suppress(OSError):  # what holds a file stays
            folder.rmdir()


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _outcome(plan: list[Change], done: list[Change], root: Path | None) -> tuple[list[str], list[str]]:
    """The paths that were written, and those that were not."""
    open_ = [change for change in plan if change not in done]
    return [shown(change.path, root) for change in done], [shown(change.path, root) for change in open_]
