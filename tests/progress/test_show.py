import pytest

from okrctl.progress import show


@pytest.mark.parametrize(
    ("fraction", "english", "chinese"),
    [
        (0.34, "34 %", "34%"),
        (0.345, "35 %", "35%"),  # half up
        (0.345 - 1e-12, "35 %", "35%"),  # noise does not decide
        (0.344, "34 %", "34%"),
        (-0.08, "−8 %", "-8%"),
        (1.3, "130 %", "130%"),
        (0.1 + 0.2, "30 %", "30%"),
        (-0.001, "0 %", "0%"),  # no minus before zero
        (0.285, "29 %", "29%"),  # 28.499999999999996 in floats
    ],
)
def test_percent(fraction: float, english: str, chinese: str) -> None:
    assert show.percent(fraction, "en") == english
    assert show.percent(fraction, "zh") == chinese


def test_weights_have_one_decimal_at_most() -> None:
    assert show.weight(100 / 3, "en") == "33.3 %"
    assert show.weight(60, "zh") == "60%"


@pytest.mark.parametrize(
    ("change", "english", "chinese"),
    [
        (0.08, "+8 points", "上升 8 个百分点"),
        (0.01, "+1 point", "上升 1 个百分点"),
        (-0.03, "−3 points", "下降 3 个百分点"),
        (0.004, "no change", "持平"),
    ],
)
def test_points(change: float, english: str, chinese: str) -> None:
    assert show.points(change, "en") == english
    assert show.points(change, "zh") == chinese


@pytest.mark.parametrize(
    ("gap", "english", "chinese"),
    [(-0.14, "−14 points", "落后 14 个百分点"), (0.03, "+3 points", "领先 3 个百分点"), (0, "on plan", "与计划持平")],
)
def test_lag(gap: float, english: str, chinese: str) -> None:
    assert show.lag(gap, "en") == english
    assert show.lag(gap, "zh") == chinese


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        (5_000_000, "EUR", "5.0 M EUR", "500 万 EUR"),
        (120_000_000, None, "120.0 M", "1.2 亿"),
        (120_000_000, "元", "120.0 M 元", "1.2 亿元"),
        (14_000, "EUR", "14,000 EUR", "1.4 万 EUR"),
        (9_800, "家", "9,800 家", "9800 家"),
        (34.5, "%", "34.5 %", "34.5%"),
        (0.1 + 0.2, None, "0.3", "0.3"),
        (-5_000_000, "EUR", "−5.0 M EUR", "-500 万 EUR"),
        (99_999_999, "元", "100.0 M 元", "1 亿元"),  # 9999.9999 万 would round to 10000
        (950_000_000, None, "950.0 M", "9.5 亿"),
        (999_960_000, None, "1.0 B", "10 亿"),  # 999.96 M would round to 1000.0
        (50_000, "万元", "50,000 万元", "50000 万元"),  # the unit is scaled already
        (5_000_000, "M EUR", "5,000,000 M EUR", "5000000 M EUR"),
        (0.0000001, None, "0.0000001", "0.0000001"),  # never as 1e-07
        (1e30, None, "1,000,000,000,000,000,000,000.0 B", "10000000000000000000000 亿"),
    ],
)
def test_amount(value: float, unit: str | None, english: str, chinese: str) -> None:
    assert show.amount(value, unit, "en") == english
    assert show.amount(value, unit, "zh") == chinese


def test_an_amount_in_full() -> None:
    assert show.exact_amount(5_000_000, "EUR", "en") == "5,000,000 EUR"
    assert show.exact_amount(5_000_000, "元", "zh") == "5000000 元"


def test_confidence_and_status() -> None:
    assert [show.confidence(number) for number in (7, 7.0, 6.44, 6.45)] == ["7", "7", "6.4", "6.5"]
    assert show.status_words("stale").zh == "更新滞后"
    assert show.status_words("off_track").en == "off track"
    assert [show.status_light(one) for one in ("on_track", "at_risk", "off_track")] == ["🟢", "🟡", "🔴"]
