"""The columns beside the goals of a tree: which fit, how wide each is, and what stands in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from okrctl.console.output import clusters, printable_line
from okrctl.language import Language
from okrctl.progress import show
from okrctl.reports.tree import words
from okrctl.reports.tree.record import Attainment, GoalLine, TreeReport, bar_cells

_GAP = 2
_FAINT = "dim"
_CUT = "…"
_LEAST = 16  # cells of a title that stay beside its guides
_STYLES: Mapping[str | None, str] = MappingProxyType(
    {
        "on_track": "green",
        "at_risk": "yellow",
        "off_track": "red",
        "stale": "magenta",
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
    owner: int = 0


_PLANS = (
    _Plan(140, 16, ("bar", "progress", "change", "weight", "status", "confidence", "owner"), 20),
    _Plan(100, 10, ("bar", "progress", "change", "weight", "status", "confidence")),
    _Plan(64, 8, ("bar", "progress", "change", "status")),
    _Plan(46, 0, ("progress", "status")),
    _Plan(0, 0, ("progress",)),
)


class _Cell(NamedTuple):
    """What stands in one column: a line, and what follows on the next one."""

    text: Text
    below: Text | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one tree: names and widths in cells, `room` for guides and titles."""

    names: tuple[str, ...]
    widths: Mapping[str, int]
    room: int
    language: Language
    bar: int

    @classmethod
    def of(cls, report: TreeReport, language: Language, width: int) -> "Columns":
        """The columns that fit, as wide as what stands in them."""
        plan = next(plan for plan in _PLANS if width >= plan.width)
        draft = cls(plan.names, {}, 0, language, plan.bar)
        widths = {name: cell_len(_title(name, plan.names, language)) for name in plan.names}
        for shown in _everything(report):
            for name in plan.names:
                for text in draft.cell(name, shown):
                    widths[name] = max(widths[name], text.cell_len if text else 0)
        if plan.owner:
            widths["owner"] = min(widths["owner"], plan.owner)
        used = sum(widths.values()) + _GAP * len(plan.names)
        return cls(plan.names, MappingProxyType(widths), width - used, language, plan.bar)

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return name in self.names

    def titles(self, language: Language) -> Text:
        """The line of column titles."""
        cells = [_Cell(Text(_title(name, self.names, language), _FAINT)) for name in self.names]
        return self._line("", Text(words.COLUMNS["goal"].say(language), _FAINT), [cell.text for cell in cells])

    def cut(self, lead: str) -> str:
        """The guides before a goal, without the outermost where they would leave no room for its title."""
        most = max(self.room - _LEAST, 0)
        return lead if cell_len(lead) <= most else (_CUT + lead[len(lead) - most + 1 :])[:most]

    def narrowed(self, room: int) -> "Columns":
        """The same columns closer to titles that need no more than `room` cells."""
        return replace(self, room=max(min(self.room, room), min(self.room, _LEAST)))

    def rows(
        self, leads: tuple[str, str], lines: Sequence[Text], shown: GoalLine | Attainment | None
    ) -> Iterator[Text]:
        """The lines of one goal with its columns: guides of the first line and of the others, words, numbers."""
        cells = [self.cell(name, shown) for name in self.names] if shown else []
        columns = [[cell.text for cell in cells]]
        if any(cell.below for cell in cells):
            columns.append([cell.below or Text() for cell in cells])
        for number in range(max(len(lines), len(columns))):
            line = lines[number] if number < len(lines) else Text()
            yield self._line(leads[number > 0], line, columns[number] if number < len(columns) else [])

    def cell(self, name: str, shown: GoalLine | Attainment) -> _Cell:
        """What stands in a column."""
        goal = shown if isinstance(shown, GoalLine) else None
        style = _STYLES[goal.shown_status] if goal and goal.shown_status else ""
        if name == "status":
            return self._status(goal)
        if name == "owner":
            return _Cell(Text(cropped(printable_line(goal.owner_name), 20) if goal else ""))
        if goal and goal.dropped:
            return _Cell(Text())
        if name == "bar":
            return _Cell(self._bar(shown, style or "bold"))
        return _Cell(Text(self._number(name, shown), _FAINT if name == "change" and shown.change == 0 else ""))

    def _number(self, name: str, shown: GoalLine | Attainment) -> str:
        if name == "progress":
            return show.percent(shown.progress, self.language)
        if name == "change":
            return words.signed(shown.change)
        if name == "weight":
            return show.weight(shown.weight, self.language) if isinstance(shown, GoalLine) else ""
        return "" if shown.confidence is None else show.confidence(shown.confidence)

    def _bar(self, shown: GoalLine | Attainment, style: str) -> Text:
        reached, planned, open_ = bar_cells(shown, self.bar)
        return Text.assemble(("█" * reached, style), ("▒" * planned, style), ("░" * open_, _FAINT))

    def _status(self, goal: GoalLine | None) -> _Cell:
        if goal is None or goal.shown_status is None:
            return _Cell(Text())
        said = Text(words.status(goal.shown_status, self.language), _STYLES[goal.shown_status])
        if goal.contradicted is None:
            return _Cell(said)
        computed = Text(f"≠ {words.status(goal.contradicted, self.language)}", _STYLES[goal.contradicted])
        return _Cell(said + Text(" ") + computed) if self.has("owner") else _Cell(said, computed)

    def _line(self, lead: str, title: Text, cells: Sequence[Text]) -> Text:
        text = Text.assemble((lead, "blue"), title)
        if not any(cell.plain for cell in cells):
            return text
        text.append(" " * max(self.room - text.cell_len, 0))
        for name, cell in zip(self.names, cells, strict=True):
            space = " " * (self.widths[name] - cell.cell_len)
            text.append(" " * _GAP)
            text.append_text(Text(space) + cell if name in _RIGHT else cell + Text(space))
        text.rstrip()
        return text


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


def _everything(report: TreeReport) -> Iterator[GoalLine | Attainment]:
    for section in report.sections:
        if section.attainment:
            yield section.attainment
        for node in section.nodes:
            yield node.goal
            yield from node.key_results
