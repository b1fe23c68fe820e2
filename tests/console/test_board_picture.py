"""The pictures in the README are what `status` prints of the examples today."""

import xml.etree.ElementTree as ElementTree

import pytest
from rich.text import Text

from tests.cli.inside import run
from tests.support.board_picture import COLUMNS, CYCLE, MADE_WITH, PICTURES, board_lines, picture

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pictures_are_up_to_date(language: str):
    root, day, path = PICTURES[language]
    lines = board_lines(language)
    printed = run("status", "-C", root, "--cycle", CYCLE, "--today", str(day), env={"COLUMNS": str(COLUMNS)})
    assert printed.out.splitlines() == [line.plain.rstrip() for line in lines]
    assert picture(lines) == path.read_text(encoding="utf-8"), f"draw them anew: {MADE_WITH}"


def test_letters_stand_in_their_cells():
    root = ElementTree.fromstring(picture([Text("ab  进度 🟢", "bold"), Text.assemble(("<&>", "red"))]))
    texts = [(mark.get("x"), mark.get("textLength"), mark.get("class"), mark.text) for mark in root.iter(f"{SVG}text")]
    # Cells of 8.4 from a margin of 16: two letters, a gap of two, two wide ones, a space, one wide one.
    assert texts == [
        ("16.0", "16.8", "bold", "ab"),
        ("49.6", "33.6", "bold", "进度"),
        ("91.6", "16.8", "bold", "🟢"),
        ("16.0", "25.2", "red", "<&>"),
    ]
