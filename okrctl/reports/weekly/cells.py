"""The cells of a weekly report's tables: each entry led by the name of who said it."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from okrctl.reports.templating import Markdown, escape
from okrctl.reports.weekly.phrases import Phrases
from okrctl.reports.weekly.record import Entry, Hindrance, Row

_BREAK = "<br>"
NOTHING = Markdown("—")


class Cells(NamedTuple):
    """Lays entries into cells; `merged` reports of several weeks name the week of each entry."""

    phrases: Phrases
    merged: bool

    def filters(self) -> Mapping[str, Callable[..., object]]:
        """What a template can use, by name."""
        return {
            "whole": self.whole,
            "row_goal": self.row_goal,
            "item_said": self.item_said,
            "item_risks": lambda entry: self.risks(entry) or NOTHING,
            "item_next": lambda entry: self.next(entry) or NOTHING,
            "row_said": self.row_said,
            "row_risks": lambda row: self._column(row.entries, self.risks),
            "row_next": lambda row: self._column(row.entries, self.next),
        }

    def row_said(self, row: Row) -> Markdown:
        """What was said on a row: entries, references to other rows, else that nothing was."""
        parts = [*map(self.said, row.entries)]
        parts += self.phrases.references(row.references, row.goal.key)
        if not parts and row.goal.standing.dropped_on is None:
            parts = [self.phrases.say("see_deeper" if row.deeper else "none")]
        return _stacked(parts) or NOTHING

    def row_goal(self, row: Row) -> Markdown:
        """The key result itself: what it says, its figures, its status."""
        goal = row.goal
        title = Markdown(f"**{escape(goal.key.key_result)}** {escape(goal.title)}")
        return _stacked([title, self.phrases.figures(goal), self.phrases.states(goal.standing)])

    def whole(self, entry: Entry) -> Markdown:
        """Everything about an entry that stands in no table."""
        parts = [self.said(entry)]
        for key, text in (("risks", self.risks(entry)), ("next", self.next(entry))):
            if text:
                parts.append(Markdown(f"{self.phrases.say(key)}{self.phrases.say('colon')}{text}"))
        return _stacked(parts)

    def said(self, entry: Entry) -> Markdown:
        """Name, what it is about, progress, milestones, evidence."""
        brief = self.phrases.brief(entry)
        if entry.is_own:
            head = self._lead(entry, escape(entry.progress) if entry.progress else brief)
            body = Markdown("")
        else:
            title = escape(entry.goal.title if entry.goal else entry.title)
            about = Markdown(f"*{title}*{self.phrases.say('colon')}{brief}" if brief else f"*{title}*")
            head, body = self._lead(entry, about), escape(entry.progress)
        reached = [self._reached(entry, number) for number in range(len(entry.reached))]
        evidence = Markdown(" ".join(map(self.phrases.evidence, entry.evidence)))
        return _stacked([head, body, *reached, evidence])

    def item_said(self, entry: Entry) -> Markdown:
        """What was said about a topic whose title stands in the first column."""
        return self.said(entry._replace(is_own=True))

    def risks(self, entry: Entry) -> Markdown:
        """Name, risks, and the support they ask for."""
        return self._lead(entry, _stacked(map(self._risk, entry.risks))) if entry.risks else Markdown("")

    def next(self, entry: Entry) -> Markdown:
        """Name and next steps, with owner where it is somebody else, and date."""
        steps = [self.phrases.todo(task, entry.who.handle) for task in entry.next]
        return self._lead(entry, _stacked(steps)) if steps else Markdown("")

    def _risk(self, one: Hindrance) -> Markdown:
        support = self.phrases.support(one.need, one.from_)
        if not support:
            return escape(one.risk)
        settled = f" ☑ {self.phrases.say('answered')}" if one.closed else ""
        return Markdown(f"{escape(one.risk)}{_BREAK}→ {support}{settled}")

    def _reached(self, entry: Entry, number: int) -> Markdown:
        reached = entry.reached[number]
        text = f"🏁 {self.phrases.reached(reached)}"
        if reached.title:
            text += f"{self.phrases.say('colon')}{escape(reached.title)}"
        if reached.quality:
            text += f"{self.phrases.say('semicolon')}{escape(reached.quality)}"
        return Markdown(text)

    def _lead(self, entry: Entry, text: Markdown) -> Markdown:
        week = self.phrases.say("at_week", week=entry.week.number) if self.merged else ""
        return Markdown(f"**{escape(entry.who.name)}**{week} {text}".rstrip())

    def _column(self, entries: Iterable[Entry], part: Callable[[Entry], Markdown]) -> Markdown:
        return _stacked(map(part, entries)) or NOTHING


def _stacked(parts: Iterable[Markdown]) -> Markdown:
    return Markdown(_BREAK.join(part for part in parts if part))
