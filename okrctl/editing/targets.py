"""What may be reported, by whom, in which week: asked before anything is written."""

from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey, Goals, Missing, find_goal, goals_of
from okrctl.editing.drafting import Drafting
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.base import composed
from okrctl.models.calendar import Week
from okrctl.models.okr import KeyResult
from okrctl.progress.timing import responsible_for
from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, NoteKey, SheetKey, Workspace
from okrctl.workspace.schema import closest

_OUTSIDE = Bilingual(
    "week {week} is outside cycle {cycle} ({start} to {end})", "{week} 不在周期 {cycle}（{start} 至 {end}）内"
)
_OUTSIDE_HINT = Bilingual("name a week of the cycle: --week {inside}", "请写周期内的一周：--week {inside}")
_OR_CYCLE = Bilingual("{hint}; or a cycle of that week: --cycle {cycle}", "{hint}；或这一周所在的周期：--cycle {cycle}")
_CLOSED = Bilingual("cycle {cycle} is closed", "周期 {cycle} 已关闭")
_CLOSED_HINT = Bilingual(
    "name an open one with --cycle; or reopen it: state: open in {path}",
    "请用 --cycle 写一个未关闭的周期；或重新打开它：在 {path} 里写 state: open",
)
_NO_GOAL = Bilingual('no goal "{written}" in {cycle}', "{cycle} 没有这个目标或关键结果：{written}")
_NEAR = Bilingual("did you mean {near}?", "是否想写 {near}？")
_SEE_TREE = Bilingual("okrctl tree shows every goal with its address", "okrctl tree 会列出所有目标及其地址")
_UNREAD = Bilingual(
    'the sheet of "{written}" cannot be read: okrctl validate says why',
    "“{written}”所在的 OKR 表无法读取：okrctl validate 会说明原因",
)
_OTHER_CYCLE = Bilingual("{address} belongs to cycle {cycle}", "{address} 属于周期 {cycle}")
_OTHER_CYCLE_HINT = Bilingual("report on it there: --cycle {cycle}", "请在那个周期更新：--cycle {cycle}")
_DROPPED = Bilingual("{address} was dropped on {day}", "{address} 已于 {day} 终止")
_DROPPED_HINT = Bilingual(
    "nothing is reported on it any more; if that is wrong, remove dropped: from {path}",
    "已终止的目标不再更新；如果有误，请在 {path} 里删掉 dropped:",
)
_NOT_YOURS = Bilingual("{address} is not for {name} to report on", "{address} 不由{name}更新进展")
_NOT_YOURS_HINT = Bilingual(
    "it is reported by {owner}, those it is with, or the lead; to take part, be added to its with:",
    "它由{owner}、协作方或团队负责人更新；如果你也参与，请先加进它的 with:",
)


class Target(NamedTuple):
    """A goal that somebody may report on, and its address as his note writes it."""

    key: GoalKey
    goal: Goal
    address: str

    @property
    def record(self) -> KeyResult | None:
        """The key result; None for an objective."""
        return self.goal.key_result


def check_week(drafting: Drafting, key: NoteKey) -> Cycle:
    """The cycle of a note; OkrctlError where it is closed, or does not have the week.

    One that has ended takes late notes for its own weeks until it is closed.
    """
    cycle = drafting.cycle(composed(key.cycle))
    if cycle.state == "closed":
        path = cycle.file.place.document.path if cycle.file else f"cycles/{cycle.id}/cycle.yaml"
        raise OkrctlError(_CLOSED.format(cycle=cycle.id), _CLOSED_HINT.format(path=path))
    if has_week(cycle, key.week):
        return cycle
    inside = Week.of(min(max(drafting.today, cycle.start), cycle.end))
    hint = _OUTSIDE_HINT.format(inside=inside)
    others = [one for one in drafting.workspace.cycles.values() if has_week(one, key.week) and one.state != "closed"]
    if others:
        hint = _OR_CYCLE.format(hint=hint, cycle=min(others, key=lambda one: (one.days, one.id)).id)
    raise OkrctlError(_OUTSIDE.format(week=key.week, cycle=cycle.id, start=cycle.start, end=cycle.end), hint)


