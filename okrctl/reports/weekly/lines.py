"""The lines of a weekly report that are no table: headings, needs, goals that moved, highlights."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from okrctl.progress import show
from okrctl.reports.labels import short_day
from okrctl.reports.templating import Markdown, escape
from okrctl.reports.weekly.phrases import Phrases
from okrctl.reports.weekly.record import Absentee, GoalLine, Highlight, Move, NewObjective, Task

_DOT = " · "


@dataclass(frozen=True)
class Lines:
    """Says whole lines; `merged` reports of several weeks name the weeks in which a note is missing."""

    phrases: Phrases
    merged: bool

    def filters(self) -> Mapping[str, Callable[..., object]]:
        """What a template can use, by name."""
        return {
            "heading": self.heading,
            "need": self.need,
            "move": self.move,
            "highlight": self.highlight,
            "absentees": self.absentees,
            "silent": self.silent,
            "new": self.new,
        }

    def heading(self, line: GoalLine) -> Markdown:
        """An objective: committed or not, weight, progress with its change, status."""
        standing, say = line.standing, self.phrases.say
        share = show.percent(standing.progress, self.phrases.language)
        parts = [
            say("heading", id=line.key.objective, title=line.title),
            say("committed_mark") if line.committed else "",
            say("weight", share=show.weight(standing.weight, self.phrases.language))
            if standing.dropped_on is None
            else "",
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

    def absentees(self, missing: tuple[Absentee, ...]) -> Markdown:
        """Whose notes are missing."""
        comma = self.phrases.words["comma"].say(self.phrases.language)
        if not self.merged:
            return self.phrases.names(one.who for one in missing)
        weeks = self.phrases.week_numbers
        return Markdown(
            comma.join(self.phrases.say("by_whom", what=one.who.name, who=weeks(one.weeks)) for one in missing)
        )

    def silent(self, line: GoalLine) -> Markdown:
        """A key result of which nobody spoke, with who is responsible."""
        name = f"{line.key.objective}/{line.key.key_result}"
        return Markdown(f"{escape(name)} {self.phrases.say('by_whom', what=line.title, who=line.owner.name)}")

    def new(self, objective: NewObjective) -> Markdown:
        """An objective that is new."""
        return Markdown(f"{self.phrases.say('new_objective')}{self.phrases.say('colon')}{escape(objective.title)}")
