"""The past of a cycle's sheets: what git has of them, and what lies in the folder now, line by line."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from okrctl.history import gaps
from okrctl.history.freeze import Dated, Freeze, freeze_of
from okrctl.history.landing import Clock, Landings, landings
from okrctl.history.lineage import Line, Step, lineage
from okrctl.history.matching import plain_words
from okrctl.history.plumbing import Answer
from okrctl.history.revisions import ABSENT, cut_off, files_at_head, find, has_commit, revisions
from okrctl.history.versions import OnDisk, Versions, owner_of
from okrctl.language import Bilingual
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.index import Cycle

_UNNAMED = "0" * 40  # as long as the names of most repositories


class Past(NamedTuple):
    """The lines of the sheets with their steps from the freeze on (others may be among them), newest first.

    `begun` are commits that stand for the freeze, for git has nothing before them; `renamed` gives today's handles.
    """

    lines: tuple[Line, ...]
    renamed: Mapping[str, str]
    begun: frozenset[str]
    versions: Versions
    gap: Bilingual | None
    freeze: Freeze
    landings: Landings


class Source(NamedTuple):
    """A workspace's folder, the sheets that lie in it, and whether the cycle's own file is to be looked for there."""

    root: Path
    disk: OnDisk
    has_cycle: bool = True


def past_of(source: Source, cycle: Cycle, clock: Clock) -> Past | Bilingual:
    """What is known of the sheets of a cycle in a workspace; else why nothing is."""
    root = source.root
    where = find(root)
    if isinstance(where, Answer):
        return gaps.gap_of(where, str(root))
    landed, versions = landings(root, clock), Versions(root)
    if not landed.known and not has_commit(root):
        return gaps.NO_COMMIT
    at_head = files_at_head(root, *_paths(cycle))
    lived = _Search(source, cycle, where.prefix, at_head).lived(versions, landed)
    if isinstance(lived, Answer):
        return gaps.gap_of(lived, str(root))
    if not lived.lines:
        return gaps.NO_COMMIT
    frozen = lived.freeze.day
    cut = cut_off(root) if where.shallow else frozenset()
    begun, gap = _beginning(lived.lines, cut, frozen, landed)
    for line in lived.lines:
        _fold_drafts(line, cut, landed)
    lines = [*lived.lines, *_uncommitted(lived.lines, at_head, source.disk, versions)]
    since = [line for line in lines if any(_is_since(step, frozen, landed) for step in line.steps)]
    versions.fetch({blob for line in since for step in line.steps for blob in (*step.before, step.after)})
    joined, renamed = _rejoined(since, versions)
    handles = {owner_of(old): owner_of(new) for old, new in (*lived.renamed.items(), *renamed.items())}
    gap = gap or (gaps.INCOMPLETE if versions.lacks_some else None)
    return Past(joined, handles, begun, versions, gap, lived.freeze, landed)


class _Lived(NamedTuple):
    """The lines of the sheets, what they were called before, and the freeze."""

    lines: tuple[Line, ...]
    renamed: Mapping[str, str]
    freeze: Freeze


class _Search(NamedTuple):
    """Looks for the lines of a cycle's files in the repository around a workspace, `prefix` below its top."""

    source: Source
    cycle: Cycle
    prefix: str
    at_head: Mapping[str, str]

    def lived(self, versions: Versions, landed: Landings) -> _Lived | Answer:
        """The lines of the sheets; those that seem to begin after the freeze may have lain in another folder before."""
        sheets, cycle = (f"{self.prefix}{path}" for path in _paths(self.cycle))
        here = (f":(top,literal){sheets}", f":(top,literal){cycle}")
        anywhere = tuple(f":(top,glob)**/{path}" for path in _paths(self.cycle, "*.yaml"))
        lived = _Lived((), {}, Freeze(self.cycle.frozen))
        for pathspecs in (here, anywhere):
            found = revisions(self.source.root, pathspecs)
            if isinstance(found, Answer):
                return found
            lines, renamed = lineage(found, self.at_head, sheets.removesuffix("/"))
            own = next((line for line in lines if line.path == cycle), None)
            lines = tuple(line for line in lines if line is not own)
            first = [line.steps[-1] for line in lines if line.steps]
            begun = min((landed.of(step.commit).on for step in first if step.commit), default=None)
            freeze = freeze_of(self._dated(own, cycle, versions), begun, versions, landed)
            lived = _Lived(lines, renamed, freeze)
            if not any(step.before == (ABSENT,) and _is_since(step, freeze.day, landed) for step in first):
                break
        return lived

    def _dated(self, line: Line | None, path: str, versions: Versions) -> Dated:
        """The cycle with the life of its file, if it has one in this workspace."""
        if not self.source.has_cycle:
            return Dated(self.cycle, None)
        content = DiskFiles(self.source.root).read(_paths(self.cycle)[1])
        blob = self.at_head.get(path, ABSENT)
        now = _name_on_disk(content if isinstance(content, bytes) else None, blob or _UNNAMED, versions)
        line = line or Line(path)
        if now != blob:
            line.steps.insert(0, Step(None, -1, (blob,), now))
        return Dated(self.cycle, line if line.steps else None)


