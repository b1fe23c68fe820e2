"""The board: figures of the whole and of each team, what needs help, what asks for an answer."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.models.calendar import Week
from okrctl.reports.status.record import Board, Computed, HelpLine, TeamLine, Told
from okrctl.reports.status.shown import MOST_TEAMS, shown_teams
from tests.reports.status_world import DAY, ELAPSED, ORG, Q1, WORLD, board_of


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return board_of(tmp_path_factory.mktemp("world"))


def team(board: Board, handle: str) -> TeamLine:
    return next(line for line in board.teams if line.who.handle == handle)


def line_of(board: Board, address: str) -> HelpLine:
    return next(line for line in board.help if line.key.address() == address)


def test_head(board: Board):
    assert (board.cycle.id, board.day, board.elapsed) == ("2026-Q1", DAY, pytest.approx(ELAPSED))
    assert (board.weeks[0], board.weeks[-1], len(board.weeks)) == (Week(2026, 1), Week(2026, 9), 9)
    standing = board.total.standing
    assert standing is not None
    # 45 of 90 and 1 of 10, of equal weight; only the first has a confidence.
    assert standing.progress == pytest.approx((0.5 + 0.1) / 2)
    assert standing.expected == pytest.approx(ELAPSED)
    assert standing.gap == pytest.approx(0.3 - ELAPSED)
    assert (standing.confidence, standing.without_data) == (8, 0)


def test_status_as_computed_and_as_reported(board: Board):
    # Computed: eve/KR2 and alice/KR1 on track; company/KR1 (-0.11) and growth/KR2 (-0.25) at risk; company/KR2 and
    # eve/KR1 off track; alice/KR2 silent for 23 days; nobody ever reported growth/KR1.
    assert board.total.computed == Computed(on_track=2, at_risk=2, off_track=2, stale=1, no_data=1)
    assert board.total.told == Told(on_track=3, at_risk=1, off_track=1, done=0, paused=1, none=2)


def test_each_team_counts_everything_below_it(board: Board):
    assert [(line.who.handle, line.depth) for line in board.teams] == [("company", 0), ("growth", 1), ("web", 2)]
    assert team(board, "company").computed == board.total.computed
    assert team(board, "growth").computed == Computed(on_track=2, at_risk=1, off_track=1, stale=1, no_data=1)
    assert team(board, "web").computed == Computed(on_track=1, off_track=1)


def test_attainment_is_of_the_teams_own_sheet(board: Board):
    growth = team(board, "growth").standing
    assert growth is not None
    # Nothing, and 3 of 4; the fairs were due four days ago.
    assert growth.progress == pytest.approx(0.75 / 2)
    assert growth.expected == pytest.approx((ELAPSED + 1) / 2)
    assert (growth.confidence, growth.without_data) == (4, 1)
    assert team(board, "web").standing is None


def test_confidence_week_by_week(board: Board):
    assert board.total.trend == (None, None, None, None, None, 6, 6, 6, 8)
    assert team(board, "growth").trend == (None, None, None, None, None, None, 4, 4, 4)
    assert team(board, "web").trend == (None,) * 9


def test_alignment_by_team(board: Board):
    # Of growth/O1, eve/O1 and alice/O1 the last leads nowhere; each is all of its sheet.
    rates = {line.who.handle: (line.rate.aligned, line.rate.all) for line in board.teams}
    assert rates == {"company": (2, 3), "growth": (2, 3), "web": (1, 1)}
    assert board.total.rate.by_weight == pytest.approx(2 / 3)


def test_notes_of_the_last_meeting(board: Board):
    notes = board.total.notes
    assert (notes.week, notes.notes_in, notes.notes_due) == (Week(2026, 9), 2, 3)
    assert [one.handle for one in notes.missing] == ["wang"]
    assert [one.handle for one in notes.away] == ["eve"]
    web = team(board, "web").notes
    assert (web.notes_in, web.notes_due, [one.handle for one in web.away]) == (0, 0, ["eve"])


def test_before_the_meeting_the_one_before_counts_and_holidays_have_none(tmp_path: Path):
    notes = board_of(tmp_path, day=date(2026, 2, 23)).total.notes
    assert (notes.week, notes.notes_in, notes.notes_due) == (Week(2026, 7), 3, 4)
    assert [one.handle for one in notes.missing] == ["lin"]


def test_before_the_first_meeting_none_was_due(tmp_path: Path):
    # The meeting of week 1 was on 30 December, before the quarter.
    notes = board_of(tmp_path, day=date(2026, 1, 5)).total.notes
    assert (notes.week, notes.notes_due, notes.missing) == (None, 0, ())
    assert board_of(tmp_path, day=date(2026, 1, 6)).total.notes.week == Week(2026, 2)


def test_a_note_that_cannot_be_read_is_named_as_such(tmp_path: Path):
    notes = board_of(tmp_path, {f"{Q1}/notes/2026-W09/wang.yaml": "updates: [\n"}).total.notes
    assert ([one.handle for one in notes.unreadable], notes.missing, notes.notes_due) == (["wang"], (), 3)


def test_what_needs_help_worst_first(board: Board):
    assert [(line.key.address(), line.reasons) for line in board.help] == [
        ("company/O1/KR2", ("off_track",)),
        ("eve/O1/KR1", ("off_track",)),  # paused: no word of it is expected
        ("growth/O1/KR2", ("past_due",)),
        ("eve/O1/KR2", ("reported_off_track",)),
        ("growth/O1/KR1", ("stale",)),  # no data is no red light
        ("alice/O1/KR2", ("stale",)),
    ]


def test_silence_counts_neither_holidays_nor_days_away(board: Board):
    # From 15 February to the 24th are nine days, seven of them in week 8.
    assert (line_of(board, "company/O1/KR2").silent, line_of(board, "company/O1/KR2").days) == (2, 9)
    # From 1 February 23 days, without seven of holiday and two of leave.
    assert line_of(board, "eve/O1/KR1").silent == 14
    # From 25 January 30 days without seven; from the start on 1 January 54 without seven.
    assert line_of(board, "alice/O1/KR2").silent == 23
    assert line_of(board, "growth/O1/KR1").silent == 47
    assert line_of(board, "growth/O1/KR1").last is None


def test_reported_and_computed_status_differ(board: Board):
    assert {line.key.address() for line in board.help if line.differs} == {"company/O1/KR2", "eve/O1/KR2"}


def test_whose_it_is(board: Board):
    owners = {line.key.address(): line.owner.name for line in board.help}
    assert owners["company/O1/KR2"] == "Wang Shi"
    assert owners["growth/O1/KR1"] == "Wang Shi"  # nobody is named: the team's lead
    assert owners["growth/O1/KR2"] == "Alice Chen"


def test_where_it_is_heading(tmp_path: Path):
    notes = {
        f"{Q1}/notes/2026-W{week:02}/wang.yaml": f"updates: [{{kr: company/O1/KR2, value: {value}}}]\n"
        for week, value in ((5, 1), (6, 1.5), (7, 2))
    }
    aim = line_of(board_of(tmp_path, notes), "company/O1/KR2").aim
    assert aim.forecast is not None
    # Half a club a week; from Sunday of week 7, 15 February, to 31 March are 44 days: 2 + 0.5 * 44 / 7.
    assert aim.forecast.value == pytest.approx(2 + 0.5 * 44 / 7)
    assert (aim.current, aim.target, aim.unit) == (2, 10, "clubs")


def test_two_points_make_no_forecast(board: Board):
    assert line_of(board, "company/O1/KR2").aim.forecast is None


def test_done_and_dropped_ones_need_no_help(tmp_path: Path):
    path = f"{Q1}/okrs/company.yaml"
    dropped = WORLD[path].replace("owner: wang}", "owner: wang, dropped: {on: 2026-02-20, because: Enough}}")
    done = {f"{Q1}/notes/2026-W04/alice.yaml": "updates: [{kr: O1/KR2, percent: 60, status: done}]\n"}
    found = {line.key.address() for line in board_of(tmp_path, {path: dropped, **done}).help}
    assert "company/O1/KR2" not in found
    assert "alice/O1/KR2" not in found


def test_what_asks_for_an_answer(board: Board):
    asks = [(ask.kind, ask.by.handle, [one.handle for one in ask.of], ask.week.number) for ask in board.asks]
    assert asks == [
        ("escalated", "alice", [], 9),  # last meeting's fair in Hanover is no news
        ("need", "alice", ["lin"], 7),  # the flyers were closed in week 9
        ("risk", "lin", ["growth"], 9),
    ]
    need = board.asks[1]
    assert (need.what, need.risk, need.about) == ("A booth by the door", "The hall is full", "Four fairs bring orders")
    assert need.reference == "2026-W07/alice/n1"


def test_a_team_and_those_below(tmp_path: Path):
    board = board_of(tmp_path, team="growth")
    assert [(line.who.handle, line.depth) for line in board.teams] == [("growth", 0), ("web", 1)]
    assert board.total.who.name == "Growth"
    assert board.total.standing == team(board, "growth").standing
    assert {line.key.owner for line in board.help} == {"growth", "eve", "alice"}
    assert (board.total.notes.notes_in, board.total.notes.notes_due) == (1, 2)
    web = board_of(tmp_path, team="web")
    assert [ask.kind for ask in web.asks] == []
    assert [ask.kind for ask in board.asks] == ["escalated", "need", "risk"]  # the last one asks growth


def test_people_and_sheets_outside_of_the_chart_belong_to_the_company(tmp_path: Path):
    org = ORG.replace("web: {name: Web, parent: growth", "web: {name: Web, parent: web")
    board = board_of(tmp_path, {"org.yaml": org})
    assert [(line.who.handle, line.depth) for line in board.teams] == [("company", 0), ("growth", 1), ("web", 1)]
    assert board.total.computed.off_track == 2
    assert [one.handle for one in board.total.notes.away] == ["eve"]


def test_without_teams_there_is_a_board_all_the_same(tmp_path: Path):
    board = board_of(tmp_path, {"org.yaml": "people:\n  alice: {name: Alice, team: nowhere}\n"})
    assert board.total.who.name == "Kite"
    assert board.total.standing is None
    assert sum(board.total.computed) == 8


def test_a_project_team_counts_its_members_notes(tmp_path: Path):
    org = ORG.replace("people:", "  apollo: {name: Apollo, parent: company, lead: eve, members: [alice]}\npeople:")
    board = board_of(tmp_path, {"org.yaml": org})
    apollo = team(board, "apollo").notes
    assert (apollo.notes_in, apollo.notes_due, [one.handle for one in apollo.away]) == (1, 1, ["eve"])
    assert (board.total.notes.notes_in, board.total.notes.notes_due) == (2, 3)


def lines_of(depths: list[int], board: Board) -> tuple[TeamLine, ...]:
    return tuple(
        board.total._replace(depth=depth, computed=Computed(off_track=number)) for number, depth in enumerate(depths)
    )


def test_a_board_of_many_teams_shows_the_levels_that_fit(board: Board):
    few = lines_of([0, *[1, 2, 2] * 10], board)  # eleven of the first two levels, 31 in all
    assert [line.depth for line in shown_teams(few)] == [0, *[1] * 10]
    assert shown_teams(few[:24]) == few[:24]


def test_a_board_of_very_many_teams_shows_those_in_trouble_in_their_order(board: Board):
    many = lines_of([0, *[1] * 100], board)
    assert shown_teams(many) == (many[0], *many[-(MOST_TEAMS - 1) :])
