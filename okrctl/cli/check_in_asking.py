"""`okrctl checkin` on a terminal: one key result after the other, each in the note before the next is asked about."""

from collections.abc import Iterator

import typer

from okrctl.alignment.graph import Graph
from okrctl.cli.interview import Answers, Interview
from okrctl.cli.note_session import Asked, author_of, drafting_for, week_of
from okrctl.cli.opened import open_cycle
from okrctl.cli.rescue import Rescue
from okrctl.cli.session import Session
from okrctl.console.asking import Terminal
from okrctl.console.topic import draw_topic
from okrctl.editing.agenda import Agenda, Topic, agenda
from okrctl.editing.change import Change, diff, shown, write
from okrctl.editing.known import open_key_results
from okrctl.editing.note_edit import noted, refuse_uneditable
from okrctl.editing.note_file import open_note
from okrctl.editing.said import News
from okrctl.editing.targets import check_week, has_week, target_of
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Bilingual
from okrctl.models.ids import parse_address
from okrctl.reports.labels import weeks_words
from okrctl.workspace.index import NoteKey

_HEAD = Bilingual("Check-in of {name}, {week}", "进展更新：{name} · {week}")
_HELP = Bilingual(
    "Enter skips a question, two Enters a key result; a single . in place of words goes on to status and confidence. "
    "Ctrl-C stops: what is answered completely stays.",
    "直接回车跳过一个问题，连按两次回车跳过一条关键结果；只想更新状态和信心指数，关键进展处输入一个句点即可。"
    "Ctrl-C 结束，已答完的会保留。",
)
_PLANS = Bilingual("Last week's plan", "上周计划")
_AGAIN = Bilingual(
    "{n} of {m} are in this week's note already; these are the others. To change one: {command}",
    "本周已记录 {n}/{m} 条，下面只问其余的；要改某一条：{command}",
)
_NOTHING = Bilingual(
    "{name} has no open key results in cycle {cycle}", "周期 {cycle} 里没有{name}负责的、还在进行的关键结果"
)
_NOTHING_HINT = Bilingual(
    "write goals with okrctl new okr, or name another cycle: --cycle",
    "请用 okrctl new okr 写目标，或用 --cycle 换一个周期",
)
_SILENT = Bilingual("nothing was said, nothing was written", "没有填写任何内容，未写入文件")
_WROTE = Bilingual("{path}: {n} of {m} key results", "{path}：已记录 {n}/{m} 条关键结果")
_STOPPED = Bilingual(
    "stopped; {path} has what was complete ({n} of {m} key results); {command} goes on with the others",
    "已停止；已答完的 {n}/{m} 条保存在 {path}，再运行 {command} 可继续",
)
_UNSAVED = Bilingual("not yet written; to write it: {command}", "还没有写入；要写入请运行：{command}")
_CHANGED = Bilingual(
    "{path} was changed by somebody else meanwhile; nothing was overwritten",
    "{path} 刚刚被别处修改过；没有覆盖任何内容",
)
_CHANGED_HINT = Bilingual("run {command} again: it goes on from there", "再运行一次 {command}，会接着往下问")
_ELSEWHERE = Bilingual(
    "There are open key results in {cycle}, too: y go on with them, Enter stop:",
    "{cycle} 里还有进行中的关键结果：y 接着填，回车结束：",
)
_LATER = Bilingual("later: {command}", "以后再填：{command}")
_DRY = Bilingual("stopped; this was a dry run, nothing was written", "已停止；这是试运行，未写入文件")


def ask_all(session: Session, request: Asked, dry_run: bool) -> None:
    """Ask about one goal, or all open key results of a person, and write the note."""
    address = parse_address(request.goal) if request.goal else None
    session.prefer_cycle(address.cycle if address else None)
    found = open_cycle(session, lambda frame: author_of(session, frame, request))
    drafting = drafting_for(session, found.opened)
    week = week_of(session, request.week, drafting.today)
    key = NoteKey(found.cycle.id, week, found.owner or "")
    check_week(drafting, key)
    rescue = Rescue(session, drafting, key, request)
    asked = _asked(rescue, found.opened.graph)
    if not asked.topics and not asked.plans:
        name = drafting.workspace.name_of(key.author)
        raise OkrctlError(_NOTHING.format(name=name, cycle=key.cycle), _NOTHING_HINT)
    terminal = Terminal(session.options.color, typer.getchar)
    _CheckIn(rescue, terminal, asked, dry_run).run()
    if request.goal is None:
        _go_on(rescue, terminal, found.opened.graph, dry_run)


