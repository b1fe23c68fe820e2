import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from okrctl.console.diagnostics import render_findings, render_summary
from okrctl.console.output import console_for, show_text
from okrctl.diagnostics.finding import Excerpt, Finding, RelatedFinding
from okrctl.diagnostics.rule import Severity
from okrctl.language import Language


def found(
    excerpt: Excerpt | None = None,
    *,
    line: int = 7,
    severity: Severity = Severity.ERROR,
    code: str = "OKR201",
    path: str = "a.yaml",
    message: str = "wrong",
    help: str = "",
    summary: str = "what is wrong",
    related: tuple[RelatedFinding, ...] = (),
) -> Finding:
    start, end = (excerpt.start, excerpt.end) if excerpt else (0, 0)
    place = (path, line, start + 1, code, line, end + 1)
    return Finding(*place, severity, message, help, summary, excerpt, related)


def source_of(line: str, start: int, end: int, width: int = 80) -> list[str]:
    """The excerpt's line and its carets, gutters included."""
    (text,) = render_findings([found(Excerpt(line, start, end))], "en", width)
    rows = text.plain.split("\n")
    assert rows[2] == "  |"
    return rows[3:5]


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        pytest.param("weight: 40", 8, 10, ["7 | weight: 40", "  |         ^^"], id="ascii"),
        pytest.param("title: 提升收入", 9, 11, ["7 | title: 提升收入", "  |            ^^^^"], id="chinese"),
        pytest.param("提升 NPS 到 40", 3, 6, ["7 | 提升 NPS 到 40", "  |      ^^^"], id="ascii after chinese"),
        pytest.param("提升 NPS 到 40", 1, 4, ["7 | 提升 NPS 到 40", "  |   ^^^^"], id="mixed range"),
        pytest.param("a:\tb", 3, 4, ["7 | a:  b", "  |     ^"], id="tab to the next stop"),
        pytest.param("中\tb", 2, 3, ["7 | 中  b", "  |     ^"], id="tab after chinese"),
        pytest.param("ab:\t\tc", 3, 5, ["7 | ab:     c", "  |    ^^^^^"], id="the tabs themselves"),
        pytest.param("cafe\u0301 x", 6, 7, ["7 | cafe\u0301 x", "  |      ^"], id="after a combining mark"),
        pytest.param("cafe\u0301 x", 3, 5, ["7 | cafe\u0301 x", "  |    ^"], id="a letter with its mark"),
        pytest.param("cafe\u0301 x", 4, 5, ["7 | cafe\u0301 x", "  |    ^"], id="the mark alone"),
        pytest.param("go 🎯 now", 5, 8, ["7 | go 🎯 now", "  |       ^^^"], id="after an emoji"),
        pytest.param("go 🎯 now", 3, 4, ["7 | go 🎯 now", "  |    ^^"], id="an emoji"),
        pytest.param("x: 40", 3, 5, ["7 | x: 40", "  |    ^^"], id="up to the end of the line"),
        pytest.param("x:", 2, 3, ["7 | x:", "  |   ^"], id="behind the end of the line"),
        pytest.param("x: 40", 3, 99, ["7 | x: 40", "  |    ^^"], id="beyond the end of the line"),
        pytest.param("x: 40", 3, 3, ["7 | x: 40", "  |    ^"], id="empty range"),
        pytest.param("x: 中", 3, 3, ["7 | x: 中", "  |    ^"], id="empty range before chinese"),
        pytest.param("", 0, 1, ["7 |", "  | ^"], id="empty line"),
        pytest.param("a\x1b[31m", 1, 2, ["7 | a␛[31m", "  |  ^"], id="escape"),
    ],
)
def test_carets_stand_under_the_exact_cells(line: str, start: int, end: int, expected: list[str]):
    assert source_of(line, start, end) == expected


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        pytest.param(
            "0123456789abcdefghijABCDEFGHIJ",
            0,
            2,
            ["7 | 0123456789abcdefgh…", "  | ^^"],
            id="range at the start",
        ),
        pytest.param(
            "0123456789abcdefghijABCDEFGHIJ",
            28,
            30,
            ["7 | …cdefghijABCDEFGHIJ", "  |                  ^^"],
            id="range at the end",
        ),
        pytest.param(
            "0123456789abcdefghijABCDEFGHIJ",
            14,
            16,
            ["7 | …6789abcdefghijABCD…", "  |          ^^"],
            id="range in the middle",
        ),
        pytest.param(
            "0123456789abcdefghijABCDEFGHIJ",
            2,
            30,
            ["7 | …23456789abcdefghij…", "  |  ^^^^^^^^^^^^^^^^^^"],
            id="range longer than the width",
        ),
        pytest.param(
            "目标一二三四五六七八九十目标完成",
            8,
            10,
            ["7 | …四五六七八九十目…", "  |        ^^^^"],
            id="chinese",
        ),
        pytest.param(
            "x目标一二三四五六七八九十目标完成",
            9,
            11,
            ["7 | …四五六七八九十目…", "  |        ^^^^"],
            id="no half of a wide character",
        ),
    ],
)
def test_a_line_longer_than_the_width_is_cut_around_the_range(line: str, start: int, end: int, expected: list[str]):
    assert source_of(line, start, end, width=24) == expected


