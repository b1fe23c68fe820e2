"""How the forecast of a key result came about: its points, the line through them, and the range."""

from collections.abc import Iterator, Sequence

from okrctl.alignment.goals import Goal
from okrctl.language import Bilingual
from okrctl.models.okr import KeyResult
from okrctl.progress import show, step
from okrctl.progress.figures import Figures
from okrctl.progress.step import Step
from okrctl.progress.timing import term_of
from okrctl.progress.trend import FEWEST, Forecast, Line, Point, TooFew, forecast, line_through, weekly_points

_FORECAST = Bilingual(
    "forecast {value} on {due}, between {low} and {high}", "预计终值 {value}（{due}），区间 {low} 至 {high}"
)
_TOO_FEW = Bilingual(
    "no forecast yet: it takes the values of {fewest} weeks, so far {points}",
    "暂无预计终值：至少需要 {fewest} 周的数值，目前 {points} 周",
)
_LINE = Bilingual(
    "{value} = {base} + {slope} × {days} / 7: the line on {first}, and {days} days on",
    "{value} = {base} + {slope} × {days} / 7：直线在 {first} 的值，再向后 {days} 天",
)
_SLOPE = Bilingual(
    "slope {slope} a week: the median of the {count} slopes between every two points",
    "每周变化 {slope}：各点两两连线，共 {count} 个斜率，取中位数",
)
_BASE = Bilingual(
    "{base} on {first}: the median of the points, each led back along the slope",
    "{first} 的值 {base}：各点按该斜率折算到这一天，取中位数",
)
_POINT = Bilingual("{week}, {day}: {value}", "{week}，{day}：{value}")
_RANGE = Bilingual(
    "{low} and {high}: the same with the lower and the upper quartile of the slopes",
    "{low} 和 {high}：斜率改取下四分位数和上四分位数，算法相同",
)


def forecast_steps(figures: Figures, goal: Goal) -> Iterator[Step]:
    """The forecast with its points, slope and range, or that there are too few; nothing where no value is reported."""
    term = term_of(figures.graph.workspace, goal)
    if goal.key_result is None or term is None or figures.day > term.due or goal.is_dropped(figures.day):
        return
    updates = figures.reported(goal.key)
    found = forecast(goal.key_result, updates, term)
    if isinstance(found, TooFew):
        text = _TOO_FEW.format(fewest=FEWEST, points=found.points)
        yield Step("forecast", text)
    elif found is not None:
        yield _forecast(goal.key_result, found, weekly_points(goal.key_result, updates))


def _forecast(key_result: KeyResult, found: Forecast, points: Sequence[Point]) -> Step:
    unit = _unit(key_result)
    shown = {name: _amount(getattr(found, name), found, unit) for name in ("value", "low", "high")}
    line = line_through(points)
    days = (found.due - points[0].week.sunday).days
    decimals = _decimals(found, line, days)
    base, slope = (step.rounded(number, decimals) for number in (line.base, line.slope))
    first = step.day(points[0].week.sunday)
    formula = _LINE.format(
        value=step.amount(step.rounded(found.value, found.decimals)),
        base=step.in_formula(base),
        slope=step.in_formula(slope),
        days=days,
        first=first,
    )
    parts = (
        Step("line", formula, found.value, None, tuple(_point(one, unit) for one in points)),
        Step("slope", _SLOPE.format(slope=step.amount(slope, unit), count=line.slopes), line.slope),
        Step("base", _BASE.format(base=step.amount(base, unit), first=first), line.base),
        Step("range", _RANGE.format(low=shown["low"], high=shown["high"])),
    )
    return Step("forecast", _FORECAST.format(**shown, due=step.day(found.due)), found.value, None, parts)


def _point(point: Point, unit: str | None) -> Step:
    value = step.amount(point.value, unit)
    text = _POINT.format(week=point.week, value=value, day=step.day(point.week.sunday))
    update = point.said.update
    key = "value" if update.value == point.value else "status" if update.status == "done" else "percent"
    return Step("point", text, point.value, point.said.place.at(key))


def _amount(value: float, found: Forecast, unit: str | None) -> Bilingual:
    return step.both(lambda language: show.estimate(value, found.decimals, unit, language))


def _unit(key_result: KeyResult) -> str | None:
    measured = key_result.metric or key_result.keep
    return measured.unit if measured else "%"


def _decimals(found: Forecast, line: Line, days: int) -> int:
    """So many of base and slope that what is shown of them comes to the shown value."""

    def adds_up(decimals: int) -> bool:
        value = step.rounded(line.base, decimals) + step.rounded(line.slope, decimals) * days / 7
        return step.rounded(value, found.decimals) == step.rounded(found.value, found.decimals)

    return step.enough(adds_up)
