"""OKR402, OKR413, OKR414: what a status says, what the numbers say, and what nobody says."""

from pathlib import Path

import pytest

from okrctl.diagnostics.rule import Severity
from okrctl.language import Language
from tests.rules.findings import seen
from tests.rules.quarter import note, sheet, written

HUNDRED = "metric: {start: 0, target: 100}"
ALICE = "alice.yaml"
W7 = "W07/alice"
PLACE = "cycles/2026-Q1/notes/2026-W07/alice.yaml"


def found(root: Path, code: str, **files: str) -> list[str]:
    """The messages of one rule; `sheet` is alice's, `W07` her note, other names with two underscores are paths."""
    names = {"sheet": ALICE, **{f"W{n:02}": f"W{n:02}/alice" for n in range(1, 15)}}
    tree = {names.get(name, name.replace("__", "/")): text for name, text in files.items()}
    return [one.message for one in seen(root, code, written(tree))]


@pytest.mark.parametrize(
    ("kind", "value", "status", "contradicts"),
    [
        # 45.6 % are expected on 10 February; aspirational goals are off track from 25 points behind, at risk from 10.
        ("aspirational", 20, "on_track", True),
        ("aspirational", 21, "on_track", False),
        ("aspirational", 20, "at_risk", False),
        ("aspirational", 20, "paused", False),
        ("aspirational", 20, "done", False),
        ("aspirational", 36, "off_track", True),
        ("aspirational", 35, "off_track", False),
        # Committed ones from 15 and 5.
        ("committed", 30, "on_track", True),
        ("committed", 31, "on_track", False),
        ("committed", 41, "off_track", True),
        ("committed", 40, "off_track", False),
    ],
)
def test_a_status_against_the_pace(tmp_path: Path, kind: str, value: int, status: str, contradicts: bool) -> None:
    files = {ALICE: sheet(HUNDRED, objective=f"    kind: {kind}\n"), W7: note(f"value: {value}, status: {status}")}
    findings = seen(tmp_path, "OKR402", written(files))
    assert [(one.path, one.line, one.text) for one in findings] == ([(PLACE, 2, status)] if contradicts else [])


def test_both_numbers_and_the_day_are_named(tmp_path: Path) -> None:
    (message,) = found(tmp_path, "OKR402", sheet=sheet(HUNDRED), W07=note("value: 11, status: on_track"))
    assert message == (
        "alice/O1/KR1 is reported on track, "
        "but with 11 % of the way made and 46 % expected on 2026-02-10 it is off track"
    )


BAND = "keep: {min: 95, max: 99}"
# Both ends of the band belong to it: W04, W05 and W06 lie inside, W03 and W07 do not.
WEEKS = {"W03/alice": "value: 94.9", "W04/alice": "value: 95", "W05/alice": "value: 97", "W06/alice": "value: 99"}


@pytest.mark.parametrize(
    ("code", "language", "message"),
    [
        (
            "OKR402",
            "en",
            "alice/O1/KR1 is reported on track, but with 3 of 5 reported weeks inside its band and all expected on "
            "2026-02-10 it is off track",
        ),
        (
            "OKR402",
            "zh",
            "张三/O1/KR1 填的是“正常”，但截至 2026-02-10 已更新的 5 周里有 3 周在区间内，应全部在区间内，"
            "实际为“已延期”",
        ),
        (
            "OKR414",
            "en",
            "alice/O1/KR1 is committed and off track (3 of 5 reported weeks inside its band, all expected on "
            "2026-02-10), and nobody says what would help",
        ),
        (
            "OKR414",
            "zh",
            "张三/O1/KR1 是承诺型目标，已延期（截至 2026-02-10 已更新的 5 周里有 3 周在区间内，应全部在区间内），"
            "却没有写风险和需要的支持",
        ),
        ("OKR413", "en", "alice/O1/KR1 is reported done, with 3 of 5 reported weeks inside its band"),
        ("OKR413", "zh", "张三/O1/KR1 已填“已完成”，已更新的 5 周里有 3 周在区间内"),
    ],
)
def test_a_band_is_no_way(tmp_path: Path, code: str, language: Language, message: str) -> None:
    """3 of 5 weeks are 60 % where 100 % are expected: 40 points behind."""
    status = {"OKR402": "on_track", "OKR414": "at_risk", "OKR413": "done"}[code]
    kind = "    kind: committed\n" if code == "OKR414" else ""
    weeks = {**WEEKS, W7: f"value: 80, status: {status}"}
    assert [
        one.message for one in seen(tmp_path, code, _of(language, sheet(BAND, objective=kind), weeks), language)
    ] == [message]


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (
            "en",
            "alice/O1/KR1 is reported on track, but with milestones worth 25 % reached and 75 % expected on 2026-02-10 "
            "it is off track",
        ),
        (
            "zh",
            "张三/O1/KR1 填的是“正常”，但截至 2026-02-10 已达成的里程碑占 25%，应达进度 75%，实际为“已延期”",
        ),
    ],
)
def test_milestones_are_a_share_and_no_way(tmp_path: Path, language: Language, message: str) -> None:
    """M1 (weight 1 of 4) is reached; M1 and M2 (1 + 2 of 4) were due by 30 January."""
    milestones = (
        "milestones: [{id: M1, title: a, due: 2026-01-20}, {id: M2, title: b, weight: 2, due: 2026-01-30},"
        " {id: M3, title: c}]"
    )
    files = _of(language, sheet(milestones), {W7: "reached: [M1], status: on_track"})
    assert [one.message for one in seen(tmp_path, "OKR402", files, language)] == [message]


