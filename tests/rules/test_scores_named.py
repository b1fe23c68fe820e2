"""Which goal a self-score is for: OKR007, OKR008 and OKR104 in a retrospective, and what then stays silent."""

from pathlib import Path

import pytest

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Severity
from okrctl.language import Language
from okrctl.rules.casts import files_of, retro
from okrctl.rules.registry import REGISTRY
from okrctl.rules.run import Run, run
from okrctl.source.place import Place, locate, span_of
from tests.support.trees import context_of, read_tree, write_tree

KR1 = "{kr: O1/KR1, score: 0.7, completion: 0.7, next: carry}"
KR2 = "{kr: O1/KR2, score: 0.6, completion: 0.6}"
O1 = "{objective: O1, score: 0.6, because: The second half was harder}"
WHOLE = {"en": "company", "zh": "公司"}


def scores(*entries: str) -> str:
    """A file of self-scores, one entry a line from line 2."""
    return "scores:\n" + "".join(f"  - {one}\n" for one in entries)


def found(root: Path, *entries: str, closed: bool = False, language: Language = "en") -> list[Diagnostic]:
    """All that is found, advice apart; the growth team's sheet has O1/KR1 and KR2, the company is scored in full."""
    files = {f"cycles/2026-Q1/retros/{WHOLE[language]}.yaml": scores(KR1, KR2)}
    if closed:
        files["cycles/2026-Q1/cycle.yaml"] = "state: closed\n"
    loaded = read_tree(write_tree(root, files_of(retro(language, scores(*entries), files))))
    everything = run(context_of(loaded), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))
    return [one for one in everything if one.severity is not Severity.ADVICE]


def text(place: Place) -> str:
    return place.document.text[slice(*span_of(place))]


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize(
    ("entries", "code", "line", "place"),
    [
        ([KR1, KR2], None, 0, ""),
        ([KR1, KR2, O1], None, 0, ""),
        ([KR1, "{score: 0.6}"], "OKR007", 3, "{score: 0.6}"),
        ([KR1, KR2, "{}"], "OKR007", 4, "{}"),
        ([KR1, "score: 0.2"], "OKR007", 3, "score: 0.2"),  # low, with no cause: of nobody knows what
        ([KR1, "score: 0.6\n    because: b"], "OKR007", 3, "score: 0.6"),
        ([KR1, "{kr: O1/KR2, objective: O1, score: 0.2}"], "OKR008", 3, "objective"),
        ([KR1, "{objective: O1, kr: O1/KR2, score: 1, completion: 0}"], "OKR008", 3, "objective"),
        ([KR1, "{kr: O1, objective: O1/KR2, score: 1}"], "OKR008", 3, "objective"),  # one finding, though wrong twice
        ([KR1, "{kr: O1, score: 0.2}"], "OKR008", 3, "kr"),
        ([KR1, "{kr: growth/O1, score: 0.9}"], "OKR008", 3, "kr"),  # far from what the notes add up to
        ([KR1, "{objective: O1/KR2, score: 0.2}"], "OKR008", 3, "objective"),
        ([KR1, KR2, "{objective: O1/KR2, score: 0.2}"], "OKR008", 4, "objective"),  # and not scored twice
        ([KR1, KR2, "{kr: O1, score: 0.2}", O1], "OKR008", 4, "kr"),
        ([KR1, "{kr: O1/KR1, score: 0.2}"], "OKR104", 3, "O1/KR1"),
        ([KR1, "{kr: growth/O1/KR1, score: 0.2}"], "OKR104", 3, "growth/O1/KR1"),
        ([KR1, "{kr: '2026-Q1:growth/O1/KR1', score: 0.2}"], "OKR104", 3, "'2026-Q1:growth/O1/KR1'"),
        ([KR1, KR2, O1, "{objective: growth/O1, next: drop}"], "OKR104", 5, "growth/O1"),
        ([KR1, "{kr: O1/KR3, score: 0.2}"], "OKR102", 3, "O1/KR3"),
        ([KR1, "{kr: growth/O1/KR3, score: 0.2}"], "OKR102", 3, "growth/O1/KR3"),
        ([KR1, "{kr: O1/KR3, objective: O1, score: 0.2}"], "OKR102", 3, "O1/KR3"),  # not two goals as well
        ([KR1, "{kr: O1/KR2, objective: O2, score: 0.2}"], "OKR102", 3, "O2"),
        ([KR1, "{key: O1/KR2, score: 0.2}"], "OKR006", 3, "key"),  # not missing as well
    ],
)
def test_one_mistake_one_finding(
    tmp_path: Path, entries: list[str], code: str | None, line: int, place: str, closed: bool
) -> None:
    """Nor is a key result unscored in a closed cycle where the entry in question may be meant for it."""
    seen = [
        (one.code, locate(one.place).start.line, text(one.place)) for one in found(tmp_path, *entries, closed=closed)
    ]
    assert seen == ([(code, line, place)] if code else [])


