"""A new sheet of self-scores: one entry for each key result with what is known of it, to be filled in by hand.

A score that nobody weighed is worse than none; so all that takes judgement stands behind a #, and what is known
(where it began and ended, completion, pace, the last word, how the goal moved) stands above it as comments.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey, children_of, objectives_of
from okrctl.alignment.graph import build_graph
from okrctl.editing.change import Change
from okrctl.editing.drafting import Drafting, nearest
from okrctl.editing.moved import moved_line, together
from okrctl.editing.standing import Standing, standing
from okrctl.editing.texts import cells, fill, with_comment
from okrctl.editing.wrapped import commented
from okrctl.errors import OkrctlError
from okrctl.history.moves import GoalMove
from okrctl.language import Bilingual, Language
from okrctl.models.base import composed
from okrctl.progress import show
from okrctl.progress.figures import figures
from okrctl.progress.reported import collect_reports
from okrctl.source.quote import in_comment, quoted
from okrctl.workspace import chart
from okrctl.workspace.choice import has_sheet
from okrctl.workspace.index import Cycle, SheetKey
from okrctl.workspace.layout import Kind, path_of

_LONGEST = 120  # cells of a line with a comment at its end
_UNKNOWN = Bilingual('no person or team is called "{owner}"', "没有叫“{owner}”的人或团队")
_UNKNOWN_HINT = Bilingual("add {owner} to org.yaml first", "请先把 {owner} 写进 org.yaml")
_NO_SHEET = Bilingual("{name} has no OKRs in cycle {cycle} to look back on", "{name} 在周期 {cycle} 没有 OKR，无从复盘")
_BROKEN = Bilingual("the sheet of {name} in cycle {cycle} cannot be read", "{name} 在周期 {cycle} 的 OKR 无法读取")
_BROKEN_HINT = Bilingual("okrctl validate says why", "运行 okrctl validate 可看原因")
_NO_SHEET_HINT = Bilingual("choose the cycle: --cycle {cycle}", "请换一个周期：--cycle {cycle}")
_SOMEBODY_ELSE = Bilingual(
    "name somebody who has: okrctl new retro {owner}", "请写明有 OKR 的人或团队：okrctl new retro {owner}"
)
_NOBODY = Bilingual("write some first: okrctl new okr", "请先制定：okrctl new okr")
_OBJECTIVE = Bilingual("{id} {title} ({kind}, weight {weight})", "{id} {title}（{kind}，权重 {weight}）")
_KINDS = {"committed": Bilingual("committed", "承诺型"), "aspirational": Bilingual("aspirational", "愿景型")}
_DROPPED = Bilingual("{id} {title}: dropped on {day}: {because}", "{id} {title}：已于 {day} 终止，{because}")
_GONE = Bilingual("No longer on the sheet:", "已不在 OKR 里的目标：")
_CHANGED = Bilingual("goal moved on {day}: {because}", "目标变更（{day}）：{because}")
_SCORE = Bilingual("0 to 1, your judgement by the scale above", "自评分 0 到 1，参照上面的标准自己判断")
_COMPLETION = Bilingual(
    "what the notes add up to; write it only if you know better", "按进展记录算出；有出入才需要填写"
)
_DIFFICULTY = Bilingual(
    "easier | expected | harder than thought", "easier 比预想容易 | expected 符合预期 | harder 比预想难"
)
_EFFORT = Bilingual("low | expected | high", "low 较低 | expected 正常 | high 较高")
_BECAUSE = Bilingual("why this score; what really decided it?", "为什么打这个分，真正起作用的是什么？")
_CAUSE = Bilingual(
    "main cause: goal | method | collaboration | resources | priority | market",
    "主要原因：goal 目标 | method 方法 | collaboration 协作 | resources 资源 | priority 优先级 | market 市场",
)
_NEXT = Bilingual("carry | revise | drop", "carry 延续 | revise 调整后延续 | drop 终止")
_LISTS = (
    (
        "went_well",
        Bilingual("What was won, and how can we do it again?", "做得好的：赢在哪里，怎样复制？"),
        Bilingual("What went well, and what made it go well", "做得好的，以及为什么做得好"),
    ),
    (
        "to_improve",
        Bilingual("What was lost, and what was the core of it?", "待改进的：输在哪里，核心问题和原因是什么？"),
        Bilingual("What to do better, and what stood in the way", "要改进的，以及卡在哪里"),
    ),
    (
        "lessons",
        Bilingual("What have we learnt that others should know?", "经验教训：哪些值得别人知道？"),
        Bilingual("What we know now and did not know before", "现在知道、当初不知道的"),
    ),
    (
        "next_cycle",
        Bilingual(
            "What do we change next time: goals, method, collaboration?", "下周期优化建议：目标、方法、协作怎么改？"
        ),
        Bilingual("Advice for the next cycle", "给下个周期的建议"),
    ),
)


def new_retro(drafting: Drafting, owner: str, cycle_id: str, moves: Iterable[GoalMove] = ()) -> tuple[Change, ...]:
    """The self-scores of a person or team for a cycle in which there is a sheet of his; `moves` of its goals."""
    owner, workspace = composed(owner), drafting.workspace
    if not workspace.knows(owner):
        known = [*workspace.people, *workspace.teams]
        raise OkrctlError(_UNKNOWN.format(owner=owner), nearest(owner, known, _UNKNOWN_HINT.format(owner=owner)))
    cycle = drafting.cycle(composed(cycle_id))
    if SheetKey(cycle.id, owner) not in workspace.sheets:
        raise _no_sheet(drafting, owner, cycle)
    path = path_of(Kind.RETRO, cycle=cycle.id, owner=owner)
    own = tuple(move for move in moves if move.key.sheet == SheetKey(cycle.id, owner))
    modeline = drafting.modeline(Kind.RETRO, path)
    return drafting.new(path, (f"{modeline}\n" if modeline else "") + _Writer(drafting, owner, cycle, own).text())


def _no_sheet(drafting: Drafting, owner: str, cycle: Cycle) -> OkrctlError:
    workspace = drafting.workspace
    if SheetKey(cycle.id, owner) in workspace.broken_sheets:
        return OkrctlError(_BROKEN.format(name=workspace.name_of(owner), cycle=cycle.id), _BROKEN_HINT)
    # Of other cycles than this one nothing has been read: the files are there or not.
    others = [one for one in workspace.cycles.values() if has_sheet(workspace, one, owner)]
    here = [key.owner for key in sorted(workspace.sheets) if key.cycle == cycle.id]
    near = [*chart.teams_led_by(workspace, owner), *chart.line(workspace, chart.team_of(workspace, owner) or "")]
    if others:
        hint = _NO_SHEET_HINT.format(cycle=max(others, key=lambda one: (one.project is None, one.end, one.id)).id)
    elif here:
        hint = _SOMEBODY_ELSE.format(owner=next((one for one in near if one in here), here[0]))
    else:
        hint = _NOBODY
    return OkrctlError(_NO_SHEET.format(name=workspace.name_of(owner), cycle=cycle.id), hint)


class _Writer(NamedTuple):
    """The text of one sheet of self-scores."""

    drafting: Drafting
    owner: str
    cycle: Cycle
    moves: tuple[GoalMove, ...]

    def text(self) -> str:
        """Everything after the first line."""
        workspace, cycle = self.drafting.workspace, self.cycle
        head = fill(
            "retro.yaml",
            self.drafting.language,
            who=in_comment(workspace.name_of(self.owner)),
            cycle=cycle.id,
            start=str(cycle.start),
            end=str(cycle.end),
        )
        body = [f"owner: {quoted(self.owner)}", *self._scores(), *self._lists()]
        return head + "".join(f"{line}".rstrip() + "\n" for line in body)

    def _say(self, text: Bilingual, **values: object) -> str:
        return text.format(**values).say(self.drafting.language)

    def _scores(self) -> Iterator[str]:
        graph = build_graph(self.drafting.workspace)
        found = figures(graph, collect_reports(graph), min(self.drafting.today, self.cycle.end))
        objectives = objectives_of(graph.goals, SheetKey(self.cycle.id, self.owner), self.drafting.workspace)
        key_results = {one.key: children_of(graph.goals, one.key) for one in objectives}
        living = [goal for one in objectives for goal in key_results[one.key] if not goal.is_dropped(found.day)]
        yield "scores:" if living else "scores: []"
        for number, objective in enumerate(objectives):
            if number:
                yield ""
            yield from self._objective(objective, show.weight(found.goal(objective.key).weight, self._language))
            for goal in key_results[objective.key]:
                if goal in living:
                    yield from self._entry(goal, standing(found, goal), explained=goal is living[0])
                elif objective.record.dropped is None:
                    yield from _comment(self._dropped(goal), "  ")
        yield from self._gone(set(graph.goals))

    @property
    def _language(self) -> Language:
        return self.drafting.language

    def _objective(self, objective: Goal, weight: str) -> Iterator[str]:
        if objective.record.dropped is not None:
            yield from _comment(self._dropped(objective), "  ")
            return
        kind = objective.objective.kind or self.drafting.workspace.settings.value.default_kind
        shown = {"id": objective.key.objective, "title": in_comment(objective.title), "weight": weight}
        yield from _comment(self._say(_OBJECTIVE, kind=_KINDS[kind], **shown), "  ")
        yield from self._moved(objective, "  ")

    def _dropped(self, goal: Goal) -> str:
        dropped = goal.record.dropped
        name = goal.key.key_result or goal.key.objective
        because = in_comment(dropped.because) if dropped else ""
        day = dropped.on if dropped else ""
        return self._say(_DROPPED, id=name, title=in_comment(goal.title), day=day, because=because)

    def _entry(self, goal: Goal, stands: Standing, explained: bool) -> Iterator[str]:
        address = f"{goal.key.objective}/{goal.key.key_result}"
        yield from _titled(f"  - kr: {quoted(address)}", goal.title)
        for fact in stands.facts:
            yield from _comment(fact.say(self._language), "    ")
        yield from self._moved(goal, "    ")
        keys = (
            ("score:", _SCORE),
            (f"completion: {show.score(stands.progress)}", _COMPLETION),
            ("difficulty: expected", _DIFFICULTY),
            ("effort: expected", _EFFORT),
            ("because:", _BECAUSE),
            ("cause:", _CAUSE),
            (f"next: {'drop' if stands.progress >= 1 else 'carry'}", _NEXT),
        )
        for key, words in keys:
            line = f"    # {key}"
            yield from _explained(line, self._say(words)) if explained else (line,)

    def _moved(self, goal: Goal, indent: str) -> Iterator[str]:
        """How the goal moved: as git tells it, else as the sheet says itself."""
        moves = [move for move in self.moves if move.key == goal.key]
        for group in together(moves):
            yield from _comment(moved_line(group).say(self._language), indent)
        said = {move.because for move in moves}
        for change in goal.record.changed:
            if change.because not in said:
                said_by_sheet = self._say(_CHANGED, day=change.on, because=in_comment(change.because))
                yield from _comment(said_by_sheet, indent)

    def _gone(self, there: set[GoalKey]) -> Iterator[str]:
        gone = [move for move in self.moves if move.key not in there]
        if gone:
            yield ""
            yield f"  # {self._say(_GONE)}"
            for group in together(gone):
                line = f"{group[0].key.address()} {moved_line(group).say(self._language)}"
                yield from _comment(line, "  ")

    def _lists(self) -> Iterator[str]:
        for key, question, example in _LISTS:
            yield ""
            yield f"# # {self._say(question)}"
            yield f"# {key}:"
            yield f"#   - {self._say(example)}"


def _titled(line: str, title: str) -> Iterator[str]:
    """A line with a title behind it, or below it where that would be too long."""
    whole = with_comment(line, in_comment(title))
    if cells(whole) <= _LONGEST:
        yield whole
        return
    yield line
    yield from _comment(title, "    ")


def _explained(line: str, words: str) -> Iterator[str]:
    """A line with words behind it that go on in the same column below, a comment even where the first is none."""
    return commented(words, with_comment(line, ""), with_comment("    #", ""))


def _comment(text: str, indent: str) -> Iterator[str]:
    """A text that may be long as lines of a comment, from the second on a little further in."""
    return commented(text, f"{indent}# ", f"{indent}#   ")
