"""`okrctl rollover`: the next quarter's sheets from what goes on; see `quarter.py` for what became of which goal."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from okrctl.editing.change import write
from okrctl.editing.rollover import Rolled, roll_over
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Language
from okrctl.models.okr import KeyResult, Sheet
from okrctl.workspace.index import SheetKey
from tests.editing.checking import complaints, drafting, texts
from tests.editing.quarter import quarter
from tests.support.trees import read_tree, write_tree

TODAY = date(2026, 4, 2)
GROWTH = "cycles/2026-Q2/okrs/growth.yaml"
NEW = "cycles/2026-Q2/okrs"
ALICE_UNDECIDED = "Alice Chen: O2/KR1, O2/KR2 left out, for nobody wrote `next` (carry, revise or drop)"


def rolled(
    root: Path, files: Mapping[str, str], language: Language = "en", owners: frozenset[str] | None = None
) -> Rolled:
    write_tree(root, files)
    return roll_over(drafting(root, language, TODAY), "2026-Q1", "2026-Q2", owners)


def sheet(root: Path, result: Rolled, owner: str = "growth") -> Sheet:
    """The sheet as it is read once it is written."""
    write(result.changes, root)
    return read_tree(root).workspace.sheets[SheetKey("2026-Q2", owner)].value


def key_results(of: Sheet) -> dict[str, KeyResult]:
    return {f"{one.id}/{each.id}": each for one in of.objectives for each in one.key_results}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_quarter_is_clean(tmp_path: Path, language: Language) -> None:
    result = rolled(tmp_path, quarter(language), language)
    write(result.changes, tmp_path)
    assert [one for one in complaints(tmp_path, TODAY) if "2026-Q2" in one] == []
    owners = ("alice", "company", "growth") if language == "en" else ("公司", "增长部", "王芳")
    sheets = sorted(f"{NEW}/{owner}.yaml" for owner in owners)
    assert sorted(texts(result.changes, tmp_path)) == ["cycles/2026-Q2/cycle.yaml", *sheets]


def test_the_whole_sheet(tmp_path: Path) -> None:
    result = rolled(tmp_path, quarter())
    assert texts(result.changes, tmp_path)[GROWTH] == dedent(
        """\
        # OKRs of Growth for 2026-Q2, 2026-04-01 to 2026-06-30: a draft, carried over from 2026-Q1
        #
        # Go through every goal: does it still matter most now, and would you set it like this today? Change, add and
        # delete freely, answer the comments, then run okrctl validate.
        #
        # What was learnt in 2026-Q1:
        #   - Ask before you build
        owner: growth
        objectives:
          - id: O1
            title: "New teams: at home within their first week"
            kind: aspirational
            weight: 60
            why: Half of the teams that sign up never invite a second person.
            aligns_to: [company/O1/KR2, "2026:company/O1"]
            # Bob Meyer left: who takes their part?
            with: [alice]
            tags: [retention]
            key_results:
              # 2026-Q1: 31 → 38.2, target 40 %; score 0.7
              # Bob Meyer left: who takes their part?
              # checkpoints left out: set new ones if the way is no straight line
              - id: KR1
                title: Week-four retention rises from 38.2 % to 40 %
                metric: {start: 38.2, target: 40, unit: "%", source: "https://bi.starling.example/r/17"}
                weight: 40
              # 2026-Q1: 33 %; score 0.6
              # it was due on 2026-03-20: when now?
              # reached and left out: M1
              - id: KR2
                title: The new onboarding is live and 60 % finish it
                milestones:
                  - {id: M2, title: 60 % finish it, weight: 2}
                weight: 40
              # 2026-Q1: 9 → 3, target 4 hours; score 0.9
              # the target, 4 hours, was reached: held from here on, or raise it: metric: {start: 3, target: …}
              # the title is still about getting from 9 to 4 hours: how would you put what is held now?
              - id: KR3
                title: Answers take 4 hours instead of 9
                keep: {max: 4, unit: hours}
                weight: 20
          - id: O2
            # It supported company/O2, which is not in 2026-Q2.
            title: Whoever asks us gets an answer that helps
            weight: 40
            key_results:
              # 2026-Q1: 50 %; score 0.3
              # To revise: what should be different this time?
              # Last time: Ratings fell: we hired nobody
              # main cause: resources
              - id: KR1
                title: Answers are rated 4.5 or better
                keep: {min: 4.5}
              # 2026-Q1: 0 → 0.3, target 1 M EUR; score 0.3
              # starts at 0.3, where 2026-Q1 ended; if it counts anew, write start: 0
              - id: KR3
                title: Partners bring 1 million euros
                metric: {start: 0.3, target: 1, unit: M EUR}
                aligns_to: [company/O1/KR1]
        """
    )


def test_in_chinese(tmp_path: Path) -> None:
    text = texts(rolled(tmp_path, quarter("zh"), "zh").changes, tmp_path)[f"{NEW}/增长部.yaml"]
    for line in (
        "# OKR：增长部，周期 2026-Q2（2026-04-01 至 2026-06-30），由 2026-Q1 延续而来的草稿",
        "# 2026-Q1 的经验教训：",
        '    title: "新团队: 第一周就用得顺手"',
        "      # 2026-Q1：31 → 38.2，目标值 40%；自评分 0.7",
        "        title: 四周留存率从38.2%升到40%",
        "      # 需要调整：这次要改什么？",
        "      # 上次：评分下降: 没有招到人",
        "      # 主要原因：资源",
        "    # 原来对齐 公司/O2，2026-Q2 里没有。",
    ):
        assert f"{line}\n" in text, line


def test_a_sum_begins_where_it_ended(tmp_path: Path) -> None:
    """Growth's partners brought 0.3, alice 0.4 of 2."""
    result = rolled(tmp_path, quarter())
    company = key_results(sheet(tmp_path, result, "company"))
    assert (company["O1/KR1"].metric, company["O1/KR1"].cascade) == (
        company["O1/KR1"].metric.model_copy(update={"start": 0.7}) if company["O1/KR1"].metric else None,
        "sum",
    )
    assert list(company) == ["O1/KR1", "O1/KR2"]


