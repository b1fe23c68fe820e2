"""The past of a cycle's sheets: what git has of them, and what lies in the folder now, line by line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from okrctl.history import gaps
from okrctl.history.lineage import Line, Lineage, Step, lineage
from okrctl.history.matching import plain_words
from okrctl.history.plumbing import Answer
from okrctl.history.revisions import ABSENT, Commit, cut_off, files_at_head, find, has_commit, revisions
from okrctl.history.versions import OnDisk, Versions, owner_of
from okrctl.language import Bilingual
from okrctl.workspace.index import Cycle

_UNNAMED = "0" * 40  # as long as the names of most repositories
DayOf = Callable[[Commit], date]


class Past(NamedTuple):
    """The lines of the sheets with their steps from the freeze on (others may be among them), newest first.

    `begun` are commits that stand for the freeze, for git has nothing before them; `renamed` gives today's handles.
    """

    lines: tuple[Line, ...]
    renamed: Mapping[str, str]
    begun: frozenset[str]
    versions: Versions
    gap: Bilingual | None


def past_of(root: Path, cycle: Cycle, disk: OnDisk, day_of: DayOf) -> Past | Bilingual:
    """What is known of the sheets of a cycle in the workspace at `root`; else why nothing is."""
    where = find(root)
    if isinstance(where, Answer):
        return gaps.gap_of(where, str(root))
    if not has_commit(root):
        return gaps.NO_COMMIT
    at_head = files_at_head(root, f"cycles/{cycle.id}/okrs")
    lived = _lived(root, where.prefix, cycle, at_head, day_of)
    if isinstance(lived, Answer):
        return gaps.gap_of(lived, str(root))
    if not lived.lines:
        return gaps.NO_COMMIT
    versions = Versions(root)
    begun, gap = _beginning(lived.lines, cut_off(root) if where.shallow else frozenset(), cycle.frozen, day_of)
    lines = [*lived.lines, *_uncommitted(lived.lines, at_head, disk, versions)]
    since = [line for line in lines if any(_is_since(step, cycle.frozen, day_of) for step in line.steps)]
    versions.fetch({blob for line in since for step in line.steps for blob in (*step.before, step.after)})
    joined, renamed = _rejoined(since, versions)
    handles = {owner_of(old): owner_of(new) for old, new in (*lived.renamed.items(), *renamed.items())}
    return Past(joined, handles, begun, versions, gap or (gaps.INCOMPLETE if versions.lacks_some else None))


def _lived(root: Path, prefix: str, cycle: Cycle, at_head: Mapping[str, str], day_of: DayOf) -> Lineage | Answer:
    """The lines of the sheets; those that seem to begin after the freeze may have lain in another folder before."""
    folder = f"{prefix}cycles/{cycle.id}/okrs"
    lived = Lineage((), {})
    for pathspec in (f":(top,literal){folder}/", f":(top,glob)**/cycles/{cycle.id}/okrs/*.yaml"):
        found = revisions(root, (pathspec,))
        if isinstance(found, Answer):
            return found
        lived = lineage(found, at_head, folder)
        first = [line.steps[-1] for line in lived.lines if line.steps]
        if not any(step.before == (ABSENT,) and _is_since(step, cycle.frozen, day_of) for step in first):
            break
    return lived


def _is_since(step: Step, day: date, day_of: DayOf) -> bool:
    return step.commit is None or day_of(step.commit) >= day


def _beginning(
    lines: Iterable[Line], cut: frozenset[str], frozen: date, day_of: DayOf
) -> tuple[frozenset[str], Bilingual | None]:
    """The commits with which what git knows begins after the freeze, and the sentence that says so."""
    first = {line.steps[-1].commit for line in lines if line.steps and line.steps[-1].before == (ABSENT,)}
    cut_late = {one for one in first if one is not None and one.sha in cut and day_of(one) >= frozen}
    if cut_late:
        return frozenset(one.sha for one in cut_late), gaps.beginning(min(map(day_of, cut_late)), frozen, shallow=True)
    steps = [step for line in lines for step in line.steps if step.commit is not None]
    oldest = max(steps, key=lambda step: step.number).commit if steps else None
    if oldest is None or any(not _is_since(step, frozen, day_of) for step in steps):
        return frozenset(), None
    return frozenset({oldest.sha}), gaps.beginning(day_of(oldest), frozen, shallow=False)


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
