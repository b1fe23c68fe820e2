"""English sentences: which verb leads them, and whether anything behind it says what came of it."""

import re

from okrctl.rules.writing.measures import measures
from okrctl.rules.writing.openings import NUMBER, deed_at, past_fillers, verb_at
from okrctl.rules.writing.outcomes import ENGLISH, ENGLISH_NOUNS
from okrctl.rules.writing.pattern import Pattern
from okrctl.rules.writing.reading import FRAME, OUTCOME, UNCLEAR, Reading

_PLAN = Pattern(
    r"(?:(?:i|we)?\s*(?:will|plan to|am going to|are going to|going to|intend to|want to)"
    r"|next (?:week|step|steps|month|up)|more (?:next|to)|planned for|up next|to follow|tomorrow)\b",
    re.IGNORECASE,
)
_HEADING = Pattern(r"[A-Za-z][\w &/-]{0,24}")
_PIECE = Pattern(r"(\s*,\s*(?:and\s+)?|\s+(?:and|&|plus|then|as well as)\s+|\s*\(\s*|\s*\)\s*)")
_WORD = Pattern(r"[A-Za-z][\w'’-]*")
_NO_VERB_BEHIND = frozenset(("to", "how", "the", "their", "our", "its", "all", "these"))  # a purpose, or a thing

# What goes on with a list of objects, and what only looks like it.
_PREPOSITION = Pattern(
    r"(?:with|at|in|on|about|to|for|from|by|of|around|regarding|incl\w*|via|during|after|before|both in)\b",
    re.IGNORECASE,
)
_OBJECT = Pattern(
    rf"(?:{NUMBER}|the|our|their|his|her|my|some|several|many|other)\s(?:\S+\s){{0,3}}\S+$", re.IGNORECASE
)
_NAMES = Pattern(r"@?[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*)*$")
_SOME = Pattern(rf"(?:both|all|most|some|none|half|each|{NUMBER})\b", re.IGNORECASE)
_NAME_WITH = Pattern(r"[A-Z][\w'’-]*\s+(?!(?:and|of|from|in|at|on|for|to|with|about|the)\b)[a-z]")
_PAST = Pattern(r"\b\w{2,}ed\b|\b\w+n't\b", re.IGNORECASE)
_ACTS = Pattern(r"\w+s\s+(?:a|an|the|his|her|their|our|us|to|it|that|how|why|two|three|[0-9]+)\b", re.IGNORECASE)
_MANY = Pattern(r"\b\w+s\b")
_LENGTH = Pattern(r"[0-9]\s*(?:s|ms|seconds?|minutes?|hours?|days?|weeks?)\b", re.IGNORECASE)


def read(sentence: str) -> Reading:
    """What one sentence says."""
    if measures(sentence, chinese=False):
        return OUTCOME
    start = past_fillers(sentence)
    if start >= len(sentence.rstrip()) or _PLAN.match(sentence, start):
        return FRAME
    words = deed_at(sentence, start)
    return _judged(sentence, words, sentence.index(words, start)) if words else UNCLEAR


def is_heading(sentence: str) -> bool:
    """Whether words before a colon only name what follows."""
    is_short = _HEADING.fullmatch(sentence.strip()) is not None and len(sentence.split()) <= 3
    return is_short and not _tells(sentence, ENGLISH | ENGLISH_NOUNS)


def _judged(sentence: str, words: str, place: int) -> Reading:
    """A deed, if every piece behind its verb is one, too, or goes on with the list of its objects."""
    first, *rest = _PIECE.split(sentence[place + len(words) :])
    pieces = tuple(zip(rest[1::2], rest[::2], strict=True))
    if _tells(first, ENGLISH) or any(_has_outcome(piece) for piece, _ in pieces):
        return OUTCOME
    goes_on = all(_goes_on(piece, sign.strip() == "and") for piece, sign in pieces)
    return Reading("deed", words.strip(), place) if goes_on else UNCLEAR


def _has_outcome(piece: str) -> bool:
    """Whether a piece of a list tells something; behind a verb of its own only its objects are looked at."""
    start = past_fillers(piece)
    words = verb_at(piece, start)
    return _tells(piece[start + len(words) :], ENGLISH) if words else _tells(piece, ENGLISH | ENGLISH_NOUNS)


def _goes_on(piece: str, behind_and: bool) -> bool:
    """Whether a piece of a list is a deed of its own, a part of the object, a time or a plan, and no predicate."""
    start = past_fillers(piece)
    rest = piece[start:].strip()
    if not rest or deed_at(piece, start) or _PLAN.match(piece, start):
        return True
    if _PAST.search(rest) or _NAME_WITH.match(rest) or _ACTS.match(rest) or len(rest.split()) > 8:
        return False
    if _PREPOSITION.match(rest):
        return True
    some = _SOME.match(rest)
    if some is not None:
        return _MANY.search(rest, some.end()) is not None and not _LENGTH.search(rest)
    return behind_and or _is_object(rest)


def _is_object(rest: str) -> bool:
    """Whether words behind a comma name something: one word, names, a thing with its article, things."""
    is_short = len(rest.split()) <= 3 and rest.endswith("s")
    return len(rest.split()) == 1 or is_short or bool(_NAMES.match(rest) or _OBJECT.match(rest))


def _tells(text: str, telling: frozenset[str]) -> bool:
    before = ""
    for found in _WORD.finditer(text.replace("’", "'")):
        word = found[0].lower()
        if word in telling and before not in _NO_VERB_BEHIND:
            return True
        before = word
    return False
