"""The settings of a workspace: `okrctl.yaml`."""

from collections.abc import Mapping
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Discriminator, Field, PlainValidator, Tag, WithJsonSchema

from okrctl.language import Language
from okrctl.models.base import (
    MOST,
    Label,
    Maybe,
    Ordinal,
    Record,
    Share,
    Text,
    form_error,
    range_error,
    read_range,
    read_whole,
    unwritten,
)
from okrctl.models.calendar import IsoWeek, Month
from okrctl.models.ids import Handle
from okrctl.models.okr import ObjectiveKind

Every = Literal["week", "two_weeks", "month"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
RuleSeverity = Literal["error", "warning", "advice", "off"]

_MOST_DAYS = 3_660
_STALE_AFTER_DAYS: tuple[tuple[Every, int], ...] = (("week", 10), ("two_weeks", 20), ("month", 45))


def _read_timezone(value: object) -> str:
    if not isinstance(value, str):
        raise form_error("timezone")
    try:
        return ZoneInfo(value).key
    except (KeyError, ValueError, OSError) as error:
        raise range_error("timezone") from error


def _read_days(value: object) -> int:
    return read_whole(value, "whole number", 1, _MOST_DAYS)


def _read_limits(value: object) -> tuple[int, int]:
    least, most = read_range(value, 0, MOST)
    return read_whole(least, "range", 0, MOST), read_whole(most, "range", 0, MOST)


Timezone = Annotated[
    str,
    PlainValidator(_read_timezone),
    WithJsonSchema({"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$"}),
]
"""The name of a time zone that this machine knows."""
Days = Annotated[
    int, PlainValidator(_read_days), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": _MOST_DAYS})
]
"""A number of days, 1 up to ten years."""
CountRange = Annotated[
    tuple[int, int],
    PlainValidator(_read_limits),
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": "integer", "minimum": 0, "maximum": MOST},
            "minItems": 2,
            "maxItems": 2,
        }
    ),
]
"""Fewest and most, as `[2, 5]`."""


def _approval_form(value: object) -> str | None:
    if isinstance(value, list | tuple):
        return "list"
    return "mapping" if isinstance(value, Mapping) else None


ApprovalForm = Annotated[
    Annotated[tuple[Handle, ...], Tag("list")] | Annotated[dict[Handle, tuple[Handle, ...]], Tag("mapping")],
    Discriminator(
        _approval_form,
        custom_error_type="okr_form",
        custom_error_message="expected {expected}",
        custom_error_context={"expected": "list or mapping"},
    ),
]
"""Approval nodes: a list for all sheets, or lists by team, `leads` and `default`."""


class Checkin(Record):
    """The rhythm of following up."""

    every: Every = Field(
        default="week",
        description="How often people report: `week`, `two_weeks` (counted from the cycle's first week) or "
        "`month`; the labels of reports follow it.",
    )
    meeting: Weekday = Field(
        default="tuesday",
        description="The weekday of the weekly meeting: it dates the heading of the report, and its figures are "
        "as of that day.",
    )
    stale_after_days: Maybe[Days] = Field(
        default=None,
        description="A goal without a report for longer is stale; default: 10, 20 or 45 days by `every`.",
        examples=[10],
    )
    skip: tuple[IsoWeek, ...] = Field(
        default=(),
        description="Holidays: nothing is missing, late or stale because of these weeks.",
        examples=[["2026-W08"]],
    )

    @property
    def days_until_stale(self) -> int:
        """Days without a report after which a goal is stale: as written, else 10, 20 or 45 by `every`."""
        return self.stale_after_days or dict(_STALE_AFTER_DAYS)[self.every]


class Thresholds(Record):
    """How far progress may lag behind the plan, as shares of the whole way, 0 to 1."""

    at_risk: Share = Field(
        default=0.10, description="Lagging by more than this is at risk: 0.10 is ten points behind the plan."
    )
    off_track: Share = Field(default=0.25, description="Lagging by more than this is off track.")


class CommittedThresholds(Thresholds):
    """How far a committed goal may lag behind the plan, 0 to 1: less than an aspirational one."""

    at_risk: Share = Field(
        default=0.05, description="Lagging by more than this is at risk: 0.05 is five points behind the plan."
    )
    off_track: Share = Field(default=0.15, description="Lagging by more than this is off track.")


