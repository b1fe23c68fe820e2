"""Pipes, interrupts and closed streams: nothing that a process does to us ends in a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.command import ROOT, STARLING

COMMAND = [sys.executable, "-m", "okrctl"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "OKRCTL_TODAY": "2026-03-12", "COLUMNS": "100"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("weekly", "company"),
        ("tree",),
        ("tree", "--format", "json"),
        ("validate", "--format", "sarif"),
        ("explain", "OKR201"),
        ("--help",),
    ],
)
def test_a_reader_that_goes_away_is_no_error(arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=STARLING,
            env=ENVIRONMENT,
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_interrupted_is_130_and_silent(tmp_path: Path) -> None:
    hold = tmp_path / "hold.py"
    hold.write_text(
        "import sys, time\nimport okrctl.workspace.load as load\n"
        "import okrctl.cli.opened as opened\n"
        "def wait(*_):\n    print('reading', file=sys.stderr, flush=True)\n    time.sleep(60)\n"
        "opened.load = wait\n"
        "from okrctl.cli.app import main\nsys.argv = ['okrctl', 'validate']\nmain()\n",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [sys.executable, str(hold)], cwd=STARLING, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"reading\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == b""
    assert err.strip() == b""


def test_interrupted_while_modules_are_loaded_is_130_and_silent(tmp_path: Path) -> None:
    trip = tmp_path / "trip.py"
    trip.write_text(
        "import sys\n"
        "class Trip:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'typer':\n            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Trip())\n"
        "import runpy\nrunpy.run_module('okrctl', run_name='__main__')\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(trip)], cwd=STARLING, env=ENVIRONMENT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_said_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "weekly", "company"],
            cwd=STARLING,
            env=ENVIRONMENT,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"okrctl: error: the output cannot be written: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize(("redirected", "code"), [(">&-", 0), ("2>&-", 0), (">&- 2>&-", 0)])
def test_closed_streams(redirected: str, code: int) -> None:
    line = f'"{sys.executable}" -m okrctl tree --format md {redirected}'
    done = subprocess.run(line, shell=True, cwd=STARLING, env=ENVIRONMENT, capture_output=True, timeout=60, check=False)
    assert done.returncode == code
    assert done.stderr == b""


def test_a_report_is_utf8_in_every_locale() -> None:
    done = subprocess.run(
        [*COMMAND, "weekly", "公司"],
        cwd=ROOT / "examples/yunfan",
        env={**ENVIRONMENT, "LC_ALL": "C"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert "关键结果" in done.stdout.decode("utf-8")


def test_an_internal_error_is_no_traceback_but_under_debug(tmp_path: Path) -> None:
    spoil = tmp_path / "spoil.py"
    spoil.write_text(
        "import sys\nimport okrctl.cli.opened as opened\n"
        "def fail(*_):\n    raise ZeroDivisionError\nopened.load = fail\n"
        "from okrctl.cli.app import main\nmain()\n",
        encoding="utf-8",
    )

    def spoilt(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(spoil), "tree", *arguments]
        return subprocess.run(command, cwd=STARLING, env=ENVIRONMENT, capture_output=True, text=True, check=False)

    plain = spoilt()
    assert (plain.returncode, plain.stdout) == (2, "")
    assert plain.stderr.startswith("okrctl: internal error (ZeroDivisionError)")
    assert plain.stderr.count("\n") == 1
    assert "Traceback" in spoilt("--debug").stderr
