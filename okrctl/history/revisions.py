"""What git knows about some files, as plain values: where we are, which commits touched them, what stood in them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from okrctl.history.plumbing import Answer, ask

ABSENT = ""  # the blob of a file that is not there
_LINK = ("120000", "160000")  # a symbolic link, a submodule: no file of ours
_SAME_FILE = "75%"  # a sheet whose owner has another handle now stays far above; another person's sheet below
_MOST_RENAMED = "400"  # in one commit; telling them apart costs the square of this


class Whereabouts(NamedTuple):
    """A folder inside a repository: the way from its top (`a/b/` or empty), and whether history is cut off."""

    prefix: str
    shallow: bool


class Commit(NamedTuple):
    """One commit: its name, the ones before it that touched the files, when it was authored (Unix time), by whom."""

    sha: str
    parents: tuple[str, ...]
    time: int
    author: str
    email: str


class Touch(NamedTuple):
    """One file between a parent and a commit: paths from the repository's top and blobs; ABSENT where it is not."""

    old_path: str
    path: str
    old_blob: str
    blob: str


class Revision(NamedTuple):
    """A commit and what it touched, against each of its parents (against nothing, where it is the first)."""

    commit: Commit
    touched: tuple[tuple[Touch, ...], ...]


def find(folder: Path) -> Whereabouts | Answer:
    """Where in a repository `folder` is; git's own words where it is in none that can be read."""
    answer = ask(folder, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
    if answer.code != 0:
        return answer
    inside, shallow, prefix = _text(answer.out).split("\n", 2)
    if inside != "true":
        return Answer(128, error="not a work tree")
    return Whereabouts(prefix.removesuffix("\n"), shallow == "true")


def has_commit(folder: Path) -> bool:
    """Whether there is a commit to look at."""
    return ask(folder, "rev-parse", "--quiet", "--verify", "HEAD^{commit}").code == 0


def cut_off(folder: Path) -> frozenset[str]:
    """The commits of a shallow clone whose parents it does not have."""
    answer = ask(folder, "rev-parse", "--git-path", "shallow")
    path = folder / _text(answer.out).removesuffix("\n")
    try:
        return (
            frozenset(path.read_text(encoding="ascii", errors="replace").split()) if answer.code == 0 else frozenset()
        )
    except OSError:
        return frozenset()


def files_at_head(folder: Path, *paths: str) -> Mapping[str, str]:
    """The blobs of the last commit at some paths, and below those that end in `/`, by path from the top."""
    answer = ask(folder, "ls-tree", "-r", "-z", "--full-name", "HEAD", "--", *paths)
    entries = (entry.partition("\t") for entry in _text(answer.out).split("\0") if entry)
    return {path: facts.split()[2] for facts, _, path in entries if facts.split()[0] not in _LINK}


def revisions(folder: Path, paths: Sequence[str]) -> tuple[Revision, ...] | Answer:
    """The commits that touched `paths` (git's pathspecs) up to HEAD, newest first, a child before its parents."""
    listed = ask(
        folder, "rev-list", "--date-order", "--full-history", "--parents", "--encoding=UTF-8",
        "--format=%at%x00%aN%x00%aE", "HEAD", "--", *paths,
    )  # fmt: skip
    if listed.code != 0:
        return listed
    commits = tuple(_commits(listed.out.decode("utf-8", "replace")))
    pairs = [(commit.sha, parent) for commit in commits for parent in commit.parents or ("",)]
    asked = "".join(f"{sha} {parent}".rstrip() + "\n" for sha, parent in pairs)
    compared = ask(
        folder, "diff-tree", "--stdin", "-r", "--raw", "-z", "--always", "--root", "--no-abbrev", "--no-ext-diff",
        "--no-textconv", f"--find-renames={_SAME_FILE}", f"-l{_MOST_RENAMED}", "--", *paths, given=asked.encode(),
    )  # fmt: skip
    if compared.code != 0:
        return compared
    touched = _touches(_text(compared.out))
    return tuple(Revision(commit, tuple(next(touched, ()) for _ in commit.parents or ("",))) for commit in commits)


class Blobs(NamedTuple):
    """Contents of blobs by name, and whether the repository lacks some that were asked for."""

    contents: Mapping[str, bytes]
    lacks_some: bool


def blobs(folder: Path, names: Sequence[str], largest: int) -> Blobs:
    """The contents of blobs; those over `largest` bytes are left out, and those that this clone does not have."""
    if not names:
        return Blobs({}, False)
    sizes = ask(folder, "cat-file", "--batch-check", given=_lines(names))
    known = [line.split(" ") for line in _text(sizes.out).splitlines() if not line.endswith(" missing")]
    fitting = [name for name, kind, size in known if kind == "blob" and int(size) <= largest]
    answer = ask(folder, "cat-file", "--batch", given=_lines(fitting)) if fitting else Answer(0)
    return Blobs(dict(_contents(answer.out)), len(known) < len(names))


def _commits(listing: str) -> Iterator[Commit]:
    lines = iter(listing.split("\n"))
    for line, facts in zip(lines, lines, strict=False):
        _, sha, *parents = line.split(" ")
        time, author, email = facts.split("\0")
        yield Commit(sha, tuple(parents), int(time or 0), author, email)


def _touches(listing: str) -> Iterator[tuple[Touch, ...]]:
    """What stands between one commit's name and the next."""
    touched: list[Touch] | None = None
    parts = iter(listing.split("\0"))
    for part in parts:
        if not part.startswith(":"):
            if touched is not None:
                yield tuple(touched)
            touched = []
        elif touched is not None:
            touched.append(_touch(part, parts))


def _touch(facts: str, parts: Iterator[str]) -> Touch:
    old_mode, mode, old_blob, blob, status = facts.removeprefix(":").split(" ")
    old_path = path = next(parts)
    if status[0] in "RC":
        path = next(parts)
    return Touch(old_path, path, _blob(old_mode, old_blob), _blob(mode, blob))


def _blob(mode: str, name: str) -> str:
    return ABSENT if mode == "000000" else name


def _lines(names: Sequence[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode("ascii")


def _contents(stream: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at < len(stream):
        end = stream.index(b"\n", at)
        name, _, size = stream[at:end].decode("ascii", "replace").split(" ")
        yield name, stream[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)


def _text(output: bytes) -> str:
    # Bytes that are no UTF-8 come back as they were when a path goes out again.
    return output.decode("utf-8", "surrogateescape")
