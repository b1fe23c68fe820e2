"""The key results that need help, worst first: far behind plan, due and not reached, called so, or silent.

Then those that are about to need it, and those on which a report is only to come.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from okrctl.alignment.goals import Goal
from okrctl.models.okr import KeyResult
from okrctl.progress.figures import GoalFigures
from okrctl.progress.measure import is_inside
from okrctl.progress.pace import Term, pace_status
from okrctl.progress.reported import newest_by_week
from okrctl.progress.timing import responsible_for, silent_days, term_of
from okrctl.reports.status.possible import possible
from okrctl.reports.status.record import REASONS, Aim, HelpLine, Kept, Reason, Unreported
from okrctl.reports.status.scope import StatusScope


class Followed(NamedTuple):
    """The key results of a board that ask to be looked at: needing help, about to need it, not reported on yet."""

    help: tuple[HelpLine, ...]
    risk: tuple[HelpLine, ...]
    unreported: tuple[Unreported, ...]


def followed(scope: StatusScope) -> Followed:
    """By the worst of their reasons, then by how far they lag; whom nobody has heard of yet, by how many there are."""
    lines: list[HelpLine] = []
    unreported: Counter[str] = Counter()
    for goal in scope.key_results:
        figures, term = scope.figures.goal(goal.key), term_of(scope.workspace, goal)
        # A cycle to come is not looked at yet.
        if term is not None and figures.computed_status is not None:
            line = _line(scope, goal, (figures, term))
            if line is not None:
                lines.append(line)
            elif _is_unreported(figures):
                unreported[responsible_for(scope.workspace, goal)] += 1
    lines.sort(key=lambda line: (REASONS.index(line.worst), line.gap, line.key))
    most_first = sorted(unreported.items(), key=lambda counted: (-counted[1], counted[0]))
    return Followed(
        tuple(line for line in lines if line.worst != "at_risk"),
        tuple(line for line in lines if line.worst == "at_risk"),
        tuple(Unreported(scope.who(handle), count) for handle, count in most_first),
    )


def help_of(scope: StatusScope) -> tuple[HelpLine, ...]:
    """Every key result of the board that needs help, worst first."""
    return followed(scope).help


def _line(scope: StatusScope, goal: Goal, found: tuple[GoalFigures, Term]) -> HelpLine | None:
    figures, term = found
    silent = silent_days(scope.workspace, goal, figures.last, scope.figures.day)
    reasons = tuple(_reasons(scope, goal, (figures, term, silent)))
    if goal.key_result is None or not reasons:
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
        kept=_kept(scope, goal.key_result, figures),
    )


def _is_unreported(figures: GoalFigures) -> bool:
    return not figures.has_data and figures.status is None


def _reasons(scope: StatusScope, goal: Goal, found: tuple[GoalFigures, Term, int]) -> Iterator[Reason]:
    """In order, the worst first. Without any report nothing is known to lag: it is silent, once there was a meeting."""
    figures, term, silent = found
    if _is_unreported(figures):
        if not scope.has_met(responsible_for(scope.workspace, goal)):
            return
        # Nobody keeps silent about a goal that is still being set.
        silent = min(silent, (scope.figures.day - scope.set_on).days)
    settings = scope.workspace.settings.value
    finished = figures.progress >= 1 and figures.status == "done"
    lag = pace_status(figures.gap, settings.pace.of(goal.objective.kind or settings.default_kind))
    reasons: dict[Reason, bool] = {
        "off_track": figures.has_data and lag == "off_track",
        "past_due": term.due < scope.figures.day and figures.progress < 1 and figures.status != "done",
        "reported_off_track": figures.status == "off_track",
        # A paused goal is silent because it was paused.
        "stale": silent > settings.checkin.days_until_stale and not finished and figures.status != "paused",
    }
    yield from (reason for reason, holds in reasons.items() if holds)
    if not any(reasons.values()) and "at_risk" in (figures.status, lag if figures.has_data else None):
        yield "at_risk"


def _kind(scope: StatusScope, goal: Goal) -> str:
    return goal.objective.kind or scope.workspace.settings.value.default_kind


def _aim(scope: StatusScope, key_result: KeyResult, figures: GoalFigures) -> Aim:
    metric, keep = key_result.metric, key_result.keep
    found = scope.figures.forecast(figures.key)
    forecast = possible(found, key_result, _values(scope, figures)) if found else None
    if metric is not None:
        return Aim(figures.current, metric.target, unit=metric.unit or "", forecast=forecast)
    if keep is not None:
        return Aim(figures.current, None, keep.min, keep.max, keep.unit or "", forecast)
    if key_result.kind == "plain":
        return Aim(figures.progress * 100, 100, unit="%", forecast=forecast)
    return Aim()


def _kept(scope: StatusScope, key_result: KeyResult, figures: GoalFigures) -> Kept | None:
    values, keep = _values(scope, figures), key_result.keep
    return Kept(sum(is_inside(keep, value) for value in values), len(values)) if keep and values else None


def _values(scope: StatusScope, figures: GoalFigures) -> tuple[float, ...]:
    """The newest value of each week that has one."""
    weeks = newest_by_week(scope.figures.reported(figures.key))
    return tuple(value for one in weeks if (value := one.update.value) is not None)
