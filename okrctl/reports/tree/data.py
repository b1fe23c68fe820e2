"""The tree as JSON, version 1: goals nested as they support each other; its shape does not change."""

from collections.abc import Sequence

from okrctl.diagnostics.formats.escapes import as_json
from okrctl.language import Language
from okrctl.reports.tree.record import Attainment, GoalLine, Rate, Section, TreeNode, TreeReport

VERSION = 1

_Data = dict[str, object]


def render(report: TreeReport, language: Language) -> str:  # noqa: ARG001 - every format is rendered alike
    """`{"version": 1, "goals": [...], "unaligned": [...], "groups": [...], ...}`, each goal with what supports it."""
    nests = "above" if report.options.up else "supports"
    sections = {section.kind: _goals(section.nodes, nests) for section in report.sections}
    return as_json(
        {
            "version": VERSION,
            "cycle": report.cycle,
            "day": report.day.isoformat(),
            "by": report.options.by,
            "owner": report.options.owner,
            "mission": report.mission,
            "vision": report.vision,
            "strategy": list(report.strategy),
            "attainment": _attainment(report.attainment),
            "goals": sections.get("aligned", []),
            "unaligned": sections.get("unaligned", []),
            "groups": _groups(report.sections, nests),
            "alignment_rate": _rate(report.rate),
        }
    )


def _goals(nodes: Sequence[TreeNode], nests: str) -> list[_Data]:
    """The goals at the root; below each, under `nests`, what hangs on it."""
    hanging: list[list[_Data]] = [[] for _ in nodes]
    roots: list[_Data] = []
    for node, below in zip(nodes, hanging, strict=True):
        place = hanging[node.parent] if node.depth else roots
        place.append(_node(node) | {nests: below})
    return roots


def _node(node: TreeNode) -> _Data:
    return _goal(node.goal) | {
        "via": list(node.via),
        "cross_team": node.cross_team,
        "aligned": not node.unaligned,
        "reference": node.reference,
        "see": node.see,
        "loop": node.loops,
        "hidden": node.hidden,
        "key_results": [_goal(key_result) for key_result in node.key_results],
    }


def _goal(goal: GoalLine) -> _Data:
    return {
        "address": goal.address,
        "kind": "key_result" if goal.is_key_result else "objective",
        "owner": goal.owner,
        "title": goal.title,
        "progress": goal.progress,
        "expected": goal.expected,
        "gap": goal.gap,
        "change": goal.change,
        "status": goal.status,
        "computed_status": goal.computed_status,
        "confidence": goal.confidence,
        "weight": goal.weight,
        "committed": goal.committed,
        "dropped": goal.dropped,
        "has_data": goal.has_data,
        "aligns_to": list(goal.supports),
        "with": list(goal.collaborators),
    }


def _groups(sections: Sequence[Section], nests: str) -> list[_Data]:
    """Teams and people as the chart nests them."""
    roots: list[_Data] = []
    line: list[list[_Data]] = [roots]
    for section in sections:
        if section.kind in ("team", "person"):
            below: list[_Data] = []
            del line[section.depth + 1 :]
            line[-1].append(
                {
                    "handle": section.handle,
                    "name": section.name,
                    "kind": section.kind,
                    "attainment": _attainment(section.attainment),
                    "goals": _goals(section.nodes, nests),
                    "groups": below,
                }
            )
            line.append(below)
    return roots


def _attainment(attainment: Attainment | None) -> _Data | None:
    if attainment is None:
        return None
    return {
        "progress": attainment.progress,
        "expected": attainment.expected,
        "gap": attainment.gap,
        "change": attainment.change,
        "confidence": attainment.confidence,
    }


def _rate(rate: Rate | None) -> _Data | None:
    if rate is None:
        return None
    return {
        "aligned": rate.aligned,
        "all": rate.all,
        "by_count": rate.by_count,
        "by_weight": rate.by_weight,
        "cross_team": rate.cross_team,
    }
