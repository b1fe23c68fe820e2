"""Texts for people: on the terminal with colour, or as plain text into the file of `--output`."""

from okrctl.cli.session import Session
from okrctl.console.output import Draw, is_read_on_a_terminal, recorded, show_all


def show(session: Session, draw: Draw) -> None:
    """Print what `draw` makes for a width in cells."""
    if session.options.output is None:
        show_all(draw, session.options.color)
    else:
        session.result(recorded(draw, session.options.color))


def folds(session: Session) -> bool:
    """Whether long lines are to be folded: on a terminal, where nobody cuts them up with other programs."""
    return session.options.output is None and is_read_on_a_terminal()
