"""Edits of a text: what is meant changes, and everything else stays byte for byte."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.errors import OkrctlError
from okrctl.source.document import Document
from okrctl.source.edit import Add, Append, Edit, Put, edited, reread, splice_of
from okrctl.source.edit_text import Flow
from okrctl.source.parse import parse

STEP = Flow({"what": "Ship it, now", "owner": "bob", "due": date(2026, 2, 27)})


def after(text: str, *edits: Edit) -> str:
    return edited(parse("note.yaml", text), edits).text


def refusal(text: str, edit: Edit) -> str:
    with pytest.raises(OkrctlError) as caught:
        edited(parse("note.yaml", text), (edit,))
    assert caught.value.hint is not None
    return caught.value.message.en


@pytest.mark.parametrize(
    ("before", "edit", "expected"),
    [
        # The comment beside a value, its column and the quotes around others stay.
        ("a: 1  # one\nb: 'x'\n", Put(("a",), 40), "a: 40  # one\nb: 'x'\n"),
        ("a: \"1\"\r\nb: ''\r\n", Put(("a",), "2 %"), "a: 2 %\r\nb: ''\r\n"),
        ("a: [1, {b: x}]  # c", Put(("a", 1, "b"), "y, z"), 'a: [1, {b: "y, z"}]  # c'),
        ("a: null # why\n", Put(("a",), 3), "a: 3 # why\n"),
        ("a: # why\nb: 1\n", Put(("a",), 3), "a: 3 # why\nb: 1\n"),
        ("-\n- b\n", Put((0,), "x"), "- x\n- b\n"),
        ("a: 'x'  #why\n", Put(("a",), "z"), "a: z  #why\n"),
        # A block text gives way as a whole, the comment behind its sign stays.
        ("a: >-  # told\n  one\n  two\n\nb: 1\n", Put(("a",), "three"), "a: three  # told\n\nb: 1\n"),
        ("a: one\n# c\nb: 1\n", Put(("a",), "one\ntwo"), "a: |-\n  one\n  two\n# c\nb: 1\n"),
        ("x:\n  - a: one # c\n", Put(("x", 0, "a"), "1\n2"), "x:\n  - a: |- # c\n      1\n      2\n"),
        ("a: []  # none\nb: 1\n", Put(("a",), ["x"]), "a:  # none\n  - x\nb: 1\n"),
        ("a: [[]]\n", Put(("a", 0), ["x"]), "a: [[x]]\n"),
    ],
)
def test_a_value_takes_the_place_of_another(before: str, edit: Edit, expected: str) -> None:
    assert after(before, edit) == expected


@pytest.mark.parametrize(
    ("before", "edit", "expected"),
    [
        ("a: 1\n", Add((), "b", 2), "a: 1\nb: 2\n"),
        ("a: 1", Add((), "b", 2), "a: 1\nb: 2"),  # no line end at the end of the file, before and after
        ("a: 1  # c\n\n# tail\n", Add((), "b", 2), "a: 1  # c\nb: 2\n\n# tail\n"),
        ("a: 1\r\nc: 3\r\n", Add((), "b", 2, "a"), "a: 1\r\nb: 2\r\nc: 3\r\n"),
        ("a: {x: 1}  # c\n", Add(("a",), "v", "1, 2"), 'a: {x: 1, v: "1, 2"}  # c\n'),
        ("a: {x: 1, z: 3,}\n", Add(("a",), "v", 2, "x"), "a: {x: 1, v: 2, z: 3,}\n"),
        ("a: {}\n", Add(("a",), "v", 2), "a: {v: 2}\n"),
        ("a: { }\n", Add(("a",), "v", 2), "a: {v: 2 }\n"),
        ("a: {x: }\n", Add(("a",), "v", 2), "a: {x: , v: 2}\n"),
        ("a: {\n  x: 1 # one\n}\n", Add(("a",), "v", 2), "a: {\n  x: 1, v: 2 # one\n}\n"),
        ("l:\n    -   a: 1\n        b: |\n            text\n", Add(("l", 0), "c", 2),
         "l:\n    -   a: 1\n        b: |\n            text\n        c: 2\n"),
        ("a:\n  - x\n  # about the list\n# about b\n", Add((), "b", 1),
         "a:\n  - x\n  # about the list\nb: 1\n# about b\n"),
        # A new list stands in as those of the file do: not at all, by two, by four.
        ("a:\n- x\n", Add((), "b", [STEP]), "a:\n- x\nb:\n- {what: \"Ship it, now\", owner: bob, due: 2026-02-27}\n"),
        ("a: 1\n", Add((), "b", ["x"]), "a: 1\nb:\n  - x\n"),
        ("a:\n    - x\n", Add((), "b", ["v"]), "a:\n    - x\nb:\n    - v\n"),
        ("a: 1\n", Add((), "b", [{"k": 1, "m": [Flow({"m": 2})]}]), "a: 1\nb:\n  - k: 1\n    m:\n      - {m: 2}\n"),
    ],
)  # fmt: skip
def test_a_key_is_added(before: str, edit: Edit, expected: str) -> None:
    assert after(before, edit) == expected


@pytest.mark.parametrize(
    ("before", "edit", "expected"),
    [
        ("a:\n  - x  # c\n  # after\nb: 1\n", Append(("a",), "v"), "a:\n  - x  # c\n  - v\n  # after\nb: 1\n"),
        ("a:\n- x: 1\n  # of x\n- x: 2\n  # of x 2\nb: 1\n", Append(("a",), {"x": 3}),
         "a:\n- x: 1\n  # of x\n- x: 2\n  # of x 2\n- x: 3\nb: 1\n"),
        ("a: [x]  # c\n", Append(("a",), "v"), "a: [x, v]  # c\n"),
        ("a: []\n", Append(("a",), "v"), "a: [v]\n"),
        ("a: [x, # one\n  z, ]\n", Append(("a",), "v"), "a: [x, # one\n  z, v, ]\n"),
        ("a: [ # none\n]\n", Append(("a",), "v"), "a: [v # none\n]\n"),
        # An entry is written as its neighbour is: a block beside a block, with as many spaces behind the dash.
        ("a:\n  -   what: x\n      due: 2026-02-20\n", Append(("a",), STEP),
         "a:\n  -   what: x\n      due: 2026-02-20\n"
         "  -   what: Ship it, now\n      owner: bob\n      due: 2026-02-27\n"),
        ("a:\n  - {what: x}\n", Append(("a",), STEP),
         'a:\n  - {what: x}\n  - {what: "Ship it, now", owner: bob, due: 2026-02-27}\n'),
        ("a:\r\n  - x", Append(("a",), "v"), "a:\r\n  - x\r\n  - v"),
        ("- - a\n  - b\n- c\n", Append((0,), "d"), "- - a\n  - b\n  - d\n- c\n"),
    ],
)  # fmt: skip
def test_an_entry_is_appended(before: str, edit: Edit, expected: str) -> None:
    assert after(before, edit) == expected


@pytest.mark.parametrize(
    ("text", "edit", "where"),
    [
        (
            "a: &x {b: 1}\nc: *x\n",
            Put(("a", "b"), 2),
            "note.yaml:2:4: okrctl does not edit files with YAML aliases (*x)",
        ),
        ("a: &x\n  b: 1\nc:\n  <<: *x\n", Add(("c",), "d", 1), "note.yaml:4:7: okrctl does not edit files with YAML"),
        ("a: 1\nb: 2\na: 3\n", Put(("b",), 2), 'note.yaml:3:1: the key "a" stands here twice'),
        ("a: !!str 5\n", Put(("a",), 6), "note.yaml:1:10: okrctl cannot edit this YAML safely"),
        ("a: {b: 1}\n", Put(("a",), 2), "note.yaml:1:4: okrctl cannot edit this YAML safely"),
        (
            "a:\n  k: |+\n    text\n\n\nb: 1\n",
            Add(("a",), "c", 1),
            "note.yaml:2:3: okrctl cannot edit this YAML safely",
        ),
        ("a: 1\n", Put(("b",), 2), "note.yaml:1:1: okrctl cannot edit this YAML safely"),
        ("a: 1\n", Add((), "a", 2), "note.yaml:1:1: okrctl cannot edit this YAML safely"),
        ("a: 1\n", Append(("a",), 2), "note.yaml:1:4: okrctl cannot edit this YAML safely"),
        ("a: [1\n", Put(("a",), 2), "note.yaml:1:1: okrctl cannot edit this YAML safely"),
    ],
)
def test_what_cannot_be_edited_safely_is_refused_at_its_place(text: str, edit: Edit, where: str) -> None:
    message = refusal(text, edit)
    assert message.startswith(where)
    assert message.endswith("; nothing was written")


def test_an_anchor_without_an_alias_is_in_nobodys_way() -> None:
    assert after("a: &x 1\nb: &y\n  c: 2\n", Put(("a",), 3), Add(("b",), "d", 4)) == "a: &x 3\nb: &y\n  c: 2\n  d: 4\n"


def test_a_text_that_is_read_as_anything_else_is_refused() -> None:
    document = parse("note.yaml", "a: 1\n")
    assert reread(document, "a: 2\n", {"a": 2}).text == "a: 2\n"
    for other in ("a: 3\n", "a: '2'\n", "a: 2\nb: 1\n", "a: [2\n", "a: true\n"):
        with pytest.raises(OkrctlError):
            reread(document, other, {"a": 2})
    with pytest.raises(OkrctlError):  # 1 and true are equal to Python
        reread(document, "a: 1\n", {"a": True})


WORDS = st.text("ab #:-,[]{}'\"!?&*|>%@`中文é\\~=", min_size=1, max_size=12).map(str.strip).filter(bool)
SCALARS = st.one_of(WORDS, st.integers(-99, 99), st.booleans(), st.sampled_from([2.5, -0.1, "yes", "1.10", "null"]))
NAMES = st.text("abcdefgh王芳", min_size=1, max_size=4).filter(lambda name: name not in ("null", "true", "false"))
NESTED = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)),
    max_leaves=8,
)
RECORDS = st.dictionaries(NAMES, NESTED, min_size=1, max_size=3)
NEW = st.one_of(
    SCALARS,
    st.dictionaries(NAMES, SCALARS, min_size=1, max_size=2).map(Flow),
    st.lists(SCALARS, min_size=1, max_size=2).map(Flow),
    st.dictionaries(NAMES, SCALARS, min_size=1, max_size=2),
    st.lists(SCALARS, min_size=1, max_size=2),
    st.just("one\ntwo: #2"),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A record as somebody may have written it: in blocks or brackets, with comments, either kind of line end."""
    flow = draw(st.sampled_from([True, False, False, None]))
    indent = draw(st.sampled_from([2, 4]))
    text = yaml.dump(
        draw(RECORDS), default_flow_style=flow, indent=indent, width=9999, allow_unicode=True, sort_keys=False
    )
    lines, number = [], 0
    for line in text.splitlines():
        if draw(st.booleans()) and flow is not True:
            lines.append(f"# <{number}> before")
            number += 1
        behind = draw(st.booleans())
        lines.append(f"{line}  # <{number}> behind" if behind else line)
        number += behind
    whole = draw(st.sampled_from(["\n", "\r\n"])).join([*lines, ""])
    return parse("note.yaml", whole if draw(st.booleans()) else whole.rstrip("\r\n"))


