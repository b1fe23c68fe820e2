"""Whose report it is and what it may look at: the people, the notes, the figures of both meetings, the to-dos."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from okrctl.alignment.goals import Goal, GoalKey
from okrctl.alignment.graph import Graph
from okrctl.models.note import Note
from okrctl.models.okr import KeyResult
from okrctl.progress.figures import Figures, GoalFigures, figures
from okrctl.progress.measure import reached_milestones
from okrctl.progress.reported import Reports
from okrctl.progress.timing import responsible_for
from okrctl.reports.weekly.period import Period
from okrctl.reports.weekly.record import GoalLine, Standing, Who
from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, NoteKey, Placed, SheetKey, Workspace
from okrctl.workspace.mentions import Names, names_of, with_names
from okrctl.workspace.todos import Todos


@dataclass(frozen=True)
class Scope:
    """One team or person, one cycle, one period, over what was read."""

    graph: Graph
    reports: Reports
    cycle: Cycle
    owner: str
    period: Period

    @property
    def workspace(self) -> Workspace:
        """What was read."""
        return self.graph.workspace

    @property
    def sheet(self) -> SheetKey:
        """The sheet that the report is about."""
        return SheetKey(self.cycle.id, self.owner)

    @cached_property
    def is_team(self) -> bool:
        """Whether the report is a team's."""
        return self.owner in self.workspace.teams

    @cached_property
    def members(self) -> tuple[str, ...]:
        """Who brings something to the meeting (2.4); of a person's report the person."""
        return chart.members(self.workspace, self.owner) if self.is_team else (self.owner,)

    @cached_property
    def addressed(self) -> frozenset[str]:
        """The handles by which a need is meant for us: the team, its people and its lead; a person and his teams."""
        if not self.is_team:
            return frozenset((self.owner, *chart.teams_led_by(self.workspace, self.owner)))
        lead = chart.lead_of(self.workspace, self.owner)
        return frozenset((self.owner, *chart.own_people(self.workspace, self.owner), *([lead] if lead else [])))

    def is_further_down(self, author: str) -> bool:
        """Whether somebody is no member and sits below us; of a person's report everybody else does."""
        if author in self.members:
            return False
        team = chart.team_of(self.workspace, author)
        return not self.is_team or (team is not None and self.owner in chart.line(self.workspace, team))

    @cached_property
    def cycles(self) -> frozenset[str]:
        """The cycles whose notes count: those that overlap ours."""
        return frozenset(cycle.id for cycle in self.workspace.overlapping(self.cycle.id))

    @cached_property
    def notes(self) -> Mapping[NoteKey, Placed[Note]]:
        """The notes of the weeks of the report, by week, author in the order of members, and cycle."""
        weeks = frozenset(self.period.weeks)
        within = [key for key in self.workspace.notes if key.week in weeks and key.cycle in self.cycles]
        ordered = sorted(within, key=lambda key: (self.rank(key.author), key.week, key.author, key.cycle))
        return {key: self.workspace.notes[key] for key in ordered}

    def rank(self, author: str) -> int:
        """The place of an author among the members; others come after all of them."""
        return self.members.index(author) if author in self.members else len(self.members)

    @cached_property
    def now(self) -> Figures:
        """The figures on the day of the meeting."""
        return figures(self.graph, self.reports, self.period.meeting)

    @cached_property
    def before(self) -> Figures:
        """The figures on the day of the meeting before."""
        return figures(self.graph, self.reports, self.period.compared_with)

    @cached_property
    def todos(self) -> Todos:
        """The to-dos of all notes that were read."""
        return Todos(self.workspace)

    def who(self, handle: str) -> Who:
        """Somebody with the name that reports use."""
        return Who(handle, self.workspace.name_of(handle))

    def everyone(self, handles: Iterable[str]) -> tuple[Who, ...]:
        """Several people or teams, each once."""
        return tuple(self.who(handle) for handle in dict.fromkeys(handles))

    @cached_property
    def _names(self) -> Names:
        return names_of(self.workspace)

    def text(self, written: str | None) -> str:
        """A text of the files with every mention as `@` and the name; empty for none."""
        return with_names(written, self._names, self.workspace) if written else ""

    def line(self, key: GoalKey) -> GoalLine:
        """A goal with its figures on both days."""
        goal = self.graph.goals[key]
        key_result = goal.key_result
        kind = goal.objective.kind or self.workspace.settings.value.default_kind
        owner = responsible_for(self.workspace, goal) if key_result else key.owner
        metric, keep = (key_result.metric, key_result.keep) if key_result else (None, None)
        return GoalLine(
            key=key,
            title=self.text(goal.title),
            owner=self.who(owner),
            kind=key_result.kind if key_result else None,
            committed=kind == "committed",
            standing=self._standing(goal, key_result),
            unit=(metric.unit if metric else keep.unit if keep else None) or "",
            target=metric.target if metric else None,
            band=(keep.min, keep.max) if keep else (None, None),
        )

    def was_begun(self, cycle: str) -> bool:
        """Whether a cycle had begun on the day of the meeting before, so that there is something to compare with."""
        found = self.workspace.cycles.get(cycle)
        return found is not None and found.start <= self.period.compared_with

    def _standing(self, goal: Goal, key_result: KeyResult | None) -> Standing:
        now = self.now.goal(goal.key)
        then = self.before.goal(goal.key) if self.was_begun(goal.key.cycle) else None
        return Standing(
            progress=now.progress,
            progress_before=then.progress if then else None,
            expected=now.expected,
            value=now.current,
            value_before=then.current if then else None,
            status=now.status,
            status_before=then.status if then else None,
            computed_status=now.computed_status,
            confidence=now.confidence,
            confidence_before=then.confidence if then else None,
            weight=now.weight,
            has_data=now.has_data,
            reached=self._milestones(now, key_result),
            dropped_on=goal.dropped_on if goal.is_dropped(self.period.meeting) else None,
        )

    def _milestones(self, now: GoalFigures, key_result: KeyResult | None) -> tuple[int, int] | None:
        if key_result is None or key_result.kind != "milestones":
            return None
        reached = reached_milestones(key_result.milestones, self.now.reported(now.key), self.period.meeting)
        return len(reached), len(key_result.milestones)

    def in_period(self, day: date) -> bool:
        """Whether a day belongs to this report and to no earlier one."""
        return self.period.moved_after < day <= self.period.meeting
