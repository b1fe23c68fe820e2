"""`retro`: whose and which cycle, what git knows of the goals, the document beside the self-scores."""

import json
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.reports.orchard import CYCLE, files_of
from tests.support.command import Outcome
from tests.support.quarter_history import SHEET, Quarter, build_quarter
from tests.support.trees import write_tree

DAY = "2026-04-08"
DOCUMENT = f"{CYCLE}/retros/press.md"
ENDED = "okrctl: using cycle 2026-Q1, which ended on 2026-03-31 (today is 2026-04-08)\n"


@pytest.fixture
def orchard(tmp_path: Path) -> Path:
    """The English orchard, outside of git."""
    return write_tree(tmp_path / "orchard", files_of("en"))


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Quarter:
    """A quarter in git in which a target was lowered, a goal dropped and a comment edited."""
    return build_quarter(tmp_path_factory.mktemp("quarter") / "dawn")


def retro(*arguments: str | Path, cwd: Path, today: str = DAY) -> Outcome:
    return run("retro", *arguments, "--today", today, cwd=cwd)


def test_a_clean_document_on_stdout_and_remarks_on_stderr(orchard: Path) -> None:
    result = retro("press", cwd=orchard)
    assert (result.code, result.err) == (0, ENDED)
    assert result.out.startswith("# Press: retrospective, First quarter 2026\n")
    assert "Self-scores are no basis of a performance review." in result.out
    assert "\x1b" not in result.out
    assert retro("press", cwd=orchard, today="2026-12-31").out == result.out  # as of the end of the cycle
    chinese = retro("Press", "--lang", "zh", cwd=orchard).out
    assert chinese.startswith("# Press 复盘 · First quarter 2026\n")
    assert "自评分不作为绩效评估的依据" in chinese


def test_the_team_one_leads_is_the_default(quarter: Quarter) -> None:
    quarter.repository.git("config", "user.email", "alice@dawn.example")
    result = retro(cwd=quarter.root)
    assert (result.code, result.out.split("\n")[0]) == (0, "# Growth: retrospective, First quarter 2026")
    quarter.repository.git("config", "user.email", "wangfang@dawn.example")
    nobody = retro(cwd=quarter.root)
    assert (nobody.code, nobody.out) == (2, "")
    assert "okrctl retro company" in nobody.err


def test_exactly_the_moves_after_the_freeze_with_commit_and_author(quarter: Quarter) -> None:
    data = json.loads(retro("growth", "--format", "json", cwd=quarter.root).out)
    told = [(one["address"], one["field"], one["from"], one["to"], one["by"], one["commit"]) for one in data["moves"]]
    assert told == [
        ("growth/O1/KR1", "target", "45 %", "40 %", "Alice Chen", quarter.lowered[:7]),
        ("growth/O2", "dropped", None, None, "Lin Yi", quarter.dropped[:7]),
    ]
    assert [one["on"] for one in data["moves"]] == ["2026-02-26", "2026-03-09"]
    assert data["gap"] is None
    page = retro("growth", cwd=quarter.root).out.replace("\u00a0", " ")
    assert (
        f"| 26 Feb | O1/KR1 Week-four retention of new teams rises | target | 45 % → 40 % | Alice Chen "
        f"| `{quarter.lowered[:7]}` | Target 45 → 40: the paid plan starts a month later |\n"
    ) in page
    assert "not in a git repository" not in page


def test_outside_of_git_the_sheets_speak_for_themselves(orchard: Path) -> None:
    data = json.loads(retro("press", "--format", "json", cwd=orchard).out)
    assert "not in a git repository" in data["gap"]
    assert [(one["address"], one["field"], one["on"], one["commit"]) for one in data["moves"]] == [
        ("press/O3", "dropped", "2026-02-10", None)
    ]
    page = retro("press", "--lang", "zh", cwd=orchard).out
    assert "*当前文件夹不在 git 仓库中" in page
    assert "以 OKR 文件所写为准" in page


def test_a_shallow_clone_says_what_is_missing(quarter: Quarter, tmp_path: Path) -> None:
    clone = quarter.repository.clone(tmp_path / "clone", "--depth", "2")
    result = retro("growth", cwd=clone.root)
    assert result.code == 0
    assert "*This is a shallow clone: its history begins on " in result.out
    # What the sheets say of themselves is shown all the same.
    assert "the paid plan starts a month later" in result.out


def test_a_sheet_renamed_in_history_keeps_its_moves(quarter: Quarter, tmp_path: Path) -> None:
    clone = quarter.repository.clone(tmp_path / "clone")
    org = (clone.root / "org.yaml").read_text(encoding="utf-8").replace("  growth: {", "  wachstum: {")
    clone.commit({"org.yaml": org.replace("team: growth", "team: wachstum")}, "2026-03-20")
    for week in range(3, 14):
        path = f"{CYCLE}/notes/2026-W{week:02}/alice.yaml"
        clone.edit(path, {"kr: growth/O1": "kr: wachstum/O1"}, "2026-03-20")
    clone.rename(SHEET, f"{CYCLE}/okrs/wachstum.yaml", "2026-03-20")
    data = json.loads(retro("wachstum", "--format", "json", cwd=clone.root).out)
    fields = [(one["address"], one["field"], one["from"], one["to"]) for one in data["moves"]]
    assert ("wachstum/O1/KR1", "target", "45 %", "40 %") in fields


