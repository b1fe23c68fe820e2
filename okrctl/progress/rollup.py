"""From parts to the whole: effective weights among siblings, and means over them (3.2)."""

from collections.abc import Iterable, Sequence
from math import fsum

_DIGITS = 12  # far below what anybody writes, far above the noise of a sum of floats


def clean(number: float) -> float:
    """`number` without float noise, and without a minus before zero."""
    return round(number, _DIGITS) + 0.0


def clamped(progress: float) -> float:
    """Progress as it enters a mean: 0 to 1."""
    return min(max(progress, 0.0), 1.0)


def effective_weights(written: Sequence[float | None]) -> tuple[float, ...]:
    """Percent of each sibling that still counts, summing to 100; `None` for one whose weight is not written.

    Those without share equally what the written ones leave of 100; all 0 counts as none written.
    """
    if not written:
        return ()
    given = fsum(weight for weight in written if weight is not None)
    silent = sum(weight is None for weight in written)
    share = max(0.0, 100 - given) / silent if silent else 0.0
    weights = [share if weight is None else weight for weight in written]
    total = fsum(weights)
    if total <= 0:
        return (100 / len(weights),) * len(weights)
    return tuple(weight / total * 100 for weight in weights)


def weighted_mean(parts: Iterable[tuple[float, float]]) -> float | None:
    """Σ w·x / Σ w over pairs of weight and number; weights that are all 0 count alike; `None` of nothing."""
    pairs = [(weight, number) for weight, number in parts]
    if not pairs:
        return None
    total = fsum(weight for weight, _ in pairs)
    if total <= 0:
        return fsum(number for _, number in pairs) / len(pairs)
    return fsum(weight / total * number for weight, number in pairs)
