"""What Pydantic says about data, as findings: OKR006–009 at the key or value a person would mend."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Severity
from okrctl.language import Bilingual, listed, same
from okrctl.models.base import Expected, expectation
from okrctl.source.document import Document
from okrctl.source.outline import Step
from okrctl.source.place import Place
from okrctl.workspace.shapes import shape_of
from okrctl.workspace.weeks import YEARS, no_such_week

_LONGEST_SHOWN = 40
_TYPES: dict[str, Expected] = {
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "list_type": "list",
    "string_type": "text",
    "bool_type": "yes/no",
    "int_type": "whole number",
    "float_type": "number",
}
_OUT_OF_RANGE = Bilingual("{found} is out of range; expected {expected}", "{found}超出范围，应为{expected}")
_WRONG_FORM = Bilingual("expected {expected}, found {found}", "应为{expected}，却是{found}")
_NO_DAY = Bilingual("there is no such day: {found}", "“{found}”这一天不存在")
_NO_YEAR = Bilingual(
    "{found} is out of range; expected a year from {first} to {last}", "{found}超出范围，年份应为 {first} 到 {last}"
)
_NUMBER_WORDS = ("number", "amount", "percent", "share", "way", "confidence", "whole number")


def faults_of(document: Document, model: type[BaseModel], error: ValidationError) -> Iterator[Diagnostic]:
    """One finding for each thing that keeps `document` from being a `model`; a misspelt key is not missing as well."""
    details = error.errors(include_url=False)
    meant = {
        (*steps[:-1], closest(str(steps[-1]), _known_keys(model, steps)))
        for detail in details
        if detail["type"] == "extra_forbidden"
        for steps in (detail["loc"],)
    }
    for detail in details:
        if detail["type"] != "missing" or detail["loc"] not in meant:
            yield _fault(document, model, detail)


def closest(word: str, known: object) -> str | None:
    """The known word that was probably meant; None if nothing is near."""
    candidates = [name for name in known if isinstance(name, str)] if hasattr(known, "__iter__") else []
    folded = {_fold(name): name for name in candidates}
    # Most Chinese names have two or three characters: one slip in 王芳 is half of it.
    cutoff = 0.5 if len(word) == 2 and not word.isascii() else 0.6
    near = get_close_matches(_fold(word), list(folded), n=1, cutoff=cutoff)
    return folded[near[0]] if near else None


def did_you_mean(word: str, known: object) -> Bilingual:
    """A remedy's last words: the nearest known one, or nothing."""
    near = closest(word, known)
    return same("") if near is None else Bilingual("; did you mean {near}?", "；是否想写 {near}？").format(near=near)


