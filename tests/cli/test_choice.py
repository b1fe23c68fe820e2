"""Which findings are wanted: `--select`, `--ignore`, `--strict`, paths, severities, ignores; and 901, 902, 999."""

import json
from pathlib import Path
from typing import Never

import pytest

from okrctl.cli import judging
from okrctl.rules.registry import REGISTRY
from tests.cli.conftest import GROWTH, NOTE, Planted, Small
from tests.cli.inside import run
from tests.cli.planting import spots_of

LATE = 'metric: {start: 31, target: 40, unit: "%"}'


def codes(root: Path, *arguments: str | Path) -> list[str]:
    result = run("validate", "--format", "json", *arguments, cwd=root)
    assert result.err == ""
    return [code for *_, code in spots_of(result.out)]


def test_select_by_code_family_and_comma(planted: Planted) -> None:
    assert codes(planted.root, "--select", "OKR101") == ["OKR101"]
    assert sorted(codes(planted.root, "--select", "OKR2")) == ["OKR201", "OKR210"]
    assert sorted(codes(planted.root, "--select", "okr210,OKR101")) == ["OKR101", "OKR210"]
    assert sorted(codes(planted.root, "--select", "OKR210", "--select", "OKR101")) == ["OKR101", "OKR210"]


def test_ignore_wins_over_select(planted: Planted) -> None:
    assert codes(planted.root, "--select", "OKR2", "--ignore", "OKR201") == ["OKR210"]
    assert not any(code.startswith("OKR0") for code in codes(planted.root, "--ignore", "OKR0"))


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_cannot_be_meant(planted: Planted, option: str) -> None:
    result = run("validate", option, "OKR211x", cwd=planted.root)
    assert (result.code, result.out) == (2, "")
    assert "there is no rule OKR211X" in result.err
    assert "did you mean OKR211?" in result.err


def test_strict_fails_on_warnings_and_never_on_advice(small: Small) -> None:
    small.change(GROWTH, LATE, f"{LATE}, due: 2026-05-01")  # OKR212, a warning
    assert run("validate", cwd=small.root).code == 0
    assert run("validate", "--strict", cwd=small.root).code == 1
    assert run("validate", "--strict", "--ignore", "OKR212", cwd=small.root).code == 0
    small.put({"okrctl.yaml": "version: 1\nrules: {OKR212: advice}\n"})
    assert codes(small.root, "--strict") == ["OKR212"]
    assert run("validate", "--strict", cwd=small.root).code == 0


def test_settings_say_how_bad_a_finding_is(small: Small) -> None:
    small.change(GROWTH, LATE, f"{LATE}, due: 2026-05-01")
    small.put({"okrctl.yaml": "version: 1\nrules: {OKR212: error}\n"})
    assert run("validate", cwd=small.root).code == 1
    small.put({"okrctl.yaml": "version: 1\nrules: {OKR2: off}\n"})
    assert codes(small.root) == []
    small.put({"okrctl.yaml": "version: 1\nrules: {OKR2: off, OKR212: warning}\n"})
    assert codes(small.root) == ["OKR212"]


def test_an_ignore_in_the_line_before_it_or_for_the_file(small: Small) -> None:
    text = (small.root / GROWTH).read_text(encoding="utf-8").replace(LATE, f"{LATE}, due: 2026-05-01")
    line = next(one for one in text.splitlines() if "2026-05-01" in one)
    for changed in (
        text.replace(line, f"{line} # okrctl: ignore[OKR212] settled with Lin"),
        text.replace(line, f"      # okrctl: ignore[OKR212] settled with Lin\n{line}"),
        text + "# okrctl: ignore-file[OKR2] settled with Lin\n",
    ):
        small.put({GROWTH: changed})
        assert codes(small.root, "--strict") == []


def test_an_ignore_that_nothing_needs_is_reported_at_its_code(small: Small) -> None:
    text = (small.root / GROWTH).read_text(encoding="utf-8")
    small.put({GROWTH: text + "# okrctl: ignore-file[OKR204] no longer true\n"})
    result = run("validate", "--format", "json", cwd=small.root)
    assert spots_of(result.out) == [(GROWTH, text.count("\n") + 1, len("# okrctl: ignore-file[") + 1, "OKR901")]


def test_an_ignore_of_a_rule_that_did_not_run_is_left_alone(small: Small) -> None:
    text = (small.root / GROWTH).read_text(encoding="utf-8")
    small.put({GROWTH: text + "# okrctl: ignore-file[OKR204] no longer true\n"})
    assert codes(small.root, "--select", "OKR9,OKR1") == []


def test_an_unknown_code_in_settings_and_in_an_ignore(small: Small) -> None:
    text = (small.root / GROWTH).read_text(encoding="utf-8")
    small.put({GROWTH: text + "# okrctl: ignore-file[OKR777] what\n", "okrctl.yaml": "rules: {OKR888: off}\n"})
    result = run("validate", "--format", "json", cwd=small.root)
    assert [(path, code) for path, _, _, code in spots_of(result.out)] == [
        (GROWTH, "OKR902"),
        ("okrctl.yaml", "OKR902"),
    ]
    assert spots_of(result.out)[1][1:3] == (1, len("rules: {") + 1)


def test_a_rule_that_crashes_is_named_and_the_others_go_on(planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_: object) -> Never:
        raise ZeroDivisionError

    broken = tuple(one._replace(check=crash) if one.rule.code == "OKR210" else one for one in REGISTRY)
    monkeypatch.setattr(judging, "REGISTRY", broken)
    result = run("validate", "--format", "json", cwd=planted.root)
    assert result.code == 1
    found = json.loads(result.out)["findings"]
    assert sorted(one["code"] for one in found) == sorted(
        [code for *_, code in planted.spots if code != "OKR210"] + ["OKR999"]
    )
    crashed = next(one for one in found if one["code"] == "OKR999")
    assert "OKR210" in crashed["message"]
    assert "ZeroDivisionError" in crashed["message"]


def test_only_what_lies_in_the_paths(planted: Planted) -> None:
    sheets = {spot for spot in planted.spots if "/okrs/" in spot[0]}
    result = run("validate", "cycles/2026-Q1/okrs", "--format", "json", cwd=planted.root)
    assert set(spots_of(result.out)) == sheets
    one = "cycles/2026-Q1/okrs/felix.yaml"
    assert codes(planted.root, one) == ["OKR210"]
    assert sorted(codes(planted.root, planted.root / one, "./cycles/2026-Q1/okrs/mara.yaml")) == ["OKR102", "OKR210"]
    assert codes(planted.root / "cycles", "2026-Q1/okrs/felix.yaml") == ["OKR210"]


def test_a_path_that_is_not_there(planted: Planted) -> None:
    result = run("validate", "cycles/2026-Q7", cwd=planted.root)
    assert (result.code, result.out) == (2, "")
    assert "there is no file or folder cycles/2026-Q7" in result.err


def test_a_note_of_nobody_is_one_finding(small: Small) -> None:
    small.put({NOTE.replace("wang", "wagn"): "updates:\n  - {kr: growth/O1/KR1, value: 33}\n"})
    assert codes(small.root) == ["OKR101"]
