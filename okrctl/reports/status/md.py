"""The board as Markdown, to paste into a chat or a wiki; the lists and the rollout as well."""

from collections.abc import Callable, Iterable, Mapping

from okrctl.language import Bilingual, Language
from okrctl.progress import show
from okrctl.reports.labels import WEEKLY
from okrctl.reports.status import entry_words, rollout_words, words
from okrctl.reports.status.plain import what
from okrctl.reports.status.record import AskLine, Board, HelpLine, Reminders, Rollout, RolloutLine, Stages, TeamLine
from okrctl.reports.status.shown import MOST_ASKS, MOST_HELP, MOST_RISK, shown_teams
from okrctl.reports.templating import Markdown, Template, escape, joined, render

TEMPLATE = "status.md.j2"
ROLLOUT_TEMPLATE = "rollout.md.j2"
_BAR = 10
_DOT = " · "
_BREAK = "<br>"
_INDENT = Markdown("&emsp;")
_OWNER = Bilingual("Owner", "负责人")
_STATUS = Bilingual("Status", "状态")
_PROGRESS = Bilingual("Progress", "进度")
_FORECAST = Bilingual("Forecast", "预计终值")
_NOBODY = Bilingual("Nobody to remind.", "没有需要提醒的人。")


def board_markdown(board: Board, language: Language, own_template: str | None = None) -> str:
    """The whole board; `own_template` is the text of the workspace's `templates/status.md.j2`, if it has one."""
    return _tidy(render(Template(TEMPLATE, own_template), {"board": board}, _board_filters(language)))


def rollout_markdown(rollout: Rollout, language: Language, own_template: str | None = None) -> str:
    """The rollout; `own_template` is the text of the workspace's `templates/rollout.md.j2`, if it has one."""
    values = {"rollout": rollout, "stages": tuple(rollout_words.STAGES)}
    return _tidy(render(Template(ROLLOUT_TEMPLATE, own_template), values, _rollout_filters(rollout, language)))


def reminders_markdown(reminders: Reminders, language: Language) -> str:
    """A list item a person: name, and what it is about."""
    colon = words.COLON.say(language)
    lines = [
        f"- **{escape(one.who.name)}**{colon}{escape(what(one, reminders.cycle, language))}" for one in reminders.people
    ]
    return "\n".join(lines or [_NOBODY.say(language)]) + "\n"


def _board_filters(language: Language) -> Mapping[str, Callable[..., object]]:
    labels = {
        "key_result": WEEKLY["key_result"].say(language),
        "owner": _OWNER.say(language),
        "status": _STATUS.say(language),
        "forecast": _FORECAST.say(language),
        "progress": _PROGRESS.say(language),
        "no_asks": entry_words.NO_ASKS.say(language),
        "colon": Markdown(words.COLON.say(language)),
        "legend": _DOT.join(line.say(language) for line in words.LEGEND),
    }
    return {
        "label": labels.__getitem__,
        "column": lambda name: _column(name, language),
        "title": lambda board: words.title(board.total.who.name, board.cycle, language),
        "state": lambda board: words.state(board, language),
        "whole": lambda board: _whole(board, language),
        "teams": lambda board: shown_teams(board.teams),
        "more_teams": lambda board: words.more_teams(len(board.teams) - len(shown_teams(board.teams)), language),
        "cells": lambda line: _cells(line, language),
        "help_heading": lambda lines: entry_words.help_heading(lines, language),
        "first_help": lambda lines: lines[:MOST_HELP],
        "more_help": lambda lines: entry_words.more_help(len(lines) - MOST_HELP, language),
        "help_title": lambda line: _help_title(line, language),
        "help_standing": lambda line: entry_words.standing(line, language),
        "help_states": lambda line: _stacked(entry_words.states(line, language)),
        "help_forecast": lambda line: entry_words.forecast(line, language) or "–",
        "no_help": lambda board: entry_words.no_help(board, language),
        "risk_heading": lambda lines: entry_words.risk_heading(lines, language),
        "first_risk": lambda lines: lines[:MOST_RISK],
        "risk": lambda line: _risk(line, language),
        "more_risk": lambda board: entry_words.more_risk(len(board.risk) - MOST_RISK, board.team, language),
        "unreported": lambda board: entry_words.unreported(board, language),
        "asks_heading": lambda lines: entry_words.asks_heading(lines, language),
        "first_asks": lambda lines: lines[:MOST_ASKS],
        "more_asks": lambda lines: entry_words.more_asks(len(lines) - MOST_ASKS, language),
        "ask": lambda line: _ask(line, language),
        "absent": lambda notes: words.absent(notes, language),
    }


