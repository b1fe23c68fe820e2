"""`okrctl new okr`: a sheet that is valid, teaches, and shows what it could support."""

import re
from datetime import date
from pathlib import Path

import pytest

from okrctl.editing.change import write
from okrctl.editing.cycle_draft import new_cycle
from okrctl.editing.sheet_draft import new_sheet
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Language
from okrctl.workspace.index import SheetKey
from tests.editing.checking import begin, complaints, drafting, texts, uncommented
from tests.support.trees import read_tree, write_tree

ORG = """\
teams:
  company: {name: Starling, lead: lin}
  growth: {name: Growth, parent: company, lead: wang}
  ads: {name: Ads, parent: growth, lead: alice}
people:
  lin: {name: Lin Yi, team: company}
  wang: {name: Wang Shi, team: growth}
  alice: {name: Alice Chen, team: ads}
"""
COMPANY = """\
objectives:
  - id: O1
    title: "Small teams: they choose us #1"
    key_results:
      - {id: KR1, title: 400 small teams pay, metric: {start: 210, target: 400}}
      - {id: KR2, title: Given up, dropped: {on: 2026-02-01, because: No market}}
      - {id: KR3, title: Half of them were sent, metric: {start: 20, target: 50}}
  - {id: O2, title: Gone, dropped: {on: 2026-02-01, because: No market}, key_results: [{id: KR1, title: Gone as well}]}
"""
YEAR = """\
objectives:
  - id: O1
    title: The year's direction
    key_results: [{id: KR1, title: One}, {id: KR2, title: Two}]
"""
TREE = {
    "okrctl.yaml": "version: 1\nname: Starling\n",
    "org.yaml": ORG,
    "cycles/2026-Q1/okrs/company.yaml": COMPANY,
    "cycles/2026/okrs/company.yaml": YEAR,
}


