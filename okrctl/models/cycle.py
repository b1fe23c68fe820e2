"""A cycle: the time in which OKRs are set, followed and looked back on."""

from typing import Literal

from pydantic import Field

from okrctl.models.base import Maybe, Record, Text, unwritten
from okrctl.models.calendar import Day
from okrctl.models.ids import CycleId

CycleState = Literal["planned", "open", "closed"]


class Due(Record):
    """When the sheets of a cycle are to be ready, scored, and looked back on."""

    sheets: Maybe[Day] = Field(
        default=None, description="When every sheet is to be written and aligned.", examples=["2026-01-12"]
    )
    scores: Maybe[Day] = Field(
        default=None, description="When every key result is to be scored by its owner.", examples=["2026-04-03"]
    )
    retro: Maybe[Day] = Field(
        default=None, description="When the teams are to have looked back.", examples=["2026-04-10"]
    )


class CycleFile(Record):
    """A cycle; every key is optional when the folder name tells the dates (`2026-Q1`)."""

    title: Maybe[Text] = Field(
        default=None, description="The name in reports; default: the id.", examples=["First quarter 2026"]
    )
    start: Maybe[Day] = Field(
        default=None,
        description="The first day. Ids such as `2026`, `2026-H1`, `2026-Q1`, `2026-B1` and `2026-01` tell it.",
        examples=["2026-01-01"],
    )
    end: Maybe[Day] = Field(
        default=None,
        description="The last day, inclusive; told by the same ids as `start`.",
        examples=["2026-03-31"],
    )
    parent: Maybe[CycleId] = Field(
        default=None,
        description="The longer cycle that this one is a part of; default: the shortest that contains it.",
        examples=["2026"],
    )
    due: Due = Field(
        default_factory=unwritten,
        validate_default=True,
        description="When sheets are to be ready, scored, and looked back on.",
    )
    frozen: Maybe[Day] = Field(
        default=None,
        description="From this date a change to a sheet is a change of goals, and is reported as one; "
        "default: two weeks after the start.",
        examples=["2026-01-19"],
    )
    state: Maybe[CycleState] = Field(
        default=None,
        description="`planned`: being set. `open`: followed up weekly. `closed`: scored and looked back on. "
        "Default: from the dates.",
        examples=["open"],
    )
    project: Maybe[Text] = Field(
        default=None,
        description="The project that this cycle follows instead of the calendar.",
        examples=["Apollo"],
    )