def _fold(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _fault(document: Document, model: type[BaseModel], detail: ErrorDetails) -> Diagnostic:
    steps = tuple(step for step in detail["loc"] if step != "[key]")
    place = Place(document, steps)
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(place, model, steps)
    if kind == "missing":
        return _missing_key(document, model, steps)
    if detail["loc"][-1:] == ("[key]",):
        place = place.key()
    if kind == "literal_error":
        return _not_among(place, detail)
    return _wrong_value(place, model, detail)


def _unknown_key(place: Place, model: type[BaseModel], steps: tuple[Step, ...]) -> Diagnostic:
    name = str(steps[-1])
    known = _known_keys(model, steps)
    near = closest(name, known)
    if near is None:
        remedy = Bilingual("the keys allowed here are: {known}", "这里可用的键：{known}").format(known=listed(known))
    else:
        remedy = Bilingual("did you mean {near}?", "是否想写 {near}？").format(near=near)
    message = Bilingual('unknown key "{name}"', "未知的键“{name}”").format(name=_short(name))
    return Diagnostic("OKR006", Severity.ERROR, place.key(), message, remedy)


def _known_keys(model: type[BaseModel], steps: tuple[Step, ...]) -> list[str]:
    """The keys that may stand beside the last step."""
    return sorted({alias for record in _records_at(model, steps[:-1]) for alias in _keys(record)})


def _missing_key(document: Document, model: type[BaseModel], steps: tuple[Step, ...]) -> Diagnostic:
    name = str(steps[-1])
    example = _example(model, steps)
    message = Bilingual('the key "{name}" is missing', "缺少键“{name}”").format(name=name)
    remedy = Bilingual("add {name}: {example}", "补上 {name}: {example}").format(name=name, example=example)
    return Diagnostic("OKR007", Severity.ERROR, Place(document, steps[:-1]), message, remedy)


def _not_among(place: Place, detail: ErrorDetails) -> Diagnostic:
    allowed = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
    found = _apart(_shown(detail["input"]), after=True)
    # In the message, for a remedy is shown of private files, too, and must not tell what is written there.
    near = did_you_mean(str(detail["input"]), allowed)
    message = Bilingual("{found} is not one of the values allowed here{near}", "{found}不是这个键可取的值{near}")
    remedy = Bilingual("write one of: {allowed}", "可取的值：{allowed}").format(allowed=listed(allowed))
    # A relation is a word of the practice: its rule is the one for unknown dimensions and grades.
    code = "OKR112" if detail["loc"][-1] == "relation" else "OKR009"
    return Diagnostic(code, Severity.ERROR, place, message.format(found=found, near=near), remedy)


def _wrong_value(place: Place, model: type[BaseModel], detail: ErrorDetails) -> Diagnostic:
    word: Expected = detail.get("ctx", {}).get("expected") or _TYPES.get(detail["type"], "text")
    expected, example = expectation(word)
    found, ranged = _shown(detail["input"]), detail["type"] == "okr_range"
    meant = _apart(expected)
    if ranged:
        message = _out_of_range(word, detail["input"]) or _OUT_OF_RANGE.format(
            found=_apart(found, after=True), expected=meant
        )
    else:
        message = _WRONG_FORM.format(found=_apart(found), expected=meant)
    shape = _shape(model, place.steps, word) or example
    remedy = Bilingual("for example: {example}", "例如：{example}").format(example=shape)
    if word in _NUMBER_WORDS and isinstance(detail["input"], str):
        remedy = Bilingual(
            "write digits only, without quotes, separators or unit: {example}",
            "只写半角数字，不加引号、千分位和单位：{example}",
        ).format(example=example)
    return Diagnostic("OKR009" if ranged else "OKR008", Severity.ERROR, place, message, remedy)


def _shape(model: type[BaseModel], steps: tuple[Step, ...], word: Expected) -> Bilingual | None:
    """A list or an entry of it as it looks just there; None where the example of the word is as good."""
    names = [number for number, step in enumerate(steps) if isinstance(step, str)]
    if word not in ("list", "mapping") or not names:
        return None
    for record in _records_at(model, steps[: names[-1]]):
        for name, field in record.model_fields.items():
            if (field.alias or name) != steps[names[-1]]:
                continue
            shape = shape_of(_records_in(field.annotation))
            if shape is not None:
                return same("[{shape}]").format(shape=shape) if word == "list" else shape
            if word == "list" and field.examples and isinstance(field.examples[0], list):
                return same(f"[{', '.join(map(str, field.examples[0]))}]")
    return None


def _out_of_range(word: Expected, value: object) -> Bilingual | None:
    """A day or week that the calendar does not have; None for anything else."""
    if not isinstance(value, str) or word not in ("date", "week"):
        return None
    if not YEARS[0] <= int(value[:4]) <= YEARS[1]:
        return _NO_YEAR.format(found=_shown(value), first=YEARS[0], last=YEARS[1])
    return _NO_DAY.format(found=value) if word == "date" else no_such_week(value)


def _apart(text: Bilingual, after: bool = False) -> Bilingual:
    """The text with a space before it (or after it) where Chinese leaves one: beside letters and digits only."""
    if not text.zh[-1 if after else 0].isascii():
        return text
    return Bilingual(text.en, f"{text.zh} " if after else f" {text.zh}")


def _shown(value: object) -> Bilingual:
    if value is None:
        return Bilingual("nothing", "空值")
    if isinstance(value, dict):
        return Bilingual("a mapping", "一个映射（键: 值）")
    if isinstance(value, list):
        return Bilingual("a list", "一个列表")
    if isinstance(value, str):
        return Bilingual(f'"{_short(value)}"', f"“{_short(value)}”")
    return same(_short(str(value)))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_SHOWN else flat[: _LONGEST_SHOWN - 1] + "…"


def _keys(record: type[BaseModel]) -> Iterator[str]:
    return (field.alias or name for name, field in record.model_fields.items())


def _example(model: type[BaseModel], steps: tuple[Step, ...]) -> Bilingual:
    """What could stand there: the field's examples are in English first, then, where it is prose, in Chinese."""
    for record in _records_at(model, steps[:-1]):
        for name, field in record.model_fields.items():
            if (field.alias or name) == steps[-1] and field.examples:
                texts = [str(example) for example in field.examples]
                return Bilingual(texts[0], next((text for text in texts if not text.isascii()), texts[0]))
    return same("…")


def _records_at(model: type[BaseModel], steps: tuple[Step, ...]) -> set[type[BaseModel]]:
    """The records that a path can lead into: union tags, list positions and names of a mapping change nothing."""
    records = {model}
    for step in steps:
        below = {inner for record in records for inner in _records_under(record, step)}
        records = below or records
    return records


def _records_under(record: type[BaseModel], key: Step) -> Iterator[type[BaseModel]]:
    for name, field in record.model_fields.items():
        if (field.alias or name) == key:
            yield from _records_in(field.annotation)


def _records_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _records_in(argument)
