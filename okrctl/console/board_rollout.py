"""The rollout of a cycle on a terminal: a table of teams and stages, then who has no goals and who is new."""

from collections.abc import Iterator

from rich.text import Text

from okrctl.console.board_table import Column, Part, Row, table
from okrctl.console.output import printable_line, wrapped
from okrctl.language import Language
from okrctl.reports.status import rollout_words as words
from okrctl.reports.status.record import Rollout, Tally
from okrctl.reports.status.words import COLUMNS, names

_HEAD, _FAINT = "bold", "dim"


def render_rollout(rollout: Rollout, language: Language, width: int) -> Iterator[Text]:
    """The rollout as texts to print one below the other, none wider than `width` cells."""
    yield from _lines(words.title(rollout, language), width, _HEAD)
    yield from _lines(words.state(rollout, language), width, _FAINT)
    yield Text()
    columns = [Column(title.say(language), gives_way=order) for order, title in enumerate(words.STAGES.values())]
    rows = [
        Row(line.who.name, line.depth, tuple(_cell(getattr(line.stages, stage)) for stage in words.STAGES), style)
        for line in rollout.teams
        for style in (_HEAD if line.depth == 0 else "",)
    ]
    yield from table(COLUMNS["team"].say(language), columns, rows, width)
    for line in filter(None, (words.due(rollout, language), words.legend(language))):
        yield from _lines(line, width, _FAINT)
    if rollout.newcomers:
        shown = "、" if language == "zh" else ", "
        said = shown.join(words.newcomer(one, language) for one in rollout.newcomers)
        yield from _section(words.NEW.format(n=len(rollout.newcomers)).say(language), said, width)
    if rollout.without:
        heading = words.WITHOUT.format(n=len(rollout.without)).say(language)
        yield from _section(heading, names(rollout.without, language), width)


def _cell(tally: Tally | None) -> tuple[Part, ...]:
    if tally is None or not tally.all:
        return ((words.tally(tally), _FAINT),)
    style = "red" if tally.late else "green" if tally.is_complete else ""
    return ((words.tally(tally), style),)


def _section(heading: str, text: str, width: int) -> Iterator[Text]:
    yield Text()
    yield from _lines(heading, width, _HEAD)
    yield from _lines(text, width)


def _lines(text: str, width: int, style: str = "") -> Iterator[Text]:
    yield from (Text(line, style) for line in wrapped(printable_line(text), width))
