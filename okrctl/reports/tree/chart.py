"""What the pictures made of boxes and lines share: which goals get a box, which lines join them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from okrctl.language import Language
from okrctl.progress import show
from okrctl.reports.tree import words
from okrctl.reports.tree.lines import plain, wrapped
from okrctl.reports.tree.record import GoalLine, Section, TreeReport


class Box(NamedTuple):
    """A goal as a box: `id` safe in every format, lines of text, status for its colour, `group` a heading or empty."""

    id: str
    lines: tuple[str, ...]
    status: str
    is_key_result: bool
    group: str


class Line(NamedTuple):
    """A line between two boxes, from a goal to what it supports, or from a key result to its objective."""

    source: str
    target: str
    kind: Literal["belongs", "supports", "refers"]
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
    name = f"{goal.label} · {goal.owner_name}"
    status = goal.shown_status
    reached = [words.lit_status(status, language)] if status else []
    weighed = []
    if not goal.dropped:
        reached.append(show.percent(goal.progress, language) + words.change_behind(goal.change, language))
        weighed.append(words.WEIGHT.format(share=show.weight(goal.weight, language)).say(language))
    if goal.confidence is not None and not goal.dropped:
        weighed.append(words.CONFIDENCE.format(number=show.confidence(goal.confidence)).say(language))
    if goal.contradicted:  # two statuses fill a line
        both = f"{reached.pop(0)} ≠ {words.status(goal.contradicted, language)}"
        said = [both, " · ".join(reached)]
    else:
        said = [" · ".join(reached)]
    lines = (plain(name), plain(goal.title), *said, " · ".join(weighed))
    return tuple(part for line in lines if line for part in wrapped(line, width))


def _lines_of(report: TreeReport, section: Section, boxes: dict[str, Box]) -> Iterator[Line]:
    for node in section.nodes:
        for key_result in node.key_results:
            if key_result.address in boxes:
                yield Line(boxes[key_result.address].id, boxes[node.goal.address].id, "belongs")
        if node.parent >= 0:
            above = section.nodes[node.parent]
            source, target = (above, node) if report.options.up else (node, above)
            held = {goal.address for goal in target.key_results}
            ends = [address for address in node.via if address in held and address in boxes] or [target.goal.address]
            kind: Literal["supports", "refers"] = "refers" if node.reference else "supports"
            for end in ends:
                yield Line(boxes[source.goal.address].id, boxes[end].id, kind, node.cross_team)
