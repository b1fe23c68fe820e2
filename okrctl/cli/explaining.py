"""`okrctl explain`."""

from enum import StrEnum
from typing import Annotated

import typer

from okrctl.cli.completion import complete_addresses
from okrctl.cli.options import with_session
from okrctl.cli.session import Session


class ExplainFormat(StrEnum):
    """How an explanation is printed."""

    TEXT = "text"
    JSON = "json"


@with_session
def explain(
    session: Session,
    what: Annotated[
        str,
        typer.Argument(
            metavar="CODE|ADDRESS", help="A rule (OKR201) or a goal (growth/O1/KR2).", autocompletion=complete_addresses
        ),
    ],
    format: Annotated[ExplainFormat, typer.Option("--format", help="How it is printed.")] = ExplainFormat.TEXT,
) -> None:
    """Explain a rule (what, why, bad, good, how to fix), or every step of a goal's numbers with file and line."""
    from okrctl.cli.answers import explain_goal, explain_rule, is_code

    answer = explain_rule if is_code(what) else explain_goal
    answer(session, what, as_json=format is ExplainFormat.JSON)
