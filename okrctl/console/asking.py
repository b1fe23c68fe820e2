"""Questions on a terminal: what is shown above them, a line typed as answer, a single key pressed."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import NamedTuple

from rich.text import Text

from okrctl.console.output import Colour, Draw, console_for, printable_line, show_all, show_text, wrapped

try:
    import readline  # makes input() edit a line, wide characters included
except ImportError:  # Windows has its own line editing
    readline = None  # type: ignore[assignment]

try:
    import termios
    import tty
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

_LONGEST_CHARACTER = 4  # bytes in UTF-8
_ENTER = ("\r", "\n")
_ROOM = 3  # cells for the answer behind the question


class Terminal(NamedTuple):
    """Where a person sits: `key` waits for one keystroke without Enter, where the system has no termios."""

    colour: Colour
    key: Callable[[], str]

    def take_pasted(self) -> None:
        """From now on what is pasted is one answer, line breaks included, where the terminal can tell."""
        # Python turns off in readline what terminals and shells have had on for years.
        if readline is not None and "libedit" not in (readline.__doc__ or ""):
            readline.parse_and_bind("set enable-bracketed-paste on")

    def show(self, draw: Draw) -> None:
        """Print lines drawn for the width of the terminal."""
        show_all(draw, self.colour)

    def say(self, text: str, style: str = "") -> None:
        """Print a sentence, folded between its words."""
        self.show(lambda width: (Text(line, style=style) for line in wrapped(text, width)))

    def line(self, question: str) -> str:
        """A line typed as answer, without spaces around it; EOFError where the input ends."""
        console = console_for(self.colour)
        *above, last = wrapped(printable_line(question), console.width - _ROOM)
        for line in above:
            show_text(console, line)
        return input(f"{last} ").strip()

    def press(self, question: str, keys: Mapping[str, str]) -> str:
        """The meaning of the key that was pressed; empty for Enter. Other keys wait for another one."""
        console = console_for(self.colour)
        folded = "\n".join(wrapped(question, console.width - _ROOM))
        with _keys_alone():
            show_text(console, f"{folded} ", end="")
            while True:
                # Elsewhere a key may come with others behind it, when somebody types faster than we ask.
                for pressed in (self.key() if termios is None else _one_key()).lower():
                    if pressed in _ENTER or pressed in keys:
                        self.say(pressed.strip())
                        return keys.get(pressed, "")


@contextmanager
def _keys_alone() -> Iterator[None]:
    """Keys come without Enter and are not shown; what was typed ahead is kept, as nobody's answer shall be lost."""
    if termios is None:
        yield
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _one_key() -> str:
    """The next character typed, which may have several bytes; EOFError for Ctrl-D or where nobody is left."""
    typed = b""
    while True:
        byte = os.read(sys.stdin.fileno(), 1)
        if byte in (b"", b"\x04"):
            raise EOFError
        typed += byte
        with suppress(UnicodeDecodeError):
            return typed.decode()
        if len(typed) == _LONGEST_CHARACTER:
            return ""
