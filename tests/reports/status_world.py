"""A company of five on the Tuesday of week 9: one key result of every kind of trouble, worked out by hand.

55 of the quarter's 90 days are over, so 0.6111 is expected of whatever has no due date of its own. Week 8 is a
holiday. Eve is away from 23 to 27 February.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from okrctl.alignment.graph import build_graph
from okrctl.progress.figures import figures
from okrctl.progress.reported import collect_reports
from okrctl.reports.status.build import build_board
from okrctl.reports.status.record import Board
from okrctl.reports.status.scope import StatusScope
from tests.support.trees import read_tree, write_tree

DAY = date(2026, 2, 24)
ELAPSED = 55 / 90
Q1 = "cycles/2026-Q1"

ORG = """\
teams:
  company: {name: Kite, lead: lin}
  growth: {name: Growth, parent: company, lead: wang}
  web: {name: Web, parent: growth, lead: eve}
people:
  lin: {name: Lin Yi, email: lin@kite.example, team: company}
  wang: {name: Wang Shi, email: [wang@kite.example, w@old.example], team: growth}
  alice: {name: Alice Chen, team: growth}
  eve: {name: Eve Adler, email: eve@kite.example, team: web, away: [{from: 2026-02-23, to: 2026-02-27}]}
  kim: {name: Kim, team: growth, external: true}
"""
WORLD: Mapping[str, str] = {
    "okrctl.yaml": "name: Kite\ncheckin: {meeting: tuesday, skip: [2026-W08]}\n",
    "org.yaml": ORG,
    f"{Q1}/okrs/company.yaml": """
objectives:
  - id: O1
    title: Everybody flies
    kind: aspirational
    key_results:
      - {id: KR1, title: Ninety kites in the air, metric: {start: 0, target: 90, unit: kites}}
      - {id: KR2, title: Ten clubs order again, metric: {start: 0, target: 10, unit: clubs}, owner: wang}
""",
    f"{Q1}/okrs/growth.yaml": """
objectives:
  - id: O1
    title: Clubs find us
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: Half of the clubs know us}
      - {id: KR2, title: Four fairs bring orders, metric: {start: 0, target: 4}, due: 2026-02-20, owner: alice}
""",
    f"{Q1}/okrs/eve.yaml": """
objectives:
  - id: O1
    title: The shop sells by itself
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Nobody needs to call}
      - {id: KR2, title: Two thirds pay at once}
""",
    f"{Q1}/okrs/alice.yaml": """
objectives:
  - id: O1
    title: My own idea
    key_results:
      - {id: KR1, title: Seven tries}
      - {id: KR2, title: Six drawings}
""",
    f"{Q1}/notes/2026-W04/alice.yaml": "updates: [{kr: O1/KR2, percent: 60}]\n",
    f"{Q1}/notes/2026-W05/eve.yaml": "updates: [{kr: O1/KR1, percent: 10, status: paused}]\n",
    f"{Q1}/notes/2026-W06/lin.yaml": "updates: [{kr: company/O1/KR1, value: 20, confidence: 6}]\n",
    f"{Q1}/notes/2026-W07/wang.yaml": """
updates:
  - {kr: company/O1/KR2, value: 1, status: on_track}
other: [{title: A fair in Hanover, progress: Old news., escalate: true}]
""",
    f"{Q1}/notes/2026-W07/alice.yaml": """
updates:
  - kr: growth/O1/KR2
    value: 3
    status: at_risk
    confidence: 4
    risks:
      - {risk: The hall is full, need: A booth by the door, from: [lin]}
      - {risk: No flyers, need: Flyers for all, from: [eve]}
""",
    f"{Q1}/notes/2026-W07/eve.yaml": "updates: [{kr: O1/KR2, percent: 60, status: off_track}]\n",
    f"{Q1}/notes/2026-W09/lin.yaml": """
updates:
  - {kr: company/O1/KR1, value: 45, status: on_track, confidence: 8, risks: [{risk: The wind, from: [growth]}]}
done: [2026-W07/alice/n2]
""",
    f"{Q1}/notes/2026-W09/alice.yaml": """
updates: [{kr: O1/KR1, percent: 70, status: on_track}]
other: [{title: A rival cuts prices, progress: By a third., escalate: true}]
""",
}


def scope_of(
    root: Path,
    files: Mapping[str, str] | None = None,
    team: str | None = None,
    day: date = DAY,
    world: Mapping[str, str] = WORLD,
) -> StatusScope:
    """The world with these files besides, or in place of, its own."""
    graph = build_graph(read_tree(write_tree(root, {**world, **(files or {})})).workspace)
    now = figures(graph, collect_reports(graph), day)
    return StatusScope(graph, now, graph.workspace.cycles["2026-Q1"], team)


def board_of(root: Path, files: Mapping[str, str] | None = None, team: str | None = None, day: date = DAY) -> Board:
    """The board of that world."""
    return build_board(scope_of(root, files, team, day))
