"""One handle, alias or e-mail address for two people or teams.

## What it does

Looks for ambiguous names: a handle that is both a person and a team, or appears in two files; handles that differ only
in case, or only in how an accent is encoded; an alias that is somebody else's handle or alias; one e-mail address for
two people. Handles that Windows reserves for devices (`con`, `aux`, `nul` …) are reported too: no file can have such a
name.

## Why it matters

`@bob` has to mean one person. Two handles that differ only in case are the same file on half the company's computers.
okrctl tells from the e-mail address who wrote what.

## How to fix

Rename the newer one, or add something that tells the two apart: `wang.fang2`, `王芳.销售`.

---

一个标识、别名或邮箱对应了两个人或团队。

## 检查什么

查找有歧义的名字：标识既是个人又是团队，或出现在两个文件里；两个标识只差大小写，或只差编码形式；
别名是别人的标识或别名；两个人用同一个邮箱。Windows 保留的设备名（con、aux、nul 等）也会提示：文件不能叫这个名字。

## 为什么重要

写 @李强 时，必须只指一个人。只差大小写的两个标识，在公司一半的电脑上是同一个文件。okrctl 还靠邮箱判断内容是谁写的。

## 如何修改

给后加的那个改名，或加上能区分的部分：王芳.销售、王芳2。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual
from okrctl.models.ids import is_device_name
from okrctl.rules.context import Context
from okrctl.source.place import Place
from okrctl.workspace.index import Workspace

RULE = Rule(
    "OKR105",
    "handle-for-two",
    Severity.ERROR,
    Bilingual("a handle, alias or e-mail address with two meanings", "标识、别名或邮箱有歧义"),
    bad=(
        Example("en", {"org/sales.yaml": "people:\n  design: {name: Desi Gner, team: growth}\n"}),
        Example("en", {"org/sales.yaml": "people:\n  Alice: {name: Alice Ort, team: design}\n"}),
        Example("en", {"org/sales.yaml": "people:\n  rob: {name: Rob Stein, team: design, aliases: [bob]}\n"}),
        Example("zh", {"org/sales.yaml": "people:\n  设计部: {name: 小设, team: 增长部}\n"}),
        Example("zh", {"org/sales.yaml": "people:\n  李小强: {name: 李小强, team: 设计部, aliases: [李强]}\n"}),
    ),
    good=(
        Example("en", {"org/sales.yaml": "people:\n  desi: {name: Desi Gner, team: growth, aliases: [Des]}\n"}),
        Example("en", {"org/sales.yaml": "people:\n  alice.ort: {name: Alice Ort, team: design}\n"}),
        Example("zh", {"org/sales.yaml": "people:\n  小设: {name: 小设, team: 增长部}\n"}),
        Example("zh", {"org/sales.yaml": "people:\n  李小强: {name: 李小强, team: 设计部, aliases: [小强]}\n"}),
    ),
)

_BOTH = Bilingual('"{name}" is both a person and a team', "“{name}”既是个人又是团队")
_CASE = Bilingual('"{name}" and "{other}" differ only in case', "“{name}”和“{other}”只差大小写")
_DEVICE = Bilingual('"{name}" is a reserved device name on Windows', "“{name}”是 Windows 的设备名")
_ALIAS = Bilingual('the alias "{name}" is also a handle or alias of {other}', "别名“{name}”也是 {other} 的标识或别名")
_EMAIL = Bilingual("this e-mail address also belongs to {other}", "这个邮箱同时也是 {other} 的")
_OTHER = Bilingual("the other one", "另一个在这里")
_REMEDY = Bilingual("rename the newer one, for example bob.stein", "给后加的那个改名，例如 李强.销售")
_REMEDY_DEVICE = Bilingual("choose another handle, for example con.nie", "换一个标识，例如 con.nie")
_REMEDY_ALIAS = Bilingual(
    "delete the alias, or choose another: aliases: [Robbie]", "删除这个别名，或换一个：aliases: [小强]"
)
_REMEDY_EMAIL = Bilingual(
    "give each person their own address: email: bob@starling.example", "每人写自己的邮箱：email: liqiang@yunfan.example"
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Handles, aliases and addresses of everybody; what stands in two files was found while reading."""
    workspace = context.workspace
    keys = _keys(workspace)
    for handle in workspace.people:
        if handle in workspace.teams:
            related = Related(workspace.teams[handle].place.key(), _OTHER)
            yield found(RULE, workspace.people[handle].place.key(), _BOTH.format(name=handle), _REMEDY, related)
    yield from _alike(keys)
    yield from _aliases(workspace, keys)
    yield from _emails(workspace)


def _keys(workspace: Workspace) -> dict[str, Place]:
    """Where each handle is defined; of a person and a team, the team."""
    people = {handle: person.place.key() for handle, person in workspace.people.items()}
    return people | {handle: team.place.key() for handle, team in workspace.teams.items()}


def _alike(keys: dict[str, Place]) -> Iterator[Diagnostic]:
    folded: dict[str, str] = {}
    for handle, place in keys.items():
        other = folded.setdefault(handle.casefold(), handle)
        if other != handle:
            message = _CASE.format(name=handle, other=other)
            yield found(RULE, place, message, _REMEDY, Related(keys[other], _OTHER))
        if is_device_name(handle):
            yield found(RULE, place, _DEVICE.format(name=handle), _REMEDY_DEVICE)


def _aliases(workspace: Workspace, keys: dict[str, Place]) -> Iterator[Diagnostic]:
    firsts: dict[str, tuple[str, Place]] = {handle: (handle, place) for handle, place in keys.items()}
    aliases = [(handle, placed.place, placed.value.aliases) for handle, placed in workspace.people.items()]
    aliases += [(handle, placed.place, placed.value.aliases) for handle, placed in workspace.teams.items()]
    for handle, place, written in aliases:
        for number, alias in enumerate(written):
            here = place.at("aliases", number)
            other, there = firsts.setdefault(alias, (handle, here))
            if other != handle:
                message = _ALIAS.format(name=alias, other=other)
                yield found(RULE, here, message, _REMEDY_ALIAS, Related(there, _OTHER))


def _emails(workspace: Workspace) -> Iterator[Diagnostic]:
    firsts: dict[str, tuple[str, Place]] = {}
    for handle, person in workspace.people.items():
        for number, email in enumerate(person.value.emails):
            here = person.at("email", number)
            other, there = firsts.setdefault(email.casefold(), (handle, here))
            if other != handle:
                yield found(RULE, here, _EMAIL.format(other=other), _REMEDY_EMAIL, Related(there, _OTHER))
