"""The record that every file is made of, the plain scalars in it, and the words for what was expected."""

import re
import unicodedata
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, PlainValidator, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from okrctl.language import Bilingual

Expected = Literal[
    "text",
    "handle",
    "cycle",
    "address",
    "to-do",
    "date",
    "week",
    "month",
    "timezone",
    "email",
    "number",
    "amount",
    "percent",
    "share",
    "way",
    "confidence",
    "whole number",
    "yes/no",
    "range",
    "list",
    "mapping",
    "text or mapping",
    "list or mapping",
]

_EXPECTATIONS: tuple[tuple[Expected, str, str, str], ...] = (
    ("text", "some text", "一段文字", "Three customers renewed"),
    ("handle", "a handle: letters, digits, `_`, `-` and `.`", "一个标识：字母、数字、`_`、`-`、`.`", "alice"),
    ("cycle", "the id of a cycle", "一个周期的编号", "2026-Q1"),
    ("address", "the address of an objective or key result", "目标或关键结果的地址", "growth/O1/KR2"),
    ("to-do", "the reference of a to-do: week/author/number", "待办事项的引用：周/作者/序号", "2026-W07/alice/1"),
    ("date", "a date", "一个日期", "2026-03-31"),
    ("week", "an ISO week", "一个 ISO 周", "2026-W08"),
    ("month", "the number of a month, 1 to 12", "月份，1 到 12", "4"),
    ("timezone", "the name of a time zone", "一个时区名称", "Europe/Berlin"),
    ("email", "an e-mail address", "一个邮箱地址", "alice@starling.example"),
    ("number", "a number", "一个数字", "34.5"),
    ("amount", "a number from 0 up", "一个不小于 0 的数字", "2"),
    ("percent", "a number from 0 to 100", "一个 0 到 100 的数字", "60"),
    ("share", "a number from 0 to 1", "一个 0 到 1 的数字", "0.7"),
    ("way", "a share of the way, 1 for all of it", "完成的比例，1 表示全部完成", "0.83"),
    ("confidence", "a number from 0 to 10", "一个 0 到 10 的数字", "7"),
    ("whole number", "a whole number", "一个整数", "5"),
    ("yes/no", "true or false", "true 或 false", "true"),
    ("range", "two numbers, the smaller one first", "两个数字，小的在前", "[2, 5]"),
    ("list", "a list", "一个列表", "[alice, bob]"),
    ("mapping", "keys with values", "若干“键: 值”", "{on: 2026-03-31, because: The market closed}"),
    ("text or mapping", "some text, or keys with values", "一段文字，或若干“键: 值”", "The provider throttles us"),
    ("list or mapping", "a list, or keys with values", "一个列表，或若干“键: 值”", "[M1, M2]"),
)


def expectation(word: Expected) -> tuple[Bilingual, str]:
    """What `word` asks for, in both languages, and an example of it in correct YAML."""
    for name, english, chinese, example in _EXPECTATIONS:
        if name == word:
            return Bilingual(english, chinese), example
    raise KeyError(word)


def form_error(expected: Expected) -> PydanticCustomError:
    """The value is of the wrong type or form (OKR008)."""
    return PydanticCustomError("okr_form", "expected {expected}", {"expected": expected})


def range_error(expected: Expected) -> PydanticCustomError:
    """The value has the right form and is out of range (OKR009)."""
    return PydanticCustomError("okr_range", "out of range, expected {expected}", {"expected": expected})


class Record(BaseModel):
    """One mapping of a file: frozen, and closed to keys that it does not know."""

    # Building a validator costs more than importing its module: a command pays for the kinds it reads.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def unwritten() -> Any:
    """The default of a key that holds a record: an empty mapping, which its own validator fills with defaults.

    A record as default would need a second validator for its class, and building one costs 5 ms.
    """
    return {}


class _WrittenOrAbsent:
    """Takes `None` out of what may be written: a key that may be left out must hold something when it stands."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        return schema["schema"] if schema["type"] == "nullable" else schema


_T = TypeVar("_T")
Maybe = Annotated[_T | None, _WrittenOrAbsent()]
"""An optional key: `None` when it is left out; a key with nothing behind it is an error."""

# The two languages of regular expressions differ in what `\s` holds; named one by one, they agree.
BLANK = r"\s\u001c-\u001f\u0085\ufeff"
_PRINTED = re.compile(f"[^{BLANK}]").search
_SURROGATE = re.compile(r"[\ud800-\udfff]").search
LARGEST = 1e30  # far above any figure of a goal, and far enough from overflow for sums and products
MOST = 1_000_000  # above any count of people, goals or forms


def as_written(value: object, expected: Expected = "text") -> str:
    """A plain scalar as the text that stands in the file: `1.10` stays `1.10`."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        try:
            return str(value)
        except ValueError as error:  # Python refuses to print integers of more than 4300 digits
            raise range_error(expected) from error
    raise form_error(expected)


