"""What stands under `reviews/` is shown in no format, unless it is asked for."""

import pytest

from tests.cli.conftest import Small
from tests.cli.inside import run

SCHEME = """\
title: First half 2026
start: 2026-01-01
end: 2026-06-30
scale: [{grade: C, means: Partly}, {grade: B, means: Meets}, {grade: A, means: Above}]
dimensions: [{id: performance, name: Performance}]
"""
FORM = """\
status: submitted
ratings:
  performance: {grade: Quokka, well: "Wombat numbat bilby 2026"}
  Potoroo: {grade: B, well: "Fixed issue", improve: "fine"}
summary: Echidna came late #3 twice
Thylacine: 1
"""
SECRETS = ("Quokka", "Wombat", "Potoroo", "Echidna", "Thylacine", "#3")
FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif")


@pytest.fixture
def with_form(small: Small) -> Small:
    small.put({"reviews/2026-H1/scheme.yaml": SCHEME, "reviews/2026-H1/forms/alice/wang.yaml": FORM})
    return small


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_place_code_and_remedy_and_nothing_of_the_text(with_form: Small, format_name: str, lang: str) -> None:
    broken = run("validate", "--format", format_name, "--lang", lang, cwd=with_form.root)
    with_form.change("reviews/2026-H1/forms/alice/wang.yaml", "Thylacine: 1\n", "")
    whole = run("validate", "--format", format_name, "--lang", lang, cwd=with_form.root)
    for result in (broken, whole):
        assert result.code == 1
        assert "reviews/2026-H1/forms/alice/wang.yaml" in result.out
        assert not [secret for secret in SECRETS if secret in result.out + result.err]
    assert "OKR112" in whole.out
    assert "OKR006" in broken.out


@pytest.mark.parametrize("format_name", FORMATS)
def test_shown_when_it_is_asked_for(with_form: Small, format_name: str) -> None:
    with_form.change("reviews/2026-H1/forms/alice/wang.yaml", "Thylacine: 1\n", "")
    result = run("validate", "--format", format_name, "--show-private", cwd=with_form.root)
    assert "Quokka" in result.out
