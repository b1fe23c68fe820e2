"""Asks for the moves of a quarter, and a small sheet to move them on."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from okrctl.history.moves import Asked, GoalMove, Moves, goal_moves
from okrctl.workspace.index import Cycle
from tests.support.git_workspace import GitWorkspace

FROZEN = date(2026, 1, 19)
QUARTER = Cycle("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), frozen=FROZEN)
ASKED = Asked(QUARTER, None, date(2026, 3, 31), "UTC")
OKRS = "cycles/2026-Q1/okrs"
BOB = f"{OKRS}/bob.yaml"
SHEET = """\
objectives:
  - id: O1
    title: New teams feel at home
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: Retention rises, metric: {start: 31, target: 45, unit: "%"}, weight: 60}
      - {id: KR2, title: The tour is live, weight: 40}
  - id: O2
    title: 伙伴主动推荐我们
    key_results:
      - {id: KR1, title: 渠道客户增加, metric: {start: 10, target: 60}}
"""
OTHER = """\
objectives:
  - id: O1
    title: Support answers within ten minutes
    key_results:
      - {id: KR1, title: First answer, metric: {start: 45, target: 10}}
"""


def begin(root: Path, files: Mapping[str, str | bytes] | None = None) -> GitWorkspace:
    """A repository with one sheet, or the given files, before the freeze."""
    repository = GitWorkspace.begin(root)
    repository.commit(dict(files or {BOB: SHEET}), "2026-01-08")
    return repository


def ask(root: Path, asked: Asked = ASKED) -> Moves:
    return goal_moves(root, asked)


def told(root: Path, asked: Asked = ASKED) -> list[tuple[str, str, object, object]]:
    """Address, field, before and after of each move."""
    return [brief(move) for move in goal_moves(root, asked).moves]


def brief(move: GoalMove) -> tuple[str, str, object, object]:
    return (move.key.address(), move.field, move.before, move.after)
