"""The rollout: how far sheets have come, team by team, against the days of the cycle."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from okrctl.reports.status.as_json import rollout_data
from okrctl.reports.status.md import rollout_markdown
from okrctl.reports.status.record import Rollout, Stages, Tally
from okrctl.reports.status.rollout import build_rollout
from tests.reports.status_world import DAY, ORG, Q1, WORLD, scope_of

DUE = "due: {sheets: 2026-01-12, scores: 2026-04-03, retro: 2026-04-10}\n"
CYCLE = {f"{Q1}/cycle.yaml": DUE}


def rollout_of(
    root: Path, files: Mapping[str, str] | None = None, today: date = DAY, team: str | None = None
) -> Rollout:
    return build_rollout(scope_of(root, {**CYCLE, **(files or {})}, team, min(today, date(2026, 3, 31))), today)


def stages_of(rollout: Rollout, handle: str = "company") -> Stages:
    return next(line.stages for line in rollout.teams if line.who.handle == handle)


def test_stages_of_the_company_and_of_each_team(tmp_path: Path):
    rollout = rollout_of(tmp_path)
    # Four sheets are there, web's is not; nobody owes a score yet. alice's leads nowhere, the company's need not.
    assert stages_of(rollout) == Stages(
        ready=Tally(4, 5, late=True),
        approved=None,
        aligned=Tally(2, 3, late=True),
        reported=Tally(4, 4),
        scored=Tally(0, 4),
        looked_back=Tally(0, 4),
    )
    assert stages_of(rollout, "web") == Stages(
        Tally(1, 2, late=True), None, Tally(1, 1), Tally(1, 1), Tally(0, 1), Tally(0, 1)
    )
    assert [one.handle for one in rollout.without] == ["web"]


def test_nothing_is_late_on_the_day_itself_nor_without_one(tmp_path: Path):
    assert not stages_of(rollout_of(tmp_path, today=date(2026, 1, 12))).ready.late
    assert not stages_of(rollout_of(tmp_path / "other", {f"{Q1}/cycle.yaml": "title: A quarter\n"})).ready.late


def test_scores_and_retrospectives_are_due_after_the_end(tmp_path: Path):
    scores = "scores: [{kr: O1/KR1, score: 0.7}, {kr: O1/KR2, score: 0.4}]\n"
    files = {
        f"{Q1}/retros/company.yaml": scores + "lessons: [Fly earlier]\n",
        f"{Q1}/retros/alice.yaml": "scores: [{kr: O1/KR1, score: 0.7}]\n",  # KR2 has none
        f"{Q1}/retros/growth.md": "# Growth\n",
    }
    before, after = (rollout_of(tmp_path, files, today=day) for day in (date(2026, 4, 3), date(2026, 4, 11)))
    assert stages_of(before).scored == Tally(1, 4)
    assert stages_of(after).scored == Tally(1, 4, late=True)
    assert stages_of(before).looked_back == Tally(2, 4)
    assert stages_of(after).looked_back == Tally(2, 4, late=True)
    assert stages_of(after, "growth").looked_back == Tally(1, 3, late=True)


def test_a_sheet_without_key_results_or_that_cannot_be_read_is_not_ready(tmp_path: Path):
    empty = {f"{Q1}/okrs/alice.yaml": "objectives: [{id: O1, title: My own idea, aligns_to: [growth/O1]}]\n"}
    assert stages_of(rollout_of(tmp_path / "empty", empty)).ready == Tally(3, 5, late=True)
    broken = rollout_of(tmp_path / "broken", {f"{Q1}/okrs/alice.yaml": "objectives: [\n"})
    assert stages_of(broken).ready == Tally(3, 5, late=True)
    assert "alice" not in [one.handle for one in broken.without]


@pytest.mark.parametrize(
    ("nodes", "hr", "given", "approved"),
    [
        ("[manager]", "", "manager", True),
        ("[manager]", "", "hr", False),
        ("[manager, hr]", "hr: [lin]\n", "manager", False),
        ("[manager, hr]", "", "manager", True),  # nobody is HR: passed
        ("{default: [hr], growth: [manager]}", "hr: [lin]\n", "manager", True),
        ("{default: [manager], leads: [manager, hr]}", "hr: [lin]\n", "manager", False),  # a team's sheet is its lead's
        ("[skip_manager]", "", "manager", None),  # wang's manager lin has none above
        ("[lin]", "", "lin", True),
    ],
)
def test_approval_by_the_nodes_of_a_sheet(tmp_path: Path, nodes: str, hr: str, given: str, approved: bool | None):
    growth = f"{Q1}/okrs/growth.yaml"
    approval = f"approvals: [{{by: lin, as: {given}, on: 2026-01-10, digest: 4f1c}}]\n"
    files = {
        "okrctl.yaml": f"name: Kite\napproval: {nodes}\n{hr}",
        "org.yaml": ORG,
        growth: WORLD[growth] + approval,
    }
    stages = stages_of(build_rollout(scope_of(tmp_path, world=files), DAY), "growth")
    assert stages.approved == (None if approved is None else Tally(int(approved), 1))


def test_who_is_new_is_named_and_not_behind(tmp_path: Path):
    org = ORG + (
        "  new: {name: Nora, team: growth, joined: 2026-02-09}\n"
        "  old: {name: Otto, team: growth, joined: 2025-12-31}\n"
        "  next: {name: Nick, team: growth, joined: 2026-03-02}\n"
        "  gone: {name: Gus, team: growth, joined: 2026-02-01, left: 2026-02-20}\n"
    )
    rollout = rollout_of(tmp_path, {"org.yaml": org})
    assert [(one.who.handle, one.team, one.joined) for one in rollout.newcomers] == [
        ("new", "Growth", date(2026, 2, 9))
    ]
    assert [one.handle for one in rollout.without] == ["web", "old"]
    assert stages_of(rollout).ready == Tally(4, 6, late=True)


def test_in_the_first_days_of_a_cycle_the_last_thirty_days_count(tmp_path: Path):
    org = ORG + "  old: {name: Otto, team: growth, joined: 2025-12-31}\n"
    assert [one.who.handle for one in rollout_of(tmp_path, {"org.yaml": org}, date(2026, 1, 20)).newcomers] == ["old"]


def test_who_shares_a_key_result_or_has_one_in_a_longer_cycle_is_not_without(tmp_path: Path):
    org = ORG + "  one: {name: One, team: growth}\n  two: {name: Two, team: growth}\n  ten: {name: Ten, team: growth}\n"
    files = {
        "org.yaml": org,
        f"{Q1}/okrs/growth.yaml": WORLD[f"{Q1}/okrs/growth.yaml"].replace(
            "owner: alice}", "owner: alice, with: [one]}"
        ),
        "cycles/2026/okrs/company.yaml": (
            "objectives: [{id: O1, title: Y, key_results: [{id: KR1, title: Z, owner: two}]}]\n"
        ),
    }
    assert [one.handle for one in rollout_of(tmp_path, files).without] == ["web", "ten"]


def test_a_team_and_those_below(tmp_path: Path):
    rollout = rollout_of(tmp_path, team="growth")
    assert [line.who.handle for line in rollout.teams] == ["growth", "web"]
    assert (rollout.name, stages_of(rollout, "growth").ready) == ("Growth", Tally(3, 4, late=True))


def test_json(tmp_path: Path):
    data = rollout_data(rollout_of(tmp_path))
    assert (data["version"], data["cycle"], data["day"]) == (1, "2026-Q1", "2026-02-24")
    assert data["due"] == {
        "ready": "2026-01-12",
        "aligned": "2026-01-12",
        "scored": "2026-04-03",
        "looked_back": "2026-04-10",
    }
    assert data["teams"][0]["ready"] == {"done": 4, "all": 5, "late": True}
    assert data["teams"][0]["approved"] is None
    assert data["without_goals"] == [{"handle": "web", "name": "Web", "email": None}]
    assert data["people"] == []


def test_markdown_in_both_languages(tmp_path: Path):
    english, chinese = (rollout_markdown(rollout_of(tmp_path), language).splitlines() for language in ("en", "zh"))
    assert english[:8] == [
        "# Kite: rollout, 2026-Q1",
        "",
        "as of Tuesday, 24 Feb 2026",
        "",
        "| Team | ready | approved | aligned | reported | scored | looked back |",
        "|---|--:|--:|--:|--:|--:|--:|",
        "| **Kite** | **4/5!** | – | **2/3!** | 4/4 | 0/4 | 0/4 |",
        "| &emsp;Growth | **3/4!** | – | **2/3!** | 3/3 | 0/3 | 0/3 |",
    ]
    assert "ready, aligned by 12 Jan · scored by 3 Apr · looked back by 10 Apr" in english
    assert english[-1] == "**No sheet and no key result (1)**: Web"
    assert chinese[4] == "| 团队 | 已就绪 | 已审批 | 已对齐 | 已更新 | 已自评 | 已复盘 |"
    assert "已就绪、已对齐：1 月 12 日前 · 已自评：4 月 3 日前 · 已复盘：4 月 10 日前" in chinese
