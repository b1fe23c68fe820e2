"""`explain`: the manual of every rule, and every step of a number with the place it comes from."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from rich.cells import cell_len

from okrctl.rules.registry import REGISTRY
from tests.cli.inside import run
from tests.support.command import ROOT, STARLING, YUNFAN

DAY = "2026-03-12"
ADDRESSES = [
    *((STARLING, "en", address) for address in ("growth/O1/KR1", "company/O2/KR1", "company/O3", "growth/O3/KR2")),
    *((STARLING, "en", address) for address in ("engineering/O1/KR1", "engineering/O2/KR2", "growth/O2/KR1")),
    *((YUNFAN, "zh", address) for address in ("公司/O1/KR2", "2026:公司/O1/KR1", "华东区/O1/KR3", "公司/O2")),
]


@pytest.mark.parametrize("code", [entry.rule.code for entry in REGISTRY])
def test_every_rule_in_both_languages(code: str, tmp_path: Path) -> None:
    english, chinese = (run("explain", code, "--lang", lang, cwd=tmp_path) for lang in ("en", "zh"))
    assert (english.code, english.err, chinese.code, chinese.err) == (0, "", 0, "")
    for heading in ("## What it does", "## Why it matters", "## How to fix"):
        assert heading in english.out
    for heading in ("## 检查什么", "## 为什么重要", "## 如何修改"):
        assert heading in chinese.out
    assert english.out.startswith(f"# {code} ")
    assert chinese.out.startswith(f"# {code}（")


def test_a_rule_by_number_and_in_any_case(tmp_path: Path) -> None:
    assert run("explain", "okr201", cwd=tmp_path) == run("explain", "201", cwd=tmp_path)
    assert run("explain", "OKR201", cwd=tmp_path).out == run("explain", "201", cwd=tmp_path).out


def test_a_rule_as_json(tmp_path: Path) -> None:
    report = json.loads(run("explain", "OKR201", "--format", "json", cwd=tmp_path).out)
    assert report["version"] == 1
    assert [(one["code"], one["severity"]) for one in report["rules"]] == [("OKR201", "error")]


def test_the_language_is_that_of_the_workspace() -> None:
    assert "## 如何修改" in run("explain", "OKR201", "-C", YUNFAN).out


def test_a_bare_handle_in_chinese() -> None:
    result = run("explain", "公司", "--today", DAY, "--cycle", "2026-Q1", cwd=YUNFAN)
    assert "2026-Q1 没有这个目标或关键结果：公司" in result.err
    assert "公司 的目标：O1、O2、O3" in result.err


def test_piped_on_each_step_is_one_line() -> None:
    lines = run(
        "explain", "company/O2/KR1", "--today", "2026-03-10", cwd=STARLING, env={"COLUMNS": "40"}
    ).out.splitlines()
    assert "      growth/O1/KR1: 7,150 EUR — cycles/2026-Q1/notes/2026-W11/tomas.yaml:4" in lines
    assert "  gap: +0.24 points (68.79 % − 68.55 %)" in lines


@pytest.mark.parametrize(("example", "address"), [(STARLING, "company/O2/KR1"), (YUNFAN, "公司/O1")])
def test_on_a_terminal_nothing_is_wider_than_it(example: Path, address: str) -> None:
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "okrctl",
        "--color",
        "never",
        "-C",
        str(example),
        "--today",
        DAY,
        "--cycle",
        "2026-Q1",
    ]
    environment = {**os.environ, "COLUMNS": "60", "PYTHONPATH": str(ROOT)}
    with os.fdopen(leader, "rb") as shown:
        subprocess.run([*command, "explain", address], cwd=ROOT, env=environment, stdout=follower, check=True)
        os.close(follower)
        lines = read_all(shown).decode().splitlines()
    assert max(map(cell_len, lines)) <= 60
    path = f"examples/{example.name}/cycles/2026-Q1/okrs/{address.split('/', maxsplit=1)[0]}.yaml:"
    assert any(line.strip().startswith(path) for line in lines), "a path stands whole on a line of its own"


def read_all(terminal: BinaryIO) -> bytes:
    """What a pseudo-terminal has been told; its end is an error on Linux."""
    read = b""
    while True:
        try:
            part = os.read(terminal.fileno(), 4096)
        except OSError:
            return read
        if not part:
            return read
        read += part


def steps_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for one in data["steps"] for step in (one, *steps_of(one))]


@pytest.mark.parametrize(("example", "lang", "address"), ADDRESSES)
def test_each_printed_place_is_there(example: Path, lang: str, address: str) -> None:
    result = run("explain", address, "--today", DAY, "--cycle", "2026" if ":" in address else "2026-Q1", cwd=example)
    assert result.code == 0
    places = re.findall(r"(cycles/\S+?\.yaml):(\d+)", result.out)
    assert len(places) > 2
    for path, line in places:
        text = (example / path).read_text(encoding="utf-8").splitlines()
        assert text[int(line) - 1].strip()


@pytest.mark.parametrize(("example", "lang", "address"), ADDRESSES)
def test_each_value_stands_in_its_line(example: Path, lang: str, address: str) -> None:
    cycle = "2026" if ":" in address else "2026-Q1"
    result = run("explain", address, "--format", "json", "--today", DAY, "--cycle", cycle, cwd=example)
    (goal,) = json.loads(result.out)["goals"]
    looked_at = 0
    for step in steps_of(goal):
        if (
            step["path"] is None
            or isinstance(step["value"], str)
            or step["name"] not in ("start", "target", "current", "confidence")
        ):
            continue
        line = (example / step["path"]).read_text(encoding="utf-8").splitlines()[step["line"] - 1]
        written = {float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", line)}
        if step["value"] is not None:
            assert float(step["value"]) in written, (step, line)
            looked_at += 1
    assert looked_at or "KR" not in address or goal["steps"]


def test_the_metric_of_a_key_result_by_hand() -> None:
    result = run("explain", "felix/O1/KR1", "--format", "json", "--today", DAY, cwd=STARLING)
    (goal,) = json.loads(result.out)["goals"]
    by_name = {step["name"]: step for step in steps_of(goal)}
    assert by_name["progress"]["value"] == round(10 / 14, 6)
    note = "cycles/2026-Q1/notes/2026-W11/felix.yaml"
    line = (STARLING / note).read_text(encoding="utf-8").splitlines().index("    value: 10") + 1
    assert (by_name["current"]["path"], by_name["current"]["line"]) == (note, line)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("OKR218x", "okrctl tree shows every goal"),
        ("OKR299", "there is no rule OKR299"),
        ("OKR220", "did you mean OKR2"),
        ("growth/O1/KR9", "did you mean growth/O"),
        ("grwth/O1", "did you mean growth/O1?"),
        ("2025:company/O1", "there is no cycle"),
        ("growth", "hint: growth has O1, O2, O3"),
        ("grwth", "did you mean growth/O"),
        ("a b", "okrctl explain OKR201"),
        ("", "neither a rule nor an address"),
    ],
)
def test_what_does_not_exist(written: str, said: str) -> None:
    result = run("explain", written, "--today", "2026-03-10", cwd=STARLING)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
