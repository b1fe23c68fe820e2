"""The markers of okrctl's blocks in a document: found in pairs, or the line of the one that is damaged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from okrctl.language import Bilingual

_MARKER = re.compile(r"<!-- okrctl:(?:begin (?P<section>\S+) (?P<name>[a-z-]+) (?P<digest>[0-9a-f]{12})|end) -->")
_TRACE = re.compile(r"(?<!\\)<!--\s*okrctl:(?:begin|end)")  # in a text of ours the sign before it is escaped
_MESSAGES = {
    "damaged": Bilingual("line {line} is a damaged marker of okrctl", "第 {line} 行的 okrctl 标记已损坏"),
    "doubled": Bilingual(
        "the block that begins in line {line} is there twice", "第 {line} 行开始的区块在文档中出现了两次"
    ),
    "orphan": Bilingual(
        "line {line} ends a block of okrctl that begins nowhere", "第 {line} 行结束了一个没有开头的 okrctl 区块"
    ),
    "unclosed": Bilingual(
        "the block that begins in line {line} ends nowhere", "第 {line} 行开始的 okrctl 区块没有结尾"
    ),
    "nested": Bilingual(
        "the block that begins in line {line} stands inside another one", "第 {line} 行开始的区块嵌套在另一个区块中"
    ),
}
_REMEDY = Bilingual(
    "nothing was written; put the marker back (git shows the last good state), "
    "or delete the whole block with both markers",
    "文档未改动；请恢复该标记（可用 git 查看之前的内容），或将整个区块连同首尾标记一起删除",
)


class Damage(NamedTuple):
    """Why a document cannot be written: the line (from 1), what is wrong there, and what to do."""

    line: int
    message: Bilingual
    remedy: Bilingual


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a document: people's words as they stand; `is_new` ones are okrctl's, with `\\n` as line end."""

    text: str
    is_new: bool = False

    @property
    def plain(self) -> str:
        """The text with `\\n` as line end."""
        return self.text.replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class Remark(Piece):
    """A line of okrctl's, behind an empty one, that says: what follows was changed by hand and is kept."""


@dataclass(frozen=True, slots=True)
class Block(Piece):
    """A block of okrctl's: `text` is what stands between the markers, which are kept as they were read."""

    section: str = ""
    name: str = ""
    digest: str = ""
    before: str = ""
    after: str = ""


class _Marker(NamedTuple):
    line: int
    section: str
    name: str
    digest: str

    @property
    def begins(self) -> bool:
        return bool(self.section)


def read_pieces(text: str) -> list[Piece] | Damage:
    """The document taken apart, in order, or its first damaged marker."""
    lines = text.split("\n")
    lines = [f"{line}\n" for line in lines[:-1]] + lines[-1:]
    markers: list[_Marker] = []
    for number, line in enumerate(lines, 1):
        if _TRACE.search(line):
            found = _MARKER.fullmatch(line.rstrip())
            if found is None:
                return _damage("damaged", number)
            markers.append(_Marker(number, found["section"] or "", found["name"] or "", found["digest"] or ""))
    return _disorder(markers) or list(_pieces(lines, markers))


def _disorder(markers: list[_Marker]) -> Damage | None:
    """What is wrong with the order of the markers: doubled and orphaned before unclosed before nested ones."""
    open_: list[_Marker] = []
    nested: _Marker | None = None
    seen: set[tuple[str, str]] = set()
    for marker in markers:
        if marker.begins:
            if (marker.section, marker.name) in seen:
                return _damage("doubled", marker.line)
            seen.add((marker.section, marker.name))
            nested = nested or (marker if open_ else None)
            open_.append(marker)
        elif open_:
            open_.pop()
        else:
            return _damage("orphan", marker.line)
    if open_:
        return _damage("unclosed", open_[0].line)
    return _damage("nested", nested.line) if nested else None


def _pieces(lines: list[str], markers: list[_Marker]) -> Iterator[Piece]:
    end = 0
    for begin, finish in zip(markers[::2], markers[1::2], strict=True):
        if free := "".join(lines[end : begin.line - 1]):
            yield Piece(free)
        text = "".join(lines[begin.line : finish.line - 1])
        before, after = lines[begin.line - 1], lines[finish.line - 1]
        yield Block(text, False, begin.section, begin.name, begin.digest, before, after)
        end = finish.line
    if free := "".join(lines[end:]):
        yield Piece(free)


def _damage(kind: str, line: int) -> Damage:
    return Damage(line, _MESSAGES[kind].format(line=line), _REMEDY)
