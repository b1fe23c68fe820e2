import json
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrctl.alignment.graph import build_graph
from okrctl.language import Language
from okrctl.progress.explained import as_data, explain, lines
from okrctl.progress.reported import collect_reports
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.load import EVERYTHING, load
from tests.progress.test_figures import CASCADE_MEAN, CASCADE_SUM
from tests.progress.worlds import World, key, one_key_result, path_and_line, updates, world
from tests.support.command import STARLING, YUNFAN

DAY = date(2026, 2, 17)
SHEET = """\
objectives:
  - id: O1
    title: New teams feel at home
    key_results:
      - id: KR1
        title: Retention rises
        metric: {start: 31, target: 40, unit: "%"}
        weight: 60
      - id: KR2
        title: Uptime
        keep: {min: 99.95, unit: "%"}
      - id: KR3
        title: Gone
        dropped: {on: 2026-02-10, because: x}
"""
NOTE = """\
updates:
  - kr: growth/O1/KR1
    value: 34.5
    status: on_track
    confidence: 7
  - kr: growth/O1/KR2
    value: 99.9
"""
FILES = {"growth": SHEET, "W08/alice": NOTE}
OKR = "cycles/2026-Q1/okrs/growth.yaml"
WEEK = "cycles/2026-Q1/notes/2026-W08/alice.yaml"


def explained(found: World, address: str, language: str = "en") -> list[str]:
    explanation = explain(found.graph, found.reports, DAY, key(address))
    shown: Language = "zh" if language == "zh" else "en"
    return [line.say(shown) for line in lines(explanation, shown, path_and_line)]


def test_a_metric_in_english(tmp_path: Path) -> None:
    assert explained(world(tmp_path, FILES), "growth/O1/KR1") == [
        f"growth/O1/KR1  Retention rises — {OKR}:5",
        "  progress 38.89 % = (34.5 − 31) / (40 − 31)",
        f"    current 34.5 %, 2026-W08, Alice Chen — {WEEK}:3",
        f"    start 31 % — {OKR}:7",
        f"    target 40 % — {OKR}:7",
        "  expected 53.33 % on 2026-02-17",
        "    48 of 90 days have passed",
        "      starts 2026-01-01",
        "      due 2026-03-31, the end of the cycle",
        "  gap: −14.44 points (38.89 % − 53.33 %)",
        "    at risk below −10, off track below −25 points (aspirational)",
        "  computed status: at risk",
        f"    last report 2026-W08: 0 days old; stale after 10 — {WEEK}:2",
        f"  reported status: on track, 2026-W08, Alice Chen — {WEEK}:4",
        f"  confidence 7, 2026-W08, Alice Chen — {WEEK}:5",
        "  no forecast yet: it takes the values of 3 weeks, so far 1",
        f"  weight 60 %: as written — {OKR}:8",
    ]


def test_a_metric_in_chinese(tmp_path: Path) -> None:
    shown = explained(world(tmp_path, FILES), "growth/O1/KR1", "zh")
    assert shown[1:5] == [
        "  进度 38.89% = (34.5 − 31) / (40 − 31)",
        f"    当前值 34.5%，2026-W08，Alice Chen（{WEEK}:3）",
        f"    起始值 31%（{OKR}:7）",
        f"    目标值 40%（{OKR}:7）",
    ]
    assert "  进度偏差：落后 14.44 个百分点（38.89% − 53.33%）" in shown


def test_an_objective_shows_its_sum_and_what_was_left_out(tmp_path: Path) -> None:
    """(60 × 38.89 % + 40 × 0 %) / 100 = 23.33 %."""
    shown = explained(world(tmp_path, FILES), "growth/O1")
    assert shown[1] == "  progress 23.33 % = (60 × 38.89 % + 40 × 0 %) / 100"
    assert f"    growth/O1/KR1: 38.89 %, weight 60 % — {OKR}:5" in shown
    assert f"    growth/O1/KR3: dropped on 2026-02-10, left out — {OKR}:14" in shown
    assert f"        2026-W08: 99.9 %, outside — {WEEK}:7" in shown
    assert "  computed status: off track" in shown


def test_what_is_clamped_is_said(tmp_path: Path) -> None:
    files = {"alice": one_key_result("why: y"), "W08/alice": updates("percent: 130")}
    found = world(tmp_path, files)
    assert (
        "    alice/O1/KR1: 130 %, weight 100 %; enters the mean as 100 % — cycles/2026-Q1/okrs/alice.yaml:2"
        in explained(found, "alice/O1")
    )


def test_weights(tmp_path: Path) -> None:
    shown = explained(world(tmp_path, FILES), "growth/O1/KR2")
    assert shown[-1] == f"  weight 40 %: not written, an equal share of what is left of 100 % — {OKR}:9"
    dropped = explained(world(tmp_path, FILES), "growth/O1/KR3")
    assert dropped[1] == f"  dropped on 2026-02-10: it no longer counts — {OKR}:14"
    assert dropped[-1] == "  no computed status"


