"""What is said goes into the note of the week; all that was there before stays as it was."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.editing.change import write
from okrctl.editing.item_id import item_id
from okrctl.editing.note_draft import new_note
from okrctl.editing.note_edit import met, noted, refuse_uneditable, todos_in
from okrctl.editing.said import News, Said, SaidOther, SaidRisk, SaidStep
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Language
from okrctl.workspace.index import NoteKey
from tests.editing.rowing import FILES, NOTE, PATH, WEEK, drafting
from tests.support.trees import read_tree, write_tree

BANK = SaidStep("Call the bank", "bob", date(2026, 2, 27))


def said(root: Path, note: str | bytes | None, news: News) -> str:
    change = noted(drafting(root, note), NOTE, news)
    assert change.path == root / PATH
    assert change.before == (None if note is None else note if isinstance(note, bytes) else note.encode())
    return change.after.decode()


def refused(root: Path, note: str | bytes | None, key: NoteKey = NOTE) -> str:
    with pytest.raises(OkrctlError) as caught:
        noted(drafting(root, note), key, News((Said("O1/KR1", value=33),)))
    if note is not None:
        assert (root / PATH).read_bytes() == (note if isinstance(note, bytes) else note.encode())
    return caught.value.message.en


def test_where_there_is_no_note_a_small_one_is_made(tmp_path: Path) -> None:
    first = Said(
        "alice/O1/KR1", value=34.5, status="at_risk", confidence=6, progress="Two crews: on time",
        risks=(SaidRisk("The wind, again"), SaidRisk("No crane", "A crane", ("bob", "dana"))), next_steps=(BANK,),
    )  # fmt: skip
    other = SaidOther(("Agreed in the meeting",), (SaidStep("Book the hall"),))
    news = News((first, Said("O1/KR4", reached=("M1",))), ("2026-W07/bob/1",), (other,))
    assert (
        said(tmp_path, None, news)
        == """\
author: alice
week: 2026-W08
updates:
  - kr: O1/KR1
    value: 34.5
    status: at_risk
    confidence: 6
    progress: "Two crews: on time"
    risks:
      - {risk: "The wind, again"}
      - {risk: No crane, need: A crane, from: [bob, dana], id: crane}
    next:
      - {what: Call the bank, owner: bob, due: 2026-02-27, id: call-bank}
  - kr: O1/KR4
    reached: [M1]
other:
  - title: Agreed in the meeting
    next:
      - {what: Book the hall, id: book-hall}
done: [2026-W07/bob/1]
"""
    )


def test_a_new_note_names_the_schema_where_the_workspace_has_one(tmp_path: Path) -> None:
    write_tree(tmp_path, {"schemas/note.schema.json": "{}"})
    text = said(tmp_path, None, News((Said("O1/KR1", value=33),)))
    assert text.startswith("# yaml-language-server: $schema=../../../../schemas/note.schema.json\nauthor: alice\n")


OLD = """\
# my note
author: alice
updates:   # of the week
- kr: growth/O1/KR1
  value: 30
- value: 32   # guessed
  kr: alice/O1/KR1  # mine
  risks: [no wind]
  progress: >
    One crew.
  # what comes next
  next:
  - what: Row
    due: 2026-02-20
thanks: [{to: bob, for: 'The boat'}]
"""


def test_news_of_a_goal_that_has_an_update_go_into_it(tmp_path: Path) -> None:
    news = Said("O1/KR1", value=34, confidence=7, risks=(SaidRisk("Ice"),), next_steps=(BANK,))
    assert (
        said(tmp_path, OLD, News((news,)))
        == """\
# my note
author: alice
updates:   # of the week
- kr: growth/O1/KR1
  value: 30
- value: 34   # guessed
  kr: alice/O1/KR1  # mine
  confidence: 7
  risks: [no wind, {risk: Ice}]
  progress: >
    One crew.
  # what comes next
  next:
  - what: Row
    due: 2026-02-20
  - what: Call the bank
    owner: bob
    due: 2026-02-27
    id: call-bank
