"""`weekly`: whose and which week, the rolling document, and what stands on which stream."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.support.command import STARLING, YUNFAN, Outcome, okrctl

DAY = "2026-03-12"  # a Thursday, in week 11
DOCUMENT = "cycles/2026-Q1/weekly/growth.md"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The English example, to be written into."""
    return Path(shutil.copytree(STARLING, tmp_path / "starling"))


def weekly(*arguments: str | Path, cwd: Path = STARLING) -> Outcome:
    return run("weekly", *arguments, "--today", DAY, cwd=cwd)


def test_a_clean_document_on_stdout_and_remarks_on_stderr() -> None:
    q1 = ("--cycle", "2026-Q1", "--week", "2026-W11")
    late = run("weekly", "company", *q1, "--today", "2026-05-20", cwd=STARLING)
    now = weekly("company")
    assert (now.code, now.err) == (0, "")
    assert now.out.startswith("# Starling: OKR weekly report")
    assert "\x1b" not in now.out
    assert "2026-Q1" in late.err
    assert late.out == now.out  # today only chooses the week


def test_the_latest_week_for_which_somebody_wrote() -> None:
    assert "week 11" in weekly("growth").out
    february = run("weekly", "growth", "--today", "2026-02-12", cwd=STARLING).out
    assert "week 7" in february
    assert february == weekly("growth", "--week", "2026-W07").out == weekly("growth", "--week", "w7").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--week", "2026-W60"), "2026 has no week 60"),
        (("--week", "last"), "write it like 2026-W11"),
        (("--from", "2026-W09", "--to", "2026-W06"), "is later than"),
        (("--week", "2026-W09", "--from", "2026-W06"), "use one of the two"),
        (("--cycle", "2026-Q7"), "did you mean 2026-Q2?"),
        (("--week", "2025-W40"), "week 2025-W40 lies outside cycle 2026-Q1, 2026-01-01 to 2026-03-31"),
    ],
)
def test_what_cannot_be_meant(arguments: tuple[str, ...], said: str) -> None:
    result = weekly("growth", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_week_of_another_cycle_names_that_cycle() -> None:
    result = run("weekly", "公司", "--week", "2026-W30", "--today", DAY, cwd=YUNFAN)
    assert (result.code, result.out) == (2, "")
    assert "提示：请写明这一周所在的周期：--cycle 2026\n" in result.err
    assert run("weekly", "公司", "--week", "2026-W01", "--today", DAY, cwd=YUNFAN).code == 0  # it touches the quarter


def test_several_weeks_in_one_report() -> None:
    result = weekly("growth", "--from", "2026-W05", "--to", "2026-W07")
    assert result.code == 0
    assert json.loads(weekly("growth", "--from", "2026-W05", "--to", "2026-W07", "--format", "json").out)["weeks"] == [
        "2026-W05",
        "2026-W06",
        "2026-W07",
    ]
    assert result.out != weekly("growth", "--week", "2026-W07").out


def test_json_has_the_figures_of_the_document() -> None:
    report = json.loads(weekly("growth", "--format", "json").out)
    assert (report["version"], report["handle"], report["cycle"]) == (1, "growth", "2026-Q1")
    assert report["meeting"] == "2026-03-10"  # the Tuesday of week 11
    assert f"**{round(report['progress'] * 100)}\u00a0%**" in weekly("growth").out


def test_a_report_of_one_person() -> None:
    result = weekly("felix")
    assert (result.code, result.err) == (0, "")
    assert "Felix Oduya" in result.out.splitlines()[0]
    assert "14 offices of 10 to 30 people sign a contract" in result.out


def test_the_chinese_example_is_a_chinese_report() -> None:
    result = run("weekly", "销售部", "--today", DAY, cwd=YUNFAN)
    assert (result.code, result.err) == (0, "")
    assert "OKR 周报" in result.out.splitlines()[0]
    assert "| 关键结果 | 本周进展 | 风险同步和资源支持 | 下周计划完成 |" in result.out
    english = run("weekly", "销售部", "--today", DAY, "--lang", "en", cwd=YUNFAN)
    assert "| Key result | Progress this week | Risks and support needed | Next |" in english.out


def test_a_note_that_cannot_be_read_is_named_and_the_rest_is_reported(copy: Path) -> None:
    path = "cycles/2026-Q1/notes/2026-W11/felix.yaml"
    (copy / path).write_text("updates: [\n", encoding="utf-8")
    result = weekly("growth", cwd=copy)
    assert result.code == 0
    assert result.out.startswith("# Growth: OKR weekly report")
    (line,) = result.err.splitlines()
    assert "**not readable: Felix Oduya**" in result.out
    assert "missing: Felix" not in result.out
    assert line.startswith(f"okrctl: left out {path}:")
    assert "OKR002" in line


def test_writing_twice_changes_no_byte(copy: Path) -> None:
    first = weekly("growth", "--write", cwd=copy)
    assert (first.code, first.out) == (0, "")
    assert first.err == f"okrctl: wrote {DOCUMENT}\n"
    before = (copy / DOCUMENT).read_bytes()
    second = weekly("growth", "--write", cwd=copy)
    assert second.err == f"okrctl: {DOCUMENT} is up to date\n"
    other_day = run("weekly", "growth", "--write", "--today", "2026-03-15", cwd=copy)
    assert other_day.code == 0
    assert (copy / DOCUMENT).read_bytes() == before


def test_parts_changed_by_hand_are_told_on_the_run_that_moves_them(copy: Path) -> None:
    weekly("growth", "--write", cwd=copy)
    path = copy / DOCUMENT
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("### Last week's plan", "### Our plan"), encoding="utf-8")
    shown = weekly("growth", "--write", "--dry-run", cwd=copy)
    assert (shown.code, shown.err) == (0, "")
    one = weekly("growth", "--write", cwd=copy)
    (at,) = _kept(path)
    wrote = f"okrctl: wrote {DOCUMENT}\n"
    remark = f"okrctl: 1 part had been changed by hand; it is kept below the fresh one (line {at})\n"
    assert one.err == wrote + remark
    assert "by hand" not in weekly("growth", "--write", cwd=copy).err
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("### Open to-dos", "### Ours").replace("### Last week's", "### Our"), encoding="utf-8")
    two = weekly("growth", "--write", "--lang", "zh", cwd=copy)
    lines = "、".join(map(str, _kept(path)[:1] + _kept(path)[-1:]))
    assert f"okrctl: 有 2 处被手工修改过，已保留在新内容下方（第 {lines} 行）\n" in two.err


