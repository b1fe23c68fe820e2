"""Which cycle a command means when nobody says (2.1)."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date

from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, listed
from okrctl.workspace import chart
from okrctl.workspace.cycles import quarter_of
from okrctl.workspace.index import Cycle, Workspace
from okrctl.workspace.layout import Kind, path_of
from okrctl.workspace.schema import closest

_MONTH = 365.25 / 12  # days


def choose_cycle(workspace: Workspace, asked: str | None, owner: str | None, day: date) -> Cycle:
    """The cycle asked for; else the shortest around the day in which the owner has a sheet; else the last ended one.

    Who has none at all is taken for the team he leads, then for his team and those above it. A cycle in which none of
    these has a sheet is taken only when there is no other; a `project:` cycle never.
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
    for one in _owner_and_teams(workspace, owner) if owner is not None else ():
        if with_sheet := [cycle for cycle in candidates if has_sheet(workspace, cycle, one)]:
            return min(with_sheet, key=lambda cycle: _fitness(cycle, day))
    return min(candidates, key=lambda cycle: _fitness(cycle, day))


def choose_for_new(workspace: Workspace, asked: str | None, owner: str, day: date) -> Cycle:
    """The cycle asked for; else that around the day for which a new sheet is most likely meant.

    The shortest; but where a few use a shorter one than most (a month inside the quarter), it is that of a length in
    which the owner has most sheets already, then everybody. A length that nobody has used yet is about to be.
    """
    around = [cycle for cycle in workspace.cycles.values() if cycle.project is None and cycle.holds(day)]
    if asked is not None or not around:
        return choose_cycle(workspace, asked, None, day)
    own: Counter[int] = Counter()
    everybody: Counter[int] = Counter()
    for cycle in workspace.cycles.values():
        if cycle.project is None:
            own[_months(cycle)] += has_sheet(workspace, cycle, owner)
            everybody[_months(cycle)] += sum(len(files.names(_sheets_of(cycle))) for files in workspace.sources)
    shortest = min(around, key=lambda cycle: (cycle.days, cycle.id))
    if not everybody[_months(shortest)]:
        return shortest
    return max(around, key=lambda cycle: (own[_months(cycle)], everybody[_months(cycle)], -cycle.days))


def project_cycles(workspace: Workspace, owner: str) -> tuple[Cycle, ...]:
    """The `project:` cycles in which an owner, or a team that he leads or is listed in, has a sheet."""
    teams = [handle for handle, team in workspace.teams.items() if owner in (team.value.lead, *team.value.members)]
    return tuple(
        cycle
        for _, cycle in sorted(workspace.cycles.items())
        if cycle.project is not None and any(has_sheet(workspace, cycle, one) for one in (owner, *teams))
    )


def choose_ended(workspace: Workspace, asked: str | None, owner: str | None, day: date) -> Cycle:
    """The cycle asked for; else the one to look back on: that whose last day is nearest, before or after the day.

    In the last weeks of a quarter and the first of the next this is the quarter. Only those count that have begun and
    in which the owner has a sheet; of two that end together the shorter. Where he has none, or only a draft of what
    has just begun, it is the one before of the team he leads, then of his team and those above it.
    """
    if asked is not None or owner is None:
        return choose_cycle(workspace, asked, owner, day)
    own = _ending_nearest(workspace, owner, day)
    if own is not None and own.end - day <= day - own.start:
        return own
    for one in _owner_and_teams(workspace, owner):
        before = _ending_nearest(workspace, one, day, own)
        if before is not None:
            return before if own is None or day - before.end < own.end - day else own
    return own or choose_cycle(workspace, asked, owner, day)


def choose_before(workspace: Workspace, cycle: Cycle) -> Cycle | None:
    """The cycle that comes before another: the last to end before it begins, of several the one most like it."""
    ended = [one for one in workspace.cycles.values() if one.project is None and one.end < cycle.start]
    return min(ended, key=lambda one: (cycle.start - one.end, abs(one.days - cycle.days), one.id), default=None)


def ended_before(workspace: Workspace, cycle: Cycle) -> tuple[Cycle, ...]:
    """The cycles just before one and before those around it, where something may have been left open: none closed."""
    around = workspace.overlapping(cycle.id)
    before = [choose_before(workspace, one) for one in around if one.project is None]
    ids = {one.id for one in before if one is not None} - {one.id for one in around}
    return tuple(one for one in workspace.cycles.values() if one.id in ids and one.state != "closed")


def begun_since(workspace: Workspace, cycle: Cycle, day: date) -> tuple[Cycle, ...]:
    """The cycles that have begun after one, up to a day: in their notes its to-dos may have been closed."""
    return tuple(one for one in workspace.cycles.values() if cycle.start < one.start <= day)


def _owner_and_teams(workspace: Workspace, owner: str) -> Iterator[str]:
    """The owner, the teams he leads, his team and every team above it."""
    yield owner
    yield from chart.teams_led_by(workspace, owner)
    team = chart.team_of(workspace, owner)
    if team is not None:
        yield from chart.line(workspace, team)


def _ending_nearest(workspace: Workspace, owner: str, day: date, following: Cycle | None = None) -> Cycle | None:
    """Of the cycles that have begun, and end before `following`, the owner's that ends nearest to the day."""
    begun = [
        cycle
        for cycle in workspace.cycles.values()
        if cycle.project is None
        and (cycle.start <= day if following is None else cycle.end < following.start)
        and has_sheet(workspace, cycle, owner)
    ]
    return min(begun, key=lambda cycle: (abs((cycle.end - day).days), cycle.days, cycle.id), default=None)


def _months(cycle: Cycle) -> int:
    """The length of a cycle in whole months."""
    return round(cycle.days / _MONTH)


def _sheets_of(cycle: Cycle) -> str:
    return path_of(Kind.OKR, cycle=cycle.id, owner="x").rpartition("/")[0]


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


def has_sheet(workspace: Workspace, cycle: Cycle, owner: str) -> bool:
    """Whether an owner has a sheet in a cycle of which nothing has been read yet."""
    # Asked file by file: a list of every sheet of every cycle would cost more with each year.
    names = {owner, unicodedata.normalize("NFD", owner)}
    paths = [path_of(Kind.OKR, cycle=cycle.id, owner=name) for name in names]
    return any(files.exists(path) for files in workspace.sources for path in paths)
