"""Documents that okrctl and people write together: okrctl's blocks are replaced, every word of people stays.

A block stands between `<!-- okrctl:begin SECTION NAME SHA12 -->` and `<!-- okrctl:end -->`; SHA12 are the first 12 hex
digits of the SHA-256 of what is between, with `\\n` as line end, so that git may change line ends.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from typing import NamedTuple

from okrctl.language import Language
from okrctl.reports.labels import WEEKLY, section_words
from okrctl.reports.markers import Block, Damage, Piece, Remark, read_pieces

FOLD, UNFOLD = "fold", "unfold"
_BEGIN = "<!-- okrctl:begin {section} {name} {digest} -->"
_END = "<!-- okrctl:end -->"


class Part(NamedTuple):
    """One part of a section in `\\n`; `is_free` ones are written once, outside any block, and then belong to people."""

    name: str
    text: str
    is_free: bool = False


class Section(NamedTuple):
    """What okrctl writes in one run: a week (`2026-W11`) or several (`2026-W06..2026-W09`), newest on top.

    `title` stands above a new document, `elsewhere` are the first lines it would have in the other languages. Older
    sections are folded behind their first part.
    """

    id: str
    parts: tuple[Part, ...]
    title: str = ""
    elsewhere: tuple[str, ...] = ()


class Merged(NamedTuple):
    """The document, and the lines in it (from 1) where parts that had been changed by hand are kept by this run."""

    text: str
    kept: tuple[int, ...] = ()


def merge(old: str | None, fresh: Section, language: Language) -> Merged | Damage:
    """The document with `fresh` in it; the same again changes nothing. Damaged markers: where, and nothing else."""
    text = old or ""
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    pieces = read_pieces(text.removeprefix("\ufeff"))
    if isinstance(pieces, Damage):
        return pieces
    newline = _newline(text)
    if not text.strip():
        pieces = [Piece(f"{fresh.title}\n\n" if fresh.title else "")]
    merged = list(_folded(_with_ends(_with(pieces, fresh, language)), language))
    written = [_written(piece, newline) for piece in merged]
    return Merged(bom + "".join(written), tuple(_lines_of_remarks(merged, written)))


def _lines_of_remarks(pieces: Sequence[Piece], written: Sequence[str]) -> Iterator[int]:
    line = 1
    for piece, text in zip(pieces, written, strict=True):
        if isinstance(piece, Remark):
            yield line + 1
        line += text.count("\n")


def digest(text: str) -> str:
    """The first 12 hex digits of the SHA-256 of a text with `\\n` as line end."""
    return sha256(text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _with(pieces: Sequence[Piece], fresh: Section, language: Language) -> list[Piece]:
    if any(piece.section == fresh.id for piece in _blocks(pieces)):
        return list(_replaced(pieces, fresh, language))
    return _inserted(list(pieces), fresh)


def _replaced(pieces: Sequence[Piece], fresh: Section, language: Language) -> Iterator[Piece]:
    """The section anew: each block in its place, one that is gone behind the one before it."""
    parts = {part.name: part for part in fresh.parts if not part.is_free}
    there = {piece.name for piece in _blocks(pieces) if piece.section == fresh.id}
    first, *rest = parts
    gone_after = _gone_after((first, FOLD, *rest), there)
    leading = gone_after.pop("", [])
    for piece in pieces:
        if not isinstance(piece, Block) or piece.section != fresh.id:
            yield piece
            continue
        for name in leading:
            yield from (_block(fresh.id, parts[name]), Piece("\n", is_new=True))
        leading = []
        if piece.name in (FOLD, UNFOLD):
            yield piece
        else:
            yield from _rewritten(piece, parts.get(piece.name), language)
        for name in gone_after.get(piece.name, ()):
            yield from (Piece("\n", is_new=True), _block(fresh.id, parts[name]))


def _gone_after(names: tuple[str, ...], there: set[str]) -> dict[str, list[str]]:
    """The blocks that are gone, by the block behind which they belong; the empty name: before all others."""
    gone: dict[str, list[str]] = {}
    before = ""
    for name in names:
        if name in there:
            before = name
        elif name != FOLD:
            gone.setdefault(before, []).append(name)
    return gone


def _rewritten(block: Block, part: Part | None, language: Language) -> Iterator[Piece]:
    """A block with its new text; what people changed in it stays below, and so does all of one no longer written."""
    text = _framed(part.text) if part else ""
    if part:
        same = block.plain == text and digest(text) == block.digest
        yield block if same else Block(text, True, block.section, block.name, "")
    if digest(block.plain) != block.digest and block.plain != text and block.plain.strip():
        yield Remark(f"\n{WEEKLY['edited'].say(language)}\n", is_new=True)
        yield Piece(block.text)


def _inserted(pieces: list[Piece], fresh: Section) -> list[Piece]:
    """A section that was not there: above the first older one, else below the last fold, else at the end."""
    blocks = [number for number, piece in enumerate(pieces) if isinstance(piece, Block)]
    older = (number for number in blocks if _age(_section(pieces[number])) < _age(fresh.id))
    at = next(older, None)
    if at is None:
        # What stands below an open section belongs to it.
        folded_last = blocks and isinstance(last := pieces[blocks[-1]], Block) and last.name == UNFOLD
        at = blocks[-1] + 1 if folded_last else len(pieces)
    before = "".join(piece.plain for piece in pieces[:at])
    gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    if at and isinstance(pieces[at - 1], Block):
        gap = "\n"
    section = list(_section_pieces(fresh))
    if pieces[at:] and not isinstance(pieces[at], Block) and pieces[at].plain.startswith("\n"):
        section.pop()  # the blank line below is there already
    return [*pieces[:at], Piece(gap, is_new=True), *section, *pieces[at:]]


def _section_pieces(fresh: Section) -> Iterator[Piece]:
    for part in fresh.parts:
        yield Piece(part.text, is_new=True) if part.is_free else _block(fresh.id, part)
        yield Piece("\n", is_new=True)


def _with_ends(pieces: Sequence[Piece]) -> list[Piece]:
    """Both ends of a fold, still empty, in every section but the newest that has neither and is of one piece.

    One stands behind its first block, the other before the next section, so that what people wrote below is inside.
    """
    runs = [list(run) for _, run in groupby(_numbered_blocks(pieces), key=lambda numbered: numbered[1].section)]
    newest = _newest(pieces)
    count = Counter(run[0][1].section for run in runs)
    done: list[Piece] = list(pieces[: runs[0][0][0]] if runs else pieces)
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        begin, section = run[0][0], run[0][1].section
        inside = pieces[begin : following[0][0] if following else len(pieces)]
        is_plain = count[section] > 1 or any(block.name in (FOLD, UNFOLD) for _, block in run)
        done += inside if section == newest or is_plain else _between_ends(section, inside)
    return done


def _between_ends(section: str, inside: Sequence[Piece]) -> Iterator[Piece]:
    head, *rest = inside
    yield from (head, Piece("\n", is_new=True), Block("", True, section, FOLD, ""), *rest)
    last = next(number for number in range(len(inside) - 1, -1, -1) if isinstance(inside[number], Block))
    below = "\n" + "".join(piece.plain for piece in inside[last + 1 :])
    gap = "" if below.endswith("\n\n") else "\n" if below.endswith("\n") else "\n\n"
    yield from (Piece(gap, is_new=True), Block("", True, section, UNFOLD, ""), Piece("\n", is_new=True))


def _folded(pieces: Sequence[Piece], language: Language) -> Iterator[Piece]:
    """Every section but the newest behind `<details>`, where both ends of the fold are there in their order."""
    order = [(piece.section, piece.name) for piece in _blocks(pieces)]
    newest = _newest(pieces)
    for piece in pieces:
        if not isinstance(piece, Block) or piece.name not in (FOLD, UNFOLD):
            yield piece
            continue
        begin, end = ((piece.section, name) for name in (FOLD, UNFOLD))
        whole = begin in order and end in order and order.index(begin) < order.index(end)
        closed = _framed(_fold_lines(piece, language))
        text = closed if whole and piece.section != newest else ""
        same = piece.plain == text and digest(text) == piece.digest
        yield piece if same else Block(text, True, piece.section, piece.name, "")
        if digest(piece.plain) != piece.digest:
            yield from _foreign_lines(piece, closed)


def _fold_lines(block: Block, language: Language) -> str:
    if block.name == UNFOLD:
        return "</details>\n"
    return f"<details>\n<summary>{section_words(block.section, language)}</summary>\n"


def _foreign_lines(block: Block, own: str) -> Iterator[Piece]:
    """The lines that people wrote into the block of a fold: all but okrctl's own, each of which counts once."""
    spare = Counter(own.split("\n"))
    kept: list[str] = []
    for line in block.text.splitlines(keepends=True):
        plain = line.rstrip("\r\n")
        if spare[plain] > 0 or not plain.strip():
            spare[plain] -= 1
        else:
            kept.append(line)
    if kept:
        yield Piece("\n", is_new=True)
        yield Piece("".join(kept))


