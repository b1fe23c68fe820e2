"""The tables of the objectives, what is gathered into their rows, and what is on none of them."""

from pathlib import Path

from okrctl.reports.weekly.render import markdown
from tests.reports.cases import ALICE, COMPANY, GROWTH, note, page, report, sheet

YEAR = """\
objectives:
  - id: O1
    title: Fred's year
    aligns_to: [2026-Q1:growth/O1/KR1]
    key_results: [{id: KR1, title: Twelve talks}]
"""
EVE = """\
objectives:
  - id: O1
    title: Eve's own
    aligns_to: [growth/O1/KR1, growth/O2/KR2]
    key_results: [{id: KR1, title: A fast page}]
"""
FRED = """\
objectives:
  - id: O1
    title: Fred's own
    aligns_to: [eve/O1]
    key_results: [{id: KR1, title: Small pictures}]
"""


def _row(lines: list[str], begins: str) -> list[str]:
    line = next(line for line in lines if line.startswith(begins))
    return [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split(" | ")]


def test_committed_objectives_come_first_and_are_marked(tmp_path: Path) -> None:
    files = {note(7, "wang"): "updates: [{kr: growth/O2/KR1, value: 30, status: on_track}]\n"}
    headings = [line for line in page(tmp_path, files) if line.startswith("### O")]
    assert headings[0] == (
        "### O2 Revenue carries us · **committed** · weight 60 % · progress **15 %** (+15 points) · 🔴 off track"
    )
    assert headings[1].startswith("### O1 New teams feel at home · weight 40 % · progress **0 %** (no change) · ")
    chinese = [line for line in page(tmp_path, files, language="zh") if line.startswith("### O")]
    assert chinese[0] == (
        "### O2 Revenue carries us · **承诺型** · 权重 60% · 进度 **15%**（上升 15 个百分点） · 🔴 已延期"
    )


def test_the_columns_in_both_languages(tmp_path: Path) -> None:
    assert "| Key result | Progress this week | Risks and support needed | Next |" in page(tmp_path, {})
    assert "| 关键结果 | 本周进展 | 风险同步和资源支持 | 下周计划完成 |" in page(tmp_path, {}, language="zh")


def test_a_row_has_value_progress_status_confidence_and_their_change(tmp_path: Path) -> None:
    before = "updates: [{kr: growth/O1/KR1, value: 31, status: on_track, confidence: 8}]\n"
    now = "updates: [{kr: growth/O1/KR1, value: 33.5, status: at_risk, confidence: 6, progress: Better.}]\n"
    files = {note(6, "bob"): before, note(7, "bob"): now}
    # The plan wants 41 of 90 days by then: 0.456 − 0.35 is over ten points, so it is at risk by the numbers, too.
    assert _row(page(tmp_path, files), "| **KR1** Retention") == [
        "**KR1** Retention rises<br>**33.5 %** (+2.5) · target 40 % · **35 %** (+25 points)"
        "<br>🟡 at risk (was 🟢 on track) · confidence 6 (−2)",
        "**Bob Meyer** Better.",
        "—",
        "—",
    ]
    assert _row(page(tmp_path, files, language="zh"), "| **KR1** Retention")[0] == (
        "**KR1** Retention rises<br>**33.5%**（+2.5） · 目标值 40% · **35%**（上升 25 个百分点）"
        "<br>🟡 有风险（上次为 🟢 正常） · 信心指数 6（-2）"
    )


def test_large_values_are_short(tmp_path: Path) -> None:
    growth = GROWTH.replace("target: 100, unit: k", "target: 120000000, unit: 元")
    files = {sheet("growth"): growth, note(7, "wang"): "updates: [{kr: growth/O2/KR1, value: 5000000}]\n"}
    assert "**5.0 M 元** · target 120.0 M 元" in _row(page(tmp_path, files), "| **KR1** Revenue")[0]
    assert "**500 万元** · 目标值 1.2 亿元" in _row(page(tmp_path, files, language="zh"), "| **KR1** Revenue")[0]


def test_where_the_numbers_say_another_status_it_stands_beside(tmp_path: Path) -> None:
    files = {note(7, "wang"): "updates: [{kr: growth/O2/KR1, value: 2, status: on_track}]\n"}
    assert "🟢 on track (by the numbers 🔴 off track)" in _row(page(tmp_path, files), "| **KR1** Revenue")[0]
    chinese = page(tmp_path, files, language="zh")
    assert "🟢 正常（系统判定：🔴 已延期）" in _row(chinese, "| **KR1** Revenue")[0]


