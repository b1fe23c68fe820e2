"""`okrctl new note`: a note that says nothing until a person does, and then is nearly done."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.editing.change import write
from okrctl.editing.note_draft import new_note
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Language
from okrctl.models.calendar import Week
from okrctl.models.note import Note
from okrctl.workspace.index import NoteKey
from tests.editing.checking import begin, complaints, drafting, texts, uncommented
from tests.support.trees import read_tree, write_tree

WEEK = Week(2026, 8)
TREE = {
    "okrctl.yaml": "version: 1\nname: Starling\ncheckin: {meeting: thursday}\n",
    "org.yaml": """\
teams:
  company: {name: Starling, lead: lin}
  growth: {name: Growth, parent: company, lead: wang}
people:
  lin: {name: Lin Yi, team: company}
  wang: {name: Wang Shi, team: growth}
  alice: {name: Alice Chen, team: growth}
""",
    "cycles/2026-Q1/okrs/company.yaml": """\
objectives:
  - id: O1
    title: Small teams choose us before anybody else
    key_results:
      - {id: KR1, title: 400 small teams pay, metric: {start: 210, target: 400, unit: teams}, owner: wang}
      - {id: KR2, title: Half of them were sent by another team, metric: {start: 20, target: 50, unit: "%"}}
""",
    "cycles/2026-Q1/okrs/growth.yaml": """\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Retention rises from 31 % to 40 %, metric: {start: 31, target: 40, unit: "%"}, with: [alice]}
      - {id: KR2, title: Answers come within 24 hours, keep: {max: 24, unit: hours}, owner: alice}
      - {id: KR3, title: Given up, owner: alice, dropped: {on: 2026-02-01, because: No market}}
      - {id: KR4, title: Done already, owner: alice}
      - {id: KR5, title: Others of growth add up, cascade: mean, owner: alice}
""",
    "cycles/2026-Q1/okrs/alice.yaml": """\
objectives:
  - id: O1
    title: Nobody waits for me
    aligns_to: [growth/O1]
    key_results:
      - id: KR1
        title: The guide is live and 60 teams have used it
        milestones: [{id: M1, title: Tested, due: 2026-02-06}, {id: M2, title: "60 teams have used it"}]
      - {id: KR2, title: The council agrees to the plan}
""",
    "cycles/2026-Q1/notes/2026-W06/alice.yaml": """\
updates:
  - {kr: growth/O1/KR1, value: 33.5, status: at_risk, confidence: 4}
  - {kr: growth/O1/KR4, status: done}
  - {kr: O1/KR1, reached: [M1], next: [{what: Ask ten teams, due: 2026-02-12}, {what: "Print: it", owner: wang}]}
""",
    "cycles/2026-Q1/notes/2026-W07/wang.yaml": """\
updates:
  - {kr: growth/O1/KR1, progress: It moves, risks: [{risk: Slow, need: A second provider, from: [alice]}]}
