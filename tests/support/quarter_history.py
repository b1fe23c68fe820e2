"""A quarter of a small company in git: a target lowered in week 9, a goal dropped, a comment edited."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.support.git_workspace import GitWorkspace

LIN = "Lin Yi <lin@dawn.example>"
ALICE = "Alice Chen <alice@dawn.example>"
WANG = "王芳 <wangfang@dawn.example>"

SETTINGS = """\
version: 1
name: Dawn
language: {language}
timezone: Asia/Shanghai
checkin: {{meeting: tuesday}}
"""
ORG = """\
teams:
  company: {name: Dawn, lead: lin}
  growth: {name: Growth, parent: company, lead: alice, aliases: [增长]}
people:
  lin: {name: Lin Yi, email: lin@dawn.example, team: company}
  alice: {name: Alice Chen, email: alice@dawn.example, team: growth}
  王芳: {name: 王芳, email: wangfang@dawn.example, team: growth}
"""
CYCLE = """\
title: First quarter 2026
frozen: 2026-01-19
due: {sheets: 2026-01-12, scores: 2026-04-03, retro: 2026-04-10}
"""
COMPANY = """\
objectives:
  - id: O1
    title: Small teams choose us before anybody else
    key_results:
      - {id: KR1, title: Paying teams rise from 2100 to 4000, metric: {start: 2100, target: 4000, unit: teams}}
      - {id: KR2, title: 服务全年可用率保持在 99.95 % 以上, keep: {min: 99.95, unit: "%"}}
"""
GROWTH = """\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    kind: committed
    weight: 60
    aligns_to: [company/O1/KR1]
    key_results:
      - id: KR1
        title: Week-four retention of new teams rises
        metric: {start: 31, target: 45, unit: "%"}   # from the board of the data team
        weight: 50
        owner: alice
      - id: KR2
        title: 新手引导对全部套餐上线，60 % 的新团队走完
        weight: 50
        milestones:
          - {id: M1, title: 五个团队试用, due: 2026-01-30}
          - {id: M2, title: 全部上线, due: 2026-03-20}
  - id: O2
    title: 渠道伙伴主动向客户推荐我们
    weight: 40
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: 渠道带来的新客户从 10 家升到 60 家, metric: {start: 10, target: 60, unit: 家}, weight: 60}
      - {id: KR2, title: 三家伙伴签下年度框架协议, metric: {start: 0, target: 3, unit: 家}, weight: 40}
"""
WANG_SHEET = """\
objectives:
  - id: O1
    title: 新团队第一天就能自己走通
    aligns_to: [growth/O1/KR2]
    key_results:
      - {id: KR1, title: 首日走完引导的新团队从 20 % 升到 60 %, metric: {start: 20, target: 60, unit: "%"}}
      - {id: KR2, title: 引导相关的客服咨询从每周 40 次降到 10 次, metric: {start: 40, target: 10, unit: 次}}
"""
LOWERED = {
    "metric: {start: 31, target: 45": "metric: {start: 31, target: 40",
    "        owner: alice\n": "        owner: alice\n"
    '        changed: [{on: 2026-02-26, because: "Target 45 → 40: the paid plan starts a month later"}]\n',
}
DROPPED = {
    "    title: 渠道伙伴主动向客户推荐我们\n": "    title: 渠道伙伴主动向客户推荐我们\n"
    "    dropped: {on: 2026-03-09, because: 合作方退出市场，改走自营}\n"
}
COMMENTED = {"   # from the board of the data team": "   # read off the new board on Mondays"}
SHEET = "cycles/2026-Q1/okrs/growth.yaml"
STARTED = {
    "org.yaml": ORG,
    "cycles/2026-Q1/cycle.yaml": CYCLE,
    "cycles/2026-Q1/okrs/company.yaml": COMPANY,
    SHEET: GROWTH,
    "cycles/2026-Q1/okrs/王芳.yaml": WANG_SHEET,
}
PARTNERS = """\
  - kr: growth/O2/KR1
    value: {partners}
    progress: {partners} new customers came through partners so far
