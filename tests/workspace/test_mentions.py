"""Who is mentioned in a text."""

import time
import unicodedata
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrctl.workspace.mentions import Names, mentions, names_of
from tests.support.trees import read_tree, write_tree

KNOWN = {
    "alice": "alice", "Alice Chen": "alice", "bob": "bob", "anna-lena": "anna-lena", "J.R.": "jr",
    "张三": "张三", "张三丰": "张三丰", "李强": "李强", "产品主管": "王芳", "增长部": "增长部", "José": "jose",
}  # fmt: skip
NAMES = Names(MappingProxyType(KNOWN), tuple(sorted({len(name) for name in KNOWN}, reverse=True)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打法@产品主管", [("@产品主管", "王芳")]),
        ("@张三跟进", [("@张三", "张三")]),
        ("@张三丰跟进", [("@张三丰", "张三丰")]),
        ("完成OKR@李强，@增长部确认", [("@李强", "李强"), ("@增长部", "增长部")]),
        ("＠李强 跟进", [("＠李强", "李强")]),
        ("@alice and @Alice Chen.", [("@alice", "alice"), ("@Alice Chen", "alice")]),
        ("ask @bob's team, @bob.", [("@bob", "bob"), ("@bob", "bob")]),
        ("(@bob) @bob/@alice", [("@bob", "bob"), ("@bob", "bob"), ("@alice", "alice")]),
        ("@bob@alice", [("@bob", "bob"), ("@alice", "alice")]),
        ("@bob跟进", [("@bob", "bob")]),
        ("@anna-lena knows", [("@anna-lena", "anna-lena")]),
        ("@J.R. knows", [("@J.R.", "jr")]),
        ("@bobby, @bob-jr and @bo", [("@bobby", None), ("@bob-jr", None), ("@bo", None)]),
        ("@李四跟进，@zed跟进", [("@李四跟进", None), ("@zed", None)]),
        ("mail alice@starling.example, git@github.com:a/b, x@bob", []),
        ("写信给张三@yunfan.example", []),
        ("see https://medium.com/@alice/1 and www.x.example/@bob", []),
        ("见https://a.example/r，@李强", [("@李强", "李强")]),
        ("`@types/node` is new", []),
        ("5 @ 3 EUR, @ alice, @@, @!", []),
    ],
)  # fmt: skip
def test_mentions_in_texts(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one.word, one.handle) for one in mentions(text, NAMES)] == expected


def test_equal_words_are_numbered_so_that_each_has_its_place() -> None:
    assert [(one.word, one.number) for one in mentions("@bob-x @bob @nobody @nobody", NAMES)] == [
        ("@bob-x", 0), ("@bob", 1), ("@nobody", 0), ("@nobody", 1),
    ]  # fmt: skip


def test_a_name_in_nfd_is_found_and_its_word_stands_as_written() -> None:
    text = unicodedata.normalize("NFD", "thanks, @José!")
    (found,) = mentions(text, NAMES)
    assert found.handle == "jose"
    assert found.word in text
    assert unicodedata.normalize("NFC", found.word) == "@José"


@given(st.text(alphabet="@＠ab.-_ 张三李强éu\u0301`/:。，1" + "alicebob", max_size=40))
def test_every_word_stands_in_the_text_with_its_number(text: str) -> None:
    for one in mentions(text, NAMES):
        assert one.word[0] in "@＠"
        assert text.count(one.word) > one.number
        assert one.handle in {None, *KNOWN.values()}


def test_handles_go_before_names_and_names_before_aliases(tmp_path: Path) -> None:
    org = """\
teams: {company: {name: 公司}, growth: {name: Growth, parent: company, aliases: [UG, bob]}}
people: {bob: {name: Growth, team: growth}, kim: {name: bob, team: growth, aliases: [老金]}}
"""
    names = names_of(read_tree(write_tree(tmp_path, {"okrctl.yaml": "version: 1\n", "org.yaml": org})).workspace)
    assert names.handle("bob") == "bob"
    assert names.handle("Growth") == "bob"
    assert names.handle("UG") == "growth"
    assert names.handle("老金") == "kim"
    assert names.handle("nobody") is None


def test_many_mentions_in_one_text_take_no_time_each() -> None:
    text = "@bob @bobby " * 30_000
    began = time.perf_counter()
    found = mentions(text, Names({"bob": "bob", "bobby": "bobby"}, (5, 3)))
    assert (found[-2].number, found[-1].number, len(found)) == (59_998, 29_999, 60_000)
    assert all(text.startswith(one.word, one.at) for one in found)
    assert time.perf_counter() - began < 5