def _of(language: Language, text: str, updates: dict[str, str]) -> dict[str, str]:
    """A sheet and notes of one person in either company; the updates by `W07/alice`."""
    name, above = ("alice", "growth/O1") if language == "en" else ("张三", "增长部/O1")
    files = {f"{name}.yaml": text.replace("growth/O1", above)}
    return written({**files, **{week.replace("alice", name): note(update) for week, update in updates.items()}})


def test_only_the_newest_status_is_judged(tmp_path: Path) -> None:
    notes = {"W05": note("value: 0, status: on_track"), "W07": note("value: 40, status: on_track")}
    assert found(tmp_path, "OKR402", sheet=sheet(HUNDRED), **notes) == []


def test_a_status_is_judged_by_the_meeting_of_its_own_week(tmp_path: Path) -> None:
    """10 of 30 expected in W05 is at risk; by the end of the quarter it would be red, but nobody said green then."""
    files = written({ALICE: sheet(HUNDRED), "W05/alice": note("value: 10, status: on_track")})
    assert seen(tmp_path, "OKR402", files) == []


@pytest.mark.parametrize(("weekday", "contradicts"), [("tuesday", False), ("friday", True)])
def test_the_meeting_is_that_of_the_settings(tmp_path: Path, weekday: str, contradicts: bool) -> None:
    """22 against 41/90 = 45.6 on Tuesday, 44/90 = 48.9 on Friday: 23.6 and 26.9 points behind."""
    settings = f"version: 1\ncheckin: {{meeting: {weekday}}}\n"
    files = {"okrctl.yaml": settings, ALICE: sheet(HUNDRED), W7: note("value: 22, status: on_track")}
    assert len(seen(tmp_path, "OKR402", written(files))) == contradicts


def test_a_red_light_that_a_risk_explains_is_honest(tmp_path: Path) -> None:
    early = note("value: 60, status: off_track, risks: [The provider is bankrupt]")
    assert found(tmp_path, "OKR402", sheet=sheet(HUNDRED), W07=early) == []


def test_without_data_nobody_knows(tmp_path: Path) -> None:
    assert found(tmp_path, "OKR402", sheet=sheet(HUNDRED), W07=note("status: on_track")) == []


def test_a_milestone_that_is_overdue_turns_red(tmp_path: Path) -> None:
    milestones = "milestones: [{id: M1, title: a, due: 2026-01-30}, {id: M2, title: b}]"
    assert len(found(tmp_path, "OKR402", sheet=sheet(milestones), W07=note("status: on_track, progress: p"))) == 1


def test_a_number_under_the_wrong_key_is_one_mistake(tmp_path: Path) -> None:
    files = {"sheet": sheet(HUNDRED), "W05": note("value: 5"), "W07": note("percent: 45, status: on_track")}
    assert found(tmp_path, "OKR402", **files) == []
    assert len(found(tmp_path, "OKR407", **files)) == 1


@pytest.mark.parametrize(("state", "findings"), [("closed", 0), ("open", 1)])
def test_a_closed_cycle_is_left_alone(tmp_path: Path, state: str, findings: int) -> None:
    note_ = note("value: 5, status: on_track")
    assert len(found(tmp_path, "OKR402", sheet=sheet(HUNDRED), W07=note_, cycle=f"state: {state}\n")) == findings


