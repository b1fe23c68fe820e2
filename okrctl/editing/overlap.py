"""Where news meets what a note says already: the same to-do or risk is not written twice, figures are replaced."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import NamedTuple, TypeVar

from okrctl.editing.said import Said, SaidRisk, SaidStep
from okrctl.models.base import composed
from okrctl.models.note import Report

T = TypeVar("T")
REPLACED = ("value", "percent", "status", "confidence", "progress")
"""What an entry says once only."""


class Replaced(NamedTuple):
    """What an entry said in one of REPLACED, and what it says now."""

    name: str
    before: object
    after: object


def without_repeats(said: Said, entries: Sequence[Report], author: str) -> Said:
    """The news without the risks and next steps that one of the entries has, or that stand in it twice."""
    risks = _new(said.risks, {_risk(one.risk, one.need, one.from_) for entry in entries for one in entry.risks}, _said)
    return said._replace(risks=tuple(risks), next_steps=new_steps(said.next_steps, entries, author))


def new_steps(steps: Iterable[SaidStep], entries: Sequence[Report], author: str) -> tuple[SaidStep, ...]:
    """The next steps that none of the entries has: with the same words, owner (else the author) and day."""
    there = {(_words(one.what), one.owner or author, one.due) for entry in entries for one in entry.next}
    return tuple(_new(steps, there, lambda step: (_words(step.what), step.owner or author, step.due)))


def repeats(said: Said, entries: Sequence[Report], author: str) -> tuple[str, ...]:
    """The texts of what `without_repeats` leaves out."""
    new = without_repeats(said, entries, author)
    risks = [one.risk for one in said.risks if one not in new.risks]
    return (*risks, *(one.what for one in said.next_steps if one not in new.next_steps))


def replaced(said: Said, entry: Report) -> Iterator[Replaced]:
    """What the entry says otherwise than the news that will take its place."""
    for name in REPLACED:
        before, after = getattr(entry, name), getattr(said, name)
        if before is not None and after is not None and before != after:
            yield Replaced(name, before, after)


def _new(items: Iterable[T], there: Set[tuple[object, ...]], key: Callable[[T], tuple[object, ...]]) -> Iterator[T]:
    seen = set(there)
    for one in items:
        if key(one) not in seen:
            seen.add(key(one))
            yield one


def _said(risk: SaidRisk) -> tuple[object, ...]:
    return _risk(risk.risk, risk.need, risk.from_)


def _risk(risk: str, need: str | None, from_: Iterable[str]) -> tuple[object, ...]:
    return _words(risk), _words(need or ""), frozenset(from_)


def _words(text: str) -> str:
    return " ".join(composed(text).split())
