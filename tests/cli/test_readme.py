"""What the README says is so: its commands run, and every command and option stands in it."""

import re
import shlex

import pytest
import typer

from okrctl.cli.app import app
from tests.support.command import ROOT, okrctl
from tests.support.readme_commands import first_commands

README = (ROOT / "README.md").read_text(encoding="utf-8")
OF_TYPER = {"--help", "--install-completion", "--show-completion"}  # told by --help itself


def test_the_first_command_prints_a_report() -> None:
    setting_up, _, command = first_commands(README)[0].rpartition(" && ")
    assert setting_up.startswith("python3 -m venv ")
    program, *arguments = shlex.split(command)
    assert program.endswith("/okrctl")
    result = okrctl(*arguments, cwd=ROOT)
    assert result.code == 0
    assert result.out.startswith("# ")
    assert "| Key result | Progress this week | Risks and support needed | Next |" in result.out


def test_the_second_command_runs_the_tests() -> None:
    assert first_commands(README)[1].rpartition(" && ")[2].startswith(".venv/bin/python -m pytest")


def test_both_commands_are_single_lines_and_come_before_any_other() -> None:
    assert all("\n" not in command for command in first_commands(README))
    assert README.index("```sh") == README.index("```")


def every_command() -> dict[str, list[str]]:
    """The long options of each command, by its name."""
    found: dict[str, list[str]] = {}

    def collect(name: str, command: object) -> None:
        options = [option for each in getattr(command, "params", ()) for option in each.opts if option[:2] == "--"]
        found[name] = options
        for below, one in getattr(command, "commands", {}).items():
            collect(f"{name} {below}", one)

    collect("okrctl", typer.main.get_command(app))
    return found


@pytest.mark.parametrize("name", [name for name in every_command() if name not in ("okrctl", "okrctl new")])
def test_every_command_is_named(name: str) -> None:
    words = name.split()
    if words[1] == "new":
        assert re.search(r"okrctl new [^`]*" + words[2], README)
    else:
        assert f"`{name}" in README


@pytest.mark.parametrize("option", sorted({one for each in every_command().values() for one in each} - OF_TYPER))
def test_every_option_is_named(option: str) -> None:
    assert re.search(re.escape(option) + r"(?![a-z-])", README), f"{option} does not stand in README.md"


def test_every_exit_code_is_named() -> None:
    (line,) = (one for one in README.splitlines() if one.startswith("**Exit codes**"))
    assert all(re.search(rf"\b{code}\b", line) for code in (0, 1, 2, 130))
