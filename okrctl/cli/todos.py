"""`okrctl todo`, `okrctl todo done`, `okrctl todo add`."""

from enum import StrEnum
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from okrctl.cli.completion import complete_addresses, complete_owners
from okrctl.cli.options import behind_the_verb, with_session
from okrctl.cli.session import Session

_LIST = "list"


class ListByDefault(TyperGroup):
    """A group whose command may be left out: `todo alice` is `todo list alice`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The command first, whatever common options stand before it."""
        moved = behind_the_verb(args)
        verb = moved[0] if moved else ""
        if verb in self.commands:
            return super().parse_args(ctx, moved)
        asks_for_help = bool({"-h", "--help"} & set(args))
        return super().parse_args(ctx, args if asks_for_help else [_LIST, *args])


class TodoFormat(StrEnum):
    """How the list is printed."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


todo_app = typer.Typer(
    cls=ListByDefault,
    help="Open to-dos and needs: okrctl todo [PERSON|TEAM] lists them; done closes some, add writes one down.",
)
_Week = Annotated[str | None, typer.Option("--week", metavar="WEEK", help="The week of the note; default: this week.")]
_Person = Annotated[
    str | None, typer.Option("--person", help="Whose note; default: yours.", autocompletion=complete_owners)
]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be written.")]


@todo_app.command(_LIST)
@with_session
def todo_list(
    session: Session,
    owner: Annotated[
        str | None,
        typer.Argument(
            metavar="PERSON|TEAM",
            help="Whose; default: yours. A team's includes those below it.",
            autocompletion=complete_owners,
        ),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    format: Annotated[TodoFormat, typer.Option("--format", help="How it is printed.")] = TodoFormat.TEXT,
) -> None:
    """What is open, overdue first; the word list may be left out."""
    from okrctl.cli.todo_list import list_todos

    list_todos(session, owner, overdue, format.value)


@todo_app.command("done")
@with_session
def todo_done(
    session: Session,
    references: Annotated[
        list[str], typer.Argument(metavar="REF", help="As the list shows it: 2026-W07/alice/1, 2026-W07/alice/n1.")
    ],
    week: _Week = None,
    person: _Person = None,
    dry_run: _DryRun = False,
) -> None:
    """Close to-dos and needs, in your note of this week."""
    from okrctl.cli.todo_noted import close_todos

    close_todos(session, references, (week, person), dry_run)


@todo_app.command("add")
@with_session
def todo_add(
    session: Session,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help='"Call the bank @bob due 02-27"')],
    goal: Annotated[
        str | None,
        typer.Option(
            "--kr",
            metavar="ADDRESS",
            help="The key result that it is for; default: none.",
            autocompletion=complete_addresses,
        ),
    ] = None,
    week: _Week = None,
    person: _Person = None,
    dry_run: _DryRun = False,
) -> None:
    """Write down what was agreed, in your note of this week."""
    from okrctl.cli.todo_noted import add_todo

    add_todo(session, " ".join(text), goal, (week, person), dry_run)
