"""The board on a terminal: exact in both languages, and never wider than the terminal."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from okrctl.console.board import render_board
from okrctl.console.board_rollout import render_rollout
from okrctl.console.board_table import Column, Row, table
from okrctl.language import Language
from okrctl.models.calendar import Week
from okrctl.reports.status.record import Board, Computed, Unreported
from okrctl.reports.status.rollout import build_rollout
from tests.reports.status_world import DAY, ORG, Q1, board_of, scope_of

ENGLISH = """\
Kite: where we stand, 2026-Q1
as of Tuesday, 24 Feb 2026 · week 9 · 61 % of the cycle has passed

Attainment      ██████▒▒▒▒▒▒░░░░░░░░  30 % · expected 61 %, −31 points
Confidence      8  ·····▅▅▅▇
Alignment       2 of 3 objectives (67 %), by weight 67 %
Notes in        2 of 3 for week 9
By the numbers  🟢 2 on track · 🟡 2 at risk · 🔴 2 off track · ⚪ 1 stale
                ⚪ 1 no data
As reported     🟢 3 on track · 🟡 1 at risk · 🔴 1 off track · ⚪ 1 paused
                – 2 not said

team      attainment    gap  confidence    🟢 🟡 🔴 ⚪  notes  aligned
Kite      ██▒▒░░  30 %  −31    8 ····▅▅▅▇   2  2  2  2    2/3     67 %
  Growth  ██▒▒▒░  38 %  −43    4 ·····▄▄▄   2  1  1  2    1/2     67 %
    Web   no sheet                          1  ·  1  ·      –    100 %
█ reached · ▒ behind plan · gap in points · ⚪ stale or no data

Needs help (6, worst first)
🔴 Ten clubs order again · Wang Shi
   10 %, expected 61 % · reported on track, by the numbers off track
   last report 9 days ago
🔴 Nobody needs to call · Eve Adler
   10 %, expected 61 % · reported paused · last report 23 days ago
🔴 Four fairs bring orders · Alice Chen
   75 %, expected 100 % · reported at risk · was due 20 Feb
   last report 9 days ago
🔴 Two thirds pay at once · Eve Adler
   60 %, expected 61 % · reported off track, by the numbers on track
   last report 9 days ago
⚪ Half of the clubs know us · Wang Shi
   no data · no report yet
⚪ Six drawings · Alice Chen
   60 %, expected 61 % · last report 30 days ago

About to need help (1, furthest behind first)
🟡 Ninety kites in the air · Lin Yi · 50 %, expected 61 %

Waiting for an answer (3)
⚠  Alice Chen: A rival cuts prices
   for the lead to settle, raised in week 9 · By a third.
?  Alice Chen → Lin Yi: A booth by the door
   open since week 7 · Four fairs bring orders
?  Lin Yi → Growth: The wind
   raised in week 9 · Ninety kites in the air

Not checked in (1)
Wang Shi

Away
Eve Adler
"""
CHINESE = """\
风筝 OKR 看板 · 2026 年 1–3 月
截至 2026 年 2 月 24 日（周二） · 第 9 周 · 时间进度 61%

完成率    ██████▒▒▒▒▒▒░░░░░░░░  30% · 应达进度 61%，落后 31 个百分点
信心指数  8  ·····▅▅▅▇
对齐率    67%（2/3 个目标），按权重 67%
进展记录  第 9 周已提交 2/3
系统判定  🟢 正常 2 · 🟡 有风险 2 · 🔴 已延期 2 · ⚪ 更新滞后 1 · ⚪ 暂无数据 1
填报状态  🟢 正常 3 · 🟡 有风险 1 · 🔴 已延期 1 · ⚪ 已暂停 1 · – 未填报 2

团队      完成率       偏差  信心指数      🟢 🟡 🔴 ⚪  进展  对齐率
Kite      ██▒▒░░  30%   -31    8 ····▅▅▅▇   2  2  2  2   2/3     67%
  Growth  ██▒▒▒░  38%   -43    4 ·····▄▄▄   2  1  1  2   1/2     67%
    Web   暂无 OKR                          1  ·  1  ·     –    100%
█ 当前进度 · ▒ 落后应达进度的部分 · 偏差：百分点 · ⚪ 更新滞后或暂无数据

需要关注的关键结果（6 个，最严重的在前）
🔴 十家俱乐部再次下单，而且都是在没有人上门拜访的情况下由他们自己主动提出来的
   Wang Shi
   10%，应达 61% · 填报为正常，系统判定为已延期 · 9 天未更新
