"""A new cycle: its dates, told by its id or by the user, and what is due when."""

import re
import shlex
from datetime import date
from typing import NamedTuple

from okrctl.editing.change import Change
from okrctl.editing.drafting import Drafting
from okrctl.editing.schedule import Schedule, schedule
from okrctl.editing.texts import fill, with_comment
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, Language
from okrctl.models.base import composed
from okrctl.models.calendar import cycle_dates
from okrctl.models.ids import is_device_name, is_handle
from okrctl.source.quote import quoted
from okrctl.workspace.cycles import quarter_of
from okrctl.workspace.index import Workspace
from okrctl.workspace.layout import Kind, path_of

_PARTS = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<part>[HQB]?)(?P<number>[0-9]+))?")
_ORDINALS = (
    Bilingual("First", "第一"),
    Bilingual("Second", "第二"),
    Bilingual("Third", "第三"),
    Bilingual("Fourth", "第四"),
)
_HALVES = (Bilingual("First", "上"), Bilingual("Second", "下"))
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NO_ID = Bilingual('"{cycle}" cannot be the name of a cycle', "“{cycle}”不能用作周期名")
_NO_ID_HINT = Bilingual(
    "use letters, digits, - _ and . without spaces: 2026-Q1, 2026-H1, 2026-01, apollo",
    "只用文字、数字和 - _ .，不含空格：2026-Q1、2026-H1、2026-01、阿波罗",
)
_DATELESS = Bilingual('okrctl cannot tell the dates from the name "{cycle}"', "“{cycle}”这个名字看不出起止日期")
_HALF_DATED = Bilingual(
    'okrctl cannot tell the dates from the name "{cycle}", and {missing} is missing',
    "“{cycle}”这个名字看不出起止日期，还缺少 {missing}",
)
_DATELESS_HINT = Bilingual(
    "give both: okrctl new cycle {cycle} --start {start} --end {end}{project}",
    "请写明起止日期：okrctl new cycle {cycle} --start {start} --end {end}{project}",
)
_BACKWARDS = Bilingual("the cycle would end on {end}, before it starts on {start}", "结束日 {end} 早于开始日 {start}")
_BACKWARDS_HINT = Bilingual("give the later day as --end", "--end 应是较晚的日期")
_SHEETS = Bilingual("all sheets are written, read by the others and aligned", "OKR 写好、互相看过、完成对齐")
_IF_ALL = Bilingual("only if all teams write sheets for this cycle as well", "只有各团队都要为本周期写 OKR 时才启用")
_QUARTER = 84  # days: a cycle so long, or longer, is for everybody
_YEAR = 360  # days: what lies in a year and nothing shorter is a cycle of its own, however short
_APOLLO = Bilingual("Apollo", "阿波罗项目")
_NO_PROJECT = Bilingual("the project has no name", "项目名是空的")
_NO_PROJECT_HINT = Bilingual(
    "write it after --project, or leave the option out", "请在 --project 后写项目名，或去掉这个选项"
)
_ALIKE = Bilingual(
    'there is already a cycle "{other}", which is the same folder on many disks',
    "已有周期“{other}”，不少磁盘会把两者当成同一个文件夹",
)
_ALIKE_HINT = Bilingual("use it, or choose another name", "请直接用它，或换一个名字")


class Whose(NamedTuple):
    """Whom a cycle is for: a `project` that it follows, and whether it is only for some teams or people."""

    project: str | None = None
    is_for_some: bool = False


_EVERYBODY = Whose()


def new_cycle(
    drafting: Drafting, cycle_id: str, start: date | None = None, end: date | None = None, project: str | None = None
) -> tuple[Change, ...]:
    """`cycle.yaml` of a new cycle, of a `project` if named; `start` and `end` where the id does not tell them."""
    cycle_id, project = composed(cycle_id), None if project is None else composed(project).strip()
    _check_name(drafting, cycle_id)
    if project == "":
        raise OkrctlError(_NO_PROJECT, _NO_PROJECT_HINT)
    told = cycle_dates(cycle_id, drafting.workspace.settings.value.fiscal_year_start)
    start, end = start or (told[0] if told else None), end or (told[1] if told else None)
    if start is None or end is None:
        option = f" --project {shlex.quote(project)}" if project else ""
        raise _dateless(cycle_id, (start, end), drafting.today, option)
    if end < start:
        raise OkrctlError(_BACKWARDS.format(start=start, end=end), _BACKWARDS_HINT)
    path = path_of(Kind.CYCLE, cycle=cycle_id)
    line = drafting.modeline(Kind.CYCLE, path)
    dates = schedule(start, end, drafting.today)
    whose = Whose(project, project is None and _is_for_some(drafting.workspace, start, end))
    return drafting.new(path, cycle_text(cycle_id, dates, line, drafting.language, whose))


