"""Ids for to-dos and needs: a word or two of their text, so that `todo done` can be typed and stays true."""

import re
from collections.abc import Iterable

from okrctl.models.base import composed
from okrctl.models.ids import is_handle
from okrctl.progress.show import is_han

_LONGEST = 20  # letters of an id
_MOST_WORDS = 2
_LONGEST_HAN = 6
_WORDS = re.compile(r"[^\W_]+")
_MENTION = re.compile(r"[@＠]\S+")
_LITTLE = frozenset(
    (
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "it",
        "of",
        "on",
        "our",
        "the",
        "to",
        "up",
        "with",
    )
)
_NUMBER = re.compile(r"n?\d+")  # what `done` takes for a number


def item_id(text: str, taken: Iterable[str]) -> str:
    """A handle made of the first words of `text`: `call-bank`, `联系银行`; a taken one gets a number behind it."""
    words = [word for word in _WORDS.findall(composed(_MENTION.sub(" ", text)).lower()) if word not in _LITTLE]
    name = _short(words)
    if not name or not is_handle(name) or _NUMBER.fullmatch(name):
        name = f"todo-{name}" if name and is_handle(f"todo-{name}") else "todo"
    known = frozenset(taken)
    numbered = (f"{name}-{number}" for number in range(2, len(known) + 3))
    return name if name not in known else next(one for one in numbered if one not in known)


def _short(words: list[str]) -> str:
    """The first word or two; of Chinese, which has no spaces, the first characters."""
    if not words:
        return ""
    if any(map(is_han, words[0])):
        return words[0][:_LONGEST_HAN]
    together = "-".join(words[:_MOST_WORDS])
    return together if len(together) <= _LONGEST else words[0][:_LONGEST]
