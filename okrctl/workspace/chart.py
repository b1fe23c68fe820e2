"""Who belongs to whom: teams above and below, leads, managers, members. Loops end the way, they never hang it."""

from collections.abc import Iterator
from datetime import date

from okrctl.workspace.index import Workspace


def root_team(workspace: Workspace) -> str | None:
    """The team without a parent; the first in order of handles where there are several."""
    return next((handle for handle, team in sorted(workspace.teams.items()) if team.value.parent is None), None)


def parents(workspace: Workspace, team: str) -> Iterator[str]:
    """The teams above `team`, nearest first."""
    seen = {team}
    while (placed := workspace.teams.get(team)) and placed.value.parent and placed.value.parent not in seen:
        team = placed.value.parent
        seen.add(team)
        yield team


def line(workspace: Workspace, team: str) -> tuple[str, ...]:
    """`team` and every team above it, nearest first."""
    return (team, *parents(workspace, team))


def children(workspace: Workspace, team: str) -> tuple[str, ...]:
    """The teams directly below `team`, in the order of the files."""
    return tuple(handle for handle, placed in workspace.teams.items() if placed.value.parent == team)


def lead_of(workspace: Workspace, team: str) -> str | None:
    """The lead of a team, if it names one."""
    placed = workspace.teams.get(team)
    return placed.value.lead if placed else None


def team_of(workspace: Workspace, owner: str) -> str | None:
    """The team a person belongs to; a team itself."""
    if owner in workspace.teams:
        return owner
    placed = workspace.people.get(owner)
    return placed.value.team if placed else None


def teams_led_by(workspace: Workspace, person: str) -> tuple[str, ...]:
    """The teams whose lead this person is, highest first; of equals the one that is his own."""
    led = [handle for handle, team in workspace.teams.items() if team.value.lead == person]
    own = team_of(workspace, person)
    return tuple(sorted(led, key=lambda handle: (sum(1 for _ in parents(workspace, handle)), handle != own, handle)))


def own_people(workspace: Workspace, team: str) -> tuple[str, ...]:
    """The people whose team this is, and those it lists as `members`, in the order of the files."""
    placed = workspace.teams.get(team)
    listed = placed.value.members if placed else ()
    own = [handle for handle, person in workspace.people.items() if person.value.team == team]
    return tuple(dict.fromkeys([*own, *listed]))


def members(workspace: Workspace, team: str) -> tuple[str, ...]:
    """Who brings something to the team's meeting: its people, its `members`, and the leads directly below (2.4)."""
    leads = (lead_of(workspace, below) for below in children(workspace, team))
    lead = lead_of(workspace, team)
    ordered = [*([lead] if lead else []), *own_people(workspace, team), *(name for name in leads if name)]
    return tuple(name for name in dict.fromkeys(ordered) if name in workspace.people)


def is_active(workspace: Workspace, person: str, day: date) -> bool:
    """Whether somebody is one of us on that day: has joined, has not left, and is no outsider."""
    placed = workspace.people.get(person)
    if placed is None or placed.value.external:
        return False
    joined, left = placed.value.joined, placed.value.left
    return (joined is None or joined <= day) and (left is None or day <= left)


def is_away(workspace: Workspace, person: str, first: date, last: date) -> bool:
    """Whether somebody is away on every working day from `first` to `last`."""
    placed = workspace.people.get(person)
    if placed is None:
        return False
    days = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]
    working = [day for day in days if day.isoweekday() <= 5]
    return bool(working) and all(any(a.from_ <= day <= a.to for a in placed.value.away) for day in working)


def manager_of(workspace: Workspace, person: str) -> str | None:
    """The manager written down, else the lead of the nearest team who is somebody else (1.4)."""
    placed = workspace.people.get(person)
    if placed is None:
        return None
    if placed.value.manager is not None:
        return placed.value.manager
    if placed.value.team is None:
        return None
    leads = (lead_of(workspace, team) for team in line(workspace, placed.value.team))
    return next((lead for lead in leads if lead is not None and lead != person), None)


def managers(workspace: Workspace, person: str) -> Iterator[str]:
    """Everybody above a person, nearest first."""
    seen = {person}
    while (above := manager_of(workspace, person)) is not None and above not in seen:
        seen.add(above)
        yield above
        person = above


def responsible(workspace: Workspace, owner: str) -> str:
    """The person who answers for a sheet: a team's lead, or the owner himself."""
    return lead_of(workspace, owner) or owner


def in_one_line(workspace: Workspace, one: str, other: str) -> bool:
    """Whether of two owners one's team is the other's or stands above it."""
    first, second = team_of(workspace, one), team_of(workspace, other)
    if first is None or second is None:
        return False
    return first in line(workspace, second) or second in line(workspace, first)
