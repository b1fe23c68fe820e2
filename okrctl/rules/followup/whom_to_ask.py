"""Whom the remedy of a finding names: somebody of this workspace who can be asked for help."""

from okrctl.workspace import chart
from okrctl.workspace.index import Workspace


def whom_to_ask(workspace: Workspace, author: str) -> str:
    """The author's manager; where he has none, a colleague of his team; else he himself."""
    manager = chart.manager_of(workspace, author)
    if manager in workspace.people:
        return str(manager)
    team = chart.team_of(workspace, author)
    colleagues = chart.own_people(workspace, team) if team else ()
    return next((name for name in colleagues if name != author), author)
