"""`okrctl retro`."""

from enum import StrEnum
from typing import Annotated

import typer

from okrctl.cli.completion import complete_owners
from okrctl.cli.options import with_session
from okrctl.cli.session import Session


class RetroFormat(StrEnum):
    """How the retrospective is printed."""

    MD = "md"
    JSON = "json"


@with_session
def retro(
    session: Session,
    owner: Annotated[
        str | None,
        typer.Argument(
            metavar="TEAM|PERSON",
            help="Whose retrospective; default: the team you lead.",
            autocompletion=complete_owners,
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Put it beside the self-scores, as Markdown; what people wrote stays.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what --write would change.")] = False,
    format: Annotated[RetroFormat, typer.Option("--format", help="How it is printed.")] = RetroFormat.MD,
) -> None:
    """The retrospective of a cycle: what became of the goals, how they came along, why, and what follows from it."""
    from okrctl.cli.looking_back import Request, look_back

    look_back(session, Request(owner, write, dry_run, format is RetroFormat.JSON))
