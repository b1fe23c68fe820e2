"""`okrctl new retro`: what is known of a quarter, so that people only have to think (see `quarter.py`)."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from okrctl.alignment.goals import GoalKey
from okrctl.editing.change import write
from okrctl.editing.retro_draft import new_retro
from okrctl.editing.texts import cells
from okrctl.errors import OkrctlError
from okrctl.history.moves import CommitName, GoalMove
from okrctl.language import LANGUAGES, Language
from okrctl.models.retro import Retro
from okrctl.workspace.layout import Kind
from tests.editing.checking import complaints, drafting, texts, uncommented
from tests.editing.quarter import quarter
from tests.support.trees import read_tree, write_tree

TODAY = date(2026, 4, 2)
PATH = "cycles/2026-Q1/retros/growth.yaml"
COMMIT = CommitName("4f1c" * 10, "Wang Shi", "wang@starling.example", date(2026, 2, 27))
MOVES = (
    GoalMove(
        GoalKey("2026-Q1", "growth", "O1", "KR1"), "target", 45, 40, "Retention", COMMIT, "The plan {starts} later"
    ),
    GoalMove(GoalKey("2026-Q1", "growth", "O3"), "deleted", "Chambers", None, "Chambers", COMMIT, None),
    GoalMove(GoalKey("2026-Q1", "alice", "O1"), "weight", 60, 40, "Nobody waits", COMMIT, None),
)


def ended(language: Language = "en") -> dict[str, str]:
    """The quarter, and nobody has scored anything yet."""
    return {path: text for path, text in quarter(language).items() if "/retros/" not in path}


def drafted(root: Path, owner: str = "growth", language: Language = "en", moves: tuple[GoalMove, ...] = ()) -> str:
    write_tree(root, ended(language))
    changes = new_retro(drafting(root, language, TODAY), owner, "2026-Q1", moves)
    write(changes, root)
    (text,) = texts(changes, root).values()
    return text


def retro(root: Path, text: str, path: str = PATH) -> Retro:
    (root / path).write_text(text, encoding="utf-8")
    loaded = read_tree(root)
    assert [one.message.en for one in loaded.diagnostics] == []
    (found,) = loaded.workspace.others_of(Kind.RETRO)
    assert isinstance(found.record, Retro)
    return found.record


def test_what_is_known(tmp_path: Path) -> None:
    """7.2 of 9, one third of the milestones, 6 of 5 hours, one of two weeks in the band, 0.3 of 1."""
    text = drafted(tmp_path, moves=MOVES)
    assert text[text.index("owner:") :] == dedent(
        """\
        owner: growth
        scores:
          # O1 New teams: at home within their first week (aspirational, weight 60 %)
          - kr: O1/KR1                   # Week-four retention rises from 31 % to 40 %
            # 31 → 38.2, target 40 %
            # completion 80 %, planned 100 %; last status: at risk, 2026-W13
            # responsible: Bob Meyer
            # goal moved: target 45 → 40, 2026-02-27, Wang Shi: The plan {starts} later
            # goal moved on 2026-02-17: Target 45 → 40: the paid plan starts a month later
            # score:                     # 0 to 1, your judgement by the scale above
            # completion: 0.8            # what the notes add up to; write it only if you know better
            # difficulty: expected       # easier | expected | harder than thought
            # effort: expected           # low | expected | high
            # because:                   # why this score; what really decided it?
            # cause:                     # main cause: goal | method | collaboration | resources | priority | market
            # next: carry                # carry | revise | drop
          - kr: O1/KR2                   # The new onboarding is live and 60 % finish it
            # ✓ M1 Tested with five teams
            # · M2 60 % finish it
            # completion 33 %, planned 100 %
            # score:
            # completion: 0.33
            # difficulty: expected
            # effort: expected
            # because:
            # cause:
            # next: carry
          - kr: O1/KR3                   # Answers take 4 hours instead of 9
            # 9 → 3, target 4 hours
            # completion 120 %, planned 100 %; last status: done, 2026-W13
            # score:
            # completion: 1.2
            # difficulty: expected
            # effort: expected
            # because:
            # cause:
            # next: drop
          # KR4 Given up: dropped on 2026-02-10: The partner left

          # O2 Whoever asks us gets an answer that helps (aspirational, weight 40 %)
          - kr: O2/KR1                   # Answers are rated 4.5 or better
            # last 4.2, to stay at 4.5 or above
            # completion 50 %, planned 100 %
            # score:
            # completion: 0.5
            # difficulty: expected
            # effort: expected
            # because:
            # cause:
            # next: carry
          - kr: O2/KR2                   # Ten partners answer beside us
            # no report on it
            # score:
            # completion: 0.0
            # difficulty: expected
            # effort: expected
            # because:
            # cause:
            # next: carry
          - kr: O2/KR3                   # Partners bring 1 million euros
            # 0 → 0.3, target 1 M EUR
            # completion 30 %, planned 100 %
            # score:
            # completion: 0.3
            # difficulty: expected
            # effort: expected
            # because:
            # cause:
            # next: carry

          # No longer on the sheet:
          # growth/O3 goal moved: deleted: Chambers, 2026-02-27, Wang Shi

        # # What was won, and how can we do it again?
        # went_well:
        #   - What went well, and what made it go well

        # # What was lost, and what was the core of it?
        # to_improve:
        #   - What to do better, and what stood in the way

        # # What have we learnt that others should know?
        # lessons:
        #   - What we know now and did not know before

        # # What do we change next time: goals, method, collaboration?
        # next_cycle:
        #   - Advice for the next cycle
        """
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scale_and_the_questions(tmp_path: Path, language: Language) -> None:
    head = drafted(tmp_path, "growth" if language == "en" else "增长部", language).partition("scores:")[0]
    said: Mapping[Language, tuple[str, ...]] = {
        "en": (
            "# Self-scores and lessons of Growth for 2026-Q1, 2026-01-01 to 2026-03-31",
            "no basis of a performance review",
            "#   0.7  hard, and reached             Was there a better path? Could the goal be bolder?",
            "was it the goal, the method, the collaboration, the resources?",
        ),
        "zh": (
            "# 自评分与经验教训：增长部，周期 2026-Q1（2026-01-01 至 2026-03-31）",
            "自评分不作为绩效评估的依据",
            "#   0.7  很难，但达成了        有没有更好的路径？目标能不能更大胆？",
            "是目标、方法、协作的问题，还是资源不够？",
        ),
    }
    for words in said[language]:
        assert words in head


def test_in_chinese(tmp_path: Path) -> None:
    text = drafted(tmp_path, "增长部", "zh")
    for line in (
        "  # O1 新团队: 第一周就用得顺手（愿景型，权重 60%）",
        "  - kr: O1/KR1                   # 四周留存率从31%升到40%",
        "    # 31 → 38.2，目标值 40%",
        "    # 完成程度 80%，应达 100%；最近状态：有风险，2026-W13",
        "    # 负责人：李强",
        "    # 目标变更（2026-02-17）：目标值 45 改为 40: 付费版推迟一个月",
        "    # 最近 4.2，应不低于 4.5",
        "    # 没有更新",
        "  # KR4 已放弃：已于 2026-02-10 终止，伙伴退出",
        "# # 下周期优化建议：目标、方法、协作怎么改？",
    ):
        assert f"{line}\n" in text, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_valid_before_anybody_has_filled_it_in(tmp_path: Path, language: Language) -> None:
    owner = "growth" if language == "en" else "增长部"
    text = drafted(tmp_path, owner, language)
    path = f"cycles/2026-Q1/retros/{owner}.yaml"
    assert [one for one in complaints(tmp_path, TODAY) if path in one] == []
    scores = retro(tmp_path, text, path).scores
    assert [one.kr for one in scores] == ["O1/KR1", "O1/KR2", "O1/KR3", "O2/KR1", "O2/KR2", "O2/KR3"]
    assert {(one.score, one.completion, one.next) for one in scores} == {(None, None, None)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_filled_in_line_by_line_it_says_what_was_written(tmp_path: Path, language: Language) -> None:
    owner = "growth" if language == "en" else "增长部"
    text = drafted(tmp_path, owner, language)
    for key, value in (("score:", "score: 0.7"), ("because:", "because: x"), ("cause:", "cause: method")):
        text = text.replace(f"    # {key}", f"    {value}")
    for key in ("completion:", "difficulty:", "effort:", "next:"):
        text = text.replace(f"    # {key}", f"    {key}")
    found = retro(tmp_path, uncommented(text, "# # "), f"cycles/2026-Q1/retros/{owner}.yaml")
    assert [one.completion for one in found.scores] == [0.8, 0.33, 1.2, 0.5, 0, 0.3]
    assert [one.next for one in found.scores] == ["carry", "carry", "drop", "carry", "carry", "carry"]
    assert {(one.score, one.difficulty, one.effort, one.because, one.cause) for one in found.scores} == {
        (0.7, "expected", "expected", "x", "method")
    }
    assert all(len(texts_) == 1 for texts_ in (found.went_well, found.to_improve, found.lessons, found.next_cycle))


def test_before_the_end_it_says_where_things_stand(tmp_path: Path) -> None:
    """On 27 February, day 58 of 90: alice's guide at 30 percent, her sales not reported yet."""
    write_tree(tmp_path, ended())
    changes = new_retro(drafting(tmp_path, "en", date(2026, 2, 27)), "alice", "2026-Q1")
    (text,) = texts(changes, tmp_path).values()
    assert "    # completion 30 %, planned 64 %\n" in text
    assert "    # start 0, target 1 M EUR\n    # no report on it\n" in text