def test_a_sum_over_nothing_is_reported_by_hand(tmp_path: Path) -> None:
    files = dict(quarter())
    for owner in ("growth", "alice"):
        del files[f"cycles/2026-Q1/retros/{owner}.yaml"]
    result = rolled(tmp_path, files)
    company = sheet(tmp_path, result, "company")
    assert key_results(company)["O1/KR1"].cascade is None
    assert [one for one in complaints(tmp_path, TODAY) if "2026-Q2" in one] == []
    assert "# nothing that went on adds up to it" in texts(result.changes, tmp_path)[f"{NEW}/company.yaml"]


def test_alignment_follows_what_goes_on(tmp_path: Path) -> None:
    """growth/O1/KR1 goes on; of growth/O2/KR2 only the objective; company/O2 does not."""
    result = rolled(tmp_path, quarter())
    alice = sheet(tmp_path, result, "alice").objectives
    assert [one.aligns_to for one in alice] == [("growth/O1/KR1", "growth/O2")]
    assert (
        "# It supported growth/O2/KR2, which is not in 2026-Q2; now its objective."
        in texts(result.changes, tmp_path)[f"{NEW}/alice.yaml"]
    )


def test_a_teams_objective_that_supports_nothing_any_more_is_a_question(tmp_path: Path) -> None:
    files = dict(quarter())
    files["cycles/2026-Q1/retros/growth.yaml"] = "scores: [{kr: O2/KR1, next: carry}, {kr: O2/KR2, next: carry}]\n"
    result = rolled(tmp_path, files)
    text = texts(result.changes, tmp_path)[GROWTH]
    assert "    # okrctl: ignore[OKR204] what does it support now? Write aligns_to and delete this line\n" in text
    write(result.changes, tmp_path)
    assert [one for one in complaints(tmp_path, TODAY) if "2026-Q2" in one] == []


def test_one_key_result_alone_is_a_question(tmp_path: Path) -> None:
    files = dict(quarter())
    files["cycles/2026-Q1/retros/growth.yaml"] = "scores: [{kr: O1/KR1, next: revise}]\n"
    result = rolled(tmp_path, files)
    assert "    # okrctl: ignore[OKR203] what else would prove it?" in texts(result.changes, tmp_path)[GROWTH]
    write(result.changes, tmp_path)
    assert [one for one in complaints(tmp_path, TODAY) if "2026-Q2" in one] == []


def test_weights_that_no_longer_add_up_are_left_out(tmp_path: Path) -> None:
    """40 + 20 without KR2; of the objectives 60 alone."""
    files = dict(quarter())
    files["cycles/2026-Q1/retros/growth.yaml"] = "scores: [{kr: O1/KR1, next: carry}, {kr: O1/KR3, next: carry}]\n"
    result = rolled(tmp_path, files)
    growth = sheet(tmp_path, result)
    assert [one.weight for one in growth.objectives] == [None]
    assert [one.weight for one in growth.objectives[0].key_results] == [None, None]
    assert "# The weights no longer added up to 100 and were left out." in texts(result.changes, tmp_path)[GROWTH]


