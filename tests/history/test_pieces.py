"""A sheet read in pieces is the sheet read whole, whatever its text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.history.pieces import Reader, cut_up, read_whole
from tests.history.asking import SHEET
from tests.support.command import STARLING, YUNFAN
from tests.support.quarter_history import COMPANY, GROWTH

FULL = f"# a sheet\nowner: bob\n{SHEET}approvals:\n  - {{by: lin, as: manager, on: 2026-01-12, digest: 4f}}\n"
FLUSH = FULL.replace("\n  ", "\n").replace("approvals:\n-", "approvals:\n  -")  # the list at the column of its key
TWISTED = {
    "quote over two objectives": FULL.replace("title: New teams", 'title: "New\n  - id: O2').replace("伙伴", '伙伴"'),
    "bracket over two": FULL.replace("[company/O1]", "[\n  - company/O1]"),
    "a block of text": FULL.replace(
        "title: New", "title: >-\n      New\n\n      - id: O9\n    why: |+\n      x\n\n    # New"
    ),
    "a block of text that goes too far": FULL.replace("title: New", "title: |\n  - id: New"),
    "an anchor": FULL.replace("metric: {start: 31", "metric: &way {start: 31").replace(
        "{start: 10, target: 60}", "*way"
    ),
    "two lists": FULL + "objectives:\n  - {id: O3, title: x}\n",
    "an unknown key": FULL + "owners: x\n",
    "an unknown key inside": FULL.replace("aligns_to", "align_to"),
    "no list": "objectives: {}\n",
    "an empty one": "objectives: []\n",
    "a null": FULL.replace("  - id: O2\n", "  - \n  - id: O2\n"),
    "two documents": FULL + "---\n" + FULL,
    "comments at any column": FULL.replace("  - id: O2", "# one\n        # two\n\n  # - three\n  - id: O2"),
    "deeper": FULL.replace("  - id: O2", "   - id: O2"),
    "less deep": FULL.replace("  - id: O2", " - id: O2"),
    "a string named like the list": 'title: "\nobjectives:\n  - x"\n' + FULL,
    "without an end": FULL.rstrip("\n"),
    "nothing": "",
}


@pytest.mark.parametrize("text", [FULL, FLUSH, *TWISTED.values()], ids=["full", "flush", *TWISTED])
def test_twisted_texts(text: str) -> None:
    assert Reader().read(text.encode()) == read_whole(text.encode())


@pytest.mark.parametrize("text", [FULL, FLUSH, COMPANY, GROWTH], ids=["full", "flush", "company", "growth"])
def test_plain_sheets_are_cut(text: str) -> None:
    assert cut_up(text.encode()) is not None
    assert read_whole(text.encode()) is not None


def test_an_objective_is_read_once() -> None:
    reader = Reader()
    before, after = reader.read(FULL.encode()), reader.read(FULL.replace("target: 60", "target: 50").encode())
    assert before is not None
    assert after is not None
    assert before.objectives[0] is after.objectives[0]
    assert before.objectives[1] != after.objectives[1]
    assert (after.owner, len(after.approvals)) == ("bob", 1)


@pytest.mark.parametrize("example", [STARLING, YUNFAN], ids=["starling", "yunfan"])
def test_the_sheets_of_the_examples(example: object) -> None:
    contents = [path.read_bytes() for path in sorted(example.glob("cycles/*/okrs/*.yaml"))]  # type: ignore[attr-defined]
    reader = Reader()
    assert contents
    assert [reader.read(content) for content in contents] == [read_whole(content) for content in contents]


LINES = [
    *FULL.splitlines(),
    "  - ",
    "- ",
    '"',
    "'",
    "[",
    "}",
    "|",
    ">-",
    "#",
    " - id: O4",
    "objectives:",
    "    title: x",
    "",
]


@settings(max_examples=120)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3), st.sampled_from(LINES)), min_size=1, max_size=3))
def test_any_edit_of_lines(edits: list[tuple[int, int, str]]) -> None:
    lines = FULL.splitlines()
    for at, gone, new in edits:
        lines[at : at + gone] = [new] if gone < 3 else [lines[at % len(lines)] + new] if lines else []
    content = "\n".join(lines).encode()
    assert Reader().read(content) == read_whole(content)