def test_writing_twice_changes_no_byte_and_validates(orchard: Path) -> None:
    first = retro("press", "--write", cwd=orchard)
    assert (first.code, first.out) == (0, "")
    assert first.err == ENDED + f"okrctl: wrote {DOCUMENT}\n"
    before = (orchard / DOCUMENT).read_bytes()
    assert b"<!-- okrctl:begin 2026-Q1 goals " in before
    second = retro("press", "--write", cwd=orchard, today="2026-04-20")
    assert second.err.endswith(f"okrctl: {DOCUMENT} is up to date\n")
    assert (orchard / DOCUMENT).read_bytes() == before
    # The document lies beside the self-scores and is no file of theirs.
    found = json.loads(run("validate", "--format", "json", "--today", DAY, cwd=orchard).out)["findings"]
    assert not [one for one in found if one["path"].endswith(".md")]
    assert retro("press", cwd=orchard).code == 0


def test_a_dry_run_shows_and_writes_nothing(orchard: Path) -> None:
    result = retro("press", "--write", "--dry-run", cwd=orchard)
    assert (result.code, result.err) == (0, ENDED)
    assert "+# Press: retrospective, First quarter 2026" in result.out
    assert not (orchard / DOCUMENT).exists()


def test_words_of_people_stay_and_damage_is_named_by_its_line(orchard: Path) -> None:
    retro("press", "--write", cwd=orchard)
    path = orchard / DOCUMENT
    text = path.read_text(encoding="utf-8").replace("|  |  |  |", "| Rent a van | Ada | 1 May |")
    path.write_text(text, encoding="utf-8")
    (orchard / f"{CYCLE}/retros/cleo.yaml").write_text("lessons: [Blue sells]\n", encoding="utf-8")
    assert retro("press", "--write", cwd=orchard).code == 0
    text = path.read_text(encoding="utf-8")
    assert "| Rent a van | Ada | 1 May |" in text
    assert "- Blue sells" in text
    lines = text.split("\n")
    lines.remove("<!-- okrctl:end -->")  # the first one, so that a block ends nowhere
    path.write_text("\n".join(lines), encoding="utf-8")
    broken = path.read_bytes()
    damaged = retro("press", "--write", cwd=orchard)
    at = next(number for number, line in enumerate(lines, 1) if line.startswith("<!-- okrctl:begin"))
    assert damaged.code == 2
    assert f"{DOCUMENT}:{at}: the block that begins in line {at} ends nowhere" in damaged.err
    assert path.read_bytes() == broken


@pytest.mark.parametrize("options", [("--write", "--format", "json"), ("--dry-run", "-o", "x.md")])
def test_what_cannot_be_meant(orchard: Path, options: tuple[str, ...]) -> None:
    result = retro("press", *options, cwd=orchard)
    assert (result.code, result.out) == (2, "")
    assert "leave out --format json and -o" in result.err


def test_an_unknown_owner(orchard: Path) -> None:
    result = retro("pres", cwd=orchard)
    assert (result.code, result.out) == (2, "")
    assert "did you mean press?" in result.err


def test_the_workspaces_own_template(orchard: Path) -> None:
    write_tree(orchard, {"templates/retro.md.j2": "{{ retro.owner.name }} · {{ retro.day }}\n"})
    assert retro("press", cwd=orchard).out == "Press · 2026-03-31\n"


@pytest.mark.parametrize(
    "broken", ["scores: [{kr: O1/KR1, score: high}]\n", "scores: [\n", "scores: [{kr: O1/KR1, score: 7}]\n"]
)
def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(orchard: Path, broken: str) -> None:
    path = f"{CYCLE}/retros/ben.yaml"
    (orchard / path).write_text(broken, encoding="utf-8")
    result = retro("press", cwd=orchard)
    assert result.code == 0
    assert f"okrctl: left out {path}:1:" in result.err
    assert "**Not readable: Ben Hale**" in result.out
    assert "mean score **0.72**" in result.out


def test_a_cycle_that_is_not_over(orchard: Path) -> None:
    result = retro("press", cwd=orchard, today="2026-03-20")
    assert (result.code, result.err) == (0, "")
    assert "**The cycle runs until 31 Mar; figures as of 20 Mar**" in result.out
    early = retro("press", "--cycle", "2026-Q1", cwd=orchard, today="2025-12-01")
    assert early.code == 0
    assert "figures as of 1 Jan" in early.out


SECOND = {"cycles/2026-Q2/cycle.yaml": "{}\n", "cycles/2026-Q2/okrs/press.yaml": "objectives: [{id: O1, title: Go}]\n"}


