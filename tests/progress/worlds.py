"""A small company in the first quarter of 2026 (90 days), to be filled with sheets and notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from okrctl.alignment.goals import GoalKey
from okrctl.alignment.graph import Graph, build_graph
from okrctl.progress.figures import Figures, GoalFigures, figures
from okrctl.progress.reported import Reports, collect_reports
from okrctl.source.place import Place, locate
from tests.support.trees import read_tree, write_tree

CYCLE = "2026-Q1"
ORG = """\
teams:
  company: {lead: lin}
  growth: {parent: company, lead: wang}
  design: {parent: company, lead: dana}
people:
  lin: {name: Lin Yi, team: company}
  wang: {name: Wang Shi, team: growth}
  alice: {name: Alice Chen, team: growth}
  bob: {name: Bob Meyer, team: growth}
  dana: {name: Dana Ruiz, team: design}
"""


@dataclass(frozen=True)
class World:
    """What was read, with short ways to its figures."""

    graph: Graph
    reports: Reports

    def figures(self, day: date) -> Figures:
        return figures(self.graph, self.reports, day)

    def goal(self, address: str, day: date, cycle: str = CYCLE) -> GoalFigures:
        return self.figures(day).goal(key(address, cycle))


def key(address: str, cycle: str = CYCLE) -> GoalKey:
    """`alice/O1/KR1` of a cycle."""
    return GoalKey(cycle, *address.split("/"))


def world(root: Path, files: Mapping[str, str]) -> World:
    """Sheets as `alice`, notes as `W08/alice`, both of 2026-Q1; anything with a suffix is a path of its own."""
    tree = {"okrctl.yaml": "version: 1\n", "org.yaml": ORG}
    tree.update({_path(name): text for name, text in files.items()})
    loaded = read_tree(write_tree(root, tree))
    assert [one.message.en for one in loaded.diagnostics] == []
    graph = build_graph(loaded.workspace)
    return World(graph, collect_reports(graph))


def one_key_result(text: str, kind: str = "aspirational") -> str:
    """A sheet with one objective and in it one key result; `text` are the keys behind its title."""
    return f"objectives:\n  - {{id: O1, title: t, kind: {kind}, key_results: [{{id: KR1, title: t, {text}}}]}}\n"


def updates(*entries: str) -> str:
    """A note whose updates address `O1/KR1`; each entry are the other keys."""
    return "updates:\n" + "".join(f"  - {{kr: O1/KR1, {entry}}}\n" for entry in entries)


def path_and_line(place: Place) -> str:
    """A place as `file:line`."""
    location = locate(place)
    return f"{location.path}:{location.start.line}"


def _path(name: str) -> str:
    if name.endswith(".yaml"):
        return name
    if "/" in name:
        week, author = name.split("/")
        return f"cycles/{CYCLE}/notes/2026-{week}/{author}.yaml"
    return f"cycles/{CYCLE}/okrs/{name}.yaml"
