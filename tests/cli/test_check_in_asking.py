"""`okrctl checkin` on a real terminal: what it asks, what it writes, and what is left when somebody stops it."""

import os
import random
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from tests.cli.inside import run
from tests.reports.larkrise import ENGLISH
from tests.support.command import ROOT
from tests.support.trees import write_tree

pexpect = pytest.importorskip("pexpect", reason="terminals are those of Unix")

NOTE = "cycles/2026-Q1/notes/2026-W04/emil.yaml"
EARLIER = """\
updates:
  - kr: O1/KR1
    value: 2.5
    status: at_risk
    confidence: 5
    progress: The spare coil came
    next: [{what: Order a second coil, due: 2026-01-20}]
other:
  - {title: The oven in the yard, next: [{what: Sell it}]}
"""
SHEET = """\
objectives:
  - id: O1
    title: The ovens are never the reason for a late loaf
    aligns_to: [bakery/O1]
    key_results:
      - {id: KR1, title: Repairs take under two hours, keep: {max: 2, unit: h}}
      - {id: KR2, title: Two people besides Emil can repair the large oven}
      - {id: KR3, title: Both ovens hold their heat, milestones: [{id: M1, title: One}, {id: M2, title: Both}]}
      - {id: KR4, title: 夜班故障由每周 6 次降到 1 次, metric: {start: 6, target: 1, unit: 次}}
      - {id: KR5, title: Gas falls from 90 to 70 m³ a day, metric: {start: 90, target: 70, unit: m³}}
"""


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    files = {
        **ENGLISH,
        "org.yaml": ENGLISH["org.yaml"].replace("{name: Emil Sand,", "{name: Emil Sand, email: emil@lark.example,"),
        "cycles/2026-Q1/okrs/emil.yaml": SHEET,
        "cycles/2026-Q1/notes/2026-W03/emil.yaml": EARLIER,
    }
    root = write_tree(tmp_path / "lark", files)
    subprocess.run(["git", "init", "-q", root], check=True)
    subprocess.run(["git", "-C", root, "config", "user.email", "emil@lark.example"], check=True)
    return root


class Sitting:
    """Somebody at a terminal."""

    def __init__(self, root: Path, *arguments: str, language: str = "en") -> None:
        environ = {
            key: value for key, value in os.environ.items() if not key.startswith(("OKRCTL_", "COLUMNS", "LINES"))
        }
        environ |= {"OKRCTL_TODAY": "2026-01-21", "OKRCTL_LANG": language, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "okrctl", "checkin", *arguments],
            cwd=str(root),
            env=environ,
            encoding="utf-8",
            timeout=30,
            dimensions=(50, 100),
        )
        self.child.delaybeforesend = 0.001
        self.child.ptyproc.delayafterclose = self.child.ptyproc.delayafterterminate = 0.01

    def types(self, answer: str) -> None:
        """A key alone where that is the answer, else a line."""
        self.child.send(answer if answer in ("y", "\x03", "\x04") else answer + "\r")

    def answers(self, *pairs: tuple[str, str]) -> None:
        """Wait for each question and type its answer."""
        for question, answer in pairs:
            self.child.expect_exact(question)
            self.types(answer)

    def end(self) -> tuple[int, str]:
        """The exit code, and all that was printed since the last question."""
        self.child.expect(pexpect.EOF)
        said = str(self.child.before)
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus, said


def skipped(*keys: str) -> list[tuple[str, str]]:
    """Two Enters skip a key result; one that has milestones, a value or a percentage asks for these first."""
    first = {"KR1": "Value now", "KR2": "Percent now", "KR3": "Milestones", "KR4": "Value now", "KR5": "Value now"}
    return [pair for key in keys for pair in ((first[key], ""), ("What has changed?", ""))]


def note_of(root: Path) -> dict:
    return yaml.safe_load((root / NOTE).read_text(encoding="utf-8"))