def test_three_times_are_two_too_many(tmp_path: Path) -> None:
    seen = found(tmp_path, KR1, KR2, KR1, KR1)
    assert [(locate(one.place).start.line, locate(one.related[0].place).start.line) for one in seen] == [(4, 2), (5, 2)]


def test_two_files_may_score_one_goal(tmp_path: Path) -> None:
    """A key result of the team for which Bob is responsible: both have a say."""
    sheet = files_of(retro("en", ""))["cycles/2026-Q1/okrs/growth.yaml"].replace("{id: KR2,", "{id: KR2, owner: bob,")
    files = {"growth.yaml": sheet, "cycles/2026-Q1/retros/bob.yaml": scores("{kr: growth/O1/KR2, score: 0.5}")}
    loaded = read_tree(write_tree(tmp_path, files_of(retro("en", scores(KR1, KR2), files))))
    everything = run(context_of(loaded), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))
    assert [one for one in everything if one.severity is not Severity.ADVICE] == []


@pytest.mark.parametrize(
    ("entries", "lines"),
    [
        ([KR1, "{next: carry}"], ["OKR007", "OKR501"]),  # whatever it is meant for, it brings no score
        ([KR1, "{kr: O1/KR1, next: drop}"], ["OKR104", "OKR501"]),
        ([KR1], ["OKR501"]),
    ],
)
def test_what_no_entry_can_be_meant_for_is_still_unscored(tmp_path: Path, entries: list[str], lines: list[str]) -> None:
    assert sorted(one.code for one in found(tmp_path, *entries, closed=True)) == lines


def test_another_file_may_be_meant_for_it(tmp_path: Path) -> None:
    """Bob names a key result of the team that is not there: it may be the one that nobody scored."""
    bob = {"cycles/2026-Q1/retros/bob.yaml": scores("{kr: growth/O1/KR3, score: 0.6}")}
    closed = {"cycles/2026-Q1/cycle.yaml": "state: closed\n", "cycles/2026-Q1/retros/company.yaml": scores(KR1, KR2)}
    loaded = read_tree(write_tree(tmp_path, files_of(retro("en", scores(KR1), bob | closed))))
    everything = run(context_of(loaded), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))
    assert [one.code for one in everything if one.severity is not Severity.ADVICE] == ["OKR102"]


