"""The README's tour, typed word for word."""

import re
from pathlib import Path

from tests.support.command import ROOT, Outcome, okrctl

TOUR = re.search(r"^## A quarter of an hour.*?(?=^## )", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
DAY = {"OKRCTL_TODAY": "2026-02-24", "COLUMNS": "80"}


def blocks(language: str) -> list[str]:
    assert TOUR is not None
    return re.findall(rf"^```{language}\n(.*?)^```", TOUR[0], re.M | re.S)


def typed(words: str, cwd: Path) -> Outcome:
    return okrctl(*words.split(), cwd=cwd, env=DAY)


def test_the_tour_can_be_typed(tmp_path: Path) -> None:
    org, sheet, note = blocks("yaml")
    first = re.search(
        r"^\$ okrctl (init okrs) --name (\w+) --person \"(.*?)\" --email (\S+)$", blocks("console")[0], re.M
    )
    assert first is not None
    begun = okrctl(
        "init", "okrs", "--name", first[2], "--person", first[3], "--email", first[4], cwd=tmp_path, env=DAY
    )  # fmt: skip
    assert begun.code == 0
    assert "edit cycles/2026-Q1/okrs/company.yaml" in begun.err
    home = tmp_path / "okrs"
    (home / "org.yaml").write_text(org, encoding="utf-8")
    assert typed("new okr growth", home).code == 0
    growth = home / "cycles/2026-Q1/okrs/growth.yaml"
    growth.write_text(sheet, encoding="utf-8")
    assert typed("validate --strict", home).code == 0
    assert typed("new note wang", home).code == 0
    (home / "cycles/2026-Q1/notes/2026-W09/wang.yaml").write_text(note, encoding="utf-8")
    assert typed("validate --strict", home).code == 0
    report = typed("weekly growth", home)
    assert report.code == 0
    assert "34.5 %" in report.out.replace("\u00a0", " ")


def test_the_mistake_is_found_as_shown(tmp_path: Path) -> None:
    org, sheet, _ = blocks("yaml")
    home = tmp_path / "okrs"
    okrctl("init", "okrs", "--name", "S", "--person", "Ann Lee", "--email", "ann@s.example", cwd=tmp_path, env=DAY)
    (home / "org.yaml").write_text(org, encoding="utf-8")
    lines = sheet.splitlines(keepends=True)
    at = [number for number, line in enumerate(lines) if line.startswith("        title:")]
    for number, weight in reversed(list(zip(at, (70, 40), strict=True))):
        lines.insert(number + 1, f"        weight: {weight}\n")
    (home / "cycles/2026-Q1/okrs/growth.yaml").write_text("".join(lines), encoding="utf-8")
    shown = blocks("console")[1]
    command, expected = shown.split("\n", 1)
    assert command == "$ okrctl validate"
    found = typed("validate", home)
    assert found.code == 1
    assert found.out == expected
