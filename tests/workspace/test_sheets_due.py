"""Who is to write a sheet."""

from datetime import date

from okrctl.workspace.sheets_due import owners_due
from tests.reports.larkrise import CHINESE, ENGLISH
from tests.support.trees import read_tree, write_tree

DAY = date(2026, 1, 14)


def _due(root, files) -> list[str]:
    workspace = read_tree(write_tree(root, files)).workspace
    return list(owners_due(workspace, workspace.cycles["2026-Q1"], DAY))


def test_teams_and_people_where_it_is_the_custom(tmp_path) -> None:
    assert _due(tmp_path, ENGLISH) == ["company", "bakery", "shop", "dora", "emil", "fay"]


def test_where_nobody_writes_a_sheet_of_his_own_nobody_owes_one(tmp_path) -> None:
    assert _due(tmp_path, CHINESE) == ["公司", "工坊", "门店"]


def test_who_has_left_or_not_begun_owes_none(tmp_path) -> None:
    org = ENGLISH["org.yaml"].replace("{name: Fay Moss,", "{name: Fay Moss, joined: 2026-02-01,")
    assert "fay" not in _due(tmp_path, {**ENGLISH, "org.yaml": org})


def test_a_project_cycle_belongs_to_those_who_have_a_sheet_in_it(tmp_path) -> None:
    files = {**ENGLISH, "cycles/2026-Q1/cycle.yaml": "project: Ovens\n"}
    assert _due(tmp_path, files) == ["bakery", "company", "dora", "emil"]
