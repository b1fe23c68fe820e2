"""From files to a Workspace and what is wrong with them; a user's mistake is a value and stops nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Severity
from okrctl.language import Bilingual
from okrctl.models.settings import Settings
from okrctl.source.place import Place
from okrctl.workspace import faults
from okrctl.workspace.files import Entry, Files, Refusal
from okrctl.workspace.index import Workspace
from okrctl.workspace.layout import FOLDERS, SETTINGS_FILE, Kind, expected_near, identify, is_misplaced
from okrctl.workspace.read import read_file
from okrctl.workspace.shelf import Shelf

Choose = Callable[[Workspace], Iterable[str]]
Watch = Callable[[int, int], None]
_NO_INCLUDE = Bilingual('there is no workspace at "{path}": no okrctl.yaml', "“{path}”不是工作区：没有 okrctl.yaml")
_NO_INCLUDE_REMEDY = Bilingual(
    "give the path of a folder with an okrctl.yaml, relative to this one: include: [../okrs]",
    "写含有 okrctl.yaml 的文件夹，路径相对于当前工作区：include: [../okrs]",
)
_NO_ORG = Bilingual("there is no org.yaml, so nobody can own a goal", "没有 org.yaml，目标没有人可以负责")
_NO_ORG_REMEDY = Bilingual(
    "write org.yaml: teams: {{company: {{name: Starling, lead: lin}}}} and people: {{lin: {{team: company}}}}",
    "新建 org.yaml，写 teams: {{公司: {{lead: 林一}}}} 和 people: {{林一: {{team: 公司}}}}",
)
_NO_CYCLE = Bilingual("there is no cycle yet", "还没有任何周期")
_NO_CYCLE_REMEDY = Bilingual(
    "create one: okrctl new cycle 2026-Q1 (or the quarter you are in)",
    "请新建：okrctl new cycle 2026-Q1（或当前季度）",
)
_IN_FRAME = re.compile(r"cycles/[^/]+/cycle\.yaml")


class Wanted(NamedTuple):
    """What of a workspace is read: the kinds of file, and (seeing settings, people and cycles) which cycles."""

    kinds: frozenset[Kind] = frozenset(Kind)
    cycles: Choose | None = None


class Loaded(NamedTuple):
    """A workspace and everything that was wrong with its files."""

    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...]


class _Source(NamedTuple):
    """One workspace that is read: the first is our own, the others are included by it."""

    files: Files
    prefix: str

    @property
    def own(self) -> bool:
        return not self.prefix

    def shown(self, path: str) -> str:
        return f"{self.prefix}/{path}" if self.prefix else path


EVERYTHING = Wanted()


def load_frame(files: Files, name: str) -> Workspace:
    """Settings, people and cycles only: enough to know who and when."""
    return load(files, name, Wanted(frozenset(), _no_cycles)).workspace


def _no_cycles(_: Workspace) -> Iterable[str]:
    return ()


def _unwatched(done: int, total: int) -> None:
    """Nobody wants to see how far reading has come."""


def load(files: Files, name: str, wanted: Wanted = EVERYTHING, watch: Watch = _unwatched) -> Loaded:
    """Read a workspace: settings, people and cycles first, then what is wanted of the cycles wanted.

    `watch` is told how many of how many files have been read.
    """
    shelf = Shelf(name, files)
    sources = _sources(shelf, files)
    for source in sources:
        _read(shelf, source, _frame_entries(source.files), frozenset(Kind))
        for cycle in source.files.names("cycles"):
            if not cycle.startswith(".") and source.files.names(f"cycles/{cycle}"):
                shelf.cycle_files.setdefault(cycle, None)
    shelf.sources = tuple(source.files for source in sources)
    frame = shelf.finish()
    chosen = frozenset(frame.cycles) if wanted.cycles is None else frozenset(wanted.cycles(frame))
    found = [(source, entry) for source in sources for entry in _entries(source, wanted, chosen)]
    for number, (source, entry) in enumerate(found):
        watch(number, len(found))
        _read(shelf, source, (entry,), wanted.kinds)
    complete = wanted.cycles is None and wanted.kinds == frozenset(Kind)
    if complete:
        shelf.diagnostics.extend(_absences(shelf))
        shelf.diagnostics.extend(shelf.cycle_faults())
    return Loaded(replace(shelf.finish(), unread_cycles=frozenset(frame.cycles) - chosen), tuple(shelf.diagnostics))


def _sources(shelf: Shelf, files: Files) -> tuple[_Source, ...]:
    """Our own workspace and those it includes, each once, in the order they are named."""
    sources: list[_Source] = []
    waiting: list[tuple[Files, str, Place | None]] = [(files, "", None)]
    seen: set[str] = set()
    while waiting:
        current, prefix, said_at = waiting.pop(0)
        if current.identity() in seen:
            continue
        seen.add(current.identity())
        if current.entry(SETTINGS_FILE) is None and said_at is not None:
            shelf.diagnostics.append(_no_include(said_at, prefix))
            continue
        source = _Source(current, prefix)
        sources.append(source)
        waiting.extend(_included(shelf, source))
    return tuple(sources)


def _included(shelf: Shelf, source: _Source) -> Iterator[tuple[Files, str, Place | None]]:
    entry, identity = source.files.entry(SETTINGS_FILE), identify(SETTINGS_FILE)
    if entry is None or identity is None:
        return
    if entry.refusal is not None:
        _read(shelf, source, (entry,), frozenset())
        return
    reading = read_file(source.files, SETTINGS_FILE, identity, source.shown(SETTINGS_FILE))
    shelf.put(reading, source.own)
    if not isinstance(reading.record, Settings):
        return
    place = Place(reading.document)
    if source.own and reading.record.version > faults.NEWEST_FORMAT:
        shelf.diagnostics.append(faults.fault_of_version(place.at("version"), reading.record.version))
    for number, path in enumerate(reading.record.include):
        yield source.files.beside(path), source.shown(path), place.at("include", number)


def _frame_entries(files: Files) -> Iterator[Entry]:
    """Settings apart, the files that say who there is and which cycles: read before anything else."""
    yield from filter(None, map(files.entry, ("org.yaml", "okrctl.yml", "org.yml")))
    yield from files.walk("org")
    yield from filter(None, (files.entry(f"cycles/{cycle}/cycle.yaml") for cycle in files.names("cycles")))


def _entries(source: _Source, wanted: Wanted, chosen: frozenset[str]) -> Iterator[Entry]:
    """The files that are wanted and were not read with the frame."""
    folders = [f"cycles/{cycle}" for cycle in sorted(chosen)]
    if wanted.cycles is None:
        folders = [folder for folder in FOLDERS if folder != "org" and (source.own or folder != "reviews")]
    for folder in folders:
        for entry in source.files.walk(folder):
            if not _IN_FRAME.fullmatch(entry.path):
                yield entry


def _read(shelf: Shelf, source: _Source, entries: Iterable[Entry], kinds: frozenset[Kind]) -> None:
    for entry in entries:
        identity, path = identify(entry.path), source.shown(entry.path)
        if entry.refusal is not None and source.own and (identity or entry.refusal is not Refusal.NO_FILE):
            shelf.diagnostics.append(faults.fault_of_refusal(path, entry.refusal))
            shelf.broken.add(path)
        elif identity is not None and identity.kind in kinds and entry.refusal is None:
            shelf.put(read_file(source.files, entry.path, identity, path), source.own)
        elif identity is None and source.own and is_misplaced(entry.path):
            shelf.diagnostics.append(faults.fault_of_path(path, expected_near(entry.path)))


def _no_include(place: Place, path: str) -> Diagnostic:
    return Diagnostic("OKR005", Severity.ERROR, place, _NO_INCLUDE.format(path=path), _NO_INCLUDE_REMEDY)


def _absences(shelf: Shelf) -> Iterator[Diagnostic]:
    """What a workspace cannot do without."""
    settings = shelf.settings.place.document
    if (
        not shelf.teams
        and not shelf.people
        and not any(path.split("/")[0] in ("org", "org.yaml") for path in shelf.broken)
    ):
        yield faults.fault_of_absence(settings, _NO_ORG, _NO_ORG_REMEDY.format())
    if not shelf.cycle_files and "cycles" not in shelf.broken:
        yield faults.fault_of_absence(settings, _NO_CYCLE, _NO_CYCLE_REMEDY)
