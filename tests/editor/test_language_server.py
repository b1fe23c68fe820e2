"""A real YAML language server with our schemas: what it flags, completes and shows.

Runs where node and the server are: `npm ci --prefix tests/editor` brings the server.
"""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from okrctl.workspace.layout import Kind
from tests.editor.language_server import PACKAGE, Flag, LanguageServer
from tests.workspace.corpus_files import CorpusFile, corpus

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(
    NODE is None or not PACKAGE.is_dir(),
    reason="needs Node.js and the YAML language server; one command brings it: npm ci --prefix tests/editor",
)

# Where the server's YAML is not ours.
READ_DIFFERENTLY = {"okr/bad/comma_in_flow": "to the server a comma with no space behind it is a part of the text"}


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    assert NODE is not None
    with LanguageServer(NODE, ROOT) as running:
        yield running


Open = Callable[[str, str], tuple[str, int, int]]


@pytest.fixture(scope="module")
def open_buffer(server: LanguageServer) -> Open:
    """Opens a text as a file of a kind beside the examples; its name, and line and column of `|`, the cursor."""
    numbers = count(1)

    def open_buffer(kind: str, text: str) -> tuple[str, int, int]:
        lines = [f"# yaml-language-server: $schema=../../schemas/{kind}.schema.json", *text.split("\n")]
        at = next((number for number, line in enumerate(lines) if "|" in line), 0)
        column = max(lines[at].find("|"), 0)
        lines[at] = lines[at].replace("|", "", 1)
        path = ROOT / "examples" / "buffers" / f"{next(numbers)}.yaml"
        return server.open(path, "\n".join(lines)), at + 1, column

    return open_buffer


ONE_GOAL = "An entry scores one goal: keep either `kr` or `objective`."
GROWTH = ROOT / "examples/starling/cycles/2026-Q1/okrs/growth.yaml"


