"""The document of an alignment meeting as data, in the words of the design (2.1)."""

from okrctl.language import Language
from okrctl.reports.alignment_meeting.record import (
    AlignmentMeeting,
    GoalName,
    Helper,
    KeyResultLine,
    Measure,
    ObjectiveLine,
    SheetPart,
)
from okrctl.reports.weekly.record import Who

_DIGITS = 6


def as_json(meeting: AlignmentMeeting, language: Language) -> dict[str, object]:
    """`sheets` holds what is talked about, the other lists what has to be."""
    return {
        "version": 1,
        "owner": _who(meeting.owner),
        "cycle": {"id": meeting.cycle.id, "start": str(meeting.cycle.start), "end": str(meeting.cycle.end)},
        "frozen": str(meeting.frozen),
        "alignment_rate": {"by_count": _rounded(meeting.by_count), "by_weight": _rounded(meeting.by_weight)},
        "sheets": [_sheet(sheet) for sheet in meeting.sheets],
        "missing": [_who(one) for one in meeting.missing],
        "unreadable": [_who(one) for one in meeting.unreadable],
        "collaboration": [{"goal": _goal(one.goal), "asked": _who(one.who)} for one in meeting.requests],
        "unaligned": [_goal(goal) for goal in meeting.unaligned],
        "unaligned_people": [_who(one) for one in meeting.unaligned_people],
        "twice": [[_goal(one), _goal(other)] for one, other in meeting.twins],
        "findings": [
            {
                "owner": one.owner.handle,
                "code": one.code,
                "message": one.message.say(language),
                "help": one.remedy.say(language),
            }
            for one in meeting.remarks
        ],
    }


def _sheet(sheet: SheetPart) -> dict[str, object]:
    return {
        **_who(sheet.owner),
        "ready": sheet.is_there,
        "objectives": [_objective(objective) for objective in sheet.objectives],
    }


def _objective(objective: ObjectiveLine) -> dict[str, object]:
    return {
        **_goal(objective.goal),
        "kind": "committed" if objective.committed else "aspirational",
        "weight": _rounded(objective.weight),
        "supports": [_goal(goal) for goal in objective.supports],
        "asked": [_helper(one) for one in objective.helpers],
        "key_results": [_key_result(line) for line in objective.key_results],
    }


def _key_result(line: KeyResultLine) -> dict[str, object]:
    return {
        **_goal(line.goal),
        "owner": line.responsible.handle,
        "measure": _measure(line.measure),
        "supports": [_goal(goal) for goal in line.supports],
        "asked": [_helper(one) for one in line.helpers],
    }


def _measure(measure: Measure) -> dict[str, object]:
    low, high = measure.band
    return {
        "kind": measure.kind,
        "start": measure.start,
        "target": measure.target,
        "min": low,
        "max": high,
        "unit": measure.unit or None,
        "milestones": measure.milestones,
        "due": str(measure.due) if measure.due else None,
        "weight": measure.weight,
    }


def _helper(helper: Helper) -> dict[str, object]:
    return {**_who(helper.who), "taken_up": helper.is_taken_up}


def _goal(goal: GoalName) -> dict[str, object]:
    return {"address": goal.key.address(), "owner": goal.owner.handle, "title": goal.title}


def _who(who: Who) -> dict[str, object]:
    return {"handle": who.handle, "name": who.name}


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, _DIGITS)
