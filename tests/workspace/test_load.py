"""A whole folder, from bytes to a workspace: what is wrong is said at its place, and the rest is read."""

import os
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrctl.source.place import locate
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.index import SheetKey
from okrctl.workspace.load import Loaded
from tests.support.trees import read_tree, write_tree

SHEET = """\
objectives:
  - id: O1
    title: Small teams choose us
    key_results:
      - {id: KR1, title: 400 teams pay, metric: {start: 210, target: 400}}
"""
BASE: dict[str, str | bytes] = {
    "okrctl.yaml": "version: 1\nname: Starling\n",
    "org.yaml": "teams: {company: {lead: lin}}\npeople: {lin: {team: company}, bob: {team: company}}\n",
    "cycles/2026-Q1/okrs/company.yaml": SHEET,
}
BOB = "cycles/2026-Q1/okrs/bob.yaml"
NOTE = "cycles/2026-Q1/notes/2026-W07/bob.yaml"
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def found(loaded: Loaded) -> list[tuple[str, str, int, int]]:
    places = [(one.code, locate(one.place)) for one in loaded.diagnostics]
    return sorted((code, place.path, *place.start) for code, place in places)


def read(root: Path, files: dict[str, str | bytes]) -> Loaded:
    loaded = read_tree(write_tree(root, {**BASE, **files}))
    assert SheetKey("2026-Q1", "company") in loaded.workspace.sheets, "the other files are still read"
    for one in loaded.diagnostics:
        assert one.message.en
        assert one.remedy.en
        assert any("一" <= character <= "鿿" for character in one.message.zh + one.remedy.zh)
    return loaded


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (SHEET.encode().replace(b"Small", b"Caf\xe9"), "OKR001", 3, 15),
        ("标题: 王\n".encode() + b"\xff", "OKR001", 2, 1),
        ("objectives: [{id: 目标}]\n".encode("gb18030"), "OKR001", 1, 20),
        (SHEET.replace("Small", "Sm\0ll"), "OKR001", 3, 14),
        (SHEET.replace("    title", "\ttitle"), "OKR002", 3, 1),
        (SHEET.replace("Small teams", '"Small teams'), "OKR002", 3, 12),
        (SHEET.replace("Small", "@lin: small"), "OKR002", 3, 12),
        (SHEET.replace("Small", "Goal: small"), "OKR002", 3, 16),
        (SHEET.replace("400}}", "400}"), "OKR002", 5, 9),
        ("objectives: !!python/object []\n", "OKR002", 1, 13),
        ("objectives: *nothing\n", "OKR002", 1, 13),
        ("", "OKR003", 1, 1),
        ("# nothing\n", "OKR003", 2, 1),
        (SHEET + "---\nowner: bob\n", "OKR003", 6, 1),
        (SHEET.replace("    title: Small", "    id: O2\n    title: Small"), "OKR004", 3, 5),
        (SHEET.replace("title: Small", "tittle: Small"), "OKR006", 3, 5),
        (SHEET.replace("id: KR1, ", ""), "OKR007", 5, 9),
        (SHEET.replace("target: 400", "target: 4 00"), "OKR008", 5, 70),
        (SHEET.replace("target: 400", "target: .nan"), "OKR009", 5, 70),
        (SHEET.replace("target: 400", "target: -.inf"), "OKR009", 5, 70),
        (SHEET.replace("210", "210, source: no"), "", 0, 0),
        (SHEET.replace("    key_", "    dropped: {on: 2026-02-30, because: x}\n    key_"), "OKR009", 4, 19),
        ("owner: lin\n" + SHEET, "OKR010", 1, 8),
        ("a: " + "[" * 60 + "]" * 60, "OKR011", 1, 53),
        (SHEET.replace("choose us", "fix issue #12"), "OKR014", 3, 12),
        (SHEET.replace("\n", "\r\n").replace("target: 400", "target: x"), "OKR008", 5, 70),
        (b"\xef\xbb\xbf" + b"owner: lin\n" + SHEET.encode(), "OKR010", 1, 8),
        (SHEET.replace("Small teams choose us", ">-\n      二十家\n      续约").replace("400}", "x}"), "OKR008", 7, 70),
        (SHEET.replace("{start: 210, target: 400}", "&m {start: 210, target: x}"), "OKR008", 5, 73),
        ("- a\n- b\n", "OKR008", 1, 1),
        ("just text\n", "OKR008", 1, 1),
    ],
)  # fmt: skip
def test_a_broken_file_is_said_at_its_place(
    tmp_path: Path, content: str | bytes, code: str, line: int, column: int
) -> None:
    loaded = read(tmp_path, {BOB: content})
    assert found(loaded) == ([(code, BOB, line, column)] if code else [])


