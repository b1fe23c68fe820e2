"""What a rule may look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from okrctl.alignment.graph import Graph
from okrctl.alignment.score_entries import ScoreEntry, score_entries
from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Rule
from okrctl.models.settings import Settings
from okrctl.progress.figures import Figures, figures
from okrctl.progress.reported import Reports, collect_reports
from okrctl.progress.scoring import Scores, collect_scores
from okrctl.workspace.index import Workspace
from okrctl.workspace.todos import Todos


@dataclass(frozen=True)
class Context:
    """The workspace, the graph of its goals, and the day for which rules that depend on today speak.

    What several rules need and is dear to work out is worked out once, when the first of them asks.
    """

    workspace: Workspace
    graph: Graph
    today: date
    _figures: dict[date, Figures] = field(default_factory=dict, repr=False, compare=False)

    @property
    def settings(self) -> Settings:
        """The settings of the workspace, defaults filled in."""
        return self.workspace.settings.value

    @cached_property
    def reports(self) -> Reports:
        """Every update of every note, by the goal it is about."""
        return collect_reports(self.graph)

    @cached_property
    def todos(self) -> Todos:
        """The to-dos and needs of all notes."""
        return Todos(self.workspace)

    @cached_property
    def score_entries(self) -> tuple[ScoreEntry, ...]:
        """The entries of every retrospective, with the goals that they name."""
        return tuple(score_entries(self.graph))

    @cached_property
    def scores(self) -> Scores:
        """What every retrospective says of a goal."""
        return collect_scores(self.graph)

    def figures_on(self, day: date) -> Figures:
        """The numbers of every goal as of a day."""
        if day not in self._figures:
            self._figures[day] = figures(self.graph, self.reports, day)
        return self._figures[day]


Check = Callable[[Context], Iterator[Diagnostic]]


class Entry(NamedTuple):
    """One line of the registry: the rule, its check (None: found while reading), and the module with its manual."""

    rule: Rule
    check: Check | None
    manual: str
