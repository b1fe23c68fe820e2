from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from okrctl.source.parse import parse
from okrctl.source.quote import in_comment, quoted

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
TRICKY = st.text(
    st.sampled_from(list(" :#-?,[]{}&*!|>'\"%@`\\\n\t\r~=<.0123456789abno中文é\u2028\u0085\ufeff\U0001f680\x07"))
)


def read(text: str) -> object:
    document = parse("a.yaml", text)
    assert document.problems == ()
    return document.data


@given(TEXTS | TRICKY)
@example("yes")
@example("2026-01-01")
@example("- a")
@example("a: b")
@example("a #b")
@example("")
def test_what_is_quoted_reads_back_on_a_line_of_its_own(text: str) -> None:
    assert read(f"title: {quoted(text)}    # said\nnext: 1\n") == {"title": text, "next": 1}


@given(TEXTS | TRICKY)
@example("https://a.example/x,y")
@example("a:b")
def test_what_is_quoted_reads_back_inside_brackets(text: str) -> None:
    one = quoted(text, in_flow=True)
    assert read(f"all: [{one}, {{{one}: {one}}}]\n") == {"all": [text, {normalize("NFC", text): text}]}


@given(TEXTS | TRICKY)
def test_what_is_quoted_is_one_line_that_editors_show(text: str) -> None:
    assert len(quoted(text).splitlines()) == 1


@given(TEXTS | TRICKY)
def test_a_comment_holds_any_text_and_ends_with_its_line(text: str) -> None:
    assert read(f"a: 1\n# {in_comment(text)}\nb: 2\n") == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ann Lee", "Ann Lee"),
        ("王芳", "王芳"),
        ("A neighbour's word, and more", "A neighbour's word, and more"),
        ("Fixed issue#12", "Fixed issue#12"),
        ("Fixed issue #12", '"Fixed issue #12"'),
        ("@wang follows up", '"@wang follows up"'),
        ("目标: 上线", '"目标: 上线"'),
        ("目标：上线", "目标：上线"),
        ('She said "no"', 'She said "no"'),
        ('"no"', '"\\"no\\""'),
        ("🚀 Growth", "🚀 Growth"),
        ("no", '"no"'),
        ("2026", '"2026"'),
        ("12:30", '"12:30"'),
        ("1.10", '"1.10"'),
        ("null", '"null"'),
        ("two\nlines", '"two\\nlines"'),
        ("C:\\data", "C:\\data"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert quoted(text) == written


def test_a_comma_and_a_colon_mean_more_inside_brackets() -> None:
    assert quoted("a, b", in_flow=True) == '"a, b"'
    assert quoted("https://bi.example", in_flow=True) == '"https://bi.example"'


def test_half_a_character_becomes_the_sign_for_a_lost_one() -> None:
    assert quoted("a\ud800b") == '"a\ufffdb"'
