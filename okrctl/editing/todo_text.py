"""A to-do as people say it: `Call the bank @bob due 02-27`, `联系银行 @王芳 2月27日前`.

Who does it is mentioned at the end or at the very beginning. Only that and the day are cut out of the text; other
mentions stay in it.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from okrctl.editing.day_words import DATE, SHORT, WORD, day_of, guesses_year
from okrctl.editing.values import read_words
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.calendar import Week
from okrctl.workspace.index import Workspace
from okrctl.workspace.mentions import Mention, mentions, names_of
from okrctl.workspace.schema import closest

_NOBODY = Bilingual("{word} is nobody in org.yaml", "org.yaml 里没有 {word}")
_NEAR = Bilingual("did you mean @{near}?", "是否想写 @{near}？")
_KNOWN = Bilingual("write @ and a handle or a name of org.yaml", "请在 @ 后写 org.yaml 里的标识或姓名")
_NOTHING = Bilingual('"{text}" does not say what is to be done', "“{text}”没有写要做什么")
_NOTHING_HINT = Bilingual('write it like "Call the bank @bob due 02-27"', "写法如“联系银行 @王芳 2月27日前”")
_TAKEN = Bilingual(
    "no year was written: due {due}; if another day is meant, write it in full",
    "没有写年份，截止时间记为 {due}；如果不对，请写完整日期",
)
_FAR = timedelta(days=180)
_PAST = Bilingual("a to-do cannot be due before it is written: {due}", "截止时间不能早于写下的那一周：{due}")
_PAST_HINT = Bilingual("name a day from {day} on", "请写 {day} 或之后的日期")
_ANY = f"(?:{DATE}|{SHORT}|{WORD})"
_TAIL = r"(?:[ ]?(?:之前|以前|前|为止))?"
_DUE = (
    rf"(?<![^\W_])due(?:[ ]+(?:on|by))?[ ]*[:：]?[ ]*{_ANY}{_TAIL}",
    # In `by 3-5` and `by 10-12 people` there is no date, in `by Friday noon` more than one.
    rf"(?<![^\W_])(?:by|until)[ ]+(?:{DATE}|(?:(?=\d\d[-/]\d\d){SHORT}|{WORD})(?=[\s.。,，)）]*(?:$|[@＠])))",
    rf"(?:[在于])?{_ANY}[ ]?(?:之前|以前|前|为止|截止|到期)(?!的)(?:完成(?=\W*$))?",
    rf"(?:截止(?:日期|时间|日)?|截至)[ ]?[:：到于]?[ ]?{_ANY}{_TAIL}",
)
_BARE = rf"(?:{DATE}|{SHORT})(?=[)）。.]*$)"
_SAYS_WHEN = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _DUE)
_ENDS_WITH_DAY = re.compile(_BARE, re.IGNORECASE)
_BEHIND_OWNER = re.compile(r"\s*(?:负责|跟进|落实|来做)?[\s。.!！)）]*")
# Who is called, asked or helped is somebody in the sentence, not the one who does it.
_NOT_OWNER = re.compile(
    r"(?:(?:^|[^\w])(?:to|with|from|for|of|and|or|about|at|via|cc|ask|call|tell|meet)|[给跟和与向找请问约让同对、&+])\s*$",
    re.IGNORECASE,
)
_NOT_FIRST = re.compile(r"\s*(?:and\b|or\b|[&+,，、的和与'’])", re.IGNORECASE)
_LOOSE = " \t,，;；、:：-–—"
_EMPTY = re.compile(r"[(（]\s*[)）]|[\s,，;；]+(?=[)）])|[(（]\s*$")
_BY = re.compile(r"(?:^|(?<=[\s,，;；]))(?:by|由|负责人[:：]?)\s*$", re.IGNORECASE)


class TodoText(NamedTuple):
    """What is to be done, the handle of who does it, and by when; None where the text does not say.

    `guessed`: the day was written without its year.
    """

    what: str
    owner: str | None
    due: date | None
    guessed: bool = False


class _Rest(NamedTuple):
    """What is left of a text, and what was cut out of it."""

    text: str
    owner: str | None = None
    due: date | None = None
    guessed: bool = False


def read_todo(text: str, workspace: Workspace, day: date) -> TodoText:
    """A to-do said on `day`; OkrctlError for a mention of nobody, a day that does not exist, or nothing to do."""
    names = names_of(workspace)

    def mentioned(written: str) -> tuple[Mention, ...]:
        return mentions(written, names)

    said = " ".join(read_words(text).split())
    for mention in mentioned(said):
        if mention.handle is None:
            near = closest(mention.word[1:], list(names.handles))
            raise OkrctlError(_NOBODY.format(word=mention.word), _NEAR.format(near=near) if near else _KNOWN)
    rest = _without_day(_Rest(said), day)
    rest = _without_owner(_without_bare_day(rest, day, mentioned(rest.text)), mentioned)
    rest = _without_bare_day(rest, day, ())
    if not re.search(r"\w", _without(mentioned(rest.text), rest.text)):
        raise OkrctlError(_NOTHING.format(text=said), _NOTHING_HINT)
    if rest.due is not None and rest.due < Week.of(day).monday:
        raise OkrctlError(_PAST.format(due=rest.due), _PAST_HINT.format(day=Week.of(day).monday))
    return TodoText(*rest)


def doubt_of_year(todo: TodoText, day: date, end: date) -> Bilingual | None:
    """What to say of a year that was guessed on `day` and comes out far ahead, or behind the `end` of the cycle."""
    if todo.due is None or not todo.guessed or (todo.due <= end and todo.due - day <= _FAR):
        return None
    return _TAKEN.format(due=todo.due)


def _without(found: tuple[Mention, ...], text: str) -> str:
    for mention in reversed(found):
        text = text[: mention.at] + text[mention.at + len(mention.word) :]
    return text


def _without_day(rest: _Rest, day: date) -> _Rest:
    """The last day that is said with `due`, `by`, 前 or the like, cut out."""
    found = [found for pattern in _SAYS_WHEN for found in pattern.finditer(rest.text)]
    if not found:
        return rest
    last = max(found, key=lambda one: (one.end(), -one.start()))
    return rest._replace(text=_cut(rest.text, *last.span()), due=day_of(last, day), guessed=guesses_year(last))


def _without_bare_day(rest: _Rest, day: date, behind: tuple[Mention, ...]) -> _Rest:
    """A date at the very end; `02-27` counts only behind a mention, for it may be anything else."""
    found = _ENDS_WITH_DAY.search(rest.text) if rest.due is None else None
    if found is None:
        return rest
    before = len(rest.text[: found.start()].rstrip())
    if found["short_day"] and not any(mention.at + len(mention.word) == before for mention in behind):
        return rest
    text = _cut(rest.text, found.start(), len(rest.text))
    return rest._replace(text=text, due=day_of(found, day), guessed=guesses_year(found))


def _without_owner(rest: _Rest, mentioned: Callable[[str], tuple[Mention, ...]]) -> _Rest:
    """Who is mentioned at the end, else at the very beginning, cut out."""
    found = mentioned(rest.text)
    if not found:
        return rest
    text, first, last = rest.text, found[0], found[-1]
    before, behind = text[: last.at], text[last.at + len(last.word) :]
    if _BEHIND_OWNER.fullmatch(behind) and last.at > 0:
        if _NOT_OWNER.search(before):
            return rest
        start = found_by.start() if (found_by := _BY.search(before)) else last.at
        return rest._replace(text=_cut(text, start, len(text)), owner=last.handle)
    behind = text[first.at + len(first.word) :]
    if first.at == 0 and behind.strip() and not _NOT_FIRST.match(behind):
        return rest._replace(text=_cut(text, 0, len(first.word)), owner=first.handle)
    return rest


def _cut(text: str, start: int, end: int) -> str:
    """The text without a range, joined as its script does, without what then hangs loose at its ends."""
    before, behind = text[:start], text[end:]
    space = " " if before[-1:] == " " and behind[:1] == " " else ""
    together = _EMPTY.sub("", before.rstrip() + (space or _between(before, behind)) + behind.lstrip())
    return together.strip().strip(_LOOSE)


def _between(before: str, behind: str) -> str:
    """A space, unless one side is the end or a character that is written without."""
    edges = before.rstrip()[-1:], behind.lstrip()[:1]
    spaced = before[-1:] == " " or behind[:1] == " "
    return " " if spaced and all(edges) and all(edge.isascii() for edge in edges) else ""
