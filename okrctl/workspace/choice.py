"""Which cycle a command means when nobody says (2.1)."""

import unicodedata
from datetime import date

from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, listed
from okrctl.workspace.cycles import quarter_of
from okrctl.workspace.index import Cycle, Workspace
from okrctl.workspace.layout import Kind, path_of
from okrctl.workspace.schema import closest


def choose_cycle(workspace: Workspace, asked: str | None, owner: str | None, day: date) -> Cycle:
    """The cycle asked for; else the shortest around the day in which the owner has a sheet; else the last ended one.

    A cycle in which he has no sheet is taken only when there is none with one; a `project:` cycle never.
    """
    if asked is not None:
        return _asked(workspace, asked)
    candidates = [cycle for cycle in workspace.cycles.values() if cycle.project is None]
    if not candidates:
        raise OkrctlError(
            Bilingual("the workspace has no cycle yet", "工作区里还没有周期"),
            Bilingual("create one: okrctl new cycle {cycle}", "请新建：okrctl new cycle {cycle}").format(
                cycle=quarter_of(day)
            ),
        )
    with_sheet = [cycle for cycle in candidates if owner is not None and _has_sheet(workspace, cycle, owner)]
    return min(with_sheet or candidates, key=lambda cycle: _fitness(cycle, day))


def _fitness(cycle: Cycle, day: date) -> tuple[int, int, str]:
    """Around the day: the shortest first; then the last ended; then the next to come."""
    if cycle.holds(day):
        return 0, cycle.days, cycle.id
    if cycle.end < day:
        return 1, (day - cycle.end).days * 10_000 + cycle.days, cycle.id
    return 2, (cycle.start - day).days * 10_000 + cycle.days, cycle.id


def _asked(workspace: Workspace, asked: str) -> Cycle:
    if asked in workspace.cycles:
        return workspace.cycles[asked]
    near = closest(asked, workspace.cycles)
    known = listed(sorted(workspace.cycles) or "–")
    raise OkrctlError(
        Bilingual('there is no cycle "{asked}"', "没有周期“{asked}”").format(asked=asked),
        Bilingual("did you mean {near}?", "是否想写 {near}？").format(near=near)
        if near
        else Bilingual("the cycles are: {known}", "现有周期：{known}").format(known=known),
    )


def _has_sheet(workspace: Workspace, cycle: Cycle, owner: str) -> bool:
    # Asked file by file: a list of every sheet of every cycle would cost more with each year.
    names = {owner, unicodedata.normalize("NFD", owner)}
    paths = [path_of(Kind.OKR, cycle=cycle.id, owner=name) for name in names]
    return any(files.exists(path) for files in workspace.sources for path in paths)
