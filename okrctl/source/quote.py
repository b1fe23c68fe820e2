"""Text → YAML that gives it back: plain where that is safe, else in double quotes; and text inside a comment."""

import re

from okrctl.source.scalar import resolve

_PLAIN = re.compile(r"[^\s\"'&*!|>%@`#,\[\]{}?:=<~.+-](?:[^\S\n]?\S)*")
_OPEN_IN_FLOW = re.compile(r"[,\[\]{}:]")
_MEANS_MORE = re.compile(r":(?:\s|$)|\s#|[^\S ]")
# Nothing in these ranges is text that every editor shows, or every YAML reader takes for text.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u2028\u2029\ufeff\ufff0-\uffff\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = re.compile(rf'["\\]|{_UNSEEN.pattern}')
# Readers of YAML 1.1, which most other tools are, take these for more than text.
_OLD_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_OLD_FORMS = re.compile(r"[0-9][0-9_,.:eExXoO-]*|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\b.*")


def quoted(text: str, *, in_flow: bool = False) -> str:
    """`text` as a YAML scalar of one line; `in_flow`: for a place inside brackets. Half characters become U+FFFD."""
    return text if _is_plain(text, in_flow) else f'"{_ESCAPED.sub(_escape, text)}"'


def in_comment(text: str) -> str:
    """`text` on one line, without anything that could end a comment."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def _is_plain(text: str, in_flow: bool) -> bool:
    if _PLAIN.fullmatch(text) is None or _MEANS_MORE.search(text) or _UNSEEN.search(text):
        return False
    if in_flow and _OPEN_IN_FLOW.search(text):
        return False
    if text.lower() in _OLD_WORDS or _OLD_FORMS.fullmatch(text):
        return False
    return isinstance(resolve(text), str)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    number = ord(character)
    if 0xD800 <= number <= 0xDFFF:
        return "\ufffd"
    return _NAMED.get(character) or (f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}")
