"""The alignment tree on a terminal: guides, bars and columns that stand in the same cells, whatever the titles hold."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from okrctl.console.output import printable_line, wrapped
from okrctl.console.tree_columns import Cell, Columns, Part, cropped, padded
from okrctl.language import Language
from okrctl.reports.tree import words
from okrctl.reports.tree.record import GoalLine, Section, TreeNode, TreeReport, last_below

_MOST_LINES = 4  # of one goal; a longer title is cropped
_FAINT, _HEAD = "dim", "bold"
_BRANCH, _LAST, _ON, _BLANK = "├─ ", "└─ ", "│  ", "   "
_INDENT = 2  # cells, of what stands below a team or person
_SHORT = 8  # cells: below a label of fewer a title is indented


class _Lead(NamedTuple):
    """What stands before a goal: guides of its first line, and of the lines below."""

    first: str = ""
    rest: str = ""


class _Entry(NamedTuple):
    """One goal or heading before it is laid out: its guides, words and styles, and the numbers beside it."""

    title: str
    lead: _Lead = _Lead()
    label: str = ""
    marks: tuple[str, ...] = ()
    style: str = _HEAD
    label_style: str = ""
    hangs: bool = False
    begins: bool = False
    beside: tuple[Cell, ...] = ()

    @property
    def cells(self) -> int:
        """The width in cells of everything on one line."""
        words_of_marks = sum(cell_len(mark) + 3 for mark in self.marks)
        return cell_len(self.lead.first) + cell_len(self.label) + 1 + cell_len(self.title) + words_of_marks


def render_tree(report: TreeReport, language: Language, width: int) -> Iterator[Text]:
    """The tree as texts to print one below the other, none wider than `width` cells."""
    yield from _head(report, language, width)
    if report.is_empty:
        yield from _lines(words.nothing(report, language), width)
    else:
        columns = Columns.planned(language, width)
        entries = [entry for section in report.sections for entry in _section(report, section, language, columns)]
        needed = max(entry.cells for entry in entries if entry.beside)
        columns = columns.fitted([entry.beside for entry in entries], needed)
        yield columns.titles()
        for entry in entries:
            yield from _rows(entry, columns)
        yield Text()
        yield from _lines(" · ".join(line.say(language) for line in words.LEGEND), width, _FAINT)
    closing = words.closing(report, language)
    if closing:
        yield from _lines(closing, width, _HEAD)


def _head(report: TreeReport, language: Language, width: int) -> Iterator[Text]:
    yield from _lines(words.title(report, language), width, _HEAD)
    yield from _lines(words.state(report, language), width, _FAINT)
    guiding = words.guiding(report)
    margin = max((cell_len(label.say(language)) for label, _ in guiding), default=0) + 2
    for label, texts in guiding:
        before = padded(label.say(language), margin)
        for text in texts:
            for line in wrapped(printable_line(text), width - margin):
                yield Text.assemble((before, _FAINT), line)
                before = " " * margin
    yield Text()


def _section(report: TreeReport, section: Section, language: Language, columns: Columns) -> Iterator[_Entry]:
    indent = " " * min(section.depth * _INDENT, columns.room // 6)
    charted = section.kind in ("team", "person")
    heading = words.heading(section, language)
    if heading:
        style = "bold underline" if charted else _HEAD
        beside = columns.cells(section.attainment)
        yield _Entry(printable_line(heading), _Lead(indent, indent), style=style, begins=True, beside=beside)
    inner = indent + " " * _INDENT if charted else ""
    for node, lead in zip(section.nodes, _guides(section.nodes, inner), strict=True):
        yield _objective(report, section, node, (lead, language, columns))
        for key_result in node.key_results:
            yield _key_result(node, key_result, (lead, language, columns))


def _objective(report: TreeReport, section: Section, node: TreeNode, where: tuple[_Lead, Language, Columns]) -> _Entry:
    lead, language, columns = where
    goal = node.goal
    known = node.reference or columns.has("owner") or goal.owner_name == section.name
    told = [] if known else [goal.owner_name]
    marks = [*told, *words.objective_marks(goal, language), *words.place_marks(report, section, node, language)]
    return _Entry(
        title=printable_line(goal.title),
        lead=lead,
        label=printable_line(goal.address),
        marks=tuple(map(printable_line, [*marks, *_status_told(goal, columns)])),
        style="dim strike" if goal.dropped else _FAINT if node.reference else _HEAD,
        label_style="cyan" if node.reference else "bold cyan",
        begins=node.depth == 0 and section.kind in ("aligned", "unaligned"),
        beside=columns.cells(goal),
    )


def _key_result(node: TreeNode, goal: GoalLine, where: tuple[_Lead, Language, Columns]) -> _Entry:
    lead, language, columns = where
    known = columns.has("owner") or goal.owner_name in (node.goal.owner_name, node.goal.lead_name)
    marks = [*([] if known else [goal.owner_name]), *words.key_result_marks(goal, language)]
    return _Entry(
        title=printable_line(goal.title),
        lead=_Lead(lead.rest, lead.rest),
        label=printable_line(goal.label),
        marks=tuple(map(printable_line, [*marks, *_status_told(goal, columns)])),
        style="dim strike" if goal.dropped else "",
        label_style="cyan",
        hangs=cell_len(goal.label) < _SHORT,
        beside=columns.cells(goal),
    )


def _status_told(goal: GoalLine, columns: Columns) -> list[str]:
    """The status in words where it has no column of its own."""
    said = words.both_statuses(goal, columns.language)
    return [] if columns.has("status") or not said else [said]


def _guides(nodes: Sequence[TreeNode], inner: str) -> Iterator[_Lead]:
    """The guides of each node: a branch on its first line, on the others what runs on to the goals below."""
    last = last_below(nodes)
    parents = {node.parent for node in nodes}
    runs: list[str] = []
    for index, node in enumerate(nodes):
        before = runs[node.parent] if node.depth else inner
        first, run = (_LAST, _BLANK) if last[index] else (_BRANCH, _ON)
        runs.append(before + run if node.depth else inner)
        yield _Lead(before + first if node.depth else inner, runs[index] + (_ON if index in parents else _BLANK))


def _rows(entry: _Entry, columns: Columns) -> Iterator[Text]:
    if entry.begins:
        yield Text()
    first, rest = columns.cut(entry.lead.first), columns.cut(entry.lead.rest)
    room = (columns.room if entry.beside else columns.width) - max(cell_len(first), cell_len(rest))
    yield from columns.rows((first, rest), _words(entry, room), entry.beside)


def _words(entry: _Entry, room: int) -> list[list[Part]]:
    """The lines beside the guides: at most four, the title cropped so that what follows it stays."""
    title, kept = entry.title, cell_len(entry.title)
    lines = _folded(entry, title, room)
    while len(lines) > _MOST_LINES and kept > room // 3:
        kept = min(kept, _MOST_LINES * room) - max(room // 6, 1)
        title = cropped(entry.title, max(kept, 1))
        lines = _folded(entry, title, room)
    return [_styled(entry, number, *line) for number, line in enumerate(lines[:_MOST_LINES])]


def _folded(entry: _Entry, title: str, room: int) -> list[tuple[str, str]]:
    """Lines of label and title, and of what is said behind them: a name is not broken where it fits on a line."""
    if entry.hangs:
        margin = cell_len(entry.label) + 1
        heads = wrapped(title, room - margin)
        lines = [((entry.label + " " if not number else " " * margin) + head, "") for number, head in enumerate(heads)]
    else:
        margin = 0
        lines = [(head, "") for head in wrapped(f"{entry.label} {title}".lstrip(), room)]
    for mark in entry.marks:
        head, tail = lines[-1]
        if cell_len(head) + cell_len(tail) + 3 + cell_len(mark) <= room:
            lines[-1] = (head, f"{tail} · {mark}")
        else:
            lines.extend((" " * margin, line) for line in wrapped(f"· {mark}", room - margin))
    return lines


def _styled(entry: _Entry, number: int, head: str, tail: str) -> list[Part]:
    label = len(entry.label) if number == 0 and head.startswith(entry.label) else 0
    return [(head[:label], entry.label_style), (head[label:], entry.style), (tail, _FAINT)]


def _lines(text: str, width: int, style: str = "") -> Iterator[Text]:
    yield from (Text(line, style) for line in wrapped(printable_line(text), width))