thanks: [{to: bob, for: 'The boat'}]
"""
    )


def test_news_of_another_goal_come_to_the_end_of_the_updates(tmp_path: Path) -> None:
    text = said(tmp_path, OLD, News((Said("O1/KR8", value=9),), ("2026-W07/bob/1",)))
    assert text == OLD.replace("thanks:", "- kr: O1/KR8\n  value: 9\nthanks:") + "done: [2026-W07/bob/1]\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reached: [M1]", "reached: [M1, M2]"),
        ("reached: {M1: {on: 2026-02-16}}", "reached: {M1: {on: 2026-02-16}, M2: {}}"),
    ],
)
def test_milestones_join_those_that_are_there_in_their_form(tmp_path: Path, old: str, new: str) -> None:
    note = f"updates: [{{kr: O1/KR4, {old}}}]\n"
    assert said(tmp_path, note, News((Said("O1/KR4", reached=("M1", "M2")),))) == note.replace(old, new)


def test_windows_line_ends_a_byte_order_mark_and_a_missing_line_end_stay(tmp_path: Path) -> None:
    old = "\ufeffupdates:\r\n    - kr: O1/KR1\r\n      risks: []  # none".encode()
    new = said(tmp_path, old, News((Said("O1/KR1", status="done", risks=(SaidRisk("Ice"),)),)))
    assert new == (
        "\ufeffupdates:\r\n    - kr: O1/KR1\r\n      status: done\r\n      risks:  # none\r\n          - {risk: Ice}"
    )


def test_a_to_do_is_closed_once(tmp_path: Path) -> None:
    note = "done:\n  - 2026-W07/bob/1  # bank\n"
    assert said(tmp_path, note, News(done=("2026-W07/bob/1", "2026-W07/bob/n1"))) == note + "  - 2026-W07/bob/n1\n"


def test_what_was_agreed_joins_what_was_agreed_before_in_either_language(tmp_path: Path) -> None:
    titles = ("Agreed in the meeting", "会议结论与待办")
    note = "other:\n- {title: Hall, progress: x}\n- title: 会议结论与待办\n  next: [{what: Row, id: row}]\n"
    agreed = SaidOther(titles, (SaidStep("Row", "bob"), SaidStep(" Row", "alice"), SaidStep("Row", "bob")))
    text = said(tmp_path, note, News(other=(agreed,)))
    # Row is the author's own already; bob is to row as well, but once.
    assert text == note.replace("id: row}]", "id: row}, {what: Row, owner: bob, id: row-2}]")


def test_the_same_news_again_change_nothing(tmp_path: Path) -> None:
    risks = (SaidRisk("no wind"), SaidRisk("No crane", "A crane", ("bob", "dana")))
    other = SaidOther(("Agreed in the meeting",), (SaidStep("Book the hall", due=date(2026, 2, 27)),))
    news = News(
        (Said("O1/KR1", value=34, risks=risks, next_steps=(BANK, SaidStep("Row"))),), ("2026-W07/bob/1",), (other,)
    )
    once = said(tmp_path, OLD, news)
    assert once.count("no wind") == 1
    turned = news.updates[0]._replace(kr="alice/O1/KR1", risks=(risks[0], risks[1]._replace(from_=("dana", "bob"))))
    assert said(tmp_path, once, news) == said(tmp_path, once, news._replace(updates=(turned,))) == once
    # Another day, another owner or another need is something else.
    more = (BANK._replace(due=date(2026, 2, 28)), BANK._replace(owner=None))
    text = said(tmp_path, once, News((Said("O1/KR1", risks=(SaidRisk("no wind", "A storm"),), next_steps=more),)))
    assert (text.count("Call the bank"), text.count("no wind")) == (3, 2)


def test_what_news_meet_in_the_note_is_told(tmp_path: Path) -> None:
    news = Said("alice/O1/KR1", value=34, confidence=7, progress="Two crews.", next_steps=(SaidStep("Row"), BANK))
    at = drafting(tmp_path, OLD)
    (found,) = met(at, NOTE, News((news, Said("O1/KR8", value=1))))
    # The to-do of the note is due on a day, the one that is said is not.
    assert found.repeats == ()
    assert found.replaced == (("value", 32, 34), ("progress", "One crew.\n", "Two crews."))
    due = SaidStep("Row", "alice", date(2026, 2, 20))
    (found,) = met(at, NOTE, News((Said("O1/KR1", value=32, risks=(SaidRisk("no wind"),), next_steps=(due,)),)))
    assert found == ("O1/KR1", ("no wind", "Row"), ())


def test_a_note_is_tried_without_being_written(tmp_path: Path) -> None:
    refuse_uneditable(drafting(tmp_path, OLD), NOTE, ["O1/KR1", "O1/KR4", "growth/O1/KR1"])
    assert (tmp_path / PATH).read_text() == OLD
    alias = "updates:\n  - {kr: O1/KR1, evidence: &e [a]}\n  - {kr: O1/KR8, evidence: *e}\n"
    with pytest.raises(OkrctlError, match="YAML aliases"):
        refuse_uneditable(drafting(tmp_path, alias), NOTE, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_new_note_has_prepared_is_filled_in_where_it_stands(tmp_path: Path, language: Language) -> None:
    at = drafting(tmp_path, None, language)
    write(new_note(at, "alice", WEEK, "2026-Q1"), tmp_path)
    drafted = (tmp_path / PATH).read_text(encoding="utf-8")
    news = News((Said("O1/KR5", percent=40), Said("O1/KR1", value=33), Said("growth/O1/KR2", value=20)))
    for one in news.updates:
        change = noted(at, NOTE, News((one,)))
        write((change,), tmp_path)
    lines = (tmp_path / PATH).read_text(encoding="utf-8").splitlines()
    start = lines.index("updates:")
    real = [line for line in lines[start:] if not line.lstrip().startswith("#") and line]
    assert real == [
        "updates:", "  - kr: O1/KR1", "    value: 33", "  - kr: O1/KR5", "    percent: 40",
        "  - kr: growth/O1/KR2", "    value: 20",
    ]  # fmt: skip
    # The facts above an entry stay, its example is gone, the other examples wait behind their #.
    assert "  # O1/KR1  Boats on time rise from 31 to 40 %" in lines
    assert "#   - kr: O1/KR1" not in lines
    assert "#   - kr: O1/KR8" in lines
    assert drafted.splitlines()[: start - 1] == lines[: start - 1]
    assert [update.kr for update in read_tree(tmp_path).workspace.notes[NOTE].value.updates] == [
        "O1/KR1", "O1/KR5", "growth/O1/KR2",
    ]  # fmt: skip


def test_a_prepared_list_of_to_dos_is_taken_up_line_by_line(tmp_path: Path) -> None:
    note = (
        "author: alice\n\n# # Your open to-dos\n# done:\n#   - 2026-W07/bob/1    # Row\n"
        "#   - 2026-W07/bob/n1    # A boat\n#\n# other:\n#   - {title: x}\n"
    )
    text = said(tmp_path, note, News(done=("2026-W07/bob/n1", "2026-W07/eve/1")))
    assert text == (
        "author: alice\n\n# # Your open to-dos\ndone:\n#   - 2026-W07/bob/1    # Row\n  - 2026-W07/bob/n1    # A boat\n"
        "  - 2026-W07/eve/1\n#\n# other:\n#   - {title: x}\n"
    )


def test_where_a_list_is_laid_out_in_another_way_than_the_draft_it_grows_at_its_end(tmp_path: Path) -> None:
    note = "updates:\n#\n#   - kr: O1/KR8\n#     value: 1\n- kr: O1/KR1\n  value: 3\n"
    assert said(tmp_path, note, News((Said("O1/KR8", value=9),))) == note + "- kr: O1/KR8\n  value: 9\n"


@pytest.mark.parametrize(
    ("note", "where"),
    [
        ("updates: [\n", f"{PATH}:1:10: "),
        ("updates:\n  - kr: O1/KR1\n    valeu: 3\n", f'{PATH}:3:5: unknown key "valeu"'),
        ("updates:\n", f"{PATH}:1:9: "),
        ("week: 2026-W08\nweek: 2026-W08\n", f"{PATH}:2:1: "),
        ("author: bob\n", f"{PATH}:1:9: "),
        ("# nothing\n", f"{PATH}:2:1: the file is empty"),
        (b"author: al\xffice\n", f"{PATH}:1:11: "),
        ("x: &a [{to: bob, for: x}]\nthanks: *a\n", f"{PATH}:1:1: "),
    ],
)
def test_a_broken_note_is_named_with_the_place_and_left_alone(tmp_path: Path, note: str | bytes, where: str) -> None:
    message = refused(tmp_path, note)
    assert message.startswith(where)
    assert "nothing was written" in message


def test_an_alias_is_refused(tmp_path: Path) -> None:
    note = "updates:\n  - {kr: O1/KR1, evidence: &e [a]}\n  - {kr: O1/KR8, evidence: *e}\n"
    assert refused(tmp_path, note).startswith(f"{PATH}:3:28: okrctl does not edit files with YAML aliases (*e)")


def test_a_week_outside_the_cycle_and_a_closed_cycle_take_no_note(tmp_path: Path) -> None:
    # 2026-W15 is 6 to 12 April: the second quarter; the fourth of 2025 is closed, even for its own weeks.
    late = NOTE._replace(week=NOTE.week.shift(7))
    assert refused(tmp_path, None, late) == "week 2026-W15 is outside cycle 2026-Q1 (2026-01-01 to 2026-03-31)"
    closed = NoteKey("2025-Q4", NOTE.week.shift(-10), "alice")
    assert refused(tmp_path, None, closed) == "cycle 2025-Q4 is closed"


def test_a_number_by_which_a_to_do_was_closed_stays_its_own(tmp_path: Path) -> None:
    """Bob has closed alice's second to-do of this very week by its number; a new one before it makes it the third."""
    note = "updates:\n  - {kr: O1/KR1, next: [{what: A}]}\n  - {kr: O1/KR8, next: [{what: B}]}\n"
    write_tree(tmp_path, {"cycles/2026-Q1/notes/2026-W08/bob.yaml": "done: [2026-W08/alice/2]\n"})
    text = said(tmp_path, note, News((Said("O1/KR1", next_steps=(BANK,)),)))
    assert text == note.replace("{what: B}", "{what: B, id: 2}").replace(
        "{what: A}", "{what: A}, {what: Call the bank, owner: bob, due: 2026-02-27, id: call-bank}"
    )
    assert [(todo.item, todo.text) for todo in todos_in(NOTE, text.encode())] == [
        ("1", "A"), ("call-bank", "Call the bank"), ("2", "B"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call the bank", "call-bank"),
        ("Ship the checklist to all teams", "ship-checklist"),
        ("Internationalisation of everything", "internationalisation"),
        ("@bob: ask the CFO", "ask-cfo"),
        ("联系银行，确认额度和期限", "联系银行"),
        ("把新手清单全量上线", "把新手清单全"),
        ("42", "todo-42"),
        ("N1", "todo-n1"),
        ("🚀", "todo"),
        ("the", "todo"),
    ],
)
def test_an_id_is_a_word_or_two_of_the_text(text: str, expected: str) -> None:
    assert item_id(text, ()) == expected
    assert item_id(text, (expected, f"{expected}-2")) == f"{expected}-3"


def test_the_company_of_these_tests_is_valid(tmp_path: Path) -> None:
    assert not read_tree(write_tree(tmp_path, FILES)).diagnostics
