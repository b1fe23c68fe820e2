"""The words of what needs help and of what asks for an answer, in both languages."""

from okrctl.language import Bilingual, Language
from okrctl.progress import show
from okrctl.reports.labels import short_day, week_numbers
from okrctl.reports.status.record import AskLine, Board, HelpLine
from okrctl.reports.status.words import NO_DATA, listed, names

_HELP = Bilingual("Needs help ({n}, worst first)", "需要关注的关键结果（{n} 个，最严重的在前）")
_MORE_HELP = Bilingual(
    "… and {n} more: name a team for its own board, or see --late and --stale",
    "……另有 {n} 个：指定团队可看该团队的看板，或用 --late、--stale 查看",
)
_RISK = Bilingual(
    "About to need help ({n}, furthest behind first)", "有风险、需留意的关键结果（{n} 个，落后最多的在前）"
)
_MORE_RISK = Bilingual(
    "… and {n} more: okrctl tree{team} --only at_risk, or --format json",
    "……另有 {n} 个：见 okrctl tree{team} --only at_risk，或 --format json",
)
_UNREPORTED = Bilingual("Not yet reported ({n})", "尚无进展更新的关键结果（{n} 个）")
_SO_MANY = Bilingual("{name} ({n})", "{name}（{n}）")
_FIRST_DUE = Bilingual(
    "Nothing reported yet: notes are due from {week} on.", "还没有进展更新：从{week}起提交进展记录。"
)
_MORE_ASKS = Bilingual("… and {n} more: see okrctl todo", "……另有 {n} 项：见 okrctl todo")
_COMMITTED = Bilingual("committed", "承诺型")
_OF_EXPECTED = Bilingual("{share}, expected {expected}", "{share}，应达 {expected}")
_KEPT = Bilingual("inside in {inside} of {all} reported weeks", "有更新的 {all} 周中 {inside} 周在区间内")
_KEPT_ONE = Bilingual("inside in {inside} of 1 reported week", "有更新的 1 周中 {inside} 周在区间内")
_DIFFERS = Bilingual("reported {told}, by the numbers {computed}", "填报为{told}，系统判定为{computed}")
_REPORTED = Bilingual("reported {told}", "填报为{told}")
_PAST_DUE = Bilingual("was due {day}", "{day}已截止")
_NO_REPORT = Bilingual("no report yet", "尚无进展更新")
_THIS_WEEK = Bilingual("reported this week", "本周已更新")
_SILENT = Bilingual("last report {n} days ago", "{n} 天未更新")
_SILENT_ONE = Bilingual("last report 1 day ago", "1 天未更新")
_FORECAST = Bilingual("{value} ({range}), {aim}", "{value}（{range}），{aim}")
_FORECAST_SURE = Bilingual("{value}, {aim}", "{value}，{aim}")
_HEADING_FOR = Bilingual("heading for {what}", "预计终值 {what}")
_TARGET = Bilingual("target {target}", "目标值 {target}")
_AT_LEAST, _AT_MOST = Bilingual("at least {low}", "不低于 {low}"), Bilingual("at most {high}", "不高于 {high}")
_BAND = Bilingual("band {low} to {high}", "保持区间 {low} 至 {high}")
_ASKED = Bilingual("{by} → {of}", "{by} → {of}")
_NEED_FOR = Bilingual("because: {risk}", "原因：{risk}")
_SINCE = Bilingual("open since {week}", "{week}提出，尚未解决")
_RAISED = Bilingual("raised in {week}", "{week}提出")
_TO_SETTLE = Bilingual("for the lead to settle, raised in {week}", "需负责人决策，{week}提出")
NO_HELP = Bilingual("Nothing is late or stale.", "没有已延期或更新滞后的关键结果。")
_ASKS = Bilingual("Waiting for an answer ({n})", "待响应的支持与决策（{n} 项）")
NO_ASKS = Bilingual("Nothing is waiting for an answer.", "没有待响应的事项。")


def help_heading(found: tuple[HelpLine, ...], language: Language) -> str:
    """What stands above the key results that need help."""
    return _HELP.format(n=len(found)).say(language)


def no_help(board: Board, language: Language) -> str:
    """What stands where no key result needs help; empty where only names follow of who has not reported yet."""
    if board.first_due is not None:
        week = week_numbers(board.first_due, board.first_due, language)
        return _FIRST_DUE.format(week=week).say(language)
    return "" if board.is_unreported else NO_HELP.say(language)


def risk_heading(found: tuple[HelpLine, ...], language: Language) -> str:
    """What stands above the key results that are about to need help."""
    return _RISK.format(n=len(found)).say(language)


def more_risk(hidden: int, team: str | None, language: Language) -> str:
    """That more are about to need help than are shown; empty for none."""
    return _MORE_RISK.format(n=hidden, team=f" {team}" if team else "").say(language) if hidden > 0 else ""


def unreported(board: Board, language: Language) -> tuple[str, str]:
    """On how many key results nobody has reported yet, and whose they are; empty where none is due."""
    if not board.unreported or board.first_due is not None:
        return "", ""
    people = [_SO_MANY.format(name=one.who.name, n=one.goals).say(language) for one in board.unreported]
    heading_ = _UNREPORTED.format(n=sum(one.goals for one in board.unreported)).say(language)
    return heading_, listed(people, language)


def asks_heading(found: tuple[AskLine, ...], language: Language) -> str:
    """What stands above what asks for an answer."""
    return _ASKS.format(n=len(found)).say(language)


