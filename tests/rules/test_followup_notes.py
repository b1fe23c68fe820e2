"""OKR403, OKR407, OKR408, OKR410: who reports, on what, with which number, and who does not."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.language import Language
from tests.rules.findings import remedies, seen
from tests.rules.quarter import note, sheet, written

HUNDRED = "metric: {start: 0, target: 100}"
TWO = "milestones: [{id: M1, title: a}, {id: M2, title: b}]"
ALICE = "alice.yaml"
W7 = "W07/alice"


@pytest.mark.parametrize(
    ("key_result", "update", "unfit"),
    [
        (HUNDRED, "value: 0", []),
        (HUNDRED, "percent: 0", ["percent"]),
        (HUNDRED, "reached: [M1]", ["reached"]),
        (HUNDRED, "reached: []", []),
        (HUNDRED, "value: 3, percent: 3, reached: {M1: {on: 2026-02-10}}", ["percent", "reached"]),
        ("keep: {min: 95}", "value: 96", []),
        ("keep: {max: 5}", "percent: 96", ["percent"]),
        (TWO, "reached: [M1]", []),
        (TWO, "reached: [M7]", []),  # OKR102
        (TWO, "value: 1", ["value"]),
        (TWO, "percent: 50", ["percent"]),
        ("", "percent: 50", []),
        ("", "value: 50", ["value"]),
        ("", "reached: [M1]", ["reached"]),
        ("cascade: mean", "percent: 50", ["percent"]),
        ("cascade: mean", "status: on_track", []),
        (HUNDRED + ", cascade: sum", "value: 50", ["value"]),
        (f"{HUNDRED}, {TWO}", "value: 50", []),  # the sheet contradicts itself: OKR008
        (f"{HUNDRED}, {TWO}", "reached: [M1]", []),
        (HUNDRED + ", cascade: mean", "value: 50", []),  # OKR213
    ],
)
def test_every_kind_takes_its_own_number(tmp_path: Path, key_result: str, update: str, unfit: list[str]) -> None:
    files = {ALICE: sheet(key_result), W7: note(f"{update}, progress: p")}
    assert [one.text for one in seen(tmp_path, "OKR407", written(files))] == sorted(unfit)


@pytest.mark.parametrize(
    ("key_result", "update", "message"),
    [
        ("metric: {start: 12, target: 2.5}", "percent: 40", "takes a value (it goes from 12 to 2.5), not percent: 40"),
        ("keep: {max: 5}", "reached: [A, B]", "takes a value (it is to stay in a band), not reached: [A, B]"),
        (TWO, "percent: 33.3", "takes the milestones that were reached, not percent: 33.3"),
        ("", "value: 5000000", "takes a percentage, not value: 5000000"),
    ],
)
def test_what_it_takes_is_said(tmp_path: Path, key_result: str, update: str, message: str) -> None:
    (one,) = seen(tmp_path, "OKR407", written({ALICE: sheet(key_result), W7: note(update)}))
    assert one.message == f"alice/O1/KR1 {message}"


@pytest.mark.parametrize("key", ["value: 3", "percent: 3", "reached: [M1]"])
def test_an_objective_takes_no_number(tmp_path: Path, key: str) -> None:
    (one,) = seen(tmp_path, "OKR407", written({ALICE: sheet(HUNDRED), W7: note(f"kr: O1, {key}")}))
    assert one.message == f"alice/O1 takes no number (its progress comes from its key results): {key} counts nowhere"


@pytest.mark.parametrize(("week", "findings"), [("W06", 1), ("W07", 0)])
def test_a_note_on_a_dropped_goal_is_another_mistake(tmp_path: Path, week: str, findings: int) -> None:
    """Dropped on the Monday of W07: notes of W07 and later are OKR109's."""
    dropped = sheet(HUNDRED + ", dropped: {on: 2026-02-09, because: b}")
    assert len(seen(tmp_path, "OKR407", written({ALICE: dropped, f"{week}/alice": note("percent: 3")}))) == findings


def stale(root: Path, today: date, key_result: str = HUNDRED, **files: str) -> list[str]:
    """The messages of OKR403 about alice's sheet; `W05` is her note, other names with two underscores are paths."""
    names = {f"W{n:02}": f"W{n:02}/alice" for n in range(1, 15)}
    tree = {names.get(name, name.replace("__", "/")): text for name, text in files.items()}
    found = seen(root, "OKR403", written({ALICE: sheet(key_result), **tree}), today=today)
    return [one.message for one in found if one.path == ALICE]


