"""The tree on a terminal: exact in both languages, and in its columns whatever the titles hold."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from okrctl.console.tree import render_tree
from okrctl.console.tree_columns import cropped
from okrctl.language import Language
from okrctl.reports.tree.build import build_tree
from okrctl.reports.tree.record import TreeOptions, TreeReport
from tests.reports.kite import KITE, kite, small, sources_of

ENGLISH = """\
Kite: alignment tree, 2026-Q1
as of Saturday, 14 Feb 2026 · attainment 40 % (+15)
Mission   Every kite flies
Strategy  Calm first
          Wind second

goal                                                               progress          +/-  weight  status       conf.

company/O1 Teams trust us · Kite                                   ████▒░░░░░  40 %  +15   100 %  off track        8
│  KR1 Renewals reach 90 %                                         ██████░░░░  60 %  +10    50 %  on track         8
│  KR2 Ten customers name us · Mia Ro                              ██▒▒▒░░░░░  20 %  +20    50 %  on track
│                                                                                                 ≠ off track
├─ growth/O1 New teams stay · Growth · committed                   █████░░░░░  47 %  +47   100 %  on track         5
│  │  · supports KR1
│  │  KR1 Half stay four weeks · with Mia Ro                       █████░░░░░  47 %  +47   100 %  at risk          5
│  │                                                                                              ≠ on track
│  └─ mia/O1 Calm first screens · Mia Ro · cross-team              █████░░░░░  50 %  +50   100 %  on track
│        KR1 Seven of ten need no help                             █████░░░░░  50 %  +50   100 %  on track
├─ mia/O1 Calm first screens · supports KR2                        █████░░░░░  50 %  +50   100 %  on track
│     · see under growth/O1
└─ design/O1 A new logo · Design                                                                  dropped
      KR1 Everybody wears it                                                                      dropped

Unaligned: these lead up to none of the company's objectives (1)

wang/O1 Fewer meetings · Wang Shi                                  ▒▒▒▒▒░░░░░   0 %    =   100 %  no data
   KR1 Two days without                                            ▒▒▒▒▒░░░░░   0 %    =   100 %  no data

█ reached · ▒ behind plan · +/- since last check-in · ≠ computed status differs
Aligned: 2 of 3 objectives (67 %), by weight 67 % · 1 link across teams
"""

KITES = {
    **KITE,
    "okrctl.yaml": "name: 风筝\nlanguage: zh\n",
    "org.yaml": """
teams:
  公司: {name: 风筝科技, lead: 林一}
  增长: {name: 增长部, parent: 公司, lead: 王石}
people:
  林一: {team: 公司}
  王石: {team: 增长}
""",
    "cycles/2026-Q1/okrs/公司.yaml": """
objectives:
  - id: O1
    title: 让每一个试用过的团队都愿意把我们推荐给另一个团队，而不是用完就走
    kind: committed
    key_results: [{id: KR1, title: 续费率由 80% 提高到 90%}]
""",
    "cycles/2026-Q1/okrs/增长.yaml": """
objectives:
  - id: O1
    title: 新团队第一周就找到家的感觉
    aligns_to: [公司/O1/KR1]
    key_results: [{id: KR1, title: 一半的新团队留到第四周}]
""",
    "cycles/2026-Q1/notes/2026-W07/林一.yaml": "updates: [{kr: 公司/O1/KR1, percent: 30, status: on_track}]\n",
    "cycles/2026-Q1/notes/2026-W07/王石.yaml": "updates: [{kr: 增长/O1/KR1, percent: 45}]\n",
}
CHINESE = """\
风筝 对齐视图 · 2026 年 1–3 月
截至 2026 年 2 月 14 日（周六） · 完成率 30%（+30）

目标                                               进度           变化  状态

公司/O1 让每一个试用过的团队都愿意把我们推荐给     ██▒▒░░░░  30%   +30  已延期
│  另一个团队，而不是用完就走 · 风筝科技 · 承诺型
│  KR1 续费率由 80% 提高到 90%                     ██▒▒░░░░  30%   +30  正常
│                                                                       ≠ 已延期
└─ 增长/O1 新团队第一周就找到家的感觉 · 增长部     ████░░░░  45%   +45  正常
      · 承接 KR1
      KR1 一半的新团队留到第四周                   ████░░░░  45%   +45  正常