def test_no_report(tmp_path: Path) -> None:
    shown = explained(world(tmp_path, {"alice": one_key_result("why: y")}), "alice/O1/KR1")
    assert shown[1].startswith("  progress 0 %: no report yet, so it is counted as zero and named")
    assert "    no report for 47 days since the start; stale after 10" in shown


def test_a_sum_names_every_part(tmp_path: Path) -> None:
    shown = explained(world(tmp_path, CASCADE_SUM), "company/O1/KR1")
    assert shown[1:6] == [
        "  progress 40 % = (0.8 − 0) / (2 − 0)",
        "    current 0.8 EUR = 0.1 + 0.5 + 0.2",
        "      alice/O1/KR1: 0.1 EUR — cycles/2026-Q1/notes/2026-W07/alice.yaml:2",
        "      bob/O1/KR1: 0.5 EUR, its start: no report yet — cycles/2026-Q1/okrs/bob.yaml:2",
        "      growth/O1/KR1: 0.2 EUR — cycles/2026-Q1/notes/2026-W07/wang.yaml:2",
    ]


def test_a_mean_names_every_part(tmp_path: Path) -> None:
    shown = explained(world(tmp_path, CASCADE_MEAN), "company/O1/KR1")
    assert shown[1] == "  progress 81.25 % = (60 × 50 % + 100 × 100 %) / 160"
    assert "    growth/O1: expected 53.33 %, weight 60 % — cycles/2026-Q1/okrs/growth.yaml:2" in shown


def test_checkpoints_milestones_and_free_days(tmp_path: Path) -> None:
    files = {
        "okrctl.yaml": "checkin: {skip: [2026-W07]}\npace:\n  aspirational: {at_risk: 0.2}\n",
        "alice": one_key_result("metric: {start: 31, target: 40}, checkpoints: {2026-01-31: 32, 2026-02-28: 36}"),
        "bob": one_key_result("milestones: [{id: M1, title: a}, {id: M2, title: b, due: 2026-02-01}]"),
        "W06/alice": updates("value: 34"),
        "W06/bob": updates("reached: [M1]"),
    }
    found = world(tmp_path, files)
    metric = explained(found, "alice/O1/KR1")
    # 17 of the 28 days from 31 January to 28 February: 32 + 4 · 17 / 28 = 34.428571, 38.1 % of the way;
    # 34.43 would give 38.11 %.
    assert "    planned for the day: 34.429; (34.429 − 31) / (40 − 31)" in metric
    assert "      36 on 2026-02-28 — cycles/2026-Q1/okrs/alice.yaml:2" in metric
    assert "    last report 2026-W06: 2 days old; stale after 10 — cycles/2026-Q1/notes/2026-W06/alice.yaml:2" in metric
    assert "      not counted: 2026-02-09 to 2026-02-15" in metric
    assert "    at risk below −20, off track below −25 points (aspirational) — okrctl.yaml:3" in metric
    milestones = explained(found, "bob/O1/KR1")
    assert "    M1, weight 1: reached, 2026-W06, Bob Meyer — cycles/2026-Q1/notes/2026-W06/bob.yaml:2" in milestones
    assert "    M2, weight 1: not reached — cycles/2026-Q1/okrs/bob.yaml:2" in milestones
    assert "    M2, weight 1: due 2026-02-01 — cycles/2026-Q1/okrs/bob.yaml:2" in milestones


def test_a_gap_adds_up_to_its_shown_digits(tmp_path: Path) -> None:
    """9,630 of 14,000 euros and 9,596.774194 planned: with one decimal 68.8 − 68.5 would not be 0.2."""
    metric = "metric: {start: 0, target: 14000, unit: EUR}, checkpoints: {2026-02-28: 7500}"
    files = {"alice": one_key_result(metric), "W11/alice": updates("value: 9630")}
    found = world(tmp_path, files)
    explanation = explain(found.graph, found.reports, date(2026, 3, 10), key("alice/O1/KR1"))
    shown = [line.say("en") for line in lines(explanation, "en", path_and_line)]
    assert "    planned for the day: 9,596.77 EUR; (9,596.77 − 0) / (14,000 − 0)" in shown
    assert "  gap: +0.24 points (68.79 % − 68.55 %)" in shown


def test_thirds_are_averaged_by_count(tmp_path: Path) -> None:
    """33.3 × 3 is not 100; (50 + 25 + 10) / 3 = 28.33."""
    key_results = ", ".join(f"{{id: KR{number}, title: t}}" for number in (1, 2, 3))
    note = "updates: [{kr: O1/KR1, percent: 50}, {kr: O1/KR2, percent: 25}, {kr: O1/KR3, percent: 10}]\n"
    files = {"alice": f"objectives: [{{id: O1, title: t, key_results: [{key_results}]}}]\n", "W08/alice": note}
    shown = explained(world(tmp_path, files), "alice/O1")
    assert shown[1] == "  progress 28.33 % = (1 × 50 % + 1 × 25 % + 1 × 10 %) / 3"


