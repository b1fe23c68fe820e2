"""What `explain` prints: the manual of a rule, or every step of a goal's numbers."""

import re

from okrctl.alignment.goals import GoalKey, Missing
from okrctl.cli.opened import LOOKED_BACK_ON, Opened, language_here, open_cycle
from okrctl.cli.session import Session
from okrctl.cli.whose import myself
from okrctl.diagnostics.formats.escapes import as_json as json_text
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, Language
from okrctl.models.ids import Address, parse_address
from okrctl.progress.explained import Line, as_data, explain, lines
from okrctl.progress.reported import collect_reports
from okrctl.rules.context import Entry
from okrctl.rules.manual import manual
from okrctl.rules.registry import REGISTRY
from okrctl.source.place import Place, locate
from okrctl.workspace.index import SheetKey
from okrctl.workspace.schema import closest

_SEE_TREE = Bilingual("okrctl tree shows every goal with its address", "okrctl tree 会列出所有目标及其地址")
_NO_GOAL = Bilingual('no goal "{written}" in {cycle}', "{cycle} 没有这个目标或关键结果：{written}")
_CODE = re.compile(r"(?:OKR)?[0-9]{3}", re.IGNORECASE)


def is_code(written: str) -> bool:
    """Whether `OKR201`, `okr201` or `201` is written."""
    return _CODE.fullmatch(written) is not None


def explain_rule(session: Session, written: str, as_json: bool) -> None:
    """The manual of a rule, in the language of the workspace one stands in, if any."""
    _take_language_of_workspace(session)
    entry = _entry(f"OKR{written[-3:]}")
    text = manual(entry, session.language)
    session.result(_rule_json(entry, text, session.language) if as_json else text)


def explain_goal(session: Session, written: str, as_json: bool) -> None:
    """Every step of the numbers of the goal that an address means, as of today."""
    address = parse_address(written)
    if address is None:
        raise _no_address(written)
    session.prefer_cycle(address.cycle)
    first = address.parts[0]
    found = open_cycle(session, lambda frame: first if frame.knows(first) else None, kinds=LOOKED_BACK_ON)
    opened, day = found.opened, min(found.opened.today, found.cycle.end)
    key = _goal(session, opened, address, found.cycle.id)
    explanation = explain(opened.graph, collect_reports(opened.graph), day, key)
    if as_json:
        session.result(_json({"version": 1, "goals": [as_data(explanation, session.language)]}))
    else:
        _print(session, lines(explanation, session.language, lambda place: _line(opened, place)))


def _print(session: Session, explained: list[Line]) -> None:
    from okrctl.cli.shown import folds, show
    from okrctl.console.explanation import render_explanation

    width_counts = folds(session)
    show(session, lambda width: render_explanation(explained, session.language, width if width_counts else None))


def _goal(session: Session, opened: Opened, address: Address, cycle: str) -> GoalKey:
    first = address.parts[0]
    # `O1/KR1` is one's own goal, and somebody must be known whose it is; `grwth/O1` is a slip in an owner's name.
    is_own = any(key.cycle == cycle and key.objective == first for key in opened.graph.goals)
    is_own = is_own and len(address.parts) < 3 and not opened.workspace.knows(first)
    owner = myself(session, opened.workspace, "explain") if is_own else first
    found = opened.graph.find(str(address), SheetKey(cycle, owner))
    if not isinstance(found, Missing):
        return found
    raise OkrctlError(_NO_GOAL.format(written=address, cycle=cycle), _instead(opened, address, cycle))


def _instead(opened: Opened, address: Address, cycle: str) -> Bilingual:
    """What to write instead: of somebody's handle alone one of his objectives, else the address most like it."""
    goals = [key for key in opened.graph.goals if key.cycle == cycle]
    own = [key.objective for key in goals if (key.owner,) == address.parts and not key.key_result]
    if own:
        each = Bilingual(", ".join(own), "、".join(own))
        return Bilingual("{owner} has {each}", "{owner} 的目标：{each}").format(owner=address.parts[0], each=each)
    near = closest("/".join(address.parts), [key.address() for key in goals])
    return Bilingual("did you mean {near}?", "是否想写 {near}？").format(near=near) if near else _SEE_TREE


def _line(opened: Opened, place: Place) -> str:
    location = locate(place)
    return f"{opened.shown(location.path)}:{location.start.line}"


def _entry(code: str) -> Entry:
    for entry in REGISTRY:
        if entry.rule.code == code:
            return entry
    near = closest(code, [entry.rule.code for entry in REGISTRY])
    raise OkrctlError(
        Bilingual("there is no rule {code}", "没有规则 {code}").format(code=code),
        Bilingual("did you mean {near}?", "是否想写 {near}？").format(near=near) if near else None,
    )


def _rule_json(entry: Entry, text: str, language: Language) -> str:
    rule = entry.rule
    return _json(
        {
            "version": 1,
            "rules": [
                {
                    "code": rule.code,
                    "name": rule.name,
                    "severity": str(rule.severity),
                    "summary": rule.summary.say(language),
                    "manual": text,
                }
            ],
        }
    )


def _json(data: object) -> str:
    return json_text(data)


def _take_language_of_workspace(session: Session) -> None:
    session.settle_language(language_here(session))


def _no_address(written: str) -> OkrctlError:
    return OkrctlError(
        Bilingual('"{written}" is neither a rule nor an address', "“{written}”既不是规则也不是地址").format(
            written=written
        ),
        Bilingual(
            "a rule: okrctl explain OKR201; a goal: okrctl explain growth/O1/KR2",
            "规则：okrctl explain OKR201；目标：okrctl explain 增长部/O1/KR2",
        ),
    )