def test_an_alias_that_stands_for_a_wrong_value_is_reported_once_where_it_is_written(tmp_path: Path) -> None:
    note = "updates:\n  - {kr: O1, confidence: &c 70}\n  - {kr: O1, confidence: *c}\n"
    loaded = read(tmp_path, {NOTE: note})
    assert {one[2:] for one in found(loaded)} == {(2, 29)}


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("cycles/2026-Q1/okr/bob.yaml", "okrs"),
        ("cycles/2026-Q1/notes/2026-W60/bob.yaml", "notes"),
        ("cycles/2026-Q1/notes/W07/bob.yaml", "notes"),
        ("cycles/2026-Q1/okrs/bob.yml", "bob.yaml"),
        ("okrctl.yml", "okrctl.yaml"),
        ("org.yml", "org.yaml"),
        ("reviews/2026-H1/form/bob.yaml", "forms"),
    ],
)
def test_a_file_in_a_wrong_place_is_named_with_the_right_one(tmp_path: Path, path: str, near: str) -> None:
    loaded = read(tmp_path, {path: "x: 1\n"})
    assert found(loaded) == [("OKR005", path, 1, 1)]
    assert near in loaded.diagnostics[0].remedy.en


def test_files_of_others_are_none_of_our_business(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        {
            "README.md": b"\xff",
            ".github/workflows/ci.yaml": "]",
            "docs/x.yaml": "]",
            "cycles/2026-Q1/notes/2026-W07/bob/data.yaml": "]",
            "cycles/.draft/okrs/x.yaml": "]",
        },
    )
    assert found(loaded) == []


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    loaded = read(tmp_path, {f"{BOB}/readme.md": "x"})
    assert found(loaded) == [("OKR005", BOB, 1, 1)]


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    write_tree(tmp_path, {BOB: SHEET})
    (tmp_path / BOB).chmod(0)
    assert found(read(tmp_path, {})) == [("OKR001", BOB, 1, 1)]


@pytest.mark.parametrize("target", ["bob.yaml", "nowhere.yaml", "../../../../outside.yaml", "/etc/hostname"])
def test_links_that_lead_out_or_nowhere(tmp_path: Path, target: str) -> None:
    root = write_tree(tmp_path / "ws", BASE)
    (tmp_path / "outside.yaml").write_text("secret: 1\n")
    (root / BOB).symlink_to(target)
    assert found(read(root, {})) == [("OKR013", BOB, 1, 1)]


def test_a_link_inside_is_followed_and_a_folder_that_contains_itself_is_not(tmp_path: Path) -> None:
    write_tree(tmp_path, {**BASE, "drafts/bob.yaml": SHEET})
    (tmp_path / BOB).symlink_to("../../../drafts/bob.yaml")
    (tmp_path / "cycles/2026-Q1/okrs/loop").symlink_to("../okrs")
    loaded = read(tmp_path, {})
    assert SheetKey("2026-Q1", "bob") in loaded.workspace.sheets
    assert [one[0] for one in found(loaded)] == ["OKR013"]


@pytest.mark.parametrize("path", ["org.yaml", "okrctl.yaml", "cycles/2026-Q1/cycle.yaml"])
def test_the_frame_is_not_read_through_a_link_that_leaves(tmp_path: Path, path: str) -> None:
    root = write_tree(tmp_path / "ws", BASE)
    (tmp_path / "outside.yaml").write_text("teams: {secret: {}}\n")
    (root / path).unlink(missing_ok=True)
    (root / path).symlink_to(os.path.relpath(tmp_path / "outside.yaml", (root / path).parent))
    loaded = read_tree(root)
    assert ("OKR013", path, 1, 1) in found(loaded)
    assert "secret" not in loaded.workspace.teams


def test_the_limits_hold_before_memory_or_time_is_spent(tmp_path: Path) -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 10))
    write_tree(tmp_path, {**BASE, BOB: "l0: &l0 [x, x, x, x, x, x, x, x, x]\n" + levels})
    with (tmp_path / "cycles/2026-Q1/okrs/lin.yaml").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    before = time.process_time()
    loaded = read_tree(tmp_path)
    assert time.process_time() - before < 1
    assert [(code, path) for code, path, _, _ in found(loaded)] == [
        ("OKR011", BOB), ("OKR011", "cycles/2026-Q1/okrs/lin.yaml"),
    ]  # fmt: skip