def listed(text: str) -> list[str]:
    """The candidates at the end of a sheet."""
    return [line.removeprefix("#   ") for line in text.split("# What it could support")[1].splitlines()[1:]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", [False, True])
def test_sheets_for_everybody_in_a_new_workspace_are_valid(tmp_path: Path, language: Language, example: bool) -> None:
    begin(tmp_path, language, example)
    workspace = read_tree(tmp_path).workspace
    owners = [one for one in [*workspace.teams, *workspace.people] if SheetKey("2026-Q1", one) not in workspace.sheets]
    for owner in owners:
        write(new_sheet(drafting(tmp_path, language), owner, "2026-Q1"), tmp_path)
    assert len(read_tree(tmp_path).workspace.sheets) == len(workspace.teams) + len(workspace.people)
    assert complaints(tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_for_the_next_cycle_are_valid_from_the_top_down(tmp_path: Path, language: Language) -> None:
    begin(tmp_path, language, with_example=True)
    for cycle in ("2026", "2026-Q2"):
        write(new_cycle(drafting(tmp_path, language), cycle), tmp_path)
    workspace = read_tree(tmp_path).workspace
    for cycle in ("2026", "2026-Q2"):
        for owner in [*workspace.teams, *workspace.people]:
            write(new_sheet(drafting(tmp_path, language), owner, cycle), tmp_path)
            assert complaints(tmp_path) == []


def test_a_team_is_shown_the_goals_of_the_team_above_in_this_cycle_and_the_longer_ones(tmp_path: Path) -> None:
    path = "cycles/2026-Q1/okrs/growth.yaml"
    text = texts(new_sheet(drafting(write_tree(tmp_path, TREE), "en"), "growth", "2026-Q1"), tmp_path)[path]
    assert listed(text) == [
        "company/O1           Small teams: they choose us #1",
        "company/O1/KR1       400 small teams pay",
        "company/O1/KR3       Half of them were sent",
        "2026:company/O1      The year's direction",
        "2026:company/O1/KR1  One",
        "2026:company/O1/KR2  Two",
    ]
    assert "\n    aligns_to: [company/O1] " in text
    assert "schema" not in text


def test_of_teams_further_up_only_the_objectives_are_shown(tmp_path: Path) -> None:
    root = write_tree(tmp_path, TREE | {"cycles/2026-Q1/okrs/ads.yaml": YEAR})
    text = texts(new_sheet(drafting(root, "en"), "alice", "2026-Q1"), tmp_path)["cycles/2026-Q1/okrs/alice.yaml"]
    assert listed(text) == [
        "ads/O1           The year's direction",
        "ads/O1/KR1       One",
        "ads/O1/KR2       Two",
        "company/O1       Small teams: they choose us #1",
        "2026:company/O1  The year's direction",
    ]
    assert "aligns_to: [ads/O1] " in text


def test_a_team_whose_parent_has_no_sheet_looks_further_up(tmp_path: Path) -> None:
    root = write_tree(tmp_path, TREE)
    text = texts(new_sheet(drafting(root, "en"), "ads", "2026-Q1"), tmp_path)["cycles/2026-Q1/okrs/ads.yaml"]
    assert listed(text)[1] == "company/O1/KR1       400 small teams pay"


def test_the_top_of_the_tree_supports_only_its_own_year(tmp_path: Path) -> None:
    root = write_tree(tmp_path, TREE)
    (root / "cycles/2026-Q1/okrs/company.yaml").unlink()
    text = texts(new_sheet(drafting(root, "en"), "company", "2026-Q1"), tmp_path)["cycles/2026-Q1/okrs/company.yaml"]
    assert listed(text) == ["2026:company/O1  The year's direction"]
    assert "\n    aligns_to" not in text
    assert "other sheets align to it: aligns_to: [company/O1]" in text


def test_a_goal_of_another_cycle_is_quoted_where_it_must_be(tmp_path: Path) -> None:
    root = write_tree(tmp_path, TREE)
    (root / "cycles/2026-Q1/okrs/company.yaml").unlink()
    (root / "cycles/2026-Q1/cycle.yaml").write_text("title: Q1\n")
    write(new_sheet(drafting(root, "en"), "growth", "2026-Q1"), root)
    assert 'aligns_to: ["2026:company/O1"]' in (root / "cycles/2026-Q1/okrs/growth.yaml").read_text()
    assert complaints(root) == []


def test_a_team_below_nothing_says_so_and_only_that_is_reported(tmp_path: Path) -> None:
    root = write_tree(tmp_path, {path: TREE[path] for path in ("okrctl.yaml", "org.yaml")})
    write_tree(root, {"cycles/2026-Q1/cycle.yaml": "title: Q1\n"})
    write(new_sheet(drafting(root, "en"), "growth", "2026-Q1"), root)
    text = (root / "cycles/2026-Q1/okrs/growth.yaml").read_text()
    assert "    # aligns_to: [company/O1]    # what it supports; the team above has no OKRs yet" in text
    assert [one[:6] for one in complaints(root)] == ["OKR204"]


def test_sheets_of_a_team_and_of_its_people_do_not_read_alike(tmp_path: Path) -> None:
    begin(tmp_path, "en", with_example=True)
    write(new_sheet(drafting(tmp_path, "en"), "cara", "2026-Q1"), tmp_path)
    sheets = read_tree(tmp_path).workspace.sheets.values()
    assert len({sheet.value.objectives[0].title for sheet in sheets}) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_key_result_is_valid_once_the_hashes_are_gone(tmp_path: Path, language: Language) -> None:
    begin(tmp_path, language)
    owner = "ann" if language == "en" else "王芳"
    (change,) = new_sheet(drafting(tmp_path, language), owner, "2026-Q1")
    text = change.after.decode()
    stop = text.index("      # Every key result" if language == "en" else "      # 每个关键结果")
    edited = uncommented(text[:stop], "      # - id: KR7") + text[stop:]
    change.path.write_text(edited)
    sheet = read_tree(tmp_path).workspace.sheets[SheetKey("2026-Q1", owner)].value
    kinds = [key_result.kind for key_result in sheet.objectives[0].key_results]
    assert kinds == ["metric", "metric", "keep", "milestones", "plain"]
    assert complaints(tmp_path) == []


def test_due_dates_lie_in_the_cycle_on_working_days(tmp_path: Path) -> None:
    begin(tmp_path, "en")
    write(new_cycle(drafting(tmp_path, "en"), "2026-Q2"), tmp_path)
    write(new_sheet(drafting(tmp_path, "en"), "company", "2026-Q2"), tmp_path)
    sheet = read_tree(tmp_path).workspace.sheets[SheetKey("2026-Q2", "company")].value
    days = [milestone.due for milestone in sheet.objectives[0].key_results[2].milestones]
    assert days == [date(2026, 5, 4), date(2026, 5, 26), date(2026, 6, 16)]


# What cannot be


@pytest.mark.parametrize(
    ("owner", "hint"),
    [
        ("alise", "did you mean alice?"),
        ("Growth", "did you mean growth?"),
        ("finance", "add finance to org.yaml first"),
    ],
)
def test_nobody_of_that_name(tmp_path: Path, owner: str, hint: str) -> None:
    with pytest.raises(OkrctlError) as caught:
        new_sheet(drafting(write_tree(tmp_path, TREE), "en"), owner, "2026-Q1")
    assert caught.value.message.en == f'no person or team is called "{owner}"'
    assert caught.value.hint is not None
    assert caught.value.hint.en == hint


def test_a_cycle_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError) as caught:
        new_sheet(drafting(write_tree(tmp_path, TREE), "en"), "growth", "2026-Q2")
    assert caught.value.message.zh == "没有周期“2026-Q2”"
    assert caught.value.hint is not None
    assert caught.value.hint.zh == "请先新建：okrctl new cycle 2026-Q2"


def test_a_sheet_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError) as caught:
        new_sheet(drafting(write_tree(tmp_path, TREE), "en"), "company", "2026-Q1")
    said = "cycles/2026-Q1/okrs/company.yaml already exists, and okrctl does not overwrite files; nothing was written"
    assert caught.value.message.en == said
    assert (tmp_path / "cycles/2026-Q1/okrs/company.yaml").read_text() == COMPANY


