"""The document of the alignment meeting: what each sheet supports, and everything that is still open."""

import pytest

from okrctl.alignment.graph import build_graph
from okrctl.language import Language
from okrctl.reports.alignment_meeting.build import build
from okrctl.reports.alignment_meeting.record import AlignmentMeeting
from okrctl.reports.alignment_meeting.render import markdown, parts
from tests.reports.larkrise import CHINESE, ENGLISH, MEETING
from tests.support.trees import read_tree, write_tree


@pytest.fixture
def bakery(tmp_path):
    return _meeting(tmp_path, ENGLISH, "bakery")


def _meeting(root, files, owner: str) -> AlignmentMeeting:
    workspace = read_tree(write_tree(root, files)).workspace
    return build(build_graph(workspace), workspace.cycles["2026-Q1"], owner, MEETING)


def _part(meeting: AlignmentMeeting, name: str, language: Language = "en") -> str:
    return dict(parts(meeting, language))[name]


def test_the_sheets_of_a_team_are_its_own_and_those_of_its_people(bakery) -> None:
    # Ben leads the bakery: its sheet is his. Fay has none, where two of the other two have one.
    assert [sheet.owner.name for sheet in bakery.sheets] == ["Bakery", "Dora Lind", "Emil Sand", "Fay Moss"]
    assert [who.name for who in bakery.missing] == ["Fay Moss"]


def test_a_team_looks_at_the_teams_directly_below(tmp_path) -> None:
    meeting = _meeting(tmp_path, ENGLISH, "company")
    assert [sheet.owner.handle for sheet in meeting.sheets] == ["company", "bakery", "shop"]
    assert [who.handle for who in meeting.missing] == ["shop"]


def test_an_objective_says_what_it_supports_and_who_is_asked(bakery) -> None:
    objective = bakery.sheets[0].objectives[0]
    assert [goal.key.address() for goal in objective.supports] == ["company/O1/KR1"]
    assert [(one.who.name, one.is_taken_up) for one in objective.helpers] == [("Cleo Park", False)]
    assert not objective.committed
    assert objective.weight == 100


def test_help_that_nobody_has_taken_up_is_listed(bakery) -> None:
    # Cleo has no sheet and wrote no note; Dora is one of the bakery's own people, of whom one need not ask.
    assert [(one.goal.key.address(), one.who.handle) for one in bakery.requests] == [("bakery/O1", "cleo")]
    assert "**Bakery** asks **Cleo Park**: O1 Nobody waits" in _part(bakery, "collaboration")


def test_the_owner_of_a_key_result_and_a_mention_are_asked_too(tmp_path) -> None:
    meeting = _meeting(tmp_path, ENGLISH, "company")
    asked = {(line.goal.key.key_result, one.who.handle, one.is_taken_up)
             for line in meeting.sheets[0].objectives[0].key_results for one in line.helpers}  # fmt: skip
    # Ben answers for KR1, which the bakery supports: taken up, and named as responsible only.
    assert asked == {("KR2", "shop", False)}
    assert [one.who.handle for one in meeting.requests] == ["shop", "cleo"]


def test_a_note_takes_up_what_was_asked(tmp_path) -> None:
    note = "updates:\n  - {kr: bakery/O1/KR1, progress: A second till is ordered}\n"
    meeting = _meeting(tmp_path, {**ENGLISH, "cycles/2026-Q1/notes/2026-W03/cleo.yaml": note}, "bakery")
    assert meeting.requests == ()
    assert "Everybody who was asked" in _part(meeting, "collaboration")


def test_what_leads_nowhere_is_listed_with_whose_it_is(bakery) -> None:
    assert [goal.key.address() for goal in bakery.unaligned] == ["dora/O1"]
    assert [who.name for who in bakery.unaligned_people] == ["Dora Lind"]


def test_the_same_wanted_twice_is_shown_as_a_pair(bakery) -> None:
    assert [(one.key.address(), other.key.address()) for one, other in bakery.twins] == [
        ("bakery/O1/KR2", "dora/O1/KR1")
    ]


def test_what_was_dropped_is_not_talked_about(bakery) -> None:
    emil = next(sheet for sheet in bakery.sheets if sheet.owner.handle == "emil")
    assert [objective.goal.key.objective for objective in emil.objectives] == ["O1"]
    assert "given up" not in markdown(bakery, "en")


