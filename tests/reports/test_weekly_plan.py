"""Last week's plan and what came of it, needs, goals that moved, highlights and thanks, open to-dos."""

from pathlib import Path

from tests.reports.cases import ALICE, COMPANY, GROWTH, SETTINGS, note, page, report, sheet

PLANNED = """\
updates:
  - kr: growth/O2/KR1
    value: 10
    next:
      - {what: Ship the list, due: 2026-02-06}
      - {what: Call ten teams, owner: alice, due: 2026-02-20}
      - {what: Ask @dana}
"""


def _between(lines: list[str], first: str, last: str) -> list[str]:
    start = lines.index(first)
    return [line for line in lines[start + 1 : lines.index(last, start)] if line]


def test_done_n_of_m_each_with_owner(tmp_path: Path) -> None:
    files = {note(6, "bob"): PLANNED, note(7, "alice"): "done: [2026-W06/bob/2]\n"}
    lines = page(tmp_path, files)
    start = lines.index("### Last week's plan: 1 of 3 done")
    # Without a date a to-do is due at the next meeting: 10 February, which is today and not overdue.
    assert lines[start + 2 : start + 5] == [
        "- ☐ Ship the list (Bob Meyer, **overdue since 6 Feb**)",
        "- ☐ Ask @Dana Ruiz (Bob Meyer, due 10 Feb)",
        "- ☑ Call ten teams (Alice Chen)",
    ]
    assert "### 上周计划完成情况：1/3" in page(tmp_path, files, language="zh")
    assert "- ☐ Ship the list（Bob Meyer，**已逾期，2 月 6 日截止**）" in page(tmp_path, files, language="zh")


def test_a_to_do_for_a_member_is_in_the_plan_whoever_wrote_it(tmp_path: Path) -> None:
    files = {note(6, "dana"): "other: [{title: T, next: [{what: Draw, owner: bob}, {what: Paint}]}]\n"}
    assert [task.text for task in report(tmp_path, files).plan] == ["Draw"]


def test_what_was_closed_later_was_open_on_that_day(tmp_path: Path) -> None:
    files = {note(6, "bob"): PLANNED, note(9, "alice"): "done: [2026-W06/bob/2]\n"}
    assert [task.done for task in report(tmp_path, files).plan] == [False, False, False]
    assert "Call ten teams" not in [task.text for task in report(tmp_path, files, week=9).todos]


def test_the_plan_after_a_holiday_is_that_of_the_week_before_it(tmp_path: Path) -> None:
    files = {note(7, "bob"): "other: [{title: T, next: [{what: Draw}]}]\n"}
    made = report(tmp_path, files, week=9)
    assert [(task.text, str(task.due)) for task in made.plan] == [("Draw", "2026-02-24")]


def test_nothing_planned(tmp_path: Path) -> None:
    assert "### Last week's plan: nothing was planned" in page(tmp_path, {})


def test_needs_of_all_weeks_are_shown_until_they_are_closed(tmp_path: Path) -> None:
    need = "other: [{title: T, risks: [{risk: It breaks, need: %s, from: [%s]}]}]\n"
    files = {
        note(5, "dana"): need % ("A hand", "bob"),
        note(6, "lin"): need % ("A plan", "growth"),
        note(7, "fred"): need % ("A yes", "wang"),
        note(7, "dana"): need % ("Not for us", "lin") + "done: [2026-W06/lin/n1]\n",
    }
    lines = page(tmp_path, files)
    assert _between(lines, "**Support needed**", "### O2 Revenue carries us · **committed** · weight 60 % · "
                    "progress **0 %** (no change) · no data yet") == [
        "- **Dana Ruiz** → **Bob Meyer**: A hand (It breaks) · open since week 5",
        "- **Fred Ott** → **Wang Shi**: A yes (It breaks)",
        "- ☑ settled: A plan (Growth)",
    ]  # fmt: skip
    after = report(tmp_path, files, week=9)
    assert [task.text for task in after.needs] == ["A hand", "A yes"]


def test_a_need_that_names_nobody_is_for_the_authors_meeting(tmp_path: Path) -> None:
    files = {note(7, "bob"): "other: [{title: T, risks: [{risk: It breaks, need: A hand}]}]\n"}
    assert "- **Bob Meyer**: A hand (It breaks)" in page(tmp_path, files)
    assert report(tmp_path, files, owner="design").needs == ()


def test_a_risk_that_names_us_without_a_need_shows_once(tmp_path: Path) -> None:
    files = {note(7, "dana"): "other: [{title: T, risks: [{risk: It breaks, from: [bob]}]}]\n"}
    assert "- **Dana Ruiz** → **Bob Meyer**: It breaks" in page(tmp_path, files)
    assert report(tmp_path, files, week=9).needs == ()


