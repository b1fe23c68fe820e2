"""The tree as a Mermaid flowchart that GitHub and GitLab draw as it is."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from okrctl.language import Bilingual, Language
from okrctl.reports.tree import words
from okrctl.reports.tree.chart import Box, Line, boxes_and_lines
from okrctl.reports.tree.lines import plain, wrapped
from okrctl.reports.tree.record import TreeReport

_WIDTH = 32  # cells of a line in a box
# Mermaid would break the lines once more, at 200 px.
_SETUP = '%%{init: {"flowchart": {"wrappingWidth": 360}}}%%'
_MOST_TEXT, _MOST_LINES = 50_000, 500  # beyond these GitHub shows an error instead of a picture
# What Mermaid, Markdown or HTML could take for a sign of theirs goes in as a numbered entity.
_SIGNS = re.compile(r"[^\w\s.,:/()+='%-]|_|(?<=[:/])/|%(?=%)|(?<=%)%", re.ASCII)
_LIST = re.compile(r"^([-+]|\d+[.)])")
_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "on_track": "fill:#dcfce7,stroke:#16a34a,color:#14532d",
        "at_risk": "fill:#fef9c3,stroke:#ca8a04,color:#713f12",
        "off_track": "fill:#fee2e2,stroke:#dc2626,color:#7f1d1d",
        "stale": "fill:#f3f4f6,stroke:#6b7280,color:#374151,stroke-dasharray:4 3",
        "no_data": "fill:#ffffff,stroke:#9ca3af,color:#6b7280,stroke-dasharray:4 3",
        "done": "fill:#bbf7d0,stroke:#15803d,color:#14532d,stroke-width:2px",
        "paused": "fill:#e0e7ff,stroke:#6366f1,color:#312e81",
        "dropped": "fill:#f3f4f6,stroke:#9ca3af,color:#6b7280,stroke-dasharray:2 3",
    }
)
_ARROWS: Mapping[str, str] = MappingProxyType({"belongs": "---", "supports": "-->", "refers": "-.->"})
_LEFT_OUT = Bilingual(
    "Left out to keep the picture small: key results that nothing is aligned to. Ask for less with --depth",
    "图太大，已省略未被承接的关键结果；可用 --depth 减少层级",
)


def render(report: TreeReport, language: Language) -> str:
    """The flowchart, without a fence; ends with a newline."""
    boxes, lines = boxes_and_lines(report, language, _WIDTH)
    drawn = _drawn(report, (boxes, lines), language)
    if len(drawn) <= _MOST_TEXT and len(lines) <= _MOST_LINES:
        return drawn
    fewer = boxes_and_lines(report, language, _WIDTH, key_results=False)
    return f"%% {_LEFT_OUT.say(language)}\n{_drawn(report, fewer, language)}"


def _drawn(report: TreeReport, picture: tuple[tuple[Box, ...], tuple[Line, ...]], language: Language) -> str:
    boxes, lines = picture
    drawn = [_SETUP, "flowchart RL"]
    if not boxes:
        drawn.append(f"  g0[{_label(wrapped(plain(words.nothing(report, language)), _WIDTH))}]")
    for number, (heading, inside) in enumerate(groupby(boxes, key=lambda box: box.group)):
        if heading:
            drawn += [f"  subgraph s{number}[{_label([plain(heading)])}]", "  direction RL"]
        drawn += [_box(box) for box in inside]
        drawn += ["  end"] if heading else []
    cross_team = _label([words.CROSS_TEAM.say(language)])
    for line in lines:
        drawn.append(
            f"  {line.source} {_ARROWS[line.kind]}{f'|{cross_team}|' if line.cross_team else ''} {line.target}"
        )
    for status in dict.fromkeys(box.status for box in boxes if box.status):
        drawn.append(f"  classDef {status} {_STYLES[status]}")
    return "\n".join(drawn) + "\n"


def _box(box: Box) -> str:
    opening, closing = ("([", "])") if box.is_key_result else ("[", "]")
    return f"  {box.id}{opening}{_label(box.lines)}{closing}{f':::{box.status}' if box.status else ''}"


def _label(lines: Sequence[str]) -> str:
    return '"' + "<br/>".join(map(_text, lines)) + '"'


def _text(line: str) -> str:
    """A line of a label, with the signs that would be read as something else as entities."""
    begun = _LIST.match(line)
    if begun:
        return line[: begun.end() - 1] + _entity(line[begun.end() - 1]) + _text(line[begun.end() :])
    # Two dollars are a formula even as entities: a joiner that nobody sees keeps them apart.
    return _SIGNS.sub(lambda found: _entity(found[0]), line.replace("$$", "$\u2060$"))


def _entity(sign: str) -> str:
    return f"#{ord(sign)};" if sign.isascii() else sign
