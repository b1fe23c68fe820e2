"""Every place where a person or a team is named by handle, whatever the file."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from okrctl.models.form import CalibrationLog, Feedback, Invitation
from okrctl.models.ids import parse_todo
from okrctl.models.okr import Sheet
from okrctl.models.review import Scheme
from okrctl.source.outline import Step
from okrctl.source.place import Place
from okrctl.workspace.index import NoteKey, OtherFile, Placed, SheetKey, Workspace
from okrctl.workspace.layout import Kind

Role = Literal["person", "team", "either"]

APPROVAL_NODES = ("manager", "skip_manager", "hr")
_APPROVAL_KEYS = ("default", "leads")
_PATH_ROLES: Mapping[Kind, Mapping[str, Role]] = MappingProxyType(
    {
        Kind.RETRO: {"owner": "either"},
        Kind.INVITATION: {"reviewee": "person"},
        Kind.FORM: {"reviewee": "person", "reviewer": "person"},
        Kind.FEEDBACK: {"reviewee": "person"},
    }
)


class Named(NamedTuple):
    """A handle where it stands: what it may name, the file's place and the steps below it.

    `by` tells a value from a key and from a file whose path says the name; the key of that name need not be there.
    """

    handle: str
    role: Role
    base: Place
    steps: tuple[Step, ...]
    by: Literal["value", "key", "path"] = "value"

    @property
    def place(self) -> Place:
        """Where a finding about it points to."""
        place = self.base.at(*self.steps)
        return place.key() if self.by == "key" else place


def named(workspace: Workspace) -> Iterator[Named]:
    """Everybody who is named anywhere, addresses of goals and mentions apart."""
    yield from _in_settings(workspace)
    yield from _in_org(workspace)
    for sheet_key, sheet in workspace.sheets.items():
        yield from _in_sheet(sheet_key, sheet)
    for note_key in workspace.notes:
        yield from _in_note(workspace, note_key)
    for file in workspace.others:
        yield from _in_path(file)
        yield from _in_review(file)


def _in_settings(workspace: Workspace) -> Iterator[Named]:
    settings, place = workspace.settings.value, workspace.settings.place
    for number, handle in enumerate(settings.hr):
        yield Named(handle, "person", place, ("hr", number))
    plain = isinstance(settings.approval, tuple)
    for team, nodes in settings.approval_nodes.items():
        if not plain and team not in _APPROVAL_KEYS:
            yield Named(team, "team", place, ("approval", team), "key")
        for number, node in enumerate(nodes):
            if node not in APPROVAL_NODES:
                yield Named(node, "either", place, ("approval", number) if plain else ("approval", team, number))


def _in_org(workspace: Workspace) -> Iterator[Named]:
    for team in workspace.teams.values():
        if team.value.parent is not None:
            yield Named(team.value.parent, "team", team.place, ("parent",))
        if team.value.lead is not None:
            yield Named(team.value.lead, "person", team.place, ("lead",))
        for number, handle in enumerate(team.value.members):
            yield Named(handle, "person", team.place, ("members", number))
    for person in workspace.people.values():
        yield Named(person.value.team, "team", person.place, ("team",))
        if person.value.manager is not None:
            yield Named(person.value.manager, "person", person.place, ("manager",))
        for number, handle in enumerate(person.value.dotted):
            yield Named(handle, "person", person.place, ("dotted", number))


def _in_sheet(key: SheetKey, sheet: Placed[Sheet]) -> Iterator[Named]:
    yield Named(key.owner, "either", sheet.place, ("owner",), "path")
    for i, objective in enumerate(sheet.value.objectives):
        for number, handle in enumerate(objective.with_):
            yield Named(handle, "either", sheet.place, ("objectives", i, "with", number))
        for j, key_result in enumerate(objective.key_results):
            steps: tuple[Step, ...] = ("objectives", i, "key_results", j)
            if key_result.owner is not None:
                yield Named(key_result.owner, "either", sheet.place, (*steps, "owner"))
            for number, handle in enumerate(key_result.with_):
                yield Named(handle, "either", sheet.place, (*steps, "with", number))
    for number, approval in enumerate(sheet.value.approvals):
        yield Named(approval.by, "person", sheet.place, ("approvals", number, "by"))
        if approval.as_ not in APPROVAL_NODES:
            yield Named(approval.as_, "either", sheet.place, ("approvals", number, "as"))


def _in_note(workspace: Workspace, key: NoteKey) -> Iterator[Named]:
    note, place = workspace.notes[key].value, workspace.notes[key].place
    yield Named(key.author, "person", place, ("author",), "path")
    for name, reports in (("updates", note.updates), ("other", note.other)):
        for i, report in enumerate(reports):
            for j, risk in enumerate(report.risks):
                for number, handle in enumerate(risk.from_):
                    yield Named(handle, "either", place, (name, i, "risks", j, "from", number))
            for j, step in enumerate(report.next):
                if step.owner is not None:
                    yield Named(step.owner, "either", place, (name, i, "next", j, "owner"))
    for number, thanks in enumerate(note.thanks):
        yield Named(thanks.to, "either", place, ("thanks", number, "to"))
    for number, written in enumerate(note.done):
        reference = parse_todo(written)
        if reference is not None:
            yield Named(reference.author, "person", place, ("done", number))


def _in_path(file: OtherFile) -> Iterator[Named]:
    for name, role in _PATH_ROLES.get(file.identity.kind, {}).items():
        yield Named(file.identity[name], role, file.place, (name,), "path")


def _in_review(file: OtherFile) -> Iterator[Named]:
    if file.identity.kind is Kind.SCHEME:
        yield from _in_scheme(cast(Scheme, file.record), file.place)
    elif file.identity.kind is Kind.INVITATION:
        for number, reviewer in enumerate(cast(Invitation, file.record).reviewers):
            yield Named(reviewer.who, "person", file.place, ("reviewers", number, "who"))
            if reviewer.by not in (None, "system"):
                yield Named(str(reviewer.by), "person", file.place, ("reviewers", number, "by"))
    elif file.identity.kind is Kind.FEEDBACK:
        talked = cast(Feedback, file.record).talked
        if talked is not None:
            yield Named(talked.by, "person", file.place, ("talked", "by"))
    elif file.identity.kind is Kind.CALIBRATION:
        yield from _in_log(cast(CalibrationLog, file.record), file.place)


def _in_scheme(scheme: Scheme, place: Place) -> Iterator[Named]:
    for name, teams in (("profiles", scheme.profiles), ("context", scheme.context)):
        for team in teams:
            yield Named(team, "team", place, (name, team), "key")
    for number, exclusion in enumerate(scheme.exclude):
        yield Named(exclusion.who, "person", place, ("exclude", number, "who"))


def _in_log(log: CalibrationLog, place: Place) -> Iterator[Named]:
    for number, decision in enumerate(log.decisions):
        yield Named(decision.who, "person", place, ("decisions", number, "who"))
        yield Named(decision.by, "person", place, ("decisions", number, "by"))
        if decision.level != "appeal":
            yield Named(decision.level, "team", place, ("decisions", number, "level"))
