"""Handles of people and teams, ids of cycles and goals, and the addresses made of them."""

import re
import unicodedata
from typing import Annotated, NamedTuple

from pydantic import PlainValidator, WithJsonSchema

from okrctl.models.base import Expected, as_written, composed, form_error
from okrctl.models.calendar import WEEK_PATTERN, Week

# For the schemas: what no handle holds. `\w` differs between Python and ECMA-262 and `\p{L}` is unknown to Python, so
# white space, punctuation and symbols stand here as ranges, free of letters; the rarest signs are left to the models.
_NO_LETTERS = (
    r"\u0000-\u002c\u003b-\u0040\u005b-\u005e\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
    r"\u037e\u0387\u055a-\u055f\u05be\u05c0\u05c3\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u0e4f\u10fb"
    r"\u2000-\u2070\u2074-\u207e\u2080-\u208e\u20a0-\u20c0\u2190-\u2bff\u2e00-\u2e2e\u2e30-\u3004\u3008-\u3020"
    r"\u3030\u303d-\u303f\u30a0\u30fb\u3200-\u33ff\u4dc0-\u4dff\ud800-\uf8ff\ufe10-\ufe19\ufe30-\ufe6b"
    r"\ufeff-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff"
    "\U0001f000-\U0001faff"
)
# Separators of an address are no letters either; a combining mark has nothing to stand on at the beginning.
_NO_BEGINNING = r"[-._\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
HANDLE_PATTERN = rf"^(?!{_NO_BEGINNING}|.*\.$)[^/:{_NO_LETTERS}]+$"
_SEGMENTS = (
    rf"(?!{_NO_BEGINNING}|.*[/:]{_NO_BEGINNING}|.*\.(?:[/:]|$))"  # every segment begins and ends as a handle does
)
ADDRESS_PATTERN = rf"^{_SEGMENTS}(?=(?:[^/:]+:)?[^/:]+(?:/[^/:]+){{0,2}}$)[^{_NO_LETTERS}]+$"
TODO_PATTERN = rf"^{_SEGMENTS}(?={WEEK_PATTERN}/[^/:]+/[^/:]+$)[^{_NO_LETTERS}]+$"

_PLAIN = "[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"
_PLAIN_HANDLE = re.compile(_PLAIN).fullmatch
_PLAIN_ADDRESS = re.compile(f"(?:{_PLAIN}:)?{_PLAIN}(?:/{_PLAIN}){{0,2}}").fullmatch
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE).fullmatch


class Address(NamedTuple):
    """Where a goal is found: an optional cycle, and one to three of owner, objective and key result."""

    cycle: str | None
    parts: tuple[str, ...]

    def __str__(self) -> str:
        path = "/".join(self.parts)
        return path if self.cycle is None else f"{self.cycle}:{path}"


class TodoRef(NamedTuple):
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
    return _is_letter_or_digit(text[0]) and text[-1] != "." and all(map(_is_handle_character, text))


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


def _is_letter_or_digit(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "L" or category == "Nd" or character == "〇"


def _is_handle_character(character: str) -> bool:
    # Many scripts write vowels as marks on letters.
    return character in "_-." or _is_letter_or_digit(character) or unicodedata.category(character)[0] == "M"


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
Handle = Annotated[str, PlainValidator(_read_handle), WithJsonSchema({"x-scalar": "handle", **_HANDLE_SCHEMA})]
"""The name of a person or a team, or the id of a goal, in NFC."""
CycleId = Annotated[str, PlainValidator(_read_cycle_id), WithJsonSchema({"x-scalar": "handle", **_HANDLE_SCHEMA})]
"""The folder name of a cycle, in NFC."""
AddressText = Annotated[
    str,
    PlainValidator(_read_address),
    WithJsonSchema(
        {
            "x-scalar": "address",
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
            "x-scalar": "todo",
            "type": "string",
            "pattern": TODO_PATTERN,
            "patternErrorMessage": "A to-do is expected here as week/author/number, such as 2026-W07/alice/1.",
        }
    ),
]
"""The reference of a to-do, in NFC; `parse_todo` takes it apart."""
