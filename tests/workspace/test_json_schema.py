"""The schemas judge as the models do, and help in an editor."""

import json
from collections.abc import Iterator
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from okrctl.models.base import Record
from okrctl.workspace.json_schema import json_schema, schema_files
from okrctl.workspace.layout import Kind
from tests.models.reading import read_yaml
from tests.models.samples import BAD, GOOD, MODELS, Bad

VALIDATORS = {
    kind.value: Draft202012Validator(json_schema(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)
    for kind in Kind
}


def _accepted_by_model(kind: str, data: object) -> bool:
    module, name = MODELS[kind].split(":")
    model: type[Record] = getattr(import_module(f"okrctl.models.{module}"), name)
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def _records(kind: Kind) -> Iterator[tuple[str, dict]]:
    schema = json_schema(kind)
    yield schema["title"], schema
    for name, definition in schema["$defs"].items():
        if "properties" in definition:
            yield name, definition


@pytest.mark.parametrize("kind", Kind)
def test_schemas_are_valid_and_stand_alone(kind: Kind) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:okrctl:schema:{kind.value}:1"
    for reference in _values_of("$ref", schema):
        assert reference.removeprefix("#/$defs/") in schema["$defs"]


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_good_file_is_valid(kind: str, text: str) -> None:
    errors = [error.message for error in VALIDATORS[kind].iter_errors(read_yaml(text))]
    assert errors == []


@pytest.mark.parametrize(("kind", "bad"), BAD)
def test_bad_file_is_not_valid(kind: str, bad: Bad) -> None:
    assert not VALIDATORS[kind].is_valid(read_yaml(bad.text))


_PIECES = (
    None, True, -1, -0.5, 0, 0.5, 5, 101, 10**31, "", " ", "x", "a b", "王芳", "committed", "peer",
    "2026-01-31", "2026-02-30", "2026-W08", "O1/KR1", "2026-Q1:a/O1", "2026-W07/alice/1", "a@b", "a.",
    [], ["x"], [None], [1, 2], [0.5, 1], {}, {"x": "y"}, {"x": {}}, {"a b": 1}, {"2026-01-31": 1},
)  # fmt: skip


def _places(node: object, path: tuple = ()) -> Iterator[tuple]:
    yield path
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from _places(value, (*path, key))


def _can_be_said(place: tuple) -> bool:
    """Whether a schema can judge it: which zones exist, and which of two numbers is smaller, it cannot say."""
    return place[-1] != "timezone" and not (place[0] in ("limits", "guidance") and isinstance(place[-1], int))


@pytest.mark.parametrize(("kind", "text"), GOOD)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_model_and_schema_agree_on_whatever_is_changed(kind: str, text: str, data: st.DataObject) -> None:
    file = read_yaml(text)
    places = [place for place in _places(file) if place and _can_be_said(place)]
    if places:
        *way, last = data.draw(st.sampled_from(places))
        node = file
        for key in way:
            node = node[key]
        if isinstance(node, dict) and data.draw(st.booleans()):
            del node[last]
        else:
            node[last] = data.draw(st.sampled_from(_PIECES))
    accepted = _accepted_by_model(kind, file)
    assert VALIDATORS[kind].is_valid(file) == (accepted and (kind != Kind.RETRO or _names_one_goal_each(file)))


def _names_one_goal_each(retro: dict) -> bool:
    """What the schema tells beyond the model: a rule tells it, too."""
    return all(("kr" in entry) != ("objective" in entry) for entry in retro.get("scores", []))


@pytest.mark.parametrize("kind", Kind)
def test_every_key_is_described(kind: Kind) -> None:
    definitions = json_schema(kind)["$defs"]
    for record, schema in _records(kind):
        assert schema["description"], record
        assert schema["additionalProperties"] is False, record
        for key, about in schema["properties"].items():
            referred = definitions.get(about.get("$ref", "").removeprefix("#/$defs/"), {})
            described = about.get("description") or referred.get("description", "")
            assert described.endswith((".", "?")), f"{record}.{key}"


@pytest.mark.parametrize("kind", Kind)
def test_examples_and_defaults_are_valid_themselves(kind: Kind) -> None:
    schema = json_schema(kind)
    for record, described in _records(kind):
        for key, about in described["properties"].items():
            validator = Draft202012Validator({**about, "$defs": schema["$defs"]})
            for example in [*about.get("examples", []), *([about["default"]] if "default" in about else [])]:
                assert validator.is_valid(example), f"{record}.{key}: {example}"


def test_closed_lists_are_explained() -> None:
    for kind in Kind:
        for record, schema in _records(kind):
            for key, about in schema["properties"].items():
                if "enum" in about and key != "meeting":
                    unexplained = [word for word in about["enum"] if f"`{word}`" not in about["description"]]
                    assert unexplained == [], f"{record}.{key}"


def test_patterns_are_read_alike_by_editors() -> None:
    regress = pytest.importorskip("regress")
    for kind in Kind:
        for pattern in _values_of("pattern", json_schema(kind)):
            regress.Regex(pattern, "u")
    handle = regress.Regex(json_schema(Kind.OKR)["$defs"]["handle"]["pattern"], "u")
    assert handle.find("王芳")
    assert not handle.find("a😀")
    assert not handle.find("alice\n")


def test_a_null_is_no_value() -> None:
    assert not VALIDATORS["note"].is_valid({"updates": [{"kr": "O1", "progress": None}]})


def test_defaults_of_the_settings() -> None:
    definitions = json_schema(Kind.SETTINGS)["$defs"]
    assert definitions["Thresholds"]["properties"]["at_risk"]["default"] == 0.10
    assert definitions["CommittedThresholds"]["properties"]["off_track"]["default"] == 0.15
    assert definitions["Limits"]["properties"]["key_results"]["default"] == [2, 5]


def test_own_keys_come_before_shared_ones() -> None:
    definitions = json_schema(Kind.NOTE)["$defs"]
    assert list(definitions["Update"]["properties"])[:2] == ["kr", "value"]
    assert list(definitions["Other"]["properties"])[:3] == ["title", "escalate", "value"]


def test_one_file_per_kind_always_the_same() -> None:
    files = schema_files()
    assert list(files) == [f"{kind.value}.schema.json" for kind in Kind]
    assert files == schema_files()
    for name, text in files.items():
        assert text.endswith("}\n"), name
        assert "\\u4f" not in text
        assert json.loads(text)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def _values_of(name: str, node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get(name), str):
            yield node[name]
        for value in node.values():
            yield from _values_of(name, value)
    elif isinstance(node, list):
        for item in node:
            yield from _values_of(name, item)
