"""Every kind of file: what is accepted, and one error for one mistake."""

from contextlib import suppress
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from okrctl.models.base import Record, expectation
from tests.models.reading import read_yaml
from tests.models.samples import BAD, GOOD, MODELS, Bad


def model_of(kind: str) -> type[Record]:
    module, name = MODELS[kind].split(":")
    return getattr(import_module(f"okrctl.models.{module}"), name)


def _keys(record: type[Record]) -> list[str]:
    return [field.alias or name for name, field in record.model_fields.items()]


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_good_file_is_accepted(kind: str, text: str) -> None:
    model_of(kind).model_validate(read_yaml(text))


@pytest.mark.parametrize(("kind", "bad"), BAD)
def test_one_mistake_gives_one_error_at_its_place(kind: str, bad: Bad) -> None:
    with pytest.raises(ValidationError) as caught:
        model_of(kind).model_validate(read_yaml(bad.text))
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == (bad.type, bad.loc)
    if error["type"].startswith("okr_"):
        expectation(error["ctx"]["expected"])


@pytest.mark.parametrize("kind", MODELS)
def test_every_kind_has_samples_in_both_languages_and_five_mistakes(kind: str) -> None:
    texts = [text for name, text in GOOD if name == kind]
    assert any("一" <= character <= "鿿" for text in texts for character in text)
    assert any(text.isascii() for text in texts)
    assert sum(name == kind for name, _ in BAD) >= 5


_SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6),
    st.sampled_from(["alice", "O1", "growth/O1/KR1", "2026-W08", "2026-03-31", "peer", "on_track", 10**400, 1e308]),
)  # fmt: skip
_WORDS = sorted({key for kind in MODELS for key in _keys(model_of(kind))} | {"id", "kr", "risks", "reached", "who"})
_DATA = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_WORDS) | st.text(max_size=3), inner),
    max_leaves=12,
)


@pytest.mark.parametrize("kind", MODELS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_read_gives_a_record_or_errors(kind: str, data: st.DataObject) -> None:
    model = model_of(kind)
    value = data.draw(_DATA | st.dictionaries(st.sampled_from(_keys(model)), _DATA))
    with suppress(ValidationError):
        model.model_validate(value)


@pytest.mark.parametrize("kind", MODELS)
def test_records_are_frozen(kind: str) -> None:
    text = next(text for name, text in GOOD if name == kind)
    record = model_of(kind).model_validate(read_yaml(text))
    with pytest.raises(ValidationError):
        setattr(record, next(iter(type(record).model_fields)), None)
