"""Text made safe for a reader that goes line by line, and data made into JSON."""

import json
import re

# Tabs and line ends apart, what moves the cursor of a terminal or shows text in another order than it is read in.
_OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# JSON allows these bare; a terminal obeys some of them, an editor hides others, UTF-8 cannot hold a lone surrogate.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def one_line(text: str) -> str:
    """`text` with every kind of line break turned into one space, and nothing that a terminal would obey."""
    return harmless(" ".join(line for part in text.splitlines() if (line := part.strip())))


def harmless(text: str) -> str:
    """`text` with a sign in place of each character that a terminal would obey."""
    return _OBEYED.sub("\ufffd", text)


def as_json(value: object) -> str:
    """`value` as indented JSON that ends with a newline; letters of every script stay readable."""
    written = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"


def with_help(message: str, remedy: str) -> str:
    """The message, and the remedy on a line of its own."""
    return f"{message}\n{remedy}" if remedy else message
