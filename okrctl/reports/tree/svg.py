"""The tree as a picture that needs no other program: rows with guides, bars and columns, in light and dark."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from okrctl.language import Language
from okrctl.progress import show
from okrctl.reports.tree import words
from okrctl.reports.tree.lines import plain, wrapped
from okrctl.reports.tree.record import Attainment, GoalLine, Section, TreeNode, TreeReport
from okrctl.reports.tree.svg_style import STYLE

_WIDTH, _MARGIN = 1400, 28  # px
_LINE, _PAD = 19, 9  # px: height of a line of text, space between rows
_CELL, _BOLD_CELL = 7.6, 8.4  # px: a generous letter of a wide font at 13.5 px, more than half of a 汉字
_INDENT = 24  # px of one level
_TITLES_END = 770
_BAR, _BAR_WIDTH, _BAR_HEIGHT = 790, 120, 9
_PERCENT, _CHANGE, _WEIGHT, _CONFIDENCE = 966, 1006, 1058, 1098  # right edges
_STATUS, _OWNER = 1112, 1266
_OWNER_LINES = 2
_GUIDING = 84  # px: where mission, vision and strategy begin beside their names


class _Row(NamedTuple):
    """One goal or heading: lines of text at `x`, small ones (`marks`) under them, `before` at the margin, numbers.

    `owner` is a name on one line or two; `y` is its upper edge, `gap` and `under` the space above and below it, in px;
    `at` is its node.
    """

    lines: tuple[str, ...]
    x: float
    style: str
    shown: GoalLine | Attainment | None = None
    before: str = ""
    marks: tuple[str, ...] = ()
    at: int = -1
    gap: int = 0
    under: int = 0
    y: float = 0.0
    owner: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """How much space it takes, in px."""
        return max(len(self.lines) + len(self.marks), len(self.owner)) * _LINE + _PAD + self.under


def render(report: TreeReport, language: Language) -> str:
    """The picture; ends with a newline."""
    top = [*_head(report, language)]
    rows = _placed(top, _MARGIN)
    titles = rows[-1].y + rows[-1].height
    body = [] if report.is_empty else [*_titles(titles, language)]
    rows[-1] = rows[-1]._replace(under=0 if report.is_empty else _LINE)
    for section in report.sections:
        start = rows[-1].y + rows[-1].height
        placed = _placed(list(_section(report, section, language)), start)
        body += _guides(section.nodes, placed)
        rows += placed
    rows += _placed([*_foot(report, language)], rows[-1].y + rows[-1].height)
    height = round(rows[-1].y + rows[-1].height + _MARGIN)
    title = _text(words.title(report, language))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
            f'height="{height}" role="img" aria-labelledby="okrctl-title" lang="{language}">',
            f'<title id="okrctl-title">{title}</title>',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{_WIDTH}" height="{height}"/>',
            *body,
            *(element for row in rows for element in _drawn(row, language)),
            "</svg>",
            "",
        ]
    )


def _head(report: TreeReport, language: Language) -> Iterator[_Row]:
    yield _Row((words.title(report, language),), _MARGIN, "head")
    yield _Row((words.state(report, language),), _MARGIN, "faint")
    cells = int((_WIDTH - 2 * _MARGIN - _GUIDING) / _CELL)
    for label, texts in words.guiding(report):
        lines = tuple(line for text in texts for line in wrapped(plain(text), cells))
        yield _Row(lines, _MARGIN + _GUIDING, "plain", before=label.say(language))
    if report.is_empty:
        yield _Row((words.nothing(report, language),), _MARGIN, "plain", gap=_LINE)


def _foot(report: TreeReport, language: Language) -> Iterator[_Row]:
    closing = words.closing(report, language)
    if closing:
        yield _Row((closing,), _MARGIN, "objective", gap=_LINE)
    if not report.is_empty:
        legend = " · ".join(line.say(language) for line in words.PICTURE_LEGEND)
        yield _Row((legend,), _MARGIN, "faint small")


def _section(report: TreeReport, section: Section, language: Language) -> Iterator[_Row]:
    heading = words.heading(section, language)
    x = _MARGIN + min(section.depth, 8) * _INDENT
    if heading:
        yield _Row((heading,), x, "section", section.attainment, gap=_LINE)
    for index, node in enumerate(section.nodes):
        gap = _PAD if node.depth == 0 else 0
        yield _goal(report, section, node, language)._replace(at=index, gap=gap)
        for key_result in node.key_results:
            yield _key_result(node, key_result, (x, language))


def _x(section_x: float, node: TreeNode) -> float:
    """Where a goal begins; beyond some levels the steps stop, or no room would be left for titles."""
    return section_x + min(node.depth, 14) * _INDENT


def _goal(report: TreeReport, section: Section, node: TreeNode, language: Language) -> _Row:
    goal = node.goal
    x = _x(_MARGIN + min(section.depth, 8) * _INDENT, node)
    marks = [*words.objective_marks(goal, language), *words.place_marks(report, section, node, language)]
    style = "dropped objective" if goal.dropped else "faint" if node.reference else "objective"
    return _row(f"{goal.address}  {goal.title}", (x, style), goal, marks)


def _key_result(node: TreeNode, goal: GoalLine, where: tuple[float, Language]) -> _Row:
    section_x, language = where
    x = _x(section_x, node) + _INDENT
    style = "dropped" if goal.dropped else "plain"
    return _row(f"{goal.label}  {goal.title}", (x, style), goal, words.key_result_marks(goal, language))


def _row(text: str, where: tuple[float, str], goal: GoalLine, marks: Sequence[str]) -> _Row:
    x, style = where
    room = _TITLES_END - x
    said = tuple(wrapped(plain(" · ".join(marks)), int(room / _CELL))) if marks else ()
    cell = _BOLD_CELL if "objective" in style else _CELL
    lines = tuple(wrapped(plain(text), int(room / cell)))
    return _Row(lines, x, style, goal, marks=said, owner=_owner(goal.owner_name))


def _owner(name: str) -> tuple[str, ...]:
    """The name as it fits in its column; what two lines do not hold ends in …"""
    first, *more = wrapped(plain(name), int((_WIDTH - 8 - _OWNER) / _CELL))
    if len(more) < _OWNER_LINES:
        return (first, *more)
    return (first, *more[: _OWNER_LINES - 2], more[_OWNER_LINES - 2] + "…")


def _placed(rows: Sequence[_Row], y: float) -> list[_Row]:
    placed = []
    for row in rows:
        placed.append(row._replace(y=y + row.gap))
        y += row.gap + row.height
    return placed


def _guides(nodes: Sequence[TreeNode], rows: Sequence[_Row]) -> Iterator[str]:
    """From each goal a line down to the last that hangs on it, and from there a step to each."""
    at = {row.at: row for row in rows if row.at >= 0}
    ends: dict[int, float] = {}
    for index, node in enumerate(nodes):
        if node.parent >= 0:
            above, row = at[node.parent], at[index]
            y, x = row.y + _LINE / 2 - 1, above.x + _INDENT / 3
            ends[node.parent] = y
            yield f'<path class="guide" d="M{_px(x)} {_px(y)}H{_px(row.x - 5)}"/>'
    for index, end in ends.items():
        above = at[index]
        start = above.y + (len(above.lines) + len(above.marks)) * _LINE
        yield f'<path class="guide" d="M{_px(above.x + _INDENT / 3)} {_px(start)}V{_px(end)}"/>'


def _drawn(row: _Row, language: Language) -> Iterator[str]:
    for number, line in enumerate(row.lines):
        yield _said(line, row.x, row.y + _baseline(number), row.style)
    for number, line in enumerate(row.marks, len(row.lines)):
        yield _said(line, row.x, row.y + _baseline(number), "faint small")
    if row.shown is not None:
        yield from _numbers(row.shown, row.y, language)
    if isinstance(row.shown, GoalLine):
        yield from _status(row.shown, row.y, language)
    for number, line in enumerate(row.owner):
        yield _said(line, _OWNER, row.y + _baseline(number), "faint")
    yield _said(row.before, _MARGIN, row.y + _baseline(0), "faint")


def _numbers(shown: GoalLine | Attainment, y: float, language: Language) -> Iterator[str]:
    goal = shown if isinstance(shown, GoalLine) else None
    if goal and goal.dropped:
        return
    reached = min(max(shown.progress, 0.0), 1.0) * _BAR_WIDTH
    planned = min(max(shown.expected, 0.0), 1.0) * _BAR_WIDTH
    top, status = y + 4, (goal.shown_status if goal else None) or "none"
    yield f'<rect class="track" x="{_BAR}" y="{_px(top)}" width="{_BAR_WIDTH}" height="{_BAR_HEIGHT}" rx="4"/>'
    yield f'<rect class="{status}" x="{_BAR}" y="{_px(top)}" width="{_px(reached)}" height="{_BAR_HEIGHT}" rx="4"/>'
    # A stroke where progress should be by now.
    yield f'<path class="plan" d="M{_px(_BAR + planned)} {_px(top - 3)}v{_BAR_HEIGHT + 6}"/>'
    baseline = y + _baseline(0)
    yield _said(show.percent(shown.progress, language), _PERCENT, baseline, "plain end")
    yield _said(words.signed(shown.change), _CHANGE, baseline, "faint end")
    if goal:
        yield _said(show.weight(goal.weight, language), _WEIGHT, baseline, "faint end")
    if shown.confidence is not None:
        yield _said(show.confidence(shown.confidence), _CONFIDENCE, baseline, "plain end")


def _status(goal: GoalLine, y: float, language: Language) -> Iterator[str]:
    if goal.shown_status:
        yield f'<circle class="{goal.shown_status}" cx="{_STATUS + 4}" cy="{_px(y + 9)}" r="4.5"/>'
        yield _said(words.both_statuses(goal, language), _STATUS + 14, y + _baseline(0), "plain")


def _titles(y: float, language: Language) -> Iterator[str]:
    """The titles of the columns, on one line."""
    ends = (("change", _CHANGE), ("weight", _WEIGHT), ("confidence", _CONFIDENCE))
    starts = (("goal", _MARGIN), ("progress", _BAR), ("status", _STATUS + 14), ("owner", _OWNER))
    for name, x in starts:
        yield _said(words.COLUMNS[name].say(language), x, y + _baseline(0), "faint small")
    for name, x in ends:
        yield _said(words.COLUMNS[name].say(language), x, y + _baseline(0), "faint small end")


def _said(text: str, x: float, y: float, style: str) -> str:
    return f'<text class="{style}" x="{_px(x)}" y="{_px(y)}">{_text(text)}</text>' if text else ""


def _baseline(line: int) -> float:
    return line * _LINE + 13.5


def _px(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    return escape(plain(text))
