"""Which goal stands below which: read as indented addresses, `@` before a reference."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrctl.alignment.goals import GoalKey
from okrctl.alignment.graph import Graph, build_graph
from okrctl.alignment.tree import Branch, View, company_tree, tree_above, tree_below, view_of
from okrctl.models.okr import Sheet
from okrctl.source.document import Document
from okrctl.source.place import Place
from okrctl.workspace.index import Placed, SheetKey, Workspace
from tests.reports.kite import KITE, sheet
from tests.support.trees import read_tree, write_tree

DAY = date(2026, 2, 14)


def view(root: Path, sheets: dict[str, str], cycle: str = "2026-Q1") -> View:
    files = {"okrctl.yaml": "name: Small\n", "org.yaml": KITE["org.yaml"]}
    for name, text in sheets.items():
        of, _, owner = name.rpartition(":")
        files[f"cycles/{of or '2026-Q1'}/okrs/{owner}.yaml"] = text if "objectives:" in text else sheet(text)
    return view_of(build_graph(read_tree(write_tree(root, files)).workspace), cycle, DAY)


def shown(branches: tuple[Branch, ...], cycle: str = "2026-Q1") -> list[str]:
    return [f"{'  ' * one.depth}{'@' * one.is_reference}{one.key.address(cycle)}" for one in branches]


def test_what_supports_an_objective_or_its_key_results_stands_below_it_in_the_order_of_the_key_results(tmp_path: Path):
    tree = company_tree(
        view(
            tmp_path,
            {
                "company": "O1: Root\nO2: Second",
                "growth": "O1: Whole > company/O1\nO2: Part > company/O1/KR1",
                "mia": "O1: Deep > growth/O2/KR1",
            },
        )
    )
    assert shown(tree.branches) == ["company/O1", "  growth/O2", "    mia/O1", "  growth/O1", "company/O2"]
    assert tree.loose == ()


def test_several_supports_stand_in_full_where_they_are_named_first_and_are_references_elsewhere(tmp_path: Path):
    tree = company_tree(
        view(tmp_path, {"company": "O1: Root\nO2: Second", "growth": "O1: Both > company/O2, company/O1/KR1"})
    )
    assert shown(tree.branches) == ["company/O1", "  @growth/O1", "company/O2", "  growth/O1"]
    reference = tree.branches[1]
    assert reference.home == GoalKey("2026-Q1", "company", "O2")
    assert not reference.loops


def test_two_key_results_of_one_objective_are_one_place(tmp_path: Path):
    company = """
objectives:
  - id: O1
    title: Root
    key_results: [{id: KR1, title: One}, {id: KR2, title: Two}]
"""
    tree = company_tree(view(tmp_path, {"company": company, "growth": "O1: Both > company/O1/KR2, company/O1/KR1"}))
    assert shown(tree.branches) == ["company/O1", "  growth/O1"]
    assert [link.target.key_result for link in tree.branches[1].links] == ["KR1", "KR2"]


def test_a_key_result_that_aligns_by_itself_takes_its_objective_along(tmp_path: Path):
    growth = """
objectives:
  - id: O1
    title: Carried by its key result
    key_results: [{id: KR1, title: One, aligns_to: [company/O1/KR1]}]
  - id: O2
    title: Elsewhere at home
    aligns_to: [company/O2]
    key_results: [{id: KR1, title: One, aligns_to: [company/O1/KR1]}]
