"""Who owes a note, and what became of it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from okrctl.alignment.graph import build_graph
from okrctl.models.calendar import Week
from okrctl.progress.attendance import owing, roll_call
from tests.support.trees import read_tree, write_tree

ORG = """\
teams: {company: {lead: lin}}
people:
  lin: {team: company}
  bob: {team: company}
  eve: {team: company}
  kim: {team: company, external: true}
"""
SHEET = """\
objectives:
  - id: O1
    title: T
    with: [kim]
    key_results: [{id: KR1, title: k, owner: bob}]
"""
FILES = {"okrctl.yaml": "name: A\n", "org.yaml": ORG, "cycles/2026-Q1/okrs/company.yaml": SHEET}
CYCLES = ("2026-Q1",)
W07 = (Week(2026, 7),)


def presences(root: Path, files: Mapping[str, str] | None = None, people: str = "lin bob eve kim") -> dict[str, str]:
    graph = build_graph(read_tree(write_tree(root, {**FILES, **(files or {})})).workspace)
    return {seat.person: seat.presence for seat in roll_call(graph, CYCLES, people.split(), [W07])}


def test_who_answers_for_a_key_result_owes_a_note(tmp_path: Path):
    # bob answers for it; lin leads the team whose sheet it is on, and owns none; kim shares it and is an outsider.
    assert presences(tmp_path) == {"bob": "missing"}


def test_who_shares_one_owes_a_note(tmp_path: Path):
    sheet = SHEET.replace("owner: bob", "owner: bob, with: [eve]")
    assert presences(tmp_path, {"cycles/2026-Q1/okrs/company.yaml": sheet}) == {"bob": "missing", "eve": "missing"}


@pytest.mark.parametrize(
    ("note", "presence"),
    [
        ("thanks: [{to: lin, for: Tea}]\n", "in"),
        ("updates: []\n", "missing"),
        ("updates: [\n", "unreadable"),
    ],
)
def test_what_became_of_a_note(tmp_path: Path, note: str, presence: str):
    assert presences(tmp_path, {"cycles/2026-Q1/notes/2026-W07/bob.yaml": note}) == {"bob": presence}


def test_who_is_away_owes_none(tmp_path: Path):
    org = ORG.replace("bob: {", "bob: {away: [{from: 2026-02-09, to: 2026-02-13}], ")
    assert presences(tmp_path, {"org.yaml": org}) == {"bob": "away"}


def test_dropped_before_the_meeting_nobody_owes_one(tmp_path: Path):
    for day, owed in (("2026-02-10", frozenset()), ("2026-02-11", frozenset({"bob"}))):
        sheet = SHEET.replace("owner: bob", f"owner: bob, dropped: {{on: {day}, because: b}}")
        files = {**FILES, "cycles/2026-Q1/okrs/company.yaml": sheet}
        graph = build_graph(read_tree(write_tree(tmp_path / day, files)).workspace)
        assert owing(graph, CYCLES, Week(2026, 7)) == owed


def test_notes_of_other_cycles_do_not_count(tmp_path: Path):
    assert presences(tmp_path, {"cycles/2026/notes/2026-W07/bob.yaml": "other: [{title: T}]\n"}) == {"bob": "missing"}