def test_a_sheet_of_which_everything_was_dropped(tmp_path: Path) -> None:
    gone = "dropped: {on: 2026-02-10, because: No market}"
    sheet = f"objectives: [{{id: O1, title: t, {gone}, key_results: [{{id: KR1, title: u}}]}}]\n"
    write_tree(tmp_path, {**ended(), "cycles/2026-Q1/okrs/wang.yaml": sheet})
    changes = new_retro(drafting(tmp_path, "en", TODAY), "wang", "2026-Q1")
    (text,) = texts(changes, tmp_path).values()
    assert "scores: []\n  # O1 t: dropped on 2026-02-10: No market\n" in text
    write(changes, tmp_path)
    assert retro(tmp_path, text, "cycles/2026-Q1/retros/wang.yaml").scores == ()


def test_long_reasons_are_wrapped(tmp_path: Path) -> None:
    """Lines of at most 110 cells; the reason of thirty words goes on two further in."""
    why = " ".join(["because"] * 30)
    gone = f"dropped: {{on: 2026-02-10, because: {why}}}"
    changed = f"changed: [{{on: 2026-02-10, because: {why}}}]"
    keys = f"[{{id: KR1, title: u, {gone}}}, {{id: KR2, title: v, {changed}}}]"
    sheet = f"objectives:\n  - {{id: O1, title: t, key_results: {keys}}}\n  - {{id: O2, title: w, {gone}}}\n"
    write_tree(tmp_path, {**ended(), "cycles/2026-Q1/okrs/wang.yaml": sheet})
    key = GoalKey("2026-Q1", "wang", "O1", "KR2")
    moves = (
        GoalMove(key, "target", 45, 40, "v", COMMIT, why + " git"),
        GoalMove(GoalKey("2026-Q1", "wang", "O9"), "deleted", "Gone", None, "Gone", COMMIT, why),
    )
    changes = new_retro(drafting(tmp_path, "en", TODAY), "wang", "2026-Q1", moves)
    (text,) = texts(changes, tmp_path).values()
    assert [line for line in text.split("\n") if "because because" in line and len(line) > 110] == []
    # Each of the five begins with its own sign and goes on two further in.
    lines = text.split("\n")
    starts = [
        number
        for number, line in enumerate(lines)
        if "because because" in line and not line.lstrip("# ").startswith("because")
    ]
    assert [lines[number].partition("#")[0] for number in starts] == ["  ", "    ", "    ", "  ", "  "]
    assert all(lines[number + 1].startswith(lines[number].partition("#")[0] + "#   because") for number in starts)


