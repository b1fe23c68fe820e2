"""The picture in the README is what the command draws today."""

from tests.cli.inside import run
from tests.support.command import ROOT, STARLING

MADE_WITH = "okrctl -q -C examples/starling --today 2026-03-10 tree growth --depth 2 --format svg -o .github/tree.svg"


def test_the_picture_is_up_to_date() -> None:
    drawn = run("-q", "-C", STARLING, "--today", "2026-03-10", "tree", "growth", "--depth", "2", "--format", "svg")
    assert (drawn.code, drawn.err) == (0, "")
    shown = (ROOT / ".github/tree.svg").read_text(encoding="utf-8")
    assert drawn.out == shown, f"draw it anew: {MADE_WITH}"
