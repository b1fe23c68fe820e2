"""Each kind of bad input is a finding at its place with a remedy, and the other files are still read."""

import json
import os
import subprocess
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from okrctl.rules.casts import CASTS
from tests.cli.conftest import GROWTH, NOTE, Small
from tests.cli.inside import run
from tests.cli.planting import Spot, spots_of
from tests.support.trees import write_tree

DAY = "2026-02-17"
GOOD = "updates:\n  - {kr: growth/O1/KR1, value: 34, progress: Two of three experiments won.}\n"
ALICE_NOTE = "cycles/2026-Q1/notes/2026-W07/alice.yaml"
KR = 'kr: growth/O1/KR2, progress: "Sixty."'
HEAD = "updates:\n  - kr: growth/O1/KR2\n"


@dataclass(frozen=True)
class Bad:
    """A note that cannot be used as it is, and where the finding stands."""

    name: str
    content: str | bytes
    line: int
    column: int
    code: str


BAD_NOTES = (
    Bad("not UTF-8", HEAD.encode() + b"    progress: caf\xe9\n", 3, 18, "OKR001"),
    Bad("UTF-16", HEAD.encode("utf-16"), 1, 1, "OKR001"),
    Bad("NUL", HEAD + "    progress: a\0b\n", 3, 16, "OKR001"),
    Bad("a tab", "updates:\n\t- kr: growth/O1/KR2\n", 2, 1, "OKR002"),
    Bad("an unclosed quote", HEAD + '    progress: "Sixty.\n', 3, 15, "OKR002"),
    Bad("an empty file", "", 1, 1, "OKR003"),
    Bad("two documents", HEAD + "    value: 60\n---\nupdates: []\n", 4, 1, "OKR003"),
    Bad("a duplicate key", HEAD + "    value: 60\n    value: 61\n", 4, 5, "OKR004"),
    Bad("an unknown key", HEAD + "    progres: Sixty.\n", 3, 5, "OKR006"),
    Bad("an unknown key behind a BOM", b"\xef\xbb\xbf" + b"updtes: []\n", 1, 1, "OKR006"),
    Bad("an unknown key in CRLF", HEAD.replace("\n", "\r\n") + "    progres: Sixty.\r\n", 3, 5, "OKR006"),
    Bad("a wrong type", HEAD + "    value: [60]\n", 3, 12, "OKR008"),
    Bad("a list for the whole", "- kr: growth/O1/KR2\n", 1, 1, "OKR008"),
    Bad("NaN", HEAD + "    value: .nan\n", 3, 12, "OKR009"),
    Bad("infinity", HEAD + "    value: -.inf\n", 3, 12, "OKR009"),
    Bad("no such day", HEAD + "    next: [{what: Ship, due: 2026-02-30}]\n", 3, 30, "OKR009"),
    Bad("too much confidence", HEAD + "    confidence: 11\n", 3, 17, "OKR009"),
    Bad("too deep", "other: " + "[" * 60 + "]" * 60 + "\n", 1, len("other: ") + 50, "OKR011"),
)


@pytest.mark.parametrize("bad", BAD_NOTES, ids=lambda bad: bad.name)
def test_a_bad_note_is_one_finding_and_the_others_are_read(small: Small, bad: Bad) -> None:
    small.put({NOTE: GOOD, ALICE_NOTE: bad.content})
    checked = run("validate", "--format", "json", cwd=small.root)
    assert spots_of(checked.out) == [(ALICE_NOTE, bad.line, bad.column, bad.code)]
    assert json.loads(checked.out)["findings"][0]["help"].strip()
    assert checked.code == 1
    report = run("weekly", "growth", "--today", DAY, cwd=small.root)
    assert report.code == 0
    assert "Two of three experiments won." in report.out
    if bad.code != "OKR004":  # the first of two keys counts
        assert f"left out {ALICE_NOTE}:{bad.line}:{bad.column}: {bad.code} " in report.err
        assert report.err.count("\n") == 1


def bomb() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    return "\n".join([*lines, "updates: *a8", ""])


