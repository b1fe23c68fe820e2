"""Cycles inside cycles: a year, its quarters, a two-month, a month, and a project across them; 17 February 2026.

Year: company 0 → 40, a sum of the quarters'. First quarter 6 of 10, second not begun, start 0: 6 of 40 = 15 %.
January and February (B1): sales 0 → 8 contracts, 6 signed: 75 %, expected 48 of 59 days.
February: alice 0 → 4 interviews, 1 held: 25 %, expected 17 of 28 days.
Apollo, 12 January to 29 May: milestones of weight 1, 2 and 1; the first two reached: 75 %.
"""

from collections.abc import Mapping
from types import MappingProxyType

ORG = """\
teams:
  company: {name: Dawn, lead: lin}
  sales: {name: Sales, parent: company, lead: wang}
  apollo: {name: Project Apollo, parent: company, lead: chen, members: [alice, bob]}
people:
  lin: {name: Lin Yi, email: lin@dawn.example, team: company}
  wang: {name: Wang Shi, email: wang@dawn.example, team: sales}
  alice: {name: Alice Wu, email: alice@dawn.example, team: sales}
  bob: {name: Bob Meyer, email: bob@dawn.example, team: company}
  chen: {name: Chen Hao, email: chen@dawn.example, team: company}
"""
QUARTER = """\
objectives:
  - id: O1
    title: New customers come because old ones sent them
    aligns_to: ["2026:company/O1"]
    key_results:
      - id: KR1
        title: Sales add up to 10 million
        metric: {start: 0, target: 10, unit: M EUR}
        aligns_to: ["2026:company/O1/KR1"]
      - {id: KR2, title: Twelve of twenty customers name whom we should call}
"""
WITHIN: Mapping[str, str] = MappingProxyType(
    {
        "okrctl.yaml": "version: 1\nname: Dawn\ntimezone: Asia/Shanghai\ncheckin: {meeting: tuesday}\n",
        "org.yaml": ORG,
        "cycles/2026/okrs/company.yaml": """\
objectives:
  - id: O1
    title: Half of the market has heard of us from a friend
    key_results:
      - id: KR1
        title: Sales add up to 40 million
        metric: {start: 0, target: 40, unit: M EUR}
        cascade: sum
      - {id: KR2, title: 3 of 4 cities have a customer who recommends us}
""",
        "cycles/2026-Q1/okrs/company.yaml": QUARTER,
        "cycles/2026-Q2/okrs/company.yaml": QUARTER,
        "cycles/2026-B1/okrs/sales.yaml": """\
objectives:
  - id: O1
    title: Customers sign while they still remember why they called
    aligns_to: ["2026-Q1:company/O1"]
    key_results:
      - {id: KR1, title: Signed contracts rise from 0 to 8, metric: {start: 0, target: 8, unit: contracts}}
      - {id: KR2, title: Half of the offers are answered within two days}
""",
        "cycles/2026-02/okrs/alice.yaml": """\
objectives:
  - id: O1
    title: We know why the eight who left did leave
    aligns_to: ["2026-B1:sales/O1"]
    key_results:
      - {id: KR1, title: Interviews that name a reason rise from 0 to 4, metric: {start: 0, target: 4, unit: talks}}
      - {id: KR2, title: Three reasons are agreed with product by 27 February}
""",
        "cycles/apollo/cycle.yaml": "start: 2026-01-12\nend: 2026-05-29\nproject: Apollo\n",
        "cycles/apollo/okrs/apollo.yaml": """\
objectives:
  - id: O1
    title: Old customers move to the new contracts without noticing
    aligns_to: ["2026:company/O1"]
    key_results:
      - id: KR1
        title: All 300 contracts run on the new system by 29 May
        owner: bob
        milestones:
          - {id: M1, title: Ten contracts moved and billed, due: 2026-01-30}
          - {id: M2, title: Half of all contracts moved, due: 2026-02-27, weight: 2}
          - {id: M3, title: The old system is switched off, due: 2026-05-29}
      - {id: KR2, title: Fewer than 3 customers complain about a bill}
""",
        "cycles/2026-Q1/notes/2026-W08/lin.yaml": "updates: [{kr: company/O1/KR1, value: 6, progress: Six came}]\n",
        "cycles/2026-B1/notes/2026-W08/wang.yaml": (
            "updates: [{kr: sales/O1/KR1, value: 6, progress: The sixth contract is signed, "
            "next: [{what: Call the two who hesitate, due: 2026-02-24}]}]\n"
        ),
        "cycles/2026-02/notes/2026-W08/alice.yaml": (
            "updates: [{kr: O1/KR1, value: 1, progress: The first interview named the price}]\n"
        ),
        "cycles/apollo/notes/2026-W08/bob.yaml": (
            "updates: [{kr: apollo/O1/KR1, reached: [M1, M2], progress: Half of the contracts have moved}]\n"
        ),
    }
)
