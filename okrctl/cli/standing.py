"""`okrctl status`."""

from enum import StrEnum
from typing import Annotated

import typer

from okrctl.cli.completion import complete_teams
from okrctl.cli.options import with_session
from okrctl.cli.session import Session


class StatusFormat(StrEnum):
    """How the board is printed."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


@with_session
def status(
    session: Session,
    team: Annotated[
        str | None,
        typer.Argument(
            metavar="TEAM", help="This team and those below it; default: the company.", autocompletion=complete_teams
        ),
    ] = None,
    late: Annotated[
        bool, typer.Option("--late", help="Only who answers for key results far behind plan or past their due date.")
    ] = False,
    stale: Annotated[
        bool, typer.Option("--stale", help="Only who answers for key results without a report for too long.")
    ] = False,
    missing: Annotated[
        bool, typer.Option("--missing", help="Only who owed a note for the last meeting and wrote none.")
    ] = False,
    rollout: Annotated[
        bool,
        typer.Option(
            "--rollout", help="Team by team: sheets ready, approved, aligned, reported, scored, looked back on."
        ),
    ] = False,
    format: Annotated[StatusFormat, typer.Option("--format", help="How it is printed.")] = StatusFormat.TEXT,
) -> None:
    """The one-look board: where company and teams stand, and what needs help.

    --late, --stale and --missing are for a reminder script: one line a person,
    with handle, name, e-mail and what it is about, tabs between them; exit
    code 1 when anybody is on the list.
    """
    from okrctl.cli.status_board import Request, show_status
    from okrctl.reports.status.record import ListName

    lists: dict[ListName, bool] = {"late": late, "stale": stale, "missing": missing}
    asked = frozenset(name for name, wanted in lists.items() if wanted)
    raise typer.Exit(show_status(session, Request(team, asked, rollout, format.value)))
