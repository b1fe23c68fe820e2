"""What became of each goal of a sheet: figures, self-score, and the way week by week."""

from okrctl.alignment.goals import Goal, children_of, objectives_of
from okrctl.models.calendar import Week
from okrctl.models.okr import KeyResult
from okrctl.progress.course import WeekPoint, course
from okrctl.progress.measure import reached_milestones
from okrctl.progress.timing import responsible_for
from okrctl.reports.retrospective.record import Aim, GoalResult, ObjectiveResult, SelfScore
from okrctl.reports.retrospective.scope import Scope


def results_of(scope: Scope, owner: str, with_way: bool) -> tuple[ObjectiveResult, ...]:
    """The objectives of somebody's sheet with their key results; `with_way` adds how these came along."""
    found = objectives_of(scope.graph.goals, scope.sheet(owner), scope.workspace)
    return tuple(_objective(scope, goal, with_way) for goal in found)


def _objective(scope: Scope, goal: Goal, with_way: bool) -> ObjectiveResult:
    children = children_of(scope.graph.goals, goal.key)
    return ObjectiveResult(_result(scope, goal), tuple(_key_result(scope, child, with_way) for child in children))


def _key_result(scope: Scope, goal: Goal, with_way: bool) -> GoalResult:
    way: tuple[WeekPoint, ...] = course(scope.figures, goal.key, Week.of(scope.day)) if with_way else ()
    result = _result(scope, goal)
    if goal.key_result is None:
        return result
    return result._replace(
        owner=scope.who(responsible_for(scope.workspace, goal)),
        aim=_aim(goal.key_result),
        reached=_reached(scope, goal, goal.key_result),
        way=way,
    )


def _result(scope: Scope, goal: Goal) -> GoalResult:
    now = scope.figures.goal(goal.key)
    return GoalResult(
        key=goal.key,
        title=scope.text(goal.title),
        owner=scope.who(goal.key.owner),
        sheet_owner=scope.who(goal.key.owner),
        committed=scope.is_committed(goal),
        weight=now.weight,
        progress=now.progress,
        expected=now.expected,
        has_data=now.has_data,
        status=now.status,
        computed_status=now.computed_status,
        confidence=now.confidence,
        score=scope.scores.score(goal.key),
        said=_said(scope, goal),
        value=now.current,
        dropped_on=scope.dropped_on(goal.key),
        is_missed=goal.key in scope.missed,
    )


def _said(scope: Scope, goal: Goal) -> SelfScore:
    entry = scope.scores.of(goal.key)
    if entry is None:
        return SelfScore()
    record = entry.record
    return SelfScore(
        score=entry.score,
        completion=entry.completion,
        difficulty=record.difficulty,
        effort=record.effort,
        because=scope.text(record.because),
        cause=record.cause,
        next=record.next,
        reply=scope.text(record.reply),
    )


def _aim(key_result: KeyResult) -> Aim:
    metric, keep = key_result.metric, key_result.keep
    return Aim(
        kind=key_result.kind,
        start=metric.start if metric else None,
        target=metric.target if metric else None,
        band=(keep.min, keep.max) if keep else (None, None),
        unit=(metric.unit if metric else keep.unit if keep else None) or "",
        milestones=len(key_result.milestones) if key_result.kind == "milestones" else 0,
    )


def _reached(scope: Scope, goal: Goal, key_result: KeyResult) -> int:
    if key_result.kind != "milestones":
        return 0
    return len(reached_milestones(key_result.milestones, scope.figures.reported(goal.key), scope.day))
