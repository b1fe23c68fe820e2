"""What people write in a review: invitations, forms, feedback, and the calibration log."""

from typing import Literal

from pydantic import Field

from okrctl.models.base import Label, Maybe, Record, Text
from okrctl.models.calendar import Day
from okrctl.models.ids import AddressText, Handle
from okrctl.models.review import Relation

FormStatus = Literal["draft", "submitted", "declined"]


class Reviewer(Record):
    """Somebody who is asked to review, and why; self and manager need no invitation."""

    who: Handle = Field(description="The reviewer.", examples=["bob"])
    relation: Maybe[Relation] = Field(
        default=None,
        description="What the reviewer is to the reviewee: `peer` (same manager), `cross_team`, `report`, "
        "`skip_report`, `external`, `other`; or `manager`, `skip_manager`, `dotted_manager`, `former_manager`, who "
        "stand apart from the 360 mean; or `self`. Default: what org.yaml says, the first that fits.",
        examples=["peer"],
    )
    by: Maybe[Handle] = Field(
        default=None, description="Who invited: `system`, or a person.", examples=["system", "alice"]
    )
    because: Maybe[Text] = Field(
        default=None,
        description="What the two worked on together.",
        examples=["Works on growth/O1/KR1 with alice"],
    )


class Invitation(Record):
    """Who reviews one person: those who worked closely with him and long enough to judge and to advise."""

    reviewee: Maybe[Handle] = Field(
        default=None,
        description="Who is reviewed; optional, the path says it: `invitations/<reviewee>.yaml`.",
        examples=["alice"],
    )
    reviewers: tuple[Reviewer, ...] = Field(description="The invited reviewers.")


class Rating(Record):
    """One dimension, judged by facts and deeds over the whole period."""

    grade: Maybe[Label] = Field(
        default=None,
        description="A grade of the scheme's scale, or `unknown`: cannot judge, which never counts.",
        examples=["A", "unknown"],
    )
    well: Maybe[Text] = Field(
        default=None,
        description="What went well, with an example: a deed, a number, a date.",
        examples=["Took the funnel from 31 % to 38 % by moving the invitation to the first screen"],
    )
    improve: Maybe[Text] = Field(
        default=None,
        description="What can be better, and the next step towards it.",
        examples=["Share the method earlier: a note to the other teams after the first experiment"],
    )


class Output(Record):
    """What came of the work, not what was done."""

    what: Text = Field(
        description="The output.", examples=["The new onboarding is live for all plans", "新手引导对全部套餐上线"]
    )
    impact: Maybe[Text] = Field(
        default=None,
        description="What came of it, with data.",
        examples=["60 % of new teams finish it; week-four retention rose by 7 points"],
    )
    role: Maybe[Text] = Field(default=None, description="One's own part in it.", examples=["lead"])
    stage: Maybe[Text] = Field(default=None, description="How far it has come.", examples=["live since May"])
    okr: tuple[AddressText, ...] = Field(
        default=(),
        description="The goals behind it, with their cycle; context, never a grade.",
        examples=[["2026-Q1:alice/O1"]],
    )
    confidential: Maybe[Text] = Field(
        default=None,
        description="A code name: reviewers see nothing else of this output; in clear for the manager's line and HR.",
        examples=["Bluebird"],
    )


class Form(Record):
    """The review of one person by one reviewer; one's own and the manager's are forms, too."""

    reviewee: Maybe[Handle] = Field(
        default=None,
        description="Who is reviewed; optional, the path says it: `forms/<reviewee>/<reviewer>.yaml`.",
        examples=["alice"],
    )
    reviewer: Maybe[Handle] = Field(
        default=None, description="Who reviews; optional, the path says it.", examples=["bob"]
    )
    status: FormStatus = Field(
        default="draft",
        description="`draft`: not to be read yet. `submitted`: done, and the only ones that count. `declined`: one "
        "cannot judge this person.",
    )
    declined_because: Maybe[Text] = Field(
        default=None, description="Why one cannot judge.", examples=["We did not work together this year"]
    )
    ratings: dict[Handle, Rating] = Field(
        default_factory=dict, description="Grade and words by dimension of the scheme."
    )
    outputs: tuple[Output, ...] = Field(
        default=(), description="Self only: at most five, what came out of the work, not what was done."
    )
    summary: Maybe[Text] = Field(default=None, description="Manager: why this grade, against the role's expectation.")
    grade: Maybe[Label] = Field(
        default=None,
        description="Manager only: the final grade, when the scheme says `overall: manager` or `weighted`.",
        examples=["A"],
    )