def test_the_check_speaks_of_what_the_document_has_no_part_for(tmp_path) -> None:
    objective = "{id: O1, title: Bread for all, aligns_to: [company/O1], key_results: [{id: KR1, title: 9 loaves}]}"
    sheet = f"objectives:\n  - {objective}\n"
    meeting = _meeting(tmp_path, {**ENGLISH, "cycles/2026-Q1/okrs/fay.yaml": sheet}, "bakery")
    assert [(one.owner.handle, one.code) for one in meeting.remarks if one.code == "OKR203"] == [("fay", "OKR203")]
    assert "(OKR203)" in _part(meeting, "checks")
    assert "OKR204" not in markdown(meeting, "en")  # dora/O1: it stands under "Aligned to nothing"


def test_the_head_counts_sheets_and_names_the_missing(bakery) -> None:
    # Objectives: bakery/O1, dora/O1, emil/O1; two of three lead up, each the only one of its sheet: 2/3 by weight.
    head = _part(bakery, "head")
    assert head.startswith(
        "sheets ready: 3 of 4 · **missing: Fay Moss** · due 12 Jan · alignment rate 67\u00a0% (by weight 67\u00a0%)"
    )
    assert "Drafts until 19 Jan" in head


def test_an_unreadable_sheet_is_called_that(tmp_path) -> None:
    meeting = _meeting(tmp_path, {**ENGLISH, "cycles/2026-Q1/okrs/fay.yaml": "objectives: [\n"}, "bakery")
    fay = meeting.sheets[-1]
    assert (fay.owner.handle, fay.is_there, fay.is_unreadable) == ("fay", False, True)
    assert "cannot be read" in _part(meeting, "sheets")
    assert meeting.missing == ()
    assert "sheets ready: 3 of 4 · **not readable: Fay Moss** · alignment" in _part(meeting, "head")


def test_a_person_has_a_document_of_his_own_sheet(tmp_path) -> None:
    meeting = _meeting(tmp_path, ENGLISH, "emil")
    assert [sheet.owner.handle for sheet in meeting.sheets] == ["emil"]


def test_every_key_result_says_how_it_is_measured(tmp_path) -> None:
    sheet = """\
objectives:
  - id: O1
    title: All the ways to measure
    aligns_to: [company/O1]
    key_results:
      - {id: KR1, title: Up, metric: {start: 1200, target: 2400, unit: loaves}, weight: 70, due: 2026-03-20}
      - {id: KR2, title: Between, keep: {min: 2, max: 4, unit: min}}
      - {id: KR3, title: Steps, milestones: [{id: M1, title: A, due: 2026-02-01}, {id: M2, title: B}]}
      - {id: KR4, title: By feel}
      - {id: KR5, title: Together, cascade: mean}
"""
    meeting = _meeting(tmp_path, {**ENGLISH, "cycles/2026-Q1/okrs/fay.yaml": sheet}, "fay")
    cells = [line.split(" | ")[1] for line in _part(meeting, "sheets").splitlines() if line.startswith("| KR")]
    assert cells == [
        "1,200 → 2,400 loaves · by 20 Mar · weight 70 %",
        "stays within 2–4 min",
        "milestones: 2 · by 1 Feb",
        "percent, by the owner",
        "the mean of what aligns to it",
    ]


def test_of_no_goals_nothing_is_said(tmp_path) -> None:
    text = markdown(_meeting(tmp_path, ENGLISH, "shop"), "en")
    assert text.count("No goals yet, so there is nothing to say.") == 4
    assert "Every objective leads up" not in text


def test_chinese_reads_as_chinese(tmp_path) -> None:
    meeting = _meeting(tmp_path, CHINESE, "公司")
    text = markdown(meeting, "zh")
    assert text.startswith("# 青禾面包 OKR 对齐会 · 2026 年 1–3 月\n")
    assert "OKR 已写 2/3 · **未写：门店** · 1 月 12 日前完成 · 对齐率 100%（按权重 100%）" in text
    assert "- 承接 青禾面包 O1/KR1“每天出炉的面包由 600 个升到 900 个”" in text
    assert "- **工坊** 需要 **柯敏** 协作：O1 周六早上再没有人等一炉面包" in text
    assert "**O1 周六早上再没有人等一炉面包** · **承诺型** · 权重 100%" in text
