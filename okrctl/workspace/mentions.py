"""Who is mentioned in a text: `@` and the longest handle, name or alias that is known (1.2)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from okrctl.models.base import composed
from okrctl.models.ids import is_handle
from okrctl.workspace.index import Workspace

_SIGN = re.compile("[@＠]")  # Chinese keyboards write the wide one
# No mentions: links, and what stands in backticks. A link ends where Chinese goes on behind it without a space.
_QUOTED = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)[!-~]*[!-?A-~]|`[^`\n]*`")
_HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_SPACED = frozenset(("Ll", "Lu", "Lt", "Nd", "Mn", "Mc"))  # letters with case, digits, marks


class Mention(NamedTuple):
    """One `@word` as it stands in a text, from offset `at`, and who is meant: a handle, or nobody.

    `number` counts the equal texts that stand before it in the same text.
    """

    word: str
    handle: str | None
    number: int = 0
    at: int = 0


class Names(NamedTuple):
    """Every handle, name and alias with the handle it stands for; the lengths of all of them, longest first."""

    handles: Mapping[str, str]
    lengths: tuple[int, ...]

    def handle(self, word: str) -> str | None:
        """The handle that a handle, name or alias stands for."""
        return self.handles.get(word)


def names_of(workspace: Workspace) -> Names:
    """The names by which people and teams are found: handles before names, names before aliases, people first."""
    people = ((handle, placed.value.name, placed.value.aliases) for handle, placed in workspace.people.items())
    teams = ((handle, placed.value.name, placed.value.aliases) for handle, placed in workspace.teams.items())
    known = (*people, *teams)
    handles = {handle: handle for handle, _, _ in known}
    for handle, name, _ in known:
        if name:
            handles.setdefault(name, handle)
    for handle, _, aliases in known:
        for alias in aliases:
            handles.setdefault(alias, handle)
    return Names(MappingProxyType(handles), tuple(sorted({len(name) for name in handles}, reverse=True)))


def with_names(text: str, names: Names, workspace: Workspace) -> str:
    """A text with every mention of somebody known as `@` and the name, the way documents call people."""
    if "@" not in text and "＠" not in text:
        return text
    pieces, end = [], 0
    for mention in mentions(text, names):
        if mention.handle is not None:
            pieces += [text[end : mention.at], f"@{workspace.name_of(mention.handle)}"]
            end = mention.at + len(mention.word)
    return "".join((*pieces, text[end:]))


def mentions(text: str, names: Names) -> tuple[Mention, ...]:
    """The mentions in a text, in order; e-mail addresses and links are none."""
    if "@" not in text and "＠" not in text:
        return ()
    written = composed(text)
    found = tuple(_mentions(written, names))
    if written == text:
        return tuple(_numbered(text, ((at, word, handle) for _, at, word, handle in found)))
    signs = [sign.start() for sign in _SIGN.finditer(text)]
    return tuple(_as_written(text, signs[number], word, handle) for number, _, word, handle in found)


def _numbered(text: str, found: Iterable[tuple[int, str, str | None]]) -> Iterator[Mention]:
    """The mentions with how many equal texts stand before each, counted on from the one before."""
    before: dict[str, tuple[int, int]] = {}
    for at, word, handle in found:
        number, since = before.get(word, (0, 0))
        before[word] = number + text.count(word, since, at), at
        yield Mention(word, handle, before[word][0], at)


def _mentions(text: str, names: Names) -> Iterator[tuple[int, int, str, str | None]]:
    """The number of the sign, where it stands, the word with its sign, and who is meant."""
    quoted = {at for found in _QUOTED.finditer(text) for at in range(*found.span()) if text[at] in "@＠"}
    end = 0
    for number, sign in enumerate(_SIGN.finditer(text)):
        at = sign.start()
        if at in quoted or (at != end and _is_email(text, at)):
            continue
        known = _longest_known(text, at + 1, names)
        word = known or _first_word(text, at + 1)
        end = at + 1 + len(word)
        if word:
            yield number, at, text[at] + word, names.handle(known) if known else None


def _longest_known(text: str, start: int, names: Names) -> str | None:
    for length in names.lengths:
        word = text[start : start + length]
        if len(word) == length and word in names.handles and _ends(text, start + length):
            return word
    return None


def _ends(text: str, end: int) -> bool:
    """Whether a name may end before `end`; scripts without spaces need no boundary."""
    following = text[end : end + 1]
    if not _is_spaced(text[end - 1]) or not following:
        return True
    if following in "-.":  # a full stop, or a part of a longer handle
        return not _is_spaced(text[end + 1 : end + 2])
    return not _is_spaced(following)


def _first_word(text: str, start: int) -> str:
    """What stands behind the sign and can be a handle; it ends where the script changes to one without spaces."""
    end, spaced = start, _is_spaced(text[start : start + 1])
    while end < len(text) and is_handle(f"a{text[end]}a") and not (spaced and _is_unspaced(text[end])):
        end += 1
    word = text[start:end].rstrip(".-_")
    return word if word and word[0] not in "-._" else ""


def _is_spaced(character: str) -> bool:
    """Whether the character is of a script that puts spaces between words."""
    return character == "_" or (bool(character) and unicodedata.category(character) in _SPACED)


def _is_unspaced(character: str) -> bool:
    return character not in "-." and not _is_spaced(character)


def _is_email(text: str, at: int) -> bool:
    """Whether the sign at `at` stands in an e-mail address, or behind the name of a package or host."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not (before.isalnum() or before in ("_", "-", ".", "+", "%")) or not before:
        return False
    return (before.isascii() and after.isascii() and after.isalnum()) or _HOST.match(text, at + 1) is not None


def _as_written(text: str, at: int, word: str, handle: str | None) -> Mention:
    """The mention in the words of the text itself, which need not be in NFC."""
    end = at + len(word)
    while composed(text[at:end]) != word or (end < len(text) and unicodedata.combining(text[end])):
        end += 1
    own = text[at:end]
    return Mention(own, handle, text.count(own, 0, at), at)