def test_the_examples_are_clean_by_the_schemas_they_name(server: LanguageServer) -> None:
    """Every example file, whose first line names its schema by a relative path."""
    files = sorted((ROOT / "examples").rglob("*.yaml"))
    assert {path.relative_to(ROOT / "examples").parts[0] for path in files} == {"starling", "yunfan"}
    opened = {path: server.open(path, path.read_text(encoding="utf-8")) for path in files}
    assert {path: flags for path, uri in opened.items() if (flags := server.flags(uri))} == {}
    assert all(path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../") for path in files)


def test_an_example_with_two_mistakes(server: LanguageServer) -> None:
    text = GROWTH.read_text(encoding="utf-8")
    assert "    kind: committed\n    weight: 55\n" in text
    broken = text.replace("    kind: committed\n    weight: 55\n", "    kind: comitted\n    wieght: 55\n", 1)
    uri = server.open(GROWTH.with_name("growth-broken.yaml"), broken)
    assert server.flags(uri) == [
        Flag(6, "comitted", 'Value is not accepted. Valid values: "committed", "aspirational".'),
        Flag(7, "wieght", "Property wieght is not allowed."),
    ]


def test_mistakes_beside_chinese_and_emoji(server: LanguageServer, open_buffer: Open) -> None:
    uri, *_ = open_buffer("okr", "objectives:\n  - {id: O1, title: 让 😀 客户续约, 权重: 60}")
    assert server.flags(uri) == [Flag(3, "权重", "Property 权重 is not allowed.")]


@pytest.mark.parametrize(
    ("kind", "text", "underlined", "message"),
    [
        ("cycle", "start: |2026-02-30", "2026-02-30", "A date is expected here, such as 2026-03-31."),
        ("note", "week: |2026-W60", "2026-W60", "An ISO week is expected here, such as 2026-W08."),
        ("okr", "|owner: x", "o", 'Missing property "objectives".'),
        ("note", "done: [1/2/3]", "1/2/3", "A to-do is expected here as week/author/number, such as 2026-W07/alice/1."),
        ("retro", "scores: [{kr: O1/KR1, objective: O1}]", "objective", ONE_GOAL),
        ("retro", "scores: [{score: 1}]", "{", "Say what is scored: `kr`, or `objective` for an objective as a whole."),
        ("note", "other: [{title: x, reached: M1}]", "M1", 'Incorrect type. Expected "array | keys with values".'),
    ],
)
def test_a_mistake_is_told_in_words(
    server: LanguageServer, open_buffer: Open, kind: str, text: str, underlined: str, message: str
) -> None:
    uri, *_ = open_buffer(kind, text)
    assert server.flags(uri) == [Flag(2, underlined, message)]


@pytest.mark.parametrize("kind", Kind)
def test_good_files_of_every_kind_are_clean(server: LanguageServer, kind: Kind) -> None:
    files = corpus("good", kind)
    opened = {str(file): _open_corpus_file(server, file) for file in files}
    assert {name: flags for name, uri in opened.items() if (flags := server.flags(uri))} == {}


@pytest.mark.parametrize("kind", Kind)
def test_bad_files_of_every_kind_are_flagged_where_they_are_bad(server: LanguageServer, kind: Kind) -> None:
    files = [file for file in corpus("bad", kind) if not file.is_beyond_a_schema]
    opened = {file: _open_corpus_file(server, file) for file in files}
    flagged = {file: server.flags(uri) for file, uri in opened.items()}
    missed = {str(file) for file, flags in flagged.items() if file.marked_line not in {flag.line for flag in flags}}
    assert missed == {str(file) for file in files if str(file) in READ_DIFFERENTLY}


STATUS = ["on_track", "at_risk", "off_track", "done", "paused"]


def test_completion_offers_the_words_of_a_status(server: LanguageServer, open_buffer: Open) -> None:
    offers = server.offers(*open_buffer("note", "updates:\n  - kr: O1/KR1\n    status: |"))
    assert [offer.label for offer in offers] == STATUS
    assert offers[1].explanation == "🟡 Behind or threatened: needs attention, still in reach."


def test_completion_offers_the_keys_of_a_key_result(server: LanguageServer, open_buffer: Open) -> None:
    text = "objectives:\n  - id: O1\n    title: t\n    key_results:\n      - id: KR1\n        title: t\n        |"
    offers = {offer.label: offer for offer in server.offers(*open_buffer("okr", text))}
    assert {"metric", "keep", "milestones", "cascade", "weight", "owner", "aligns_to", "due"} <= set(offers)
    assert not {"id", "title"} & set(offers)  # they are there
    assert offers["metric"].inserted == "metric:\n  start: $1\n  target: $2"
    assert offers["metric"].explanation.startswith("A number that moves from `start` to `target`.")


def test_completion_of_an_empty_note_offers_all_its_keys_with_words(server: LanguageServer, open_buffer: Open) -> None:
    offers = server.offers(*open_buffer("note", "|"))
    assert {"author", "week", "updates", "other", "thanks", "done"} <= {offer.label for offer in offers}
    assert [offer.label for offer in offers if not offer.explanation] == []


@pytest.mark.parametrize(
    ("kind", "text", "labels"),
    [
        ("note", "updates:\n  - kr: O1/KR3\n    reached: |", ['["M1"]', "M1: …"]),
        ("settings", "approval: |", ['["manager"]', "default: …, leads: …"]),
        ("settings", "language: |", ["en", "zh"]),
        ("okr", "objectives:\n  - id: O1\n    kind: |", ["committed", "aspirational"]),
        ("form", "status: |", ["draft", "submitted", "declined"]),
        ("retro", "scores:\n  - kr: O1/KR1\n    next: |", ["carry", "revise", "drop"]),
    ],
)
def test_completion_of_values(
    server: LanguageServer, open_buffer: Open, kind: str, text: str, labels: list[str]
) -> None:
    assert [offer.label for offer in server.offers(*open_buffer(kind, text))] == labels


def test_hover_shows_what_a_key_means(server: LanguageServer, open_buffer: Open) -> None:
    text = "objectives:\n  - id: O1\n    title: t\n    aligns|_to: [company/O1/KR2]"
    shown = server.hover(*open_buffer("okr", text))
    assert "Objectives or key results of others that this one supports, by address; several are allowed." in shown
    assert "- company/O1/KR2" in shown


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("note", "updates:\n  - kr: O1\n    sta|tus: done", ["* `at_risk`: 🟡 Behind or threatened"]),
        ("note", "updates:\n  - kr: O1\n    rea|ched: [M1]", ["#### a list", "Milestones reached"]),
        ("note", "oth|er: []", ["on nobody's sheet"]),
        ("settings", "checkin: {ev|ery: week}", ["Default: week.", "* `month`: Every month (月报)."]),
        ("settings", "che|ckin: {every: week}", ["How often people report"]),
        ("okr", "objectives:\n  - id: O1\n    ki|nd: committed", ["* `committed`: Must be reached (使命必达)"]),
        ("org", "people:\n  王芳: {te|am: 销售部}", ["The team the person belongs to."]),
        ("org", "people:\n  王芳: {em|ail: w@yunfan.example}", ["#### email", "One address or a list"]),
        ("scheme", "privacy: {me|an: 3}", ["Fewest reviews behind a mean. Default: 3."]),
        ("calibration", "decisions:\n  - {who: a, ke|ep: A}", ["The grade that was discussed and kept"]),
    ],
)
def test_hover_shows_words_and_defaults(
    server: LanguageServer, open_buffer: Open, kind: str, text: str, words: list[str]
) -> None:
    shown = server.hover(*open_buffer(kind, text))
    assert [word for word in words if word not in shown] == []
    assert "||" not in shown


def _open_corpus_file(server: LanguageServer, file: CorpusFile) -> str:
    """The file, its schema named on a first line: on a bad file instead of what is wrong, so that lines agree."""
    text = file.content.decode("utf-8").removeprefix("\ufeff")
    rest = text.partition("\n")[2] if file.path.parent.name == "bad" else text
    modeline = f"# yaml-language-server: $schema=../../../../../schemas/{file.kind.value}.schema.json"
    return server.open(file.path, f"{modeline}\n{rest}")
