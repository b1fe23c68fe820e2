"""A press of three people at the end of a scored quarter, in both languages, and its retrospective.

Worked out by hand (3.1, 3.2): O1/KR1 (47 − 20) / (50 − 20) = 0.9, O1/KR2 three of four weeks inside the band = 0.75,
O1 = 0.825; O2/KR1 (6 − 12) / (4 − 12) = 0.75, O2/KR2 1 of 4 by weight = 0.25, O2/KR3 nothing reported = 0,
O2 = 1/3; the sheet 0.6 · 0.825 + 0.4 / 3 = 0.628333. Scores: O1 (0.8 + 1.0) / 2 = 0.9, O2 (0.7 + 0.2) / 2 = 0.45
of the two that are scored, the sheet 0.6 · 0.9 + 0.4 · 0.45 = 0.72.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from okrctl.alignment.graph import build_graph
from okrctl.history.moves import Moves, moves_of
from okrctl.language import Language
from okrctl.reports.retrospective.build import Wish, build, scope_of
from okrctl.reports.retrospective.record import Retrospective
from okrctl.reports.retrospective.render import markdown
from tests.support.trees import read_tree, write_tree

CYCLE = "cycles/2026-Q1"
TODAY = date(2026, 4, 8)
NO_MOVES = Moves((), None)

_SAID: Mapping[str, tuple[str, str]] = {
    "farm": ("Orchard", "果园"),
    "press": ("Press", "榨汁组"),
    "ada": ("Ada Moss", "安达"),
    "ben": ("Ben Hale", "卞和"),
    "cleo": ("Cleo Park", "柯丽"),
    "cycle": ("First quarter 2026", "2026 年一季度"),
    "o1": ("Every shop gets its juice on the day we said", "说好哪天到货，就哪天到货"),
    "o1kr1": ("Shops supplied on the day rise from 20 to 50", "当天到货的门店由 20 家升到 50 家"),
    "o1kr2": ("At most 2 % of the bottles come back", "退瓶率不超过 2%"),
    "shops": ("shops", "家"),
    "o2": ("Neighbours bring us their apples by themselves", "让邻居主动把苹果送上门"),
    "o2kr1": ("Days from apple to bottle fall from 12 to 4", "从苹果到装瓶由 12 天缩短到 4 天"),
    "days": ("days", "天"),
    "o2kr2": ("The second press runs, and a neighbour has used it", "第二台榨汁机投用，并有邻居用过"),
    "m1": ("It stands and runs", "装好并试机"),
    "m2": ("A neighbour has pressed a tonne", "邻居榨完一吨"),
    "o2kr3": ("Ten neighbours say they would come again", "十位邻居表示还会再来"),
    "o3": ("Cider for the city", "把果酒卖进城"),
    "o3drop": ("The licence comes in autumn at the earliest", "许可证最早秋天才能办下来"),
    "ben_o1": ("The cold store never waits for us", "冷库不再等我们"),
    "ben_kr1": ("Ten nights without an alarm", "连续十个晚上无告警"),
    "nights": ("nights", "晚"),
    "cleo_o1": ("Labels that a child can read", "孩子也能读懂的标签"),
    "cleo_kr1": ("All eight labels are new", "八种标签全部换新"),
    "van": ("The van stood still for two weeks; @ben drove his own.", "货车停了两周，@ben 开自己的车送。"),
    "cooling": ("The new cooling belt, which we can build again", "新的冷却带，这套做法可以照搬"),
    "second": ("We waited for a part and called nobody", "一直等配件，没给任何人打电话"),
    "reply": ("Next time tell me on the first day.", "下次第一天就告诉我。"),
    "alarm": ("A second sensor, checked every evening", "加了一个传感器，每晚检查"),
    "well": ("Apples in the morning, juice at night", "早上收果，晚上出汁"),
    "improve": ("One van is no plan", "只有一辆车，算不上计划"),
    "lesson": ("What hangs on one part is at risk on day one", "只靠一个配件的事，第一天就有风险"),
    "advice": ("Rent a second van before the goal is set", "定目标之前先租好第二辆车"),
    "ben_well": ("Nobody had to get up at night", "没有人再半夜起床"),
    "ben_advice": ("Put the store on the sheet of the press", "把冷库写进榨汁组的 OKR"),
}


def files_of(language: Language) -> dict[str, str]:
    """The files of the workspace, without git."""
    say = {key: words[language == "zh"] for key, words in _SAID.items()}
    return {path: _filled(text, say) for path, text in {**_FRAME, **_SHEETS, **_NOTES, **_RETROS}.items()} | {
        "okrctl.yaml": f"version: 1\nname: {say['farm']}\nlanguage: {language}\ntimezone: UTC\n"
        "checkin: {meeting: tuesday, skip: [2026-W08]}\n"
    }


def _filled(text: str, say: Mapping[str, str]) -> str:
    for key, words in say.items():
        text = text.replace(f"<{key}>", words)
    return text


_FRAME = {
    "org.yaml": """\
teams:
  farm: {name: <farm>}
  press: {name: <press>, parent: farm, lead: ada}
