"""The diff of meaning between two states of one sheet; each pair worked out by hand from the texts."""

from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.history.changes import GoalChange, Unwritten, changes
from okrctl.models.okr import Keep, Milestone, Sheet
from okrctl.source.parse import parse

MEANS = Unwritten("2026-Q1", "growth", lead="alice", end=date(2026, 3, 31))
SHEET = """\
objectives:
  - id: O1
    title: New teams feel at home
    aligns_to: [company/O1/KR1, O2]
    weight: 60
    key_results:
      - {id: KR1, title: Retention rises, metric: {start: 31, target: 45, unit: "%"}, weight: 50}
      - {id: KR2, title: 首周邀请同事, metric: {start: 5, target: 9}, checkpoints: {2026-01-31: 6, 2026-02-28: 7}}
      - {id: KR3, title: Availability stays, keep: {min: 99.9}}
  - id: O2
    title: 伙伴主动推荐我们
    key_results:
      - id: KR1
        title: The tour is live
        milestones: [{id: M1, title: Prototype, due: 2026-01-30}, {id: M2, title: Live, weight: 2}]
      - {id: KR2, title: Half of the partners renew}
"""


def sheet(text: str) -> Sheet:
    return Sheet.model_validate(parse("growth.yaml", text).data)


def edited(text: str, *edits: tuple[str, str]) -> str:
    for old, new in edits:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    return text


def changed(*edits: tuple[str, str], means: Unwritten = MEANS) -> list[tuple[str, str, object, object]]:
    """Goal, field, before and after of the changes that edits of the text make."""
    found = changes(sheet(SHEET), sheet(edited(SHEET, *edits)), means)
    return [(one.objective + f"/{one.key_result}" * bool(one.key_result), *one[2:5]) for one in found]


CASES = {
    "target": (("target: 45", "target: 40"), ("O1/KR1", "target", 45, 40)),
    "start": (("start: 31", "start: 30.5"), ("O1/KR1", "start", 31, 30.5)),
    "unit": (('unit: "%"', "unit: 万"), ("O1/KR1", "unit", "%", "万")),
    "a unit first": (("start: 5, target: 9", "start: 5, target: 9, unit: 家"), ("O1/KR2", "unit", None, "家")),
    "wording": (("首周邀请同事", "首周邀请两位同事"), ("O1/KR2", "wording", "首周邀请同事", "首周邀请两位同事")),
    "weight": (("weight: 60", "weight: 70"), ("O1", "weight", 60, 70)),
    # KR2 and KR3 share the 50 that KR1 leaves: 25 each.
    "a weight first": (("keep: {min: 99.9}", "keep: {min: 99.9}, weight: 30"), ("O1/KR3", "weight", 25, 30)),
    # Without it, the three share 100.
    "a weight no more": ((", weight: 50", ""), ("O1/KR1", "weight", 50, pytest.approx(100 / 3))),
    "kind": (("weight: 60", "weight: 60\n    kind: committed"), ("O1", "kind", "aspirational", "committed")),
    "owner": (("title: Half", "owner: bob, title: Half"), ("O2/KR2", "owner", "alice", "bob")),
    "due": (("title: Half", "due: 2026-03-20, title: Half"), ("O2/KR2", "due", date(2026, 3, 31), date(2026, 3, 20))),
    "band": (("min: 99.9", "min: 99.5"), ("O1/KR3", "band", Keep(min=99.9), Keep(min=99.5))),
    "band opened": (("min: 99.9", "max: 3"), ("O1/KR3", "band", Keep(min=99.9), Keep(max=3))),
    "measure": (("keep: {min: 99.9}", "metric: {start: 1, target: 2}"), ("O1/KR3", "measure", "keep", "metric")),
    "checkpoint": (
        ("2026-02-28: 7", "2026-02-28: 8"),
        ("O1/KR2", "checkpoints", ((date(2026, 2, 28), 7),), ((date(2026, 2, 28), 8),)),
    ),
    "checkpoint gone": (
        (", 2026-02-28: 7", ""),
        ("O1/KR2", "checkpoints", ((date(2026, 2, 28), 7),), None),
    ),
    "milestone": (
        ("due: 2026-01-30", "due: 2026-02-10"),
        (
            "O2/KR1",
            "milestones",
            (Milestone(id="M1", title="Prototype", due="2026-01-30"),),
            (Milestone(id="M1", title="Prototype", due="2026-02-10"),),
        ),
    ),
    "aligned to less": (
        (", O2]", "]"),
        ("O1", "alignment", ("company/O1/KR1", "growth/O2"), ("company/O1/KR1",)),
    ),
    "aligned to another cycle": (
        ("company/O1/KR1, O2", '"2026:company/O1", O2'),
        ("O1", "alignment", ("company/O1/KR1", "growth/O2"), ("2026:company/O1", "growth/O2")),
    ),
    "dropped": (
        ("    title: 伙伴", "    dropped: {on: 2026-02-10, because: x}\n    title: 伙伴"),
        ("O2", "dropped", None, date(2026, 2, 10)),
    ),
    "added": (
        ("  - id: O2\n", "  - {id: O3, title: Third, key_results: [{id: KR1, title: x}]}\n  - id: O2\n"),
        ("O3", "added", None, "Third"),
    ),
    "key result added": (
        ("      - {id: KR2, title: Half", "      - {id: KR3, title: New}\n      - {id: KR2, title: Half"),
        ("O2/KR3", "added", None, "New"),
    ),
    "key result deleted": (
        ("      - {id: KR2, title: Half of the partners renew}\n", ""),
        ("O2/KR2", "deleted", "Half of the partners renew", None),
    ),
    "objective renamed": (("id: O1", "id: O5"), ("O5", "renamed", "O1", "O5")),
    "key result renamed": (("id: KR2, title: Half", "id: KR9, title: Half"), ("O2/KR9", "renamed", "O2/KR2", "O2/KR9")),
}


