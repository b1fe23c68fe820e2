"""All rules over one workspace: choice, severities, ignores, crashes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual, same
from okrctl.rules import registry
from okrctl.rules.context import Context, Entry
from okrctl.rules.run import Choice, Run, run
from okrctl.source.place import locate
from tests.support.trees import context_of, read_tree, write_tree

NOTE = "cycles/2026-Q1/notes/2026-W07/lin.yaml"
ORG = "teams: {company: {lead: lin}}\npeople: {lin: {team: company}}\n"


def entry(code: str, severity: Severity = Severity.WARNING, depends_on_time: bool = False) -> Entry:
    """A rule that reports every `other` of every note."""
    rule = Rule(code, code.lower(), severity, Bilingual("x", "某"), depends_on_time=depends_on_time)

    def check(context: Context) -> Iterator[Diagnostic]:
        for note in context.workspace.notes.values():
            for number, _ in enumerate(note.value.other):
                yield found(rule, note.at("other", number, "title"), same("m"), same("r"))

    return Entry(rule, check, "manual")


def crash(_: Context) -> Iterator[Diagnostic]:
    raise ZeroDivisionError("a secret")
    yield


REGISTRY = (entry("OKR301"), entry("OKR302", Severity.ERROR), entry("OKR401", Severity.ADVICE))


EVERY = Choice()


def codes(
    root: Path,
    note: str,
    choice: Choice = EVERY,
    settings: str = "version: 1\n",
    registry: tuple[Entry, ...] = REGISTRY,
) -> list[tuple[str, str, int]]:
    loaded = read_tree(write_tree(root, {"okrctl.yaml": settings, "org.yaml": ORG, NOTE: note}))
    findings = run(context_of(loaded), loaded.diagnostics, Run(registry, choice))
    return sorted((one.code, one.severity.value, locate(one.place).start.line) for one in findings)


ALL = [("OKR301", "warning", 1), ("OKR302", "error", 1), ("OKR401", "advice", 1)]
PLAIN = "other: [{title: T}]\n"


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), ALL),
        (Choice(select=("OKR3",)), ALL[:2]),
        (Choice(select=("OKR301", "OKR401")), [ALL[0], ALL[2]]),
        (Choice(ignore=("OKR3",)), ALL[2:]),
        (Choice(select=("OKR3",), ignore=("OKR301",)), ALL[1:2]),
    ],
)
def test_what_is_selected_and_not_ignored(tmp_path: Path, choice: Choice, expected: list[tuple[str, str, int]]) -> None:
    assert codes(tmp_path, PLAIN, choice) == expected


def test_settings_set_severities_by_code_before_family(tmp_path: Path) -> None:
    settings = "rules: {OKR3: off, OKR302: advice, OKR4: error}\n"
    assert codes(tmp_path, PLAIN, settings=settings) == [("OKR302", "advice", 1), ("OKR401", "error", 1)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("other: [{title: T}]  # okrctl: ignore[OKR301] why\n", ALL[1:]),
        ("# okrctl: ignore[OKR3] why\nother: [{title: T}]\n", [("OKR401", "advice", 2)]),
        ("other: [{title: T}]\n# okrctl: ignore-file[OKR301, OKR302, OKR401] why\n", []),
        ('other: [{title: "T # okrctl: ignore[OKR301] why"}]\n', ALL),
        ("# okrctl: ignore[OKR3, OKR4] why\n# another comment\nother: [{title: T}]\n", []),
        ("other: []  # okrctl: ignore[OKR301] why\n", [("OKR901", "warning", 1)]),
        ("other: []  # okrctl: ignore[OKR301, OKR777] why\n", [("OKR901", "warning", 1), ("OKR902", "warning", 1)]),
    ],
)  # fmt: skip
def test_ignores(tmp_path: Path, note: str, expected: list[tuple[str, str, int]]) -> None:
    assert codes(tmp_path, note) == expected


def test_an_ignore_of_what_did_not_run_is_left_alone(tmp_path: Path) -> None:
    note = "other: []  # okrctl: ignore[OKR301] why\n"
    assert codes(tmp_path, note, Choice(select=("OKR4",))) == []
    assert codes(tmp_path, note, settings="rules: {OKR301: off}\n") == []


@pytest.mark.parametrize(
    ("codes_ignored", "unneeded"),
    [("OKR402", 0), ("OKR4", 0), ("OKR401", 1), ("OKR3", 1), ("OKR402, OKR401", 1), ("OKR301, OKR302", 2)],
)
def test_an_ignore_of_what_may_be_back_tomorrow_is_needed(tmp_path: Path, codes_ignored: str, unneeded: int) -> None:
    registry = (*REGISTRY, entry("OKR402", depends_on_time=True))
    note = f"other: []  # okrctl: ignore[{codes_ignored}] why\n"
    assert codes(tmp_path, note, registry=registry) == [("OKR901", "warning", 1)] * unneeded


def test_unknown_codes_in_settings_are_told_at_the_key(tmp_path: Path) -> None:
    assert codes(tmp_path, "other: []\n", settings="rules:\n  OKR3: error\n  OKR30: off\n") == [
        ("OKR902", "warning", 3)
    ]


def test_a_crash_takes_nothing_with_it_and_tells_nothing_private(tmp_path: Path) -> None:
    broken = Entry(Rule("OKR201", "x", Severity.ERROR, same("x")), crash, "")
    assert codes(tmp_path, PLAIN, registry=(broken, *REGISTRY)) == [*ALL, ("OKR999", "error", 1)]
    loaded = read_tree(tmp_path)
    (one,) = run(context_of(loaded), (), Run((broken,)))
    assert "OKR201" in one.message.en
    assert "ZeroDivisionError" in one.message.zh
    assert "secret" not in one.message.en
    with pytest.raises(ZeroDivisionError):
        run(context_of(loaded), (), Run((broken,), raise_crashes=True))


def test_findings_of_reading_are_ignored_and_levelled_like_others(tmp_path: Path) -> None:
    registry = (*REGISTRY, Entry(Rule("OKR006", "x", Severity.ERROR, same("x")), None, ""))
    assert codes(tmp_path, "titel: x  # okrctl: ignore[OKR006] why\n", registry=registry) == []
    levelled = codes(tmp_path, "titel: x\n", settings="rules: {OKR006: warning}\n", registry=registry)
    assert levelled == [("OKR006", "warning", 1)]


def test_a_mistake_shared_with_an_included_workspace_is_found_in_ours(tmp_path: Path) -> None:
    write_tree(tmp_path / "okrs", {"okrctl.yaml": "version: 1\n", "org.yaml": "teams: {world: {}}\n"})
    org = "teams:\n  asia: {lead: lin}\npeople:\n  lin: {team: asia}\n"
    root = write_tree(tmp_path / "hr", {"okrctl.yaml": "include: [../okrs]\n", "org.yaml": org})
    (one,) = run(context_of(read_tree(root)), (), Run(registry.REGISTRY, Choice(("OKR106",)), raise_crashes=True))
    assert (one.place.document.path, locate(one.place).start) == ("org.yaml", (2, 3))
    assert [each.place.document.path for each in one.related] == ["../okrs/org.yaml"]