def test_five_key_results_in_one_sitting(bench: Path) -> None:
    sitting = Sitting(bench)
    sitting.answers(
        ("Sell it", ""),  # of last week's plan: still open
        ("Order a second coil", "y"),
        ("Value now in h:", "1.8"),
        ("What has changed?", "The second coil is in: 一切正常"),
        ("Status, Enter as before", "2"),
        ("Confidence", "7"),
        ("A risk?", "A cold snap"),
        ("What would help?", "A heater for the yard"),
        ("From whom?", "Ben Roth, @dora"),
        ("Next step?", "Call the smith @ben due 02-02"),
        ("Another next step?", ""),
        ("Percent now", "50%"),
        ("What has changed?", "Fay has done her first repair"),
        ("Status", "at risk"),
        ("Confidence", ""),
        ("A risk?", ""),
        ("Next step?", ""),
        ("Milestones reached (of M1, M2)", "m1"),
        ("What has changed?", ""),
        ("Status, Enter skips", ""),
        ("Confidence", "8"),
        ("A risk?", ""),
        ("Next step?", ""),
        ("Value now in 次", "4次"),
        ("What has changed?", "夜班换了新开关"),
        ("Status", "正常"),
        ("Confidence", ""),
        ("A risk?", ""),
        ("Next step?", ""),
        *skipped("KR5"),
    )
    code, said = sitting.end()
    assert code == 0
    assert f"{NOTE}: 4 of 5 key results" in said
    note = note_of(bench)
    # yaml.safe_load reads 1.1: the dates become dates.
    assert [update.pop("next", None) is not None for update in note["updates"]] == [True, False, False, False]
    risk = note["updates"][0].pop("risks")[0]
    assert (risk["risk"], risk["need"], risk["from"]) == ("A cold snap", "A heater for the yard", ["ben", "dora"])
    assert note["updates"] == [
        {
            "kr": "O1/KR1",
            "value": 1.8,
            "status": "at_risk",
            "confidence": 7,
            "progress": "The second coil is in: 一切正常",
        },
        {"kr": "O1/KR2", "percent": 50, "status": "at_risk", "progress": "Fay has done her first repair"},
        {"kr": "O1/KR3", "reached": ["M1"], "confidence": 8},
        {"kr": "O1/KR4", "value": 4, "status": "on_track", "progress": "夜班换了新开关"},
    ]
    assert note["done"] == ["2026-W03/emil/1"]
    checked = run("-C", bench, "--today", "2026-01-21", "validate", "--format", "concise", bench / NOTE)
    assert (checked.code, checked.out) == (0, "")


def test_a_wrong_answer_is_explained_and_asked_for_again(bench: Path) -> None:
    sitting = Sitting(bench, "O1/KR1")
    sitting.answers(
        ("Order a second coil", ""),
        ("Value now in h:", "40%"),
        ("is measured in h", "nan"),
        ("is not a number", "1.5"),
        ("What has changed?", ""),
        ("Status", "green"),
        ("is no status", ""),
        ("Confidence", "11"),
        ("from 0 to 10", ""),
        ("A risk?", ""),
        ("Next step?", "Call @nobody"),
        ("is nobody in org.yaml", ""),
    )
    assert sitting.end()[0] == 0
    assert note_of(bench)["updates"] == [{"kr": "O1/KR1", "value": 1.5}]


def test_the_last_value_pace_and_plan_are_shown(bench: Path) -> None:
    sitting = Sitting(bench, "O1/KR1")
    sitting.child.expect_exact("last 2.5 h in 2026-W03")
    # One reported week, outside the band: 0 of 1; a band is expected to be kept from the first day on.
    sitting.child.expect_exact("progress 0 %, expected 100 %")
    sitting.child.expect_exact("Order a second coil (overdue since 20 Jan)")
    sitting.child.close()