@pytest.mark.parametrize(("day", "days"), [(11, None), (12, 11), (20, 19)])
def test_a_note_ages_from_its_sunday(tmp_path: Path, day: int, days: int | None) -> None:
    """W05 ends on 1 February; ten days are allowed."""
    said = f"alice/O1/KR1 was last reported on for 2026-W05: {days} days without a report, stale after 10"
    assert stale(tmp_path, date(2026, 2, day), W05=note("value: 3")) == ([said] if days else [])


@pytest.mark.parametrize(
    ("key_result", "newest", "is_stale"),
    [
        (HUNDRED, "value: 9", False),
        (HUNDRED, "progress: p", True),  # words alone are no report of a metric
        (HUNDRED, "status: done", True),  # and the number is not there yet
        (HUNDRED, "percent: 9", True),
        (TWO, "progress: p", False),
        ("", "percent: 9", False),
        ("", "progress: p", True),
        ("", "status: done", False),
        (HUNDRED + ", dropped: {on: 2026-02-16, because: b}", "progress: p", False),
        (HUNDRED + ", dropped: {on: 2026-02-18, because: b}", "progress: p", True),
    ],
)
def test_what_a_report_is(tmp_path: Path, key_result: str, newest: str, is_stale: bool) -> None:
    notes = {"W03": note("value: 3" if "metric" in key_result else "progress: q"), "W07": note(newest)}
    assert bool(stale(tmp_path, date(2026, 2, 17), key_result, **notes)) == is_stale


THREE = "milestones: [{id: M1, title: a}, {id: M2, title: b}, {id: M3, title: c}]"


