"""A company of four with every kind of line that a tree can have, in both languages, and trees of other files."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from okrctl.alignment.graph import build_graph
from okrctl.progress.alignment_rate import alignment_rate
from okrctl.progress.figures import figures
from okrctl.progress.reported import collect_reports
from okrctl.reports.tree.build import build_tree
from okrctl.reports.tree.goal_line import TreeSources
from okrctl.reports.tree.record import TreeOptions, TreeReport
from tests.support.trees import read_tree, write_tree

DAY = date(2026, 2, 14)  # half of the quarter has passed: 45 of 90 days
CYCLE = "2026-Q1"

KITE: Mapping[str, str] = {
    "okrctl.yaml": "name: Kite\nmission: Every kite flies\nstrategy: [Calm first, Wind second]\n",
    "org.yaml": """
teams:
  company: {name: Kite, lead: lin}
  growth: {name: Growth, parent: company, lead: wang}
  design: {name: Design, parent: company}
people:
  lin: {name: Lin Yi, team: company}
  wang: {name: Wang Shi, team: growth}
  mia: {name: Mia Ro, team: design}
""",
    "cycles/2026-Q1/okrs/company.yaml": """
objectives:
  - id: O1
    title: Teams trust us
    key_results:
      - {id: KR1, title: Renewals reach 90 %}
      - {id: KR2, title: Ten customers name us, owner: mia}
""",
    "cycles/2026-Q1/okrs/growth.yaml": """
objectives:
  - id: O1
    title: New teams stay
    kind: committed
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Half stay four weeks, with: [mia]}
""",
    "cycles/2026-Q1/okrs/mia.yaml": """
objectives:
  - id: O1
    title: Calm first screens
    aligns_to: [growth/O1, company/O1/KR2]
    key_results:
      - {id: KR1, title: Seven of ten need no help}
""",
    "cycles/2026-Q1/okrs/design.yaml": """
objectives:
  - id: O1
    title: A new logo
    aligns_to: [company/O1]
    dropped: {on: 2026-02-01, because: Nobody missed it}
    key_results:
      - {id: KR1, title: Everybody wears it}
""",
    "cycles/2026-Q1/okrs/wang.yaml": """
objectives:
  - id: O1
    title: Fewer meetings
    key_results:
      - {id: KR1, title: Two days without}
""",
    "cycles/2026-Q1/notes/2026-W06/lin.yaml": "updates: [{kr: company/O1/KR1, percent: 50}]\n",
    "cycles/2026-Q1/notes/2026-W07/lin.yaml": """
updates:
  - {kr: company/O1/KR1, percent: 60, status: on_track, confidence: 8}
  - {kr: company/O1/KR2, percent: 20, status: on_track}
""",
    "cycles/2026-Q1/notes/2026-W07/wang.yaml": """
updates:
  - {kr: growth/O1/KR1, percent: 47, status: at_risk, confidence: 5}
""",
    "cycles/2026-Q1/notes/2026-W07/mia.yaml": "updates: [{kr: O1/KR1, percent: 50}]\n",
}


def sources_of(root: Path, files: Mapping[str, str] = KITE, day: date = DAY, cycle: str = CYCLE) -> TreeSources:
    """What a tree of these files is built from, with the figures of the day and of seven days before."""
    graph = build_graph(read_tree(write_tree(root, files)).workspace)
    reports = collect_reports(graph)
    before = figures(graph, reports, day - timedelta(days=7))
    return TreeSources(graph, cycle, figures(graph, reports, day), before, alignment_rate(graph, cycle, day))


def kite(root: Path, options: TreeOptions | None = None, **changed: str) -> TreeReport:
    """The tree of Kite; `wang="…"` replaces or adds a sheet."""
    sheets = {f"cycles/2026-Q1/okrs/{owner}.yaml": text for owner, text in changed.items()}
    return build_tree(sources_of(root, {**KITE, **sheets}), options or TreeOptions())


def small(root: Path, sheets: Mapping[str, str], options: TreeOptions | None = None) -> TreeReport:
    """A tree of sheets that are written as `O1: title > what/it supports`, one objective a line."""
    files = {"okrctl.yaml": "name: Small\n", "org.yaml": KITE["org.yaml"]}
    for owner, text in sheets.items():
        cycle, _, name = owner.rpartition(":")
        files[f"cycles/{cycle or CYCLE}/okrs/{name}.yaml"] = sheet(text)
    return build_tree(sources_of(root, files), options or TreeOptions())


def sheet(text: str) -> str:
    """A sheet from lines `O1: title > a/O1, b/O1/KR1`, each with one key result KR1."""
    lines = ["objectives:"]
    for line in text.strip().split("\n"):
        head, _, above = line.partition(" > ")
        name, _, title = head.strip().partition(": ")
        lines += [f"  - id: {name}", f"    title: {quoted(title)}", f"    aligns_to: [{above}]"]
        lines += ["    key_results: [{id: KR1, title: A result}]"]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Any text as a YAML scalar."""
    return (
        '"'
        + "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
        + '"'
    )


def outline(report: TreeReport) -> list[str]:
    """The goals as indented addresses; `@` before references, sections apart."""
    found = []
    for section in report.sections:
        if section.kind != "aligned":
            found.append(f"{'  ' * section.depth}[{section.name or section.kind}]")
        indent = "  " * (section.depth + (section.kind in ("team", "person")))
        for node in section.nodes:
            found.append(f"{indent}{'  ' * node.depth}{'@' if node.reference else ''}{node.goal.address}")
    return found
