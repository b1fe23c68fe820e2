"""A workspace opened for one command: read as far as the command needs it, with its graph, figures and cycle."""

import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from okrctl.alignment.graph import Graph, build_graph
from okrctl.cli.patience import patience
from okrctl.cli.session import Session, find_root
from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, Language
from okrctl.models.base import composed
from okrctl.source.place import locate
from okrctl.workspace import chart
from okrctl.workspace.choice import choose_cycle, choose_for_new, has_sheet, project_cycles
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.index import Cycle, Workspace
from okrctl.workspace.layout import Kind
from okrctl.workspace.load import EVERYTHING, Loaded, Wanted, load, load_frame
from okrctl.workspace.schema import closest

_ENDED = Bilingual(
    "using cycle {cycle}, which ended on {end} (today is {today})",
    "使用周期 {cycle}（已于 {end} 结束；今天是 {today}）",
)
_TO_COME = Bilingual(
    "using cycle {cycle}, which begins on {start} (today is {today})",
    "使用周期 {cycle}（{start} 才开始；今天是 {today}）",
)
_IN_PROJECT = Bilingual(
    "{name} has goals in the project cycle {cycle}; ask for it with --cycle {cycle}",
    "{name} 在项目周期 {cycle} 里有目标，可用 --cycle {cycle} 指定",
)
_MOST_NAMED = 12
_FRAME = Wanted(frozenset(), lambda _: ())
FOLLOWED = frozenset({Kind.OKR, Kind.NOTE})
LOOKED_BACK_ON = FOLLOWED | {Kind.RETRO}


class Opened(NamedTuple):
    """What was read, the day it is looked at, and the folder its paths are shown from."""

    root: Path
    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...]
    graph: Graph
    today: date

    @property
    def prefix(self) -> str:
        """The way from here to the workspace, for paths that are shown; empty where there is none."""
        return self.prefix_from(Path())

    def prefix_from(self, base: Path) -> str:
        """The way from `base` to the workspace, with `/` between folders."""
        try:
            shown = os.path.relpath(self.root, base)
        except ValueError:  # another drive on Windows
            shown = str(self.root)
        return "" if shown == "." else shown.replace(os.sep, "/")

    def shown(self, path: str) -> str:
        """A path of the workspace as it is named from here."""
        return os.path.normpath(f"{self.prefix}/{path}").replace(os.sep, "/") if self.prefix else path


class OpenedCycle(NamedTuple):
    """A workspace read for one cycle, and whose it was opened for (None: the whole company's)."""

    opened: Opened
    cycle: Cycle
    owner: str | None


def open_all(session: Session) -> Opened:
    """Everything there is."""
    return _open(session, EVERYTHING)


def open_people(session: Session) -> Opened:
    """Settings, people and the list of cycles only."""
    return _open(session, _FRAME)


def open_cycle(
    session: Session,
    whose: Callable[[Workspace], str | None],
    for_new: bool = False,
    kinds: frozenset[Kind] = FOLLOWED,
    also: Callable[[Workspace, Cycle], Iterable[Cycle]] = lambda _, cycle: (cycle,),
) -> OpenedCycle:
    """The cycle that was asked for, or fits the owner best, and those its numbers rest on; files of `kinds` only.

    `also` names more cycles to read.
    `for_new`: a sheet is to be made, so the cycle around today counts even though the owner has none there.
    """
    chosen: list[tuple[str, str | None]] = []

    def choose(frame: Workspace) -> Iterable[str]:
        session.settle_language(frame.settings.value.language)
        day, owner = session.today(frame.settings.value.timezone), whose(frame)
        if for_new and owner is not None:
            cycle = choose_for_new(frame, session.cycle, owner, day)
        else:
            cycle = choose_cycle(frame, session.cycle, owner or chart.root_team(frame), day)
            _name_projects(session, frame, cycle, owner)
        chosen.append((cycle.id, owner))
        return [other.id for other in (*frame.needed_for(cycle.id), *also(frame, cycle))]

    opened = _open(session, Wanted(kinds, choose))
    cycle_id, owner = chosen[0]
    cycle = opened.workspace.cycles[cycle_id]
    _say_if_not_now(session, cycle, opened.today)
    name_unread(session, opened)
    return OpenedCycle(opened, cycle, owner)


