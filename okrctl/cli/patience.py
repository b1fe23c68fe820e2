"""Long work shows how far it has come: on stderr, on a terminal, and only after a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from okrctl.cli.session import Session
from okrctl.language import Bilingual

Watch = Callable[[int, int], None]
_SHORT = 1.0  # seconds
_READING = Bilingual("reading files", "正在读取文件")


@contextmanager
def patience(session: Session) -> Iterator[Watch]:
    """Something to be told `done` and `total`; the bar goes when the work is done."""
    if session.options.quiet or not sys.stderr.isatty():
        yield _nobody_looks
        return
    bar = _Late(session)
    try:
        yield bar.show
    finally:
        bar.close()


class _Late:
    """A bar that is drawn only if there is time to read it. The clock decides nothing but that."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.begun = time.monotonic()
        self.close: Callable[[], None] = _nothing
        self.draw: Watch | None = None

    def show(self, done: int, total: int) -> None:
        """Draw the bar, from the second second on."""
        if self.draw is None and time.monotonic() - self.begun > _SHORT:
            from okrctl.console.bar import open_bar

            label = _READING.say(self.session.language)
            self.draw, self.close = open_bar(label, self.session.options.color)
        if self.draw is not None:
            self.draw(done, total)


def _nobody_looks(done: int, total: int) -> None:
    """Without a terminal there is nobody to be patient."""


def _nothing() -> None:
    """There is no bar to take away."""
