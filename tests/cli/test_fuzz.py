"""Whatever is typed and whatever stands in a file: an exit code of ours, and never a traceback."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrctl.rules.casts import CASTS
from tests.cli.conftest import GROWTH, NOTE
from tests.cli.inside import run
from tests.support.trees import write_tree

VERBS = ("validate", "explain", "tree", "weekly", "new", "cycle", "okr", "note", "schema")
LATER = ("align", "checkin", "todo", "list", "done", "add", "status", "retro", "rollover")
OPTIONS = ("-C", "--cycle", "--today", "--lang", "--color", "-q", "-v", "--format", "--select", "--ignore", "--strict")
OF_LATER = ("--value", "--percent", "--reached", "--status", "--risk", "--next", "-m", "--kr", "--person", "--overdue")
LISTS = ("--late", "--stale", "--missing", "--rollout", "--write", "--to", "--project")
MORE = ("--week", "--from", "--to", "--depth", "--up", "--by", "--only", "--dry-run", "--start", "--end", "--", "-h")
VALUES = (
    "growth",
    "wang",
    "growth/O1",
    "O1/KR1",
    "2026:x/O1",
    "OKR201",
    "2026-Q1",
    "2026-02-17",
    "W07",
    "json",
    "zh",
    "34",
    "2026-W06/wang/1",
)
WORDS = st.one_of(
    st.sampled_from(VERBS + LATER + OPTIONS + OF_LATER + LISTS + MORE + VALUES),
    st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=8),
)
RETRO = "cycles/2026-Q1/retros/growth.yaml"
COMMANDS = (
    ("validate",),
    ("tree",),
    ("weekly", "growth"),
    ("explain", "growth/O1"),
    ("align", "growth"),
    ("status",),
    ("status", "--rollout"),
    ("status", "--late", "--missing", "--stale"),
    ("retro", "growth"),
    ("todo", "list", "growth"),
    ("checkin", "growth/O1/KR1", "--value", "33", "--person", "wang", "--dry-run"),
    ("new", "retro", "growth", "--dry-run"),
    ("rollover", "--to", "2026-Q2", "--dry-run"),
)
KEYS = "objectives id title kind weight aligns_to key_results metric start target keep milestones due cascade dropped"
LINES = st.lists(
    st.builds(
        "{}{}{}: {}\n".format,
        st.sampled_from(["", "  ", "    ", "      "]),
        st.sampled_from(["", "- "]),
        st.sampled_from(
            [*KEYS.split(), "updates", "kr", "value", "next", "done", "risks", "other", "scores", "score", "x"]
        ),
        st.sampled_from(
            ["O1", "growth/O1", "[a, b]", "{x: 1}", "", "2026-02-30", ".nan", "1e999", "-1", "&a", "*a", "|", "'", "~"]
        ),
    ),
    max_size=12,
).map(lambda lines: "".join(lines).encode("utf-8"))
CONTENTS = st.one_of(st.binary(max_size=60), LINES)
CALM = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tree(tmp_path_factory.mktemp("fuzzed"), CASTS["en"])


@CALM
@given(st.lists(WORDS, max_size=6))
def test_any_words(workspace: Path, words: list[str]) -> None:
    writes = any(word in words for word in ("new", "init", "checkin", "done", "add", "rollover", "--write"))
    result = run(*words, "--dry-run" if writes else "-q", cwd=workspace)
    assert result.code in (0, 1, 2), words
    assert "Traceback" not in result.out + result.err
    assert "internal error" not in result.err


@CALM
@given(st.sampled_from([GROWTH, NOTE, "okrctl.yaml", "org.yaml", "cycles/2026-Q1/cycle.yaml", RETRO]), CONTENTS)
def test_any_bytes_in_a_file(path: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        root = write_tree(Path(folder), {**CASTS["en"], path: content})
        for command in COMMANDS:
            result = run(*command, "--today", "2026-02-17", cwd=root)
            assert result.code in (0, 1, 2), (command, path, content)
            assert "Traceback" not in result.out + result.err
            assert "internal error" not in result.err, (command, path, content)
