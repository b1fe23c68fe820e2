"""What `status` does: the figures of the day, then the board, the lists for a reminder, or the rollout."""

from typing import NamedTuple

from okrctl.cli.opened import FOLLOWED, LOOKED_BACK_ON, OpenedCycle, known_owner, open_cycle, own_template
from okrctl.cli.session import Session
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.progress.figures import figures
from okrctl.progress.reported import collect_reports
from okrctl.reports.status.record import ListName
from okrctl.reports.status.scope import StatusScope
from okrctl.workspace import chart
from okrctl.workspace.index import Workspace

_NO_TEAM = Bilingual("{name} is a person: status is about teams", "{name} 是人员：status 以团队为单位")
_NO_TEAM_HINT = Bilingual(
    "name a team: okrctl status {team}; a person's own goals: okrctl weekly {person}",
    "请写团队：okrctl status {team}；个人的目标见 okrctl weekly {person}",
)
_ONE_OF = Bilingual(
    "--rollout is a table of its own: leave out --late, --stale and --missing",
    "--rollout 是单独的表格：请去掉 --late、--stale、--missing",
)


class Request(NamedTuple):
    """The options of `status`; `lists` of `late`, `stale`, `missing`."""

    team: str | None
    lists: frozenset[ListName]
    rollout: bool
    format_name: str


def show_status(session: Session, request: Request) -> int:
    """Print what was asked for; gives the exit code."""
    if request.rollout and request.lists:
        raise OkrctlError(_ONE_OF)
    kinds = LOOKED_BACK_ON if request.rollout else FOLLOWED
    found = open_cycle(session, lambda frame: _team(frame, request.team), kinds=kinds)
    # A cycle that is over is shown as it ended: what fell silent since then is no news.
    day = min(found.opened.today, found.cycle.end)
    graph = found.opened.graph
    scope = StatusScope(graph, figures(graph, collect_reports(graph), day), found.cycle, found.owner)
    if request.lists:
        return _lists(session, scope, request)
    if request.rollout:
        _rollout(session, scope, found, request.format_name)
    else:
        _board(session, scope, found, request.format_name)
    return 0


def _team(frame: Workspace, asked: str | None) -> str | None:
    if asked is None:
        return None
    owner = known_owner(frame, asked)
    if owner not in frame.teams:
        hint = _NO_TEAM_HINT.format(team=chart.team_of(frame, owner) or "company", person=owner)
        raise OkrctlError(_NO_TEAM.format(name=frame.name_of(owner)), hint)
    return owner


def _board(session: Session, scope: StatusScope, found: OpenedCycle, format_name: str) -> None:
    from okrctl.reports.status.build import build_board

    board = build_board(scope)
    if format_name == "json":
        from okrctl.diagnostics.formats.escapes import as_json
        from okrctl.reports.status.as_json import board_data

        session.result(as_json(board_data(board)))
    elif format_name == "md":
        from okrctl.reports.status.md import board_markdown

        session.result(board_markdown(board, session.language, own_template(found.opened, "status")))
    else:
        from okrctl.cli.shown import show
        from okrctl.console.board import render_board

        show(session, lambda width: render_board(board, session.language, width))


def _lists(session: Session, scope: StatusScope, request: Request) -> int:
    from okrctl.reports.status.remind import build_reminders

    reminders = build_reminders(scope, request.lists)
    if request.format_name == "json":
        from okrctl.diagnostics.formats.escapes import as_json
        from okrctl.reports.status.as_json import reminders_data

        session.result(as_json(reminders_data(reminders)))
    elif request.format_name == "md":
        from okrctl.reports.status.md import reminders_markdown

        session.result(reminders_markdown(reminders, session.language))
    else:
        from okrctl.reports.status.plain import reminder_lines

        session.result("".join(f"{line}\n" for line in reminder_lines(reminders, session.language)))
    return int(bool(reminders.people))


def _rollout(session: Session, scope: StatusScope, found: OpenedCycle, format_name: str) -> None:
    from okrctl.reports.status.rollout import build_rollout

    rollout = build_rollout(scope, found.opened.today)
    if format_name == "json":
        from okrctl.diagnostics.formats.escapes import as_json
        from okrctl.reports.status.as_json import rollout_data

        session.result(as_json(rollout_data(rollout)))
    elif format_name == "md":
        from okrctl.reports.status.md import rollout_markdown

        session.result(rollout_markdown(rollout, session.language, own_template(found.opened, "rollout")))
    else:
        from okrctl.cli.shown import show
        from okrctl.console.board_rollout import render_rollout

        show(session, lambda width: render_rollout(rollout, session.language, width))
