"""`okrctl checkin` on a terminal: one key result after the other, each in the note before the next is asked about."""

import shlex
import sys
from collections.abc import Iterator
from typing import NamedTuple

import typer

from okrctl.cli.interview import Answers, Interview
from okrctl.cli.opened import OpenedCycle, open_cycle
from okrctl.cli.session import Session
from okrctl.cli.whose import myself
from okrctl.console.asking import Terminal
from okrctl.console.topic import draw_topic
from okrctl.editing.agenda import Agenda, Topic, agenda
from okrctl.editing.change import Change, diff, shown, write
from okrctl.editing.drafting import Drafting
from okrctl.editing.known import open_key_results
from okrctl.editing.note_edit import noted
from okrctl.editing.note_file import open_note
from okrctl.editing.said import News, Said
from okrctl.editing.targets import check_week, target_of
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Bilingual
from okrctl.models.calendar import Week
from okrctl.reports.labels import weeks_words
from okrctl.workspace.index import NoteKey
from okrctl.workspace.weeks import read_week

_HEAD = Bilingual("Check-in of {name}, {week}", "进展更新：{name} · {week}")
_HELP = Bilingual(
    "Enter skips a question; two Enters skip a key result. Ctrl-C stops: what is answered completely stays.",
    "直接回车跳过一个问题，连按两次回车跳过一条关键结果；Ctrl-C 结束，已答完的会保留。",
)
_PLANS = Bilingual("Last week's plan", "上周计划")
_AGAIN = Bilingual(
    "{n} of {m} are in this week's note already; these are the others. To change one: okrctl checkin {example}",
    "本周已记录 {n}/{m} 条，下面只问其余的；要改某一条：okrctl checkin {example}",
)
_NOTHING = Bilingual("you have no open key results in cycle {cycle}", "周期 {cycle} 里没有你负责的、还在进行的关键结果")
_NOTHING_HINT = Bilingual(
    "write goals with okrctl new okr, or name another cycle: --cycle",
    "请用 okrctl new okr 写目标，或用 --cycle 换一个周期",
)
_SILENT = Bilingual("nothing was said, nothing was written", "没有填写任何内容，未写入文件")
_WROTE = Bilingual("{path}: {n} of {m} key results", "{path}：已记录 {n}/{m} 条关键结果")
_STOPPED = Bilingual(
    "stopped; {path} has what was complete ({n} of {m} key results), okrctl checkin goes on with the others",
    "已停止；已答完的 {n}/{m} 条保存在 {path}，再运行 okrctl checkin 可继续",
)
_UNSAVED = Bilingual("not yet written; to write it: {command}", "还没有写入；要写入请运行：{command}")
_CHANGED = Bilingual(
    "{path} was changed by somebody else meanwhile; nothing was overwritten",
    "{path} 刚刚被别处修改过；没有覆盖任何内容",
)
_CHANGED_HINT = Bilingual("run okrctl checkin again: it goes on from there", "再运行一次 okrctl checkin，会接着往下问")
_ELSEWHERE = Bilingual(
    "you have open key results in {cycle}, too: okrctl checkin --cycle {cycle}",
    "你在 {cycle} 还有进行中的关键结果：okrctl checkin --cycle {cycle}",
)
_DRY = Bilingual("(dry run: nothing is written)", "（试运行：不写入文件）")


class AskRequest(NamedTuple):
    """What shall be asked about: one goal or all of one's open key results, for which week."""

    goal: str | None = None
    week: str | None = None
    dry_run: bool = False


def is_on_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_all(session: Session, request: AskRequest) -> None:
    """Ask, and write the note."""
    found = open_cycle(session, lambda frame: myself(session, frame, "checkin"))
    drafting = Drafting(found.opened.workspace, found.opened.root, session.language, found.opened.today)
    week = read_week(request.week, found.opened.today)
    key = NoteKey(found.cycle.id, week, found.owner or "")
    check_week(drafting, key)
    asked = _asked(drafting, found, key, request.goal)
    if not asked.topics and not asked.plans:
        raise OkrctlError(_NOTHING.format(cycle=key.cycle), _NOTHING_HINT)
    _CheckIn(session, drafting, key, asked, request.dry_run).run()
    _name_elsewhere(session, drafting, found, week)


def _asked(drafting: Drafting, found: OpenedCycle, key: NoteKey, goal: str | None) -> Agenda:
    whole = agenda(drafting, found.opened.graph, key.author, key.week, key.cycle)
    if goal is None:
        return whole
    target = target_of(drafting, key, goal)
    topics = tuple(topic for topic in whole.topics if topic.key == target.key)
    return whole._replace(topics=topics, plans=())


def _name_elsewhere(session: Session, drafting: Drafting, found: OpenedCycle, week: Week) -> None:
    """Goals of another cycle stand in notes of their own."""
    for cycle in drafting.workspace.overlapping(found.cycle.id):
        holds = cycle.start <= week.sunday and week.monday <= cycle.end
        if cycle.id != found.cycle.id and holds and open_key_results(drafting, found.owner or "", cycle.id, week):
            session.remark(_ELSEWHERE.format(cycle=cycle.id))


