"""Handles, mentions and who may act: 101, 105, 106, 107, 108."""

from pathlib import Path

import pytest

from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Run, run
from tests.rules.findings import seen
from tests.support.trees import context_of, read_tree, write_tree

NOTE = "cycles/2026-Q1/notes/2026-W07/wang.yaml"
SHEET = """\
objectives:
  - id: O1
    title: The import is no obstacle
    aligns_to: [growth/O1]
    with: [{helper}]
    key_results:
      - {{id: KR1, title: Imports that need help fall from 12 to 2, owner: {owner}}}
      - {{id: KR2, title: Twenty teams import alone}}
"""
SCHEME = """\
start: 2026-01-01
end: 2026-06-30
scale: [{grade: B}, {grade: A}]
dimensions: [{id: performance}]
"""


@pytest.mark.parametrize(
    ("path", "text", "line", "column", "marked", "message"),
    [
        ("okrctl.yaml", "hr: [lin, dan]\n", 1, 11, "dan", 'there is no person "dan"; did you mean dana?'),
        ("okrctl.yaml", "approval: {grwth: [manager]}\n", 1, 12, "grwth", "did you mean growth?"),
        ("okrctl.yaml", "approval: [manager, finance]\n", 1, 21, "finance", 'no person or team "finance"'),
        ("org/x.yaml", "teams:\n  x: {parent: company, lead: growth}\n", 2, 30, "growth", "is a team; a person"),
        ("org/x.yaml", "people:\n  x: {team: lin}\n", 2, 13, "lin", "is a person; a team is expected here"),
        ("org/x.yaml", "people:\n  x: {team: growth, dotted: [zoe]}\n", 2, 30, "zoe", 'no person "zoe"'),
        ("bob.yaml", SHEET.format(helper="Design", owner="bob"), 5, 12, "Design", "did you mean design?"),
        ("bob.yaml", SHEET.format(helper="design", owner="zoe"), 7, 75, "zoe", 'no person or team "zoe"'),
        ("zoe.yaml", SHEET.format(helper="design", owner="bob"), 1, 1, "objectives:", "named after"),
        ("zoe.yaml", "owner: zoe\n" + SHEET.format(helper="design", owner="bob"), 1, 8, "zoe", "named after"),
        (NOTE, "thanks: [{to: zoe, for: x}]\n", 1, 15, "zoe", "no person or team"),
        (NOTE, "done: [2026-W06/zoe/1]\n", 1, 8, "2026-W06/zoe/1", 'no person "zoe"'),
        (NOTE, "updates: [{kr: zoe/O1/KR1, value: 3}]\n", 1, 16, "zoe", "no person or team"),
        (NOTE, "other: [{title: T, risks: [{risk: r, need: n, from: [bob, zoe]}]}]\n", 1, 59, "zoe", "no person"),
        ("reviews/H1/scheme.yaml", SCHEME + "profiles: {slaes: metric}\n", 5, 12, "slaes", 'no team "slaes"'),
        ("reviews/H1/invitations/bob.yaml", "reviewers: [{who: zoe}]\n", 1, 19, "zoe", 'no person "zoe"'),
        ("reviews/H1/forms/bob/zoe.yaml", "status: draft\n", 1, 1, "status: draft", "named after"),
        ("cycles/2026-Q1/retros/zoe.yaml", "scores: []\n", 1, 1, "scores: []", "named after"),
        (
            "reviews/H1/calibration.yaml",
            "decisions: [{who: zoe, keep: A, by: lin, level: growth, on: 2026-07-20}]\n",
            1, 19, "zoe", 'no person "zoe"',
        ),
    ],
)  # fmt: skip
def test_an_unknown_handle_is_found_wherever_it_stands(
    tmp_path: Path, path: str, text: str, line: int, column: int, marked: str, message: str
) -> None:
    (one,) = seen(tmp_path, "OKR101", {path: text})
    assert (one.line, one.column, one.text) == (line, column, marked)
    assert message in one.message


def test_a_name_or_alias_says_which_handle_is_meant(tmp_path: Path) -> None:
    org = "people:\n  kim: {team: growth, aliases: [Kimmy]}\n"
    (one,) = seen(tmp_path, "OKR101", {"org/x.yaml": org, NOTE: "thanks: [{to: Kimmy, for: x}]\n"})
    assert one.message == 'there is no person or team "Kimmy"; did you mean kim?'


def test_nothing_is_unknown_while_org_is_broken(tmp_path: Path) -> None:
    files = {"org/x.yaml": "people: [", NOTE: 'thanks: [{to: zoe, for: "@zoe did it"}]\ndone: [2026-W06/zoe/1]\n'}
    assert seen(tmp_path, "OKR101", files) == []
    assert seen(tmp_path, "OKR107", files) == []


def test_system_appeal_and_nodes_are_no_people(tmp_path: Path) -> None:
    files = {
        "okrctl.yaml": "approval: {default: [manager, hr], leads: [skip_manager], growth: [dana]}\n",
        "reviews/H1/invitations/bob.yaml": "reviewers: [{who: alice, by: system}]\n",
        "reviews/H1/calibration.yaml": "decisions: [{who: bob, keep: A, by: lin, level: appeal, on: 2026-07-20}]\n",
    }
    assert seen(tmp_path, "OKR101", files) == []


