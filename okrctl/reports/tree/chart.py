"""What the pictures made of boxes and lines share: which goals get a box, which lines join them."""

from collections.abc import Iterator
from dataclasses import dataclass

from okrctl.language import Language
from okrctl.progress import show
from okrctl.reports.tree import words
from okrctl.reports.tree.lines import plain, wrapped
from okrctl.reports.tree.record import GoalLine, Section, TreeReport


@dataclass(frozen=True, slots=True)
class Box:
    """A goal as a box: `id` safe in every format, lines of text, status for its colour, `group` a heading or empty."""

    id: str
    lines: tuple[str, ...]
    status: str
    is_key_result: bool
    group: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line from the goal above to the one below; `kind` holds: its own key result; supports: shown there in full."""

    above: str
    below: str
    kind: str
    cross_team: bool = False


def boxes_and_lines(
    report: TreeReport, language: Language, width: int, *, key_results: bool = True
) -> tuple[tuple[Box, ...], tuple[Line, ...]]:
    """Every goal once, however often the tree refers to it; titles broken at `width` cells.

    Without `key_results` those stay away that nothing hangs on.
    """
    named = {address for section in report.sections for node in section.nodes for address in node.via}
    boxes: dict[str, Box] = {}
    for section in report.sections:
        for goal in _goals(section):
            if goal.address not in boxes and (key_results or not goal.is_key_result or goal.address in named):
                lines = _lines(goal, language, width)
                heading = words.heading(section, language)
                boxes[goal.address] = Box(
                    f"g{len(boxes) + 1}", lines, goal.shown_status or "", goal.is_key_result, heading
                )
    lines_between = {line: None for section in report.sections for line in _lines_of(report, section, boxes)}
    return tuple(boxes.values()), tuple(lines_between)


def _goals(section: Section) -> Iterator[GoalLine]:
    """The goals that stand in full; then those that are only referred to, in case they stand nowhere else."""
    for node in section.nodes:
        if not node.reference:
            yield node.goal
            yield from node.key_results
    yield from (node.goal for node in section.nodes if node.reference)


def _lines(goal: GoalLine, language: Language, width: int) -> tuple[str, ...]:
    status = goal.shown_status
    numbers = [words.lit_status(status, language)] if status else []
    if not goal.dropped:
        change = words.signed(goal.change)
        share = show.percent(goal.progress, language)
        numbers.append(f"{share} ({change})" if change else share)
        numbers.append(words.WEIGHT.format(share=show.weight(goal.weight, language)).say(language))
    if goal.confidence is not None and not goal.dropped:
        numbers.append(words.CONFIDENCE.format(number=show.confidence(goal.confidence)).say(language))
    name = f"{goal.label if goal.is_key_result else goal.address} · {goal.owner_name}"
    return (*wrapped(plain(name), width), *wrapped(plain(goal.title), width), *wrapped(" · ".join(numbers), width))


def _lines_of(report: TreeReport, section: Section, boxes: dict[str, Box]) -> Iterator[Line]:
    def box(address: str) -> str:
        return boxes[address].id

    for node in section.nodes:
        for key_result in node.key_results:
            if key_result.address in boxes:
                yield Line(box(node.goal.address), box(key_result.address), "holds")
        if node.parent < 0:
            continue
        above = section.nodes[node.parent]
        kind = "refers" if node.reference else "supports"
        if report.options.up:
            yield Line(box(above.goal.address), box(node.goal.address), kind, node.cross_team)
            continue
        held = {key_result.address for key_result in above.key_results}
        ends = [address for address in node.via if address in boxes and address in held] or [above.goal.address]
        yield from (Line(box(end), box(node.goal.address), kind, node.cross_team) for end in ends)
