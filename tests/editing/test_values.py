"""What people type is checked against the key result before anything is written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from okrctl.editing import values
from okrctl.editing.targets import Target, check_week, target_of
from okrctl.errors import OkrctlError
from okrctl.models.calendar import Week
from okrctl.workspace.index import NoteKey
from tests.editing.rowing import NOTE, drafting


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Target]:
    at = drafting(tmp_path_factory.mktemp("rowing"))
    return lambda address: target_of(at, NOTE, address)


def complaint(work: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(OkrctlError) as caught:
        work()
    hint = caught.value.hint
    assert hint is not None
    assert caught.value.message.zh
    assert hint.zh
    return caught.value.message.en, hint.en


@pytest.mark.parametrize(
    ("address", "written", "expected"),
    [
        ("O1/KR1", "34.5", 34.5),
        ("O1/KR1", " 34.5 % ", 34.5),  # its own unit
        ("O1/KR1", "３４．５％", 34.5),  # a Chinese keyboard
        ("O1/KR1", "34", 34),
        ("O1/KR2", "3.2e6 EUR", 3_200_000),
        ("O1/KR8", "-1.5", -1.5),
        ("O1/KR8", "\u22123", -3),  # the minus that reports print
        ("O1/KR3", "+.5", 0.5),
        ("O1/KR3", "7.", 7),
    ],
)
def test_a_value_is_a_number_and_may_carry_its_unit(
    target: Callable[[str], Target], address: str, written: str, expected: float
) -> None:
    assert values.read_value(written, target(address)) == expected


@pytest.mark.parametrize(
    ("address", "written", "message", "hint"),
    [
        ("O1/KR2", "40%", "O1/KR2 is measured in EUR, so 40% cannot be its value",
         "write the value itself, such as 3000000"),
        ("O1/KR8", "40 %", "O1/KR8 is measured in plain numbers, so 40 % cannot be its value",
         "write the value itself, such as 4"),
        ("O1/KR1", "a lot", '"a lot" is not a number', "write digits only, such as 34.5"),
        ("O1/KR1", "1,000", '"1,000" is not a number', "write digits only, such as 34.5"),
        ("O1/KR1", "34 EUR", '"34 EUR" is not a number', "write digits only, such as 34.5"),
        ("O1/KR1", "nan", '"nan" is not a number', "write digits only, such as 34.5"),
        ("O1/KR1", "-inf", '"-inf" is not a number', "write digits only, such as 34.5"),
        ("O1/KR1", "1e999", "1e999 is out of range", "write digits only, such as 34.5"),
        ("O1/KR1", "9" * 5000, f"{'9' * 5000} is out of range", "write digits only, such as 34.5"),
        ("O1/KR1", "", '"" is not a number', "write digits only, such as 34.5"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused(
    target: Callable[[str], Target], address: str, written: str, message: str, hint: str
) -> None:
    assert complaint(lambda: values.read_value(written, target(address))) == (message, hint)


@pytest.mark.parametrize(
    ("address", "given", "message", "hint"),
    [
        ("O1/KR1", "percent", "O1/KR1 is reported by its value", "write --value, such as --value 40"),
        ("O1/KR3", "reached", "O1/KR3 is reported by its value", "write --value, such as --value 24"),
        ("O1/KR4", "value", "O1/KR4 is reported by its milestones", "say which one is reached: --reached M1"),
        ("O1/KR5", "value", "O1/KR5 has no metric and is reported in percent", "write how far it is: --percent 65"),
        ("O1/KR7", "value", "O1/KR7 takes no figure: it adds up from what aligns to it",
         "report status, confidence and words only"),
        ("O1", "percent", "O1 is an objective; figures belong to its key results", "name a key result: O1/KR1"),
    ],
)  # fmt: skip
def test_each_kind_takes_its_own_figure(
    target: Callable[[str], Target], address: str, given: values.Figure, message: str, hint: str
) -> None:
    assert complaint(lambda: values.refuse_other_figure(target(address), given)) == (message, hint)


def test_the_figure_of_its_kind_is_fine(target: Callable[[str], Target]) -> None:
    for address, figure in (("O1/KR1", "value"), ("O1/KR3", "value"), ("O1/KR4", "reached"), ("O1/KR5", "percent")):
        assert values.figure_of(target(address)) == figure
    values.refuse_other_figure(target("O1/KR5"), "percent")


def test_percent_confidence_and_milestones(target: Callable[[str], Target]) -> None:
    assert values.read_percent("65 %") == 65
    assert values.read_percent("130") == 130
    assert complaint(lambda: values.read_percent("-1"))[0] == "-1 is below 0 %"
    assert values.read_confidence("6.5") == 6.5
    assert complaint(lambda: values.read_confidence("-0.1"))[0] == "confidence goes from 0 to 10, not -0.1"
    assert complaint(lambda: values.read_confidence("11"))[0] == "confidence goes from 0 to 10, not 11"
    assert values.read_milestone("m2", target("O1/KR4")) == "M2"
    message, hint = complaint(lambda: values.read_milestone("M4", target("O1/KR4")))
    assert (message, hint) == ('O1/KR4 has no milestone "M4"', "they are: M1, M2, M3")


@pytest.mark.parametrize(
    ("written", "status"),
    [("at_risk", "at_risk"), ("At risk", "at_risk"), ("on-track", "on_track"), ("有风险", "at_risk"),
     ("正常", "on_track"),
     ("已延期", "off_track"), ("已完成", "done"), ("已暂停", "paused")],
)  # fmt: skip
def test_a_status_is_named_in_either_language(written: str, status: str) -> None:
    assert values.read_status(written) == status


def test_no_status() -> None:
    assert complaint(lambda: values.read_status("atrisk")) == ('"atrisk" is no status', "did you mean at_risk?")
    assert complaint(lambda: values.read_status("great"))[1].startswith("write one of: on_track, at_risk, off_track")


@pytest.mark.parametrize("nothing", ["", " \t"])
def test_words_are_needed(nothing: str) -> None:
    assert values.read_words(" a\n") == "a"
    assert complaint(lambda: values.read_words(nothing))[0] == "the text is empty"


def test_bytes_that_are_no_text_are_called_so() -> None:
    """Python hands on the byte ff of a command line as this surrogate."""
    assert complaint(lambda: values.read_words("bad \udcff byte"))[0] == "the text holds bytes that are no UTF-8"


@pytest.mark.parametrize(
    ("address", "expected"),
    [("O1/KR1", "O1/KR1"), ("alice/O1/KR1", "O1/KR1"), ("2026-Q1:alice/O1/KR1", "O1/KR1"), ("O1", "O1"),
     ("growth/O1/KR1", "growth/O1/KR1")],
)  # fmt: skip
def test_a_goal_is_named_shortly_when_it_is_ones_own(
    target: Callable[[str], Target], address: str, expected: str
) -> None:
    assert target(address).address == expected


@pytest.mark.parametrize(
    ("address", "message", "hint"),
    [
        ("O1/KR9", 'no goal "O1/KR9" in 2026-Q1', "did you mean O1/KR8?"),
        ("grwth/O1/KR1", 'no goal "grwth/O1/KR1" in 2026-Q1', "did you mean growth/O1/KR1?"),
        ("O9/KR2", 'no goal "O9/KR2" in 2026-Q1', "did you mean 2026-Q2:alice/O9/KR2?"),
        ("2026-Q2:O9/KR1", "alice/O9/KR1 belongs to cycle 2026-Q2", "report on it there: --cycle 2026-Q2"),
        ("O1/KR6", "O1/KR6 was dropped on 2026-02-01",
         "nothing is reported on it any more; if that is wrong, remove dropped: from cycles/2026-Q1/okrs/alice.yaml"),
        ("growth/O1/KR2", "growth/O1/KR2 is not for Alice Chen to report on",
         "it is reported by Bob Meyer, those it is with, or the lead; to take part, be added to its with:"),
    ],
)  # fmt: skip
def test_what_is_not_for_one_to_report_on(
    target: Callable[[str], Target], address: str, message: str, hint: str
) -> None:
    assert complaint(lambda: target(address)) == (message, hint)


@pytest.mark.parametrize(
    ("person", "allowed"),
    [("bob", True), ("wang", True), ("lin", True), ("eve", True), ("dana", True), ("alice", False)],
)
def test_who_owns_it_is_with_it_or_leads_may_report(tmp_path: Path, person: str, allowed: bool) -> None:
    """Bob owns it, 王芳 leads the team, Lin the company, Eve and Dana are of the team that it is with."""
    at, key = drafting(tmp_path), NoteKey("2026-Q1", Week(2026, 8), person)
    if allowed:
        assert target_of(at, key, "growth/O1/KR3").goal.title == "With help"
    else:
        assert complaint(lambda: target_of(at, key, "growth/O1/KR3"))[0].startswith("growth/O1/KR3 is not for")


def test_a_cycle_that_has_ended_takes_late_notes_for_its_own_weeks_only(tmp_path: Path) -> None:
    # On Thursday 9 April 2026, in W15, the first quarter is over; its last week W14 ran to 5 April.
    at = drafting(tmp_path, today=date(2026, 4, 9))
    assert check_week(at, NoteKey("2026-Q1", Week(2026, 14), "alice")).id == "2026-Q1"
    message, hint = complaint(lambda: check_week(at, NoteKey("2026-Q1", Week(2026, 15), "alice")))
    assert message == "week 2026-W15 is outside cycle 2026-Q1 (2026-01-01 to 2026-03-31)"
    assert hint == "name a week of the cycle: --week 2026-W14; or a cycle of that week: --cycle 2026-Q2"
