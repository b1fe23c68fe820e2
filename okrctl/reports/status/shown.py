"""How much of a long board is shown: it is for one look, the whole stands in JSON and on each team's own board."""

from okrctl.reports.status.record import TeamLine

MOST_HELP, MOST_RISK, MOST_ASKS, MOST_TEAMS = 10, 8, 8, 24  # key results, those at risk, questions, teams
MOST_NAMES = 30  # people


def shown_teams(teams: tuple[TeamLine, ...]) -> tuple[TeamLine, ...]:
    """As many levels of teams as fit; where the first below the top is too many, those with most that needs help."""
    depth = max((line.depth for line in teams), default=0)
    while depth > 1 and sum(line.depth <= depth for line in teams) > MOST_TEAMS:
        depth -= 1
    level = [line for line in teams if line.depth <= depth]
    if len(level) <= MOST_TEAMS:
        return tuple(level)
    ranked = sorted(range(1, len(level)), key=lambda number: (_trouble(level[number]), number))
    kept = {0, *ranked[: MOST_TEAMS - 1]}
    return tuple(line for number, line in enumerate(level) if number in kept)


def _trouble(line: TeamLine) -> tuple[int, float]:
    """Sorts the team with most key results off track or silent first, then the one that lags furthest."""
    counts = line.computed
    return -(counts.off_track + counts.stale + counts.no_data), line.standing.gap if line.standing else 0.0
