"""What the tests of new files ask: is everything of it valid, and what does it become when a person edits it?"""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from okrctl.diagnostics.rule import Severity
from okrctl.editing.change import Change, write
from okrctl.editing.drafting import Drafting
from okrctl.editing.founding import Beginning
from okrctl.editing.scaffold import new_workspace
from okrctl.language import Language
from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Run, run
from tests.support.trees import context_of, read_tree

TODAY = date(2026, 2, 17)
FOUNDERS = {"en": ("Ann Lee", "ann@acme.example", "Acme"), "zh": ("王芳", "wangfang@yunfan.example", "云帆科技")}


def complaints(root: Path, today: date = TODAY) -> list[str]:
    """Everything that `validate --strict` would fail on, as code, path and message."""
    loaded = read_tree(root)
    found = run(context_of(loaded, today), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))
    return [
        f"{one.code} {one.place.document.path} {one.message.en}" for one in found if one.severity is not Severity.ADVICE
    ]


def begin(root: Path, language: Language, with_example: bool = False, today: date = TODAY) -> Path:
    """A new workspace on the disk."""
    person, email, name = FOUNDERS[language]
    write(new_workspace(root, Beginning(person, email, name, language, with_example), today), root)
    return root


def drafting(root: Path, language: Language, today: date = TODAY) -> Drafting:
    """What new files of that workspace are told."""
    return Drafting(read_tree(root).workspace, root, language, today)


def texts(changes: Iterable[Change], root: Path) -> dict[str, str]:
    """The texts of changes by path."""
    return {change.path.relative_to(root).as_posix(): change.after.decode() for change in changes}


def uncommented(text: str, first: str) -> str:
    """`text` with one # and the space behind it taken from the lines from `first` on, as an editor does it."""
    at = text.index(first)
    return text[:at] + re.sub(r"^( *)# ?", r"\1", text[at:], flags=re.MULTILINE)
