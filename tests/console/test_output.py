import io
import os
import struct
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from okrctl.console.output import clusters, console_for, printable, printable_line, show_text, wrapped


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise io.UnsupportedOperation


def shown(colour: str, stream: io.StringIO, **environ: str) -> str:
    show_text(console_for(colour, file=stream, environ=environ), Text("red", "bold red"))
    return stream.getvalue()


def test_auto_colours_a_terminal_and_no_pipe():
    assert shown("auto", Terminal()) == "\x1b[1;31mred\x1b[0m\n"
    assert shown("auto", io.StringIO()) == "red\n"


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "unknown"}])
def test_auto_leaves_colour_away_where_nobody_wants_it(environ: dict[str, str]):
    assert shown("auto", Terminal(), **environ) == "red\n"


def test_an_empty_no_color_means_nothing():
    assert "\x1b[" in shown("auto", Terminal(), NO_COLOR="")


def test_always_colours_a_pipe_whatever_the_environment_says():
    assert "\x1b[1;31m" in shown("always", io.StringIO(), NO_COLOR="1", TERM="dumb")


def test_never_is_never():
    assert shown("never", Terminal(), FORCE_COLOR="1", TTY_COMPATIBLE="1") == "red\n"


@pytest.mark.parametrize(
    ("environ", "width"),
    [({}, 80), ({"COLUMNS": "40"}, 40), ({"COLUMNS": "0"}, 80), ({"COLUMNS": "wide"}, 80), ({"COLUMNS": "3"}, 20)],
)
def test_the_width_of_what_is_not_a_terminal(environ: dict[str, str], width: int):
    assert console_for("auto", file=io.StringIO(), environ=environ).width == width


def test_the_width_of_a_terminal_is_its_own():
    leader, follower = pytest.importorskip("pty").openpty()
    with open(leader, "rb"), open(follower, "w") as stream:  # noqa: PTH123
        set_columns(follower, 57)
        assert console_for("auto", file=stream, environ={}).width == 57
        assert console_for("auto", file=stream, environ={"COLUMNS": "33"}).width == 33
        assert console_for("auto", file=stream, environ={"COLUMNS": "33", "TERM": "dumb"}).width == 33


def set_columns(descriptor: int, columns: int) -> None:
    """Tell the pseudo-terminal its size: rows, columns, and no pixels."""
    request = pytest.importorskip("termios").TIOCSWINSZ
    pytest.importorskip("fcntl").ioctl(descriptor, request, struct.pack("HHHH", 24, columns, 0, 0))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("rise from 9 % to 17 % now", ["rise from", "9 % to", "17 % now"]),
        ("a rise of 17 ‰", ["a rise of", "17 ‰"]),
        ("a % of it all", ["a % of it", "all"]),
    ],
)
def test_a_number_and_its_percent_sign_stay_together(text: str, lines: list[str]):
    assert wrapped(text, 9) == lines


def test_long_lines_are_not_wrapped_and_brackets_are_no_markup():
    stream = io.StringIO()
    line = "[bold]in progress[/bold] :smile: 123 " + "long " * 40 + "end"
    show_text(console_for("never", file=stream, environ={}), line)
    assert stream.getvalue() == line + "\n"


def test_control_characters_never_reach_the_terminal():
    stream = io.StringIO()
    console = console_for("never", file=stream, environ={})
    show_text(console, "a\x1b]0;title\x07\r\x9b31m", end="")
    show_text(console, Text("b\x1b[2J\u202e", "bold"), end="")
    assert stream.getvalue() == "a␛]0;title␇␍\ufffd31mb␛[2J\ufffd"


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("plain 中文 🎯 é", "plain 中文 🎯 é"),
        ("a\tb\nc", "a b\nc"),
        ("\x00\x07\x1b\x7f\r", "␀␇␛␡␍"),
        ("\x80\x9b\x9f", "\ufffd\ufffd\ufffd"),
        ("abc\u202edcba\u202c \u2066x\u2069 \u200f", "abc\ufffddcba\ufffd \ufffdx\ufffd \ufffd"),
        ("a\u2028b", "a␤b"),
        ("\udce4", "\ufffd"),
        ("👨‍👩‍👧 ☺️", "👨‍👩‍👧 ☺️"),
    ],
)
def test_printable(text: str, visible: str):
    assert printable(text) == visible


def test_a_path_stays_on_one_line():
    assert printable_line("a\nb.yaml") == "a␊b.yaml"


@given(st.text(st.characters(exclude_categories=[])))
def test_printable_keeps_offsets_and_leaves_nothing_to_obey(text: str):
    safe = printable(text)
    assert len(safe) == len(text)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in safe.replace("\n", ""))


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "gbk", "utf-8"])
def test_a_stream_that_lacks_a_character_shows_its_escape(encoding: str):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="")
    show_text(console_for("never", file=stream, environ={}), "中 🎯")
    expected = {"ascii": "\\u4e2d \\U0001f3af", "cp437": "\\u4e2d \\U0001f3af", "gbk": "中 \\U0001f3af"}
    assert raw.getvalue().decode(encoding) == expected.get(encoding, "中 🎯") + "\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows reports a closed pipe in another way")
def test_a_broken_pipe_is_left_to_the_program():
    reader, writer = os.pipe()
    os.close(reader)
    stream = open(writer, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    with pytest.raises(BrokenPipeError):
        show_text(console_for("never", file=stream, environ={}), "text")
    with pytest.raises(BrokenPipeError):
        stream.close()


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("a-word-too-long for it", 8, ["a-word-t", "oo-long", "for it"]),
        ("目标没有方向", 8, ["目标没有", "方向"]),
        ("目标没有方向", 9, ["目标没有", "方向"]),
        ("目标没有，方向", 8, ["目标没", "有，方向"]),
        ("写明从《计划》到", 8, ["写明从", "《计划》", "到"]),
        ("提升 NPS 到 40 分", 10, ["提升 NPS", "到 40 分"]),
        ("请 @王芳 看", 6, ["请 @王", "芳 看"]),
        ("  weight: 50", 40, ["  weight: 50"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ],
)
def test_wrapped_by_cells(text: str, width: int, lines: list[str]):
    assert wrapped(text, width) == lines


@given(st.text("ab 中，（e\u0301🎯\u200d"), st.integers(4, 20))
def test_wrapping_loses_nothing_but_spaces_and_fits(text: str, width: int):
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a中", [("a", 1), ("中", 2)]),
        ("e\u0301x", [("e\u0301", 1), ("x", 1)]),
        ("👨\u200d👩\u200d👧!", [("👨\u200d👩\u200d👧", 2), ("!", 1)]),
        ("क\u094d\u200dष", [("क\u094d\u200d", 1), ("ष", 1)]),
        ("\u0301a", [("\u0301", 0), ("a", 1)]),
    ],
)
def test_clusters(text: str, cells: list[tuple[str, int]]):
    assert [(cluster.text, cluster.cells) for cluster in clusters(text)] == cells
