"""A new OKR sheet: an example to write over, with what makes a good one and what it could support as comments."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okrctl.alignment.goals import Goal, children_of, goals_of, objectives_of
from okrctl.editing.change import Change
from okrctl.editing.drafting import Drafting, nearest
from okrctl.editing.schedule import Schedule, schedule
from okrctl.editing.texts import cells, fill, with_comment
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, Language
from okrctl.models.base import composed
from okrctl.source.quote import in_comment, quoted
from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, SheetKey, Workspace
from okrctl.workspace.layout import Kind, path_of

_UNKNOWN = Bilingual('no person or team is called "{owner}"', "没有叫“{owner}”的人或团队")
_UNKNOWN_HINT = Bilingual("add {owner} to org.yaml first", "请先把 {owner} 写进 org.yaml")
_ALIGNED = Bilingual(
    "what it supports; several are allowed, candidates are listed at the end of the file",
    "对齐（承接）哪些目标，可以写多个；可选的列在文件末尾",
)
_NOT_YET = Bilingual("what it supports; the team above has no OKRs yet", "对齐（承接）哪些目标；上级还没有写 OKR")
_TOP = Bilingual(
    "    # The top of the tree supports nothing; other sheets align to it: aligns_to: [{owner}/O1]",
    "    # 最上层的目标不用对齐谁；其他人的 OKR 用 aligns_to: [{owner}/O1] 对齐到这里",
)
_WITH = Bilingual("    # with: [design, bob]", "    # with: [设计部, 李强]")
_WITH_COMMENT = Bilingual(
    "who else is needed; talk to them before you add them", "还需要谁一起做（协作方）；先谈好，再写上"
)
_OWNER = Bilingual(
    "# owner: bob             # who is responsible; default: the owner of the sheet, for a team its lead",
    "# owner: 李强            # 这一条的负责人；默认是本表负责人，团队则是团队负责人",
)
_CANDIDATES = Bilingual(
    "# What it could support. Talk first: what do they want, why now, how would you split the work?",
    "# 可以对齐的目标。先谈后写：对方要什么、为什么是现在、怎么分工？",
)


class Draft(NamedTuple):
    """What the text of one sheet is made of; goals that it could support are pairs of address and title.

    `candidates` stand on the sheets above, `own` on the owner's in longer cycles; `above` is the team right above.
    """

    owner: str
    who: str
    cycle: str
    dates: Schedule
    template: str
    candidates: tuple[tuple[str, str], ...] = ()
    own: tuple[tuple[str, str], ...] = ()
    above: str | None = None
    key_result_owner: str | None = None


def new_sheet(drafting: Drafting, owner: str, cycle_id: str) -> tuple[Change, ...]:
    """The OKR sheet of a person or team for a cycle that is there."""
    owner, workspace = composed(owner), drafting.workspace
    if not workspace.knows(owner):
        known = [*workspace.people, *workspace.teams]
        hint = nearest(owner, known, _UNKNOWN_HINT.format(owner=owner))
        raise OkrctlError(_UNKNOWN.format(owner=owner), hint)
    cycle = drafting.cycle(composed(cycle_id))
    path = path_of(Kind.OKR, cycle=cycle.id, owner=owner)
    draft = Draft(
        owner,
        workspace.name_of(owner),
        cycle.id,
        schedule(cycle.start, cycle.end, drafting.today),
        _template(workspace, owner),
        tuple(_candidates(drafting, owner, cycle)),
        tuple(_own(drafting, owner, cycle)),
        next(_above(workspace, owner), None),
    )
    return drafting.new(path, sheet_text(draft, drafting.modeline(Kind.OKR, path), drafting.language))


def sheet_text(draft: Draft, modeline: str, language: Language) -> str:
    """The text of a sheet: hints, an example, other ways to measure, and what it could support."""
    dates = draft.dates
    days = {name: dates.part(share).isoformat() for name, share in (("first", 0.3), ("second", 0.6), ("third", 0.9))}
    frame = {"who": in_comment(draft.who), "cycle": draft.cycle, "start": str(dates.start), "end": str(dates.end)}
    responsible = draft.key_result_owner
    parts = [
        f"{modeline}\n" if modeline else "",
        fill("hints.yaml", language, **frame),
        f"owner: {quoted(draft.owner)}\nobjectives:\n",
        fill(
            draft.template,
            language,
            aligns=_aligns(draft, language),
            owner=f"owner: {quoted(responsible)}" if responsible else _OWNER.say(language),
            **days,
        ),
        fill("kinds.yaml", language, **days),
        _list_of(draft, language),
    ]
    return "".join(parts)


def _template(workspace: Workspace, owner: str) -> str:
    """Three different examples, so that a sheet does not read like a copy of the one above it."""
    if owner == chart.root_team(workspace):
        return "root.yaml"
    return "team.yaml" if owner in workspace.teams else "person.yaml"


def _aligns(draft: Draft, language: Language) -> str:
    if draft.above is None:
        first = _TOP.format(owner=draft.owner).say(language)
    elif goals := (*draft.candidates, *draft.own):
        first = with_comment(f"    aligns_to: [{quoted(goals[0][0], in_flow=True)}]", _ALIGNED.say(language))
    else:
        first = with_comment(f"    # aligns_to: [{draft.above}/O1]", _NOT_YET.say(language))
    return f"{first}\n{with_comment(_WITH.say(language), _WITH_COMMENT.say(language))}"


def _list_of(draft: Draft, language: Language) -> str:
    listed = (*draft.candidates, *draft.own)
    if not listed:
        return ""
    width = max(cells(address) for address, _ in listed)
    lines = (f"#   {address}{' ' * (width - cells(address))}  {in_comment(title)}" for address, title in listed)
    return "\n".join(["", _CANDIDATES.say(language), *lines, ""])


def _above(workspace: Workspace, owner: str) -> Iterator[str]:
    """The teams whose goals an owner could support, nearest first."""
    if owner in workspace.teams:
        return chart.parents(workspace, owner)
    team = chart.team_of(workspace, owner)
    return iter(chart.line(workspace, team) if team else ())


def _candidates(drafting: Drafting, owner: str, cycle: Cycle) -> Iterator[tuple[str, str]]:
    """Goals above an owner, nearest team first; of the nearest that has any, key results as well."""
    nearest_found = False
    cycles = (cycle, *_longer(drafting.workspace, cycle))
    for team in _above(drafting.workspace, owner):
        found = tuple(_goals(drafting, [SheetKey(each.id, team) for each in cycles], deep=not nearest_found))
        nearest_found = nearest_found or bool(found)
        yield from ((goal.key.address(cycle.id), goal.title) for goal in found)


def _own(drafting: Drafting, owner: str, cycle: Cycle) -> Iterator[tuple[str, str]]:
    """What the owner himself wants in longer cycles."""
    keys = [SheetKey(each.id, owner) for each in _longer(drafting.workspace, cycle)]
    return ((goal.key.address(cycle.id), goal.title) for goal in _goals(drafting, keys, deep=False))


def _goals(drafting: Drafting, sheets: Iterable[SheetKey], deep: bool) -> Iterator[Goal]:
    goals = goals_of(drafting.workspace)
    for objective in (goal for sheet in sheets for goal in objectives_of(goals, sheet, drafting.workspace)):
        below = children_of(goals, objective.key) if deep else ()
        yield from (goal for goal in (objective, *below) if not goal.is_dropped(drafting.today))


def _longer(workspace: Workspace, cycle: Cycle) -> list[Cycle]:
    longer = [other for other in workspace.overlapping(cycle.id) if other.days > cycle.days]
    return sorted(longer, key=lambda other: (other.days, other.id))
