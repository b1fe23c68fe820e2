"""`okrctl rollover`."""

from typing import Annotated

import typer

from okrctl.cli.completion import complete_cycles, complete_owners
from okrctl.cli.options import with_session
from okrctl.cli.session import Session


@with_session
def rollover(
    session: Session,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="CYCLE",
            help="The next cycle, never guessed; made where its name tells its dates.",
            autocompletion=complete_cycles,
        ),
    ] = None,
    owners: Annotated[
        list[str] | None,
        typer.Argument(metavar="OWNER", help="Whose sheets; default: everybody's.", autocompletion=complete_owners),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written.")] = False,
) -> None:
    """Draft the next cycle's sheets from what the self-scores carry on or revise; --cycle: the one to go on from."""
    from okrctl.cli.next_cycle import draft_next_cycle

    draft_next_cycle(session, to, owners or (), dry_run)
