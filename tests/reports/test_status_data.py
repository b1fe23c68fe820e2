"""The board as JSON and as Markdown."""

from pathlib import Path

import pytest

from okrctl.reports.status.as_json import board_data
from okrctl.reports.status.md import board_markdown
from okrctl.reports.status.record import Board
from tests.reports.status_world import ORG, Q1, WORLD, board_of


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return board_of(tmp_path_factory.mktemp("world"))


def test_json_has_the_whole_in_the_words_of_the_design(board: Board):
    data = board_data(board)
    assert list(data) == [
        *("version", "cycle", "day", "elapsed", "weeks", "company"),
        *("teams", "goals", "not_reported", "notes_due_from", "needs", "people"),
    ]
    assert (data["version"], data["cycle"], data["day"]) == (1, "2026-Q1", "2026-02-24")
    assert data["elapsed"] == 0.611111  # 55 of 90 days
    company = data["company"]
    assert {key: company[key] for key in ("handle", "name", "progress", "expected", "gap", "confidence")} == {
        "handle": "company",
        "name": "Kite",
        "progress": 0.3,
        "expected": 0.611111,
        "gap": -0.311111,
        "confidence": 8,
    }
    assert company["computed_status"] == {"on_track": 2, "at_risk": 2, "off_track": 2, "stale": 1, "no_data": 1}
    assert company["status"] == {"on_track": 3, "at_risk": 1, "off_track": 1, "done": 0, "paused": 1, "none": 2}
    assert data["people"] == [{"handle": "wang", "name": "Wang Shi", "email": "wang@kite.example"}]


def test_json_of_teams(board: Board):
    web = board_data(board)["teams"][2]
    assert web["handle"] == "web"
    assert (web["progress"], web["confidence"], web["confidence_trend"]) == (None, None, [None] * 9)
    assert web["alignment_rate"] == {"aligned": 1, "all": 1, "by_count": 1.0, "by_weight": 1.0, "cross_team": 0}
    assert web["notes"] == {
        "week": "2026-W09",
        "in": 0,
        "due": 0,
        "missing": [],
        "unreadable": [],
        "away": ["eve"],
    }


def test_json_of_goals_and_needs(board: Board):
    data = board_data(board)
    first = data["goals"][0]
    assert {key: first[key] for key in ("address", "owner", "progress", "expected", "status", "computed_status")} == {
        "address": "company/O1/KR2",
        "owner": "wang",
        "progress": 0.1,
        "expected": 0.611111,
        "status": "on_track",
        "computed_status": "off_track",
    }
    assert (first["differs"], first["reasons"], first["days_since_report"], first["days_silent"]) == (
        True,
        ["off_track"],
        9,
        2,
    )
    assert (first["value"], first["target"], first["unit"], first["forecast"]) == (1, 10, "clubs", None)
    need = data["needs"][1]
    assert {key: need[key] for key in ("kind", "what", "author", "from", "week", "address", "reference")} == {
        "kind": "need",
        "what": "A booth by the door",
        "author": "alice",
        "from": [{"handle": "lin", "name": "Lin Yi"}],
        "week": "2026-W07",
        "address": "growth/O1/KR2",
        "reference": "2026-W07/alice/n1",
    }


def test_json_of_a_team_names_the_team(tmp_path: Path):
    data = board_data(board_of(tmp_path, team="growth"))
    assert "company" not in data
    assert data["team"]["handle"] == "growth"
    assert [line["depth"] for line in data["teams"]] == [0, 1]


def test_markdown(board: Board):
    lines = board_markdown(board, "en").splitlines()
    assert lines[:9] == [
        "# Kite: where we stand, 2026-Q1",
        "",
        "as of Tuesday, 24 Feb 2026 · week 9 · 61 % of the cycle has passed",
        "",
        "| | |",
        "|---|---|",
        "| **Attainment** | `███▒▒▒░░░░` 30 % · expected 61 %, −31 points |",
        "| **Confidence** | 8 `·····▅▅▅▇` |",
        "| **Alignment** | 2 of 3 objectives (67 %), by weight 67 % |",
    ]
    assert "| &emsp;&emsp;Web | no sheet | – | – | 1 | · | 1 | · | – | 100 % |" in lines
    assert (
        "| 🔴 Ten clubs order again | Wang Shi | 10 %, expected 61 % "
        "| reported on track, by the numbers off track<br>last report 9 days ago | – |"
    ) in lines
    assert (
        "- **Alice Chen → Lin Yi**: A booth by the door<br>"
        "because: The hall is full · Four fairs bring orders · open since week 7"
    ) in lines
    assert lines[-3:] == ["**Not checked in (1)**: Wang Shi", "", "**Away**: Eve Adler"]


def test_markdown_in_chinese(board: Board):
    lines = board_markdown(board, "zh").splitlines()
    assert lines[0] == "# Kite OKR 看板 · 2026 年 1–3 月"
    assert "| 团队 | 完成率 | 偏差 | 信心指数 | 🟢 | 🟡 | 🔴 | ⚪ | 进展 | 对齐率 |" in lines
    assert "## 需要关注的关键结果（6 个，最严重的在前）" in lines
    assert "- ⚠️ **Alice Chen**：A rival cuts prices<br>By a third. · 需负责人决策，第 9 周提出" in lines
    assert lines[-3] == "**未更新进展（1 人）**：Wang Shi"


def test_nothing_that_people_wrote_breaks_the_tables(tmp_path: Path):
    org = ORG.replace("name: Growth", "name: 'Gr|owth *x* <b>'")
    sheet = WORLD[f"{Q1}/okrs/company.yaml"].replace("Ten clubs order again", "'Ten | clubs `x` order <!-- again'")
    lines = board_markdown(board_of(tmp_path, {"org.yaml": org, f"{Q1}/okrs/company.yaml": sheet}), "en").splitlines()
    (growth,) = [line for line in lines if "owth" in line and line.startswith("| &emsp;")]
    assert r"Gr\|owth \*x\* \<b>" in growth
    (clubs,) = [line for line in lines if "Ten" in line]
    assert r"Ten \| clubs \`x\` order \<!-- again" in clubs


def test_a_template_of_the_workspaces_own(board: Board):
    own = "{% for line in board.teams %}{{ line.who.name }} {{ line | cells | join(';') }}\n{% endfor %}"
    assert board_markdown(board, "en", own).splitlines()[0].startswith("Kite **Kite**;`███▒▒▒░░░░` 30 %;−31;8")
