"""One goal as a line of the tree: its words, its people, its numbers rounded once."""

from dataclasses import dataclass
from functools import cached_property

from okrctl.alignment.goals import Goal, GoalKey
from okrctl.alignment.graph import Graph
from okrctl.progress.alignment_rate import AlignmentRate
from okrctl.progress.figures import Figures
from okrctl.reports.tree.record import Attainment, GoalLine
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey, Workspace
from okrctl.workspace.mentions import Names, names_of, with_names

_DIGITS = 6


@dataclass(frozen=True)
class TreeSources:
    """What a tree is built from: goals, figures of the day and of one check-in period before, the alignment rate."""

    graph: Graph
    cycle: str
    now: Figures
    before: Figures | None = None
    rate: AlignmentRate | None = None

    @property
    def workspace(self) -> Workspace:
        """The workspace whose goals are shown."""
        return self.graph.workspace

    @cached_property
    def _names(self) -> Names:
        return names_of(self.workspace)

    def title(self, goal: Goal) -> str:
        """A title on one line, with the names of those whom it mentions."""
        return with_names(" ".join(goal.title.split()), self._names, self.workspace)


def goal_line(sources: TreeSources, key: GoalKey) -> GoalLine:
    """The line of an objective or a key result."""
    goal, figures = sources.graph.goals[key], sources.now.goal(key)
    before = sources.before.goal(key).progress if sources.before else None
    owner = _responsible(sources.workspace, goal)
    return GoalLine(
        address=key.address(sources.cycle),
        label=key.key_result or key.address(sources.cycle),
        title=sources.title(goal),
        owner=owner,
        owner_name=sources.workspace.name_of(owner),
        lead_name=sources.workspace.name_of(chart.responsible(sources.workspace, owner)),
        is_key_result=goal.key_result is not None,
        progress=rounded(figures.progress),
        expected=rounded(figures.expected),
        gap=rounded(figures.gap),
        change=None if before is None else rounded(figures.progress - before),
        weight=rounded(figures.weight),
        confidence=None if figures.confidence is None else rounded(figures.confidence),
        status=figures.status,
        computed_status=figures.computed_status,
        has_data=figures.has_data,
        committed=(goal.objective.kind or sources.workspace.settings.value.default_kind) == "committed",
        dropped=figures.dropped,
        supports=tuple(target.address(sources.cycle) for target in sources.graph.supported(key)),
        collaborators=_from_other_teams(sources.workspace, goal),
    )


def attainment(sources: TreeSources, owner: str) -> Attainment | None:
    """How far the owner's sheet has come; None where there is none in the cycle, or no goal of it still counts."""
    sheet = SheetKey(sources.cycle, owner)
    if sheet not in sources.workspace.sheets or not sources.now.objective_weights(sheet):
        return None
    now = sources.now.owner(sheet)
    before = sources.before.owner(sheet).progress if sources.before else None
    return Attainment(
        progress=rounded(now.progress),
        expected=rounded(now.expected),
        gap=rounded(now.gap),
        change=None if before is None else rounded(now.progress - before),
        confidence=None if now.confidence is None else rounded(now.confidence),
    )


def rounded(number: float) -> float:
    """`number` to 6 decimals, without a minus before zero."""
    return round(number, _DIGITS) + 0.0


def responsible_for(workspace: Workspace, goal: Goal) -> str:
    """Who answers for a key result: the one named, else a team's lead, else the owner of the sheet (1.6)."""
    named = goal.key_result.owner if goal.key_result else None
    return named or chart.responsible(workspace, goal.key.owner)


def _responsible(workspace: Workspace, goal: Goal) -> str:
    return responsible_for(workspace, goal) if goal.key_result else goal.key.owner


def _from_other_teams(workspace: Workspace, goal: Goal) -> tuple[str, ...]:
    """The names of the collaborators who are not in one line of teams with the owner."""
    return tuple(
        workspace.name_of(handle)
        for handle in dict.fromkeys(goal.record.with_)
        if workspace.knows(handle) and not chart.in_one_line(workspace, handle, goal.key.owner)
    )