def test_an_english_finding():
    finding = found(
        Excerpt("    weight: 40  # of O1", 12, 14),
        line=12,
        path="cycles/2026-Q1/okrs/growth.yaml",
        message="weights sum to 90",
        help="write weights that sum to 100:\n  weight: 50",
        related=(RelatedFinding("cycles/2026-Q1/okrs/growth.yaml", 5, 3, "the objective"),),
    )
    (text,) = render_findings([finding], "en", 80)
    assert text.plain == (
        "error[OKR201]: weights sum to 90\n"
        "  --> cycles/2026-Q1/okrs/growth.yaml:12:13\n"
        "   |\n"
        "12 |     weight: 40  # of O1\n"
        "   |             ^^\n"
        "   |\n"
        "   = help: write weights that sum to 100:\n"
        "             weight: 50\n"
        "   = note: cycles/2026-Q1/okrs/growth.yaml:5: the objective\n"
        "\n"
    )


def test_a_chinese_finding_at_40_columns():
    finding = found(
        Excerpt("  - title: 显著提升观看体验", 11, 13),
        line=120,
        severity=Severity.WARNING,
        code="OKR309",
        message="“显著”承担了全部含义，却没有数字，无法判断是否达成",
        help="写明从多少到多少：时长从 30 分钟到 45 分钟。",
        related=(RelatedFinding("b.yaml", 5, 3, "同一个目标"),),
    )
    (text,) = render_findings([finding], "zh", 40)
    assert text.plain == (
        "警告[OKR309]：“显著”承担了全部含义，却\n"
        "  没有数字，无法判断是否达成\n"
        "   --> a.yaml:120:12\n"
        "    |\n"
        "120 |   - title: 显著提升观看体验\n"
        "    |            ^^^^\n"
        "    |\n"
        "    = 建议改法：写明从多少到多少：时长从\n"
        "                30 分钟到 45 分钟。\n"
        "    = 相关位置：b.yaml:5：同一个目标\n"
        "\n"
    )


def test_a_private_finding_shows_place_code_and_remedy_only():
    (text,) = render_findings([found(path="reviews/h1/wang.yaml", help="write a sentence")], "en", 80)
    assert text.plain == ("error[OKR201]: wrong\n --> reviews/h1/wang.yaml:7:1\n  = help: write a sentence\n\n")


def test_a_finding_cannot_command_the_terminal():
    finding = found(
        path="a\x1b[2J\n.yaml", message="b\x1b]0;x\x07", help="c\x9b", related=(RelatedFinding("d\n", 1, 1, "e\x1b"),)
    )
    (text,) = render_findings([finding], "en", 80)
    assert text.plain == ("error[OKR201]: b␛]0;x␇\n --> a␛[2J␊.yaml:7:1\n  = help: c\ufffd\n  = note: d␊:1: e␛\n\n")


