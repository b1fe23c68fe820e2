"""The board on a terminal: where the whole stands, team by team, then what needs help and what asks for an answer."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from okrctl.console.board_table import Column, Part, Row, table
from okrctl.console.output import printable_line, wrapped
from okrctl.console.tree_columns import cropped
from okrctl.language import Bilingual, Language
from okrctl.progress import show
from okrctl.reports.status import entry_words, words
from okrctl.reports.status.record import AskLine, Board, Computed, HelpLine, Standing, TeamLine
from okrctl.reports.status.shown import MOST_ASKS, MOST_HELP, MOST_RISK, shown_teams

_HEAD, _FAINT = "bold", "dim"
_DOT = " · "
_BAR = 24  # cells of the bar above the teams, on a wide terminal
_WEEKS = 26  # shown of a trend
_NARROW = 50  # cells: on a terminal of fewer a name stands above its figures
_LEAST = 12  # cells of a title that shares its line with figures
_HANG = 3  # cells: below the light of a key result that needs help
_LIGHTS = ("on_track", "at_risk", "off_track", "stale")
_STYLES = ("green", "yellow", "red", "magenta")


def render_board(board: Board, language: Language, width: int) -> Iterator[Text]:
    """The board as texts to print one below the other, none wider than `width` cells."""
    yield from _lines(words.title(board.total.who.name, board.cycle, language), width, _HEAD)
    yield from _lines(words.state(board, language), width, _FAINT)
    yield Text()
    yield from _whole(board, language, width)
    yield Text()
    yield from _teams(board, language, width)
    yield Text()
    yield from _help(board, language, width)
    yield from _asks(board, language, width)
    for heading, names in words.absent(board.total.notes, language):
        yield Text()
        yield from _lines(heading, width, _HEAD)
        yield from _lines(names, width)


def _whole(board: Board, language: Language, width: int) -> Iterator[Text]:
    """The figures of the whole, each on its line behind its name."""
    total = board.total
    share, behind = words.attainment(total, language)
    bar = _bar(total.standing, min(_BAR, width // 4))
    confidence: list[Part] = [(words.confidence(total.standing, language), _HEAD)]
    trend = words.spark(total.trend[-_WEEKS:])
    lines: list[tuple[Bilingual, list[list[Part]]]] = [
        (words.ATTAINMENT, [[*bar, (share, _HEAD)], *_plain(behind)]),
        (words.CONFIDENCE, [confidence + ([("  " + trend, "cyan")] if trend else [])]),
        (words.ALIGNMENT, _plain([words.rate(total.rate, language)])),
        (words.NOTES, _plain([words.notes(total.notes, language)])),
        (words.COMPUTED, _plain(words.computed(total.computed, language))),
        (words.TOLD, _plain(words.told(total.told, language))),
    ]
    margin = max(cell_len(name.say(language)) for name, _ in lines) + 2
    for name, pieces in lines:
        yield from _beside(name.say(language), pieces, margin, width)


def _plain(texts: Iterable[str]) -> list[list[Part]]:
    return [[(text, "")] for text in texts]


def _beside(name: str, pieces: list[list[Part]], margin: int, width: int) -> Iterator[Text]:
    """A name in the margin, and pieces with dots between them; on a narrow terminal the name stands above."""
    lead: Part = (name + " " * (margin - cell_len(name)), _FAINT)
    if width < _NARROW:
        yield Text(name, _FAINT)
        lead, margin = ("  ", ""), 2
    for line in _packed(pieces, width - margin):
        yield Text.assemble(lead, *line)
        lead = (" " * margin, "")


def _packed(pieces: Iterable[list[Part]], room: int) -> Iterator[list[Part]]:
    """Pieces with dots between them on lines of so many cells, broken between two pieces where that is possible."""
    line, used = list[Part](), 0
    for piece in pieces:
        cells = sum(cell_len(text) for text, _ in piece)
        if line and used + cell_len(_DOT) + cells > room:
            yield line
            line, used = [], 0
        if cells > room:
            *above, last = wrapped("".join(text for text, _ in piece), max(room, 1))
            yield from ([(text, "")] for text in above)
            line, used = [(last, "")], cell_len(last)
        else:
            line = [*line, (_DOT, ""), *piece] if line else list(piece)
            used += cells + (cell_len(_DOT) if used else 0)
    yield line


def _bar(standing: Standing | None, cells: int) -> list[Part]:
    if standing is None:
        return []
    reached, planned, open_ = show.bar(standing.progress, standing.planned, cells)
    return [("█" * reached, "green"), ("▒" * planned, "yellow"), ("░" * open_ + "  ", _FAINT)]


def _teams(board: Board, language: Language, width: int) -> Iterator[Text]:
    bar, weeks = (6, 8) if width < 100 else (10, 13) if width < 140 else (16, 26)
    teams = shown_teams(board.teams)
    counts = zip(*(_counts(line.computed) for line in teams), strict=True)
    digits = [max(2, *(len(str(number)) for number in each)) for each in counts]
    lights = (f"{show.status_light(name):>{room - 1}}" for name, room in zip(_LIGHTS, digits, strict=True))
    columns = [
        Column(words.COLUMNS["progress"].say(language), right=False, gives_way=1),
        Column(words.COLUMNS["gap"].say(language), gives_way=3),
        Column(words.COLUMNS["confidence"].say(language), right=False, gives_way=5),
        Column(" ".join(lights), gives_way=2),
        Column(words.COLUMNS["notes"].say(language), gives_way=4),
        Column(words.COLUMNS["aligned"].say(language), gives_way=6),
    ]
    rows = [
        Row(
            line.who.name,
            line.depth,
            (
                _attainment(line, bar, language),
                ((words.points(line.standing, language), ""),),
                _confidence(line, weeks),
                _lights(line.computed, digits),
                _notes(line),
                ((words.aligned(line.rate, language), ""),),
            ),
            _HEAD if line.depth == 0 else "",
        )
        for line in teams
    ]
    yield from table(words.COLUMNS["team"].say(language), columns, rows, width)
    yield from _remark(words.more_teams(len(board.teams) - len(teams), language), width)
    yield from _lines(_DOT.join(line.say(language) for line in words.LEGEND), width, _FAINT)


def _attainment(line: TeamLine, cells: int, language: Language) -> tuple[Part, ...]:
    standing = line.standing
    if standing is None:
        return ((words.no_sheet(line, language), _FAINT),)
    reached, planned, open_ = show.bar(standing.progress, standing.planned, cells)
    share = show.percent(standing.progress, language)
    full = cell_len(show.percent(1, language))
    return (
        ("█" * reached, "green"),
        ("▒" * planned, "yellow"),
        ("░" * open_, _FAINT),
        (" " * (1 + full - cell_len(share)) + share, ""),
    )


def _confidence(line: TeamLine, weeks: int) -> tuple[Part, ...]:
    if line.standing is None:
        return ()
    return ((f"{words.number(line.standing):>3} ", ""), (words.spark(line.trend[-weeks:]), "cyan"))


def _counts(computed: Computed) -> tuple[int, ...]:
    return (*computed[:3], computed.stale + computed.no_data)


def _lights(computed: Computed, digits: Sequence[int]) -> tuple[Part, ...]:
    """One number under each light; none is a faint dot, so that the others stand out."""
    parts: list[Part] = []
    for number, style, room in zip(_counts(computed), _STYLES, digits, strict=True):
        parts.append((" " if parts else "", ""))
        parts.append((f"{number:>{room}}", style) if number else (f"{'·':>{room}}", _FAINT))
    return tuple(parts)


def _notes(line: TeamLine) -> tuple[Part, ...]:
    notes = line.notes
    if not notes.notes_due:
        return (("–", _FAINT),)
    return ((f"{notes.notes_in}/{notes.notes_due}", "" if notes.notes_in == notes.notes_due else "yellow"),)


def _help(board: Board, language: Language, width: int) -> Iterator[Text]:
    """What needs help, what is about to, and whose key results nobody has reported on yet."""
    blocks = [list(block(board, language, width)) for block in (_late, _risk, _unreported)]
    for number, lines in enumerate([block for block in blocks if block]):
        yield from [Text()] * (number > 0)
        yield from lines


def _late(board: Board, language: Language, width: int) -> Iterator[Text]:
    if not board.help:
        yield from _remark(entry_words.no_help(board, language), width, "")
        return
    yield from _lines(entry_words.help_heading(board.help, language), width, _HEAD)
    for line in board.help[:MOST_HELP]:
        yield from _help_line(line, language, width)
    yield from _remark(entry_words.more_help(len(board.help) - MOST_HELP, language), width)


def _risk(board: Board, language: Language, width: int) -> Iterator[Text]:
    if board.risk:
        yield from _lines(entry_words.risk_heading(board.risk, language), width, _HEAD)
    for line in board.risk[:MOST_RISK]:
        facts = _DOT.join(["", *map(printable_line, entry_words.risk_facts(line, language))])
        room = width - _HANG
        title = cropped(printable_line(line.title), max(room - cell_len(facts), min(_LEAST, room)))
        yield Text(f"{entry_words.light(line)} {cropped(title + facts, room)}")
    yield from _remark(entry_words.more_risk(len(board.risk) - MOST_RISK, board.team, language), width)


def _unreported(board: Board, language: Language, width: int) -> Iterator[Text]:
    heading, names = entry_words.unreported(board, language)
    if heading:
        yield from _lines(heading, width, _HEAD)
        yield from _lines(names, width)


def _help_line(line: HelpLine, language: Language, width: int) -> Iterator[Text]:
    """The title with whose it is, then a bar with the figures, then where it is heading."""
    lead = f"{entry_words.light(line)} "
    for piece in _folded([line.title, *entry_words.whose(line, language)], width - _HANG):
        yield Text.assemble(lead, piece)
        lead = " " * _HANG
    said = [entry_words.standing(line, language), *entry_words.states(line, language)]
    heading = entry_words.heading(line, language)
    for piece in _folded([*said, *([heading] if heading else [])], width - _HANG):
        yield Text.assemble(lead, (piece, _FAINT))


def _asks(board: Board, language: Language, width: int) -> Iterator[Text]:
    yield Text()
    if not board.asks:
        yield from _lines(entry_words.NO_ASKS.say(language), width)
        return
    yield from _lines(entry_words.asks_heading(board.asks, language), width, _HEAD)
    for line in board.asks[:MOST_ASKS]:
        yield from _ask_line(line, language, width)
    yield from _remark(entry_words.more_asks(len(board.asks) - MOST_ASKS, language), width)


def _ask_line(line: AskLine, language: Language, width: int) -> Iterator[Text]:
    who = printable_line(entry_words.asked(line, language))
    colon = words.COLON.say(language)
    lead = "⚠ " if line.kind == "escalated" else "? "
    lead = f"{lead:<{_HANG}}"
    for piece in _folded([f"{who}{colon}{entry_words.wanted(line)}"], width - _HANG):
        yield Text.assemble(lead, piece)
        lead = " " * _HANG
    about = [entry_words.since(line, language), *entry_words.background(line, language)[-1:]]
    yield Text.assemble(lead, (cropped(printable_line(_DOT.join(about)), width - _HANG), _FAINT))


def _folded(parts: Iterable[str], room: int) -> list[str]:
    """The same for parts of one style."""
    packed = _packed(_plain(map(printable_line, parts)), room)
    return ["".join(text for text, _ in line) for line in packed]


def _remark(text: str, width: int, style: str = _FAINT) -> Iterator[Text]:
    if text:
        yield from _lines(text, width, style)


def _lines(text: str, width: int, style: str = "") -> Iterator[Text]:
    yield from (Text(line, style) for line in wrapped(printable_line(text), width))
