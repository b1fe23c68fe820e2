"""What somebody says for a weekly note, checked already: by options of a command, or answering questions."""

from datetime import date
from typing import NamedTuple

from okrctl.models.note import Status


class SaidRisk(NamedTuple):
    """A risk, what would help, and the handles of those whose help it is."""

    risk: str
    need: str | None = None
    from_: tuple[str, ...] = ()


class SaidStep(NamedTuple):
    """A next step; `owner` is a handle, None for the author; without `due` it is due at the next meeting."""

    what: str
    owner: str | None = None
    due: date | None = None


class Said(NamedTuple):
    """News of one goal: `kr` is its address; what is None or empty is not said, and stays as the note has it."""

    kr: str
    value: float | None = None
    percent: float | None = None
    reached: tuple[str, ...] = ()
    status: Status | None = None
    confidence: float | None = None
    progress: str | None = None
    risks: tuple[SaidRisk, ...] = ()
    next_steps: tuple[SaidStep, ...] = ()


class SaidOther(NamedTuple):
    """What is on nobody's sheet: goes under the entry of `other` with one of these titles, else under a new one."""

    titles: tuple[str, ...]
    next_steps: tuple[SaidStep, ...]


class News(NamedTuple):
    """Everything for one note: news of goals, references of to-dos that are closed, and what else matters."""

    updates: tuple[Said, ...] = ()
    done: tuple[str, ...] = ()
    other: tuple[SaidOther, ...] = ()
