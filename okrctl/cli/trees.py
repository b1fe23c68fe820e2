"""`okrctl tree`."""

from enum import StrEnum
from typing import Annotated

import typer

from okrctl.cli.completion import complete_owners
from okrctl.cli.options import with_session
from okrctl.cli.session import Session


class TreeFormat(StrEnum):
    """How the tree is drawn."""

    TEXT = "text"
    MD = "md"
    MERMAID = "mermaid"
    DOT = "dot"
    SVG = "svg"
    JSON = "json"


class By(StrEnum):
    """What the tree is nested by."""

    ALIGNMENT = "alignment"
    TEAM = "team"
    PERSON = "person"


class Only(StrEnum):
    """Which goals remain, with the way to them."""

    AT_RISK = "at_risk"
    STALE = "stale"
    UNALIGNED = "unaligned"


@with_session
def tree(
    session: Session,
    owner: Annotated[
        str | None,
        typer.Argument(help="Only what hangs on this team's or person's goals.", autocompletion=complete_owners),
    ] = None,
    depth: Annotated[int | None, typer.Option("--depth", min=1, help="How many levels of objectives.")] = None,
    up: Annotated[bool, typer.Option("--up", help="From OWNER's goals up to what they support.")] = False,
    by: Annotated[By, typer.Option("--by", help="What the tree is nested by.")] = By.ALIGNMENT,
    only: Annotated[Only | None, typer.Option("--only", help="Only these goals, with the way to them.")] = None,
    format: Annotated[TreeFormat, typer.Option("--format", help="How the tree is drawn.")] = TreeFormat.TEXT,
) -> None:
    """The alignment tree: company objectives at the root, what supports them below."""
    from okrctl.cli.drawing import draw_tree
    from okrctl.reports.tree.record import TreeOptions

    options = TreeOptions(owner, depth, up, by.value, only.value if only else None)
    draw_tree(session, options, format.value)
