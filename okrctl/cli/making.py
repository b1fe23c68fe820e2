"""`okrctl init` and `okrctl new …`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from okrctl.cli.completion import complete_owners
from okrctl.cli.options import read_day, with_session
from okrctl.cli.session import Session

new_app = typer.Typer(help="Write a file from a template with every hint a newcomer needs.", no_args_is_help=True)
_DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be written.")]


@with_session
def init(
    session: Session,
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="Where; default: here (or -C).")] = None,
    name: Annotated[str | None, typer.Option("--name", help="The company's name; default: the folder's.")] = None,
    person: Annotated[str | None, typer.Option("--person", help="Your name; default: git's user.name.")] = None,
    email: Annotated[str | None, typer.Option("--email", help="Your e-mail; default: git's user.email.")] = None,
    example: Annotated[bool, typer.Option("--example", help="With a small team and notes to look at.")] = False,
    dry_run: _DryRun = False,
) -> None:
    """Make a workspace that validates: settings, people with you among them, this quarter, one sheet."""
    from okrctl.cli.files_made import Newcomer, make_workspace

    make_workspace(session, folder or session.options.folder, Newcomer(name, person, email, example), dry_run)


@new_app.command("cycle")
@with_session
def new_cycle(
    session: Session,
    cycle_id: Annotated[str, typer.Argument(metavar="CYCLE", help="2026-Q2, 2026-B1, 2026-01, 2026, or a name.")],
    start: Annotated[
        date | None,
        typer.Option("--start", parser=read_day, metavar="DATE", help="Where the dates do not follow from the name."),
    ] = None,
    end: Annotated[
        date | None, typer.Option("--end", parser=read_day, metavar="DATE", help="The last day, included.")
    ] = None,
    project: Annotated[
        str | None,
        typer.Option("--project", metavar="NAME", help="The project that it follows instead of the calendar."),
    ] = None,
    dry_run: _DryRun = False,
) -> None:
    """A new cycle, with the days that matter in it."""
    from okrctl.cli.files_made import NewCycle, make_cycle

    make_cycle(session, NewCycle(cycle_id, start, end, project), dry_run)


@new_app.command("okr")
@with_session
def new_okr(
    session: Session,
    owner: Annotated[
        str | None, typer.Argument(help="A person or team; default: you.", autocompletion=complete_owners)
    ] = None,
    dry_run: _DryRun = False,
) -> None:
    """A new OKR sheet: what makes a good objective and a good key result stands in it as comments."""
    from okrctl.cli.files_made import make_sheet

    make_sheet(session, owner, dry_run)


@new_app.command("note")
@with_session
def new_note(
    session: Session,
    person: Annotated[
        str | None, typer.Argument(help="Whose note; default: yours.", autocompletion=complete_owners)
    ] = None,
    week: Annotated[str | None, typer.Option("--week", metavar="WEEK", help="Default: this week.")] = None,
    dry_run: _DryRun = False,
) -> None:
    """A new weekly note, with your key results, their last values and open to-dos at hand."""
    from okrctl.cli.files_made import make_note

    make_note(session, person, week, dry_run)


@new_app.command("retro")
@with_session
def new_retro(
    session: Session,
    owner: Annotated[
        str | None, typer.Argument(help="A person or team; default: you.", autocompletion=complete_owners)
    ] = None,
    dry_run: _DryRun = False,
) -> None:
    """Self-scores for the cycle that has just ended or is about to, with what is known of each key result."""
    from okrctl.cli.files_made import make_retro

    make_retro(session, owner, dry_run)