def _kept(path: Path) -> list[int]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [at for at, line in enumerate(lines, 1) if line.startswith("✍️")]


def test_the_newest_week_stands_on_top(copy: Path) -> None:
    for week in ("2026-W07", "2026-W11", "2026-W09"):
        weekly("growth", "--write", "--week", week, cwd=copy)
    text = (copy / DOCUMENT).read_text(encoding="utf-8")
    dates = re.findall(r"^## \w+, (.+)$", text, re.MULTILINE)
    assert dates == ["10 Mar 2026", "24 Feb 2026", "10 Feb 2026"]
    assert text.count("<details>\n<summary>The report of") == 2
    again = weekly("growth", "--write", "--week", "2026-W09", cwd=copy)
    assert "is up to date" in again.err


def test_words_of_people_survive_wherever_they_stand(copy: Path) -> None:
    weekly("growth", "--write", "--week", "2026-W09", cwd=copy)
    weekly("growth", "--write", cwd=copy)
    lines = (copy / DOCUMENT).read_text(encoding="utf-8").split("\n")
    markers = [number for number, line in enumerate(lines) if line.startswith("<!-- okrctl:")]
    written: list[str] = []
    for number in range(len(lines), -1, -1):
        if number % 5 == 0 or number - 1 in markers:
            written.append(f"Words of people, {number}.")
            lines[number:number] = [written[-1]]
    (copy / DOCUMENT).write_text("\n".join(lines), encoding="utf-8")
    assert weekly("growth", "--write", cwd=copy).code == 0
    text = (copy / DOCUMENT).read_text(encoding="utf-8")
    assert not [words for words in written if words not in text]
    assert weekly("growth", "--write", cwd=copy).code == 0
    assert (copy / DOCUMENT).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("damage", ["gone", "doubled", "maimed"])
def test_a_damaged_marker_is_named_and_nothing_written(copy: Path, damage: str) -> None:
    weekly("growth", "--write", cwd=copy)
    lines = (copy / DOCUMENT).read_text(encoding="utf-8").split("\n")
    ends = [number for number, line in enumerate(lines) if line == "<!-- okrctl:end -->"]
    begins = [number for number, line in enumerate(lines) if line.startswith("<!-- okrctl:begin")]
    if damage == "gone":
        del lines[begins[1]]
        line = ends[1]  # the end marker of the block has moved up by one, and counting begins with 1
    elif damage == "doubled":
        lines[ends[0] + 1 : ends[0] + 1] = lines[begins[0] : ends[0] + 1]
        line = ends[0] + 2
    else:
        lines[begins[2]] = lines[begins[2]].replace("begin", "begin x")
        line = begins[2] + 1
    spoilt = "\n".join(lines).encode("utf-8")
    (copy / DOCUMENT).write_bytes(spoilt)
    result = weekly("growth", "--write", cwd=copy)
    assert (result.code, result.out) == (2, "")
    assert f"{DOCUMENT}:{line}: " in result.err
    assert result.err.count("nothing was written") == 1
    assert (copy / DOCUMENT).read_bytes() == spoilt


