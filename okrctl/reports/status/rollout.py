"""How far a cycle has come, team by team: sheets ready, approved, aligned, reported, scored, looked back on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from okrctl.alignment.goals import objectives_of
from okrctl.progress.alignment_rate import alignment_rate
from okrctl.progress.scoring import Scores, collect_scores
from okrctl.reports.status.looked_back import looked_back_on
from okrctl.reports.status.record import Newcomer, Rollout, RolloutLine, Stages, Tally
from okrctl.reports.status.scope import Part, StatusScope
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey, Workspace
from okrctl.workspace.sheets_due import owners_due, sheets_there

_NEW = timedelta(days=30)


def build_rollout(scope: StatusScope, today: date) -> Rollout:
    """The table; `today` is held against the days of the cycle, which lie after its end."""
    sheets, due, without = _Sheets(scope), _due(scope), _without_sheet(scope)
    past = frozenset(stage for stage, day in due.items() if day < today)
    return Rollout(
        cycle=scope.cycle_name,
        day=today,
        team=scope.team,
        name=scope.name(),
        due=due,
        teams=tuple(
            RolloutLine(scope.who(part.handle), part.depth, _dated(_stages(scope, part, sheets, without), past))
            for part in scope.parts
        ),
        without=tuple(scope.who(handle) for handle in without if scope.whole.has(handle)),
        newcomers=tuple(_newcomers(scope, today, without)),
    )


def _due(scope: StatusScope) -> Mapping[str, date]:
    """The days of the stages: sheets are to be written and aligned by the first."""
    due = scope.cycle.due
    days = {"ready": due.sheets, "aligned": due.sheets, "scored": due.scores, "looked_back": due.retro} if due else {}
    return {stage: day for stage, day in days.items() if day is not None}


def _dated(stages: Stages, past: frozenset[str]) -> Stages:
    """The same with what is left after its day marked."""
    tallies: dict[str, Tally | None] = stages._asdict()
    return stages._replace(
        **{
            stage: tally._replace(late=stage in past and not tally.is_complete)
            for stage, tally in tallies.items()
            if tally is not None
        }
    )


class _Sheet(NamedTuple):
    """What can be said of one sheet; None where it is asked for nothing of the kind."""

    ready: bool
    approved: bool | None
    aligned: bool | None
    reported: bool
    scored: bool
    looked_back: bool


class _Sheets:
    """Every sheet of the cycle, looked at once for all the teams above."""

    def __init__(self, scope: StatusScope) -> None:
        self._scope = scope

    @cached_property
    def all(self) -> Mapping[str, _Sheet]:
        """The sheets by owner."""
        scope = self._scope
        scores, root = collect_scores(scope.graph), chart.root_team(scope.workspace)
        rate = alignment_rate(scope.graph, scope.cycle.id, scope.figures.day)
        unaligned = {key.sheet for key in rate.unaligned}
        looked_back = looked_back_on(scope)
        return {
            key.owner: _Sheet(
                ready=_is_ready(scope, key),
                approved=_is_approved(scope.workspace, key),
                aligned=None if key.owner == root else key not in unaligned and _is_ready(scope, key),
                reported=any(scope.figures.goal(each).last for each in scope.figures.objective_weights(key)),
                scored=_is_scored(scores, scope, key),
                looked_back=key.owner in looked_back,
            )
            for key in sorted(scope.workspace.sheets)
            if key.cycle == scope.cycle.id
        }


def _stages(scope: StatusScope, part: Part, sheets: _Sheets, without: tuple[str, ...]) -> Stages:
    ours = [sheet for owner, sheet in sheets.all.items() if part.has(owner)]
    broken = [key for key in scope.workspace.broken_sheets if key.cycle == scope.cycle.id and part.has(key.owner)]
    lacking = sum(part.has(owner) for owner in without) + len(broken)
    return Stages(
        ready=Tally(sum(sheet.ready for sheet in ours), len(ours) + lacking),
        approved=_tally(sheet.approved for sheet in ours),
        aligned=_tally(sheet.aligned for sheet in ours),
        reported=Tally(sum(sheet.reported for sheet in ours), len(ours)),
        scored=Tally(sum(sheet.scored for sheet in ours), len(ours)),
        looked_back=Tally(sum(sheet.looked_back for sheet in ours), len(ours)),
    )


def _tally(states: Iterable[bool | None]) -> Tally | None:
    asked = [state for state in states if state is not None]
    return Tally(sum(asked), len(asked)) if asked else None


def _is_ready(scope: StatusScope, sheet: SheetKey) -> bool:
    """Whether there are objectives that count, each with a key result that counts."""
    figures = scope.figures
    objectives = figures.objective_weights(sheet)
    return bool(objectives) and all(figures.key_result_weights(objective) for objective in objectives)


def _is_scored(scores: Scores, scope: StatusScope, sheet: SheetKey) -> bool:
    """Whether every key result that counts has a score."""
    return bool(objectives_of(scope.graph.goals, sheet, scope.workspace)) and not scores.owner(sheet).unscored


def _is_approved(workspace: Workspace, sheet: SheetKey) -> bool | None:
    """Whether every node that somebody fills has an entry; None where the sheet needs no approval."""
    nodes = [node for node in _nodes(workspace, sheet.owner) if _is_filled(workspace, sheet.owner, node)]
    if not nodes:
        return None
    given = {approval.as_ for approval in workspace.sheets[sheet].value.approvals}
    return given.issuperset(nodes)


def _nodes(workspace: Workspace, owner: str) -> tuple[str, ...]:
    """The nodes a sheet passes: those of its team, of leads (for a team's sheet too), else the default ones."""
    nodes, team = workspace.settings.value.approval_nodes, chart.team_of(workspace, owner)
    if team in nodes:
        return nodes[team]
    if "leads" in nodes and (owner in workspace.teams or chart.teams_led_by(workspace, owner)):
        return nodes["leads"]
    return nodes.get("default", ())


def _is_filled(workspace: Workspace, owner: str, node: str) -> bool:
    """Whether anybody is this node of the sheet: one that nobody fills counts as passed."""
    manager = chart.manager_of(workspace, chart.responsible(workspace, owner))
    if node == "manager":
        return manager is not None
    if node == "skip_manager":
        return manager is not None and chart.manager_of(workspace, manager) is not None
    return bool(workspace.settings.value.hr) if node == "hr" else True


def _without_sheet(scope: StatusScope) -> tuple[str, ...]:
    """Who is to write a sheet for this cycle and has none."""
    there = sheets_there(scope.workspace, scope.cycle)
    return tuple(owner for owner in owners_due(scope.workspace, scope.cycle, scope.figures.day) if owner not in there)


def _newcomers(scope: StatusScope, today: date, without: tuple[str, ...]) -> Iterator[Newcomer]:
    """Who joined within the cycle or the last thirty days, has no sheet and owes none, the latest last."""
    workspace, first = scope.workspace, min(scope.cycle.start, today - _NEW)
    there = sheets_there(workspace, scope.cycle)
    found = [
        Newcomer(scope.who(handle), workspace.name_of(placed.value.team), joined)
        for handle, placed in workspace.people.items()
        if (joined := placed.value.joined) is not None and first <= joined <= today
        if chart.is_active(workspace, handle, today) and scope.whole.has(handle)
        if handle not in there and handle not in without
    ]
    yield from sorted(found, key=lambda one: (one.joined, one.who.handle))
