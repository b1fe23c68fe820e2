import json
from datetime import date
from pathlib import Path

from okrctl.progress.explained import as_data, explain, lines
from tests.progress.test_figures import CASCADE_MEAN, CASCADE_SUM
from tests.progress.worlds import World, key, one_key_result, path_and_line, updates, world

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
    return lines(explanation, "zh" if language == "zh" else "en", path_and_line)


def test_a_metric_in_english(tmp_path: Path) -> None:
    assert explained(world(tmp_path, FILES), "growth/O1/KR1") == [
        f"growth/O1/KR1  Retention rises — {OKR}:5",
        "  progress 38.9 % = (34.5 − 31) / (40 − 31)",
        f"    current 34.5 %, 2026-W08, Alice Chen — {WEEK}:3",
        f"    start 31 % — {OKR}:7",
        f"    target 40 % — {OKR}:7",
        "  expected 53.3 % on 2026-02-17",
        "    48 of 90 days have passed",
        "      starts 2026-01-01",
        "      due 2026-03-31, the end of the cycle",
        "  gap: −14.4 points (38.9 % − 53.3 %)",
        "    at risk below −10, off track below −25 points (aspirational)",
        "  computed status: at risk",
        f"    last report 2026-W08: 0 days old; stale after 10 — {WEEK}:2",
        f"  reported status: on track, 2026-W08, Alice Chen — {WEEK}:4",
        f"  confidence 7, 2026-W08, Alice Chen — {WEEK}:5",
        f"  weight 60 %: as written — {OKR}:8",
    ]


def test_a_metric_in_chinese(tmp_path: Path) -> None:
    shown = explained(world(tmp_path, FILES), "growth/O1/KR1", "zh")
    assert shown[1:5] == [
        "  进度 38.9% = (34.5 − 31) / (40 − 31)",
        f"    当前值 34.5%，2026-W08，Alice Chen（{WEEK}:3）",
        f"    起始值 31%（{OKR}:7）",
        f"    目标值 40%（{OKR}:7）",
    ]
    assert "  进度偏差：落后 14.4 个百分点（38.9% − 53.3%）" in shown


def test_an_objective_shows_its_sum_and_what_was_left_out(tmp_path: Path) -> None:
    """(60 × 38.9 % + 40 × 0 %) / 100 = 23.3 %."""
    shown = explained(world(tmp_path, FILES), "growth/O1")
    assert shown[1] == "  progress 23.3 % = (60 × 38.9 % + 40 × 0 %) / 100"
    assert f"    growth/O1/KR1: 38.9 %, weight 60 % — {OKR}:5" in shown
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
    assert shown[1] == "  progress 81.3 % = (60 × 50 % + 100 × 100 %) / 160"
    assert "    growth/O1: expected 53.3 %, weight 60 % — cycles/2026-Q1/okrs/growth.yaml:2" in shown


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
    # 17 of the 28 days from 31 January to 28 February: 32 + 4 · 17 / 28
    assert "    planned for the day: 34.428571; (34.428571 − 31) / (40 − 31)" in metric
    assert "      36 on 2026-02-28 — cycles/2026-Q1/okrs/alice.yaml:2" in metric
    assert "    last report 2026-W06: 2 days old; stale after 10 — cycles/2026-Q1/notes/2026-W06/alice.yaml:2" in metric
    assert "      not counted: 2026-02-09 to 2026-02-15" in metric
    assert "    at risk below −20, off track below −25 points (aspirational) — okrctl.yaml:3" in metric
    milestones = explained(found, "bob/O1/KR1")
    assert "    M1, weight 1: reached, 2026-W06, Bob Meyer — cycles/2026-Q1/notes/2026-W06/bob.yaml:2" in milestones
    assert "    M2, weight 1: not reached — cycles/2026-Q1/okrs/bob.yaml:2" in milestones
    assert "    M2, weight 1: due 2026-02-01 — cycles/2026-Q1/okrs/bob.yaml:2" in milestones


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
        ("weight", 60.0),
    ]
    current = steps[0]["steps"][0]
    assert (current["path"], current["line"], current["value"]) == (WEEK, 3, 34.5)