def test_people_look_back_on_what_is_over(orchard: Path) -> None:
    write_tree(orchard, SECOND)
    assert retro("press", cwd=orchard).err == ENDED  # 8 days after the end of Q1, 83 before that of Q2
    near = retro("press", "--format", "json", cwd=orchard, today="2026-05-15")
    assert (json.loads(near.out)["cycle"], near.err) == ("2026-Q1", ENDED.replace("2026-04-08", "2026-05-15"))
    # From 16 May on the end of Q2 is nearer: 46 days after the one, 45 before the other.
    assert json.loads(retro("press", "--format", "json", cwd=orchard, today="2026-05-16").out)["cycle"] == "2026-Q2"
    asked = retro("press", "--cycle", "2026-Q2", "--format", "json", cwd=orchard)
    assert (json.loads(asked.out)["cycle"], asked.err) == ("2026-Q2", "")


def test_who_scored_the_new_cycle_already_means_it(orchard: Path) -> None:
    write_tree(orchard, {**SECOND, "cycles/2026-Q2/retros/press.yaml": "lessons: [Go faster]\n"})
    assert json.loads(retro("press", "--format", "json", cwd=orchard).out)["cycle"] == "2026-Q2"


@pytest.mark.parametrize(
    ("language", "remark", "sentence"),
    [
        ("en", "Ben Hale has no sheet in 2026-Q2; the latest one is in 2026-Q1: --cycle 2026-Q1", "There is no OKR"),
        (
            "zh",
            "Ben Hale 在周期 2026-Q2 没有 OKR；最近一份在 2026-Q1，可用 --cycle 2026-Q1 指定",
            "本周期没有 OKR，也没有",
        ),
    ],
)
def test_nothing_to_look_back_on(orchard: Path, language: str, remark: str, sentence: str) -> None:
    write_tree(orchard, SECOND)
    result = retro("ben", "--cycle", "2026-Q2", "--lang", language, cwd=orchard)
    assert (result.code, result.err) == (0, f"okrctl: {remark}\n")
    assert result.out.split("\n")[-2].startswith(sentence)
    assert len(result.out.split("\n")) == 8
    # What is kept in a file leaves room for what people decide.
    retro("ben", "--cycle", "2026-Q2", "--write", "--lang", language, cwd=orchard)
    assert "|  |  |  |" in (orchard / "cycles/2026-Q2/retros/ben.md").read_text(encoding="utf-8")


def test_who_never_had_a_sheet(orchard: Path) -> None:
    write_tree(orchard, {"org/more.yaml": "people: {dora: {name: Dora Lin, team: farm}}\n"})
    result = retro("dora", "--cycle", "2026-Q1", cwd=orchard)
    assert (result.code, result.err) == (0, ENDED + "okrctl: Dora Lin has no sheet in 2026-Q1\n")


def test_a_sheet_that_cannot_be_read_is_not_called_missing(orchard: Path) -> None:
    write_tree(orchard, {f"{CYCLE}/okrs/ben.yaml": "objectives: [\n", f"{CYCLE}/retros/ben.yaml": "lessons: []\n"})
    result = retro("ben", cwd=orchard)
    assert result.code == 0
    assert "has no sheet" not in result.err


BEGUN = {
    "en": "okrctl: the document was begun in another language; its title and your parts stay as they are\n",
    "zh": "okrctl: 这份文档当初是用另一种语言建立的，标题和手写的部分保持原样\n",
}


@pytest.mark.parametrize("command", ["retro", "weekly", "align"])
@pytest.mark.parametrize(("first", "then"), [("en", "zh"), ("zh", "en")])
def test_a_document_goes_on_in_another_language(orchard: Path, command: str, first: str, then: str) -> None:
    def written(language: str, *more: str) -> str:
        return run(command, "press", "--write", "--lang", language, *more, "--today", "2026-03-31", cwd=orchard).err

    assert BEGUN[first] not in written(first)
    again = written(first)
    assert BEGUN[first] not in again
    assert BEGUN[then] in written(then)
    assert BEGUN[then] not in written(then)  # nothing was written


def test_a_title_of_ones_own_is_in_no_language(orchard: Path) -> None:
    retro("press", "--write", cwd=orchard)
    path = orchard / DOCUMENT
    text = path.read_text(encoding="utf-8").replace("# Press: retrospective, First quarter 2026", "# What we learnt")
    path.write_text(text, encoding="utf-8")
    assert BEGUN["zh"] not in retro("press", "--write", "--lang", "zh", cwd=orchard).err


def test_a_document_that_is_a_folder_is_refused(orchard: Path) -> None:
    (orchard / DOCUMENT).mkdir(parents=True)
    result = retro("press", "--write", cwd=orchard)
    assert (result.code, result.out) == (2, "")
    assert DOCUMENT in result.err


def test_reviews_are_never_opened(orchard: Path) -> None:
    write_tree(orchard, {"reviews/2026-H1/scheme.yaml": "title: [\n"})
    result = retro("press", cwd=orchard)
    assert (result.code, result.err) == (0, ENDED)
