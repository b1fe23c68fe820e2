"""What records say beyond their keys: defaults, and one form for what may be written in two."""

import subprocess
import sys

import pytest
from pydantic import ValidationError

from okrctl.models.note import Note, Reached, Update
from okrctl.models.okr import KeyResult, Sheet
from okrctl.models.org import Person
from okrctl.models.review import Scheme
from okrctl.models.settings import Settings


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ({}, "plain"),
        ({"metric": {"start": 0, "target": 1}}, "metric"),
        ({"keep": {"min": 1}}, "keep"),
        ({"milestones": [{"id": "M1", "title": "t"}]}, "milestones"),
        ({"milestones": []}, "plain"),
        ({"cascade": "mean"}, "cascade_mean"),
        ({"cascade": "sum", "metric": {"start": 0, "target": 1}}, "cascade_sum"),
    ],
)
def test_how_a_key_result_is_measured(keys: dict[str, object], kind: str) -> None:
    assert KeyResult.model_validate({"id": "KR1", "title": "t"} | keys).kind == kind


def test_milestones_count_alike_by_default() -> None:
    key_result = KeyResult.model_validate({"id": "K", "title": "t", "milestones": [{"id": "M1", "title": "t"}]})
    assert key_result.milestones[0].weight == 1


@pytest.mark.parametrize(
    ("written", "reached"),
    [
        (["M1", 2], {"M1": Reached(), "2": Reached()}),
        ({"M1": {"quality": "good"}}, {"M1": Reached(quality="good")}),
        ([], {}),
    ],
)
def test_reached_milestones_in_either_form(written: object, reached: dict[str, Reached]) -> None:
    update = Update.model_validate({"kr": "O1/KR3", "reached": written})
    assert update.reached_milestones == reached


def test_nothing_reached_by_default() -> None:
    assert Update.model_validate({"kr": "O1"}).reached_milestones == {}


def test_a_risk_in_plain_text() -> None:
    note = Note.model_validate({"updates": [{"kr": "O1", "risks": ["Rain", {"risk": "Snow", "from": ["bob"]}]}]})
    first, second = note.updates[0].risks
    assert (first.risk, first.need, first.from_) == ("Rain", None, ())
    assert (second.risk, second.from_) == ("Snow", ("bob",))


@pytest.mark.parametrize(("written", "emails"), [("a@b.example", 1), (["a@b.example", "c@d.example"], 2), ([], 0)])
def test_emails_in_either_form(written: object, emails: int) -> None:
    assert len(Person.model_validate({"team": "x", "email": written}).emails) == emails


def test_settings_have_the_values_of_the_contract() -> None:
    settings = Settings()
    assert (settings.version, settings.language, settings.fiscal_year_start) == (1, "en", 1)
    assert (settings.checkin.every, settings.checkin.meeting, settings.default_kind) == (
        "week",
        "tuesday",
        "aspirational",
    )
    assert (settings.pace.of("aspirational").at_risk, settings.pace.of("aspirational").off_track) == (0.10, 0.25)
    assert (settings.pace.of("committed").at_risk, settings.pace.of("committed").off_track) == (0.05, 0.15)
    assert (settings.limits.objectives, settings.limits.key_results) == ((1, 5), (2, 5))
    assert settings.baseline == ".okrctl-baseline.json"
    assert settings.approval_nodes == {}


@pytest.mark.parametrize(
    ("checkin", "days"),
    [({}, 10), ({"every": "two_weeks"}, 20), ({"every": "month"}, 45), ({"every": "month", "stale_after_days": 7}, 7)],
)
def test_days_until_stale(checkin: object, days: int) -> None:
    assert Settings.model_validate({"checkin": checkin}).checkin.days_until_stale == days


def test_one_threshold_leaves_the_other_as_its_kind_has_it() -> None:
    pace = Settings.model_validate({"pace": {"committed": {"at_risk": 0.02}}}).pace
    assert (pace.committed.at_risk, pace.committed.off_track, pace.aspirational.at_risk) == (0.02, 0.15, 0.10)


def test_a_plain_list_of_approval_nodes_is_the_default() -> None:
    assert Settings.model_validate({"approval": ["manager"]}).approval_nodes == {"default": ("manager",)}
    written = {"default": ["manager"], "sales": []}
    assert Settings.model_validate({"approval": written}).approval_nodes == {"default": ("manager",), "sales": ()}


def test_a_scheme_has_the_values_of_the_contract() -> None:
    scheme = Scheme.model_validate(
        {"start": "2026-01-01", "end": "2026-06-30", "scale": [{"grade": "C"}, {"grade": "B"}], "dimensions": []}
    )
    assert (scheme.profile, scheme.overall, scheme.outputs.max) == ("explore", "manager", 5)
    assert (scheme.invite.min, scheme.invite.max) == (3, 8)
    assert scheme.invite.relations == ("peer", "cross_team", "report")
    assert (scheme.privacy.mean, scheme.privacy.spread, scheme.privacy.group) == (3, 5, 5)
    assert scheme.letter.show == ()
    assert scheme.points == {"C": 1, "B": 2}


def test_points_of_a_scale_may_be_written() -> None:
    scale = [{"grade": "C"}, {"grade": "B", "points": 3.5}, {"grade": "A"}]
    scheme = Scheme.model_validate({"start": "2026-01-01", "end": "2026-06-30", "scale": scale, "dimensions": []})
    assert scheme.points == {"C": 1, "B": 3.5, "A": 3}


@pytest.mark.parametrize(
    "data",
    [
        {"limits": {"objectives": [5, 1]}},
        {"timezone": "Atlantis/Capital"},
        {"timezone": "../etc/passwd"},
        {"checkin": {"skip": ["2025-W53"]}},
    ],
)
def test_what_no_schema_can_say_is_out_of_range(data: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Settings.model_validate(data)
    assert [error["type"] for error in caught.value.errors()] == ["okr_range"]


def test_handles_and_addresses_are_composed() -> None:
    sheet = Sheet.model_validate(
        {"owner": "Zoe\u0308", "objectives": [{"id": "O1", "title": "t", "aligns_to": ["Zoe\u0308/O1"]}]}
    )
    assert (sheet.owner, sheet.objectives[0].aligns_to) == ("Zoë", ("Zoë/O1",))


def test_a_note_is_read_without_importing_what_reviews_need() -> None:
    code = "import sys, okrctl.models.note; print('okrctl.models.review' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
