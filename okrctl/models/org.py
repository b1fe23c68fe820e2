"""People and teams."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from okrctl.models.base import BLANK, Flag, Label, Maybe, Record, composed, form_error
from okrctl.models.calendar import Day
from okrctl.models.ids import Handle

_EMAIL_PATTERN = f"[^@{BLANK}]+@[^@{BLANK}]+"
_EMAIL = re.compile(_EMAIL_PATTERN).fullmatch


def _read_email(value: object) -> str:
    if not isinstance(value, str) or not _EMAIL(value):
        raise form_error("email")
    return composed(value)


def _one_or_several(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


Email = Annotated[
    str,
    PlainValidator(_read_email),
    WithJsonSchema(
        {
            "x-scalar": "email",
            "type": "string",
            "pattern": f"^{_EMAIL_PATTERN}$",
            "patternErrorMessage": "An e-mail address is expected here.",
        }
    ),
]
"""An e-mail address."""
Emails = Annotated[
    tuple[Email, ...], BeforeValidator(_one_or_several, json_schema_input_type=Email | tuple[Email, ...])
]
"""One address, or a list of them."""


class Team(Record):
    """A team; exactly one team of the workspace has no parent: the root."""

    name: Maybe[Label] = Field(
        default=None, description="The name in reports; default: the handle.", examples=["Growth"]
    )
    parent: Maybe[Handle] = Field(
        default=None, description="The team above; only the root has none.", examples=["company"]
    )
    lead: Maybe[Handle] = Field(
        default=None,
        description="Who leads it: default manager of its people, and responsible for its goals.",
        examples=["wang"],
    )
    aliases: tuple[Label, ...] = Field(
        default=(), description="Other names by which `@` mentions find it.", examples=[["UG", "增长"]]
    )
    members: tuple[Handle, ...] = Field(
        default=(),
        description="Members besides those whose `team` it is, as in a project.",
        examples=[["bob", "chen"]],
    )


class Absence(Record):
    """Days away; nothing is missing, late or stale because of them."""

    from_: Day = Field(alias="from", description="The first day away.", examples=["2026-01-19"])
    to: Day = Field(description="The last day away, inclusive.", examples=["2026-01-30"])


class Person(Record):
    """A person; only the team is needed."""

    name: Maybe[Label] = Field(
        default=None, description="The name in reports; default: the handle.", examples=["Alice Chen", "王芳"]
    )
    email: Emails = Field(
        default=(),
        description="One address or a list; git authors are recognised by them.",
        examples=["alice@starling.example"],
    )
    team: Handle = Field(description="The team the person belongs to.", examples=["growth"])
    title: Maybe[Label] = Field(default=None, description="The job title.", examples=["Product manager"])
    manager: Maybe[Handle] = Field(
        default=None,
        description="Default: the lead of the team; for that lead, the lead of the nearest team above who is "
        "somebody else.",
        examples=["alice"],
    )
    dotted: tuple[Handle, ...] = Field(
        default=(), description="Managers by dotted line, beside the manager.", examples=[["chen"]]
    )
    family: Maybe[Label] = Field(
        default=None,
        description="The job family (序列); calibration compares people of one family and level.",
        examples=["product"],
    )
    level: Maybe[Label] = Field(default=None, description="The level within the family.", examples=["P6"])
    location: Maybe[Label] = Field(default=None, description="Where the person works.", examples=["Berlin"])
    joined: Maybe[Day] = Field(
        default=None,
        description="The first day; tenure is counted from here, and no note is missed before.",
        examples=["2024-02-01"],
    )
    left: Maybe[Day] = Field(default=None, description="The last day of who has left.", examples=["2026-02-13"])
    away: tuple[Absence, ...] = Field(default=(), description="Leave; nothing is missing, late or stale because of it.")
    external: Flag = Field(default=False, description="true: a customer or partner, who reviews and does nothing else.")
    aliases: tuple[Label, ...] = Field(
        default=(), description="Other names by which `@` mentions find the person.", examples=[["产品主管"]]
    )
    attributes: dict[Label, Label] = Field(
        default_factory=dict,
        description="Further keys of your company's own, by which tables can be split.",
        examples=[{"contract": "full_time"}],
    )

    @property
    def emails(self) -> tuple[str, ...]:
        """All addresses, however many are written."""
        return self.email


class Org(Record):
    """People and teams; may be split over any number of files."""

    teams: dict[Handle, Team] = Field(
        default_factory=dict,
        description="Teams by handle. People and teams share one namespace.",
        examples=[{"company": {"name": "Starling", "lead": "lin"}}],
    )
    people: dict[Handle, Person] = Field(
        default_factory=dict,
        description="People by handle.",
        examples=[{"lin": {"name": "Lin Yi", "team": "company"}}],
    )
