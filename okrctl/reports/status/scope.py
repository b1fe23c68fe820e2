"""What a board looks at: one cycle on one day, the whole company or a team and those below it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from okrctl.alignment.goals import Goal
from okrctl.alignment.graph import Graph
from okrctl.models.calendar import Week, weeks_touching
from okrctl.progress.alignment_rate import owners_below
from okrctl.progress.figures import Figures
from okrctl.reports.status.record import CycleName, Who
from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, Workspace
from okrctl.workspace.mentions import Names, names_of, with_names
from okrctl.workspace.notes import broken_notes, says_something
from okrctl.workspace.rhythm import Round, meeting_day, rounds_until


@dataclass(frozen=True)
class Part:
    """A team with everything below it: `owners` of sheets (None: everybody), and `people` who check in."""

    handle: str
    depth: int
    owners: frozenset[str] | None
    people: tuple[str, ...]

    def has(self, owner: str) -> bool:
        """Whether a sheet's owner belongs to it."""
        return self.owners is None or owner in self.owners


@dataclass(frozen=True)
class StatusScope:
    """The board's cycle, the figures of its day, and the team asked about (None: the whole company)."""

    graph: Graph
    figures: Figures
    cycle: Cycle
    team: str | None = None

    @property
    def workspace(self) -> Workspace:
        """What was read."""
        return self.graph.workspace

    @cached_property
    def cycles(self) -> frozenset[str]:
        """The cycles whose notes count: those that overlap ours."""
        return frozenset(cycle.id for cycle in self.workspace.overlapping(self.cycle.id))

    @cached_property
    def cycle_name(self) -> CycleName:
        """The cycle as a heading names it."""
        return CycleName(self.cycle.id, self.cycle.title, self.cycle.start, self.cycle.end)

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks of the cycle up to the day; none before it begins."""
        day = self.figures.day
        return weeks_touching(self.cycle.start, day) if day >= self.cycle.start else ()

    @cached_property
    def round(self) -> Round:
        """The last check-in period whose meeting has been; empty before the first.

        As long as sheets are not due and nobody has written a note, no note is due either.
        """
        rounds = self._rounds(self.figures.day)
        if rounds and (self._meeting(rounds[-1]) > self._sheets_due or self._has_begun()):
            return rounds[-1]
        return ()

    @cached_property
    def first_due(self) -> Week | None:
        """The week whose meeting asks for the first notes, as long as none was due and nobody has written any."""
        if self.round or self._has_begun():
            return None
        rounds = self._rounds(self.cycle.end)
        return next((each[-1] for each in rounds if self._meeting(each) > self._sheets_due), None)

    @property
    def set_on(self) -> date:
        """The day on which the goals are settled: when sheets are due, else when they freeze."""
        return self.cycle.frozen if self._sheets_due == date.min else self._sheets_due

    def has_met(self, person: str) -> bool:
        """Whether there was a meeting since the goals were set for which somebody was here."""
        placed = self.workspace.people.get(person)
        joined = (placed.value.joined if placed else None) or date.min
        return any(
            self._meeting(each) > max(self.set_on, joined)
            and not chart.is_away(self.workspace, person, each[0].monday, self._meeting(each))
            for each in self._rounds(self.figures.day)
        )

    def _rounds(self, day: date) -> tuple[Round, ...]:
        return rounds_until(self.cycle, self.workspace.settings.value.checkin, day)

    def _meeting(self, round_: Round) -> date:
        return meeting_day(self.workspace.settings.value.checkin, round_[-1])

    @property
    def _sheets_due(self) -> date:
        return (self.cycle.due.sheets if self.cycle.due else None) or date.min

    def _has_begun(self) -> bool:
        """Whether anybody has written a note by now, even one that cannot be read."""
        written = (key for key, note in self.workspace.notes.items() if says_something(note.value))
        today = Week.of(self.figures.day)
        return any(key.cycle in self.cycles and key.week <= today for key in (*written, *broken_notes(self.workspace)))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The company or team itself, and below it every team, as the chart nests them."""
        top = self.team or chart.root_team(self.workspace) or ""
        found = [self._part(team, depth) for team, depth in _nested(self.workspace, top)]
        if self.team is None:
            # The company is everybody, those too whom a mistake in org.yaml keeps out of the chart.
            found[0] = Part(top, 0, None, tuple(self.workspace.people))
            seen = {part.handle for part in found}
            found += [self._part(team, 1) for team in self.workspace.teams if team not in seen]
        return tuple(found)

    @property
    def whole(self) -> Part:
        """The company or team itself, with everything below."""
        return self.parts[0]

    def _part(self, team: str, depth: int) -> Part:
        below = [handle for handle, _ in _nested(self.workspace, team)]
        people = dict.fromkeys(person for handle in below for person in _who_check_in(self.workspace, handle))
        return Part(team, depth, owners_below(self.workspace, team) | {team}, tuple(people))

    @cached_property
    def key_results(self) -> tuple[Goal, ...]:
        """The key results on the sheets of the board that count on its day, in order of sheets."""
        day = self.figures.day
        return tuple(
            goal
            for goal in self.graph.goals.values()
            if goal.key_result is not None
            and goal.key.cycle == self.cycle.id
            and self.whole.has(goal.key.owner)
            and not goal.is_dropped(day)
        )

    def name(self) -> str:
        """The name above the board: the company's, or the team's."""
        return self.workspace.name_of(self.team) if self.team else self.workspace.name

    def who(self, handle: str) -> Who:
        """Somebody with name and first e-mail address."""
        person = self.workspace.people.get(handle)
        emails = person.value.emails if person else ()
        return Who(handle, self.workspace.name_of(handle), emails[0] if emails else "")

    def everyone(self, handles: Iterable[str]) -> tuple[Who, ...]:
        """Several people or teams, each once."""
        return tuple(self.who(handle) for handle in dict.fromkeys(handles))

    @cached_property
    def _names(self) -> Names:
        return names_of(self.workspace)

    def text(self, written: str | None) -> str:
        """A text of the files on one line, with every mention as `@` and the name; empty for none."""
        return with_names(" ".join(written.split()), self._names, self.workspace) if written else ""


def _nested(workspace: Workspace, top: str) -> Iterator[tuple[str, int]]:
    """A team and those below it with their depth, each before those below it; a loop ends the way."""
    waiting, seen = [(top, 0)], {top}
    while waiting:
        team, depth = waiting.pop()
        yield team, depth
        below = [child for child in chart.children(workspace, team) if child not in seen]
        seen.update(below)
        waiting.extend((child, depth + 1) for child in reversed(below))


def _who_check_in(workspace: Workspace, team: str) -> Iterator[str]:
    """The lead of a team and its people, `members` among them."""
    lead = chart.lead_of(workspace, team)
    yield from (name for name in (lead, *chart.own_people(workspace, team)) if name and name in workspace.people)
