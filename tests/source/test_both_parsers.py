"""The C parser and the pure one: the same data, places and problems, whatever the text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.source.document import Document
from okrctl.source.events import c_events, pure_events
from okrctl.source.parse import parse
from tests.workspace.test_load import SHEET

pytestmark = pytest.mark.skipif(c_events("a: 1") is None, reason="the C extension is not installed")

WORDS = [
    "title",
    "目标",
    "王芳 跟进",
    "x: y",
    "a #b",
    "no",
    "1:30",
    "4.50",
    "~",
    "",
    " ",
    "it's",
    '"',
    "é",
    "🎯",
    "-",
    "@a",
    "{",
]
PLAIN = ["title", "目标", "O1", "王芳 跟进", "no", "1:30", "4.50", "1e3", "~", "it's", "é", "🎯", "a#b", "-x"]


def documents(text: str) -> tuple[Document, Document]:
    events = c_events(text)
    assert events is not None
    return parse("a.yaml", text, events), parse("a.yaml", text, pure_events(text))


def same(text: str) -> None:
    fast, pure = documents(text)
    assert bool(fast.problems) == bool(pure.problems)
    if fast.readable:
        assert fast.problems == pure.problems
        assert fast.data == pure.data
        assert repr(fast.data) == repr(pure.data)
        assert fast.outline is not None
        assert pure.outline is not None
        assert fast.outline.cells == pure.outline.cells
        assert fast.outline.keys == pure.outline.keys


def quoted(word: str) -> list[str]:
    return ["'" + word.replace("'", "''") + "'", '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"']


scalar = st.one_of(
    st.sampled_from(PLAIN),
    st.sampled_from(WORDS).flatmap(lambda word: st.sampled_from(quoted(word))),
)


@st.composite
def flow(draw: st.DrawFn, depth: int = 2) -> str:
    if depth == 0 or draw(st.booleans()):
        return draw(scalar)
    items = draw(st.lists(flow(depth - 1), max_size=3))
    if draw(st.booleans()):
        return "[" + ", ".join(items) + "]"
    return "{" + ", ".join(f"k{n}: {item}" for n, item in enumerate(items)) + "}"


@st.composite
def block(draw: st.DrawFn, indent: int = 0, depth: int = 2) -> str:
    """Lines of a mapping or list with flow values, block scalars, comments and anchors."""
    pad, lines, dashes = " " * indent, [], draw(st.booleans())
    for number in range(draw(st.integers(1, 3))):
        head = f"{pad}-" if dashes else f"{pad}{draw(st.sampled_from(['key', '键', 'a b']))}{number}:"
        choice = draw(st.sampled_from(["flow", "anchor", "literal", "folded", "deeper", "nothing"]))
        comment = draw(st.sampled_from(["", "  # 注释", " # c"]))
        if choice == "deeper" and depth:
            lines.append(f"{head}{comment}\n{draw(block(indent + 2, depth - 1))}")
        elif choice in ("literal", "folded"):
            sign = draw(st.sampled_from(["|", ">", "|-", ">-", "|+"])) if choice == "literal" else ">"
            body = "\n".join(
                f"{pad}  {word}" for word in draw(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=3))
            )
            lines.append(f"{head} {sign}{comment}\n{body}\n")
        elif choice == "nothing":
            lines.append(f"{head}{comment}\n")
        else:
            anchor = f"&a{indent}x{number} " if choice == "anchor" else ""
            lines.append(f"{head} {anchor}{draw(flow())}{comment}\n")
        if draw(st.booleans()):
            lines.append(draw(st.sampled_from(["\n", f"{pad}# 一行注释\n", "   # shifted\n"])))
    return "".join(lines)


@settings(max_examples=300, deadline=None)
@given(block(), st.booleans())
def test_well_formed_texts_in_every_style(text: str, windows: bool) -> None:
    same(text.replace("\n", "\r\n") if windows else text)


@settings(max_examples=200, deadline=None)
@given(block(), st.data())
def test_broken_texts_are_broken_for_both(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    piece = data.draw(
        st.sampled_from([" #x", "- ", "a: ", "\t", "*a0x0", "&b ", "]", "'", '"', "!!str ", "\n", "键: "])
    )
    broken = text[:at] + piece + text[at:]
    fast, pure = parse("a.yaml", broken), parse("a.yaml", broken, pure_events(broken))
    if fast.readable and pure.readable:
        assert fast.data == pure.data


def test_a_colon_belongs_to_the_name_of_an_anchor() -> None:
    assert parse("a.yaml", "- &a: one\n- *a:\n").data == ["one", "one"]
    assert parse("a.yaml", "R&D: {who: [*]}\n").readable is False
    assert parse("a.yaml", "R&D: https://a.example/?a=1&b=2\n").data == {"R&D": "https://a.example/?a=1&b=2"}


@pytest.mark.parametrize(
    "text",
    [
        SHEET,
        SHEET.replace("\n", "\r\n"),
        "a: &x {k: 1}\nb: *x\nc: [*x, *x]\n",
        "a: &x 70\nb: !!str 70\nc: &y '70'\nd: &z\n",
        "a:\n\nb:   # nothing\nc: []\n",
        "a: {source: https://a.example/r/17, at: 12:30}\n",
        "- |\n  一\n\n   二\n# comment\n- >-\n  x\n\n\n- y\n",
        "键: 值 # 注释\n'键2': \"值\\n2\"\n",
        "a: 1\na: 2\n",
        "x: 修复 #12\n",
        "? a\n: b\n",
        "a: b\n...\n",
        "%YAML 1.2\n---\na: b\n",
    ],
)
def test_texts_that_are_known_to_be_hard(text: str) -> None:
    same(text)


def test_a_place_behind_an_anchor_or_tag_is_that_of_the_value() -> None:
    for document in documents("a: &x 70\nb: !!str 71\nc: &m {k: 72}\n"):
        assert document.outline is not None
        spans = [document.outline.find((key,)).value for key in ("a", "b", "c")]
        assert [re.sub(r"\s", "", document.text[slice(*span)]) for span in spans] == ["70", "71", "{k:72}"]


@pytest.mark.parametrize("text", ['a: {"b":1}\n', "a: {source: https://a.example/x?y=1}\n"])
def test_what_the_old_libyaml_refuses_the_pure_parser_has_the_last_word_on(text: str) -> None:
    document = parse("a.yaml", text)
    assert document.problems == ()
    assert document.data == parse("a.yaml", text, pure_events(text)).data


@pytest.mark.parametrize("text", ["updates: [\n", "updates: [", "updates: {a: 1,\n"])
def test_a_bracket_left_open_at_the_end_is_named_where_it_stands(text: str) -> None:
    for document in documents(text):
        (problem,) = document.problems
        assert (problem.kind.name, problem.span.start, problem.found) == ("BRACKET", 9, text[9])