def test_what_was_said_of_an_objective_holds_for_its_key_results(tmp_path: Path) -> None:
    files = dict(quarter())
    files["cycles/2026-Q1/retros/growth.yaml"] = (
        "scores: [{objective: O1, score: 0.5, next: carry}, {kr: O1/KR2, next: drop}, {objective: O2, next: drop}]\n"
    )
    result = rolled(tmp_path, files)
    assert list(key_results(sheet(tmp_path, result))) == ["O1/KR1", "O1/KR3"]
    assert [one.en for one in result.remarks] == [ALICE_UNDECIDED]


def test_who_is_left_out_is_named(tmp_path: Path) -> None:
    files = dict(quarter())
    files["cycles/2026-Q1/okrs/wang.yaml"] = files["cycles/2026-Q1/okrs/bob.yaml"] = (
        "objectives: [{id: O1, title: t}]\n"
    )
    files["cycles/2026-Q1/retros/bob.yaml"] = "scores: [{objective: O1, next: carry}]\n"
    result = rolled(tmp_path, files)
    assert [one.en for one in result.remarks] == [
        "left out, for they have no self-scores in 2026-Q1: Wang Shi",
        "left out, for Bob Meyer left on 2026-03-20: cycles/2026-Q2/okrs/bob.yaml",
        ALICE_UNDECIDED,
    ]


def test_a_sheet_that_exists_is_left_alone_and_supported(tmp_path: Path) -> None:
    """The company's new sheet has an O2 of its own, so growth's alignment to O2 stays; its O1 is not there."""
    mine = "objectives: [{id: O2, title: Something new, key_results: [{id: KR1, title: 3 x}, {id: KR2, title: 4 y}]}]\n"
    files = {**quarter(), f"{NEW}/company.yaml": mine}
    result = rolled(tmp_path, files)
    assert result.existing == (f"{NEW}/company.yaml",)
    growth = sheet(tmp_path, result)
    assert [one.aligns_to for one in growth.objectives] == [("2026:company/O1",), ("company/O2",)]
    assert (tmp_path / f"{NEW}/company.yaml").read_text(encoding="utf-8") == mine


def test_only_the_owners_asked_for(tmp_path: Path) -> None:
    result = rolled(tmp_path, quarter(), owners=frozenset({"alice"}))
    assert sorted(texts(result.changes, tmp_path)) == ["cycles/2026-Q2/cycle.yaml", f"{NEW}/alice.yaml"]
    assert sheet(tmp_path, result, "alice").objectives[0].aligns_to == ()


def test_nothing_goes_on(tmp_path: Path) -> None:
    files = dict(quarter())
    for owner in ("company", "growth", "alice"):
        files[f"cycles/2026-Q1/retros/{owner}.yaml"] = "lessons: [x]\n"
    result = rolled(tmp_path, files)
    assert (result.changes, result.existing) == ((), ())


@pytest.mark.parametrize(("source", "target"), [("2026-Q1", "2026-Q1"), ("2026-Q1", "2025-Q4"), ("2026-Q1", "soon")])
def test_a_cycle_that_cannot_be_the_next(tmp_path: Path, source: str, target: str) -> None:
    write_tree(tmp_path, quarter())
    with pytest.raises(OkrctlError):
        roll_over(drafting(tmp_path, "en", TODAY), source, target)


def test_text_that_means_something_in_yaml_comes_back_as_it_was(tmp_path: Path) -> None:
    odd = "yes: # {no} [x] \\\\ 'a' %d"
    files = dict(quarter())
    files["cycles/2026-Q1/okrs/alice.yaml"] = (
        f'objectives: [{{id: O1, title: "{odd}", why: "{odd}", tags: ["a, b", "{odd}"], key_results: '
        f'[{{id: KR1, title: "{odd}"}}, {{id: KR2, title: "{odd}", milestones: [{{id: M1, title: "{odd}"}}]}}]}}]\n'
    )
    retro = (
        f'scores: [{{kr: O1/KR1, next: revise, because: "{odd}"}}, {{kr: O1/KR2, next: carry}}]\nlessons: ["{odd}"]\n'
    )
    files["cycles/2026-Q1/retros/alice.yaml"] = retro
    result = rolled(tmp_path, files)
    meant = odd.replace("\\\\", "\\")
    objective = sheet(tmp_path, result, "alice").objectives[0]
    assert (objective.title, objective.why, objective.tags) == (meant, meant, ("a, b", meant))
    assert [one.title for one in objective.key_results] == [meant, meant]
    assert objective.key_results[1].milestones[0].title == meant
