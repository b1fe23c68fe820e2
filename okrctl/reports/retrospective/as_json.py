"""The retrospective as plain data of a stable shape: the design's words as keys, numbers to six decimals (2.1)."""

from collections.abc import Mapping
from typing import Any

from okrctl.language import Language
from okrctl.progress.course import WeekPoint
from okrctl.reports.retrospective.record import (
    CauseGroup,
    GoalResult,
    Judgement,
    Moved,
    ObjectiveResult,
    Retrospective,
    RhythmWeek,
    Voice,
)
from okrctl.reports.weekly.record import Who

VERSION = 1
Data = Mapping[str, Any]


def as_json(retro: Retrospective, language: Language) -> dict[str, Any]:
    """Everything the document says; lists are empty rather than absent; values that moved are in `language`."""
    cycle = retro.cycle.id
    return {
        "version": VERSION,
        "owner": retro.owner.handle,
        "name": retro.owner.name,
        "kind": "team" if retro.is_team else "person",
        "cycle": cycle,
        "day": retro.day.isoformat(),
        "frozen": retro.frozen.isoformat(),
        "progress": _number(retro.progress) if retro.has_sheet else None,
        "score": _number(retro.score),
        "unscored": [goal.key.address(cycle) for goal in retro.unscored],
        "goals": [_objective(each, cycle) for each in retro.objectives],
        "moves": [_move(moved, cycle, language) for moved in retro.moves],
        "gap": retro.gap.say(language) if retro.gap else None,
        "refrozen": retro.refrozen.say(language) if retro.refrozen else None,
        "rhythm": [_week(week) for week in retro.rhythm],
        "verdict": _judgement(retro.judgement, cycle),
        "causes": [_cause(group, cycle) for group in retro.misses],
        "missed": [goal.key.address(cycle) for goal in retro.missed],
        "successes": [goal.key.address(cycle) for goal in retro.successes],
        "questions": [
            {"kind": question.kind, "goals": [goal.key.address(cycle) for goal in question.goals]}
            for question in retro.questions
        ],
        "members": [_voice(voice, cycle, with_goals=voice.who != retro.owner) for voice in retro.voices],
        "silent": [_who(who) for who in retro.silent],
        "unreadable": [_who(who) for who in retro.unreadable],
    }


def _objective(objective: ObjectiveResult, cycle: str) -> Data:
    return {
        **_goal(objective.goal, cycle),
        "key_results": [
            {**_goal(goal, cycle), "trajectory": [_point(point) for point in goal.way]}
            for goal in objective.key_results
        ],
    }


def _goal(goal: GoalResult, cycle: str) -> Data:
    aim, said = goal.aim, goal.said
    numbers = {
        "progress": goal.progress,
        "expected": goal.expected,
        "gap": goal.progress - goal.expected,
        "completion": goal.completion,
        "confidence": goal.confidence,
        "weight": goal.weight,
        "score": goal.score,
        "start": aim.start if aim else None,
        "target": aim.target if aim else None,
        "value": goal.value,
    }
    return {
        "address": goal.key.address(cycle),
        "owner": goal.owner.handle,
        "title": goal.title,
        "kind": "committed" if goal.committed else "aspirational",
        **{name: _number(number) for name, number in numbers.items()},
        "unit": aim.unit or None if aim else None,
        "status": goal.status,
        "computed_status": goal.computed_status,
        "has_data": goal.has_data,
        "dropped": goal.dropped_on.isoformat() if goal.dropped_on else None,
        "difficulty": said.difficulty,
        "effort": said.effort,
        "cause": said.cause,
        "because": said.because or None,
        "next": said.next,
        "reply": said.reply or None,
    }


def _point(point: WeekPoint) -> Data:
    return {
        "week": str(point.week),
        "value": _number(point.value),
        "progress": _number(point.progress),
        "expected": _number(point.expected),
        "status": point.status,
        "confidence": _number(point.confidence),
        "reported": point.reported,
    }


def _move(moved: Moved, cycle: str, language: Language) -> Data:
    return {
        "address": moved.goal.address(cycle),
        "owner": moved.owner.handle,
        "title": moved.title,
        "field": moved.field,
        "from": moved.before.say(language) if moved.before else None,
        "to": moved.after.say(language) if moved.after else None,
        "on": moved.on.isoformat() if moved.on else None,
        "by": moved.by or None,
        "commit": moved.sha or None,
        "because": moved.because or None,
    }


def _week(week: RhythmWeek) -> Data:
    return {"week": str(week.week), "in": week.notes_in, "due": week.notes_due, "holiday": week.holiday}


def _judgement(judgement: Judgement | None, cycle: str) -> Data | None:
    if judgement is None:
        return None
    each = [
        {"address": goal.key.address(cycle), "score": _number(goal.score), "verdict": verdict}
        for goal, verdict in judgement.each
    ]
    return {"score": _number(judgement.mean), "verdict": judgement.verdict, "goals": each}


def _cause(group: CauseGroup, cycle: str) -> Data:
    goals = [{"address": goal.key.address(cycle), "because": goal.said.because or None} for goal in group.goals]
    return {"cause": group.cause, "goals": goals}


def _voice(voice: Voice, cycle: str, with_goals: bool) -> Data:
    """A voice; the goals of the document's own owner stand under `goals` already."""
    return {
        **_who(voice.who),
        "goals": [_objective(each, cycle) for each in voice.objectives] if with_goals else [],
        "went_well": list(voice.went_well),
        "to_improve": list(voice.to_improve),
        "lessons": list(voice.lessons),
        "next_cycle": list(voice.next_cycle),
    }


def _who(who: Who) -> Data:
    return {"handle": who.handle, "name": who.name}


def _number(number: float | None) -> float | None:
    return None if number is None else round(number, 6)
