"""An explanation on a terminal: folded with its places on lines of their own; piped on it stays in whole lines."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from okrctl.console.explanation import render_explanation
from okrctl.language import Language
from okrctl.progress.explained import Line

LINES = [
    Line(0, "growth/O1/KR1  Half of the new teams stay for four weeks", "okrs/cycles/2026-Q1/okrs/growth.yaml:5"),
    Line(1, "progress 50 % = (5 − 0) / (10 − 0)"),
    Line(2, "current 5", "a.yaml:3"),
]


def shown(lines: list[Line], language: Language, width: int | None) -> list[str]:
    return [text.plain for text in render_explanation(lines, language, width)]


def test_a_place_that_does_not_fit_stands_on_its_own_line() -> None:
    assert shown(LINES, "en", 60) == [
        "growth/O1/KR1  Half of the new teams stay for four weeks",
        "  okrs/cycles/2026-Q1/okrs/growth.yaml:5",
        "  progress 50 % = (5 − 0) / (10 − 0)",
        "    current 5 — a.yaml:3",
    ]


def test_what_is_folded_hangs() -> None:
    assert shown(LINES, "zh", 40)[:4] == [
        "growth/O1/KR1  Half of the new teams",
        "  stay for four weeks",
        "  okrs/cycles/2026-Q1/okrs/growth.yaml:5",
        "  progress 50 % = (5 − 0) / (10 − 0)",
    ]


def test_without_a_width_each_step_is_one_line() -> None:
    assert shown(LINES, "zh", None) == [line.say("zh") for line in LINES]
    assert shown(LINES, "en", None)[0].endswith("weeks — okrs/cycles/2026-Q1/okrs/growth.yaml:5")


def test_places_are_faint() -> None:
    (text,) = render_explanation(LINES[2:], "zh", 80)
    assert [(text.plain[span.start : span.end], span.style) for span in text.spans if span.style] == [
        ("（a.yaml:3）", "dim")
    ]


@given(st.text(min_size=1).filter(str.strip), st.text(), st.integers(0, 9), st.integers(20, 120))
def test_nothing_is_wider_than_the_terminal(text: str, where: str, depth: int, width: int) -> None:
    lines = shown([Line(depth, text, where)], "en", width)
    assert all(cell_len(line) <= width for line in lines)
