"""A quarter that has ended, in both languages: a company, a team and a person, with notes and self-scores.

Growth, as of 31 March 2026: O1/KR1 31 → 38.2 of 40 %, carried; O1/KR2 milestones, M1 reached, carried; O1/KR3 9 → 3
of 4 hours, reached, carried; O1/KR4 dropped in February; O2/KR1 a band, to be revised; O2/KR2 left behind.
Alice supports growth/O1/KR1 (goes on) and growth/O2/KR2 (does not, its objective does); her O2 stays behind.
The company: O1/KR1 a sum of what growth and alice bring, 0.3 + 0.4 of 2; O2 left behind, and growth's O2 supported it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from okrctl.language import Language

_ORG = """\
teams:
  company: {name: Starling, lead: lin}
  growth: {name: Growth, parent: company, lead: wang}
people:
  lin: {name: Lin Yi, team: company}
  wang: {name: Wang Shi, team: growth}
  alice: {name: Alice Chen, team: growth}
  bob: {name: Bob Meyer, team: growth, left: 2026-03-20}
"""
_COMPANY = """\
objectives:
  - id: O1
    title: Small teams choose us before anybody else
    weight: 70
    key_results:
      - id: KR1
        title: Teams and partners bring 2 million euros
        metric: {start: 0, target: 2, unit: M EUR}
        cascade: sum
      - {id: KR2, title: Half of them were sent by another team, metric: {start: 20, target: 50, unit: "%"}}
  - id: O2
    title: The council trusts our numbers
    weight: 30
    key_results:
      - {id: KR1, title: The auditors sign without a remark by 31 March}
      - {id: KR2, title: Two of three councillors use the report}
