"""What `rollover` does: chooses the cycle to go on from, drafts the next one's sheets, says what was left out."""

import shlex
from collections.abc import Iterable, Sequence

from okrctl.cli.opened import LOOKED_BACK_ON, known_owner, open_chosen, open_people
from okrctl.cli.session import Session
from okrctl.cli.writing import apply
from okrctl.editing.drafting import Drafting
from okrctl.editing.rollover import roll_over
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.base import composed
from okrctl.models.calendar import cycle_after, cycle_dates
from okrctl.workspace import chart
from okrctl.workspace.choice import choose_before, choose_cycle, choose_ended
from okrctl.workspace.index import Cycle, Workspace
from okrctl.workspace.layout import Kind, path_of

_NO_TARGET = Bilingual("which cycle comes next? --to is missing", "缺少 --to：下一个周期是哪个？")
_NO_TARGET_HINT = Bilingual("write it: {command}", "请写明：{command}")
_NO_CYCLE = Bilingual('there is no cycle "{cycle}"', "没有周期“{cycle}”")
_NO_CYCLE_HINT = Bilingual(
    "create it first: okrctl new cycle {cycle} --start … --end …",
    "请先新建：okrctl new cycle {cycle} --start … --end …",
)
_NONE_BEFORE = Bilingual("no cycle ends before {cycle} begins", "{cycle} 之前没有已结束的周期")
_NONE_BEFORE_HINT = Bilingual("name the cycle to go on from: --cycle", "请用 --cycle 写明从哪个周期延续")
_FROM = Bilingual("going on from cycle {source}", "从周期 {source} 延续")
_NOTHING = Bilingual("nothing goes on from {source} to {target}", "{source} 没有可以延续到 {target} 的目标")
_ALL_THERE = Bilingual("there is no sheet of {target} left to draft", "{target} 没有还需要生成的 OKR")
_ALL_THERE_HINT = Bilingual(
    "okrctl does not overwrite sheets; rename one first to have it drafted again",
    "okrctl 不会覆盖已有的 OKR；需要重新生成的，请先改名",
)
_NOTHING_HINT = Bilingual(
    "write next: carry or next: revise in {path} (okrctl new retro makes such a file)",
    "请在 {path} 里写 next: carry 或 next: revise（可用 okrctl new retro 生成）",
)


def draft_next_cycle(session: Session, to: str | None, owners: Sequence[str], dry_run: bool) -> None:
    """Write the drafts of the cycle `to`; what exists is left alone, and what was left out is named."""
    if to is None:
        raise _no_target(session, owners)
    target_id = composed(to)
    chosen: list[tuple[Cycle, frozenset[str]]] = []

    def choose(frame: Workspace) -> Iterable[str]:
        wanted = frozenset(known_owner(frame, owner) for owner in owners)
        target = _target(frame, target_id)
        source = _source(session, frame, target)
        chosen.append((source, wanted))
        return [one.id for one in frame.cycles.values() if one.overlaps(source) or one.overlaps(target)]

    opened = open_chosen(session, choose, LOOKED_BACK_ON)
    source, wanted = chosen[0]
    drafting = Drafting(opened.workspace, opened.root, session.language, opened.today)
    rolled = roll_over(drafting, source.id, target_id, wanted or None)
    if session.cycle is None:
        session.remark(_FROM.format(source=source.id))
    for remark in rolled.remarks:
        session.remark(remark)
    if not rolled.changes and rolled.existing:
        raise OkrctlError(_ALL_THERE.format(target=target_id), _ALL_THERE_HINT)
    if not rolled.changes:
        with_sheet = [sheet.owner for sheet in opened.workspace.sheets if sheet.cycle == source.id]
        owner = min(wanted or with_sheet, default=chart.root_team(opened.workspace) or "company")
        path = path_of(Kind.RETRO, cycle=source.id, owner=owner)
        raise OkrctlError(_NOTHING.format(source=source.id, target=target_id), _NOTHING_HINT.format(path=path))
    apply(session, rolled.changes, dry_run, opened.root)


def _no_target(session: Session, owners: Sequence[str]) -> OkrctlError:
    """The same command with the cycle that usually comes next; a goal is too much to be drafted for a guess."""
    opened = open_people(session)
    frame = opened.workspace
    whose = [known_owner(frame, owner) for owner in owners]
    source = choose_ended(frame, session.cycle, whose[0] if whose else chart.root_team(frame), opened.today)
    asked = ("--cycle", source.id) if session.cycle is not None else ()
    words = ("okrctl", "rollover", *asked, "--to", cycle_after(source.id) or "CYCLE", *owners)
    return OkrctlError(_NO_TARGET, _NO_TARGET_HINT.format(command=shlex.join(words)))


def _target(frame: Workspace, cycle_id: str) -> Cycle:
    """The next cycle as it is, or as it will be."""
    if cycle_id in frame.cycles:
        return frame.cycles[cycle_id]
    dates = cycle_dates(cycle_id, frame.settings.value.fiscal_year_start)
    if dates is None:
        raise OkrctlError(_NO_CYCLE.format(cycle=cycle_id), _NO_CYCLE_HINT.format(cycle=cycle_id))
    return Cycle(cycle_id, *dates)


def _source(session: Session, frame: Workspace, target: Cycle) -> Cycle:
    """The cycle to go on from: the one asked for, else the one before."""
    if session.cycle is not None:
        return choose_cycle(frame, session.cycle, None, session.today(frame.settings.value.timezone))
    before = choose_before(frame, target)
    if before is None:
        raise OkrctlError(_NONE_BEFORE.format(cycle=target.id), _NONE_BEFORE_HINT)
    return before
