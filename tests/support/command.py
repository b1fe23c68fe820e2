"""The real command, as a process: exit code, stdout, stderr."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARLING = ROOT / "examples/starling"
YUNFAN = ROOT / "examples/yunfan"


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


def okrctl(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None, stdin: str | None = None
) -> Outcome:
    """Run okrctl as a user would; the environment has no okrctl variables but those given."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("OKRCTL_") and key != "NO_COLOR"}
    clean |= {"COLUMNS": "100", "PYTHONPATH": str(ROOT), **(env or {})}
    done = subprocess.run(
        [sys.executable, "-m", "okrctl", *map(str, arguments)],
        cwd=cwd or ROOT,
        env=clean,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