"""


def drawn(board: Board, language: Language, width: int) -> list[str]:
    return [text.plain for text in render_board(board, language, width)]


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return board_of(tmp_path_factory.mktemp("world"))


def test_english_at_80_columns(board: Board):
    assert "".join(f"{line}\n" for line in drawn(board, "en", 80)) == ENGLISH


def test_chinese_at_80_columns(board: Board):
    first, *others = board.help
    long = first._replace(title="十家俱乐部再次下单，而且都是在没有人上门拜访的情况下由他们自己主动提出来的")
    total = board.total._replace(who=board.total.who._replace(name="风筝"))
    shown = "".join(f"{line}\n" for line in drawn(board._replace(help=(long, *others), total=total), "zh", 80))
    assert shown.startswith(CHINESE)
    assert shown.endswith("\n未更新进展（1 人）\nWang Shi\n\n休假\nEve Adler\n")


def test_a_wide_terminal_has_longer_bars_and_every_week(board: Board):
    lines = drawn(board, "en", 140)
    (kite,) = [line for line in lines if line.startswith("Kite  ")]
    # 16 cells: 0.3 of them are 4.8, 0.61 are 9.8.
    assert "█████▒▒▒▒▒░░░░░░  30 %" in kite
    assert "  8 ·····▅▅▅▇" in kite


def test_where_it_is_heading_stands_behind_the_figures(tmp_path: Path):
    notes = {
        f"{Q1}/notes/2026-W{week:02}/wang.yaml": f"updates: [{{kr: company/O1/KR2, value: {value}}}]\n"
        for week, value in ((5, 1), (6, 1.5), (7, 2))
    }
    english, chinese = (" ".join(drawn(board_of(tmp_path, notes), language, 100)) for language in ("en", "zh"))
    # 2 + 0.5 * 44 / 7 = 5.14; three points on one line leave no range.
    assert "heading for 5.1 clubs, target 10 clubs" in english
    assert "预计终值 5.1 clubs，目标值 10 clubs" in chinese


def test_nothing_wrong(board: Board):
    calm = board._replace(help=(), asks=(), risk=(), total=board.total._replace(computed=Computed(on_track=8)))
    text = "\n".join(drawn(calm, "en", 80))
    assert "Nothing is late or stale." in text
    assert "Nothing is waiting for an answer." in text
    assert "By the numbers  🟢 8 on track\n" in text


def test_what_is_about_to_need_help_takes_one_line_each(board: Board):
    long = board.risk[0]._replace(
        title="Offices that find an answer every week without asking anybody rise from 12 to 60"
    )
    many = board._replace(risk=(long,) * 9, team="growth")
    lines = drawn(many, "en", 80)
    at = lines.index("About to need help (9, furthest behind first)")
    # 77 cells behind the light, of which the figures take 31: 46 for the title, the sign that it is cut among them.
    said = "🟡 Offices that find an answer every week withou… · Lin Yi · 50 %, expected 61 %"
    assert lines[at + 1 : at + 9] == [said] * 8
    assert cell_len(said) == 80
    assert lines[at + 9 : at + 11] == ["… and 1 more: okrctl tree growth --only at_risk, or --format json", ""]
    chinese = drawn(many._replace(risk=(long._replace(title="不问任何人就能每周自己找到答案的事务所" * 3),)), "zh", 60)
    (line,) = [line for line in chinese if line.startswith("🟡 不")]
    # 57 cells, 25 of them for the figures: 15 letters and the sign.
    assert line == "🟡 不问任何人就能每周自己找到答案… · Lin Yi · 50%，应达 61%"


def test_the_first_weeks(board: Board):
    calm = board._replace(help=(), risk=())
    lin, eve = (
        Unreported(board.total.who._replace(name="Lin Yi"), 3),
        Unreported(board.total.who._replace(name="Eve"), 1),
    )
    before = drawn(calm._replace(first_due=Week(2026, 3), unreported=(lin, eve)), "en", 80)
    assert "Nothing reported yet: notes are due from week 3 on." in before
    assert not [line for line in before if line.startswith("Not yet reported")]
    some = "\n".join(drawn(calm._replace(unreported=(lin, eve)), "zh", 80))
    assert "\n没有已延期或更新滞后的关键结果。\n\n尚无进展更新的关键结果（4 个）\nLin Yi（3）、Eve（1）\n\n" in some
    silent = calm._replace(unreported=(lin, eve), total=board.total._replace(computed=Computed(no_data=4)))
    nothing = "\n".join(drawn(silent, "en", 80))
    assert "Nothing is late" not in nothing
    assert "stale or no data\n\nNot yet reported (4)\nLin Yi (3), Eve (1)\n\nWaiting" in nothing


def test_long_lists_are_cut_and_say_so(board: Board):
    many = board._replace(help=board.help[:1] * 12, asks=board.asks[:1] * 9)
    text = "\n".join(drawn(many, "en", 80))
    assert text.count("Ten clubs order again") == 10
    assert "… and 2 more: name a team for its own board, or see --late and --stale" in text
    assert text.count("A rival cuts prices") == 8
    assert "… and 1 more: see okrctl todo" in text


def test_colours_say_no_more_than_the_words(board: Board):
    texts = list(render_board(board, "en", 80))
    kite = next(text for text in texts if text.plain.startswith("Kite  "))
    styles = [(kite.plain[span.start : span.end].strip(), str(span.style)) for span in kite.spans]
    assert ("2", "green") in styles
    assert ("2", "red") in styles


NAMES = st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and text.isprintable())


@settings(max_examples=40)
@given(name=NAMES, width=st.integers(20, 160))
@example(name="很" * 60, width=20)
@example(name="👩‍👩‍👧 é́ [bold]x[/bold]", width=80)
def test_no_line_is_wider_than_the_terminal(board: Board, name: str, width: int):
    who = board.total.who._replace(name=name)
    teams = tuple(line._replace(who=who) for line in board.teams)
    helped = tuple(line._replace(title=name, owner=who) for line in board.help)
    asks = tuple(ask._replace(what=name, about=name, by=who) for ask in board.asks)
    risk = tuple(line._replace(title=name, owner=who) for line in board.risk)
    total, silent = board.total._replace(who=who), (Unreported(who, 2),)
    shown = board._replace(total=total, teams=teams, help=helped, asks=asks, risk=risk, unreported=silent)
    for language in ("en", "zh"):
        assert max(map(cell_len, drawn(shown, language, width))) <= width


@settings(max_examples=40)
@given(name=NAMES, count=st.integers(0, 10**6), width=st.integers(20, 120))
def test_columns_begin_in_the_same_cell(name: str, count: int, width: int):
    rows = [Row(each, depth, ((("▲", ""), (str(count * depth), "")),)) for depth, each in enumerate(("a", name, "b"))]
    lines = [text.plain for text in table("team", [Column("title", right=False)], rows, width)]
    begins = {cell_len(line[: line.rindex("▲")]) for line in lines if "▲" in line}
    assert len(begins) == (1 if width >= 40 else len(begins))
    assert max(map(cell_len, lines)) <= width


ROLLOUT = """\
Kite: rollout, 2026-Q1
as of Tuesday, 24 Feb 2026

