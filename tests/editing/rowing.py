"""A small company with a key result of every kind, for what is said about them."""

from datetime import date
from pathlib import Path

from okrctl.editing.drafting import Drafting
from okrctl.language import Language
from okrctl.models.calendar import Week
from okrctl.workspace.index import NoteKey
from tests.support.trees import read_tree, write_tree

TODAY = date(2026, 2, 18)  # a Wednesday in W08
WEEK = Week(2026, 8)
NOTE = NoteKey("2026-Q1", WEEK, "alice")
PATH = "cycles/2026-Q1/notes/2026-W08/alice.yaml"
FILES = {
    "okrctl.yaml": "version: 1\nname: Rowing\n",
    "org.yaml": """\
teams:
  company: {name: Rowing, lead: lin}
  growth: {name: Growth, parent: company, lead: wang, aliases: [增长]}
  design: {name: Design, parent: company, lead: dana}
people:
  lin: {name: Lin Yi, team: company}
  wang: {name: 王芳, team: growth}
  alice: {name: Alice Chen, email: alice@rowing.example, team: growth}
  bob: {name: Bob Meyer, team: growth}
  dana: {name: Dana Ruiz, team: design}
  eve: {name: Eve, team: design}
""",
    "cycles/2026-Q1/cycle.yaml": "title: First quarter\n",
    "cycles/2026-Q2/cycle.yaml": "title: Second quarter\n",
    "cycles/2025-Q4/cycle.yaml": "state: closed\n",
    "cycles/2026-Q1/okrs/alice.yaml": """\
objectives:
  - id: O1
    title: Boats reach the start on time
    aligns_to: [growth/O1]
    key_results:
      - {id: KR1, title: Boats on time rise from 31 to 40 %, metric: {start: 31, target: 40, unit: "%"}}
      - {id: KR2, title: A boat costs no more than 3 million, metric: {start: 5000000, target: 3000000, unit: EUR}}
      - {id: KR3, title: Repairs take at most a day, keep: {max: 24, unit: hours}}
      - id: KR4
        title: The new yard works
        milestones: [{id: M1, title: Built}, {id: M2, title: Ten boats are through}, {id: M3, title: All are}]
      - {id: KR5, title: The crews agree to the plan}
      - {id: KR6, title: Given up, dropped: {on: 2026-02-01, because: No water}}
      - {id: KR7, title: Below add up, cascade: mean}
      - {id: KR8, title: Complaints fall from 12 to 4, metric: {start: 12, target: 4}}
""",
    "cycles/2026-Q1/okrs/growth.yaml": """\
objectives:
  - id: O1
    title: Crews come back
    key_results:
      - {id: KR1, title: Half of them, metric: {start: 20, target: 50}, with: [alice]}
      - {id: KR2, title: All of them, metric: {start: 20, target: 100}, owner: bob}
      - {id: KR3, title: With help, metric: {start: 20, target: 100}, owner: bob, with: [design]}
""",
    "cycles/2026-Q2/okrs/alice.yaml": """\
objectives:
  - {id: O9, title: Boats win, key_results: [{id: KR1, title: One does}, {id: KR2, title: Two do}]}
""",
}


def drafting(root: Path, note: str | bytes | None = None, language: Language = "en", today: date = TODAY) -> Drafting:
    """The company on the disk, with alice's note of W08 as given."""
    write_tree(root, FILES if note is None else {**FILES, PATH: note})
    return Drafting(read_tree(root).workspace, root, language, today)
