"""How the progress of a goal came about: every step with the place its values come from."""

from okrctl.alignment.goals import Goal, GoalKey, children_of
from okrctl.language import Bilingual, same
from okrctl.models.okr import Keep, KeyResult, Metric
from okrctl.progress import step
from okrctl.progress.figures import Figures, GoalFigures
from okrctl.progress.measure import is_done, is_inside, reached_milestones
from okrctl.progress.reported import (
    Reported,
    newest_by_week,
    newest_percent,
    newest_status,
    newest_value,
)
from okrctl.progress.rollup import clamped
from okrctl.progress.step import Step
from okrctl.source.place import Place

_RESULT, _MOST = (2, 3, 4), 8  # decimals of a mean in percent, and below how many its terms stay
_NO_DATA = Bilingual(
    "progress {p}: no report yet, so it is counted as zero and named", "进度 {p}：尚无更新，按 0 计入并单独列出"
)
_NO_WAY = Bilingual("progress {p}: start and target are both {start}", "进度 {p}：起始值与目标值都是 {start}")
_METRIC = Bilingual(
    "progress {p} = ({current} − {start}) / ({target} − {start})",
    "进度 {p} = ({current} − {start}) / ({target} − {start})",
)
_CURRENT = Bilingual("current {value}, {week}, {author}", "当前值 {value}，{week}，{author}")
_VALUE = Bilingual("current {value}", "当前值 {value}")
_SUM = Bilingual("current {value} = {terms}", "当前值 {value} = {terms}")
_START = Bilingual("start {value}", "起始值 {value}")
_TARGET = Bilingual("target {value}", "目标值 {value}")
_KEEP = Bilingual(
    "progress {p} = {inside} of {all} reported weeks inside the band {band}",
    "进度 {p} = 有更新的 {all} 周中 {inside} 周处于保持区间 {band}",
)
_INSIDE = Bilingual("{week}: {value}, inside", "{week}：{value}，在区间内")
_OUTSIDE = Bilingual("{week}: {value}, outside", "{week}：{value}，在区间外")
_MILESTONES = Bilingual(
    "progress {p} = weight {reached} of {all} reached", "进度 {p} = 已达成里程碑的权重 {reached} / 全部 {all}"
)
_REACHED = Bilingual(
    "{id}, weight {weight}: reached, {week}, {author}", "{id}，权重 {weight}：已达成，{week}，{author}"
)
_NOT_REACHED = Bilingual("{id}, weight {weight}: not reached", "{id}，权重 {weight}：未达成")
_DONE = Bilingual("progress {p}: reported as done, {week}, {author}", "进度 {p}：已报告完成，{week}，{author}")
_PLAIN = Bilingual("progress {p}: as last reported, {week}, {author}", "进度 {p}：最近一次更新，{week}，{author}")
_MEAN = Bilingual("progress {p} = ({terms}) / {total}", "进度 {p} = ({terms}) / {total}")
_EMPTY_MEAN = Bilingual("progress {p}: nothing aligns to it that counts", "进度 {p}：没有可计入的承接")
_EMPTY_OBJECTIVE = Bilingual("progress {p}: no key result that counts", "进度 {p}：没有可计入的关键结果")
_PART = Bilingual("{address}: {p}, weight {weight}", "{address}：{p}，权重 {weight}")
_CLAMPED = Bilingual(
    "{address}: {p}, weight {weight}; enters the mean as {clamped}", "{address}：{p}，权重 {weight}；按 {clamped} 计入"
)
_LEFT_OUT = Bilingual("{address}: dropped on {day}, left out", "{address}：已于 {day} 终止，不计入")
_ADDED = Bilingual("{address}: {value}", "{address}：{value}")
_ADDED_START = Bilingual("{address}: {value}, its start: no report yet", "{address}：{value}，尚无更新，按起始值计")


def progress_step(figures: Figures, goal: Goal) -> Step:
    """The progress of an objective or key result, with everything it was computed from."""
    own = figures.goal(goal.key)
    if goal.key_result is None:
        weights = figures.key_result_weights(goal.key)
        parts = [_part(figures, key, weight, goal.key.cycle, nested=True) for key, weight in weights.items()]
        parts += [_left_out(child) for child in children_of(figures.graph.goals, goal.key) if child.key not in weights]
        return _mean(own, [(weights[key], figures.goal(key)) for key in weights], parts, _EMPTY_OBJECTIVE)
    return _key_result(figures, goal, goal.key_result)


