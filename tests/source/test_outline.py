"""Places in files that are wide: found as fast as in narrow ones, and the same."""

import time

import pytest

from okrctl.source.parse import parse
from okrctl.source.place import Place, locate
from okrctl.workspace.read import read_document

WIDE = 20_000


@pytest.mark.parametrize("count", [3, 300])
def test_of_two_equal_keys_a_place_is_that_of_the_first(count: int) -> None:
    lines = [f"k{number}: {number}" for number in range(count)]
    document = parse("a.yaml", "\n".join([*lines, "k1: again"]) + "\n")
    assert locate(Place(document, ("k1",))).start == (2, 5)
    assert locate(Place(document, ("k1",)).key()).start == (2, 1)


@pytest.mark.parametrize("count", [3, 300])
def test_a_step_that_leads_nowhere_is_skipped(count: int) -> None:
    document = parse("a.yaml", "list:\n" + "- {id: x}\n" * count)
    assert locate(Place(document, ("list", count, "id"))).start == (2, 1)
    assert locate(Place(document, ("list", "tag", count - 1, "id"))).start == (count + 1, 8)


def test_every_place_of_a_wide_file_is_found_in_time() -> None:
    document = read_document("a.yaml", "".join(f"k{number}: {number}\n" for number in range(WIDE)).encode())
    began = time.perf_counter()
    lines = [locate(Place(document, (f"k{number}",))).start.line for number in range(WIDE)]
    assert lines == list(range(1, WIDE + 1))
    assert time.perf_counter() - began < 5
