"""What `init` and `new` do: plan the files, then write them or show the plan."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from okrctl.cli.opened import LOOKED_BACK_ON, Opened, known_owner, open_cycle, open_people
from okrctl.cli.session import Session
from okrctl.cli.whose import myself
from okrctl.cli.writing import apply
from okrctl.editing.cycle_draft import new_cycle
from okrctl.editing.drafting import Drafting
from okrctl.editing.founding import Beginning
from okrctl.editing.note_draft import new_note
from okrctl.editing.scaffold import new_workspace
from okrctl.editing.sheet_draft import new_sheet
from okrctl.history.repository import user_email, user_name
from okrctl.language import Bilingual, listed
from okrctl.workspace import chart
from okrctl.workspace.choice import choose_ended, has_sheet
from okrctl.workspace.index import Workspace
from okrctl.workspace.weeks import read_week

_NEXT = Bilingual(
    "next: cd {folder}, edit {sheet}, then run okrctl validate and okrctl tree",
    "下一步：cd {folder}，编辑 {sheet}，再运行 okrctl validate 和 okrctl tree",
)
_NEXT_HERE = Bilingual(
    "next: edit {sheet}, then run okrctl validate and okrctl tree",
    "下一步：编辑 {sheet}，再运行 okrctl validate 和 okrctl tree",
)
_FOR_TEAM = Bilingual(
    "you have no OKRs of your own in cycle {cycle}: these are the self-scores of {team}, which you lead",
    "你在周期 {cycle} 没有自己的 OKR：为你负责的团队 {team} 生成自评分",
)
_ALSO_LED = Bilingual("you lead {others}, too: okrctl new retro {one}", "你还负责 {others}：okrctl new retro {one}")


class Newcomer(NamedTuple):
    """What `init` was told; what is None git knows, or nobody."""

    name: str | None
    person: str | None
    email: str | None
    with_example: bool


def make_workspace(session: Session, folder: Path, newcomer: Newcomer, dry_run: bool) -> None:
    """A new workspace in `folder`."""
    nearest = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.is_dir())
    person = newcomer.person or user_name(nearest) or ""
    email = newcomer.email or user_email(nearest)
    beginning = Beginning(person, email, newcomer.name, session.language, newcomer.with_example)
    changes = new_workspace(folder, beginning, session.today(None))
    apply(session, changes, dry_run, folder)
    made = [change.path.relative_to(folder).as_posix() for change in changes]
    sheet = next((path for path in made if "/okrs/" in path), None)
    if not dry_run and sheet is not None:
        here = folder.absolute() == Path.cwd()
        session.remark((_NEXT_HERE if here else _NEXT).format(folder=folder, sheet=sheet))


class NewCycle(NamedTuple):
    """What `new cycle` was told: dates where the name does not tell them, and the project that it follows."""

    name: str
    start: date | None
    end: date | None
    project: str | None


def make_cycle(session: Session, asked: NewCycle, dry_run: bool) -> None:
    """A new cycle's `cycle.yaml`."""
    opened = open_people(session)
    apply(session, new_cycle(_drafting(session, opened), *asked), dry_run, opened.root)


def make_sheet(session: Session, owner: str | None, dry_run: bool) -> None:
    """A new sheet in the cycle around today, or the one asked for."""
    found = open_cycle(session, lambda frame: _whose(session, frame, owner, "new okr"), for_new=True)
    changes = new_sheet(_drafting(session, found.opened), found.owner or "", found.cycle.id)
    apply(session, changes, dry_run, found.opened.root)


def make_note(session: Session, person: str | None, week: str | None, dry_run: bool) -> None:
    """A new note in the shortest cycle around the week in which the person has goals."""
    found = open_cycle(session, lambda frame: _whose(session, frame, person, "new note"))
    chosen = read_week(week, found.opened.today)
    changes = new_note(_drafting(session, found.opened), found.owner or "", chosen, found.cycle.id)
    apply(session, changes, dry_run, found.opened.root)


def make_retro(session: Session, owner: str | None, dry_run: bool) -> None:
    """Self-scores for the cycle that has just ended or is about to, or the one asked for."""
    from okrctl.editing.retro_draft import new_retro
    from okrctl.history.moves import moves_of

    found = open_cycle(session, lambda frame: _who_looks_back(session, frame, owner), kinds=LOOKED_BACK_ON)
    opened, whom = found.opened, found.owner or ""
    moves = moves_of(opened.workspace, found.cycle, frozenset({whom}), opened.today)
    if moves.gap is not None:
        session.remark(moves.gap)
    changes = new_retro(_drafting(session, opened), whom, found.cycle.id, moves.moves)
    apply(session, changes, dry_run, opened.root)


def _who_looks_back(session: Session, frame: Workspace, written: str | None) -> str:
    """The owner written; else the person at the keyboard, or the team that he leads where only that has a sheet."""
    owner = _whose(session, frame, written, "new retro")
    day = session.today(frame.settings.value.timezone)
    cycle = choose_ended(frame, session.cycle, owner, day)
    session.prefer_cycle(cycle.id)
    if written or has_sheet(frame, cycle, owner):
        return owner
    led = [team for team in chart.teams_led_by(frame, owner) if has_sheet(frame, cycle, team)]
    if not led:
        return owner
    session.remark(_FOR_TEAM.format(cycle=cycle.id, team=frame.name_of(led[0])))
    if len(led) > 1:
        session.remark(_ALSO_LED.format(others=listed(map(frame.name_of, led[1:])), one=led[1]))
    return led[0]


def _whose(session: Session, frame: Workspace, written: str | None, verb: str) -> str:
    return known_owner(frame, written) if written else myself(session, frame, verb)


def _drafting(session: Session, opened: Opened) -> Drafting:
    return Drafting(opened.workspace, opened.root, session.language, opened.today)