def _is_for_some(workspace: Workspace, start: date, end: date) -> bool:
    """Whether the days are a part of a cycle in which everybody has sheets already: a month inside a quarter.

    Where another one so short asks everybody for sheets, that is the custom here.
    """
    if (end - start).days + 1 >= _QUARTER:
        return False
    others = [one for one in workspace.cycles.values() if one.project is None]
    is_custom = any(one.days < _QUARTER and one.due is not None and one.due.sheets is not None for one in others)
    around = (one for one in others if one.days < _YEAR and one.start <= start and end <= one.end)
    return not is_custom and any((one.start, one.end) != (start, end) for one in around)


def _dateless(cycle_id: str, given: tuple[date | None, date | None], today: date, project: str) -> OkrctlError:
    """What is missing, and the command with the days that were given and those of the quarter around them."""
    start, end = given
    missing = "--end" if start else "--start"
    message = (_HALF_DATED if start or end else _DATELESS).format(cycle=cycle_id, missing=missing)
    around = start or end or today
    first, last = cycle_dates(quarter_of(around)) or (around, around)
    return OkrctlError(
        message, _DATELESS_HINT.format(cycle=cycle_id, start=start or first, end=end or last, project=project)
    )


def cycle_text(cycle_id: str, dates: Schedule, modeline: str, language: Language, whose: Whose = _EVERYBODY) -> str:
    """The text of a `cycle.yaml`."""
    title = cycle_title(cycle_id, dates.start, dates.end)
    shown = quoted(title.say(language)) if title else quoted(cycle_id)
    return fill(
        "cycle.yaml",
        language,
        modeline=modeline,
        title=f"{'' if title else '# '}title: {shown}",
        year=str(dates.start.year),
        project=f"project: {quoted(whose.project)}" if whose.project else f"# project: {_APOLLO.say(language)}",
        sheets=_sheets_line(dates.sheets, language, whose),
        **{name: getattr(dates, name).isoformat() for name in ("start", "end", "scores", "retro", "frozen")},
    )


def _sheets_line(day: date, language: Language, whose: Whose) -> str:
    """The day by which sheets are due; a suggestion behind a `#` where not everybody is to write one (OKR218)."""
    if whose.is_for_some:
        return with_comment(f"  # sheets: {day.isoformat()}", _IF_ALL.say(language))
    return with_comment(f"  sheets: {day.isoformat()}", _SHEETS.say(language))


def cycle_title(cycle_id: str, start: date, end: date) -> Bilingual | None:
    """What people call a cycle whose id tells its dates: “First quarter 2026”; None for other ids."""
    found = _PARTS.fullmatch(cycle_id)
    if found is None or cycle_dates(cycle_id) is None:
        return None
    year, number = found["year"], int(found["number"] or 1) - 1
    if found["number"] is None:
        return Bilingual(f"Year {year}", f"{year} 年")
    if found["part"] == "Q":
        return Bilingual("{n} quarter {year}", "{year} 年{n}季度").format(n=_ORDINALS[number], year=year)
    if found["part"] == "H":
        return Bilingual("{n} half {year}", "{year} 年{n}半年").format(n=_HALVES[number], year=year)
    return _months(start, end)


def _months(start: date, end: date) -> Bilingual:
    first, last = _MONTHS[start.month - 1], _MONTHS[end.month - 1]
    if start.month == end.month:
        return Bilingual(f"{first} {start.year}", f"{start.year} 年 {start.month} 月")
    if start.year == end.year:
        return Bilingual(f"{first}–{last} {end.year}", f"{start.year} 年 {start.month}–{end.month} 月")
    chinese = f"{start.year} 年 {start.month} 月–{end.year} 年 {end.month} 月"
    return Bilingual(f"{first} {start.year} – {last} {end.year}", chinese)


def _check_name(drafting: Drafting, cycle_id: str) -> None:
    if not cycle_id or not is_handle(cycle_id) or is_device_name(cycle_id):
        raise OkrctlError(_NO_ID.format(cycle=cycle_id), _NO_ID_HINT)
    drafting.refuse_if_there(path_of(Kind.CYCLE, cycle=cycle_id))
    alike = (name for name in drafting.workspace.files.names("cycles") if name.casefold() == cycle_id.casefold())
    if other := next((name for name in alike if composed(name) != cycle_id), None):
        raise OkrctlError(_ALIKE.format(other=other), _ALIKE_HINT)
