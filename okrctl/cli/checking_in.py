"""`okrctl checkin`."""

from typing import Annotated

import typer

from okrctl.cli.completion import complete_addresses, complete_owners
from okrctl.cli.options import with_session
from okrctl.cli.session import Session

_Goal = Annotated[
    str | None,
    typer.Argument(
        metavar="ADDRESS",
        help="The key result, such as O1/KR1; without one you are asked about all of yours.",
        autocompletion=complete_addresses,
    ),
]
_From = Annotated[
    list[str] | None,
    typer.Option("--from", metavar="WHO", help="Whose help it is (bob,dana).", autocompletion=complete_owners),
]
_Person = Annotated[
    str | None, typer.Option("--person", help="Whose note; default: yours.", autocompletion=complete_owners)
]


@with_session
def checkin(
    session: Session,
    goal: _Goal = None,
    value: Annotated[str | None, typer.Option("--value", help="The value now, of a metric or band.")] = None,
    percent: Annotated[str | None, typer.Option("--percent", help="How far it is, where there is no metric.")] = None,
    reached: Annotated[list[str] | None, typer.Option("--reached", metavar="M1", help="A milestone reached.")] = None,
    status: Annotated[
        str | None, typer.Option("--status", help="on_track, at_risk, off_track, done or paused, or 正常, 有风险 …")
    ] = None,
    confidence: Annotated[
        str | None, typer.Option("--confidence", help="0 to 10: how sure you are that it will be reached.")
    ] = None,
    message: Annotated[str | None, typer.Option("-m", "--message", help="The key progress, in a sentence.")] = None,
    risk: Annotated[list[str] | None, typer.Option("--risk", help="What is in the way; may be repeated.")] = None,
    need: Annotated[
        list[str] | None, typer.Option("--need", help="What would help; the n-th goes to the n-th risk.")
    ] = None,
    from_: _From = None,
    next_: Annotated[
        list[str] | None, typer.Option("--next", help='A next step: "Call the bank @bob due 02-27"; may be repeated.')
    ] = None,
    week: Annotated[str | None, typer.Option("--week", metavar="WEEK", help="Default: this week.")] = None,
    person: _Person = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written.")] = False,
) -> None:
    """Say how a key result stands this week; the note is made, or edited with everything else in it kept."""
    from okrctl.cli.checked_in import Request, check_in

    figures = (value, percent, tuple(reached or ()))
    asks = (tuple(risk or ()), tuple(need or ()), tuple(from_ or ()))
    words = (status, confidence, message)
    check_in(session, Request(goal, *figures, *words, *asks, tuple(next_ or ()), week, person, dry_run))
