"""What `tree` does: figures of today and of one check-in earlier, a record, a drawing."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from okrctl.cli.opened import known_owner, open_cycle
from okrctl.cli.session import Session
from okrctl.language import Language
from okrctl.progress.alignment_rate import alignment_rate, owners_below
from okrctl.progress.figures import figures
from okrctl.progress.reported import collect_reports
from okrctl.reports.tree.build import build_tree
from okrctl.reports.tree.compared import compared_with
from okrctl.reports.tree.data import render as json_of
from okrctl.reports.tree.dot import render as dot_of
from okrctl.reports.tree.goal_line import TreeSources
from okrctl.reports.tree.md import render as markdown_of
from okrctl.reports.tree.mermaid import render as mermaid_of
from okrctl.reports.tree.record import TreeOptions, TreeReport
from okrctl.reports.tree.svg import render as svg_of

_RENDERERS: Mapping[str, Callable[[TreeReport, Language], str]] = MappingProxyType(
    {"md": markdown_of, "mermaid": mermaid_of, "dot": dot_of, "svg": svg_of, "json": json_of}
)


def draw_tree(session: Session, options: TreeOptions, format_name: str) -> None:
    """Read the cycle, build the tree, print it."""
    asked = options.owner
    found = open_cycle(session, lambda frame: known_owner(frame, asked) if asked else None)
    opened, cycle, workspace = found.opened, found.cycle, found.opened.workspace
    # A cycle that is over is shown as it ended: what fell silent since then is no news.
    day = min(opened.today, cycle.end)
    reports = collect_reports(opened.graph)
    earlier = compared_with(workspace, cycle, day)
    sources = TreeSources(
        opened.graph,
        cycle.id,
        figures(opened.graph, reports, day),
        figures(opened.graph, reports, earlier) if earlier else None,
        alignment_rate(
            opened.graph, cycle.id, day, owners_below(workspace, found.owner) | {found.owner} if found.owner else None
        ),
    )
    report = build_tree(sources, options._replace(owner=found.owner))
    if format_name == "text":
        _print(session, report)
    else:
        session.result(_RENDERERS[format_name](report, session.language))


def _print(session: Session, report: TreeReport) -> None:
    from okrctl.cli.shown import show
    from okrctl.console.tree import render_tree

    show(session, lambda width: render_tree(report, session.language, width))