def _key_result(figures: Figures, goal: Goal, key_result: KeyResult) -> Step:
    own, updates = figures.goal(goal.key), figures.reported(goal.key)
    if key_result.cascade == "mean":
        keys = figures.contributors(goal.key)
        pairs = [(figures.goal(key).weight, figures.goal(key)) for key in keys]
        return _mean(
            own, pairs, [_part(figures, part.key, weight, goal.key.cycle) for weight, part in pairs], _EMPTY_MEAN
        )
    if key_result.kind in ("metric", "cascade_sum") and key_result.metric is not None:
        return _metric(figures, goal, key_result.metric)
    if key_result.kind == "keep" and key_result.keep is not None and own.has_data:
        return _keep(own, key_result.keep, updates, goal.place.at("keep"))
    if key_result.kind == "milestones":
        return _milestones(figures, goal, key_result)
    return _plain(figures, own, updates) if own.has_data and key_result.kind == "plain" else _no_data(own, goal.place)


def _no_data(own: GoalFigures, place: Place, parts: tuple[Step, ...] = ()) -> Step:
    return Step("progress", _NO_DATA.format(p=step.percent(own.progress)), own.progress, place, parts)


def _metric(figures: Figures, goal: Goal, metric: Metric) -> Step:
    own, place = figures.goal(goal.key), goal.place.at("metric")
    ends = (
        Step("start", _START.format(value=step.amount(metric.start, metric.unit)), metric.start, place.at("start")),
        Step(
            "target", _TARGET.format(value=step.amount(metric.target, metric.unit)), metric.target, place.at("target")
        ),
    )
    if own.current is None:
        return _no_data(own, goal.place, ends)
    current = _sum(figures, goal, metric) if _cascades(goal) else _current(figures, goal)
    if metric.start == metric.target:
        text = _NO_WAY.format(p=step.percent(own.progress), start=step.amount(metric.start, metric.unit))
    else:
        text = _METRIC.format(
            p=step.percent(own.progress),
            current=step.in_formula(own.current),
            start=step.in_formula(metric.start),
            target=step.in_formula(metric.target),
        )
    return Step("progress", text, own.progress, None, (current, *ends))


def _cascades(goal: Goal) -> bool:
    return goal.key_result is not None and goal.key_result.cascade is not None


def _current(figures: Figures, goal: Goal) -> Step:
    own, said = figures.goal(goal.key), newest_value(figures.reported(goal.key))
    unit = goal.key_result.metric.unit if goal.key_result and goal.key_result.metric else None
    value = own.current or 0.0
    if said is None:
        return Step("current", _VALUE.format(value=step.amount(value, unit)), value)
    text = _CURRENT.format(value=step.amount(value, unit), week=said.week, author=_author(figures, said))
    return Step("current", text, value, said.place.at("value"))


def _author(figures: Figures, said: Reported) -> str:
    return figures.graph.workspace.name_of(said.author)


def _sum(figures: Figures, goal: Goal, metric: Metric) -> Step:
    keys, total = figures.contributors(goal.key), figures.goal(goal.key).current or 0.0
    terms = step.joined([step.in_formula(figures.contribution(key)) for key in keys], " + ")
    text = _SUM.format(value=step.amount(total, metric.unit), terms=terms)
    parts = tuple(_added(figures, key, goal.key.cycle, metric.unit) for key in keys)
    return Step("current", text, total, None, parts)


def _added(figures: Figures, key: GoalKey, seen_from: str, unit: str | None) -> Step:
    value, goal = figures.contribution(key), figures.graph.goals[key]
    said = newest_value(figures.reported(key))
    reported = figures.goal(key).current is not None
    text = (_ADDED if reported else _ADDED_START).format(address=key.address(seen_from), value=step.amount(value, unit))
    if not reported:
        return Step("contribution", text, value, goal.place.at("metric", "start"))
    return Step("contribution", text, value, said.place.at("value") if said and not _cascades(goal) else goal.place)


def _keep(own: GoalFigures, keep: Keep, updates: tuple[Reported, ...], place: Place) -> Step:
    weeks = [(one, one.update.value) for one in newest_by_week(updates) if one.update.value is not None]
    inside = [is_inside(keep, value) for _, value in weeks]
    low = step.amount(keep.min, keep.unit) if keep.min is not None else same("−∞")
    high = step.amount(keep.max, keep.unit) if keep.max is not None else same("∞")
    text = _KEEP.format(
        p=step.percent(own.progress), inside=sum(inside), all=len(weeks), band=step.joined([low, high], " … ")
    )
    parts = tuple(
        Step(
            "week",
            (_INSIDE if is_in else _OUTSIDE).format(week=one.week, value=step.amount(value, keep.unit)),
            value,
            one.place.at("value"),
        )
        for (one, value), is_in in zip(weeks, inside, strict=True)
    )
    return Step("progress", text, own.progress, place, parts)


