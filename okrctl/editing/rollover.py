"""The next cycle's sheets from what was carried or is to be revised; what was dropped stays behind (2.5)."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey, children_of, objectives_of
from okrctl.alignment.graph import Graph, build_graph
from okrctl.editing.change import Change
from okrctl.editing.cycle_draft import new_cycle
from okrctl.editing.drafting import Drafting
from okrctl.editing.rolled_measure import Ended, is_reached
from okrctl.editing.rolled_sheet import Going, Onward, RolledSheet, Turn
from okrctl.editing.texts import new_file
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, listed
from okrctl.models.base import composed
from okrctl.models.calendar import cycle_dates
from okrctl.models.retro import NextCycle as Decision
from okrctl.models.retro import Retro, Score
from okrctl.progress.figures import Figures, figures
from okrctl.progress.measure import reached_milestones
from okrctl.progress.reported import collect_reports
from okrctl.progress.scoring import Scores, collect_scores
from okrctl.workspace.index import Cycle, OtherFile, SheetKey
from okrctl.workspace.layout import Kind, path_of

_UNDECIDED = Bilingual(
    "{name}: {goals} left out, for nobody wrote `next` (carry, revise or drop)",
    "{name}：{goals} 没有填写 next（carry、revise 或 drop），未带入",
)
_NO_RETRO = Bilingual(
    "left out, for they have no self-scores in {cycle}: {names}", "在 {cycle} 没有自评分，未带入：{names}"
)
_THERE = Bilingual("{path} is there already and was left as it is", "{path} 已经存在，保持原样")
_GONE = Bilingual("left out, for {name} left on {day}: {path}", "{name} 已于 {day} 离职，未带入：{path}")
_BEFORE = Bilingual("{target} does not begin after {source}", "{target} 不在 {source} 之后")
_BEFORE_HINT = Bilingual(
    "name the cycle to go on from with --cycle, and the next one with --to",
    "--cycle 写从哪个周期延续，--to 写延续到哪个周期",
)


class Rolled(NamedTuple):
    """The files of the next cycle, what was left out, in words, and the paths of sheets that are there already."""

    changes: tuple[Change, ...]
    remarks: tuple[Bilingual, ...]
    existing: tuple[str, ...]


def roll_over(drafting: Drafting, source_id: str, target_id: str, owners: Collection[str] | None = None) -> Rolled:
    """Drafts for the owners' next sheets (None: everybody's); no changes where nothing goes on."""
    source = drafting.cycle(composed(source_id))
    target, made = _target(drafting, composed(target_id))
    if target.start <= source.start:
        raise OkrctlError(_BEFORE.format(source=source.id, target=target.id), _BEFORE_HINT)
    graph = build_graph(drafting.workspace)
    found = figures(graph, collect_reports(graph), min(drafting.today, source.end))
    roll = _Roll(drafting, source, target, found, collect_scores(graph))
    plan = roll.plan(owners)
    there = roll.there(plan)
    sheets = tuple(change for owner in plan.owners for change in roll.sheet(owner, plan, there))
    return Rolled((*made, *sheets) if sheets else (), plan.remarks, plan.existing)


def _target(drafting: Drafting, target_id: str) -> tuple[Cycle, tuple[Change, ...]]:
    """The next cycle, and its file where it is new."""
    known = drafting.workspace.cycles.get(target_id)
    if known is not None:
        return known, ()
    made = new_cycle(drafting, target_id)
    dates = cycle_dates(target_id, drafting.workspace.settings.value.fiscal_year_start) or (date.min, date.min)
    return Cycle(target_id, *dates), made


class _Plan(NamedTuple):
    """Whose sheets are to be written, which goals of them go on and how, and what is to be said about the rest."""

    owners: tuple[str, ...]
    decisions: Mapping[GoalKey, Decision]
    remarks: tuple[Bilingual, ...]
    existing: tuple[str, ...]


class _Roll(NamedTuple):
    """One turn from a cycle to the next, with what is known of the goals of the first."""

    drafting: Drafting
    source: Cycle
    target: Cycle
    found: Figures
    scores: Scores

    @property
    def graph(self) -> Graph:
        """The goals of both cycles."""
        return self.found.graph

    def plan(self, owners: Collection[str] | None) -> _Plan:
        """What goes on of the sheets of these owners (None: of everybody)."""
        workspace = self.drafting.workspace
        wanted = [
            key.owner
            for key in sorted(workspace.sheets)
            if key.cycle == self.source.id and (owners is None or key.owner in owners)
        ]
        scored = {retro.identity["owner"] for retro in workspace.others_of(Kind.RETRO) if self._is_ours(retro)}
        silent = [workspace.name_of(owner) for owner in wanted if owner not in scored]
        remarks = [_NO_RETRO.format(cycle=self.source.id, names=listed(silent))] if silent else []
        existing = {owner: path for owner in wanted if self._is_there(path := self._path(owner))}
        left = {owner: why for owner in wanted if owner in scored and (why := self._departure(owner)) is not None}
        free = tuple(owner for owner in wanted if owner in scored and owner not in {*existing, *left})
        remarks += [_THERE.format(path=path) for path in existing.values()]
        decisions = {key: how for owner in free for key, how in self._decisions(owner)}
        undecided = [one for owner in free for one in self._undecided(owner, decisions)]
        return _Plan(free, decisions, (*remarks, *left.values(), *undecided), tuple(existing.values()))

    def there(self, plan: _Plan) -> frozenset[GoalKey]:
        """Every goal that there will be in the next cycle: those that go on, and those on sheets that stand already."""
        going = [key for key, how in plan.decisions.items() if how != "drop"]
        onward = {one._replace(cycle=self.target.id) for key in going for one in (key, key.of_objective)}
        standing = (key for key in self.graph.goals if key.cycle == self.target.id)
        return frozenset((*onward, *(key for key in standing if not self.graph.is_dropped(key, date.max))))

    def sheet(self, owner: str, plan: _Plan, there: frozenset[GoalKey]) -> tuple[Change, ...]:
        """The file of an owner of whose goals any goes on."""
        onward = tuple(self._onward(owner, plan, there))
        if not onward:
            return ()
        path = self._path(owner)
        turn = Turn(self.graph, self.source, self.target, there, self.drafting.language)
        text = RolledSheet(turn, owner, onward, self._retro(owner)).text()
        modeline = self.drafting.modeline(Kind.OKR, path)
        return (new_file(self.drafting.root, path, f"{modeline}\n{text}" if modeline else text),)

    def _objectives(self, owner: str) -> tuple[Goal, ...]:
        found = objectives_of(self.graph.goals, SheetKey(self.source.id, owner), self.drafting.workspace)
        return tuple(goal for goal in found if not goal.is_dropped(date.max))

    def _living(self, objective: Goal) -> tuple[Goal, ...]:
        return tuple(goal for goal in children_of(self.graph.goals, objective.key) if not goal.is_dropped(date.max))

    def _decisions(self, owner: str) -> Iterator[tuple[GoalKey, Decision]]:
        """What was decided for each key result: by itself, else for its objective; an objective may have none."""
        for objective in self._objectives(owner):
            for goal in self._living(objective) or (objective,):
                said = self._said(goal)
                if said is not None and said.next is not None:
                    yield goal.key, said.next

    def _said(self, goal: Goal) -> Score | None:
        """The entry that decides about a goal."""
        entries = [self.scores.of(key) for key in (goal.key, goal.key.of_objective)]
        records = [entry.record for entry in entries if entry is not None]
        return next((record for record in records if record.next is not None), records[0] if records else None)

    def _undecided(self, owner: str, decisions: Mapping[GoalKey, Decision]) -> Iterator[Bilingual]:
        goals = [goal for objective in self._objectives(owner) for goal in self._living(objective)]
        open_ = [f"{key.objective}/{key.key_result}" for key in (goal.key for goal in goals) if key not in decisions]
        if open_:
            yield _UNDECIDED.format(name=self.drafting.workspace.name_of(owner), goals=listed(open_))

    def _path(self, owner: str) -> str:
        return path_of(Kind.OKR, cycle=self.target.id, owner=owner)

    def _is_there(self, path: str) -> bool:
        """Whether something of that name stands there, and be it a link that leads nowhere."""
        file = self.drafting.root / path
        return file.exists() or file.is_symlink()

    def _departure(self, owner: str) -> Bilingual | None:
        """What to say of somebody who has left before the next cycle begins."""
        person = self.drafting.workspace.people.get(owner)
        day = person.value.left if person else None
        if day is None or day >= self.target.start:
            return None
        return _GONE.format(name=self.drafting.workspace.name_of(owner), day=day, path=self._path(owner))

    def _onward(self, owner: str, plan: _Plan, there: frozenset[GoalKey]) -> Iterator[Onward]:
        for objective in self._objectives(owner):
            goals = self._living(objective) or (objective,)
            going = [(goal, plan.decisions.get(goal.key, "drop")) for goal in goals]
            parts = [self._going(goal, how, there) for goal, how in going if how != "drop"]
            if parts:
                yield Onward(objective, tuple(part for part in parts if part.goal.key_result is not None))

    def _going(self, goal: Goal, how: Decision, there: frozenset[GoalKey]) -> Going:
        own = self.found.goal(goal.key)
        milestones = goal.key_result.milestones if goal.key_result else ()
        reached = reached_milestones(milestones, self.found.reported(goal.key), self.found.day)
        ended = Ended(own.current, frozenset(reached), self._has_contributors(goal, there), self._adds_to(goal))
        return Going(goal, how == "revise", ended, own.progress, self._said(goal) or Score())

    def _adds_to(self, goal: Goal) -> str:
        """The sum of a longer cycle, which goes on, that the goal's value counts in; empty for none."""
        for above in self.graph.supported(goal.key):
            key_result = self.graph.goals[above].key_result
            if above.cycle != self.source.id and key_result is not None and key_result.cascade == "sum":
                return above.address(self.source.id)
        return ""

    def _has_contributors(self, goal: Goal, there: frozenset[GoalKey]) -> bool:
        """Whether anything that goes on still adds up to a cascading key result."""
        own = [key for key in self.found.contributors(goal.key) if key.cycle == self.source.id]
        keys = [key for key in own if key._replace(cycle=self.target.id) in there]
        if goal.key_result is None or goal.key_result.cascade != "sum":
            return bool(keys)
        results = [(self.graph.goals[key].key_result, self.found.goal(key).current) for key in keys]
        return any(result is not None and not is_reached(result.metric, value) for result, value in results)

    def _is_ours(self, retro: OtherFile) -> bool:
        return retro.identity["cycle"] == self.source.id

    def _retro(self, owner: str) -> Retro | None:
        """What the owner wrote at the end of the cycle."""
        for retro in self.drafting.workspace.others_of(Kind.RETRO):
            if self._is_ours(retro) and retro.identity["owner"] == owner and isinstance(retro.record, Retro):
                return retro.record
        return None