@pytest.mark.parametrize("name", CASES)
def test_one_edit_is_one_change(name: str) -> None:
    edit, told = CASES[name]
    assert changed(edit) == [told]


NOTHING = {
    "a number written otherwise": (("target: 45", "target: 45.0"),),
    "white space": (("title: Retention rises", 'title: " Retention   rises "'),),
    "an address in full": (("aligns_to: [company/O1/KR1, O2]", "aligns_to: [growth/O2, 2026-Q1:company/O1/KR1]"),),
    "the share that it had": (("keep: {min: 99.9}", "keep: {min: 99.9}, weight: 25"),),
    "the day that it had": (("title: Half", "due: 2026-03-31, title: Half"),),
    "the lead by name": (("title: Half", "owner: alice, title: Half"),),
    "the team itself": (("title: Half", "owner: growth, title: Half"),),
    "the kind by default": (("    weight: 60\n", "    weight: 60\n    kind: aspirational\n"),),
    "the weight of a milestone by default": (("due: 2026-01-30}", "due: 2026-01-30, weight: 1}"),),
    "milestones in another order": (
        (
            "[{id: M1, title: Prototype, due: 2026-01-30}, {id: M2, title: Live, weight: 2}]",
            "[{id: M2, title: Live, weight: 2}, {id: M1, title: Prototype, due: 2026-01-30}]",
        ),
    ),
    "why, tags, collaborators, source, reason": (
        (
            "weight: 60",
            "weight: 60\n    why: x\n    tags: [y]\n    with: [bob]\n    changed: [{on: 2026-02-01, because: z}]",
        ),
        ("target: 45", "target: 45, source: https://x"),
    ),
    "an approval": (("objectives:", "approvals: [{by: lin, as: manager, on: 2026-01-12, digest: 4f}]\nobjectives:"),),
}


@pytest.mark.parametrize("name", NOTHING)
def test_what_means_the_same_is_no_change(name: str) -> None:
    assert edited(SHEET, *NOTHING[name]) != SHEET
    assert changed(*NOTHING[name]) == []


def test_a_letter_composed_otherwise_is_the_same_letter() -> None:
    composed = edited(SHEET, ("title: Prototype", "title: Caf\u00e9"))
    apart = edited(SHEET, ("title: Prototype", "title: Cafe\u0301"))
    assert changes(sheet(composed), sheet(apart), MEANS) == ()


def test_defaults_are_those_of_the_workspace() -> None:
    committed = MEANS._replace(kind="committed")
    kind = ("weight: 60", "weight: 60\n    kind: committed")
    assert changed(kind, means=committed) == []
    assert changed(("title: Half", "owner: bob, title: Half"), means=MEANS._replace(lead=None)) == [
        ("O2/KR2", "owner", "growth", "bob")
    ]


def test_handles_of_before_are_read_as_those_of_now() -> None:
    means = MEANS._replace(renamed=MappingProxyType({"company": "dawn"}))
    assert changed(("[company/O1/KR1", "[dawn/O1/KR1"), means=means) == []


def test_numbers_shifted_by_a_new_objective_are_renames_not_new_words() -> None:
    # A new first objective takes O1; what was O1 and O2 is O2 and O3 now.
    first = ("objectives:\n  - id: O1", "objectives:\n  - {id: O1, title: First}\n  - id: O2")
    second = ("  - id: O2\n    title: 伙", "  - id: O3\n    title: 伙")
    assert changed(("[company/O1/KR1, O2]", "[company/O1/KR1, O3]"), second, first) == [
        ("O1", "added", None, "First"),
        ("O2", "renamed", "O1", "O2"),
        ("O2", "alignment", ("company/O1/KR1", "growth/O2"), ("company/O1/KR1", "growth/O3")),
        ("O3", "renamed", "O2", "O3"),
    ]


