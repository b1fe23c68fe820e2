"""The small example of `init --example`: a team, two colleagues, a sheet for the team, and the notes of two weeks."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from okrctl.editing.founding import Founding
from okrctl.editing.names import handle_of
from okrctl.editing.sheet_draft import Draft, sheet_text
from okrctl.editing.texts import fill, modeline
from okrctl.language import Bilingual
from okrctl.models.calendar import Week
from okrctl.models.okr import Sheet
from okrctl.source.parse import parse
from okrctl.source.quote import quoted
from okrctl.workspace.layout import Kind, path_of

_TEAMS = (
    (Bilingual("growth", "增长部"), Bilingual("Growth", "增长部")),
    (Bilingual("sales", "销售部"), Bilingual("Sales", "销售部")),
)
_COLLEAGUES = (
    Bilingual("Ben Okoro", "李强"),
    Bilingual("Cara Lind", "陈静"),
    Bilingual("Theo Marsh", "赵敏"),
)
_MEETING = timedelta(days=1)  # Tuesday, as the settings of a new workspace say
_BEHIND = 0.15  # of the way: more than an aspirational goal may lag (0.10), less than would put it off track (0.25)


class Cast(NamedTuple):
    """The handles and names of the example's team and two people."""

    team: str
    team_name: str
    lead: str
    lead_name: str
    member: str
    member_name: str

    @property
    def names(self) -> dict[str, str]:
        """The names as YAML inside of brackets, as the templates call them."""
        return {
            "below": quoted(self.team, in_flow=True),
            "below_name": quoted(self.team_name, in_flow=True),
            "lead": quoted(self.lead, in_flow=True),
            "lead_name": quoted(self.lead_name, in_flow=True),
            "member": quoted(self.member, in_flow=True),
            "member_name": quoted(self.member_name, in_flow=True),
        }


def cast_of(founding: Founding) -> Cast:
    """A team and two colleagues whose handles the founder has not taken."""
    language = founding.language
    people = [(handle_of(name.say(language), None), name.say(language)) for name in _COLLEAGUES]
    lead, member = [one for one in people if one[0] != founding.handle][:2]
    team = next(one for one in _TEAMS if one[0].say(language) != founding.handle)
    return Cast(team[0].say(language), team[1].say(language), *lead, *member)


def example_org(founding: Founding, first_line: str) -> str:
    """The people of the example, the founder among them."""
    return fill("example/org.yaml", founding.language, modeline=first_line, **founding.names, **cast_of(founding).names)


def example_files(founding: Founding, root_sheet: str) -> Iterator[tuple[str, str]]:
    """The team's sheet, which supports the root team's, and the notes of this week and the last, by path."""
    cast = cast_of(founding)
    path = path_of(Kind.OKR, cycle=founding.cycle, owner=cast.team)
    draft = Draft(
        owner=cast.team,
        who=cast.team_name,
        cycle=founding.cycle,
        dates=founding.dates,
        template="team.yaml",
        candidates=tuple(_goals(founding.team, root_sheet)),
        above=founding.team,
        key_result_owner=cast.member,
    )
    yield path, sheet_text(draft, modeline(Kind.OKR, path), founding.language)
    yield from _notes(founding, cast)


def _goals(owner: str, sheet: str) -> Iterator[tuple[str, str]]:
    for objective in Sheet.model_validate(parse("", sheet).data).objectives:
        yield f"{owner}/{objective.id}", objective.title
        for key_result in objective.key_results:
            yield f"{owner}/{objective.id}/{key_result.id}", key_result.title


def _notes(founding: Founding, cast: Cast) -> Iterator[tuple[str, str]]:
    week = Week.of(founding.today)
    last = week.previous()
    with_last = last.sunday >= founding.dates.start
    if with_last:
        yield _note(founding, cast, last, "last_week")
    yield _note(founding, cast, week, "lead", done=f"done: [{last}/{cast.lead}/1]" if with_last else "")
    yield _note(founding, cast, week, "member")


def _note(founding: Founding, cast: Cast, week: Week, template: str, done: str = "") -> tuple[str, str]:
    author = cast.member if template == "member" else cast.lead
    path = path_of(Kind.NOTE, cycle=founding.cycle, week=str(week), author=author)
    share = _share(founding, week.monday + _MEETING)
    behind = max(0.0, share - _BEHIND)
    text = fill(
        f"example/{template}.yaml",
        founding.language,
        modeline=modeline(Kind.NOTE, path),
        week=str(week),
        value=f"{62 + 28 * behind:.0f}" if template == "member" else f"{9 - 5 * share:.1f}",
        status="at_risk" if share > 0.12 else "on_track",
        due=(week.next().monday + _MEETING).isoformat(),
        done=done,
        **cast.names,
    )
    return path, text


def _share(founding: Founding, day: date) -> float:
    """How much of the cycle has passed on a day, 0 to 1, both ends counted (3.3)."""
    dates = founding.dates
    passed, whole = (day - dates.start).days + 1, (dates.end - dates.start).days + 1
    return min(1.0, max(0, passed) / whole)