def _asked(rescue: Rescue, graph: Graph) -> Agenda:
    drafting, key = rescue.drafting, rescue.note
    whole = agenda(drafting, graph, key.author, key.week, key.cycle)
    if rescue.asked.goal is None:
        return whole
    target = target_of(drafting, key, rescue.asked.goal)
    topics = tuple(topic for topic in whole.topics if topic.key == target.key)
    return whole._replace(topics=topics, plans=())


def _go_on(rescue: Rescue, terminal: Terminal, graph: Graph, dry_run: bool) -> None:
    """Goals of another cycle stand in notes of their own: ask about those, too, where somebody wants it."""
    drafting, done = rescue.drafting, rescue.note
    for cycle in drafting.workspace.overlapping(done.cycle):
        key = done._replace(cycle=cycle.id)
        if key == done or cycle.state == "closed" or not has_week(cycle, key.week):
            continue
        if not open_key_results(drafting, key.author, cycle.id, key.week):
            continue
        terminal.say("")
        question = _ELSEWHERE.format(cycle=cycle.title or cycle.id).say(rescue.session.language)
        there = rescue._replace(note=key)
        if terminal.press(question, {"y": "y", "是": "y"}):
            _CheckIn(there, terminal, _asked(there, graph), dry_run).run()
        else:
            rescue.session.remark(_LATER.format(command=there.again("checkin")))


class _CheckIn:
    """One sitting: what was said so far, and the note as this sitting last saw it."""

    def __init__(self, rescue: Rescue, terminal: Terminal, asked: Agenda, dry_run: bool) -> None:
        self._rescue, self._terminal, self._agenda, self._dry_run = rescue, terminal, asked, dry_run
        self._session, self._drafting, self._key = rescue.session, rescue.drafting, rescue.note
        self._interview = Interview(self._terminal, self._drafting, self._key)
        file = open_note(self._drafting, self._key)
        if file.before is not None:
            refuse_uneditable(self._drafting, self._key, [topic.open.address for topic in asked.topics])
        self._seen, self._path = file.before, shown(file.path, self._drafting.root)
        self._news: list[News] = []
        self._open = Answers()  # given, and not in the note yet

    def run(self) -> None:
        """Ask about everything; what is complete is in the note whatever happens next."""
        try:
            self._ask()
        except (KeyboardInterrupt, EOFError):
            self._terminal.say("")
            self._say_stopped()
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
        self._terminal.take_pasted()
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
        command = self._rescue.again("checkin", example)
        again = _AGAIN.format(n=len(topics) - len(silent), m=len(topics), command=command)
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
            hint = _CHANGED_HINT.format(command=self._rescue.again("checkin"))
            raise OkrctlError(_CHANGED.format(path=self._path), hint)
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

    def _say_stopped(self) -> None:
        command = self._rescue.again("checkin")
        if self._news and not self._dry_run:
            self._session.remark(_STOPPED.format(**self._count(), command=command))
        elif self._dry_run:
            self._session.remark(_DRY)
        elif self._open == Answers():
            self._session.remark(_SILENT)
        self._say_unsaved()

    def _say_unsaved(self) -> None:
        """What was answered and is not in the note, as the command that writes it: nothing is typed in vain."""
        if self._open.said is not None:
            self._session.remark(_UNSAVED.format(command=self._rescue.check_in(self._open.said)))
        if self._open.done:
            self._session.remark(_UNSAVED.format(command=self._rescue.again("todo", "done", *self._open.done)))

    def _count(self) -> dict[str, object]:
        """The note, and how many of the key results asked about it speaks of by now."""
        already = {topic.open.address for topic in self._agenda.topics if topic.already is not None}
        said = already | {said.kr for said in self._all_news().updates}
        return {"path": self._path, "n": len(said), "m": len(self._agenda.topics)}

    def _say(self, text: Bilingual) -> str:
        return text.say(self._session.language)
