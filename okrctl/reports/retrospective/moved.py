"""Goals that moved after the freeze, as git and the sheets tell it: what, from where to where, who, why (2.5)."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from okrctl.history import gaps
from okrctl.history.changes import MoveField, MoveValue
from okrctl.history.moves import CommitName, GoalMove, Moves
from okrctl.language import Bilingual, listed, same
from okrctl.models.ids import parse_address
from okrctl.models.okr import Keep, Milestone
from okrctl.progress import show
from okrctl.reports.labels import WEEKLY, short_day
from okrctl.reports.retrospective.record import Moved
from okrctl.reports.retrospective.scope import Scope

_SHORT = 7  # digits of a commit's name, as git shows them
_FIELDS: Mapping[MoveField, Bilingual] = MappingProxyType(
    {
        "added": Bilingual("added", "新增"),
        "deleted": Bilingual("deleted", "删除"),
        "dropped": Bilingual("dropped", "终止"),
        "renamed": Bilingual("id", "编号"),
        "wording": Bilingual("wording", "表述"),
        "kind": Bilingual("kind", "类型"),
        "measure": Bilingual("measure", "衡量方式"),
        "start": Bilingual("start", "起始值"),
        "target": Bilingual("target", "目标值"),
        "unit": Bilingual("unit", "单位"),
        "band": Bilingual("band", "保持区间"),
        "milestones": Bilingual("milestones", "里程碑"),
        "checkpoints": Bilingual("checkpoints", "阶段目标值"),
        "due": Bilingual("due", "截止时间"),
        "weight": Bilingual("weight", "权重"),
        "owner": Bilingual("owner", "负责人"),
        "alignment": Bilingual("alignment", "对齐"),
        "changed": Bilingual("changed", "变更"),
    }
)
_KINDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "committed": Bilingual("committed", "承诺型"),
        "aspirational": Bilingual("aspirational", "愿景型"),
        "metric": Bilingual("a number with start and target", "起始值到目标值"),
        "keep": Bilingual("a band to stay in", "保持区间"),
        "milestones": Bilingual("milestones", "里程碑"),
        "cascade_mean": Bilingual("mean of what supports it", "自动级联（平均）"),
        "cascade_sum": Bilingual("sum of what supports it", "自动级联（求和）"),
        "plain": Bilingual("a percentage", "百分比"),
    }
)
_TITLED: frozenset[MoveField] = frozenset(("added", "deleted"))  # the title stands in the row already


def moved_of(scope: Scope, moves: Moves) -> tuple[Moved, ...]:
    """The moves as a report says them, by day; of one day the owner's own goals first, then in the order of history."""
    order = {owner: number for number, owner in enumerate(scope.owners)}
    found = [_moved(scope, move, moves.gap is not None) for move in moves.moves]
    return tuple(sorted(found, key=lambda one: (one.on or date.max, order.get(one.goal.owner, len(order)))))


def refrozen_of(scope: Scope, moves: Moves) -> Bilingual | None:
    """That the freeze was moved when it had passed, by whom and when; None where it was not."""
    found = moves.refrozen
    if found is None:
        return None
    who = _author(scope, found.commit) if found.commit else ""
    return gaps.refrozen(found.before, found.after, found.commit.on if found.commit else None, who)


def _moved(scope: Scope, move: GoalMove, has_gap: bool) -> Moved:
    commit = move.commit
    by_sheet = move.field == "changed" or (move.field == "dropped" and move.before is None and has_gap)
    ends = [None if move.field in _TITLED else _value(scope, move, value) for value in (move.before, move.after)]
    on = commit.on if commit else _said_on(scope, move)
    if move.field == "dropped" and move.after == on:
        ends = [None, None]  # the day stands in the row already
    return Moved(
        goal=move.key,
        title=scope.text(move.title),
        owner=scope.who(move.key.owner),
        field=move.field,
        what=_FIELDS[move.field],
        before=ends[0],
        after=ends[1],
        on=on,
        by=_author(scope, commit) if commit else "",
        sha=commit.sha[:_SHORT] if commit else "",
        because=scope.text(move.because),
        is_uncommitted=commit is None and not by_sheet,
    )


