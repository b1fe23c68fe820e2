"""What every command that writes does the same way: show it, do it, say it."""

from collections.abc import Sequence
from pathlib import Path

from okrctl.cli.session import Session
from okrctl.editing.change import Change, diff, write
from okrctl.language import Bilingual

_WROTE = Bilingual("wrote {path}", "已写入 {path}")
_UNCHANGED = Bilingual("{path} is up to date", "{path} 已是最新，无需写入")
_FILES = Bilingual("wrote {n} files in {folder}", "已在 {folder} 写入 {n} 个文件")
_MOST_NAMED = 15


def apply(session: Session, changes: Sequence[Change], dry_run: bool, root: Path | None = None) -> None:
    """Write the changes and say so; with `dry_run` print them as a unified diff instead."""
    here = Path.cwd()
    if dry_run:
        session.result(diff(changes, root or here))
        return
    needed = [change for change in changes if change.is_needed]
    write(changes, root)
    if not needed:
        session.remark(
            _UNCHANGED.format(path=_from(here, changes[0].path if len(changes) == 1 else changes[0].path.parent))
        )
    elif len(needed) > _MOST_NAMED:
        session.remark(_FILES.format(n=len(needed), folder=_from(here, root or needed[0].path.parent)))
    else:
        for change in needed:
            session.remark(_WROTE.format(path=_from(here, change.path)))


def _from(here: Path, path: Path) -> str:
    absolute = path.absolute()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else str(path)
