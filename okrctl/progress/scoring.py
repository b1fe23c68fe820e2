"""Self-scores, their roll-up, and what they say about how bold the goals were (3.4). Never about people."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from okrctl.alignment.goals import Goal, GoalKey, Missing, children_of, objectives_of
from okrctl.alignment.graph import Graph
from okrctl.alignment.score_entries import ScoreEntry, score_entries
from okrctl.models.retro import Score
from okrctl.progress.rollup import clean, effective_weights, weighted_mean
from okrctl.progress.timing import responsible_for
from okrctl.source.place import Place
from okrctl.workspace import chart
from okrctl.workspace.index import SheetKey, Workspace

Verdict = Literal["too_safe", "healthy", "stretched", "out_of_reach"]
_DIGITS = 9  # of a mean before it is compared: 0.6 is healthy however it was summed


class ScoredGoal(NamedTuple):
    """One entry of a retrospective: the score 0..1 and the completion as written, whose file it is, and where.

    `is_clear` where the entry names this goal alone, by the key that fits; what else it names is reported (OKR008).
    """

    key: GoalKey
    score: float | None
    completion: float | None
    record: Score
    retro_owner: str
    place: Place
    is_clear: bool = True


class OwnerScore(NamedTuple):
    """The score of one sheet, 0..1, None where nothing is scored; `unscored` the key results without a score."""

    score: float | None
    unscored: tuple[GoalKey, ...]


class Scores:
    """The scores of a workspace's goals; dropped goals are in no mean, and nobody misses their score."""

    def __init__(self, graph: Graph, entries: Mapping[GoalKey, ScoredGoal]) -> None:
        self.graph = graph
        self._entries = entries

    def of(self, key: GoalKey) -> ScoredGoal | None:
        """What a retrospective says of this very goal."""
        return self._entries.get(key)

    def score(self, key: GoalKey) -> float | None:
        """The score of a goal; of an objective its own, else the weighted mean of its scored key results."""
        written = self._entries.get(key)
        if written is not None and written.score is not None:
            return clean(written.score)
        return None if key.key_result else self.mean_of_key_results(key)

    def mean_of_key_results(self, objective: GoalKey) -> float | None:
        """The weighted mean of an objective's scored key results: its score unless it was scored itself."""
        return _mean((weight, score) for _, weight, score in self.parts(objective))

    def parts(self, objective: GoalKey) -> tuple[tuple[GoalKey, float, float], ...]:
        """The scored key results of an objective with weight and score; the weight of the others is not shared out."""
        return self._scored(children_of(self.graph.goals, objective))

    def owner(self, sheet: SheetKey) -> OwnerScore:
        """The weighted mean of the objectives that have a score, and every key result that has none."""
        objectives = self._objectives(sheet)
        mean = _mean((weight, score) for _, weight, score in self._scored(objectives))
        unscored = (goal.key for one in objectives for goal in self._living(one) if self.score(goal.key) is None)
        return OwnerScore(mean, tuple(unscored))

    def aspirational_mean(self, sheets: Iterable[SheetKey]) -> float | None:
        """The weighted mean of the aspirational objectives of these sheets: what the verdict is about."""
        kept = [
            (weight, score)
            for sheet in sheets
            for key, weight, score in self._scored(self._objectives(sheet))
            if not self._is_committed(self.graph.goals[key])
        ]
        return _mean(kept)

    def misses(self, sheet: SheetKey, made: Callable[[GoalKey], float] | None = None) -> tuple[GoalKey, ...]:
        """The committed goals that were not met: key results, and objectives that were scored themselves.

        A score below 1.0 is a miss. Without one the share of the way is asked for that a goal has `made` by the end
        of the cycle (None: it runs on, so that the share says nothing yet); an objective's own score speaks for its
        key results that have none.
        """
        committed = (objective for objective in self._objectives(sheet) if self._is_committed(objective))
        return tuple(key for objective in committed for key in self._missed(objective, made))

    def _missed(self, objective: Goal, made: Callable[[GoalKey], float] | None) -> Iterator[GoalKey]:
        judged = [goal.key for goal in self._living(objective)]
        asked = made if self._written(objective.key) is None else None
        for key in dict.fromkeys((objective.key, *judged)):
            reached = self._written(key)
            if reached is None and asked is not None and key in judged:
                reached = asked(key)
            if reached is not None and round(reached, _DIGITS) < 1:
                yield key

    def _objectives(self, sheet: SheetKey) -> tuple[Goal, ...]:
        found = objectives_of(self.graph.goals, sheet, self.graph.workspace)
        return tuple(goal for goal in found if not goal.is_dropped(date.max))

    def _living(self, objective: Goal) -> tuple[Goal, ...]:
        """The key results of an objective that still count; of one without any, itself."""
        key_results = children_of(self.graph.goals, objective.key)
        return tuple(goal for goal in key_results if not goal.is_dropped(date.max)) if key_results else (objective,)

    def _scored(self, siblings: Iterable[Goal]) -> tuple[tuple[GoalKey, float, float], ...]:
        living = [goal for goal in siblings if goal.record.dropped is None]
        weights = effective_weights([goal.record.weight for goal in living])
        weighed = [(goal.key, weight, self.score(goal.key)) for goal, weight in zip(living, weights, strict=True)]
        return tuple((key, weight, score) for key, weight, score in weighed if score is not None)

    def _is_committed(self, goal: Goal) -> bool:
        return (goal.objective.kind or self.graph.workspace.settings.value.default_kind) == "committed"

    def _written(self, key: GoalKey) -> float | None:
        """The score that somebody gave this very goal."""
        entry = self._entries.get(key)
        return None if entry is None else entry.score


