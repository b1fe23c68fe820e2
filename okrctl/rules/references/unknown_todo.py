"""A to-do is marked as done that does not exist.

## What it does

Looks up what a note closes under `done`: `week/author/3` is the third `next` of that note, `n1` its first need, counted
over the whole note from top to bottom; a to-do with an `id` can also be closed by its id.

## Why it matters

The intended to-do stays open and keeps showing as overdue, and nobody knows why.

## How to fix

Write the number that the weekly report shows next to the to-do, or give the to-do an `id` in the note that it comes
from.

---

关闭了一个不存在的待办事项。

## 检查什么

核对进展记录 done 里的每一项：周/作者/3 是那份记录里的第三个 next，n1 是第一项资源支持，按整份文件的先后顺序数；
写了 id 的，也可以用 id 关闭。

## 为什么重要

本来要关闭的那一项仍然开着，周报里一直显示已逾期，谁也不知道为什么。

## 如何修改

写周报里待办事项旁边的编号，或在写它的地方加一个 id。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, listed
from okrctl.models.ids import TodoRef, parse_todo
from okrctl.rules.context import Context
from okrctl.workspace.index import NoteKey
from okrctl.workspace.todos import MissingTodo, Todos

_PLAN_EN = """\
updates:
  - kr: growth/O1/KR1
    value: 33
    progress: The first of three experiments won.
    risks:
      - {risk: The mail provider throttles us, need: A second provider by March, from: [dana]}
    next:
      - {what: Ship the checklist to all, owner: wang, due: 2026-02-12}
"""
_DONE_EN = """\
updates:
  - kr: growth/O1/KR1
    value: 34
    progress: The checklist alone brought 1.9 points.
done: [{done}]
"""
_PLAN_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: 33
    progress: 三个实验中的第一个胜出。
    risks:
      - {risk: 邮件服务商限流, need: 三月前接入第二家服务商, from: [赵敏]}
    next:
      - {what: 新手清单全量上线, owner: 王芳, due: 2026-02-12}
"""
_DONE_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: 34
    progress: 新手清单单独带来 1.9 个百分点。
done: [{done}]
"""
_FOLDER = "cycles/2026-Q1/notes"


def _english(done: str) -> Example:
    texts = {"2026-W06": _PLAN_EN, "2026-W07": _DONE_EN.format(done=done)}
    return Example("en", {f"{_FOLDER}/{week}/wang.yaml": text for week, text in texts.items()})


def _chinese(done: str) -> Example:
    texts = {"2026-W06": _PLAN_ZH, "2026-W07": _DONE_ZH.format(done=done)}
    return Example("zh", {f"{_FOLDER}/{week}/王芳.yaml": text for week, text in texts.items()})


RULE = Rule(
    "OKR111",
    "unknown-todo",
    Severity.ERROR,
    Bilingual("a to-do reference that does not exist", "引用的待办事项不存在"),
    bad=(
        _english("2026-W06/wang/2"),
        _english("2026-W05/wang/1"),
        _chinese("2026-W06/王芳/2"),
        _chinese("2026-W05/王芳/1"),
    ),
    good=(
        _english("2026-W06/wang/1"),
        _english("2026-W06/wang/n1"),
        _chinese("2026-W06/王芳/1"),
        _chinese("2026-W06/王芳/n1"),
    ),
)

_NO_NOTE = Bilingual("{author} wrote no note in {week}", "{author} 在 {week} 没有写进展记录")
_NO_ITEM = Bilingual(
    'the note of {author} in {week} has no to-do "{item}"; it has {known}',
    "{author} 在 {week} 的记录里没有待办事项“{item}”；有：{known}",
)
_NOTHING = Bilingual(
    "the note of {author} in {week} has no to-dos or needs", "{author} 在 {week} 的记录里没有待办事项和资源支持"
)
_REMEDY = Bilingual(
    "write week/author/number, counting each next of that note from the top: {example}; n1 is its first need",
    "写 周/作者/序号，从上往下数该记录的 next：{example}；第一项资源支持写 n1",
)
_REMEDY_OWN = Bilingual(
    "there is no such to-do; the latest to-dos of {author}: {own}", "没有这样的待办事项；{author} 最近的待办：{own}"
)
_REMEDY_NONE = Bilingual(
    "there is no such to-do: correct week and author, or delete the entry",
    "没有这样的待办事项：请更正周和作者，或删掉这一项",
)
_MOST = 5  # to-dos that a remedy lists


def check(context: Context) -> Iterator[Diagnostic]:
    """Every `done`; an author whom nobody knows is another rule's finding."""
    workspace = context.workspace
    todos = context.todos
    for key, note in workspace.notes.items():
        for number, written in enumerate(note.value.done):
            target = todos.find(written, key.cycle)
            if target not in (MissingTodo.NOTE, MissingTodo.ITEM):
                continue
            reference = parse_todo(written)
            if reference is not None and (reference.author in workspace.people or workspace.org_is_broken):
                items = tuple(sorted(todos.items(written, key.cycle), key=len))
                message = _message(reference, items, target is MissingTodo.NOTE)
                remedy = _remedy(reference, items) if items else _own(todos, key)
                yield found(RULE, note.at("done", number), message, remedy)


def _message(reference: TodoRef, known: tuple[str, ...], no_note: bool) -> Bilingual:
    message = _NO_NOTE if no_note else _NO_ITEM if known else _NOTHING
    return message.format(author=reference.author, week=reference.week, item=reference.item, known=listed(known))


def _remedy(reference: TodoRef, items: tuple[str, ...]) -> Bilingual:
    return _REMEDY.format(example=f"{reference.week}/{reference.author}/{items[0]}")


def _own(todos: Todos, key: NoteKey) -> Bilingual:
    """What the author of the note has to do by then, the latest first."""
    own = [
        str(todo.reference)
        for todo in todos.all
        if key.author in todo.owners and todo.key.note.cycle == key.cycle and todo.key.note.week < key.week
    ]
    if not own:
        return _REMEDY_NONE
    return _REMEDY_OWN.format(author=key.author, own=listed(own[: -_MOST - 1 : -1]))
