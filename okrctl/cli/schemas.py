"""`okrctl schema`."""

from pathlib import Path
from typing import Annotated

import typer

from okrctl.cli.options import with_session
from okrctl.cli.session import Session


@with_session
def schema(
    session: Session,
    kind: Annotated[str | None, typer.Argument(help="settings, org, cycle, okr, note, retro, scheme, …")] = None,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="DIR", help="Write all schemas into DIR, one file a kind.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what --write would change.")] = False,
) -> None:
    """Print the JSON Schema (2020-12) of a kind of file, or write all of them for editors."""
    from okrctl.cli.writing import apply
    from okrctl.editing.schemas import schema_changes, schema_text, schemas_text

    if write is not None:
        apply(session, schema_changes(write), dry_run)
    else:
        session.result(schemas_text() if kind is None else schema_text(kind))
