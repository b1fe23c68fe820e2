"""Where every key and value of a document stands, in three integers a node.

A workspace of a thousand people has half a million nodes: as objects they would cost more memory than
everything else together, so they are kept in one array, and a place is found by walking it.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from okrctl.source.span import Span

SCALAR, MAPPING, SEQUENCE, ALIAS = range(4)
_WIDTH = 3  # start, end, link · 4 + kind
_LARGE = 256  # nodes; in a larger collection a child is not looked for one by one

Step = str | int
_Child = tuple[int | None, int]  # the key, if it has one, and the value


class Found(NamedTuple):
    """How far a path led: the node it reached, the key that names it, and whether the last step exists."""

    key: Span | None
    value: Span
    kind: int
    complete: bool


class Outline:
    """The nodes of one document in order: a key, then its value, then the next key.

    `link` of a collection is the node after its last child, of an alias the node of its anchor, of a key the
    number of its text in `keys`.
    """

    __slots__ = ("_children", "cells", "keys")

    def __init__(self, cells: Iterable[int], keys: list[str]) -> None:
        self.cells = array("I", cells)
        self.keys = keys
        self._children: dict[int, Mapping[Step, _Child]] = {}  # of large collections, once somebody asked

    def find(self, steps: tuple[Step, ...]) -> Found:
        """Follow `steps` from the root; a step that leads nowhere is skipped, for it may name no node at all."""
        node, key, complete = 0, None, True
        for step in steps:
            child = self._child(self._behind_alias(node), step)
            complete = child is not None
            if child is not None:
                key, node = child
        node = self._behind_alias(node)
        return Found(None if key is None else self.span(key), self.span(node), self.kind(node), complete)

    def key_of(self, mapping: int, name: str) -> Span | None:
        """Where the first key of that name stands in a mapping."""
        child = self._child(mapping, name)
        return self.span(child[0]) if child and child[0] is not None else None

    def span(self, node: int) -> Span:
        """The range of one node."""
        return Span(self.cells[node * _WIDTH], self.cells[node * _WIDTH + 1])

    def kind(self, node: int) -> int:
        """SCALAR, MAPPING, SEQUENCE or ALIAS."""
        return self.cells[node * _WIDTH + 2] & 3

    def scalar_at(self, offset: int) -> bool:
        """Whether `offset` lies inside a scalar: what looks like a comment there is none."""
        cells = self.cells
        return any(
            cells[at] <= offset < cells[at + 1] and cells[at + 2] & 3 == SCALAR for at in range(0, len(cells), _WIDTH)
        )

    def _child(self, node: int, step: Step) -> _Child | None:
        if self._after(node) - node <= _LARGE:
            return next((child for name, child in self._named(node) if name == step), None)
        if node not in self._children:
            self._children[node] = dict(reversed(list(self._named(node))))  # of two equal keys the first one
        return self._children[node].get(step)

    def _named(self, node: int) -> Iterator[tuple[Step, _Child]]:
        """The children with the steps that lead to them."""
        kind = self.kind(node)
        if kind == MAPPING:
            yield from ((self._name(key), (key, value)) for key, value in self._pairs(node))
        elif kind == SEQUENCE:
            yield from ((number, (None, item)) for number, item in enumerate(self._items(node)))

    def _pairs(self, node: int) -> Iterator[tuple[int, int]]:
        key, end = node + 1, self._after(node)
        while key < end:
            yield key, key + 1
            key = self._after(key + 1)

    def _items(self, node: int) -> Iterator[int]:
        item, end = node + 1, self._after(node)
        while item < end:
            yield item
            item = self._after(item)

    def _name(self, key: int) -> str:
        return self.keys[self.cells[key * _WIDTH + 2] >> 2]

    def _after(self, node: int) -> int:
        link = self.cells[node * _WIDTH + 2]
        return link >> 2 if link & 3 in (MAPPING, SEQUENCE) else node + 1

    def _behind_alias(self, node: int) -> int:
        return self.cells[node * _WIDTH + 2] >> 2 if self.kind(node) == ALIAS else node