def _rollout_filters(rollout: Rollout, language: Language) -> Mapping[str, Callable[..., object]]:
    labels = {
        "legend": rollout_words.legend(language),
        "due": rollout_words.due(rollout, language),
        "newcomers": rollout_words.NEW.format(n=len(rollout.newcomers)).say(language),
        "without": rollout_words.WITHOUT.format(n=len(rollout.without)).say(language),
        "colon": Markdown(words.COLON.say(language)),
    }
    comma = WEEKLY["comma"].say(language)
    return {
        "label": labels.__getitem__,
        "column": lambda name: _column(name, language),
        "title": lambda one: rollout_words.title(one, language),
        "state": lambda one: rollout_words.state(one, language),
        "stage": lambda stage: rollout_words.STAGES[stage].say(language),
        "team": _team,
        "tally": _tally,
        "people": lambda people: words.names(people, language),
        "newcomers": lambda people: comma.join(rollout_words.newcomer(one, language) for one in people),
    }


def _whole(board: Board, language: Language) -> list[tuple[str, Markdown]]:
    """The figures of the whole: what they are, and what they say."""
    total = board.total
    share, behind = words.attainment(total, language)
    trend = words.spark(total.trend)
    said = {
        words.ATTAINMENT: joined([Markdown(_bar(total) + escape(share)), *behind], _DOT),
        words.CONFIDENCE: Markdown(escape(words.confidence(total.standing, language)) + _code(trend)),
        words.ALIGNMENT: escape(words.rate(total.rate, language)),
        words.NOTES: escape(words.notes(total.notes, language)),
        words.COMPUTED: joined(words.computed(total.computed, language), _DOT),
        words.TOLD: joined(words.told(total.told, language), _DOT),
    }
    return [(name.say(language), text) for name, text in said.items()]


def _column(name: str, language: Language) -> str:
    title = words.COLUMNS[name].say(language)
    return title[:1].upper() + title[1:]


def _bar(line: TeamLine) -> str:
    if line.standing is None:
        return ""
    reached, planned, open_ = show.bar(line.standing.progress, line.standing.planned, _BAR)
    return f"`{'█' * reached}{'▒' * planned}{'░' * open_}` "


def _cells(line: TeamLine, language: Language) -> list[object]:
    """The cells of one team, in the order of the columns."""
    computed, notes, standing = line.computed, line.notes, line.standing
    share = words.no_sheet(line, language) if standing is None else show.percent(standing.progress, language)
    trend = Markdown(words.number(standing) + _code(words.spark(line.trend))) if standing else "–"
    counts = (*computed[:3], computed.stale + computed.no_data)
    return [
        Markdown(f"{_INDENT * line.depth}{escape(line.who.name)}" if line.depth else f"**{escape(line.who.name)}**"),
        Markdown(_bar(line) + escape(share)),
        Markdown(words.points(standing, language) or "–"),
        trend,
        *(str(count) if count else "·" for count in counts),
        f"{notes.notes_in}/{notes.notes_due}" if notes.notes_due else "–",
        words.aligned(line.rate, language),
    ]


def _code(bars: str) -> str:
    """Bars that stand side by side, in letters of one width."""
    return f" `{bars}`" if bars else ""


def _help_title(line: HelpLine, language: Language) -> Markdown:
    marks = entry_words.whose(line, language)[1:]
    return Markdown(f"{entry_words.light(line)} {escape(_DOT.join([line.title, *marks]))}")


def _risk(line: HelpLine, language: Language) -> Markdown:
    return Markdown(
        f"{entry_words.light(line)} {escape(_DOT.join([line.title, *entry_words.risk_facts(line, language)]))}"
    )


def _ask(line: AskLine, language: Language) -> Markdown:
    colon, sign = words.COLON.say(language), "⚠️ " if line.kind == "escalated" else ""
    lead = f"{sign}**{escape(entry_words.asked(line, language))}**{colon}{escape(entry_words.wanted(line))}"
    behind = joined([*entry_words.background(line, language), entry_words.since(line, language)], _DOT)
    return Markdown(f"{lead}{_BREAK}{behind}")


def _team(line: RolloutLine) -> Markdown:
    name = escape(line.who.name)
    return Markdown(f"{_INDENT * line.depth}{name}" if line.depth else f"**{name}**")


def _tally(stages: Stages, stage: str) -> Markdown:
    found = getattr(stages, stage)
    text = rollout_words.tally(found)
    return Markdown(f"**{text}**" if found is not None and found.late else text)


def _stacked(parts: Iterable[str]) -> Markdown:
    return joined(parts, _BREAK)


def _tidy(text: str) -> str:
    """Without blank lines around it, and never two of them in a row."""
    lines: list[str] = []
    for line in text.strip("\n").split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines) + "\n"
