"""How expected, gap and computed status of a goal came about, with the place of every value."""

from okrctl.alignment.goals import Goal
from okrctl.language import Bilingual
from okrctl.models.okr import KeyResult, Metric
from okrctl.models.settings import Thresholds
from okrctl.progress import show, step
from okrctl.progress.figures import Figures, GoalFigures
from okrctl.progress.measure import is_done
from okrctl.progress.pace import Term, planned_points, planned_value
from okrctl.progress.step import Step
from okrctl.progress.timing import days_away, silent_days, skipped_days, term_of
from okrctl.source.place import Place
from okrctl.workspace.index import Workspace

_EXPECTED = Bilingual("expected {p} on {day}", "截至 {day} 应达进度 {p}")
_PLANNED = Bilingual(
    "planned for the day: {planned}; ({term} − {start}) / ({target} − {start})",
    "当日计划值 {planned}；({term} − {start}) / ({target} − {start})",
)
_POINT = Bilingual("{value} on {day}", "{day}：{value}")
_ELAPSED = Bilingual("{passed} of {all} days have passed", "已过 {passed} 天 / 共 {all} 天")
_STARTS = Bilingual("starts {day}", "开始于 {day}")
_DUE = Bilingual("due {day}", "截止时间 {day}")
_DUE_AT_END = Bilingual("due {day}, the end of the cycle", "截止时间 {day}（周期结束日）")
_KEPT = Bilingual("a band is to be kept from the first day on", "保持区间从第一天起就应保持")
_NOT_BEGUN = Bilingual("the cycle begins on {day}", "周期于 {day} 开始")
_DUE_MILESTONE = Bilingual("{id}, weight {weight}: due {day}", "{id}，权重 {weight}：截止时间 {day}")
_MEAN = Bilingual("{address}: expected {p}, weight {weight}", "{address}：应达进度 {p}，权重 {weight}")
_GAP = Bilingual("gap: {lag} ({p} − {expected})", "进度偏差：{lag}（{p} − {expected}）")
_LIMITS = Bilingual(
    "at risk below −{at_risk}, off track below −{off_track} points ({kind})",
    "落后超过 {at_risk} 个百分点为有风险，超过 {off_track} 个百分点为已延期（{kind}）",
)
_COMPUTED = Bilingual("computed status: {status}", "系统判定状态：{status}")
_NONE = Bilingual("no computed status", "无系统判定状态")
_AGE = Bilingual(
    "last report {week}: {days} days old; stale after {limit}",
    "最近更新 {week}，距今 {days} 天；超过 {limit} 天为更新滞后",
)
_AGE_OF_START = Bilingual(
    "no report for {days} days since the start; stale after {limit}",
    "周期开始以来 {days} 天没有更新；超过 {limit} 天为更新滞后",
)
_FREE = Bilingual("not counted: {first} to {last}", "不计入：{first} 至 {last}")
_FINISHED = Bilingual("done and complete: it does not grow stale", "已完成且进度已满，不再判定为更新滞后")
_WORST = Bilingual("{address}: {status}, weight {weight}", "{address}：{status}，权重 {weight}")
_KINDS = {"committed": Bilingual("committed", "承诺型"), "aspirational": Bilingual("aspirational", "愿景型")}


def pace_steps(figures: Figures, goal: Goal) -> tuple[Step, ...]:
    """Expected, gap and computed status, in this order."""
    own = figures.goal(goal.key)
    return (_expected(figures, goal), _gap(figures.graph.workspace, goal, own), _computed(figures, goal))


def _expected(figures: Figures, goal: Goal) -> Step:
    own, term = figures.goal(goal.key), term_of(figures.graph.workspace, goal)
    text = _EXPECTED.format(p=step.percent(own.expected), day=step.day(figures.day))
    parts = _expected_parts(figures, goal, term) if term else ()
    return Step("expected", text, own.expected, None, parts)