"""
    tree = company_tree(view(tmp_path, {"company": "O1: Root\nO2: Second", "growth": growth}))
    assert shown(tree.branches) == ["company/O1", "  growth/O1", "  @growth/O2/KR1", "company/O2", "  growth/O2"]
    assert tree.unaligned == frozenset()


def test_what_names_nothing_stands_apart_with_what_supports_it(tmp_path: Path):
    tree = company_tree(
        view(
            tmp_path,
            {"company": "O1: Root", "growth": "O1: Alone", "mia": "O1: Below > growth/O1\nO2: Lost > nobody/O1"},
        )
    )
    assert shown(tree.branches) == ["company/O1"]
    assert shown(tree.loose) == ["growth/O1", "  mia/O1", "mia/O2"]
    assert {key.address() for key in tree.unaligned} == {"growth/O1", "mia/O1", "mia/O2"}


def test_a_loop_apart_from_the_root_is_shown_once_and_says_where_it_closes(tmp_path: Path):
    tree = company_tree(
        view(
            tmp_path,
            {"company": "O1: Root", "growth": "O1: A > mia/O1", "mia": "O1: B > wang/O1", "wang": "O1: C > growth/O1"},
        )
    )
    assert shown(tree.loose) == ["growth/O1", "  wang/O1", "    mia/O1", "      @growth/O1"]
    assert [branch.loops for branch in tree.loose] == [False, False, False, True]


def test_a_loop_that_hangs_on_the_root_hides_nothing(tmp_path: Path):
    tree = company_tree(
        view(
            tmp_path,
            {"company": "O1: Root > growth/O1", "growth": "O1: A > mia/O1, company/O1", "mia": "O1: B > growth/O1"},
        )
    )
    assert shown(tree.branches) == ["company/O1", "  growth/O1", "    @company/O1", "    mia/O1", "      @growth/O1"]
    assert tree.loose == ()


def test_dropped_ones_come_after_their_siblings_and_leave_what_hangs_on_them_unaligned(tmp_path: Path):
    growth = """
objectives:
  - id: O1
    title: Given up
    aligns_to: [company/O1]
    dropped: {on: 2026-02-14, because: Too early}
    key_results: [{id: KR1, title: One}]
  - {id: O2, title: Goes on, aligns_to: [company/O1], key_results: [{id: KR1, title: One}]}
"""
    tree = company_tree(view(tmp_path, {"company": "O1: Root", "growth": growth, "mia": "O1: Hangs > growth/O1"}))
    assert shown(tree.branches) == ["company/O1", "  growth/O2", "  growth/O1", "    mia/O1"]
    assert {key.address() for key in tree.unaligned} == {"mia/O1"}


def test_a_goal_that_counts_is_a_better_home_than_a_dropped_one(tmp_path: Path):
    growth = """
objectives:
  - {id: O1, title: Given up, aligns_to: [company/O1], dropped: {on: 2026-02-01, because: Early}, key_results: []}
  - {id: O2, title: Goes on, aligns_to: [company/O1], key_results: []}
