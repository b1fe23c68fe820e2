"""Bands, what is about to need help, and the first weeks of a cycle, in which nobody is behind yet."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from okrctl.language import Language
from okrctl.models.calendar import Week
from okrctl.reports.status import entry_words, words
from okrctl.reports.status.as_json import board_data
from okrctl.reports.status.build import build_board
from okrctl.reports.status.md import board_markdown
from okrctl.reports.status.record import Board, HelpLine, Kept
from okrctl.reports.status.remind import build_reminders
from tests.reports.status_world import ORG, Q1, WORLD, board_of, scope_of

SHEET = f"{Q1}/okrs/company.yaml"


def measured(root: Path, how: str, values: Mapping[int, str], day: date = date(2026, 2, 24)) -> HelpLine:
    """The line of the only key result of the company, with a value in each of these weeks; called off track."""
    told = {
        f"{Q1}/notes/2026-W{week:02}/lin.yaml": f"updates: [{{kr: company/O1/KR1, {said}, status: off_track}}]\n"
        for week, said in values.items()
    }
    sheet = f"objectives: [{{id: O1, title: T, key_results: [{{id: KR1, title: Calm, {how}}}]}}]\n"
    world = {"okrctl.yaml": "name: Kite\n", "org.yaml": ORG, SHEET: sheet, **told}
    return next(iter(_board(root, world, day).help))


def _board(root: Path, world: Mapping[str, str], day: date) -> Board:
    return build_board(scope_of(root, day=day, world=world))


ERRORS = {5: "value: 0.4", 6: "value: 0.6", 7: "value: 0.2", 8: "value: 0.4"}


def test_a_band_says_in_how_many_weeks_it_was_kept(tmp_path: Path):
    line = measured(tmp_path, "keep: {max: 0.5, unit: '%'}", ERRORS)
    assert line.kept == Kept(3, 4)
    assert entry_words.standing(line, "en") == "inside in 3 of 4 reported weeks"
    assert entry_words.standing(line, "zh") == "有更新的 4 周中 3 周在区间内"
    data = board_data(board_of(tmp_path / "json", {SHEET: WORLD[SHEET]}))["goals"][0]
    assert (data["weeks_inside"], data["weeks_reported"]) == (None, None)


def test_one_week_is_one_week(tmp_path: Path):
    line = measured(tmp_path, "keep: {max: 0.5, unit: '%'}", {7: "value: 0.6"})
    assert entry_words.standing(line, "en") == "inside in 0 of 1 reported week"
    assert entry_words.standing(line, "zh") == "有更新的 1 周中 0 周在区间内"


def test_a_value_that_cannot_be_is_no_forecast(tmp_path: Path):
    # Slopes a week: -0.4, -0.1, -0.1, 0, +0.2, +0.2; median -0.05, quartiles -0.1 and +0.15. 37 days, 5.286 weeks,
    # after week 8 the median leads the four to -0.114, -0.014, 0.136, 0.236; the quartiles to between -0.429 and
    # -0.129, and to 1.143, 1.193, 1.643, 1.693.
    line = measured(tmp_path, "keep: {max: 0.5, unit: '%'}", ERRORS)
    found = line.aim.forecast
    assert found is not None
    assert found[:3] == (pytest.approx(0.061, abs=1e-3), 0, pytest.approx(1.418, abs=1e-3))
    assert entry_words.heading(line, "en") == "heading for 0.1 % (0 to 1.4), at most 0.5 %"
    assert entry_words.heading(line, "zh") == "预计终值 0.1%（0 至 1.4），不高于 0.5%"


@pytest.mark.parametrize(
    ("how", "values", "value", "progress"),
    [
        # One point a week: 97 in week 8 and 37 days, 5.29 weeks, to the end.
        ("keep: {min: 99, unit: '%'}", ("94", "95", "96", "97"), 100, 1),
        ("keep: {min: 99, unit: pt}", ("94", "95", "96", "97"), 97 + 37 / 7, 1),
        ("keep: {min: 99, unit: '%'}", ("101", "102", "103", "104"), 104 + 37 / 7, 1),  # more than all can be
        ("metric: {start: 90, target: 110, unit: '%'}", ("94", "95", "96", "97"), 97 + 37 / 7, (7 + 37 / 7) / 20),
        ("metric: {start: 90, target: 100, unit: '%'}", ("94", "95", "96", "97"), 100, 1),
        # Two a week, down.
        ("metric: {start: 12, target: 1}", ("8", "6", "4", "2"), 0, 12 / 11),
        ("metric: {start: 12, target: -20}", ("8", "6", "4", "2"), 2 - 2 * 37 / 7, (10 + 2 * 37 / 7) / 32),
        ("metric: {start: 12, target: 1}", ("5", "3", "1", "-1"), -1 - 2 * 37 / 7, (13 + 2 * 37 / 7) / 11),
    ],
)
def test_bounds_of_what_can_be(tmp_path: Path, how: str, values: tuple[str, ...], value: float, progress: float):
    line = measured(tmp_path, how, {week: f"value: {said}" for week, said in enumerate(values, 5)})
    found = line.aim.forecast
    assert found is not None
    assert (found.value, found.progress) == (pytest.approx(value), pytest.approx(progress))


def test_percent_done_ends_at_a_hundred(tmp_path: Path):
    line = measured(tmp_path, "owner: lin", {week: f"percent: {10 * week}" for week in (5, 6, 7, 8)})
    # Ten a week from 80: 132 in 37 days.
    assert entry_words.heading(line, "en") == "heading for 100 %, target 100 %"
    assert line.aim.forecast is not None
    assert line.aim.forecast.progress == 1


def test_the_yellow_ones_are_named_worst_first(tmp_path: Path):
    # The board's day: 55 of 90 days are over. O1/KR1 of alice, 70 percent, is no worry but to herself.
    worried = WORLD[f"{Q1}/notes/2026-W09/alice.yaml"].replace("status: on_track", "status: at_risk")
    board = board_of(tmp_path, {f"{Q1}/notes/2026-W09/alice.yaml": worried})
    assert [(line.key.address(), line.reasons) for line in board.risk] == [
        ("company/O1/KR1", ("at_risk",)),
        ("alice/O1/KR1", ("at_risk",)),
    ]
    assert not {line.key for line in board.risk} & {line.key for line in board.help}
    assert entry_words.risk_facts(board.risk[0], "en") == ["Lin Yi", "50 %, expected 61 %"]
    assert entry_words.risk_facts(board.risk[1], "zh") == ["Alice Chen", "70%，应达 61%", "填报为有风险"]
    goals = {goal["address"]: goal for goal in board_data(board)["goals"]}
    assert (goals["company/O1/KR1"]["computed_status"], goals["company/O1/KR1"]["reasons"]) == ("at_risk", ["at_risk"])
    assert len(goals) == len(board.help) + 2


@pytest.mark.parametrize(
    ("language", "heading", "line", "more"),
    [
        (
            "en",
            "## About to need help (13, furthest behind first)",
            "- 🟡 Ninety kites in the air · Lin Yi · 50 %, expected 61 %",
            "… and 5 more: okrctl tree --only at_risk, or --format json",
        ),
        (
            "zh",
            "## 有风险、需留意的关键结果（13 个，落后最多的在前）",
            "- 🟡 Ninety kites in the air · Lin Yi · 50%，应达 61%",
            "……另有 5 个：见 okrctl tree --only at_risk，或 --format json",
        ),
    ],
)
def test_eight_of_them_in_markdown(tmp_path: Path, language: Language, heading: str, line: str, more: str):
    board = board_of(tmp_path)
    lines = board_markdown(board._replace(risk=board.risk * 13), language).splitlines()
    assert heading in lines
    assert lines.count(line) == 8
    assert more in lines


def test_the_way_to_the_rest_of_a_teams(tmp_path: Path):
    assert "okrctl tree growth --only at_risk" in entry_words.more_risk(2, "growth", "en")
    assert entry_words.more_risk(0, "growth", "zh") == ""


# The first weeks. Sheets are due on Monday 12 January, meetings are on Tuesdays.

DUE = {f"{Q1}/cycle.yaml": "due: {sheets: 2026-01-12}\n"}
UNWRITTEN = {path: text for path, text in WORLD.items() if "/notes/" not in path}


@pytest.mark.parametrize(
    ("files", "day", "week"),
    [
        (DUE, date(2026, 1, 6), Week(2026, 3)),  # a meeting was, but sheets are not due
        (DUE, date(2026, 1, 12), Week(2026, 3)),
        (DUE, date(2026, 1, 13), None),
        ({}, date(2026, 1, 5), Week(2026, 2)),  # no day for sheets: the first meeting of the cycle
        ({}, date(2026, 1, 6), None),
        ({**DUE, f"{Q1}/notes/2026-W02/lin.yaml": "thanks: [{to: eve, for: Tea}]\n"}, date(2026, 1, 6), None),
    ],
)
def test_from_when_on_notes_are_due(tmp_path: Path, files: Mapping[str, str], day: date, week: Week | None):
    board = _board(tmp_path, {**UNWRITTEN, **files}, day)
    assert board.first_due == week
    assert (board.total.notes.week is None) == (week is not None)
    assert board.help == ()
    reminded = build_reminders(scope_of(tmp_path, {}, day=day, world={}), ("late", "stale", "missing"))
    assert (reminded.people == ()) == (week is not None)


def test_before_that_one_line_says_so(tmp_path: Path):
    board = _board(tmp_path, {**UNWRITTEN, **DUE}, date(2026, 1, 12))
    assert entry_words.no_help(board, "en") == "Nothing reported yet: notes are due from week 3 on."
    assert entry_words.no_help(board, "zh") == "还没有进展更新：从第 3 周起提交进展记录。"
    assert entry_words.unreported(board, "en") == ("", "")
    assert board_data(board)["notes_due_from"] == "2026-W03"


@pytest.mark.parametrize(("day", "asked"), [(date(2026, 1, 12), False), (date(2026, 1, 20), True)])
def test_nobody_lags_behind_before_a_note_was_due(tmp_path: Path, day: date, asked: bool):
    """On 20 January, the Tuesday of week 4, the meeting of week 3, for which notes were due, has been."""
    total = _board(tmp_path, {**UNWRITTEN, **DUE}, day).total
    standing = total.standing
    assert standing is not None
    behind = " ".join(words.attainment(total, "en")[1])
    assert ("expected" in behind, words.points(standing, "en") != "–") == (asked, asked)
    assert (standing.planned > standing.progress) == asked


def test_without_data_is_not_behind_until_it_was_silent_since_sheets_were_due(tmp_path: Path):
    # wang answers for the clubs, the company's and growth's first; alice for the fairs, and two of her own.
    board = _board(tmp_path, {**UNWRITTEN, **DUE}, date(2026, 1, 21))
    assert [(one.who.handle, one.goals) for one in board.unreported] == [
        ("alice", 3),
        ("eve", 2),
        ("wang", 2),
        ("lin", 1),
    ]
    assert board.help == ()
    assert entry_words.no_help(board, "en") == ""  # all is still to come
    assert entry_words.unreported(board, "en") == (
        "Not yet reported (8)",
        "Alice Chen (3), Eve Adler (2), Wang Shi (2), Lin Yi (1)",
    )
    assert entry_words.unreported(board, "zh") == (
        "尚无进展更新的关键结果（8 个）",
        "Alice Chen（3）、Eve Adler（2）、Wang Shi（2）、Lin Yi（1）",
    )
    assert board_data(board)["not_reported"][0] == {
        "handle": "alice",
        "name": "Alice Chen",
        "email": None,
        "goals": 3,
    }
    text = board_markdown(board, "en")
    assert "\n**Not yet reported (8)**: Alice Chen (3)" in text


def test_then_it_needs_help(tmp_path: Path):
    # Ten days of silence are allowed: the 23rd is the eleventh after the 12th.
    assert _board(tmp_path, {**UNWRITTEN, **DUE}, date(2026, 1, 22)).help == ()
    late = _board(tmp_path, {}, date(2026, 1, 23))
    assert {line.reasons for line in late.help} == {("stale",)}
    assert (len(late.help), late.unreported) == (8, ())


def test_who_came_later_or_was_away_has_had_no_meeting(tmp_path: Path):
    org = ORG.replace("alice: {name: Alice Chen,", "alice: {name: Alice Chen, joined: 2026-02-18,").replace(
        "from: 2026-02-23", "from: 2026-01-10"
    )
    # Eve has been away since the first meeting, alice came after the last; both are expected on the 3rd of March.
    board = _board(tmp_path, {**UNWRITTEN, **DUE, "org.yaml": org}, date(2026, 2, 23))
    assert [(one.who.handle, one.goals) for one in board.unreported] == [("alice", 3), ("eve", 2)]
    assert {line.owner.handle for line in board.help} == {"wang", "lin"}


def test_one_that_is_called_off_track_needs_help_without_a_value(tmp_path: Path):
    note = {f"{Q1}/notes/2026-W02/wang.yaml": "updates: [{kr: company/O1/KR2, status: off_track}]\n"}
    board = _board(tmp_path, {**UNWRITTEN, **DUE, **note}, date(2026, 1, 8))
    assert [line.key.address() for line in board.help] == ["company/O1/KR2"]
    assert ("wang", 1) in [(one.who.handle, one.goals) for one in board.unreported]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "1 of 1 objective (100 %), by weight 100 %"), ("zh", "100%（1/1 个目标），按权重 100%")],
)
def test_one_objective_is_one(tmp_path: Path, language: Language, said: str):
    assert words.rate(board_of(tmp_path, team="web").total.rate, language) == said