LONG = "Week-four retention of the teams that signed up before the trial was made longer rises to 45 %"
LATER = CommitName("9a2b" * 10, "Wang Shi", "wang@starling.example", date(2026, 3, 12))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_moved_in_one_commit_is_told_at_once(tmp_path: Path, language: Language) -> None:
    """The wording last, and what it was, for what it is stands above; a reason that repeats is said once."""
    owner = "growth" if language == "en" else "增长部"
    key = GoalKey("2026-Q1", owner, "O1", "KR1")
    moves = (
        GoalMove(key, "wording", LONG, "Retention", "Retention", COMMIT, "The winter was long"),
        GoalMove(key, "weight", 40, 30, "Retention", COMMIT, "So was the frost"),
        GoalMove(GoalKey("2026-Q1", owner, "O1"), "weight", 50, 60, "Teams", COMMIT, None),
        GoalMove(key, "target", 45, 42, "Retention", COMMIT, "The winter was long"),
        GoalMove(key, "target", 42, 40, "Retention", LATER, None),
    )
    said: Mapping[Language, tuple[str, ...]] = {
        "en": (
            "  # goal moved: weight 50 → 60, 2026-02-27, Wang Shi\n",
            f'    # goal moved: weight 40 → 30; target 45 → 42; wording (was "{LONG}"), 2026-02-27, Wang Shi: '
            "So was the frost; The winter was long\n",
            "    # goal moved: target 42 → 40, 2026-03-12, Wang Shi\n",
        ),
        "zh": (
            "  # 目标变更：权重 50 → 60，2026-02-27，Wang Shi\n",
            f"    # 目标变更：权重 40 → 30；目标值 45 → 42；表述（原为“{LONG}”），2026-02-27，Wang Shi："
            "So was the frost；The winter was long\n",
            "    # 目标变更：目标值 42 → 40，2026-03-12，Wang Shi\n",
        ),
    }
    text = drafted(tmp_path, owner, language, moves)
    unwrapped = text.replace("\n    #   ", "").replace(" ", "")
    assert [line for line in said[language] if line.replace(" ", "") not in unwrapped] == []
    assert text.count("目标变更：" if language == "zh" else "goal moved:") == 3  # beside "goal moved on", by the sheet


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_longer_than_120_cells(tmp_path: Path, language: Language) -> None:
    """A long title stands below its key result; milestones, objectives and the causes go on in a second line."""
    files = ended(language)
    owner = "growth" if language == "en" else "增长部"
    path = f"cycles/2026-Q1/okrs/{owner}.yaml"
    long = {"en": LONG, "zh": "四周留存率" + "在试用期延长之前注册的团队里稳步上升" * 3}[language]
    for title in ("Tested with five teams", "Week-four retention rises from 31 % to 40 %", "Whoever asks us gets"):
        files[path] = files[path].replace(title, f"{long} {title}")
    for title in ("五家客户试用", "四周留存率从31%升到40%", "每个来问的客户"):
        files[path] = files[path].replace(title, f"{long}{title}")
    write_tree(tmp_path, files)
    (text,) = texts(new_retro(drafting(tmp_path, language, TODAY), owner, "2026-Q1"), tmp_path).values()
    assert [line for line in text.splitlines() if cells(line) > 120] == []
    lines = text.splitlines()
    assert lines[lines.index("  - kr: O1/KR1") + 1].startswith(f"    # {long[:20]}")
    cause = next(number for number, line in enumerate(lines) if line.startswith("    # cause:   "))
    assert lines[cause + 1].startswith(f"    #{' ' * 28}# priority 优先级" if language == "zh" else "    # next: ")