team      ready  approved  aligned  reported  scored  looked back
Kite       4/5!         –     2/3!       4/4     0/4          0/4
  Growth   3/4!         –     2/3!       3/3     0/3          0/3
    Web     1/1         –      1/1       1/1     0/1          0/1
ready, aligned by 12 Jan · scored by 3 Apr · looked back by 10 Apr
sheets so far of all · ! past the cycle's date · – not asked for

New and without a sheet (1)
Nora (Growth, since 9 Feb)

Sheet still to be written (1)
Otto
"""


def test_rollout(tmp_path: Path):
    cycle = "due: {sheets: 2026-01-12, scores: 2026-04-03, retro: 2026-04-10}\n"
    newcomer, other = "{name: Nora, team: growth, joined: 2026-02-09}", "{name: Otto, team: growth}"
    files = {f"{Q1}/cycle.yaml": cycle, "org.yaml": f"{ORG}  nora: {newcomer}\n  otto: {other}\n"}
    rollout = build_rollout(scope_of(tmp_path, files), DAY)
    assert "".join(f"{text.plain}\n" for text in render_rollout(rollout, "en", 80)) == ROLLOUT
    chinese = [text.plain for text in render_rollout(rollout, "zh", 80)]
    assert chinese[3] == "团队      已就绪  已审批  已对齐  已更新  已自评  已复盘"
    assert "Nora（Growth，2 月 9 日入职）" in chinese
    assert all(cell_len(text.plain) <= 30 for text in render_rollout(rollout, "zh", 30))
