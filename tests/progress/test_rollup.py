from math import fsum, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrctl.progress.rollup import clamped, clean, effective_weights, weighted_mean


@pytest.mark.parametrize(
    ("written", "effective"),
    [
        ((), ()),
        ((50, 30, 20), (50, 30, 20)),
        ((33.3, 33.3, 33.4), (33.3, 33.3, 33.4)),
        ((33.3, 33.3, 33.3), (100 / 3, 100 / 3, 100 / 3)),
        ((None, None, None, None), (25, 25, 25, 25)),
        ((60, None, None), (60, 20, 20)),  # 40 are left for two
        ((60, 40, None), (60, 40, 0)),  # nothing is left
        ((80, 40, None), (80 / 1.2, 40 / 1.2, 0)),  # more than all is given away
        ((0, 0), (50, 50)),
        ((0, None), (0, 100)),
        ((55, 45, 45), (55 / 1.45, 45 / 1.45, 45 / 1.45)),
        ((30, 20), (60, 40)),
        ((0,), (100,)),
    ],
)
def test_effective_weights(written: tuple[float | None, ...], effective: tuple[float, ...]) -> None:
    assert effective_weights(written) == pytest.approx(effective)


@given(st.lists(st.none() | st.floats(0, 100), min_size=1, max_size=12))
def test_effective_weights_sum_to_100(written: list[float | None]) -> None:
    weights = effective_weights(written)
    assert isclose(fsum(weights), 100, rel_tol=1e-9)
    assert all(weight >= 0 for weight in weights)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(-1e9, 1e9)), min_size=1, max_size=12))
def test_a_mean_of_clamped_parts_lies_between_0_and_1(parts: list[tuple[float, float]]) -> None:
    mean = weighted_mean((weight, clamped(number)) for weight, number in parts)
    assert mean is not None
    assert 0 <= clean(mean) <= 1


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 1)), min_size=1, max_size=8))
def test_the_order_of_siblings_does_not_matter(parts: list[tuple[float, float]]) -> None:
    forward, backward = weighted_mean(parts), weighted_mean(reversed(parts))
    assert forward == backward


def test_means() -> None:
    assert weighted_mean([]) is None
    assert weighted_mean([(0, 0.2), (0, 0.4)]) == pytest.approx(0.3)  # all 0 count alike
    assert weighted_mean([(75, 1.0), (25, 0.0)]) == 0.75


def test_no_float_noise_and_no_minus_zero() -> None:
    assert clean(0.1 + 0.2) == 0.3
    assert str(clean(-0.0)) == "0.0"