def _milestones(figures: Figures, goal: Goal, key_result: KeyResult) -> Step:
    own = figures.goal(goal.key)
    reached = reached_milestones(key_result.milestones, figures.reported(goal.key), figures.day)
    parts = []
    for number, milestone in enumerate(key_result.milestones):
        said = reached.get(milestone.id)
        shown = {"id": milestone.id, "weight": step.amount(milestone.weight)}
        if said is None:
            place = goal.place.at("milestones", number)
            parts.append(Step("milestone", _NOT_REACHED.format(**shown), value=False, place=place))
        else:
            text = _REACHED.format(**shown, week=said.week, author=_author(figures, said))
            parts.append(Step("milestone", text, value=True, place=said.place.at("reached")))
    if not own.has_data:
        return _no_data(own, goal.place, tuple(parts))
    text = _MILESTONES.format(
        p=step.percent(own.progress),
        reached=step.amount(sum(each.weight for each in key_result.milestones if each.id in reached)),
        all=step.amount(sum(each.weight for each in key_result.milestones)),
    )
    return Step("progress", text, own.progress, None, tuple(parts))


def _plain(figures: Figures, own: GoalFigures, updates: tuple[Reported, ...]) -> Step:
    done = is_done(updates)
    said = newest_status(updates) if done else newest_percent(updates)
    if said is None:
        return Step("progress", _NO_DATA.format(p=step.percent(own.progress)), own.progress)
    text = (_DONE if done else _PLAIN).format(
        p=step.percent(own.progress), week=said.week, author=_author(figures, said)
    )
    return Step("progress", text, own.progress, said.place.at("status" if done else "percent"))


def _mean(own: GoalFigures, pairs: list[tuple[float, GoalFigures]], parts: list[Step], empty: Bilingual) -> Step:
    if not pairs:
        return Step("progress", empty.format(p=step.percent(own.progress)), own.progress)
    weights, shares = (
        step.formula_weights([weight for weight, _ in pairs]),
        [clamped(part.progress) for _, part in pairs],
    )
    result, decimals = _decimals_of_mean(own, weights, shares)
    terms = [
        same("{w} × {p}").format(w=step.amount(step.rounded(weight, decimals)), p=step.percent(share, decimals))
        for weight, share in zip(weights, shares, strict=True)
    ]
    total = step.amount(step.rounded(sum(weights), decimals))
    text = _MEAN.format(p=step.percent(own.progress, result), terms=step.joined(terms, " + "), total=total)
    return Step("progress", text, own.progress, None, tuple(parts))


def _decimals_of_mean(own: GoalFigures, weights: list[float], shares: list[float]) -> tuple[int, int]:
    """So many of the result and of its terms that what is shown adds up; more of the result only on half a digit."""

    def adds_up(result: int, decimals: int) -> bool:
        shown, total = [step.rounded(weight, decimals) for weight in weights], step.rounded(sum(weights), decimals)
        terms = [weight * step.in_percent(share, decimals) for weight, share in zip(shown, shares, strict=True)]
        return total > 0 and step.rounded(sum(terms) / total, result) == step.in_percent(own.progress, result)

    tried = ((result, decimals) for result in _RESULT for decimals in range(result, _MOST))
    return next((pair for pair in tried if adds_up(*pair)), (step.SHOWN, step.SHOWN))


def _left_out(goal: Goal) -> Step:
    text = _LEFT_OUT.format(address=goal.key.address(), day=goal.dropped_on)
    return Step("left_out", text, None, goal.place.at("dropped", "on"))


def _part(figures: Figures, key: GoalKey, weight: float, seen_from: str, nested: bool = False) -> Step:
    part, goal = figures.goal(key), figures.graph.goals[key]
    text = (_PART if part.progress == clamped(part.progress) else _CLAMPED).format(
        address=key.address(seen_from),
        p=step.percent(part.progress),
        weight=step.weight(weight),
        clamped=step.percent(clamped(part.progress)),
    )
    return Step("part", text, part.progress, goal.place, (progress_step(figures, goal),) if nested else ())
