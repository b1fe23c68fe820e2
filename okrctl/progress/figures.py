"""All figures of a workspace as of one day, each computed once: the door to this room."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey, children_of, objectives_of
from okrctl.alignment.graph import Graph
from okrctl.models.note import Status
from okrctl.models.okr import KeyResult
from okrctl.progress.cascade import Cascades, cascades
from okrctl.progress.measure import Measured, is_done, measure, total, way
from okrctl.progress.pace import ComputedStatus, elapsed_share, expected, gap, pace_status, worst
from okrctl.progress.reported import (
    Reported,
    Reports,
    newest_confidence,
    newest_report,
    newest_status,
    until,
)
from okrctl.progress.rollup import clamped, clean, effective_weights, weighted_mean
from okrctl.progress.timing import silent_days, term_of
from okrctl.progress.trend import Forecast, TooFew, forecast
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey

_TENTH = 10 - 1e-9  # percent: a key result of less weight does not decide its objective's status


class GoalFigures(NamedTuple):
    """An objective or key result as of a day.

    `progress` is a fraction, unclamped for a key result; `expected` 0..1; `gap` their difference, to 9 digits;
    `weight` the effective percent among siblings, 0 once dropped; `current` the value of a metric, a band or a
    cascading sum; `has_data` whether any report carries it; `status` as last reported; `computed_status` None for
    a dropped goal, an objective without key results, and before the cycle begins; `confidence` 0..10; `last` the
    newest report (of a cascade also a contributor's, of an objective also a key result's);
    `without_data` the key results counted as zero for want of a report.
    """

    key: GoalKey
    progress: float
    expected: float
    gap: float
    weight: float
    current: float | None = None
    has_data: bool = False
    status: Status | None = None
    computed_status: ComputedStatus | None = None
    confidence: float | None = None
    last: Reported | None = None
    dropped: bool = False
    without_data: tuple[GoalKey, ...] = ()


class OwnerFigures(NamedTuple):
    """One sheet as of a day: attainment as a fraction 0..1, and the key results counted as zero for want of data."""

    sheet: SheetKey
    progress: float
    expected: float
    gap: float
    confidence: float | None
    without_data: tuple[GoalKey, ...]


class Figures:
    """The numbers of every goal and sheet on one day; each is computed when first asked for, and kept."""

    def __init__(self, graph: Graph, reports: Reports, day: date) -> None:
        self.graph = graph
        self.day = day
        self._reports = reports
        self._goals: dict[GoalKey, GoalFigures] = {}
        self._weights: dict[GoalKey | SheetKey, Mapping[GoalKey, float]] = {}
        self._cascades: Cascades | None = None
        self._days: dict[date, Figures] = {day: self}

    def as_of(self, day: date) -> "Figures":
        """The figures of the same goals on another day, kept as well."""
        if day not in self._days:
            self._days[day] = Figures(self.graph, self._reports, day)
        return self._days[day]

    def goal(self, key: GoalKey) -> GoalFigures:
        """The figures of an objective or a key result."""
        if key not in self._goals:
            goal = self.graph.goals[key]
            if goal.key_result is not None and goal.key_result.cascade is not None:
                self._settle_cascades()
            else:
                self._goals[key] = self._figures_of(goal)
        return self._goals[key]

    def owner(self, sheet: SheetKey) -> OwnerFigures:
        """The attainment of one sheet; zero where there is no goal on it that still counts."""
        parts = [self.goal(key) for key in self.objective_weights(sheet)]
        progress, planned = _mean(parts, _progress), _mean(parts, _expected)
        without = tuple(key for part in parts for key in part.without_data)
        return OwnerFigures(sheet, progress, planned, gap(progress, planned), _mean_confidence(parts), without)

    def company(self, cycle: str) -> OwnerFigures | None:
        """The attainment of the root team's sheet; None where it has none in this cycle."""
        root = chart.root_team(self.graph.workspace)
        if root is None or SheetKey(cycle, root) not in self.graph.workspace.sheets:
            return None
        return self.owner(SheetKey(cycle, root))

    def forecast(self, key: GoalKey) -> Forecast | None:
        """Where a key result will end; None from too few values, for one that has none, once dropped or past due."""
        goal = self.graph.goals[key]
        term = term_of(self.graph.workspace, goal)
        if goal.key_result is None or term is None or self.day > term.due or goal.is_dropped(self.day):
            return None
        found = forecast(goal.key_result, self.reported(key), term)
        return None if isinstance(found, TooFew) else found

    def reported(self, key: GoalKey) -> tuple[Reported, ...]:
        """The updates of a goal that count on this day, the newest last."""
        return until(self._reports.get(key, ()), self.day)

    def contributors(self, key: GoalKey) -> tuple[GoalKey, ...]:
        """The goals from which a cascading key result takes its numbers; empty for any other."""
        if self._cascades is None:
            self._cascades = cascades(self.graph, self.day)
        return self._cascades.get(key, ())

    def objective_weights(self, sheet: SheetKey) -> Mapping[GoalKey, float]:
        """The objectives of a sheet that still count, with their effective weights in percent."""
        if sheet not in self._weights:
            siblings = objectives_of(self.graph.goals, sheet, self.graph.workspace)
            self._weights[sheet] = self._weighed(siblings)
        return self._weights[sheet]

    def key_result_weights(self, objective: GoalKey) -> Mapping[GoalKey, float]:
        """The key results of an objective that were not dropped themselves, with their effective weights in percent."""
        if objective not in self._weights:
            self._weights[objective] = self._weighed(children_of(self.graph.goals, objective))
        return self._weights[objective]

    def _settle_cascades(self) -> None:
        """Measure all cascading key results, contributors first: however long the chain, the way down stays short."""
        self.contributors(GoalKey("", "", ""))
        for key in self._cascades or ():
            self._goals[key] = self._figures_of(self.graph.goals[key])

    def _weighed(self, siblings: Iterable[Goal]) -> Mapping[GoalKey, float]:
        living = [goal for goal in siblings if not _is_itself_dropped(goal, self.day)]
        weights = effective_weights([goal.record.weight for goal in living])
        return {goal.key: weight for goal, weight in zip(living, weights, strict=True)}

    def _figures_of(self, goal: Goal) -> GoalFigures:
        if goal.key_result is None:
            return self._objective(goal)
        return self._key_result(goal, goal.key_result)

    def _key_result(self, goal: Goal, key_result: KeyResult) -> GoalFigures:
        updates = self.reported(goal.key)
        measured = self._measured(goal.key, key_result, updates)
        planned = self._planned(goal, key_result)
        lag = gap(measured.progress, planned)
        status, confidence = newest_status(updates), newest_confidence(updates)
        dropped = goal.is_dropped(self.day)
        has_data = self._has_data(goal.key, key_result, measured)
        weight = 0.0 if dropped else self.key_result_weights(goal.key.of_objective).get(goal.key, 0.0)
        return GoalFigures(
            key=goal.key,
            progress=measured.progress,
            expected=planned,
            gap=lag,
            weight=clean(weight),
            current=measured.current,
            has_data=has_data,
            status=status.update.status if status else None,
            computed_status=None if dropped else self._computed(goal, lag, measured),
            confidence=confidence.update.confidence if confidence else None,
            last=measured.last,
            dropped=dropped,
            without_data=() if has_data else (goal.key,),
        )

    def _measured(self, key: GoalKey, key_result: KeyResult, updates: tuple[Reported, ...]) -> Measured:
        if key_result.cascade is None:
            return measure(key_result, updates, self.day)
        parts = [self.goal(one) for one in self.contributors(key)]
        last = _newest([newest_report(updates, key_result.kind), *(part.last for part in parts)])
        if key_result.cascade == "mean":
            return Measured(_mean(parts, _progress), None, last)
        if key_result.metric is None:
            return Measured(0.0, None, last)
        current = total(self.contribution(part.key) for part in parts)
        # Nothing to add up is no data; 0 would be a value that nobody reported.
        return Measured(way(current, key_result.metric), current, last) if parts else Measured(0.0, None, last)

    def contribution(self, key: GoalKey) -> float:
        """What a metric adds to a cascading sum: its current value, or its start as long as nobody has reported."""
        current = self.goal(key).current
        key_result = self.graph.goals[key].key_result
        if current is not None or key_result is None or key_result.metric is None:
            return current or 0.0
        return key_result.metric.start

    def _has_data(self, key: GoalKey, key_result: KeyResult, measured: Measured) -> bool:
        if key_result.cascade is None:
            return measured.last is not None
        return any(self.goal(one).has_data for one in self.contributors(key))

    def _planned(self, goal: Goal, key_result: KeyResult) -> float:
        parts = [self.goal(one) for one in self.contributors(goal.key)] if key_result.cascade == "mean" else []
        term = term_of(self.graph.workspace, goal)
        if parts:
            return _mean(parts, _expected)
        return expected(key_result, term, self.day) if term else 0.0

    def _computed(self, goal: Goal, lag: float, measured: Measured) -> ComputedStatus | None:
        workspace = self.graph.workspace
        term, settings = term_of(workspace, goal), workspace.settings.value
        if term is None or self.day < term.start:
            return None
        kind = goal.objective.kind or settings.default_kind
        by_pace = pace_status(lag, settings.pace.of(kind))
        finished = measured.progress >= 1 and is_done(self.reported(goal.key))
        silent = 0 if finished else silent_days(workspace, goal, measured.last, self.day)
        return worst((by_pace, "stale")) if silent > settings.checkin.days_until_stale else by_pace

    def _objective(self, goal: Goal) -> GoalFigures:
        weights = self.key_result_weights(goal.key)
        parts = {key: self.goal(key) for key in weights}
        pairs = [(weight, parts[key]) for key, weight in weights.items()]
        progress = clean(weighted_mean((weight, clamped(part.progress)) for weight, part in pairs) or 0.0)
        planned = self._planned_objective(goal, pairs)
        updates, dropped = self.reported(goal.key), goal.is_dropped(self.day)
        status = newest_status(updates)
        heavy = [part for weight, part in pairs if weight >= _TENTH] or list(parts.values())
        return GoalFigures(
            key=goal.key,
            progress=progress,
            expected=planned,
            gap=gap(progress, planned),
            weight=0.0 if dropped else clean(self.objective_weights(goal.key.sheet).get(goal.key, 0.0)),
            has_data=any(part.has_data for part in parts.values()),
            status=status.update.status if status else None,
            computed_status=worst(part.computed_status for part in heavy if part.computed_status),
            confidence=self._objective_confidence(pairs, updates),
            last=_newest([*updates[-1:], *(part.last for part in parts.values())]),
            dropped=dropped,
            without_data=tuple(key for key, part in parts.items() if not part.has_data),
        )

    def _planned_objective(self, goal: Goal, pairs: list[tuple[float, GoalFigures]]) -> float:
        planned = weighted_mean((weight, part.expected) for weight, part in pairs)
        term = term_of(self.graph.workspace, goal)
        if planned is None and term is not None:
            return elapsed_share(term, self.day)
        return clean(planned or 0.0)

    def _objective_confidence(
        self, pairs: list[tuple[float, GoalFigures]], updates: tuple[Reported, ...]
    ) -> float | None:
        said = [(weight, part.confidence) for weight, part in pairs if part.confidence is not None]
        mean = weighted_mean(said)
        own = newest_confidence(updates)
        if mean is None and own is not None:
            return own.update.confidence
        return None if mean is None else clean(mean)


def figures(graph: Graph, reports: Reports, day: date) -> Figures:
    """The figures as of `day`: a note counts from the Monday of its week."""
    return Figures(graph, reports, day)


def _is_itself_dropped(goal: Goal, day: date) -> bool:
    """Whether the goal was dropped by itself: in a dropped objective the key results keep their weights."""
    dropped = goal.record.dropped
    return dropped is not None and dropped.on <= day


def _progress(part: GoalFigures) -> float:
    return clamped(part.progress)


def _expected(part: GoalFigures) -> float:
    return part.expected


def _mean(parts: Iterable[GoalFigures], number: Callable[[GoalFigures], float]) -> float:
    return clean(weighted_mean((part.weight, number(part)) for part in parts) or 0.0)


def _mean_confidence(parts: Iterable[GoalFigures]) -> float | None:
    said = [(part.weight, part.confidence) for part in parts if part.confidence is not None]
    mean = weighted_mean(said)
    return None if mean is None else clean(mean)


def _newest(reports: Iterable[Reported | None]) -> Reported | None:
    """The one of the latest week; of several the first."""
    return max((one for one in reports if one), key=lambda one: one.week, default=None)
