"""The words of the list of open to-dos, for the terminal and for Markdown."""

from okrctl.language import Bilingual, Language
from okrctl.reports.todo.record import OpenTodo, TodoList

_TITLE = Bilingual("Open to-dos: {name}", "待办事项：{name}")
_STATE = Bilingual(
    "{cycle} · {today} · {open} open, {overdue} overdue", "{cycle} · {today} · 共 {open} 项，已逾期 {overdue} 项"
)
_NOTHING = Bilingual("Nothing is open.", "没有未完成的待办。")
_NOTHING_OVERDUE = Bilingual("Nothing is overdue.", "没有已逾期的待办。")
OVERDUE = Bilingual("Overdue", "已逾期")
OPEN = Bilingual("Open", "未完成")
NEEDS = Bilingual("Support asked for", "资源支持")
_NEED = Bilingual("asked by {author}, {week}", "{author}提出，{week}")
_NOBODY = Bilingual("for the meeting", "待会上确定")
_AND = Bilingual(", ", "、")
_RISK = Bilingual("{need} (risk: {risk})", "{need}（风险：{risk}）")


def title(report: TodoList, language: Language) -> str:
    """Whose list it is."""
    return _TITLE.format(name=report.owner.name).say(language)


def state(report: TodoList, language: Language) -> str:
    """The cycle, the day, and how many there are."""
    shown = {"cycle": report.cycle, "today": report.today, "open": len(report.todos), "overdue": report.overdue}
    return _STATE.format(**shown).say(language)


def nothing(report: TodoList, language: Language) -> str:
    """What to say where the list is empty."""
    return (_NOTHING_OVERDUE if report.only_overdue else _NOTHING).say(language)


def sections(report: TodoList, language: Language) -> tuple[tuple[str, tuple[OpenTodo, ...]], ...]:
    """What is overdue, the other to-dos, the needs: each with its heading, none of them empty."""
    parts = (
        (OVERDUE, [todo for todo in report.todos if todo.is_overdue]),
        (OPEN, [todo for todo in report.todos if not todo.is_overdue and todo.kind == "next"]),
        (NEEDS, [todo for todo in report.todos if not todo.is_overdue and todo.kind == "need"]),
    )
    return tuple((heading.say(language), tuple(todos)) for heading, todos in parts if todos)


def text(todo: OpenTodo, language: Language) -> str:
    """What is to be done; a need with the risk that it is for."""
    return _RISK.format(need=todo.text, risk=todo.risk).say(language) if todo.risk else todo.text


def owners(todo: OpenTodo, language: Language) -> str:
    """Whose it is, by name."""
    return _AND.say(language).join(who.name for who in todo.owners) or _NOBODY.say(language)


def goal(todo: OpenTodo) -> str:
    """The address of the goal, or the title of what is on nobody's sheet."""
    return todo.goal or todo.topic


def asked(todo: OpenTodo, language: Language) -> str:
    """Who asked for support, and when; nothing for a next step."""
    return _NEED.format(author=todo.author.name, week=todo.week).say(language) if todo.kind == "need" else ""