def test_the_schema_is_where_the_settings_say(tmp_path: Path) -> None:
    said = "# yaml-language-server: $schema=../../schemas/settings.schema.json\nversion: 1\n"
    root = write_tree(tmp_path, TREE | {"okrctl.yaml": said})
    text = texts(new_sheet(drafting(root, "en"), "growth", "2026-Q1"), tmp_path)["cycles/2026-Q1/okrs/growth.yaml"]
    assert text.startswith("# yaml-language-server: $schema=../../../../../schemas/okr.schema.json\n")


def test_a_schema_on_the_web_is_not_taken_for_a_folder(tmp_path: Path) -> None:
    said = "# yaml-language-server: $schema=https://okrs.example/settings.schema.json\nversion: 1\n"
    root = write_tree(tmp_path, TREE | {"okrctl.yaml": said})
    text = texts(new_sheet(drafting(root, "en"), "growth", "2026-Q1"), tmp_path)["cycles/2026-Q1/okrs/growth.yaml"]
    assert text.startswith("# OKRs of Growth for 2026-Q1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_beside_the_first_objective_begin_in_one_column(tmp_path: Path, language: Language) -> None:
    """Chinese takes two columns a character: 4 + 26 cells of `# with: [设计部, 李强]` are one more than they look."""
    begin(tmp_path, language, True)
    (sheet,) = (path for path in tmp_path.rglob("okrs/*.yaml") if path.stem in ("growth", "增长部"))
    lines = sheet.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("  - id: O1"))
    commented = [line for line in lines[first : first + 7] if re.search(r"\S\s{2,}# ", line)]
    assert len(commented) == 5
    assert {_column(line) for line in commented} == {33}


def _column(line: str) -> int:
    before = line[: line.rindex("# ")]
    return sum(2 if "一" <= character <= "鿿" else 1 for character in before)
