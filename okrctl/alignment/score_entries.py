"""What the entries of a retrospective are about: the goals that their `kr` and their `objective` name."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

from okrctl.alignment.goals import GoalKey, Missing
from okrctl.alignment.graph import Graph
from okrctl.models.retro import Retro, Score
from okrctl.source.place import Place
from okrctl.workspace.index import SheetKey
from okrctl.workspace.layout import Kind


class Name(NamedTuple):
    """A goal as an entry writes it: under which key, in which words, and what they mean."""

    key: Literal["kr", "objective"]
    written: str
    target: GoalKey | Missing

    @property
    def fits(self) -> bool:
        """Whether `kr` names a key result, or `objective` an objective; true of what names nothing."""
        return isinstance(self.target, Missing) or bool(self.target.key_result) == (self.key == "kr")


class ScoreEntry(NamedTuple):
    """One entry of `scores`, with its place, the sheet of the file's owner, and the goals it names: none to two."""

    record: Score
    place: Place
    home: SheetKey
    names: tuple[Name, ...]

    @property
    def target(self) -> GoalKey | Missing:
        """The goal whose score it is; of two that are written, the one under `kr`."""
        return self.names[0].target if self.names else Missing.GOAL

    @property
    def clear_target(self) -> GoalKey | None:
        """The goal, where the entry names exactly one, by the key that fits."""
        is_clear = len(self.names) == 1 and self.names[0].fits
        return self.target if is_clear and not isinstance(self.target, Missing) else None


def score_entries(graph: Graph) -> Iterator[ScoreEntry]:
    """Every entry of every retrospective that was read, by path, in file order."""
    for retro in sorted(graph.workspace.others_of(Kind.RETRO), key=lambda one: one.place.document.path):
        home = SheetKey(retro.identity["cycle"], retro.identity["owner"])
        for number, record in enumerate(cast(Retro, retro.record).scores):
            names = tuple(_names(graph, record, home))
            yield ScoreEntry(record, retro.place.at("scores", number), home, names)


def _names(graph: Graph, record: Score, home: SheetKey) -> Iterator[Name]:
    if record.kr is not None:
        yield Name("kr", record.kr, graph.find(record.kr, home))
    if record.objective is not None:
        yield Name("objective", record.objective, graph.find(record.objective, home))
