"""The words of the board in both languages, alike on the terminal and in Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from okrctl.language import Bilingual, Language
from okrctl.progress import show
from okrctl.progress.alignment_rate import AlignmentRate
from okrctl.reports.labels import cycle_words, long_day, short_day, week_numbers
from okrctl.reports.status.record import Board, Computed, CycleName, Notes, Standing, TeamLine, Told, Who
from okrctl.reports.status.shown import MOST_NAMES

SPARKS = "▁▂▃▄▅▆▇█"
NO_SPARK = "·"

COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "team": Bilingual("team", "团队"),
        "progress": Bilingual("attainment", "完成率"),
        "gap": Bilingual("gap", "偏差"),
        "confidence": Bilingual("confidence", "信心指数"),
        "notes": Bilingual("notes", "进展"),
        "aligned": Bilingual("aligned", "对齐率"),
    }
)
ATTAINMENT = Bilingual("Attainment", "完成率")
CONFIDENCE = Bilingual("Confidence", "信心指数")
ALIGNMENT = Bilingual("Alignment", "对齐率")
NOTES = Bilingual("Notes in", "进展记录")
COMPUTED = Bilingual("By the numbers", "系统判定")
TOLD = Bilingual("As reported", "填报状态")
KEY_RESULTS = Bilingual("Key results", "关键结果")
_MORE_TEAMS = Bilingual(
    "… and {n} more teams: name one for its own board, or see --format json",
    "……另有 {n} 个团队：指定团队可看该团队的看板，或用 --format json 查看",
)
LEGEND: tuple[Bilingual, ...] = (
    Bilingual("█ reached", "█ 当前进度"),
    Bilingual("▒ behind plan", "▒ 落后应达进度的部分"),
    Bilingual("gap in points", "偏差：百分点"),
    Bilingual("⚪ stale or no data", "⚪ 更新滞后或暂无数据"),
)
_NO_SHEET = Bilingual("no sheet", "暂无 OKR")
_UNREADABLE_SHEET = Bilingual("sheet not readable", "OKR 无法读取")
CLAUSE = Bilingual(", ", "，")
COLON = Bilingual(": ", "：")
EXPECTED = Bilingual("expected {share}", "应达进度 {share}")

_TITLE = Bilingual("{name}: where we stand, {cycle}", "{name} OKR 看板 · {cycle}")
_AS_OF = Bilingual("as of {day} · {week} · {share} of the cycle has passed", "截至 {day} · {week} · 时间进度 {share}")
_BEFORE = Bilingual("as of {day} · the cycle begins on {start}", "截至 {day} · 周期从 {start}开始")
_WITHOUT = Bilingual("{n} key results without data count as zero", "{n} 个关键结果暂无数据，按零计")
_WITHOUT_ONE = Bilingual("1 key result without data counts as zero", _WITHOUT.zh)
_NO_SHEET_HERE = Bilingual("no OKR sheet in this cycle", "本周期没有 OKR")
_NOBODY_SAID = Bilingual("nobody has said any yet", "尚未填报")
_RATE = Bilingual(
    "{aligned} of {all} objectives ({count}), by weight {weight}", "{count}（{aligned}/{all} 个目标），按权重 {weight}"
)
_RATE_ONE = Bilingual("{aligned} of 1 objective ({count}), by weight {weight}", _RATE.zh)
_NO_RATE = Bilingual("nothing to align", "没有需要对齐的目标")
_NOTES = Bilingual("{n} of {m} for {week}", "{week}已提交 {n}/{m}")
_NO_NOTES = Bilingual("none was due yet", "尚未到提交时间")
_NONE_DUE = Bilingual("nobody owes one for {week}", "{week}无人需要提交")
_MISSING = Bilingual("Not checked in ({n})", "未更新进展（{n} 人）")
_UNREADABLE = Bilingual("Not readable", "无法读取")
_AWAY = Bilingual("Away", "休假")
_AND_MORE = Bilingual("and {n} more", "等 {n} 人")
NO_DATA = Bilingual("no data", "暂无数据")
_NONE_SAID = Bilingual("not said", "未填报")
_COUNT = Bilingual("{sign} {n} {word}", "{sign} {word} {n}")


def title(name: str, cycle: CycleName, language: Language) -> str:
    """Whose board, of which cycle."""
    return _TITLE.format(name=name, cycle=cycle_in_words(cycle, language)).say(language)


def cycle_in_words(cycle: CycleName, language: Language) -> str:
    """The title of a cycle, else its months or id."""
    return cycle_words(cycle.title, cycle.id, (cycle.start, cycle.end), language)


def state(board: Board, language: Language) -> str:
    """The day, the week, and how much of the cycle has passed."""
    day = long_day(board.day, language)
    if not board.weeks:
        return _BEFORE.format(day=day, start=short_day(board.cycle.start, language)).say(language)
    week = week_numbers(board.weeks[-1], board.weeks[-1], language)
    share = show.percent(board.elapsed, language)
    return _AS_OF.format(day=day, week=week, share=share).say(language)


def no_sheet(line: TeamLine, language: Language) -> str:
    """In a few words why a team has no figures."""
    return (_UNREADABLE_SHEET if line.is_unreadable else _NO_SHEET).say(language)


def attainment(line: TeamLine, language: Language) -> tuple[str, list[str]]:
    """The share, and behind it what was expected, the gap, and what counts as zero."""
    standing = line.standing
    if standing is None:
        return (_UNREADABLE_SHEET if line.is_unreadable else _NO_SHEET_HERE).say(language), []
    expected = EXPECTED.format(share=show.percent(standing.expected, language)).say(language)
    lag = show.lag(standing.gap, language)
    said = [CLAUSE.say(language).join((expected, lag))] if standing.is_asked else []
    if standing.without_data:
        words = _WITHOUT_ONE if standing.without_data == 1 else _WITHOUT
        said.append(words.format(n=standing.without_data).say(language))
    return show.percent(standing.progress, language), said


def confidence(standing: Standing | None, language: Language) -> str:
    """Confidence as a number, or that nobody said any."""
    if standing is None or standing.confidence is None:
        return _NOBODY_SAID.say(language)
    return show.confidence(standing.confidence)


def more_teams(hidden: int, language: Language) -> str:
    """That there are more teams than are shown; empty for none."""
    return _MORE_TEAMS.format(n=hidden).say(language) if hidden > 0 else ""


def points(standing: Standing | None, language: Language) -> str:
    """A gap in points with its sign: `−10`, `+3`, `=` for none; empty without a sheet, `–` before a note is due."""
    if standing is None:
        return ""
    if not standing.is_asked:
        return "–"
    shown = show.percent(standing.gap, language).removesuffix("%").rstrip()
    return "=" if shown == "0" else shown if shown[0] in "−-" else f"+{shown}"


def aligned(found: AlignmentRate, language: Language) -> str:
    """The alignment rate by count; a dash where there is nothing to align."""
    return "–" if found.by_count is None else show.percent(found.by_count, language)


def number(standing: Standing | None) -> str:
    """Confidence as a number, a dash where nobody said any."""
    return "–" if standing is None or standing.confidence is None else show.confidence(standing.confidence)


def spark(trend: Iterable[float | None]) -> str:
    """Confidence 0..10 as one bar a week, a dot where nobody has said any."""
    return "".join(NO_SPARK if one is None else SPARKS[min(int(one * len(SPARKS) / 10), 7)] for one in trend)


def rate(found: AlignmentRate, language: Language) -> str:
    """How many objectives are aligned, by count and by weight."""
    if found.by_count is None or found.by_weight is None:
        return _NO_RATE.say(language)
    count, weight = show.percent(found.by_count, language), show.percent(found.by_weight, language)
    words = _RATE_ONE if found.all == 1 else _RATE
    return words.format(aligned=found.aligned, all=found.all, count=count, weight=weight).say(language)


def notes(found: Notes, language: Language) -> str:
    """How many notes are in, and for which week."""
    if found.week is None:
        return _NO_NOTES.say(language)
    week = week_numbers(found.week, found.week, language)
    words = _NOTES if found.notes_due else _NONE_DUE
    return words.format(n=found.notes_in, m=found.notes_due, week=week).say(language)


def absent(found: Notes, language: Language) -> list[tuple[str, str]]:
    """Who has not checked in, whose note cannot be read, who is away: heading and names, as far as there is anybody."""
    groups = (
        (_MISSING.format(n=len(found.missing)), found.missing),
        (_UNREADABLE, found.unreadable),
        (_AWAY, found.away),
    )
    return [(heading.say(language), names(people, language)) for heading, people in groups if people]


def names(people: tuple[Who, ...], language: Language) -> str:
    """People by name; of very many the first."""
    return listed([one.name for one in people], language)


def listed(people: Sequence[str], language: Language) -> str:
    """What is said of each of several people in one line; of very many the first."""
    comma = Bilingual(", ", "、").say(language)
    said = comma.join(people[:MOST_NAMES])
    if len(people) <= MOST_NAMES:
        return said
    more = _AND_MORE.format(n=len(people) - MOST_NAMES if language == "en" else len(people))
    return f"{said}{' ' if language == 'en' else ''}{more.say(language)}"


def computed(counts: Computed, language: Language) -> list[str]:
    """Key results by computed status: light, number, word; those of which there are none left out."""
    shown = [(show.status_light(name), getattr(counts, name), show.status_words(name)) for name in Computed._fields[:4]]
    return _counted([*shown, ("⚪", counts.no_data, NO_DATA)], language)


def told(counts: Told, language: Language) -> list[str]:
    """Key results by reported status."""
    shown = [(show.status_light(name), getattr(counts, name), show.status_words(name)) for name in Told._fields[:5]]
    return _counted([*shown, ("–", counts.none, _NONE_SAID)], language)


def _counted(shown: Iterable[tuple[str, int, Bilingual]], language: Language) -> list[str]:
    return [_COUNT.format(sign=sign, n=n, word=word).say(language) for sign, n, word in shown if n] or ["–"]
