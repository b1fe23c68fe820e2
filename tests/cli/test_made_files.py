"""`init`, `new` and `schema`: what they write has no mistake, and nothing of the user's is ever overwritten."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import GROWTH, Small
from tests.cli.inside import run
from tests.support.command import ROOT, Outcome

ANN = ("--name", "Starling", "--person", "Ann Lee", "--email", "ann@starling.example")
DAYS = ("2026-01-01", "2026-02-17", "2026-03-31", "2026-12-31", "2027-01-01", "2028-02-29")


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def begun(folder: Path, *more: str, today: str = "2026-02-17") -> Outcome:
    return run("init", folder, *ANN, "--today", today, *more)


def strict(folder: Path, today: str = "2026-02-17") -> None:
    result = run("validate", "--strict", "--today", today, cwd=folder)
    assert (result.code, result.err) == (0, ""), result.out


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("more", [(), ("--example",)])
def test_a_new_workspace_has_no_mistake_on_any_day(tmp_path: Path, lang: str, more: tuple[str, ...]) -> None:
    for day in DAYS:
        folder = tmp_path / day
        made = begun(folder, "--lang", lang, *more, today=day)
        assert (made.code, made.out) == (0, "")
        strict(folder, day)
        assert run("tree", "--today", day, cwd=folder).code == 0
    assert (folder / "schemas/okr.schema.json").is_file()
    assert "Ann Lee" in (folder / "org.yaml").read_text(encoding="utf-8")


def test_init_here_and_in_the_folder_named_before_the_verb(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("ours\n", encoding="utf-8")
    assert run("init", *ANN, cwd=tmp_path).code == 0
    assert (tmp_path / "okrctl.yaml").is_file()
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "ours\n"
    (tmp_path / "two").mkdir()
    assert run("-C", tmp_path / "two", "init", *ANN).code == 0
    assert (tmp_path / "two/okrctl.yaml").is_file()


def test_init_never_overwrites(tmp_path: Path) -> None:
    begun(tmp_path)
    before = contents(tmp_path)
    again = begun(tmp_path, "--lang", "zh")
    assert again.code == 2
    assert "工作区" in again.err
    assert contents(tmp_path) == before


@pytest.mark.parametrize("path", ["org.yaml", "cycles/2026-Q1/okrs/company.yaml", "schemas/okr.schema.json"])
def test_init_leaves_what_is_there_and_writes_the_rest(tmp_path: Path, path: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text("mine\n", encoding="utf-8")
    result = begun(tmp_path)
    assert (tmp_path / path).read_text(encoding="utf-8") == "mine\n"
    assert result.code == 0
    assert (tmp_path / "okrctl.yaml").is_file()


def test_a_dry_run_of_init_is_a_diff(tmp_path: Path) -> None:
    result = begun(tmp_path / "okrs", "--dry-run")
    assert result.code == 0
    assert "+++ b/okrctl.yaml\n" in result.out
    assert "+++ b/org.yaml\n" in result.out
    assert not (tmp_path / "okrs").exists()


def test_new_files_have_no_mistake_and_never_overwrite(tmp_path: Path) -> None:
    begun(tmp_path, "--example")
    for command in (("cycle", "2026-Q2"), ("okr", "ann"), ("note", "ann", "--week", "2026-W09")):
        arguments = ("new", *command, "--today", "2026-02-17")
        before = contents(tmp_path)
        dry = run(*arguments, "--dry-run", cwd=tmp_path)
        assert (dry.code, dry.err) == (0, "")
        assert contents(tmp_path) == before
        made = run(*arguments, cwd=tmp_path)
        assert (made.code, made.out) == (0, "")
        (path,) = set(contents(tmp_path)) - set(before)
        assert made.err.endswith(f"okrctl: wrote {path}\n")
        assert dry.out.startswith(f"--- /dev/null\n+++ b/{path}\n")
        strict(tmp_path)
        after = contents(tmp_path)
        again = run(*arguments, cwd=tmp_path)
        assert again.code == 2
        assert path in again.err
        assert contents(tmp_path) == after


def test_a_cycle_whose_name_tells_no_dates(small: Small) -> None:
    refused = run("new", "cycle", "Apollo", cwd=small.root)
    assert refused.code == 2
    assert "--start" in refused.err
    made = run("new", "cycle", "Apollo", "--start", "2026-02-01", "--end", "2026-05-31", cwd=small.root)
    assert made.code == 0
    strict(small.root)


@pytest.mark.parametrize(
    "command",
    [("okr", "nobody"), ("note", "growth"), ("note", "nobody"), ("note", "bob", "--week", "W99"), ("cycle", "a/b")],
)
def test_what_cannot_be_made(small: Small, command: tuple[str, ...]) -> None:
    before = contents(small.root)
    result = run("new", *command, "--today", "2026-02-17", cwd=small.root)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("okrctl: error: ")
    assert contents(small.root) == before


def test_a_new_note_of_a_person_without_goals(small: Small) -> None:
    made = run("new", "note", "bob", "--today", "2026-02-17", cwd=small.root)
    assert made.code == 0
    assert run("validate", cwd=small.root).code == 0


def test_a_new_sheet_where_the_old_one_is_broken_touches_nothing(small: Small) -> None:
    small.put({GROWTH: "objectives: [\n"})
    result = run("new", "okr", "growth", "--today", "2026-02-17", cwd=small.root)
    assert result.code == 2
    assert (small.root / GROWTH).read_text(encoding="utf-8") == "objectives: [\n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights of Unix, which root does not have to ask for")
def test_a_folder_that_may_not_be_written(small: Small) -> None:
    (small.root / "cycles").chmod(0o555)
    try:
        result = run("new", "cycle", "2026-Q2", cwd=small.root)
    finally:
        (small.root / "cycles").chmod(0o755)
    assert result.code == 2
    assert "nothing was written" in result.err


def test_schemas_of_the_repository_are_what_the_command_writes(tmp_path: Path) -> None:
    made = run("schema", "--write", tmp_path / "schemas", cwd=ROOT)
    assert (made.code, made.out) == (0, "")
    assert contents(tmp_path / "schemas") == contents(ROOT / "schemas")
    assert "schemas is up to date" in run("schema", "--write", tmp_path / "schemas", cwd=ROOT).err


def test_one_schema_and_a_kind_that_does_not_exist() -> None:
    assert run("schema", "okr").out == (ROOT / "schemas/okr.schema.json").read_text(encoding="utf-8")
    wrong = run("schema", "okrs")
    assert (wrong.code, wrong.out) == (2, "")
    assert "did you mean okr?" in wrong.err


def test_a_project_gets_a_cycle_that_nobody_is_given_unasked(tmp_path: Path) -> None:
    begun(tmp_path)
    days = ("--start", "2026-02-01", "--end", "2026-05-29", "--today", "2026-02-17")
    assert run("new", "cycle", "apollo", *days, "--project", "Apollo", cwd=tmp_path).code == 0
    assert "\nproject: Apollo " in (tmp_path / "cycles/apollo/cycle.yaml").read_text(encoding="utf-8")
    strict(tmp_path)
    made = run("new", "okr", "--dry-run", "ann", "--today", "2026-02-17", cwd=tmp_path)
    assert "cycles/apollo" not in made.out + made.err
    assert "--project" in run("new", "cycle", "--help").out


def test_in_the_folder_itself_nobody_is_told_to_go_there(tmp_path: Path) -> None:
    made = run("init", ".", "--name", "S", "--person", "Ann", "--email", "ann@s.example", cwd=tmp_path)
    assert "cd ." not in made.err
    assert "next: edit cycles/" in made.err