def open_chosen(session: Session, choose: Callable[[Workspace], Iterable[str]], kinds: frozenset[Kind]) -> Opened:
    """The cycles that `choose` names once settings, people and cycles are known; files of `kinds` only."""

    def chosen(frame: Workspace) -> Iterable[str]:
        session.settle_language(frame.settings.value.language)
        return choose(frame)

    opened = _open(session, Wanted(kinds, chosen))
    name_unread(session, opened)
    return opened


def language_here(session: Session) -> Language:
    """The language of the workspace around; English outside of any."""
    try:
        root = find_root(session.options.folder)
    except OkrctlError:
        return "en"
    return load_frame(DiskFiles(root), root.name).settings.value.language


def known_owner(workspace: Workspace, written: str) -> str:
    """The person or team that somebody means by a handle, a name or an alias."""
    written = composed(written)
    if workspace.knows(written):
        return written
    called = [(handle, (team.value.name, *team.value.aliases)) for handle, team in workspace.teams.items()]
    called += [(handle, (person.value.name, *person.value.aliases)) for handle, person in workspace.people.items()]
    for handle, names in called:
        if written in names:
            return handle
    near = closest(written, [*workspace.teams, *workspace.people])
    meant = Bilingual("did you mean {near}?", "是否想写 {near}？").format(near=near)
    hint = meant if near else _known(workspace)
    raise OkrctlError(
        Bilingual('no person or team is called "{name}"', "没有叫“{name}”的人或团队").format(name=written), hint
    )


def _known(workspace: Workspace) -> Bilingual:
    """Whom one could have meant: a handful of people, for few are known by heart."""
    listed = [list(workspace.teams), list(workspace.people)]
    english, chinese = (
        [mark.join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "") or "–" for names in listed]
        for mark in (", ", "、")
    )
    return Bilingual(f"teams: {english[0]}; people: {english[1]}", f"团队：{chinese[0]}；人员：{chinese[1]}")


def own_template(opened: Opened, name: str) -> str | None:
    """The workspace's template that replaces the built-in one of this name; None where it has none."""
    content = opened.workspace.files.read(f"templates/{name}.md.j2")
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else None


def name_unread(session: Session, opened: Opened) -> None:
    """Say on stderr which files could not be used, one line each."""
    worst = {diagnostic.place.document.path: diagnostic for diagnostic in reversed(opened.diagnostics)}
    for path in sorted(worst.keys() & opened.workspace.broken):
        location = locate(worst[path].place)
        where = f"{opened.shown(path)}:{location.start.line}:{location.start.column}"
        message = Bilingual("left out {where}: {code} {message}", "未计入 {where}：{code} {message}")
        session.remark(message.format(where=where, code=worst[path].code, message=worst[path].message))


def _open(session: Session, wanted: Wanted) -> Opened:
    root = find_root(session.options.folder)
    with patience(session) as watch:
        try:
            loaded = load(DiskFiles(root), root.name, wanted, watch)
        except OkrctlError:
            _name_unread_frame(session, root)
            raise
    graph = build_graph(loaded.workspace)
    settings = loaded.workspace.settings.value
    session.settle_language(settings.language)
    _refuse_newer_format(loaded)
    return Opened(root, loaded.workspace, loaded.diagnostics, graph, session.today(settings.timezone))


def _name_unread_frame(session: Session, root: Path) -> None:
    """Whom nobody knows may stand in a file that could not be read."""
    frame = load(DiskFiles(root), root.name, _FRAME)
    name_unread(session, Opened(root, frame.workspace, frame.diagnostics, build_graph(frame.workspace), date.min))


def _refuse_newer_format(loaded: Loaded) -> None:
    for diagnostic in loaded.diagnostics:
        if diagnostic.code == "OKR012":
            raise OkrctlError(diagnostic.message, diagnostic.remedy)


def _name_projects(session: Session, frame: Workspace, cycle: Cycle, owner: str | None) -> None:
    """Nobody gets a project's cycle unasked; who has goals nowhere else is told how to ask."""
    if session.cycle is not None or owner is None or has_sheet(frame, cycle, owner):
        return
    for project in project_cycles(frame, owner):
        session.remark(_IN_PROJECT.format(name=frame.name_of(owner), cycle=project.id))


def _say_if_not_now(session: Session, cycle: Cycle, today: date) -> None:
    if not cycle.holds(today):
        message = _ENDED if cycle.end < today else _TO_COME
        session.remark(message.format(cycle=cycle.id, start=cycle.start, end=cycle.end, today=today))
