"""A commit counts from the day on which it landed where everybody works, whenever it was written."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.history.moves import GoalMove
from tests.history.asking import ASKED, BOB, OKRS, OTHER, SHEET, ask, begin, told
from tests.support.git_workspace import GitWorkspace

LOWER = {"target: 45": "target: 40"}
FURTHER = {"target: 40": "target: 35"}
LOWERED = ("bob/O1/KR1", "target", 45, 40)
LOWERED_FURTHER = ("bob/O1/KR1", "target", 40, 35)
PERSON = "Bob <bob@x.example>"


def said(moves: tuple[GoalMove, ...]) -> list[tuple[object, date, str]]:
    """What it moved to, when, and who it was."""
    return [(move.after, move.commit.on, move.commit.author) for move in moves if move.commit]


def branch(repository: GitWorkspace, name: str) -> None:
    repository.git("checkout", "--quiet", "-b", name)


def main(repository: GitWorkspace) -> None:
    repository.git("checkout", "--quiet", "main")


def test_what_was_written_before_the_freeze_and_merged_after_it_moved_with_the_merge(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    branch(repository, "lower")
    repository.edit(BOB, LOWER, "2026-01-16", PERSON)
    main(repository)
    repository.commit({"README.md": "x"}, "2026-03-20")
    repository.merge("lower", "2026-03-21", "Carl <carl@x.example>")
    # The day is that of the merge, the author stays who wrote it.
    assert said(ask(tmp_path).moves) == [(40, date(2026, 3, 21), "Bob")]
    # Nor had it landed yet on the day before.
    assert told(tmp_path, ASKED._replace(until=date(2026, 3, 20))) == []


def test_what_was_merged_before_the_freeze_did_not_move(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    branch(repository, "lower")
    repository.edit(BOB, LOWER, "2026-01-12")
    main(repository)
    repository.commit({"README.md": "x"}, "2026-01-13")
    repository.merge("lower", "2026-01-18")
    assert told(tmp_path) == []


def test_an_old_day_on_top_of_a_later_one_is_not_believed(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit({"README.md": "x"}, "2026-03-21")
    repository.commit({BOB: repository.edited(BOB, LOWER)}, "2026-01-10", PERSON, committed="2026-03-30")
    # Written on 10 January, but it stands upon 21 March.
    assert said(ask(tmp_path).moves) == [(40, date(2026, 3, 21), "Bob")]


def test_not_even_where_both_its_days_are_old(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit({"README.md": "x"}, "2026-03-21")
    repository.edit(BOB, LOWER, "2026-01-10")
    assert [on for _, on, _ in said(ask(tmp_path).moves)] == [date(2026, 3, 21)]


def test_two_clocks_that_differ_name_their_own_days(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit({"README.md": "x"}, "2026-02-12")
    repository.edit(BOB, LOWER, "2026-02-10")
    assert [on for _, on, _ in said(ask(tmp_path).moves)] == [date(2026, 2, 10)]


def test_history_that_was_rewritten_as_a_whole_keeps_its_days(tmp_path: Path) -> None:
    repository = GitWorkspace.begin(tmp_path)
    repository.commit({BOB: SHEET}, "2026-01-08", committed="2026-05-01")
    repository.commit({BOB: repository.edited(BOB, LOWER)}, "2026-01-15", committed="2026-05-01")
    repository.commit({BOB: repository.edited(BOB, FURTHER)}, "2026-02-10", committed="2026-05-01")
    for until in (date(2026, 3, 31), date(2026, 6, 30)):
        moves = ask(tmp_path, ASKED._replace(until=until)).moves
        assert [(after, on) for after, on, _ in said(moves)] == [(35, date(2026, 2, 10))]


@pytest.mark.parametrize("time", ["2906100000", "253402300800"])
def test_a_clock_that_runs_ahead_hides_nothing(tmp_path: Path, time: str) -> None:
    # In 2062, and in the year 10000, which git itself refuses to write.
    repository = begin(tmp_path)
    text = repository.edited(BOB, LOWER).encode()
    stream = f"commit refs/heads/main\nauthor A <a@x> {time} +0000\ncommitter A <a@x> {time} +0000\ndata 1\nx\n"
    stream += f"from {repository.head}\nM 100644 inline {BOB}\ndata {len(text)}\n"
    repository.git("fast-import", "--quiet", "--force", "--date-format=raw-permissive", given=stream.encode() + text)
    repository.git("reset", "--quiet", "--hard")
    repository.edit(BOB, FURTHER, "2026-02-10")
    repository.commit({"README.md": "x"}, "2026-02-11")
    # Of the first nobody knows more than that it came before the second.
    assert [(after, on) for after, on, _ in said(ask(tmp_path).moves)] == [
        (40, date(2026, 2, 10)),
        (35, date(2026, 2, 10)),
    ]


@pytest.mark.parametrize(
    ("message", "is_pull"),
    [
        ("Merge branch 'main' of https://x.example/okr", True),
        ("Merge branch 'main' of https://x.example/okr into main", True),
        ("Merge remote-tracking branch 'origin/main'", True),
        ("Merge remote-tracking branch 'origin/main' into main", True),
        ("Merge branch 'lower' of https://x.example/okr", False),
        ("Merge branch 'main' of https://x.example/okr into lower", False),
        ("Merge branch 'main'", False),
    ],
)
def test_a_pull_follows_the_line_that_the_others_were_on(tmp_path: Path, message: str, is_pull: bool) -> None:
    repository = begin(tmp_path)
    branch(repository, "hers")
    repository.commit({"README.md": "x"}, "2026-01-26")
    main(repository)
    repository.edit(BOB, LOWER, "2026-01-12", PERSON)
    repository.git("checkout", "--quiet", "hers")
    repository.merge("main", "2026-01-27", "Ann <ann@x.example>", "-m", message)
    main(repository)
    repository.git("merge", "--quiet", "--ff-only", "hers")
    # Her pull is no merge of his goals: they lay in main since 12 January.
    assert said(ask(tmp_path).moves) == ([] if is_pull else [(40, date(2026, 1, 27), "Bob")])


def test_a_sheet_that_was_drafted_on_a_branch_came_as_it_was_merged(tmp_path: Path) -> None:
    ann = f"{OKRS}/ann.yaml"
    repository = begin(tmp_path)
    branch(repository, "ann")
    repository.commit({ann: OTHER}, "2026-01-10", "Ann <ann@x.example>")
    repository.edit(ann, {"target: 10": "target: 5"}, "2026-01-12", PERSON)
    repository.edit(ann, {"Support answers": "Everybody answers"}, "2026-01-14", PERSON)
    main(repository)
    repository.commit({"README.md": "x"}, "2026-01-20")
    repository.merge("ann", "2026-01-21")
    repository.edit(ann, {"target: 5": "target: 7"}, "2026-02-10", PERSON)
    assert told(tmp_path) == [
        ("ann/O1", "added", None, "Everybody answers within ten minutes"),
        ("ann/O1/KR1", "target", 5, 7),
    ]
    assert [on for _, on, _ in said(ask(tmp_path).moves)] == [date(2026, 1, 21), date(2026, 2, 10)]


def test_goals_that_all_came_with_one_late_merge_stand_for_the_freeze(tmp_path: Path) -> None:
    repository = begin(tmp_path, {"README.md": "x"})
    branch(repository, "goals")
    repository.commit({BOB: SHEET}, "2026-01-10")
    repository.edit(BOB, {"target: 60": "target: 50"}, "2026-01-14")
    repository.commit({f"{OKRS}/ann.yaml": OTHER}, "2026-01-15")
    main(repository)
    repository.commit({"README.md": "y"}, "2026-01-20")
    repository.merge("goals", "2026-01-25")
    repository.edit(BOB, LOWER, "2026-02-10")
    gap = ask(tmp_path).gap
    assert gap is not None
    assert "first sheets were committed on 25 Jan, after the freeze on 19 Jan" in gap.en
    assert told(tmp_path) == [LOWERED]


def test_the_merge_of_two_branches_of_a_branch(tmp_path: Path) -> None:
    repository = begin(tmp_path, {BOB: SHEET, f"{OKRS}/ann.yaml": OTHER})
    branch(repository, "one")
    branch(repository, "two")
    repository.edit(BOB, LOWER, "2026-01-15", PERSON)
    repository.git("checkout", "--quiet", "one")
    repository.edit(f"{OKRS}/ann.yaml", {"target: 10": "target: 12"}, "2026-01-16", PERSON)
    repository.merge("two", "2026-01-17")
    main(repository)
    repository.commit({"README.md": "x"}, "2026-02-01")
    repository.merge("one", "2026-02-05")
    assert sorted(said(ask(tmp_path).moves)) == [(12, date(2026, 2, 5), "Bob"), (40, date(2026, 2, 5), "Bob")]
