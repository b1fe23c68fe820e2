"""What `checkin` with a key result does: every option is checked against it, then the note of the week is edited."""

import re
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from okrctl.cli.note_session import Asked, Desk, open_desk, put_into_note, step_of
from okrctl.cli.opened import known_owner, language_here
from okrctl.cli.session import Session
from okrctl.editing import values
from okrctl.editing.said import News, Said, SaidRisk
from okrctl.editing.targets import Target, target_of
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual

_NO_GOAL = Bilingual("no key result is named", "没有写明关键结果")
_NO_GOAL_HINT = Bilingual("name one: okrctl checkin O1/KR1 --value 34.5", "请写明：okrctl checkin O1/KR1 --value 34.5")
_NOTHING = Bilingual("nothing is said about {address}", "没有说 {address} 有什么进展")
_NOTHING_HINT = Bilingual(
    "add {figure}, --status, --confidence, -m, --risk or --next",
    "请加上 {figure}、--status、--confidence、-m、--risk 或 --next",
)
_FIGURE_WORDS: Mapping[values.Figure | None, str] = MappingProxyType(
    {"value": "--value", "percent": "--percent", "reached": "--reached", None: "-m"}
)
_NO_RISK = Bilingual("{option} goes with a risk, and no --risk is given", "{option} 要跟着风险写，但没有 --risk")
_TOO_MANY = Bilingual("there are more {option} than --risk", "{option} 比 --risk 多")
_RISK_HINT = Bilingual(
    '--risk "The provider throttles us" --need "A second provider" --from bob',
    "--risk 服务商限流 --need 接入第二家服务商 --from 李强",
)
_COMMA = re.compile(r"[,，、]")


class Request(NamedTuple):
    """The options of `checkin`."""

    goal: str | None
    value: str | None
    percent: str | None
    reached: tuple[str, ...]
    status: str | None
    confidence: str | None
    message: str | None
    risks: tuple[str, ...]
    needs: tuple[str, ...]
    from_: tuple[str, ...]
    next: tuple[str, ...]
    week: str | None
    person: str | None
    dry_run: bool


def check_in(session: Session, request: Request) -> None:
    """Write what is said into the note of the week; without a word about a goal, ask on a terminal."""
    asked = Asked("checkin", request.goal, request.week, request.person)
    if not _says_something(request) and _is_on_terminal():
        from okrctl.cli.check_in_asking import ask_all  # a line that says everything does without Rich

        ask_all(session, asked, request.dry_run)
        return
    if request.goal is None:
        session.settle_language(language_here(session))
        raise OkrctlError(_NO_GOAL, _NO_GOAL_HINT)
    desk = open_desk(session, asked)
    target = target_of(desk.drafting, desk.note, request.goal)
    if not _says_something(request):
        figure = _FIGURE_WORDS[values.figure_of(target)]
        raise OkrctlError(_NOTHING.format(address=target.address), _NOTHING_HINT.format(figure=figure))
    put_into_note(session, desk, News((_said(session, desk, request, target),)), request.dry_run)


def _is_on_terminal() -> bool:
    """Whether somebody sits there who can be asked; `<&-` leaves no stdin at all."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _says_something(request: Request) -> bool:
    return any(request._replace(goal=None, week=None, person=None, dry_run=False))


def _said(session: Session, desk: Desk, request: Request, target: Target) -> Said:
    """The options as one update, each checked."""
    given: dict[values.Figure, object] = {
        "value": request.value,
        "percent": request.percent,
        "reached": request.reached or None,
    }
    for figure, written in given.items():
        if written is not None:
            values.refuse_other_figure(target, figure)
    ids = [part for written in request.reached for part in _COMMA.split(written) if part.strip()]
    return Said(
        target.address,
        value=None if request.value is None else values.read_value(request.value, target),
        percent=None if request.percent is None else values.read_percent(request.percent),
        reached=tuple(dict.fromkeys(values.read_milestone(one, target) for one in ids)),
        status=None if request.status is None else values.read_status(request.status),
        confidence=None if request.confidence is None else values.read_confidence(request.confidence),
        progress=None if request.message is None else values.read_words(request.message),
        risks=_risks(desk, request),
        next_steps=tuple(step_of(session, desk, text) for text in request.next),
    )


def _risks(desk: Desk, request: Request) -> tuple[SaidRisk, ...]:
    """Each risk with its need and whom it asks; with one risk everybody named is asked about that one."""
    for option, given in (("--need", request.needs), ("--from", request.from_)):
        if given and not request.risks:
            raise OkrctlError(_NO_RISK.format(option=option), _RISK_HINT)
        if len(given) > len(request.risks) and (option == "--need" or len(request.risks) > 1):
            raise OkrctlError(_TOO_MANY.format(option=option), _RISK_HINT)
    asked = (",".join(request.from_),) if len(request.risks) == 1 else request.from_
    found = []
    for number, risk in enumerate(request.risks):
        need = request.needs[number] if number < len(request.needs) else ""
        names = _COMMA.split(asked[number]) if number < len(asked) else ()
        who = tuple(known_owner(desk.drafting.workspace, name.strip().lstrip("@＠")) for name in names if name.strip())
        found.append(SaidRisk(values.read_words(risk), values.read_words(need) if need else None, who))
    return tuple(found)