"""
    tree = company_tree(
        view(tmp_path, {"company": "O1: Root", "growth": growth, "mia": "O1: Both > growth/O1, growth/O2"})
    )
    assert shown(tree.branches) == ["company/O1", "  growth/O2", "    mia/O1", "  growth/O1", "    @mia/O1"]


YEAR = {
    "2026:company": "O1: Year\nO2: Nobody's",
    "2026:growth": "O1: Year of growth > company/O1\nO2: Apart",
    "company": "O1: Quarter > 2026:company/O1",
    "growth": "O1: Below > company/O1",
    "2026-Q2:company": "O1: Next quarter > 2026:company/O1",
}


def test_goals_of_longer_cycles_are_shown_where_the_cycle_leads_up_to_them(tmp_path: Path):
    assert shown(company_tree(view(tmp_path, YEAR)).branches) == ["2026:company/O1", "  company/O1", "    growth/O1"]


def test_a_year_shows_what_its_quarters_do_for_it(tmp_path: Path):
    tree = company_tree(view(tmp_path, YEAR, "2026"))
    assert shown(tree.branches, "2026") == [
        "company/O1",
        "  growth/O1",
        "  2026-Q1:company/O1",
        "    2026-Q1:growth/O1",
        "  2026-Q2:company/O1",
        "company/O2",
    ]
    assert shown(tree.loose, "2026") == ["growth/O2"]


def test_without_a_sheet_of_the_root_the_longer_cycle_s_objectives_are_the_root(tmp_path: Path):
    sheets = {"2026:company": "O1: Year\nO2: Nobody's", "growth": "O1: Quarter > 2026:company/O1\nO2: Alone"}
    tree = company_tree(view(tmp_path, sheets))
    assert shown(tree.branches) == ["2026:company/O1", "  growth/O1", "2026:company/O2"]
    assert shown(tree.loose) == ["growth/O2"]


def test_without_any_root_everything_stands_apart(tmp_path: Path):
    tree = company_tree(view(tmp_path, {"growth": "O1: One", "mia": "O1: Two > growth/O1"}))
    assert tree.branches == ()
    assert shown(tree.loose) == ["growth/O1", "  mia/O1"]


OWNED = {
    "company": "O1: Root",
    "growth": "O1: A > company/O1\nO2: B > growth/O1",
    "wang": "O1: Alone",
    "mia": "O1: Both > company/O1, growth/O2\nO2: Elsewhere alone",
}


def test_below_an_owner(tmp_path: Path):
    tree = tree_below(view(tmp_path, OWNED), "growth")
    assert shown(tree.branches) == ["growth/O1", "  growth/O2", "    mia/O1"]
    assert shown(tree.loose) == ["wang/O1"], "of the team's people, not of others"


def test_above_an_owner(tmp_path: Path):
    tree = tree_above(view(tmp_path, OWNED), "mia")
    assert shown(tree.branches) == [
        "mia/O1",
        "  company/O1",
        "  growth/O2",
        "    growth/O1",
        "      @company/O1",
        "mia/O2",
    ]
    assert {key.address() for key in tree.unaligned} == {"wang/O1", "mia/O2"}


@pytest.mark.parametrize("owner", ["nobody", "design"])
def test_an_owner_without_a_sheet_has_an_empty_tree(tmp_path: Path, owner: str):
    tree = tree_below(view(tmp_path, OWNED), owner)
    assert tree.branches == ()


LINKS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.booleans()), max_size=16)


def _graph(links: list[tuple[int, int, bool]], workspace: Workspace) -> Graph:
    sheets = {}
    for number in range(7):
        names = [
            f"{_owner(to)}/O1{'/KR1' if to_key_result else ''}" for one, to, to_key_result in links if one == number
        ]
        text = {
            "objectives": [{"id": "O1", "title": "T", "aligns_to": names, "key_results": [{"id": "KR1", "title": "K"}]}]
        }
        sheets[SheetKey("2026-Q1", _owner(number))] = Placed(Sheet.model_validate(text), Place(Document("x.yaml")))
    copied = Workspace(
        workspace.name, workspace.files, workspace.settings, workspace.teams, workspace.people, workspace.cycles, sheets
    )
    return build_graph(copied)


def _owner(number: int) -> str:
    return "company" if number == 0 else f"p{number}"


@pytest.fixture(scope="module")
def seven(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    people = "".join(f"  p{number}: {{team: company}}\n" for number in range(1, 7))
    files = {
        "okrctl.yaml": "name: Seven\n",
        "org.yaml": "teams:\n  company: {name: Seven}\npeople:\n" + people,
        "cycles/2026-Q1/okrs/company.yaml": sheet("O1: Root"),
    }
    return read_tree(write_tree(tmp_path_factory.mktemp("seven"), files)).workspace


@given(links=LINKS)
def test_every_objective_stands_in_full_exactly_once_however_the_links_run(
    seven: Workspace, links: list[tuple[int, int, bool]]
):
    seen = view_of(_graph(links, seven), "2026-Q1", DAY)
    tree = company_tree(seen)
    full = [branch.key for branch in (*tree.branches, *tree.loose) if not branch.is_reference]
    assert sorted(full) == sorted(seen.objectives)
    for branches in (tree.branches, tree.loose):
        for index, branch in enumerate(branches):
            assert branch.parent < index
            assert branch.depth == (branches[branch.parent].depth + 1 if branch.parent >= 0 else 0)
            assert branch.parent < 0 or not branches[branch.parent].is_reference


@given(links=LINKS)
def test_every_link_is_shown_below_what_it_names(seven: Workspace, links: list[tuple[int, int, bool]]):
    seen = view_of(_graph(links, seven), "2026-Q1", DAY)
    tree = company_tree(seen)
    shown_links = {link for branch in (*tree.branches, *tree.loose) for link in branch.links}
    assert shown_links == {step.support for steps in seen.above.values() for step in steps}