def test_a_key_result_moved_to_another_objective_is_renamed() -> None:
    line = "      - {id: KR2, title: Half of the partners renew}\n"
    assert changed((line, ""), ("  - id: O2\n", line.replace("KR2", "KR4") + "  - id: O2\n")) == [
        ("O1/KR4", "renamed", "O2/KR2", "O1/KR4"),
    ]


def test_other_words_under_one_id_are_wording_and_twice_the_same_words_keep_their_ids() -> None:
    twice = edited(SHEET, ("title: Half of the partners renew", "title: The tour is live"))
    assert changes(sheet(twice), sheet(twice.replace("KR2, title: The", "KR7, title: The")), MEANS) == (
        GoalChange("O2", "KR7", "renamed", "O2/KR2", "O2/KR7", "The tour is live"),
    )
    assert changed(("title: The tour is live", "title: Half a tour")) == [
        ("O2/KR1", "wording", "The tour is live", "Half a tour")
    ]


def test_ids_that_stand_twice_confuse_nothing_that_stayed() -> None:
    twice = edited(SHEET, ("id: KR2, title: Half of the partners renew", "id: KR1, title: Half of the partners renew"))
    lowered = edited(twice, ("target: 45", "target: 40"))
    assert [one[:5] for one in changes(sheet(twice), sheet(lowered), MEANS)] == [("O1", "KR1", "target", 45, 40)]


def test_an_objective_dropped_takes_its_key_results_along_silently() -> None:
    drop = "dropped: {on: 2026-02-10, because: x}"
    assert changed(
        ("    title: 伙伴", f"    {drop}\n    title: 伙伴"),
        ("{id: KR2, title: Half", f"{{id: KR2, {drop}, title: Half"),
    ) == [("O2", "dropped", None, date(2026, 2, 10))]


def test_taken_up_again() -> None:
    dropped = sheet(edited(SHEET, ("    title: 伙伴", "    dropped: {on: 2026-02-10, because: x}\n    title: 伙伴")))
    (change,) = changes(dropped, sheet(SHEET), MEANS)
    assert change[2:5] == ("dropped", date(2026, 2, 10), None)


def test_a_whole_sheet_comes_and_goes_by_its_objectives() -> None:
    assert [one[:5] for one in changes(None, sheet(SHEET), MEANS)] == [
        ("O1", "", "added", None, "New teams feel at home"),
        ("O2", "", "added", None, "伙伴主动推荐我们"),
    ]
    assert [one[:5] for one in changes(sheet(SHEET), None, MEANS)] == [
        ("O1", "", "deleted", "New teams feel at home", None),
        ("O2", "", "deleted", "伙伴主动推荐我们", None),
    ]
    assert changes(None, None, MEANS) == ()


GOALS = st.lists(
    st.builds(
        lambda name, title, target: {"id": name, "title": title, "metric": {"start": 0, "target": target}},
        st.sampled_from(["KR1", "KR2", "KR3"]),
        st.sampled_from(["甲", "乙", "丙", "丁"]),
        st.integers(1, 3),
    ),
    max_size=4,
    unique_by=lambda goal: goal["id"],
)
SHEETS = st.lists(
    st.builds(
        lambda name, title, goals: {"id": name, "title": title, "key_results": goals},
        st.sampled_from(["O1", "O2", "O3"]),
        st.sampled_from(["天", "地", "人"]),
        GOALS,
    ),
    max_size=3,
    unique_by=lambda objective: objective["id"],
).map(lambda objectives: Sheet.model_validate({"objectives": objectives}))


@settings(max_examples=80)
@given(SHEETS, SHEETS)
def test_a_sheet_differs_from_itself_in_nothing_and_both_ways_mirror_each_other(one: Sheet, other: Sheet) -> None:
    assert changes(one, one.model_copy(deep=True), MEANS) == ()
    there, back = changes(one, other, MEANS), changes(other, one, MEANS)
    mirrored = {"added": "deleted", "deleted": "added"}
    assert sorted(
        (mirrored.get(each.field, each.field), str(each.after), str(each.before)) for each in there
    ) == sorted((each.field, str(each.before), str(each.after)) for each in back)


@settings(max_examples=50)
@given(SHEETS, st.permutations(range(3)))
def test_the_order_of_objectives_means_nothing(one: Sheet, order: list[int]) -> None:
    after = Sheet(objectives=tuple(one.objectives[n] for n in order if n < len(one.objectives)))
    assert changes(one, after, MEANS) == ()
