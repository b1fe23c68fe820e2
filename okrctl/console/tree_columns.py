"""The columns beside the goals of a tree: which fit, how wide each is, and what stands in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from okrctl.console.output import clusters, printable_line
from okrctl.language import Language
from okrctl.progress import show
from okrctl.reports.tree import words
from okrctl.reports.tree.record import Attainment, GoalLine, bar_cells

_GAP = 2
_OWNER = 20  # cells of a name
_FAINT = "dim"
_CUT = "…"
_LEAST = 16  # cells of a title that stay beside its guides
_STYLES: Mapping[str | None, str] = MappingProxyType(
    {
        "on_track": "green",
        "at_risk": "yellow",
        "off_track": "red",
        "stale": "magenta",
        "no_data": "dim",
        "done": "bold green",
        "paused": "blue",
        "dropped": "dim",
    }
)
_RIGHT = frozenset({"progress", "change", "weight", "confidence"})


class _Plan(NamedTuple):
    """From which width on a terminal has which columns; `bar` in cells."""

    width: int
    bar: int
    names: tuple[str, ...]


_PLANS = (
    _Plan(140, 16, ("bar", "progress", "change", "weight", "status", "confidence", "owner")),
    _Plan(100, 10, ("bar", "progress", "change", "weight", "status", "confidence")),
    _Plan(64, 8, ("bar", "progress", "change", "status")),
    _Plan(46, 0, ("progress", "status")),
    _Plan(0, 0, ("progress",)),
)


Part = tuple[str, str]
"""A piece of text and its style."""


class Cell(NamedTuple):
    """What stands in one column: pieces of one line, how many cells they take, and what follows on the next line."""

    parts: tuple[Part, ...] = ()
    cells: int = 0
    below: "Cell | None" = None


_EMPTY = Cell()


class Columns(NamedTuple):
    """The columns of one tree. In cells: of each column, `room` for guides and titles, `bar` of a bar, of all.

    Of the room at most `guides` are for guides.
    """

    names: tuple[str, ...]
    widths: tuple[int, ...]
    room: int
    bar: int
    language: Language
    width: int
    guides: int = 0

    @classmethod
    def planned(cls, language: Language, width: int) -> "Columns":
        """The columns that fit; as wide as their titles until they are fitted to what stands in them."""
        plan = next(plan for plan in _PLANS if width >= plan.width)
        widths = tuple(cell_len(_title(name, plan.names, language)) for name in plan.names)
        return cls(plan.names, widths, width, plan.bar, language, width)

    def fitted(self, rows: Iterable[Sequence[Cell]], needed: int) -> "Columns":
        """The same as wide as the cells of all rows; titles that need no more than `needed` cells get no more."""
        widths = list(self.widths)
        for row in rows:
            for number, cell in enumerate(row):
                widths[number] = max(widths[number], cell.cells, cell.below.cells if cell.below else 0)
        room = self.room - sum(widths) - _GAP * len(widths)
        fitting = max(min(room, needed), min(room, _LEAST))
        return self._replace(widths=tuple(widths), room=fitting, guides=max(room - _LEAST, 0))

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return name in self.names

    def titles(self) -> Text:
        """The line of column titles."""
        said = [_title(name, self.names, self.language) for name in self.names]
        return self._line(
            "", [(words.COLUMNS["goal"].say(self.language), _FAINT)], [_cell(each, _FAINT) for each in said]
        )

    def cut(self, lead: str) -> str:
        """The guides before a goal, without the outermost where they would leave no room for its title."""
        most = self.guides
        return lead if cell_len(lead) <= most else (_CUT + lead[len(lead) - most + 1 :])[:most]

    def rows(self, leads: tuple[str, str], lines: Sequence[Sequence[Part]], cells: Sequence[Cell]) -> Iterator[Text]:
        """The lines of one goal with its columns: guides of the first line and of the others, words, numbers."""
        beside: list[Sequence[Cell]] = [cells]
        if any(cell.below for cell in cells):
            beside.append([cell.below or _EMPTY for cell in cells])
        for number in range(max(len(lines), len(beside))):
            line = lines[number] if number < len(lines) else ()
            yield self._line(leads[number > 0], line, beside[number] if number < len(beside) else ())

    def cells(self, shown: GoalLine | Attainment | None) -> tuple[Cell, ...]:
        """What stands in the columns beside a goal, or beside a team or person."""
        return () if shown is None else tuple(self._cell(name, shown) for name in self.names)

    def _cell(self, name: str, shown: GoalLine | Attainment) -> Cell:
        goal = shown if isinstance(shown, GoalLine) else None
        if name == "status":
            return self._status(goal)
        if name == "owner":
            return _cell(cropped(printable_line(goal.owner_name), _OWNER)) if goal else _EMPTY
        if goal and goal.dropped:
            return _EMPTY
        if name == "bar":
            return self._bar(shown, _STYLES[goal.shown_status] if goal and goal.shown_status else "bold")
        return _cell(self._number(name, shown), _FAINT if name == "change" and shown.change == 0 else "")

    def _number(self, name: str, shown: GoalLine | Attainment) -> str:
        if name == "progress":
            return show.percent(shown.progress, self.language)
        if name == "change":
            return words.signed(shown.change)
        if name == "weight":
            return show.weight(shown.weight, self.language) if isinstance(shown, GoalLine) else ""
        return "" if shown.confidence is None else show.confidence(shown.confidence)

    def _bar(self, shown: GoalLine | Attainment, style: str) -> Cell:
        reached, planned, open_ = bar_cells(shown, self.bar)
        return Cell((("█" * reached + "▒" * planned, style), ("░" * open_, _FAINT)), self.bar)

    def _status(self, goal: GoalLine | None) -> Cell:
        if goal is None or goal.shown_status is None:
            return _EMPTY
        said = _cell(words.status(goal.shown_status, self.language), _STYLES[goal.shown_status])
        if goal.contradicted is None:
            return said
        computed = _cell(f"≠ {words.status(goal.contradicted, self.language)}", _STYLES[goal.contradicted])
        if self.has("owner"):
            return Cell((*said.parts, (" ", ""), *computed.parts), said.cells + 1 + computed.cells)
        return said._replace(below=computed)

    def _line(self, lead: str, title: Sequence[Part], cells: Sequence[Cell]) -> Text:
        parts: list[Part] = [(lead, "blue"), *title]
        missing = self.room - sum(cell_len(text) for text, _ in parts)
        for name, width, cell in zip(self.names, self.widths, cells, strict=False):
            space = width - cell.cells
            missing += _GAP + (space if name in _RIGHT else 0)
            if cell.cells:
                parts += [(" " * missing, ""), *cell.parts]
                missing = 0
            missing += 0 if name in _RIGHT else space
        return Text.assemble(*parts)


def cropped(text: str, width: int) -> str:
    """`text` in at most `width` cells, ended by … where it was longer."""
    if cell_len(text) <= width:
        return text
    kept, used = "", 0
    for cluster in clusters(text):
        if used + cluster.cells > width - 1:
            break
        kept += cluster.text
        used += cluster.cells
    return kept.rstrip() + _CUT


def padded(text: str, width: int) -> str:
    """`text` with spaces up to `width` cells."""
    return text + " " * max(width - cell_len(text), 0)


def _title(name: str, names: Sequence[str], language: Language) -> str:
    """The title of a column; that of the numbers stands above the bars, where there are any."""
    if "bar" in names and name in ("bar", "progress"):
        return words.COLUMNS["progress"].say(language) if name == "bar" else ""
    return words.COLUMNS[name].say(language)


def _cell(text: str, style: str = "") -> Cell:
    return Cell(((text, style),), cell_len(text))