def test_a_status_that_has_grown_stale_says_only_that(tmp_path: Path) -> None:
    files = {note(3, "wang"): "updates: [{kr: growth/O2/KR1, value: 45, status: on_track}]\n"}
    assert "🟢 on track (stale)" in _row(page(tmp_path, files), "| **KR1** Revenue")[0]
    assert "🟢 正常（更新滞后）" in _row(page(tmp_path, files, language="zh"), "| **KR1** Revenue")[0]


def test_what_nobody_ever_reported_on_has_no_light(tmp_path: Path) -> None:
    lines = page(tmp_path, {})
    assert _row(lines, "| **KR1** Retention")[0] == "**KR1** Retention rises<br>no data yet · **0 %** (no change)"
    assert _row(lines, "| **KR2** Onboarding")[0] == (
        "**KR2** Onboarding is live<br>0 of 2 milestones · **0 %** (no change)<br>no data yet"
    )
    assert "### O1 New teams feel at home · weight 40 % · progress **0 %** (no change) · no data yet" in lines
    assert not any(light in line for line in lines for light in "🟢🟡🔴⚪")
    chinese = page(tmp_path, {}, language="zh")
    assert _row(chinese, "| **KR1** Retention")[0] == "**KR1** Retention rises<br>暂无数据 · **0%**（持平）"
    assert report(tmp_path, {}).objectives[1].goal.standing.computed_status == "off_track"


def test_a_status_without_any_figure_is_shown(tmp_path: Path) -> None:
    files = {note(7, "bob"): "updates: [{kr: growth/O1/KR1, status: on_track, progress: Begun.}]\n"}
    assert _row(page(tmp_path, files), "| **KR1** Retention")[0] == (
        "**KR1** Retention rises<br>no data yet · **0 %** (no change)<br>🟢 on track (by the numbers 🔴 off track)"
    )


def test_a_number_and_its_percent_sign_stay_on_one_line(tmp_path: Path) -> None:
    files = {note(7, "bob"): "updates: [{kr: growth/O1/KR1, value: 33.5, confidence: 6, progress: Up by 5 %.}]\n"}
    text = markdown(report(tmp_path, files), "en")
    assert "**33.5\u00a0%** · target 40\u00a0% · **35\u00a0%** (+35 points)" in text
    assert "weight 40\u00a0% · progress **18\u00a0%**" in text
    assert "expected by now 53\u00a0%" in text
    assert "Up by 5 %." in text, "what people wrote stays as it is"


def test_bands_and_milestones_have_their_own_figures(tmp_path: Path) -> None:
    files = {note(7, "alice"): "updates: [{kr: growth/O1/KR2, reached: {M1: {on: 2026-02-09, quality: Five teams}}}]\n",
             note(7, "wang"): "updates: [{kr: growth/O2/KR2, value: 1.5}]\n"}  # fmt: skip
    lines = page(tmp_path, files)
    live = _row(lines, "| **KR2** Onboarding")
    assert live[0].startswith("**KR2** Onboarding is live<br>1 of 2 milestones · **50 %** (+50 points)<br>")
    assert live[1] == "**Alice Chen**<br>🏁 M1 reached on 9 Feb: Tested; Five teams"
    assert _row(lines, "| **KR2** Churn")[0].startswith(
        "**KR2** Churn stays low<br>**1.5 %** · at most 2 % · **100 %** (+100 points)<br>"
    )


def test_no_update(tmp_path: Path) -> None:
    assert _row(page(tmp_path, {}), "| **KR2** Onboarding")[1:] == ["no update", "—", "—"]
    assert _row(page(tmp_path, {}, language="zh"), "| **KR2** Onboarding")[1:] == ["本周无更新", "—", "—"]


