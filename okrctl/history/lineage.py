"""The life of each file, followed back from HEAD through renames, merges, deletion and return."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from okrctl.history.revisions import ABSENT, Commit, Revision, Touch


class Step(NamedTuple):
    """One commit in the life of a file: its blobs before (one for each parent that differs), and after.

    `number` counts commits from the newest; -1 and no commit: not committed yet.
    """

    commit: Commit | None
    number: int
    before: tuple[str, ...]
    after: str


@dataclass
class Line:
    """A file as it is called last, and its steps, newest first."""

    path: str
    steps: list[Step] = field(default_factory=list)


class Lineage(NamedTuple):
    """The lines of the files there are (and were), and what owners of files were called before: old path → new."""

    lines: tuple[Line, ...]
    renamed: Mapping[str, str]


def lineage(revisions: Iterable[Revision], paths: Iterable[str], folder: str) -> Lineage:
    """Follow the files at `paths` (those of HEAD) and every one deleted from `folder` back to where it began.

    Where a merge took a file from one side, only that side is followed, as `git log FILE` does; where it differs
    from all sides, all of them are.
    """
    walk = _Walk(paths, folder)
    for number, revision in enumerate(revisions):
        walk.pass_through(number, revision)
    return Lineage(tuple(walk.lines), walk.renamed)


class _Walk:
    """Which file's line runs through which path, at every commit that waits to be passed through."""

    def __init__(self, paths: Iterable[str], folder: str) -> None:
        self.lines = [Line(path) for path in sorted(paths)]
        self.renamed: dict[str, str] = {}
        self._waiting: dict[str, dict[str, Line]] = {}
        self._at_head: dict[str, Line] | None = {line.path: line for line in self.lines}
        self._seen = {line.path: line for line in self.lines}
        self._ended: dict[str, Line] = {}  # files that came into being in a newer commit
        self._folders = {folder}  # where our files lay, in newer commits and now

    def pass_through(self, number: int, revision: Revision) -> None:
        """Take every line from a commit to the parent that it comes from."""
        here = self._waiting.pop(revision.commit.sha, {})
        if self._at_head is not None:  # the first commit that touched anything is the only one without a child
            here, self._at_head = self._at_head, None
        if len(revision.touched) == 1:
            for touch in revision.touched[0]:
                self._follow(number, revision.commit, here, touch)
            self._hand_on(revision.commit.parents[:1], here)
        else:
            self._split(number, revision, here)

    def _follow(self, number: int, commit: Commit, here: dict[str, Line], touch: Touch) -> None:
        line = here.pop(touch.path, None) if touch.blob != ABSENT else self._deleted(touch.old_path, here)
        if line is None:
            return
        line.steps.append(Step(commit, number, (touch.old_blob,), touch.blob))
        self._go_on(here, line, touch)

    def _go_on(self, here: dict[str, Line], line: Line, touch: Touch) -> None:
        """Where the line comes from: the same path, the one it was renamed from, or nowhere."""
        if touch.old_blob == ABSENT:
            self._ended[touch.path] = line
            return
        here[touch.old_path] = line
        self._seen[touch.old_path] = line
        if touch.old_path != line.path and touch.blob != ABSENT:
            self.renamed.setdefault(touch.old_path, line.path)
            self._folders.add(_folder(touch.old_path))

    def _deleted(self, path: str, here: Mapping[str, Line]) -> Line | None:
        """The line of a file that a commit deleted: that of one that came back later, else a new one."""
        if path in self._ended:
            return self._ended.pop(path)
        if path in here or path in self._seen or _folder(path) not in self._folders:
            return None  # on a side that a merge did not take, or in another workspace
        line = Line(path)
        self.lines.append(line)
        return line

    def _split(self, number: int, revision: Revision, here: dict[str, Line]) -> None:
        """A merge: what is the same as in one parent comes from there, the first such parent."""
        sides = [{touch.path: touch for touch in side} for side in revision.touched]
        common = set(sides[0]).intersection(*sides[1:])
        branches: list[dict[str, Line]] = [{} for _ in sides]
        for path in sides[0].keys() - common:
            if path in here:
                branches[next(n for n, side in enumerate(sides) if path not in side)][path] = here.pop(path)
        for path in common:
            self._fork(number, revision.commit, [side[path] for side in sides], (here, branches))
        branches[0] = here | branches[0]
        for parent, branch in zip(revision.commit.parents, branches, strict=True):
            self._hand_on((parent,), branch)

    def _fork(
        self, number: int, commit: Commit, touches: list[Touch], ways: tuple[dict[str, Line], list[dict[str, Line]]]
    ) -> None:
        """A file that the merge left different from all its parents: its line comes from each of them."""
        here, branches = ways
        touch = touches[0]
        line = here.pop(touch.path, None) if touch.blob != ABSENT else self._deleted(touch.old_path, here)
        if line is None:
            return
        line.steps.append(Step(commit, number, tuple(each.old_blob for each in touches), touch.blob))
        for each, branch in zip(touches, branches, strict=True):
            self._go_on(branch, line, each)

    def _hand_on(self, parents: tuple[str, ...], here: dict[str, Line]) -> None:
        for parent in parents:
            waiting = self._waiting.get(parent)
            if waiting is None:
                self._waiting[parent] = here
            else:
                waiting.update(here)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
