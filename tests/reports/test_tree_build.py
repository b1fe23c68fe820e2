"""The record of a tree: the numbers of each line, what is kept, what is left out."""

import subprocess
import sys
from pathlib import Path

import pytest

from okrctl.errors import OkrctlError
from okrctl.reports.tree.build import build_tree
from okrctl.reports.tree.goal_line import TreeSources
from okrctl.reports.tree.record import GoalLine, Rate, TreeNode, TreeOptions, TreeReport
from tests.reports.kite import KITE, kite, outline, small, sources_of


def node(report: TreeReport, address: str) -> TreeNode:
    return next(
        node
        for section in report.sections
        for node in section.nodes
        if node.goal.address == address and not node.reference
    )


def key_result(report: TreeReport, address: str) -> GoalLine:
    lines = [line for section in report.sections for node in section.nodes for line in node.key_results]
    return next(line for line in lines if line.address == address)


def test_the_numbers_of_an_objective(tmp_path: Path):
    goal = node(kite(tmp_path), "company/O1").goal
    # Key results at 60 % and 20 %, a week before at 50 % and 0 %; half of the quarter has passed.
    assert (goal.progress, goal.expected, goal.gap, goal.change) == (0.4, 0.5, -0.1, 0.15)
    assert (goal.weight, goal.confidence) == (100, 8)
    assert (goal.status, goal.computed_status, goal.shown_status) == (None, "off_track", "off_track")


def test_reported_and_computed_status_that_differ(tmp_path: Path):
    line = key_result(kite(tmp_path), "company/O1/KR2")
    assert (line.status, line.computed_status) == ("on_track", "off_track")
    assert (line.shown_status, line.contradicted) == ("on_track", "off_track")
    assert key_result(kite(tmp_path), "company/O1/KR1").contradicted is None


def test_without_any_report_the_status_is_no_data(tmp_path: Path):
    goal, line = node(kite(tmp_path), "wang/O1").goal, key_result(kite(tmp_path), "wang/O1/KR1")
    assert (goal.shown_status, goal.computed_status, goal.has_data) == ("no_data", "off_track", False)
    assert (line.shown_status, line.computed_status, line.contradicted) == ("no_data", "off_track", None)


def test_titles_mention_people_by_name(tmp_path: Path):
    report = small(tmp_path, {"company": "O1: Ask @mia, @growth and @nobody"})
    assert node(report, "company/O1").goal.title == "Ask @Mia Ro, @Growth and @nobody"


def test_people_are_named(tmp_path: Path):
    report = kite(tmp_path)
    assert node(report, "growth/O1").goal.owner_name == "Growth"
    assert key_result(report, "growth/O1/KR1").owner_name == "Wang Shi", "the lead of the team"
    assert key_result(report, "company/O1/KR2").owner_name == "Mia Ro", "the one named"
    assert key_result(report, "growth/O1/KR1").collaborators == ("Mia Ro",)


def test_links_across_teams_and_what_a_goal_supports(tmp_path: Path):
    report = kite(tmp_path)
    assert (node(report, "mia/O1").cross_team, node(report, "growth/O1").cross_team) == (True, False)
    assert node(report, "growth/O1").via == ("company/O1/KR1",)
    reference = next(node for node in report.sections[0].nodes if node.reference)
    assert (reference.goal.address, reference.see, reference.via) == ("mia/O1", "growth/O1", ("company/O1/KR2",))


def test_the_rate_and_how_far_the_company_has_come(tmp_path: Path):
    report = kite(tmp_path)
    # growth/O1 and mia/O1 of three; design/O1 is dropped.
    assert report.rate == Rate(aligned=2, all=3, by_count=0.666667, by_weight=0.666667, cross_team=1)
    assert report.attainment is not None
    assert (report.attainment.progress, report.attainment.change) == (0.4, 0.15)
    assert (report.mission, report.vision, report.strategy) == ("Every kite flies", "", ("Calm first", "Wind second"))


def test_numbers_are_rounded_to_six_decimals(tmp_path: Path):
    third = (
        "objectives: [{id: O1, title: Three, key_results: [{id: A, title: A}, {id: B, title: B}, {id: C, title: C}]}]"
    )
    assert key_result(kite(tmp_path, wang=third), "wang/O1/A").weight == 33.333333


