"""Which way a link leads: up, across, or down to the people somebody leads."""

from okrctl.workspace import chart
from okrctl.workspace.index import Workspace


def leads_down(workspace: Workspace, source: str, target: str) -> bool:
    """Whether goals of `target` stand below those of `source`: his team's, his report's, or those of a team below.

    A team stands below the teams above it and whoever leads these; its lead's own manager counts only for the
    lead's personal goals, for a project team may be led by anybody.
    """
    if target in workspace.teams:
        above = tuple(chart.parents(workspace, target))
        return source in above or any(chart.lead_of(workspace, team) == source for team in above)
    person = chart.responsible(workspace, source)
    return person != target and person in chart.managers(workspace, target)
