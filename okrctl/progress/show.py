"""Numbers as people read them, in both languages: rounded half up, once, without float noise."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from types import MappingProxyType

from okrctl.language import Bilingual, Language

_NOISE = 9  # digits behind the point beyond which a figure is noise: half of 1 % must not fall short of a half
_WIDE = Context(prec=60)  # the largest figure has 31 digits, the finest 12 behind the point
_SCALED_UNIT = re.compile(r"[万亿千百]|(?:k|m|mn|bn|b|tsd|mio|thousand|million|billion)\b", re.IGNORECASE)
_WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "on_track": Bilingual("on track", "正常"),
        "at_risk": Bilingual("at risk", "有风险"),
        "off_track": Bilingual("off track", "已延期"),
        "done": Bilingual("done", "已完成"),
        "paused": Bilingual("paused", "已暂停"),
        "stale": Bilingual("stale", "更新滞后"),
    }
)
_LIGHTS: Mapping[str, str] = MappingProxyType(
    {"on_track": "🟢", "at_risk": "🟡", "off_track": "🔴", "done": "✅", "paused": "⚪", "stale": "⚪"}
)
_VERDICTS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "too_safe": Bilingual("too safe", "偏保守"),
        "healthy": Bilingual("healthy", "适中"),
        "stretched": Bilingual("stretched", "偏高"),
        "out_of_reach": Bilingual("out of reach", "过高"),
    }
)
_SCALES: Mapping[Language, tuple[tuple[str, int], ...]] = MappingProxyType(
    {"en": (("M", 6), ("B", 9)), "zh": (("万", 4), ("亿", 8))}
)


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one (汉字); an empty text is none."""
    return "\u3400" <= character[:1] <= "\u9fff"


def percent(fraction: float, language: Language, decimals: int = 0) -> str:
    """0.34 as `34 %` or `34%`; −0.08 as `−8 %` or `-8%`."""
    shown = _trimmed(_rounded(_clean(fraction) * 100, decimals))
    return f"{_signed(shown, language)} %" if language == "en" else f"{shown}%"


def weight(number: float, language: Language) -> str:
    """A weight in percent, one decimal at most: 33.333 as `33.3 %` or `33.3%`."""
    return percent(number / 100, language, 1)


def points(change: float, language: Language) -> str:
    """A change of a fraction: 0.08 as `+8 points` or `上升 8 个百分点`; none as `no change` or `持平`."""
    whole = _rounded(_clean(change) * 100, 0)
    if whole == 0:
        return "no change" if language == "en" else "持平"
    if language == "zh":
        return f"{'上升' if whole > 0 else '下降'} {abs(whole)} 个百分点"
    return f"{'+' if whole > 0 else '−'}{abs(whole)} {'point' if abs(whole) == 1 else 'points'}"


def lag(gap: float, language: Language, decimals: int = 0) -> str:
    """A gap against the plan: −0.14 as `−14 points` or `落后 14 个百分点`; none as `on plan` or `与计划持平`."""
    shown = _rounded(_clean(gap) * 100, decimals)
    amount_of_points = _trimmed(abs(shown))
    if shown == 0:
        return "on plan" if language == "en" else "与计划持平"
    if language == "zh":
        return f"{'领先' if shown > 0 else '落后'} {amount_of_points} 个百分点"
    return f"{'+' if shown > 0 else '−'}{amount_of_points} {'point' if abs(shown) == 1 else 'points'}"


def confidence(number: float) -> str:
    """Confidence 0 to 10, one decimal at most: `7`, `6.4`."""
    return _trimmed(_rounded(_clean(number), 1))


def amount(value: float, unit: str | None, language: Language) -> str:
    """A value with its unit, long ones shortened: `5.0 M EUR` or `500 万 EUR`, `34.5 %` or `34.5%`."""
    number = _clean(value)
    if unit and _SCALED_UNIT.match(unit):
        return with_unit(_plain(number, language), unit, language)
    return with_unit(_scaled(number, language), unit, language)


def exact_amount(value: float, unit: str | None, language: Language) -> str:
    """A value with its unit, in full: `5,000,000 EUR` or `5000000 EUR`."""
    return with_unit(_plain(_clean(value), language), unit, language)


def estimate(value: float, decimals: int, unit: str | None, language: Language) -> str:
    """A value that was worked out, such as a forecast, to so many decimals, then as `amount` writes it."""
    return amount(float(_rounded(_clean(value), decimals)), unit, language)


def with_unit(number: str, unit: str | None, language: Language) -> str:
    """A number that is already written, with its unit: `34.5 %`, `34.5%`, `12 家`, `500 万元`."""
    if not unit:
        return number
    joined = language == "zh" and (unit in ("%", "‰") or (is_han(number[-1:]) and is_han(unit[:1])))
    return f"{number}{unit}" if joined else f"{number} {unit}"


def status_words(status: str) -> Bilingual:
    """A status, reported or computed, in words: `at risk`, 有风险."""
    return _WORDS[status]


def status_light(status: str) -> str:
    """The sign that stands before the words of a status: 🟢 🟡 🔴, ✅ done, ⚪ paused or stale."""
    return _LIGHTS[status]


def score(number: float) -> str:
    """A score 0 to 1, two decimals at most, one at least: `0.7`, `0.65`, `1.0`."""
    shown = _trimmed(_rounded(_clean(number), 2))
    return shown if "." in shown else f"{shown}.0"


def verdict_words(verdict: str) -> Bilingual:
    """What a mean score says about how bold the goals were: `healthy`, 适中."""
    return _VERDICTS[verdict]


def bar(progress: float, expected: float, cells: int) -> tuple[int, int, int]:
    """A bar of so many cells: reached, expected by now and not reached, still to come."""
    reached = _share(progress, cells)
    planned = max(reached, _share(expected, cells))
    return reached, planned - reached, cells - planned


def _share(fraction: float, cells: int) -> int:
    return int(min(max(fraction, 0.0), 1.0) * cells + 0.5)


def _scaled(number: Decimal, language: Language) -> str:
    decimals = 1 if language == "en" else 2
    (name, low), (larger, high) = _SCALES[language]
    if abs(number) < Decimal(10) ** low:
        return _plain(number, language)
    scaled = _rounded(number.scaleb(-low, _WIDE), decimals)
    if abs(scaled) >= Decimal(10) ** (high - low):
        name, scaled = larger, _rounded(number.scaleb(-high, _WIDE), decimals)
    return f"{_grouped(scaled, language) if language == 'en' else _trimmed(scaled)} {name}"


def _plain(number: Decimal, language: Language) -> str:
    shown = _trimmed(number)
    return _grouped(Decimal(shown), language) if language == "en" else shown


def _grouped(number: Decimal, language: Language) -> str:
    return _signed(f"{number:,f}", language)


def _signed(text: str, language: Language) -> str:
    return text.replace("-", "−") if language == "en" else text


def _clean(number: float) -> Decimal:
    return _rounded(Decimal(repr(number)), _NOISE)


def _rounded(number: Decimal, decimals: int) -> Decimal:
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)
    return abs(rounded) if rounded == 0 else rounded


def _trimmed(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