def test_each_entry_is_led_by_the_name_with_risks_support_and_next_steps(tmp_path: Path) -> None:
    bob = """\
updates:
  - kr: growth/O1/KR1
    progress: Two wins.
    risks:
      - {risk: Mail is slow, need: A provider, from: [dana, lin]}
      - Rain
    next:
      - {what: Ship it, due: 2026-02-13}
      - {what: Test it with @alice, owner: alice}
"""
    files = {note(7, "bob"): bob}
    assert _row(page(tmp_path, files), "| **KR1** Retention")[1:] == [
        "**Bob Meyer** Two wins.",
        "**Bob Meyer** Mail is slow<br>→ support from Dana Ruiz, Lin Yi: A provider<br>Rain",
        # The week after is a holiday: the next meeting is on the 24th.
        "**Bob Meyer** Ship it (due 13 Feb)<br>Test it with @Alice Chen (Alice Chen, due 24 Feb)",
    ]
    assert _row(page(tmp_path, files, language="zh"), "| **KR1** Retention")[2:] == [
        "**Bob Meyer** Mail is slow<br>→ 需要 Dana Ruiz、Lin Yi 支持：A provider<br>Rain",
        "**Bob Meyer** Ship it（2 月 13 日截止）<br>Test it with @Alice Chen（Alice Chen，2 月 24 日截止）",
    ]


def test_a_row_gathers_what_aligns_directly_or_through_others(tmp_path: Path) -> None:
    dana = ALICE.replace("growth/O1/KR1", "alice/O1/KR1").replace("Alice's own", "Dana's own").replace("Ten", "Nine")
    files = {
        sheet("dana"): dana,
        note(7, "alice"): "updates: [{kr: O1/KR1, percent: 30, progress: Three of ten., status: on_track}]\n",
        note(7, "bob"): "updates: [{kr: growth/O1/KR1, value: 32, progress: Two more.}]\n",
        note(7, "dana"): "updates: [{kr: O1/KR1, progress: From design.}]\n",
    }
    assert _row(page(tmp_path, files), "| **KR1** Retention")[1] == (
        "**Bob Meyer** Two more."
        "<br>**Alice Chen** *Ten interviews*: 30 % · 🟢 on track<br>Three of ten."
        "<br>**Dana Ruiz** *Nine interviews*<br>From design."
    )


def test_what_was_said_about_the_objective_or_supports_it_is_its_first_row(tmp_path: Path) -> None:
    alice = ALICE.replace("growth/O1/KR1", "growth/O1")
    files = {
        sheet("alice"): alice,
        note(7, "alice"): "updates: [{kr: O1/KR1, progress: Three.}]\n",
        note(7, "wang"): "updates: [{kr: growth/O1, progress: All in all well.}]\n",
    }
    lines = page(tmp_path, files)
    first = lines.index("| Key result | Progress this week | Risks and support needed | Next |", 1) + 2
    assert lines[first].startswith("| **KR1** Revenue")
    assert _row(lines, "| *The objective") == [
        "*The objective as a whole*",
        "**Wang Shi** All in all well.<br>**Alice Chen** *Ten interviews*<br>Three.",
        "—",
        "—",
    ]


def test_a_key_results_own_row_goes_before_that_of_its_objective(tmp_path: Path) -> None:
    growth = GROWTH.replace(
        'target: 40, unit: "%"}, owner: bob', "target: 40}, owner: bob, aligns_to: [company/O1/KR2]"
    )
    files = {sheet("growth"): growth, note(7, "wang"): "updates: [{kr: growth/O1/KR1, value: 32, progress: Two.}]\n"}
    lines = page(tmp_path, files, owner="company")
    assert _row(lines, "| **KR2** Half")[1] == "**Wang Shi** *Retention rises*: 32<br>Two."
    assert not any(line.startswith("| *The objective") for line in lines)


def test_with_several_targets_in_full_once_and_as_a_reference_elsewhere(tmp_path: Path) -> None:
    files = {sheet("eve"): EVE, note(7, "eve"): "updates: [{kr: O1/KR1, progress: Faster.}]\n"}
    lines = page(tmp_path, files)
    # O2 is committed and comes first.
    assert _row(lines, "| **KR2** Churn")[1] == "**Eve Adler** *A fast page*<br>Faster."
    assert _row(lines, "| **KR1** Retention")[1] == "Eve Adler: see O2/KR2"
    assert _row(page(tmp_path, files, language="zh"), "| **KR1** Retention")[1] == "Eve Adler：见 O2/KR2"


def test_a_reference_inside_one_objective_names_the_key_result_only(tmp_path: Path) -> None:
    eve = EVE.replace("growth/O2/KR2", "growth/O1/KR2")
    files = {sheet("eve"): eve, note(7, "eve"): "updates: [{kr: O1/KR1, progress: Faster.}]\n"}
    assert _row(page(tmp_path, files), "| **KR2** Onboarding")[1] == "Eve Adler: see KR1"


