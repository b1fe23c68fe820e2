"""What a rule may look at."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from okrctl.alignment.graph import Graph
from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Rule
from okrctl.models.settings import Settings
from okrctl.workspace.index import Workspace


class Context(NamedTuple):
    """The workspace, the graph of its goals, and the day for which rules that depend on today speak."""

    workspace: Workspace
    graph: Graph
    today: date

    @property
    def settings(self) -> Settings:
        """The settings of the workspace, defaults filled in."""
        return self.workspace.settings.value


Check = Callable[[Context], Iterator[Diagnostic]]


class Entry(NamedTuple):
    """One line of the registry: the rule, its check (None: found while reading), and the module with its manual."""

    rule: Rule
    check: Check | None
    manual: str
