"""Who is to write a sheet for a cycle (218, `align`, `status --rollout`)."""

from datetime import date

from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, SheetKey, Workspace


def owners_due(workspace: Workspace, cycle: Cycle, day: date) -> tuple[str, ...]:
    """Teams, then people, whose sheet belongs to the cycle whether or not it is there; a project's only those there.

    Every team with a lead among us and people at home in it, unless its lead is the only one and has a sheet. A person
    who was there when the cycle began, where half of his team or more have one; a lead is at home on his team's.
    """
    present = sheets_there(workspace, cycle)
    if cycle.project is not None:
        return tuple(sorted(present))
    teams = [
        team
        for team in workspace.teams
        if team in present or (_is_led(workspace, team, day) and _has_people(workspace, team, present))
    ]
    people = [
        person
        for person in workspace.people
        if person in present
        or (_is_from_the_start(workspace, cycle, person, day) and _is_custom(workspace, cycle, person, day))
    ]
    return (*teams, *people)


def sheets_there(workspace: Workspace, cycle: Cycle) -> frozenset[str]:
    """Whose sheet is there, those too that cannot be read."""
    return frozenset(sheet.owner for sheet in (*workspace.sheets, *workspace.broken_sheets) if sheet.cycle == cycle.id)


def _is_led(workspace: Workspace, team: str, day: date) -> bool:
    lead = chart.lead_of(workspace, team)
    return lead is not None and chart.is_active(workspace, lead, day)


def _has_people(workspace: Workspace, team: str, present: frozenset[str]) -> bool:
    """Whether people are at home in a team, a project's are not; one who is alone may write either sheet."""
    at_home = [name for name, person in workspace.people.items() if person.value.team == team]
    return bool(at_home) and not (at_home == [chart.lead_of(workspace, team)] and at_home[0] in present)


def _is_from_the_start(workspace: Workspace, cycle: Cycle, person: str, day: date) -> bool:
    """Whether somebody is one of us who was here when the cycle began."""
    joined = workspace.people[person].value.joined
    return (joined is None or joined <= cycle.start) and chart.is_active(workspace, person, day)


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