@pytest.mark.parametrize("kind", ["bomb", "200 MB"])
def test_what_is_too_large_is_refused_within_a_second(small: Small, kind: str) -> None:
    small.put({NOTE: GOOD, ALICE_NOTE: bomb() if kind == "bomb" else ""})
    if kind != "bomb":
        with (small.root / ALICE_NOTE).open("wb") as file:
            file.truncate(200 * 1024 * 1024)
    began = time.process_time()
    checked = run("validate", "--format", "json", cwd=small.root)
    assert time.process_time() - began < 1
    assert [(path, code) for path, _, _, code in spots_of(checked.out)] == [(ALICE_NOTE, "OKR011")]


def found(root: Path) -> list[Spot]:
    return spots_of(run("validate", "--format", "json", "--today", DAY, cwd=root).out)


def test_a_folder_named_like_a_note(small: Small) -> None:
    (small.put({NOTE: GOOD}) / ALICE_NOTE).mkdir()
    assert found(small.root) == [(ALICE_NOTE, 1, 1, "OKR005")]
    assert "Two of three" in run("weekly", "growth", "--today", DAY, cwd=small.root).out


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(small: Small) -> None:
    (small.put({NOTE: GOOD, ALICE_NOTE: GOOD}) / ALICE_NOTE).chmod(0)
    assert found(small.root) == [(ALICE_NOTE, 1, 1, "OKR001")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("target", ["alice.yaml", "/etc/hostname", "../../../../../outside.yaml", "nowhere.yaml"])
def test_a_link_that_leads_out_or_to_itself(small: Small, target: str) -> None:
    (small.root.parent / "outside.yaml").write_text(GOOD, encoding="utf-8")
    (small.put({NOTE: GOOD}) / ALICE_NOTE).symlink_to(target)
    assert found(small.root) == [(ALICE_NOTE, 1, 1, "OKR013")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_folder_that_leads_to_itself(small: Small) -> None:
    small.put({NOTE: GOOD})
    (small.root / "cycles/2026-Q1/notes/2026-W08").symlink_to("..", target_is_directory=True)
    assert [code for *_, code in found(small.root)] == ["OKR013"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of Unix")
def test_a_pipe_is_not_waited_for(small: Small) -> None:
    small.put({NOTE: GOOD})
    os.mkfifo(small.root / ALICE_NOTE)
    assert found(small.root) == [(ALICE_NOTE, 1, 1, "OKR005")]


def test_a_week_that_does_not_exist(small: Small) -> None:
    path = "cycles/2026-Q1/notes/2026-W60/alice.yaml"
    small.put({NOTE: GOOD, path: GOOD})
    assert found(small.root) == [(path, 1, 1, "OKR005")]


def sheet(*weights: object, start: object = 0, target: object = 9) -> str:
    lines = [
        f"      - {{id: KR{n}, title: {n} teams, weight: {weight}, metric: {{start: {start}, target: {target}}}}}"
        for n, weight in enumerate(weights, 1)
    ]
    return "objectives:\n  - id: O1\n    title: Teams name us\n    aligns_to: [growth/O1]\n    key_results:\n" + (
        "\n".join(lines) + "\n"
    )


BOB = "cycles/2026-Q1/okrs/bob.yaml"


def test_a_third_each_is_a_hundred_and_nothing_is_not(small: Small) -> None:
    assert found(small.put({BOB: sheet(33.3, 33.3, 33.3)})) == []
    assert found(small.put({BOB: sheet(0, 0)})) == [(BOB, 5, 5, "OKR201")]
    assert run("tree", "--today", DAY, cwd=small.root).code == 0


def test_start_is_target(small: Small) -> None:
    column = sheet(50, 50, start=4, target=4).splitlines()[5].index("target: ") + len("target: ") + 1
    small.put({BOB: sheet(50, 50, start=4, target=4)})
    assert found(small.root) == [(BOB, 6, column, "OKR210"), (BOB, 7, column, "OKR210")]
    for command in (("tree",), ("weekly", "growth"), ("explain", "bob/O1/KR1")):
        assert run(*command, "--today", DAY, cwd=small.root).code == 0


def test_a_loop_over_three_sheets_is_one_finding(small: Small) -> None:
    for owner, target in (("alice", "bob"), ("bob", "dana"), ("dana", "alice")):
        text = sheet(50, 50).replace("growth/O1", f"{target}/O1").replace("Teams name", f"{owner} has teams name")
        small.put({f"cycles/2026-Q1/okrs/{owner}.yaml": text})
    loops = [spot for spot in found(small.root) if spot[3] == "OKR205"]
    assert len(loops) == 1
    assert loops[0][1:3] == (4, len("    aligns_to: [") + 1)
    for command in (("tree",), ("tree", "--format", "json"), ("weekly", "growth"), ("explain", "bob/O1")):
        assert run(*command, "--today", DAY, cwd=small.root).code == 0


def test_what_refers_to_a_broken_sheet_is_not_reported_again(small: Small) -> None:
    small.put({GROWTH: 'objectives:\n  - id: "O1\n', NOTE: GOOD})
    assert found(small.root) == [(GROWTH, 2, 9, "OKR002")]
    report = run("weekly", "growth", "--today", DAY, cwd=small.root)
    assert report.code in (0, 2)
    assert GROWTH in report.err


def test_a_handle_in_decomposed_letters_is_the_same_handle(tmp_path: Path) -> None:
    files = {path: text.replace("bob", "zoé") for path, text in CASTS["en"].items()}
    nfd = unicodedata.normalize("NFD", "zoé")
    assert nfd != "zoé"
    files[f"cycles/2026-Q1/okrs/{nfd}.yaml"] = sheet(50, 50)
    files["cycles/2026-Q1/notes/2026-W07/wang.yaml"] = (
        f"updates:\n  - {{kr: {nfd}/O1/KR1, value: 3, progress: With @{nfd} on it}}\n"
    )
    write_tree(tmp_path, files)
    assert [code for *_, code in found(tmp_path) if code != "OKR408"] == []
    for command in (("tree", nfd), ("weekly", nfd), ("explain", f"{nfd}/O1")):
        result = run(*command, "--today", DAY, cwd=tmp_path)
        assert (result.code, result.err) == (0, "")


def test_windows_line_ends_change_nothing(small: Small, tmp_path: Path) -> None:
    plain = [run(*command, "--today", DAY, cwd=small.root).out for command in (("tree",), ("weekly", "growth"))]
    for path in small.root.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert [run(*command, "--today", DAY, cwd=small.root).out for command in (("tree",), ("weekly", "growth"))] == plain
    assert found(small.root) == []


def test_a_workspace_without_cycles(tmp_path: Path) -> None:
    write_tree(tmp_path, {path: CASTS["en"][path] for path in ("okrctl.yaml", "org.yaml")})
    assert [code for *_, code in found(tmp_path)] == ["OKR007"]
    for command in (("tree",), ("weekly", "growth"), ("new", "okr", "growth"), ("new", "note", "wang")):
        result = run(*command, "--today", DAY, cwd=tmp_path)
        assert (result.code, result.out) == (2, "")
        assert "okrctl new cycle" in result.err


def test_a_workspace_without_people(small: Small) -> None:
    (small.root / "org.yaml").unlink()
    assert "OKR007" in [code for *_, code in found(small.root)]
    tree = run("tree", "--today", DAY, cwd=small.root)
    assert tree.code == 0
    assert "growth/O1" in tree.out
    assert "Traceback" not in run("weekly", "--today", DAY, cwd=small.root).err


def test_outside_of_git_and_in_a_bare_repository(small: Small) -> None:
    environment = {"GIT_CEILING_DIRECTORIES": str(small.root.parent), "HOME": str(small.root.parent)}
    for _ in range(2):
        for command in (("validate", "--strict"), ("tree",), ("weekly", "growth"), ("new", "note", "bob", "--dry-run")):
            assert run(*command, "--today", DAY, cwd=small.root, env=environment).code == 0
        nobody = run("weekly", "--today", DAY, cwd=small.root, env=environment)
        assert nobody.code == 2
        assert "hint: name the team or person: okrctl weekly company" in nobody.err
        subprocess.run(["git", "init", "--quiet", "--bare", "."], cwd=small.root, check=True, capture_output=True)