def _paths(cycle: Cycle, sheets: str = "") -> tuple[str, str]:
    """Where the sheets of a cycle lie, and its own file."""
    return f"cycles/{cycle.id}/okrs/{sheets}", f"cycles/{cycle.id}/cycle.yaml"


def _is_since(step: Step, day: date, landed: Landings) -> bool:
    return step.commit is None or landed.of(step.commit).on >= day


def _beginning(
    lines: Iterable[Line], cut: frozenset[str], frozen: date, landed: Landings
) -> tuple[frozenset[str], Bilingual | None]:
    """The commits with which what git knows begins after the freeze, and the sentence that says so."""
    first = {line.steps[-1].commit for line in lines if line.steps and line.steps[-1].before == (ABSENT,)}
    late = {one.sha: landed.of(one).on for one in first if one is not None and one.sha in cut}
    late = {sha: day for sha, day in late.items() if day >= frozen}
    if late:
        return frozenset(late), gaps.beginning(min(late.values()), frozen, shallow=True)
    steps = [step for line in lines for step in line.steps if step.commit is not None]
    oldest = max(steps, key=lambda step: step.number).commit if steps else None
    if oldest is None or any(not _is_since(step, frozen, landed) for step in steps):
        return frozenset(), None
    began = landed.of(oldest)
    together = {one.sha for step in steps if (one := step.commit) and landed.of(one).by == began.by}
    return frozenset(together), gaps.beginning(began.on, frozen, shallow=False)


def _fold_drafts(line: Line, cut: frozenset[str], landed: Landings) -> None:
    """A sheet that came with a merge came as it was merged: how it was drafted before is nobody's move."""
    first = line.steps[-1] if line.steps else None
    if first is None or first.commit is None or first.before != (ABSENT,) or first.commit.sha in cut:
        return
    by = landed.of(first.commit).by
    drafts = [step for step in line.steps if step.commit is not None and landed.of(step.commit).by == by]
    if len(drafts) > 1 and drafts[0].after != ABSENT:
        line.steps[:] = [*(step for step in line.steps if step not in drafts), first._replace(after=drafts[0].after)]


def _uncommitted(lines: Iterable[Line], at_head: Mapping[str, str], disk: OnDisk, versions: Versions) -> Iterator[Line]:
    """Puts a step on top of each line whose file is another one on the disk; gives lines of the files that are new."""
    here = {owner_of(line.path): line for line in lines if line.path in at_head}
    for owner, line in here.items():
        blob = at_head[line.path]
        now = _name_on_disk(disk.contents.get(owner), blob, versions)
        if now != blob:
            line.steps.insert(0, Step(None, -1, (blob,), now))
    for owner, content in sorted(disk.contents.items()):
        if owner not in here:
            yield Line(f"{owner}.yaml", [Step(None, -1, (ABSENT,), versions.put(content, _UNNAMED))])


def _name_on_disk(content: bytes | None, committed: str, versions: Versions) -> str:
    if content is None:
        return ABSENT
    name = versions.put(content, committed)
    if name != committed and b"\r\n" in content:  # a checkout may have changed the line ends, and nothing else
        unix = versions.put(content.replace(b"\r\n", b"\n"), committed)
        return committed if unix == committed else name
    return name


def _rejoined(lines: list[Line], versions: Versions) -> tuple[tuple[Line, ...], Mapping[str, str]]:
    """A sheet that was deleted under one name and came back under another, in two steps, has one line."""
    gone = {_goals(line.steps[0].before[0], versions): line for line in lines if line.steps[0].after == ABSENT}
    renamed: dict[str, str] = {}
    left = list(lines)
    for line in lines:
        first = line.steps[-1]
        other = gone.get(_goals(first.after, versions)) if gone and first.before == (ABSENT,) else None
        if other is not None and other is not line and other in left:
            line.steps[-1] = first._replace(before=other.steps[0].before)
            line.steps.extend(other.steps[1:])
            left = [one for one in left if one is not other]
            renamed[other.path] = line.path
    return tuple(left), renamed


def _goals(blob: str, versions: Versions) -> tuple[str, ...] | str:
    """What tells a sheet from all others: the words of its goals; the blob itself where it holds none."""
    sheet = versions.sheet(blob) if blob != ABSENT else None
    goals = [(one.title, *(each.title for each in one.key_results)) for one in sheet.objectives] if sheet else []
    return tuple(sorted(plain_words(title) for titles in goals for title in titles)) or f"blob {blob}"
