"""`okrctl init`: a workspace that is valid from the first second, in both languages, on every day of the year."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.editing.change import write
from okrctl.editing.founding import Beginning
from okrctl.editing.scaffold import new_workspace
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Language
from okrctl.models.calendar import Week
from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Run, run
from okrctl.source.parse import parse
from okrctl.workspace.index import NoteKey, SheetKey
from okrctl.workspace.json_schema import schema_files
from tests.editing.checking import FOUNDERS, TODAY, begin, complaints, texts, uncommented
from tests.support.trees import context_of, read_tree, write_tree

both_languages = pytest.mark.parametrize("language", LANGUAGES)
with_and_without_example = pytest.mark.parametrize("example", [False, True], ids=["plain", "example"])


@both_languages
@with_and_without_example
def test_a_new_workspace_is_valid(tmp_path: Path, language: Language, example: bool) -> None:
    assert complaints(begin(tmp_path, language, example)) == []


@both_languages
@with_and_without_example
@pytest.mark.parametrize("day", ["2026-01-01", "2026-01-05", "2026-03-30", "2026-03-31", "2026-12-31", "2028-02-29"])
def test_whichever_the_day_it_is_valid(tmp_path: Path, language: Language, example: bool, day: str) -> None:
    today = date.fromisoformat(day)
    assert complaints(begin(tmp_path, language, example, today), today) == []


def test_these_are_its_files(tmp_path: Path) -> None:
    begin(tmp_path, "zh")
    files = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    schemas = [f"schemas/{name}" for name in sorted(schema_files())]
    assert files == ["cycles/2026-Q1/cycle.yaml", "cycles/2026-Q1/okrs/公司.yaml", "okrctl.yaml", "org.yaml", *schemas]


def test_you_lead_the_root_team(tmp_path: Path) -> None:
    workspace = read_tree(begin(tmp_path, "en")).workspace
    assert workspace.name == "Acme"
    assert workspace.people["ann"].value.name == "Ann Lee"
    assert workspace.people["ann"].value.emails == ("ann@acme.example",)
    assert workspace.teams["company"].value.lead == "ann"
    assert workspace.teams["company"].value.name == "Acme"


def test_the_quarter_is_the_one_around_today(tmp_path: Path) -> None:
    cycle = read_tree(begin(tmp_path, "en")).workspace.cycles["2026-Q1"]
    assert (cycle.start, cycle.end, cycle.title) == (date(2026, 1, 1), date(2026, 3, 31), "First quarter 2026")
    assert cycle.due is not None
    assert cycle.due.sheets == date(2026, 3, 2)
    assert cycle.frozen == date(2026, 3, 9)


@both_languages
def test_the_sheet_shows_one_objective_with_a_metric_and_milestones(tmp_path: Path, language: Language) -> None:
    workspace = read_tree(begin(tmp_path, language)).workspace
    sheet = workspace.sheets[SheetKey("2026-Q1", "company" if language == "en" else "公司")].value
    (objective,) = sheet.objectives
    assert [key_result.kind for key_result in objective.key_results] == ["metric", "metric", "milestones"]


@both_languages
def test_the_example_has_a_team_two_people_and_their_notes(tmp_path: Path, language: Language) -> None:
    workspace = read_tree(begin(tmp_path, language, True)).workspace
    team, lead, member = ("growth", "ben", "cara") if language == "en" else ("增长部", "李强", "陈静")
    founder = "ann" if language == "en" else "王芳"
    assert set(workspace.people) == {founder, lead, member}
    assert workspace.teams[team].value.lead == lead
    this, last = Week(2026, 8), Week(2026, 7)
    assert set(workspace.notes) == {
        NoteKey("2026-Q1", last, lead),
        NoteKey("2026-Q1", this, lead),
        NoteKey("2026-Q1", this, member),
    }
    assert workspace.notes[NoteKey("2026-Q1", this, lead)].value.done == (f"2026-W07/{lead}/1",)


def test_the_example_is_where_its_words_say(tmp_path: Path) -> None:
    """On 17 February 48 of 90 days are gone; Ben is on his way from 9 to 4, Cara too far behind hers from 62 to 90."""
    notes = read_tree(begin(tmp_path, "en", True)).workspace.notes
    ben = notes[NoteKey("2026-Q1", Week(2026, 8), "ben")].value.updates[0]
    cara = notes[NoteKey("2026-Q1", Week(2026, 8), "cara")].value.updates[0]
    assert (ben.value, ben.status) == (6.3, "on_track")  # 9 − 5 · 48/90 = 6.33
    assert (cara.value, cara.status) == (73, "at_risk")  # 62 + 28 · (48/90 − 0.15) = 72.7


def test_the_example_gives_way_to_a_founder_of_the_same_name(tmp_path: Path) -> None:
    write(new_workspace(tmp_path, Beginning("Ben Smith", with_example=True), TODAY), tmp_path)
    workspace = read_tree(tmp_path).workspace
    assert set(workspace.people) == {"ben", "cara", "theo"}
    assert workspace.people["ben"].value.name == "Ben Smith"
    assert complaints(tmp_path) == []


@both_languages
@with_and_without_example
def test_every_file_names_its_schema_ends_with_a_line_and_fits_an_editor(
    tmp_path: Path, language: Language, example: bool
) -> None:
    for path in begin(tmp_path, language, example).rglob("*.yaml"):
        text = path.read_bytes().decode()
        first = text.splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        schema = (path.parent / first.split("=", 1)[1]).resolve()
        assert schema.parent == tmp_path / "schemas"
        assert json.loads(schema.read_text())["$schema"].endswith("2020-12/schema")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert "\r" not in text
        assert "\t" not in text
        assert "$" not in text.split("\n", 1)[1]
        assert not any(line != line.rstrip() for line in text.splitlines())
        assert max(map(len, text.splitlines())) <= 120


@both_languages
def test_the_same_day_gives_the_same_bytes(tmp_path: Path, language: Language) -> None:
    beginning = Beginning(*FOUNDERS[language], language, True)
    assert new_workspace(tmp_path, beginning, TODAY) == new_workspace(tmp_path, beginning, TODAY)


@both_languages
@pytest.mark.parametrize("path", ["okrctl.yaml", "org.yaml", "cycles/2026-Q1/cycle.yaml"])
def test_what_a_comment_suggests_is_valid_once_the_hash_is_gone(tmp_path: Path, language: Language, path: str) -> None:
    """Each commented line by itself, and whatever belongs to it further in."""
    begin(tmp_path, language)
    text = (tmp_path / path).read_text()
    for suggestion in suggestions(text):
        (tmp_path / path).write_text(suggestion)
        assert parse(path, suggestion).problems == ()
        assert [one for one in complaints(tmp_path) if one.startswith("OKR00")] == []


def suggestions(text: str) -> list[str]:
    """The file once for each commented key, with that key and the lines below it taken out of comment."""
    lines, made = text.splitlines(), list[str]()
    for number, line in enumerate(lines[1:], start=1):
        key = line.lstrip().removeprefix("# ")
        if not line.lstrip().startswith("# ") or ":" not in key or not key[0].islower() or " " in key.split(":")[0]:
            continue
        last = number + 1
        while last < len(lines) and lines[last].lstrip().startswith("#  "):
            last += 1
        taken = [one.replace("# ", "", 1) for one in lines[number:last]]
        made.append("\n".join([*lines[:number], *taken, *lines[last:], ""]))
    return made


def test_there_are_suggestions_to_try(tmp_path: Path) -> None:
    text = (begin(tmp_path, "en") / "okrctl.yaml").read_text()
    assert len(suggestions(text)) == 11


@both_languages
def test_every_kind_of_key_result_in_the_sheet_is_valid_once_the_hashes_are_gone(
    tmp_path: Path, language: Language
) -> None:
    begin(tmp_path, language)
    path = next((tmp_path / "cycles" / "2026-Q1" / "okrs").iterdir())
    text = path.read_text()
    stop = text.index("      # Every key result" if language == "en" else "      # 每个关键结果")
    text = uncommented(text[:stop], "      # - id: KR7") + text[stop:]
    path.write_text(text)
    loaded = read_tree(tmp_path)
    sheet = next(iter(loaded.workspace.sheets.values())).value
    kinds = [key_result.kind for key_result in sheet.objectives[0].key_results]
    assert kinds == ["metric", "metric", "milestones", "keep", "milestones", "plain"]
    assert [one for one in complaints(tmp_path) if not one.startswith("OKR202")] == []


# What is there already


def test_a_workspace_is_not_begun_twice(tmp_path: Path) -> None:
    root = begin(tmp_path / "acme", "en")
    with pytest.raises(OkrctlError) as caught:
        new_workspace(root, Beginning("Ann Lee"), TODAY)
    assert caught.value.message.en == "acme is already a workspace: it has an okrctl.yaml"
    assert caught.value.message.zh == "acme 已经是工作区：里面有 okrctl.yaml"


def test_other_files_stay_as_they_are(tmp_path: Path) -> None:
    mine = {"README.md": "# Acme\n", "cycles/2026-Q1/cycle.yaml": "title: Ours\n", "schemas/okr.schema.json": "{}\n"}
    begin(write_tree(tmp_path, mine), "en")
    assert {path: (tmp_path / path).read_text() for path in mine} == mine
    assert complaints(tmp_path) == []


@pytest.mark.parametrize("path", ["org.yaml", "org/people.yaml"])
def test_beside_people_who_are_written_down_there_are_no_others(tmp_path: Path, path: str) -> None:
    org = "teams: {starling: {lead: lin}}\npeople: {lin: {team: starling}}\n"
    begin(write_tree(tmp_path, {path: org}), "en", with_example=True)
    workspace = read_tree(tmp_path).workspace
    assert (set(workspace.people), set(workspace.teams), workspace.sheets) == ({"lin"}, {"starling"}, {})
    assert (tmp_path / path).read_text() == org
    assert complaints(tmp_path) == []


def test_a_run_that_was_killed_can_be_run_again(tmp_path: Path) -> None:
    """The settings come last: whatever was written before them, the folder is no workspace yet."""
    changes = new_workspace(tmp_path, Beginning("Ann Lee"), TODAY)
    assert changes[-1].path.name == "okrctl.yaml"
    write(changes[:-2], tmp_path)
    begin(tmp_path, "en")
    assert complaints(tmp_path) == []


# Names


@settings(deadline=None, max_examples=60)
@given(person=st.text(min_size=1), name=st.text(), language=st.sampled_from(LANGUAGES))
def test_whatever_people_and_companies_are_called_the_files_say_it(person: str, name: str, language: Language) -> None:
    printed = " ".join(person.split())
    if not printed:
        return
    files = texts(new_workspace(Path("/nowhere/acme"), Beginning(person, None, name, language, True), TODAY), Path("/"))
    for path, text in files.items():
        document = parse(path, text)
        assert path.endswith(".json") or document.problems == ()
    org = parse("org.yaml", files["nowhere/acme/org.yaml"]).data
    said = parse("okrctl.yaml", files["nowhere/acme/okrctl.yaml"]).data
    assert isinstance(org, dict)
    assert isinstance(org["people"], dict)
    assert isinstance(said, dict)
    assert next(iter(org["people"].values()))["name"] == printed  # type: ignore[index,call-overload]
    assert said["name"] == (name.strip() or "acme")


@pytest.mark.parametrize(
    "person", ["@ann", 'Ann "Q" Lee', "Ann: Lee", "Ann #1", "🚀 Ann", "007", "yes", "- Ann", "con"]
)
def test_odd_names_are_valid(tmp_path: Path, person: str) -> None:
    write(new_workspace(tmp_path, Beginning(person, "007@starling.example", person, "en", True), TODAY), tmp_path)
    assert complaints(tmp_path) == []


@pytest.mark.parametrize("name", ["Company", "growth"])
def test_a_founder_who_is_called_like_a_team(tmp_path: Path, name: str) -> None:
    write(new_workspace(tmp_path, Beginning(name, with_example=True), TODAY), tmp_path)
    assert complaints(tmp_path) == []


def test_nobody_begins_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError, match="okrctl knows neither your name nor your e-mail address") as caught:
        new_workspace(tmp_path, Beginning("  ", ""), TODAY)
    assert caught.value.hint is not None
    assert 'okrctl init --person "Ann Lee" --email ann@starling.example' in caught.value.hint.en


@pytest.mark.parametrize("email", ["x", "ann@", "@starling.example", "ann lee@starling.example"])
def test_what_is_not_an_address_is_refused(tmp_path: Path, email: str) -> None:
    with pytest.raises(OkrctlError) as caught:
        new_workspace(tmp_path, Beginning("Ann Lee", email), TODAY)
    assert caught.value.message == (f'"{email}" is not an e-mail address', f"“{email}”不是邮箱地址")


@both_languages
@pytest.mark.parametrize("day", ["2026-03-16", *(f"2026-03-{day}" for day in range(20, 32)), "2028-12-31"])
def test_who_begins_late_in_a_quarter_is_not_advised_to_spread_the_dates(
    tmp_path: Path, language: Language, day: str
) -> None:
    today = date.fromisoformat(day)
    loaded = read_tree(begin(tmp_path, language, False, today))
    found = run(context_of(loaded, today), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))
    assert "OKR217" not in [one.code for one in found]


def test_the_name_of_the_folder_is_the_name_of_the_workspace(tmp_path: Path) -> None:
    write(new_workspace(tmp_path / "云帆", Beginning("王芳", language="zh"), TODAY), tmp_path)
    assert read_tree(tmp_path / "云帆").workspace.name == "云帆"
