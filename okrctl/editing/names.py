"""Handles for people, made of their names."""

import re
import unicodedata

from okrctl.models.base import composed
from okrctl.models.ids import is_device_name, is_handle

_OUTSIDE = re.compile(r"[^\w.-]")
# Scripts that write no spaces inside a name, or write the family name first: the whole name is the handle.
_WHOLE_NAMES = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def handle_of(name: str, email: str | None, taken: frozenset[str] = frozenset()) -> str:
    """A handle for a person: `Ann Lee` → ann, 王芳 → 王芳; else of the e-mail's local part; else `me`.

    One that is taken gets a number.
    """
    local = (email or "").split("@")[0].split("+")[0]
    candidates = [*_from_name(composed(name)), _clean(composed(local)), "me"]
    handle = next(one for one in candidates if _is_usable(one))
    numbered = (f"{handle}{number}" for number in range(2, len(taken) + 3))
    return handle if handle not in taken else next(one for one in numbered if one not in taken)


def _from_name(name: str) -> list[str]:
    words = name.split()
    if words and _is_whole(words[0]):
        return [_clean("".join(word for word in words if _is_whole(word)))]
    # `Dr. Ann Lee`, `J. Smith`: what is shortened names nobody.
    return [_clean(word) for word in words if not word.endswith(".")] + [_clean(word) for word in words]


def _is_whole(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith(_WHOLE_NAMES)


def _clean(word: str) -> str:
    return composed(_OUTSIDE.sub("", word).strip("._-").lower())


def _is_usable(handle: str) -> bool:
    return bool(handle) and is_handle(handle) and not is_device_name(handle)
