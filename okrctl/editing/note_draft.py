"""A new weekly note: one entry for each open key result of a person, with what is known, to be filled in by hand.

An update that says nothing is a mistake, and a value that nobody looked at is worse; so the entries stand behind a #,
and a note that nobody has filled in says nothing.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple, get_args

from okrctl.editing.change import Change
from okrctl.editing.drafting import Drafting, nearest
from okrctl.editing.facts import facts
from okrctl.editing.known import Known, OpenKeyResult, open_key_results, open_todos
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.base import composed
from okrctl.models.calendar import Week
from okrctl.models.okr import KeyResult
from okrctl.models.settings import Weekday
from okrctl.source.quote import in_comment, quoted
from okrctl.workspace import chart
from okrctl.workspace.index import Cycle, Workspace
from okrctl.workspace.layout import Kind, path_of

_NO_PERSON = Bilingual('nobody is called "{person}"', "没有叫“{person}”的人")
_NO_PERSON_HINT = Bilingual("add {person} to people in org.yaml", "请先把 {person} 写进 org.yaml 的 people")
_TEAM = Bilingual('"{person}" is a team; notes are written by people', "“{person}”是团队，进展记录要由个人来写")
_TEAM_HINT = Bilingual("use the handle of a member: okrctl new note {lead}", "请写成员的标识：okrctl new note {lead}")
_OUTSIDE = Bilingual(
    "week {week} is outside cycle {cycle} ({start} to {end})", "{week} 不在周期 {cycle}（{start} 至 {end}）内"
)
_OUTSIDE_HINT = Bilingual(
    "choose a week within the cycle or another cycle: --week {inside}, or --cycle",
    "请换一周或换一个周期：--week {inside}，或 --cycle",
)
_HEAD = Bilingual(
    "# Note of {name} for week {week}, {monday} to {sunday}, for the meeting on {meeting}\n"
    "#\n"
    "# Anything after a # is ignored. For each goal you have news of, remove the # and the space after it, and do the\n"
    "# same for the line updates: above (in most editors: select the lines, then Ctrl+/ or ⌘/). Replace the examples\n"
    "# with your own words and delete what you do not need; leave goals without news as they are.\n"
    "# Report key progress, not activities: “three contracts signed, two more agreed”, not “visited five customers”.\n"
    "# Say at_risk early and honestly, and what help you need, while there is still time to help.",
    "# 进展记录：{name}，{week}（{monday} 至 {sunday}），周会 {meeting}\n"
    "#\n"
    "# “#”后面的内容不会生效。有进展的关键结果，去掉那几行的“#”和它后面的空格，上方的 updates: 一行也要去掉\n"
    "# （多数编辑器：选中这些行，按 Ctrl+/ 或 ⌘/）。再改成自己的内容，用不着的行删掉；没有进展的不用动。\n"
    "# 写关键进展，不写流水账：写“签了三份合同，两家有意向”，不写“拜访了五位客户”。\n"
    "# 有风险尽早如实写 at_risk，写清需要什么支持，这样才来得及帮忙。",
)
_STATUS = Bilingual(
    "on_track | at_risk | off_track | done | paused",
    "on_track 正常 | at_risk 有风险 | off_track 已延期 | done 已完成 | paused 已暂停",
)
_CONFIDENCE = Bilingual("0 to 10: how sure you are that it will be reached", "信心指数 0 到 10：有多大把握达成")
_PROGRESS = Bilingual("What has changed", "有什么不同了")
_RISK = Bilingual("What is in the way", "遇到什么困难")
_NEED = Bilingual("The help you need", "需要什么支持")
_NEXT = Bilingual("The next step", "下一步")
_OTHER = Bilingual("What matters but is on nobody's sheet", "重要、但不在任何人 OKR 里的事")
_FOR = Bilingual("What you are grateful for", "感谢什么")
_NONE = Bilingual("you have no open key results in cycle {cycle}", "周期 {cycle} 里没有你负责的、还在进行的关键结果")
_OPEN = Bilingual(
    "Your open to-dos: keep the finished ones under done, delete the others",
    "你未完成的待办：done 里留下已完成的，其余删掉",
)


def new_note(drafting: Drafting, person: str, week: Week, cycle_id: str) -> tuple[Change, ...]:
    """The note of a person for a week of a cycle."""
    person, workspace = composed(person), drafting.workspace
    _check_person(workspace, person)
    cycle = drafting.cycle(composed(cycle_id))
    if week.sunday < cycle.start or week.monday > cycle.end:
        inside = Week.of(min(max(drafting.today, cycle.start), cycle.end))
        names = {"week": week, "cycle": cycle.id, "start": cycle.start, "end": cycle.end}
        raise OkrctlError(_OUTSIDE.format(**names), _OUTSIDE_HINT.format(inside=inside))
    path = path_of(Kind.NOTE, cycle=cycle.id, week=str(week), author=person)
    line = drafting.modeline(Kind.NOTE, path)
    text = _Writer(drafting, person, week, cycle).text()
    return drafting.new(path, f"{line}\n{text}" if line else text)


def _check_person(workspace: Workspace, person: str) -> None:
    if person in workspace.people:
        return
    if person in workspace.teams:
        members = chart.members(workspace, person)
        hint = _TEAM_HINT.format(lead=members[0] if members else "…")
        raise OkrctlError(_TEAM.format(person=person), hint)
    hint = nearest(person, workspace.people, _NO_PERSON_HINT.format(person=person))
    raise OkrctlError(_NO_PERSON.format(person=person), hint)


class _Writer(NamedTuple):
    """The text of one note."""

    drafting: Drafting
    person: str
    week: Week
    cycle: Cycle

    def text(self) -> str:
        """The whole note after its first line."""
        head = self._say(
            _HEAD,
            name=in_comment(self._workspace.name_of(self.person)),
            week=self.week,
            monday=self.week.monday,
            sunday=self.week.sunday,
            meeting=self._meeting(self.week),
        )
        named = f"author: {quoted(self.person)}\nweek: {self.week}\n"
        body = [*self._updates(), "", *self._rest()]
        return f"{head}\n{named}\n" + "".join(f"# {line}".rstrip() + "\n" for line in body)

    @property
    def _workspace(self) -> Workspace:
        return self.drafting.workspace

    def _say(self, text: Bilingual, **values: object) -> str:
        return text.format(**values).say(self.drafting.language)

    def _meeting(self, week: Week) -> date:
        weekday = get_args(Weekday).index(self._workspace.settings.value.checkin.meeting)
        return week.monday + timedelta(days=weekday)

    def _updates(self) -> Iterator[str]:
        key_results = open_key_results(self.drafting, self.person, self.cycle.id, self.week)
        if not key_results:
            yield f"# {self._say(_NONE, cycle=self.cycle.id)}"
            return
        yield "updates:"
        for number, one in enumerate(key_results):
            yield from self._entry(one, explained=number == 0)

    def _entry(self, one: OpenKeyResult, explained: bool) -> Iterator[str]:
        record, known = one.record, one.known
        yield ""
        yield f"  # {one.address}  {in_comment(record.title)}"
        yield from (f"  # {in_comment(fact)}" for fact in facts(record, known, self.drafting.language))
        yield f"  - kr: {quoted(one.address)}"
        yield from (f"    {line}" for line in _measured(record, known))
        lines = (
            (f"status: {known.status or 'on_track'}", _STATUS),
            (f"confidence: {_number(5 if known.confidence is None else known.confidence)}", _CONFIDENCE),
        )
        yield from (f"    {line:<20}# {self._say(words)}" if explained else f"    {line}" for line, words in lines)
        yield f"    progress: {self._say(_PROGRESS)}"
        whom = f", from: [{quoted(other, in_flow=True)}]" if (other := self._colleague()) else ""
        yield f"    risks: [{{risk: {self._say(_RISK)}, need: {self._say(_NEED)}{whom}}}]"
        yield f"    next: [{{what: {self._say(_NEXT)}, due: {self._meeting(self.week.next())}}}]"

    def _rest(self) -> Iterator[str]:
        """What is closed, what else matters, whom to thank."""
        todos = open_todos(self.drafting, self.person, self.cycle.id, self.week)
        if todos:
            yield f"# {self._say(_OPEN)}"
            yield "done:"
            yield from (f"  - {quoted(str(todo.reference))}    # {in_comment(todo.text)}" for todo in todos)
            yield ""
        yield "other:"
        yield f"  - {{title: {quoted(self._say(_OTHER), in_flow=True)}, progress: {self._say(_PROGRESS)}}}"
        if other := self._colleague():
            yield "thanks:"
            yield f"  - {{to: {quoted(other, in_flow=True)}, for: {self._say(_FOR)}}}"

    def _colleague(self) -> str | None:
        """Somebody to ask and to thank in the examples: the manager, else anybody else."""
        others = (name for name in self._workspace.people if name != self.person)
        return chart.manager_of(self._workspace, self.person) or next(others, None)


def _measured(record: KeyResult, known: Known) -> Iterator[str]:
    """The line that says how far it is, prefilled with what was known last."""
    if record.cascade is not None:
        return
    if record.metric is not None:
        yield f"value: {_number(record.metric.start if known.value is None else known.value)}"
    elif record.keep is not None:
        bound = record.keep.min if record.keep.min is not None else record.keep.max
        yield f"value: {_number(known.value if known.value is not None else bound or 0)}"
    elif record.milestones:
        following = (one.id for one in record.milestones if one.id not in known.reached)
        if name := next(following, None):
            yield f"reached: [{quoted(name, in_flow=True)}]"
    else:
        yield f"percent: {_number(known.percent or 0)}"


def _number(value: float) -> str:
    return format(value, ".15g")
