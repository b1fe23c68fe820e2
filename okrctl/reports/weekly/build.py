"""The weekly report of one team or person, built from what was read."""

from collections.abc import Collection
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey
from okrctl.alignment.graph import Graph
from okrctl.models.calendar import Week
from okrctl.progress.reported import Reports, collect_reports
from okrctl.reports.weekly.attendance import attendance_of
from okrctl.reports.weekly.entries import others_of
from okrctl.reports.weekly.gather import Gathered, gather
from okrctl.reports.weekly.moves import highlights_of, moves_of, new_objectives, thanks_of
from okrctl.reports.weekly.period import period_of
from okrctl.reports.weekly.record import CycleName, GoalLine, OtherPart, Position, WeeklyReport
from okrctl.reports.weekly.scope import Scope
from okrctl.reports.weekly.tasks import needs_of, open_todos, plan_of


class Wish(NamedTuple):
    """Which report: whose, of which cycle, up to which week; with `first` several weeks merged into one.

    `known` are the goals that were there at the last report, where the caller knows them from git.
    """

    owner: str
    cycle: str
    week: Week
    first: Week | None = None
    known: Collection[GoalKey] | None = None


def build(graph: Graph, wish: Wish, reports: Reports | None = None) -> WeeklyReport:
    """The report; nothing in it depends on today. `reports` saves folding the notes again."""
    workspace = graph.workspace
    cycle = workspace.cycles[wish.cycle]
    period = period_of(workspace, cycle, wish.first, wish.week)
    scope = Scope(graph, collect_reports(graph) if reports is None else reports, cycle, wish.owner, period)
    gathered = gather(scope)
    return WeeklyReport(
        owner=scope.who(wish.owner),
        is_team=scope.is_team,
        cycle=CycleName(cycle.id, cycle.title, cycle.start, cycle.end),
        span=period.span,
        weeks=period.weeks,
        meeting=period.meeting,
        compared_with=period.compared_with,
        position=_position(scope),
        attendance=attendance_of(scope),
        plan=plan_of(scope),
        needs=needs_of(scope),
        moves=moves_of(scope, gathered.goals),
        highlights=highlights_of(scope, gathered.objectives),
        thanks=thanks_of(scope),
        objectives=gathered.objectives,
        other=_other(scope, gathered, wish),
        todos=open_todos(scope),
        silent=_silent(gathered),
    )


def _position(scope: Scope) -> Position | None:
    if scope.sheet not in scope.workspace.sheets:
        return None
    now = scope.now.owner(scope.sheet)
    then = scope.before.owner(scope.sheet) if scope.was_begun(scope.cycle.id) else None
    return Position(
        progress=now.progress,
        progress_before=then.progress if then else None,
        expected=now.expected,
        confidence=now.confidence,
        confidence_before=then.confidence if then else None,
        without_data=now.without_data,
    )


def _other(scope: Scope, gathered: Gathered, wish: Wish) -> OtherPart:
    items = tuple(others_of(scope))
    return OtherPart(
        escalated=tuple(entry for entry in items if entry.escalate),
        items=tuple(entry for entry in items if not entry.escalate),
        new=new_objectives(scope, wish.known),
        unaligned=gathered.unaligned,
    )


def _silent(gathered: Gathered) -> tuple[GoalLine, ...]:
    """Key results that count and are not done, of which nobody said anything."""
    rows = (row for part in gathered.objectives for row in part.key_results if row.is_silent)
    return tuple(
        row.goal for row in rows if row.goal.standing.dropped_on is None and row.goal.standing.status != "done"
    )
