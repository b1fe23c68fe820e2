"""The document of an alignment meeting, built from the goals of one team or person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from okrctl.alignment.collaboration import Asked, Uptake, collaboration_asked
from okrctl.alignment.goals import Goal, GoalKey, children_of, objectives_of
from okrctl.alignment.graph import Graph
from okrctl.alignment.twins import find_twins
from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.progress.alignment_rate import alignment_rate
from okrctl.progress.rollup import effective_weights
from okrctl.progress.timing import responsible_for
from okrctl.reports.alignment_meeting.record import (
    AlignmentMeeting,
    GoalName,
    Helper,
    KeyResultLine,
    Measure,
    ObjectiveLine,
    Remark,
    Request,
    SheetPart,
)
from okrctl.reports.weekly.record import CycleName, Who
from okrctl.rules.context import Context
from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Choice, Run, run
from okrctl.source.place import span_of
from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, SheetKey, Workspace
from okrctl.workspace.layout import Kind, identify
from okrctl.workspace.mentions import Names, names_of, with_names
from okrctl.workspace.sheets_due import owners_due

_SAID_ELSEWHERE = ("OKR204", "OKR218", "OKR219", "OKR313")  # the document has a part of its own for these
_ABOUT_GOALS = ("OKR2", "OKR3")


def build(graph: Graph, cycle: Cycle, owner: str, day: date) -> AlignmentMeeting:
    """The document of one team (its own sheet, those of the teams directly below, and its members') or person."""
    table = _Table(graph, cycle, owner, day)
    rate = alignment_rate(graph, cycle.id, day, table.owners)
    sheets = tuple(table.sheet(each) for each in table.owners)
    return AlignmentMeeting(
        owner=table.who(owner),
        cycle=CycleName(cycle.id, cycle.title, cycle.start, cycle.end),
        frozen=cycle.frozen,
        due=cycle.due.sheets if cycle.due else None,
        sheets=sheets,
        by_count=rate.by_count,
        by_weight=rate.by_weight,
        requests=tuple(
            Request(table.name(asked.goal), table.who(asked.who))
            for asked in table.asked
            if asked in table.open_requests
        ),
        unaligned=tuple(table.name(key) for key in rate.unaligned),
        unaligned_people=tuple(_unaligned_people(table, rate.unaligned)),
        twins=tuple(
            (table.name(pair.first), table.name(pair.second)) for pair in find_twins(graph, cycle.id, table.owners)
        ),
        remarks=tuple(_remarks(table)),
    )


@dataclass(frozen=True)
class _Table:
    """What lies on the table of the meeting."""

    graph: Graph
    cycle: Cycle
    owner: str
    day: date

    @property
    def workspace(self) -> Workspace:
        """What was read."""
        return self.graph.workspace

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """Whose sheets are talked about: the team's, those of the teams below, then people's who are there."""
        if self.owner not in self.workspace.teams:
            return (self.owner,)
        due = frozenset(owners_due(self.workspace, self.cycle, self.day))
        below, people = chart.children(self.workspace, self.owner), chart.members(self.workspace, self.owner)
        return tuple(dict.fromkeys((self.owner, *(one for one in (*below, *people) if one in due))))

    @cached_property
    def names(self) -> Names:
        """By which names people are found in texts."""
        return names_of(self.workspace)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Everybody whose help the goals on the table ask for; what was dropped asks for nothing."""
        sheets = (SheetKey(self.cycle.id, owner) for owner in self.owners)
        found = (one for sheet in sheets for one in collaboration_asked(self.graph, sheet, self.names))
        return tuple(one for one in found if not self.graph.is_dropped(one.goal, self.day))

    @cached_property
    def open_requests(self) -> frozenset[Asked]:
        """Those of them that nobody has taken up."""
        uptake = Uptake(self.graph)
        return frozenset(asked for asked in self.asked if not uptake.is_taken_up(asked))

    def who(self, handle: str) -> Who:
        """Somebody with the name that reports use."""
        return Who(handle, self.workspace.name_of(handle))

    def name(self, key: GoalKey) -> GoalName:
        """A goal as the meeting speaks of it."""
        return GoalName(key, self.who(key.owner), self.text(self.graph.goals[key].title))

    def text(self, written: str | None) -> str:
        """A text of the files with every mention as `@` and the name; empty for none."""
        return with_names(written, self.names, self.workspace) if written else ""

    def sheet(self, owner: str) -> SheetPart:
        """One sheet, or the word that there is none."""
        key = SheetKey(self.cycle.id, owner)
        if key not in self.workspace.sheets:
            return SheetPart(self.who(owner), is_there=False, is_unreadable=key in self.workspace.broken_sheets)
        goals = [goal for goal in objectives_of(self.graph.goals, key, self.workspace) if not goal.is_dropped(self.day)]
        weights = effective_weights([goal.objective.weight for goal in goals])
        return SheetPart(self.who(owner), tuple(map(self._objective, goals, weights)))

    def _objective(self, goal: Goal, weight: float) -> ObjectiveLine:
        kind = goal.objective.kind or self.workspace.settings.value.default_kind
        children = children_of(self.graph.goals, goal.key)
        return ObjectiveLine(
            goal=self.name(goal.key),
            why=self.text(goal.objective.why),
            committed=kind == "committed",
            weight=weight,
            supports=self._supports(goal.key),
            helpers=self._helpers(goal.key),
            key_results=tuple(self._key_result(child) for child in children if not child.is_dropped(self.day)),
            is_root=goal.key.owner == chart.root_team(self.workspace),
        )

    def _key_result(self, goal: Goal) -> KeyResultLine:
        responsible = self.who(responsible_for(self.workspace, goal))
        # Who answers for it stands in a column of his own, unless he has not taken it up.
        helpers = tuple(one for one in self._helpers(goal.key) if one.who != responsible or not one.is_taken_up)
        return KeyResultLine(self.name(goal.key), _measure(goal), responsible, helpers, self._supports(goal.key))

    def _supports(self, key: GoalKey) -> tuple[GoalName, ...]:
        return tuple(self.name(above) for above in self.graph.supported(key))

    def _helpers(self, key: GoalKey) -> tuple[Helper, ...]:
        return tuple(Helper(self.who(one.who), one not in self.open_requests) for one in self.asked if one.goal == key)


def _measure(goal: Goal) -> Measure:
    record = goal.key_result
    if record is None:
        return Measure("plain")
    metric, keep = record.metric, record.keep
    days = [record.due, *(one.due for one in record.milestones)]
    return Measure(
        kind=record.kind,
        start=metric.start if metric else None,
        target=metric.target if metric else None,
        band=(keep.min, keep.max) if keep else (None, None),
        unit=(metric.unit if metric else keep.unit if keep else None) or "",
        milestones=len(record.milestones),
        due=max((day for day in days if day is not None), default=None),
        weight=record.weight,
    )


def _unaligned_people(table: _Table, unaligned: tuple[GoalKey, ...]) -> Iterator[Who]:
    """The people with a sheet of which no objective leads up to the company's."""
    lost = frozenset(unaligned)
    for owner in table.owners:
        goals = objectives_of(table.graph.goals, SheetKey(table.cycle.id, owner), table.workspace)
        living = [goal.key for goal in goals if not goal.is_dropped(table.day)]
        if owner in table.workspace.people and living and lost.issuperset(living):
            yield table.who(owner)


def _remarks(table: _Table) -> Iterator[Remark]:
    """What the rules about goals say of these sheets, in the order of the sheets and their lines."""
    context = Context(table.workspace, table.graph, table.day)
    found: dict[str, list[Diagnostic]] = {}
    for one in run(context, (), Run(REGISTRY, Choice(_ABOUT_GOALS, _SAID_ELSEWHERE))):
        identity = identify(one.place.document.path)
        if identity and identity.kind is Kind.OKR and identity["cycle"] == table.cycle.id:
            found.setdefault(identity["owner"], []).append(one)
    for owner in table.owners:
        for one in sorted(found.get(owner, ()), key=lambda each: (span_of(each.place), each.code)):
            yield Remark(table.who(owner), one.code, one.message, one.remedy)