def target_of(drafting: Drafting, note: NoteKey, written: str) -> Target:
    """The goal that an address means in a note; OkrctlError where there is none or its author may not report on it."""
    workspace, goals = drafting.workspace, goals_of(drafting.workspace)
    key = find_goal(workspace, goals, written, SheetKey(note.cycle, note.author))
    if isinstance(key, Missing):
        raise _elsewhere(goals, note, written) or _missing(workspace, (key, goals), note, written)
    goal, address = goals[key], address_in_note(key, note)
    if key.cycle != note.cycle:
        shown = {"address": key.address(), "cycle": key.cycle}
        raise OkrctlError(_OTHER_CYCLE.format(**shown), _OTHER_CYCLE_HINT.format(cycle=key.cycle))
    if goal.is_dropped(drafting.today):
        hint = _DROPPED_HINT.format(path=goal.place.document.path)
        raise OkrctlError(_DROPPED.format(address=address, day=goal.dropped_on), hint)
    if not may_report(workspace, goal, note.author):
        owner = workspace.name_of(responsible_for(workspace, goal))
        message = _NOT_YOURS.format(address=address, name=workspace.name_of(note.author))
        raise OkrctlError(message, _NOT_YOURS_HINT.format(owner=owner))
    return Target(key, goal, address)


def may_report(workspace: Workspace, goal: Goal, person: str) -> bool:
    """Whether somebody owns a goal, is `with` it or of a team that is, or leads its owner's team or one above (1.7)."""
    with_ = (*goal.objective.with_, *(goal.key_result.with_ if goal.key_result else ()))
    owners = (goal.key.owner, responsible_for(workspace, goal))
    if person in (*owners, *with_) or any(person in chart.members(workspace, team) for team in with_):
        return True
    teams = [team for owner in owners if (team := chart.team_of(workspace, owner)) is not None]
    return any(chart.lead_of(workspace, above) == person for team in teams for above in chart.line(workspace, team))


def address_in_note(goal: GoalKey, note: NoteKey) -> str:
    """The address of a goal as a note of `note.author` writes it: without the owner for his own."""
    if goal.owner != note.author:
        return goal.address(note.cycle)
    return goal.address(note.cycle).removeprefix(f"{note.author}/")


def has_week(cycle: Cycle, week: Week) -> bool:
    """Whether a cycle has a day of a week."""
    return cycle.start <= week.sunday and week.monday <= cycle.end


def _elsewhere(goals: Goals, note: NoteKey, written: str) -> OkrctlError | None:
    """The goal stands in another cycle that was read: a project's, or a longer one."""
    cycles = [key.cycle for key in goals if key.cycle != note.cycle and key.address() == composed(written)]
    if len(set(cycles)) != 1:
        return None
    shown = {"address": composed(written), "cycle": cycles[0]}
    return OkrctlError(_OTHER_CYCLE.format(**shown), _OTHER_CYCLE_HINT.format(cycle=cycles[0]))


def _missing(workspace: Workspace, found: tuple[Missing, Goals], note: NoteKey, written: str) -> OkrctlError:
    why, goals = found
    message = _NO_GOAL.format(written=written, cycle=note.cycle)
    if why is Missing.UNREAD:
        return OkrctlError(message, _UNREAD.format(written=written))
    near = _nearest(written, workspace, goals, note)
    return OkrctlError(message, _NEAR.format(near=near) if near else _SEE_TREE)


def _nearest(written: str, workspace: Workspace, goals: Goals, note: NoteKey) -> str | None:
    """The address most like the written one: of what the author may report on, of all in this cycle, of the others."""
    here = [key for key in goals if key.cycle == note.cycle]
    own = [address_in_note(key, note) for key in here if may_report(workspace, goals[key], note.author)]
    all_here = [key.address() for key in here]
    elsewhere = [key.address(note.cycle) for key in goals if key.cycle != note.cycle]
    for addresses in (own, [*all_here, *elsewhere]):
        same_ending = [one for one in addresses if one.endswith(f"/{composed(written)}")]
        if len(same_ending) == 1:
            return same_ending[0]
    return closest(written, [*own, *all_here]) or closest(written, elsewhere)