def test_what_is_complete_stays_when_somebody_stops(bench: Path) -> None:
    sitting = Sitting(bench)
    sitting.answers(
        ("Sell it", ""),
        ("Order a second coil", ""),
        ("Value now", "1.9"),
        ("What has changed?", ""),
        ("Status", ""),
        ("Confidence", ""),
        ("A risk?", ""),
        ("Next step?", ""),
        ("Percent now", "60"),
        ("What has changed?", "Half way, it's fine"),
        ("Status", "\x03"),
    )
    code, said = sitting.end()
    assert code == 130
    assert "1 of 5 key results" in said
    # The day is told, so its week is named as well: it need not be the week of the clock.
    assert """okrctl checkin O1/KR2 --percent=60 -m 'Half way, it'"'"'s fine' --week 2026-W04""" in said
    assert "nothing was said" not in said
    assert note_of(bench)["updates"] == [{"kr": "O1/KR1", "value": 1.9}]
    # The next sitting goes on from there.
    again = Sitting(bench)
    again.answers(("Sell it", ""), ("1 of 5 are in this week's note already", ""), ("What has changed?", "\x04"))
    code, said = again.end()
    assert code == 130
    assert "nothing was said" in said


def test_the_command_that_is_offered_writes_what_was_typed_into_the_same_note(bench: Path) -> None:
    """Nothing is complete yet; the last question, whose help it is, is not answered any more."""
    sitting = Sitting(bench, "O1/KR1", "--week", "2026-W03", "--cycle", "2026-Q1", "--person", "dora")
    sitting.answers(
        ("Check-in of Dora Lind, week 3", ""),  # typed ahead: the first question is skipped
        ("What has changed?", "\x1b[200~Two lines\nin one paste\x1b[201~"),
        ("Status", ""),
        ("Confidence", ""),
        ("A risk?", "A cold snap"),
        ("What would help?", "A heater"),
        ("From whom?", "\x03"),
    )
    code, said = sitting.end()
    assert code == 130
    assert "nothing was said" not in said
    (command,) = [line.partition("to write it: ")[2] for line in said.splitlines() if "to write it" in line]
    words = shlex.split(command)
    assert words[-6:] == ["--cycle", "2026-Q1", "--week", "2026-W03", "--person", "dora"]
    # Some weeks later it still means the same note.
    assert run(*words[1:], "--today", "2026-02-18", cwd=bench).code == 0
    note = yaml.safe_load((bench / NOTE.replace("W04/emil", "W03/dora")).read_text(encoding="utf-8"))
    assert note["updates"] == [
        {
            "kr": "O1/KR1",
            "progress": "Two lines in one paste",
            "risks": [{"risk": "A cold snap", "need": "A heater", "id": "heater"}],
        }
    ]


def test_who_types_faster_than_we_ask_loses_nothing(bench: Path) -> None:
    sitting = Sitting(bench, "O1/KR1")
    sitting.child.send("qy1.5\rAll is well\r\r7\r\r\r")  # q means nothing to a to-do, y closes it
    assert sitting.end()[0] == 0
    note = note_of(bench)
    assert note["updates"] == [{"kr": "O1/KR1", "value": 1.5, "confidence": 7, "progress": "All is well"}]
    assert note["done"] == ["2026-W03/emil/1"]


def test_to_dos_that_were_ticked_off_are_not_lost_either(bench: Path) -> None:
    sitting = Sitting(bench)
    sitting.answers(("Sell it", ""), ("Order a second coil", "y"), ("Value now", "\x03"))
    said = sitting.end()[1]
    assert "okrctl todo done 2026-W03/emil/1 --week 2026-W04" in said
    assert "nothing was said" not in said


