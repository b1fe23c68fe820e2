"""What a retrospective says of a press at the end of a scored quarter; figures worked out in orchard.py."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.alignment.goals import GoalKey
from okrctl.history.changes import MoveField, MoveValue
from okrctl.history.moves import CommitName, GoalMove, Moves, Refrozen
from okrctl.language import Language
from okrctl.models.okr import Keep, Milestone
from okrctl.reports.retrospective.as_json import as_json
from okrctl.reports.retrospective.record import Retrospective
from okrctl.reports.retrospective.render import markdown
from tests.reports.orchard import CYCLE, page, retrospective

KR1 = GoalKey("2026-Q1", "press", "O1", "KR1")


def by_address(retro: Retrospective) -> dict[str, float | None]:
    return {goal.key.address(): goal.score for goal in retro.goals}


def part(lines: list[str], heading: str) -> list[str]:
    """The lines below a heading up to the next one, blank ones left out."""
    start = next(number for number, line in enumerate(lines) if line.lstrip("# ") == heading and line.startswith("#"))
    below = lines[start + 1 :]
    end = next((number for number, line in enumerate(below) if line.startswith("#")), len(below))
    return [line for line in below[:end] if line]


def names(retro: Retrospective, kind: str) -> list[str]:
    return [goal.key.address() for one in retro.questions if one.kind == kind for goal in one.goals]


def test_scores_and_figures_of_the_sheet(tmp_path: Path) -> None:
    retro = retrospective(tmp_path)
    assert retro.progress == pytest.approx(0.628333333)
    assert retro.score == pytest.approx(0.72)
    assert by_address(retro) == {
        "press/O1": 0.9, "press/O1/KR1": 0.8, "press/O1/KR2": 1.0,
        "press/O2": 0.45, "press/O2/KR1": 0.7, "press/O2/KR2": 0.2, "press/O2/KR3": None,
        "press/O3": None, "press/O3/KR1": None,
    }  # fmt: skip
    # Written, the completion is shown as written; the progress beside it stays what the notes add up to.
    kept = next(goal for goal in retro.goals if goal.key.address() == "press/O1/KR2")
    assert (kept.completion, kept.progress) == (1.0, 0.75)
    assert [goal.key.address() for goal in retro.unscored] == ["press/O2/KR3"]  # dropped ones are not asked for


def test_the_table_of_goals(tmp_path: Path) -> None:
    table = [line for line in part(page(tmp_path), "Goals and results") if line.startswith("|")][:8]
    assert table[2:8] == [
        "| **O1 Every shop gets its juice on the day we said**<br>**committed** "
        "| 60 % | — | — | 83 % | — | — | **0.9** | — |",
        "| KR1 Shops supplied on the day rise from 20 to 50 | 50 % | 20 → 50 shops | 47 shops | 90 % "
        "| harder than thought | high | 0.8 | resources |",
        "| KR2 At most 2 % of the bottles come back | 50 % | at most 2 % | 1.9 % | 100 % (by the notes 75 %) "
        "| easier than thought | low | 1.0 | — |",
        "| **O2 Neighbours bring us their apples by themselves** | 40 % | — | — | 33 % | — | — | **0.45** | — |",
        "| KR1 Days from apple to bottle fall from 12 to 4 | 33.3 % | 12 → 4 days | 6 days | 75 % "
        "| harder than thought | high | 0.7 | — |",
        "| KR2 The second press runs, and a neighbour has used it | 33.3 % | 2 milestones | 1 of 2 | 25 % "
        "| — | as expected | 0.2 | method |",
    ]
    lines = part(page(tmp_path), "Goals and results")
    assert "Not scored yet, and in no mean:" in lines
    assert "- O2/KR3 Ten neighbours say they would come again" in lines
    assert any("⛔ dropped on 10 Feb" in line for line in lines)


def test_the_same_table_in_chinese(tmp_path: Path) -> None:
    lines = part(page(tmp_path, "zh"), "目标与结果")
    assert lines[0] == (
        "| 目标与关键结果 | 权重 | 目标值 | 终值 | 完成程度 | 困难程度 | 努力程度 | 自评分 | 主要原因 |"
    )
    assert lines[3] == (
        "| KR1 当天到货的门店由 20 家升到 50 家 | 50% | 20 → 50 家 | 47 家 | 90% | 比预想难 | 较高 | 0.8 | 资源 |"
    )
    assert lines[4].split(" | ")[4] == "100%（按进展记录为 75%）"
    assert page(tmp_path, "zh")[2] == "> **自评分不作为绩效评估的依据。分数低不是失败，而是最值得学习的地方。**"


def test_the_rhythm_is_the_teams(tmp_path: Path) -> None:
    # Tuesdays up to 31 March (week 14) from that of week 3, before which nobody wrote a note; week 8 is a holiday,
    # Cleo is away in week 5.
    found = {week.week.number: (week.notes_in, week.notes_due) for week in retrospective(tmp_path).rhythm}
    assert found == {
        3: (1, 3), 4: (1, 3), 5: (1, 2), 6: (1, 3), 7: (0, 3), 8: (0, 0),
        9: (1, 3), 10: (0, 3), 11: (0, 3), 12: (0, 3), 13: (3, 3), 14: (0, 3),
    }  # fmt: skip
    lines = part(page(tmp_path), "Rhythm of check-ins")
    assert lines[0] == "Notes in: **8 of 32** (25 %)."
    assert lines[1].startswith("| Week | 3 | 4 | 5 |")
    assert "| holiday |" in lines[3]
    assert not any(name in "".join(lines) for name in ("Ada", "Ben", "Cleo"))


def test_no_rhythm_of_one_person(tmp_path: Path) -> None:
    assert retrospective(tmp_path / "person", owner="ben").rhythm == ()
    alone = {f"{CYCLE}/okrs/{who}.yaml": None for who in ("ben", "cleo")}
    lonely = "teams: {farm: {name: Farm}, press: {parent: farm, lead: ada}}\npeople: {ada: {team: press}}\n"
    retro = retrospective(tmp_path / "alone", {**alone, "org.yaml": lonely})
    assert retro.rhythm == ()


def test_a_reason_without_a_word_of_luck_can_be_repeated(tmp_path: Path) -> None:
    """Reason given: a success; an easier way or little effort beside it: luck, which nobody repeats."""
    for number, (rest, expected) in enumerate([
        ('because: "The list was ready"', ["ben/O1/KR1"]),
        ('because: "The list was ready", difficulty: easier', []),
        ('because: "The list was ready", effort: low', []),
        ("effort: expected", []),
    ]):  # fmt: skip
        ben = {f"{CYCLE}/retros/ben.yaml": f"scores: [{{kr: O1/KR1, score: 0.9, {rest}}}]\n"}
        retro = retrospective(tmp_path / str(number), ben, owner="ben")
        assert [goal.key.address() for goal in retro.successes] == expected, rest


def test_causes_successes_and_committed_goals(tmp_path: Path) -> None:
    retro = retrospective(tmp_path)
    causes = {group.cause: [goal.key.address() for goal in group.goals] for group in retro.misses}
    assert causes == {"method": ["press/O2/KR2"], "resources": ["press/O1/KR1"]}
    # KR1 of O1 scored 0.8 against more than was thought, but it was committed: a miss is no success.
    assert [goal.key.address() for goal in retro.successes] == ["press/O2/KR1", "ben/O1/KR1"]
    # Scored 1.0, whatever the notes add up to: KR2 of O1 is met.
    assert [goal.key.address() for goal in retro.missed] == ["press/O1/KR1"]
    lines = page(tmp_path)
    assert "  - O1/KR1 Shops supplied on the day rise from 20 to 50 (0.8): The van stood still for two weeks; " in (
        line[: line.find("@")] for line in lines
    )
    assert "- Ben Hale O1/KR1 Ten nights without an alarm (0.9): A second sensor, checked every evening" in lines


def test_a_committed_goal_without_a_score_or_a_cause(tmp_path: Path) -> None:
    bare = {f"{CYCLE}/retros/press.yaml": "scores: [{kr: O1/KR1, score: 0.9}]\n"}
    retro = retrospective(tmp_path / "over", bare)
    # KR1 is scored 0.9; KR2 is not scored, and 0.75 by the notes: nobody says why.
    assert [goal.key.address() for goal in retro.missed] == names(retro, "missed") == ["press/O1/KR1", "press/O1/KR2"]
    lines = page(tmp_path / "over", changed=bare)
    assert "- O1/KR2 At most 2 % of the bottles come back (not scored, completion 75 %): no cause given" in lines
    assert "  - O1/KR2 At most 2 % of the bottles come back (not scored, completion 75 %)" in lines
    chinese = page(tmp_path / "zh", "zh", bare)
    assert "- O1/KR2 退瓶率不超过 2%（未自评，完成程度 75%）：未写原因" in chinese
    running = retrospective(tmp_path / "running", bare, today=date(2026, 3, 20))
    assert [goal.key.address() for goal in running.missed] == ["press/O1/KR1"]
    assert not running.is_over


@pytest.mark.parametrize("day", [date(2026, 4, 8), date(2026, 3, 20)])
def test_a_score_of_one_is_no_miss_however_far_it_came(tmp_path: Path, day: date) -> None:
    # By the notes 0.9 and 0.75; completion says as much once more, and neither is what a score says.
    full = "scores: [{kr: O1/KR1, score: 1.0, completion: 0.9}, {kr: O1/KR2, score: 1.0}]\n"
    changed = {f"{CYCLE}/retros/press.yaml": full}
    retro = retrospective(tmp_path, changed, today=day)
    assert (retro.missed, names(retro, "missed"), retro.misses) == ((), [], ())
    said = {"en": "Every committed goal was met.", "zh": "承诺型目标全部达成。"}
    assert said["en"] in page(tmp_path / "en", "en", changed)
    assert said["zh"] in page(tmp_path / "zh", "zh", changed)


def test_what_nobody_scored_is_no_miss_before_the_end(tmp_path: Path) -> None:
    nothing = {f"{CYCLE}/retros/press.yaml": "scores: [{kr: O1/KR1, completion: 0.5}]\n"}
    assert retrospective(tmp_path / "running", nothing, today=date(2026, 3, 20)).missed == ()
    over = retrospective(tmp_path / "over", nothing)
    assert [goal.key.address() for goal in over.missed] == ["press/O1/KR1", "press/O1/KR2"]


def test_what_nobody_reported_either_says_so(tmp_path: Path) -> None:
    sheet = "objectives: [{id: O1, title: o, kind: committed, key_results: [{id: K, title: k}]}]\n"
    silent = {
        f"{CYCLE}/okrs/ben.yaml": sheet,
        f"{CYCLE}/notes/2026-W13/ben.yaml": None,
        f"{CYCLE}/retros/ben.yaml": None,
    }
    assert "- Ben Hale O1/K k (not scored, no data yet): no cause given" in page(tmp_path / "en", "en", silent)
    assert "- 卞和 O1/K k（未自评，暂无数据）：未写原因" in page(tmp_path / "zh", "zh", silent)


def test_a_score_in_another_file_is_nobodys(tmp_path: Path) -> None:
    """The press says 0.1 of Cleo's key result, and Cleo of one of the press's; both as if it were not there."""
    others = {
        f"{CYCLE}/retros/farm.yaml": "scores: [{kr: cleo/O1/KR1, score: 0.1, because: Too slow}]\n",
        f"{CYCLE}/retros/cleo.yaml": "scores: [{kr: press/O2/KR3, score: 0.9, because: Nice}]\n",
    }
    text = "\n".join(page(tmp_path, changed=others))
    assert "Too slow" not in text
    assert "Nice" not in text
    assert "| KR1 All eight labels are new | 100 % | 100 % | 40 % | 40 % | — | — | not scored | — |" in text
    assert retrospective(tmp_path, others).score == pytest.approx(0.72)
    mine = {f"{CYCLE}/retros/ben.yaml": "scores: [{kr: press/O2/KR1, score: 0.1, because: It is mine}]\n"}
    assert "It is mine" not in "\n".join(page(tmp_path / "ben", changed=mine))  # the press scores it itself
    alone = {**mine, f"{CYCLE}/retros/press.yaml": None}
    assert "It is mine" in "\n".join(page(tmp_path / "alone", changed=alone))


def test_an_objective_that_was_scored_itself(tmp_path: Path) -> None:
    own = {f"{CYCLE}/retros/press.yaml": "scores: [{objective: O1, score: 0.3, cause: goal, because: Too much}]\n"}
    retro = retrospective(tmp_path, own)
    assert retro.score == pytest.approx(0.3)  # O2 has no score, so it is in no mean
    assert [goal.key.address() for goal in retro.missed] == ["press/O1"]  # it speaks for its key results
    assert retro.misses[0].cause == "goal"


def test_the_verdict_is_about_goals(tmp_path: Path) -> None:
    judged = retrospective(tmp_path).judgement
    assert judged is not None
    assert (judged.mean, judged.verdict) == (0.45, "stretched")
    assert (judged.harder, judged.expected, judged.easier) == (1, 0, 0)
    assert [(goal.key.address(), verdict) for goal, verdict in judged.each] == [("press/O2", "stretched")]
    text = "\n".join(page(tmp_path, "zh"))
    assert "愿景型目标自评分平均 **0.45**，目标挑战度**偏高**。" in text


@pytest.mark.parametrize(
    ("score", "verdict", "words"),
    [
        (0.9, "too_safe", "the next goals may be bolder"),
        (0.6, "healthy", "They asked for more than business as usual"),
        (0.4, "stretched", "which of them are worth going on with?"),
        (0.39, "out_of_reach", "cut them smaller"),
    ],
)
def test_each_band_in_words(tmp_path: Path, score: float, verdict: str, words: str) -> None:
    scored = {f"{CYCLE}/retros/press.yaml": f"scores: [{{objective: O2, score: {score}}}]\n"}
    judged = retrospective(tmp_path, scored).judgement
    assert judged is not None
    assert judged.verdict == verdict
    assert words in "\n".join(page(tmp_path, changed=scored))


def test_questions_name_the_goals_that_raise_them(tmp_path: Path) -> None:
    retro = retrospective(tmp_path)
    assert [one.kind for one in retro.questions] == ["missed", "about_seventy", "low", "watermelon", "unreported"]
    assert names(retro, "about_seventy") == ["press/O2/KR1"]  # the committed one at 0.8 is a miss
    assert names(retro, "low") == names(retro, "watermelon") == ["press/O2/KR2"]
    assert names(retro, "unreported") == ["press/O2/KR3"]
    assert "- **0.3 and below: was it the goal, the method, the collaboration or the resources?**" in page(tmp_path)


def test_score_and_completion_far_apart_are_asked_about(tmp_path: Path) -> None:
    apart = {f"{CYCLE}/retros/press.yaml": "scores: [{kr: O2/KR1, score: 0.5}, {kr: O1/KR1, score: 0.7}]\n"}
    # 0.75 against 0.5 is more than 0.2; 0.9 against 0.7 is exactly 0.2, which is not.
    assert names(retrospective(tmp_path / "without", apart), "far_apart") == ["press/O2/KR1"]
    because = {f"{CYCLE}/retros/press.yaml": "scores: [{kr: O2/KR1, score: 0.5, because: Half was luck}]\n"}
    assert names(retrospective(tmp_path / "with", because), "far_apart") == []


def test_all_full_asks_whether_they_were_too_safe(tmp_path: Path) -> None:
    full = "scores: [{kr: O2/KR1, score: 0.9}, {kr: O2/KR2, score: 1}, {kr: O2/KR3, score: 0.95}]\n"
    kinds = [one.kind for one in retrospective(tmp_path, {f"{CYCLE}/retros/press.yaml": full}).questions]
    assert "too_safe" in kinds
    assert "too_safe" not in [one.kind for one in retrospective(tmp_path / "as it is").questions]


def test_own_words_and_the_managers_reply(tmp_path: Path) -> None:
    lines = page(tmp_path)
    press, ben = part(lines, "Press"), part(lines, "Ben Hale")
    assert press[:2] == ["**Went well**", "- Apples in the morning, juice at night"]
    assert press[-1] == (
        "- O2/KR2 The second press runs, and a neighbour has used it (0.2): We waited for a part and called nobody"
        "<br>↳ *Manager’s reply: Next time tell me on the first day.*"
    )
    assert ben[:2] == ["**Went well**", "- Nobody had to get up at night"]
    assert "Nothing written yet: Cleo Park" in lines
    assert "- **Ben Hale**: Put the store on the sheet of the press" in part(lines, "Next cycle")
    assert [voice.who.name for voice in retrospective(tmp_path).others] == ["Ben Hale", "Cleo Park"]


def test_who_has_left_owes_no_words(tmp_path: Path) -> None:
    org = "teams: {farm: {name: Farm}, press: {parent: farm, lead: ada}}\npeople:\n"
    org += "  ada: {team: press}\n  ben: {team: press}\n  cleo: {team: press, left: 2026-02-13}\n"
    assert retrospective(tmp_path, {"org.yaml": org}).silent == ()


def test_what_becomes_of_each_goal(tmp_path: Path) -> None:
    rows = [line for line in part(page(tmp_path), "Next cycle") if line.startswith("| O")]
    assert [row.split(" | ")[-1].removesuffix(" |") for row in rows] == [
        "carry on", "drop", "revise", "carry on", "to be decided",
    ]  # fmt: skip


def test_a_person_has_a_retrospective_without_score_and_rhythm(tmp_path: Path) -> None:
    retro = retrospective(tmp_path, owner="ben")
    assert not retro.is_team
    assert (retro.score, retro.rhythm, retro.others) == (None, (), ())
    assert [goal.key.address() for goal in retro.goals] == ["ben/O1", "ben/O1/KR1"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_without_sheet_scores_and_people_one_sentence_is_enough(tmp_path: Path, language: str) -> None:
    org = "teams: {farm: {name: Farm}, press: {name: Press, parent: farm}}\npeople: {}\n"
    gone = {f"{CYCLE}/{folder}/{who}.yaml": None for folder in ("okrs", "retros") for who in ("press", "ben", "cleo")}
    lines = page(tmp_path, "zh" if language == "zh" else "en", {**gone, "org.yaml": org})
    said = {
        "en": [
            "# Press: retrospective, First quarter 2026",
            "> **Self-scores are no basis of a performance review. Low is no failure: it is where to learn.**",
            "1 Jan – 31 Mar 2026",
            "There is no OKR sheet in this cycle and no self-score, so nothing to look back on.",
        ],
        "zh": [
            "# Press 复盘 · 2026 年一季度",
            "> **自评分不作为绩效评估的依据。分数低不是失败，而是最值得学习的地方。**",
            "2026 年 1 月 1 日至 2026 年 3 月 31 日",
            "本周期没有 OKR，也没有自评，没有可以复盘的内容。",
        ],
    }
    assert [line for line in lines if line] == said[language]


def test_without_a_sheet_of_its_own_a_team_is_still_its_members(tmp_path: Path) -> None:
    lines = page(tmp_path, changed={f"{CYCLE}/{folder}/press.yaml": None for folder in ("okrs", "retros")})
    assert "No OKR sheet in this cycle." in lines
    assert "**Cleo Park**" in lines
    assert "## Causes" in lines


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    retro = retrospective(tmp_path, {f"{CYCLE}/retros/ben.yaml": "scores: [{kr: O1/KR1, score: much}]\n"})
    assert [who.name for who in retro.unreadable] == ["Ben Hale"]
    assert [who.name for who in retro.silent] == ["Cleo Park"]
    assert "**Not readable: Ben Hale**" in page(
        tmp_path, changed={f"{CYCLE}/retros/ben.yaml": "scores: [{kr: O1/KR1, score: much}]\n"}
    )


def moved(field: MoveField, before: MoveValue, after: MoveValue, key: GoalKey = KR1) -> GoalMove:
    commit = CommitName("0123456789abcdef", "A. Moss", "ADA@orchard.example", date(2026, 2, 26))
    return GoalMove(key, field, before, after, "Shops", commit, "The van")


@pytest.mark.parametrize(
    ("field", "before", "after", "english", "chinese"),
    [
        ("target", 60, 50, "60 shops → 50 shops", "60 shops → 50 shops"),
        ("weight", 33.333333, 50, "33.3 % → 50 %", "33.3% → 50%"),
        ("due", date(2026, 3, 1), date(2026, 3, 31), "1 Mar → 31 Mar", "3 月 1 日 → 3 月 31 日"),
        ("kind", "aspirational", "committed", "aspirational → committed", "愿景型 → 承诺型"),
        ("owner", "ada", "ben", "Ada Moss → Ben Hale", "Ada Moss → Ben Hale"),
        ("wording", "A | b", "@ben", "A \\| b → @Ben Hale", "A \\| b → @Ben Hale"),
        ("alignment", (), ("farm/O1", "2026:farm/O2"), "— → Orchard O1, 2026: Orchard O2", None),
        ("band", Keep(min=99.9, unit="%"), Keep(min=99, max=100, unit="%"), "at least 99.9 % → 99 % to 100 %", None),
        ("checkpoints", ((date(2026, 1, 31), 30.0),), None, "31 Jan: 30 shops → —", "1 月 31 日：30 shops → —"),
        ("added", None, "Shops", "—", "—"),
    ],
)
def test_moves_say_from_where_to_where(
    tmp_path: Path, field: MoveField, before: MoveValue, after: MoveValue, english: str, chinese: str | None
) -> None:
    retro = retrospective(tmp_path, moves=Moves((moved(field, before, after),), None))
    for language, said in (("en", english), ("zh", chinese)):
        if said is not None:
            row = next(
                line
                for line in markdown(retro, "zh" if language == "zh" else "en").replace("\u00a0", " ").split("\n")
                if "`0123456`" in line
            )
            assert row.split(" | ")[3] == said
            assert " | Ada Moss | `0123456` | The van |" in row  # by the e-mail she is one of us


def test_milestones_that_moved(tmp_path: Path) -> None:
    late = Milestone(id="M2", title="Live", due=date(2026, 3, 20))
    retro = retrospective(tmp_path, moves=Moves((moved("milestones", None, (late,)),), None))
    (one,) = retro.moves
    assert one.after is not None
    assert (one.before, one.after.en, one.after.zh) == (None, "M2 Live (due 20 Mar)", "M2 Live（3 月 20 日截止）")


def test_own_goals_move_first_and_are_asked_about(tmp_path: Path) -> None:
    other = moved("target", 12, 10, GoalKey("2026-Q1", "ben", "O1", "KR1"))
    deleted = moved("deleted", "Gone", None, GoalKey("2026-Q1", "press", "O9"))
    retro = retrospective(tmp_path, moves=Moves((other, deleted, moved("target", 60, 50)), None))
    assert [one.goal.address() for one in retro.moves] == ["press/O9", "press/O1/KR1", "ben/O1/KR1"]
    assert names(retro, "moved") == ["press/O1/KR1"]
    assert "No goal moved after the freeze." in page(tmp_path)


def test_moves_come_in_the_order_of_their_days(tmp_path: Path) -> None:
    ben = moved("target", 12, 10, GoalKey("2026-Q1", "ben", "O1", "KR1"))
    assert ben.commit is not None
    early = ben._replace(commit=ben.commit._replace(on=date(2026, 2, 3)))
    open_ = moved("weight", 50, 40)._replace(commit=None)
    retro = retrospective(tmp_path, moves=Moves((open_, moved("target", 60, 50), ben, early), None))
    # By day; of one day the press's own first; last what is not committed, which has no day yet.
    assert [(one.goal.owner, one.on) for one in retro.moves] == [
        ("ben", date(2026, 2, 3)),
        ("press", date(2026, 2, 26)),
        ("ben", date(2026, 2, 26)),
        ("press", None),
    ]


@pytest.mark.parametrize(
    ("language", "commit", "said"),
    [
        (
            "en",
            True,
            "*The freeze was moved from 19 Jan to 1 Mar on 26 Feb by Ada Moss, after it had passed: "
            "changes since 19 Jan are shown all the same.*",
        ),
        (
            "zh",
            True,
            "*目标定稿日生效后又从 1 月 19 日改为 3 月 1 日（安达，2 月 26 日），这里仍列出 1 月 19 日起的变更。*",
        ),
        (
            "en",
            False,
            "*The freeze was moved from 19 Jan to 1 Mar after it had passed (not committed yet): "
            "changes since 19 Jan are shown all the same.*",
        ),
        ("zh", False, "*目标定稿日生效后又从 1 月 19 日改为 3 月 1 日（尚未提交），这里仍列出 1 月 19 日起的变更。*"),
    ],
)
def test_a_freeze_that_was_moved_is_told(tmp_path: Path, language: Language, commit: bool, said: str) -> None:
    by = moved("target", 60, 50).commit if commit else None
    frozen = date(2026, 1, 19)
    moves = Moves((), None, frozen, Refrozen(frozen, date(2026, 3, 1), by))
    retro = retrospective(tmp_path, moves=moves, language=language)
    heading = "Goals that moved after the freeze on 19 Jan" if language == "en" else "目标变更（1 月 19 日定稿之后）"
    lines = part(markdown(retro, language).replace("\u00a0", " ").split("\n"), heading)
    assert lines == [said, "No goal moved after the freeze." if language == "en" else "定稿之后没有目标变更。"]
    data = as_json(retro, language)
    assert (data["frozen"], f"*{data['refrozen'][:1].upper()}") == ("2026-01-19", said[:2])


def test_below_a_chart_stands_how_its_plan_moved(tmp_path: Path) -> None:
    first, second = moved("target", 60, 55), moved("target", 55, 50)
    assert second.commit is not None
    second = second._replace(commit=second.commit._replace(on=date(2026, 3, 3)))
    late, owner = moved("due", date(2026, 3, 20), date(2026, 3, 31))._replace(commit=None), moved("owner", "ada", "ben")
    retro = retrospective(tmp_path, moves=Moves((first, second, late, owner), None))
    lines = markdown(retro, "en").replace("\u00a0", " ").split("\n")
    told = [line for line in lines if line.endswith("the line is the plan as it is now.")]
    # Whose it is draws no other line; what is not committed has no day.
    assert told == [
        "Target 60 shops → 55 shops on 26 Feb; target 55 shops → 50 shops on 3 Mar; due 20 Mar → 31 Mar: "
        "the line is the plan as it is now."
    ]
    at = lines.index(told[0])
    assert lines[at - 2 : at] == ["```", ""]
    chinese = markdown(retrospective(tmp_path / "zh", language="zh", moves=Moves((first,), None)), "zh")
    assert "目标值 60 家 → 55 家（2 月 26 日）。图中的线为当前计划。" in chinese.replace("\u00a0", " ").split("\n")


def test_what_is_not_committed_says_so(tmp_path: Path) -> None:
    moves = Moves((moved("target", 60, 50)._replace(commit=None, because=None),), None)
    (one,) = retrospective(tmp_path, moves=moves).moves
    assert (one.sha, one.is_uncommitted, one.on) == ("", True, None)
