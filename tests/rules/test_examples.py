"""A rule's examples are its tests: no rule without them, each workspace read and checked as the user's would be."""

from pathlib import Path

import pytest

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import LANGUAGES
from okrctl.rules.context import Entry
from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Run, run
from okrctl.source.place import locate
from tests.support.trees import context_of, read_tree, write_example

FEWEST = 2  # bad and good examples in each language
WITHOUT = ("OKR999",)  # no file can make a rule crash


def _named(kind: str) -> list[object]:
    return [
        pytest.param(entry.rule, example, id=f"{entry.rule.code}-{kind}-{example.language}-{number}")
        for entry in REGISTRY
        for number, example in enumerate(getattr(entry.rule, kind))
    ]


def _findings(tmp_path: Path, example: Example) -> tuple[Diagnostic, ...]:
    loaded = read_tree(write_example(tmp_path, example))
    return run(context_of(loaded), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))


def _shown(diagnostics: tuple[Diagnostic, ...]) -> str:
    return "\n".join(f"{one.code} {locate(one.place)}: {one.message.en}" for one in diagnostics)


@pytest.mark.parametrize(
    "entry", [one for one in REGISTRY if one.rule.code not in WITHOUT], ids=lambda entry: entry.rule.code
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_bad_and_good_examples_in_each_language(entry: Entry, language: str) -> None:
    for examples in (entry.rule.bad, entry.rule.good):
        assert sum(example.language == language for example in examples) >= FEWEST


@pytest.mark.parametrize(("rule", "example"), _named("bad"))
def test_a_bad_example_shows_its_mistake_and_no_other(tmp_path: Path, rule: Rule, example: Example) -> None:
    found = _findings(tmp_path, example)
    assert any(one.code == rule.code for one in found), f"no {rule.code} in:\n{_shown(found)}"
    others = tuple(one for one in found if one.code != rule.code and one.severity is not Severity.ADVICE)
    assert not others, _shown(others)


@pytest.mark.parametrize(("rule", "example"), _named("good"))
def test_a_good_example_has_no_mistake(tmp_path: Path, rule: Rule, example: Example) -> None:
    found = _findings(tmp_path, example)
    mistakes = tuple(one for one in found if one.code == rule.code or one.severity is not Severity.ADVICE)
    assert not mistakes, _shown(mistakes)


@pytest.mark.parametrize(("rule", "example"), _named("bad"))
def test_a_finding_is_said_in_both_languages_with_a_remedy(tmp_path: Path, rule: Rule, example: Example) -> None:
    for one in _findings(tmp_path, example):
        if one.code == rule.code:
            sentences = (one.message, one.remedy, *(related.message for related in one.related))
            assert all(sentence.en.strip() and sentence.zh.strip() for sentence in sentences)
            assert one.message.en != one.message.zh
            assert one.remedy.en != one.remedy.zh
            assert any("一" <= character <= "鿿" for character in one.message.zh)
