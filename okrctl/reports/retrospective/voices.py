"""Each member's own words, and who has not written any yet."""

from okrctl.reports.retrospective.record import ObjectiveResult, Voice
from okrctl.reports.retrospective.results import results_of
from okrctl.reports.retrospective.scope import Scope
from okrctl.reports.weekly.record import Who
from okrctl.workspace import chart


def voices_of(scope: Scope, own: tuple[ObjectiveResult, ...]) -> tuple[Voice, ...]:
    """The owner first, then the members and the teams directly below that have a sheet or a retrospective file."""
    others = [each for each in scope.owners[1:] if scope.has_sheet(each) or each in scope.retros]
    return (
        _voice(scope, scope.owner, own),
        *(_voice(scope, each, results_of(scope, each, with_way=False)) for each in others),
    )


def silent(scope: Scope) -> tuple[Who, ...]:
    """Those with a sheet who have no retrospective file yet and are with us on the day."""
    return tuple(
        scope.who(each)
        for each in scope.owners
        if scope.has_sheet(each)
        and each not in scope.retros
        and each not in scope.unreadable
        and (each in scope.workspace.teams or chart.is_active(scope.workspace, each, scope.day))
    )


def unreadable(scope: Scope) -> tuple[Who, ...]:
    """Those whose retrospective file or whose sheet is there and cannot be read."""
    broken = scope.unreadable | {
        sheet.owner for sheet in scope.workspace.broken_sheets if sheet.cycle == scope.cycle.id
    }
    return tuple(scope.who(each) for each in scope.owners if each in broken)


def _voice(scope: Scope, owner: str, objectives: tuple[ObjectiveResult, ...]) -> Voice:
    voice = Voice(scope.who(owner), owner in scope.workspace.teams, objectives)
    retro = scope.retros.get(owner)
    if retro is None:
        return voice
    return voice._replace(
        went_well=scope.texts(retro.went_well),
        to_improve=scope.texts(retro.to_improve),
        lessons=scope.texts(retro.lessons),
        next_cycle=scope.texts(retro.next_cycle),
    )
