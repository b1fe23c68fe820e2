"""What people wrote is shown as they wrote it, and nothing in it is Markdown, HTML or code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from okrctl.errors import OkrctlError
from okrctl.reports.templating import Template, escape, is_link, joined, link, parts_of, render

_GFM = MarkdownIt("gfm-like", {"html": True, "linkify": False})


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a|b", r"a\|b"),
        ("*bold* and _thin_", r"\*bold\* and \_thin\_"),
        ("snake_case stays", "snake_case stays"),
        ("one\ntwo\n\nthree\r\nfour", "one<br>two<br>three<br>four"),
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("`code`", r"\`code\`"),
        ("# not a heading", r"\# not a heading"),
        ("#12 is a number", "#12 is a number"),
        ("- no list", r"\- no list"),
        ("-5 % is a value", "-5 % is a value"),
        ("1. no list", r"1\. no list"),
        ("> no quote", r"\> no quote"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("![x](http", r"!\[x\](http"),
        ("5 $ and 6 $", r"5 \$ and 6 \$"),
        ("10~20 家", r"10\~20 家"),
        ("&lt; &copy; R&D", r"\&lt; \&copy; R&D"),
        ("ends with \\", r"ends with \\"),
        ("see https://a.example/x_y*z|1. Then", "see <https://a.example/x_y*z%7C1>. Then"),
        ("见 https://a.example/图。然后", "见 <https://a.example/%E5%9B%BE>。然后"),
        ("\x1b[31mred\x9b0m \u202ederever", "�\\[31mred�0m �derever"),
        ("", ""),
    ],
)
def test_text_is_shown_as_it_was_written(written: str, shown: str) -> None:
    assert escape(written) == shown


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=60))
def test_no_text_breaks_its_cell_or_runs_as_html(text: str) -> None:
    table = f"| a | b |\n|---|---|\n| x {escape(text)} | end |\n"
    tokens = _GFM.parse(table)
    cells = [token.content for token in tokens if token.type == "inline"]
    assert len(cells) == 4
    assert cells[3] == "end"
    inside = [child for token in tokens for child in token.children or ()]
    assert all(child.content == "<br>" for child in inside if child.type == "html_inline")
    assert not any(child.type in ("image", "em_open", "strong_open", "code_inline") for child in inside)


def test_the_target_of_a_link_cannot_end_it() -> None:
    assert link("a]b", "x y(1)|2>.png") == r"[a\]b](x%20y%281%29%7C2%3E.png)"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://a.example/b", True),
        ("http://a", True),
        ("javascript:alert(1)", False),
        ("https://a b", False),
        ("alice/funnel.png", False),
        ("http://[", False),
    ],
)
def test_only_addresses_of_the_web_are_links(text: str, is_one: bool) -> None:
    assert is_link(text) is is_one


def test_whatever_a_template_prints_is_harmless() -> None:
    own = "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ name }} {{ m(name) }} {{ [name, name] | join(', ') }}"
    assert render(Template("t.md.j2", own), {"name": "*<i>*"}, {}) == r"\*\<i>\* <b>\*\<i>\*</b> \*\<i>\*, \*\<i>\*"


def test_joined_makes_every_value_harmless() -> None:
    assert joined(["a|b", "c"], " · ") == r"a\|b · c"


@pytest.mark.parametrize(
    "own", ["{{ nothing }}", "{% if %}", "{{ ''.__class__.__mro__ }}", "{{ 1 / 0 }}", "{% include 'absent' %}"]
)
def test_a_template_that_does_not_work_says_which(own: str) -> None:
    with pytest.raises(OkrctlError) as raised:
        render(Template("weekly.md.j2", own), {}, {})
    assert "templates/weekly.md.j2" in raised.value.message.en
    assert "templates/weekly.md.j2" in raised.value.message.zh


def test_parts_are_what_stands_between_their_lines() -> None:
    text = "before\n<!-- part head -->\none\n\n<!-- part plan -->\ntwo\n"
    assert list(parts_of(text)) == [("head", "one\n\n"), ("plan", "two\n")]
