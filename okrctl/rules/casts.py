"""The two small workspaces in which the examples of rules play: who there is, and what the company wants."""

from collections.abc import Mapping
from types import MappingProxyType

from okrctl.diagnostics.rule import Example
from okrctl.language import Language

CYCLE = "2026-Q1"

_ENGLISH = {
    "okrctl.yaml": "version: 1\nname: Starling\nlanguage: en\n",
    "org.yaml": """\
teams:
  company: {name: Starling, lead: lin}
  growth: {name: Growth, parent: company, lead: wang}
  design: {name: Design, parent: company, lead: dana}
people:
  lin: {name: Lin Yi, email: lin@starling.example, team: company}
  wang: {name: Wang Shi, email: wang@starling.example, team: growth}
  alice: {name: Alice Chen, email: alice@starling.example, team: growth}
  bob: {name: Bob Meyer, email: bob@starling.example, team: growth}
  dana: {name: Dana Ruiz, email: dana@starling.example, team: design}
""",
    "cycles/2026-Q1/okrs/company.yaml": """\
objectives:
  - id: O1
    title: Small teams choose us before anybody else
    key_results:
      - {id: KR1, title: 400 small teams pay by the end of March, metric: {start: 210, target: 400, unit: teams}}
      - {id: KR2, title: Half of them were sent by another team, metric: {start: 20, target: 50, unit: "%"}}
""",
    "cycles/2026-Q1/okrs/growth.yaml": """\
objectives:
  - id: O1
    title: New teams feel at home within their first week
    aligns_to: [company/O1/KR1]
    key_results:
      - {id: KR1, title: Week-four retention rises from 31 % to 40 %, metric: {start: 31, target: 40, unit: "%"}}
      - {id: KR2, title: Four of five new teams invite a second person, metric: {start: 55, target: 80, unit: "%"}}
""",
}
_CHINESE = {
    "okrctl.yaml": "version: 1\nname: 云帆科技\nlanguage: zh\n",
    "org.yaml": """\
teams:
  公司: {name: 云帆科技, lead: 林一}
  增长部: {name: 增长部, parent: 公司, lead: 王芳}
  设计部: {name: 设计部, parent: 公司, lead: 赵敏}
people:
  林一: {name: 林一, email: linyi@yunfan.example, team: 公司}
  王芳: {name: 王芳, email: wangfang@yunfan.example, team: 增长部}
  李强: {name: 李强, email: liqiang@yunfan.example, team: 增长部}
  张三: {name: 张三, email: zhangsan@yunfan.example, team: 增长部}
  赵敏: {name: 赵敏, email: zhaomin@yunfan.example, team: 设计部}
""",
    "cycles/2026-Q1/okrs/公司.yaml": """\
objectives:
  - id: O1
    title: 成为中小工厂上云的首选
    key_results:
      - {id: KR1, title: 付费工厂从 210 家增加到 400 家, metric: {start: 210, target: 400, unit: 家}}
      - {id: KR2, title: 老客户推荐的新客户占比达到 50%, metric: {start: 20, target: 50, unit: "%"}}
""",
    "cycles/2026-Q1/okrs/增长部.yaml": """\
objectives:
  - id: O1
    title: 让新客户在第一周就离不开我们
    aligns_to: [公司/O1/KR1]
    key_results:
      - {id: KR1, title: 四周留存率从 31% 提升到 40%, metric: {start: 31, target: 40, unit: "%"}}
      - {id: KR2, title: 八成新客户在首周邀请第二位同事, metric: {start: 55, target: 80, unit: "%"}}
""",
}
_AUTHORS: Mapping[Language, str] = MappingProxyType({"en": "wang", "zh": "王芳"})
_TEAMS: Mapping[Language, str] = MappingProxyType({"en": "growth", "zh": "增长部"})
CASTS: Mapping[Language, Mapping[str, str]] = MappingProxyType({"en": _ENGLISH, "zh": _CHINESE})


def files_of(example: Example) -> dict[str, str]:
    """The whole workspace of an example: its cast, and the example's files in place of or beside the cast's."""
    own = {_full_path(path): text for path, text in example.files.items()}
    return {**CASTS[example.language], **own}


def note(language: Language, text: str) -> Example:
    """An example of one weekly note: that of the growth team's lead, in the week of 9 February 2026."""
    return Example(language, {f"cycles/{CYCLE}/notes/2026-W07/{_AUTHORS[language]}.yaml": text})


def notes(language: Language, by_week: Mapping[str, str], files: Mapping[str, str] | None = None) -> Example:
    """An example of several notes of the same lead, by week (`2026-W07`), and whatever else it needs."""
    own = {f"cycles/{CYCLE}/notes/{week}/{_AUTHORS[language]}.yaml": text for week, text in by_week.items()}
    return Example(language, {**(files or {}), **own})


def retro(language: Language, text: str, files: Mapping[str, str] | None = None) -> Example:
    """An example of the self-scores of the growth team, and whatever else it needs."""
    return Example(language, {**(files or {}), f"cycles/{CYCLE}/retros/{_TEAMS[language]}.yaml": text})


def _full_path(path: str) -> str:
    is_sheet = "/" not in path and path not in ("okrctl.yaml", "org.yaml")
    return f"cycles/{CYCLE}/okrs/{path}" if is_sheet else path
