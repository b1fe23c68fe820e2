"""The finder of loops against the definition, tried out on every way."""

from hypothesis import given
from hypothesis import strategies as st

from okrctl.alignment.loops import circles, shortest_circle

SIZE = 7
Arrows = dict[int, list[int]]
ARROWS = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=18, unique=True)


def _successors(arrows: list[tuple[int, int]]) -> Arrows:
    return {node: [end for start, end in arrows if start == node] for node in range(SIZE)}


def _reached(successors: Arrows) -> dict[int, set[int]]:
    """By adding one step after the other until nothing new comes (Warshall)."""
    reached = {node: set(ends) for node, ends in successors.items()}
    for middle in range(SIZE):
        for node in range(SIZE):
            if middle in reached[node]:
                reached[node] |= reached[middle]
    return reached


@given(ARROWS)
def test_nodes_of_one_circle_reach_each_other_and_no_others_do(arrows: list[tuple[int, int]]) -> None:
    successors = _successors(arrows)
    reached = _reached(successors)
    expected = {
        frozenset(other for other in range(SIZE) if other in reached[node] and node in reached[other])
        for node in range(SIZE)
        if node in reached[node]
    }
    found = list(circles(successors))
    assert set(found) == expected
    assert len(found) == len(expected)


@given(ARROWS, st.integers(0, SIZE - 1))
def test_a_shortest_circle_is_a_way_back_and_none_is_shorter(arrows: list[tuple[int, int]], start: int) -> None:
    successors = _successors(arrows)
    way = shortest_circle(successors, start)
    if not way:
        assert start not in _reached(successors)[start]
        return
    assert way[0] == start
    assert all(after in successors[before] for before, after in zip(way, (*way[1:], start), strict=True))
    at = set(successors[start])
    for _ in range(len(way) - 1):
        assert start not in at
        at = {end for node in at for end in successors[node]}
    assert start in at


def test_a_chain_of_ten_thousand_is_walked() -> None:
    ring = {node: [(node + 1) % 10_000] for node in range(10_000)}
    assert [len(circle) for circle in circles(ring)] == [10_000]
    assert len(shortest_circle(ring, 0)) == 10_000
