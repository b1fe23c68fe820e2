"""One step of an explanation, and the small words that steps are made of."""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from okrctl.language import Bilingual, Language
from okrctl.progress import show
from okrctl.source.place import Place

Value = float | str | bool | None

SHOWN = 2  # decimals of a share in percent
_NOISE = 9  # decimals beyond which a number is noise
_SAME = 1e-6  # percent: two weights that differ by less are alike


class Step(NamedTuple):
    """One sentence of an explanation: what is computed, how, and from which place; `parts` say where from.

    `name` is the key of the step in data; `value` the number or word it comes to: fractions, weights in percent.
    """

    name: str
    text: Bilingual
    value: Value = None
    place: Place | None = None
    parts: tuple["Step", ...] = ()


def both(shown: Callable[[Language], str]) -> Bilingual:
    """A number as each language writes it."""
    return Bilingual(shown("en"), shown("zh"))


def percent(fraction: float, decimals: int = SHOWN) -> Bilingual:
    """A fraction in percent, two decimals at most unless told otherwise."""
    return both(lambda language: show.percent(fraction, language, decimals))


def rounded(number: float, decimals: int) -> float:
    """The number that a reader sees: rounded half up to so many decimals."""
    clean = Decimal(repr(round(number, _NOISE)))
    return float(clean.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)) + 0.0


def in_percent(fraction: float, decimals: int = SHOWN) -> float:
    """The number that a reader sees before the percent sign."""
    return rounded(fraction * 100, decimals)


def enough(adds_up: Callable[[int], bool]) -> int:
    """The fewest decimals, two or more, with which the shown digits of a formula come to its shown result."""
    return next((decimals for decimals in range(SHOWN, _NOISE) if adds_up(decimals)), _NOISE)


def weight(number: float) -> Bilingual:
    """A weight in percent, one decimal at most."""
    return both(lambda language: show.weight(number, language))


def formula_weights(weights: list[float]) -> list[float]:
    """The weights; 1 for each where all are alike and cannot be written in full, such as thirds of 100."""
    alike = max(weights) - min(weights) < _SAME
    written_in_full = abs(weights[0] - rounded(weights[0], 1)) < _SAME
    return [1.0] * len(weights) if sum(weights) <= 0 or (alike and not written_in_full) else weights


def amount(value: float, unit: str | None = None) -> Bilingual:
    """A value in full, with its unit."""
    return both(lambda language: show.exact_amount(value, unit, language))


def in_formula(value: float) -> Bilingual:
    """A value without unit; below zero in brackets."""
    shown = amount(value)
    return Bilingual(f"({shown.en})", f"({shown.zh})") if value < 0 else shown


def joined(parts: list[Bilingual], sign: str) -> Bilingual:
    """Terms with a sign between them."""
    return Bilingual(sign.join(part.en for part in parts), sign.join(part.zh for part in parts))


def day(on: date) -> str:
    """A day as the files write it."""
    return on.isoformat()
