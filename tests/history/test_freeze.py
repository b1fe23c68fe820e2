"""The freeze that counts is the one that had come; who moves it afterwards is told, and hides nothing."""

from datetime import date
from pathlib import Path

from okrctl.history.moves import Asked, CommitName, Refrozen, moves_of
from okrctl.workspace.index import Cycle
from tests.history.asking import BOB, OKRS, OTHER, SHEET, ask, begin, told
from tests.support.git_workspace import GitWorkspace
from tests.support.trees import read_tree, write_tree

CYCLE = "cycles/2026-Q1/cycle.yaml"
LOWER = {"target: 45": "target: 40"}
FURTHER = {"target: 40": "target: 35"}
LOWERED = ("bob/O1/KR1", "target", 45, 40)
LOWERED_FURTHER = ("bob/O1/KR1", "target", 40, 35)
ANN = "Ann Lee <ann@x.example>"


def frozen(day: int, month: int = 1) -> Asked:
    """The question about a cycle whose file says this freeze now."""
    cycle = Cycle("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), frozen=date(2026, month, day))
    return Asked(cycle, None, date(2026, 3, 31), "UTC")


def with_freeze(root: Path, written: str = "frozen: 2026-01-19\n") -> GitWorkspace:
    return begin(root, {BOB: SHEET, CYCLE: "title: First quarter\n" + written})


def test_a_freeze_moved_when_it_had_come_hides_nothing(tmp_path: Path) -> None:
    repository = with_freeze(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10")
    sha = repository.edit(CYCLE, {"2026-01-19": "2026-03-01"}, "2026-03-20", ANN)
    repository.edit(BOB, FURTHER, "2026-03-25")
    found = ask(tmp_path, frozen(1, 3))
    assert told(tmp_path, frozen(1, 3)) == [LOWERED, LOWERED_FURTHER]
    assert (found.gap, found.frozen) == (None, date(2026, 1, 19))
    commit = CommitName(sha, "Ann Lee", "ann@x.example", date(2026, 3, 20))
    assert found.refrozen == Refrozen(date(2026, 1, 19), date(2026, 3, 1), commit)


def test_before_it_comes_a_freeze_may_be_moved(tmp_path: Path) -> None:
    repository = with_freeze(tmp_path)
    repository.edit(CYCLE, {"2026-01-19": "2026-01-26"}, "2026-01-18", ANN)
    repository.edit(BOB, LOWER, "2026-01-20")
    repository.edit(BOB, FURTHER, "2026-01-26")
    assert told(tmp_path, frozen(26)) == [LOWERED_FURTHER]
    assert ask(tmp_path, frozen(26))[1:] == (None, date(2026, 1, 26), None)


def test_on_the_day_of_the_freeze_it_has_come(tmp_path: Path) -> None:
    repository = with_freeze(tmp_path)
    repository.edit(CYCLE, {"2026-01-19": "2026-01-26"}, "2026-01-19", ANN)
    repository.edit(BOB, LOWER, "2026-01-20")
    assert told(tmp_path, frozen(26)) == [LOWERED]
    assert ask(tmp_path, frozen(26)).refrozen is not None


def test_a_change_of_the_freeze_that_was_merged_when_it_had_come(tmp_path: Path) -> None:
    repository = with_freeze(tmp_path)
    repository.git("checkout", "--quiet", "-b", "later")
    repository.edit(CYCLE, {"2026-01-19": "2026-03-01"}, "2026-01-10", ANN)
    repository.git("checkout", "--quiet", "main")
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.merge("later", "2026-02-12")
    found = ask(tmp_path, frozen(1, 3))
    assert len(found.moves) == 1
    assert found.refrozen is not None
    assert found.refrozen.commit is not None
    assert (found.refrozen.commit.author, found.refrozen.commit.on) == ("Ann Lee", date(2026, 2, 12))


def test_an_earlier_freeze_counts_at_once(tmp_path: Path) -> None:
    repository = with_freeze(tmp_path)
    repository.edit(BOB, LOWER, "2026-01-14")
    repository.edit(CYCLE, {"2026-01-19": "2026-01-12"}, "2026-03-20", ANN)
    assert told(tmp_path, frozen(12)) == [LOWERED]
    assert ask(tmp_path, frozen(12)).refrozen is None


def test_moved_twice_the_last_one_is_named_and_taken_back_none(tmp_path: Path) -> None:
    repository = with_freeze(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.edit(CYCLE, {"2026-01-19": "2026-03-01"}, "2026-03-20", ANN)
    last = repository.edit(CYCLE, {"2026-03-01": "2026-03-15"}, "2026-03-21", "Carl <carl@x.example>")
    found = ask(tmp_path, frozen(15, 3)).refrozen
    assert found is not None
    assert found[:2] == (date(2026, 1, 19), date(2026, 3, 15))
    assert found.commit is not None
    assert found.commit.sha == last
    repository.edit(CYCLE, {"2026-03-15": "2026-01-19"}, "2026-03-22")
    assert ask(tmp_path, frozen(19)).refrozen is None
    assert told(tmp_path, frozen(19)) == [LOWERED]


def test_where_none_was_written_the_default_held(tmp_path: Path) -> None:
    # Two weeks after 1 January is 15 January.
    repository = with_freeze(tmp_path, "state: open\n")
    repository.edit(BOB, LOWER, "2026-01-16")
    repository.commit({CYCLE: "frozen: 2026-03-01\n"}, "2026-03-20", ANN)
    found = ask(tmp_path, frozen(1, 3))
    assert found.frozen == date(2026, 1, 15)
    assert [move.after for move in found.moves] == [40]
    assert found.refrozen is not None
    # So it did before there was a file at all.
    bare = begin(tmp_path / "bare")
    bare.edit(BOB, LOWER, "2026-01-16")
    bare.commit({CYCLE: "frozen: 2026-03-01\n"}, "2026-03-20", ANN)
    assert ask(bare.root, frozen(1, 3)).frozen == date(2026, 1, 15)


def test_before_there_are_goals_nothing_freezes(tmp_path: Path) -> None:
    repository = GitWorkspace.begin(tmp_path)
    repository.commit({CYCLE: "state: planned\n"}, "2026-01-02")
    repository.commit({CYCLE: "frozen: 2026-02-20\n", BOB: SHEET}, "2026-02-10")
    repository.edit(BOB, LOWER, "2026-02-12")
    repository.edit(BOB, FURTHER, "2026-02-21")
    assert told(tmp_path, frozen(20, 2)) == [LOWERED_FURTHER]
    assert ask(tmp_path, frozen(20, 2))[1:] == (None, date(2026, 2, 20), None)


def test_moved_and_not_committed(tmp_path: Path) -> None:
    repository = with_freeze(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10")
    write_tree(tmp_path, {CYCLE: repository.edited(CYCLE, {"2026-01-19": "2026-03-01"})})
    assert ask(tmp_path, frozen(1, 3)).refrozen == Refrozen(date(2026, 1, 19), date(2026, 3, 1), None)
    assert told(tmp_path, frozen(1, 3)) == [LOWERED]


def test_a_version_that_nobody_can_read_moves_no_freeze(tmp_path: Path) -> None:
    repository = with_freeze(tmp_path)
    repository.commit({CYCLE: "frozen: [\n"}, "2026-02-10")
    repository.commit({CYCLE: "title: 一季度\nfrozen: 2026-01-19\n"}, "2026-02-11")
    assert ask(tmp_path, frozen(19))[1:] == (None, date(2026, 1, 19), None)


def test_a_freeze_that_is_still_to_come_as_somebody_moved_it_into_the_future(tmp_path: Path) -> None:
    repository = with_freeze(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.edit(CYCLE, {"2026-01-19": "2026-06-01"}, "2026-03-20", ANN)
    assert told(tmp_path, frozen(1, 6)) == [LOWERED]


def test_a_cycle_file_that_moved_with_its_workspace_keeps_its_past(tmp_path: Path) -> None:
    repository = with_freeze(tmp_path)
    repository.edit(BOB, LOWER, "2026-02-10")
    repository.rename("cycles", "okrs/cycles", "2026-02-20")
    repository.edit(f"okrs/{CYCLE}", {"2026-01-19": "2026-03-01"}, "2026-03-20", ANN)
    assert ask(tmp_path / "okrs", frozen(1, 3)).frozen == date(2026, 1, 19)
    assert told(tmp_path / "okrs", frozen(1, 3)) == [LOWERED]


def test_the_freeze_of_the_main_workspace_holds_for_those_it_includes(tmp_path: Path) -> None:
    frame = {
        "okrctl.yaml": "timezone: UTC\n",
        "org.yaml": "teams:\n  apac: {parent: company, lead: bob}\npeople:\n  bob: {team: apac}\n",
        BOB: SHEET,
    }
    included = begin(tmp_path / "apac", frame)
    included.edit(BOB, LOWER, "2026-02-10")
    own = begin(
        tmp_path / "main",
        {
            "okrctl.yaml": "timezone: UTC\ninclude: [../apac]\n",
            "org.yaml": "teams:\n  company: {lead: ann}\npeople:\n  ann: {team: company}\n",
            CYCLE: "frozen: 2026-01-19\n",
            f"{OKRS}/ann.yaml": OTHER,
        },
    )
    own.edit(CYCLE, {"2026-01-19": "2026-03-01"}, "2026-03-20", ANN)
    workspace = read_tree(own.root).workspace
    found = moves_of(workspace, workspace.cycles["2026-Q1"], None, date(2026, 3, 31))
    assert [move.key.address() for move in found.moves] == ["bob/O1/KR1"]
    assert found.frozen == date(2026, 1, 19)
    assert found.refrozen is not None
