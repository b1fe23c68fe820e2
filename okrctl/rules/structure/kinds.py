"""What a key result may be measured by: the part of OKR008 that only all its keys together can show.

The rule, its manual and its examples are those of OKR008 (`rules/reading/wrong_form.py`); the shape of a cascade is
OKR213's.
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, Related
from okrctl.diagnostics.rule import Severity
from okrctl.language import Bilingual
from okrctl.models.okr import Keep, KeyResult
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_key_results
from okrctl.source.place import Place

_MEASURES = ("metric", "keep", "milestones")
_TWICE = Bilingual(
    "{second} beside {first}: a key result is measured in one way only",
    "{second} 和 {first} 并列：一条关键结果只能有一种衡量方式",
)
_ONE = Bilingual(
    "keep one of them, or split it into two key results: metric: {start: 31, target: 40}",
    "只保留一个，或拆成两条关键结果：metric: {start: 31, target: 40}",
)
_OTHER = Bilingual("the other one", "另一个在这里")
_NO_END = Bilingual("keep has neither min nor max", "keep 既没有 min，也没有 max")
_ADD_END = Bilingual(
    "say what the value must stay above or below: keep: {min: 99.95}", "写明下限或上限：keep: {min: 99.95}"
)
_CROSSED = Bilingual("min {low} is above max {high}", "下限 {low} 高于上限 {high}")
_UNCROSS = Bilingual(
    "write the lower value as min: keep: {min: 20, max: 24}", "min 写较小的值：keep: {min: 20, max: 24}"
)


def check_kinds(context: Context) -> Iterator[Diagnostic]:
    """Every key result: at most one measure, and a band that a value can lie in."""
    for goal, key_result in live_key_results(context):
        yield from _measures(key_result, goal.place)
        if key_result.keep is not None:
            yield from _band(key_result.keep, goal.place.at("keep"))


def _measures(key_result: KeyResult, place: Place) -> Iterator[Diagnostic]:
    """More than one measure; all of them beside `cascade: mean` are OKR213's."""
    written = [name for name in _MEASURES if getattr(key_result, name)]
    if len(written) < 2 or key_result.cascade == "mean":
        return
    first, second = written[:2]
    related = Related(place.at(first).key(), _OTHER)
    yield _form(place.at(second).key(), _TWICE.format(first=first, second=second), _ONE, related)


def _band(keep: Keep, place: Place) -> Iterator[Diagnostic]:
    if keep.min is None and keep.max is None:
        yield _form(place, _NO_END, _ADD_END)
    elif keep.min is not None and keep.max is not None and keep.min > keep.max:
        yield _form(place.at("min"), _CROSSED.format(low=keep.min, high=keep.max), _UNCROSS)


def _form(place: Place, message: Bilingual, remedy: Bilingual, *related: Related) -> Diagnostic:
    return Diagnostic("OKR008", Severity.ERROR, place, message, remedy, related)
