"""The shell completes cycles, handles and addresses of the workspace."""

from pathlib import Path

import pytest

from tests.support.command import STARLING, YUNFAN, okrctl


def offered(line: str, cwd: Path) -> list[str]:
    """What bash would show for the line; it ends with the word that is being typed, empty after a space."""
    words = line.split(" ")
    typed = {"COMP_WORDS": " ".join(word for word in words if word), "COMP_CWORD": str(len(words) - 1)}
    result = okrctl(cwd=cwd, env={**typed, "_OKRCTL_COMPLETE": "complete_bash"})
    assert (result.code, result.err) == (0, "")
    return result.out.split()


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("okrctl tree g", {"growth"}),
        ("okrctl weekly ", {"company", "growth", "felix"}),
        ("okrctl new okr to", {"tomas"}),
        ("okrctl status g", {"growth"}),
        ("okrctl explain growth/O1", {"growth/O1", "growth/O1/KR1", "growth/O1/KR2"}),
        ("okrctl tree --cycle 20", {"2026-Q1"}),
        ("okrctl tree --format me", {"mermaid"}),
        ("okrctl val", {"validate"}),
    ],
)
def test_what_is_offered(line: str, some: set[str]) -> None:
    words = offered(line, STARLING)
    last = line.rpartition(" ")[2]
    assert some <= set(words)
    assert all(word.startswith(last) for word in words)


def test_chinese_handles() -> None:
    assert set(offered("okrctl weekly 华", YUNFAN)) == {"华东区", "华南区"}
    assert "2026" in offered("okrctl tree --cycle 2", YUNFAN)


def test_outside_of_a_workspace_nothing_is_offered_and_nothing_said(tmp_path: Path) -> None:
    assert offered("okrctl weekly g", tmp_path) == []


def test_a_workspace_named_on_the_line(tmp_path: Path) -> None:
    assert offered(f"okrctl tree -C {STARLING} gro", tmp_path) == ["growth"]
