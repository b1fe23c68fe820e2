"""What one has to know to report on a key result: where it shall end, and where it stood."""

from collections.abc import Iterator

from okrctl.editing.known import Known
from okrctl.language import Bilingual, Language
from okrctl.models.okr import Keep, KeyResult
from okrctl.progress.show import exact_amount

_TARGET = Bilingual("target {value}", "目标值 {value}")
_BETWEEN = Bilingual("stays within {value}", "保持在 {value}")
_AT_LEAST = Bilingual("stays at {value} or above", "不低于 {value}")
_AT_MOST = Bilingual("stays at {value} or below", "不高于 {value}")
_LAST = Bilingual("last {value} in {week}", "上次 {value}（{week}）")
_LAST_WORDS = Bilingual("last report in {week}", "上次更新在 {week}")
_NEVER = Bilingual("no report yet", "还没有更新过")
_CASCADES = Bilingual("its value adds up from the goals that align to it", "数值由对齐到它的目标自动级联，不用填")


def facts(record: KeyResult, known: Known, language: Language) -> Iterator[str]:
    """One line for each milestone, then one with the aim and the last report."""
    for one in record.milestones:
        due = f" ({one.due})" if one.due else ""
        yield f"{'✓' if one.id in known.reached else '·'} {one.id} {one.title}{due}"
    yield " · ".join(fact for fact in (_aim(record, language), _last(record, known, language)) if fact)


def unit_of(record: KeyResult) -> str | None:
    """The unit in which a key result is reported."""
    if record.kind in ("metric", "keep"):
        measure = record.metric or record.keep
        return measure.unit if measure else None
    return "%"


def _last(record: KeyResult, known: Known, language: Language) -> str:
    said = known.value if record.kind in ("metric", "keep") else known.percent
    if known.week is None:
        return _NEVER.say(language)
    if said is None:
        return _LAST_WORDS.format(week=known.week).say(language)
    value = exact_amount(said, unit_of(record), language)
    return _LAST.format(value=value, week=known.measured).say(language)


def _aim(record: KeyResult, language: Language) -> str:
    if record.cascade is not None:
        return _CASCADES.say(language)
    if record.metric is not None:
        value = exact_amount(record.metric.target, record.metric.unit, language)
        return _TARGET.format(value=value).say(language)
    return _band(record.keep, language) if record.keep is not None else ""


def _band(keep: Keep, language: Language) -> str:
    low, high = keep.min, keep.max
    if low is not None and high is not None:
        value = f"{exact_amount(low, None, language)}–{exact_amount(high, keep.unit, language)}"
        return _BETWEEN.format(value=value).say(language)
    bound = high if low is None else low
    if bound is None:
        return ""
    return (_AT_MOST if low is None else _AT_LEAST).format(value=exact_amount(bound, keep.unit, language)).say(language)
