"""What a plain scalar means: the core types of YAML 1.2, with the way they were written kept.

YAML 1.1 would read `no`, `on`, `1:30` and `1_000` as something else than text; 1.2 does not.
"""

import re

_NUMBER = re.compile(
    r"(?P<int>[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_CONSTANTS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_FIRST_OF_NUMBER = frozenset("+-.0123456789")
_LONGEST_NUMBER = 300  # digits; Python refuses to convert far longer ones, and no one writes them on purpose


class WrittenInt(int):
    """A whole number that still knows how it was written: `str()` gives that text."""

    written: str

    def __new__(cls, written: str) -> "WrittenInt":
        """Read `written`: decimal, 0o octal or 0x hexadecimal."""
        base = {"0o": 8, "0x": 16}.get(written[:2], 10)
        number = super().__new__(cls, written, base)
        number.written = written
        return number

    def __getnewargs__(self) -> tuple[str]:  # type: ignore[override]
        return (self.written,)

    def __str__(self) -> str:
        return self.written


class WrittenFloat(float):
    """A fractional number that still knows how it was written: `str()` gives that text (`1.10`)."""

    written: str

    def __new__(cls, written: str) -> "WrittenFloat":
        """Read `written`: decimal, with `.inf` and `.nan` as YAML spells them."""
        special = written.lower().replace(".inf", "inf").replace(".nan", "nan")
        number = super().__new__(cls, special)
        number.written = written
        return number

    def __getnewargs__(self) -> tuple[str]:  # type: ignore[override]
        return (self.written,)

    def __str__(self) -> str:
        return self.written


Scalar = str | int | float | bool | None


def resolve(written: str) -> Scalar:
    """The value of a plain scalar by the core schema of YAML 1.2.2 (chapter 10.3)."""
    if written[:1] in _FIRST_OF_NUMBER and len(written) < _LONGEST_NUMBER:
        found = _NUMBER.fullmatch(written)
        if found is None:
            return written
        return WrittenInt(written) if found["int"] is not None else WrittenFloat(written)
    return _CONSTANTS.get(written, written)
