"""A company on the day of its alignment meeting, in both languages: what is agreed, and what is still open."""

from datetime import date

MEETING = date(2026, 1, 14)

ENGLISH = {
    "okrctl.yaml": "version: 1\nname: Larkrise\nlanguage: en\n",
    "org.yaml": """\
teams:
  company: {name: Larkrise, lead: ada}
  bakery: {name: Bakery, parent: company, lead: ben}
  shop: {name: Shop, parent: company, lead: cleo}
people:
  ada: {name: Ada Holm, team: company}
  ben: {name: Ben Roth, team: bakery}
  dora: {name: Dora Lind, team: bakery}
  emil: {name: Emil Sand, team: bakery}
  fay: {name: Fay Moss, team: bakery}
  cleo: {name: Cleo Park, team: shop}
  guest: {name: Guest, team: shop, external: true}
""",
    "cycles/2026-Q1/cycle.yaml": "due: {sheets: 2026-01-12}\nfrozen: 2026-01-19\n",
    "cycles/2026-Q1/okrs/company.yaml": """\
objectives:
  - id: O1
    title: The valley buys its bread from us
    kind: committed
    key_results:
      - {id: KR1, title: 900 loaves leave the ovens every day, metric: {start: 600, target: 900}, owner: ben}
      - {id: KR2, title: 300 families order every week @shop, metric: {start: 120, target: 300}}
""",
    "cycles/2026-Q1/okrs/bakery.yaml": """\
objectives:
  - id: O1
    title: Nobody waits for warm bread on a Saturday
    aligns_to: [company/O1/KR1]
    why: Twenty people left the queue last Saturday.
    with: [cleo]
    key_results:
      - {id: KR1, title: Queues on Saturday are under four minutes, keep: {max: 4, unit: min}}
      - {id: KR2, title: Waste falls from 12 % to 5 %, metric: {start: 12, target: 5, unit: "%"}, with: [dora]}
""",
    "cycles/2026-Q1/okrs/dora.yaml": """\
objectives:
  - id: O1
    title: A starter dough that forgives a cold night
    key_results:
      - {id: KR1, title: Waste of loaves falls from 12 % to 5 %, metric: {start: 12, target: 5, unit: "%"}}
      - {id: KR2, title: Three bakers can keep the dough alone}
""",
    "cycles/2026-Q1/okrs/emil.yaml": """\
objectives:
  - id: O1
    title: The ovens are never the reason for a late loaf
    aligns_to: [bakery/O1]
    key_results:
      - {id: KR1, title: Repairs take under two hours, keep: {max: 2, unit: h}}
      - {id: KR2, title: Two people besides Emil can repair the large oven}
  - id: O2
    title: An old idea that was given up
    dropped: {on: 2026-01-13, because: No time}
    with: [ada]
    key_results:
      - {id: KR1, title: Nothing}
      - {id: KR2, title: Nothing else}
""",
}
CHINESE = {
    "okrctl.yaml": "version: 1\nname: 青禾面包\nlanguage: zh\n",
    "org.yaml": """\
teams:
  公司: {name: 青禾面包, lead: 林岚}
  工坊: {name: 工坊, parent: 公司, lead: 白川}
  门店: {name: 门店, parent: 公司, lead: 柯敏}
people:
  林岚: {name: 林岚, team: 公司}
  白川: {name: 白川, team: 工坊}
  柯敏: {name: 柯敏, team: 门店}
""",
    "cycles/2026-Q1/cycle.yaml": "due: {sheets: 2026-01-12}\nfrozen: 2026-01-19\n",
    "cycles/2026-Q1/okrs/公司.yaml": """\
objectives:
  - id: O1
    title: 让全城的早餐桌上都有青禾
    key_results:
      - {id: KR1, title: 每天出炉的面包由 600 个升到 900 个, metric: {start: 600, target: 900, unit: 个}, owner: 白川}
      - {id: KR2, title: 每周下单的家庭由 120 户升到 300 户@门店, metric: {start: 120, target: 300, unit: 户}}
""",
    "cycles/2026-Q1/okrs/工坊.yaml": """\
objectives:
  - id: O1
    title: 周六早上再没有人等一炉面包
    kind: committed
    aligns_to: [公司/O1/KR1]
    with: [柯敏]
    key_results:
      - {id: KR1, title: 周六排队时间不超过 4 分钟, keep: {max: 4, unit: 分钟}}
      - {id: KR2, title: 损耗由 12% 降到 5%, metric: {start: 12, target: 5, unit: "%"}}
""",
}
