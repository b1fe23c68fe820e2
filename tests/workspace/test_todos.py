"""To-dos and needs: how they are numbered, named, found and closed."""

from datetime import date
from pathlib import Path

from okrctl.models.calendar import Week
from okrctl.source.place import locate
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.load import Wanted, load
from okrctl.workspace.todos import MissingTodo, Todo, Todos
from tests.support.trees import read_tree, write_tree

BASE = {
    "okrctl.yaml": "version: 1\n",
    "org.yaml": "teams: {company: {lead: lin}}\npeople: {lin: {team: company}, bob: {team: company}}\n",
}
NOTE = """\
other:
  - title: Trade fair
    next: [{what: Book the stand}]
    risks: [rain, {risk: No stand left, need: A word with the organiser, from: [lin]}]
updates:
  - kr: O1/KR1
    risks:
      - {risk: Slow, need: A second server, id: server}
      - {risk: Slower}
    next:
      - {what: Measure, owner: lin, due: 2026-02-20, id: measure}
      - {what: Tell}
"""


def todos(root: Path, **notes: str) -> Todos:
    """Notes of bob in 2026-Q1 by week (`w07`)."""
    files = {f"cycles/2026-Q1/notes/2026-{week.upper()}/bob.yaml": text for week, text in notes.items()}
    return Todos(read_tree(write_tree(root, {**BASE, **files})).workspace)


def test_they_are_counted_over_the_whole_note_in_file_order(tmp_path: Path) -> None:
    found = todos(tmp_path, w07=NOTE).all
    assert [(one.number, one.item, one.text) for one in found] == [
        ("1", "1", "Book the stand"),
        ("n1", "n1", "A word with the organiser"),
        ("2", "measure", "Measure"),
        ("3", "3", "Tell"),
        ("n2", "server", "A second server"),
    ]
    assert [locate(one.place).start.line for one in found] == [3, 4, 11, 12, 8]


def test_a_to_do_knows_owner_day_goal_and_reference(tmp_path: Path) -> None:
    stand, word, measure, tell, server = todos(tmp_path, w07=NOTE).all
    assert (measure.owners, measure.due, measure.goal) == (("lin",), date(2026, 2, 20), "O1/KR1")
    assert (tell.owners, tell.due, tell.topic) == (("bob",), None, "")
    assert (stand.goal, stand.topic, stand.owners) == (None, "Trade fair", ("bob",))
    assert (word.risk, word.owners, server.owners) == ("No stand left", ("lin",), ())
    assert str(server.reference) == "2026-W07/bob/server"


def test_it_is_found_by_id_and_by_number(tmp_path: Path) -> None:
    known = todos(tmp_path, w07=NOTE)
    for written, text in {
        "measure": "Measure",
        "2": "Measure",
        "n2": "A second server",
        "server": "A second server",
    }.items():
        found = known.find(f"2026-W07/bob/{written}", "2026-Q1")
        assert isinstance(found, Todo)
        assert found.text == text
    assert known.find("2026-W07/bob/4", "2026-Q1") is MissingTodo.ITEM
    assert known.find("2026-W06/bob/1", "2026-Q1") is MissingTodo.NOTE
    assert known.items("2026-W07/bob/4", "2026-Q1") == ("server", "measure", "1", "n1", "3")


def test_what_could_not_be_read_is_not_missing(tmp_path: Path) -> None:
    known = todos(tmp_path, w07="updates: [", w06="updates: []\n")
    assert known.find("2026-W07/bob/1", "2026-Q1") is MissingTodo.UNREAD
    assert known.find("2026-W06/bob/1", "2026-Q1") is MissingTodo.ITEM
    part = load(DiskFiles(tmp_path), "x", Wanted(cycles=lambda _: ())).workspace
    assert Todos(part).find("2026-W06/bob/1", "2026-Q1") is MissingTodo.UNREAD


def test_of_two_cycles_the_own_one_comes_first(tmp_path: Path) -> None:
    year = "cycles/2026/notes/2026-W07/bob.yaml"
    quarter = "cycles/2026-Q1/notes/2026-W07/bob.yaml"
    one, two = (f"other: [{{title: T, next: [{{what: {name}}}]}}]\n" for name in ("yearly", "quarterly"))
    known = Todos(read_tree(write_tree(tmp_path, {**BASE, year: one, quarter: two})).workspace)
    found = [known.find("2026-W07/bob/1", cycle) for cycle in ("2026", "2026-Q1")]
    assert [one.text for one in found if isinstance(one, Todo)] == ["yearly", "quarterly"]


def test_closings_name_the_notes_that_close_earliest_first(tmp_path: Path) -> None:
    done = "done: [2026-W07/bob/measure, 2026-W07/bob/n1, 2026-W07/bob/9]\n"
    known = todos(tmp_path, w07=NOTE, w09="done: [2026-W07/bob/2]\n", w08=done)
    assert {key.number: [str(note.week) for note in notes] for key, notes in known.closings.items()} == {
        2: ["2026-W08", "2026-W09"],
        1: ["2026-W08"],
    }
    measure = next(one for one in known.all if one.id == "measure")
    assert not known.closed_by(measure, Week(2026, 7))
    assert known.closed_by(measure, Week(2026, 8))
