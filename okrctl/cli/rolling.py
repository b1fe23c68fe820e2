"""What `weekly --write` does: the report goes into the cycle's rolling document."""

from okrctl.cli.opened import Opened, own_template
from okrctl.cli.session import Session
from okrctl.cli.writing import apply
from okrctl.editing.change import Change
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.reports.keep import merge
from okrctl.reports.markers import Damage
from okrctl.reports.weekly.record import WeeklyReport
from okrctl.reports.weekly.render import document_path, section

_NOT_TEXT = Bilingual("{path} is not UTF-8 text; nothing was written", "{path} 不是 UTF-8 文本；没有写入任何内容")
_DAMAGED = Bilingual("{path}:{line}: {message}", "{path}:{line}：{message}")


def roll(session: Session, opened: Opened, report: WeeklyReport, dry_run: bool) -> None:
    """Merge the report into the document and write it; a damaged one is left alone."""
    apply(session, (_merged(session, opened, report),), dry_run, opened.root)


def _merged(session: Session, opened: Opened, report: WeeklyReport) -> Change:
    path = opened.root / document_path(report)
    where = opened.shown(document_path(report))
    before = path.read_bytes() if path.is_file() else None
    try:
        text = None if before is None else before.decode("utf-8")
    except UnicodeDecodeError as error:
        raise OkrctlError(_NOT_TEXT.format(path=where)) from error
    fresh = section(report, session.language, own_template(opened, "weekly"))
    merged = merge(text, fresh, session.language)
    if isinstance(merged, Damage):
        raise OkrctlError(_DAMAGED.format(path=where, line=merged.line, message=merged.message), merged.remedy)
    return Change(path, before, merged.encode("utf-8"))
