"""An update or a score of a key result that is somebody else's.

## What it does

Looks up who writes an update and whose key result it is. One's own are those one answers for (`owner`, or the sheet's
owner), those on the sheet of a team that one belongs to, those one is `with`, in person or as one of a team, and those
of one's people: of whom one is the manager. For an objective it is enough to have one of its key results. A score in a
retrospective is for fewer: for whose sheet it is, for the lead of the team whose sheet it is, and for who answers for
the key result. Silent where a name is unknown, which is a finding of its own.

## Why it matters

The last number that is written counts. When anybody may write it, two people report different values in good faith, and
the one who answers for the goal finds a status in the meeting that they never gave. A score that somebody else gives is
no self-score: it does not count anywhere.

## How to fix

If you work on it, say so on the sheet: `with: [you]`, or `owner: you` if it is yours by now; then report as often as
you like. If you only help out, tell the owner, or put it under `other`. Leave the score to the owner; a manager's word
on it goes into the owner's file as `reply`. It is fine to ignore this finding for a single week in which you stand in
for a colleague: say for whom.

---

更新了别人的关键结果，或替别人打了自评分。

## 检查什么

看进展是谁写的、写的是谁的关键结果。自己的包括：由自己负责的（owner，或表的负责人），所在团队的表上的，
自己或所在团队是协作方的（with），以及自己直属下级的。对目标来说，其中一条关键结果与自己有关就可以。
复盘里的自评分范围更小：只能由表的主人、这张表所属团队的负责人，或这条关键结果的负责人来打。
名字认不出的另有提示，这里不重复。

## 为什么重要

最后写的那个数才算数。如果谁都能写，两个人会各自填上不同的值，谁都没有恶意；
负责人到了周会上，才看到一个自己从没填过的状态。别人打的分不是自评分，任何地方都不计入。

## 如何修改

确实参与的，在表里写明：with: [你]，或者已经由你负责，就写 owner: 你，之后随时可以更新。
只是顺手帮忙的，告诉负责人，或者写在 other 里。分数留给负责人自己打；上级的意见写进对方文件的 reply。
临时替同事更新一周的，可以保留，写明替谁。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import Goal, GoalKey, Missing, children_of
from okrctl.alignment.score_entries import ScoreEntry
from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language
from okrctl.progress.scoring import may_score
from okrctl.progress.timing import responsible_for
from okrctl.rules.casts import retro
from okrctl.rules.context import Context
from okrctl.workspace import chart
from okrctl.workspace.index import Workspace
from okrctl.workspace.layout import Kind, path_of

_SHEET_EN = """\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [growth/O1]
    key_results:
      - {{id: KR1, title: Searches that end in an opened page rise to 70 %, metric: {{start: 52, target: 70}}{more}}}
      - {{id: KR2, title: Three of four teams search again in week two}}
"""
_SHEET_ZH = """\
objectives:
  - id: O1
    title: 新客户第一次搜索就能找到答案
    aligns_to: [增长部/O1]
    key_results:
      - {{id: KR1, title: 搜索后打开页面的比例提升到 70%, metric: {{start: 52, target: 70}}{more}}}
      - {{id: KR2, title: 四分之三的客户第二周还在搜索}}
