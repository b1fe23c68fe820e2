"""OKR401 on prose as people write it: labelled updates, half of them kept back while the readers were tuned."""

from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from okrctl.rules.writing.activity import Deed, only_activity
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.load import load
from tests.rules.findings import seen

HERE = Path(__file__).parent
EXAMPLES = Path(__file__).parents[2] / "examples"
LANGUAGES = ("en", "zh")
PRECISION, RECALL = 0.9, 0.7


class Updates(NamedTuple):
    """Updates that only list what was done, and updates that say something of what came of it."""

    deeds: list[str]
    outcomes: list[str]


def _updates(language: str, kept_back: bool) -> Updates:
    """One half of the set: the first, third, … line of each kind for tuning, the second, fourth, … kept back."""
    lines = (HERE / f"updates_{language}.txt").read_text(encoding="utf-8").splitlines()
    deeds, outcomes = ([line[2:] for line in lines if line.startswith(sign)] for sign in ("- ", "+ "))
    return Updates(deeds[kept_back::2], outcomes[kept_back::2])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_set_is_large_and_no_line_stands_in_it_twice(language: str) -> None:
    halves = [_updates(language, kept_back) for kept_back in (False, True)]
    lines = [line for half in halves for kind in half for line in kind]
    assert len(lines) >= 120
    assert len(set(lines)) == len(lines)
    assert all(len(kind) >= 30 for half in halves for kind in half)


@pytest.mark.parametrize(("language", "kept_back"), list(product(LANGUAGES, (False, True))))
def test_nine_of_ten_findings_are_true_and_most_mistakes_are_found(language: str, kept_back: bool) -> None:
    updates = _updates(language, kept_back)
    true = [text for text in updates.deeds if only_activity(text)]
    false = [text for text in updates.outcomes if only_activity(text)]
    precision, recall = len(true) / (len(true) + len(false)), len(true) / len(updates.deeds)
    print(f"{language} {'kept back' if kept_back else 'tuned'}: precision {precision:.2f}, recall {recall:.2f}")
    assert precision >= PRECISION, false
    assert recall >= RECALL, set(updates.deeds) - set(true)


@pytest.mark.parametrize("name", ["starling", "yunfan"])
def test_the_notes_of_the_examples_tell_what_came_of_it(name: str) -> None:
    """They were written to be read; at most one in fifty may look like a list of deeds."""
    notes = load(DiskFiles(EXAMPLES / name), name).workspace.notes.values()
    texts = [update.progress for note in notes for update in note.value.updates if update.progress]
    assert len(texts) > 100
    assert sum(only_activity(text) is not None for text in texts) <= len(texts) / 50


@pytest.mark.parametrize(
    "text",
    [
        "Met the target early.",
        "Met our deadline for the export.",
        "Called off the launch.",
        "Contacted by five leads from the fair.",
        "Tracked down the memory leak.",
        "Search worked all week.",
        "Import handled 30 formats.",
        "Kept growing in Bavaria.",
        "Started selling in Austria.",
        "Visited Hofer (contract in the post).",
        "Talked Lindner into a second year.",
        "Presented the plan: go.",
        "Met with the bank. It waits for our accounts.",
        "Customers visited the plant.",
        "参与度提升。",
        "与客户对接顺利。",
        "推进到终面。",
        "排查是网线问题。",
        "培训后新人能独立上岗。",
        "走访发现现场没有网。",
        "完成安装与联调。",
        "分析和修复了漏报。",
        "客户参观了工厂。",
        "走访的五家都在用旧版。",
        "走访计划推到下周。",
        "月访问量 408。",
        "完成率低于预期。",
        "",
        "   ",
        "…",
        "https://bi.starling.example/met",
        "`met`",
        "今天",
        "This week:",
    ],
)
def test_what_looks_like_a_deed_and_says_more_or_nothing(text: str) -> None:
    assert only_activity(text) is None


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("Visited Hofer.", "Visited", 0),
        ("On Tuesday, we also met with legal and finance.", "met with", 0),
        ("@bob and I called the bank", "called", 0),
        ("Our team attended the roadshow", "attended", 0),
        ("This week:\n- visited Hofer\n- called the bank", "visited", 0),
        ("1. Had a call with sales\n2. Worked on the deck", "Had a call", 0),
        ("Metrics: met with Metro", "met with", 0),
        ("Timetable: met Metro", "met", 1),
        ("本周走访了嘉禾、立丰", "走访了", 0),
        ("1、走访客户；2、参加会议", "走访", 0),
        ("①走访客户\n②参加会议", "走访", 0),
        ("和 design team 开了 kickoff 会议", "开了", 0),
        ("进行了深入的沟通", "进行了", 0),
    ],
)
def test_the_first_deed_is_named(text: str, words: str, number: int) -> None:
    assert only_activity(text) == Deed(words, number)


NOTE = "cycles/2026-Q1/notes/2026-W07/wang.yaml"


def _found(root: Path, update: str) -> list[tuple[int, int, str]]:
    files = {NOTE: f"updates:\n  - kr: growth/O1/KR1\n{update}"}
    return [(one.line, one.column, one.text) for one in seen(root, "OKR401", files)]


def test_the_carets_stand_under_the_deed(tmp_path: Path) -> None:
    assert _found(tmp_path, "    progress: On Monday visited Hofer.\n") == [(3, 25, "visited")]


def test_in_a_block_of_lines_too(tmp_path: Path) -> None:
    text = "    progress: |\n      This week:\n      - called Lindner\n      - visited Hofer\n"
    assert _found(tmp_path, text) == [(5, 9, "called")]


def test_under_chinese_the_column_counts_characters(tmp_path: Path) -> None:
    assert _found(tmp_path, "    progress: 本周主要是走访了五家客户。\n") == [(3, 20, "走访了")]


@pytest.mark.parametrize("more", ["    reached: [M1]\n", "    status: done\n"])
def test_a_milestone_reached_or_a_goal_done_is_an_outcome(tmp_path: Path, more: str) -> None:
    assert _found(tmp_path, f"{more}    progress: Visited Hofer.\n") == []


def test_a_value_says_how_much_and_not_why(tmp_path: Path) -> None:
    assert len(_found(tmp_path, "    value: 34\n    status: on_track\n    progress: Visited Hofer.\n")) == 1


def test_what_is_on_nobodys_sheet_may_be_a_deed(tmp_path: Path) -> None:
    files = {NOTE: "other: [{title: Trade fair in Hanover, progress: Visited the fair.}]\n"}
    assert seen(tmp_path, "OKR401", files) == []


def test_the_message_in_both_languages(tmp_path: Path) -> None:
    (english,) = seen(tmp_path / "en", "OKR401", {NOTE: "updates: [{kr: growth/O1, progress: Met with Hofer.}]\n"})
    assert english.message == 'this update lists what was done ("Met with"), and does not say what came of it'
    path = "cycles/2026-Q1/notes/2026-W07/王芳.yaml"
    files = {path: "updates: [{kr: 增长部/O1, progress: 走访了客户。}]\n"}
    (chinese,) = seen(tmp_path / "zh", "OKR401", files, "zh")
    assert chinese.message == "这条进展只写了做过的事（“走访了”），没有写做成了什么"
