"""The tree as a graph in Graphviz' language."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from okrctl.language import Language
from okrctl.reports.tree import words
from okrctl.reports.tree.chart import Box, boxes_and_lines
from okrctl.reports.tree.lines import plain
from okrctl.reports.tree.record import TreeReport

_WIDTH = 40  # cells of a line in a box
_FILLS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "on_track": ("#dcfce7", "#16a34a"),
        "at_risk": ("#fef9c3", "#ca8a04"),
        "off_track": ("#fee2e2", "#dc2626"),
        "stale": ("#f3f4f6", "#6b7280"),
        "no_data": ("#ffffff", "#9ca3af"),
        "done": ("#bbf7d0", "#15803d"),
        "paused": ("#e0e7ff", "#6366f1"),
        "dropped": ("#f3f4f6", "#9ca3af"),
        "": ("#ffffff", "#6b7280"),
    }
)
_EDGES: Mapping[str, str] = MappingProxyType(
    {"belongs": "arrowhead=none", "supports": "style=solid", "refers": "style=dashed"}
)


def render(report: TreeReport, language: Language) -> str:
    """The graph; ends with a newline."""
    boxes, lines = boxes_and_lines(report, language, _WIDTH)
    drawn = [
        "digraph okrs {",
        f"  graph [rankdir=RL, labelloc=t, fontname=sans, label={_quoted([words.title(report, language)])}]",
        "  node [shape=box, fontname=sans, fontsize=11, margin=0.12]",
        "  edge [fontname=sans, fontsize=9, color=gray40]",
    ]
    if not boxes:
        drawn.append(f"  g0 [label={_quoted([words.nothing(report, language)])}]")
    for number, (heading, inside) in enumerate(groupby(boxes, key=lambda box: box.group)):
        if heading:
            drawn.append(f"  subgraph cluster_{number} {{ label={_quoted([heading])}")
        drawn += [_box(box) for box in inside]
        drawn += ["  }"] if heading else []
    label = f", label={_quoted([words.CROSS_TEAM.say(language)])}"
    for line in lines:
        drawn.append(f"  {line.source} -> {line.target} [{_EDGES[line.kind]}{label if line.cross_team else ''}]")
    return "\n".join([*drawn, "}"]) + "\n"


def _box(box: Box) -> str:
    fill, border = _FILLS[box.status]
    style = '"filled,rounded"' if box.is_key_result else "filled"
    return f'  {box.id} [label={_quoted(box.lines)}, style={style}, fillcolor="{fill}", color="{border}"]'


def _quoted(lines: Sequence[str]) -> str:
    """Lines as a quoted string; Graphviz reads backslashes, quotes and HTML entities in it."""
    escaped = [plain(line).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in lines]
    return '"' + "\\n".join(escaped) + '"'