def nodes(data: Any, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield steps, data
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in children:
        yield from nodes(inner, (*steps, step))


@st.composite
def edits(draw: st.DrawFn, document: Document) -> Edit:
    steps, old = draw(st.sampled_from(list(nodes(document.data))))
    if isinstance(old, dict):
        after_key = draw(st.sampled_from([None, *old]))
        return Add(steps, draw(NAMES.filter(lambda name: name not in old)), draw(NEW), after_key)
    return Append(steps, draw(NEW)) if isinstance(old, list) else Put(steps, draw(NEW))


def bare(value: Any) -> Any:
    """A value as plain data."""
    if isinstance(value, Flow):
        return bare(value.value)
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items()}
    return [bare(inner) for inner in value] if isinstance(value, list) else value


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_what_is_read_again_is_what_was_meant_and_the_rest_is_untouched(data: st.DataObject) -> None:
    document = data.draw(documents())
    edit = data.draw(edits(document))
    splice = splice_of(document, edit)
    new = edited(document, (edit,))
    where: Any = new.data
    for step in edit.steps:
        where = where[step]
    if isinstance(edit, Add):
        where = where[edit.key]
    elif isinstance(edit, Append):
        where = where[-1]
    assert where == bare(edit.value)
    # Without the new text, and with what it replaced, the file is the old one; no comment was in what was replaced.
    start, end = splice.span
    assert new.text[:start] + document.text[start:end] + new.text[start + len(splice.text) :] == document.text
    assert re.findall(r"# <\d+> \w+", new.text) == re.findall(r"# <\d+> \w+", document.text)
    if not isinstance(edit, Put):
        assert start == end