@pytest.mark.parametrize(
    ("language", "entries", "message", "remedy", "related"),
    [
        (
            "en",
            [KR1, "{score: 0.6}"],
            'the key "kr" is missing: nobody can tell what is scored',
            "add kr: O1/KR2, or objective: O1 for the objective as a whole",
            [],
        ),
        (
            "zh",
            [KR1, "{score: 0.6}"],
            "缺少键“kr”：看不出这条自评分针对什么",
            "补上 kr: O1/KR2；给整个目标打分则写 objective: O1",
            [],
        ),
        (
            "en",
            [KR1, "{score: 0.6}", KR2],
            'the key "kr" is missing: nobody can tell what is scored',
            "add what it is for, as in objective: O1, or delete the entry: every key result of this sheet has one",
            [],
        ),
        (
            "zh",
            [KR1, "{score: 0.6}", KR2],
            "缺少键“kr”：看不出这条自评分针对什么",
            "补上针对什么，例如 objective: O1；这张表的关键结果都已有自评分，多余的这条可以删掉",
            [],
        ),
        (
            "en",
            ["{kr: O1/KR1, objective: O1, score: 0.6}"],
            "objective beside kr: an entry scores one goal",
            "keep one of them; the other one gets an entry of its own: - {objective: O1, score: 0.7}",
            [("kr", "the other one")],
        ),
        (
            "zh",
            ["{kr: O1/KR1, objective: O1, score: 0.6}"],
            "objective 和 kr 并列：一条自评分只针对一个目标或一条关键结果",
            "只保留一个；另一个也要打分的话，单独写一条：- {objective: O1, score: 0.7}",
            [("kr", "另一个在这里")],
        ),
        (
            "en",
            [KR1, "{kr: O1, score: 0.6}"],
            "O1 is an objective, but kr takes a key result",
            "write objective: O1, or name one of its key results: kr: O1/KR2",
            [],
        ),
        (
            "zh",
            [KR1, KR2, "{kr: 增长部/O1, score: 0.6}"],
            "增长部/O1 是目标，而 kr 只能写关键结果",
            "改为 objective: 增长部/O1；如果指其中一条关键结果，写 kr: 增长部/O1/KR1",
            [],
        ),
        (
            "en",
            [KR1, "{objective: O1/KR2, score: 0.6}"],
            "O1/KR2 is a key result, but objective takes an objective",
            "write kr: O1/KR2",
            [],
        ),
        (
            "zh",
            [KR1, "{objective: O1/KR2, score: 0.6}"],
            "O1/KR2 是关键结果，而 objective 只能写目标",
            "改为 kr: O1/KR2",
            [],
        ),
        (
            "en",
            [KR1, KR1],
            "growth/O1/KR1 is scored twice in this file",
            "merge the two entries into one, or name the key result that is meant here: kr: growth/O1/KR2",
            [("O1/KR1", "first scored here; this one counts")],
        ),
        (
            "zh",
            [KR1, KR2, KR1],
            "这个文件里，增长部/O1/KR1 有两条自评分",
            "把两条合并成一条",
            [("O1/KR1", "第一条在这里，以它为准")],
        ),
    ],
)
def test_what_is_said(
    tmp_path: Path, language: Language, entries: list[str], message: str, remedy: str, related: list[tuple[str, str]]
) -> None:
    (one,) = found(tmp_path, *entries, language=language)
    assert (one.message.say(language), one.remedy.say(language)) == (message, remedy)
    assert [(text(each.place), each.message.say(language)) for each in one.related] == related
    assert one.severity is Severity.ERROR


def test_an_objective_without_key_results(tmp_path: Path) -> None:
    sheet = (
        "objectives:\n  - {id: O1, title: New teams feel at home within their first week, aligns_to: [company/O1]}\n"
    )
    loaded = read_tree(
        write_tree(tmp_path, files_of(retro("en", scores("{kr: O1, score: 0.6}"), {"growth.yaml": sheet})))
    )
    everything = run(context_of(loaded), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))
    assert [one.remedy.en for one in everything if one.code == "OKR008"] == ["write objective: O1"]


def test_a_file_of_somebody_without_a_sheet(tmp_path: Path) -> None:
    """Nothing is known that the entry could be meant for."""
    bob = {"cycles/2026-Q1/retros/bob.yaml": scores("{score: 0.6}")}
    loaded = read_tree(write_tree(tmp_path, files_of(retro("en", scores(KR1, KR2), bob))))
    everything = run(context_of(loaded), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))
    remedies = [one.remedy.en for one in everything if one.code == "OKR007"]
    assert remedies == ["add kr: O1/KR1, or objective: O1 for the objective as a whole"]


def test_of_a_sheet_that_cannot_be_read_nothing_is_said(tmp_path: Path) -> None:
    """Whether O1 is an objective, nobody knows; that two goals are named, is plain."""
    entries = scores("{kr: O1, score: 0.6}", "{kr: O1, score: 0.6}", "{kr: O1/KR1, objective: O1, score: 0.6}")
    loaded = read_tree(write_tree(tmp_path, files_of(retro("en", entries, {"growth.yaml": "objectives: [\n"}))))
    everything = run(context_of(loaded), loaded.diagnostics, Run(REGISTRY, raise_crashes=True))
    assert [(one.code, locate(one.place).start.line) for one in everything if "retros" in locate(one.place).path] == [
        ("OKR008", 4)
    ]
