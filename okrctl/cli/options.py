"""The options that every command has (2.1), before or after the verb."""

import inspect
import os
import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import wraps
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer

from okrctl.cli.completion import complete_cycles
from okrctl.cli.session import Session, Settled
from okrctl.language import LANGUAGES, Language

_PANEL = "Common options (before or after the command)"
# Those that take a value, then those that do not; what stands before the verb is moved behind it.
_WITH_VALUE = ("-C", "--workspace", "--cycle", "--today", "--lang", "--color", "-o", "--output", "--format")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # `fromisoformat` also takes 20260223 and 2026-W09-1
_FLAGS = ("-q", "--quiet", "-v", "--verbose", "--debug")


class Lang(StrEnum):
    """The languages of reports and messages."""

    EN = "en"
    ZH = "zh"


class Color(StrEnum):
    """When output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def read_day(text: str | date) -> date:
    """A day as the user writes it: `2026-02-23`."""
    if isinstance(text, date):
        return text
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f'"{text}" is not a date; write it like 2026-02-23') from None


_COMMON: dict[str, Any] = {
    "workspace": Annotated[
        Path | None,
        typer.Option(
            "-C",
            "--workspace",
            metavar="DIR",
            help="Where to look for okrctl.yaml: DIR or the nearest folder above it.",
            rich_help_panel=_PANEL,
        ),
    ],
    "cycle": Annotated[
        str | None,
        typer.Option(
            "--cycle",
            metavar="ID",
            help="The cycle; default: the shortest one around today that has a sheet for it.",
            autocompletion=complete_cycles,
            rich_help_panel=_PANEL,
        ),
    ],
    "today": Annotated[
        date | None,
        typer.Option(
            "--today",
            metavar="DATE",
            envvar="OKRCTL_TODAY",
            parser=read_day,
            help="The day to take for today.",
            rich_help_panel=_PANEL,
        ),
    ],
    "lang": Annotated[
        Lang | None,
        typer.Option("--lang", envvar="OKRCTL_LANG", help="Language of the output.", rich_help_panel=_PANEL),
    ],
    "output": Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write the result to FILE, not to stdout.", rich_help_panel=_PANEL
        ),
    ],
    "color": Annotated[Color, typer.Option("--color", help="When to use colour.", rich_help_panel=_PANEL)],
    "quiet": Annotated[bool, typer.Option("-q", "--quiet", help="No remarks.", rich_help_panel=_PANEL)],
    "verbose": Annotated[bool, typer.Option("-v", "--verbose", help="More remarks.", rich_help_panel=_PANEL)],
    "debug": Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an internal error.", rich_help_panel=_PANEL)
    ],
}
_DEFAULTS: dict[str, Any] = {"color": Color.AUTO, "quiet": False, "verbose": False, "debug": False}


def with_session(command: Callable[..., None]) -> Callable[..., None]:
    """A command that takes a Session first gets the common options, settled into that Session."""

    @wraps(command)
    def run(**given: Any) -> None:
        common = {name: given.pop(name) for name in _COMMON}
        with Session.begin(_settled(common)) as session:
            command(session, **given)

    signature = inspect.signature(command)
    own = list(signature.parameters.values())[1:]
    common = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=_DEFAULTS.get(name), annotation=annotation)
        for name, annotation in _COMMON.items()
    ]
    keywords = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    run.__signature__ = inspect.Signature([*keywords, *common])  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in [*keywords, *common]}
    return run


def behind_the_verb(arguments: list[str]) -> list[str]:
    """The same command line with common options that stand before the verb moved to its end."""
    moved: list[str] = []
    rest = list(arguments)
    while rest:
        name = rest[0].split("=", 1)[0]
        if name in _FLAGS or (name in _WITH_VALUE and "=" in rest[0]) or _is_short_with_value(rest[0]):
            moved.append(rest.pop(0))
        elif name in _WITH_VALUE and len(rest) > 1:
            moved += [rest.pop(0), rest.pop(0)]
        else:
            break
    end = rest.index("--") if "--" in rest else len(rest)
    if not any(not argument.startswith("-") for argument in rest[:end]) or {"-h", "--help"} & set(rest[:end]):
        return rest  # nothing but help or the version is asked for: there is no command to take them
    return [*rest[:end], *moved, *rest[end:]]


def language_in(arguments: list[str]) -> Language | None:
    """The language that a command line asks for, even one that is otherwise wrong; or the environment."""
    asked = [after for before, after in pairwise(arguments) if before == "--lang"]
    asked += [argument.removeprefix("--lang=") for argument in arguments if argument.startswith("--lang=")]
    named = [*asked, os.environ.get("OKRCTL_LANG")]
    return next((language for language in LANGUAGES if language == named[0]), None)


def _is_short_with_value(argument: str) -> bool:
    return argument[:2] in ("-C", "-o") and len(argument) > 2


def _settled(common: dict[str, Any]) -> Settled:
    return Settled(
        folder=common["workspace"] or Path(),
        cycle=common["cycle"],
        today=common["today"],
        language=None if common["lang"] is None else common["lang"].value,
        output=common["output"],
        color=common["color"].value,
        quiet=common["quiet"],
        verbose=common["verbose"],
        debug=common["debug"],
    )
