"""How a key result that goes on is measured and called, and the questions that stand above it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from okrctl.editing.rollover import roll_over
from okrctl.language import Language
from tests.editing.checking import drafting, texts
from tests.support.trees import write_tree

STUDIOS = "title: 24 new studios come on a recommendation, metric: {start: 0, target: 24, unit: studios}"


def one_goal(keys: str, said: str) -> dict[str, str]:
    """A quarter with a single key result of these keys, reported once in these words, and carried."""
    return {
        "org.yaml": "teams: {t: {lead: a}}\npeople: {a: {team: t}}\n",
        "okrctl.yaml": "",
        "cycles/2026-Q1/okrs/a.yaml": f"objectives: [{{id: O1, title: x, key_results: [{{id: KR1, {keys}}}]}}]\n",
        "cycles/2026-Q1/retros/a.yaml": "scores: [{kr: O1/KR1, next: carry}]\n",
        "cycles/2026-Q1/notes/2026-W13/a.yaml": f"updates: [{{kr: O1/KR1, {said}}}]\n",
    }


def rolled(root: Path, files: Mapping[str, str], language: Language = "en") -> str:
    """The sheet of the second quarter."""
    write_tree(root, files)
    result = roll_over(drafting(root, language, date(2026, 4, 2)), "2026-Q1", "2026-Q2")
    return texts(result.changes, root)["cycles/2026-Q2/okrs/a.yaml"]


def asked(root: Path, files: Mapping[str, str], language: Language = "en") -> list[str]:
    """The comments above the key result, without the line that says where it ended."""
    text = rolled(root, files, language)
    above = text.partition("key_results:\n")[2].partition("- id:")[0]
    return [line.strip() for line in above.splitlines() if line.strip()][1:]


@pytest.mark.parametrize(
    ("title", "metric", "value", "shown"),
    [
        ("Retention rises from 31 % to 40 %", "start: 31, target: 40", 38.2, "Retention rises from 38.2 % to 40 %"),
        ("留存率从31%升到40%", "start: 31, target: 40", 35, "留存率从35%升到40%"),
        ("Loss falls from 3.1 % to 2.0 %", "start: 3.1, target: 2", 2.3, "Loss falls from 2.3 % to 2.0 %"),
        ("From 5,000 to 12,000 users", "start: 5000, target: 12000", 9500, "From 9,500 to 12,000 users"),
        ("From −20 to −5 days", "start: -20, target: -5", -14, "From −14 to −5 days"),
        ("40 teams, and 31 of them stay", "start: 31, target: 40", 35, "40 teams, and 31 of them stay"),
        ("In 31 days from 31 to 40", "start: 31, target: 40", 35, "In 31 days from 31 to 40"),
        ("From 3.10 to 131 in version 40.1", "start: 31, target: 40", 35, "From 3.10 to 131 in version 40.1"),
        ("400 teams pay", "start: 210, target: 400", 300, "400 teams pay"),
        ("From 31 to 40, at last", "start: 31, target: 40", 41, "From 31 to 40, at last"),
    ],
)
def test_a_title_says_where_it_goes_on_from(tmp_path: Path, title: str, metric: str, value: float, shown: str) -> None:
    files = one_goal(f'title: "{title}", metric: {{{metric}}}', f"value: {value}")
    assert f"title: {shown}\n" in rolled(tmp_path, files)


@pytest.mark.parametrize(
    ("keys", "value", "english", "chinese"),
    [
        (
            STUDIOS,
            21,
            "# starts at 21, where 2026-Q1 ended; if it counts anew, write start: 0",
            "# 从 21 开始，即 2026-Q1 结束时的值；如果重新计数，请写 start: 0",
        ),
        (
            "title: 400 teams pay, metric: {start: 210, target: 400, unit: teams}",
            300,
            "# starts at 300, where 2026-Q1 ended: is the target still right?",
            "# 从 300 开始，即 2026-Q1 结束时的值：目标值还合适吗？",
        ),
        (
            'title: Seven in ten use it, metric: {start: 0, target: 70, unit: "%"}',
            52,
            "# starts at 52 %, where 2026-Q1 ended: is the target still right?",
            "# 从 52% 开始，即 2026-Q1 结束时的值：目标值还合适吗？",
        ),
        (
            "title: 40 teams stay where 31 did, metric: {start: 31, target: 40}",
            35,
            "# starts at 35, where 2026-Q1 ended; the title still says 31: how would you put it now?",
            "# 从 35 开始，即 2026-Q1 结束时的值；标题还写着 31：该怎么改？",
        ),
    ],
)
def test_a_start_that_the_title_does_not_say_is_a_question(
    tmp_path: Path, keys: str, value: float, english: str, chinese: str
) -> None:
    """A count may begin anew, a share or a level never."""
    files = one_goal(keys, f"value: {value}")
    assert asked(tmp_path, files) == [english]
    assert asked(tmp_path, files, "zh") == [chinese]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("title: Studios rise from 0 to 24, metric: {start: 0, target: 24}", "value: 21"),  # 0 becomes 21
        ("title: 21 of the first 24 studios stay, metric: {start: 0, target: 24}", "value: 21"),
        (STUDIOS, "value: 0"),  # it is where it was
        (STUDIOS, "progress: Nobody has counted"),
    ],
)
def test_no_question_where_the_title_says_it_or_nothing_moved(tmp_path: Path, keys: str, said: str) -> None:
    assert asked(tmp_path, one_goal(keys, said)) == []


@pytest.mark.parametrize(
    ("keys", "value", "english", "chinese"),
    [
        (
            'title: Retention rises from 31 % to 40 %, metric: {start: 31, target: 40, unit: "%"}',
            41,
            "# the title is still about getting from 31 % to 40 %: how would you put what is held now?",
            "# 标题写的还是从 31% 到 40%：现在要保持，标题该怎么改？",
        ),
        (
            "title: 中位时间由 58 天缩短到 40 天, metric: {start: 58, target: 40, unit: 天}",
            39,
            "# the title is still about getting from 58 to 40 天: how would you put what is held now?",
            "# 标题写的还是从 58 到 40 天：现在要保持，标题该怎么改？",
        ),
        (
            STUDIOS,
            26,
            "# if it counts anew: metric: {start: 0, target: 24, …}",
            "# 如果重新计数：metric: {start: 0, target: 24, …}",
        ),
    ],
)
def test_a_title_that_what_is_held_contradicts_is_a_question(
    tmp_path: Path, keys: str, value: float, english: str, chinese: str
) -> None:
    """Behind the question whether to hold or to raise it; 40 of 40 and more are held."""
    files = one_goal(keys, f"value: {value}")
    assert asked(tmp_path, files)[1:] == [english]
    assert asked(tmp_path, files, "zh")[1:] == [chinese]


def test_nothing_contradicts_a_title_that_names_the_target_alone(tmp_path: Path) -> None:
    keys = 'title: Availability of 99.9 %, metric: {start: 98, target: 99.9, unit: "%"}'
    (question,) = asked(tmp_path, one_goal(keys, "value: 99.95"))
    assert question.startswith("# the target, 99.9 %, was reached")


def test_the_days_of_milestones_are_asked_for_again(tmp_path: Path) -> None:
    """M1 was reached and M3 never had a day."""
    days = "{id: M1, title: a, due: 2026-01-30}, {id: M2, title: b, due: 2026-03-20}, {id: M3, title: c}"
    files = one_goal(f"title: t, milestones: [{days}, {{id: M4, title: d, due: 2026-03-31}}]", "reached: [M1]")
    assert asked(tmp_path, files) == [
        "# M2 was due on 2026-03-20: when now?",
        "# M4 was due on 2026-03-31: when now?",
        "# reached and left out: M1",
    ]
    assert asked(tmp_path, files, "zh") == [
        "# M2 原截止时间 2026-03-20：现在定在什么时候？",
        "# M4 原截止时间 2026-03-31：现在定在什么时候？",
        "# 已达成、不再列出：M1",
    ]


def test_long_questions_are_wrapped(tmp_path: Path) -> None:
    """At most 120 cells a line; each goes on two further in."""
    unit = "offices of ten to thirty people in which everybody has written down at least one decision"
    keys = f"title: From 5 to 40 offices, metric: {{start: 5, target: 40, unit: {unit}}}"
    lines = asked(tmp_path, one_goal(keys, "value: 41"))
    assert max(len(line) + 6 for line in lines) <= 120
    assert [line.startswith("#   ") for line in lines] == [False, True, False, True]
