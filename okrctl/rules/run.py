"""All rules over one workspace: what each finds, what the user ignores, how seriously it is taken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from okrctl.diagnostics.diagnostic import Diagnostic, Related
from okrctl.diagnostics.rule import Severity
from okrctl.diagnostics.suppress import Ignore, ignores_of, suppressed
from okrctl.language import Bilingual
from okrctl.rules.context import Context, Entry

_CRASHED = Bilingual(
    "rule {code} crashed: {error}; the other rules still ran", "规则 {code} 运行出错：{error}；其他规则照常检查"
)
_CRASHED_REMEDY = Bilingual(
    "this is a bug in okrctl: please report it with the file; --debug shows more",
    "这是 okrctl 的缺陷：请附上文件反馈；--debug 可看详情",
)
_UNNEEDED = Bilingual("no {code} finding is left here to ignore", "这里没有需要忽略的 {code}")
_UNNEEDED_REMEDY = Bilingual("delete the comment, or just the code", "删除这条注释或其中的编号")
_UNKNOWN = Bilingual("there is no rule {code}", "没有编号为 {code} 的规则")
_UNKNOWN_REMEDY = Bilingual("write the code of a rule or family: OKR201, OKR2", "写规则编号或规则族：OKR201、OKR2")


class Choice(NamedTuple):
    """Which findings are wanted: codes or families; `select` empty means all. `ignore` wins."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether findings of this code are wanted."""
        selected = not self.select or code.startswith(self.select)
        return selected and not code.startswith(self.ignore or ("\0",))


@dataclass(frozen=True)
class Run:
    """What to run: the registry, the choice, and whether a crash shall be raised instead of reported."""

    registry: tuple[Entry, ...]
    choice: Choice = field(default_factory=Choice)
    raise_crashes: bool = False


def run(context: Context, read: Iterable[Diagnostic], plan: Run) -> tuple[Diagnostic, ...]:
    """Every finding that remains: those from reading, then those of the rules, ignores and severities applied."""
    levels = context.settings.rules
    found = [*read, *_found(context, plan, levels)]
    ignores = [ignore for document in context.workspace.documents for ignore in ignores_of(document)]
    known = tuple(entry.rule.code for entry in plan.registry)
    usable = [ignore for ignore in ignores if _is_known(ignore.code, known)]
    kept, unused = suppressed(found, usable)
    remarks = [*_unneeded(unused, plan, levels), *_unknown(ignores, context, known)]
    wanted = (one for one in [*kept, *remarks] if plan.choice.wants(one.code))
    return tuple(leveled for one in wanted if (leveled := _leveled(one, levels)) is not None)


def _found(context: Context, plan: Run, levels: Mapping[str, str]) -> Iterator[Diagnostic]:
    for entry in plan.registry:
        code = entry.rule.code
        if entry.check is None or _level_of(code, levels) == "off" or not plan.choice.wants(code):
            continue
        try:
            yield from _own(entry.check(context), context)
        except Exception as error:  # a rule that crashes must not take the findings of the others with it
            if plan.raise_crashes:
                raise
            yield _crash(context, entry, error)


def _own(found: Iterable[Diagnostic], context: Context) -> Iterator[Diagnostic]:
    """Findings in files of included workspaces are for those to mend (1.11), unless one of ours has a part in it."""
    included = context.workspace.included
    for one in found:
        if one.place.document.path not in included:
            yield one
        elif ours := next((place for place, _ in one.related if place.document.path not in included), None):
            others = (related for related in one.related if related.place != ours)
            yield one._replace(place=ours, related=(Related(one.place, one.message), *others))


def _crash(context: Context, entry: Entry, error: Exception) -> Diagnostic:
    place = context.workspace.settings.place
    message = _CRASHED.format(code=entry.rule.code, error=type(error).__name__)
    return Diagnostic("OKR999", Severity.ERROR, place, message, _CRASHED_REMEDY)


def _unneeded(unused: Iterable[Ignore], plan: Run, levels: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Only ignores of rules that ran can be called unneeded, and not where the finding may be back tomorrow."""
    passing = tuple(entry.rule.code for entry in plan.registry if entry.rule.depends_on_time)
    for ignore in unused:
        if any(code.startswith(ignore.code) for code in passing):
            continue
        if plan.choice.wants(ignore.code) and _level_of(ignore.code, levels) != "off":
            message = _UNNEEDED.format(code=ignore.code)
            yield Diagnostic("OKR901", Severity.WARNING, ignore.place, message, _UNNEEDED_REMEDY)


def _unknown(ignores: Iterable[Ignore], context: Context, known: tuple[str, ...]) -> Iterator[Diagnostic]:
    settings = context.workspace.settings
    places = [(ignore.code, ignore.place) for ignore in ignores]
    places += [(code, settings.at("rules", code).key()) for code in context.settings.rules]
    for code, place in places:
        if not _is_known(code, known):
            message = _UNKNOWN.format(code=code)
            yield Diagnostic("OKR902", Severity.WARNING, place, message, _UNKNOWN_REMEDY)


def _is_known(code: str, known: Iterable[str]) -> bool:
    return any(one == code or one[:-2] == code for one in known)


def _level_of(code: str, levels: Mapping[str, str]) -> str | None:
    return levels.get(code) or levels.get(code[:-2])


def _leveled(diagnostic: Diagnostic, levels: Mapping[str, str]) -> Diagnostic | None:
    level = _level_of(diagnostic.code, levels)
    if level is None:
        return diagnostic
    return None if level == "off" else diagnostic.at_severity(Severity(level))
