"""OKR204 to OKR209: what supports what, and each mistake told once."""

from pathlib import Path

import pytest

from okrctl.diagnostics.rule import Severity
from tests.rules.findings import seen, sheet

TWO = "key_results: [{id: KR1, title: A result}, {id: KR2, title: A result}]"
LINKS = ("OKR204", "OKR205", "OKR206", "OKR207", "OKR208", "OKR209")


def _goal(aligns_to: str = "", more: str = "", key_result: str = "") -> str:
    lines = ["title: A goal", *([f"aligns_to: [{aligns_to}]"] if aligns_to else []), *([more] if more else [])]
    inner = f", aligns_to: [{key_result}]" if key_result else ""
    return "\n".join([*lines, f"key_results: [{{id: KR1, title: A result{inner}}}, {{id: KR2, title: A result}}]"])


def _all(root: Path, files: dict[str, str]) -> dict[str, list[tuple[str, int, int, str]]]:
    """Where each of the rules finds something."""
    found = {code: seen(root, code, files) for code in LINKS}
    return {code: [(one.path, one.line, one.column, one.text) for one in ones] for code, ones in found.items() if ones}


# 204


def test_a_team_is_warned_a_person_advised(tmp_path: Path) -> None:
    team, person = seen(tmp_path, "OKR204", {"design.yaml": sheet(_goal()), "bob.yaml": sheet(_goal())})[::-1]
    assert (team.path, team.line, team.column, team.text) == ("design.yaml", 3, 12, "A goal")
    assert (team.severity, person.severity) == (Severity.WARNING, Severity.ADVICE)
    assert team.message == "design/O1 supports nothing: neither it nor any of its key results aligns to a goal"


def test_why_excuses_a_person_and_no_team(tmp_path: Path) -> None:
    why = sheet(_goal(more="why: It costs us a day a week"))
    assert [one.path for one in seen(tmp_path, "OKR204", {"design.yaml": why, "bob.yaml": why})] == ["design.yaml"]


def test_a_wrong_address_is_not_also_unaligned(tmp_path: Path) -> None:
    assert seen(tmp_path, "OKR204", {"design.yaml": sheet(_goal("company/O9"))}) == []


def test_a_key_result_aligns_for_its_objective_unless_it_was_dropped(tmp_path: Path) -> None:
    dropped = "{id: KR1, title: A result, aligns_to: [company/O1], dropped: {on: 2026-02-10, because: Over}}"
    files = {
        "design.yaml": sheet(_goal(key_result="company/O1")),
        "growth.yaml": sheet(f"title: A goal\nkey_results: [{dropped}, {{id: KR2, title: A result}}]"),
    }
    assert [one.path for one in seen(tmp_path, "OKR204", files)] == ["growth.yaml"]


def test_dropped_objectives_and_the_root_need_no_alignment(tmp_path: Path) -> None:
    dropped = sheet(_goal(more="dropped: {on: 2026-02-10, because: The market closed}"))
    assert seen(tmp_path, "OKR204", {"design.yaml": dropped, "cycles/2026/okrs/company.yaml": sheet(_goal())}) == []


def test_without_a_root_nobody_is_below_it(tmp_path: Path) -> None:
    assert seen(tmp_path, "OKR204", {"org.yaml": "people: {bob: {team: growth}}\n", "bob.yaml": sheet(_goal())}) == []


# 205


def test_a_loop_over_three_sheets_is_one_finding_with_the_other_links_beside(tmp_path: Path) -> None:
    files = {
        "alice.yaml": sheet(_goal("bob/O1")),
        "bob.yaml": sheet(_goal("dana/O1/KR2")),
        "dana.yaml": sheet(_goal("alice/O1")),
    }
    (one,) = seen(tmp_path, "OKR205", files)
    assert (one.path, one.line, one.column, one.text) == ("dana.yaml", 4, 17, "alice/O1")
    assert one.message == "these goals support each other in a circle: dana/O1 → alice/O1 → bob/O1 → dana/O1"
    assert one.related == ("bob/O1", "dana/O1/KR2")
    assert set(_all(tmp_path, files)) == {"OKR205"}


def test_the_link_that_leads_down_closes_the_loop_and_is_not_also_206(tmp_path: Path) -> None:
    files = {"growth.yaml": sheet(_goal("company/O1, alice/O1/KR1")), "alice.yaml": sheet(_goal("growth/O1"))}
    assert _all(tmp_path, files) == {"OKR205": [("growth.yaml", 4, 29, "alice/O1/KR1")]}


def test_a_key_result_that_supports_what_supports_its_objective(tmp_path: Path) -> None:
    files = {"dana.yaml": sheet(_goal(key_result="bob/O1")), "bob.yaml": sheet(_goal("dana/O1"))}
    assert [(one.path, one.text) for one in seen(tmp_path, "OKR205", files)] == [("dana.yaml", "bob/O1")]


def test_key_results_that_help_each_other_are_no_loop(tmp_path: Path) -> None:
    files = {
        "dana.yaml": sheet(_goal("company/O1", key_result="bob/O1/KR2")),
        "bob.yaml": sheet(_goal("growth/O1", key_result="dana/O1/KR2")),
    }
    assert _all(tmp_path, files) == {}


