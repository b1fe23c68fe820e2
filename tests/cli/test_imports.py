"""A command pays for what it uses only."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import ROOT, STARLING

LISTS = "import atexit, sys; atexit.register(lambda: sys.stderr.write('\\n'.join(sys.modules)))\n"


def imported(*arguments: str, cwd: Path = STARLING) -> set[str]:
    """The packages that a run of the command has imported when it ends."""
    code = f"{LISTS}from okrctl.cli.app import main\nsys.argv = ['okrctl', *{list(arguments)!r}]\nmain()\n"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return {name.split(".")[0] for name in done.stderr.splitlines()}


@pytest.mark.parametrize(
    "arguments",
    [("validate",), ("validate", "--format", "json"), ("tree",), ("tree", "--format", "svg"), ("tree", "--by", "team")],
)
def test_checking_and_drawing_need_neither_git_nor_templates(arguments: tuple[str, ...]) -> None:
    assert not imported(*arguments, "-q", "--today", "2026-03-12") & {"git", "gitdb", "jinja2"}


def test_the_version_needs_nothing(tmp_path: Path) -> None:
    assert not imported("--version", cwd=tmp_path) & {"pydantic", "rich", "ruamel", "_ruamel_yaml", "jinja2", "git"}


def test_a_report_for_a_named_team_needs_no_git() -> None:
    assert "git" not in imported("weekly", "company", "-q", "--today", "2026-03-12")
