"""Who is to write a sheet for a cycle (218, `align`, `status --rollout`)."""

from datetime import date

from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, SheetKey, Workspace


def owners_due(workspace: Workspace, cycle: Cycle, day: date) -> tuple[str, ...]:
    """Teams, then people, whose sheet belongs to the cycle whether or not it is there; a project's only those there.

    Every team with a lead among us. A person where half of his team or more have one; a lead is at home on his team's.
    """
    present = {sheet.owner for sheet in workspace.sheets if sheet.cycle == cycle.id}
    present |= {sheet.owner for sheet in workspace.broken_sheets if sheet.cycle == cycle.id}
    if cycle.project is not None:
        return tuple(sorted(present))
    teams = [team for team in workspace.teams if team in present or _is_led(workspace, team, day)]
    people = [
        person
        for person in workspace.people
        if person in present or (chart.is_active(workspace, person, day) and _is_custom(workspace, cycle, person, day))
    ]
    return (*teams, *people)


def _is_led(workspace: Workspace, team: str, day: date) -> bool:
    lead = chart.lead_of(workspace, team)
    return lead is not None and chart.is_active(workspace, lead, day)


def _is_custom(workspace: Workspace, cycle: Cycle, person: str, day: date) -> bool:
    """Whether the others of his team have sheets of their own, at least every second of them."""
    team = chart.team_of(workspace, person)
    if team is None or chart.teams_led_by(workspace, person):
        return False
    others = [
        other
        for other in chart.own_people(workspace, team)
        if other != person and other != chart.lead_of(workspace, team) and chart.is_active(workspace, other, day)
    ]
    written = sum(SheetKey(cycle.id, other) in workspace.sheets for other in others)
    return bool(others) and 2 * written >= len(others)
