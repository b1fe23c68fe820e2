"""The key results that need help, worst first: far behind plan, due and not reached, called so, or silent."""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal
from okrctl.models.okr import KeyResult
from okrctl.progress.figures import GoalFigures
from okrctl.progress.pace import Term, pace_status
from okrctl.progress.timing import responsible_for, silent_days, term_of
from okrctl.reports.status.record import REASONS, Aim, HelpLine, Reason
from okrctl.reports.status.scope import StatusScope


def help_of(scope: StatusScope) -> tuple[HelpLine, ...]:
    """Every key result of the board with a reason, by the worst of its reasons, then by how far it lags."""
    lines = (line for goal in scope.key_results if (line := _line(scope, goal)))
    return tuple(sorted(lines, key=lambda line: (REASONS.index(line.worst), line.gap, line.key)))


def _line(scope: StatusScope, goal: Goal) -> HelpLine | None:
    figures, term = scope.figures.goal(goal.key), term_of(scope.workspace, goal)
    if goal.key_result is None or term is None or figures.computed_status is None:
        return None
    silent = silent_days(scope.workspace, goal, figures.last, scope.figures.day)
    reasons = tuple(_reasons(scope, goal, (figures, term, silent)))
    if not reasons:
        return None
    return HelpLine(
        key=goal.key,
        title=scope.text(goal.title),
        owner=scope.who(responsible_for(scope.workspace, goal)),
        committed=_kind(scope, goal) == "committed",
        progress=figures.progress,
        expected=figures.expected,
        gap=figures.gap,
        weight=figures.weight,
        confidence=figures.confidence,
        status=figures.status,
        computed_status=figures.computed_status,
        has_data=figures.has_data,
        last=figures.last.week if figures.last else None,
        days=max((scope.figures.day - figures.last.ages_from).days, 0) if figures.last else None,
        silent=silent,
        due=term.due,
        reasons=reasons,
        aim=_aim(scope, goal.key_result, figures),
    )


def _reasons(scope: StatusScope, goal: Goal, found: tuple[GoalFigures, Term, int]) -> Iterator[Reason]:
    """In order, the worst first. Without any report nothing is known to lag: it is silent."""
    figures, term, silent = found
    settings = scope.workspace.settings.value
    finished = figures.progress >= 1 and figures.status == "done"
    lag = pace_status(figures.gap, settings.pace.of(goal.objective.kind or settings.default_kind))
    if figures.has_data and lag == "off_track":
        yield "off_track"
    if term.due < scope.figures.day and figures.progress < 1 and figures.status != "done":
        yield "past_due"
    if figures.status == "off_track":
        yield "reported_off_track"
    # A paused goal is silent because it was paused.
    if silent > settings.checkin.days_until_stale and not finished and figures.status != "paused":
        yield "stale"


def _kind(scope: StatusScope, goal: Goal) -> str:
    return goal.objective.kind or scope.workspace.settings.value.default_kind


def _aim(scope: StatusScope, key_result: KeyResult, figures: GoalFigures) -> Aim:
    metric, keep = key_result.metric, key_result.keep
    forecast = scope.figures.forecast(figures.key)
    if metric is not None:
        return Aim(figures.current, metric.target, unit=metric.unit or "", forecast=forecast)
    if keep is not None:
        return Aim(figures.current, None, keep.min, keep.max, keep.unit or "", forecast)
    if key_result.kind == "plain":
        return Aim(figures.progress * 100, 100, unit="%", forecast=forecast)
    return Aim()
