"""Workspaces that several tests look at and none changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from okrctl.rules.casts import CASTS
from tests.cli.gardens import STARLING_GARDEN
from tests.cli.planting import Spot, plant
from tests.support.command import STARLING
from tests.support.trees import write_tree

NOTE = "cycles/2026-Q1/notes/2026-W07/wang.yaml"
GROWTH = "cycles/2026-Q1/okrs/growth.yaml"

ALICE = """\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1/KR1]
    key_results:
      - {id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %, metric: {start: 52, target: 70}}
      - {id: KR2, title: Three of four teams search again in week two}
"""


@dataclass(frozen=True)
class Planted:
    """A copy of an example with mistakes, and where they stand."""

    root: Path
    spots: frozenset[Spot]


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    root = tmp_path_factory.mktemp("planted") / "starling"
    return Planted(root, plant(STARLING, STARLING_GARDEN, root))


class Small:
    """A workspace of two sheets and five people, to be spoilt."""

    def __init__(self, root: Path) -> None:
        self.root = write_tree(root, {**CASTS["en"], "cycles/2026-Q1/okrs/alice.yaml": ALICE})

    def put(self, files: Mapping[str, str | bytes]) -> Path:
        write_tree(self.root, files)
        return self.root

    def change(self, path: str, old: str, new: str) -> Path:
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        return self.put({path: text.replace(old, new)})


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return Small(tmp_path / "okrs")