@pytest.mark.parametrize(
    ("reached", "example"),
    [
        ("[]", "reached: [M1]"),
        ("[M1]", "reached: [M2]"),
        ("[M1, M3]", "reached: [M2]"),
        ("[M1, M2, M3]", "status: done"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_first_milestone_that_is_open_is_proposed(
    tmp_path: Path, language: Language, reached: str, example: str
) -> None:
    """Reported in W04, which ends on 25 January; the day is 17 February, a Tuesday of W08."""
    name, above = ("alice", "growth/O1") if language == "en" else ("张三", "增长部/O1")
    text, update = sheet(THREE).replace("growth/O1", above), note(f"reached: {reached}, progress: p")
    said = remedies(tmp_path, "OKR403", written({f"{name}.yaml": text, f"W04/{name}": update}), language)
    path = f"cycles/2026-Q1/notes/2026-W08/{name}.yaml"
    assert [one for one in said if path in one] == [
        f"report in {path}, for example updates: [{{kr: alice/O1/KR1, {example}, progress: …}}]; without news, say why"
        if language == "en"
        else f"在 {path} 里更新，例如 updates: [{{kr: 张三/O1/KR1, {example}, progress: …}}]；没有变化也写明原因"
    ]


@pytest.mark.parametrize(("week", "example"), [("W05", "reached: [M1]"), ("W07", "reached: [M2]")])
def test_a_milestone_is_proposed_as_things_stood_in_the_week_of_the_note(
    tmp_path: Path, week: str, example: str
) -> None:
    """M1 was reached in W06."""
    files = written({ALICE: sheet(THREE), "W06/alice": note("reached: [M1]"), f"{week}/alice": note("percent: 40")})
    assert remedies(tmp_path, "OKR407", files) == [f"write it as this key result takes it, for example {example}"]


def test_a_cascade_is_not_asked_but_its_contributors_are(tmp_path: Path) -> None:
    files = {"W03": note("progress: p"), "bob.yaml": sheet("aligns_to: [alice/O1/KR1]")}
    assert stale(tmp_path, date(2026, 2, 17), "cascade: mean", **files) == []
    assert stale(tmp_path, date(2026, 2, 17), HUNDRED, **files) != []


def test_nothing_grows_older_than_the_cycle(tmp_path: Path) -> None:
    """W13 ends on 29 March, two days before the cycle; nobody closed it."""
    assert stale(tmp_path, date(2026, 4, 20), W13=note("value: 3"), cycle="state: open\n") == []


def test_what_is_done_is_not_asked_again(tmp_path: Path) -> None:
    assert stale(tmp_path, date(2026, 3, 17), W03=note("value: 100, status: done")) == []


@pytest.mark.parametrize(
    ("files", "days"),
    [
        # Nobody follows up before the first note of the cycle, whoever wrote it: its Sunday is 1 February.
        ({}, None),
        ({"W05__bob": "thanks: [{to: lin, for: x}]\n"}, 16),
        # Nor before the sheets are due.
        ({"W05__bob": "thanks: [{to: lin, for: x}]\n", "cycle": "due: {sheets: 2026-02-08}\n"}, None),
        ({"W05__bob": "thanks: [{to: lin, for: x}]\n", "cycle": "due: {sheets: 2026-02-06}\n"}, 11),
        # A note of a cycle around counts as well; W01 ends on 4 January, 44 days before.
        ({"cycles__2026__notes__2026-W01__bob.yaml": "thanks: [{to: lin, for: x}]\n"}, 44),
    ],
)
def test_a_key_result_without_any_report(tmp_path: Path, files: dict[str, str], days: int | None) -> None:
    said = f"alice/O1/KR1 was never reported on: {days} days without a report, stale after 10"
    assert stale(tmp_path, date(2026, 2, 17), **files) == ([said] if days else [])


@pytest.mark.parametrize(
    ("state", "today", "is_stale"),
    [
        ("", date(2026, 3, 31), True),
        ("", date(2026, 4, 1), False),
        ("state: open", date(2026, 4, 20), True),
        ("state: closed", date(2026, 3, 31), False),
        ("state: planned", date(2026, 3, 31), False),
    ],
)
def test_only_open_cycles(tmp_path: Path, state: str, today: date, is_stale: bool) -> None:
    files = {"W05": note("value: 3"), "cycle": f"title: Q1\n{state}\n"}
    assert bool(stale(tmp_path, today, **files)) == is_stale


@pytest.mark.parametrize(
    ("checkin", "is_stale"),
    [
        ("stale_after_days: 15", True),
        ("stale_after_days: 16", False),
        ("every: two_weeks", False),
        ("skip: [2026-W07]", False),  # 16 − 7 = 9
        ("skip: [2026-W05]", True),  # over before the silence began
    ],
)
def test_the_settings_say_how_long(tmp_path: Path, checkin: str, is_stale: bool) -> None:
    """From 1 to 17 February are 16 days."""
    files = {"W05": note("value: 3"), "okrctl.yaml": f"version: 1\ncheckin: {{{checkin}}}\n"}
    assert bool(stale(tmp_path, date(2026, 2, 17), **files)) == is_stale


def test_where_everybody_has_stopped_nobody_is_named(tmp_path: Path) -> None:
    """W05 ends on 1 February: 90 days later it is 2 May, in a cycle that is open all year."""
    folder = "cycles/2026"
    files = {f"{folder}/okrs/alice.yaml": sheet(HUNDRED), f"{folder}/notes/2026-W05/alice.yaml": note("value: 3")}
    for code in ("OKR403", "OKR410"):
        assert len(seen(tmp_path / "a" / code, code, files, today=date(2026, 5, 2))) == 1
        assert seen(tmp_path / "b" / code, code, files, today=date(2026, 5, 3)) == []


def test_days_away_do_not_count(tmp_path: Path) -> None:
    kim = "people:\n  kim: {team: growth, away: [{from: 2026-02-02, to: 2026-02-08}]}\n"
    files = {"org/kim.yaml": kim, "kim.yaml": sheet(HUNDRED), "W05/kim": note("value: 3")}
    found = seen(tmp_path, "OKR403", written(files), today=date(2026, 2, 17))
    assert [one.path for one in found if one.path == "kim.yaml"] == []


def test_an_unreadable_note_may_hold_the_report(tmp_path: Path) -> None:
    assert stale(tmp_path, date(2026, 2, 17), W05=note("value: 3"), W07="updates: [") == []


@pytest.mark.parametrize(
    ("goal", "author", "is_ones_own"),
    [
        ("alice/O1/KR1", "alice", True),
        ("alice/O1/KR1", "bob", False),
        ("alice/O1/KR1", "dana", False),
        ("alice/O1/KR1", "wang", True),  # leads the team
        ("alice/O1/KR1", "lin", False),  # leads the team above
        ("alice/O1/KR2", "bob", True),  # owner
        ("alice/O1/KR2", "alice", True),  # whose sheet it stands on
        ("alice/O1/KR3", "dana", True),  # with
        ("alice/O1/KR3", "bob", False),
        ("alice/O1/KR4", "kim", True),  # with: [design]
        ("alice/O1/KR4", "bob", False),
        ("growth/O1/KR1", "wang", True),
        ("growth/O1/KR1", "lin", True),  # the manager of who answers for it
        ("growth/O1/KR1", "bob", True),  # his team's
        ("company/O1/KR1", "wang", True),  # brings the numbers of a team below to the company's meeting
        ("company/O1/KR1", "bob", False),
        ("growth/O1/KR1", "dana", False),
        ("alice/O1", "bob", True),  # one of its key results is his
        ("alice/O1", "lin", False),
        ("kim/O1/KR1", "bob", True),  # kim's manager
        ("kim/O1/KR1", "dana", True),  # the lead of kim's team
        ("solo/O1/KR1", "alice", True),
        ("solo/O1/KR1", "dana", False),
        ("kim/O1/KR2", "alice", True),  # `owner: alise` is OKR101's
        ("alice/O1/KR9", "bob", True),  # OKR102
    ],
)
def test_whose_key_result_it_is(tmp_path: Path, goal: str, author: str, is_ones_own: bool) -> None:
    org = "teams:\n  solo: {parent: growth, members: [alice]}\npeople:\n  kim: {team: design, manager: bob}\n"
    files = {
        "org/more.yaml": org,
        ALICE: sheet("", "owner: bob", "with: [dana]", "with: [design]"),
        "kim.yaml": sheet("", "owner: alise"),
        "solo.yaml": sheet(""),
        f"W07/{author}": note(f"kr: {goal}, progress: p"),
    }  # fmt: skip
    found = [(one.line, one.text) for one in seen(tmp_path, "OKR408", written(files))]
    assert found == ([] if is_ones_own else [(2, goal)])


def test_collaborators_of_the_objective_count(tmp_path: Path) -> None:
    files = {ALICE: sheet("", objective="    with: [dana]\n"), "W07/dana": note("kr: alice/O1/KR1, progress: p")}
    assert seen(tmp_path, "OKR408", written(files)) == []


def test_without_the_org_nobody_is_a_stranger(tmp_path: Path) -> None:
    files = {ALICE: sheet(""), "W07/bob": note("kr: alice/O1/KR1, progress: p"), "org/more.yaml": "people: ["}
    assert seen(tmp_path, "OKR408", written(files)) == []


def test_both_are_named(tmp_path: Path) -> None:
    files = {ALICE: sheet(""), "W07/bob": note("kr: alice/O1/KR1, progress: p")}
    (one,) = seen(tmp_path, "OKR408", written(files))
    assert one.message == "alice/O1/KR1 is Alice Chen's, and Bob Meyer is not among its collaborators"
    assert one.related == ("t1",)


def absent(root: Path, today: date, **files: str) -> list[str]:
    """The messages of OKR410 about alice and kim, who have a sheet each; `W05` is alice's note."""
    names = {f"W{n:02}": f"W{n:02}/alice" for n in range(1, 15)}
    tree = {names.get(name, name.replace("__", "/")): text for name, text in files.items()}
    found = seen(root, "OKR410", written({ALICE: sheet("", ""), **tree}), today=today)
    return [one.message for one in found if one.path in (ALICE, "kim.yaml")]


SAID = "Alice Chen has open key results and wrote no note for {} (the meeting was on {}); the last one is of {}"
NOTE = "updates: [{kr: O1/KR1, percent: 3}]\n"


@pytest.mark.parametrize(
    ("day", "week", "meeting"),
    [
        (8, "2026-W06", "2026-02-03"),
        (10, "2026-W06", "2026-02-03"),  # the day of the meeting is not over
        (11, "2026-W07", "2026-02-10"),
    ],
)
def test_a_note_is_missing_the_day_after_the_meeting(tmp_path: Path, day: int, week: str, meeting: str) -> None:
    assert absent(tmp_path, date(2026, 2, day), W05=NOTE) == [SAID.format(week, meeting, "2026-W05")]


@pytest.mark.parametrize(
    "files",
    [
        {},  # who never wrote has not begun
        {"W08": NOTE},  # or begins later
        {"W05": NOTE, "W07": NOTE},
        {"W05": NOTE, "cycles__2026__notes__2026-W07__alice.yaml": "thanks: [{to: lin, for: x}]\n"},
        {"W05": NOTE, "W07": "updates: ["},  # there, and broken
        {"W05": NOTE, "okrctl.yaml": "version: 1\ncheckin: {skip: [2026-W06, 2026-W07]}\n"},
        {"W05": NOTE, "okrctl.yaml": "version: 1\ncheckin: {meeting: sunday, skip: [2026-W06]}\n"},
        {"W05": NOTE, "cycle": "state: closed\n"},
        {"W05": NOTE, "alice.yaml": sheet("", "", objective="    dropped: {on: 2026-02-10, because: b}\n")},
    ],
)
def test_nothing_is_missing(tmp_path: Path, files: dict[str, str]) -> None:
    """On Thursday of W07; a meeting on Sunday is still to come."""
    assert absent(tmp_path, date(2026, 2, 12), **files) == []


def test_a_note_without_a_word_is_none(tmp_path: Path) -> None:
    assert len(absent(tmp_path, date(2026, 2, 12), W05=NOTE, W07="week: 2026-W07\n")) == 1


@pytest.mark.parametrize(
    ("about", "is_missing"),
    [
        ("", True),
        ("away: [{from: 2026-02-09, to: 2026-02-10}]", False),  # until the meeting
        ("away: [{from: 2026-02-10, to: 2026-02-13}]", True),  # Monday was there
        ("left: 2026-02-09", False),
        ("left: 2026-02-10", True),
        ("joined: 2026-02-11", False),
        ("external: true", False),
    ],
)
def test_who_owes_a_note(tmp_path: Path, about: str, is_missing: bool) -> None:
    kim = f"people:\n  kim: {{team: growth{', ' if about else ''}{about}}}\n"
    files = {"org__kim.yaml": kim, "kim.yaml": sheet("", ""), "W06__kim": NOTE}
    assert len(absent(tmp_path, date(2026, 2, 12), **files)) == is_missing


@pytest.mark.parametrize(
    ("every", "day", "missing"),
    [
        # Pairs of weeks from the cycle's first: W07 and W08, then W09 and W10; the note is due by the second meeting.
        ("two_weeks", date(2026, 2, 20), []),
        ("two_weeks", date(2026, 3, 4), ["2026-W10"]),
        ("month", date(2026, 2, 20), []),
    ],
)
def test_the_rhythm_of_the_settings(tmp_path: Path, every: str, day: date, missing: list[str]) -> None:
    settings = f"version: 1\ncheckin: {{every: {every}}}\n"
    found = absent(tmp_path, day, W07=NOTE, **{"okrctl.yaml": settings})
    assert [one.split(" note for ")[1][:8] for one in found] == missing


def test_everybody_is_named_once(tmp_path: Path) -> None:
    """The month inside the quarter is the nearer cycle."""
    files = {"W05": NOTE, "cycles__2026-02__okrs__alice.yaml": sheet("", "")}
    found = seen(tmp_path, "OKR410", written({ALICE: sheet("", ""), **_paths(files)}), today=date(2026, 2, 12))
    assert [one.path for one in found if "alice" in one.path] == ["cycles/2026-02/okrs/alice.yaml"]


def test_who_shares_a_key_result_owes_a_note(tmp_path: Path) -> None:
    files = {ALICE: sheet("", "with: [bob]"), "W05/bob": note("kr: alice/O1/KR2, progress: p"), "W07/alice": NOTE}
    (one,) = seen(tmp_path, "OKR410", written(files), today=date(2026, 2, 12))
    assert (one.text, one.message.split(" has ")[0]) == ("t2", "Bob Meyer")


def _paths(files: dict[str, str]) -> dict[str, str]:
    return {"W05/alice" if name == "W05" else name.replace("__", "/"): text for name, text in files.items()}