def test_what_comes_from_further_down_is_folded_under_the_table(tmp_path: Path) -> None:
    files = {
        sheet("eve"): EVE,
        sheet("fred"): FRED,
        note(7, "fred"): "updates: [{kr: O1/KR1, progress: Half the size., next: [{what: More, due: 2026-02-20}]}]\n",
    }
    lines = page(tmp_path, files)
    start = lines.index("<details>")
    assert lines[start : start + 6] == [
        "<details>",
        "<summary>From further down (1)</summary>",
        "",
        "- **Fred Ott** *Small pictures*<br>Half the size.<br>Next: **Fred Ott** More (due 20 Feb)",
        "",
        "</details>",
    ]
    assert _row(lines, "| **KR2** Churn")[1] == "see “From further down” below the table"
    assert "O2/KR2 Churn" not in next(line for line in lines if line.startswith("**Key results nobody"))


def test_what_somebody_below_says_about_our_own_key_result_is_in_its_row(tmp_path: Path) -> None:
    files = {note(7, "fred"): "updates: [{kr: growth/O1/KR1, value: 33, progress: Seen.}]\n"}
    assert _row(page(tmp_path, files), "| **KR1** Retention")[1] == "**Fred Ott** Seen."


def test_goals_of_overlapping_cycles_are_gathered(tmp_path: Path) -> None:
    files = {
        sheet("eve", "2026"): YEAR,
        note(7, "eve", "2026"): "updates: [{kr: O1/KR1, percent: 10, progress: One talk.}]\n",
        sheet("eve", "2025"): YEAR,
        note(7, "bob", "2025"): "updates: [{kr: eve/O1/KR1, progress: Long ago.}]\n",
    }
    assert _row(page(tmp_path, files), "| **KR1** Retention")[1] == "**Eve Adler** *Twelve talks*: 10 %<br>One talk."


def test_a_dropped_objective_leaves_the_tables(tmp_path: Path) -> None:
    growth = GROWTH.replace("title: New teams", "dropped: {on: 2026-02-05, because: No}\n    title: New teams")
    made = report(tmp_path, {sheet("growth"): growth})
    assert [part.goal.key.objective for part in made.objectives] == ["O2"]
    assert [move.goal.objective for move in made.moves] == ["O1"]


def test_evidence_is_a_link_and_files_are_beside_the_document(tmp_path: Path) -> None:
    evidence = 'evidence: [bob/a b.png, "https://bi.example/r?a=1|2", "javascript:alert(1)", ../../../x.yaml]'
    files = {note(7, "bob"): "updates:\n  - kr: growth/O1/KR1\n    progress: See.\n    " + evidence + "\n"}
    assert _row(page(tmp_path, files), "| **KR1** Retention")[1] == (
        "**Bob Meyer** See.<br>[📎 a b.png](../notes/2026-W07/bob/a%20b.png) [🔗 bi.example](https://bi.example/r?a=1%7C2)"
        " javascript:alert(1) ../../../x.yaml"
    )


def test_other_escalated_first_then_items_then_new_objectives(tmp_path: Path) -> None:
    bob = "other: [{title: Fair in Hanover, progress: Booked.}]\n"
    alice = "other: [{title: A big order, progress: Sign?, escalate: true, next: [{what: Ask, due: 2026-02-12}]}]\n"
    growth = GROWTH + (
        "  - id: O3\n    title: Friends bring friends\n    why: It works.\n"
        "    changed: [{on: 2026-02-09, because: New}]\n"
        "    key_results: [{id: KR1, title: Ten friends}]\n"
    )
    files = {sheet("growth"): growth, note(7, "bob"): bob, note(7, "alice"): alice,
             note(7, "dana"): "other: [{title: Not ours}]\n"}  # fmt: skip
    lines = page(tmp_path, files)
    start = lines.index("### Other")
    assert lines[start + 2 : start + 8] == [
        "| Topic | Progress this week | Risks and support needed | Next |",
        "|---|---|---|---|",
        "| **A big order**<br>⚠️ to be settled by the lead | **Alice Chen** Sign? | — "
        "| **Alice Chen** Ask (due 12 Feb) |",
        "| **Fair in Hanover** | **Bob Meyer** Booked. | — | — |",
        "| **new objective: Friends bring friends** | **Growth** It works. | — | — |",
        "",
    ]
    assert "### 其他重要 OKR" in page(tmp_path, files, language="zh")


