"""Every format of `validate` on the twenty planted mistakes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from okrctl.rules.casts import CASTS
from tests.cli.conftest import Planted
from tests.cli.inside import run
from tests.diagnostics.samples import schema
from tests.support.command import YUNFAN, okrctl
from tests.support.trees import write_tree

ANSI = "\x1b["
KEYS = {"code", "severity", "path", "line", "column", "end_line", "end_column", "message", "help"}


def printed(planted: Planted, format_name: str, *more: str) -> str:
    result = run("validate", "--format", format_name, *more, cwd=planted.root)
    assert (result.code, result.err) == (1, "")
    return result.out


def test_json_has_the_keys_of_the_design(planted: Planted) -> None:
    report = json.loads(printed(planted, "json"))
    assert report["version"] == 1
    assert all(set(one) >= KEYS for one in report["findings"])
    assert all(one["severity"] in ("error", "warning", "advice") for one in report["findings"])
    for one in report["findings"]:
        assert (one["end_line"], one["end_column"]) >= (one["line"], one["column"])
        assert one["message"].strip()
        assert one["help"].strip()


def test_json_covers_exactly_the_word(planted: Planted) -> None:
    ranges = {
        one["code"]: (one["column"], one["end_column"]) for one in json.loads(printed(planted, "json"))["findings"]
    }
    assert ranges["OKR101"][1] - ranges["OKR101"][0] == len("produkt")
    assert ranges["OKR107"][1] - ranges["OKR107"][0] == len("@nobdy")
    assert ranges["OKR006"][1] - ranges["OKR006"][0] == len("wieght")


def test_nothing_found_is_an_empty_list() -> None:
    result = run("validate", "--format", "json", "-C", YUNFAN)
    assert json.loads(result.out) == {"version": 1, "findings": []}


def test_github_shows_on_the_right_lines(planted: Planted) -> None:
    lines = printed(planted, "github").splitlines()
    found = set()
    for line in lines:
        command = re.fullmatch(r"::(error|warning|notice) (.*?)::(.+)", line)
        assert command is not None, line
        fields = dict(part.split("=", 1) for part in command[2].split(","))
        found.add((fields["file"], int(fields["line"]), int(fields["col"]), fields["title"][:6]))
    assert found == planted.spots
    assert len(lines) == 20


def test_gitlab_is_valid_and_on_the_right_lines(planted: Planted) -> None:
    issues: list[dict[str, Any]] = json.loads(printed(planted, "gitlab"))
    Draft202012Validator(schema("gitlab-code-quality.json")).validate(issues)
    where = {(one["location"]["path"], one["location"]["lines"]["begin"], one["check_name"]) for one in issues}
    assert where == {(path, line, code) for path, line, _, code in planted.spots}
    assert len({one["fingerprint"] for one in issues}) == 20


def test_sarif_is_valid_and_on_the_right_places(planted: Planted) -> None:
    log = json.loads(printed(planted, "sarif"))
    Draft4Validator(schema("sarif-2.1.0-rtm.5.json")).validate(log)
    found = set()
    for result in log["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        found.add((place["artifactLocation"]["uri"], region["startLine"], region["startColumn"], result["ruleId"]))
    assert found == planted.spots


def test_concise_is_one_line_a_finding(planted: Planted) -> None:
    lines = printed(planted, "concise").splitlines()
    heads = [re.match(r"(.+?):(\d+):(\d+): (OKR\d{3}) (error|warning|advice): \S", line) for line in lines]
    assert {(head[1], int(head[2]), int(head[3]), head[4]) for head in heads if head} == planted.spots
    assert len(lines) == 20


def test_text_points_at_the_word_and_sums_up(planted: Planted) -> None:
    text = printed(planted, "text")
    assert ANSI not in text
    begin = text.index("OKR101]")
    excerpt = text[begin:].splitlines()[:5]
    source = next(line for line in excerpt if "produkt" in line and "|" in line)
    carets = excerpt[excerpt.index(source) + 1]
    assert carets.count("^") == len("produkt")
    assert carets.index("^") == source.index("produkt")
    summary = text[text.rindex("Found ") :]
    files = len({path for path, *_ in planted.spots})
    assert f"Found 19 errors and 1 warning in {files} files." in summary  # OKR107 is the warning
    assert all(f"\n  {code}  1  " in summary for *_, code in planted.spots)


def test_carets_stand_under_full_width_words(small_chinese: str) -> None:
    source = next(line for line in small_chinese.splitlines() if "打不开" in line and "|" in line)
    carets = small_chinese.splitlines()[small_chinese.splitlines().index(source) + 1]
    before = source[: source.index("@吕布")]
    cells = sum(2 if "\u2e80" <= sign <= "\uffef" else 1 for sign in before)
    assert carets.index("^") == cells
    assert carets.count("^") == len("@") + 2 * len("吕布跟进")


@pytest.fixture
def small_chinese(tmp_path: Path) -> str:
    note = "updates:\n  - {kr: 增长部/O1/KR1, progress: 页面打不开，请@吕布跟进}\n"
    write_tree(tmp_path, {**CASTS["zh"], "cycles/2026-Q1/notes/2026-W07/王芳.yaml": note})
    result = run("validate", cwd=tmp_path)
    assert "警告[OKR107]" in result.out
    return result.out


def test_colour_only_where_it_is_wanted(planted: Planted) -> None:
    assert ANSI in printed(planted, "text", "--color", "always")
    assert ANSI not in printed(planted, "text", "--color", "never")
    assert ANSI not in printed(planted, "json", "--color", "always")
    forced = run("validate", cwd=planted.root, env={"NO_COLOR": "1", "FORCE_COLOR": "1"})
    assert ANSI not in forced.out


@pytest.mark.parametrize("format_name", ["text", "json", "concise", "github", "gitlab", "sarif"])
def test_a_file_gets_the_bytes_of_stdout(planted: Planted, format_name: str, tmp_path: Path) -> None:
    target = tmp_path / "report"
    result = run("validate", "--format", format_name, "-o", target, cwd=planted.root)
    assert (result.code, result.out) == (1, "")
    assert target.read_text(encoding="utf-8") == printed(planted, format_name)
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_paths_are_named_from_where_one_stands(planted: Planted) -> None:
    result = okrctl("-C", "starling", "validate", "--format", "concise", cwd=planted.root.parent)
    assert all(line.startswith("starling/") for line in result.out.splitlines())
    assert len(result.out.splitlines()) == 20


def test_paths_asked_for_are_seen_from_here_and_shown_from_the_checkout(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    files = {**CASTS["en"], "cycles/2026-Q1/okrs/bob.yaml": "objectivs: []\n"}
    home = write_tree(tmp_path / "ws", files)
    told = run("validate", "--format", "github", "cycles", cwd=home)
    assert told.code == 1
    assert "file=ws/cycles/2026-Q1/okrs/bob.yaml,line=1" in told.out
    elsewhere = run("validate", "--format", "github", "org.yaml", cwd=home)
    assert (elsewhere.code, elsewhere.out) == (0, "")
