"""The text of a sheet that is carried over: what goes on, where it ended, and what to think about, as comments."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from okrctl.alignment.goals import Goal, GoalKey, Missing
from okrctl.alignment.graph import Graph
from okrctl.editing.rolled_measure import Ended, measure_on, number, title_on
from okrctl.editing.wrapped import commented
from okrctl.language import Bilingual, Language, listed
from okrctl.models.okr import KeyResult, Objective
from okrctl.models.retro import Cause, Retro, Score
from okrctl.progress import show
from okrctl.source.quote import in_comment, quoted
from okrctl.workspace import chart
from okrctl.workspace.index import Cycle

_HEAD = Bilingual(
    "OKRs of {name} for {cycle}, {start} to {end}: a draft, carried over from {source}",
    "OKR：{name}，周期 {cycle}（{start} 至 {end}），由 {source} 延续而来的草稿",
)
_GO_THROUGH = Bilingual(
    "Go through every goal: does it still matter most now, and would you set it like this today? Change, add and "
    "delete freely, answer the comments, then run okrctl validate.",
    "请逐条过一遍：现在它还是最重要的吗，今天还会这样定吗？可以随意增删改；注释里的问题想清楚后删掉，"
    "再运行 okrctl validate 检查。",
)
_LEARNT = Bilingual("What was learnt in {cycle}:", "{cycle} 的经验教训：")
_ADVICE = Bilingual("Advice for this cycle:", "下周期优化建议：")
_ENDED = Bilingual("{cycle}: {start} → {value}, target {target}", "{cycle}：{start} → {value}，目标值 {target}")
_CAME_TO = Bilingual("{cycle}: {progress}", "{cycle}：{progress}")
_SCORED = Bilingual("; score {score}", "；自评分 {score}")
_REVISE = Bilingual("To revise: what should be different this time?", "需要调整：这次要改什么？")
_BECAUSE = Bilingual("Last time: {because}", "上次：{because}")
_CAUSE = Bilingual("main cause: {cause}", "主要原因：{cause}")
_CAUSES: Mapping[Cause, Bilingual] = MappingProxyType(
    {
        "goal": Bilingual("the goal itself", "目标本身"),
        "method": Bilingual("method", "方法"),
        "collaboration": Bilingual("collaboration", "协作"),
        "resources": Bilingual("resources", "资源"),
        "priority": Bilingual("priority", "优先级"),
        "market": Bilingual("market", "市场环境"),
    }
)
_NOT_CARRIED = Bilingual("It supported {goals}, which is not in {cycle}.", "原来对齐 {goals}，{cycle} 里没有。")
_TO_OBJECTIVE = Bilingual(
    "It supported {goal}, which is not in {cycle}; now its objective.",
    "原来对齐 {goal}，{cycle} 里没有，改为对齐其目标。",
)
_LEFT = Bilingual("{names} left: who takes their part?", "{names} 已离职：由谁接手？")
_WEIGHTS = Bilingual("The weights no longer added up to 100 and were left out.", "权重合计不再是 100，未带入。")
_UNALIGNED = Bilingual(
    "okrctl: ignore[OKR204] what does it support now? Write aligns_to and delete this line",
    "okrctl: ignore[OKR204] 现在对齐什么？写上 aligns_to 后删掉这一行",
)
_FEW = Bilingual(
    "okrctl: ignore[OKR203] what else would prove it? Add a key result and delete this line",
    "okrctl: ignore[OKR203] 还有什么能证明目标达成？补上关键结果后删掉这一行",
)
_FEW_OBJECTIVES = Bilingual(
    "okrctl: ignore[OKR203] what else matters? Add an objective and delete this line",
    "okrctl: ignore[OKR203] 还有哪些重要的事？补上目标后删掉这一行",
)


class Going(NamedTuple):
    """A key result that goes on: whether it is to be revised, where it ended, and what its owner said of it."""

    goal: Goal
    to_revise: bool
    ended: Ended
    progress: float
    said: Score


class Onward(NamedTuple):
    """An objective that goes on, with those of its key results that do."""

    goal: Goal
    key_results: tuple[Going, ...]


class Turn(NamedTuple):
    """The turn from one cycle to the next: the graph, and all goals that there will be in the next one."""

    graph: Graph
    source: Cycle
    target: Cycle
    there: frozenset[GoalKey]
    language: Language


class RolledSheet(NamedTuple):
    """The text of one owner's sheet."""

    turn: Turn
    owner: str
    objectives: tuple[Onward, ...]
    retro: Retro | None

    def text(self) -> str:
        """Everything after the first line."""
        return "".join(f"{line}\n" for line in (*self._head(), *self._body()))

    def _head(self) -> Iterator[str]:
        turn = self.turn
        name = turn.graph.workspace.name_of(self.owner)
        cycle = {"cycle": turn.target.id, "start": turn.target.start, "end": turn.target.end, "source": turn.source.id}
        yield from commented(self._say(_HEAD, name=name, **cycle), "# ", "# ")
        yield "#"
        yield from commented(self._say(_GO_THROUGH), "# ", "# ")
        lessons, advice = (self.retro.lessons, self.retro.next_cycle) if self.retro else ((), ())
        for title, texts in ((_LEARNT, lessons), (_ADVICE, advice)):
            if texts:
                yield "#"
                yield f"# {self._say(title, cycle=turn.source.id)}"
                for text in texts:
                    yield from commented(text, "#   - ", "#     ")

    def _body(self) -> Iterator[str]:
        yield f"owner: {quoted(self.owner)}"
        if len(self.objectives) < self.turn.graph.workspace.settings.value.limits.objectives[0]:
            yield f"# {self._say(_FEW_OBJECTIVES)}"
        yield "objectives:"
        keeps = _add_up(one.goal.objective.weight for one in self.objectives)
        if not keeps and len(self.objectives) > 1:
            yield f"  # {self._say(_WEIGHTS)}"
        for one in self.objectives:
            yield from self._objective(one, keeps)

    def _objective(self, one: Onward, keeps_weight: bool) -> Iterator[str]:
        objective = one.goal.objective
        aligned, remarks = self._alignment(one.goal)
        yield f"  - id: {quoted(objective.id)}"
        yield from (f"    # {remark.say(self._language)}" for remark in remarks)
        if not aligned and self._has_to_align(one):
            yield f"    # {self._say(_UNALIGNED)}"
        yield f"    title: {quoted(objective.title)}"
        if objective.kind is not None:
            yield f"    kind: {objective.kind}"
        if keeps_weight and objective.weight is not None:
            yield f"    weight: {number(objective.weight)}"
        yield from (f"    {line}" for line in self._described(objective, aligned))
        if objective.tags:
            yield f"    tags: {_list(objective.tags)}"
        yield from self._key_results(one)

    def _key_results(self, one: Onward) -> Iterator[str]:
        if len(one.key_results) < self.turn.graph.workspace.settings.value.limits.key_results[0]:
            yield f"    # {self._say(_FEW)}"
        yield "    key_results:" if one.key_results else "    key_results: []"
        keeps = _add_up(going.goal.record.weight for going in one.key_results)
        if not keeps and len(one.key_results) > 1:
            yield f"      # {self._say(_WEIGHTS)}"
        for going in one.key_results:
            yield from (f"      {line}" for line in self._key_result(going, keeps))

    def _key_result(self, going: Going, keeps_weight: bool) -> Iterator[str]:
        record = going.goal.key_result
        if record is None:
            return
        aligned, remarks = self._alignment(going.goal)
        measure = measure_on(record, going.ended, self.turn.source.id)
        yield from self._looking_back(going, record)
        for remark in (*remarks, *measure.remarks):
            yield from commented(remark.say(self._language), "# ", "#   ")
        yield f"- id: {quoted(record.id)}"
        yield f"  title: {quoted(title_on(record, going.ended))}"
        yield from (f"  {key}" for key in measure.keys)
        if keeps_weight and record.weight is not None:
            yield f"  weight: {number(record.weight)}"
        if record.owner is not None and not self._left([record.owner]):
            yield f"  owner: {quoted(record.owner)}"
        yield from (f"  {line}" for line in self._described(record, aligned))

    def _looking_back(self, going: Going, record: KeyResult) -> Iterator[str]:
        """Where it ended and with which score; of what is to be revised also why."""
        score = (
            "" if going.said.score is None else _SCORED.format(score=show.score(going.said.score)).say(self._language)
        )
        yield f"# {self._came_to(going, record)}{score}"
        if left := self._left([record.owner] if record.owner else []):
            yield f"# {self._say(_LEFT, names=listed(left))}"
        if not going.to_revise:
            return
        yield f"# {self._say(_REVISE)}"
        if going.said.because:
            yield from commented(self._say(_BECAUSE, because=in_comment(going.said.because)), "# ", "#   ")
        if going.said.cause:
            yield f"# {self._say(_CAUSE, cause=_CAUSES[going.said.cause])}"

    def _came_to(self, going: Going, record: KeyResult) -> str:
        metric, value = record.metric, going.ended.value
        if metric is None or value is None:
            return self._say(_CAME_TO, cycle=self.turn.source.id, progress=show.percent(going.progress, self._language))
        ends = {"start": metric.start, "value": value}
        shown = {name: show.exact_amount(end, None, self._language) for name, end in ends.items()}
        target = show.exact_amount(metric.target, in_comment(metric.unit) if metric.unit else None, self._language)
        return self._say(_ENDED, cycle=self.turn.source.id, target=target, **shown)

    def _described(self, record: Objective | KeyResult, aligned: tuple[str, ...]) -> Iterator[str]:
        if record.why is not None:
            yield f"why: {quoted(record.why)}"
        if aligned:
            yield f"aligns_to: {_list(aligned)}"
        left = self._left(record.with_)
        if left:
            yield f"# {self._say(_LEFT, names=listed(left))}"
        stay = [name for name in record.with_ if self.turn.graph.workspace.name_of(name) not in left]
        if stay:
            yield f"with: {_list(stay)}"

    def _alignment(self, goal: Goal) -> tuple[tuple[str, ...], tuple[Bilingual, ...]]:
        """What a goal goes on to support, as addresses of the next cycle, and what has to be said about it."""
        kept: dict[str, None] = {}
        gone: list[str] = []
        remarks: list[Bilingual] = []
        for written in goal.aligns_to:
            found = self.turn.graph.find(written, goal.key.sheet)
            onward = None if isinstance(found, Missing) else self._onward(found)
            if onward is None or isinstance(found, Missing):
                gone.append(in_comment(written))
                continue
            kept[onward.address(self.turn.target.id)] = None
            if found.key_result and not onward.key_result:
                remarks.append(_TO_OBJECTIVE.format(goal=in_comment(written), cycle=self.turn.target.id))
        if gone:
            remarks.append(_NOT_CARRIED.format(goals=listed(gone), cycle=self.turn.target.id))
        return tuple(kept), tuple(remarks)

    def _onward(self, key: GoalKey) -> GoalKey | None:
        """The goal of the next cycle, or of a longer one around it, that takes the place of this one."""
        cycle = self.turn.graph.workspace.cycles.get(key.cycle)
        if key.cycle != self.turn.source.id:
            overlaps = cycle is not None and cycle.overlaps(self.turn.target)
            return key if overlaps and not self.turn.graph.is_dropped(key, date.max) else None
        following = key._replace(cycle=self.turn.target.id)
        return next((one for one in (following, following.of_objective) if one in self.turn.there), None)

    def _has_to_align(self, one: Onward) -> bool:
        """Whether a team's objective that supports nothing would be a finding: not at the top of the tree."""
        workspace = self.turn.graph.workspace
        supports = any(self._alignment(going.goal)[0] for going in one.key_results)
        return self.owner in workspace.teams and self.owner != chart.root_team(workspace) and not supports

    def _left(self, handles: Iterable[str]) -> list[str]:
        """The names of those who have left before the next cycle begins."""
        people, names = self.turn.graph.workspace.people, []
        for handle in handles:
            person = people.get(handle)
            if person is not None and person.value.left is not None and person.value.left < self.turn.target.start:
                names.append(in_comment(self.turn.graph.workspace.name_of(handle)))
        return names

    @property
    def _language(self) -> Language:
        return self.turn.language

    def _say(self, text: Bilingual, **values: object) -> str:
        return text.format(**values).say(self._language)


def _add_up(weights: Iterable[float | None]) -> bool:
    """Whether weights as they are written may stand: they sum to 100, or leave something to those without."""
    written = list(weights)
    total = sum(weight for weight in written if weight is not None)
    if None in written:
        return total < 100 or total == 0
    return not written or abs(round(total - 100, 6)) <= 0.1


def _list(words: Iterable[str]) -> str:
    return "[" + ", ".join(quoted(word, in_flow=True) for word in words) + "]"
