"""What `retro` does: whose, which cycle, what git knows; then the document on stdout or beside the self-scores."""

import unicodedata
from datetime import date
from typing import NamedTuple

from okrctl.cli.opened import LOOKED_BACK_ON, OpenedCycle, known_owner, open_cycle, own_template
from okrctl.cli.session import Session
from okrctl.cli.whose import team_led_by_me
from okrctl.errors import OkrctlError
from okrctl.history.moves import moves_of
from okrctl.language import Bilingual
from okrctl.reports.retrospective.build import Wish, build, scope_of
from okrctl.reports.retrospective.record import Retrospective
from okrctl.workspace.choice import choose_cycle
from okrctl.workspace.index import Cycle, SheetKey, Workspace
from okrctl.workspace.layout import Kind, path_of

_ONE_PLACE = Bilingual(
    "--write keeps the Markdown document of the cycle: leave out --format json and -o",
    "--write 写的是本周期的 Markdown 文档：请去掉 --format json 和 -o",
)


_NO_SHEET = Bilingual("{name} has no sheet in {cycle}", "{name} 在周期 {cycle} 没有 OKR")
_ELSEWHERE = Bilingual(
    "{name} has no sheet in {cycle}; the latest one is in {other}: --cycle {other}",
    "{name} 在周期 {cycle} 没有 OKR；最近一份在 {other}，可用 --cycle {other} 指定",
)


class Request(NamedTuple):
    """The options of `retro`."""

    owner: str | None
    write: bool
    dry_run: bool
    as_json: bool


def look_back(session: Session, request: Request) -> None:
    """Build the retrospective and put it where it belongs."""
    if (request.write or request.dry_run) and (request.as_json or session.options.output):
        raise OkrctlError(_ONE_PLACE)
    found = open_cycle(session, lambda frame: _owner(session, frame, request), kinds=LOOKED_BACK_ON)
    retro = _retrospective(found)
    _say_if_bare(session, found, retro)
    if request.as_json:
        from okrctl.diagnostics.formats.escapes import as_json as json_text
        from okrctl.reports.retrospective.as_json import as_json

        session.result(json_text(as_json(retro, session.language)))
        return
    from okrctl.reports.retrospective.render import document_path, markdown, section

    own = own_template(found.opened, "retro")
    if request.write or request.dry_run:
        from okrctl.cli.rolling import roll

        fresh = section(retro, session.language, own)
        roll(session, found.opened, document_path(retro), fresh, request.dry_run)
    else:
        session.result(markdown(retro, session.language, own))


def _retrospective(found: OpenedCycle) -> Retrospective:
    opened = found.opened
    scope = scope_of(opened.graph, Wish(found.owner or "", found.cycle.id, opened.today))
    # Up to today: a goal that is changed after the end of its cycle is still another goal than it was.
    moves = moves_of(opened.workspace, found.cycle, frozenset(scope.owners), max(opened.today, scope.day))
    return build(scope, moves)


def _say_if_bare(session: Session, found: OpenedCycle, retro: Retrospective) -> None:
    """Name the cycle in which there is something to look back on, where this one has nothing."""
    workspace, owner = found.opened.workspace, retro.owner.handle
    if not retro.is_bare or SheetKey(found.cycle.id, owner) in workspace.broken_sheets:
        return
    others = (cycle for cycle in workspace.cycles.values() if _has(workspace, Kind.OKR, cycle, owner))
    latest = max(others, key=lambda cycle: (cycle.project is None, cycle.end, cycle.id), default=None)
    message = _NO_SHEET if latest is None else _ELSEWHERE
    session.remark(message.format(name=retro.owner.name, cycle=found.cycle.id, other=latest.id if latest else ""))


def _owner(session: Session, frame: Workspace, request: Request) -> str:
    owner = known_owner(frame, request.owner) if request.owner else team_led_by_me(session, frame, "retro")
    if session.options.cycle is None:
        session.prefer_cycle(_ending_nearest(frame, owner, session.today(frame.settings.value.timezone)))
    return owner


def _ending_nearest(frame: Workspace, owner: str, today: date) -> str | None:
    """The cycle that ended last, when today is nearer to its end than to that of the one that would be chosen.

    People look back on what is over, not on what has just begun; unless it is scored already.
    """
    if not frame.cycles:
        return None
    chosen = choose_cycle(frame, None, owner, today)
    ended = [
        cycle
        for cycle in frame.cycles.values()
        if cycle.project is None and cycle.end < today and _has(frame, Kind.OKR, cycle, owner)
    ]
    last = max(ended, key=lambda cycle: (cycle.end, -cycle.days, cycle.id), default=None)
    if last is None or not chosen.holds(today) or _has(frame, Kind.RETRO, chosen, owner):
        return None
    return last.id if today - last.end < chosen.end - today else None


def _has(frame: Workspace, kind: Kind, cycle: Cycle, owner: str) -> bool:
    # Asked file by file, as nothing but settings, people and cycles has been read yet.
    names = {owner, unicodedata.normalize("NFD", owner)}
    paths = [path_of(kind, cycle=cycle.id, owner=name) for name in names]
    return any(files.exists(path) for files in frame.sources for path in paths)
