"""The small phrases of a weekly report in one language: figures with their change, due dates, links, references."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from posixpath import relpath
from typing import NamedTuple

from okrctl.alignment.goals import GoalKey
from okrctl.language import Bilingual, Language
from okrctl.models.calendar import Week
from okrctl.progress import show
from okrctl.reports.labels import short_day, status_words
from okrctl.reports.templating import Markdown, escape, joined, link
from okrctl.reports.weekly.record import Entry, Evidence, GoalLine, Reached, Reference, Standing, Task, Who

_DOT = " · "
_LATIN_FIRST = re.compile(r"\**[A-Za-z0-9]").match
_LATIN_LAST = re.compile(r".*[A-Za-z0-9%]\**$", re.DOTALL).match


class Phrases(NamedTuple):
    """Says things in `language` with `words`; links to files are relative to `folder` of the workspace."""

    language: Language
    words: Mapping[str, Bilingual]
    folder: str

    def filters(self) -> Mapping[str, Callable[..., object]]:
        """What a template can use, by name."""
        return {
            "say": self.say,
            "names": self.names,
            "percent": self.percent,
            "day": lambda day: short_day(day, self.language),
            "figures": self.figures,
            "states": self.states,
            "evidence": self.evidence,
            "due_cell": self.due_cell,
            "todo": self.todo,
        }

    def say(self, key: str, **values: object) -> Markdown:
        """A label with its blanks filled in; what fills them is made harmless."""
        harmless = {name: escape(value) for name, value in values.items()}
        label = self.words[key].say(self.language)
        if self.language == "zh":
            harmless = {name: _spaced(label, name, text) for name, text in harmless.items()}
        return Markdown(label.format_map(harmless))

    def names(self, people: Iterable[Who]) -> Markdown:
        """Several people by name."""
        return joined((one.name for one in people), self.words["comma"].say(self.language))

    def week_numbers(self, weeks: Collection[Week]) -> str:
        """The numbers of several weeks."""
        numbers = self.words["comma"].say(self.language).join(str(week.number) for week in weeks)
        return f"第 {numbers} 周" if self.language == "zh" else f"week{'s' if len(weeks) > 1 else ''} {numbers}"

    def percent(self, fraction: float) -> str:
        """A fraction in percent, on one line."""
        return _unbroken(show.percent(fraction, self.language))

    def weight(self, number: float) -> str:
        """A weight in percent, on one line."""
        return _unbroken(show.weight(number, self.language))

    def amount(self, value: float, unit: str) -> str:
        """A value with its unit; a percent sign stays on its line."""
        return _unbroken(show.amount(value, unit, self.language))

    def exact_amount(self, value: float, unit: str) -> str:
        """A value in full with its unit; a percent sign stays on its line."""
        return _unbroken(show.exact_amount(value, unit, self.language))

    def change(self, now: float, before: float | None) -> Markdown:
        """How a fraction changed, in points, in brackets; nothing where there is nothing to compare with."""
        if before is None:
            return Markdown("")
        return self.say("change", change=show.points(now - before, self.language))

    def confidence(self, now: float | None, before: float | None) -> Markdown:
        """Confidence with its change; nothing where nobody said any."""
        if now is None:
            return Markdown("")
        moved = None if before is None else now - before
        return self.say("confidence", value=show.confidence(now), change=self._moved(moved, show.confidence))

    def figures(self, line: GoalLine) -> Markdown:
        """Value and progress of a key result with their change: 34.5 % (+1.2) of 40 % · 39 % (+13 points)."""
        standing = line.standing
        progress = f"**{self.percent(standing.progress)}**"
        with_change = f"{progress}{self.change(standing.progress, standing.progress_before)}"
        parts = (self._measured(line), self._aim(line) if standing.value is not None else "", with_change)
        return Markdown(_DOT.join(part for part in parts if part))

    def states(self, standing: Standing) -> Markdown:
        """Status, where the numbers say another, what it was before, and confidence with its change."""
        said_above = standing.is_unreported and standing.reached is None  # the figures begin with it
        status = Markdown("") if said_above and standing.dropped_on is None else self.status_of(standing)
        parts = [status, self.confidence(standing.confidence, standing.confidence_before)]
        return Markdown(_DOT.join(part for part in parts if part))

    def brief(self, entry: Entry) -> Markdown:
        """The figures that an entry itself gives: 7 contracts · 🟢 on track."""
        line, parts = entry.goal, list[str]()
        if entry.value is not None:
            parts.append(escape(self.amount(entry.value, line.unit if line else "")))
        if entry.percent is not None:
            parts.append(self.percent(entry.percent / 100))
        if entry.status:
            parts.append(self.status(entry.status))
        return Markdown(_DOT.join(parts))

    def status(self, status: str) -> str:
        """A status as sign and word."""
        return status_words(status, self.language)

    def status_of(self, standing: Standing) -> Markdown:
        """The reported status, what it was before, and what the numbers say; without a report only the latter.

        Where there are no numbers either, they say nothing.
        """
        if standing.dropped_on is not None:
            return self.say("dropped")
        if standing.is_unreported:
            return self.say("no_data")
        said, counted = standing.status, standing.computed_status
        if said is None:
            return Markdown(self.status(counted)) if counted else Markdown("")
        notes = []
        if standing.status_before not in (None, said):
            notes.append(self.say("was", status=self.status(str(standing.status_before))))
        if counted not in (None, said) and said in ("on_track", "at_risk", "off_track"):
            notes.append(self._counted(str(counted)))
        remark = self.say("change", change=Markdown(self.say("semicolon").join(notes)))
        return Markdown(f"{self.status(said)}{remark if notes else ''}")

    def _counted(self, status: str) -> Markdown:
        """What the numbers say; that a report has grown stale is no other status."""
        if status == "stale":
            return Markdown(show.status_words(status).say(self.language))
        return self.say("by_numbers", status=self.status(status))

    def reached(self, reached: Reached) -> Markdown:
        """A milestone that was reached, and when."""
        if reached.on is None:
            return self.say("reached", id=reached.id)
        return self.say("reached_on", id=reached.id, day=short_day(reached.on, self.language))

    def evidence(self, evidence: Evidence) -> Markdown:
        """Evidence as a link: a file by its name, an address of the web by its host."""
        if not evidence.target:
            return escape(evidence.label)
        if evidence.is_file:
            return link(f"📎 {evidence.label}", relative(evidence.target, self.folder))
        return link(f"🔗 {evidence.label.split('/')[2]}", evidence.target)

    def due(self, task: Task) -> Markdown:
        """When a to-do is due, or since when it is overdue."""
        if task.due is None:
            return Markdown("")
        return self.say("overdue" if task.overdue else "due", day=short_day(task.due, self.language))

    def due_cell(self, task: Task) -> Markdown:
        """The date of a to-do in a table of its own."""
        if task.due is None:
            return Markdown("—")
        day = short_day(task.due, self.language)
        return self.say("overdue_day", day=day) if task.overdue else Markdown(day)

    def todo(self, task: Task, writer: str = "") -> Markdown:
        """A to-do with its owner, unless that is `writer`, and its date: Ship it (Bob, due 27 Feb)."""
        owners = "" if [one.handle for one in task.owners] == [writer] else self.names(task.owners)
        sign = "☑ " if task.done and writer else ""
        notes = [part for part in (owners, "" if task.done else self.due(task)) if part]
        text = escape(task.text)
        if not notes:
            return Markdown(f"{sign}{text}")
        who = Markdown(self.say("clause").join(notes))
        return Markdown(f"{sign}{self.say('by_whom', what=text, who=who)}")

    def support(self, need: str, from_: tuple[Who, ...]) -> Markdown:
        """What a risk asks for, and of whom."""
        if not need:
            return self.say("asks_from", who=self.names(from_)) if from_ else Markdown("")
        return self.say("from", who=self.names(from_), need=need) if from_ else self.say("asks", need=need)

    def references(self, references: Iterable[Reference], row: GoalKey) -> Iterator[Markdown]:
        """Where entries stand in full, seen from another row: see KR1, see O2/KR1."""
        by_row: dict[GoalKey, list[Who]] = {}
        for reference in references:
            by_row.setdefault(reference.row, []).append(reference.who)
        for there, people in by_row.items():
            inside = there.key_result if there.of_objective == row.of_objective else ""
            where = inside or "/".join(part for part in (there.objective, there.key_result) if part)
            yield self.say("see", who=self.names(people), where=where)

    def _measured(self, line: GoalLine) -> Markdown:
        standing = line.standing
        if standing.reached is not None:
            return self.say("milestones", n=standing.reached[0], m=standing.reached[1])
        if not standing.has_data:
            return self.say("no_data")
        if standing.value is None:
            return Markdown("")
        value = escape(self.amount(standing.value, line.unit))
        moved = None if standing.value_before is None else standing.value - standing.value_before
        change = self._moved(moved, lambda number: show.amount(number, None, self.language))
        return Markdown(f"**{value}**{change}")

    def _aim(self, line: GoalLine) -> Markdown:
        low, high = (None if bound is None else self.amount(bound, line.unit) for bound in line.band)
        if line.target is not None:
            return self.say("of_target", target=self.amount(line.target, line.unit))
        if low is not None and high is not None:
            return self.say("band", min=low, max=high)
        if low is not None:
            return self.say("band_min", min=low)
        return self.say("band_max", max=high) if high is not None else Markdown("")

    def _moved(self, change: float | None, shown: Callable[[float], str]) -> Markdown:
        """A change of a number with its sign, in brackets; nothing where it did not move."""
        number = shown(abs(change)) if change else "0"
        if not change or number == "0":
            return Markdown("")
        minus = "−" if self.language == "en" else "-"
        return self.say("change", change=f"{'+' if change > 0 else minus}{number}")


def relative(path: str, folder: str) -> str:
    """A path of the workspace seen from one of its folders; both may lead out of it with `..`."""
    if path.startswith("../"):
        return "../" * len([part for part in folder.split("/") if part]) + path
    return relpath(f"/{path}", f"/{folder}")


def _unbroken(text: str) -> str:
    return text.replace(" %", "\u00a0%")


def _spaced(label: str, name: str, text: Markdown) -> Markdown:
    """A value as Chinese typesetting has it: a space where Latin letters or digits meet a Chinese label."""
    before, _, after = label.partition(f"{{{name}}}")
    left = " " if _LATIN_FIRST(text) and show.is_han(before[-1:]) else ""
    right = " " if _LATIN_LAST(text) and show.is_han(after[:1]) else ""
    return Markdown(f"{left}{text}{right}")
