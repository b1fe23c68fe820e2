"""An `@` mention of nobody.

## What it does

Looks for mentions in every text of sheets, notes and retrospectives: `@` and the longest known handle, name or alias.
In Chinese no space is needed after the name. E-mail addresses, links and anything in backticks are not mentions.

## Why it matters

A mention says who is needed. If the name is wrong, that person never hears about it.

## How to fix

After the `@`, write a handle, name or alias from org.yaml. Put anything that only looks like a mention in backticks:
`@types/node`.

---

@ 后面没有对应的人。

## 检查什么

检查 OKR 表、进展记录和复盘里的所有文字：@ 加上已知的标识、姓名或别名（取最长的）。中文里名字后面不需要空格。
邮箱、链接和反引号里的内容不算提及。

## 为什么重要

@ 谁，就是需要谁。名字写错了，那个人就永远不会知道。

## 如何修改

在 @ 后面写 org.yaml 里的标识、姓名或别名。只是看起来像提及的，用反引号括起来：`@types/node`。
"""

from collections.abc import Iterable, Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.references.nearest import Nearest, did_you_mean
from okrctl.source.document import Data, Document
from okrctl.source.outline import Step
from okrctl.source.place import Place
from okrctl.workspace.index import Workspace
from okrctl.workspace.layout import Kind
from okrctl.workspace.mentions import Names, mentions, names_of

_NOTE_EN = """\
updates:
  - kr: growth/O1/KR1
    value: 34
    progress: The checklist alone brought 1.9 points, thanks to {who}.
"""
_NOTE_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: 34
    progress: 新手清单单独带来 1.9 个百分点，下周{who}跟进全量上线。
"""
_RISK_EN = """\
updates:
  - kr: growth/O1/KR2
    value: 61
    progress: Two more in ten new teams have a second person.
    risks:
      - {{risk: The mail provider throttles us, need: "A second provider by March, chosen with {who}", from: [dana]}}
"""
_RISK_ZH = """\
updates:
  - kr: 增长部/O1/KR2
    value: 61
    progress: 首周邀请同事的客户多了六个百分点。
    risks:
      - {{risk: 邮件服务商限流, need: "三月前{who}确定第二家服务商", from: [赵敏]}}
"""


def _note(text: str, who: str) -> Example:
    if text.isascii():
        return Example("en", {"cycles/2026-Q1/notes/2026-W07/wang.yaml": text.format(who=who)})
    return Example("zh", {"cycles/2026-Q1/notes/2026-W07/王芳.yaml": text.format(who=who)})


RULE = Rule(
    "OKR107",
    "mention-of-nobody",
    Severity.WARNING,
    Bilingual("a mention of nobody", "@ 后面没有对应的人"),
    bad=(
        _note(_NOTE_EN, "@alise"),
        _note(_RISK_EN, "@dana-ruiz"),
        _note(_NOTE_ZH, "@李四"),
        _note(_RISK_ZH, "@设计组"),
    ),
    good=(
        _note(_NOTE_EN, "@alice and @Bob Meyer"),
        _note(_RISK_EN, "@dana"),
        _note(_NOTE_ZH, "@李强"),
        _note(_RISK_ZH, "@设计部"),
    ),
)

_MESSAGE = Bilingual('"{word}" mentions nobody{near}', "“{word}”没有对应的人或团队{near}")
_REMEDY = Bilingual(
    "write a handle, name or alias from org.yaml after the @; put what is not a mention in backticks: `@types/node`",
    "@ 后面写 org.yaml 里的标识、姓名或别名；不是提及的，用反引号括起来：`@types/node`",
)
_NOTES = ("progress", "risk", "risks", "need", "what", "quality", "for")
_RETROS = ("because", "reply", "went_well", "to_improve", "lessons", "next_cycle")
_TEXTS = frozenset(("title", "why", *_NOTES, *_RETROS))


def check(context: Context) -> Iterator[Diagnostic]:
    """The texts of every file with an `@` in it; silent where org.yaml itself could not be read."""
    if context.workspace.org_is_broken:
        return
    names = names_of(context.workspace)
    nearest = Nearest(names.handles)
    for document in _documents(context.workspace):
        if "@" in document.text or "＠" in document.text:
            yield from _in_document(document, names, nearest)


def _documents(workspace: Workspace) -> Iterator[Document]:
    yield from (sheet.place.document for sheet in workspace.sheets.values())
    yield from (note.place.document for note in workspace.notes.values())
    yield from (file.place.document for file in workspace.others_of(Kind.RETRO))


def _in_document(document: Document, names: Names, nearest: Nearest) -> Iterator[Diagnostic]:
    for text, steps in _texts(document.data):
        for mention in mentions(text, names):
            if mention.handle is None:
                near = nearest.word(mention.word[1:])
                message = _MESSAGE.format(word=mention.word, near=did_you_mean(near and f"@{near}"))
                place = Place(document, steps).narrowed(mention.word, mention.number)
                yield found(RULE, place, message, _REMEDY)


def _texts(data: Data) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """The texts with a sign that people write for people, with their steps; in any order, for findings are sorted."""
    waiting: list[tuple[Data, tuple[Step, ...], bool]] = [(data, (), False)]
    while waiting:
        value, steps, is_text = waiting.pop()
        entries: Iterable[tuple[Step, Data]] = value.items() if isinstance(value, dict) else ()
        if isinstance(value, list):
            entries = enumerate(value)
        for step, item in entries:
            kind, wanted = type(item), is_text if type(step) is int else step in _TEXTS
            if kind is dict or kind is list:
                waiting.append((item, (*steps, step), wanted))
            elif wanted and kind is str and ("@" in (text := str(item)) or "＠" in text):
                yield text, (*steps, step)
