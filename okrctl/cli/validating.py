"""`okrctl validate`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from okrctl.cli.options import with_session
from okrctl.cli.session import Session


class FindingFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"


@with_session
def validate(
    session: Session,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Only findings in these files and folders; default: all.")
    ] = None,
    format: Annotated[FindingFormat, typer.Option("--format", help="How findings are printed.")] = FindingFormat.TEXT,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODES", help="Only these rules or families: OKR201,OKR1.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODES", help="Not these rules or families.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings, too (never on advice).")] = False,
    show_private: Annotated[
        bool, typer.Option("--show-private", help="Show values and excerpts of files under reviews/.")
    ] = False,
) -> None:
    """Read everything and report every finding; exit code 1 if there are errors (or, with --strict, warnings)."""
    from okrctl.cli.judging import Question, judge, render

    for_program = format in (FindingFormat.GITHUB, FindingFormat.GITLAB, FindingFormat.SARIF)
    question = Question(tuple(paths or ()), tuple(select or ()), tuple(ignore or ()), show_private, for_program)
    judgement = judge(session, question)
    render(session, judgement, format.value)
    raise typer.Exit(judgement.exit_code(strict))