def test_a_dot_goes_on_to_status_and_what_was_pasted_is_one_answer(bench: Path) -> None:
    sitting = Sitting(bench, "O1/KR5", "--person", "emil")
    sitting.answers(
        ("a single . in place", ""),
        ("What has changed?", "."),
        ("Status", "\x1b[200~on\ntrack\x1b[201~"),  # two lines are no status, but they answer one question only
        ("is no status", "2"),
        ("Confidence", ""),
        ("A risk?", ""),
        ("Next step?", "Order it by 01-19"),  # the Monday of this week: no doubt about the year
        ("Another next step?", "Paint it due 01-18"),
        ("due 2027-01-18; if another day is meant", ""),
    )
    assert sitting.end()[0] == 0
    (update,) = note_of(bench)["updates"]
    assert [str(step["due"]) for step in update.pop("next")] == ["2026-01-19", "2027-01-18"]
    assert update == {"kr": "O1/KR5", "status": "at_risk"}


def test_nothing_said_is_nothing_written(bench: Path) -> None:
    sitting = Sitting(bench)
    sitting.answers(("Sell it", ""), ("Order a second coil", ""), *skipped("KR1", "KR2", "KR3", "KR4", "KR5"))
    code, said = sitting.end()
    assert code == 0
    assert "nothing was said" in said
    assert not (bench / NOTE).exists()


def test_a_dry_run_shows_the_note_and_writes_none(bench: Path) -> None:
    sitting = Sitting(bench, "O1/KR5", "--dry-run")
    sitting.answers(
        ("Value now", "80"), ("What has changed?", ""), ("Status", ""), ("Confidence", ""), ("A risk?", ""),
        ("Next step?", ""),
    )  # fmt: skip
    code, said = sitting.end()
    assert code == 0
    assert "+    value: 80" in said
    assert not (bench / NOTE).exists()


def test_of_two_sittings_the_second_to_write_refuses_and_loses_nothing(bench: Path) -> None:
    one, other = Sitting(bench, "O1/KR5"), Sitting(bench, "O1/KR4")
    rest = (("What has changed?", ""), ("Status", ""), ("Confidence", ""), ("A risk?", ""), ("Next step?", ""))
    one.child.expect_exact("Value now")
    other.child.expect_exact("Value now")
    one.child.send("80\r")
    one.answers(*rest)
    assert one.end()[0] == 0
    other.child.send("5\r")
    other.answers(*rest)
    code, said = other.end()
    assert code == 2
    assert "was changed by somebody else meanwhile" in said
    assert "okrctl checkin O1/KR4 --value=5 --week 2026-W04" in said
    assert note_of(bench)["updates"] == [{"kr": "O1/KR5", "value": 80}]


@pytest.mark.parametrize(
    ("note", "where"),
    [
        ("updates:\n  - {kr: O1/KR1, valeu: 3}\n", f"{NOTE}:2:18"),
        ("updates:\n  - {kr: O1/KR1, evidence: &e [a]}\n  - {kr: O1/KR2, evidence: *e}\n", f"{NOTE}:3:28"),
    ],
)
def test_a_note_that_cannot_be_edited_is_named_before_anything_is_asked(bench: Path, note: str, where: str) -> None:
    write_tree(bench, {NOTE: note})
    code, said = Sitting(bench).end()
    assert code == 2
    assert where in said
    assert "Sell it" not in said
    assert (bench / NOTE).read_text(encoding="utf-8") == note


def test_in_chinese(bench: Path) -> None:
    sitting = Sitting(bench, "O1/KR4", language="zh")
    sitting.answers(
        ("当前值（次）", "３"),
        ("有什么关键进展？", "。"),
        ("状态，回车跳过", "有风险"),
        ("信心指数", "６"),
        ("有什么风险？", "缺备件"),
        ("需要什么支持？", "再订一批"),
        ("需要谁支持？", "ben"),
        ("下一步？", "联系供应商 @ben 2月2日前"),
        ("还有别的下一步吗？", ""),
    )
    assert sitting.end()[0] == 0
    (update,) = note_of(bench)["updates"]
    (step,) = update["next"]
    assert (update["value"], update["status"], update["confidence"]) == (3, "at_risk", 6)
    assert (step["what"], step["owner"], str(step["due"])) == ("联系供应商", "ben", "2026-02-02")