class Pace(Record):
    """How far progress may lag behind the plan before its status changes, by kind of objective."""

    aspirational: Thresholds = Field(
        default_factory=unwritten,
        validate_default=True,
        description="For goals that explore (愿景/挑战); default 0.10 and 0.25.",
    )
    committed: CommittedThresholds = Field(
        default_factory=unwritten,
        validate_default=True,
        description="For goals that must be reached (使命必达); default 0.05 and 0.15.",
    )

    def of(self, kind: ObjectiveKind) -> Thresholds:
        """The thresholds for objectives of `kind`."""
        return self.committed if kind == "committed" else self.aspirational


class Limits(Record):
    """How many goals a sheet may have; fewer or more is reported."""

    objectives: CountRange = Field(
        default=(1, 5), description="Fewest and most objectives of a sheet.", examples=[[1, 5]]
    )
    key_results: CountRange = Field(
        default=(2, 5), description="Fewest and most key results of an objective.", examples=[[2, 5]]
    )


class Settings(Record):
    """The settings of a workspace; the file marks its root, and every key may be left out."""

    version: Ordinal = Field(default=1, description="The version of this format.", examples=[1])
    name: Maybe[Text] = Field(
        default=None,
        description="The name of the company or workspace; default: the folder's.",
        examples=["Starling"],
    )
    language: Language = Field(
        default="en",
        description="Language of reports and messages: `en` or `zh`; `--lang` overrides it.",
    )
    timezone: Maybe[Timezone] = Field(
        default=None,
        description="What “today” means; default: the machine's.",
        examples=["Europe/Berlin", "Asia/Shanghai"],
    )
    fiscal_year_start: Month = Field(
        default=1,
        description="The month in which a year cycle starts, 1 to 12; halves, quarters and two-months follow.",
        examples=[4],
    )
    mission: Maybe[Text] = Field(
        default=None,
        description="Why the company exists; shown above the tree of goals.",
        examples=["Every team its own best memory"],
    )
    vision: Maybe[Text] = Field(
        default=None, description="What the company wants to become; shown above the tree of goals."
    )
    strategy: tuple[Text, ...] = Field(
        default=(),
        description="The main choices on the way there; shown above the tree of goals.",
        examples=[["Win small teams first", "Europe before Asia"]],
    )
    checkin: Checkin = Field(
        default_factory=unwritten,
        validate_default=True,
        description="How often people report, on which day they meet, and which weeks are holidays.",
    )
    default_kind: ObjectiveKind = Field(
        default="aspirational",
        description="The kind of an objective that does not say: `aspirational` explores, 0.7 is a good result; "
        "`committed` must be reached.",
    )
    pace: Pace = Field(
        default_factory=unwritten,
        validate_default=True,
        description="How far progress may lag behind the plan, 0 to 1, by kind of objective.",
    )
    limits: Limits = Field(
        default_factory=unwritten,
        validate_default=True,
        description="How many objectives and key results; fewer or more is reported.",
    )
    approval: ApprovalForm = Field(
        default_factory=dict,
        description="The nodes that a sheet passes, in order, by team, for `leads`, else `default`; a plain list "
        "is the default. A node is `manager`, `skip_manager`, `hr` or a handle. Default: no approval.",
        examples=[["manager"], {"default": ["manager"], "leads": ["manager", "hr"]}],
    )
    hr: tuple[Handle, ...] = Field(default=(), description="Who may act as HR.", examples=[["dana"]])
    rules: dict[Label, RuleSeverity] = Field(
        default_factory=dict,
        description="Severity by code or family of codes: `error`, `warning`, `advice`, or `off`.",
        examples=[{"OKR306": "error", "OKR3": "off"}],
    )
    baseline: Text = Field(
        default=".okrctl-baseline.json", description="The file of findings that are known and left for later."
    )
    lexicon: dict[Label, tuple[Label, ...]] = Field(
        default_factory=dict,
        description="Words added to the coach's lists, by list.",
        examples=[{"vague": ["赋能", "synergy"]}],
    )
    include: tuple[Text, ...] = Field(
        default=(),
        description="Folders of other workspaces that are read along, read-only, as paths from this file.",
        examples=[["../okrs", "teams/apac"]],
    )

    @property
    def approval_nodes(self) -> dict[str, tuple[str, ...]]:
        """The approval nodes by team, `leads` and `default`, in whichever form they are written."""
        return {"default": self.approval} if isinstance(self.approval, tuple) else self.approval
