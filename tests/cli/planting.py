"""Mistakes planted in a copy of an example; where each finding has to stand is marked in the planted text itself."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

MARK = "«"  # right before what the finding is about; taken out before the file is written
NO_UTF8 = "\ue000"  # written as the single byte E9, which is é in Latin-1 and no UTF-8
Spot = tuple[str, int, int, str]


@dataclass(frozen=True)
class Plant:
    """A mistake: in the file at `path`, `old` (there once) becomes `new`, which holds the mark."""

    code: str
    path: str
    old: str
    new: str


@dataclass(frozen=True)
class Garden:
    """What is planted in one example: changes, files written anew, links, and how some files are encoded."""

    plants: tuple[Plant, ...]
    files: tuple[tuple[str, str, str], ...] = ()  # code, path, text; the finding stands at 1:1
    links: tuple[tuple[str, str, str], ...] = ()  # code, path, target
    with_bom: frozenset[str] = frozenset()
    with_crlf: frozenset[str] = frozenset()


def plant(example: Path, garden: Garden, root: Path) -> frozenset[Spot]:
    """Copy the example to `root` and plant; gives (path, line, column, code) of every finding there has to be."""
    shutil.copytree(example, root)
    spots: set[Spot] = set()
    for path in {each.path for each in garden.plants}:
        spots |= _plant_in(root, path, garden)
    for code, path, text in garden.files:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        spots.add((path, 1, 1, code))
    for code, path, target in garden.links:
        (root / path).symlink_to(target)
        spots.add((path, 1, 1, code))
    return frozenset(spots)


def spots_of(report: str) -> list[Spot]:
    """The places and codes of a JSON report."""
    found = json.loads(report)["findings"]
    return [(each["path"], each["line"], each["column"], each["code"]) for each in found]


def _plant_in(root: Path, path: str, garden: Garden) -> set[Spot]:
    text = (root / path).read_text(encoding="utf-8")
    assert MARK not in text
    here = [each for each in garden.plants if each.path == path]
    for each in here:
        assert text.count(each.old) == 1, (each.old, path, text.count(each.old))
        assert each.new.count(MARK) == 1
        text = text.replace(each.old, each.new)
    codes = {text.index(each.new): each.code for each in here}
    spots = set()
    for begin in sorted(codes):
        at = text.index(MARK, begin)
        before = text[:at].replace(MARK, "")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        spots.add((path, line, column, codes[begin]))
    text = text.replace(MARK, "")
    if path in garden.with_crlf:
        text = text.replace("\n", "\r\n")
    content = text.encode("utf-8").replace(NO_UTF8.encode("utf-8"), b"\xe9")
    (root / path).write_bytes((b"\xef\xbb\xbf" if path in garden.with_bom else b"") + content)
    return spots
