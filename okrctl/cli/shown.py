"""Texts for people: on the terminal with colour, or as plain text into the file of `--output`."""

from okrctl.cli.session import Session
from okrctl.console.output import Draw, recorded, show_all


def show(session: Session, draw: Draw) -> None:
    """Print what `draw` makes for a width in cells."""
    if session.options.output is None:
        show_all(draw, session.options.color)
    else:
        session.result(recorded(draw, session.options.color))
