"""One YAML file as it was read: its text, the data in it, and where everything stands."""

from dataclasses import dataclass
from functools import cached_property

from okrctl.source.outline import Outline
from okrctl.source.problem import Problem
from okrctl.source.scalar import Scalar
from okrctl.source.span import Lines

Data = Scalar | list["Data"] | dict[str, "Data"]


@dataclass(frozen=True, eq=False)
class Document:
    """A file's path as findings show it, its text without BOM, and what one parse made of it; equal to itself alone.

    `data` is plain: dicts with text keys, lists, scalars by YAML 1.2; None when the text is no YAML.
    """

    path: str
    text: str = ""
    data: Data = None
    outline: Outline | None = None
    problems: tuple[Problem, ...] = ()

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text, counted when first asked for."""
        return Lines.of(self.text)

    @property
    def readable(self) -> bool:
        """Whether the text could be read as YAML."""
        return not any(problem.kind.fatal for problem in self.problems)
