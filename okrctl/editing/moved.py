"""How a goal moved as one line of a comment: what moved, from where to where, when, by whom, and why."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from types import MappingProxyType

from okrctl.history.changes import MoveField, MoveValue
from okrctl.history.moves import GoalMove
from okrctl.language import Bilingual, listed, same
from okrctl.progress.show import exact_amount
from okrctl.source.quote import in_comment

_WORDS: Mapping[MoveField, Bilingual] = MappingProxyType(
    {
        "added": Bilingual("added", "新增"),
        "deleted": Bilingual("deleted", "已删除"),
        "dropped": Bilingual("dropped", "已终止"),
        "renamed": Bilingual("id", "编号"),
        "wording": Bilingual("wording", "表述"),
        "kind": Bilingual("kind", "类型"),
        "measure": Bilingual("way of measuring", "衡量方式"),
        "start": Bilingual("start", "起始值"),
        "target": Bilingual("target", "目标值"),
        "unit": Bilingual("unit", "单位"),
        "band": Bilingual("band", "保持区间"),
        "milestones": Bilingual("milestones", "里程碑"),
        "checkpoints": Bilingual("checkpoints", "阶段目标值"),
        "due": Bilingual("due date", "截止时间"),
        "weight": Bilingual("weight", "权重"),
        "owner": Bilingual("owner", "负责人"),
        "alignment": Bilingual("alignment", "对齐"),
        "changed": Bilingual("goal changed", "目标变更"),
    }
)
_MOVED = Bilingual("goal moved: {what}", "目标变更：{what}")
_SAID = Bilingual("goal moved: {because}", "目标变更：{because}")
_FROM_TO = Bilingual("{field} {before} → {after}", "{field} {before} → {after}")
_WAS = Bilingual('{field} (was "{before}")', "{field}（原为“{before}”）")
_AND = Bilingual("{one}; {other}", "{one}；{other}")
_NAMED = Bilingual("{field}: {title}", "{field}：{title}")
_BY = Bilingual("{what}, {day}, {author}", "{what}，{day}，{author}")
_BECAUSE = Bilingual("{what}: {because}", "{what}：{because}")
_NONE = Bilingual("none", "无")


def together(moves: Iterable[GoalMove]) -> tuple[tuple[GoalMove, ...], ...]:
    """The moves of each goal that came with one commit, in the order of the first of them."""
    groups: dict[tuple[object, ...], list[GoalMove]] = {}
    for number, move in enumerate(moves):
        alone = number if move.field == "changed" else None
        groups.setdefault((move.key, move.commit, alone), []).append(move)
    return tuple(map(tuple, groups.values()))


def moved_line(moves: Sequence[GoalMove]) -> Bilingual:
    """Moves that came together: `goal moved: target 45 → 40, 2026-02-17, Alice Chen: The paid plan starts later`."""
    # The wording is long, and the one that holds now stands above: what changed beside it is told first.
    moves = sorted(moves, key=lambda move: move.field == "wording")
    first = moves[0]
    if first.field == "changed":
        return _SAID.format(because=in_comment(first.because or first.title))
    what = _joined(map(_what, moves))
    if first.commit is not None:
        what = _BY.format(what=what, day=first.commit.on, author=in_comment(first.commit.author))
    if reasons := dict.fromkeys(in_comment(move.because) for move in moves if move.because):
        what = _BECAUSE.format(what=what, because=_joined(map(same, reasons)))
    return _MOVED.format(what=what)


def _joined(parts: Iterable[Bilingual]) -> Bilingual:
    return reduce(lambda one, other: _AND.format(one=one, other=other), parts)


def _what(move: GoalMove) -> Bilingual:
    field = _WORDS[move.field]
    if move.field in ("added", "deleted", "dropped"):
        return _NAMED.format(field=field, title=in_comment(move.title))
    if move.field == "wording":
        return _WAS.format(field=field, before=in_comment(str(move.before)))
    before, after = _value(move.before), _value(move.after)
    if before is None or after is None:
        return field
    return _FROM_TO.format(field=field, before=before, after=after)


def _value(value: MoveValue) -> Bilingual | None:
    """A value in a word or two; None of what takes more: a band, milestones, checkpoints."""
    if value is None:
        return _NONE
    if isinstance(value, int | float):
        return Bilingual(exact_amount(value, None, "en"), exact_amount(value, None, "zh"))
    if isinstance(value, str | date):
        return same(in_comment(str(value)))
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return listed(in_comment(str(one)) for one in value) if value else _NONE
    return None
