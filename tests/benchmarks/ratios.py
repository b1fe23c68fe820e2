"""Print okrctl's speed and memory as ratios of one run: `python -m tests.benchmarks.ratios [--people 1000]`.

Each figure is the best of several runs of a whole process, beside a baseline of the same run on the same machine.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.company import build_company
from tests.benchmarks.quarter_in_git import build_quarter

ROOT = Path(__file__).parents[2]
OKRCTL = [sys.executable, "-m", "okrctl"]
_FIRST_FAMILIES = ("--select", "OKR0", "--select", "OKR1", "--select", "OKR2", "--select", "OKR9")
_LOAD_ALL = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    with open(path, "rb") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""
_MOVES = """
import gc, sys
from datetime import date
from pathlib import Path
from okrctl.history.moves import Asked, goal_moves
from okrctl.workspace.index import Cycle
gc.disable()  # as the command does
cycle = Cycle("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), frozen=date(2026, 1, 19))
found = goal_moves(Path(sys.argv[1]), Asked(cycle, None, date(2026, 3, 31), "UTC"))
assert found.moves and found.gap is None
"""


@dataclass(frozen=True)
class Cost:
    """What a process took: CPU seconds (user and system) and its largest memory in MB."""

    seconds: float
    megabytes: float

    def without(self, other: "Cost") -> "Cost":
        """This cost less the time of another."""
        return Cost(self.seconds - other.seconds, self.megabytes)


def cost(command: Sequence[str], repeats: int) -> Cost:
    """The cheapest of several runs; CPU time, so that other work on the machine counts less."""
    runs = [_once(command) for _ in range(repeats)]
    return Cost(min(run.seconds for run in runs), min(run.megabytes for run in runs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--repeats", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _start_up(arguments.repeats * 3)
        _validate(root / "small", 30, arguments.repeats)
        _validate(root / "large", arguments.people, arguments.repeats)
        _history(root / "history", arguments.people, arguments.repeats)
        _moves(root / "git", arguments.repeats)


def _start_up(repeats: int) -> None:
    typer = cost([sys.executable, "-c", "import typer"], repeats)
    example = ["-C", str(ROOT / "examples/starling"), "--today", "2026-03-10", "weekly", "company"]
    _line("okrctl --version / import typer", cost([*OKRCTL, "--version"], repeats), typer, "at most 1.3")
    _line("weekly on the example / import typer", cost([*OKRCTL, *example], repeats), typer, "at most 4")


def _validate(root: Path, people: int, repeats: int) -> None:
    files = build_company(root, people)
    print(f"\n{people} people, {files} files")
    loading = cost([sys.executable, "-c", _LOAD_ALL, str(root)], repeats)
    validating = cost([*OKRCTL, "-C", str(root), "validate", "--format", "concise"], repeats)
    reading = cost([*OKRCTL, "-C", str(root), "validate", "--format", "concise", *_FIRST_FAMILIES], repeats)
    _line("validate, families 0 to 2 and 9 / CSafeLoader", reading, loading, "at most 2.0")
    _line("validate / CSafeLoader", validating, loading, "")
    board = [*OKRCTL, "-C", str(root), "--today", "2026-03-03", "status"]
    _line("status / validate", cost(board, repeats), validating, "at most 1.5")
    print(f"  validate: peak memory {validating.megabytes:.0f} MB (at most 400)")
    checker = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent))
    if checker:
        paths = [str(path) for path in sorted(root.rglob("*.yaml"))]
        checking = cost([checker, "--schemafile", str(ROOT / "schemas/okr.schema.json"), *paths], 1)
        _line("validate / check-jsonschema", validating, checking, "below 1")
    _line("tree / CSafeLoader", cost([*OKRCTL, "-C", str(root), "tree"], repeats), loading, "")
    for verb in ("status", "retro"):
        asked = [*OKRCTL, "-C", str(root), "--cycle", "2026-Q1", "--today", "2026-03-31", verb, "company"]
        _line(f"{verb} / validate", cost(asked, repeats), validating, "at most 1.5")


def _history(root: Path, people: int, repeats: int) -> None:
    """The weekly report of one team, before and after ten earlier cycles were added."""
    build_company(root, people)
    weekly = [*OKRCTL, "-C", str(root), "--today", "2026-03-03", "weekly", "team001"]
    before = cost(weekly, repeats)
    for year in (2023, 2024, 2025):
        for quarter in (1, 2, 3, 4):
            if (year, quarter) >= (2023, 3):
                shutil.copytree(root / "cycles/2026-Q1", root / f"cycles/{year}-Q{quarter}")
    print("\nten earlier cycles added")
    _line("weekly with history / without", cost(weekly, repeats), before, "about 1")


def _moves(root: Path, repeats: int) -> None:
    """Which goals moved in a quarter of 300 sheets and 2,000 commits; a process that has only to start is taken off."""
    build_quarter(root)
    log = ["git", "-C", str(root), "log", "--stat", "--", "cycles/2026-Q1/okrs"]
    reading = cost([sys.executable, "-c", _MOVES, str(root)], repeats)
    starting = cost([sys.executable, "-c", _MOVES.replace("\nfound", "\nsys.exit()\nfound"), str(root)], repeats)
    print("\n300 sheets, 2000 commits")
    _line("moves of goals / git log --stat", reading.without(starting), cost(log, repeats), "at most 10")


def _once(command: Sequence[str]) -> Cost:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _line(what: str, measured: Cost, baseline: Cost, wanted: str) -> None:
    ratio = measured.seconds / baseline.seconds
    aim = f"   ({wanted})" if wanted else ""
    print(f"  {what}: {ratio:.2f}   {measured.seconds:.2f} s / {baseline.seconds:.2f} s{aim}")


if __name__ == "__main__":
    main()
