"""Numbers that say how far something came: a share, an amount, a change; a mere count of deeds is none."""

import re
from functools import cache

_NUMBER = r"(?:[0-9][0-9,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ENGLISH = (
    r"[%‰]|\bper ?cent\b|\bpoints?\b",  # a share
    r"[€$£¥]\s?[0-9]|\b[0-9][0-9,.]*\s?(?:euros?|dollars?|pounds?|eur|usd|gbp|k|m|bn|million|billion)\b",  # an amount
    rf"\b{_NUMBER} (?:out )?of (?:the |our |these |all )?{_NUMBER}\b|\b[0-9]+/[0-9]+\b",  # so many of so many
    rf"\bfrom {_NUMBER}\S* (?:\w+ )?to {_NUMBER}|->|→|⇒",  # a change
    r"[0-9]\.[0-9]|\b(?:half|twice|double[ds]?|tripled?|third of|quarter of)\b",
    rf"\b{_NUMBER} (?:more|fewer|less|new|left|to go)\b",
)
_CHINESE = (
    r"[%％‰]|百分|成(?:以上|左右|多|半)|[一二三四五六七八九两]成(?!立|员|都|本)",  # a share
    r"[0-9一二三四五六七八九十百千两几][0-9.,]*\s*(?:多)?(?:万|亿|元|块钱|倍|折)|翻[倍番]|一半|过半",  # an amount
    r"其中|[0-9]\s*/\s*[0-9]",  # of so many
    r"[0-9一二三四五六七八九十两]\s*[家个位条项台人]?[里中](?:有|面)?[0-9一二三四五六七八九十两]",
    r"[从由自][^，。]{0,16}[到至升降增减][^，。]{0,3}[0-9一二三四五六七八九十两]|->|→|⇒",  # a change
    r"[0-9]\.[0-9]|零(?:故障|事故|中断|投诉|差错|缺陷|退货|返工|失误|新增|延误|报警)",
)


def measures(text: str, chinese: bool) -> bool:
    """Whether a number in the text is a share, an amount or a change."""
    return _pattern(chinese).search(text) is not None


@cache
def _pattern(chinese: bool) -> re.Pattern[str]:
    return re.compile("|".join(_CHINESE if chinese else _ENGLISH), re.IGNORECASE)
