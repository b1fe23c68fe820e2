"""How far long work has come, drawn by Rich on stderr and wiped away at the end."""

from collections.abc import Callable

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from okrctl.console.output import Colour, console_for


def open_bar(label: str, colour: Colour) -> tuple[Callable[[int, int], None], Callable[[], None]]:
    """A bar on stderr: what draws it (`done`, `total`), and what takes it away."""
    console = console_for(colour, stderr=True)
    progress = Progress(TextColumn(label), BarColumn(), MofNCompleteColumn(), console=console, transient=True)
    task = progress.add_task(label)
    progress.start()

    def draw(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)

    return draw, progress.stop
