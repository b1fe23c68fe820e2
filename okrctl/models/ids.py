"""Handles of people and teams, ids of cycles and goals, and the addresses made of them."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from okrctl.models.base import Expected, as_written, composed, form_error
from okrctl.models.calendar import WEEK_PATTERN, Week

# What is neither letter, mark nor digit, as ranges that Python and ECMA-262 read alike: `\w` differs between the
# two and `\p{L}` is unknown to Python. One pattern serves the models and the schemas, and no release of Unicode
# changes it: code points that are unassigned lie on whichever side made fewer ranges.
_NO_HANDLE_LETTERS = (
    # Separators stand apart, because an address has them.
    r"\u0000-\u002c\u003b-\u0040\u005b-\u005e\u0060\u007b-\u007f"
    r"\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02c5\u02d2-\u02df"
    r"\u02e5-\u02eb\u02ed\u02ef-\u02ff\u0375\u037e\u0384-\u0385\u0387\u03f6\u0482\u055a-\u055f"
    r"\u0589-\u058f\u05be\u05c0\u05c3\u05c6\u05f3-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd-\u06de"
    r"\u06e9\u06fd-\u06fe\u0700-\u070f\u07f6-\u07f9\u07fe-\u07ff\u0830-\u083e\u085e\u0888\u0890-\u0891"
    r"\u08e2\u0964-\u0965\u0970\u09f2-\u09fb\u09fd\u0a76\u0af0-\u0af1\u0b70\u0b72-\u0b77\u0bf0-\u0bfa"
    r"\u0c77-\u0c7f\u0c84\u0d4f\u0d58-\u0d5e\u0d70-\u0d79\u0df4\u0e3f\u0e4f\u0e5a-\u0e5b\u0f01-\u0f17"
    r"\u0f1a-\u0f1f\u0f2a-\u0f34\u0f36\u0f38\u0f3a-\u0f3d\u0f85\u0fbe-\u0fc5\u0fc7-\u0fda\u104a-\u104f"
    r"\u109e-\u109f\u10fb\u1360-\u137c\u1390-\u1399\u1400\u166d-\u166e\u1680\u169b-\u169c\u16eb-\u16f0"
    r"\u1735-\u1736\u17d4-\u17d6\u17d8-\u17db\u17f0-\u180a\u180e\u1940-\u1945\u19da-\u19ff\u1a1e-\u1a1f"
    r"\u1aa0-\u1aa6\u1aa8-\u1aad\u1b5a-\u1b6a\u1b74-\u1b7e\u1bfc-\u1bff\u1c3b-\u1c3f\u1c7e-\u1c7f"
    r"\u1cc0-\u1cc7\u1cd3\u1fbd\u1fbf-\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed-\u1fef\u1ffd-\u2070"
    r"\u2074-\u207e\u2080-\u208e\u20a0-\u20c0\u2100-\u2101\u2103-\u2106\u2108-\u2109\u2114\u2116-\u2118"
    r"\u211e-\u2123\u2125\u2127\u2129\u212e\u213a-\u213b\u2140-\u2144\u214a-\u214d\u214f-\u2182"
    r"\u2185-\u2bff\u2ce5-\u2cea\u2cf9-\u2cff\u2d70\u2e00-\u2e2e\u2e30-\u3004\u3008-\u3029\u3030"
    r"\u3036-\u303a\u303d-\u303f\u309b-\u309c\u30a0\u30fb\u3190-\u319f\u31c0-\u31e3\u3200-\u33ff"
    r"\u4dc0-\u4dff\ua490-\ua4c6\ua4fe-\ua4ff\ua60d-\ua60f\ua673\ua67e\ua6e6-\ua6ef\ua6f2-\ua716"
    r"\ua720-\ua721\ua789-\ua78a\ua828-\ua82b\ua830-\ua839\ua874-\ua877\ua8ce-\ua8cf\ua8f8-\ua8fa\ua8fc"
    r"\ua92e-\ua92f\ua95f\ua9c1-\ua9cd\ua9de-\ua9df\uaa5c-\uaa5f\uaa77-\uaa79\uaade-\uaadf\uaaf0-\uaaf1"
    r"\uab5b\uab6a-\uab6b\uabeb\ud800-\uf8ff\ufb29\ufbb2-\ufbc2\ufd3e-\ufd4f\ufdcf\ufdfc-\ufdff"
    r"\ufe10-\ufe19\ufe30-\ufe6b\ufeff-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\ufffd"
    "\U0001f000-\U0001fbff"
)
# A mark of these blocks has no letter to stand on at the beginning.
_NO_BEGINNING = r"[-._\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
HANDLE_PATTERN = rf"^(?!{_NO_BEGINNING}|.*\.$)[^/:{_NO_HANDLE_LETTERS}]+$"
_SEGMENTS = (
    rf"(?!{_NO_BEGINNING}|.*[/:]{_NO_BEGINNING}|.*\.(?:[/:]|$))"  # every segment begins and ends as a handle does
)
ADDRESS_PATTERN = rf"^{_SEGMENTS}(?=(?:[^/:]+:)?[^/:]+(?:/[^/:]+){{0,2}}$)[^{_NO_HANDLE_LETTERS}]+$"
TODO_PATTERN = rf"^{_SEGMENTS}(?={WEEK_PATTERN}/[^/:]+/[^/:]+$)[^{_NO_HANDLE_LETTERS}]+$"

# Nearly every handle is ASCII; the long pattern costs milliseconds to compile, so it waits in `re`'s own cache until
# somebody needs it. Python's `$` also matches before a last line break, `\Z` does not.
_PLAIN = "[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"
_PLAIN_HANDLE = re.compile(_PLAIN).fullmatch
_PLAIN_ADDRESS = re.compile(f"(?:{_PLAIN}:)?{_PLAIN}(?:/{_PLAIN}){{0,2}}").fullmatch
_ANY_HANDLE = HANDLE_PATTERN.replace("$", r"\Z")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE).fullmatch


@dataclass(frozen=True, order=True, slots=True)
class Address:
    """Where a goal is found: an optional cycle, and one to three of owner, objective and key result."""

    cycle: str | None
    parts: tuple[str, ...]

    def __str__(self) -> str:
        path = "/".join(self.parts)
        return path if self.cycle is None else f"{self.cycle}:{path}"


@dataclass(frozen=True, order=True, slots=True)
class TodoRef:
    """Where a to-do was written: the note of `author` in `week`, and there an id, a number, or `n` and a number."""

    week: Week
    author: str
    item: str

    def __str__(self) -> str:
        return f"{self.week}/{self.author}/{self.item}"


def is_handle(text: str) -> bool:
    """Whether `text` can name a person, a team, a cycle or a goal; expects NFC."""
    if text.isascii():
        return _PLAIN_HANDLE(text) is not None
    return re.match(_ANY_HANDLE, text) is not None


def is_address(text: str) -> bool:
    """Whether `text` has the form of an address; expects NFC."""
    if text.isascii():
        return _PLAIN_ADDRESS(text) is not None
    cycle, colon, path = text.rpartition(":")
    parts = path.split("/")
    return len(parts) <= 3 and all(map(is_handle, parts)) and (not colon or is_handle(cycle))


def is_device_name(handle: str) -> bool:
    """Whether Windows keeps `handle` for a device, so that no file can have its name."""
    return _DEVICE(handle) is not None


def parse_address(text: str) -> Address | None:
    """The address that `text` writes, in NFC; `None` where it has another form."""
    written = composed(text)
    if not is_address(written):
        return None
    cycle, _, path = written.rpartition(":")
    return Address(cycle or None, tuple(path.split("/")))


def parse_todo(text: str) -> TodoRef | None:
    """The to-do that `text` refers to, in NFC; `None` where it has another form."""
    parts = composed(text).split("/")
    if len(parts) != 3 or not is_handle(parts[1]) or not is_handle(parts[2]):
        return None
    week = Week.parse(parts[0])
    return None if week is None else TodoRef(week, parts[1], parts[2])


def _read_handle(value: object, expected: Expected = "handle") -> str:
    handle = composed(as_written(value, expected))
    if not is_handle(handle):
        raise form_error(expected)
    return handle


def _read_cycle_id(value: object) -> str:
    return _read_handle(value, "cycle")


def _read_address(value: object) -> str:
    address = composed(as_written(value, "address"))
    if not is_address(address):
        raise form_error("address")
    return address


def _read_todo(value: object) -> str:
    reference = composed(as_written(value, "to-do"))
    if parse_todo(reference) is None:
        raise form_error("to-do")
    return reference


# A plain number is a text as written; only one that begins with a digit can be a handle.
_WRITTEN = {"type": ["string", "number", "boolean"], "minimum": 0}
_HANDLE_SCHEMA = {
    **_WRITTEN,
    "pattern": HANDLE_PATTERN,
    "patternErrorMessage": "Letters, digits, `_`, `-` and `.`, beginning with a letter or digit, are expected here.",
}
Handle = Annotated[str, PlainValidator(_read_handle), WithJsonSchema({"title": "handle", **_HANDLE_SCHEMA})]
"""The name of a person or a team, or the id of a goal, in NFC."""
CycleId = Annotated[str, PlainValidator(_read_cycle_id), WithJsonSchema({"title": "cycle", **_HANDLE_SCHEMA})]
"""The folder name of a cycle, in NFC."""
AddressText = Annotated[
    str,
    PlainValidator(_read_address),
    WithJsonSchema(
        {
            "title": "address",
            **_WRITTEN,
            "pattern": ADDRESS_PATTERN,
            "patternErrorMessage": "The address of a goal is expected here, such as growth/O1/KR2.",
        }
    ),
]
"""The address of an objective or key result, in NFC; `parse_address` takes it apart."""
TodoText = Annotated[
    str,
    PlainValidator(_read_todo),
    WithJsonSchema(
        {
            "title": "todo",
            "type": "string",
            "pattern": TODO_PATTERN,
            "patternErrorMessage": "A to-do is expected here as week/author/number, such as 2026-W07/alice/1.",
        }
    ),
]
"""The reference of a to-do, in NFC; `parse_todo` takes it apart."""
