"""Which goal of one state of a sheet is which of the next: by id and words, then by words, then by id."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from okrctl.models.base import composed
from okrctl.models.okr import KeyResult, Objective, Sheet

_T = TypeVar("_T")


class Pairing(NamedTuple, Generic[_T]):
    """What is there in both states, only in the new one, only in the old one; each in its sheet's order."""

    pairs: tuple[tuple[_T, _T], ...]
    added: tuple[_T, ...]
    deleted: tuple[_T, ...]


class Result(NamedTuple):
    """A key result with the objective that it stands under."""

    objective: Objective
    record: KeyResult

    @property
    def path(self) -> str:
        """Its address on the sheet: `O1/KR2`."""
        return f"{self.objective.id}/{self.record.id}"


def plain_words(text: str) -> str:
    """Text in NFC with every run of white space as one space, as an approval's digest takes it (1.10)."""
    return " ".join(composed(text).split())


def pair_objectives(before: Sheet | None, after: Sheet | None) -> Pairing[Objective]:
    """The objectives of both states. One that has another id and the same words is the same one."""
    return _pair(before.objectives if before else (), after.objectives if after else (), _objective_names)


def pair_key_results(objectives: Pairing[Objective]) -> Pairing[Result]:
    """The key results: of the same objective first, then, by their words, of any other."""
    inside = [_pair(_results(old), _results(new), _result_names) for old, new in objectives.pairs]
    deleted = [one for pairing in inside for one in pairing.deleted]
    deleted += [one for old in objectives.deleted for one in _results(old)]
    added = [one for pairing in inside for one in pairing.added]
    added += [one for new in objectives.added for one in _results(new)]
    strays = _pair(deleted, added, lambda one: (one.path, plain_words(one.record.title)))
    pairs = [pair for pairing in inside for pair in pairing.pairs]
    return Pairing((*pairs, *strays.pairs), strays.added, strays.deleted)


def _objective_names(one: Objective) -> tuple[object, ...]:
    words = plain_words(one.title)
    return (one.id, words), words, one.id


def _result_names(one: Result) -> tuple[object, ...]:
    words = plain_words(one.record.title)
    return (one.record.id, words), words, one.record.id


def _results(objective: Objective) -> tuple[Result, ...]:
    return tuple(Result(objective, record) for record in objective.key_results)


def _pair(before: Sequence[_T], after: Sequence[_T], names_of: Callable[[_T], tuple[object, ...]]) -> Pairing[_T]:
    """Pair what has the same name, the surest name first; a name that stands twice in one state names nothing."""
    if not before or not after:
        return Pairing((), tuple(after), tuple(before))
    old, new = (_all_names(map(names_of, side)) for side in (before, after))
    pairs: list[tuple[int, int]] = []
    for kind in range(len(old[0])):
        olds, news = _named(old, kind), _named(new, kind)
        for what in news.keys() & olds.keys():
            pairs.append((olds[what], news[what]))
            del old[olds[what]], new[news[what]]
        if not old or not new:
            break
    ordered = sorted(pairs, key=lambda pair: pair[1])
    return Pairing(
        tuple((before[i], after[j]) for i, j in ordered), tuple(after[j] for j in new), tuple(before[i] for i in old)
    )


def _all_names(names: Iterable[tuple[object, ...]]) -> dict[int, tuple[object, ...]]:
    """The names of each goal; of those alike in the surest one, the first is the first of them."""
    alike: Counter[object] = Counter()
    found: dict[int, tuple[object, ...]] = {}
    for number, (surest, *others) in enumerate(names):
        found[number] = ((surest, alike[surest]), *others)
        alike[surest] += 1
    return found


def _named(goals: Mapping[int, tuple[object, ...]], kind: int) -> dict[object, int]:
    """Goals by one kind of their names; those of the same name are left out."""
    found: dict[object, int] = {}
    twice: set[object] = set()
    for number, names in goals.items():
        if found.setdefault(names[kind], number) != number:
            twice.add(names[kind])
    return {what: number for what, number in found.items() if what not in twice}
