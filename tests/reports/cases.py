"""A small company whose weekly reports are written out by hand in the tests."""

from collections.abc import Mapping
from pathlib import Path

from okrctl.alignment.graph import build_graph
from okrctl.language import Language
from okrctl.models.calendar import Week
from okrctl.reports.weekly.build import Wish, build
from okrctl.reports.weekly.record import WeeklyReport
from okrctl.reports.weekly.render import markdown
from tests.support.trees import read_tree, write_tree

SETTINGS = "version: 1\nname: Starling\ncheckin: {meeting: tuesday, skip: [2026-W08]}\n"
ORG = """\
teams:
  company: {name: Starling, lead: lin}
  growth: {name: Growth, parent: company, lead: wang}
  web: {name: Web, parent: growth, lead: eve}
  design: {name: Design, parent: company, lead: dana}
people:
  lin: {name: Lin Yi, team: company}
  wang: {name: Wang Shi, team: growth}
  alice: {name: Alice Chen, team: growth}
  bob: {name: Bob Meyer, team: growth}
  eve: {name: Eve Adler, team: web}
  fred: {name: Fred Ott, team: web}
  dana: {name: Dana Ruiz, team: design}
  kim: {name: Kim, team: growth, external: true}
"""
COMPANY = """\
objectives:
  - id: O1
    title: Small teams choose us
    key_results:
      - {id: KR1, title: 400 teams pay, metric: {start: 200, target: 400, unit: teams}}
      - {id: KR2, title: Half were sent by others, metric: {start: 20, target: 50, unit: "%"}}
"""
GROWTH = """\
objectives:
  - id: O1
    title: New teams feel at home
    weight: 40
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: Retention rises, metric: {start: 30, target: 40, unit: "%"}, owner: bob}
      - {id: KR2, title: Onboarding is live, milestones: [{id: M1, title: Tested}, {id: M2, title: Live}], owner: alice}
  - id: O2
    title: Revenue carries us
    kind: committed
    weight: 60
    key_results:
      - {id: KR1, title: Revenue of 100 thousand, metric: {start: 0, target: 100, unit: k}}
      - {id: KR2, title: Churn stays low, keep: {max: 2, unit: "%"}}
"""
ALICE = """\
objectives:
  - id: O1
    title: Alice's own
    aligns_to: [growth/O1/KR1]
    key_results:
      - {id: KR1, title: Ten interviews}
"""
CYCLE = "cycles/2026-Q1"
BASE: Mapping[str, str] = {
    "okrctl.yaml": SETTINGS,
    "org.yaml": ORG,
    f"{CYCLE}/okrs/company.yaml": COMPANY,
    f"{CYCLE}/okrs/growth.yaml": GROWTH,
    f"{CYCLE}/okrs/alice.yaml": ALICE,
}


def note(week: int, author: str, cycle: str = "2026-Q1") -> str:
    """The path of a note of 2026."""
    return f"cycles/{cycle}/notes/2026-W{week:02}/{author}.yaml"


def sheet(owner: str, cycle: str = "2026-Q1") -> str:
    """The path of a sheet."""
    return f"cycles/{cycle}/okrs/{owner}.yaml"


def report(
    root: Path, files: Mapping[str, str], owner: str = "growth", week: int = 7, first: int | None = None
) -> WeeklyReport:
    """The report of a week of 2026 over the small company with these files besides, or in place of, its own."""
    loaded = read_tree(write_tree(root, {**BASE, **files}))
    since = None if first is None else Week(2026, first)
    return build(build_graph(loaded.workspace), Wish(owner, "2026-Q1", Week(2026, week), since))


def page(
    root: Path, files: Mapping[str, str], owner: str = "growth", week: int = 7, language: Language = "en"
) -> list[str]:
    """The lines of the same report as Markdown, every space a plain one."""
    return markdown(report(root, files, owner, week), language).replace("\u00a0", " ").split("\n")
