"""Whose retrospective it is and what it may look at: owners, figures of the last day, scores, files of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from okrctl.alignment.goals import Goal, GoalKey
from okrctl.alignment.graph import Graph
from okrctl.models.retro import Retro
from okrctl.progress.figures import Figures, figures
from okrctl.progress.reported import Reports
from okrctl.progress.scoring import Scores
from okrctl.reports.weekly.record import Who
from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, SheetKey, Workspace
from okrctl.workspace.layout import Kind, identify
from okrctl.workspace.mentions import Names, names_of, with_names

_PARTS = 4  # of the path of a retrospective: cycles, the cycle, retros, the file


@dataclass(frozen=True)
class Scope:
    """One team or person and one cycle, looked at on one day, over what was read."""

    graph: Graph
    reports: Reports
    scores: Scores
    cycle: Cycle
    owner: str
    day: date

    @property
    def workspace(self) -> Workspace:
        """What was read."""
        return self.graph.workspace

    @property
    def is_over(self) -> bool:
        """Whether the cycle has ended."""
        return self.day >= self.cycle.end

    @cached_property
    def is_team(self) -> bool:
        """Whether the retrospective is a team's."""
        return self.owner in self.workspace.teams

    @cached_property
    def members(self) -> tuple[str, ...]:
        """Who brings something to the meeting, as in the weekly report; of a person's retrospective the person."""
        return chart.members(self.workspace, self.owner) if self.is_team else (self.owner,)

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """Whose sheets and retrospectives are gathered: the owner's, the members', the teams' directly below."""
        below = chart.children(self.workspace, self.owner) if self.is_team else ()
        return tuple(dict.fromkeys((self.owner, *self.members, *below)))

    @cached_property
    def cycles(self) -> frozenset[str]:
        """The cycles whose notes count: those that overlap ours."""
        return frozenset(cycle.id for cycle in self.workspace.overlapping(self.cycle.id))

    @cached_property
    def figures(self) -> Figures:
        """The figures of the day."""
        return figures(self.graph, self.reports, self.day)

    @cached_property
    def missed(self) -> frozenset[GoalKey]:
        """The committed goals of these owners that were not met; those without a score only after the cycle's end."""
        made = self._made if self.is_over else None
        return frozenset(key for owner in self.owners for key in self.scores.misses(self.sheet(owner), made))

    def _made(self, key: GoalKey) -> float:
        """The share of the way: as the owner wrote it, else as the notes add up."""
        entry = self.scores.of(key)
        written = None if entry is None else entry.completion
        return self.figures.goal(key).progress if written is None else written

    @cached_property
    def retros(self) -> Mapping[str, Retro]:
        """The retrospective files of the cycle, by owner."""
        found: dict[str, Retro] = {}
        for other in self.workspace.others_of(Kind.RETRO):
            if other.identity["cycle"] == self.cycle.id and isinstance(other.record, Retro):
                found.setdefault(other.identity["owner"], other.record)
        return found

    @cached_property
    def unreadable(self) -> frozenset[str]:
        """The owners whose retrospective file of the cycle is there and cannot be read."""
        paths = ("/".join(path.split("/")[-_PARTS:]) for path in self.workspace.broken)
        found = (identity for path in paths if (identity := identify(path)) and identity.kind is Kind.RETRO)
        return frozenset(each["owner"] for each in found if each["cycle"] == self.cycle.id)

    def sheet(self, owner: str) -> SheetKey:
        """The sheet of somebody in this cycle."""
        return SheetKey(self.cycle.id, owner)

    def has_sheet(self, owner: str) -> bool:
        """Whether somebody has a sheet in this cycle."""
        return self.sheet(owner) in self.workspace.sheets

    def who(self, handle: str) -> Who:
        """Somebody with the name that reports use."""
        return Who(handle, self.workspace.name_of(handle))

    @cached_property
    def _names(self) -> Names:
        return names_of(self.workspace)

    def text(self, written: str | None) -> str:
        """A text of the files with every mention as `@` and the name; empty for none."""
        return with_names(written, self._names, self.workspace) if written else ""

    def texts(self, written: tuple[str, ...]) -> tuple[str, ...]:
        """Several texts."""
        return tuple(map(self.text, written))

    def is_committed(self, goal: Goal) -> bool:
        """Whether a goal must be reached."""
        return (goal.objective.kind or self.workspace.settings.value.default_kind) == "committed"

    def dropped_on(self, key: GoalKey) -> date | None:
        """Since when a goal no longer counts on the day; None while it does."""
        goal = self.graph.goals[key]
        return goal.dropped_on if goal.is_dropped(self.day) else None
