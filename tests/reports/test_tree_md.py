from datetime import date
from pathlib import Path

import pytest

from okrctl.reports.tree import md
from okrctl.reports.tree.build import build_tree
from okrctl.reports.tree.record import TreeOptions
from tests.reports.kite import KITE, kite, small, sources_of

ENGLISH = """\
# Kite: alignment tree, 2026-Q1

as of Saturday, 14 Feb 2026 · attainment 40 % (+15)

> **Mission** Every kite flies
>
> **Strategy** Calm first; Wind second

- **company/O1 Teams trust us** · 🔴 off track · `████▒░░░░░` 40 % (+15) · confidence 8 · weight 100 % · Kite
  - KR1 Renewals reach 90 % · 🟢 on track · `██████░░░░` 60 % (+10) · confidence 8 · weight 50 % · Lin Yi
  - KR2 Ten customers name us · 🟢 on track (by the numbers 🔴 off track) · `██▒▒▒░░░░░` 20 % (+20) · \
weight 50 % · Mia Ro
  - **growth/O1 New teams stay** · 🟢 on track · `█████░░░░░` 47 % (+47) · confidence 5 · weight 100 % · Growth · \
committed · supports KR1
    - KR1 Half stay four weeks · 🟡 at risk (by the numbers 🟢 on track) · `█████░░░░░` 47 % (+47) · confidence 5 · \
weight 100 % · Wang Shi · with Mia Ro
    - **mia/O1 Calm first screens** · 🟢 on track · `█████░░░░░` 50 % (+50) · weight 100 % · Mia Ro · cross-team
      - KR1 Seven of ten need no help · 🟢 on track · `█████░░░░░` 50 % (+50) · weight 100 % · Mia Ro
  - mia/O1 Calm first screens · 🟢 on track · `█████░░░░░` 50 % (+50) · weight 100 % · Mia Ro · supports KR2 · \
see under growth/O1
  - ~~**design/O1 A new logo**~~ · ⛔ dropped · Design
    - ~~KR1 Everybody wears it~~ · ⛔ dropped · Design

## Unaligned: these lead up to none of the company's objectives (1)

- **wang/O1 Fewer meetings** · ⚪ no data · `▒▒▒▒▒░░░░░` 0 % · weight 100 % · Wang Shi
  - KR1 Two days without · ⚪ no data · `▒▒▒▒▒░░░░░` 0 % · weight 100 % · Wang Shi

**Aligned: 2 of 3 objectives (67 %), by weight 67 % · 1 link across teams**
"""
CHINESE = """\
# Kite 对齐视图 · 2026 年 1–3 月

截至 2026 年 2 月 14 日（周六） · 完成率 40%（+15）

> **使命** Every kite flies
>
> **战略** Calm first；Wind second

- **company/O1 Teams trust us** · 🔴 已延期 · `████▒░░░░░` 40%（+15） · 信心指数 8 · 权重 100% · Kite
  - KR1 Renewals reach 90 % · 🟢 正常 · `██████░░░░` 60%（+10） · 信心指数 8 · 权重 50% · Lin Yi
  - KR2 Ten customers name us · 🟢 正常（系统判定：🔴 已延期） · `██▒▒▒░░░░░` 20%（+20） · 权重 50% · Mia Ro
  - **growth/O1 New teams stay** · 🟢 正常 · `█████░░░░░` 47%（+47） · 信心指数 5 · 权重 100% · \
Growth · 承诺型 · 承接 KR1
"""


def test_english(tmp_path: Path):
    assert md.render(kite(tmp_path), "en") == ENGLISH


def test_chinese(tmp_path: Path):
    found = md.render(kite(tmp_path), "zh")
    assert found.startswith(CHINESE)
    assert "\n## 未对齐：没有承接任何公司目标（1 个）\n" in found
    assert "· 承接 KR2 · 见 growth/O1 下\n" in found
    assert found.endswith("\n**对齐率：67%（2/3 个目标），按权重 67% · 跨团队承接 1 处**\n")


def test_teams_are_headings(tmp_path: Path):
    found = md.render(kite(tmp_path, TreeOptions(by="team")), "en")
    headings = [line for line in found.splitlines() if line.startswith("#")][1:]
    assert headings[0] == "## Kite · `████▒░░░░░` 40 % (+15) · confidence 8"
    assert headings[-1] == "#### Mia Ro · `█████░░░░░` 50 % (+50)"
    assert "- **wang/O1 Fewer meetings** · ⚪ no data · `▒▒▒▒▒░░░░░` 0 % · weight 100 % · Wang Shi · unaligned" in found


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("A *bold* [claim](http://x)", r"A \*bold\* \[claim\](http://x)"),
        ("<b>x</b> & `code` | #1", r"\<b\>x\</b\> &amp; \`code\` \| \#1"),
        ("under_score $x$ ~~no~~", r"under\_score \$x\$ \~\~no\~\~"),
        ("ask @mia, @tom", "ask @\u2060Mia Ro, @\u2060tom"),
        ("two\u202elines\u2028here", "two lines here"),
    ],
)
def test_what_markdown_would_eat_is_escaped(tmp_path: Path, title: str, written: str):
    assert f"**company/O1 {written}**" in md.render(small(tmp_path, {"company": f"O1: {title}"}), "en")


def test_being_silent_is_no_matter_of_numbers(tmp_path: Path):
    # On 28 February the notes of week 7 are 13 days old, more than 10; growth is at 90 %, 59 of 90 days have passed.
    note = "updates: [{kr: growth/O1/KR1, percent: 90, status: on_track}]\n"
    files = {**KITE, "cycles/2026-Q1/notes/2026-W07/wang.yaml": note}
    report = build_tree(sources_of(tmp_path, files, date(2026, 2, 28)), TreeOptions())
    assert " · 🟢 on track (stale) · " in md.render(report, "en")
    assert " · 🟢 正常（更新滞后） · " in md.render(report, "zh")


def test_a_tree_without_goals_says_so(tmp_path: Path):
    found = md.render(kite(tmp_path, TreeOptions(only="stale")), "en")
    assert "\nNo goal of 2026-Q1 matches --only stale.\n" in found
