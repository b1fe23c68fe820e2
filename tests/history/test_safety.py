"""A stranger's repository runs nothing: each planted program would leave a trace, and none does."""

from pathlib import Path

import pytest

from tests.history.asking import BOB, OKRS, OTHER, SHEET, ask, begin, told
from tests.support.git_workspace import GitWorkspace
from tests.support.trees import write_tree

LOWERED = ("bob/O1/KR1", "target", 45, 40)
HOOKS = (
    "post-checkout",
    "post-index-change",
    "pre-auto-gc",
    "pre-commit",
    "post-commit",
    "reference-transaction",
    "fsmonitor-watchman",
)


def plant(folder: Path) -> tuple[str, Path]:
    """A program that leaves a trace when it runs, and the trace."""
    folder.mkdir(parents=True, exist_ok=True)
    trace, program = folder / "trace", folder / "program"
    program.write_text(f"#!/bin/sh\necho \"$0 $@\" >> '{trace}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program), trace


def configure(repository: GitWorkspace, program: str) -> None:
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.sshCommand",
        "core.gitProxy",
        "core.askPass",
        "core.alternateRefsCommand",
        "pager.log",
        "pager.rev-list",
        "pager.diff-tree",
        "pager.cat-file",
        "diff.external",
        "diff.okr.textconv",
        "diff.okr.command",
        "filter.okr.clean",
        "filter.okr.smudge",
        "filter.okr.process",
        "gpg.program",
        "gpg.ssh.program",
        "credential.helper",
        "uploadpack.packObjectsHook",
        "trailer.x.command",
        "alias.rev-list",
    ):
        repository.git("config", key, f"!{program}" if key.startswith(("alias", "credential")) else program)
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "filter.okr.required", "true")
    repository.git("config", "core.untrackedCache", "true")


def test_no_program_of_the_repository_runs(tmp_path: Path) -> None:
    repository = begin(tmp_path / "work", {BOB: SHEET, f"{OKRS}/ann.yaml": OTHER})
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    repository.rename(f"{OKRS}/ann.yaml", f"{OKRS}/anna.yaml", "2026-02-11")
    repository.commit({".gitattributes": "*.yaml diff=okr filter=okr merge=okr -text\n"}, "2026-02-12")
    program, trace = plant(tmp_path / "evil")
    for hook in HOOKS:
        (repository.root / ".git/hooks").mkdir(exist_ok=True)
        (repository.root / ".git/hooks" / hook).symlink_to(program)
    # What a configuration includes counts as much as what stands in it.
    configure(repository, program)
    (repository.root / ".git/config").rename(repository.root / ".git/more")
    (repository.root / ".git/config").write_text(
        "[core]\n\trepositoryformatversion = 0\n[include]\n\tpath = more\n", encoding="utf-8"
    )
    assert ask(repository.root).gap is None
    assert told(repository.root) == [LOWERED]
    assert not trace.exists()


def test_the_planted_programs_do_run_where_nobody_takes_care(tmp_path: Path) -> None:
    repository = begin(tmp_path / "work")
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    repository.commit({".gitattributes": "*.yaml diff=okr\n"}, "2026-02-12")
    program, trace = plant(tmp_path / "evil")
    configure(repository, program)
    repository.git("log", "-p", "--ext-diff", "--textconv")
    assert trace.exists()


@pytest.mark.parametrize("url", ["ext::{program} %S", "file://{elsewhere}", "ssh://{program}/x"])
def test_a_missing_object_is_fetched_from_nowhere(tmp_path: Path, url: str) -> None:
    repository = begin(tmp_path / "work", {BOB: SHEET, f"{OKRS}/ann.yaml": OTHER})
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    elsewhere = repository.clone(tmp_path / "elsewhere", "--bare")
    lost = repository.git("rev-parse", f"HEAD:{BOB}").strip()
    repository.edit(BOB, {"target: 40": "target: 35"}, "2026-02-11")
    program, trace = plant(tmp_path / "evil")
    for key, value in (
        ("remote.origin.url", url.format(program=program, elsewhere=elsewhere.root)),
        ("remote.origin.promisor", "true"),
        ("remote.origin.partialclonefilter", "blob:none"),
        ("remote.origin.uploadpack", program),
        ("extensions.partialClone", "origin"),
        ("core.repositoryFormatVersion", "1"),
        ("core.sshCommand", program),
        ("protocol.allow", "always"),
        ("protocol.ext.allow", "always"),
    ):
        repository.git("config", key, value)
    gone = repository.root / ".git/objects" / lost[:2] / lost[2:]
    gone.unlink()
    gap = ask(repository.root).gap
    assert gap is not None
    assert "not in this clone" in gap.en
    assert not trace.exists()
    assert not gone.exists()


