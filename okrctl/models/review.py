"""The scheme of a review period: what HR decides before anybody writes a word."""

from typing import Annotated, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from okrctl.models.base import Count, Flag, Label, Maybe, Number, Ordinal, Percent, Record, Text, read_range, unwritten
from okrctl.models.calendar import Day
from okrctl.models.ids import CycleId, Handle

Profile = Literal["explore", "commit", "metric", "execute"]
Relation = Literal[
    "self",
    "manager",
    "skip_manager",
    "dotted_manager",
    "former_manager",
    "peer",
    "cross_team",
    "report",
    "skip_report",
    "external",
    "other",
]
Inviter = Literal["reviewee", "manager", "hr"]
LetterPart = Literal["grade", "dimensions", "manager", "self", "peer_means", "peer_text"]


def _read_percents(value: object) -> tuple[float, float]:
    return read_range(value, 0, 100)


PercentRange = Annotated[
    tuple[float, float],
    PlainValidator(_read_percents),
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": "number", "minimum": 0, "maximum": 100},
            "minItems": 2,
            "maxItems": 2,
        }
    ),
]
"""Least and most percent, as `[0, 10]`."""


class Grade(Record):
    """One step of the scale."""

    grade: Label = Field(description="The grade as people write it; not `unknown`.", examples=["B"])
    means: Maybe[Text] = Field(
        default=None,
        description="What it says, against what the role expects; reviewers read it before they write.",
        examples=["Meets what the role expects", "符合角色预期"],
    )
    points: Maybe[Number] = Field(
        default=None, description="Its value in means; default: 1, 2, 3 … from the worst.", examples=[3]
    )


class Dimension(Record):
    """One thing that is judged."""

    id: Handle = Field(description="Names it in forms.", examples=["performance"])
    name: Maybe[Text] = Field(
        default=None, description="The name in forms and reports; default: the id.", examples=["Performance"]
    )
    weight: Maybe[Percent] = Field(
        default=None,
        description="Percent of the weighted total, 0 to 100; 0: asked and shown, not counted.",
        examples=[70],
    )
    asks: Maybe[Text] = Field(
        default=None,
        description="The question that is asked.",
        examples=["Output and contribution against what the role expects"],
    )
    for_: tuple[Relation, ...] = Field(
        default=(),
        alias="for",
        description="The relations that are asked; default: everybody.",
        examples=[["peer", "report"]],
    )
    grade: Flag = Field(default=True, description="false: words only, no grade.")


class Eligible(Record):
    """Who is reviewed."""

    joined_by: Maybe[Day] = Field(
        default=None, description="Who joined later is not reviewed this time.", examples=["2026-03-31"]
    )


class Exclusion(Record):
    """Somebody who is not reviewed this time, with the reason."""

    who: Handle = Field(description="The person.", examples=["kim"])
    because: Text = Field(description="Why.", examples=["Parental leave since February", "二月起休产假"])


class Invite(Record):
    """How reviewers are invited: people who worked with one closely, not friends and not a crowd."""

    min: Count = Field(default=3, description="Fewest reviewers besides self and manager.")
    max: Count = Field(default=8, description="Most reviewers besides self and manager.")
    by: tuple[Inviter, ...] = Field(
        default=("reviewee", "manager", "hr"), description="Who may invite: `reviewee`, `manager`, `hr`."
    )
    relations: tuple[Relation, ...] = Field(
        default=("peer", "cross_team", "report"), description="The relations that are invited."
    )


class Letter(Record):
    """What a reviewee reads."""

    show: tuple[LetterPart, ...] = Field(
        default=(),
        description="Of `grade` (the final one), `dimensions` (grades by dimension), `manager` (the manager's "
        "words), `self`, `peer_means` and `peer_text`; reviewers are told before they write.",
        examples=[["grade", "dimensions", "manager", "peer_means"]],
    )


class Privacy(Record):
    """The fewest reviews that may be shown together outside HR and the manager."""

    mean: Ordinal = Field(default=3, description="Fewest reviews behind a mean.")
    spread: Ordinal = Field(default=5, description="Fewest reviews behind a distribution or verbatim text.")
    group: Ordinal = Field(default=5, description="Fewest people in a group that is shown.")


class Outputs(Record):
    """The work summary."""

    max: Ordinal = Field(default=5, description="Most outputs that a person may name.")


