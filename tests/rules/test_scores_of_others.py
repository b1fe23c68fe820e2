"""OKR408 in retrospectives: a score counts only from who owns the sheet or the key result, or leads the team."""

from pathlib import Path

import pytest

from okrctl.language import Language
from tests.rules.findings import seen
from tests.rules.quarter import sheet, written

ALICE = {"alice.yaml": sheet("", "owner: bob", "owner: design, with: [kim]")}
KIM = {"org/more.yaml": "people:\n  kim: {team: design, manager: bob}\n"}


@pytest.mark.parametrize(
    ("goal", "owner", "counts"),
    [
        ("alice/O1/KR1", "alice", True),
        ("alice/O1/KR1", "bob", False),
        ("alice/O1/KR1", "growth", False),  # her team
        ("alice/O1/KR1", "wang", False),  # her manager, who replies in her file
        ("alice/O1/KR2", "bob", True),  # answers for it
        ("alice/O1/KR2", "alice", True),
        ("alice/O1/KR3", "dana", True),  # leads the team that answers for it
        ("alice/O1/KR3", "design", True),
        ("alice/O1/KR3", "kim", False),  # works on it
        ("alice/O1", "bob", False),
        ("growth/O1/KR1", "wang", True),  # leads the team
        ("growth/O1/KR1", "alice", False),  # one of the team
        ("growth/O1/KR1", "lin", False),  # leads the team above
        ("growth/O1", "wang", True),
        ("company/O1/KR1", "growth", False),
        ("alice/O1/KR9", "bob", True),  # OKR102
        ("alise/O1/KR1", "bob", True),  # OKR101
    ],
)
def test_whose_score_it_is(tmp_path: Path, goal: str, owner: str, counts: bool) -> None:
    key = "kr" if goal.count("/") == 2 else "objective"
    files = {**ALICE, **KIM, f"retro/{owner}": f"scores:\n  - {{{key}: {goal}, score: 0.3}}\n"}
    found = [(one.path, one.line, one.text) for one in seen(tmp_path, "OKR408", written(files))]
    assert found == ([] if counts else [(f"cycles/2026-Q1/retros/{owner}.yaml", 2, goal)])


@pytest.mark.parametrize(("above", "team"), [("company", "growth"), ("公司", "增长部")])
def test_what_is_not_clear_is_one_mistake(tmp_path: Path, above: str, team: str) -> None:
    """An objective of the company under `kr`, scored by a team: OKR008 says that first."""
    files = written({f"retro/{team}": f"scores: [{{kr: {above}/O1, score: 0.3}}]\n"})
    language: Language = "en" if team == "growth" else "zh"
    found = [code for code in ("OKR008", "OKR408") for _ in seen(tmp_path, code, files, language)]
    assert found == ["OKR008"]


@pytest.mark.parametrize("entry", ["because: b", "reply: Well done"])
def test_every_entry_that_is_left_out_is_named(tmp_path: Path, entry: str) -> None:
    files = {**ALICE, "retro/wang": f"scores: [{{kr: alice/O1/KR1, {entry}}}]\n"}
    assert len(seen(tmp_path, "OKR408", written(files))) == 1


def test_without_the_org_nobody_is_a_stranger(tmp_path: Path) -> None:
    files = {**ALICE, "retro/bob": "scores: [{kr: alice/O1/KR1, score: 0.3}]\n", "org/more.yaml": "people: ["}
    assert seen(tmp_path, "OKR408", written(files)) == []


@pytest.mark.parametrize(
    ("language", "owner", "message"),
    [
        ("en", "alice", "alice/O1/KR1 is Alice Chen's, so a score by Growth does not count"),
        ("zh", "李强", "李强/O1/KR1 由 李强 负责，增长部 打的分不计入"),
    ],
)
def test_whose_sheet_it_is_and_who_scored_are_named(
    tmp_path: Path, language: Language, owner: str, message: str
) -> None:
    team = "growth" if language == "en" else "增长部"
    files = {
        f"{owner}.yaml": sheet("").replace("growth", team),
        f"retro/{team}": f"scores: [{{kr: {owner}/O1/KR1, score: 0.3}}]\n",
    }
    (one,) = seen(tmp_path, "OKR408", written(files), language)
    assert (one.message, one.related) == (message, ("t1",))