def test_the_whole_tree(tmp_path: Path):
    assert outline(kite(tmp_path)) == [
        "company/O1",
        "  growth/O1",
        "    mia/O1",
        "  @mia/O1",
        "  design/O1",
        "[unaligned]",
        "wang/O1",
    ]


def test_depth_counts_what_it_leaves_out(tmp_path: Path):
    report = kite(tmp_path, TreeOptions(depth=1))
    assert outline(report) == ["company/O1", "[unaligned]", "wang/O1"]
    assert node(report, "company/O1").hidden == 3, "growth/O1, mia/O1 once, design/O1"
    assert node(kite(tmp_path, TreeOptions(depth=2)), "growth/O1").hidden == 1


def test_only_what_is_at_risk_with_the_path_above(tmp_path: Path):
    report = kite(tmp_path, TreeOptions(only="at_risk"))
    assert outline(report) == ["company/O1", "  growth/O1", "[unaligned]", "wang/O1"]
    # KR1 is fine, but it is what growth/O1 supports.
    assert [line.label for line in node(report, "company/O1").key_results] == ["KR1", "KR2"]


def test_only_what_is_stale(tmp_path: Path):
    # On 28 February W07's notes are 13 days old: more than 10. All but the finished one are stale, or worse.
    day = sources_of(tmp_path, KITE).now.day.replace(day=28)
    finished = {
        **KITE,
        "cycles/2026-Q1/notes/2026-W07/mia.yaml": "updates: [{kr: O1/KR1, percent: 100, status: done}]\n",
    }
    far = {**finished, "cycles/2026-Q1/notes/2026-W07/wang.yaml": "updates: [{kr: growth/O1/KR1, percent: 90}]\n"}
    report = build_tree(sources_of(tmp_path, far, day), TreeOptions(only="stale"))
    assert outline(report) == ["company/O1", "  growth/O1"]
    assert [line.label for line in node(report, "company/O1").key_results] == ["KR1"]


def test_only_what_is_unaligned(tmp_path: Path):
    assert outline(kite(tmp_path, TreeOptions(only="unaligned"))) == ["[unaligned]", "wang/O1"]


def test_below_an_owner_with_the_unaligned_of_the_team(tmp_path: Path):
    report = kite(tmp_path, TreeOptions(owner="growth"))
    assert outline(report) == ["growth/O1", "  mia/O1", "[unaligned]", "wang/O1"]
    assert (report.owner_name, report.mission) == ("Growth", "")


def test_up_from_an_owner_shows_only_the_key_results_that_are_supported(tmp_path: Path):
    report = kite(tmp_path, TreeOptions(owner="mia", up=True))
    assert outline(report) == ["mia/O1", "  growth/O1", "    @company/O1/KR1", "  company/O1"]
    assert [line.label for line in node(report, "company/O1").key_results] == ["KR2"]
    assert node(report, "growth/O1").key_results == ()


def test_up_needs_an_owner(tmp_path: Path):
    with pytest.raises(OkrctlError, match="--up"):
        kite(tmp_path, TreeOptions(up=True))


def test_by_team(tmp_path: Path):
    assert outline(kite(tmp_path, TreeOptions(by="team"))) == [
        "[Kite]",
        "  company/O1",
        "  [Growth]",
        "    growth/O1",
        "    [Wang Shi]",
        "      wang/O1",
        "  [Design]",
        "    design/O1",
        "    [Mia Ro]",
        "      mia/O1",
    ]


def test_by_team_to_a_depth_and_below_an_owner(tmp_path: Path):
    assert outline(kite(tmp_path, TreeOptions(by="team", depth=1))) == ["[Kite]", "  company/O1"]
    assert outline(kite(tmp_path, TreeOptions(by="team", owner="design"))) == [
        "[Design]",
        "  design/O1",
        "  [Mia Ro]",
        "    mia/O1",
    ]