def test_a_dropped_goal_is_left_alone(tmp_path: Path) -> None:
    dropped = sheet(HUNDRED + ", dropped: {on: 2026-02-20, because: b}")
    assert found(tmp_path, "OKR402", sheet=dropped, W07=note("value: 5, status: on_track")) == []


def test_before_the_cycle_nothing_is_expected(tmp_path: Path) -> None:
    """W01 begins on 29 December; its meeting is on the 30th."""
    assert found(tmp_path, "OKR402", sheet=sheet(HUNDRED), W01=note("value: 0, status: off_track")) == []


def test_what_an_unreadable_note_may_have_said_is_not_judged(tmp_path: Path) -> None:
    files = {"sheet": sheet(HUNDRED), "W06": "updates: [", "W07": note("value: 5, status: on_track")}
    assert found(tmp_path, "OKR402", **files) == []


@pytest.mark.parametrize(
    ("key_result", "blamed"), [("value: 5", "kr: O1"), ("value: 5, status: on_track", "kr: O1/KR1")]
)
def test_an_objective_is_blamed_only_where_no_key_result_is(tmp_path: Path, key_result: str, blamed: str) -> None:
    files = {ALICE: sheet(HUNDRED, HUNDRED), W7: note("kr: O1, status: on_track, progress: p", key_result)}
    (one,) = seen(tmp_path, "OKR402", written(files))
    assert one.line == {"kr: O1": 2, "kr: O1/KR1": 3}[blamed]


def test_checkpoints_as_the_remedy_writes_them_settle_it(tmp_path: Path) -> None:
    planned = sheet(HUNDRED + ", checkpoints: {2026-02-10: 5}")
    assert found(tmp_path, "OKR402", sheet=planned, W07=note("value: 5, status: on_track")) == []


@pytest.mark.parametrize(
    ("key_result", "update", "message"),
    [
        (HUNDRED, "value: 99.5", "with 99.5 % of the way made: 99.5 of 100"),
        (HUNDRED, "value: 100", None),
        (HUNDRED, "value: 130", None),
        ("metric: {start: 0.1, target: 0.3}", "value: 0.3", None),
        ("metric: {start: 12, target: 2}", "value: 3", "with 90 % of the way made: 3 of 2"),
        ("metric: {start: 12, target: 2}", "value: 2", None),
        (HUNDRED, "progress: p", "nobody ever reported how far it came"),
        ("", "percent: 40", None),
        ("", "progress: p", None),
        (
            "milestones: [{id: M1, title: a}, {id: M2, title: b}]",
            "reached: [M1]",
            "with 50 % of the way made: M2 is missing",
        ),
        ("milestones: [{id: M1, title: a}, {id: M2, title: b}]", "reached: [M1, M2]", None),
        ("keep: {min: 95}", "value: 94", "with 0 of 1 reported weeks inside its band"),
        ("keep: {min: 95}", "value: 95", None),
        ("metric: {start: 5, target: 5}", "value: 5", None),
        ("cascade: mean", "progress: p", None),
        (HUNDRED, "percent: 100", None),
    ],
)
def test_done_is_done(tmp_path: Path, key_result: str, update: str, message: str | None) -> None:
    """What has no way to 100 % at all (equal ends, nothing that cascades) and wrong keys are other rules' findings."""
    findings = found(tmp_path, "OKR413", sheet=sheet(key_result), W07=note(f"{update}, status: done"))
    assert len(findings) == (message is not None)
    assert message is None or (
        findings[0].endswith(message) and findings[0].startswith("alice/O1/KR1 is reported done")
    )


def test_a_value_that_comes_later_counts(tmp_path: Path) -> None:
    notes = {"W06": note("value: 90, status: done"), "W08": note("value: 100")}
    assert found(tmp_path, "OKR413", sheet=sheet(HUNDRED), **notes) == []


def test_a_value_that_falls_again_counts_too(tmp_path: Path) -> None:
    files = {ALICE: sheet(HUNDRED), "W06/alice": note("value: 100, status: done"), "W08/alice": note("value: 98")}
    (one,) = seen(tmp_path, "OKR413", written(files))
    assert (one.path.split("/")[3], one.text, one.severity) == ("2026-W06", "done", Severity.WARNING)