█ 当前进度 · ▒ 落后应达进度的部分 · 变化：较上次更新的百分点 · ≠ 状态与进度不符
对齐率：100%（1/1 个目标），按权重 100% · 跨团队承接 0 处
"""


def drawn(report: TreeReport, language: Language, width: int) -> list[str]:
    return [text.plain for text in render_tree(report, language, width)]


def text_of(report: TreeReport, language: Language, width: int) -> str:
    return "".join(f"{line}\n" for line in drawn(report, language, width))


def test_english(tmp_path: Path):
    assert text_of(kite(tmp_path), "en", 120) == ENGLISH


def test_chinese_at_80_columns(tmp_path: Path):
    files = {path: text for path, text in KITES.items() if not path.isascii() or "/" not in path}
    assert text_of(build_tree(sources_of(tmp_path, files), TreeOptions()), "zh", 80) == CHINESE


def test_a_wide_terminal_has_a_column_for_people_and_both_statuses_on_one_line(tmp_path: Path):
    found = text_of(kite(tmp_path), "en", 200)
    assert "KR2 Ten customers name us " in found
    assert "on track ≠ off track" in found
    assert next(line for line in found.splitlines() if " KR2 " in line).endswith("  Mia Ro")


def test_teams_stand_in_line_with_their_figures(tmp_path: Path):
    found = drawn(kite(tmp_path, TreeOptions(by="team")), "en", 120)
    growth = next(line for line in found if line.startswith("  Growth"))
    goal = next(line for line in found if line.startswith("    growth/O1"))
    assert growth.index("█████░░░░░  47 %  +47") == goal.index("█████░░░░░  47 %  +47")


@pytest.mark.parametrize("by", ["alignment", "team", "person"])
def test_an_empty_tree_says_so(tmp_path: Path, by: str):
    files = {"okrctl.yaml": "name: Empty\n", "cycles/2026-Q1/cycle.yaml": "title: A quarter\n"}
    report = build_tree(sources_of(tmp_path, files), TreeOptions(by=by))
    assert drawn(report, "en", 80)[3:] == [
        "No goals to show in A quarter.",
        "Nothing to align below the company's objectives · 0 links across teams",
    ]


def test_statuses_are_told_where_they_have_no_column(tmp_path: Path):
    assert any("off track" in line for line in drawn(kite(tmp_path), "en", 40))


def test_both_statuses_are_told_where_they_have_no_column(tmp_path: Path):
    found = " ".join(line.strip() for line in drawn(kite(tmp_path), "en", 40))
    assert "on track ≠ off track" in found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_legend_stays_on_one_line_at_80_columns(tmp_path: Path, language: Language):
    (legend,) = [line for line in drawn(kite(tmp_path), language, 80) if "▒" in line and "≠" in line]
    assert legend.startswith("█ ")
    assert legend.endswith(("≠ computed status differs", "≠ 状态与进度不符"))


def test_colours_say_no_more_than_the_words(tmp_path: Path):
    texts = [text for text in render_tree(kite(tmp_path), "en", 120) if "≠" in text.plain and "█" not in text.plain]
    styles = {text.plain[span.start : span.end]: span.style for text in texts for span in text.spans}
    assert styles["≠ off track"] == "red"
    assert styles["≠ on track"] == "green"


TITLES = st.text(min_size=1, max_size=120).filter(lambda text: text.strip() and text.isprintable())
Render = Callable[[str, str, int], list[str]]


@pytest.fixture(scope="module")
def render(tmp_path_factory: pytest.TempPathFactory) -> Render:
    """A tree of two goals with any titles."""
    root = tmp_path_factory.mktemp("titles")

    def render(one: str, other: str, width: int) -> list[str]:
        sheets = {"company": f"O1: {one}", "growth": f"O1: {other} > company/O1/KR1"}
        return drawn(small(root, sheets), "zh", width)

    return render


@given(one=TITLES, other=TITLES, width=st.integers(20, 220))
@example(one="让每一个团队" * 12, other="A very long English title that goes on " * 4, width=80)
@example(one="👩‍👩‍👧 e\u0301\u0301 ｱｲｳ", other="[bold]no markup[/bold] · │ ├─ █", width=80)
@example(one="a" * 300, other="很" * 150, width=20)
def test_no_line_is_wider_than_the_terminal_and_columns_begin_in_the_same_cell(
    render: Render, one: str, other: str, width: int
):
    lines = render(one.replace(" > ", " "), other.replace(" > ", " "), width)
    assert max(map(cell_len, lines)) <= width
    begins = {cell_len(line[: line.rindex("暂无数据")]) for line in lines if "暂无数据" in line}
    assert len(begins) == (1 if width >= 46 else len(begins))


@given(st.text(), st.integers(1, 60))
def test_what_is_cropped_fits(text: str, width: int):
    found = cropped(text, width)
    assert cell_len(found) <= width
    assert found == text or found.endswith("…")


def test_short_titles_keep_their_guides(tmp_path: Path):
    sheet = "objectives: [{{id: O1, title: Win, aligns_to: [{up}], key_results: [{{id: KR1, title: k}}]}}]\n"
    files = {
        "org.yaml": "teams: {z: {lead: p}, x: {parent: z}}\npeople: {p: {team: x}}\n",
        "cycles/2026-Q1/okrs/z.yaml": sheet.format(up=""),
        "cycles/2026-Q1/okrs/x.yaml": sheet.format(up="z/O1"),
    }
    lines = drawn(build_tree(sources_of(tmp_path, files), TreeOptions()), "en", 80)
    starts = [line.split("  ▒")[0].split("  ░")[0].rstrip() for line in lines if "▒" in line and "█" not in line]
    assert starts == ["z/O1 Win · z", "│  KR1 k", "└─ x/O1 Win", "      KR1 k"]


def test_deep_trees_keep_room_for_titles(tmp_path: Path):
    people = "".join(f"  p{number}: {{team: company}}\n" for number in range(30))
    files = {"okrctl.yaml": "name: Deep\n", "org.yaml": "teams:\n  company: {name: Deep}\npeople:\n" + people}
    for number in range(31):
        above, owner = (
            ("", "company")
            if not number
            else (f"{'company' if number == 1 else f'p{number - 2}'}/O1", f"p{number - 1}")
        )
        files[f"cycles/2026-Q1/okrs/{owner}.yaml"] = (
            f"objectives: [{{id: O1, title: Title {number}, aligns_to: [{above}], key_results: []}}]\n"
        )
    lines = drawn(build_tree(sources_of(tmp_path, files), TreeOptions()), "en", 80)
    assert max(map(cell_len, lines)) <= 80
    assert any("p29/O1 Title 30" in line for line in lines)
    assert any(line.startswith("…") for line in lines)
