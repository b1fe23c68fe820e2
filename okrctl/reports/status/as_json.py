"""The board, the lists and the rollout as plain data of a stable shape: the design's words as keys (2.1)."""

from collections.abc import Mapping
from typing import Any

from okrctl.progress.alignment_rate import AlignmentRate
from okrctl.reports.status.record import (
    Aim,
    AskLine,
    Board,
    HelpLine,
    Notes,
    Reminder,
    Reminders,
    Rollout,
    RolloutLine,
    Standing,
    Tally,
    TeamLine,
    Who,
)

VERSION = 1
Data = Mapping[str, Any]


def board_data(board: Board) -> Data:
    """The whole board; lists are empty rather than absent."""
    total, cycle = board.total, board.cycle.id
    return {
        "version": VERSION,
        "cycle": cycle,
        "day": board.day.isoformat(),
        "elapsed": _number(board.elapsed),
        "weeks": [str(week) for week in board.weeks],
        "team" if board.team else "company": {key: value for key, value in _team(total).items() if key != "depth"},
        "teams": [_team(line) for line in board.teams],
        "goals": [_goal(line, cycle) for line in (*board.help, *board.risk)],
        "not_reported": [{**_who(one.who), "goals": one.goals} for one in board.unreported],
        "notes_due_from": str(board.first_due) if board.first_due else None,
        "needs": [_ask(line, cycle) for line in board.asks],
        "people": [_who(one) for one in total.notes.missing],
    }


def reminders_data(found: Reminders) -> Data:
    """The people to be reminded, each with the week without a note and the goals that are late or stale."""
    whose = {"team": found.team} if found.team else {}
    return {
        "version": VERSION,
        "cycle": found.cycle,
        "day": found.day.isoformat(),
        **whose,
        "people": [_reminder(one, found.cycle) for one in found.people],
    }


def rollout_data(rollout: Rollout) -> Data:
    """Teams with the stages of their sheets, who has no sheet, and who is new."""
    whose = {"team": rollout.team} if rollout.team else {}
    return {
        "version": VERSION,
        "cycle": rollout.cycle.id,
        "day": rollout.day.isoformat(),
        **whose,
        "due": {name: day.isoformat() for name, day in rollout.due.items()},
        "teams": [_rollout_line(line) for line in rollout.teams],
        "without_sheet": [_who(one) for one in rollout.without],
        "people": [{**_who(one.who), "team": one.team, "joined": one.joined.isoformat()} for one in rollout.newcomers],
    }


def _team(line: TeamLine) -> dict[str, Any]:
    return {
        "handle": line.who.handle or None,
        "name": line.who.name,
        "depth": line.depth,
        **_standing(line.standing),
        "confidence_trend": [_number(one) for one in line.trend],
        "computed_status": line.computed._asdict(),
        "status": line.told._asdict(),
        "alignment_rate": _rate(line.rate),
        "notes": _notes(line.notes),
    }


def _standing(standing: Standing | None) -> Data:
    if standing is None:
        return {**dict.fromkeys(("progress", "expected", "gap", "confidence")), "without_data": 0}
    return {
        "progress": _number(standing.progress),
        "expected": _number(standing.expected),
        "gap": _number(standing.gap),
        "confidence": _number(standing.confidence),
        "without_data": standing.without_data,
    }


def _rate(rate: AlignmentRate) -> Data:
    return {
        "aligned": rate.aligned,
        "all": rate.all,
        "by_count": _number(rate.by_count),
        "by_weight": _number(rate.by_weight),
        "cross_team": rate.cross_team,
    }


def _notes(notes: Notes) -> Data:
    return {
        "week": str(notes.week) if notes.week else None,
        "in": notes.notes_in,
        "due": notes.notes_due,
        "missing": [one.handle for one in notes.missing],
        "unreadable": [one.handle for one in notes.unreadable],
        "away": [one.handle for one in notes.away],
    }


def _goal(line: HelpLine, cycle: str) -> Data:
    return {
        "address": line.key.address(cycle),
        "owner": line.owner.handle,
        "name": line.owner.name,
        "title": line.title,
        "kind": "committed" if line.committed else "aspirational",
        "progress": _number(line.progress),
        "expected": _number(line.expected),
        "gap": _number(line.gap),
        "weight": _number(line.weight),
        "confidence": _number(line.confidence),
        "status": line.status,
        "computed_status": line.computed_status,
        "differs": line.differs,
        "reasons": list(line.reasons),
        "has_data": line.has_data,
        "weeks_inside": line.kept.inside if line.kept else None,
        "weeks_reported": line.kept.all if line.kept else None,
        "due": line.due.isoformat(),
        "last_report": str(line.last) if line.last else None,
        "days_since_report": line.days,
        "days_silent": line.silent,
        **_aim(line.aim),
    }


def _aim(aim: Aim) -> Data:
    found = aim.forecast
    forecast = None
    if found is not None:
        numbers = {"value": found.value, "low": found.low, "high": found.high, "progress": found.progress}
        rounded = {name: _number(number) for name, number in numbers.items()}
        forecast = {**rounded, "points": found.points, "due": found.due.isoformat()}
    return {
        "value": _number(aim.current),
        "target": _number(aim.target),
        "min": _number(aim.low),
        "max": _number(aim.high),
        "unit": aim.unit or None,
        "forecast": forecast,
    }


def _ask(line: AskLine, cycle: str) -> Data:
    return {
        "kind": line.kind,
        "what": line.what or None,
        "risk": line.risk or None,
        "author": line.by.handle,
        "name": line.by.name,
        "from": [{"handle": one.handle, "name": one.name} for one in line.of],
        "week": str(line.week),
        "address": line.key.address(cycle) if line.key else None,
        "title": line.about or None,
        "reference": line.reference or None,
    }


def _reminder(one: Reminder, cycle: str) -> Data:
    lines = dict.fromkeys((*one.late, *one.stale))
    return {
        **_who(one.who),
        "weeks": [str(one.week)] if one.week else [],
        "goals": [{**_goal(line, cycle), "late": line in one.late, "stale": line in one.stale} for line in lines],
    }


def _rollout_line(line: RolloutLine) -> Data:
    stages: dict[str, Tally | None] = line.stages._asdict()
    return {
        "handle": line.who.handle or None,
        "name": line.who.name,
        "depth": line.depth,
        **{name: None if tally is None else tally._asdict() for name, tally in stages.items()},
    }


def _who(who: Who) -> Data:
    return {"handle": who.handle, "name": who.name, "email": who.email or None}


def _number(number: float | None) -> float | None:
    return None if number is None else round(number, 6) + 0.0
