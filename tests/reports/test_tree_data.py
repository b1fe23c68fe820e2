import json
from pathlib import Path
from typing import Any

from okrctl.reports.tree import data
from okrctl.reports.tree.record import TreeOptions
from tests.reports.kite import kite


def read(tmp_path: Path, options: TreeOptions | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data.render(kite(tmp_path, options), "en"))
    return found


def test_the_top_level(tmp_path: Path):
    found = read(tmp_path)
    assert list(found) == [
        "version", "cycle", "day", "by", "owner", "mission", "vision", "strategy", "attainment",
        "goals", "unaligned", "groups", "alignment_rate",
    ]  # fmt: skip
    assert (found["version"], found["cycle"], found["day"]) == (1, "2026-Q1", "2026-02-14")
    assert found["alignment_rate"] == {
        "aligned": 2,
        "all": 3,
        "by_count": 0.666667,
        "by_weight": 0.666667,
        "cross_team": 1,
    }
    assert found["groups"] == []


def test_what_supports_a_goal_is_nested_below_it(tmp_path: Path):
    (company,) = read(tmp_path)["goals"]
    assert [goal["address"] for goal in company["supports"]] == ["growth/O1", "mia/O1", "design/O1"]
    growth, reference, dropped = company["supports"]
    assert [goal["address"] for goal in growth["supports"]] == ["mia/O1"]
    assert (growth["via"], growth["reference"], growth["cross_team"]) == (["company/O1/KR1"], False, False)
    assert (reference["reference"], reference["see"], reference["key_results"]) == (True, "growth/O1", [])
    assert (dropped["dropped"], dropped["computed_status"], dropped["weight"]) == (True, None, 0.0)


def test_a_goal_has_the_words_of_the_design(tmp_path: Path):
    (company,) = read(tmp_path)["goals"]
    key_result = company["key_results"][1]
    assert key_result == {
        "address": "company/O1/KR2",
        "kind": "key_result",
        "owner": "mia",
        "title": "Ten customers name us",
        "progress": 0.2,
        "expected": 0.5,
        "gap": -0.3,
        "change": 0.2,
        "status": "on_track",
        "computed_status": "off_track",
        "confidence": None,
        "weight": 50.0,
        "committed": False,
        "dropped": False,
        "has_data": True,
        "aligns_to": [],
        "with": [],
    }


def test_the_unaligned_have_a_list_of_their_own(tmp_path: Path):
    (alone,) = read(tmp_path)["unaligned"]
    assert (alone["address"], alone["aligned"], alone["supports"]) == ("wang/O1", False, [])


def test_groups_are_nested_as_the_chart_is(tmp_path: Path):
    (company,) = read(tmp_path, TreeOptions(by="team"))["groups"]
    assert (company["handle"], company["kind"], company["attainment"]["progress"]) == ("company", "team", 0.4)
    assert [group["handle"] for group in company["groups"]] == ["growth", "design"]
    assert [group["handle"] for group in company["groups"][0]["groups"]] == ["wang"]
    assert [goal["address"] for goal in company["groups"][1]["goals"]] == ["design/O1"]


def test_on_the_way_up_goals_hold_what_they_support(tmp_path: Path):
    (mia,) = read(tmp_path, TreeOptions(owner="mia", up=True))["goals"]
    assert [goal["address"] for goal in mia["above"]] == ["growth/O1", "company/O1"]
    assert "supports" not in mia


def test_both_languages_give_the_same_data(tmp_path: Path):
    report = kite(tmp_path)
    assert data.render(report, "zh") == data.render(report, "en")
