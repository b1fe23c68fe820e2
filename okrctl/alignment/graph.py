"""What supports what: the links between goals, up and down, over all cycles that were read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey, Goals, Missing, find_goal, goals_of
from okrctl.source.place import Place
from okrctl.workspace import chart
from okrctl.workspace.index import NoteKey, SheetKey, Workspace


class Link(NamedTuple):
    """One entry of an `aligns_to`: who supports, what is meant, and where it is written."""

    source: GoalKey
    target: GoalKey | Missing
    written: str
    place: Place


@dataclass(frozen=True)
class Graph:
    """The goals and the links between them; `below` and `above` hold what could be resolved, in file order."""

    workspace: Workspace
    goals: Goals
    links: tuple[Link, ...]
    above: Mapping[GoalKey, tuple[GoalKey, ...]]
    below: Mapping[GoalKey, tuple[GoalKey, ...]]

    def supported(self, key: GoalKey) -> tuple[GoalKey, ...]:
        """The goals that this one supports directly: those its own `aligns_to` names."""
        return self.above.get(key, ())

    def supporters(self, key: GoalKey) -> tuple[GoalKey, ...]:
        """The goals that align directly to this one (for an objective: not those that align to its key results)."""
        return self.below.get(key, ())

    def find(self, written: str, home: SheetKey) -> GoalKey | Missing:
        """What an address means when `home.owner` writes it in the cycle `home.cycle`."""
        return find_goal(self.workspace, self.goals, written, home)

    @cached_property
    def reported(self) -> Mapping[NoteKey, tuple[GoalKey | Missing, ...]]:
        """What the updates of every note are about, in the order of its `updates`."""
        found: dict[tuple[str, SheetKey], GoalKey | Missing] = {}
        reported: dict[NoteKey, tuple[GoalKey | Missing, ...]] = {}
        for key, note in self.workspace.notes.items():
            home = SheetKey(key.cycle, key.author)
            for update in note.value.updates:
                if (update.kr, home) not in found:
                    found[update.kr, home] = self.find(update.kr, home)
            reported[key] = tuple(found[update.kr, home] for update in note.value.updates)
        return MappingProxyType(reported)

    def upward(self, key: GoalKey) -> Iterator[GoalKey]:
        """Everything above, each once: what it supports, the objective of that, and what these support (2.4)."""
        yield from _spread(key, lambda one: (*self.supported(one), *([one.of_objective] if one.key_result else [])))

    def downward(self, key: GoalKey) -> Iterator[GoalKey]:
        """Everything that aligns to this goal or, for an objective, to its key results: directly or through others."""
        yield from _spread(key, self._one_step_down)

    def reaches_root(self, key: GoalKey) -> bool:
        """Whether an objective leads up to the root team's sheet of any cycle (3.5)."""
        root = chart.root_team(self.workspace)
        starts = (key, *self._key_results(key))
        return any(above.owner == root for start in starts for above in (start, *self.upward(start)))

    def is_dropped(self, key: GoalKey, day: date) -> bool:
        """Whether the goal or its objective no longer counts on that day."""
        return self.goals[key].is_dropped(day)

    def _one_step_down(self, key: GoalKey) -> tuple[GoalKey, ...]:
        if key.key_result:
            return (*self.supporters(key),)
        return (*self._key_results(key), *self.supporters(key))

    def _key_results(self, key: GoalKey) -> tuple[GoalKey, ...]:
        if key.key_result:
            return ()
        return tuple(key._replace(key_result=each.id) for each in self.goals[key].objective.key_results)


def build_graph(workspace: Workspace) -> Graph:
    """Resolve every `aligns_to` of the sheets that were read."""
    goals = goals_of(workspace)
    links = tuple(link for goal in goals.values() for link in _links(workspace, goals, goal))
    above: dict[GoalKey, dict[GoalKey, None]] = {}
    below: dict[GoalKey, dict[GoalKey, None]] = {}
    for link in links:
        if not isinstance(link.target, Missing):
            above.setdefault(link.source, {})[link.target] = None
            below.setdefault(link.target, {})[link.source] = None
    return Graph(workspace, goals, links, _frozen(above), _frozen(below))


def _links(workspace: Workspace, goals: Goals, goal: Goal) -> Iterator[Link]:
    for number, written in enumerate(goal.aligns_to):
        target = find_goal(workspace, goals, written, goal.key.sheet)
        yield Link(goal.key, target, written, goal.place.at("aligns_to", number))


def _frozen(links: dict[GoalKey, dict[GoalKey, None]]) -> Mapping[GoalKey, tuple[GoalKey, ...]]:
    return MappingProxyType({key: tuple(targets) for key, targets in links.items()})


def _spread(start: GoalKey, step: Callable[[GoalKey], Iterable[GoalKey]]) -> Iterator[GoalKey]:
    seen, waiting = {start}, [start]
    while waiting:
        for following in step(waiting.pop(0)):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
                yield following
