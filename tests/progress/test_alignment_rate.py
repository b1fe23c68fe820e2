from datetime import date
from pathlib import Path

import pytest

from okrctl.progress.alignment_rate import alignment_rate, owners_below
from tests.progress.worlds import CYCLE, key, world

DAY = date(2026, 2, 17)
COMPANY = "objectives: [{id: O1, title: t, key_results: [{id: KR1, title: t}]}]\n"


def objective(name: str, extra: str = "", key_result: str = "") -> str:
    return f"  - {{id: {name}, title: t, {extra or 'why: y'}, key_results: [{{id: KR1, title: t{key_result}}}]}}\n"


FILES = {
    "company": COMPANY,
    "growth": "objectives:\n"
    + objective("O1", "weight: 70, aligns_to: [company/O1/KR1]")
    + objective("O2", "weight: 30"),  # aligned to nothing
    "alice": "objectives:\n"
    + objective("O1", "weight: 80", ", aligns_to: [growth/O1/KR1]")  # through its key result
    + objective("O2", "weight: 20, aligns_to: [growth/O2]"),  # ends at an objective that reaches nothing
    "dana": "objectives:\n" + objective("O1", "aligns_to: [growth/O1]"),  # from another team
}


def test_by_count_and_by_weight(tmp_path: Path) -> None:
    """growth/O1, alice/O1 and dana/O1 of five; by weight (70 + 80 + 100) / 300."""
    rate = alignment_rate(world(tmp_path, FILES).graph, CYCLE, DAY)
    assert (rate.aligned, rate.all, rate.by_count, rate.by_weight) == (3, 5, 0.6, 0.833333333333)
    assert rate.unaligned == (key("alice/O2"), key("growth/O2"))
    assert rate.cross_team == 1


def test_for_one_team(tmp_path: Path) -> None:
    graph = world(tmp_path, FILES).graph
    owners = owners_below(graph.workspace, "growth")
    assert owners == {"growth", "wang", "alice", "bob"}
    rate = alignment_rate(graph, CYCLE, DAY, owners)
    # dana/O1 of another team leans on growth/O1: a link of growth's too.
    assert (rate.aligned, rate.all, rate.by_weight, rate.cross_team) == (2, 4, 0.75, 1)


def test_a_link_across_teams_counts_for_both_ends_and_for_nobody_else(tmp_path: Path) -> None:
    graph = world(tmp_path, FILES).graph
    for owners, links in (({"dana"}, 1), ({"growth"}, 1), ({"alice"}, 0), ({"dana", "growth"}, 1)):
        assert alignment_rate(graph, CYCLE, DAY, owners).cross_team == links


@pytest.mark.parametrize(("day", "aligned", "all_of_them"), [(date(2026, 2, 9), 3, 5), (date(2026, 2, 10), 0, 4)])
def test_dropped_ones_are_left_out(tmp_path: Path, day: date, aligned: int, all_of_them: int) -> None:
    """With growth/O1 both that lean on it hang in the air."""
    dropped = FILES["growth"].replace("weight: 70", "weight: 70, dropped: {on: 2026-02-10, because: x}")
    rate = alignment_rate(world(tmp_path, {**FILES, "growth": dropped}).graph, CYCLE, day)
    assert (rate.aligned, rate.all) == (aligned, all_of_them)


def test_up_into_the_year(tmp_path: Path) -> None:
    files = {
        "cycles/2026/okrs/company.yaml": COMPANY,
        "alice": "objectives:\n" + objective("O1", "aligns_to: ['2026:company/O1']"),
    }
    assert alignment_rate(world(tmp_path, files).graph, CYCLE, DAY).by_count == 1.0


def test_not_into_a_cycle_that_is_over(tmp_path: Path) -> None:
    files = {
        "cycles/2025-Q4/okrs/company.yaml": COMPANY,
        "alice": "objectives:\n" + objective("O1", "aligns_to: ['2025-Q4:company/O1']"),
    }
    assert alignment_rate(world(tmp_path, files).graph, CYCLE, DAY).aligned == 0


def test_a_loop_reaches_nothing(tmp_path: Path) -> None:
    files = {
        "company": COMPANY,
        "alice": "objectives:\n" + objective("O1", "aligns_to: [bob/O1]"),
        "bob": "objectives:\n" + objective("O1", "aligns_to: [alice/O1]"),
    }
    rate = alignment_rate(world(tmp_path, files).graph, CYCLE, DAY)
    assert (rate.aligned, rate.all) == (0, 2)


def test_without_objectives_below_the_root(tmp_path: Path) -> None:
    rate = alignment_rate(world(tmp_path, {"company": COMPANY}).graph, CYCLE, DAY)
    assert (rate.aligned, rate.all, rate.by_count, rate.by_weight) == (0, 0, None, None)
