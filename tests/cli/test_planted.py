"""Twenty mistakes planted in each example are twenty findings, each at its line and column; and nothing else."""

from pathlib import Path

import pytest

from tests.cli.gardens import STARLING_GARDEN, YUNFAN_GARDEN
from tests.cli.planting import Garden, plant, spots_of
from tests.support.command import STARLING, YUNFAN, okrctl


@pytest.mark.parametrize("example", [STARLING, YUNFAN], ids=["starling", "yunfan"])
def test_an_example_has_no_mistake(example: Path) -> None:
    run = okrctl("validate", "--strict", "-C", example, "--format", "json")
    assert (run.code, run.err) == (0, "")
    assert spots_of(run.out) == []


@pytest.mark.parametrize(
    ("example", "garden"),
    [(STARLING, STARLING_GARDEN), (YUNFAN, YUNFAN_GARDEN)],
    ids=["starling", "yunfan"],
)
def test_twenty_mistakes_are_twenty_findings(example: Path, garden: Garden, tmp_path: Path) -> None:
    expected = plant(example, garden, tmp_path / "copy")
    assert len(expected) == 20
    run = okrctl("validate", "--format", "json", cwd=tmp_path / "copy")
    assert (run.code, run.err) == (1, "")
    found = spots_of(run.out)
    assert found == sorted(found)
    assert len(found) == len(set(found))
    assert set(found) == expected
