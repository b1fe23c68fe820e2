"""The report as a section of the rolling document, the workspace's own template, and the golden examples."""

import os
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from okrctl.alignment.graph import build_graph
from okrctl.errors import OkrctlError
from okrctl.language import Language
from okrctl.models.calendar import Week
from okrctl.reports.keep import Merged, merge
from okrctl.reports.weekly.build import Wish, build
from okrctl.reports.weekly.render import document_path, markdown, section
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.load import load
from tests.reports.cases import note, report

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "weekly"
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"
EXAMPLES: tuple[tuple[str, str, str, Language], ...] = (
    ("starling", "company", "2026-W11", "en"),
    ("starling", "company", "2026-W07", "en"),
    ("starling", "growth", "2026-W11", "en"),
    ("starling", "harbour", "2026-W10", "en"),
    ("starling", "sam", "2026-W11", "en"),
    ("yunfan", "公司", "2026-W10", "zh"),
    ("yunfan", "销售部", "2026-W09", "zh"),
)


def _golden(example: str, owner: str, week: str) -> Path:
    return GOLDEN / f"{example}-{owner}-{week}.md"


@pytest.mark.parametrize(("example", "owner", "week", "language"), EXAMPLES)
def test_examples_read_as_they_did(example: str, owner: str, week: str, language: Language) -> None:
    workspace = load(DiskFiles(ROOT / "examples" / example), example).workspace
    parsed = Week.parse(week)
    assert parsed is not None
    shown = markdown(build(build_graph(workspace), Wish(owner, "2026-Q1", parsed)), language)
    golden = _golden(example, owner, week)
    if UPDATE:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == shown, "UPDATE_GOLDEN=1 writes the golden files anew"


def test_no_golden_file_is_an_orphan() -> None:
    known = {_golden(*example[:3]).name for example in EXAMPLES}
    assert {path.name for path in GOLDEN.iterdir()} == known


@pytest.mark.parametrize(("example", "owner", "week", "language"), EXAMPLES)
def test_the_first_table_comes_within_a_screen(example: str, owner: str, week: str, language: Language) -> None:
    lines = _golden(example, owner, week).read_text(encoding="utf-8").split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("|"))
    assert sum(1 for line in lines[:first] if line) <= 30


@pytest.mark.parametrize(("example", "owner", "week", "language"), EXAMPLES)
def test_every_row_has_the_cells_of_its_table(example: str, owner: str, week: str, language: Language) -> None:
    text = _golden(example, owner, week).read_text(encoding="utf-8")
    written = [line for line in text.split("\n") if line.startswith("|") and not line.startswith("|---")]
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)
    assert html.count("<tr>") == len(written)
    assert html.count("<details>") == html.count("</details>") == text.count("<details>")


def test_the_rolling_document_of_a_team(tmp_path: Path) -> None:
    files = {note(6, "bob"): "other: [{title: One}]\n", note(7, "bob"): "other: [{title: Two}]\n"}
    older, newer = (report(tmp_path, files, week=week) for week in (6, 7))
    assert document_path(newer) == "cycles/2026-Q1/weekly/growth.md"
    once = merge(None, section(older, "en"), "en")
    assert isinstance(once, Merged)
    twice = merge(once.text, section(newer, "en"), "en")
    assert isinstance(twice, Merged)
    document = twice.text
    assert document.startswith(
        "# Growth: OKR weekly report, 2026-Q1\n\n"
        "<!-- Write wherever no block of okrctl stands, for instance under the meeting notes: it will stay. -->\n\n"
        "<!-- okrctl:begin 2026-W07 head "
    )
    assert document.count("Write wherever") == 1
    names = [line.split()[3] for line in document.split("\n") if line.startswith("<!-- okrctl:begin 2026-W07")]
    assert names == ["head", "plan", "objectives", "other", "todos"]
    names = [line.split()[3] for line in document.split("\n") if line.startswith("<!-- okrctl:begin 2026-W06")]
    assert names == ["head", "fold", "plan", "objectives", "other", "todos", "unfold"]
    # People fill in the meeting notes, so they lie outside every block.
    before, _, _ = document.partition("### Meeting notes")
    assert before.count("<!-- okrctl:begin") == before.count("<!-- okrctl:end")
    assert merge(document, section(newer, "en"), "en") == (document, ())
    in_chinese = merge(None, section(newer, "zh"), "zh")
    assert isinstance(in_chinese, Merged)
    assert "<!-- 请写在 okrctl 区块之外，例如“会议结论与待办”下方：这些内容会一直保留。 -->" in in_chinese.text


def test_a_merged_report_is_a_section_of_its_own(tmp_path: Path) -> None:
    assert section(report(tmp_path, {}, week=7, first=6), "en").id == "2026-W06..2026-W07"
    assert section(report(tmp_path, {}, week=7), "en").id == "2026-W07"


def test_the_workspaces_own_template_replaces_ours(tmp_path: Path) -> None:
    made = report(tmp_path, {note(7, "bob"): "other: [{title: '*Two*'}]\n"})
    own = "<!-- part head -->\n## {{ meeting }}\n{% for one in report.other.items %}{{ one.title }}\n{% endfor %}"
    assert markdown(made, "en", own) == "## Tuesday, 10 Feb 2026\n\\*Two\\*\n"
    assert [part.name for part in section(made, "en", own).parts] == ["head"]
    extended = '{% extends "built-in/weekly.md.j2" %}'
    assert markdown(made, "en", extended) == markdown(made, "en")


def test_a_template_that_does_not_work_is_named(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError) as raised:
        markdown(report(tmp_path, {}), "en", "{{ report.nothing }}")
    assert "templates/weekly.md.j2" in raised.value.message.en