def shown(colour: str) -> str:
    stream = io.StringIO()
    console = console_for(colour, file=stream, environ={})
    findings = [found(Excerpt("[bold]x[/bold]: 40", 16, 18), help="h")]
    for text in render_findings(findings, "en", 80):
        show_text(console, text, end="")
    show_text(console, render_summary(findings, "en", 3, 80))
    return stream.getvalue()


def test_without_colour_there_is_not_one_escape():
    assert shown("never") == (
        "error[OKR201]: wrong\n"
        " --> a.yaml:7:17\n"
        "  |\n"
        "7 | [bold]x[/bold]: 40\n"
        "  |                 ^^\n"
        "  |\n"
        "  = help: h\n"
        "\n"
        "Found 1 error in 1 file.\n"
        "  OKR201  1  what is wrong\n"
    )


def test_with_colour_severity_and_carets_are_red():
    coloured = shown("always")
    assert "\x1b[1;31merror[OKR201]\x1b[0m" in coloured
    assert "\x1b[1;31m^^\x1b[0m" in coloured


MANY = [
    *(found(path=f"{n}.yaml", line=n) for n in (1, 2, 3)),
    *(found(code="OKR306", severity=Severity.WARNING, summary="nothing to measure") for _ in range(11)),
    found(code="OKR206", severity=Severity.ADVICE, summary="aligned downward"),
]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "Found 3 errors, 11 warnings and 1 piece of advice in 4 files."),
        ("zh", "检查结果：4 个文件中有 3 个错误、11 个警告和 1 条建议。"),
    ],
)
def test_the_summary_counts_by_severity_and_by_code(language: Language, first: str):
    assert render_summary(MANY, language, 9, 80).plain == (
        f"{first}\n  OKR201   3  what is wrong\n  OKR306  11  nothing to measure\n  OKR206   1  aligned downward"
    )


@pytest.mark.parametrize(
    ("findings", "en", "zh"),
    [
        (MANY[:1], "Found 1 error in 1 file.", "检查结果：1 个文件中有 1 个错误。"),
        (MANY[:2], "Found 2 errors in 2 files.", "检查结果：2 个文件中有 2 个错误。"),
        (MANY[3:4], "Found 1 warning in 1 file.", "检查结果：1 个文件中有 1 个警告。"),
        (MANY[-1:] * 2, "Found 2 pieces of advice in 1 file.", "检查结果：1 个文件中有 2 条建议。"),
        (
            [MANY[0], MANY[-1]],
            "Found 1 error and 1 piece of advice in 2 files.",
            "检查结果：2 个文件中有 1 个错误和 1 条建议。",
        ),
    ],
)
def test_one_and_many(findings: list[Finding], en: str, zh: str):
    assert render_summary(findings, "en", 9, 80).plain.split("\n")[0] == en
    assert render_summary(findings, "zh", 9, 80).plain.split("\n")[0] == zh


def test_a_long_summary_hangs_under_itself():
    finding = found(summary="空泛的词承担了含义，没有任何数字可以衡量")
    assert render_summary([finding], "zh", 1, 40).plain.split("\n")[1:] == [
        "  OKR201  1  空泛的词承担了含义，没有任",
        "             何数字可以衡量",
    ]


def test_all_clear():
    assert render_summary([], "en", 128, 80).plain == "No findings. 128 files read."
    assert render_summary([], "en", 1, 80).plain == "No findings. 1 file read."
    assert render_summary([], "zh", 128, 80).plain == "检查通过，未发现问题（共 128 个文件）。"


_LINE = st.text(st.characters(exclude_characters="\r\n") | st.sampled_from("中，\te\u0301🎯\u200d\ufe0f"))


@given(_LINE, st.integers(0, 60), st.integers(0, 90), st.integers(24, 60))
def test_any_line_fits_and_its_carets_stand_under_it(line: str, start: int, length: int, width: int):
    start = min(start, len(line))
    source, carets = source_of(line, start, start + length, width)
    assert cell_len(source) <= width
    assert cell_len(carets) <= width
    assert carets.strip(" |").strip("^") == ""
    assert carets.count("^") >= 1
