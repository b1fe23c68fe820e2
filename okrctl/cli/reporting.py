"""`okrctl weekly`."""

from enum import StrEnum
from typing import Annotated

import typer

from okrctl.cli.completion import complete_owners
from okrctl.cli.options import with_session
from okrctl.cli.session import Session


class WeeklyFormat(StrEnum):
    """How the report is printed."""

    MD = "md"
    JSON = "json"


@with_session
def weekly(
    session: Session,
    owner: Annotated[
        str | None,
        typer.Argument(
            metavar="TEAM|PERSON", help="Whose report; default: the team you lead.", autocompletion=complete_owners
        ),
    ] = None,
    week: Annotated[
        str | None,
        typer.Option(
            "--week", metavar="WEEK", help="The week, as 2026-W08; default: the latest one somebody wrote for."
        ),
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="WEEK", help="Merge the weeks from this one …")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="WEEK", help="… up to this one, into one report.")] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Put it into the cycle's rolling document; what people wrote stays.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what --write would change.")] = False,
    format: Annotated[WeeklyFormat, typer.Option("--format", help="How it is printed.")] = WeeklyFormat.MD,
) -> None:
    """The report for the weekly meeting: last week's plan, progress, risks, next steps, to-dos."""
    from okrctl.cli.weekly_report import Request, report_week

    report_week(session, Request(owner, week, first, last, write, dry_run, format is WeeklyFormat.JSON))