class _CheckIn:
    """One sitting: what was said so far, and the note as this sitting last saw it."""

    def __init__(self, session: Session, drafting: Drafting, key: NoteKey, asked: Agenda, dry_run: bool) -> None:
        self._session, self._drafting, self._key, self._agenda, self._dry_run = session, drafting, key, asked, dry_run
        self._terminal = Terminal(session.options.color, typer.getchar)
        self._interview = Interview(self._terminal, drafting, key)
        file = open_note(drafting, key)
        self._seen, self._path = file.before, shown(file.path, drafting.root)
        self._news: list[News] = []
        self._open = Answers()  # given, and not in the note yet

    def run(self) -> None:
        """Ask about everything; what is complete is in the note whatever happens next."""
        try:
            self._ask()
        except (KeyboardInterrupt, EOFError):
            self._terminal.say("")
            self._session.remark(_STOPPED.format(**self._count()) if self._news else _SILENT)
            self._say_unsaved()
            raise KeyboardInterrupt from None
        except OkrctlError:
            self._say_unsaved()
            raise
        if not self._news:
            self._session.remark(_SILENT)
        elif self._dry_run:
            self._session.result(diff((self._change(self._all_news()),), self._drafting.root))
        else:
            self._session.remark(_WROTE.format(**self._count()))

    def _ask(self) -> None:
        name = self._drafting.workspace.name_of(self._key.author)
        week = Bilingual(*(weeks_words(self._key.week, self._key.week, language) for language in LANGUAGES))
        self._terminal.say(self._say(_HEAD.format(name=name, week=week)), "bold")
        self._terminal.say(self._say(_HELP), "dim")
        if self._agenda.plans:
            self._terminal.say("")
            self._terminal.say(self._say(_PLANS), "bold")
            self._listen(self._interview.about_plans(self._agenda.plans))
        topics = self._still_to_ask()
        for number, topic in enumerate(topics, 1):
            self._show(topic, (number, len(topics)))
            self._listen(self._interview.about(topic))

    def _show(self, topic: Topic, number: tuple[int, int]) -> None:
        self._terminal.show(lambda width: draw_topic(topic, number, self._session.language, width))

    def _still_to_ask(self) -> tuple[Topic, ...]:
        """Those of which this week's note says nothing yet; where it speaks of all, all of them again."""
        topics = self._agenda.topics
        silent = tuple(topic for topic in topics if topic.already is None)
        if not silent or len(silent) == len(topics):
            return topics
        example = next(topic.open.address for topic in topics if topic.already is not None)
        again = _AGAIN.format(n=len(topics) - len(silent), m=len(topics), example=example)
        self._terminal.say("")
        self._terminal.say(self._say(again), "dim")
        return silent

    def _listen(self, answers: Iterator[Answers]) -> None:
        for self._open in answers:
            pass
        if self._open != Answers():
            self._keep(News((self._open.said,) if self._open.said else (), self._open.done))
        self._open = Answers()

    def _keep(self, news: News) -> None:
        """Put it into the note at once; refuse where somebody else has changed it since."""
        change = self._change(self._all_news(news) if self._dry_run else news)
        if change.before != self._seen:
            raise OkrctlError(_CHANGED.format(path=self._path), _CHANGED_HINT)
        if not self._dry_run:
            write((change,), self._drafting.root)
            self._seen = change.after
        self._news.append(news)

    def _change(self, news: News) -> Change:
        return noted(self._drafting, self._key, news)

    def _all_news(self, *more: News) -> News:
        every = (*self._news, *more)
        updates = tuple(said for news in every for said in news.updates)
        return News(updates, tuple(done for news in every for done in news.done))

    def _say_unsaved(self) -> None:
        """What was answered and is not in the note, as the command that writes it: nothing is typed in vain."""
        if self._open.said is not None:
            self._session.remark(_UNSAVED.format(command=command_for(self._open.said)))
        for reference in self._open.done:
            self._session.remark(_UNSAVED.format(command=shlex.join(("okrctl", "todo", "done", reference))))

    def _count(self) -> dict[str, object]:
        return {"path": self._path, "n": len(self._all_news().updates), "m": len(self._agenda.topics)}

    def _say(self, text: Bilingual) -> str:
        return text.say(self._session.language)


def command_for(said: Said) -> str:
    """The command that says the same."""
    words = ["okrctl", "checkin", said.kr]
    for option, number in (("--value", said.value), ("--percent", said.percent), ("--confidence", said.confidence)):
        words += [] if number is None else [f"{option}={number:.15g}"]
    words += [word for milestone in said.reached for word in ("--reached", milestone)]
    words += [] if said.status is None else ["--status", said.status]
    words += [] if said.progress is None else ["-m", said.progress]
    for risk in said.risks:
        words += ["--risk", risk.risk]
        words += ["--need", risk.need] if risk.need else []
        words += ["--from", ",".join(risk.from_)] if risk.from_ else []
    for step in said.next_steps:
        owner, due = (f" @{step.owner}" if step.owner else ""), (f" due {step.due}" if step.due else "")
        words += ["--next", f"{step.what}{owner}{due}"]
    return shlex.join(words)
