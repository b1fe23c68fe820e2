"""Text for pictures: harmless, and broken into lines without a font, by cells: a 汉字 is two, a Latin letter one."""

import re
import unicodedata

_NEVER_FIRST = frozenset("，。、；：！？）》」』】〕”’…—％,.;:!?)]}%")
# Control characters, direction marks, lone surrogates and what XML forbids.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]+"
)


def plain(text: str) -> str:
    """One line of text without anything that is not seen."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def cells(text: str) -> int:
    """The width of a line in cells; a combining mark has none."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text, each of at most `width` cells; at least one line."""
    if cells(text) <= width:
        return [text.rstrip()]
    lines, line = [], ""
    for piece in _pieces(text):
        if line and cells(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
        while cells(line.rstrip()) > width:
            cut = _fitting(line, width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    """Words with the space after them, and single wide characters with the punctuation that must not begin a line."""
    pieces = [""]
    for character in text:
        before = pieces[-1][-1:]
        wide = _cells(character) == 2 or (bool(before) and _cells(before) == 2)
        stays = character in _NEVER_FIRST or character == " " or _cells(character) == 0
        if before and not stays and (wide or before == " "):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces


def _fitting(line: str, width: int) -> int:
    """How many characters of a line fit, marks kept with their letters; at least one."""
    used = 0
    for index, character in enumerate(line):
        used += _cells(character)
        if used > width and index and _cells(character):
            return index
    return len(line)


def _cells(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
