"""The chart of a key result's way and the small bars: what they say, and that Mermaid itself can read them."""

import json
import re
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.alignment.goals import GoalKey
from okrctl.models.calendar import Week
from okrctl.progress.course import WeekPoint
from okrctl.reports.retrospective.chart import chart, spark
from okrctl.reports.retrospective.record import Aim, GoalResult, SelfScore
from okrctl.reports.weekly.record import Who

MERMAID = Path(__file__).parents[1] / "support" / "mermaid"
NODE = shutil.which("node")
START = date(2026, 1, 5)  # the Monday of week 2


def way(
    values: list[float | None], expected: list[float] | None = None, progress: list[float] | None = None
) -> tuple[WeekPoint, ...]:
    """Weeks from week 2 of 2026 on; reported where there is a value."""
    planned = expected or [(n + 1) / len(values) for n in range(len(values))]
    made = progress or [0.0] * len(values)
    return tuple(
        WeekPoint(Week.of(START + timedelta(weeks=n)), value, made[n], planned[n], None, None, value is not None)
        for n, value in enumerate(values)
    )


def goal(aim: Aim, points: tuple[WeekPoint, ...], has_data: bool = True) -> GoalResult:
    """A key result of which nothing but its way matters."""
    key, ada = GoalKey("2026-Q1", "press", "O1", "KR1"), Who("ada", "Ada Moss")
    return GoalResult(
        key, "Any", ada, ada, False, 100, 0, 1, has_data, None, None, None, None, SelfScore(), aim=aim, way=points
    )


def lines(drawn: str) -> list[str]:
    return [line.strip() for line in drawn.split("\n")]


def test_a_rising_value_beside_its_plan() -> None:
    # Plan 0 → 40 by quarters: 10, 20, 30, 40. The axis runs from 0 to 40 and a twentieth of that more.
    drawn = chart(goal(Aim("metric", 0, 40, unit="EUR"), way([None, 12, 12, 38])), "en")
    assert lines(drawn)[1:] == [
        "xychart-beta",
        'x-axis "Week" ["2", "3", "4", "5"]',
        'y-axis "EUR" 0 --> 42',
        "bar [0, 12, 12, 38]",
        "line [10, 20, 30, 40]",
    ]


def test_a_falling_target_and_one_below_zero() -> None:
    falling = lines(chart(goal(Aim("metric", 12, 4, unit="days"), way([12, 8])), "zh"))
    # Plan 12 + (4 − 12) · ½ = 8, then 4; the axis 8 long and 0.4 more on both sides.
    assert falling[2:] == ['x-axis "周" ["2", "3"]', 'y-axis "days" 3.6 --> 12.4', "bar [12, 8]", "line [8, 4]"]
    negative = lines(chart(goal(Aim("metric", -30, 10), way([-32, 0])), "en"))
    # Plan −30 + 40 · ½ = −10, then 10; from −32 to 10 it is 42, a twentieth 2.1. Without a unit the axis has no name.
    assert negative[3:] == ["y-axis -34.1 --> 12.1", "bar [-32, 0]", "line [-10, 10]"]


def test_a_band_has_a_line_for_each_bound_and_begins_with_the_first_value() -> None:
    drawn = lines(chart(goal(Aim("keep", band=(99.9, 100.0), unit="%"), way([None, 99.95, 99.85])), "en"))
    # From 99.85 to 100 it is 0.15, a twentieth 0.0075.
    assert drawn[2:] == [
        'x-axis "Week" ["3", "4"]',
        'y-axis "%" 99.8425 --> 100.0075',
        "bar [99.95, 99.85]",
        "line [99.9, 99.9]",
        "line [100, 100]",
    ]
    assert chart(goal(Aim("keep", band=(None, 2)), way([None, 1])), "en").count("line [") == 1


def test_milestones_and_percentages_are_shares_of_the_way() -> None:
    steps = way([None, None, None], [0, 0.5, 1], [0.25, 0.25, 1])
    drawn = lines(chart(goal(Aim("milestones", milestones=2), steps), "zh"))
    assert drawn[3:] == ['y-axis "进度（%）" 0 --> 105', "bar [25, 25, 100]", "line [0, 50, 100]"]


def test_large_numbers_are_scaled_as_each_language_counts() -> None:
    large = goal(Aim("metric", 0, 5_000_000, unit="EUR"), way([2_500_000, 5_000_000]))
    assert 'y-axis "M EUR" 0 --> 5.25' in lines(chart(large, "en"))
    assert 'y-axis "万 EUR" 0 --> 525' in lines(chart(large, "zh"))
    assert 'y-axis "万元" 0 --> 525' in lines(chart(large._replace(aim=Aim("metric", 0, 5e6, unit="元")), "zh"))
    scaled = goal(Aim("metric", 0, 20_000, unit="万元"), way([20_000]))
    assert 'y-axis "万元" 0 --> 21000' in lines(chart(scaled, "zh"))


