"""What the shell completes: cycles, handles and addresses of the workspace one stands in."""

from collections.abc import Callable

import typer

Completion = tuple[str, str]


def complete_cycles(context: typer.Context, incomplete: str) -> list[Completion]:
    """The cycles of the workspace, with their titles."""
    from okrctl.cli import candidates

    return _matching(lambda: candidates.cycles(context.params.get("workspace")), incomplete)


def complete_owners(context: typer.Context, incomplete: str) -> list[Completion]:
    """People and teams by handle, with their names."""
    from okrctl.cli import candidates

    return _matching(lambda: candidates.owners(context.params.get("workspace")), incomplete)


def complete_teams(context: typer.Context, incomplete: str) -> list[Completion]:
    """Teams by handle, with their names."""
    from okrctl.cli import candidates

    return _matching(lambda: candidates.teams(context.params.get("workspace")), incomplete)


def complete_addresses(context: typer.Context, incomplete: str) -> list[Completion]:
    """Objectives and key results, with their titles."""
    from okrctl.cli import candidates

    folder, cycle = context.params.get("workspace"), context.params.get("cycle")
    return _matching(lambda: candidates.addresses(folder, cycle), incomplete)


def _matching(find: Callable[[], list[Completion]], incomplete: str) -> list[Completion]:
    # A shell waits for this at the user's cursor: a broken workspace completes nothing and says nothing.
    try:
        return [(word, words) for word, words in find() if word.startswith(incomplete)]
    except Exception:
        return []