"""
RETENTION = (31.5, 32, 33, 34, 33.5, 34.5, 35, 36, 36, 37, 38)  # week 3 to week 13


class Quarter(NamedTuple):
    """The repository, and the commits in which something happened after the freeze."""

    repository: GitWorkspace
    lowered: str  # growth/O1/KR1: target 45 → 40, by Alice on 26 February (week 9)
    dropped: str  # growth/O2: dropped, by Lin Yi on 9 March
    commented: str  # a comment of growth's sheet, by 王芳 on 17 March
    reformatted: str  # 王芳's own sheet in another layout, on 18 March

    @property
    def root(self) -> Path:
        """The folder of the workspace."""
        return self.repository.root


def build_quarter(root: Path, language: str = "en") -> Quarter:
    """Write and commit the quarter below `root`, week by week; only the first two of the four are moves of goals."""
    repository = GitWorkspace.begin(root)
    settings = {"okrctl.yaml": SETTINGS.format(language=language)}
    repository.commit({**settings, **STARTED}, "2026-01-08", LIN, "Goals of the first quarter")
    repository.edit(SHEET, {"target: 45": "target: 46"}, "2026-01-14", ALICE, "Aim higher")
    repository.edit(SHEET, {"target: 46": "target: 45"}, "2026-01-16", ALICE, "As agreed with Lin")
    shas: dict[int, str] = {}
    for number, value in enumerate(RETENTION):
        week = number + 3
        monday = f"2026-W{week:02}"
        day = _day(week)
        if week == 9:
            shas[9] = repository.edit(SHEET, LOWERED, "2026-02-26", ALICE, "Lower the target of retention")
        repository.commit(_notes(monday, value, 11 + number), day, ALICE if week % 2 else WANG, f"Notes of {monday}")
        if week == 10:
            shas[10] = repository.edit(SHEET, DROPPED, "2026-03-09", LIN, "Channel sales are given up")
        if week == 11:
            shas[11] = repository.edit(SHEET, COMMENTED, "2026-03-17", WANG, "Say where the number comes from")
            path = "cycles/2026-Q1/okrs/王芳.yaml"
            shas[12] = repository.commit({path: _another_layout()}, "2026-03-18", WANG, "Tidy up")
    return Quarter(repository, shas[9], shas[10], shas[11], shas[12])


def _day(week: int) -> str:
    """The Friday of a week of the quarter."""
    return date.fromisocalendar(2026, week, 5).isoformat()


def _notes(week: str, retention: float, partners: int) -> dict[str, str]:
    folder = f"cycles/2026-Q1/notes/{week}"
    return {
        f"{folder}/alice.yaml": f"""\
updates:
  - kr: growth/O1/KR1
    value: {retention}
    confidence: 6
    progress: The checklist brought {retention} % of new teams through their fourth week
"""
        + (PARTNERS.format(partners=partners) if partners < 19 else ""),
        f"{folder}/王芳.yaml": f"""\
updates:
  - kr: O1/KR1
    value: {20 + (partners - 10) * 3}
    progress: 本周首日走完引导的新团队占 {20 + (partners - 10) * 3} %
""",
    }


def _another_layout() -> str:
    """王芳's sheet with the same goals: key results in another order, other quotes, block style, a comment."""
    return """\
# yaml-language-server: $schema=../../../schemas/okr.schema.json
objectives:
  - title: "新团队第一天就能自己走通"
    id: 'O1'
    key_results:
      - id: KR2
        title: >-
          引导相关的客服咨询从每周 40 次降到 10 次
        metric:
          target: 10.0
          start: 40
          unit: 次
      - id: KR1   # the one that counts
        title: 首日走完引导的新团队从 20 % 升到 60 %
        metric: {unit: "%", start: 20, target: 60}
    aligns_to:
      - growth/O1/KR2
"""
