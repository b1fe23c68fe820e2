"""What a tree shows: every line with its numbers, rounded to 6 decimals; formats only lay it out."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from okrctl.models.note import Status
from okrctl.progress import show
from okrctl.progress.pace import ComputedStatus, contradicted

By = Literal["alignment", "team", "person"]
Only = Literal["at_risk", "stale", "unaligned"]
SectionKind = Literal["aligned", "unaligned", "team", "person"]


NO_DATA = "no_data"  # shown where a status would be made of nothing


class TreeOptions(NamedTuple):
    """What is asked for: whose goals, how many levels, upwards, nested by what, and only which."""

    owner: str | None = None
    depth: int | None = None
    up: bool = False
    by: By = "alignment"
    only: Only | None = None


class GoalLine(NamedTuple):
    """An objective or key result: `progress` unclamped, `expected` 0..1, `change` fractions; `weight` in percent.

    `owner` answers for it, with `lead_name` for a team's objective; `supports` holds addresses, `collaborators` the
    names of those from other teams.
    """

    address: str
    label: str
    title: str
    owner: str
    owner_name: str
    lead_name: str
    is_key_result: bool
    progress: float
    expected: float
    gap: float
    change: float | None
    weight: float
    confidence: float | None
    status: Status | None
    computed_status: ComputedStatus | None
    has_data: bool
    committed: bool = False
    dropped: bool = False
    supports: tuple[str, ...] = ()
    collaborators: tuple[str, ...] = ()

    @property
    def shown_status(self) -> str | None:
        """What its owner reported, else what the numbers say, if there are any; a dropped goal is just that."""
        if self.dropped:
            return "dropped"
        return self.status or (self.computed_status if self.has_data else NO_DATA)

    @property
    def contradicted(self) -> ComputedStatus | None:
        """The computed status, where the reported one says something else."""
        return None if self.dropped or not self.has_data else contradicted(self.status, self.computed_status)


class TreeNode(NamedTuple):
    """One goal at its place. Nodes stand in the order of reading; `parent` is an index in the section, -1 at the root.

    `via`: the addresses that join it to the one above. `reference`: it stands in full elsewhere, below the goal `see`
    (None: at the root). `hidden`: how many objectives below are left out by `depth`.
    """

    goal: GoalLine
    parent: int
    depth: int
    key_results: tuple[GoalLine, ...] = ()
    via: tuple[str, ...] = ()
    cross_team: bool = False
    reference: bool = False
    see: str | None = None
    loops: bool = False
    unaligned: bool = False
    hidden: int = 0


class Attainment(NamedTuple):
    """How far a sheet has come: fractions 0..1, `confidence` 0..10."""

    progress: float
    expected: float
    gap: float
    change: float | None
    confidence: float | None


class Section(NamedTuple):
    """Goals under one heading: the tree itself, what is unaligned, or a team or person at `depth` of the chart."""

    kind: SectionKind
    nodes: tuple[TreeNode, ...]
    handle: str = ""
    name: str = ""
    depth: int = 0
    attainment: Attainment | None = None


class Rate(NamedTuple):
    """The alignment rate (3.5): `by_count`, `by_weight` as fractions, None where there is nothing to align."""

    aligned: int
    all: int
    by_count: float | None
    by_weight: float | None
    cross_team: int


class TreeReport(NamedTuple):
    """The whole tree of one cycle on one day; `owner_name` is of the owner asked for, else of the company."""

    options: TreeOptions
    cycle: str
    cycle_title: str
    cycle_dates: tuple[date, date]
    day: date
    owner_name: str
    attainment: Attainment | None
    sections: tuple[Section, ...]
    rate: Rate | None
    mission: str = ""
    vision: str = ""
    strategy: tuple[str, ...] = ()

    @property
    def has_other_cycles(self) -> bool:
        """Whether goals of another cycle are shown beside those that the rate counts."""
        return any(":" in node.goal.address for section in self.sections for node in section.nodes)

    @property
    def is_empty(self) -> bool:
        """Whether there is no goal to show."""
        return not any(section.nodes for section in self.sections)


def bar_cells(goal: GoalLine | Attainment, cells: int) -> tuple[int, int, int]:
    """A bar of so many cells: reached, planned by today and not reached, still to come."""
    return show.bar(goal.progress, goal.expected, cells)


def last_below(nodes: Sequence[TreeNode]) -> tuple[bool, ...]:
    """For each node whether it is the last of those that hang on the same goal."""
    last: dict[int, int] = {node.parent: index for index, node in enumerate(nodes)}
    return tuple(last[node.parent] == index for index, node in enumerate(nodes))