def test_a_bare_repository_planted_in_the_workspace_is_not_believed(tmp_path: Path) -> None:
    repository = begin(tmp_path / "work")
    planted = begin(tmp_path / "planted")
    planted.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    program, trace = plant(tmp_path / "evil")
    planted.git("config", "core.fsmonitor", program)
    for name in ("HEAD", "config", "objects", "refs"):
        (tmp_path / "planted/.git" / name).rename(repository.root / name)
    (repository.root / ".git").rename(repository.root / "elsewhere")
    moves, gap = ask(repository.root)[:2]
    assert moves == ()
    assert gap is not None
    assert "not in a git repository" in gap.en
    assert not trace.exists()


def test_names_that_look_like_options_are_names(tmp_path: Path) -> None:
    odd = f"{OKRS}/--output=trace.yaml"
    repository = begin(tmp_path, {BOB: SHEET, odd: OTHER, "--output=x/okrctl.yaml": "", f"-p/{BOB}": SHEET})
    repository.git("update-ref", "refs/heads/HEAD", "HEAD")  # a branch of the very name that we ask for
    repository.git("update-ref", "refs/heads/--output=trace", "HEAD")
    repository.git("symbolic-ref", "HEAD", "refs/heads/--output=trace")
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    repository.edit(f"-p/{BOB}", {"target: 45": "target: 40"}, "2026-02-11")
    before = sorted(path.name for path in tmp_path.rglob("*") if ".git/" not in str(path))
    assert told(tmp_path) == [LOWERED]
    assert told(tmp_path / "-p") == [LOWERED]
    assert sorted(path.name for path in tmp_path.rglob("*") if ".git/" not in str(path)) == before


def test_reading_changes_nothing(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-10")
    write_tree(tmp_path, {BOB: SHEET})
    (tmp_path / ".git/index.lock").touch()

    def state() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    before = state()
    assert len(told(tmp_path)) == 2
    assert state() == before


@pytest.mark.parametrize(
    "variable",
    [
        "GIT_DIR",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_WORK_TREE",
        "GIT_LITERAL_PATHSPECS",
        "GIT_EXTERNAL_DIFF",
    ],
)
def test_what_a_hook_set_for_another_repository_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    repository = begin(tmp_path / "work", {f"team/{BOB}": SHEET})
    repository.edit(f"team/{BOB}", {"target: 45": "target: 40"}, "2026-02-10")
    monkeypatch.setenv(variable, "1" if variable == "GIT_LITERAL_PATHSPECS" else str(tmp_path))
    assert told(repository.root / "team") == [LOWERED]


def test_the_language_of_the_machine_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("LANGUAGE", "zh_CN:de")
    gap = ask(tmp_path).gap
    assert gap is not None
    assert "not in a git repository" in gap.en


def test_an_author_whose_name_is_no_utf_8(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    text = repository.edited(BOB, {"target: 45": "target: 40"}).encode()
    stream = b"commit refs/heads/main\nauthor Ren\xe9 <r@x> 1770714000 +0000\n"
    stream += b"committer Ren\xe9 <r@x> 1770714000 +0000\ndata 1\nx\n"
    stream += f"from {repository.head}\nM 100644 inline {BOB}\ndata {len(text)}\n".encode() + text
    repository.git("fast-import", "--quiet", given=stream)
    repository.git("reset", "--quiet", "--hard")
    (move,) = ask(tmp_path).moves
    assert move.commit is not None
    assert move.commit.author == "Ren\ufffd"
