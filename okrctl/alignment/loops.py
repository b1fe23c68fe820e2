"""Where alignment runs in a circle: goals that support, by way of others, what they belong to themselves."""

from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from okrctl.alignment.direction import leads_down
from okrctl.alignment.goals import GoalKey, Missing
from okrctl.alignment.graph import Graph, Link

_Node = TypeVar("_Node", bound=Hashable)
_Successors = Mapping[_Node, Sequence[_Node]]


class Loop(NamedTuple):
    """Links, each going on from where the one before it leads; the first closes the loop and is the one to mend."""

    links: tuple[Link, ...]

    @property
    def closing(self) -> Link:
        """The link to take away: one inside a sheet, else one that leads down, else the one that is written last."""
        return self.links[0]

    @property
    def goals(self) -> tuple[GoalKey, ...]:
        """The goals on the way, beginning and ending with that of the closing link."""
        return (*(link.source for link in self.links), self.closing.source)


def find_loops(graph: Graph) -> tuple[Loop, ...]:
    """Loops that share no closing link, in the order of these; with them taken away no loop is left.

    A link goes on in every link of the goal it leads to, of that goal's objective, and of its key results. Links of
    dropped goals are left out, and loops that never leave one sheet.
    """
    links = tuple(link for link in graph.links if _counts(graph, link))
    onward = _onward(links)
    found: list[tuple[int, Loop]] = []
    waiting = list(circles(onward))
    while waiting:
        numbers = waiting.pop()
        inside = {number: [n for n in onward[number] if n in numbers] for number in sorted(numbers)}
        way = shortest_circle(inside, min(numbers))
        closing = max(way, key=lambda number: (_stays(links[number]), _leads_down(graph, links[number]), number))
        at = way.index(closing)
        loop = Loop(tuple(links[number] for number in (*way[at:], *way[:at])))
        if not all(map(_stays, loop.links)):
            found.append((closing, loop))
        del inside[closing]
        waiting.extend(circles({number: [n for n in nexts if n != closing] for number, nexts in inside.items()}))
    return tuple(loop for _, loop in sorted(found, key=lambda one: one[0]))


def circles(successors: _Successors[_Node]) -> Iterator[frozenset[_Node]]:
    """Sets of nodes that all reach each other and themselves (strongly connected components; Tarjan 1972)."""
    walk: _Walk[_Node] = _Walk(successors)
    for node in successors:
        if node not in walk.number:
            yield from walk.components_from(node)


def shortest_circle(successors: _Successors[_Node], start: _Node) -> tuple[_Node, ...]:
    """A shortest way from `start` along its successors back to it, `start` once; empty where there is none."""
    came_from: dict[_Node, _Node] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for following in successors.get(node, ()):
            if following == start:
                way = [node]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if following not in came_from:
                came_from[following] = node
                waiting.append(following)
    return ()


class _Walk(Generic[_Node]):
    """Tarjan's walk with a stack of its own: a chain of thousands of goals must not exhaust Python's."""

    def __init__(self, successors: _Successors[_Node]) -> None:
        self.successors = successors
        self.number: dict[_Node, int] = {}
        self.lowest: dict[_Node, int] = {}
        self.open: dict[_Node, None] = {}

    def components_from(self, start: _Node) -> Iterator[frozenset[_Node]]:
        way = [self._enter(start)]
        while way:
            node, rest = way[-1]
            following = next(rest, None)
            if following is None:
                way.pop()
                for above, _ in way[-1:]:
                    self.lowest[above] = min(self.lowest[above], self.lowest[node])
                yield from self._close(node)
            elif following not in self.number:
                way.append(self._enter(following))
            elif following in self.open:
                self.lowest[node] = min(self.lowest[node], self.number[following])

    def _enter(self, node: _Node) -> tuple[_Node, Iterator[_Node]]:
        self.number[node] = self.lowest[node] = len(self.number)
        self.open[node] = None
        return node, iter(self.successors.get(node, ()))

    def _close(self, node: _Node) -> Iterator[frozenset[_Node]]:
        """The component that `node` was the first of, unless it is a single node that does not reach itself."""
        if self.lowest[node] != self.number[node]:
            return
        component = {node}
        while (last := self.open.popitem()[0]) != node:
            component.add(last)
        if len(component) > 1 or node in self.successors.get(node, ()):
            yield frozenset(component)


def _counts(graph: Graph, link: Link) -> bool:
    return not isinstance(link.target, Missing) and graph.goals[link.source].dropped_on is None


def _onward(links: Sequence[Link]) -> dict[int, list[int]]:
    """For each link by number, those that go on from where it leads."""
    by_objective: dict[GoalKey, list[int]] = {}
    for number, link in enumerate(links):
        by_objective.setdefault(link.source.of_objective, []).append(number)
    return {
        number: [n for n in by_objective.get(link.target.of_objective, ()) if _belong(links[n].source, link.target)]
        for number, link in enumerate(links)
        if not isinstance(link.target, Missing)
    }


def _belong(one: GoalKey, other: GoalKey) -> bool:
    """Whether two goals of one objective are the same, or one is the objective itself."""
    return one == other or not one.key_result or not other.key_result


def _stays(link: Link) -> bool:
    """Whether it leads to the sheet it is written on."""
    return not isinstance(link.target, Missing) and link.source.sheet == link.target.sheet


def _leads_down(graph: Graph, link: Link) -> bool:
    target = link.target
    return not isinstance(target, Missing) and leads_down(graph.workspace, link.source.owner, target.owner)
