"""Position: cycle and week, progress and its change, the notes in and missing."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.models.calendar import Week
from okrctl.reports.weekly.period import default_week
from okrctl.reports.weekly.render import markdown
from tests.reports.cases import BASE, ORG, SETTINGS, note, page, report, sheet
from tests.support.trees import read_tree, write_tree

REVENUE_20 = "updates: [{kr: growth/O2/KR1, value: 20, progress: Twenty.}]\n"
REVENUE_50 = "updates: [{kr: growth/O2/KR1, value: 50, progress: Fifty., confidence: 8}]\n"


def test_figures_are_as_of_the_meeting_and_change_is_against_the_one_before(tmp_path: Path) -> None:
    files = {note(6, "wang"): REVENUE_20, note(7, "wang"): REVENUE_50, note(8, "wang"): REVENUE_20}
    made = report(tmp_path, files)
    assert (made.meeting, made.compared_with) == (date(2026, 2, 10), date(2026, 2, 3))
    assert made.position is not None
    # O2 weighs 60: half of it is KR1 at 0.5, then at 0.2; nothing else was reported.
    assert made.position.progress == pytest.approx(0.6 * 0.5 * 0.5)
    assert made.position.progress_before == pytest.approx(0.6 * 0.5 * 0.2)


def test_the_heading_is_the_date_of_the_meeting(tmp_path: Path) -> None:
    files = {note(6, "wang"): REVENUE_20, note(7, "wang"): REVENUE_50}
    lines = page(tmp_path, files)
    assert lines[0] == "# Growth: OKR weekly report, 2026-Q1"
    assert lines[2] == "## Tuesday, 10 Feb 2026"
    # 41 of 90 days are over; the milestones are due on the last day, the band wants all of it:
    # 0.4 · (0.456 + 0) / 2 + 0.6 · (0.456 + 1) / 2 = 0.528.
    assert lines[4] == (
        "week 7 (9–15 Feb) · progress **15 %** (+9 points) · expected by now 53 % · confidence 8"
        " · notes in: 1 of 3 · **missing: Alice Chen, Bob Meyer**"
    )


def test_the_same_head_in_chinese(tmp_path: Path) -> None:
    files = {note(6, "wang"): REVENUE_20, note(7, "wang"): REVENUE_50}
    lines = page(tmp_path, files, language="zh")
    assert lines[0] == "# Growth OKR 周报 · 2026 年 1–3 月"
    assert lines[2] == "## 2026 年 2 月 10 日（周二）"
    assert lines[4].startswith("第 7 周（2 月 9–15 日） · 进度 **15%**（上升 9 个百分点） · 应达进度 ")
    assert lines[4].endswith(" · 信心指数 8 · 进展记录已提交 1/3 · **未提交：Alice Chen、Bob Meyer**")


def test_a_week_over_two_months_names_both(tmp_path: Path) -> None:
    files = {note(9, "wang"): REVENUE_50}
    assert page(tmp_path, files, week=9)[4].startswith("week 9 (23 Feb – 1 Mar) · ")
    assert page(tmp_path, files, week=9, language="zh")[4].startswith("第 9 周（2 月 23 日–3 月 1 日） · ")


def test_in_the_first_week_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    made = report(tmp_path, {note(1, "wang"): REVENUE_50}, week=1)
    assert made.compared_with == date(2025, 12, 23)
    assert made.position is not None
    assert made.position.progress_before is None


def test_without_a_sheet_the_report_says_so(tmp_path: Path) -> None:
    lines = page(tmp_path, {note(7, "dana"): "other: [{title: Fair}]\n"}, owner="design")
    assert "no OKR sheet in this cycle" in lines[4]
    assert "No objectives in this cycle." in lines


UNTOUCHED = "# What did you do?\nupdates: []\nother: []\n"


def test_an_untouched_note_is_not_in(tmp_path: Path) -> None:
    files = {note(7, "wang"): REVENUE_50, note(7, "bob"): UNTOUCHED, note(7, "alice"): "author: alice\n"}
    assert page(tmp_path, files)[4].endswith(" · notes in: 1 of 3 · **missing: Alice Chen, Bob Meyer**")


@pytest.mark.parametrize(
    "text", ["other: [{title: Fair}]\n", "thanks: [{to: bob, for: Tea}]\n", "done: [2026-W06/bob/1]\n"]
)
def test_a_note_that_holds_anything_is_in(tmp_path: Path, text: str) -> None:
    assert _missing(tmp_path, {note(7, "alice"): text}) == ["wang", "bob"]


def test_a_note_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    files = {note(7, "wang"): REVENUE_50, note(7, "bob"): "updates: [\n"}
    assert page(tmp_path, files)[4].endswith(
        " · notes in: 1 of 3 · **not readable: Bob Meyer** · **missing: Alice Chen**"
    )
    assert page(tmp_path, files, language="zh")[4].endswith(
        " · 进展记录已提交 1/3 · **无法读取：Bob Meyer** · **未提交：Alice Chen**"
    )


def test_who_is_away_and_wrote_something_unreadable_is_told(tmp_path: Path) -> None:
    org = ORG.replace("bob: {", "bob: {away: [{from: 2026-02-09, to: 2026-02-15}], ")
    made = report(tmp_path, {"org.yaml": org, note(7, "bob"): "updates: [\n"}).attendance
    assert ([one.who.handle for one in made.unreadable], made.away, made.notes_due) == (["bob"], (), 3)


def test_over_several_weeks_each_absence_names_its_weeks(tmp_path: Path) -> None:
    org = ORG.replace("bob: {", "bob: {away: [{from: 2026-01-26, to: 2026-02-08}], ")
    files = {"org.yaml": org, note(7, "wang"): REVENUE_50, note(7, "bob"): REVENUE_20, note(6, "alice"): "updates: [\n"}
    head = markdown(report(tmp_path, files, week=7, first=5), "en").split("\n")[4]
    assert head.endswith(
        " · notes in: 2 of 7 · **not readable: Alice Chen (week 6)**"
        " · **missing: Wang Shi (weeks 5, 6), Alice Chen (weeks 5, 7)** · away: Bob Meyer (weeks 5, 6)"
    )
    head = markdown(report(tmp_path, files, week=7, first=5), "zh").split("\n")[4]
    assert head.endswith(" · 休假：Bob Meyer（第 5、6 周）")


def _missing(root: Path, files: dict[str, str], week: int = 7) -> list[str]:
    return [absentee.who.handle for absentee in report(root, files, week=week).attendance.missing]


def test_a_note_is_due_from_members_with_an_open_key_result(tmp_path: Path) -> None:
    # Wang leads the team and answers for its revenue; Kim is external; Eve leads the team below and owns nothing.
    assert _missing(tmp_path, {}) == ["wang", "alice", "bob"]


def test_the_lead_of_the_team_below_owes_one_as_soon_as_she_owns_or_shares(tmp_path: Path) -> None:
    web = "objectives: [{id: O1, title: A fast web, key_results: [{id: KR1, title: Fast}]}]\n"
    assert _missing(tmp_path, {sheet("web"): web}) == ["wang", "alice", "bob", "eve"]
    shared = "objectives: [{id: O1, title: T, with: [eve], key_results: [{id: KR1, title: Fast}]}]\n"
    assert "eve" in _missing(tmp_path / "shared", {sheet("design"): shared})


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ("left: 2026-02-09", False),
        ("left: 2026-02-10", True),
        ("joined: 2026-02-11", False),
        ("joined: 2026-02-10", True),
        ("external: true", False),
        ("away: [{from: 2026-02-09, to: 2026-02-13}]", False),
        ("away: [{from: 2026-02-09, to: 2026-02-10}]", False),
        ("away: [{from: 2026-02-10, to: 2026-02-13}]", True),
    ],
)
def test_who_is_new_gone_away_or_an_outsider_misses_nothing(tmp_path: Path, facts: str, missing: bool) -> None:
    org = ORG.replace("bob: {name: Bob Meyer,", f"bob: {{name: Bob Meyer, {facts},")
    assert ("bob" in _missing(tmp_path, {"org.yaml": org})) is missing


def test_who_is_away_is_named_as_away(tmp_path: Path) -> None:
    org = ORG.replace("bob: {", "bob: {away: [{from: 2026-02-09, to: 2026-02-15}], ")
    lines = page(tmp_path, {"org.yaml": org})
    assert lines[4].endswith("notes in: 0 of 2 · **missing: Wang Shi, Alice Chen** · away: Bob Meyer")


def test_in_a_holiday_nothing_is_missing(tmp_path: Path) -> None:
    made = report(tmp_path, {}, week=8)
    assert made.attendance.holiday
    assert made.attendance.missing == ()
    assert page(tmp_path, {}, week=8)[4].endswith(" · holiday, no notes due")
    assert page(tmp_path, {}, week=8, language="zh")[4].endswith(" · 休假周，不要求提交进展记录")


def test_a_note_in_an_overlapping_cycle_counts(tmp_path: Path) -> None:
    files = {sheet("company", "2026"): BASE[sheet("company")], note(7, "bob", "2026"): "other: [{title: Fair}]\n"}
    assert _missing(tmp_path, files) == ["wang", "alice"]


def test_two_weeks_are_one_check_in(tmp_path: Path) -> None:
    settings = SETTINGS.replace("{meeting", "{every: two_weeks, meeting").replace("skip: [2026-W08]", "skip: []")
    files = {"okrctl.yaml": settings, note(7, "bob"): REVENUE_20, note(8, "alice"): REVENUE_20}
    made = report(tmp_path, files, week=8)
    # The first week of the cycle is W01, so that W07 and W08 belong together.
    assert [str(week) for week in made.weeks] == ["2026-W07", "2026-W08"]
    assert made.compared_with == date(2026, 2, 3)
    assert [one.who.handle for one in made.attendance.missing] == ["wang"]
    assert any("Progress in these two weeks" in line for line in page(tmp_path, files, week=8))
    assert any("本双周进展" in line for line in page(tmp_path, files, week=8, language="zh"))


def test_a_month_is_one_check_in(tmp_path: Path) -> None:
    settings = SETTINGS.replace("{meeting", "{every: month, meeting").replace("skip: [2026-W08]", "skip: []")
    files = {"okrctl.yaml": settings, note(6, "bob"): REVENUE_20}
    made = report(tmp_path, files, week=9)
    # February has the Thursdays of W06 to W09; a month before 24 February lies 24 January, in the week of Tuesday 20.
    assert [str(week) for week in made.weeks] == ["2026-W06", "2026-W07", "2026-W08", "2026-W09"]
    assert made.compared_with == date(2026, 1, 20)
    assert [one.who.handle for one in made.attendance.missing] == ["wang", "alice"]


@pytest.mark.parametrize(
    ("owner", "today", "week"),
    [
        ("growth", date(2026, 2, 20), 7),
        ("growth", date(2026, 2, 8), 6),
        ("growth", date(2026, 2, 9), 7),
        ("alice", date(2026, 3, 1), 6),
        ("design", date(2026, 2, 20), 8),
        ("design", date(2026, 7, 1), 14),
        ("design", date(2025, 7, 1), 1),
    ],
)
def test_the_default_is_the_latest_week_for_which_a_member_wrote(
    tmp_path: Path, owner: str, today: date, week: int
) -> None:
    files = {note(6, "alice"): REVENUE_20, note(7, "bob"): REVENUE_20, note(8, "lin"): REVENUE_20}
    workspace = read_tree(write_tree(tmp_path, {**BASE, **files})).workspace
    assert default_week(workspace, "2026-Q1", owner, today) == Week(2026, week)


def test_an_untouched_note_does_not_make_its_week_the_default(tmp_path: Path) -> None:
    files = {note(6, "alice"): REVENUE_20, note(7, "bob"): UNTOUCHED}
    workspace = read_tree(write_tree(tmp_path, {**BASE, **files})).workspace
    assert default_week(workspace, "2026-Q1", "growth", date(2026, 2, 20)) == Week(2026, 6)


def test_a_report_over_several_weeks_says_so_in_its_heading(tmp_path: Path) -> None:
    merged = report(tmp_path, {note(7, "wang"): REVENUE_50}, week=7, first=6)
    assert markdown(merged, "en").split("\n")[2] == "## Tuesday, 10 Feb 2026 · weeks 6–7"
    assert markdown(merged, "zh").split("\n")[2] == "## 2026 年 2 月 10 日（周二） · 第 6–7 周"
    assert "### Plans of these weeks: nothing was planned" in markdown(merged, "en").split("\n")
    single = report(tmp_path, {}, week=7, first=7)
    assert markdown(single, "en").split("\n")[2] == "## Tuesday, 10 Feb 2026"


@pytest.mark.parametrize(
    ("every", "week", "words"), [("week", 7, "本周"), ("two_weeks", 7, "本双周"), ("month", 9, "本月")]
)
def test_the_key_results_nobody_spoke_about_follow_the_rhythm(
    tmp_path: Path, every: str, week: int, words: str
) -> None:
    settings = SETTINGS.replace("{meeting", f"{{every: {every}, meeting")
    lines = page(tmp_path, {"okrctl.yaml": settings}, week=week, language="zh")
    assert any(line.startswith(f"**{words}无更新的关键结果**：") for line in lines)


def test_the_key_results_nobody_spoke_about_in_several_weeks(tmp_path: Path) -> None:
    assert "**期间无更新的关键结果**：" in markdown(report(tmp_path, {}, week=7, first=6), "zh")