def _expected_parts(figures: Figures, goal: Goal, term: Term) -> tuple[Step, ...]:
    key_result, workspace = goal.key_result, figures.graph.workspace
    if key_result is None:
        weights = figures.key_result_weights(goal.key)
        return tuple(_mean_part(figures, figures.goal(key), weight, goal.key.cycle) for key, weight in weights.items())
    parts = [figures.goal(key) for key in figures.contributors(goal.key)] if key_result.cascade == "mean" else []
    if parts:
        return tuple(_mean_part(figures, part, part.weight, goal.key.cycle) for part in parts)
    if figures.day < term.start:
        return (
            Step("start", _NOT_BEGUN.format(day=step.day(term.start)), None, _cycle_place(workspace, goal, "start")),
        )
    if key_result.kind == "keep":
        return (Step("kept", _KEPT, None, goal.place.at("keep")),)
    if key_result.kind == "milestones":
        return _milestones(goal, key_result, term)
    metric = key_result.metric if key_result.kind in ("metric", "cascade_sum") else None
    if metric is not None and key_result.checkpoints and metric.start != metric.target and figures.day < term.due:
        return (_planned(figures, goal, key_result, metric),)
    return (_elapsed(figures, goal, term),)


def _mean_part(figures: Figures, part: GoalFigures, weight: float, seen_from: str) -> Step:
    shown = {"address": part.key.address(seen_from), "p": step.percent(part.expected), "weight": step.weight(weight)}
    return Step("part", _MEAN.format(**shown), part.expected, figures.graph.goals[part.key].place)


def _milestones(goal: Goal, key_result: KeyResult, term: Term) -> tuple[Step, ...]:
    steps = []
    for number, each in enumerate(key_result.milestones):
        due, place = each.due or term.due, goal.place.at("milestones", number)
        text = _DUE_MILESTONE.format(id=each.id, weight=step.amount(each.weight), day=step.day(due))
        steps.append(Step("milestone", text, step.day(due), place.at("due") if each.due else place))
    return tuple(steps)


def _planned(figures: Figures, goal: Goal, key_result: KeyResult, metric: Metric) -> Step:
    term = term_of(figures.graph.workspace, goal)
    points = planned_points(key_result, metric, term) if term else ()
    planned = planned_value(points, figures.day)
    shown = step.rounded(planned, _decimals_of_planned(planned, metric, figures.goal(goal.key).expected))
    text = _PLANNED.format(
        planned=step.amount(shown, metric.unit),
        term=step.in_formula(shown),
        start=step.in_formula(metric.start),
        target=step.in_formula(metric.target),
    )
    places = [
        goal.place.at("metric", "start"),
        *[goal.place.at("checkpoints", step.day(day)) for day, _ in points[1:-1]],
    ]
    places.append(goal.place.at("metric", "target"))
    parts = tuple(
        Step("point", _POINT.format(value=step.amount(value, metric.unit), day=step.day(day)), value, place)
        for (day, value), place in zip(points, places, strict=True)
    )
    return Step("planned", text, planned, None, parts)


def _decimals_of_planned(planned: float, metric: Metric, expected: float) -> int:
    """So many that the shown value comes to the shown expected share; outside 0..1 that share is clamped anyway."""
    length = metric.target - metric.start

    def adds_up(decimals: int) -> bool:
        return step.in_percent((step.rounded(planned, decimals) - metric.start) / length) == step.in_percent(expected)

    return step.enough(adds_up) if 0 < expected < 1 else step.SHOWN


def _elapsed(figures: Figures, goal: Goal, term: Term) -> Step:
    length = max(1, (term.due - term.start).days + 1)
    passed = min(max(0, (figures.day - term.start).days + 1), length)
    own_due = goal.key_result.due if goal.key_result else None
    workspace = figures.graph.workspace
    due = _DUE.format(day=step.day(term.due)) if own_due else _DUE_AT_END.format(day=step.day(term.due))
    place = goal.place.at("due") if own_due else _cycle_place(workspace, goal, "end")
    parts = (
        Step(
            "start",
            _STARTS.format(day=step.day(term.start)),
            step.day(term.start),
            _cycle_place(workspace, goal, "start"),
        ),
        Step("due", due, step.day(term.due), place),
    )
    return Step("elapsed", _ELAPSED.format(passed=passed, all=length), passed / length, None, parts)