def test_a_document_that_is_no_text(copy: Path) -> None:
    (copy / DOCUMENT).parent.mkdir()
    (copy / DOCUMENT).write_bytes(b"caf\xe9\n")
    result = weekly("growth", "--write", cwd=copy)
    assert result.code == 2
    assert f"{DOCUMENT} is not UTF-8 text" in result.err
    assert (copy / DOCUMENT).read_bytes() == b"caf\xe9\n"


def test_a_dry_run_shows_a_diff_and_writes_nothing(copy: Path) -> None:
    result = weekly("growth", "--write", "--dry-run", cwd=copy)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"--- /dev/null\n+++ b/{DOCUMENT}\n@@ -0,0 +1,")
    assert not (copy / DOCUMENT).exists()
    weekly("growth", "--write", cwd=copy)
    assert weekly("growth", "--write", "--dry-run", cwd=copy).out == ""


def test_a_template_of_the_workspace_takes_the_place_of_ours(copy: Path) -> None:
    (copy / "templates").mkdir()
    (copy / "templates/weekly.md.j2").write_text("{{ 7 * 6 }} {% raw %}{{{% endraw %}\n", encoding="utf-8")
    result = weekly("growth", cwd=copy)
    assert "Traceback" not in result.err
    assert "42 {{" in result.out
    (copy / "templates/weekly.md.j2").write_text("line\n{{ ''.__class__.__mro__ }}\n", encoding="utf-8")
    unsafe = weekly("growth", cwd=copy)
    assert (unsafe.code, unsafe.out) == (2, "")
    assert "templates/weekly.md.j2" in unsafe.err


class Desk:
    """A clone of the example in a git repository, at which somebody sits whose HOME is his own."""

    def __init__(self, root: Path, email: str) -> None:
        self.root = Path(shutil.copytree(STARLING, root / "starling"))
        self.environment = {
            "HOME": str(root),
            "XDG_CONFIG_HOME": str(root / ".config"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": str(root),
            "OKRCTL_TODAY": DAY,
        }
        self.git("init", "--quiet")
        if email:
            self.git("config", "user.email", email)

    def git(self, *arguments: str) -> None:
        environment = {**os.environ, **self.environment}
        subprocess.run(["git", *arguments], cwd=self.root, env=environment, check=True, capture_output=True)

    def okrctl(self, *arguments: str) -> Outcome:
        return okrctl(*arguments, cwd=self.root, env=self.environment)


def test_the_team_that_one_leads_by_gits_email(tmp_path: Path) -> None:
    mine = Desk(tmp_path, "Tomas@Starling.example").okrctl("weekly")
    assert (mine.code, mine.err) == (0, "")
    assert mine.out == weekly("growth").out


@pytest.mark.parametrize(
    ("email", "said"),
    [
        ("stranger@example.com", "stranger@example.com is nobody's e-mail in org.yaml"),
        ("felix@starling.example", "Felix Oduya leads no team"),
        ("", "git does not know your e-mail"),
    ],
)
def test_who_leads_nothing_is_told_what_to_write(tmp_path: Path, email: str, said: str) -> None:
    result = Desk(tmp_path, email).okrctl("weekly")
    assert (result.code, result.out) == (2, "")
    error, hint = result.err.splitlines()
    assert error == f"okrctl: error: {said}"
    assert hint == "okrctl: hint: name the team or person: okrctl weekly company"


def test_reading_runs_nothing_that_the_repository_configures(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "tomas@starling.example")
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    desk.git("config", "core.fsmonitor", str(trap))
    desk.git("config", "core.pager", str(trap))
    desk.git("config", "core.hooksPath", str(tmp_path))
    for command in (("weekly",), ("validate",), ("tree",), ("new", "note", "--week", "w02", "--dry-run")):
        assert run(*command, cwd=desk.root, env=desk.environment).code == 0
    assert not (tmp_path / "sprung").exists()


def test_a_document_that_links_out_is_neither_shown_nor_written(copy: Path, tmp_path: Path) -> None:
    outside = tmp_path / "secret.md"
    outside.write_text("secret words\n", encoding="utf-8")
    (copy / DOCUMENT).parent.mkdir(exist_ok=True)
    (copy / DOCUMENT).symlink_to(outside)
    for more in (("--dry-run",), ()):
        told = weekly("growth", "--write", *more, cwd=copy)
        assert told.code == 2
        assert "secret words" not in told.out + told.err
    assert outside.read_text(encoding="utf-8") == "secret words\n"
