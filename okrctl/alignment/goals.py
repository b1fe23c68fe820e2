"""Goals by name: every objective and key result of a workspace, and what an address means."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from okrctl.models.ids import Address, parse_address
from okrctl.models.okr import KeyResult, Objective
from okrctl.source.place import Place
from okrctl.workspace.index import SheetKey, Workspace


class GoalKey(NamedTuple):
    """Names one goal of the workspace: an objective, or (with `key_result`) one of its key results."""

    cycle: str
    owner: str
    objective: str
    key_result: str = ""

    @property
    def of_objective(self) -> "GoalKey":
        """The objective: itself, or the one the key result belongs to."""
        return GoalKey(self.cycle, self.owner, self.objective)

    @property
    def sheet(self) -> SheetKey:
        """The sheet the goal stands on."""
        return SheetKey(self.cycle, self.owner)

    def address(self, seen_from: str = "") -> str:
        """The address as people write it; the cycle is named when it is not that of `seen_from`."""
        parts = [part for part in (self.owner, self.objective, self.key_result) if part]
        prefix = f"{self.cycle}:" if seen_from and seen_from != self.cycle else ""
        return prefix + "/".join(parts)


class Goal(NamedTuple):
    """An objective or a key result, with the objective it belongs to, its place, and its number on the sheet."""

    key: GoalKey
    objective: Objective
    key_result: KeyResult | None
    place: Place
    order: tuple[int, int]

    @property
    def record(self) -> Objective | KeyResult:
        """The key result, or the objective itself."""
        return self.key_result or self.objective

    @property
    def title(self) -> str:
        """What the goal says."""
        return self.record.title

    @property
    def aligns_to(self) -> tuple[str, ...]:
        """The addresses it supports, as written."""
        return self.record.aligns_to

    @property
    def dropped_on(self) -> date | None:
        """The day from which it no longer counts: its own, or its objective's."""
        days = [record.dropped.on for record in (self.record, self.objective) if record.dropped]
        return min(days, default=None)

    def is_dropped(self, day: date) -> bool:
        """Whether it no longer counts on that day."""
        return self.dropped_on is not None and self.dropped_on <= day


class Missing(Enum):
    """Why an address names no goal."""

    CYCLE = "no such cycle"
    OWNER = "nobody of that name"
    SHEET = "the owner has no sheet in that cycle"
    GOAL = "no such objective or key result"
    UNREAD = "it may be there: its sheet could not be read, or its cycle was not"


Goals = Mapping[GoalKey, Goal]


def goals_of(workspace: Workspace) -> Goals:
    """Every goal, in order of sheets and of the sheet; of two with one id the first."""
    goals: dict[GoalKey, Goal] = {}
    for sheet_key, sheet in sorted(workspace.sheets.items()):
        for goal in _on_sheet(sheet_key, sheet.value.objectives, sheet.place):
            goals.setdefault(goal.key, goal)
    return MappingProxyType(goals)


def find_goal(workspace: Workspace, goals: Goals, text: str, home: SheetKey) -> GoalKey | Missing:
    """The goal that an address means, written by `home.owner` in a file of the cycle `home.cycle` (1.2)."""
    address = parse_address(text)
    if address is None:
        return Missing.GOAL
    cycle = address.cycle or home.cycle
    if cycle not in workspace.cycles:
        return Missing.UNREAD if cycle in workspace.undated_cycles else Missing.CYCLE
    for key in _readings(address, SheetKey(cycle, home.owner)):
        if key in goals:
            return key
    return _why_missing(workspace, address, SheetKey(cycle, home.owner))


def children_of(goals: Goals, objective: GoalKey) -> tuple[Goal, ...]:
    """The key results of an objective, in the order of the sheet."""
    goal = goals[objective]
    keys = (objective._replace(key_result=key_result.id) for key_result in goal.objective.key_results)
    return tuple(goals[key] for key in dict.fromkeys(keys))


def objectives_of(goals: Goals, sheet: SheetKey, workspace: Workspace) -> tuple[Goal, ...]:
    """The objectives of one sheet, in its order; empty where there is no such sheet."""
    placed = workspace.sheets.get(sheet)
    keys = (GoalKey(*sheet, objective.id) for objective in placed.value.objectives) if placed else ()
    return tuple(goals[key] for key in dict.fromkeys(keys))


def _on_sheet(sheet: SheetKey, objectives: tuple[Objective, ...], place: Place) -> Iterator[Goal]:
    for i, objective in enumerate(objectives):
        key = GoalKey(*sheet, objective.id)
        at = place.at("objectives", i)
        yield Goal(key, objective, None, at, (i, -1))
        for j, key_result in enumerate(objective.key_results):
            inner = key._replace(key_result=key_result.id)
            yield Goal(inner, objective, key_result, at.at("key_results", j), (i, j))


def _readings(address: Address, home: SheetKey) -> Iterator[GoalKey]:
    """What an address can mean, the first reading that exists counts: one's own objective comes before an owner."""
    parts = address.parts
    if len(parts) == 3:
        yield GoalKey(home.cycle, *parts)
    elif len(parts) == 2:
        yield GoalKey(home.cycle, home.owner, parts[0], parts[1])
        yield GoalKey(home.cycle, parts[0], parts[1])
    else:
        yield GoalKey(home.cycle, home.owner, parts[0])


def _why_missing(workspace: Workspace, address: Address, home: SheetKey) -> Missing:
    if home.cycle in workspace.unread_cycles:
        return Missing.UNREAD
    known = workspace.knows(address.parts[0]) or SheetKey(home.cycle, address.parts[0]) in workspace.broken_sheets
    short = len(address.parts) == 1 or (len(address.parts) == 2 and not known)
    owner = home.owner if short else address.parts[0]
    if SheetKey(home.cycle, owner) in workspace.broken_sheets:
        return Missing.UNREAD
    if len(address.parts) == 3 and not workspace.knows(owner):
        return Missing.UNREAD if workspace.org_is_broken else Missing.OWNER
    if SheetKey(home.cycle, owner) not in workspace.sheets and not short:
        return Missing.SHEET
    return Missing.GOAL
