"""Which goal a self-score is for: the parts of OKR007 and OKR008 that only an entry as a whole can show.

The rules, their manuals and their examples are those of OKR007 and OKR008 (`rules/reading`).
"""

from collections.abc import Iterator

from okrctl.alignment.goals import GoalKey, Missing, children_of, objectives_of
from okrctl.alignment.score_entries import Name, ScoreEntry
from okrctl.diagnostics.diagnostic import Diagnostic, Related
from okrctl.diagnostics.rule import Severity
from okrctl.language import Bilingual
from okrctl.models.ids import parse_address
from okrctl.rules.context import Context
from okrctl.source.place import Place
from okrctl.workspace.index import SheetKey

_MISSING = Bilingual('the key "kr" is missing: nobody can tell what is scored', "缺少键“kr”：看不出这条自评分针对什么")
_ADD = Bilingual(
    "add kr: {key_result}, or objective: {objective} for the objective as a whole",
    "补上 kr: {key_result}；给整个目标打分则写 objective: {objective}",
)
_ADD_OR_DELETE = Bilingual(
    "add what it is for, as in objective: {objective}, or delete the entry: every key result of this sheet has one",
    "补上针对什么，例如 objective: {objective}；这张表的关键结果都已有自评分，多余的这条可以删掉",
)
_BOTH = Bilingual(
    "objective beside kr: an entry scores one goal", "objective 和 kr 并列：一条自评分只针对一个目标或一条关键结果"
)
_ONE = Bilingual(
    "keep one of them; the other one gets an entry of its own: - {objective: O1, score: 0.7}",
    "只保留一个；另一个也要打分的话，单独写一条：- {objective: O1, score: 0.7}",
)
_OTHER = Bilingual("the other one", "另一个在这里")
_IS_OBJECTIVE = Bilingual(
    "{written} is an objective, but kr takes a key result", "{written} 是目标，而 kr 只能写关键结果"
)
_TO_OBJECTIVE = Bilingual("write objective: {written}", "改为 objective: {written}")
_TO_EITHER = Bilingual(
    "write objective: {written}, or name one of its key results: kr: {written}/{key_result}",
    "改为 objective: {written}；如果指其中一条关键结果，写 kr: {written}/{key_result}",
)
_IS_KEY_RESULT = Bilingual(
    "{written} is a key result, but objective takes an objective", "{written} 是关键结果，而 objective 只能写目标"
)
_TO_KEY_RESULT = Bilingual("write kr: {written}", "改为 kr: {written}")
_FIRST = ("O1", "KR1")


def check_missing(context: Context) -> Iterator[Diagnostic]:
    """Every entry that names no goal at all."""
    for entry in context.score_entries:
        if not entry.names:
            yield Diagnostic("OKR007", Severity.ERROR, entry.place, _MISSING, _what_to_add(context, entry.home))


def check_form(context: Context) -> Iterator[Diagnostic]:
    """Every entry that names two goals, or a goal by the wrong key."""
    for entry in context.score_entries:
        if len(entry.names) > 1:
            yield from _both(entry)
        elif entry.names and not entry.names[0].fits:
            yield _wrong_key(context, entry, entry.names[0])


def unnamed_key_result(context: Context, sheet: SheetKey) -> GoalKey | None:
    """The first key result of a sheet that no entry is about: what an entry was probably meant for."""
    unscored = context.scores.owner(sheet).unscored
    return next((key for key in unscored if key.key_result and context.scores.of(key) is None), None)


def sheets_in_doubt(context: Context) -> frozenset[SheetKey]:
    """The sheets one of whose goals may be meant by a score that names no goal, two, a wrong one, or one again."""
    seen: set[tuple[SheetKey, GoalKey]] = set()
    doubtful: set[SheetKey] = set()
    for entry in context.score_entries:
        if entry.record.score is not None:
            target = entry.clear_target
            if target is None or (entry.home, target) in seen:
                doubtful.update(_perhaps_meant(entry))
            else:
                seen.add((entry.home, target))
    return frozenset(doubtful)


def _what_to_add(context: Context, home: SheetKey) -> Bilingual:
    key, objectives = unnamed_key_result(context, home), objectives_of(context.graph.goals, home, context.workspace)
    if key is None and objectives:
        return _ADD_OR_DELETE.format(objective=objectives[0].key.objective)
    objective, key_result = (key.objective, key.key_result) if key else _FIRST
    return _ADD.format(key_result=f"{objective}/{key_result}", objective=objective)


def _perhaps_meant(entry: ScoreEntry) -> Iterator[SheetKey]:
    if not isinstance(entry.target, Missing):
        yield entry.target.sheet
        return
    yield entry.home
    address = parse_address(entry.names[0].written) if entry.names else None
    if address is not None:
        yield SheetKey(address.cycle or entry.home.cycle, address.parts[0])


def _both(entry: ScoreEntry) -> Iterator[Diagnostic]:
    """Not where one of the two names nothing: that is a finding already, and that one is likely to go."""
    if all(name.target is Missing.UNREAD or not isinstance(name.target, Missing) for name in entry.names):
        first, second = (entry.place.at(name.key).key() for name in entry.names)
        yield _form(second, _BOTH, _ONE, Related(first, _OTHER))


def _wrong_key(context: Context, entry: ScoreEntry, name: Name) -> Diagnostic:
    place = entry.place.at(name.key).key()
    if name.key == "objective":
        return _form(place, _IS_KEY_RESULT.format(written=name.written), _TO_KEY_RESULT.format(written=name.written))
    key_result = _key_result_of(context, entry.target)
    remedy = (_TO_EITHER if key_result else _TO_OBJECTIVE).format(written=name.written, key_result=key_result)
    return _form(place, _IS_OBJECTIVE.format(written=name.written), remedy)


def _key_result_of(context: Context, objective: GoalKey | Missing) -> str:
    """The id of the first key result that no entry is about, else of the first; empty where there is none."""
    below = [] if isinstance(objective, Missing) else [goal.key for goal in children_of(context.graph.goals, objective)]
    free = [key for key in below if context.scores.of(key) is None]
    return next((key.key_result for key in (*free, *below)), "")


def _form(place: Place, message: Bilingual, remedy: Bilingual, *related: Related) -> Diagnostic:
    return Diagnostic("OKR008", Severity.ERROR, place, message, remedy, related)