"""
_GROWTH = """\
objectives:
  - id: O1
    title: "New teams: at home within their first week"
    kind: aspirational
    weight: 60
    why: Half of the teams that sign up never invite a second person.
    aligns_to: [company/O1/KR2, "2026:company/O1"]
    with: [bob, alice]
    tags: [retention]
    key_results:
      - id: KR1
        title: Week-four retention rises from 31 % to 40 %
        metric: {start: 31, target: 40, unit: "%", source: https://bi.starling.example/r/17}
        weight: 40
        owner: bob
        checkpoints: {2026-01-31: 32, 2026-02-28: 36}
        changed: [{on: 2026-02-17, because: "Target 45 → 40: the paid plan starts a month later"}]
      - id: KR2
        title: The new onboarding is live and 60 % finish it
        weight: 40
        due: 2026-03-20
        milestones:
          - {id: M1, title: Tested with five teams, due: 2026-01-30}
          - {id: M2, title: 60 % finish it, weight: 2}
      - {id: KR3, title: Answers take 4 hours instead of 9, metric: {start: 9, target: 4, unit: hours}, weight: 20}
      - {id: KR4, title: Given up, weight: 0, dropped: {on: 2026-02-10, because: The partner left}}
  - id: O2
    title: Whoever asks us gets an answer that helps
    weight: 40
    aligns_to: [company/O2]
    key_results:
      - {id: KR1, title: Answers are rated 4.5 or better, keep: {min: 4.5}}
      - {id: KR2, title: Ten partners answer beside us}
      - id: KR3
        title: Partners bring 1 million euros
        metric: {start: 0, target: 1, unit: M EUR}
        aligns_to: [company/O1/KR1]
"""
_ALICE = """\
objectives:
  - id: O1
    title: Nobody waits for me
    aligns_to: [growth/O1/KR1, growth/O2/KR2]
    key_results:
      - {id: KR1, title: The guide is live and 60 teams have used it}
      - id: KR2
        title: Sales of the guide bring 1 million
        metric: {start: 0, target: 1, unit: M EUR}
        aligns_to: [company/O1/KR1]
  - id: O2
    title: I know the market better than our customers do
    key_results: [{id: KR1, title: Twelve customers ask for advice}, {id: KR2, title: One article is printed by May}]
"""
_NOTES = {
    "W08/alice": "updates: [{kr: growth/O2/KR1, value: 4.6}, {kr: O1/KR1, percent: 30}]\n",
    "W13/wang": """\
updates:
  - {kr: growth/O1/KR1, value: 38.2, status: at_risk}
  - {kr: growth/O1/KR2, reached: [M1]}
  - {kr: growth/O1/KR3, value: 3, status: done}
  - {kr: growth/O2/KR1, value: 4.2}
  - {kr: growth/O2/KR3, value: 0.3}
""",
    "W13/alice": "updates: [{kr: O1/KR2, value: 0.4}, {kr: O1/KR1, percent: 60, status: at_risk}]\n",
}
_RETROS = {
    "company": """\
scores:
  - {kr: O1/KR1, score: 0.4, next: carry}
  - {kr: O1/KR2, score: 0.3, cause: method, next: carry}
  - {objective: O2, score: 0.9, next: drop}
  - {kr: O2/KR1, score: 1.0}
  - {kr: O2/KR2, score: 0.8}
lessons: ["What nobody measures: it gets worse"]
next_cycle: [Fewer goals]
""",
    "growth": """\
scores:
  - {kr: O1/KR1, score: 0.7, next: carry}
  - {kr: O1/KR2, score: 0.6, because: Two of three experiments won, next: carry}
  - {kr: O1/KR3, score: 0.9, next: carry}
  - {kr: O2/KR1, score: 0.3, because: "Ratings fell: we hired nobody", cause: resources, next: revise}
  - {kr: O2/KR2, score: 0.5, because: Two came, next: drop}
  - {kr: O2/KR3, score: 0.3, cause: market, next: carry}
lessons: [Ask before you build]
""",
    "alice": """\
scores:
  - {kr: O1/KR1, score: 0.6, next: carry}
  - {kr: O1/KR2, score: 0.5, next: revise}
  - {kr: O2/KR1, score: 0.5, because: Nobody asked}
""",
}
_CHINESE = {
    "company": "公司", "growth": "增长部", "alice": "王芳", "wang": "王石", "lin": "林一", "bob": "李强",
    "Starling": "云帆科技", "Growth": "增长部", "Alice Chen": "王芳", "Wang Shi": "王石", "Lin Yi": "林一",
    "Bob Meyer": "李强", "M EUR": "百万元", "hours": "小时",
    "Small teams choose us before anybody else": "让小团队第一个想到我们",
    "Teams and partners bring 2 million euros": "团队与伙伴带来 2 百万元",
    "Half of them were sent by another team": "一半客户来自转介绍",
    "The council trusts our numbers": "让董事会信得过我们的数据",
    "The auditors sign without a remark by 31 March": "3 月 31 日前审计无保留意见",
    "Two of three councillors use the report": "三位董事中两位使用月报",
    "New teams: at home within their first week": "新团队: 第一周就用得顺手",
    "Half of the teams that sign up never invite a second person.": "一半注册团队从未邀请第二个人。",
    "Week-four retention rises from 31 % to 40 %": "四周留存率从31%升到40%",
    "The new onboarding is live and 60 % finish it": "新手引导上线且 60% 走完",
    "Tested with five teams": "五家客户试用", "60 % finish it": "60% 走完",
    "Answers take 4 hours instead of 9": "答复时间由 9 小时缩短到 4 小时",
    "Whoever asks us gets an answer that helps": "每个来问的客户都能解决问题",
    "Answers are rated 4.5 or better": "答复评分不低于 4.5", "Ten partners answer beside us": "十家伙伴一起答复",
    "Partners bring 1 million euros": "伙伴带来 1 百万元", "Nobody waits for me": "不让任何人等我",
    "The guide is live and 60 teams have used it": "指南上线，60 家团队用过",
    "Sales of the guide bring 1 million": "指南销售带来 1 百万元",
    "I know the market better than our customers do": "比客户更懂市场",
    "Twelve customers ask for advice": "十二家客户主动来咨询", "One article is printed by May": "5 月前发表一篇文章",
    "Target 45 → 40: the paid plan starts a month later": "目标值 45 改为 40: 付费版推迟一个月",
    "The partner left": "伙伴退出", "Given up": "已放弃", "What nobody measures: it gets worse": "没人量的事: 会变差",
    "Fewer goals": "目标再少一点", "Two of three experiments won": "三个实验赢了两个",
    "Ratings fell: we hired nobody": "评分下降: 没有招到人", "Two came": "来了两家", "Ask before you build": "先问再做",
    "Nobody asked": "没人来问",
}  # fmt: skip


def quarter(language: Language = "en") -> Mapping[str, str]:
    """The files; in Chinese with Chinese handles, names and texts."""
    files = {"okrctl.yaml": f"version: 1\nlanguage: {language}\n", "org.yaml": _ORG}
    files["cycles/2026/cycle.yaml"] = "title: '2026'\n"
    files["cycles/2026/okrs/company.yaml"] = (
        "objectives: [{id: O1, title: Europe knows our name by December, key_results: [{id: KR1, title: 100 cities}, "
        "{id: KR2, title: 3 prizes}]}]\n"
    )
    for owner, text in (("company", _COMPANY), ("growth", _GROWTH), ("alice", _ALICE)):
        files[f"cycles/2026-Q1/okrs/{owner}.yaml"] = text
        files[f"cycles/2026-Q1/retros/{owner}.yaml"] = _RETROS[owner]
    for name, text in _NOTES.items():
        week, author = name.split("/")
        files[f"cycles/2026-Q1/notes/2026-{week}/{author}.yaml"] = text
    if language == "zh":
        files = {_in_chinese(path): _in_chinese(text) for path, text in files.items()}
    return MappingProxyType(files)


def _in_chinese(text: str) -> str:
    for english in sorted(_CHINESE, key=len, reverse=True):
        text = text.replace(english, _CHINESE[english])
    return text
