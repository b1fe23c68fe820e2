"""The lines of a weekly report that are no table: headings, needs, goals that moved, highlights."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from okrctl.reports.labels import short_day, weeks_words
from okrctl.reports.templating import Markdown, escape
from okrctl.reports.weekly.phrases import Phrases
from okrctl.reports.weekly.record import (
    Absentee,
    Attendance,
    GoalLine,
    Highlight,
    Move,
    NewObjective,
    Task,
    WeeklyReport,
)

_DOT = " · "


class Lines(NamedTuple):
    """Says whole lines; `merged` reports of several weeks name the weeks in which somebody has no note."""

    phrases: Phrases
    merged: bool

    def filters(self) -> Mapping[str, Callable[..., object]]:
        """What a template can use, by name."""
        return {
            "position": self.position,
            "plan": self.plan,
            "todos": self.todos,
            "what": self.what,
            "responsible": self.responsible,
            "heading": self.heading,
            "need": self.need,
            "move": self.move,
            "highlight": self.highlight,
            "silent": self.silent,
            "new": self.new,
        }

    def position(self, report: WeeklyReport) -> Markdown:
        """Weeks, progress, confidence, and the notes that are in and missing."""
        say, language = self.phrases.say, self.phrases.language
        parts: list[str] = [weeks_words(report.weeks[0], report.weeks[-1], language)]
        if at := report.position:
            change = self.phrases.change(at.progress, at.progress_before)
            parts.append(say("progress", share=self.phrases.percent(at.progress), change=change))
            parts.append(say("expected", share=self.phrases.percent(at.expected)))
            parts.append(self.phrases.confidence(at.confidence, at.confidence_before))
        else:
            parts.append(say("no_sheet"))
        parts += self._notes(report.attendance)
        return Markdown(_DOT.join(part for part in parts if part))

    def plan(self, report: WeeklyReport) -> Markdown:
        """How much of the last plan was done."""
        say, last = self.phrases.say, self.phrases.say("last")
        if not report.plan:
            return say("plan_none", last=last)
        return say("plan", last=last, n=len(report.plan_closed), m=len(report.plan))

    def todos(self, tasks: Iterable[Task]) -> Markdown:
        """Several to-dos in one line."""
        return Markdown(_DOT.join(map(self.phrases.todo, tasks)))

    def what(self, task: Task) -> Markdown:
        """A to-do in a table: of support also who asked for it."""
        if not task.is_need:
            return escape(task.text)
        return self.phrases.say("support_asked", what=task.text, who=task.asked_by.name)

    def responsible(self, task: Task) -> Markdown:
        """Who does it."""
        return self.phrases.names(task.owners) or self.phrases.say("nobody")

    def heading(self, line: GoalLine) -> Markdown:
        """An objective: committed or not, weight, progress with its change, status."""
        standing, say = line.standing, self.phrases.say
        share = self.phrases.percent(standing.progress)
        parts = [
            say("heading", id=line.key.objective, title=line.title),
            say("committed_mark") if line.committed else "",
            say("weight", share=self.phrases.weight(standing.weight)) if standing.dropped_on is None else "",
            say("progress", share=share, change=self.phrases.change(standing.progress, standing.progress_before)),
            self.phrases.status_of(standing),
        ]
        return Markdown(_DOT.join(part for part in parts if part))

    def need(self, task: Task) -> Markdown:
        """Who needs what of whom, what for, and since when when it is no news."""
        say = self.phrases.say
        who, need = task.asked_by.name, task.text or task.risk
        names = self.phrases.names(task.owners)
        line = say("need", by=who, who=names, need=need) if task.owners else say("need_open", by=who, need=need)
        if task.text and task.risk:
            line = say("by_whom", what=line, who=task.risk)
        return line if task.is_new else Markdown(f"{line}{_DOT}{say('since', week=task.week.number)}")

    def move(self, move: Move) -> Markdown:
        """A goal that was changed or dropped, when, whose, and why."""
        say, language = self.phrases.say, self.phrases.language
        what = say("dropped_word" if move.dropped else "changed_word")
        name = "/".join(part for part in (move.goal.objective, move.goal.key_result) if part)
        return say(
            "move", day=short_day(move.on, language), who=move.owner.name, id=name, title=move.title, what=what,
            because=move.because,
        )  # fmt: skip

    def highlight(self, highlight: Highlight) -> Markdown:
        """A milestone or key result that was reached, by whom."""
        say = self.phrases.say
        if highlight.reached is None:
            return say("highlight_done", who=highlight.who.name, title=highlight.title)
        milestone = highlight.reached.title or highlight.reached.id
        return say("highlight", who=highlight.who.name, milestone=milestone, title=highlight.title)

    def _notes(self, attendance: Attendance) -> Iterator[Markdown]:
        say = self.phrases.say
        if attendance.holiday:
            yield say("holiday")
            return
        yield say("notes", n=attendance.notes_in, m=attendance.notes_due)
        if attendance.unreadable:
            yield say("unreadable", who=self._absentees(attendance.unreadable))
        if attendance.missing:
            yield say("missing", who=self._absentees(attendance.missing))
        if attendance.away:
            yield say("away", who=self._absentees(attendance.away))

    def _absentees(self, absent: tuple[Absentee, ...]) -> Markdown:
        comma = self.phrases.words["comma"].say(self.phrases.language)
        if not self.merged:
            return self.phrases.names(one.who for one in absent)
        weeks = self.phrases.week_numbers
        return Markdown(
            comma.join(self.phrases.say("by_whom", what=one.who.name, who=weeks(one.weeks)) for one in absent)
        )

    def silent(self, lines: Iterable[GoalLine]) -> Markdown:
        """The key results of which nobody spoke, with who is responsible."""
        named = ((f"{one.key.objective}/{one.key.key_result} {one.title}", one.owner.name) for one in lines)
        parts = (self.phrases.say("by_whom", what=what, who=who) for what, who in named)
        return Markdown(self.phrases.say("semicolon").join(parts))

    def new(self, objective: NewObjective) -> Markdown:
        """An objective that is new."""
        return Markdown(f"{self.phrases.say('new_objective')}{self.phrases.say('colon')}{escape(objective.title)}")
