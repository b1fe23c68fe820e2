"""The retrospective of one team or person, built from what was read and from what git knows of the goals."""

from datetime import date
from typing import NamedTuple

from okrctl.alignment.graph import Graph
from okrctl.history.moves import Moves
from okrctl.progress.reported import Reports, collect_reports
from okrctl.progress.scoring import collect_scores
from okrctl.reports.retrospective.causes import missed_of, misses_of, successes_of
from okrctl.reports.retrospective.judgement import judgement_of
from okrctl.reports.retrospective.moved import moved_of, refrozen_of
from okrctl.reports.retrospective.questions import questions_of
from okrctl.reports.retrospective.record import Retrospective
from okrctl.reports.retrospective.results import results_of
from okrctl.reports.retrospective.rhythm import rhythm_of
from okrctl.reports.retrospective.scope import Scope
from okrctl.reports.retrospective.voices import silent, unreadable, voices_of
from okrctl.reports.weekly.record import CycleName
from okrctl.workspace.index import Cycle


class Wish(NamedTuple):
    """Which retrospective: whose, of which cycle, and as of which day."""

    owner: str
    cycle: str
    today: date


def scope_of(graph: Graph, wish: Wish, reports: Reports | None = None) -> Scope:
    """What the retrospective may look at; a cycle that is over is seen as it ended."""
    cycle = graph.workspace.cycles[wish.cycle]
    folded = collect_reports(graph) if reports is None else reports
    return Scope(graph, folded, collect_scores(graph), cycle, wish.owner, last_day(cycle, wish.today))


def last_day(cycle: Cycle, today: date) -> date:
    """The day whose figures count: today, or the end of the cycle where that is past."""
    return max(cycle.start, min(today, cycle.end))


def build(scope: Scope, moves: Moves) -> Retrospective:
    """The record; `moves` is what history says of the goals of `scope.owners`."""
    own = results_of(scope, scope.owner, with_way=True)
    voices = voices_of(scope, own)
    others = tuple(each for voice in voices[1:] for each in voice.objectives)
    everybodys = (*own, *others)
    changes = moved_of(scope, moves)
    misses = misses_of(everybodys)
    cycle = scope.cycle
    return Retrospective(
        owner=scope.who(scope.owner),
        is_team=scope.is_team,
        cycle=CycleName(cycle.id, cycle.title, cycle.start, cycle.end),
        frozen=moves.frozen or cycle.frozen,
        day=scope.day,
        has_sheet=scope.has_sheet(scope.owner),
        progress=scope.figures.owner(scope.sheet(scope.owner)).progress,
        score=scope.scores.owner(scope.sheet(scope.owner)).score if scope.is_team else None,
        unscored=tuple(goal for each in own for goal in each.judged if goal.score is None),
        objectives=own,
        moves=changes,
        gap=moves.gap,
        refrozen=refrozen_of(scope, moves),
        rhythm=rhythm_of(scope),
        misses=misses,
        successes=successes_of(everybodys, misses),
        missed=missed_of(everybodys),
        judgement=judgement_of(scope, own),
        voices=voices,
        silent=silent(scope),
        unreadable=unreadable(scope),
        questions=questions_of(own, others, {each.goal for each in changes}, scope.is_over),
    )