"""
_NOTE_EN = "updates:\n  - {kr: alice/O1/KR1, value: 61, progress: Three of ten searches more end in an opened page.}\n"
_NOTE_ZH = "updates:\n  - {kr: 李强/O1/KR1, value: 61, progress: 十次搜索里多了一次能打开页面。}\n"
_SCORE_EN = "scores:\n  - {kr: alice/O1/KR1, score: 0.7, because: The new index}\n"
_SCORE_ZH = "scores:\n  - {kr: 李强/O1/KR1, score: 0.7, because: 换了新索引}\n"


def _example(language: Language, author: str, more: str = "") -> Example:
    sheet, owner, note = (_SHEET_EN, "alice", _NOTE_EN) if language == "en" else (_SHEET_ZH, "李强", _NOTE_ZH)
    path = f"cycles/2026-Q1/notes/2026-W07/{author}.yaml"
    return Example(language, {f"{owner}.yaml": sheet.format(more=more), path: note})


def _scored(language: Language, more: str = "") -> Example:
    """The growth team's retrospective scores a key result on somebody's own sheet."""
    sheet, owner, score = (_SHEET_EN, "alice", _SCORE_EN) if language == "en" else (_SHEET_ZH, "李强", _SCORE_ZH)
    return retro(language, score, {f"{owner}.yaml": sheet.format(more=more)})


RULE = Rule(
    "OKR408",
    "not-ones-own",
    Severity.WARNING,
    Bilingual("an update or a score of somebody else's key result", "更新了别人的关键结果，或替别人打了自评分"),
    bad=(
        _example("en", "bob"),
        _example("en", "dana", ", with: [bob]"),
        _scored("en"),
        _example("zh", "张三"),
        _example("zh", "赵敏", ", with: [张三]"),
        _scored("zh"),
    ),
    good=(
        _example("en", "bob", ", with: [bob]"),
        _example("en", "dana", ", with: [design]"),
        _scored("en", ", owner: growth"),
        _example("zh", "张三", ", with: [张三]"),
        _example("zh", "赵敏", ", with: [设计部]"),
        _scored("zh", ", owner: 增长部"),
    ),
)

_MESSAGE = Bilingual(
    "{address} is {owner}'s, and {author} is not among its collaborators",
    "{address} 由 {owner} 负责，{author} 不是协作方",
)
_REMEDY = Bilingual(
    "if {author} works on it, write so on the sheet: with: [{handle}]; else report it under `other`",
    "如果 {author} 参与其中，在表里写明 with: [{handle}]；否则写在 other 里",
)
_NOT_COUNTED = Bilingual(
    "{address} is {owner}'s, so a score by {author} does not count", "{address} 由 {owner} 负责，{author} 打的分不计入"
)
_LEAVE = Bilingual(
    "leave the score to {owner}, in {path}; a manager's word on it goes there, too, as reply: …",
    "分数由 {owner} 打在 {path} 里；上级的意见也写在那里的 reply 里",
)
_HERE = Bilingual("this one", "就是这一条")


def check(context: Context) -> Iterator[Diagnostic]:
    """Every update of a goal that was still there in its week, and every score."""
    if not context.workspace.org_is_broken:
        yield from _updates(context)
        yield from _scores(context)


def _updates(context: Context) -> Iterator[Diagnostic]:
    goals, known = context.graph.goals, dict[tuple[str, GoalKey], bool]()
    for key, targets in context.graph.reported.items():
        for number, target in enumerate(targets):
            if isinstance(target, Missing) or target.owner == key.author:
                continue
            pair = (key.author, target)
            if pair not in known:
                known[pair] = _may_report(context, key.author, goals[target])
            if not known[pair] and not goals[target].is_dropped(key.week.monday):
                place = context.workspace.notes[key].at("updates", number, "kr")
                yield found(RULE, place, *_words(context, key.author, goals[target]), _related(goals[target]))


def _scores(context: Context) -> Iterator[Diagnostic]:
    """Every entry of a retrospective that is left out because the goal is somebody else's; not where it is unclear."""
    for entry in context.score_entries:
        if entry.clear_target is None:
            continue
        goal = context.graph.goals[entry.clear_target]
        is_known = all(map(context.workspace.knows, (entry.home.owner, *_involved(goal))))
        if is_known and not may_score(context.workspace, goal, entry.home.owner):
            place = entry.place.at(entry.names[0].key)
            yield found(RULE, place, *_words_on_score(context, entry, goal), _related(goal))


def _may_report(context: Context, author: str, goal: Goal) -> bool:
    """Whether a goal, or for an objective one of its key results, is the author's; true where nobody can tell."""
    parts = () if goal.key_result else children_of(context.graph.goals, goal.key)
    return author not in context.workspace.people or any(
        _is_ones_own(context.workspace, author, one) for one in (goal, *parts)
    )


def _is_ones_own(workspace: Workspace, author: str, goal: Goal) -> bool:
    shared = (*goal.objective.with_, *(goal.key_result.with_ if goal.key_result else ()))
    if not all(map(workspace.knows, (*_involved(goal), *shared))):
        return True
    answers = responsible_for(workspace, goal)
    if author in (answers, *shared) or author == chart.manager_of(workspace, answers):
        return True
    teams = [handle for handle in (goal.key.owner, *shared) if handle in workspace.teams]
    return any(author in chart.members(workspace, team) for team in teams) or answers in _people_led(workspace, author)


def _involved(goal: Goal) -> tuple[str, ...]:
    """Whose sheet it stands on, and who answers for it where the key result says so."""
    own = goal.key_result.owner if goal.key_result else None
    return (goal.key.owner, *([own] if own else []))


def _people_led(workspace: Workspace, author: str) -> frozenset[str]:
    teams = chart.teams_led_by(workspace, author)
    return frozenset(person for team in teams for person in chart.own_people(workspace, team))


def _words(context: Context, author: str, goal: Goal) -> tuple[Bilingual, Bilingual]:
    name, owner = (context.workspace.name_of(one) for one in (author, responsible_for(context.workspace, goal)))
    message = _MESSAGE.format(address=goal.key.address(), owner=owner, author=name)
    return message, _REMEDY.format(author=name, handle=author)


def _words_on_score(context: Context, entry: ScoreEntry, goal: Goal) -> tuple[Bilingual, Bilingual]:
    author, owner = (context.workspace.name_of(one) for one in (entry.home.owner, goal.key.owner))
    path = path_of(Kind.RETRO, cycle=goal.key.cycle, owner=goal.key.owner)
    message = _NOT_COUNTED.format(address=goal.key.address(entry.home.cycle), owner=owner, author=author)
    return message, _LEAVE.format(owner=owner, path=path)


def _related(goal: Goal) -> Related:
    return Related(goal.place.at("title"), _HERE)
