"""Whose help a goal asks for, and whether those who are asked have taken it up (219, and `align`)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey, children_of, objectives_of
from okrctl.alignment.graph import Graph
from okrctl.source.place import Place
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey, Workspace
from okrctl.workspace.mentions import Names, mentions


class Asked(NamedTuple):
    """Somebody whom a goal asks for help: as collaborator (`with`), as the `owner` of a key result, or by a mention."""

    goal: GoalKey
    who: str
    place: Place


def collaboration_asked(graph: Graph, sheet: SheetKey, names: Names) -> Iterator[Asked]:
    """Everybody asked by the goals of one sheet, each once a goal; the sheet's own people are no collaborators."""
    workspace = graph.workspace
    own = _helpers(workspace, sheet.owner) if sheet.owner in workspace.teams else frozenset((sheet.owner,))
    for goal in _goals_of(graph, sheet):
        seen: set[str] = set()
        for who, place in _named(goal, names):
            if who not in own and who not in seen and workspace.knows(who):
                seen.add(who)
                yield Asked(goal.key, who, place)


@dataclass(frozen=True)
class Uptake:
    """Who has taken up what he was asked for."""

    graph: Graph

    def is_taken_up(self, asked: Asked) -> bool:
        """Whether a goal of those who are asked supports the goal or its objective, or one of them reported on it.

        A team is its people and its lead; a person also the teams that he leads.
        """
        helpers = _helpers(self.graph.workspace, asked.who)
        objective = asked.goal.of_objective
        if not helpers.isdisjoint(self._reporters.get(objective, ())):
            return True
        return any(key.owner in helpers for key in self.graph.downward(objective))

    @cached_property
    def _reporters(self) -> Mapping[GoalKey, frozenset[str]]:
        """Who wrote a note on an objective or one of its key results."""
        found: dict[GoalKey, set[str]] = {}
        for note, goals in self.graph.reported.items():
            for goal in goals:
                if isinstance(goal, GoalKey):
                    found.setdefault(goal.of_objective, set()).add(note.author)
        return {key: frozenset(authors) for key, authors in found.items()}


def _goals_of(graph: Graph, sheet: SheetKey) -> Iterator[Goal]:
    """The objectives of one sheet, each with its key results, in the order of the file."""
    for objective in objectives_of(graph.goals, sheet, graph.workspace):
        yield objective
        yield from children_of(graph.goals, objective.key)


def _named(goal: Goal, names: Names) -> Iterator[tuple[str, Place]]:
    record = goal.record
    for number, who in enumerate(record.with_):
        yield who, goal.place.at("with", number)
    if goal.key_result is not None and goal.key_result.owner is not None:
        yield goal.key_result.owner, goal.place.at("owner")
    for key, text in (("title", record.title), ("why", record.why or "")):
        for mention in mentions(text, names):
            if mention.handle is not None:
                yield mention.handle, goal.place.at(key).narrowed(mention.word, mention.number)


def _helpers(workspace: Workspace, who: str) -> frozenset[str]:
    """In whose name help can come."""
    if who not in workspace.teams:
        return frozenset((who, *chart.teams_led_by(workspace, who)))
    lead = chart.lead_of(workspace, who)
    return frozenset((who, *chart.own_people(workspace, who), *([lead] if lead else [])))
