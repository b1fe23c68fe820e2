"""A library of OKRs to start from, by function, industry and level."""

from pydantic import Field

from okrctl.models.base import Label, Maybe, Percent, Record, Text
from okrctl.models.ids import Handle
from okrctl.models.okr import Keep, Metric, Milestone, ObjectiveKind


class LibraryKeyResult(Record):
    """A key result to start from."""

    id: Maybe[Handle] = Field(default=None, description="Default: KR1, KR2 … in order.", examples=["KR1"])
    title: Text = Field(
        description="A result by which a colleague could tell whether it happened.",
        examples=["30 contracts signed with teams of more than 50 seats"],
    )
    metric: Maybe[Metric] = Field(default=None, description="A number that moves from `start` to `target`.")
    keep: Maybe[Keep] = Field(default=None, description="A value to stay in.")
    milestones: tuple[Milestone, ...] = Field(default=(), description="States to reach.")
    weight: Maybe[Percent] = Field(default=None, description="Percent of its objective, 0 to 100.")
    why: Maybe[Text] = Field(default=None, description="Why this result proves the objective.")


class LibraryObjective(Record):
    """An objective to start from, with its key results."""

    id: Maybe[Handle] = Field(default=None, description="Default: O1, O2 … in order.", examples=["O1"])
    title: Text = Field(
        description="A direction that can be defined and makes one stretch.",
        examples=["Small teams buy without ever talking to us"],
    )
    kind: Maybe[ObjectiveKind] = Field(
        default=None, description="`committed` (使命必达) or `aspirational` (愿景/挑战).", examples=["committed"]
    )
    weight: Maybe[Percent] = Field(default=None, description="Percent of the sheet, 0 to 100.")
    why: Maybe[Text] = Field(default=None, description="Why it matters, and when it fits.")
    tags: tuple[Label, ...] = Field(default=(), description="Words to find it by.", examples=[["retention"]])
    key_results: tuple[LibraryKeyResult, ...] = Field(default=(), description="How one will know: about three.")


class LibrarySheet(Record):
    """OKRs of one function that others may start from; `okrctl library` finds them."""

    function: Maybe[Label] = Field(default=None, description="Whose work it is about.", examples=["sales"])
    industry: Maybe[Label] = Field(default=None, description="Where it fits.", examples=["software"])
    levels: tuple[Label, ...] = Field(
        default=(), description="For which roles and levels it fits.", examples=[["manager", "P6"]]
    )
    cycle: Maybe[Label] = Field(
        default=None, description="The length of the cycle that it is cut for.", examples=["quarter"]
    )
    objectives: tuple[LibraryObjective, ...] = Field(description="The objectives, each with its key results.")
