"""The retrospective as a document: golden files, its blocks beside what people write, the own template, the JSON."""

import os
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from okrctl.errors import OkrctlError
from okrctl.language import Language
from okrctl.reports.keep import Merged, merge
from okrctl.reports.retrospective.as_json import as_json
from okrctl.reports.retrospective.render import document_path, markdown, section
from tests.reports.orchard import retrospective

GOLDEN = Path(__file__).parents[1] / "golden" / "retro"
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"
EXAMPLES: tuple[tuple[str, Language], ...] = (("press", "en"), ("press", "zh"), ("ben", "en"), ("farm", "zh"))


def _golden(owner: str, language: Language) -> Path:
    return GOLDEN / f"orchard-{owner}-{language}.md"


@pytest.mark.parametrize(("owner", "language"), EXAMPLES)
def test_the_orchard_reads_as_it_did(tmp_path: Path, owner: str, language: Language) -> None:
    # Outside of git, so that the sentence that says so and the words of the sheets are in it.
    shown = markdown(retrospective(tmp_path, owner=owner, language=language, moves=None), language)
    golden = _golden(owner, language)
    if UPDATE:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == shown, "UPDATE_GOLDEN=1 writes the golden files anew"


def test_no_golden_file_is_an_orphan() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {_golden(*example).name for example in EXAMPLES}


@pytest.mark.parametrize(("owner", "language"), EXAMPLES)
def test_it_is_markdown_that_holds_together(owner: str, language: Language) -> None:
    text = _golden(owner, language).read_text(encoding="utf-8")
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)
    rows = [line for line in text.split("\n") if line.startswith("|") and not line.startswith("|---")]
    assert html.count("<tr>") == len(rows)
    assert html.count("<details") == html.count("</details>") == text.count("<details")
    assert html.count('class="language-mermaid"') == text.count("```mermaid")
    # A chart in a fold that is closed would be drawn where nothing can be measured.
    charts = [found.start() for found in re.finditer("```mermaid", text)]
    assert all(text.rfind("<details open>", 0, at) > text.rfind("</details>", 0, at) for at in charts)


def test_the_parts_come_in_their_order(tmp_path: Path) -> None:
    made = section(retrospective(tmp_path), "en")
    names = [part.name for part in made.parts]
    assert names == [
        "goals",
        "way",
        "moves",
        "rhythm",
        "causes",
        "verdict",
        "lessons",
        "questions",
        "next",
        "decisions",
    ]
    assert made.id == "2026-Q1"
    headings = [line for part in made.parts for line in part.text.split("\n") if line.startswith("## ")]
    assert headings == ["## Goals and results", "## The way", "## Causes", "## Lessons", "## Next cycle"]
    assert [part.name for part in made.parts if part.is_free] == ["decisions"]


def test_running_again_keeps_what_people_wrote(tmp_path: Path) -> None:
    made = retrospective(tmp_path)
    assert document_path(made) == "cycles/2026-Q1/retros/press.md"
    once = merge(None, section(made, "en"), "en")
    assert isinstance(once, Merged)
    assert once.text.startswith("# Press: retrospective, First quarter 2026\n\n<!-- Write wherever no block")
    decided = once.text.replace("|  |  |  |", "| A second van | Ada | 1 May |")
    decided = decided.replace("### Questions to talk through", "### Questions we like")
    changed = retrospective(tmp_path, {"cycles/2026-Q1/retros/cleo.yaml": "went_well: [Blue]\n"})
    twice = merge(decided, section(changed, "en"), "en")
    assert isinstance(twice, Merged)
    assert "| A second van | Ada | 1 May |" in twice.text
    assert "### Questions we like" in twice.text  # changed by hand, so it stays below the fresh part
    assert "### Questions to talk through" in twice.text
    assert "- Blue" in twice.text
    assert "Nothing written yet" not in twice.text
    assert merge(twice.text, section(changed, "en"), "en") == (twice.text, ())


def test_the_workspaces_own_template_replaces_ours(tmp_path: Path) -> None:
    made = retrospective(tmp_path)
    own = "<!-- part goals -->\n# {{ retro.owner.name }}: {{ retro.goals | length }}\n"
    assert markdown(made, "en", own) == "# Press: 9\n"
    extended = '{% extends "built-in/retro.md.j2" %}'
    assert markdown(made, "zh", extended) == markdown(made, "zh")
    with pytest.raises(OkrctlError) as raised:
        markdown(made, "en", "{{ retro.nothing }}")
    assert "templates/retro.md.j2" in raised.value.message.en


def test_json_says_what_the_document_says(tmp_path: Path) -> None:
    data = as_json(retrospective(tmp_path), "en")
    assert list(data)[:8] == ["version", "owner", "name", "kind", "cycle", "day", "frozen", "progress"]
    assert (data["version"], data["owner"], data["cycle"], data["day"]) == (1, "press", "2026-Q1", "2026-03-31")
    assert (data["progress"], data["score"]) == (0.628333, 0.72)
    o1, o2, o3 = data["goals"]
    kr1 = o1["key_results"][0]
    assert {key: kr1[key] for key in ("address", "progress", "completion", "score", "difficulty", "cause", "next")} == {
        "address": "press/O1/KR1", "progress": 0.9, "completion": 0.9, "score": 0.8, "difficulty": "harder",
        "cause": "resources", "next": "carry",
    }  # fmt: skip
    assert [(p["week"], p["value"]) for p in kr1["trajectory"] if p["reported"]] == [
        ("2026-W03", 26), ("2026-W06", 35), ("2026-W13", 47),
    ]  # fmt: skip
    assert (o2["kind"], o3["dropped"]) == ("aspirational", "2026-02-10")
    assert data["verdict"] == {
        "score": 0.45,
        "verdict": "stretched",
        "goals": [{"address": "press/O2", "score": 0.45, "verdict": "stretched"}],
    }
    assert data["causes"][0]["cause"] == "method"
    assert data["missed"] == ["press/O1/KR1"]
    assert data["rhythm"][2] == {"week": "2026-W05", "in": 1, "due": 2, "holiday": False}
    assert [one["handle"] for one in data["members"]] == ["press", "ben", "cleo"]
    assert data["members"][0]["goals"] == []  # they stand under `goals`
    assert data["moves"] == []


def test_json_of_nothing_has_every_list(tmp_path: Path) -> None:
    gone = {f"cycles/2026-Q1/{folder}/press.yaml": None for folder in ("okrs", "retros")}
    data = as_json(retrospective(tmp_path, gone), "zh")
    assert (data["progress"], data["score"], data["verdict"]) == (None, None, None)
    assert all(data[key] == [] for key in ("goals", "unscored", "moves", "missed"))