class Talk(Record):
    """The feedback talk, face to face."""

    on: Day = Field(description="The day.", examples=["2026-07-29"])
    by: Handle = Field(description="Who gave the feedback.", examples=["wang"])


class Agreement(Record):
    """Something that was agreed in the talk; the next packet shows what became of it."""

    what: Text = Field(
        description="What will be done.", examples=["Leads the pricing experiment on her own", "独立负责定价实验"]
    )
    due: Maybe[Day] = Field(default=None, description="By when.", examples=["2026-09-30"])


class Appeal(Record):
    """The employee asks for the grade to be looked at again."""

    on: Day = Field(description="The day.", examples=["2026-08-03"])
    because: Text = Field(
        description="Why.", examples=["The second half of the project was not looked at", "没有考虑项目后半段"]
    )


class Feedback(Record):
    """What a person hears after calibration, and answers; nothing about others' grades or pay."""

    reviewee: Maybe[Handle] = Field(
        default=None,
        description="Who receives it; optional, the path says it: `feedback/<person>.yaml`.",
        examples=["alice"],
    )
    evaluation: Maybe[Text] = Field(
        default=None,
        description="What the manager says: what went well, what can be better, against the role's expectation.",
    )
    short_term: Maybe[Text] = Field(default=None, description="Advice for the months to come.")
    long_term: Maybe[Text] = Field(default=None, description="Advice for the years to come.")
    talked: Maybe[Talk] = Field(default=None, description="When the talk was, and with whom.")
    agreed: tuple[Agreement, ...] = Field(default=(), description="What was agreed, with dates.")
    employee_says: Maybe[Text] = Field(default=None, description="The employee's own words on it.")
    acknowledged: Maybe[Day] = Field(
        default=None,
        description="When the employee acknowledged having read it; not the same as agreeing.",
        examples=["2026-07-30"],
    )
    appeal: Maybe[Appeal] = Field(default=None, description="The employee asks for another look.")


class Decision(Record):
    """One decision of calibration: a change `from` … `to`, or a grade that was discussed and kept."""

    who: Handle = Field(description="Whose grade.", examples=["alice"])
    dimension: Maybe[Handle] = Field(
        default=None,
        description="The dimension, where dimensions stand for themselves.",
        examples=["performance"],
    )
    from_: Maybe[Label] = Field(default=None, alias="from", description="The grade before.", examples=["A"])
    to: Maybe[Label] = Field(default=None, description="The grade after.", examples=["B"])
    keep: Maybe[Label] = Field(
        default=None,
        description="The grade that was discussed and kept; instead of `from` and `to`.",
        examples=["A"],
    )
    by: Handle = Field(description="Who decided.", examples=["lin"])
    level: Handle = Field(
        description="The team at whose level it was decided, bottom up; `appeal` after the lock.",
        examples=["growth", "appeal"],
    )
    on: Day = Field(description="The day.", examples=["2026-07-22"])
    because: Maybe[Text] = Field(
        default=None,
        description="The reason; every change has one.",
        examples=["Same output as bob and chen in P6"],
    )


class CalibrationLog(Record):
    """What calibration decided, in order; append-only, written by `okrctl calibrate decide`."""

    decisions: tuple[Decision, ...] = Field(default=(), description="The decisions, oldest first.")
    locked: Maybe[Day] = Field(
        default=None,
        description="The day from which the grades stand; after it only appeals are decided.",
        examples=["2026-07-25"],
    )
