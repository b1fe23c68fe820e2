"""The cells of the tables of goals: what was wanted, what became of it, and what the owner says of it."""

from collections.abc import Callable
from typing import NamedTuple

from okrctl.progress import show
from okrctl.reports.labels import short_day
from okrctl.reports.retrospective.record import GoalResult
from okrctl.reports.templating import Markdown, escape
from okrctl.reports.weekly.phrases import Phrases

NOTHING = Markdown("—")


class Cells(NamedTuple):
    """Lays goals into cells."""

    phrases: Phrases

    def row(self, goal: GoalResult) -> Markdown:
        """One row of the table of goals: an objective in bold, a key result below it."""
        is_objective = goal.aim is None
        marks = [self.phrases.say("committed_mark")] if is_objective and goal.committed else []
        if goal.dropped_on:
            marks.append(self.phrases.say("dropped_on", day=short_day(goal.dropped_on, self.phrases.language)))
        name = goal.key.key_result or goal.key.objective
        title = f"**{escape(name)} {escape(goal.title)}**" if is_objective else f"{escape(name)} {escape(goal.title)}"
        said = goal.said
        columns = (
            Markdown("<br>".join([title, *marks])),
            NOTHING if goal.dropped_on else self.phrases.weight(goal.weight),
            self.target(goal),
            self.end(goal),
            self.completion(goal),
            self._word(said.difficulty, "difficulty_expected"),
            self._word(said.effort, "effort_expected"),
            self.score(goal),
            self.phrases.say(f"cause_{said.cause}") if said.cause else NOTHING,
        )
        return Markdown(" | ".join(map(escape, columns)))

    def target(self, goal: GoalResult) -> Markdown:
        """What a key result wants; an objective wants nothing in numbers."""
        say, aim = self.phrases.say, goal.aim
        if aim is None:
            return NOTHING
        if aim.kind == "plain":
            return Markdown(self.phrases.percent(1))
        if aim.target is not None and aim.start is not None:
            return self.from_start(goal, aim.target)
        low, high = (None if bound is None else self._amount(goal)(bound, aim.unit) for bound in aim.band)
        if low is not None and high is not None:
            return say("band", min=low, max=high)
        if low is not None:
            return say("band_min", min=low)
        if high is not None:
            return say("band_max", max=high)
        return say("all_milestones", n=aim.milestones) if aim.milestones else NOTHING

    def end(self, goal: GoalResult) -> Markdown:
        """The last value that was reported."""
        if goal.aim is None:
            return NOTHING
        if not goal.has_data:
            return self.phrases.say("no_data")
        if goal.aim.milestones:
            return self.phrases.say("milestones", n=goal.reached, m=goal.aim.milestones)
        if goal.aim.kind == "plain":
            return Markdown(self.phrases.percent(goal.progress))
        return NOTHING if goal.value is None else escape(self._amount(goal)(goal.value, goal.aim.unit))

    def completion(self, goal: GoalResult) -> Markdown:
        """As the owner wrote it, beside what the notes add up to where that is something else."""
        computed = self.phrases.percent(goal.progress)
        if goal.said.completion is None:
            return NOTHING if not goal.has_data and goal.aim else Markdown(computed)
        written = self.phrases.percent(goal.said.completion)
        if written == computed or not goal.has_data:
            return Markdown(written)
        return self.phrases.say("by_notes", share=written, computed=computed)

    def score(self, goal: GoalResult) -> Markdown:
        """The score, or that there is none; nobody misses that of a dropped goal."""
        if goal.score is None:
            return NOTHING if goal.dropped_on else self.phrases.say("not_scored")
        score = show.score(goal.score)
        return Markdown(f"**{score}**" if goal.aim is None else score)

    def from_start(self, goal: GoalResult, end: float) -> Markdown:
        """From where a key result began to `end`, in a unit said once; a sign such as % stands with every number."""
        if goal.aim is None or goal.aim.start is None:
            return NOTHING
        amount, unit = self._amount(goal), goal.aim.unit
        begun = amount(goal.aim.start, unit if unit in ("%", "‰") else "")
        return self.phrases.say("from_to", start=begun, end=amount(end, unit))

    def _amount(self, goal: GoalResult) -> Callable[[float, str], str]:
        """How the numbers of a key result are written: shortened, unless two that differ would then read alike."""
        aim = goal.aim
        if aim is None:
            return self.phrases.amount
        numbers = {number for number in (aim.start, aim.target, *aim.band, goal.value) if number is not None}
        shown = {self.phrases.amount(number, aim.unit) for number in numbers}
        return self.phrases.amount if len(shown) == len(numbers) else self.phrases.exact_amount

    def _word(self, word: str | None, expected: str) -> Markdown:
        if word is None:
            return NOTHING
        return self.phrases.say(expected if word == "expected" else word)
