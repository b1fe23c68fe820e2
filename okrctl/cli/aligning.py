"""`okrctl align`."""

from enum import StrEnum
from typing import Annotated

import typer

from okrctl.cli.completion import complete_owners
from okrctl.cli.options import with_session
from okrctl.cli.session import Session


class AlignFormat(StrEnum):
    """How the document is printed."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


@with_session
def align(
    session: Session,
    owner: Annotated[
        str | None,
        typer.Argument(
            metavar="TEAM|PERSON", help="Whose sheets; default: the team you lead.", autocompletion=complete_owners
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Put it into the cycle's document; what people wrote stays.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what --write would change.")] = False,
    format: Annotated[
        AlignFormat | None,
        typer.Option("--format", help="How it is printed; default: text on a terminal, else md.", show_default=False),
    ] = None,
) -> None:
    """The document of the alignment meeting: what each sheet supports, who is asked to help, what is open."""
    from okrctl.cli.alignment_report import Request, report_alignment

    report_alignment(session, Request(owner, write, dry_run, format.value if format else None))
