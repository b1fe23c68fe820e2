"""The JSON Schemas (2020-12) of the files, for editors and other people's tools; made of the models."""

import json
from importlib import import_module

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from okrctl.workspace.layout import TABLE, Kind
from okrctl.workspace.meanings import meanings

_VERSION = 1  # of the format, as `version` in the settings
_ORDER = ("description", "type", "additionalProperties", "required", "properties", "if", "then", "else")
_OF_FIELD = ("description", "default", "examples")  # what a key says about itself, beside the form of its value
_SHAPES: tuple[tuple[str, str], ...] = (("array", "a list"), ("object", "keys with values"))
_TITLES: tuple[tuple[Kind, str], ...] = (
    (Kind.SETTINGS, "okrctl settings"),
    (Kind.ORG, "okrctl people and teams"),
    (Kind.CYCLE, "okrctl cycle"),
    (Kind.OKR, "okrctl OKR sheet"),
    (Kind.NOTE, "okrctl weekly note"),
    (Kind.RETRO, "okrctl self-scores and lessons"),
    (Kind.SCHEME, "okrctl review scheme"),
    (Kind.INVITATION, "okrctl review invitations"),
    (Kind.FORM, "okrctl review form"),
    (Kind.FEEDBACK, "okrctl feedback"),
    (Kind.CALIBRATION, "okrctl calibration log"),
    (Kind.LIBRARY, "okrctl library of OKRs"),
)


def json_schema(kind: Kind) -> dict[str, object]:
    """The schema of one kind of file, self-contained."""
    made = _model(kind).model_json_schema(schema_generator=_Generator)
    records: JsonSchemaValue = made.pop("$defs", {})
    scalars: dict[str, object] = {}
    body = _ordered(made, scalars)
    definitions = {name: _ordered(records[name], scalars) for name in sorted(records)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:okrctl:schema:{kind.value}:{_VERSION}",
        "title": dict(_TITLES)[kind],
        **body,
        "$defs": definitions | dict(sorted(scalars.items())),
    }


def schema_files() -> dict[str, str]:
    """The text of every schema by the name of its file."""
    return {f"{kind.value}.schema.json": _text(json_schema(kind)) for kind in Kind}


def _text(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _model(kind: Kind) -> type[BaseModel]:
    module, name = next(row.model for row in TABLE if row.kind is kind).split(":")
    model: type[BaseModel] = getattr(import_module(f"okrctl.models.{module}"), name)
    return model


def _ordered(record: JsonSchemaValue, scalars: dict[str, object]) -> dict[str, object]:
    """The schema of a record, in the order in which a person asks for its parts."""
    named = _named(record, scalars)
    return {key: named[key] for key in _ORDER if key in named} | named


def _named(node: JsonSchemaValue, scalars: dict[str, object]) -> dict[str, object]:
    """`node` without titles, and with a reference for each marked scalar, whose definition goes into `scalars`."""
    untitled = _explained({key: value for key, value in node.items() if key != "title" or isinstance(value, dict)})
    name = untitled.pop("x-scalar", None)
    if name is None:
        return {key: _named_value(key, value, scalars) for key, value in untitled.items()}
    scalars[name] = {key: value for key, value in untitled.items() if key not in _OF_FIELD}
    return {"$ref": f"#/$defs/{name}"} | {key: untitled[key] for key in _OF_FIELD if key in untitled}


def _named_value(key: str, value: object, scalars: dict[str, object]) -> object:
    if isinstance(value, dict) and key not in _OF_FIELD:
        return _named(value, scalars)
    if isinstance(value, list) and key == "anyOf":
        return [_titled(_named(choice, scalars)) for choice in value]
    return value


def _explained(node: JsonSchemaValue) -> JsonSchemaValue:
    """`node` with what an editor shows beside a list of words, for a default, and for one of several forms."""
    if isinstance(node.get("enum"), list):
        node = node | {"enumDescriptions": meanings(node["enum"])}
    if "anyOf" in node:
        node = _with_snippets(node)
    description = node.get("description", "")
    if "default" in node and isinstance(description, str) and "default" not in description.lower():
        written = json.dumps(node["default"], ensure_ascii=False).replace('"', "")
        node = node | {"description": f"{description} Default: {written}."}
    return node


def _with_snippets(node: JsonSchemaValue) -> JsonSchemaValue:
    """Examples that are mappings become snippets: editors have no name for such an example in a list of choices."""
    examples = node.get("examples", [])
    snippets = [
        {"label": ", ".join(f"{key}: …" for key in example), "body": example}
        for example in examples
        if isinstance(example, dict)
    ]
    if not snippets:
        return node
    rest = [example for example in examples if not isinstance(example, dict)]
    return node | {"examples": rest, "defaultSnippets": snippets}


def _titled(choice: dict[str, object]) -> dict[str, object]:
    """One of several forms, with a word for it; an editor would show the title of the whole file for each."""
    name = str(choice["$ref"]).rpartition("/")[2] if "$ref" in choice else dict(_SHAPES)[str(choice["type"])]
    return {"title": name} | choice


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, for people to read and no looser than the models."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A record's own keys come before those that it inherits."""
        made = super().model_schema(schema)
        record = schema["cls"]
        inherited = {name for base in record.__mro__[1:] for name in getattr(base, "model_fields", ())}
        later = {field.alias or name for name, field in record.model_fields.items() if name in inherited}
        properties: JsonSchemaValue = made.get("properties", {})
        made["properties"] = dict(sorted(properties.items(), key=lambda item: item[0] in later))
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Every key must have the form of a key; Pydantic's own `patternProperties` would let others pass."""
        return {
            "type": "object",
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """A default that only says that nothing is written is left out."""
        made = super().default_schema(schema)
        if made.get("default", ()) in (None, [], {}):
            made.pop("default", None)
        return made

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """The choices, which differ in type."""
        choices = [self.generate_inner(choice) for choice in schema["choices"].values()]
        return {"anyOf": choices}