def test_two_loops_through_one_goal_are_two_findings(tmp_path: Path) -> None:
    files = {
        "dana.yaml": sheet(_goal("alice/O1, bob/O1")),
        "alice.yaml": sheet(_goal("dana/O1")),
        "bob.yaml": sheet(_goal("dana/O1")),
    }
    assert [(one.path, one.column, one.text) for one in seen(tmp_path, "OKR205", files)] == [
        ("dana.yaml", 17, "alice/O1"),
        ("dana.yaml", 27, "bob/O1"),
    ]


def test_a_dropped_goal_breaks_the_loop(tmp_path: Path) -> None:
    files = {
        "alice.yaml": sheet(_goal("bob/O1", "dropped: {on: 2026-02-10, because: The market closed}")),
        "bob.yaml": sheet(_goal("alice/O1")),
    }
    assert set(_all(tmp_path, files)) == {"OKR208"}


def test_a_loop_that_passes_through_an_own_goal_is_told_once(tmp_path: Path) -> None:
    files = {"alice.yaml": sheet(_goal("bob/O1"), _goal("O1")), "bob.yaml": sheet(_goal("alice/O2"))}
    assert _all(tmp_path, files) == {"OKR205": [("alice.yaml", 8, 17, "O1")]}


# 206


@pytest.mark.parametrize(
    ("owner", "target"),
    [
        ("growth", "alice"),
        ("wang", "alice"),
        ("lin", "alice"),
        ("lin", "wang"),
        ("company", "growth"),
        ("lin", "growth"),
    ],
)
def test_downward(tmp_path: Path, owner: str, target: str) -> None:
    files = {f"{target}.yaml": sheet(_goal("2026:company/O1")), f"{owner}.yaml": sheet(_goal(f"{target}/O1"))}
    (one,) = seen(tmp_path, "OKR206", files)
    assert (one.path, one.text, one.severity) == (f"{owner}.yaml", f"{target}/O1", Severity.ADVICE)


@pytest.mark.parametrize(
    ("owner", "target"),
    [
        ("alice", "growth"),
        ("wang", "growth"),
        ("wang", "design"),
        ("dana", "alice"),
        ("growth", "design"),
        ("bob", "alice"),
    ],
)
def test_upward_and_across(tmp_path: Path, owner: str, target: str) -> None:
    files = {f"{target}.yaml": sheet(_goal("2026:company/O1")), f"{owner}.yaml": sheet(_goal(f"{target}/O1"))}
    assert seen(tmp_path, "OKR206", files) == []


def test_a_lead_may_support_a_project_that_his_report_leads(tmp_path: Path) -> None:
    org = (
        "teams: {company: {lead: lin}, growth: {parent: company, lead: wang}, apollo: {parent: company, lead: alice}}\n"
        "people: {lin: {team: company}, wang: {team: growth}, alice: {team: growth}}\n"
    )
    files = {"org.yaml": org, "apollo.yaml": sheet(_goal("company/O1")), "wang.yaml": sheet(_goal("apollo/O1"))}
    assert seen(tmp_path, "OKR206", files) == []


def test_the_names_of_people_not_their_handles(tmp_path: Path) -> None:
    files = {"张三.yaml": sheet(_goal("公司/O1")), "增长部.yaml": sheet(_goal("张三/O1"))}
    (one,) = seen(tmp_path, "OKR206", files, "zh")
    assert one.message == "增长部/O1 承接的 张三/O1 属于 张三，而 张三 是 增长部 的下级"


# 207, 208, 209


def test_a_goal_of_last_quarter_is_only_that(tmp_path: Path) -> None:
    old = sheet(_goal("2025:company/O1", "dropped: {on: 2025-11-10, because: The market closed}"))
    files = {"wang.yaml": sheet(_goal("2025-Q4:alice/O1")), "cycles/2025-Q4/okrs/alice.yaml": old}
    assert _all(tmp_path, files) == {"OKR207": [("wang.yaml", 4, 17, "2025-Q4:alice/O1")]}


def test_a_month_may_support_its_quarter_and_its_year(tmp_path: Path) -> None:
    files = {
        "cycles/2026-02/okrs/bob.yaml": sheet(_goal("2026-Q1:growth/O1, 2026:company/O1")),
        "cycles/2026/okrs/company.yaml": sheet(_goal()),
    }
    assert _all(tmp_path, files) == {}


def test_the_reason_of_a_dropped_objective_stands_beside(tmp_path: Path) -> None:
    files = {
        "design.yaml": sheet(_goal("company/O1", "dropped: {on: 2026-02-10, because: The market closed}")),
        "bob.yaml": sheet(_goal("design/O1/KR2")),
    }
    (one,) = seen(tmp_path, "OKR208", files)
    assert (one.path, one.line, one.column, one.text) == ("bob.yaml", 4, 17, "design/O1/KR2")
    assert one.message == "bob/O1 supports design/O1/KR2, which was dropped on 2026-02-10"
    assert one.related == ("{on: 2026-02-10, because: The market closed}",)


def test_an_own_goal_that_was_dropped_is_only_an_own_goal(tmp_path: Path) -> None:
    dropped = _goal("growth/O1", "dropped: {on: 2026-02-10, because: The market closed}")
    assert _all(tmp_path, {"bob.yaml": sheet(dropped, _goal("O1"))}) == {"OKR209": [("bob.yaml", 9, 17, "O1")]}


def test_what_stands_on_a_broken_sheet_is_not_judged(tmp_path: Path) -> None:
    assert _all(tmp_path, {"design.yaml": "objectives: [{", "bob.yaml": sheet(_goal("design/O1"))}) == {}
