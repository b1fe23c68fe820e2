"""The weekly report as plain data of a stable shape: the design's words as keys, numbers to six decimals (2.1)."""

from collections.abc import Mapping
from typing import Any

from okrctl.reports.weekly.record import (
    Absentee,
    Entry,
    Evidence,
    GoalLine,
    Highlight,
    Hindrance,
    Move,
    NewObjective,
    ObjectivePart,
    Reached,
    Row,
    Task,
    WeeklyReport,
    Who,
)

VERSION = 1
Data = Mapping[str, Any]


def as_json(report: WeeklyReport) -> dict[str, Any]:
    """Everything the report says; lists are empty rather than absent."""
    cycle, attendance = report.cycle.id, report.attendance
    return {
        "version": VERSION,
        **_who(report.owner),
        "kind": "team" if report.is_team else "person",
        "cycle": cycle,
        "weeks": [str(week) for week in report.weeks],
        "meeting": report.meeting.isoformat(),
        "compared_with": report.compared_with.isoformat(),
        **_position(report),
        "notes": {
            "in": attendance.notes_in,
            "due": attendance.notes_due,
            "holiday": attendance.holiday,
            "missing": [_absentee(one) for one in attendance.missing],
            "unreadable": [_absentee(one) for one in attendance.unreadable],
            "away": [_absentee(one) for one in attendance.away],
        },
        "plan": [_task(task) for task in report.plan],
        "needs": [_task(task) for task in report.needs],
        "changes": [_move(move, cycle) for move in report.moves],
        "highlights": [_highlight(one, cycle) for one in report.highlights],
        "thanks": [{"by": _who(one.by), "to": _who(one.to), "for": one.what} for one in report.thanks],
        "goals": [_objective(part, cycle) for part in report.objectives],
        "other": [_entry(entry, cycle) for entry in (*report.other.escalated, *report.other.items)],
        "new": [_new(objective, cycle) for objective in report.other.new],
        "unaligned": [_entry(entry, cycle) for entry in report.other.unaligned],
        "todos": [_task(task) for task in report.todos],
        "silent": [line.key.address(cycle) for line in report.silent],
    }


def _position(report: WeeklyReport) -> Data:
    position = report.position
    if position is None:
        return dict.fromkeys(("progress", "progress_before", "expected", "gap", "confidence", "confidence_before"))
    return {
        "progress": _number(position.progress),
        "progress_before": _number(position.progress_before),
        "expected": _number(position.expected),
        "gap": _number(position.progress - position.expected),
        "confidence": _number(position.confidence),
        "confidence_before": _number(position.confidence_before),
    }


def _objective(part: ObjectivePart, cycle: str) -> Data:
    return {
        **_row(part.whole, cycle),
        "key_results": [_row(row, cycle) for row in part.key_results],
        "further_down": [_entry(entry, cycle) for entry in part.deeper],
    }


def _row(row: Row, cycle: str) -> Data:
    references = [{**_who(one.who), "see": one.row.address(cycle)} for one in row.references]
    return {
        **_goal(row.goal, cycle),
        "updates": [_entry(entry, cycle) for entry in row.entries],
        "references": references,
    }


def _goal(line: GoalLine, cycle: str) -> Data:
    standing = line.standing
    numbers = {
        "progress": standing.progress,
        "progress_before": standing.progress_before,
        "expected": standing.expected,
        "gap": standing.progress - standing.expected,
        "value": standing.value,
        "value_before": standing.value_before,
        "target": line.target,
        "confidence": standing.confidence,
        "confidence_before": standing.confidence_before,
        "weight": standing.weight,
    }
    return {
        "address": line.key.address(cycle),
        "owner": line.owner.handle,
        "title": line.title,
        "kind": "committed" if line.committed else "aspirational",
        **{name: _number(number) for name, number in numbers.items()},
        "unit": line.unit or None,
        "status": standing.status,
        "status_before": standing.status_before,
        "computed_status": standing.computed_status,
        "dropped": standing.dropped_on.isoformat() if standing.dropped_on else None,
    }


def _entry(entry: Entry, cycle: str) -> Data:
    return {
        **_who(entry.who),
        "week": str(entry.week),
        "address": entry.goal.key.address(cycle) if entry.goal else None,
        "title": entry.goal.title if entry.goal else entry.title,
        "value": _number(entry.value),
        "percent": _number(entry.percent),
        "status": entry.status,
        "confidence": _number(entry.confidence),
        "progress": entry.progress or None,
        "reached": [_reached(one) for one in entry.reached],
        "risks": [_hindrance(one) for one in entry.risks],
        "next": [_task(task) for task in entry.next],
        "evidence": [_evidence(one) for one in entry.evidence],
        "escalate": entry.escalate,
    }


def _task(task: Task) -> Data:
    return {
        "reference": task.reference or None,
        "kind": "need" if task.is_need else "next",
        "what": task.text or None,
        "risk": task.risk or None,
        "owners": [_who(one) for one in task.owners],
        "author": task.asked_by.handle,
        "week": str(task.week),
        "due": task.due.isoformat() if task.due else None,
        "done": task.done,
        "overdue": task.overdue,
    }


def _hindrance(one: Hindrance) -> Data:
    from_ = [_who(who) for who in one.from_]
    return {"risk": one.risk, "need": one.need or None, "from": from_, "done": one.closed}


def _reached(one: Reached) -> Data:
    on = one.on.isoformat() if one.on else None
    return {"id": one.id, "title": one.title or None, "on": on, "quality": one.quality or None}


def _evidence(one: Evidence) -> str:
    return one.target or one.label


def _move(move: Move, cycle: str) -> Data:
    return {
        "address": move.goal.address(cycle),
        "owner": move.owner.handle,
        "title": move.title,
        "on": move.on.isoformat(),
        "because": move.because,
        "dropped": move.dropped,
    }


def _highlight(one: Highlight, cycle: str) -> Data:
    reached = _reached(one.reached) if one.reached else None
    return {"address": one.goal.address(cycle), "title": one.title, **_who(one.who), "reached": reached}


def _new(objective: NewObjective, cycle: str) -> Data:
    return {
        "address": objective.goal.address(cycle),
        "owner": objective.owner.handle,
        "title": objective.title,
        "why": objective.why or None,
    }


def _absentee(one: Absentee) -> Data:
    return {**_who(one.who), "weeks": [str(week) for week in one.weeks]}


def _who(who: Who) -> Data:
    return {"handle": who.handle, "name": who.name}


def _number(number: float | None) -> float | None:
    return None if number is None else round(number, 6)
