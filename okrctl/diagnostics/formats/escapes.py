"""Text made safe for a reader that goes line by line, and data made into JSON."""

import json
import re

# JSON allows these bare; a terminal obeys some of them, an editor hides others, UTF-8 cannot hold a lone surrogate.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def one_line(text: str) -> str:
    """`text` with every kind of line break turned into one space."""
    return " ".join(line for part in text.splitlines() if (line := part.strip()))


def as_json(value: object) -> str:
    """`value` as indented JSON that ends with a newline; letters of every script stay readable."""
    written = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"


def with_help(message: str, remedy: str) -> str:
    """The message, and the remedy on a line of its own."""
    return f"{message}\n{remedy}" if remedy else message
