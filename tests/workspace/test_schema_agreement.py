"""Models and schemas agree on whole files: on the examples, and on a corpus of good and bad files of every kind."""

import json
from calendar import monthrange
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from okrctl.models.calendar import DAY_PATTERN
from okrctl.source.document import Document
from okrctl.source.place import locate
from okrctl.workspace.faults import fault_of_problem
from okrctl.workspace.json_schema import schema_files
from okrctl.workspace.layout import Kind, identify
from okrctl.workspace.read import model_of, read_document
from okrctl.workspace.schema import faults_of
from tests.rules.findings import seen
from tests.workspace.corpus_files import CORPUS, CorpusFile, corpus

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
PATHS = {Kind.RETRO: "cycles/2026-Q1/retros/growth.yaml"}  # where a rule can find what only rules find
MAIN_KINDS = (Kind.SETTINGS, Kind.ORG, Kind.CYCLE, Kind.OKR, Kind.NOTE, Kind.RETRO, Kind.SCHEME, Kind.FORM)


@cache
def _schema(kind: Kind) -> dict:
    """The schema as it lies in the repository: what editors read."""
    return json.loads((SCHEMAS / f"{kind.value}.schema.json").read_text(encoding="utf-8"))


@cache
def _validator(kind: Kind) -> Draft202012Validator:
    return Draft202012Validator(_schema(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)


def _schema_errors(kind: Kind, document: Document) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in _validator(kind).iter_errors(document.data)]


def _findings(kind: Kind, document: Document) -> list[tuple[str, int]]:
    """Code and line of everything that reading and the model find wrong."""
    found = [fault_of_problem(document, problem) for problem in document.problems]
    if document.readable:
        try:
            model_of(kind).model_validate(document.data)
        except ValidationError as error:
            found += faults_of(document, model_of(kind), error)
    return [(one.code, locate(one.place).start.line) for one in found]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_file_of_the_examples_is_accepted_by_both(example: Path) -> None:
    kinds = set()
    for path in sorted(example.rglob("*.yaml")):
        identity = identify(path.relative_to(example).as_posix())
        assert identity is not None, path
        kinds.add(identity.kind)
        document = read_document(path.name, path.read_bytes())
        assert (path, _findings(identity.kind, document), _schema_errors(identity.kind, document)) == (path, [], [])
    assert kinds >= {Kind.SETTINGS, Kind.ORG, Kind.CYCLE, Kind.OKR, Kind.NOTE}


@pytest.mark.parametrize("file", corpus("good"), ids=str)
def test_good_file_is_accepted_by_both(file: CorpusFile) -> None:
    document = read_document(file.path.name, file.content)
    assert _findings(file.kind, document) == []
    assert _schema_errors(file.kind, document) == []


@pytest.mark.parametrize("file", [file for file in corpus("bad") if not file.is_found_by_a_rule], ids=str)
def test_bad_file_has_the_one_finding_that_it_announces(file: CorpusFile) -> None:
    ((code, line),) = _findings(file.kind, read_document(file.path.name, file.content))
    assert code == file.code
    assert line == (file.marked_line or line)


@pytest.mark.parametrize("file", [file for file in corpus("bad") if file.is_found_by_a_rule], ids=str)
def test_what_is_called_found_by_a_rule_is(tmp_path: Path, file: CorpusFile) -> None:
    """The model takes it, and the rule of that code names the line; self-scores are those of a team with O1/KR1."""
    path = PATHS[file.kind]
    assert _findings(file.kind, read_document(file.path.name, file.content)) == []
    files = {path: file.content.decode("utf-8")}
    assert [(one.path, one.line) for one in seen(tmp_path, file.code, files)] == [(path, file.marked_line)]


@pytest.mark.parametrize("file", [file for file in corpus("bad") if not file.is_beyond_a_schema], ids=str)
def test_bad_file_is_rejected_by_its_schema(file: CorpusFile) -> None:
    assert not _validator(file.kind).is_valid(read_document(file.path.name, file.content).data)


@pytest.mark.parametrize("file", [file for file in corpus("bad") if file.is_beyond_a_schema], ids=str)
def test_what_is_called_beyond_a_schema_is(file: CorpusFile) -> None:
    """A schema that has learnt to tell is no longer excused."""
    document = read_document(file.path.name, file.content)
    assert not document.readable or _validator(file.kind).is_valid(document.data)


@pytest.mark.parametrize("kind", Kind)
def test_the_corpus_knows_every_kind_in_both_languages(kind: Kind) -> None:
    good, bad = corpus("good", kind), corpus("bad", kind)
    assert len(bad) >= (8 if kind in MAIN_KINDS else 4)
    for files in (good, bad):
        chinese = [
            file for file in files if any("一" <= character <= "鿿" for line in file.lines for character in line)
        ]
        assert chinese
        assert len(chinese) < len(files)


def test_the_corpus_holds_nothing_that_is_not_read() -> None:
    read = {file.path for file in corpus("good") + corpus("bad")}
    assert {path for path in CORPUS.rglob("*") if path.is_file()} == read


def test_schemas_in_the_repository_are_those_of_the_models() -> None:
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()}
    assert on_disk == schema_files()


@pytest.mark.parametrize("kind", Kind)
def test_schema_is_valid_and_describes_every_property(kind: Kind) -> None:
    schema = _schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    undescribed = [
        f"{record}.{name}"
        for record, properties in _properties(schema)
        for name, about in properties.items()
        if not about.get("description", "").strip()
    ]
    assert undescribed == []


@pytest.mark.parametrize("kind", Kind)
def test_every_word_of_a_closed_list_says_what_it_means(kind: Kind) -> None:
    for node in _nodes(_schema(kind)):
        if isinstance(node.get("enum"), list):
            assert len(node["enumDescriptions"]) == len(node["enum"])
            assert all(node["enumDescriptions"])


@pytest.mark.parametrize("kind", Kind)
def test_every_default_is_told(kind: Kind) -> None:
    for record, properties in _properties(_schema(kind)):
        untold = [
            name for name, about in properties.items() if "default" in about and "efault" not in about["description"]
        ]
        assert untold == [], record


@pytest.mark.parametrize("kind", Kind)
def test_snippets_are_valid_themselves(kind: Kind) -> None:
    schema = _schema(kind)
    for _, properties in _properties(schema):
        for about in properties.values():
            for snippet in about.get("defaultSnippets", []):
                assert Draft202012Validator({**about, "$defs": schema["$defs"]}).is_valid(snippet["body"])


def test_the_pattern_of_a_date_knows_how_long_months_are() -> None:
    validator = Draft202012Validator({"type": "string", "pattern": DAY_PATTERN})
    for year in (1900, 1999, 2000, 2004, 2023, 2024, 2026, 2028, 2100, 2400, 2800, 2900, 2996):
        for month in range(1, 13):
            last = monthrange(year, month)[1]
            wrong = [
                day for day in range(32) if validator.is_valid(f"{year}-{month:02}-{day:02}") != (1 <= day <= last)
            ]
            assert wrong == [], f"{year}-{month:02}"


def _properties(schema: dict) -> Iterator[tuple[str, dict]]:
    """The properties of the file and of each record in it."""
    yield "file", schema["properties"]
    for name, record in schema["$defs"].items():
        if "properties" in record:
            yield name, record["properties"]


def _nodes(node: object) -> Iterator[dict]:
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(inner)