def _block(section: str, part: Part) -> Block:
    return Block(_framed(part.text), True, section, part.name, "")


def _framed(text: str) -> str:
    """Blank lines around a text, so that the markers do not join its table or its HTML."""
    body = text.strip("\n")
    return f"\n{body}\n\n" if body else ""


def _blocks(pieces: Sequence[Piece]) -> Iterator[Block]:
    return (piece for _, piece in _numbered_blocks(pieces))


def _numbered_blocks(pieces: Sequence[Piece]) -> Iterator[tuple[int, Block]]:
    return ((number, piece) for number, piece in enumerate(pieces) if isinstance(piece, Block))


def _newest(pieces: Sequence[Piece]) -> str:
    return max((block.section for block in _blocks(pieces)), key=_age, default="")


def _section(piece: Piece) -> str:
    return piece.section if isinstance(piece, Block) else ""


def _age(section: str) -> tuple[str, str]:
    """Sorts sections: by their last week, then by their first."""
    first, _, last = section.partition("..")
    return last or first, first


def _newline(text: str) -> str:
    windows = text.count("\r\n")
    return "\r\n" if windows > text.count("\n") - windows else "\n"


def _written(piece: Piece, newline: str) -> str:
    text = piece.text.replace("\n", newline) if piece.is_new else piece.text
    if not isinstance(piece, Block):
        return text
    if not piece.is_new:
        return piece.before + text + piece.after
    begin = _BEGIN.format(section=piece.section, name=piece.name, digest=digest(piece.text))
    return f"{begin}{newline}{text}{_END}{newline}"
