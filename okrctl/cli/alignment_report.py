"""What `align` does: whose sheets, which cycle; then the document on the terminal, as Markdown, or kept in a file."""

from typing import NamedTuple

from okrctl.cli.opened import OpenedCycle, known_owner, open_cycle, own_template
from okrctl.cli.session import Session
from okrctl.cli.shown import folds
from okrctl.cli.whose import team_led_by_me
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, listed
from okrctl.reports.alignment_meeting.build import build
from okrctl.reports.alignment_meeting.record import AlignmentMeeting
from okrctl.workspace.index import Workspace

_ONE_PLACE = Bilingual(
    "--write keeps the Markdown document of the cycle: leave out --format and -o",
    "--write 写的是本周期的 Markdown 文档：请去掉 --format 和 -o",
)

_LATE = Bilingual(
    "{who} came after the document was begun: the tables for people have no row of theirs, add one by hand",
    "文档建立之后才有：{who}；请在文末的表格里手工补上相应的行",
)


class Request(NamedTuple):
    """The options of `align`."""

    owner: str | None
    write: bool
    dry_run: bool
    format: str | None


def report_alignment(session: Session, request: Request) -> None:
    """Build the document and put it where it belongs."""
    if (request.write or request.dry_run) and (request.format not in (None, "md") or session.options.output):
        raise OkrctlError(_ONE_PLACE)
    found = open_cycle(session, lambda frame: _owner(session, frame, request))
    meeting = build(found.opened.graph, found.cycle, found.owner or "", found.opened.today)
    if request.write or request.dry_run:
        _keep(session, found, meeting, request.dry_run)
    elif request.format == "json":
        from okrctl.diagnostics.formats.escapes import as_json as json_text
        from okrctl.reports.alignment_meeting.as_json import as_json

        session.result(json_text(as_json(meeting, session.language)))
    else:
        _print(session, found, meeting, request.format or ("text" if folds(session) else "md"))


def _keep(session: Session, found: OpenedCycle, meeting: AlignmentMeeting, dry_run: bool) -> None:
    from okrctl.cli.rolling import roll
    from okrctl.reports.alignment_meeting.render import document_path, section

    document = document_path(meeting)
    written = found.opened.workspace.files.read(document)
    fresh = section(meeting, session.language, own_template(found.opened, "align"))
    roll(session, found.opened, document, fresh, dry_run)
    text = written.decode("utf-8", "replace") if isinstance(written, bytes) else None
    late = (
        [] if text is None else [sheet.owner.name for sheet in meeting.sheets if f"| {sheet.owner.name} |" not in text]
    )
    if late:
        session.remark(_LATE.format(who=listed(late)))


def _print(session: Session, found: OpenedCycle, meeting: AlignmentMeeting, format_name: str) -> None:
    from okrctl.reports.alignment_meeting.render import markdown

    text = markdown(meeting, session.language, own_template(found.opened, "align"))
    if format_name == "md":
        session.result(text)
        return
    from okrctl.cli.shown import show
    from okrctl.console.document import draw_document

    show(session, lambda width: draw_document(text, width))


def _owner(session: Session, frame: Workspace, request: Request) -> str:
    return known_owner(frame, request.owner) if request.owner else team_led_by_me(session, frame, "align")
