"""Who has looked back on a cycle: words of people count, not a document that okrctl made and nobody filled."""

import re
from collections.abc import Iterator

from okrctl.models.retro import Retro
from okrctl.reports.labels import WEEKLY
from okrctl.reports.markers import Block, Damage, read_pieces
from okrctl.reports.retrospective.words import WORDS
from okrctl.reports.status.scope import StatusScope
from okrctl.workspace.layout import Kind

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OUR_SENTENCES = frozenset(
    sentence for words in (WORDS["decide_hint"], WEEKLY["edited"]) for sentence in (words.en, words.zh)
)
_RULE = re.compile(r"[|:\-\s]+")  # below the head of a table; a row of empty cells looks the same


def looked_back_on(scope: StatusScope) -> frozenset[str]:
    """The owners with lessons or reasons beside their scores, or with words of their own in the document."""
    found = set(_with_words(scope))
    for retro in scope.workspace.others_of(Kind.RETRO):
        if retro.identity["cycle"] == scope.cycle.id and isinstance(retro.record, Retro) and _says(retro.record):
            found.add(retro.identity["owner"])
    return frozenset(found)


def _says(retro: Retro) -> bool:
    lessons = retro.went_well or retro.to_improve or retro.lessons or retro.next_cycle
    return bool(lessons) or any(score.because for score in retro.scores)


def _with_words(scope: StatusScope) -> Iterator[str]:
    folder = f"cycles/{scope.cycle.id}/retros"
    for files in scope.workspace.sources:
        for name in files.names(folder):
            if name.endswith(".md"):
                content = files.read(f"{folder}/{name}")
                if isinstance(content, bytes) and has_words(content.decode("utf-8", "replace")):
                    yield name.removesuffix(".md")


def has_words(document: str) -> bool:
    """Whether people wrote outside okrctl's blocks; headings, comments and the empty table for decisions are no words.

    Of a document with a damaged marker nobody can tell whose words are whose: it has none.
    """
    pieces = read_pieces(document.removeprefix("\ufeff"))
    if isinstance(pieces, Damage):
        return False
    return any(_is_written(piece.plain) for piece in pieces if not isinstance(piece, Block))


def _is_written(text: str) -> bool:
    lines = [line.strip() for line in _COMMENT.sub("", text).split("\n")]
    following = [*lines[1:], ""]
    return any(
        not line.startswith("#") and line not in _OUR_SENTENCES and not _is_empty_row(line, below)
        for line, below in zip(lines, following, strict=True)
        if line
    )


def _is_empty_row(line: str, below: str) -> bool:
    """Whether a line of a table says nothing: its head, the rule below that, and rows of empty cells."""
    is_head = line.startswith("|") and "-" in below and _RULE.fullmatch(below) is not None
    return is_head or _RULE.fullmatch(line) is not None
