"""Reports that only list what was done: every clause is a deed, and none says what came of it."""

from typing import NamedTuple

from okrctl.rules.writing import chinese, english, openings
from okrctl.rules.writing.clauses import HAN, Clause, clauses
from okrctl.rules.writing.measures import measures
from okrctl.rules.writing.reading import FRAME, Reading


class Deed(NamedTuple):
    """The words of a text that say a deed, and how many equal ones stand before them."""

    words: str
    number: int


def only_activity(text: str) -> Deed | None:
    """The first deed of a text that says nothing else; None as soon as anything may be an outcome.

    Silence is the rule in doubt: a clause that the readers do not understand may well say what came of it.
    """
    has_chinese = HAN.search(text) is not None
    if not openings.may_tell_deeds(text) and not (has_chinese and chinese.may_tell_deeds(text)):
        return None
    if measures(text, has_chinese):
        return None
    first: tuple[int, str] | None = None
    for clause in clauses(text):
        reading = _read(clause)
        if reading.kind not in ("deed", "frame"):
            return None
        if reading.kind == "deed" and first is None:
            first = clause.at + reading.at, reading.words
    if first is None:
        return None
    at, words = first
    return Deed(words, text.count(words, 0, at))


def _read(clause: Clause) -> Reading:
    is_heading = clause.end in (":", "：")
    if clause.is_chinese:
        return FRAME if is_heading and len(clause.text) <= 6 else chinese.read(clause.text)
    return FRAME if is_heading and english.is_heading(clause.text) else english.read(clause.text)
