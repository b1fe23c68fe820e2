"""What `validate` does: read, check, choose, show."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from okrctl.cli.opened import open_all
from okrctl.cli.session import Session
from okrctl.cli.shown import show
from okrctl.diagnostics.finding import Finding, Showing, findings
from okrctl.diagnostics.formats import concise, github, gitlab, plain_json, sarif
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Choice, Run, run
from okrctl.workspace.schema import closest

_RENDERERS: Mapping[str, Callable[[Sequence[Finding]], str]] = MappingProxyType(
    {"concise": concise.render, "json": plain_json.render, "github": github.render, "gitlab": gitlab.render}
)


class Question(NamedTuple):
    """What somebody wants to know: which paths, which rules, and whether review contents may be shown."""

    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    show_private: bool
    for_program: bool = False  # paths as the git host knows them, wherever the command runs


class Judgement(NamedTuple):
    """The findings, and how many files were looked at."""

    findings: tuple[Finding, ...]
    files: int

    def exit_code(self, strict: bool) -> int:
        """1 if there are errors (or, strictly, warnings), else 0."""
        failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return int(any(finding.severity in failing for finding in self.findings))


def judge(session: Session, question: Question) -> Judgement:
    """Read the workspace and run the rules."""
    choice = Choice(_codes(question.select), _codes(question.ignore))
    opened = open_all(session)
    context = Context(opened.workspace, opened.graph, opened.today)
    plan = Run(REGISTRY, choice, raise_crashes=session.options.debug)
    diagnostics = run(context, opened.diagnostics, plan)
    rules = {entry.rule.code: entry.rule for entry in REGISTRY}
    base = _checkout(opened.root) if question.for_program else Path()
    showing = Showing(session.language, opened.prefix_from(base), question.show_private, rules)
    wanted = _within(findings(diagnostics, showing), question.paths, (opened.root, base))
    return Judgement(wanted, len(opened.workspace.documents))


def render(session: Session, judgement: Judgement, format_name: str) -> None:
    """Print the findings as asked for."""
    if format_name == "text":
        _render_text(session, judgement)
    elif format_name == "sarif":
        session.result(sarif.render(judgement.findings, _rules()))
    else:
        session.result(_RENDERERS[format_name](judgement.findings))


def _render_text(session: Session, judgement: Judgement) -> None:
    from okrctl.console.diagnostics import render_judgement

    show(session, lambda width: render_judgement(judgement.findings, session.language, judgement.files, width))


def _rules() -> dict[str, Rule]:
    return {entry.rule.code: entry.rule for entry in REGISTRY}


def _codes(written: Sequence[str]) -> tuple[str, ...]:
    """Codes as given: several options, or one with commas; each must be a rule or a family."""
    codes = tuple(code.strip().upper() for text in written for code in text.split(",") if code.strip())
    known = {entry.rule.code for entry in REGISTRY} | {entry.rule.family for entry in REGISTRY} | {"OKR"}
    for code in codes:
        if code not in known:
            near = closest(code, sorted(known))
            raise OkrctlError(
                Bilingual("there is no rule {code}", "没有规则 {code}").format(code=code),
                Bilingual("did you mean {near}?", "是否想写 {near}？").format(near=near) if near else None,
            )
    return codes


def _checkout(root: Path) -> Path:
    """The folder that a git host's paths begin at: as CI says, else the nearest one with `.git`, else here."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        folder = os.environ.get(name)
        if folder and root.is_relative_to(folder):
            return Path(folder)
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), Path())


def _within(found: tuple[Finding, ...], paths: tuple[Path, ...], folders: tuple[Path, Path]) -> tuple[Finding, ...]:
    """Those in the paths asked for; `folders` are the workspace's and that in which the findings' paths begin."""
    if not paths:
        return found
    root, base = folders
    asked = [_absolute(path) for path in paths]
    for path, absolute in zip(paths, asked, strict=True):
        if not os.path.lexists(absolute):
            raise OkrctlError(
                Bilingual("there is no file or folder {path}", "找不到文件或文件夹 {path}").format(path=path)
            )
        if not (absolute.is_relative_to(root) or root.is_relative_to(absolute)):
            raise OkrctlError(
                Bilingual("{path} is outside of the workspace {root}", "{path} 不在工作区 {root} 内").format(
                    path=path, root=root
                )
            )
    return tuple(one for one in found if any(_absolute(base / one.path).is_relative_to(path) for path in asked))


def _absolute(path: Path) -> Path:
    # Not resolve(): a link inside the workspace is named as the user wrote it.
    return Path(os.path.normpath(path.absolute()))
