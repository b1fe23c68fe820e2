"""The options that every command has, before or after its name (2.1)."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Small
from tests.cli.inside import run
from tests.support.command import ROOT, STARLING, YUNFAN, okrctl

DAY = "2026-03-12"


def refused(*arguments: str | Path, cwd: Path | None = None) -> str:
    """What is said on stderr by a command that cannot go on: an error, and a hint."""
    result = run(*arguments, cwd=cwd)
    assert (result.code, result.out) == (2, "")
    assert "Traceback" not in result.err
    return result.err


def test_options_stand_before_or_after_the_verb() -> None:
    after = run("tree", "--format", "md", "-C", STARLING, "--today", DAY, "--lang", "zh", "--cycle", "2026-Q1")
    assert after.code == 0
    for before in (
        ("-C", STARLING, "--today", DAY, "--lang", "zh", "--cycle", "2026-Q1", "tree", "--format", "md"),
        (f"-C{STARLING}", f"--today={DAY}", "--lang=zh", "--cycle=2026-Q1", "--format=md", "tree"),
        ("--workspace", STARLING, "tree", "--today", DAY, "--lang", "zh", "--format", "md", "--cycle", "2026-Q1"),
    ):
        assert run(*before) == after


def test_the_workspace_is_the_nearest_above() -> None:
    deep = STARLING / "cycles/2026-Q1/okrs"
    assert run("tree", "--today", DAY, cwd=deep).out == run("tree", "--today", DAY, "-C", STARLING).out
    assert run("tree", "--today", DAY, "-C", "..", cwd=deep).code == 0


def test_no_folder_and_no_workspace(tmp_path: Path) -> None:
    assert refused("tree", "-C", tmp_path / "nowhere").splitlines()[1].startswith("okrctl: hint: ")
    told = refused("weekly", "-C", tmp_path).splitlines()
    assert told[0] == f"okrctl: error: no okrctl.yaml in {tmp_path} or above it"
    assert told[1].startswith("okrctl: hint: ")
    assert "okrctl init" in told[1]
    assert len(told) == 2


@pytest.mark.parametrize(
    ("asked", "hint"), [("2026-Q5", "did you mean 2026-Q"), ("2026-q1", "did you mean 2026-Q1?"), ("x", "2026-Q1")]
)
def test_an_unknown_cycle(asked: str, hint: str) -> None:
    told = refused("-C", STARLING, "tree", "--cycle", asked)
    assert f'there is no cycle "{asked}"' in told
    assert hint in told


def test_the_day_is_an_option_or_a_variable_and_the_option_wins() -> None:
    by_option = run("tree", "-C", STARLING, "--today", "2026-02-05")
    by_variable = run("tree", "-C", STARLING, env={"OKRCTL_TODAY": "2026-02-05"})
    both = run("tree", "-C", STARLING, "--today", "2026-02-05", env={"OKRCTL_TODAY": "2026-03-20"})
    assert "5 Feb 2026" in by_option.out
    assert by_option == by_variable == both
    assert by_option.out != run("tree", "-C", STARLING, "--today", "2026-03-20").out


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "20260223", "2026-W08-1", ""])
def test_a_day_that_is_none(day: str) -> None:
    told = re.sub(r"[\s│]+", " ", refused("tree", "-C", STARLING, "--today", day))
    assert "write it like 2026-02-23" in told


def test_the_language_is_an_option_a_variable_or_the_settings() -> None:
    settings = run("tree", "--today", DAY, "-C", YUNFAN)
    english = run("tree", "--today", DAY, "-C", YUNFAN, "--lang", "en")
    assert "对齐视图" in settings.out
    assert "alignment tree" in english.out
    assert run("tree", "--today", DAY, "-C", YUNFAN, env={"OKRCTL_LANG": "en"}) == english
    assert run("tree", "--today", DAY, "-C", YUNFAN, "--lang", "zh", env={"OKRCTL_LANG": "en"}) == settings


def test_errors_speak_the_language_of_the_workspace() -> None:
    told = run("-C", YUNFAN, "weekly", "王方").err
    assert "错误：没有叫“王方”的人或团队" in told
    assert "提示：是否想写 王芳？" in told
    assert "no person or team" in run("-C", YUNFAN, "weekly", "王方", "--lang", "en").err


def test_the_choice_of_a_cycle_that_is_over_is_said_unless_quiet() -> None:
    loud = run("tree", "-C", STARLING, "--today", "2026-08-01")
    quiet = run("tree", "-C", STARLING, "--today", "2026-08-01", "-q")
    assert "2026-Q2" in loud.err
    assert "2026-08-01" in loud.err
    assert (quiet.out, quiet.err, quiet.code) == (loud.out, "", 0)
    assert run("tree", "-C", STARLING, "--today", DAY).err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("tree",),
        ("tree", "--format", "svg"),
        ("weekly", "company"),
        ("weekly", "company", "--format", "json"),
        ("explain", "OKR201"),
        ("explain", "growth/O1/KR1"),
        ("schema", "okr"),
    ],
)
def test_output_goes_to_a_file_with_the_bytes_of_stdout(arguments: tuple[str, ...], tmp_path: Path) -> None:
    common = ("-C", STARLING, "--today", DAY)
    target = tmp_path / "result"
    target.write_text("what was there before", encoding="utf-8")
    filed = run(*arguments, *common, "-o", target)
    assert (filed.code, filed.out) == (0, "")
    assert target.read_bytes().decode("utf-8") == run(*arguments, *common).out
    assert [path.name for path in tmp_path.iterdir()] == ["result"]


def test_a_file_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    told = refused("tree", "-C", STARLING, "--today", DAY, "-o", tmp_path / "folder")
    assert "nothing was written" in told
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("validat",), "did you mean validate?"),
        (("validate", "--strikt"), "--strict"),
        (("tree", "--format", "pdf"), "mermaid"),
        (("tree", "--lang", "fr"), '"fr" is not one of en, zh'),
        (("new", "sheet"), "okrctl new --help"),
        (("explain",), "CODE|ADDRESS"),
        (("weekly", "--frm", "2026-W01"), "--from"),
    ],
)
def test_what_does_not_exist_has_a_hint(arguments: tuple[str, ...], hint: str) -> None:
    assert hint in refused(*arguments)


def test_the_version_comes_from_one_place() -> None:
    text = (ROOT / "okrctl/__init__.py").read_text(encoding="utf-8")
    version = re.search(r'__version__ = "(.+?)"', text)
    assert version is not None
    assert run("--version").out == f"okrctl {version[1]}\n"


def test_a_workspace_of_a_newer_format(small: Small) -> None:
    small.put({"okrctl.yaml": "version: 2\nname: Starling\n"})
    for command in (("tree",), ("weekly", "growth"), ("validate",)):
        told = refused(*command, cwd=small.root)
        assert "format version 2" in told
        assert "hint: upgrade okrctl" in told


@pytest.mark.parametrize("settings", ["version: [", "name: {a: b}\n", "chekin: {}\n", "\udcff"])
def test_broken_settings_are_named_and_the_rest_is_read(small: Small, settings: str) -> None:
    small.put({"okrctl.yaml": settings.encode("utf-8", "surrogateescape")})
    assert run("validate", cwd=small.root).code == 1
    tree = run("tree", "--today", DAY, cwd=small.root)
    assert tree.code == 0
    assert "growth/O1" in tree.out
    assert "left out okrctl.yaml:" in tree.err


def test_a_short_terminal_and_a_wide_one() -> None:
    for width in ("40", "80", "200"):
        result = okrctl("tree", "-C", YUNFAN, "--today", DAY, env={"COLUMNS": width})
        assert result.code == 0
        cells = [sum(2 if "\u2e80" <= sign <= "\uffef" else 1 for sign in line) for line in result.out.splitlines()]
        assert max(cells) <= int(width)
