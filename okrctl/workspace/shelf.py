"""Puts what was read where it is found again, and says what cannot stand there twice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar, cast

from pydantic import BaseModel

from okrctl.diagnostics.diagnostic import Diagnostic, Related
from okrctl.diagnostics.rule import Severity
from okrctl.language import Bilingual
from okrctl.models.base import composed
from okrctl.models.calendar import Week
from okrctl.models.cycle import CycleFile
from okrctl.models.note import Note
from okrctl.models.okr import Sheet
from okrctl.models.org import Org, Person, Team
from okrctl.models.settings import Settings
from okrctl.source.document import Document
from okrctl.source.place import Place
from okrctl.workspace.cycles import settle
from okrctl.workspace.files import Files
from okrctl.workspace.index import Cycle, NoteKey, OtherFile, Placed, SheetKey, Workspace
from okrctl.workspace.layout import SETTINGS_FILE, Kind
from okrctl.workspace.read import Reading

_K = TypeVar("_K")
_T = TypeVar("_T")
_TWICE = Bilingual('"{name}" is defined twice', "“{name}”定义了两次")
_TWICE_REMEDY = Bilingual("keep one of the two, or give one another name", "保留一个，或给其中一个改名")
_FIRST = Bilingual("first defined here", "第一次定义在这里")


@dataclass
class Shelf:
    """A workspace while it is read; `finish` gives the frozen one."""

    name: str
    files: Files
    written_settings: Placed[Settings] | None = None
    teams: dict[str, Placed[Team]] = field(default_factory=dict)
    people: dict[str, Placed[Person]] = field(default_factory=dict)
    cycle_files: dict[str, Placed[CycleFile] | None] = field(default_factory=dict)
    sheets: dict[SheetKey, Placed[Sheet]] = field(default_factory=dict)
    notes: dict[NoteKey, Placed[Note]] = field(default_factory=dict)
    others: list[OtherFile] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    included: set[str] = field(default_factory=set)
    firsts: dict[tuple[str, ...], Placed[BaseModel]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: tuple[Files, ...] = ()

    @property
    def settings(self) -> Placed[Settings]:
        """The settings as written; the defaults where there is no file, or a broken one."""
        return self.written_settings or Placed(Settings(), Place(Document(SETTINGS_FILE)))

    def put(self, reading: Reading, own: bool) -> None:
        """File one reading; the faults and ignores of an included workspace are not ours to report."""
        if own:
            self.diagnostics.extend(reading.faults)
            self.documents.append(reading.document)
        else:
            self.included.add(reading.document.path)
        record, place, kind = reading.record, Place(reading.document), reading.identity.kind
        if record is None:
            self.broken.add(reading.document.path)
            return
        if kind is Kind.SETTINGS and own:
            self.written_settings = Placed(cast(Settings, record), place)
        elif kind is Kind.ORG:
            self._put_org(cast(Org, record), place)
        elif kind is Kind.CYCLE:
            self._put_cycle(reading.identity["cycle"], Placed(cast(CycleFile, record), place))
        elif kind is Kind.OKR:
            key = SheetKey(reading.identity["cycle"], reading.identity["owner"])
            self._once(self.sheets, key, Placed(cast(Sheet, record), place), f"{key.cycle}:{key.owner}")
        elif kind is Kind.NOTE:
            self._put_note(reading, Placed(cast(Note, record), place))
        elif kind is not Kind.SETTINGS:
            self._put_other(OtherFile(reading.identity, record, place), record)

    def finish(self) -> Workspace:
        """The workspace as far as it was read."""
        cycles = self.cycles()
        return Workspace(
            name=self.settings.value.name or self.name,
            files=self.files,
            settings=self.settings,
            teams=MappingProxyType(self.teams),
            people=MappingProxyType(self.people),
            cycles=MappingProxyType(cycles),
            sheets=MappingProxyType(self.sheets),
            notes=MappingProxyType(self.notes),
            others=tuple(self.others),
            documents=tuple(self.documents),
            broken=frozenset(self.broken),
            sources=self.sources,
            included=frozenset(self.included),
            undated_cycles=frozenset(self.cycle_files) - frozenset(cycles),
        )

    def cycles(self) -> Mapping[str, Cycle]:
        """The cycles whose dates are known."""
        return settle(self._whole_cycles(), self.settings.value.fiscal_year_start)[0]

    def cycle_faults(self) -> tuple[Diagnostic, ...]:
        """The cycles whose dates nobody says."""
        return settle(self._whole_cycles(), self.settings.value.fiscal_year_start)[1]

    def _whole_cycles(self) -> dict[str, Placed[CycleFile] | None]:
        broken = {path.split("/")[-2] for path in self.broken if path.endswith("/cycle.yaml")}
        return {name: placed for name, placed in self.cycle_files.items() if placed or name not in broken}

    def _put_org(self, org: Org, place: Place) -> None:
        for handle, team in org.teams.items():
            self._once(self.teams, handle, Placed(team, place.at("teams", handle)), handle, "OKR105")
        for handle, person in org.people.items():
            self._once(self.people, handle, Placed(person, place.at("people", handle)), handle, "OKR105")

    def _put_cycle(self, cycle_id: str, placed: Placed[CycleFile]) -> None:
        first = self.cycle_files.get(cycle_id)
        if first is None:
            self.cycle_files[cycle_id] = placed
        elif (first.value.start, first.value.end) != (placed.value.start, placed.value.end):
            self._report_twice("OKR104", cycle_id, placed.place, first.place)

    def _put_note(self, reading: Reading, placed: Placed[Note]) -> None:
        week = Week.parse(reading.identity["week"])
        if week is None:
            return
        key = NoteKey(reading.identity["cycle"], week, reading.identity["author"])
        self._once(self.notes, key, placed, f"{key.week}/{key.author}")

    def _put_other(self, file: OtherFile, record: BaseModel) -> None:
        """Of the rest only a library's files may have one name in several workspaces."""
        path = composed(file.place.document.path)
        names = tuple(file.identity.names.values())
        key = (path,) if file.identity.kind is Kind.LIBRARY else (file.identity.kind.value, *names)
        if self._once(self.firsts, key, Placed(record, file.place), path):
            self.others.append(file)

    def _once(self, shelf: dict[_K, Placed[_T]], key: _K, placed: Placed[_T], name: str, code: str = "OKR104") -> bool:
        """Whether it is the first of its name; two paths that only look alike are one name for two files."""
        first = shelf.setdefault(key, placed)
        if first is not placed:
            paths = (placed.place.document.path, first.place.document.path)
            alike = paths[0] != paths[1] and composed(paths[0]) == composed(paths[1])
            self._report_twice("OKR105" if alike else code, name, placed.place.key(), first.place.key())
        return first is placed

    def _report_twice(self, code: str, name: str, place: Place, first: Place) -> None:
        message, related = _TWICE.format(name=name), Related(first, _FIRST)
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, place, message, _TWICE_REMEDY, (related,)))
