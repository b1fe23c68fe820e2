"""Addresses that name no goal, in whichever file they are written, and what was probably meant."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from okrctl.alignment.goals import Goal, GoalKey, Missing
from okrctl.alignment.graph import Graph
from okrctl.models.form import Form
from okrctl.models.ids import parse_address
from okrctl.models.retro import Retro
from okrctl.models.review import Scheme
from okrctl.source.place import Place
from okrctl.workspace.index import OtherFile, SheetKey
from okrctl.workspace.layout import Kind


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An address that names nothing: as written, why, where, and in whose file of which cycle."""

    written: str
    why: Missing
    place: Place
    home: SheetKey

    @property
    def cycle(self) -> str:
        """The cycle that it names, or else that of its file."""
        address = parse_address(self.written)
        return (address.cycle if address else None) or self.home.cycle

    @property
    def parts(self) -> tuple[str, ...]:
        """Owner, objective and key result, as far as they are written."""
        address = parse_address(self.written)
        return address.parts if address else ()


def unresolved(graph: Graph) -> Iterator[Unresolved]:
    """Every address that surely names no goal: what could not be read is not called missing."""
    return (one for one in _unresolved(graph) if one.why is not Missing.UNREAD)


def candidates(graph: Graph, one: Unresolved, owner: str) -> tuple[Goal, ...]:
    """The goals that could have been meant: the owner's of that cycle, and of the same ids in other cycles."""
    own = (goal for key, goal in graph.goals.items() if key.sheet == SheetKey(one.cycle, owner))
    elsewhere = (
        goal
        for key, goal in graph.goals.items()
        if key.cycle != one.cycle and one.parts in _readings(key, one.home.owner)
    )
    return (*elsewhere, *own)


def _readings(key: GoalKey, home: str) -> Iterable[tuple[str, ...]]:
    own = (key.objective, key.key_result) if key.key_result else (key.objective,)
    return ((key.owner, *own), own) if key.owner == home else ((key.owner, *own),)


def _unresolved(graph: Graph) -> Iterator[Unresolved]:
    for link in graph.links:
        if isinstance(link.target, Missing):
            yield Unresolved(link.written, link.target, link.place, link.source.sheet)
    for key, targets in graph.reported.items():
        for number, target in enumerate(targets):
            if isinstance(target, Missing):
                note = graph.workspace.notes[key]
                place = note.at("updates", number, "kr")
                yield Unresolved(note.value.updates[number].kr, target, place, SheetKey(key.cycle, key.author))
    for retro in graph.workspace.others_of(Kind.RETRO):
        yield from _in_retro(graph, retro)
    for form in graph.workspace.others_of(Kind.FORM):
        yield from _in_form(graph, form)


def _in_retro(graph: Graph, file: OtherFile) -> Iterator[Unresolved]:
    home = SheetKey(file.identity["cycle"], file.identity["owner"])
    for number, score in enumerate(cast(Retro, file.record).scores):
        for name, written in (("kr", score.kr), ("objective", score.objective)):
            target = graph.find(written, home) if written else None
            if written and isinstance(target, Missing):
                yield Unresolved(written, target, file.place.at("scores", number, name), home)


def _in_form(graph: Graph, file: OtherFile) -> Iterator[Unresolved]:
    """An output may leave out the cycle: those of the scheme are meant, whichever holds the goal."""
    outputs = cast(Form, file.record).outputs
    cycles = _cycles_of(graph, file.identity["period"]) if outputs else ()
    homes = tuple(SheetKey(cycle, file.identity["reviewee"]) for cycle in cycles)
    for number, output in enumerate(outputs):
        for nth, written in enumerate(output.okr):
            targets = [graph.find(written, home) for home in homes]
            missing = [target for target in targets if isinstance(target, Missing)]
            if missing and len(missing) == len(targets):
                why = Missing.UNREAD if Missing.UNREAD in missing else missing[0]
                yield Unresolved(written, why, file.place.at("outputs", number, "okr", nth), homes[0])


def _cycles_of(graph: Graph, period: str) -> tuple[str, ...]:
    schemes = (file for file in graph.workspace.others_of(Kind.SCHEME) if file.identity["period"] == period)
    named = next((cast(Scheme, file.record).cycles for file in schemes), ())
    return tuple(cycle for cycle in named if cycle in graph.workspace.cycles) or tuple(graph.workspace.cycles)
