"""The report as data: the words of the design, nothing rounded away, nothing absent."""

import json
from pathlib import Path

from okrctl.reports.weekly.as_json import as_json
from tests.reports.cases import ORG, note, report


def test_a_goal_has_the_words_of_the_design(tmp_path: Path) -> None:
    update = "updates: [{kr: growth/O2/KR1, value: 33.3333333, status: at_risk, confidence: 6, progress: A third.}]\n"
    data = as_json(report(tmp_path, {note(7, "wang"): update}))
    assert data["version"] == 1
    assert (data["handle"], data["name"], data["kind"], data["cycle"]) == ("growth", "Growth", "team", "2026-Q1")
    assert (data["weeks"], data["meeting"], data["compared_with"]) == (["2026-W07"], "2026-02-10", "2026-02-03")
    goal = data["goals"][0]["key_results"][0]
    assert {name: goal[name] for name in ("address", "owner", "title", "kind", "unit", "status", "confidence")} == {
        "address": "growth/O2/KR1",
        "owner": "wang",
        "title": "Revenue of 100 thousand",
        "kind": "committed",
        "unit": "k",
        "status": "at_risk",
        "confidence": 6,
    }
    assert (goal["progress"], goal["expected"], goal["gap"]) == (0.333333, 0.455556, -0.122222)
    assert (goal["weight"], goal["value"], goal["value_before"], goal["target"]) == (50, 33.333333, None, 100)
    entry = goal["updates"][0]
    assert (entry["handle"], entry["week"], entry["progress"]) == ("wang", "2026-W07", "A third.")
    assert data["silent"] == ["growth/O2/KR2", "growth/O1/KR1", "growth/O1/KR2"]


def test_lists_are_empty_rather_than_absent(tmp_path: Path) -> None:
    data = as_json(report(tmp_path, {}, owner="design"))
    for name in ("plan", "needs", "changes", "highlights", "thanks", "goals", "other", "new", "unaligned", "todos"):
        assert data[name] == []
    assert data["progress"] is None
    assert data["notes"] == {"in": 0, "due": 0, "holiday": False, "missing": [], "unreadable": [], "away": []}


def test_it_is_json_and_the_same_every_time(tmp_path: Path) -> None:
    text = (
        "updates: [{kr: growth/O1/KR2, reached: {M1: {on: 2026-02-09}}, evidence: [bob/x.png], "
        "risks: [{risk: R, need: N, from: [bob]}], next: [{what: W}]}]\nother: [{title: T, escalate: true}]\n"
        "thanks: [{to: alice, for: Tea}]\n"
    )
    made = report(tmp_path, {note(7, "bob"): text})
    dumped = json.dumps(as_json(made), ensure_ascii=False)
    assert dumped == json.dumps(as_json(report(tmp_path, {})), ensure_ascii=False)
    data = json.loads(dumped)
    assert data["needs"][0]["reference"] == "2026-W07/bob/n1"
    assert data["goals"][1]["key_results"][1]["updates"][0]["evidence"] == ["cycles/2026-Q1/notes/2026-W07/bob/x.png"]
    assert data["thanks"] == [
        {"by": {"handle": "bob", "name": "Bob Meyer"}, "to": {"handle": "alice", "name": "Alice Chen"}, "for": "Tea"}
    ]


def test_who_is_away_or_cannot_be_read_is_there_with_the_weeks(tmp_path: Path) -> None:
    org = ORG.replace("bob: {", "bob: {away: [{from: 2026-02-09, to: 2026-02-15}], ")
    notes = as_json(report(tmp_path, {"org.yaml": org, note(7, "alice"): "updates: [\n"}))["notes"]
    assert notes["away"] == [{"handle": "bob", "name": "Bob Meyer", "weeks": ["2026-W07"]}]
    assert notes["unreadable"] == [{"handle": "alice", "name": "Alice Chen", "weeks": ["2026-W07"]}]
    assert [one["handle"] for one in notes["missing"]] == ["wang"]
