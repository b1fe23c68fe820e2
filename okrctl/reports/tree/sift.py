"""Which lines of a tree stay: those asked for with the path above them, and no more levels than asked for."""

from collections.abc import Callable, Sequence

from okrctl.reports.tree.record import GoalLine, Only, TreeNode

DEEPEST = 99  # levels; no chart of people is deeper, and JSON cannot be nested without end
_BEHIND = ("at_risk", "off_track")

_Matches = Callable[[GoalLine], bool]


def only_those(nodes: Sequence[TreeNode], only: Only | None) -> tuple[TreeNode, ...]:
    """The nodes that match, or hold a key result that does, or have one that stays below them."""
    if only is None:
        return tuple(nodes)
    if only == "unaligned":
        return _kept(nodes, {index for index, node in enumerate(nodes) if node.unaligned})
    matches = _is_behind if only == "at_risk" else _is_stale
    hits = [matches(node.goal) or any(map(matches, node.key_results)) for node in nodes]
    named = _named_from_below(nodes, hits)
    sifted = [
        node._replace(key_results=tuple(line for line in node.key_results if matches(line) or line.address in named))
        for node in nodes
    ]
    return _kept(sifted, {index for index, hit in enumerate(hits) if hit})


def down_to(nodes: Sequence[TreeNode], depth: int | None) -> tuple[TreeNode, ...]:
    """The first `depth` levels; what is left out is counted at the goal above it."""
    limit = min(depth or DEEPEST, DEEPEST)
    if all(node.depth < limit for node in nodes):
        return tuple(nodes)
    hidden = [0] * len(nodes)
    for index in range(len(nodes) - 1, -1, -1):
        node = nodes[index]
        if node.depth >= limit:
            hidden[node.parent] += hidden[index] + (not node.reference)
    counted = [node._replace(hidden=hidden[index]) if hidden[index] else node for index, node in enumerate(nodes)]
    return _kept(counted, {index for index, node in enumerate(nodes) if node.depth < limit})


def _is_behind(line: GoalLine) -> bool:
    return not line.dropped and (line.status in _BEHIND or line.computed_status in _BEHIND)


def _is_stale(line: GoalLine) -> bool:
    return line.computed_status == "stale"


def _named_from_below(nodes: Sequence[TreeNode], hits: list[bool]) -> set[str]:
    """The addresses by which what stays hangs on what is above it."""
    staying = _with_path(nodes, {index for index, hit in enumerate(hits) if hit})
    return {address for index in staying for address in nodes[index].via}


def _with_path(nodes: Sequence[TreeNode], wanted: set[int]) -> set[int]:
    staying = set(wanted)
    for index in range(len(nodes) - 1, -1, -1):
        if index in staying and nodes[index].parent >= 0:
            staying.add(nodes[index].parent)
    return staying


def _kept(nodes: Sequence[TreeNode], wanted: set[int]) -> tuple[TreeNode, ...]:
    """The wanted nodes and the path above each, with their parents counted anew."""
    staying = sorted(_with_path(nodes, wanted))
    place = {index: number for number, index in enumerate(staying)} | {-1: -1}
    return tuple(nodes[index]._replace(parent=place[nodes[index].parent]) for index in staying)