def test_killed_at_any_moment_the_note_is_the_old_or_the_new_one(tmp_path: Path, bench: Path) -> None:
    """Ten sittings, begun together, each killed somewhere between the first answer and the last."""
    old = "updates:\n  - {kr: O1/KR1, value: 1}\n  - {kr: O1/KR2, percent: 1}\n  - {kr: O1/KR3, confidence: 1}\n"
    write_tree(bench, {NOTE: old})
    roots = [shutil.copytree(bench, tmp_path / str(number)) for number in range(10)]
    ends = set()
    for seed, (root, sitting) in enumerate([(root, Sitting(root)) for root in roots]):
        _kill_somewhere(sitting, random.Random(seed))
        content = (root / NOTE).read_bytes()
        said = [update["kr"] for update in yaml.safe_load(content)["updates"]][3:]
        ends.add(len(said))
        assert content == old.encode() or said in (["O1/KR4"], ["O1/KR4", "O1/KR5"])
        assert run("-C", root, "--today", "2026-01-21", "validate", "--select", "OKR0", NOTE, cwd=root).code == 0
    assert {0, 1} <= ends  # some were killed before the first was complete, some later


def _kill_somewhere(sitting: Sitting, chance: random.Random) -> None:
    questions = [
        pair
        for number in (4, 5)
        for pair in (
            ("Value now", str(number)), ("What has changed?", "x" * 900), ("Status", "1"), ("Confidence", "5"),
            ("A risk?", ""), ("Next step?", ""),
        )
    ]  # fmt: skip
    sitting.answers(("Sell it", ""), *questions[: chance.randrange(1, len(questions))])
    time.sleep(chance.random() / 20)
    os.kill(sitting.child.pid, chance.choice((signal.SIGKILL, signal.SIGHUP, signal.SIGTERM)))
    sitting.child.wait()


def test_goals_of_another_cycle_are_asked_about_in_the_same_sitting(bench: Path) -> None:
    month = """\
objectives:
  - id: O1
    title: January brings the second coil
    key_results:
      - {id: KR1, title: The coil is in, milestones: [{id: M1, title: Ordered}, {id: M2, title: In}]}
"""
    write_tree(bench, {"cycles/2026-01/okrs/emil.yaml": month})
    sitting = Sitting(bench)
    rest = (("Status", ""), ("Confidence", ""), ("A risk?", ""), ("Next step?", ""))
    sitting.answers(
        ("Milestones", "m1"), ("What has changed?", ""), *rest,
        ("There are open key results in 2026-Q1, too", "y"),
        ("Sell it", ""), ("Order a second coil", ""), *skipped("KR1", "KR2", "KR3"),
        ("Value now", "5"), ("What has changed?", ""), *rest, *skipped("KR5"),
    )  # fmt: skip
    code, said = sitting.end()
    assert code == 0
    assert f"{NOTE}: 1 of 5 key results" in said
    assert note_of(bench)["updates"] == [{"kr": "O1/KR4", "value": 5}]
    january = yaml.safe_load((bench / "cycles/2026-01/notes/2026-W04/emil.yaml").read_text(encoding="utf-8"))
    assert january["updates"] == [{"kr": "O1/KR1", "reached": ["M1"]}]


def test_who_wants_to_stop_there_hears_the_command_for_later(bench: Path) -> None:
    write_tree(bench, {"cycles/2026-01/okrs/emil.yaml": SHEET})
    sitting = Sitting(bench)
    sitting.answers(*skipped("KR1", "KR2", "KR3", "KR4", "KR5"), ("There are open key results in 2026-Q1", ""))
    code, said = sitting.end()
    assert code == 0
    assert "later: okrctl checkin --cycle 2026-Q1" in said
