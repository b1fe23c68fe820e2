"""The dates of cycles: told by the id, written in `cycle.yaml`, or by default; and the quarter around a day."""

from collections.abc import Iterable, Mapping
from datetime import date

from okrctl.diagnostics.diagnostic import Diagnostic
from okrctl.diagnostics.rule import Severity
from okrctl.language import Bilingual
from okrctl.models.calendar import cycle_dates
from okrctl.models.cycle import CycleFile
from okrctl.source.document import Document
from okrctl.source.place import Place
from okrctl.workspace.index import FREEZE_AFTER, Cycle, Placed

_DATELESS = Bilingual(
    'okrctl cannot tell the dates from the name "{cycle}", and cycle.yaml does not give them',
    "“{cycle}”这个名字看不出起止日期，cycle.yaml 里也没有写",
)
_DATELESS_REMEDY = Bilingual(
    "write its first and last day in {path}, for example start: 2026-01-01 and end: 2026-03-31",
    "在 {path} 里写明第一天和最后一天，例如 start: 2026-01-01 和 end: 2026-03-31",
)
_BACKWARDS = Bilingual("the cycle ends on {end}, before it starts on {start}", "周期结束日 {end} 早于开始日 {start}")
_BACKWARDS_REMEDY = Bilingual("write the later day as end", "end 应是较晚的日期")


def quarter_of(day: date) -> str:
    """The id of the calendar quarter around a day: `2026-Q1`."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def settle(
    files: Mapping[str, Placed[CycleFile] | None], fiscal_year_start: int
) -> tuple[dict[str, Cycle], tuple[Diagnostic, ...]]:
    """Cycles by id with their dates; one that has none is a finding and is left out."""
    cycles: dict[str, Cycle] = {}
    found: list[Diagnostic] = []
    for cycle_id, placed in sorted(files.items()):
        settled = _settle(cycle_id, placed, cycle_dates(cycle_id, fiscal_year_start))
        if isinstance(settled, Diagnostic):
            found.append(settled)
        else:
            cycles[cycle_id] = settled
    return {name: cycle._replace(parent=_parent(cycle, cycles.values())) for name, cycle in cycles.items()}, tuple(
        found
    )


def _settle(cycle_id: str, placed: Placed[CycleFile] | None, told: tuple[date, date] | None) -> Cycle | Diagnostic:
    written = placed.value if placed else None
    start = (written.start if written else None) or (told[0] if told else None)
    end = (written.end if written else None) or (told[1] if told else None)
    if start is None or end is None:
        return _dateless(cycle_id, placed)
    if end < start and placed is not None:
        message = _BACKWARDS.format(start=start, end=end)
        return Diagnostic("OKR009", Severity.ERROR, placed.at("end"), message, _BACKWARDS_REMEDY)
    if written is None:
        return Cycle(cycle_id, start, end, frozen=start + FREEZE_AFTER)
    return Cycle(
        cycle_id, start, end, written.title or "", written.frozen or start + FREEZE_AFTER,
        written.parent, written.due, written.state, written.project, placed,
    )  # fmt: skip


def _dateless(cycle_id: str, placed: Placed[CycleFile] | None) -> Diagnostic:
    path = f"cycles/{cycle_id}/cycle.yaml"
    place = placed.place if placed else Place(Document(path))
    return Diagnostic(
        "OKR007", Severity.ERROR, place, _DATELESS.format(cycle=cycle_id), _DATELESS_REMEDY.format(path=path)
    )


def _parent(cycle: Cycle, all_cycles: Iterable[Cycle]) -> str | None:
    if cycle.parent is not None:
        return cycle.parent
    larger = [other for other in all_cycles if other.contains(cycle) and other.days > cycle.days and not other.project]
    return min(larger, key=lambda other: (other.days, other.id)).id if larger else None
