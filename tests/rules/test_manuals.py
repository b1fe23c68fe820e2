"""Every rule explains itself in both languages, and the registry is complete and in order."""

import re

import pytest

from okrctl.diagnostics.rule import Severity
from okrctl.language import LANGUAGES, Bilingual, Language
from okrctl.rules.context import Entry
from okrctl.rules.manual import SEPARATOR, manual
from okrctl.rules.registry import REGISTRY

HEADINGS = {
    "en": ["What it does", "Why it matters", "How to fix"],
    "zh": ["检查什么", "为什么重要", "如何修改"],
}
# Spec 4, "Severities, unless said otherwise"; the families that exist so far.
ERRORS = {*(f"OKR{n:03}" for n in range(1, 15)), *(f"OKR{n}" for n in (101, 102, 103, 104, 105, 106, 110, 111, 112))}
ERRORS |= {"OKR201", "OKR205", "OKR210", "OKR213", "OKR407", "OKR999"}
ADVICE = {"OKR206", "OKR214", "OKR215", "OKR216", "OKR217", "OKR219"}
ADVICE |= {"OKR403", "OKR404", "OKR406", "OKR410", "OKR412", "OKR507"}
CODES = [
    *(f"OKR{n:03}" for n in range(1, 15)),
    *(f"OKR{n}" for n in range(101, 113)),
    *(f"OKR{n}" for n in range(201, 220)),
    *(f"OKR{n}" for n in range(401, 415)),
    *(f"OKR{n}" for n in range(501, 509)),
    *("OKR901", "OKR902", "OKR999"),
]
ENTRIES = pytest.mark.parametrize("entry", REGISTRY, ids=lambda entry: entry.rule.code)


def test_the_registry_holds_every_rule_that_is_due_in_order_of_codes() -> None:
    assert [entry.rule.code for entry in REGISTRY] == CODES


def test_names_are_unique() -> None:
    names = [entry.rule.name for entry in REGISTRY]
    assert len(set(names)) == len(names)


@ENTRIES
def test_a_name_is_words_with_hyphens(entry: Entry) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.rule.name)


@ENTRIES
def test_a_rule_is_as_severe_as_the_table_says(entry: Entry) -> None:
    code = entry.rule.code
    expected = Severity.ERROR if code in ERRORS else Severity.ADVICE if code in ADVICE else Severity.WARNING
    assert entry.rule.severity is expected


@ENTRIES
def test_the_summary_is_one_short_line_in_each_language(entry: Entry) -> None:
    assert _chinese(entry.rule.summary.zh)
    assert not _chinese(entry.rule.summary.en)
    assert len(entry.rule.summary.en) <= 80
    assert len(entry.rule.summary.zh) <= 40


@ENTRIES
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_manual_has_its_three_parts(entry: Entry, language: Language) -> None:
    assert entry.manual.count(SEPARATOR) == 1
    text = Bilingual(*entry.manual.split(SEPARATOR)).say(language)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == HEADINGS[language]
    parts = re.split(r"^## .+$", text, flags=re.MULTILINE)
    assert all(part.strip() for part in parts)
    assert _chinese(parts[1]) == (language == "zh")


@ENTRIES
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_manual_has_title_and_examples_and_fits(entry: Entry, language: Language) -> None:
    text = manual(entry, language)
    code, name, severity = entry.rule.code, entry.rule.name, entry.rule.severity.words.say(language)
    assert text.startswith(f"# {code} {name} ({severity})\n" if language == "en" else f"# {code}（{severity}）\n")
    assert text.count("```yaml\n") >= 2 or entry.rule.code == "OKR999"
    assert max(len(line) for line in text.splitlines()) <= 120


@ENTRIES
def test_a_manual_takes_nobody_for_a_man_or_a_woman(entry: Entry) -> None:
    assert re.findall(r"\b(he|him|his|himself|she|her|hers|herself)\b", manual(entry, "en"), re.IGNORECASE) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_of_unneeded_ignores_names_the_rules_that_it_passes_over(language: Language) -> None:
    (unneeded,) = (entry for entry in REGISTRY if entry.rule.code == "OKR901")
    text = Bilingual(*unneeded.manual.split(SEPARATOR)).say(language)
    named = re.findall(r"OKR[0-9]{3}\b", re.sub(r"ignore\[OKR[0-9]{3}\]", "", text))
    assert named == [entry.rule.code for entry in REGISTRY if entry.rule.depends_on_time]


def _chinese(text: str) -> bool:
    return any("一" <= character <= "鿿" for character in text)