def _gap(workspace: Workspace, goal: Goal, own: GoalFigures) -> Step:
    settings = workspace.settings
    kind = goal.objective.kind or settings.value.default_kind
    limits = settings.value.pace.of(kind)
    # The difference of what is shown: of 13.33 and 37.78 a reader makes 24.45, though it be 24.444….
    shown = (step.in_percent(own.progress) - step.in_percent(own.expected)) / 100
    text = _GAP.format(
        lag=step.both(lambda language: show.lag(shown, language, step.SHOWN)),
        p=step.percent(own.progress),
        expected=step.percent(own.expected),
    )
    thresholds = _LIMITS.format(
        at_risk=_in_points(limits.at_risk), off_track=_in_points(limits.off_track), kind=_KINDS[kind]
    )
    place = settings.at("pace", kind) if _is_written(workspace, kind, limits) else None
    return Step("gap", text, own.gap, None, (Step("thresholds", thresholds, None, place),))


def _in_points(share: float) -> Bilingual:
    return step.amount(round(share * 100, 6))


def _is_written(workspace: Workspace, kind: str, limits: Thresholds) -> bool:
    pace = workspace.settings.value.pace
    return kind in pace.model_fields_set and bool(limits.model_fields_set)


def _computed(figures: Figures, goal: Goal) -> Step:
    own = figures.goal(goal.key)
    if own.computed_status is None:
        return Step("computed_status", _NONE)
    text = _COMPUTED.format(status=show.status_words(own.computed_status))
    parts = _worst(figures, goal) if goal.key_result is None else _age(figures, goal, own)
    return Step("computed_status", text, own.computed_status, None, parts)


def _worst(figures: Figures, goal: Goal) -> tuple[Step, ...]:
    steps = []
    for key, weight in figures.key_result_weights(goal.key).items():
        status = figures.goal(key).computed_status
        if status is not None:
            shown = {"address": key.address(), "status": show.status_words(status), "weight": step.weight(weight)}
            steps.append(Step("part", _WORST.format(**shown), status, figures.graph.goals[key].place))
    return tuple(steps)


def _age(figures: Figures, goal: Goal, own: GoalFigures) -> tuple[Step, ...]:
    workspace = figures.graph.workspace
    if own.progress >= 1 and is_done(figures.reported(goal.key)):
        return (Step("age", _FINISHED),)
    shown = {
        "days": silent_days(workspace, goal, own.last, figures.day),
        "limit": workspace.settings.value.checkin.days_until_stale,
    }
    text = _AGE.format(**shown, week=own.last.week) if own.last else _AGE_OF_START.format(**shown)
    return (Step("age", text, shown["days"], own.last.place if own.last else None, _free(figures, goal, own)),)


def _free(figures: Figures, goal: Goal, own: GoalFigures) -> tuple[Step, ...]:
    """The free days between the last report (or the start) and the day asked for."""
    workspace, term = figures.graph.workspace, term_of(figures.graph.workspace, goal)
    since = own.last.ages_from if own.last else term.start if term else figures.day
    return tuple(
        Step("free", _FREE.format(first=step.day(first), last=step.day(last)))
        for first, last in (*skipped_days(workspace), *days_away(workspace, goal))
        if last > since and first <= figures.day
    )


def _cycle_place(workspace: Workspace, goal: Goal, key: str) -> Place | None:
    """Where `cycle.yaml` says it; None when the name of the cycle tells."""
    cycle = workspace.cycles.get(goal.key.cycle)
    written = cycle.file if cycle else None
    return written.at(key) if written and getattr(written.value, key) is not None else None