""",
}


def text_of(root: Path, person: str = "alice", language: Language = "en", week: Week = WEEK) -> str:
    changes = new_note(drafting(root, language), person, week, "2026-Q1")
    return texts(changes, root)[f"cycles/2026-Q1/notes/{week}/{person}.yaml"]


def body_of(text: str) -> str:
    """What stands behind the hashes."""
    return uncommented(text, "# updates:").split(f"week: {WEEK}\n\n")[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", [False, True])
def test_notes_of_everybody_are_valid(tmp_path: Path, language: Language, example: bool) -> None:
    begin(tmp_path, language, example)
    people = read_tree(tmp_path).workspace.people
    for person in people:
        write(new_note(drafting(tmp_path, language), person, Week(2026, 9), "2026-Q1"), tmp_path)
    assert complaints(tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_that_nobody_filled_in_says_nothing(tmp_path: Path, language: Language) -> None:
    root = write_tree(tmp_path, TREE)
    write(new_note(drafting(root, language), "alice", WEEK, "2026-Q1"), root)
    note = read_tree(root).workspace.notes[NoteKey("2026-Q1", WEEK, "alice")].value
    assert note == Note(author="alice", week=WEEK)


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_all_hashes_gone_it_is_a_note_with_one_update_for_each_open_key_result(
    tmp_path: Path, language: Language
) -> None:
    root = write_tree(tmp_path, TREE)
    before = complaints(root)
    (change,) = new_note(drafting(root, language), "alice", WEEK, "2026-Q1")
    write_tree(root, {change.path.relative_to(root).as_posix(): uncommented(change.after.decode(), "# updates:")})
    # A status that nobody has looked at may well contradict the numbers: that is what OKR402 is for.
    assert [one for one in complaints(root) if "OKR402" not in one] == before
    note = read_tree(root).workspace.notes[NoteKey("2026-Q1", WEEK, "alice")].value
    assert [update.kr for update in note.updates] == [
        "O1/KR1",
        "O1/KR2",
        "growth/O1/KR2",
        "growth/O1/KR5",
        "growth/O1/KR1",
    ]
    retention = note.updates[4]
    assert (retention.value, retention.status, retention.confidence) == (33.5, "at_risk", 4)
    assert retention.next[0].due == date(2026, 2, 26)
    assert retention.risks[0].from_ == ("wang",)
    assert note.done == ("2026-W06/alice/1", "2026-W07/wang/n1")
    assert (len(note.other), note.thanks[0].to) == (1, "wang")


def test_what_is_known_stands_in_the_entry(tmp_path: Path) -> None:
    body = body_of(text_of(write_tree(tmp_path, TREE)))
    assert body.startswith("updates:\n\n  # O1/KR1  The guide is live and 60 teams have used it\n")
    assert "  # ✓ M1 Tested (2026-02-06)\n  # · M2 60 teams have used it\n  # last report in 2026-W06\n" in body
    assert "  - kr: O1/KR1\n    reached: [M2]\n    status: on_track    # on_track | at_risk" in body
    assert "  # no report yet\n  - kr: O1/KR2\n    percent: 0\n" in body
    assert "  # target 40 % · last 33.5 % in 2026-W06\n  - kr: growth/O1/KR1\n    value: 33.5\n" in body
    assert "  # stays at 24 hours or below · no report yet\n  - kr: growth/O1/KR2\n    value: 24\n" in body
    assert "  # its value adds up from the goals that align to it · no report yet\n" in body
    assert "  - kr: growth/O1/KR5\n    status: on_track\n" in body
    assert "  - 2026-W06/alice/1    # Ask ten teams\n  - 2026-W07/wang/n1    # A second provider\n" in body


def test_a_lead_answers_for_the_goals_of_his_team_and_for_those_he_owns(tmp_path: Path) -> None:
    text = text_of(write_tree(tmp_path, TREE), "wang")
    assert [line.split("kr: ")[1] for line in text.splitlines() if "- kr: " in line] == [
        "company/O1/KR1",
        "growth/O1/KR1",
    ]
    assert "2026-W06/alice/2    # Print: it" in text


def test_the_head_says_who_when_and_for_which_meeting(tmp_path: Path) -> None:
    root = write_tree(tmp_path, TREE)
    english, chinese = text_of(root), text_of(root, language="zh")
    assert english.startswith(
        "# Note of Alice Chen for week 2026-W08, 2026-02-16 to 2026-02-22, for the meeting on 2026-02-19\n"
    )
    assert chinese.startswith("# 进展记录：Alice Chen，2026-W08（2026-02-16 至 2026-02-22），周会 2026-02-19\n")


def test_who_has_no_key_result_can_still_say_what_matters(tmp_path: Path) -> None:
    bare = {path: text for path, text in TREE.items() if "okrs" not in path and "notes" not in path}
    root = write_tree(tmp_path, bare | {"cycles/2026-Q1/cycle.yaml": "title: Q1\n"})
    text = text_of(root)
    assert "# # you have no open key results in cycle 2026-Q1" in text
    assert "updates:\n" not in text.split("week: 2026-W08")[1]
    write_tree(root, {f"cycles/2026-Q1/notes/{WEEK}/alice.yaml": uncommented(text, "# # you have no open")})
    assert complaints(root) == []


# What cannot be


def test_a_team_writes_no_note(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError) as caught:
        new_note(drafting(write_tree(tmp_path, TREE), "en"), "growth", WEEK, "2026-Q1")
    assert caught.value.message.zh == "“growth”是团队，进展记录要由个人来写"
    assert caught.value.hint is not None
    assert caught.value.hint.en == "use the handle of a member: okrctl new note wang"


def test_nobody_of_that_name(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError) as caught:
        new_note(drafting(write_tree(tmp_path, TREE), "en"), "alicia", WEEK, "2026-Q1")
    assert caught.value.message.en == 'nobody is called "alicia"'
    assert caught.value.hint is not None
    assert caught.value.hint.en == "did you mean alice?"


@pytest.mark.parametrize("week", [Week(2025, 52), Week(2026, 15)])
def test_a_week_outside_the_cycle(tmp_path: Path, week: Week) -> None:
    with pytest.raises(OkrctlError) as caught:
        new_note(drafting(write_tree(tmp_path, TREE), "en"), "alice", week, "2026-Q1")
    assert caught.value.message.en == f"week {week} is outside cycle 2026-Q1 (2026-01-01 to 2026-03-31)"
    assert caught.value.hint is not None
    assert "--week 2026-W08" in caught.value.hint.en


@pytest.mark.parametrize("week", [Week(2026, 1), Week(2026, 14)])
def test_a_week_that_only_touches_the_cycle_belongs_to_it(tmp_path: Path, week: Week) -> None:
    assert f"week: {week}" in text_of(write_tree(tmp_path, TREE), week=week)


def test_a_note_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError, match=r"cycles/2026-Q1/notes/2026-W06/alice\.yaml already exists"):
        new_note(drafting(write_tree(tmp_path, TREE), "en"), "alice", Week(2026, 6), "2026-Q1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_with_anything_in_them_end_no_comment(tmp_path: Path, language: Language) -> None:
    odd = '"Fixed #12: \\u2028 @wang \\x85 done: [x]"'
    sheet = TREE["cycles/2026-Q1/okrs/alice.yaml"].replace("The council agrees to the plan", odd)
    root = write_tree(tmp_path, TREE | {"cycles/2026-Q1/okrs/alice.yaml": sheet})
    before = complaints(root)
    write(new_note(drafting(root, language), "alice", WEEK, "2026-Q1"), root)
    assert complaints(root) == before
