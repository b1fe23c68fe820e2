"""The board of a company or team, built from what was read."""

from collections import Counter
from collections.abc import Iterable, Mapping

from okrctl.alignment.goals import Goal
from okrctl.progress.alignment_rate import AlignmentRate, alignment_rates
from okrctl.progress.attendance import Seat, roll_call
from okrctl.progress.figures import Figures
from okrctl.progress.pace import Term, elapsed_share
from okrctl.reports.status.asks import asks_of
from okrctl.reports.status.help import followed
from okrctl.reports.status.record import Board, Computed, Notes, Standing, TeamLine, Told
from okrctl.reports.status.scope import Part, StatusScope
from okrctl.workspace.index import SheetKey


def build_board(scope: StatusScope) -> Board:
    """The whole board; every figure is as of the day of `scope.figures`."""
    seats, lights, found = seats_of(scope), _Lights(scope), followed(scope)
    rates = alignment_rates(scope.graph, scope.cycle.id, scope.figures.day, [part.owners for part in scope.parts])
    lines = tuple(_line(scope, part, lights, (seats, rate)) for part, rate in zip(scope.parts, rates, strict=True))
    total = lines[0]._replace(who=lines[0].who._replace(name=scope.name()))
    return Board(
        cycle=scope.cycle_name,
        day=scope.figures.day,
        elapsed=elapsed_share(Term(scope.cycle.start, scope.cycle.end), scope.figures.day),
        weeks=scope.weeks,
        team=scope.team,
        total=total,
        teams=lines,
        help=found.help,
        risk=found.risk,
        unreported=found.unreported,
        first_due=scope.first_due,
        asks=asks_of(scope),
    )


class _Lights:
    """The key results of each owner by status, looked at once for all the teams above."""

    def __init__(self, scope: StatusScope) -> None:
        self._computed: dict[str, Counter[str]] = {}
        self._told: dict[str, Counter[str]] = {}
        for goal in scope.key_results:
            self._count(scope.figures, goal)

    def _count(self, figures: Figures, goal: Goal) -> None:
        found, owner = figures.goal(goal.key), goal.key.owner
        computed = found.computed_status if found.has_data else None
        self._computed.setdefault(owner, Counter())[computed or "no_data"] += 1
        self._told.setdefault(owner, Counter())[found.status or "none"] += 1

    def of(self, part: Part) -> tuple[Computed, Told]:
        """Those of a team and everything below it."""
        return Computed(**_sum(self._computed, part)), Told(**_sum(self._told, part))


def _sum(counts: Mapping[str, Counter[str]], part: Part) -> Counter[str]:
    found: Counter[str] = Counter()
    for owner, each in counts.items():
        if part.has(owner):
            found.update(each)
    return found


def _line(scope: StatusScope, part: Part, lights: _Lights, given: tuple[tuple[Seat, ...], AlignmentRate]) -> TeamLine:
    seats, rate = given
    sheet = SheetKey(scope.cycle.id, part.handle)
    computed, told = lights.of(part)
    return TeamLine(
        who=scope.who(part.handle),
        depth=part.depth,
        standing=_standing(scope.figures, sheet, scope.first_due is None),
        trend=_trend(scope, sheet),
        computed=computed,
        told=told,
        notes=notes_of(scope, seats, part.people),
        rate=rate,
        is_unreadable=sheet in scope.workspace.broken_sheets,
    )


def _standing(figures: Figures, sheet: SheetKey, is_asked: bool) -> Standing | None:
    if sheet not in figures.graph.workspace.sheets or not figures.objective_weights(sheet):
        return None
    found = figures.owner(sheet)
    without = len(found.without_data)
    return Standing(found.progress, found.expected, found.gap, found.confidence, without, is_asked)


def _trend(scope: StatusScope, sheet: SheetKey) -> tuple[float | None, ...]:
    if sheet not in scope.workspace.sheets:
        return (None,) * len(scope.weeks)
    days = [min(week.sunday, scope.figures.day) for week in scope.weeks]
    return tuple(scope.figures.as_of(day).owner(sheet).confidence for day in days)


def seats_of(scope: StatusScope) -> tuple[Seat, ...]:
    """Who owed a note for the last meeting that has been, and what became of it."""
    return roll_call(scope.graph, scope.cycles, scope.whole.people, [scope.round] if scope.round else [])


def notes_of(scope: StatusScope, seats: Iterable[Seat], people: Iterable[str]) -> Notes:
    """The notes of these people among the seats of one check-in period."""
    asked = frozenset(people)
    ours = [seat for seat in seats if seat.person in asked]
    names = {
        presence: scope.everyone(seat.person for seat in ours if seat.presence == presence)
        for presence in ("missing", "unreadable", "away")
    }
    return Notes(
        week=scope.round[-1] if scope.round else None,
        notes_in=sum(seat.presence == "in" for seat in ours),
        notes_due=sum(seat.presence != "away" for seat in ours),
        missing=names["missing"],
        unreadable=names["unreadable"],
        away=names["away"],
    )