@given(
    ends=st.tuples(st.integers(-1000, 1000), st.integers(-1000, 1000)).filter(lambda ends: ends[0] != ends[1]),
    values=st.tuples(st.integers(-3000, 3000), st.integers(0, 997), st.integers(0, 991)),
    weights=st.tuples(st.integers(1, 48), st.integers(1, 48)),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_printed_formula_adds_up(
    tmp_path: Path, ends: tuple[int, int], values: tuple[int, int, int], weights: tuple[int, int]
) -> None:
    metric = f"metric: {{start: {ends[0]}, target: {ends[1]}}}, checkpoints: {{2026-02-28: {sum(ends) / 2}}}"
    others = [f"{{id: KR{number}, title: t, weight: {weight}}}" for number, weight in zip((2, 3), weights, strict=True)]
    sheet = (
        f"objectives:\n  - {{id: O1, title: t, key_results: [{{id: KR1, title: t, {metric}}}, {', '.join(others)}]}}\n"
    )
    said = [f"value: {values[0]}", *(f"percent: {value / 10}" for value in values[1:])]
    note = "updates:\n" + "".join(f"  - {{kr: O1/KR{number}, {one}}}\n" for number, one in enumerate(said, 1))
    found = world(tmp_path, {"alice": sheet, "W08/alice": note})
    checked = [is_right(line) for address in ("alice/O1", "alice/O1/KR1") for line in explained(found, address)]
    assert sum(right is not None for right in checked) >= 4
    assert False not in checked


@pytest.mark.parametrize("example", [STARLING, YUNFAN], ids=["starling", "yunfan"])
def test_every_formula_of_the_examples_adds_up(example: Path) -> None:
    graph = build_graph(load(DiskFiles(example), example.name, EVERYTHING).workspace)
    reports = collect_reports(graph)
    shown = [
        line.say("en")
        for goal in graph.goals
        for line in lines(explain(graph, reports, date(2026, 3, 10), goal), "en", lambda _: "")
    ]
    checked = {line: is_right(line) for line in shown}
    assert [line for line, right in checked.items() if right is False] == []
    assert sum(right is True for right in checked.values()) > 100


def test_of_thirds_the_shown_digits_make_the_gap(tmp_path: Path) -> None:
    """4 of 30 is 13.333… %, 34 of 90 days are 37.777… %: −24.444…, but 13.33 − 37.78 is −24.45."""
    files = {"alice": one_key_result("metric: {start: 0, target: 30}"), "W06/alice": updates("value: 4")}
    found = world(tmp_path, files)
    explanation = explain(found.graph, found.reports, date(2026, 2, 3), key("alice/O1/KR1"))
    (gap,) = [one for one in explanation.steps if one.name == "gap"]
    assert gap.text.en == "gap: −24.45 points (13.33 % − 37.78 %)"
    assert gap.value == -0.244444444, "data keep the number itself"


def is_right(line: str) -> bool | None:
    """Whether the formula in a line gives the result before it, to two decimals; None where there is no formula."""
    plain = line.replace(",", "").replace("−", "-").replace(" %", "").replace("×", "*").strip()
    found = re.match(r"(?:progress|current) (\S+?) = (.+)", plain) or re.match(r"gap: (\S+) points? \((.+)\)", plain)
    found = found or re.match(r"(\S+) = (.+): the line on", plain) or re.match(r"score (\S+) = (.+)", plain)
    if found is None or re.search(r"[^-+*/(). 0-9]", found[2]):
        return None
    shown = Decimal(found[1])
    result = Fraction(eval(re.sub(r"(\d+(?:\.\d+)?)", r"Fraction('\1')", found[2]), {"Fraction": Fraction}))
    if "* " not in found[2] and line.lstrip().startswith("progress"):
        result *= 100
    decimals = max(0 if "the line on" in line else 2, -int(shown.as_tuple().exponent))
    exact = Decimal(result.numerator) / Decimal(result.denominator)
    return abs(exact - shown) <= Decimal(1).scaleb(-decimals) / 2 + Decimal("1e-9")


def test_data(tmp_path: Path) -> None:
    found = world(tmp_path, FILES)
    data = as_data(explain(found.graph, found.reports, DAY, key("growth/O1/KR1")), "en")
    assert json.loads(json.dumps(data)) == data
    assert (data["address"], data["cycle"], data["day"]) == ("growth/O1/KR1", "2026-Q1", "2026-02-17")
    steps = data["steps"]
    assert isinstance(steps, list)
    assert [(one["name"], one["value"]) for one in steps] == [
        ("progress", 0.388889),
        ("expected", 0.533333),
        ("gap", -0.144444),
        ("computed_status", "at_risk"),
        ("status", "on_track"),
        ("confidence", 7),
        ("forecast", None),
        ("weight", 60.0),
    ]
    current = steps[0]["steps"][0]
    assert (current["path"], current["line"], current["value"]) == (WEEK, 3, 34.5)