@pytest.mark.parametrize(
    ("people", "line", "column", "marked", "message"),
    [
        ("  con: {team: growth}\n", 2, 3, "con", "device name on Windows"),
        ("  BOB: {team: growth}\n", 2, 3, "BOB", 'differ only in case'),
        ("  growth: {team: growth}\n", 2, 3, "growth", "a person and a team"),
        ("  x: {team: growth, aliases: [y, alice]}\n", 2, 34, "alice", "handle or alias of alice"),
        ("  x: {team: growth, email: Alice@Starling.example}\n", 2, 28, "Alice@Starling.example", "belongs to alice"),
        ("  x: {team: growth, aliases: [y]}\n  z: {team: growth, aliases: [y]}\n", 3, 31, "y", "handle or alias of x"),
    ],
)  # fmt: skip
def test_a_handle_for_two(tmp_path: Path, people: str, line: int, column: int, marked: str, message: str) -> None:
    (one,) = seen(tmp_path, "OKR105", {"org/x.yaml": "people:\n" + people})
    assert (one.path, one.line, one.column, one.text) == ("org/x.yaml", line, column, marked)
    assert message in one.message


def test_an_alias_may_be_ones_own_handle_and_names_may_be_shared(tmp_path: Path) -> None:
    org = "people:\n  x: {name: Bob Meyer, team: growth, aliases: [x, ex], email: [x@a.b, x@c.d]}\n"
    assert seen(tmp_path, "OKR105", {"org/x.yaml": org}) == []


def test_a_circle_is_told_once_from_its_first_team(tmp_path: Path) -> None:
    org = "teams:\n  a: {parent: b}\n  b: {parent: c}\n  c: {parent: a}\n  d: {parent: a}\n  e: {parent: e}\n"
    first, second = seen(tmp_path, "OKR106", {"org/x.yaml": org})
    assert (first.line, first.text, first.related) == (2, "b", ("c", "a"))
    assert first.message.endswith("a → b → c → a")
    assert (second.line, second.message.rsplit(": ")[-1]) == (6, "e → e")


def test_a_lead_in_a_team_below_his_own_is_a_circle_of_managers(tmp_path: Path) -> None:
    org = (
        "teams:\n  a: {parent: company, lead: x}\n  b: {parent: a, lead: y}\npeople:\n  x: {team: b}\n  y: {team: b}\n"
    )
    (one,) = seen(tmp_path, "OKR106", {"org/x.yaml": org})
    assert (one.line, one.text) == (5, "b")
    assert one.message.endswith("x → y → x")


def test_two_roots_name_each_other(tmp_path: Path) -> None:
    (one,) = seen(tmp_path, "OKR106", {"org/x.yaml": "teams:\n  asia: {name: Asia}\n"}, "zh")
    assert (one.text, one.related) == ("asia", ("公司",))


def test_each_mention_of_nobody_is_marked_on_its_own(tmp_path: Path) -> None:
    other = "other:\n  - title: T\n    progress: >-\n      @bob-x and @bo met\n      @bob and @bo.\n"
    text = other + "thanks: [{to: bob, for: '@zoe'}]\n"
    found = seen(tmp_path, "OKR107", {NOTE: text})
    assert [(one.line, one.column, one.text) for one in found] == [
        (4, 7, "@bob-x"), (4, 18, "@bo"), (5, 16, "@bo"), (6, 26, "@zoe"),
    ]  # fmt: skip


def test_only_texts_for_people_are_read_for_mentions(tmp_path: Path) -> None:
    evidence = "['https://x.example/@zoe', 'mailto:zoe@x.example']"
    files = {
        NOTE: f"updates:\n  - {{kr: growth/O1/KR1, value: 3, evidence: {evidence}}}\n",
        "cycles/2026-Q1/retros/growth.yaml": "lessons: ['ask @zoe']\n",
    }
    (one,) = seen(tmp_path, "OKR107", files)
    assert one.path == "cycles/2026-Q1/retros/growth.yaml"


def test_the_last_day_itself_still_counts(tmp_path: Path) -> None:
    org = "people:\n  kim: {{team: growth, left: {day}}}\n"
    note = {"cycles/2026-Q1/notes/2026-W07/kim.yaml": "author: kim\n"}
    assert seen(tmp_path, "OKR108", {**note, "org/x.yaml": org.format(day="2026-02-09")}) == []
    (one,) = seen(tmp_path, "OKR108", {**note, "org/x.yaml": org.format(day="2026-02-08")})
    assert (one.line, one.text) == (1, "kim")


def test_a_lead_who_left_is_told_once_in_org(tmp_path: Path) -> None:
    org = "teams:\n  sales: {parent: company, lead: kim}\npeople:\n  kim: {team: sales, left: 2025-12-31}\n"
    files = {"org/x.yaml": org, "sales.yaml": SHEET.format(helper="kim", owner="bob")}
    found = seen(tmp_path, "OKR108", files)
    assert [(one.path, one.line, one.text) for one in found] == [("org/x.yaml", 2, "kim"), ("sales.yaml", 5, "kim")]


def test_included_files_are_not_ours_to_judge(tmp_path: Path) -> None:
    org = "teams: {company: {lead: zoe}}\npeople: {lin: {team: company}}\n"
    write_tree(
        tmp_path / "okrs",
        {"okrctl.yaml": "version: 1\n", "org.yaml": org, "cycles/2026-Q1/okrs/zoe.yaml": "objectives: []\n"},
    )
    root = write_tree(tmp_path / "hr", {"okrctl.yaml": "include: [../okrs]\nhr: [zoe]\n"})
    loaded = read_tree(root)
    found = run(context_of(loaded), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))
    assert [(one.code, one.place.document.path) for one in found] == [("OKR101", "okrctl.yaml")]
