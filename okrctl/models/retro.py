"""Self-scores and lessons at the end of a cycle."""

from typing import Literal

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from okrctl.models.base import Maybe, Record, Share, Text, Way
from okrctl.models.ids import AddressText, Handle

Difficulty = Literal["easier", "expected", "harder"]
Effort = Literal["low", "expected", "high"]
Cause = Literal["goal", "method", "collaboration", "resources", "priority", "market"]
NextCycle = Literal["carry", "revise", "drop"]


# For the schema: an entry names one goal. In this form editors underline the key that is too many, in these words.
_ONE_GOAL: JsonDict = {
    "if": {"required": ["kr"]},
    "then": {
        "properties": {"objective": False},
        "errorMessage": "An entry scores one goal: keep either `kr` or `objective`.",
    },
    "else": {
        "required": ["objective"],
        "errorMessage": "Say what is scored: `kr`, or `objective` for an objective as a whole.",
    },
}


class Score(Record):
    """The owner's score of one key result, or of one objective, with what stands behind it."""

    # A truth across fields: the model takes none and both, and rules tell (OKR007, OKR008).
    model_config = ConfigDict(json_schema_extra=_ONE_GOAL)

    kr: Maybe[AddressText] = Field(
        default=None,
        description="The key result that is scored; an entry has either this or `objective`.",
        examples=["O1/KR1"],
    )
    objective: Maybe[AddressText] = Field(
        default=None,
        description="The objective that is scored; overrides the weighted mean of its key results.",
        examples=["O2"],
    )
    score: Maybe[Share] = Field(
        default=None,
        description="0 to 1, weighed from completion, difficulty and effort: 1.0 nearly impossible and done, 0.7 "
        "hard and reached, 0.3 business as usual, 0 nothing. Low is no failure: it is where to learn.",
        examples=[0.7],
    )
    completion: Maybe[Way] = Field(
        default=None,
        description="The share of the way that was made; default: the progress the notes add up to.",
        examples=[0.83],
    )
    difficulty: Maybe[Difficulty] = Field(
        default=None,
        description="`easier`, as `expected`, or `harder` than thought when the goal was set: did the market run "
        "for or against us?",
        examples=["harder"],
    )
    effort: Maybe[Effort] = Field(
        default=None,
        description="`low`, as `expected`, or `high`: was it luck and others' help, or ours and repeatable?",
        examples=["high"],
    )
    because: Maybe[Text] = Field(
        default=None,
        description="Why this score; needed where it is far from the completion.",
        examples=["Provider outage cost two weeks; the checklist still carried it."],
    )
    cause: Maybe[Cause] = Field(
        default=None,
        description="The main reason of a miss: the `goal` itself, the `method`, `collaboration`, `resources`, "
        "`priority`, or the `market`.",
        examples=["resources"],
    )
    next: Maybe[NextCycle] = Field(
        default=None,
        description="What becomes of it in the next cycle: `carry` on, `revise`, or `drop`.",
        examples=["carry"],
    )
    reply: Maybe[Text] = Field(
        default=None,
        description="The manager's word on it; never a second number.",
        examples=["Agreed; plan the second provider first."],
    )


class Retro(Record):
    """Self-scores and lessons of one owner; no basis of a performance review."""

    owner: Maybe[Handle] = Field(
        default=None,
        description="The person or team; optional, the path says it: `cycles/<cycle>/retros/<owner>.yaml`.",
        examples=["growth"],
    )
    scores: tuple[Score, ...] = Field(
        default=(), description="One entry per key result; entries for objectives are optional."
    )
    went_well: tuple[Text, ...] = Field(default=(), description="What was won, and why it can be repeated.")
    to_improve: tuple[Text, ...] = Field(default=(), description="What was lost, and the core of the problem.")
    lessons: tuple[Text, ...] = Field(default=(), description="What the team has learnt.")
    next_cycle: tuple[Text, ...] = Field(
        default=(), description="Advice for the next cycle: what to change in goals, method, collaboration."
    )
