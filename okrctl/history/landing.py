"""When each commit came onto the line that everybody follows, whatever day its author wrote it on."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from okrctl.history.plumbing import ask
from okrctl.history.revisions import Commit

# What `git pull` writes: there the second parent is the line that all the others were on already.
_PULL = re.compile(
    r"Merge (?:branch '(?P<there>[^']+)' of \S+|remote-tracking branch '(?:refs/remotes/)?[^/']+/(?P<tracked>[^']+)')"
    r"(?: into (?P<into>\S+))?"
)
_UNSAID = frozenset(("main", "master"))  # branches of which git may leave out "into"


class Clock(NamedTuple):
    """The last day that matters, and the zone in which days are told (None: the machine's)."""

    until: date
    zone: ZoneInfo | None

    def day(self, seconds: int) -> date:
        """The day of a Unix time; beyond Python's calendar its first or last day."""
        try:
            return datetime.fromtimestamp(seconds, UTC).astimezone(self.zone).date()
        except (OverflowError, OSError, ValueError):
            return date.min if seconds < 0 else date.max

    @property
    def end(self) -> float:
        """The last moment that matters, as Unix time."""
        try:
            return datetime.combine(self.until, time.max, self.zone).timestamp()
        except (OverflowError, OSError, ValueError):
            return sys.maxsize


class Landed(NamedTuple):
    """The day on which a commit landed, and the commit of the followed line that brought it: a merge, or itself.

    `said` is the day that the bringing commit itself names, where that is earlier: clocks differ.
    """

    on: date
    by: str
    said: date


class Landings(NamedTuple):
    """Where every commit up to HEAD landed, by its name."""

    known: Mapping[str, Landed]
    clock: Clock

    def of(self, commit: Commit) -> Landed:
        """Where a commit landed."""
        return self.known.get(commit.sha) or Landed(day := self.clock.day(commit.time), commit.sha, day)


class _Node(NamedTuple):
    """A commit with its parents, the one first that the followed line comes from; times in Unix seconds."""

    parents: tuple[str, ...]
    authored: int
    committed: int


def landings(folder: Path, clock: Clock) -> Landings:
    """Where the commits of the repository around `folder` landed.

    Along the followed line, from parent to first parent, a commit landed on the latest day that its author or any
    before him wrote on: it cannot have been there earlier than what it stands upon. The committer's time does not
    make it later, so that history that is rewritten as a whole keeps its days. What a merge brought landed with it.
    """
    answer = ask(folder, "rev-list", "--parents", "--encoding=UTF-8", "--format=%at%x00%ct%x00%s", "HEAD", "--")
    nodes = dict(_nodes(answer.out.decode("utf-8", "replace")))
    line = tuple(_followed(nodes))
    known: dict[str, Landed] = {}
    latest = 0
    for sha, seconds in reversed(tuple(zip(line, _times([nodes[sha] for sha in line], clock.end), strict=True))):
        latest = max(latest, seconds)
        on = clock.day(latest)
        said = max(nodes[sha].authored, nodes[sha].committed)
        _land(sha, Landed(on, sha, on if said >= latest else clock.day(said)), nodes, known)
    return Landings(known, clock)


def _nodes(listing: str) -> Iterator[tuple[str, _Node]]:
    lines = iter(listing.split("\n"))
    for line, facts in zip(lines, lines, strict=False):
        _, sha, *parents = line.split(" ")
        authored, committed, subject = facts.split("\0", 2)
        if len(parents) > 1 and _is_pull(subject):
            parents[:2] = parents[1::-1]
        yield sha, _Node(tuple(parents), int(authored or 0), int(committed or 0))


def _is_pull(subject: str) -> bool:
    found = _PULL.fullmatch(subject)
    if found is None:
        return False
    name = found["there"] or found["tracked"]
    return name == found["into"] if found["into"] else name in _UNSAID


def _followed(nodes: Mapping[str, _Node]) -> Iterator[str]:
    """The line from HEAD, which is listed first, to where history begins."""
    sha = next(iter(nodes), "")
    while sha in nodes:
        yield sha
        sha = next(iter(nodes[sha].parents), "")


def _times(line: Sequence[_Node], end: float) -> Iterator[int]:
    """When each commit of the line was written; where a clock went wrong, when the next one was, which is past."""
    is_past, above = False, 0
    for node in line:
        seconds = min(node.authored, node.committed)
        above = above if is_past and seconds > end else seconds
        yield above
        is_past = is_past or node.committed <= end


def _land(sha: str, landed: Landed, nodes: Mapping[str, _Node], known: dict[str, Landed]) -> None:
    """A commit lands, and with it all that it stands upon and that was not there yet."""
    waiting = [sha]
    while waiting:
        one = waiting.pop()
        if one in nodes and one not in known:
            known[one] = landed
            waiting.extend(nodes[one].parents)