class Deadlines(Record):
    """The days by which each step of the review is to be done."""

    self_: Maybe[Day] = Field(
        default=None, alias="self", description="Self-reviews and work summaries.", examples=["2026-07-03"]
    )
    invitations: Maybe[Day] = Field(default=None, description="Invitations.", examples=["2026-07-05"])
    reviews: Maybe[Day] = Field(default=None, description="Reviews by the invited.", examples=["2026-07-12"])
    manager: Maybe[Day] = Field(default=None, description="Managers' reviews.", examples=["2026-07-17"])
    calibration: Maybe[Day] = Field(default=None, description="Calibration.", examples=["2026-07-24"])
    feedback: Maybe[Day] = Field(default=None, description="Feedback talks.", examples=["2026-07-31"])
    appeal: Maybe[Day] = Field(
        default=None, description="Appeals, and what is decided on them.", examples=["2026-08-07"]
    )


class Scheme(Record):
    """The design of one review period: dimensions, scale, yardstick, invitations, privacy, deadlines."""

    title: Maybe[Text] = Field(
        default=None,
        description="The name of the period; default: the folder's.",
        examples=["First half 2026"],
    )
    start: Day = Field(description="The first day of the period that is judged.", examples=["2026-01-01"])
    end: Day = Field(description="The last day, inclusive.", examples=["2026-06-30"])
    cycles: tuple[CycleId, ...] = Field(
        default=(), description="The cycles whose OKRs give the context.", examples=[["2026-Q1", "2026-Q2"]]
    )
    profile: Profile = Field(
        default="explore",
        description="What a review looks at. `explore` (hard to predict, loosely run): real output against what "
        "the role expects, completion is never looked at. `commit`: committed goals, and value beyond them. "
        "`metric`: core metrics, with the circumstances that explain them. `execute`: milestones and quality of "
        "execution. Under none does a completion or a score enter a grade.",
    )
    profiles: dict[Handle, Profile] = Field(
        default_factory=dict,
        description="Other profiles by team, inherited by the teams below.",
        examples=[{"sales": "metric"}],
    )
    scale: tuple[Grade, ...] = Field(description="The grades, worst to best; they should let people differ.")
    dimensions: tuple[Dimension, ...] = Field(
        description="What is judged; usually output and values, sometimes commitment."
    )
    overall: Handle = Field(
        default="manager",
        description="How the final grade is found. `manager`: the manager sets it. `weighted`: computed from the "
        "manager's grades by dimension, he confirms. `none`: each dimension stands for itself. A dimension's id: "
        "that one is the final grade.",
        examples=["manager", "weighted", "none"],
    )
    expectations: dict[Label, dict[Label, Text]] = Field(
        default_factory=dict,
        description="What a role is expected to bring, by family and level: the yardstick of every grade.",
        examples=[{"product": {"P6": "Owns a feature from problem to adoption"}}],
    )
    context: dict[Handle, Text] = Field(
        default_factory=dict,
        description="Circumstances of a team, printed in packets and above its distribution.",
        examples=[{"sales": "A ban closed two channels in May"}],
    )
    eligible: Eligible = Field(
        default_factory=unwritten, validate_default=True, description="Who is reviewed; default: everybody."
    )
    exclude: tuple[Exclusion, ...] = Field(default=(), description="Who is not, each with the reason.")
    org_as_of: Maybe[Day] = Field(
        default=None,
        description="Whose team and manager count: org.yaml as of that day in git; default: today's.",
        examples=["2026-06-30"],
    )
    invite: Invite = Field(
        default_factory=unwritten,
        validate_default=True,
        description="How many reviewers, who invites them, and from where.",
    )
    letter: Letter = Field(
        default_factory=unwritten, validate_default=True, description="Which parts of a review its reviewee reads."
    )
    privacy: Privacy = Field(
        default_factory=unwritten,
        validate_default=True,
        description="What is too little to be shown outside HR and the manager.",
    )
    guidance: dict[Label, PercentRange] = Field(
        default_factory=dict,
        description="Percent ranges of the final grades; advice, never a quota.",
        examples=[{"S": [0, 10], "A": [0, 30]}],
    )
    outputs: Outputs = Field(
        default_factory=unwritten, validate_default=True, description="How many outputs a work summary has."
    )
    deadlines: Deadlines = Field(
        default_factory=unwritten, validate_default=True, description="The days by which each step is to be done."
    )

    @property
    def points(self) -> dict[str, float]:
        """The points of each grade: as written, else its rank, 1 for the worst."""
        return {
            step.grade: rank if step.points is None else step.points for rank, step in enumerate(self.scale, start=1)
        }
