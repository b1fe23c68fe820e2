"""The tree as Markdown: a nested list that reads well on GitHub and GitLab, and in an editor."""

import re
from collections.abc import Iterator

from okrctl.language import Language
from okrctl.progress import show
from okrctl.reports.tree import words
from okrctl.reports.tree.lines import plain
from okrctl.reports.tree.record import Attainment, GoalLine, Section, TreeNode, TreeReport, bar_cells

_BAR = 10
_EATEN = re.compile(r"([\\`*_\[\]<>|~$#])")
_BEGINS_BLOCK = re.compile(r"^([-+=]|\d+[.)])(?=\s|$)")
_HEADINGS = 6  # levels that Markdown has


def render(report: TreeReport, language: Language) -> str:
    """The tree as a Markdown document that ends with a newline."""
    lines = [f"# {_text(words.title(report, language))}", "", _text(words.state(report, language)), ""]
    for label, texts in words.guiding(report):
        said = "; ".join(_text(text) for text in texts) if language == "en" else "；".join(map(_text, texts))
        lines += [f"> **{label.say(language)}** {said}", ">"]
    if lines[-1] == ">":
        lines[-1] = ""
    if report.is_empty:
        lines += [_text(words.nothing(report, language)), ""]
    for section in report.sections:
        lines += _section(report, section, language)
    closing = words.closing(report, language)
    return "\n".join([*lines, *([f"**{_text(closing)}**", ""] if closing else [])])


def _section(report: TreeReport, section: Section, language: Language) -> Iterator[str]:
    heading = words.heading(section, language)
    if heading:
        said = [_text(heading), *([_numbers(section.attainment, language)] if section.attainment else [])]
        yield f"{'#' * min(section.depth + 2, _HEADINGS)} {' · '.join(said)}"
        yield ""
    for node in section.nodes:
        yield from _node(report, section, node, language)
    if section.nodes:
        yield ""


def _node(report: TreeReport, section: Section, node: TreeNode, language: Language) -> Iterator[str]:
    goal, indent = node.goal, "  " * node.depth
    marks = [goal.owner_name, *words.objective_marks(goal, language)]
    marks += words.place_marks(report, section, node, language)
    name = f"{_text(goal.address)} {_text(goal.title)}"
    shown = name if node.reference else f"**{name}**"
    yield f"{indent}- {_line(shown, goal, marks, language)}"
    for key_result in node.key_results:
        said = [key_result.owner_name, *words.key_result_marks(key_result, language)]
        shown = f"{_text(key_result.label)} {_text(key_result.title)}"
        yield f"{indent}  - {_line(shown, key_result, said, language)}"


def _line(name: str, goal: GoalLine, marks: list[str], language: Language) -> str:
    status = goal.shown_status
    said = [f"~~{name}~~" if goal.dropped else name]
    if status is not None:
        said.append(words.lit_status(status, language) + words.contradiction(goal, language))
    if not goal.dropped:
        said.append(_numbers(goal, language))
        said.append(words.WEIGHT.format(share=show.weight(goal.weight, language)).say(language))
    return " · ".join([*said, *map(_text, marks)])


def _numbers(shown: GoalLine | Attainment, language: Language) -> str:
    reached, planned, open_ = bar_cells(shown, _BAR)
    said = f"`{'█' * reached}{'▒' * planned}{'░' * open_}` {show.percent(shown.progress, language)}"
    said += words.change_behind(shown.change, language)
    if shown.confidence is None:
        return said
    number = show.confidence(shown.confidence)
    return f"{said} · {words.CONFIDENCE.format(number=number).say(language)}"


def _text(text: str) -> str:
    """Text with a backslash before everything that Markdown would eat, `@` kept from calling people."""
    escaped = _EATEN.sub(r"\\\1", plain(text)).replace("&", "&amp;").replace("@", "@\u2060")
    return _BEGINS_BLOCK.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", escaped)
