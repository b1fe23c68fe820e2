"""What the column +/- compares with."""

from datetime import date, timedelta

from okrctl.models.calendar import Week
from okrctl.models.settings import Every
from okrctl.workspace.index import Cycle, Workspace

_BETWEEN: tuple[tuple[Every, int], ...] = (("week", 7), ("two_weeks", 14), ("month", 28))  # days of a check-in period


def compared_with(workspace: Workspace, cycle: Cycle, day: date) -> date | None:
    """One check-in period before the end of the newest week up to `day` that has notes; None before the cycle.

    Counted from the notes and not from `day`, so that on a Monday, with no note of the week in yet, the changes of the
    week before stay. Without notes it is one period before `day`.
    """
    this = Week.of(day)
    written = [key.week for key in workspace.notes if key.week <= this]
    end = max(written).sunday if written else day
    earlier = end - timedelta(days=dict(_BETWEEN)[workspace.settings.value.checkin.every])
    return earlier if earlier >= cycle.start else None