def test_a_file_of_exactly_one_mebibyte_is_read(tmp_path: Path) -> None:
    padding = "# " + "x" * 97 + "\n"
    text = SHEET + padding * ((1024 * 1024 - len(SHEET)) // 100)
    text += "#" * (1024 * 1024 - len(text))
    assert found(read(tmp_path, {BOB: text})) == []
    assert [one[0] for one in found(read(tmp_path, {BOB: text + "#"}))] == ["OKR011"]


def test_without_cycles_without_org_without_settings(tmp_path: Path) -> None:
    loaded = read_tree(write_tree(tmp_path, {"okrctl.yaml": "version: 1\n"}))
    assert found(loaded) == [("OKR007", "okrctl.yaml", 1, 1)] * 2
    assert "okrctl new cycle" in loaded.diagnostics[1].remedy.en


def test_a_cycle_whose_name_tells_no_dates(tmp_path: Path) -> None:
    loaded = read(tmp_path, {"cycles/apollo/okrs/bob.yaml": SHEET})
    assert [one[:2] for one in found(loaded)] == [("OKR007", "cycles/apollo/cycle.yaml")]
    assert loaded.workspace.undated_cycles == {"apollo"}
    dated = {"cycles/apollo/cycle.yaml": "start: 2026-01-01\nend: 2025-12-31\n"}
    assert found(read(tmp_path, dated)) == [("OKR009", "cycles/apollo/cycle.yaml", 2, 6)]


def test_a_newer_format(tmp_path: Path) -> None:
    assert found(read(tmp_path, {"okrctl.yaml": "name: X\nversion: 2\n"})) == [("OKR012", "okrctl.yaml", 2, 10)]


def test_handles_in_nfd_are_the_same_in_paths_keys_and_values(tmp_path: Path) -> None:
    nfd = unicodedata.normalize("NFD", "josé")
    files: dict[str, str | bytes] = {
        f"cycles/2026-Q1/okrs/{nfd}.yaml": f"owner: {nfd}\n" + SHEET,
        "org/more.yaml": f"people: {{{nfd}: {{team: company, level: 3x, joined: 2026-01-05}}}}\n",
    }
    loaded = read(tmp_path, files)
    assert found(loaded) == []
    assert SheetKey("2026-Q1", "josé") in loaded.workspace.sheets
    place = loaded.workspace.people["josé"].at("team")
    assert locate(place).start == (1, 19 + len(nfd))


def test_two_paths_that_look_the_same(tmp_path: Path) -> None:
    folder = "cycles/2026-Q1/okrs"
    names = [unicodedata.normalize(form, "josé") for form in ("NFC", "NFD")]
    loaded = read(tmp_path, {f"{folder}/{name}.yaml": SHEET for name in names})
    assert [one[0] for one in found(loaded)] == ["OKR105"]


def test_includes_are_read_along_each_once_and_not_judged(tmp_path: Path) -> None:
    root = tmp_path / "hr"
    write_tree(tmp_path / "okrs", {**BASE, "okrctl.yaml": "include: [../hr]\n", NOTE: "nonsense: 1\n"})
    write_tree(root, {"okrctl.yaml": "version: 1\ninclude:\n  - ../okrs\n  - ../nothing\n"})
    loaded = read_tree(root)
    assert found(loaded) == [("OKR005", "okrctl.yaml", 4, 5)]
    assert set(loaded.workspace.people) == {"lin", "bob"}
    assert SheetKey("2026-Q1", "company") in loaded.workspace.sheets
    assert "../okrs/org.yaml" in loaded.workspace.included


def test_what_exists_in_two_workspaces_names_both_files(tmp_path: Path) -> None:
    root = tmp_path / "hr"
    write_tree(tmp_path / "okrs", BASE)
    write_tree(root, {"okrctl.yaml": "include: [../okrs]\n", "org.yaml": "people: {bob: {team: company}}\n"})
    (one,) = read_tree(root).diagnostics
    assert {locate(one.place).path, locate(one.related[0].place).path} == {"org.yaml", "../okrs/org.yaml"}


FILES = ("okrctl.yaml", "org.yaml", BOB, NOTE, "cycles/2026-Q1/cycle.yaml", "reviews/2026-H1/scheme.yaml")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(FILES), content=st.binary(max_size=200))
def test_any_bytes_give_a_finding_or_a_workspace_never_a_traceback(tmp_path: Path, path: str, content: bytes) -> None:
    loaded = read_tree(write_tree(tmp_path, {**BASE, path: content}))
    (tmp_path / path).unlink()
    assert all(locate(one.place).start.line >= 1 for one in loaded.diagnostics)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_mutation_of_a_real_file_gives_a_finding_or_a_workspace(tmp_path: Path, data: st.DataObject) -> None:
    examples = sorted((Path(__file__).parents[2] / "examples").rglob("*.yaml"))
    source = data.draw(st.sampled_from(examples))
    content = bytearray(source.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        piece = data.draw(
            st.one_of(
                st.binary(max_size=3),
                st.sampled_from(
                    [b": ", b" #", b"[", b"{", b'"', b"&a ", b"*a", b"\t", b"- ", b"\n", b"---\n", b"!!x "]
                ),
            )
        )
        content[at : at + data.draw(st.integers(0, 3))] = piece
    root = write_tree(tmp_path, {**BASE, "/".join(source.parts[source.parts.index("examples") + 2 :]): bytes(content)})
    for one in read_tree(root).diagnostics:
        place = locate(one.place)
        assert place.start.line >= 1
        assert place.start.column >= 1
        assert place.end >= place.start


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path / "nothing")
    assert list(files.walk("cycles")) == []
    assert files.names("cycles") == ()
