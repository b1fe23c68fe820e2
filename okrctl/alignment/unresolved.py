"""Addresses that name no goal, in whichever file they are written, and what was probably meant."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from okrctl.alignment.goals import Goal, GoalKey, Missing
from okrctl.alignment.graph import Graph
from okrctl.models.form import Form
from okrctl.models.ids import parse_address
from okrctl.models.retro import Retro
from okrctl.models.review import Scheme
from okrctl.source.place import Place
from okrctl.workspace.index import OtherFile, SheetKey
from okrctl.workspace.layout import Kind
from okrctl.workspace.schema import closest


class Unresolved(NamedTuple):
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


class Nearby:
    """What an address that names nothing was probably meant to name."""

    def __init__(self, graph: Graph) -> None:
        self.workspace = graph.workspace
        self.goals = graph.goals
        self.by_parts: dict[tuple[str, ...], list[GoalKey]] = {}
        self.by_sheet: dict[SheetKey, list[GoalKey]] = {}
        for key in graph.goals:
            self.by_parts.setdefault(_parts(key), []).append(key)
            self.by_sheet.setdefault(key.sheet, []).append(key)

    def goal(self, one: Unresolved) -> Goal | None:
        """The goal of that address in another cycle; else the nearest of the owners that can be meant."""
        parts, home = one.parts, SheetKey(one.cycle, one.home.owner)
        elsewhere = self.by_parts.get(parts) or self.by_parts.get((home.owner, *parts)) or []
        if elsewhere:
            return self.goals[min(elsewhere)]
        names = {"/".join(_parts(key)[1:]): key for key in self.by_sheet.get(home, ())}
        for key in self.by_sheet.get(SheetKey(one.cycle, self._owner(one)), ()):
            names.setdefault("/".join(_parts(key)), key)
        near = closest("/".join(parts), names)
        return self.goals[names[near]] if near else None

    def _owner(self, one: Unresolved) -> str:
        first = one.parts[0] if len(one.parts) > 1 else one.home.owner
        if SheetKey(one.cycle, first) in self.by_sheet:
            return first
        owners = (sheet.owner for sheet in self.by_sheet if sheet.cycle == one.cycle)
        return closest(first, tuple(owners)) or one.home.owner


def _parts(key: GoalKey) -> tuple[str, ...]:
    return tuple(part for part in (key.owner, key.objective, key.key_result) if part)


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
