"""A company of any size as a workspace: deterministic, both languages, no finding to speak of."""

import sys
from datetime import date, timedelta
from pathlib import Path

WEEKS = ("2026-W02", "2026-W03", "2026-W04", "2026-W05", "2026-W06", "2026-W07", "2026-W09")
SKIPPED = "2026-W08"


def build_company(root: Path, people: int, cycles: tuple[str, ...] = ("2026-Q1",), notes_in: str = "2026-Q1") -> int:
    """Write the workspace; gives the number of YAML files. Every cycle has all sheets, one of them the notes."""
    teams = max(1, people // 10)
    files = {
        "okrctl.yaml": "version: 1\nname: Bench\nlanguage: en\ncheckin: {meeting: tuesday, skip: [2026-W08]}\n",
        "org.yaml": _org(people, teams),
    }
    for cycle in cycles:
        files[f"cycles/{cycle}/okrs/company.yaml"] = _company_sheet()
        for team in range(teams):
            files[f"cycles/{cycle}/okrs/team{team:03}.yaml"] = _team_sheet(team)
        for person in range(people):
            files[f"cycles/{cycle}/okrs/p{person:04}.yaml"] = _person_sheet(person, teams)
    for number, week in enumerate(WEEKS):
        for person in range(people):
            files[f"cycles/{notes_in}/notes/{week}/p{person:04}.yaml"] = _note(person, number, week, teams)
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return len(files)


def _org(people: int, teams: int) -> str:
    lines = ["teams:", "  company: {name: Bench, lead: ceo}"]
    lines += [f"  team{n:03}: {{name: Team {n}, parent: company, lead: p{n:04}}}" for n in range(teams)]
    lines += ["people:", "  ceo: {name: Ann Lee, team: company}"]
    for n in range(people):
        name = f"Person {n}" if n % 2 else f"王芳{n}"
        lines.append(
            f"  p{n:04}: {{name: {name}, email: p{n}@bench.example, "
            f"team: team{n % teams:03}, family: product, level: P6}}"
        )
    return "\n".join(lines) + "\n"


def _company_sheet() -> str:
    return """\
objectives:
  - id: O1
    title: Small teams choose us before anybody else
    key_results:
      - id: KR1
        title: 4,000 small teams pay by the end of March
        metric: {start: 2100, target: 4000, unit: teams, source: https://bi.bench.example/r/1}
      - id: KR2
        title: 服务全年可用率保持在 99.95 % 以上
        keep: {min: 99.95, unit: "%"}
"""


def _team_sheet(team: int) -> str:
    return f"""\
objectives:
  - id: O1
    title: New teams of segment {team} feel at home within their first week
    aligns_to: [company/O1/KR1]
    why: Half of the teams that sign up never invite a second person.
    key_results:
      - id: KR1
        title: Week-four retention of segment {team} rises from 31 % to 40 %
        metric: {{start: 31, target: 40, unit: "%"}}
        weight: 60
      - {{id: KR2, title: 八成新客户在首周邀请第二位同事, metric: {{start: 55, target: 80, unit: "%"}}, weight: 40}}
"""


def _person_sheet(person: int, teams: int) -> str:
    team = person % teams
    return f"""\
# yaml-language-server: $schema=../../../schemas/okr.schema.json
objectives:
  - id: O1
    title: Whoever opens plan {person} knows within a minute what to do next
    kind: aspirational
    weight: 60
    aligns_to: [team{team:03}/O1/KR1]
    why: People leave in the first ten minutes or not at all.
    key_results:
      - id: KR1
        title: The share of plan {person} users who finish the tour rises from 20 % to 60 %
        metric: {{start: 20, target: 60, unit: "%"}}
        weight: 50
        due: 2026-03-20
      - id: KR2
        title: The tour of plan {person} is live for all and 60 % of new users finish it
        weight: 50
        milestones:
          - {{id: M1, title: Prototype tested with five teams, due: 2026-01-30}}
          - {{id: M2, title: Live for 10 %, due: 2026-02-20, weight: 2}}
          - {{id: M3, title: Live for all, due: 2026-03-20, weight: 3}}
  - id: O2
    title: 让方案 {person} 的客户遇到问题时十分钟内得到答复
    weight: 40
    aligns_to: [team{team:03}/O1]
    key_results:
      - {{id: KR1, title: 首次响应时间从 45 分钟降到 10 分钟, metric: {{start: 45, target: 10, unit: 分钟}}}}
      - {{id: KR2, title: 客户满意度调查回收率达到 70 %}}
"""


def _note(person: int, number: int, week: str, teams: int) -> str:
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    due = monday + timedelta(days=11)
    before = f"{WEEKS[number - 1]}/p{person:04}"
    done = f"done: [{before}/1, {before}/2]\n" if number else ""
    reached = "    reached: [M1]\n" if number == 4 else ""
    mention = f"p{(person + teams) % (teams * 10):04}"
    return f"""\
# yaml-language-server: $schema=../../../../../schemas/note.schema.json
author: p{person:04}
week: {week}
updates:
  - kr: O1/KR1
    value: {20 + 5 * (number + 1)}
    status: on_track
    confidence: 7
    progress: >-
      Two of three experiments of week {number} won; the checklist alone adds 1.9 points, as
      @{mention} expected.
    next:
      - {{what: Ship the checklist to all of plan {person}, owner: p{person:04}, due: {due}}}
  - kr: O1/KR2
    status: at_risk
{reached}    progress: 原型已经和 {number + 3} 家客户一起走完，第二步卡住的人最多，下周改文案再测一轮
    risks:
      - {{risk: The mail provider throttles us above 5000 mails, need: A second provider by March, from: [{mention}]}}
    next:
      - {{what: 找两家供应商报价, due: {due}}}
  - kr: O2/KR1
    value: {45 - 3 * (number + 1)}
    confidence: 6
    progress: "Night shift covered: {number + 8} of 20 tickets answered within ten minutes"
thanks: [{{to: {mention}, for: Rebuilt the import over the weekend}}]
{done}"""


if __name__ == "__main__":
    print(build_company(Path(sys.argv[1]), int(sys.argv[2])))
