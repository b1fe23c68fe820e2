"""Weekly notes: what happened, what is in the way, what comes next."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from okrctl.models.base import Amount, Confidence, Flag, Label, Maybe, Number, Record, Text, form_error
from okrctl.models.calendar import Day, IsoWeek
from okrctl.models.ids import AddressText, Handle, TodoText

Status = Literal["on_track", "at_risk", "off_track", "done", "paused"]

_ITEM_ID = "Stands in place of the number by which `done` refers to it; `okrctl checkin` writes one."


class Risk(Record):
    """What threatens the goal, and the support it asks for; plain text is a risk without a need."""

    risk: Text = Field(
        description="What may go wrong, or already does.", examples=["The mail provider throttles us", "邮件服务商限流"]
    )
    need: Maybe[Text] = Field(
        default=None,
        description="What would help, concretely; it stays open until it is closed with `done`.",
        examples=["A second provider by March", "三月前接入第二家服务商"],
    )
    from_: tuple[Handle, ...] = Field(
        default=(),
        alias="from",
        description="The people or teams whose help is needed; it shows in their weekly report.",
        examples=[["bob"]],
    )
    id: Maybe[Handle] = Field(default=None, description=_ITEM_ID, examples=["provider"])


def _read_risk(value: object) -> object:
    if isinstance(value, Risk | Mapping):
        return value
    if value is None or isinstance(value, list | tuple):
        raise form_error("text or mapping")
    return {"risk": value}


RiskOrText = Annotated[Risk, BeforeValidator(_read_risk, json_schema_input_type=Text | Risk)]
"""A risk, which may be written as plain text."""


class NextStep(Record):
    """A to-do of the coming week."""

    what: Text = Field(description="What will be done.", examples=["Ship the checklist to all", "新手清单全量上线"])
    owner: Maybe[Handle] = Field(
        default=None, description="Who does it; default: the author of the note.", examples=["alice"]
    )
    due: Maybe[Day] = Field(default=None, description="By when; default: the next meeting.", examples=["2026-02-27"])
    id: Maybe[Handle] = Field(default=None, description=_ITEM_ID, examples=["checklist"])


class Reached(Record):
    """How and when a milestone was reached."""

    on: Maybe[Day] = Field(default=None, description="The day; default: the week of the note.", examples=["2026-02-18"])
    quality: Maybe[Text] = Field(
        default=None,
        description="How well, by what a colleague could check.",
        examples=["Five teams, no help needed"],
    )


def _reached_form(value: object) -> str | None:
    if isinstance(value, list | tuple):
        return "list"
    return "mapping" if isinstance(value, Mapping) else None


ReachedForm = Annotated[
    Annotated[tuple[Handle, ...], Tag("list")] | Annotated[dict[Handle, Reached], Tag("mapping")],
    Discriminator(
        _reached_form,
        custom_error_type="okr_form",
        custom_error_message="expected {expected}",
        custom_error_context={"expected": "list or mapping"},
    ),
]
"""Reached milestones: a list of ids, or ids with day and quality."""


class Report(Record):
    """What an update and an item beside the goals have in common; all of it is optional."""

    value: Maybe[Number] = Field(
        default=None,
        description="The value now, for a key result with `metric` or `keep`.",
        examples=[34.5],
    )
    percent: Maybe[Amount] = Field(
        default=None,
        description="The progress now in percent, for a key result that is not measured otherwise.",
        examples=[65],
    )
    reached: ReachedForm = Field(
        default=(),
        description="Milestones reached: a list of ids, or ids with `on` and `quality`.",
        examples=[["M1"], {"M1": {"on": "2026-02-18", "quality": "Five teams, no help needed"}}],
    )
    status: Maybe[Status] = Field(
        default=None,
        description="`on_track` 🟢, `at_risk` 🟡: needs attention, `off_track` 🔴: will miss as it goes, `done`, "
        "`paused`. Say it honestly and early, so that help is still possible.",
        examples=["on_track"],
    )
    confidence: Maybe[Confidence] = Field(
        default=None,
        description="0 to 10: how sure you are that the key result is reached by its due date.",
        examples=[7],
    )
    progress: Maybe[Text] = Field(
        default=None,
        description="Key progress, not a list of actions: “three contracts signed”, rather than “visited five "
        "customers”.",
        examples=["Two of three experiments won; the checklist alone adds 1.9 points."],
    )
    risks: tuple[RiskOrText, ...] = Field(
        default=(), description="Challenges and risks, each with the support it needs and from whom."
    )
    next: tuple[NextStep, ...] = Field(
        default=(), description="Next steps, each with an owner and a date; they become to-dos."
    )
    evidence: tuple[Label, ...] = Field(
        default=(),
        description="Attachments, as paths from the note's folder, and links.",
        examples=[["alice/funnel.png", "https://bi.starling.example/r/17"]],
    )

    @property
    def reached_milestones(self) -> dict[str, Reached]:
        """The milestones it says were reached, by id, in whichever form they are written."""
        if isinstance(self.reached, tuple):
            return {milestone: Reached() for milestone in self.reached}
        return self.reached


class Update(Report):
    """What happened to one goal this week; it must say something."""

    kr: AddressText = Field(
        description="The key result, or an objective: `O1/KR1` for one's own, `growth/O1/KR1` for others'.",
        examples=["growth/O1/KR1"],
    )


class Other(Report):
    """What matters this week and is on nobody's sheet."""

    title: Text = Field(description="What it is about.", examples=["Trade fair in Hanover", "四月参加汉诺威展会"])
    escalate: Flag = Field(
        default=False, description="true: to be settled by the lead; it comes first in the weekly report."
    )


class Thanks(Record):
    """Thanks to a colleague, shown in the weekly report."""

    to: Handle = Field(description="Who is thanked.", examples=["bob"])
    for_: Text = Field(
        alias="for", description="What for.", examples=["Rebuilt the import over the weekend", "周末重写了导入"]
    )


class Note(Record):
    """The weekly note of one person: filled in before the meeting."""

    author: Maybe[Handle] = Field(
        default=None,
        description="Who writes; optional, the path says it: `cycles/<cycle>/notes/<week>/<person>.yaml`.",
        examples=["alice"],
    )
    week: Maybe[IsoWeek] = Field(
        default=None, description="The ISO week; optional, the path says it.", examples=["2026-W08"]
    )
    updates: tuple[Update, ...] = Field(default=(), description="One entry per goal that there is news of.")
    other: tuple[Other, ...] = Field(
        default=(), description="What matters this week and is on nobody's sheet; same fields as an update."
    )
    thanks: tuple[Thanks, ...] = Field(default=(), description="Thanks to colleagues.")
    done: tuple[TodoText, ...] = Field(
        default=(),
        description="To-dos and needs closed this week, as week/author/n: the n-th `next` of that note, `n1` for "
        "its first need, or the id it was given.",
        examples=[["2026-W07/alice/1", "2026-W07/alice/n1"]],
    )