def more_help(hidden: int, language: Language) -> str:
    """That there are more key results than are shown; empty for none."""
    return _MORE_HELP.format(n=hidden).say(language) if hidden > 0 else ""


def more_asks(hidden: int, language: Language) -> str:
    """That there is more to answer than is shown; empty for none."""
    return _MORE_ASKS.format(n=hidden).say(language) if hidden > 0 else ""


def light(line: HelpLine) -> str:
    """The sign before a key result: red where it is late, white where it is only silent, yellow at risk."""
    return show.status_light(line.worst if line.worst in ("stale", "at_risk") else "off_track")


def whose(line: HelpLine, language: Language) -> list[str]:
    """Who answers for a key result, and whether it must be reached."""
    return [line.owner.name, *([_COMMITTED.say(language)] if line.committed else [])]


def standing(line: HelpLine, language: Language) -> str:
    """Progress against plan: 43 %, expected 70 %; of a band in how many weeks it was kept."""
    if not line.has_data:
        return NO_DATA.say(language)
    if line.kept is not None:
        words = _KEPT_ONE if line.kept.all == 1 else _KEPT
        return words.format(inside=line.kept.inside, all=line.kept.all).say(language)
    share, planned = show.percent(line.progress, language), show.percent(line.expected, language)
    return _OF_EXPECTED.format(share=share, expected=planned).say(language)


def risk_facts(line: HelpLine, language: Language) -> list[str]:
    """Whose it is and where it stands; what the owner says where only he says so."""
    said_so = (
        [_REPORTED.format(told=show.status_words("at_risk")).say(language)] if line.computed_status != "at_risk" else []
    )
    return [line.owner.name, standing(line, language), *said_so]


def states(line: HelpLine, language: Language) -> list[str]:
    """What its owner says, what the numbers say where that differs, whether it was due, when it was last heard of."""
    said = []
    if line.differs and line.status and line.computed_status:
        told_word, computed_word = show.status_words(line.status), show.status_words(line.computed_status)
        said.append(_DIFFERS.format(told=told_word, computed=computed_word).say(language))
    elif line.status:
        said.append(_REPORTED.format(told=show.status_words(line.status)).say(language))
    was_due_on = was_due(line, language)
    return [*said, *([was_due_on] if was_due_on else []), silence(line, language)]


def was_due(line: HelpLine, language: Language) -> str:
    """When a key result was due that is not reached; empty for one that is not due yet."""
    return _PAST_DUE.format(day=short_day(line.due, language)).say(language) if "past_due" in line.reasons else ""


def silence(line: HelpLine, language: Language) -> str:
    """When a key result was last reported on."""
    if line.days is None:
        return _NO_REPORT.say(language)
    if line.days == 0:
        return _THIS_WEEK.say(language)
    return (_SILENT_ONE if line.days == 1 else _SILENT).format(n=line.days).say(language)


def forecast(line: HelpLine, language: Language) -> str:
    """Where it will end as it goes, against what is wanted; empty where there is no forecast."""
    found, aim = line.aim.forecast, _aim(line, language)
    if found is None:
        return ""
    value = show.estimate(found.value, found.decimals, line.aim.unit or None, language)
    low, high = (show.estimate(end, found.decimals, None, language) for end in (found.low, found.high))
    words = _FORECAST_SURE if low == high else _FORECAST
    return words.format(value=value, range=_range(low, high, language), aim=aim).say(language)


def heading(line: HelpLine, language: Language) -> str:
    """The forecast behind a word that says what it is; empty where there is none."""
    found = forecast(line, language)
    return _HEADING_FOR.format(what=found).say(language) if found else ""


def _range(low: str, high: str, language: Language) -> str:
    """From one number to another; Chinese sets no space between a 汉字 and the next."""
    if language == "zh":
        return f"{low}{'' if show.is_han(low[-1:]) else ' '}至 {high}"
    return f"{low} to {high}"


def _aim(line: HelpLine, language: Language) -> str:
    aim, unit = line.aim, line.aim.unit or None
    if aim.target is not None:
        return _TARGET.format(target=show.amount(aim.target, unit, language)).say(language)
    low = "" if aim.low is None else show.amount(aim.low, unit, language)
    high = "" if aim.high is None else show.amount(aim.high, unit, language)
    words = _BAND if low and high else _AT_LEAST if low else _AT_MOST
    return words.format(low=low, high=high).say(language)


def asked(line: AskLine, language: Language) -> str:
    """Who asks, and whom."""
    if not line.of:
        return line.by.name
    return _ASKED.format(by=line.by.name, of=names(line.of, language)).say(language)


def wanted(line: AskLine) -> str:
    """What is asked for: the need; without one the risk, or what is to be settled."""
    return line.about if line.kind == "escalated" else line.what or line.risk


def since(line: AskLine, language: Language) -> str:
    """Since when it is open, or that it is for the lead to settle."""
    week = week_numbers(line.week, line.week, language)
    if line.kind == "escalated":
        return _TO_SETTLE.format(week=week).say(language)
    return (_SINCE if line.kind == "need" else _RAISED).format(week=week).say(language)


def background(line: AskLine, language: Language) -> list[str]:
    """What stands behind it: of an escalated item what was said, else the risk, and the goal or topic."""
    if line.kind == "escalated":
        return [line.what] if line.what else []
    risk = [_NEED_FOR.format(risk=line.risk).say(language)] if line.what and line.risk else []
    return [*risk, *([line.about] if line.about else [])]
