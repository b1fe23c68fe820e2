"""The command line: every command by name, and the boundary beyond which no traceback goes."""

import gc
import os
import sys
from typing import Annotated, TextIO

import typer

from okrctl import __version__
from okrctl.cli import (
    aligning,
    checking_in,
    explaining,
    making,
    reporting,
    retrospectives,
    rolling_over,
    schemas,
    standing,
    todos,
    trees,
    validating,
)
from okrctl.cli.options import behind_the_verb, language_in
from okrctl.cli.session import Session, Settled
from okrctl.cli.usage import is_help, is_usage_error, usage_problem
from okrctl.language import Bilingual

_HELP = """OKRs, weekly notes and reviews as plain YAML in a git repository.

Common options (-C, --cycle, --today, --lang, --color, -o, -q, -v, --debug) stand before or after the command.
Exit codes: 0 fine, 1 findings, 2 cannot go on, 130 interrupted."""

_NOT_SAID = Bilingual("okrctl: error: the output cannot be written: {why}", "okrctl: 错误：无法写出结果：{why}")
_INTERNAL = Bilingual(
    "okrctl: internal error ({kind}). Please report it; --debug shows the details.",
    "okrctl: 内部错误（{kind}）。请反馈此问题；--debug 可查看详情。",
)

app = typer.Typer(
    name="okrctl",
    help=_HELP,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("init")(making.init)
app.add_typer(making.new_app, name="new")
app.command("validate")(validating.validate)
app.command("explain")(explaining.explain)
app.command("tree")(trees.tree)
app.command("align")(aligning.align)
app.command("checkin")(checking_in.checkin)
app.command("status")(standing.status)
app.add_typer(todos.todo_app, name="todo")
app.command("weekly")(reporting.weekly)
app.command("retro")(retrospectives.retro)
app.command("rollover")(rolling_over.rollover)
app.command("schema")(schemas.schema)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"okrctl {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Every command belongs to this."""


def main() -> None:
    """Run the command line; ends with the exit code of 2.1."""
    # What a command makes lives as long as the command: looking through it for garbage only costs time.
    gc.disable()
    arguments = behind_the_verb(sys.argv[1:])
    try:
        _run(arguments)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        if "--debug" in arguments:
            raise
        _silence()
        _say(_NOT_SAID.format(why=error.strerror or type(error).__name__))
        sys.exit(2)
    except Exception as error:
        if "--debug" in arguments:
            raise
        _apologise(error)
        sys.exit(2)


def _run(arguments: list[str]) -> None:
    """The command itself; that nobody reads our output to its end (`| head`) is no error."""
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()  # `>&-` leaves none
    code = 0
    try:
        code = _exit_code(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except SystemExit as end:
        if not isinstance(end.__context__, BrokenPipeError):  # Rich ends with 1 then
            raise
        _silence()
    sys.exit(code)


def _exit_code(arguments: list[str]) -> int:
    """Run the command; what Typer has to say of the command line is said in our words."""
    try:
        code = app(args=arguments, prog_name="okrctl", standalone_mode=False)
    except typer.Abort:
        return 130
    except Exception as error:
        if not is_usage_error(error):
            raise
        if not is_help(error):
            Session(Settled(language=language_in(arguments))).complain(usage_problem(error))
        return 2
    return code if isinstance(code, int) else 0


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _silence() -> None:
    """Nobody reads our output, or nobody can: keep Python from trying once more, and complaining, at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)


def _apologise(error: Exception) -> None:
    _say(_INTERNAL.format(kind=type(error).__name__))


def _say(message: Bilingual) -> None:
    sys.stderr.write(message.say("zh" if os.environ.get("OKRCTL_LANG") == "zh" else "en") + "\n")