def _said_on(scope: Scope, move: GoalMove) -> date | None:
    """The day that the sheet itself gives, where no commit does."""
    if isinstance(move.after, date) and move.field == "dropped":
        return move.after
    goal = scope.graph.goals.get(move.key)
    changed = goal.record.changed if goal and move.field == "changed" else ()
    return next((each.on for each in changed if each.because == move.because), None)


def _author(scope: Scope, commit: CommitName) -> str:
    """The person of that e-mail by the name that reports use; else the name that git knows."""
    email = commit.email.casefold()
    for handle, person in scope.workspace.people.items():
        if email in (address.casefold() for address in person.value.emails):
            return scope.workspace.name_of(handle)
    return commit.author


def _value(scope: Scope, move: GoalMove, value: MoveValue) -> Bilingual | None:
    if value is None:
        return None
    if isinstance(value, date):
        return Bilingual(short_day(value, "en"), short_day(value, "zh"))
    if isinstance(value, Keep):
        return _band(value)
    if isinstance(value, tuple):
        return _joined([_part(scope, move, part) for part in value])
    if isinstance(value, str):
        return _words(scope, move, value)
    if move.field == "weight":
        return Bilingual(show.weight(value, "en"), show.weight(value, "zh"))
    return _amount(scope, move, value)


def _words(scope: Scope, move: GoalMove, value: str) -> Bilingual:
    if move.field == "owner":
        return same(scope.workspace.name_of(value))
    if move.field in ("kind", "measure"):
        return _KINDS.get(value, same(value))
    return same(scope.text(value))


def _part(scope: Scope, move: GoalMove, part: str | tuple[date, float] | Milestone) -> Bilingual:
    """One address, planned value or milestone of several."""
    if isinstance(part, str):
        return same(_address(scope, part))
    if isinstance(part, Milestone):
        title = f"{part.id} {scope.text(part.title)}"
        if part.due is None:
            return same(title)
        due = WEEKLY["due"].format(day=Bilingual(short_day(part.due, "en"), short_day(part.due, "zh")))
        return WEEKLY["by_whom"].format(what=title, who=due)
    day, value = part
    on = Bilingual(short_day(day, "en"), short_day(day, "zh"))
    return Bilingual("{on}: {value}", "{on}：{value}").format(on=on, value=_amount(scope, move, value))


def _address(scope: Scope, written: str) -> str:
    """An address with the name of whose goal it is."""
    address = parse_address(written)
    if address is None or not scope.workspace.knows(address.parts[0]):
        return written
    prefix = f"{address.cycle}: " if address.cycle else ""
    return f"{prefix}{scope.workspace.name_of(address.parts[0])} {'/'.join(address.parts[1:])}"


def _amount(scope: Scope, move: GoalMove, value: float) -> Bilingual:
    goal = scope.graph.goals.get(move.key)
    metric = goal.key_result.metric if goal and goal.key_result else None
    unit = metric.unit if metric else None
    return Bilingual(show.exact_amount(value, unit, "en"), show.exact_amount(value, unit, "zh"))


def _band(keep: Keep) -> Bilingual:
    low, high = (
        None if bound is None else Bilingual(*(show.exact_amount(bound, keep.unit, one) for one in ("en", "zh")))
        for bound in (keep.min, keep.max)
    )
    if low and high:
        return WEEKLY["band"].format(min=low, max=high)
    if low:
        return WEEKLY["band_min"].format(min=low)
    return WEEKLY["band_max"].format(max=high)


def _joined(parts: list[Bilingual]) -> Bilingual | None:
    english, chinese = listed(part.en for part in parts).en, listed(part.zh for part in parts).zh
    return Bilingual(english, chinese) if parts else None
