"""OKR sheets: objectives, key results, and how each is measured."""

from typing import Literal

from pydantic import Field

from okrctl.models.base import Amount, Label, Maybe, Number, Percent, Record, Text
from okrctl.models.calendar import Day
from okrctl.models.ids import AddressText, Handle

ObjectiveKind = Literal["committed", "aspirational"]
Cascade = Literal["sum", "mean"]
KeyResultKind = Literal["metric", "keep", "milestones", "cascade_mean", "cascade_sum", "plain"]


class Metric(Record):
    """A number that moves from `start` to `target`; it may fall, be negative or fractional."""

    start: Number = Field(
        description="The value at the beginning of the cycle; progress is the share of the way from here to `target`.",
        examples=[31],
    )
    target: Number = Field(
        description="The value to reach by the due date; below `start` where less is better.", examples=[40]
    )
    unit: Maybe[Label] = Field(
        default=None, description="What the value counts, shown behind it.", examples=["%", "EUR", "contracts"]
    )
    source: Maybe[Label] = Field(
        default=None,
        description="Where everybody can read the value: a report, a dashboard, a file. The same source in an "
        "earlier cycle lets the coach compare targets.",
        examples=["https://bi.starling.example/r/17"],
    )


class Keep(Record):
    """A value that is to stay within a band all cycle; give `min`, `max` or both."""

    min: Maybe[Number] = Field(default=None, description="The value must not fall below this.", examples=[99.95])
    max: Maybe[Number] = Field(default=None, description="The value must not rise above this.", examples=[24])
    unit: Maybe[Label] = Field(
        default=None, description="What the value counts, shown behind it.", examples=["%", "hours"]
    )
    source: Maybe[Label] = Field(
        default=None,
        description="Where everybody can read the value: a report, a dashboard, a file.",
        examples=["https://status.starling.example"],
    )


class Milestone(Record):
    """A state that is reached or not; a note says which with `reached: [M1]`."""

    id: Handle = Field(
        description="Unique in its key result and stable for the cycle; notes refer to it.", examples=["M1"]
    )
    title: Text = Field(
        description="The state that is reached, in words by which a colleague could tell whether it is.",
        examples=["Prototype tested with five teams", "原型在五家客户跑通"],
    )
    due: Maybe[Day] = Field(
        default=None,
        description="When it is to be reached; default: when the key result is due.",
        examples=["2026-02-20"],
    )
    weight: Amount = Field(
        default=1,
        description="How much of the way it is, against the other milestones; default 1: all count alike.",
        examples=[2],
    )


class Dropped(Record):
    """A goal that is given up openly instead of deleted; it leaves the means from that day."""

    on: Day = Field(description="The day from which it no longer counts.", examples=["2026-02-10"])
    because: Text = Field(
        description="Why, and what takes its place: whoever hangs on this goal reads it here.",
        examples=[
            "Partner left the market; channel sales take its place (see O3).",
            "合作方退出市场，改走渠道（见 O3）",
        ],
    )


class Change(Record):
    """A goal that moved after the freeze, with the reason."""

    on: Day = Field(description="The day of the change.", examples=["2026-02-17"])
    because: Text = Field(
        description="What moved, from where to where, and why.",
        examples=["Target 45 → 40: the paid plan starts a month later", "目标值 45 改为 40：付费版推迟一个月"],
    )


