"""The words of the rollout in both languages."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from okrctl.language import Bilingual, Language
from okrctl.reports.labels import long_day, short_day
from okrctl.reports.status.record import Newcomer, Rollout, Tally
from okrctl.reports.status.words import cycle_in_words

STAGES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "ready": Bilingual("ready", "已就绪"),
        "approved": Bilingual("approved", "已审批"),
        "aligned": Bilingual("aligned", "已对齐"),
        "reported": Bilingual("reported", "已更新"),
        "scored": Bilingual("scored", "已自评"),
        "looked_back": Bilingual("looked back", "已复盘"),
    }
)
LATE = "!"
WITHOUT = Bilingual("Sheet still to be written ({n})", "还没有 OKR（{n}）")
NEW = Bilingual("New and without a sheet ({n})", "新入职且没有 OKR（{n} 人）")

_TITLE = Bilingual("{name}: rollout, {cycle}", "{name} OKR 推进情况 · {cycle}")
_AS_OF = Bilingual("as of {day}", "截至 {day}")
_BY = Bilingual("{stages} by {day}", "{stages}：{day}前")
_LEGEND = Bilingual(
    "sheets so far of all · {late} past the cycle's date · – not asked for",
    "完成数/总数 · {late} 已过周期截止时间 · – 不要求",
)
_NEWCOMER = Bilingual("{name} ({team}, since {day})", "{name}（{team}，{day}入职）")


def title(rollout: Rollout, language: Language) -> str:
    """Whose rollout, of which cycle."""
    return _TITLE.format(name=rollout.name, cycle=cycle_in_words(rollout.cycle, language)).say(language)


def state(rollout: Rollout, language: Language) -> str:
    """The day it is looked at."""
    return _AS_OF.format(day=long_day(rollout.day, language)).say(language)


def legend(language: Language) -> str:
    """How to read the table."""
    return _LEGEND.format(late=LATE).say(language)


def due(rollout: Rollout, language: Language) -> str:
    """By when which stages are due, in one line; empty where the cycle names no days."""
    days: dict[date, list[str]] = {}
    for stage, day in rollout.due.items():
        days.setdefault(day, []).append(STAGES[stage].say(language))
    comma = ", " if language == "en" else "、"
    said = [
        _BY.format(stages=comma.join(stages), day=short_day(day, language)).say(language)
        for day, stages in days.items()
    ]
    return " · ".join(said)


def tally(found: Tally | None) -> str:
    """So many of so many, marked where the day has passed; a dash where nothing is asked for."""
    if found is None or not found.all:
        return "–"
    return f"{found.done}/{found.all}{LATE if found.late else ''}"


def newcomer(one: Newcomer, language: Language) -> str:
    """Somebody new: name, team, since when."""
    day = short_day(one.joined, language)
    return _NEWCOMER.format(name=one.who.name, team=one.team, day=day).say(language)