def collect_scores(graph: Graph) -> Scores:
    """Every entry on a goal of one's own; the word of whose sheet it is goes before that of who answers for it.

    Of two entries on one goal in one file the first counts, one that names it clearly before one that does not.
    """
    entries: dict[GoalKey, ScoredGoal] = {}
    for entry in score_entries(graph):
        if isinstance(entry.target, Missing):
            continue
        if may_score(graph.workspace, graph.goals[entry.target], entry.home.owner):
            one = _scored(entry, entry.target)
            known = entries.get(one.key)
            if known is None or _standing(one) > _standing(known):
                entries[one.key] = one
    return Scores(graph, MappingProxyType(entries))


def may_score(workspace: Workspace, goal: Goal, who: str) -> bool:
    """Whether a goal is for somebody to score; true where nobody can tell who leads whom.

    It is for whose sheet it stands on, who answers for the key result, and who leads the team of the sheet.
    """
    own = goal.key_result.owner if goal.key_result else None
    lead = chart.lead_of(workspace, goal.key.owner)
    return who in (goal.key.owner, own, responsible_for(workspace, goal), lead) or workspace.org_is_broken


def verdict(mean: float) -> Verdict:
    """What a mean score says about the goals: over 0.85 too safe, from 0.60 healthy, from 0.40 stretched.

    3.4 gives 0.85 to two bands: "> 0.85 too safe", and lower bounds belong. The sign is the plainer word: 0.85 is
    healthy still.
    """
    rounded = round(mean, _DIGITS)
    if rounded > 0.85:
        return "too_safe"
    if rounded >= 0.60:
        return "healthy"
    return "stretched" if rounded >= 0.40 else "out_of_reach"


def _scored(entry: ScoreEntry, key: GoalKey) -> ScoredGoal:
    record, is_clear = entry.record, entry.clear_target is not None
    return ScoredGoal(key, record.score, record.completion, record, entry.home.owner, entry.place, is_clear)


def _standing(entry: ScoredGoal) -> tuple[bool, bool]:
    return entry.retro_owner == entry.key.owner, entry.is_clear


def _mean(pairs: Iterable[tuple[float, float]]) -> float | None:
    mean = weighted_mean(pairs)
    return None if mean is None else clean(mean)