@pytest.mark.parametrize(
    ("update", "line"), [("value: 80, status: done", 3), ("value: 80", 2), ("value: 100, status: done", None)]
)
def test_an_objective_that_is_done_with_something_open(tmp_path: Path, update: str, line: int | None) -> None:
    files = {ALICE: sheet(HUNDRED), W7: note("kr: O1, status: done, progress: p", update)}
    assert [one.line for one in seen(tmp_path, "OKR413", written(files))] == ([line] if line else [])


def test_a_cascade_is_done_with_what_is_below(tmp_path: Path) -> None:
    below = sheet("aligns_to: [alice/O1/KR1]")
    files = {
        "sheet": sheet("cascade: mean"), "bob.yaml": below, "W07": note("status: done, progress: p"),
        "W07__bob": note("percent: 70"),
    }  # fmt: skip
    (message,) = found(tmp_path, "OKR413", **files)
    assert message == "alice/O1/KR1 is reported done, with 70 % of the way made"


COMMITTED = "    kind: committed\n"
# 41/90 = 45.6 % are expected in W07: 15 points behind and more are off track.
RED, GREEN = "value: 20", "value: 45"


@pytest.mark.parametrize(
    ("update", "silent"),
    [
        (f"{RED}, status: off_track", True),
        (f"{RED}, status: at_risk", True),
        (RED, True),
        ("status: off_track, progress: p", True),
        (f"{RED}, status: off_track, risks: [Half of us are ill]", False),
        (f"{RED}, status: off_track, risks: [{{risk: r, need: n, from: [wang]}}]", False),
        (f"{RED}, status: paused", False),
        (f"{RED}, status: done", False),
        (f"{RED}, status: on_track", False),  # OKR402
        (f"{GREEN}, status: off_track", False),  # OKR402
        (f"{GREEN}, status: at_risk", False),
        ("percent: 20, status: at_risk", False),  # OKR407
    ],
)
def test_a_committed_goal_that_is_off_track(tmp_path: Path, update: str, silent: bool) -> None:
    files = {"sheet": sheet(HUNDRED, objective=COMMITTED), "W07": note(update)}
    assert len(found(tmp_path, "OKR414", **files)) == silent


def test_an_aspirational_goal_may_be_off_track_without_a_word(tmp_path: Path) -> None:
    files = {"sheet": sheet(HUNDRED), "W07": note(f"{RED}, status: off_track")}
    assert found(tmp_path, "OKR414", **files) == []
    settings = "version: 1\ndefault_kind: committed\n"
    assert (
        len(seen(tmp_path, "OKR414", written({"okrctl.yaml": settings, ALICE: files["sheet"], W7: files["W07"]}))) == 1
    )


@pytest.mark.parametrize(
    ("earlier", "beside", "silent"),
    [
        ("value: 18, risks: [{risk: r, need: Two people more}]", "", False),  # asked for, and still open
        ("value: 18, risks: [{risk: r, need: Two people more}]", "done: [2026-W06/alice/n1]\n", True),  # it is there
        ("value: 18, risks: [r]", "", True),  # a risk of the week before, and a status since then
        ("kr: O1, progress: p, risks: [{risk: r, need: n}]", "", True),  # asked for another goal
    ],
)
def test_needs_of_earlier_weeks(tmp_path: Path, earlier: str, beside: str, silent: bool) -> None:
    files = {"sheet": sheet(HUNDRED, objective=COMMITTED), "W06": note(earlier)}
    assert len(found(tmp_path, "OKR414", **files, W07=note(f"{RED}, status: off_track") + beside)) == silent


def test_a_risk_stands_as_long_as_the_status_that_it_came_with(tmp_path: Path) -> None:
    notes = {"W06": note("value: 18, status: off_track, risks: [r]"), "W07": note(RED)}
    assert found(tmp_path, "OKR414", sheet=sheet(HUNDRED, objective=COMMITTED), **notes) == []


def test_a_risk_beside_the_objective_counts(tmp_path: Path) -> None:
    both = note(f"{RED}, status: off_track", "kr: O1, progress: p, risks: [r]")
    assert found(tmp_path, "OKR414", sheet=sheet(HUNDRED, objective=COMMITTED), W07=both) == []


def test_whoever_could_help_is_named(tmp_path: Path) -> None:
    files = {ALICE: sheet(HUNDRED, objective=COMMITTED), W7: note(RED)}
    (one,) = seen(tmp_path, "OKR414", written(files))
    assert one.message.startswith(
        "alice/O1/KR1 is committed and off track (20 % of the way made, 46 % expected on 2026-02-10)"
    )
    assert one.text == "O1/KR1"
