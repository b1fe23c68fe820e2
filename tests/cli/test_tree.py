"""`tree` in every format and with every option, on both examples."""

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from tests.cli.inside import run
from tests.support.command import STARLING, YUNFAN

DAY = "2026-03-12"
FORMATS = ("text", "md", "mermaid", "dot", "svg", "json")
OPTIONS: tuple[tuple[str, ...], ...] = (
    (),
    ("--depth", "1"),
    ("--by", "team"),
    ("--by", "person"),
    ("--only", "at_risk"),
    ("--only", "stale"),
    ("--only", "unaligned"),
)


def drawn(example: Path, *arguments: str) -> str:
    result = run("tree", *arguments, "-C", example, "--today", DAY, "--cycle", "2026-Q1")
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("\n")
    return result.out


def nested(goals: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [goal for one in goals for goal in (one, *one["key_results"], *nested(one["supports"]))]


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize(("example", "owner"), [(STARLING, "felix"), (YUNFAN, "张伟")], ids=["starling", "yunfan"])
def test_every_option_in_every_format(example: Path, owner: str, format_name: str) -> None:
    every = OPTIONS if format_name in ("text", "json") else OPTIONS[:3]
    for options in (*every, (owner, "--up")):
        text = drawn(example, *options, "--format", format_name)
        if format_name == "svg":
            ElementTree.fromstring(text)
        elif format_name == "json":
            assert json.loads(text)["version"] == 1


def test_json_nests_what_supports_and_lists_key_results() -> None:
    report = json.loads(drawn(STARLING, "--format", "json"))
    company = next(goal for goal in report["goals"] if goal["address"] == "company/O2")
    assert [one["address"] for one in company["key_results"]] == ["company/O2/KR1", "company/O2/KR2"]
    assert {one["address"] for one in company["supports"]} >= {"growth/O1", "ines/O1"}
    growth = next(one for one in company["supports"] if one["address"] == "growth/O1")
    assert "felix/O1" in {one["address"] for one in growth["supports"]}
    felix = next(one for one in growth["supports"] if one["address"] == "felix/O1")
    first = felix["key_results"][0]
    assert (first["owner"], first["title"]) == ("felix", "14 offices of 10 to 30 people sign a contract")
    assert first["progress"] == round(10 / 14, 6)  # ten offices in week 11
    assert first["status"] == "on_track"
    assert first["confidence"] == 7
    assert first["weight"] == 50


def test_each_goal_stands_once_in_full() -> None:
    for example in (STARLING, YUNFAN):
        report = json.loads(drawn(example, "--format", "json"))
        full = [one["address"] for one in nested(report["goals"]) if not one.get("reference")]
        assert len(full) == len(set(full))


def test_depth_counts_levels_of_objectives() -> None:
    report = json.loads(drawn(STARLING, "--depth", "1", "--format", "json"))
    assert all(not goal["supports"] for goal in report["goals"] if goal["address"].startswith("company/"))
    assert run("tree", "--depth", "0", "-C", STARLING).code == 2


def test_an_owner_is_meant_by_handle_name_or_alias() -> None:
    assert drawn(YUNFAN, "xuting") == drawn(YUNFAN, "许婷")
    assert drawn(STARLING, "product") == drawn(STARLING, "design") == drawn(STARLING, "Product and Design")


def test_an_owner_whom_nobody_knows() -> None:
    result = run("tree", "grwth", "-C", STARLING)
    assert (result.code, result.out) == (2, "")
    assert "did you mean growth?" in result.err


def test_links_across_teams_are_counted_where_they_are_marked() -> None:
    for owner, example in (("销售部", YUNFAN), ("growth", STARLING)):
        report = json.loads(drawn(example, owner, "--format", "json"))
        marked = {
            (one["address"], via) for one in nested(report["goals"]) if one.get("cross_team") for via in one["via"]
        }
        assert report["alignment_rate"]["cross_team"] >= len(marked) > 0


def test_on_a_monday_the_changes_of_the_week_before_stay() -> None:
    sunday, monday = (
        run("tree", "-C", STARLING, "--today", day, "--format", "json").out for day in ("2026-02-15", "2026-02-16")
    )
    changes = [[goal["change"] for goal in nested(json.loads(text)["goals"])] for text in (sunday, monday)]
    assert changes[0] == changes[1]
    assert any(changes[1])


def test_up_needs_somebody_to_start_from() -> None:
    result = run("tree", "--up", "-C", STARLING, "--today", DAY)
    assert result.code in (0, 2)
    assert "Traceback" not in result.err
