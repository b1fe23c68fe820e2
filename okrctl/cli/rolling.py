"""What `--write` does: a report goes into the document of the cycle that okrctl and people write together."""

from okrctl.cli.opened import Opened
from okrctl.cli.session import Session
from okrctl.cli.writing import apply
from okrctl.editing.change import Change
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.reports.keep import Section, merge
from okrctl.reports.markers import Damage

_NO_FILE = Bilingual(
    "{path} is no file of this workspace (a folder, or a link that leaves it)",
    "{path} 不是本工作区的文件（是文件夹，或指向工作区之外的链接）",
)
_NOT_TEXT = Bilingual("{path} is not UTF-8 text; nothing was written", "{path} 不是 UTF-8 文本；没有写入任何内容")
_KEPT = Bilingual(
    "{n} parts had been changed by hand; they are kept below the fresh ones (lines {lines})",
    "有 {n} 处被手工修改过，已保留在新内容下方（第 {lines} 行）",
)
_KEPT_ONE = Bilingual(
    "1 part had been changed by hand; it is kept below the fresh one (line {lines})",
    "有 1 处被手工修改过，已保留在新内容下方（第 {lines} 行）",
)
_COMMA = Bilingual(", ", "、")
_BEGUN_ELSEWHERE = Bilingual(
    "the document was begun in another language; its title and your parts stay as they are",
    "这份文档当初是用另一种语言建立的，标题和手写的部分保持原样",
)
_DAMAGED = Bilingual("{path}:{line}: {message}", "{path}:{line}：{message}")


def roll(session: Session, opened: Opened, document: str, fresh: Section, dry_run: bool) -> None:
    """Merge a section into the document at a path of the workspace and write it; a damaged one is left alone."""
    change, kept = _merged(session, opened, document, fresh)
    apply(session, (change,), dry_run, opened.root)
    if kept and not dry_run:
        lines = _COMMA.say(session.language).join(map(str, kept))
        session.remark((_KEPT if len(kept) > 1 else _KEPT_ONE).format(n=len(kept), lines=lines))
    if change.before is not None and change.is_needed and _first_line(change.before) in fresh.elsewhere:
        session.remark(_BEGUN_ELSEWHERE)


def _first_line(document: bytes) -> str:
    """The first line of a document that is not blank: its title, unless somebody put something above."""
    return document.decode("utf-8-sig", "replace").lstrip().partition("\n")[0].rstrip()


def _merged(session: Session, opened: Opened, document: str, fresh: Section) -> tuple[Change, tuple[int, ...]]:
    path = opened.root / document
    where = opened.shown(document)
    entry = opened.workspace.files.entry(document)
    if entry is not None and entry.refusal is not None:
        raise OkrctlError(_NO_FILE.format(path=where))
    before = path.read_bytes() if path.is_file() else None
    try:
        text = None if before is None else before.decode("utf-8")
    except UnicodeDecodeError as error:
        raise OkrctlError(_NOT_TEXT.format(path=where)) from error
    merged = merge(text, fresh, session.language)
    if isinstance(merged, Damage):
        raise OkrctlError(_DAMAGED.format(path=where, line=merged.line, message=merged.message), merged.remedy)
    return Change(path, before, merged.text.encode("utf-8")), merged.kept