def composed(text: str) -> str:
    """`text` in NFC, so that what looks alike is equal."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def read_text(value: object) -> str:
    """Text as written; blank text is no text."""
    text = as_written(value)
    if not _PRINTED(text) or (not text.isascii() and _SURROGATE(text)):
        raise form_error("text")
    return text


def _read_label(value: object) -> str:
    return composed(read_text(value))


def _read_flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise form_error("yes/no")


def _read_number(value: object, expected: Expected = "number", low: float = -LARGEST, high: float = LARGEST) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise form_error(expected)
    if not low <= value <= high:  # false for NaN, too
        raise range_error(expected)
    # The parser's numbers remember how they were written; a record holds plain ones.
    return int(value) if isinstance(value, int) else float(value)


def _read_amount(value: object) -> float:
    return _read_number(value, "amount", 0)


def _read_percent(value: object) -> float:
    return _read_number(value, "percent", 0, 100)


def _read_share(value: object) -> float:
    return _read_number(value, "share", 0, 1)


def _read_way(value: object) -> float:
    return _read_number(value, "way", -10, 10)


def _read_confidence(value: object) -> float:
    return _read_number(value, "confidence", 0, 10)


def read_whole(value: object, expected: Expected, low: int, high: int) -> int:
    """A whole number from `low` to `high`; `5.0` is one, as JSON Schema has it."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise form_error(expected)
    if not low <= value <= high:
        raise range_error(expected)
    if value != int(value):
        raise form_error(expected)
    return int(value)


def read_range(value: object, low: int, high: int) -> tuple[float, float]:
    """Two numbers from `low` to `high`, the smaller one first."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise form_error("range")
    least, most = (_read_number(bound, "range", low, high) for bound in value)
    if least > most:
        raise range_error("range")
    return least, most


def _read_count(value: object) -> int:
    return read_whole(value, "whole number", 0, MOST)


def _read_ordinal(value: object) -> int:
    return read_whole(value, "whole number", 1, MOST)


# `x-scalar` names a scalar; the schema writer turns each into one definition per file.
_SCALAR = ["string", "number", "boolean"]
_WRITTEN = {
    "type": _SCALAR,
    "pattern": f"[^{BLANK}]",
    "patternErrorMessage": "Some text is expected here.",
}
Text = Annotated[str, PlainValidator(read_text), WithJsonSchema({"x-scalar": "text", **_WRITTEN})]
"""Text for people, as written; never blank."""
Label = Annotated[str, PlainValidator(_read_label), WithJsonSchema({"x-scalar": "text", **_WRITTEN})]
"""Text that is compared with other text, in NFC: a grade, a level, a unit, a tag."""
Flag = Annotated[bool, PlainValidator(_read_flag), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`."""


def _between(low: float, high: float) -> WithJsonSchema:
    return WithJsonSchema({"type": "number", "minimum": low, "maximum": high})


Number = Annotated[float, PlainValidator(_read_number), _between(-LARGEST, LARGEST)]
"""A finite number; one that is written without a point stays an `int`."""
Amount = Annotated[float, PlainValidator(_read_amount), _between(0, LARGEST)]
"""A number from 0 up."""
Percent = Annotated[float, PlainValidator(_read_percent), _between(0, 100)]
"""A number from 0 to 100."""
Share = Annotated[float, PlainValidator(_read_share), _between(0, 1)]
"""A number from 0 to 1."""
Way = Annotated[float, PlainValidator(_read_way), _between(-10, 10)]
"""The share of a way that was made: below 0 backwards, above 1 beyond the end."""
Confidence = Annotated[float, PlainValidator(_read_confidence), _between(0, 10)]
"""A number from 0 to 10."""
Count = Annotated[int, PlainValidator(_read_count), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MOST})]
"""A whole number from 0 up."""
Ordinal = Annotated[
    int, PlainValidator(_read_ordinal), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST})
]
"""A whole number from 1 up."""
