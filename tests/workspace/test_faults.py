"""The words for what is wrong with a file, and how Pydantic's complaints become findings."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.source.place import locate
from okrctl.source.problem import Problem, ProblemKind
from okrctl.source.span import Span
from okrctl.workspace.faults import fault_of_problem, fault_of_refusal
from okrctl.workspace.files import Refusal
from okrctl.workspace.layout import Kind
from okrctl.workspace.read import model_of, read_document
from okrctl.workspace.schema import faults_of

PERSON = "people:\n  bob: {team: growth, "


def said(kind: Kind, text: str) -> list[Diagnostic]:
    document = read_document("x.yaml", text.encode())
    assert document.readable
    try:
        model_of(kind).model_validate(document.data)
    except ValidationError as error:
        return list(faults_of(document, model_of(kind), error))
    return []


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_of_a_text_has_words_in_both_languages(kind: ProblemKind) -> None:
    one = fault_of_problem(read_document("x.yaml", b"a: 1"), Problem(kind, Span(0, 1), "{x}", Span(0, 1)))
    for sentence in (one.message, one.remedy):
        assert sentence.en
        assert any("一" <= character <= "鿿" for character in sentence.zh)
        assert "{found}" not in sentence.en + sentence.zh
        assert "{{" not in sentence.en + sentence.zh


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_has_words_in_both_languages(refusal: Refusal) -> None:
    one = fault_of_refusal("x.yaml", refusal)
    assert one.code in ("OKR001", "OKR005", "OKR011", "OKR013")
    for sentence in (one.message, one.remedy):
        assert sentence.en
        assert any("一" <= character <= "鿿" for character in sentence.zh)
        assert "{{" not in sentence.en + sentence.zh


@pytest.mark.parametrize(
    ("kind", "text", "code", "message", "remedy"),
    [
        (Kind.OKR, "objectives: []\nownr: bob\n", "OKR006", 'unknown key "ownr"', "did you mean owner?"),
        (Kind.NOTE, "updates: [{value: 3}]\n", "OKR007", 'the key "kr" is missing', "add kr: growth/O1/KR1"),
        (Kind.NOTE, "updates: [{kr: O1, value: '3'}]\n", "OKR008", 'expected a number, found "3"', "write digits only"),
        (Kind.NOTE, "updates: [{kr: O1, confidence: 70}]\n", "OKR009", "70 is out of range", "for example: 7"),
        (Kind.NOTE, "updates: [{kr: O1, status: on_trak}]\n", "OKR009", "did you mean on_track?", "write one of:"),
        (Kind.NOTE, "updates: [{kr: a b}]\n", "OKR008", 'found "a b"', "growth/O1/KR2"),
        (Kind.NOTE, "updates: {kr: O1}\n", "OKR008", "expected a list, found a mapping",
         "for example: [{kr: O1/KR1, status: on_track}]"),
        (Kind.NOTE, "updates:\n", "OKR008", "found nothing", "for example: [{kr: O1/KR1, status: on_track}]"),
        (Kind.NOTE, "other: [a]\n", "OKR008", 'expected keys with values, found "a"', "example: {title: Trade fair"),
        (Kind.NOTE, "done: 3\n", "OKR008", "expected a list, found 3", "[2026-W07/alice/1, "),
        (Kind.NOTE, "updates: [{kr: O1, evidence: 3}]\n", "OKR008", "expected a list, found 3", "[alice/funnel.png"),
        (Kind.RETRO, "went_well: 3\n", "OKR008", "expected a list, found 3", "[alice, bob]"),
        (Kind.OKR, "objectives:\n", "OKR008", "found nothing", "[{id: O1, title: Newcomers stay}]"),
        (Kind.OKR, "objectives: [{id: O1, title: A, key_results: 3}]\n", "OKR008", "found 3", "[{id: KR1, title: Six"),
        (Kind.RETRO, "scores:\n", "OKR008", "found nothing", "[{kr: O1/KR1, score: 0.7}]"),
        (Kind.NOTE, "week: 2026-W60\n", "OKR009", '2026 has no week 60', "2026-W08"),
        (Kind.ORG, PERSON + "left: 2026-02-30}\n", "OKR009", 'there is no such day: 2026-02-30', "2026-03-31"),
        (Kind.ORG, PERSON + "external: yes}\n", "OKR008", "expected true or false", "true"),
        (Kind.INVITATION, "reviewers: [{who: bob, relation: pear}]\n", "OKR112", "did you mean peer?", "cross_team"),
    ],
)  # fmt: skip
def test_the_message_names_the_value_and_the_remedy_shows_how(
    kind: Kind, text: str, code: str, message: str, remedy: str
) -> None:
    (one,) = said(kind, text)
    assert one.code == code
    assert message in one.message.en
    assert remedy in one.remedy.en


@pytest.mark.parametrize(
    ("kind", "text", "english", "chinese"),
    [
        (Kind.ORG, PERSON + "left: 2026-02-30}\n", "there is no such day: 2026-02-30", "“2026-02-30”这一天不存在"),
        (
            Kind.ORG,
            PERSON + "left: 3026-02-03}\n",
            '"3026-02-03" is out of range; expected a year from 1900 to 2999',
            "“3026-02-03”超出范围，年份应为 1900 到 2999",
        ),
        (Kind.NOTE, "week: 2026-W60\n", "2026 has no week 60", "2026 年没有第 60 周"),
        (
            Kind.NOTE,
            "updates: [{kr: O1, confidence: 12}]\n",
            "12 is out of range; expected a number from 0 to 10",
            "12 超出范围，应为一个 0 到 10 的数字",
        ),
        (
            Kind.NOTE,
            "updates: [{kr: O1, status: green}]\n",
            '"green" is not one of the values allowed here',
            "“green”不是这个键可取的值",
        ),
        (
            Kind.NOTE,
            "updates: [{kr: O1, status: 3}]\n",
            "3 is not one of the values allowed here",
            "3 不是这个键可取的值",
        ),
        (
            Kind.ORG,
            PERSON + "external: yes}\n",
            'expected true or false, found "yes"',
            "应为 true 或 false，却是“yes”",
        ),
    ],
)
def test_a_wrong_value_is_told_in_both_languages(kind: Kind, text: str, english: str, chinese: str) -> None:
    (one,) = said(kind, text)
    assert one.message == (english, chinese)


def test_allowed_values_are_listed_as_each_language_does() -> None:
    (one,) = said(Kind.NOTE, "updates: [{kr: O1, status: green}]\n")
    assert one.remedy.en == "write one of: on_track, at_risk, off_track, done, paused"
    assert one.remedy.zh == "可取的值：on_track、at_risk、off_track、done、paused"


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("okrctl.yaml", "write version: 1, or delete it and run okrctl init"),
        ("org.yaml", "fill it in or delete it"),
        ("cycles/2026-Q1/okrs/bob.yaml", "fill it in, or delete it and let okrctl new write a template"),
        ("reviews/2026-H1/scheme.yaml", "fill it in or delete it"),
    ],
)
def test_only_what_okrctl_new_writes_is_offered_by_it(path: str, remedy: str) -> None:
    one = fault_of_problem(read_document(path, b""), Problem(ProblemKind.EMPTY, Span(0, 0)))
    assert one.remedy.en == remedy


@pytest.mark.parametrize(
    ("text", "line", "column", "end"),
    [
        ("ownr: bob\nobjectives: []\n", 1, 1, 5),
        ("objectives:\n  - {id: O1, titel: x}\n", 2, 14, 19),
        ("objectives:\n  - {id: O1, title: 目标, weight: 很多}\n", 2, 33, 35),
        ('objectives:\n  - {id: O1, title: "目标", tags: [a, [b]]}\n', 2, 37, 40),
        ("objectives:\n  - {id: O1, title: x, key_results: [{id: K, title: y, checkpoints: {soon: 3}}]}\n", 2, 70, 74),
    ],
)  # fmt: skip
def test_a_key_is_reported_at_the_key_and_a_value_at_the_value(text: str, line: int, column: int, end: int) -> None:
    (one,) = said(Kind.OKR, text)
    place = locate(one.place)
    assert (*place.start, place.end.column) == (line, column, end)


def test_a_misspelt_key_is_one_mistake_and_a_second_missing_key_another() -> None:
    assert [one.code for one in said(Kind.OKR, "objectives: [{id: O1, titel: x}]\n")] == ["OKR006"]
    found = [(one.code, one.message.en) for one in said(Kind.OKR, "objectives: [{titel: x}]\n")]
    assert sorted(found) == [("OKR006", 'unknown key "titel"'), ("OKR007", 'the key "id" is missing')]


def test_a_remedy_never_quotes_the_value(tmp_path: Path) -> None:
    secret = "Kündigung"
    for text in (
        f"ratings: {{a: {{grade: [{secret}]}}}}\n",
        f"status: {secret}\n",
        f"{secret}: 1\n",
        f"grade: {{{secret}: 1}}\n",
        f"outputs: {secret}\n",
    ):
        for one in said(Kind.FORM, text):
            assert secret not in one.remedy.en + one.remedy.zh
