"""The questions of a check-in about one key result, and the answers as they come in."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from okrctl.cli.opened import known_owner
from okrctl.console.asking import Terminal
from okrctl.editing.agenda import Topic
from okrctl.editing.drafting import Drafting
from okrctl.editing.facts import unit_of
from okrctl.editing.known import Known
from okrctl.editing.said import Said, SaidRisk, SaidStep
from okrctl.editing.targets import Target, target_of
from okrctl.editing.todo_text import doubt_of_year, read_todo
from okrctl.editing.values import (
    STATUSES,
    Figure,
    figure_of,
    read_confidence,
    read_milestone,
    read_percent,
    read_status,
    read_value,
    read_words,
)
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Bilingual, same
from okrctl.models.note import Status
from okrctl.reports.labels import short_day, status_words
from okrctl.workspace import chart
from okrctl.workspace.index import NoteKey
from okrctl.workspace.todos import Todo

T = TypeVar("T")
_VALUE = Bilingual("Value now{unit}:", "当前值{unit}：")
_UNIT = Bilingual(" in {unit}", "（{unit}）")
_PERCENT = Bilingual("Percent now:", "完成百分比：")
_REACHED = Bilingual("Milestones reached (of {open}):", "达成的里程碑（{open}）：")
_PROGRESS = Bilingual("What has changed?", "有什么关键进展？")
_STATUS = Bilingual("Status, Enter as before ({keys}):", "状态，回车不变（{keys}）：")
_FIRST_STATUS = Bilingual("Status, Enter skips ({keys}):", "状态，回车跳过（{keys}）：")
_CONFIDENCE = Bilingual("Confidence 0 to 10:", "信心指数 0 到 10：")
_RISK = Bilingual("A risk?", "有什么风险？")
_NEED = Bilingual("  What would help?", "  需要什么支持？")
_FROM = Bilingual("  From whom? (names, with commas)", "  需要谁支持？（多人用逗号隔开）")
_NEXT = Bilingual("Next step? (like: {example})", "下一步？（例如：{example}）")
_NEXT_ANOTHER = Bilingual("Another next step? (Enter: none)", "还有别的下一步吗？（没有请回车）")
_EXAMPLE = Bilingual("Call the bank @{who} due 02-27", "联系银行 @{who} 2月27日前")
_DONE = Bilingual("☐ {what}{due}: y done, Enter still open:", "☐ {what}{due}：y 已完成，回车未完成：")
_ASKED = Bilingual("{what} (asked by {who})", "{what}（{who}请求的支持）")
_DUE = Bilingual(" (due {day})", "（{day}截止）")
_OVERDUE = Bilingual(" (overdue since {day})", "（已逾期，{day}截止）")
_WRONG = Bilingual("{message}; {hint}", "{message}；{hint}")
_ON = (".", "。", "．")
_SEPARATORS = re.compile(r"[,，、;；]")
_YES: Mapping[str, str] = MappingProxyType({"y": "y", "x": "y", "是": "y"})


class Answers(NamedTuple):
    """What was said about one key result so far, and the references of the to-dos that are closed."""

    said: Said | None = None
    done: tuple[str, ...] = ()


class Interview(NamedTuple):
    """Asks in the language of the drafting; an answer that cannot be is asked for again."""

    terminal: Terminal
    drafting: Drafting
    note: NoteKey

    def about(self, topic: Topic) -> Iterator[Answers]:
        """The answers about one key result, each time one more is given; none where it is skipped."""
        answers = Answers()
        for answers in self.about_plans(topic.plans):
            yield answers
        target = target_of(self.drafting, self.note, topic.open.address)
        nothing = Said(target.address)
        for said in self._about_goal(target, topic.open.known):
            if said != nothing:
                yield answers._replace(said=said)

    def _about_goal(self, target: Target, known: Known) -> Iterator[Said]:
        """What is said about the goal, each time one more is given."""
        yield (said := self._figure(Said(target.address), target, known))
        words = self._asked(_PROGRESS, read_words)
        if words is None and said == Said(target.address):
            return
        yield (said := said._replace(progress=None if words in _ON else words))
        yield (said := self._status(said, known))
        yield (said := said._replace(confidence=self._asked(_CONFIDENCE, read_confidence)))
        for with_risk in self._risk(said):
            yield (said := with_risk)
        question = _NEXT.format(example=_EXAMPLE.format(who=self._colleague()))
        while (step := self._asked(question, self._read_step)) is not None:
            yield (said := said._replace(next_steps=(*said.next_steps, step)))
            question = _NEXT_ANOTHER

    def about_plans(self, plans: tuple[Todo, ...]) -> Iterator[Answers]:
        """What came of each plan: one key closes it."""
        done: tuple[str, ...] = ()
        for todo in plans:
            if self.terminal.press(self._say(_DONE.format(what=self._what(todo), due=self._due(todo))), _YES):
                done = (*done, str(todo.reference))
                yield Answers(None, done)

    def _figure(self, said: Said, target: Target, known: Known) -> Said:
        figure: Figure | None = figure_of(target)
        if figure == "value":
            unit = unit_of(target.record) if target.record else None
            question = _VALUE.format(unit=_UNIT.format(unit=unit) if unit else "")
            return said._replace(value=self._asked(question, lambda text: read_value(text, target)))
        if figure == "percent":
            return said._replace(percent=self._asked(_PERCENT, read_percent))
        still = [one.id for one in target.record.milestones if one.id not in known.reached] if target.record else []
        if figure == "reached" and still:
            return said._replace(reached=self._milestones(target, still))
        return said

    def _milestones(self, target: Target, still: list[str]) -> tuple[str, ...]:
        def read(text: str) -> tuple[str, ...]:
            return tuple(read_milestone(each, target) for each in re.split(r"[\s,，、;；]+", text) if each)

        return self._asked(_REACHED.format(open=", ".join(still)), read) or ()

    def _status(self, said: Said, known: Known) -> Said:
        """The status by its number, which is the same on every keyboard, or by its word."""
        numbered: dict[str, Status] = {str(number): status for number, status in enumerate(STATUSES, 1)}
        english, chinese = (
            " · ".join(f"{key} {status_words(one, language)}" for key, one in numbered.items())
            for language in LANGUAGES
        )
        keys = Bilingual(english, chinese)
        question = _FIRST_STATUS if known.status is None else _STATUS
        asked = self._asked(question.format(keys=keys), lambda text: numbered.get(text) or read_status(text))
        return said._replace(status=asked) if asked else said

    def _risk(self, said: Said) -> Iterator[Said]:
        """The same with a risk, then with what would help, then with those whose help it is."""
        risk = self._asked(_RISK, _read_line)
        if risk is None:
            return
        yield said._replace(risks=(SaidRisk(risk),))
        need = self._asked(_NEED, _read_line)
        if need is None:
            return
        yield said._replace(risks=(SaidRisk(risk, need),))
        whom = self._asked(_FROM, self._read_people) or ()
        yield said._replace(risks=(SaidRisk(risk, need, whom),))

    def _read_step(self, text: str) -> SaidStep:
        today = self.drafting.today
        todo = read_todo(text, self.drafting.workspace, today)
        if doubt := doubt_of_year(todo, today, self.drafting.cycle(self.note.cycle).end):
            self.terminal.say(f"  {self._say(doubt)}", "yellow")
        return SaidStep(todo.what, todo.owner, todo.due)

    def _read_people(self, text: str) -> tuple[str, ...]:
        names = (each.strip().lstrip("@＠") for each in _SEPARATORS.split(text))
        return tuple(known_owner(self.drafting.workspace, name) for name in names if name)

    def _colleague(self) -> str:
        """Somebody for the example: the manager, else anybody."""
        workspace = self.drafting.workspace
        others = (person for person in workspace.people if person != self.note.author)
        return chart.manager_of(workspace, self.note.author) or next(others, self.note.author)

    def _asked(self, question: Bilingual, read: Callable[[str], T]) -> T | None:
        """The answer as `read` takes it, None for Enter; what it refuses is explained and asked for again."""
        while text := self.terminal.line(self._say(question)):
            try:
                return read(text)
            except OkrctlError as error:
                wrong = _WRONG.format(message=error.message, hint=error.hint) if error.hint else error.message
                self.terminal.say(f"  ✗ {self._say(wrong)}", "red")
        return None

    def _what(self, todo: Todo) -> Bilingual:
        """The text of a to-do; of somebody else's need also who asks."""
        asker = todo.key.note.author
        if todo.key.kind == "next" or asker == self.note.author:
            return same(todo.text)
        return _ASKED.format(what=todo.text, who=self.drafting.workspace.name_of(asker))

    def _due(self, todo: Todo) -> Bilingual:
        if todo.due is None:
            return Bilingual("", "")
        words = _OVERDUE if todo.due < self.drafting.today else _DUE
        return words.format(day=Bilingual(short_day(todo.due, "en"), short_day(todo.due, "zh")))

    def _say(self, text: Bilingual) -> str:
        return text.say(self.drafting.language)


def _read_line(text: str) -> str:
    return " ".join(read_words(text).split())
