"""The tree as a Mermaid flowchart that GitHub and GitLab draw as it is."""

import re
from collections.abc import Mapping
from itertools import groupby
from types import MappingProxyType

from okrctl.language import Bilingual, Language
from okrctl.reports.tree import words
from okrctl.reports.tree.chart import Box, Line, boxes_and_lines
from okrctl.reports.tree.lines import plain
from okrctl.reports.tree.record import TreeReport

_WIDTH = 36  # cells of a line in a box
_MOST_TEXT, _MOST_LINES = 50_000, 500  # beyond these GitHub shows an error instead of a picture
# What Mermaid, Markdown or HTML could take for a sign of theirs goes in as a numbered entity.
_SIGNS = re.compile(r"[^\w\s.,:/()+='’·–—-]|_|(?<=:)/|/(?=/)", re.ASCII)
_LIST = re.compile(r"^([-+]|\d+[.)])")
_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "on_track": "fill:#dcfce7,stroke:#16a34a,color:#14532d",
        "at_risk": "fill:#fef9c3,stroke:#ca8a04,color:#713f12",
        "off_track": "fill:#fee2e2,stroke:#dc2626,color:#7f1d1d",
        "stale": "fill:#f3f4f6,stroke:#6b7280,color:#374151,stroke-dasharray:4 3",
        "done": "fill:#bbf7d0,stroke:#15803d,color:#14532d,stroke-width:2px",
        "paused": "fill:#e0e7ff,stroke:#6366f1,color:#312e81",
        "dropped": "fill:#f3f4f6,stroke:#9ca3af,color:#6b7280,stroke-dasharray:2 3",
    }
)
_ARROWS: Mapping[str, str] = MappingProxyType({"holds": "---", "supports": "-->", "refers": "-.->"})
_LEFT_OUT = Bilingual(
    "Key results that nothing is aligned to are left out: the picture would be too large",
    "图太大：未被承接的关键结果已省略",
)


def render(report: TreeReport, language: Language) -> str:
    """The flowchart, without a fence; ends with a newline."""
    drawn = _drawn(report, language, key_results=True)
    if len(drawn) <= _MOST_TEXT and sum(arrow in drawn for arrow in ("---",)) <= _MOST_LINES:
        return drawn
    return _drawn(report, language, key_results=False)
