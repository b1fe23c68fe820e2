"""What a clause of a report is: a deed, a word on what came of it, neither, or beyond what the readers can tell."""

from typing import Literal, NamedTuple

Kind = Literal["deed", "outcome", "frame", "unclear"]
"""`frame`: headings, times and plans, which say nothing of this week."""


class Reading(NamedTuple):
    """A clause as it was read; of a deed the words that say it, from offset `at` in the clause."""

    kind: Kind
    words: str = ""
    at: int = 0


OUTCOME = Reading("outcome")
FRAME = Reading("frame")
UNCLEAR = Reading("unclear")
