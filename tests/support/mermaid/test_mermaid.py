"""Mermaid's own parser with our flowcharts.

Runs where node and Mermaid are: `npm ci --prefix tests/support/mermaid` brings the parser.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from okrctl.reports.tree import mermaid
from okrctl.reports.tree.lines import plain
from okrctl.reports.tree.record import TreeOptions
from tests.reports.kite import kite, small
from tests.reports.test_tree_pictures import HOSTILE, hostile

HERE = Path(__file__).parent
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(
    NODE is None or not (HERE / "node_modules" / "mermaid").is_dir(),
    reason="needs Node.js and Mermaid; one command brings it: npm ci --prefix tests/support/mermaid",
)


def parsed(*charts: str) -> list[dict[str, Any]]:
    assert NODE is not None
    ran = subprocess.run(
        [NODE, "parse.mjs"], cwd=HERE, input=json.dumps(charts), capture_output=True, text=True, timeout=120, check=True
    )
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def test_every_kind_of_tree_is_a_flowchart(tmp_path: Path):
    asked = (
        TreeOptions(),
        TreeOptions(by="team"),
        TreeOptions(by="person"),
        TreeOptions(owner="mia", up=True),
        TreeOptions(only="stale"),
        TreeOptions(depth=1),
    )
    found = parsed(*(mermaid.render(kite(tmp_path / str(n), options), "zh") for n, options in enumerate(asked)))
    assert [chart.get("type") for chart in found] == ["flowchart-v2"] * len(asked), found
    assert (len(found[0]["nodes"]), found[0]["lines"]) == (11, 10)


def test_hostile_titles_arrive_as_they_are(tmp_path: Path):
    (found,) = parsed(mermaid.render(hostile(tmp_path), "en"))
    assert "error" not in found
    labels = [_read(text).replace(" ", "") for _, text in found["nodes"]]
    for title in HOSTILE:
        assert any(plain(title).replace(" ", "") in label for label in labels), (title, labels)


def test_a_tree_of_hundreds_of_goals_is_read(tmp_path: Path):
    many = "\n".join(f"O{number}: {'A long title of an objective ' * 3}" for number in range(200))
    (found,) = parsed(mermaid.render(small(tmp_path, {"company": many}), "en"))
    assert len(found["nodes"]) == 200


def _read(label: str) -> str:
    """A label as a reader sees it: Mermaid keeps numbered entities as `ﬂ°°35¶ß` until it draws."""
    text = re.sub(r"<br ?/?>|\u2060", "", label)
    return re.sub(r"(?:ﬂ°°|#)(\d+)(?:¶ß|;)", lambda found: chr(int(found[1])), text)
