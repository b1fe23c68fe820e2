"""The scalars that every file is made of."""

import math
from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from okrctl.models import base
from okrctl.models.base import Expected, Maybe, Record, expectation
from okrctl.source.scalar import WrittenFloat, WrittenInt


def read(kind: object, value: object) -> object:
    return TypeAdapter(kind).validate_python(value)


def error_of(kind: object, value: object) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    (error,) = caught.value.errors()
    return error["type"], error["ctx"]["expected"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", "plain"),
        (WrittenFloat("1.10"), "1.10"),
        (WrittenInt("007"), "007"),
        (2026, "2026"),
        (True, "true"),
        (False, "false"),
        ("  kept ", "  kept "),
        ("e\u0301", "e\u0301"),
        (".", "."),
    ],
)
def test_text_is_taken_as_written(value: object, text: str) -> None:
    found = read(base.Text, value)
    assert found == text
    assert type(found) is str


@pytest.mark.parametrize("value", [None, "", " \t\n", "\u3000", "\ufeff", "\x85", [], {}, ["a"], "lone \ud800"])
def test_what_is_no_text(value: object) -> None:
    assert error_of(base.Text, value) == ("okr_form", "text")


def test_text_of_an_integer_that_python_does_not_print_is_out_of_range() -> None:
    assert error_of(base.Text, 10**5000) == ("okr_range", "text")


def test_labels_are_composed() -> None:
    assert read(base.Label, "e\u0301") == "é"


@pytest.mark.parametrize("value", [0, -3, 31.5, WrittenInt("5000000"), WrittenFloat("1.10"), 1e30])
def test_numbers_are_plain(value: float) -> None:
    found = read(base.Number, value)
    assert found == value
    assert type(found) is (int if isinstance(value, int) else float)


@pytest.mark.parametrize("value", [True, "34.5", None, [1], {}])
def test_what_is_no_number(value: object) -> None:
    assert error_of(base.Number, value) == ("okr_form", "number")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 10**400, -(10**400), 1e31])
def test_numbers_that_cannot_be_calculated_with(value: float) -> None:
    assert error_of(base.Number, value) == ("okr_range", "number")


@pytest.mark.parametrize(
    ("kind", "word", "low", "high"),
    [
        (base.Percent, "percent", 0, 100),
        (base.Share, "share", 0, 1),
        (base.Way, "way", -10, 10),
        (base.Confidence, "confidence", 0, 10),
        (base.Amount, "amount", 0, 1e30),
        (base.Count, "whole number", 0, 1_000_000),
        (base.Ordinal, "whole number", 1, 1_000_000),
    ],
)
def test_ranges_hold_their_ends_and_nothing_beyond(kind: object, word: str, low: float, high: float) -> None:
    assert read(kind, low) == low
    assert read(kind, high) == high
    assert error_of(kind, low - 1) == ("okr_range", word)
    assert error_of(kind, high * 10) == ("okr_range", word)
    assert error_of(kind, math.nan) == ("okr_range", word)
    assert error_of(kind, "1") == ("okr_form", word)
    assert error_of(kind, True) == ("okr_form", word)


def test_whole_numbers_may_be_written_with_a_point_but_not_with_a_fraction() -> None:
    assert read(base.Count, 5.0) == 5
    assert type(read(base.Count, 5.0)) is int
    assert error_of(base.Count, 5.5) == ("okr_form", "whole number")


@pytest.mark.parametrize("value", [0, 1, "true", "yes", None, []])
def test_what_is_no_flag(value: object) -> None:
    assert error_of(base.Flag, value) == ("okr_form", "yes/no")


def test_an_optional_key_may_be_left_out_but_not_left_empty() -> None:
    class Sample(Record):
        """A record with one optional key."""

        why: Maybe[base.Text] = None

    assert Sample.model_validate({}).why is None
    with pytest.raises(ValidationError):
        Sample.model_validate({"why": None})


@pytest.mark.parametrize("word", get_args(Expected))
def test_every_expected_word_is_explained_in_both_languages(word: Expected) -> None:
    sentence, example = expectation(word)
    assert sentence.en
    assert any("一" <= character <= "鿿" for character in sentence.zh) or word == "yes/no"
    assert example
