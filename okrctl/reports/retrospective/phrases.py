"""What a retrospective says in one language, line by line and cell by cell."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey
from okrctl.models.retro import Cause
from okrctl.progress import show
from okrctl.reports.labels import short_day, status_words
from okrctl.reports.retrospective.cells import NOTHING, Cells
from okrctl.reports.retrospective.chart import chart, spark
from okrctl.reports.retrospective.record import (
    CauseGroup,
    GoalResult,
    Judgement,
    Moved,
    ObjectiveResult,
    Question,
    Retrospective,
    RhythmWeek,
)
from okrctl.reports.templating import Markdown, escape
from okrctl.reports.weekly.phrases import Phrases
from okrctl.reports.weekly.record import Who

_DOT = " · "
_DRAWN = frozenset(("measure", "start", "target", "unit", "band", "milestones", "checkpoints", "due"))  # in a plan
_WEEKS_A_ROW = 14  # a quarter; more would be wider than a page


class Sentences(NamedTuple):
    """Says things with `phrases`; goals of `owner` go without the owner's name."""

    phrases: Phrases
    owner: str

    @property
    def cells(self) -> Cells:
        """What lays goals into cells."""
        return Cells(self.phrases)

    def filters(self) -> Mapping[str, Callable[..., object]]:
        """What a template can use, by name."""
        return {
            "say": self.phrases.say,
            "names": self.phrases.names,
            "day": lambda day: short_day(day, self.phrases.language),
            "head": self.head,
            "cells": self.cells.row,
            "named": self.named,
            "goal": self.goal,
            "trajectory": self.trajectory,
            "chart": lambda goal: Markdown(chart(goal, self.phrases.language)),
            "charted": charted,
            "replanned": self.replanned,
            "move": self.move,
            "rhythm": self.rhythm,
            "rows": rows,
            "week_cell": self.week_cell,
            "counts": self.counts,
            "cause": self.cause,
            "reason": self.reason,
            "missed": self.missed,
            "judged": self.judged,
            "judged_each": self.judged_each,
            "explained": self.explained,
            "ask": self.ask,
            "next_cells": self.next_cells,
        }

    def head(self, retro: Retrospective) -> Markdown:
        """The days of the cycle, how much of it these figures know, progress and mean score."""
        say, language = self.phrases.say, self.phrases.language
        cycle = retro.cycle
        until = _full_day(cycle.end, language)
        parts = [say("over", since=self._since(cycle.start, cycle.end), until=until)]
        if not retro.is_over:
            parts.append(say("running", until=short_day(cycle.end, language), day=short_day(retro.day, language)))
        if retro.has_sheet:
            parts.append(say("progress", share=self.phrases.percent(retro.progress)))
        if retro.score is not None:
            parts.append(say("mean_score", score=show.score(retro.score)))
        return Markdown(_DOT.join(parts))

    def named(self, goal: GoalResult) -> Markdown:
        """A goal by its id and title; of somebody else's sheet also whose."""
        whose = self._whose(goal.sheet_owner, goal.key)
        return Markdown(f"{whose}{escape(_ids(goal.key))} {escape(goal.title)}")

    def goal(self, goal: GoalResult) -> Markdown:
        """A goal with its score, where it has one; one that was missed without a score says so."""
        if goal.score is not None:
            return self.phrases.say("by_whom", what=self.named(goal), who=show.score(goal.score))
        if goal.is_missed:
            return self.phrases.say("by_whom", what=self.named(goal), who=self._unscored(goal))
        return self.named(goal)

    def trajectory(self, goal: GoalResult) -> Markdown:
        """How a key result came along: small bars, from where to where, and what was said of it last."""
        say = self.phrases.say
        parts = [f"**{escape(goal.key.key_result)}** {escape(goal.title)}"]
        if goal.dropped_on:
            parts.append(say("dropped_on", day=short_day(goal.dropped_on, self.phrases.language)))
        if not goal.has_data:
            return Markdown(_DOT.join([*parts, say("never_reported")]))
        parts += [f"`{spark(goal.way)}`", self._course(goal)]
        if goal.status:
            parts.append(say("reported_last", status=status_words(goal.status, self.phrases.language)))
        if goal.computed_status and goal.status != "done" and goal.computed_status not in (goal.status, "stale"):
            parts.append(say("by_numbers", status=status_words(goal.computed_status, self.phrases.language)))
        return Markdown(_DOT.join(parts))

    def move(self, moved: Moved) -> Markdown:
        """One row of the table of goals that moved."""
        say, language = self.phrases.say, self.phrases.language
        whose = self._whose(moved.owner, moved.goal)
        commit = Markdown(f"`{moved.sha}`") if moved.sha else say("uncommitted" if moved.is_uncommitted else "by_sheet")
        columns = (
            short_day(moved.on, language) if moved.on else NOTHING,
            Markdown(f"{whose}{escape(_ids(moved.goal))} {escape(moved.title)}"),
            moved.what.say(language),
            self._change(moved),
            moved.by or NOTHING,
            commit,
            moved.because or say("no_reason"),
        )
        return Markdown(" | ".join(map(escape, columns)))

    def replanned(self, goal: GoalResult, moves: Sequence[Moved]) -> Markdown:
        """What of a goal's plan moved, for a chart that draws only the last one; empty where nothing did."""
        say, language = self.phrases.say, self.phrases.language
        told: list[Markdown] = []
        for moved in moves:
            if moved.goal == goal.key and moved.field in _DRAWN:
                what = Markdown(f"{escape(_capital(moved.what.say(language), not told))} {self._change(moved)}")
                told.append(say("moved_on", what=what, day=short_day(moved.on, language)) if moved.on else what)
        return say("replanned", moves=Markdown(say("semicolon").join(told))) if told else Markdown("")

    def rhythm(self, weeks: tuple[RhythmWeek, ...]) -> Markdown:
        """Notes in of notes due over the whole cycle."""
        came, due = sum(week.notes_in for week in weeks), sum(week.notes_due for week in weeks)
        if due == 0:
            return self.phrases.say("no_notes")
        return self.phrases.say("notes", n=came, m=due, share=self.phrases.percent(came / due))

    def week_cell(self, week: RhythmWeek) -> Markdown:
        """Notes in of notes due in one check-in period."""
        if week.holiday:
            return self.phrases.say("holiday")
        return Markdown(f"{week.notes_in}/{week.notes_due}") if week.notes_due else NOTHING

    def counts(self, groups: tuple[CauseGroup, ...]) -> Markdown:
        """How often each main cause was named."""
        return Markdown(
            _DOT.join(self.phrases.say("count", cause=self.cause(each.cause), n=len(each.goals)) for each in groups)
        )

    def cause(self, cause: Cause | None) -> Markdown:
        """A main cause in words."""
        return self.phrases.say(f"cause_{cause}" if cause else "no_cause")

    def reason(self, goal: GoalResult) -> Markdown:
        """A goal with its score, and why it ended there."""
        return self._explained(self.goal(goal), goal.said.because)

    def missed(self, goal: GoalResult) -> Markdown:
        """A committed goal that was not met, with its main cause or that there is none."""
        return self._explained(self.goal(goal), self.cause(goal.said.cause))

    def judged(self, judgement: Judgement) -> Markdown:
        """What the mean says about the goals, and what speaks for it."""
        say = self.phrases.say
        words = show.verdict_words(judgement.verdict).say(self.phrases.language)
        line = say("judged", score=show.score(judgement.mean), verdict=words, reason=say(judgement.verdict))
        counts = {name: getattr(judgement, name) for name in ("harder", "expected", "easier")}
        if not any(counts.values()):
            return line
        gap = " " if self.phrases.language == "en" else ""
        return Markdown(f"{line}{gap}{say('counted', **counts)}")

    def judged_each(self, judgement: Judgement) -> tuple[Markdown, ...]:
        """Each aspirational objective with its score and what that says."""
        language = self.phrases.language
        return tuple(
            self.phrases.say(
                "judged_one",
                goal=self.named(goal),
                score=show.score(goal.score or 0),
                verdict=show.verdict_words(verdict).say(language),
            )
            for goal, verdict in judgement.each
        )

    def explained(self, goal: GoalResult) -> Markdown:
        """What the owner says of a goal of his sheet, and the manager's answer."""
        title = Markdown(f"{escape(_ids(goal.key))} {escape(goal.title)}")
        if goal.score is not None:
            title = self.phrases.say("by_whom", what=title, who=show.score(goal.score))
        said = self._explained(title, goal.said.because)
        if not goal.said.reply:
            return said
        return Markdown(f"{said}<br>↳ *{self.phrases.say('reply', reply=goal.said.reply)}*")

    def ask(self, question: Question) -> Markdown:
        """A question in words."""
        return self.phrases.say(f"ask_{question.kind}")

    def next_cells(self, goal: GoalResult) -> Markdown:
        """One row of the table of what becomes of each goal."""
        following = self.phrases.say(goal.said.next) if goal.said.next else self.phrases.say("undecided")
        return Markdown(
            " | ".join(map(escape, (self.named(goal), self.cells.completion(goal), self.cells.score(goal), following)))
        )

    def _change(self, moved: Moved) -> Markdown:
        """From where to where something moved."""
        ends = [one.say(self.phrases.language) if one else "" for one in (moved.before, moved.after)]
        return Markdown(" → ".join(escape(end) if end else NOTHING for end in ends)) if any(ends) else NOTHING

    def _explained(self, goal: Markdown, why: str) -> Markdown:
        return Markdown(f"{goal}{self.phrases.say('colon')}{escape(why)}") if why else goal

    def _unscored(self, goal: GoalResult) -> Markdown:
        """That there is no score, and how far the goal came instead."""
        say = self.phrases.say
        if not goal.has_data and goal.said.completion is None:
            return Markdown(say("clause").join([say("not_scored"), say("no_data")]))
        return say("not_scored_at", share=self.phrases.percent(goal.completion))

    def _whose(self, owner: Who, key: GoalKey) -> str:
        """The name before a goal that stands on somebody else's sheet."""
        return f"{escape(owner.name)} " if key.owner != self.owner else ""

    def _since(self, start: date, end: date) -> str:
        """The first day of the cycle; in English without the year where the last has the same."""
        language = self.phrases.language
        return short_day(start, language) if language == "en" and start.year == end.year else _full_day(start, language)

    def _course(self, goal: GoalResult) -> Markdown:
        say, aim = self.phrases.say, goal.aim
        if aim is not None and aim.kind == "keep":
            return say("inside", share=self.phrases.percent(goal.progress))
        if aim is not None and aim.milestones:
            return Markdown(f"🏁 {say('milestones', n=goal.reached, m=aim.milestones)}")
        if aim is None or aim.start is None or goal.value is None:
            return say("of_the_way", share=self.phrases.percent(goal.progress))
        return self.cells.from_start(goal, goal.value)


def _ids(key: GoalKey) -> str:
    """The ids of a goal on its sheet: O1/KR2, or O1."""
    return "/".join(part for part in (key.objective, key.key_result) if part)


def _capital(words: str, first: bool) -> str:
    return f"{words[:1].upper()}{words[1:]}" if first else words


def charted(objective: ObjectiveResult) -> tuple[GoalResult, ...]:
    """The key results of an objective that have a way to draw."""
    return tuple(goal for goal in objective.key_results if chart(goal, "en"))


def rows(weeks: tuple[RhythmWeek, ...]) -> tuple[tuple[RhythmWeek, ...], ...]:
    """The weeks in rows of a table that fits a page."""
    return tuple(weeks[start : start + _WEEKS_A_ROW] for start in range(0, len(weeks), _WEEKS_A_ROW))


def _full_day(day: date, language: str) -> str:
    if language == "zh":
        return f"{day.year} 年 {short_day(day, 'zh')}"
    return f"{short_day(day, 'en')} {day.year}"
