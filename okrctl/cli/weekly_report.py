"""What `weekly` does: whose, which cycle, which weeks; then the report on stdout or in the rolling document."""

from typing import NamedTuple

from okrctl.cli.opened import OpenedCycle, known_owner, open_cycle, own_template
from okrctl.cli.session import Session
from okrctl.cli.whose import team_led_by_me
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.calendar import Week
from okrctl.reports.weekly.build import Wish, build
from okrctl.reports.weekly.period import default_week
from okrctl.workspace.index import Cycle, Workspace
from okrctl.workspace.weeks import read_week

_BOTH = Bilingual(
    "--week names one week, --from and --to several: use one of the two", "--week 与 --from/--to 只能用一种"
)
_OUTSIDE = Bilingual(
    "week {week} lies outside cycle {cycle}, {start} to {end}", "{week} 不在周期 {cycle}（{start} 至 {end}）内"
)
_OTHER_CYCLE = Bilingual("name its cycle: --cycle {cycle}", "请写明这一周所在的周期：--cycle {cycle}")
_NO_CYCLE = Bilingual("no cycle here has this week", "这里没有周期包含这一周")
_ONE_PLACE = Bilingual(
    "--write keeps the Markdown document of the cycle: leave out --format json and -o",
    "--write 写的是本周期的 Markdown 文档：请去掉 --format json 和 -o",
)
_BACKWARDS = Bilingual("--from {first} is later than --to {last}", "--from {first} 晚于 --to {last}")


class Request(NamedTuple):
    """The options of `weekly`."""

    owner: str | None
    week: str | None
    first: str | None
    last: str | None
    write: bool
    dry_run: bool
    as_json: bool


def report_week(session: Session, request: Request) -> None:
    """Build the report and put it where it belongs."""
    if request.week and (request.first or request.last):
        raise OkrctlError(_BOTH)
    if (request.write or request.dry_run) and (request.as_json or session.options.output):
        raise OkrctlError(_ONE_PLACE)
    found = open_cycle(session, lambda frame: _owner(session, frame, request))
    first, week = _weeks(found, request)
    report = build(found.opened.graph, Wish(found.owner or "", found.cycle.id, week, first))
    if request.as_json:
        from okrctl.diagnostics.formats.escapes import as_json as json_text
        from okrctl.reports.weekly.as_json import as_json

        session.result(json_text(as_json(report)))
    elif request.write or request.dry_run:
        from okrctl.cli.rolling import roll
        from okrctl.reports.weekly.render import document_path, section

        fresh = section(report, session.language, own_template(found.opened, "weekly"))
        roll(session, found.opened, document_path(report), fresh, request.dry_run)
    else:
        from okrctl.reports.weekly.render import markdown

        session.result(markdown(report, session.language, own_template(found.opened, "weekly")))


def _owner(session: Session, frame: Workspace, request: Request) -> str:
    return known_owner(frame, request.owner) if request.owner else team_led_by_me(session, frame, "weekly")


def _weeks(found: OpenedCycle, request: Request) -> tuple[Week | None, Week]:
    """The first week to merge, if several were asked for, and the last."""
    opened = found.opened
    asked = request.week or request.last
    latest = default_week(opened.workspace, found.cycle.id, found.owner or "", opened.today)
    last = read_week(asked, opened.today) if asked else latest
    first = read_week(request.first, opened.today) if request.first else None
    if asked and (last.sunday < found.cycle.start or last.monday > found.cycle.end):
        raise _outside(opened.workspace, found.cycle, last)
    if first is not None and first > last:
        raise OkrctlError(_BACKWARDS.format(first=first, last=last))
    if first is None and request.last is not None:
        first = Week.of(found.cycle.start)
    return first, last


def _outside(workspace: Workspace, cycle: Cycle, week: Week) -> OkrctlError:
    """A week of another cycle: which one has it, the shortest first."""
    holding = [one for one in workspace.cycles.values() if one.start <= week.sunday and week.monday <= one.end]
    near = min(holding, key=lambda one: (one.days, one.id), default=None)
    message = _OUTSIDE.format(week=week, cycle=cycle.id, start=cycle.start, end=cycle.end)
    return OkrctlError(message, _OTHER_CYCLE.format(cycle=near.id) if near else _NO_CYCLE)
