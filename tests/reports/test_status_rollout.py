"""The rollout: how far sheets have come, team by team, against the days of the cycle."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from okrctl.reports.status.as_json import rollout_data
from okrctl.reports.status.md import rollout_markdown
from okrctl.reports.status.record import Rollout, Stages, Tally
from okrctl.reports.status.rollout import build_rollout
from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Choice, Run, run
from tests.reports.status_world import DAY, ORG, Q1, WORLD, scope_of
from tests.support.trees import context_of, read_tree

DUE = "due: {sheets: 2026-01-12, scores: 2026-04-03, retro: 2026-04-10}\n"
CYCLE = {f"{Q1}/cycle.yaml": DUE}
# Of growth's people alice has a sheet, so that otto owes one as well; wang is at home on the team's.
OTTO = {"org.yaml": ORG + "  otto: {name: Otto, team: growth}\n"}


def rollout_of(
    root: Path, files: Mapping[str, str] | None = None, today: date = DAY, team: str | None = None
) -> Rollout:
    return build_rollout(scope_of(root, {**CYCLE, **(files or {})}, team, min(today, date(2026, 3, 31))), today)


def stages_of(rollout: Rollout, handle: str = "company") -> Stages:
    return next(line.stages for line in rollout.teams if line.who.handle == handle)


def test_stages_of_the_company_and_of_each_team(tmp_path: Path):
    rollout = rollout_of(tmp_path, OTTO)
    # Four sheets are there, otto's is not; web is eve alone, who has one. alice's leads nowhere; the company's may.
    assert stages_of(rollout) == Stages(
        ready=Tally(4, 5, late=True),
        approved=None,
        aligned=Tally(2, 3, late=True),
        reported=Tally(4, 4),
        scored=Tally(0, 4),
        looked_back=Tally(0, 4),
    )
    assert stages_of(rollout, "web") == Stages(Tally(1, 1), None, Tally(1, 1), Tally(1, 1), Tally(0, 1), Tally(0, 1))
    assert [one.handle for one in rollout.without] == ["otto"]


def test_who_owes_a_sheet_by_the_one_rule_of_okr218(tmp_path: Path):
    apollo = "  apollo: {name: Apollo, parent: company, lead: eve, members: [otto]}\npeople:"
    org = OTTO["org.yaml"].replace("people:", apollo) + "  late: {name: Lara, team: growth, joined: 2026-02-02}\n"
    world = {**WORLD, **CYCLE, "org.yaml": org}
    del world[f"{Q1}/okrs/eve.yaml"]
    # Without eve's sheet web owes one; apollo's people are at home elsewhere, eve is on web's; lara came afterwards.
    rollout = build_rollout(scope_of(tmp_path, world=world), DAY)
    assert [one.handle for one in rollout.without] == ["web", "otto"]
    assert [one.who.handle for one in rollout.newcomers] == ["late"]
    context = context_of(read_tree(tmp_path), DAY)
    found = run(context, (), Run(REGISTRY, Choice(select=("OKR218",)), raise_crashes=True))
    assert {one.message.say("en").split(" has no sheet")[0] for one in found} == {"Web", "Otto"}


def test_a_project_is_owed_by_nobody(tmp_path: Path):
    rollout = rollout_of(tmp_path, {**OTTO, f"{Q1}/cycle.yaml": DUE + "project: Apollo\n"})
    assert rollout.without == ()
    assert stages_of(rollout).ready == Tally(4, 4)


def test_nothing_is_late_on_the_day_itself_nor_without_one(tmp_path: Path):
    assert not stages_of(rollout_of(tmp_path, OTTO, today=date(2026, 1, 12))).ready.late
    assert stages_of(rollout_of(tmp_path, OTTO, today=date(2026, 1, 13))).ready.late
    undated = {**OTTO, f"{Q1}/cycle.yaml": "title: A quarter\n"}
    assert not stages_of(rollout_of(tmp_path / "other", undated)).ready.late


def test_scores_and_retrospectives_are_due_after_the_end(tmp_path: Path):
    scores = "scores: [{kr: O1/KR1, score: 0.7}, {kr: O1/KR2, score: 0.4}]\n"
    files = {
        f"{Q1}/retros/company.yaml": scores + "lessons: [Fly earlier]\n",
        f"{Q1}/retros/alice.yaml": "scores: [{kr: O1/KR1, score: 0.7}]\n",  # KR2 has none
        f"{Q1}/retros/growth.md": "# Growth\n\nWe asked the clubs too late.\n",
    }
    before, after = (rollout_of(tmp_path, files, today=day) for day in (date(2026, 4, 3), date(2026, 4, 11)))
    assert stages_of(before).scored == Tally(1, 4)
    assert stages_of(after).scored == Tally(1, 4, late=True)
    assert stages_of(before).looked_back == Tally(2, 4)
    assert stages_of(after).looked_back == Tally(2, 4, late=True)
    assert stages_of(after, "growth").looked_back == Tally(1, 3, late=True)


def test_a_sheet_without_key_results_or_that_cannot_be_read_is_not_ready(tmp_path: Path):
    empty = {f"{Q1}/okrs/alice.yaml": "objectives: [{id: O1, title: My own idea, aligns_to: [growth/O1]}]\n"}
    assert stages_of(rollout_of(tmp_path / "empty", empty)).ready == Tally(3, 4, late=True)
    broken = rollout_of(tmp_path / "broken", {f"{Q1}/okrs/alice.yaml": "objectives: [\n"})
    assert stages_of(broken).ready == Tally(3, 4, late=True)
    assert broken.without == ()


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
    # Of old's team-mates alice has a sheet and new has none: every second one.
    assert [one.handle for one in rollout.without] == ["old"]
    assert stages_of(rollout).ready == Tally(4, 5, late=True)


def test_in_the_first_days_of_a_cycle_the_last_thirty_days_count(tmp_path: Path):
    org = ORG + "  old: {name: Otto, team: growth, joined: 2025-12-31}\n"
    files = {"org.yaml": org, f"{Q1}/okrs/alice.yaml": ""}  # nobody of growth has a sheet: none is owed
    rollout = rollout_of(tmp_path / "custom", files, date(2026, 1, 20))
    assert ([one.who.handle for one in rollout.newcomers], rollout.without) == (["old"], ())
    owed = rollout_of(tmp_path / "owed", {"org.yaml": org}, date(2026, 1, 20))
    assert (owed.newcomers, [one.handle for one in owed.without]) == ((), ["old"])


def test_a_team_and_those_below(tmp_path: Path):
    rollout = rollout_of(tmp_path, OTTO, team="growth")
    assert [line.who.handle for line in rollout.teams] == ["growth", "web"]
    assert (rollout.name, stages_of(rollout, "growth").ready) == ("Growth", Tally(3, 4, late=True))


def test_json(tmp_path: Path):
    data = rollout_data(rollout_of(tmp_path, OTTO))
    assert (data["version"], data["cycle"], data["day"]) == (1, "2026-Q1", "2026-02-24")
    assert data["due"] == {
        "ready": "2026-01-12",
        "aligned": "2026-01-12",
        "scored": "2026-04-03",
        "looked_back": "2026-04-10",
    }
    assert data["teams"][0]["ready"] == {"done": 4, "all": 5, "late": True}
    assert data["teams"][0]["approved"] is None
    assert data["without_sheet"] == [{"handle": "otto", "name": "Otto", "email": None}]
    assert data["people"] == []


def test_markdown_in_both_languages(tmp_path: Path):
    english, chinese = (
        rollout_markdown(rollout_of(tmp_path, OTTO), language).splitlines() for language in ("en", "zh")
    )
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
    assert english[-1] == "**Sheet still to be written (1)**: Otto"
    assert chinese[-1] == "**还没有 OKR（1）**：Otto"
    assert chinese[4] == "| 团队 | 已就绪 | 已审批 | 已对齐 | 已更新 | 已自评 | 已复盘 |"
    assert "已就绪、已对齐：1 月 12 日前 · 已自评：4 月 3 日前 · 已复盘：4 月 10 日前" in chinese