def test_a_long_way_is_thinned_and_keeps_its_last_week() -> None:
    drawn = chart(goal(Aim("metric", 0, 53), way([float(n) for n in range(1, 54)])), "en")
    # 53 weeks from week 2 of 2026 (a year of 53) on, every second one: the last is week 1 of 2027.
    weeks = re.search(r"\[(\".*\")\]", drawn)
    assert weeks is not None
    labels = weeks[1].replace('"', "").split(", ")
    assert (len(labels), labels[0], labels[-1]) == (27, "2", "1")
    again = chart(goal(Aim("metric", 0, 2), way([float(n) for n in range(1, 162)])), "en")
    labels = re.findall(r'"([^"]+)"', again.split("x-axis")[1].split("\n")[0])[1:]
    assert len(labels) == len(set(labels)) <= 27


def test_nothing_reported_draws_nothing() -> None:
    assert chart(goal(Aim("metric", 0, 40), way([None, None]), has_data=False), "en") == ""
    assert chart(goal(Aim("metric", 0, 40), ()), "en") == ""
    assert chart(goal(Aim("keep", band=(1, 2)), way([None])), "en") == ""


def test_equal_values_still_have_an_axis() -> None:
    # A band of one value, always met: 5 % of that value on both sides.
    assert "y-axis 38 --> 42" in lines(chart(goal(Aim("keep", band=(40, 40)), way([40, 40])), "en"))
    assert "y-axis 0 --> 0.05" in lines(chart(goal(Aim("keep", band=(0, None)), way([0])), "en"))


def test_small_bars() -> None:
    # A dot before the first report; the lowest bar is nothing, the full one the whole way, the six others between.
    points = way([None, 1, None, 1, 1, 1], progress=[0.0, -0.2, 0.01, 0.5, 0.99, 1.3])
    assert spark(points) == "·▁▂▅▇█"
    assert spark(way([None, None])) == "··"
    assert spark(()) == ""


def parsed(charts: list[str]) -> list[dict[str, str]]:
    assert NODE is not None
    ran = subprocess.run(
        [NODE, "charts.mjs"], cwd=MERMAID, input=json.dumps(charts), capture_output=True, text=True, check=True
    )
    found: list[dict[str, str]] = json.loads(ran.stdout)
    return found


HOSTILE = ('"', "a\nb", "`x`", "%%", "];", "-->", "<b>", "#quot;", "单位“元”", "€/m²", "{x}", "\\", "\u202e", "$$")


@pytest.mark.skipif(
    NODE is None or not (MERMAID / "node_modules" / "mermaid").is_dir(),
    reason="needs Node.js and Mermaid; one command brings it: npm ci --prefix tests/support/mermaid",
)
def test_mermaid_reads_every_chart() -> None:
    drawn = [chart(goal(Aim("metric", 0, 40, unit=unit), way([1, 2])), "zh") for unit in HOSTILE]
    drawn += [
        chart(goal(Aim("metric", -1e30, 1e30, unit="EUR"), way([1e29, -1e30])), "en"),
        chart(goal(Aim("metric", 0, 1e-9), way([5e-10])), "en"),
        chart(goal(Aim("keep", band=(99.9, None)), way([99.95])), "zh"),
        chart(goal(Aim("plain"), way([None, None], progress=[0.1, 0.7])), "zh"),
    ]
    found = parsed(drawn)
    assert [one.get("type") for one in found] == ["xychart"] * len(drawn), found


@given(st.lists(st.floats(-1e30, 1e30), min_size=1, max_size=20), st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
@settings(max_examples=30)
def test_whatever_the_numbers_every_bar_lies_on_the_axis(values: list[float], start: float, target: float) -> None:
    drawn = chart(goal(Aim("metric", start, target), way([*values])), "en")
    axis = re.search(r"y-axis (?:\"[^\"]*\" )?(-?[0-9.]+) --> (-?[0-9.]+)", drawn)
    bars = re.search(r"bar \[([^\]]*)\]", drawn)
    assert axis is not None
    assert bars is not None
    numbers = [float(number) for number in bars[1].split(", ")]
    assert float(axis[1]) < float(axis[2])
    assert len(numbers) == len(values)
    assert all(float(axis[1]) <= number <= float(axis[2]) for number in numbers)