people:
  ada: {name: <ada>, team: press, email: ada@orchard.example}
  ben: {name: <ben>, team: press, email: ben@orchard.example}
  cleo: {name: <cleo>, team: press, away: [{from: 2026-01-26, to: 2026-01-30}]}
""",
    f"{CYCLE}/cycle.yaml": "title: <cycle>\n",
}
_SHEETS = {
    f"{CYCLE}/okrs/press.yaml": """\
objectives:
  - id: O1
    title: <o1>
    kind: committed
    weight: 60
    key_results:
      - {id: KR1, title: <o1kr1>, metric: {start: 20, target: 50, unit: <shops>}}
      - {id: KR2, title: <o1kr2>, keep: {max: 2, unit: "%"}}
  - id: O2
    title: <o2>
    weight: 40
    key_results:
      - {id: KR1, title: <o2kr1>, metric: {start: 12, target: 4, unit: <days>}, owner: ben}
      - id: KR2
        title: <o2kr2>
        milestones: [{id: M1, title: <m1>}, {id: M2, title: <m2>, weight: 3}]
      - {id: KR3, title: <o2kr3>}
  - id: O3
    title: <o3>
    dropped: {on: 2026-02-10, because: <o3drop>}
    key_results: [{id: KR1, title: <o3>}]
""",
    f"{CYCLE}/okrs/ben.yaml": """\
objectives:
  - id: O1
    title: <ben_o1>
    key_results: [{id: KR1, title: <ben_kr1>, metric: {start: 0, target: 10, unit: <nights>}}]
""",
    f"{CYCLE}/okrs/cleo.yaml": """\
objectives:
  - id: O1
    title: <cleo_o1>
    key_results: [{id: KR1, title: <cleo_kr1>}]
""",
}
_NOTES = {
    f"{CYCLE}/notes/2026-W03/ada.yaml": "updates: [{kr: press/O1/KR1, value: 26}, {kr: press/O1/KR2, value: 1.5}]\n",
    f"{CYCLE}/notes/2026-W04/ben.yaml": "updates: [{kr: press/O2/KR1, value: 10, status: on_track}]\n",
    f"{CYCLE}/notes/2026-W05/ben.yaml": "updates: [{kr: press/O2/KR2, reached: [M1], status: on_track}]\n",
    f"{CYCLE}/notes/2026-W06/ada.yaml": "updates: [{kr: press/O1/KR1, value: 35}, {kr: press/O1/KR2, value: 2.5}]\n",
    f"{CYCLE}/notes/2026-W09/ada.yaml": "updates: [{kr: press/O1/KR2, value: 1.8}]\n",
    f"{CYCLE}/notes/2026-W13/ada.yaml": """\
updates:
  - {kr: press/O1/KR1, value: 47, status: at_risk, confidence: 4}
  - {kr: press/O1/KR2, value: 1.9}
""",
    f"{CYCLE}/notes/2026-W13/ben.yaml": "updates: [{kr: press/O2/KR1, value: 6}, {kr: O1/KR1, value: 10}]\n",
    f"{CYCLE}/notes/2026-W13/cleo.yaml": "updates: [{kr: O1/KR1, percent: 40}]\n",
}
_RETROS = {
    f"{CYCLE}/retros/press.yaml": """\
scores:
  - {kr: O1/KR1, score: 0.8, difficulty: harder, effort: high, cause: resources, next: carry, because: "<van>"}
  - {kr: O1/KR2, score: 1.0, completion: 1.0, difficulty: easier, effort: low, next: drop}
  - {kr: O2/KR1, score: 0.7, difficulty: harder, effort: high, next: revise, because: "<cooling>"}
  - {kr: O2/KR2, score: 0.2, effort: expected, cause: method, next: carry, because: "<second>", reply: "<reply>"}
went_well: ["<well>"]
to_improve: ["<improve>"]
lessons: ["<lesson>"]
next_cycle: ["<advice>"]
""",
    f"{CYCLE}/retros/ben.yaml": """\
scores: [{kr: O1/KR1, score: 0.9, effort: high, because: "<alarm>"}]
went_well: ["<ben_well>"]
next_cycle: ["<ben_advice>"]
""",
}


def retrospective(
    root: Path,
    changed: Mapping[str, str | None] | None = None,
    owner: str = "press",
    today: date = TODAY,
    language: Language = "en",
    moves: Moves | None = NO_MOVES,
) -> Retrospective:
    """The retrospective over the orchard with some files replaced (None: taken away); `moves` None: ask git."""
    files = {**files_of(language), **(changed or {})}
    write_tree(root, {path: text for path, text in files.items() if text is not None})
    workspace = read_tree(root).workspace
    scope = scope_of(build_graph(workspace), Wish(owner, "2026-Q1", today))
    known = moves_of(workspace, scope.cycle, frozenset(scope.owners), today) if moves is None else moves
    return build(scope, known)


def page(root: Path, language: Language = "en", changed: Mapping[str, str | None] | None = None) -> list[str]:
    """The lines of the same retrospective as Markdown, every space a plain one."""
    made = retrospective(root, changed, language=language)
    return markdown(made, language).replace("\u00a0", " ").split("\n")
