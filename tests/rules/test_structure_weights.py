"""OKR201: sums of weights, with and without what was dropped."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrctl.models.okr import KeyResult
from okrctl.rules.structure.weights_not_100 import adds_up
from tests.rules.findings import seen

DROPPED = ", dropped: {on: 2026-02-10, because: The market closed}"


def _key_results(*weights: str) -> dict[str, str]:
    """Bob's sheet of one objective; a weight may be left out, or bring further keys along."""
    lines = [f"      - {{id: KR{n}, title: A result{weight}}}" for n, weight in enumerate(weights, start=1)]
    head = "objectives:\n  - id: O1\n    title: A goal\n    aligns_to: [growth/O1]\n    key_results:\n"
    return {"bob.yaml": head + "\n".join(lines) + "\n"}


def _weights(*weights: str) -> dict[str, str]:
    return _key_results(*(f", weight: {weight}" if weight else "" for weight in weights))


@pytest.mark.parametrize(
    "weights",
    [
        ("50", "50"),
        ("33.3", "33.3", "33.4"),
        ("33.3", "33.3", "33.3"),
        ("33.4", "33.4", "33.3"),
        ("14.3",) * 7,
        ("0", "100"),
        ("", "", ""),
        ("60", ""),
        ("0", ""),
        ("99.95", ""),
        (f"50{DROPPED}", "50", "50"),
        (f"40{DROPPED}", "40", "20"),
        (f"40{DROPPED}", "", ""),
    ],
)
def test_weights_that_add_up(tmp_path: Path, weights: tuple[str, ...]) -> None:
    assert seen(tmp_path, "OKR201", _weights(*weights)) == []


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        (("50", "40"), "the weights of these key results sum to 90, not 100"),
        (("33.3", "33.3", "33.2"), "the weights of these key results sum to 99.8, not 100"),
        (("0.1", "0.2"), "the weights of these key results sum to 0.3, not 100"),
        (("0", "0"), "the weights of these key results are all 0, so all count the same"),
        (("60", "40", ""), "the given weights of these key results sum to 100: nothing is left for the other 1"),
        (("70", "50", "", ""), "the given weights of these key results sum to 120: nothing is left for the other 2"),
        ((f"30{DROPPED}", "50", "40"), "the weights of these key results sum to 90, not 100"),
    ],
)
def test_weights_that_do_not(tmp_path: Path, weights: tuple[str, ...], message: str) -> None:
    (one,) = seen(tmp_path, "OKR201", _weights(*weights))
    assert (one.path, one.line, one.column, one.text, one.message) == ("bob.yaml", 5, 5, "key_results", message)


def test_each_written_weight_that_counts_stands_beside_the_finding(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR201", _weights(f"30{DROPPED}", "50", "25.5"))
    assert one.related == ("50", "25.5")


def test_a_dropped_objective_is_not_judged(tmp_path: Path) -> None:
    files = _weights("50", "20")
    files["bob.yaml"] += "    dropped: {on: 2026-02-10, because: The market closed}\n"
    assert seen(tmp_path, "OKR201", files) == []


def test_objectives_at_100_each_are_told_to_leave_it_out(tmp_path: Path) -> None:
    text = "objectives:\n" + "".join(
        f"  - {{id: O{n}, title: 目标, weight: 100, aligns_to: [公司/O1], key_results: []}}\n" for n in (1, 2)
    )
    (one,) = seen(tmp_path, "OKR201", {"张三.yaml": text}, "zh")
    assert (one.line, one.column, one.message) == (1, 1, "这些目标的权重合计 200，不是 100")


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=9))
def test_shares_of_100_always_add_up(parts: list[int]) -> None:
    """However a hundred is split and each share rounded to two digits, the sum is near enough."""
    shares = [round(100 * part / sum(parts), 2) for part in parts]
    assert adds_up([KeyResult(id="KR", title="A result", weight=share) for share in shares])


@given(st.lists(st.integers(0, 100), min_size=1, max_size=6))
def test_whole_weights_add_up_only_to_100(weights: list[int]) -> None:
    key_results = [KeyResult(id="KR", title="A result", weight=weight) for weight in weights]
    assert adds_up(key_results) == (sum(weights) == 100)
    assert adds_up([*key_results, KeyResult(id="KR", title="A result")]) == (sum(weights) < 100)