def test_goals_that_moved_since_the_last_meeting(tmp_path: Path) -> None:
    changed = "changed: [{on: %s, because: %s}], "
    growth = GROWTH.replace(
        "{id: KR1, title: Retention", "{" + changed % ("2026-02-04", "40 → 38") + "id: KR1, title: R"
    )
    company = COMPANY.replace("title: Half", "dropped: {on: 2026-02-10, because: Too far}, title: Half")
    alice = ALICE.replace("title: Ten", "changed: [{on: 2026-02-03, because: Old}], title: Ten")
    files = {sheet("growth"): growth, sheet("company"): company, sheet("alice"): alice}
    made = report(tmp_path, files)
    assert [(move.owner.handle, move.because, move.dropped) for move in made.moves] == [
        ("growth", "40 → 38", False),
    ]
    line = next(line for line in page(tmp_path, files) if "40 → 38" in line)
    assert line == "- 4 Feb, Growth O1/KR1 Retention rises: **changed**. 40 → 38".replace("Retention", "R")


def test_a_goal_above_that_is_dropped_is_told_to_who_hangs_on_it(tmp_path: Path) -> None:
    company = COMPANY.replace("title: Small", "dropped: {on: 2026-02-10, because: Too far}\n    title: Small")
    files = {sheet("company"): company}
    assert "- 10 Feb, Starling O1 Small teams choose us: **dropped**. Too far" in page(tmp_path, files)
    assert report(tmp_path, files, week=9).moves == ()
    assert "- 2 月 10 日 Starling O1 Small teams choose us：**已终止**。Too far" in page(tmp_path, files, language="zh")


def test_no_day_falls_between_two_reports_over_a_holiday(tmp_path: Path) -> None:
    company = COMPANY.replace("title: Small", "dropped: {on: 2026-02-17, because: Too far}\n    title: Small")
    assert [str(move.on) for move in report(tmp_path, {sheet("company"): company}, week=9).moves] == ["2026-02-17"]


def test_highlights_are_what_was_reached_for_the_first_time(tmp_path: Path) -> None:
    files = {
        note(6, "alice"): "updates: [{kr: growth/O1/KR2, reached: [M1]}]\n",
        note(
            7, "alice"
        ): "updates: [{kr: growth/O1/KR2, reached: [M1, M2]}, {kr: O1/KR1, percent: 100, status: done}]\n"
        "thanks: [{to: dana, for: The drawing}]\n",
        note(7, "fred"): "thanks: [{to: eve, for: The tea}, {to: lin, for: Nothing of ours}]\n",
    }
    lines = page(tmp_path, files)
    start = lines.index("**Highlights and thanks**")
    assert lines[start + 2 : start + 6] == [
        "- ✅ **Alice Chen**: Ten interviews",
        "- 🏁 **Alice Chen**: Live (Onboarding is live)",
        "- Alice Chen thanks **Dana Ruiz**: The drawing",
        "- Fred Ott thanks **Eve Adler**: The tea",
    ]
    assert "**亮点与感谢**" in page(tmp_path, files, language="zh")
    assert "- Alice Chen 感谢 **Dana Ruiz**：The drawing" in page(tmp_path, files, language="zh")


def test_open_to_dos_of_all_earlier_weeks_overdue_first(tmp_path: Path) -> None:
    step = "other: [{title: T, next: [{what: %s, due: %s}]}]\n"
    files = {
        note(3, "bob"): step % ("Third", "2026-02-20"),
        note(4, "alice"): step % ("Second", "2026-02-09"),
        note(5, "alice"): step % ("First", "2026-02-01"),
        note(6, "bob"): step % ("Closed", "2026-02-01"),
        note(7, "bob"): step % ("This week's", "2026-02-20") + "done: [2026-W06/bob/1]\n",
    }
    lines = page(tmp_path, files)
    start = lines.index("### Open to-dos")
    assert lines[start + 2 : start + 7] == [
        "| To-do | Responsible | Due |",
        "|---|---|---|",
        "| First | Alice Chen | **1 Feb, overdue** |",
        "| Second | Alice Chen | **9 Feb, overdue** |",
        "| Third | Bob Meyer | 20 Feb |",
    ]
    assert lines[start + 7] == ""


def test_support_that_members_asked_of_others_stays_in_sight(tmp_path: Path) -> None:
    files = {note(6, "bob"): "other: [{title: T, risks: [{risk: It breaks, need: A hand, from: [dana]}]}]\n"}
    assert "| A hand (support asked by Bob Meyer) | Dana Ruiz | — |" in page(tmp_path, files)


def test_key_results_nobody_spoke_about(tmp_path: Path) -> None:
    files = {note(7, "alice"): "updates: [{kr: O1/KR1, percent: 10}, {kr: growth/O2/KR1, value: 1}]\n"}
    # Alice's own goal supports growth/O1/KR1, so that somebody spoke about it.
    lines = page(tmp_path, files)
    assert (
        "**Key results nobody spoke about**: O2/KR2 Churn stays low (Wang Shi); O1/KR2 Onboarding is live (Alice Chen)"
        in lines
    )


def test_meeting_notes_are_for_people(tmp_path: Path) -> None:
    lines = page(tmp_path, {"okrctl.yaml": SETTINGS}, language="zh")
    start = lines.index("### 会议结论与待办")
    assert lines[start + 2 :] == [
        "议程：默读 → 评论 → 讨论 → 明确待办",
        "",
        "| 待办事项 | 责任人 | 截止时间 |",
        "|---|---|---|",
        "|  |  |  |",
        "",
    ]
