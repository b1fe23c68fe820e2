"""The document of an alignment meeting as Markdown: the whole of it, or its parts for the one that is kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from okrctl.language import Language
from okrctl.progress import show
from okrctl.reports.alignment_meeting.record import (
    AlignmentMeeting,
    GoalName,
    Helper,
    KeyResultLine,
    Measure,
    ObjectiveLine,
    Remark,
    Request,
)
from okrctl.reports.alignment_meeting.words import WORDS
from okrctl.reports.keep import Part, Section
from okrctl.reports.labels import cycle_words, short_day
from okrctl.reports.templating import Markdown, Template, escape, joined, parts_of, render
from okrctl.reports.weekly.phrases import Phrases
from okrctl.reports.weekly.render import tidy, titles_elsewhere

TEMPLATE = "align.md.j2"
_FREE = ("checklist", "comments")
_DOT = " · "


def document_path(meeting: AlignmentMeeting) -> str:
    """Where `--write` keeps the document."""
    return f"cycles/{meeting.cycle.id}/align/{meeting.owner.handle}.md"


def markdown(meeting: AlignmentMeeting, language: Language, own_template: str | None = None) -> str:
    """The whole document; `own_template` is the text of the workspace's `templates/align.md.j2`, if it has one."""
    return "\n".join(text for _, text in parts(meeting, language, own_template))


def parts(meeting: AlignmentMeeting, language: Language, own_template: str | None = None) -> Iterator[tuple[str, str]]:
    """The parts of the document by name, in order, each ending with one line end."""
    cycle = meeting.cycle
    values = {
        "meeting": meeting,
        "cycle": cycle_words(cycle.title, cycle.id, (cycle.start, cycle.end), language),
    }
    sentences = Sentences(Phrases(language, WORDS, f"cycles/{cycle.id}/align"), cycle.id)
    for name, text in parts_of(render(Template(TEMPLATE, own_template), values, sentences.filters())):
        yield name, tidy(text)


def section(meeting: AlignmentMeeting, language: Language, own_template: str | None = None) -> Section:
    """The document as the one section that `merge` keeps."""
    named = dict(parts(meeting, language, own_template))
    hint = f"<!-- {WORDS['where_to_write'].say(language)} -->"
    title = "\n\n".join(filter(None, (named.pop("title", "").strip("\n"), hint)))
    kept = tuple(Part(name, text, is_free=name in _FREE) for name, text in named.items())
    elsewhere = titles_elsewhere(WORDS, meeting.owner.name, meeting.cycle, language)
    return Section(meeting.cycle.id, kept, title, elsewhere)