def test_by_team_keeps_the_teams_above_what_matches(tmp_path: Path):
    report = kite(tmp_path, TreeOptions(by="team", only="unaligned"))
    assert outline(report) == ["[Kite]", "  [Growth]", "    [Wang Shi]", "      wang/O1"]
    assert node(report, "wang/O1").unaligned


def test_by_person_lists_what_each_answers_for(tmp_path: Path):
    report = kite(tmp_path, TreeOptions(by="person"))
    assert outline(report) == [
        "[Lin Yi]",
        "  company/O1",
        "[Wang Shi]",
        "  wang/O1",
        "  growth/O1",
        "[Design]",
        "  design/O1",
        "[Mia Ro]",
        "  mia/O1",
        "  company/O1",
    ]
    lin, mia = report.sections[0].nodes[0], report.sections[3].nodes[1]
    assert [line.label for line in lin.key_results] == ["KR1"]
    assert [line.label for line in mia.key_results] == ["KR2"]


def test_by_person_only_at_risk_leaves_out_whose_own_part_goes_well(tmp_path: Path):
    note = "updates: [{kr: company/O1/KR1, percent: 10}, {kr: company/O1/KR2, percent: 60}]\n"
    files = {**KITE, "cycles/2026-Q1/notes/2026-W07/lin.yaml": note}
    report = build_tree(sources_of(tmp_path, files), TreeOptions(by="person", only="at_risk"))
    assert outline(report)[:2] == ["[Lin Yi]", "  company/O1"]
    assert "[Mia Ro]" not in outline(report)


def test_an_owner_whom_the_chart_does_not_know_is_not_hidden(tmp_path: Path):
    assert outline(small(tmp_path, {"ghost": "O1: Lost"}, TreeOptions(by="team")))[-2:] == ["[ghost]", "  ghost/O1"]
    assert outline(small(tmp_path, {"ghost": "O1: Lost"})) == ["[unaligned]", "ghost/O1"]


def test_nothing_to_show(tmp_path: Path):
    files = {
        **{path: text for path, text in KITE.items() if "/" not in path},
        "cycles/2026-Q1/cycle.yaml": "title: Q\n",
    }
    for by in ("alignment", "team", "person"):
        report = build_tree(sources_of(tmp_path, files), TreeOptions(by=by))
        assert report.is_empty
        assert report.attainment is None


def test_without_org_every_objective_stands_apart(tmp_path: Path):
    files = {"okrctl.yaml": "name: Bare\n", "cycles/2026-Q1/okrs/a.yaml": KITE["cycles/2026-Q1/okrs/wang.yaml"]}
    assert outline(build_tree(sources_of(tmp_path, files), TreeOptions())) == ["[unaligned]", "a/O1"]


def test_a_change_is_missing_without_figures_to_compare_with(tmp_path: Path):
    sources = sources_of(tmp_path)
    report = build_tree(TreeSources(sources.graph, sources.cycle, sources.now), TreeOptions())
    assert node(report, "company/O1").goal.change is None
    assert report.rate is None


def test_a_chain_that_goes_deeper_than_any_chart_is_cut_and_counted(tmp_path: Path):
    people = [f"p{number}" for number in range(120)]
    files = {
        "okrctl.yaml": "name: Deep\n",
        "org.yaml": "teams: {company: {name: Deep}}\npeople:\n"
        + "".join(f"  {p}: {{team: company}}\n" for p in people),
    }
    for above, owner in zip(["company", *people], [*people, ""], strict=True):
        if owner:
            text = f"objectives: [{{id: O1, title: T, aligns_to: [{above}/O1], key_results: []}}]\n"
            files[f"cycles/2026-Q1/okrs/{owner}.yaml"] = text
    files["cycles/2026-Q1/okrs/company.yaml"] = "objectives: [{id: O1, title: T, key_results: []}]\n"
    nodes = build_tree(sources_of(tmp_path, files), TreeOptions()).sections[0].nodes
    assert len(nodes) == 99
    assert nodes[-1].hidden == 22


def test_neither_git_nor_jinja_is_needed():
    formats = ", ".join(f"okrctl.reports.tree.{name}" for name in ("build", "data", "dot", "md", "mermaid", "svg"))
    program = f"import sys, okrctl.console.tree, {formats}; print({{'git', 'jinja2'}} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
