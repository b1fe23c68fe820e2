"""A person or team that is not in org.yaml.

## What it does

Looks up every handle in every file: leads, managers and members, owners and collaborators of goals, people asked for
support, people responsible for to-dos, people thanked, reviewers and reviewees, and the names of the files themselves.
A team is not accepted where a person is expected, nor the reverse. A name or an alias is not a handle; the message says
which handle it belongs to.

## Why it matters

What is asked of somebody who does not exist is asked of nobody: it appears in no weekly report, and nobody closes it.

## How to fix

Write the handle, which is the key in org.yaml, or add the person or team there. People who have left stay in org.yaml,
with `left: 2026-02-13`: their notes and goals still refer to them.

---

org.yaml 里没有的人或团队。

## 检查什么

核对所有文件里的标识：团队负责人、上级、成员，目标的负责人和协作方，资源支持的对象，待办事项的责任人，感谢的人，
评估人和被评估人，以及文件名本身。该写人的地方不能写团队，反过来也一样。姓名和别名不是标识，提示里会给出对应的标识。

## 为什么重要

交给一个不存在的人，就等于没有交给任何人：周报里看不到，也没有人会去完成。

## 如何修改

写 org.yaml 里作为键的标识，或者在那里补上这个人或团队。离职的人保留在 org.yaml，写 left: 2026-02-13：
他写过的进展和负责过的目标还要用到他的名字。
"""

from collections.abc import Iterator, Mapping

from okrctl.alignment.goals import Missing
from okrctl.alignment.unresolved import unresolved
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.references.nearest import Nearest, did_you_mean
from okrctl.workspace.index import Workspace
from okrctl.workspace.mentions import Names, names_of
from okrctl.workspace.named import Named, Role, named

_NOTE_EN = "cycles/2026-Q1/notes/2026-W07/wang.yaml"
_NOTE_ZH = "cycles/2026-Q1/notes/2026-W07/王芳.yaml"
RULE = Rule(
    "OKR101",
    "unknown-handle",
    Severity.ERROR,
    Bilingual("a person or team that is not in org.yaml", "org.yaml 里没有的人或团队"),
    bad=(
        Example("en", {"org/sales.yaml": "people:\n  kim: {name: Kim Vos, team: growht}\n"}),
        Example(
            "en",
            {
                _NOTE_EN: """\
updates:
  - kr: growth/O1/KR1
    value: 34
    progress: The checklist alone brought 1.9 points.
    next:
      - {what: Ship the checklist to all, owner: Alice, due: 2026-02-20}
"""
            },
        ),
        Example("zh", {"org/sales.yaml": "people:\n  陈晨: {name: 陈晨, team: 增长}\n"}),
        Example(
            "zh",
            {
                _NOTE_ZH: """\
updates:
  - kr: 增长部/O1/KR1
    value: 34
    progress: 新手清单单独带来 1.9 个百分点。
    risks:
      - {risk: 邮件服务商限流, need: 三月前接入第二家服务商, from: [李小强]}
"""
            },
        ),
    ),
    good=(
        Example("en", {"org/sales.yaml": "people:\n  kim: {name: Kim Vos, team: growth}\n"}),
        Example(
            "en",
            {
                _NOTE_EN: """\
updates:
  - kr: growth/O1/KR1
    value: 34
    progress: The checklist alone brought 1.9 points.
    next:
      - {what: Ship the checklist to all, owner: alice, due: 2026-02-20}
"""
            },
        ),
        Example("zh", {"org/sales.yaml": "people:\n  陈晨: {name: 陈晨, team: 增长部}\n"}),
        Example(
            "zh",
            {
                _NOTE_ZH: """\
updates:
  - kr: 增长部/O1/KR1
    value: 34
    progress: 新手清单单独带来 1.9 个百分点。
    risks:
      - {risk: 邮件服务商限流, need: 三月前接入第二家服务商, from: [李强]}
"""
            },
        ),
    ),
)

_KINDS: Mapping[Role, Bilingual] = {
    "person": Bilingual("person", "人"),
    "team": Bilingual("team", "团队"),
    "either": Bilingual("person or team", "人或团队"),
}
_UNKNOWN = Bilingual('there is no {kind} "{handle}"{near}', "没有“{handle}”这个{kind}{near}")
_OF_PATH = Bilingual(
    'the file is named after "{handle}", but there is no such {kind}{near}',
    "文件名里的“{handle}”不是已有的{kind}{near}",
)
_OTHER_KIND = Bilingual('"{handle}" is a {other}; a {kind} is expected here', "“{handle}”是{other}，这里应写{kind}")
_REMEDY = Bilingual("write the handle as in org.yaml", "按 org.yaml 里的标识写")
_ADD_PERSON = Bilingual(
    "write a handle from org.yaml, or add the person there: people: {alice: {name: Alice Chen, team: growth}}",
    "写 org.yaml 里已有的标识，或在其中添加这个人：people: {王芳: {name: 王芳, team: 增长部}}",
)
_ADD_TEAM = Bilingual(
    "write a handle from org.yaml, or add the team there: teams: {growth: {name: Growth, parent: company}}",
    "写 org.yaml 里已有的标识，或在其中添加这个团队：teams: {增长部: {name: 增长部, parent: 公司}}",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every handle anywhere, and the owners in addresses; silent where org.yaml itself could not be read."""
    workspace = context.workspace
    if workspace.org_is_broken:
        return
    names = names_of(workspace)
    nearest = Nearest(names.handles)
    known = _known(workspace)
    for one in named(workspace):
        if one.handle not in known[one.role]:
            near = _near(one.handle, one.role, known, names, nearest)
            is_other_kind = one.handle in known["either"]
            message = _other_kind(one) if is_other_kind else _unknown(one, near)
            yield found(RULE, one.place, message, _remedy(one.role, is_clear=is_other_kind or near is not None))
    for address in unresolved(context.graph):
        if address.why is Missing.OWNER:
            owner = address.parts[0]
            near = _near(owner, "either", known, names, nearest)
            message = _UNKNOWN.format(kind=_KINDS["either"], handle=owner, near=did_you_mean(near))
            yield found(RULE, address.place.narrowed(owner), message, _remedy("either", is_clear=near is not None))


def _known(workspace: Workspace) -> Mapping[Role, frozenset[str]]:
    people, teams = frozenset(workspace.people), frozenset(workspace.teams)
    return {"person": people, "team": teams, "either": people | teams}


def _other_kind(one: Named) -> Bilingual:
    other = _KINDS["team" if one.role == "person" else "person"]
    return _OTHER_KIND.format(handle=one.handle, kind=_KINDS[one.role], other=other)


def _unknown(one: Named, near: str | None) -> Bilingual:
    message = _OF_PATH if one.by == "path" else _UNKNOWN
    return message.format(handle=one.handle, kind=_KINDS[one.role], near=did_you_mean(near))


def _remedy(role: Role, is_clear: bool) -> Bilingual:
    """How to add somebody is worth showing only where nobody known can be meant."""
    if is_clear:
        return _REMEDY
    return _ADD_TEAM if role == "team" else _ADD_PERSON


def _near(written: str, role: Role, known: Mapping[Role, frozenset[str]], names: Names, nearest: Nearest) -> str | None:
    """The handle that a name, an alias or something near to one stands for."""
    handle = names.handle(written) or names.handle(nearest.word(written) or "")
    return handle if handle in known[role] else None