class Sentences(NamedTuple):
    """Says what stands in the document; a goal of another cycle than `cycle` is named with its own."""

    phrases: Phrases
    cycle: str

    def filters(self) -> Mapping[str, Callable[..., object]]:
        """What a template can use, by name."""
        return {
            "say": self.phrases.say,
            "names": self.phrases.names,
            "day": lambda day: short_day(day, self.phrases.language),
            "position": self.position,
            "marks": self.marks,
            "support": self.support,
            "helpers": self.helpers,
            "key_result": self.key_result,
            "measure": self.measure,
            "goal": self.goal,
            "request": self.request,
            "remark": self.remark,
        }

    def position(self, meeting: AlignmentMeeting) -> Markdown:
        """How many sheets are there, whose are not, and how much of them leads up."""
        say = self.phrases.say
        there = len(meeting.sheets) - len(meeting.missing) - len(meeting.unreadable)
        facts = [say("ready", n=there, m=len(meeting.sheets))]
        if meeting.missing:
            facts.append(say("missing", who=self.phrases.names(meeting.missing)))
        if meeting.unreadable:
            facts.append(say("unreadable_of", who=self.phrases.names(meeting.unreadable)))
        if meeting.due and meeting.missing:
            facts.append(say("due", day=short_day(meeting.due, self.phrases.language)))
        facts.append(self._rate(meeting))
        return Markdown(_DOT.join(facts))

    def marks(self, objective: ObjectiveLine) -> Markdown:
        """Whether it is committed, and its weight."""
        weight = self.phrases.say("weight", share=show.weight(objective.weight, self.phrases.language))
        return Markdown(_DOT.join([self.phrases.say("committed"), weight]) if objective.committed else weight)

    def support(self, objective: ObjectiveLine) -> Markdown:
        """What the objective supports; for the company's own nothing needs to be said."""
        if objective.supports:
            return self.phrases.say("supports", what=self._goals(objective.supports))
        above = any(line.supports for line in objective.key_results)
        return Markdown("") if objective.is_root or above else self.phrases.say("supports_nothing")

    def key_result(self, line: KeyResultLine) -> Markdown:
        """A key result, and what it supports by itself."""
        text = Markdown(f"{escape(line.goal.key.key_result)} {escape(line.goal.title)}")
        if not line.supports:
            return text
        return Markdown(f"{text}<br>*{self.phrases.say('also', what=self._goals(line.supports))}*")

    def measure(self, measure: Measure) -> Markdown:
        """How a key result is measured, by when, and its weight, as far as they are written."""
        parts = [self._figures(measure)]
        if measure.due is not None:
            parts.append(self.phrases.say("by", day=short_day(measure.due, self.phrases.language)))
        if measure.weight is not None:
            parts.append(self.phrases.say("weight", share=show.weight(measure.weight, self.phrases.language)))
        return Markdown(_DOT.join(parts))

    def _figures(self, measure: Measure) -> Markdown:
        say = self.phrases.say
        if measure.kind in ("cascade_sum", "cascade_mean", "plain"):
            return say(measure.kind)
        if measure.kind == "milestones":
            return say("milestones", n=measure.milestones)
        if measure.start is not None and measure.target is not None:
            return say(
                "from_to", start=self._amount(measure.start, ""), target=self._amount(measure.target, measure.unit)
            )
        low, high = (None if one is None else self._amount(one, measure.unit) for one in measure.band)
        if low is not None and high is not None:
            return say("band", min=self._amount(measure.band[0] or 0, ""), max=high)
        return say("band_min", min=low) if low is not None else say("band_max", max=high)

    def _amount(self, value: float, unit: str) -> str:
        return show.exact_amount(value, unit or None, self.phrases.language)

    def helpers(self, helpers: Iterable[Helper]) -> Markdown:
        """Who is asked, marked where nobody has taken it up."""
        named = [
            escape(one.who.name) if one.is_taken_up else self.phrases.say("not_taken_up", who=one.who.name)
            for one in helpers
        ]
        return joined(named, self.phrases.words["comma"].say(self.phrases.language)) if named else Markdown("—")

    def goal(self, goal: GoalName) -> Markdown:
        """A goal by owner, id and title."""
        return self.phrases.say("goal_of", who=goal.owner.name, id=self._id(goal), title=goal.title)

    def request(self, request: Request) -> Markdown:
        """Who asks whom for help with what."""
        what = Markdown(f"{escape(self._id(request.goal))} {escape(request.goal.title)}")
        return self.phrases.say("request", by=request.goal.owner.name, who=request.who.name, goal=what)

    def remark(self, remark: Remark) -> Markdown:
        """What a check says."""
        language = self.phrases.language
        message = _sentence(remark.message.say(language))
        remedy = _sentence(remark.remedy.say(language))
        closed = f"{remedy}{'。' if language == 'zh' else '.'}"
        return self.phrases.say("remark", who=remark.owner.name, message=message, remedy=closed, code=remark.code)

    def _id(self, goal: GoalName) -> str:
        own = "/".join(part for part in (goal.key.objective, goal.key.key_result) if part)
        return own if goal.key.cycle == self.cycle else f"{goal.key.cycle}:{own}"

    def _goals(self, goals: Iterable[GoalName]) -> Markdown:
        return joined(map(self.goal, goals), self.phrases.words["comma"].say(self.phrases.language))

    def _rate(self, meeting: AlignmentMeeting) -> Markdown:
        if meeting.by_count is None or meeting.by_weight is None:
            return self.phrases.say("no_rate")
        share, weighted = (self.phrases.percent(one) for one in (meeting.by_count, meeting.by_weight))
        return self.phrases.say("rate", share=share, weighted=weighted)


def _sentence(text: str) -> str:
    """A message as a sentence of a document: its first letter large, its last stop left to the sentence around."""
    return (text[:1].upper() + text[1:]).rstrip(".。")
