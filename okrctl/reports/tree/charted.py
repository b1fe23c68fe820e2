"""Goals by the chart of teams, or person by person."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from okrctl.alignment.goals import GoalKey, children_of
from okrctl.alignment.tree import View
from okrctl.reports.tree.goal_line import responsible_for
from okrctl.workspace import chart


class Charted(NamedTuple):
    """A team or person at its depth of the chart, with objectives and, of each, the key results to show."""

    kind: Literal["team", "person"]
    handle: str
    depth: int
    goals: tuple[tuple[GoalKey, tuple[GoalKey, ...]], ...]


def by_team(view: View, owner: str | None) -> tuple[Charted, ...]:
    """The teams in order of the chart, below each its people with goals, then its teams; strangers at the end."""
    goals = _goals_by_owner(view)
    found = [
        Charted(_kind(view, handle), handle, depth, _in_full(view, goals.get(handle, [])))
        for handle, depth in _in_order(view, owner)
        if handle in goals or handle in view.graph.workspace.teams
    ]
    named = {charted.handle for charted in found}
    strangers = [handle for handle in goals if handle not in named] if owner is None else []
    return (*found, *(Charted("person", each, 0, _in_full(view, goals[each])) for each in strangers))


def by_person(view: View, owner: str | None) -> tuple[Charted, ...]:
    """Everybody with goals: first those of the own sheet, then what he or she answers for on others' sheets."""
    goals, answers = _goals_by_owner(view), _by_responsible(view)
    handles = [handle for handle, _ in _in_order(view, owner) if handle in goals or handle in answers]
    if owner is None:
        handles = list(dict.fromkeys([*handles, *goals, *answers]))
    people = []
    for handle in handles:
        if handle in view.graph.workspace.people or handle in answers or handle not in view.graph.workspace.teams:
            own = () if handle in view.graph.workspace.teams else _in_full(view, goals.get(handle, []))
            people.append(Charted(_kind(view, handle), handle, 0, (*own, *answers.get(handle, ()))))
    return tuple(people)


def _in_order(view: View, owner: str | None) -> Iterator[tuple[str, int]]:
    """Teams and people with their depth, in the order of the chart: each team, its people, the teams below it."""
    workspace = view.graph.workspace
    if owner is not None and owner not in workspace.teams:
        yield owner, 0
        return
    people: dict[str, list[str]] = {}
    for handle, person in workspace.people.items():
        people.setdefault(person.value.team, []).append(handle)
    tops = [handle for handle, team in workspace.teams.items() if team.value.parent not in workspace.teams]
    # A loop of parents has no top: whatever was not met on the way comes afterwards.
    waiting = [(owner, 0)] if owner else [(handle, 0) for handle in (*tops, *workspace.teams)][::-1]
    seen: set[str] = set()
    while waiting:
        team, depth = waiting.pop()
        if team in seen:
            continue
        seen.add(team)
        yield team, depth
        yield from ((handle, depth + 1) for handle in people.get(team, ()))
        waiting.extend((below, depth + 1) for below in reversed(chart.children(workspace, team)))


def _goals_by_owner(view: View) -> dict[str, list[GoalKey]]:
    goals: dict[str, list[GoalKey]] = {}
    for key in sorted(view.objectives, key=view.is_dropped):
        goals.setdefault(key.owner, []).append(key)
    return goals


def _in_full(view: View, objectives: list[GoalKey]) -> tuple[tuple[GoalKey, tuple[GoalKey, ...]], ...]:
    return tuple((key, tuple(one.key for one in children_of(view.graph.goals, key))) for key in objectives)


def _by_responsible(view: View) -> dict[str, tuple[tuple[GoalKey, tuple[GoalKey, ...]], ...]]:
    """By person: the objectives on others' sheets, each with the key results that the person answers for."""
    found: dict[str, dict[GoalKey, list[GoalKey]]] = {}
    for key in sorted(view.objectives, key=view.is_dropped):
        workspace, goals = view.graph.workspace, view.graph.goals
        lead = chart.responsible(workspace, key.owner)
        if key.owner in workspace.teams:
            found.setdefault(lead, {}).setdefault(key, [])
        for key_result in children_of(goals, key):
            person = responsible_for(workspace, key_result)
            if person != key.owner or key.owner in workspace.teams:
                found.setdefault(person, {}).setdefault(key, []).append(key_result.key)
    return {person: tuple((key, tuple(lines)) for key, lines in each.items()) for person, each in found.items()}


def _kind(view: View, handle: str) -> Literal["team", "person"]:
    return "team" if handle in view.graph.workspace.teams else "person"
