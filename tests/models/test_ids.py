"""Handles, addresses, and references of to-dos."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from okrctl.models.calendar import Week
from okrctl.models.ids import (
    ADDRESS_PATTERN,
    HANDLE_PATTERN,
    TODO_PATTERN,
    Address,
    Handle,
    TodoRef,
    is_address,
    is_device_name,
    is_handle,
    parse_address,
    parse_todo,
)
from okrctl.source.scalar import WrittenFloat

HANDLES = ["alice", "王芳", "growth", "a", "1", "v1.2", "a_b-c", "Łukasz", "हिन्दी", "三〇二", "2026-Q1", "ＡＢ", "ー"]
NO_HANDLES = [
    "",
    " ",
    "a b",
    "a.",
    ".a",
    "-a",
    "_a",
    "a/b",
    "a:b",
    "@a",
    "#1",
    "a\n",
    "a，b",
    "·",
    "a·b",
    "😀",
    "a😀",
    "\u0301a",
]
ADDRESSES = ["O1", "O1/KR2", "growth/O1/KR2", "2026:company/O1/KR2", "2026-Q1:alice/O1", "增长/O1", "周期:增长/O1"]
NO_ADDRESSES = [
    "",
    "a/b/c/d",
    "a:b:c",
    "a/",
    "/a",
    "a//b",
    ":a",
    "a:",
    "a./b",
    "a/.b",
    "a b/c",
    "a:/b",
    "增长/",
    "增长:a:b",
]
TODOS = ["2026-W07/alice/1", "2026-W07/alice/n1", "2026-W07/王芳/mail"]
NO_TODOS = ["2026-W07/alice", "alice/1", "2026-W7/alice/1", "2026-W07/alice/1/2", "2026-W07//1", "2026-W60/alice/1", ""]


@pytest.mark.parametrize("text", HANDLES)
def test_handles(text: str) -> None:
    assert is_handle(text)
    assert re.search(HANDLE_PATTERN, text)


@pytest.mark.parametrize("text", NO_HANDLES)
def test_what_is_no_handle(text: str) -> None:
    assert not is_handle(text)
    # Python's `$` also matches before a last line break; that of ECMA-262 does not.
    assert not re.search(HANDLE_PATTERN, text) or text.endswith("\n")


@pytest.mark.parametrize("text", ADDRESSES)
def test_addresses(text: str) -> None:
    address = parse_address(text)
    assert str(address) == text
    assert re.search(ADDRESS_PATTERN, text)


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_is_no_address(text: str) -> None:
    assert parse_address(text) is None
    assert not re.search(ADDRESS_PATTERN, text)


def test_an_address_is_taken_apart() -> None:
    assert parse_address("2026:company/O1/KR2") == Address("2026", ("company", "O1", "KR2"))
    assert parse_address("O1/KR2") == Address(None, ("O1", "KR2"))


@pytest.mark.parametrize("text", TODOS)
def test_todos(text: str) -> None:
    assert str(parse_todo(text)) == text
    assert re.search(TODO_PATTERN, text)


@pytest.mark.parametrize("text", NO_TODOS)
def test_what_is_no_todo(text: str) -> None:
    assert parse_todo(text) is None
    assert not re.search(TODO_PATTERN, text)


def test_a_todo_is_taken_apart() -> None:
    assert parse_todo("2026-W07/alice/n1") == TodoRef(Week(2026, 7), "alice", "n1")


def test_what_looks_alike_is_equal() -> None:
    assert TypeAdapter(Handle).validate_python("Zoe\u0308") == "Zoë"
    assert parse_address("Zoe\u0308/O1") == parse_address("Zoë/O1")


def test_numbers_are_handles_as_written() -> None:
    assert TypeAdapter(Handle).validate_python(WrittenFloat("1.10")) == "1.10"
    with pytest.raises(ValidationError):
        TypeAdapter(Handle).validate_python(WrittenFloat("-1.0"))


@pytest.mark.parametrize("name", ["con", "CON", "nul.txt", "com1", "LPT9", "com²"])
def test_device_names_of_windows(name: str) -> None:
    assert is_device_name(name)


@pytest.mark.parametrize("name", ["conan", "com", "com10", "lin", "a.con"])
def test_names_that_are_no_device(name: str) -> None:
    assert not is_device_name(name)


def test_the_pattern_of_the_schemas_refuses_no_handle() -> None:
    search = re.compile(HANDLE_PATTERN).search
    letters = (chr(code) for code in range(sys.maxunicode + 1))
    composed = (unicodedata.normalize("NFC", f"a{letter}b") for letter in letters)
    assert [text for text in composed if is_handle(text) and not search(text)] == []


def test_the_pattern_of_the_schemas_refuses_white_space_and_common_punctuation() -> None:
    search = re.compile(HANDLE_PATTERN).search
    signs = (
        " \t\u00a0\u2003\u3000!\"#$%&'()*+,/:;<=>?@[\\]^`{|}~«»“”‘’…—–·"
        "、。〈〉《》「」【】！（），：；？～￥€°×→★①㈱😀🎯"
    )
    assert [sign for sign in signs if search(f"a{sign}b")] == []


@given(st.text(alphabet=st.characters(max_codepoint=0x2FF) | st.sampled_from("王/:.-_"), max_size=8))
def test_addresses_are_made_of_handles(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    address = parse_address(text)
    assert (address is not None) == is_address(text)
    if address is not None:
        assert all(map(is_handle, address.parts))
        assert re.search(ADDRESS_PATTERN, text)