class KeyResult(Record):
    """How we will know that the objective is reached: a result or state, not an action."""

    id: Handle = Field(
        description="Unique in its objective and stable for the cycle; KR1, KR2 … by custom.", examples=["KR1"]
    )
    title: Text = Field(
        description="A result by which a colleague could tell whether it happened: a number, a date, somebody's "
        "acceptance, use after launch. `@name` says who else is needed.",
        examples=["Week-four retention of new workspaces rises from 31 % to 40 %", "新客户四周留存率从 31% 升到 40%"],
    )
    metric: Maybe[Metric] = Field(
        default=None,
        description="A number that moves from `start` to `target`. At most one of `metric`, `keep` and "
        "`milestones`; without any of them progress is reported as `percent`.",
    )
    keep: Maybe[Keep] = Field(
        default=None, description="A value to stay in: progress is the share of reported weeks inside the band."
    )
    milestones: tuple[Milestone, ...] = Field(
        default=(), description="States to reach one after the other: progress is the weight of those reached."
    )
    cascade: Maybe[Cascade] = Field(
        default=None,
        description="Takes progress from the goals that align to this key result. `sum`: adds up the values of "
        "their metrics, beside a `metric` of the same unit. `mean`: their weighted mean, without a `metric`.",
        examples=["sum"],
    )
    weight: Maybe[Percent] = Field(
        default=None,
        description="Percent of its objective, 0 to 100; left out: an equal share of what is left of 100.",
        examples=[50],
    )
    owner: Maybe[Handle] = Field(
        default=None,
        description="Who is responsible for this one; default: the sheet's owner, for a team its lead.",
        examples=["bob"],
    )
    why: Maybe[Text] = Field(
        default=None,
        description="Why this result proves the objective.",
        examples=["Teams that stay four weeks stay for years."],
    )
    aligns_to: tuple[AddressText, ...] = Field(
        default=(),
        description="Goals of others that this key result supports directly, by address.",
        examples=[["company/O2/KR1"]],
    )
    with_: tuple[Handle, ...] = Field(
        default=(),
        alias="with",
        description="People and teams whose help it needs; they may report on it, too.",
        examples=[["design"]],
    )
    due: Maybe[Day] = Field(
        default=None,
        description="When it is to be reached; default: the end of the cycle.",
        examples=["2026-03-31"],
    )
    checkpoints: dict[Day, Number] = Field(
        default_factory=dict,
        description="Values planned for dates on the way; default: a straight line from `start` to `target`.",
        examples=[{"2026-01-31": 32, "2026-02-28": 36}],
    )
    changed: tuple[Change, ...] = Field(
        default=(), description="Said when the goal moves after the freeze: day and reason of every change."
    )
    dropped: Maybe[Dropped] = Field(
        default=None, description="Given up: day and reason. A goal is dropped, never deleted, after the freeze."
    )

    @property
    def kind(self) -> KeyResultKind:
        """How its progress is measured; a cascade goes before the keys beside it."""
        if self.cascade is not None:
            return "cascade_sum" if self.cascade == "sum" else "cascade_mean"
        if self.metric is not None:
            return "metric"
        if self.keep is not None:
            return "keep"
        return "milestones" if self.milestones else "plain"


class Objective(Record):
    """Where to, and why it matters now."""

    id: Handle = Field(description="Unique in its sheet and stable for the cycle; O1, O2 … by custom.", examples=["O1"])
    title: Text = Field(
        description="A direction that can be defined and makes one stretch: more than a noun, a number or “better”.",
        examples=["New teams feel at home within their first week", "让新客户第一周就用得顺手"],
    )
    kind: Maybe[ObjectiveKind] = Field(
        default=None,
        description="`committed` (使命必达): must be reached, changed only by open agreement. "
        "`aspirational` (愿景/挑战): explores, 0.7 is a good result. "
        "Default: `default_kind` of the settings, `aspirational`.",
        examples=["aspirational"],
    )
    weight: Maybe[Percent] = Field(
        default=None,
        description="Percent of the sheet, 0 to 100; left out: an equal share of what is left of 100.",
        examples=[60],
    )
    why: Maybe[Text] = Field(
        default=None,
        description="Why it matters, and why now.",
        examples=["Half of the teams that sign up never invite a second person."],
    )
    aligns_to: tuple[AddressText, ...] = Field(
        default=(),
        description="Objectives or key results of others that this one supports, by address; several are allowed.",
        examples=[["company/O1/KR2"], ["2026:company/O1"]],
    )
    with_: tuple[Handle, ...] = Field(
        default=(),
        alias="with",
        description="Collaborators: people and teams whose help it needs.",
        examples=[["design", "bob"]],
    )
    tags: tuple[Label, ...] = Field(
        default=(), description="Words of your own to find and group goals by.", examples=[["retention"]]
    )
    key_results: tuple[KeyResult, ...] = Field(
        default=(), description="How we will know: about three; all of them reached is the objective reached."
    )
    changed: tuple[Change, ...] = Field(
        default=(), description="Said when the goal moves after the freeze: day and reason of every change."
    )
    dropped: Maybe[Dropped] = Field(
        default=None, description="Given up: day and reason. A goal is dropped, never deleted, after the freeze."
    )


class Approval(Record):
    """One node's consent to a sheet, written by `okrctl approve`."""

    by: Handle = Field(description="Who approved.", examples=["lin"])
    as_: Handle = Field(
        alias="as",
        description="For which node: `manager`, `skip_manager`, `hr`, or a handle of the settings.",
        examples=["manager"],
    )
    on: Day = Field(description="The day of the approval.", examples=["2026-01-12"])
    digest: Label = Field(
        description="SHA-256 of the goals as they were approved; a later change of a goal makes it stale."
    )


class Sheet(Record):
    """The OKR sheet of a person or a team for one cycle: three to five objectives at most."""

    owner: Maybe[Handle] = Field(
        default=None,
        description="The person or team; optional, the path says it: `cycles/<cycle>/okrs/<owner>.yaml`.",
        examples=["growth"],
    )
    objectives: tuple[Objective, ...] = Field(description="The goals of the cycle; their order is their priority.")
    approvals: tuple[Approval, ...] = Field(
        default=(), description="Written by `okrctl approve`; leave it to the program."
    )