def test_an_objective_that_takes_the_place_of_a_dropped_one_is_new(tmp_path: Path) -> None:
    dropped = "dropped: {on: 2026-02-09, because: Friends take its place (see O3).}\n    title: New teams"
    growth = GROWTH.replace("title: New teams", dropped)
    growth += "  - {id: O3, title: Friends bring friends, key_results: [{id: KR1, title: Ten friends}]}\n"
    files = {sheet("growth"): growth}
    assert [new.title for new in report(tmp_path, files).other.new] == ["Friends bring friends"]
    assert report(tmp_path, files, week=9).other.new == ()


def test_updates_of_members_that_support_none_of_our_goals_are_folded(tmp_path: Path) -> None:
    files = {
        sheet("bob"): "objectives: [{id: O1, title: B, key_results: [{id: KR1, title: Run a mile}]}]\n",
        note(7, "bob"): "updates: [{kr: O1/KR1, progress: Half., percent: 50}, {kr: nobody/O9, progress: Lost?}]\n",
        note(7, "dana"): "updates: [{kr: company/O1/KR1, value: 300}]\n",
    }
    lines = page(tmp_path, files)
    start = lines.index("<summary>Updates of members that support none of these objectives (2)</summary>")
    assert lines[start + 2 : start + 4] == [
        "- **Bob Meyer** *Run a mile*: 50 %<br>Half.",
        "- **Bob Meyer** *nobody/O9*<br>Lost?",
    ]


def test_members_are_own_people_listed_ones_and_the_leads_directly_below(tmp_path: Path) -> None:
    files = {note(7, name): "other: [{title: Hello}]\n" for name in ("lin", "wang", "dana", "alice", "eve")}
    made = report(tmp_path, files, owner="company")
    assert [entry.who.handle for entry in made.other.items] == ["lin", "wang", "dana"]


def test_a_persons_report_is_about_the_own_sheet_and_notes(tmp_path: Path) -> None:
    files = {
        note(
            7, "alice"
        ): "updates: [{kr: O1/KR1, percent: 30, progress: Three.}, {kr: growth/O1/KR2, progress: Soon.}]\n",
        note(7, "bob"): "updates: [{kr: growth/O1/KR1, value: 32}]\n",
    }
    lines = page(tmp_path, files, owner="alice")
    assert lines[0] == "# Alice Chen: OKR weekly report, 2026-Q1"
    assert lines[4].endswith("notes in: 1 of 1")
    assert _row(lines, "| **KR1** Ten")[1] == "**Alice Chen** Three."
    assert "- **Alice Chen** *Onboarding is live*<br>Soon." in lines


def test_user_text_cannot_break_the_table(tmp_path: Path) -> None:
    text = "a | b\n\n# c\n<img src=x onerror=alert(1)> *d* `e` [f](javascript:g)"
    bob = f"updates:\n  - kr: growth/O1/KR1\n    progress: {text!r}\n".replace("'", '"')
    files = {note(7, "bob"): bob, sheet("company"): COMPANY}
    assert _row(page(tmp_path, files), "| **KR1** Retention")[1] == (
        r"**Bob Meyer** a \| b<br>\# c<br>\<img src=x onerror=alert(1)> \*d\* \`e\` \[f\](javascript:g)"
    )


def test_several_weeks_are_merged(tmp_path: Path) -> None:
    files = {
        note(5, "bob"): "updates: [{kr: growth/O1/KR1, value: 31, next: [{what: Older}]}]\n",
        note(6, "bob"): "updates: [{kr: growth/O1/KR1, value: 32, progress: First., next: [{what: Done}]}]\n",
        note(7, "bob"): "updates: [{kr: growth/O1/KR1, value: 34, progress: Second.}]\ndone: [2026-W06/bob/1]\n",
    }
    made = report(tmp_path, files, week=7, first=6)
    assert made.objectives[1].key_results[0].goal.standing.value_before == 31
    assert [(task.text, task.done) for task in made.plan] == [("Done", True), ("Older", False)]
    row = made.objectives[1].key_results[0]
    assert [(str(entry.week), entry.progress) for entry in row.entries] == [
        ("2026-W06", "First."),
        ("2026-W07", "Second."),
    ]
    assert [(one.who.handle, [week.number for week in one.weeks]) for one in made.attendance.missing] == [
        ("wang", [6, 7]),
        ("alice", [6, 7]),
    ]