def test_it_is_never_overwritten(tmp_path: Path) -> None:
    write_tree(tmp_path, {**ended(), PATH: "lessons: [mine]\n"})
    with pytest.raises(OkrctlError, match="does not overwrite"):
        new_retro(drafting(tmp_path, "en", TODAY), "growth", "2026-Q1")


@pytest.mark.parametrize(
    ("owner", "message", "hint"),
    [
        (
            "wang",
            "Wang Shi has no OKRs in cycle 2026-Q1 to look back on",
            "name somebody who has: okrctl new retro growth",
        ),
        (
            "lin",
            "Lin Yi has no OKRs in cycle 2026-Q1 to look back on",
            "name somebody who has: okrctl new retro company",
        ),
        ("grwth", 'no person or team is called "grwth"', "did you mean growth?"),
        ("zoe", 'no person or team is called "zoe"', "add zoe to org.yaml first"),
    ],
)
def test_who_has_nothing_to_look_back_on(tmp_path: Path, owner: str, message: str, hint: str) -> None:
    write_tree(tmp_path, ended())
    with pytest.raises(OkrctlError) as refused:
        new_retro(drafting(tmp_path, "en", TODAY), owner, "2026-Q1")
    assert refused.value.message.en == message
    assert refused.value.hint is not None
    assert hint in refused.value.hint.en


def test_in_a_cycle_in_which_nobody_has_written_anything(tmp_path: Path) -> None:
    write_tree(tmp_path, {**ended(), "cycles/2026-Q2/cycle.yaml": "title: Spring\n"})
    (tmp_path / "cycles/2026-Q1/okrs/alice.yaml").unlink()
    with pytest.raises(OkrctlError) as refused:
        new_retro(drafting(tmp_path, "en", TODAY), "alice", "2026-Q2")
    assert refused.value.hint is not None
    assert (refused.value.hint.en, refused.value.hint.zh) == (
        "write some first: okrctl new okr",
        "请先制定：okrctl new okr",
    )


def test_another_cycle_is_named_where_there_is_a_sheet(tmp_path: Path) -> None:
    write_tree(tmp_path, {**ended(), "cycles/2025-Q4/okrs/wang.yaml": "objectives: [{id: O1, title: t}]\n"})
    with pytest.raises(OkrctlError) as refused:
        new_retro(drafting(tmp_path, "en", TODAY), "wang", "2026-Q1")
    assert refused.value.hint is not None
    assert refused.value.hint.zh == "请换一个周期：--cycle 2025-Q4"
