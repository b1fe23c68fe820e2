"""From goals and figures to the record of a tree."""

from collections.abc import Iterable, Iterator, Sequence

from okrctl.alignment.goals import GoalKey, children_of
from okrctl.alignment.tree import (
    AlignmentTree,
    Branch,
    View,
    company_tree,
    tree_above,
    tree_below,
    unaligned_of,
    view_of,
)
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.progress.alignment_rate import AlignmentRate
from okrctl.reports.tree.charted import Charted, by_person, by_team
from okrctl.reports.tree.goal_line import TreeSources, attainment, goal_line, rounded
from okrctl.reports.tree.record import Rate, Section, TreeNode, TreeOptions, TreeReport
from okrctl.reports.tree.sift import down_to, only_those
from okrctl.workspace import chart
from okrctl.workspace.index import Workspace

_UP_FROM_WHOM = Bilingual("--up needs somebody to begin with", "--up 需要指定从谁的目标开始")
_UP_HINT = Bilingual("name a person or team: okrctl tree alice --up", "写上人员或团队：okrctl tree 王芳 --up")


def build_tree(sources: TreeSources, options: TreeOptions) -> TreeReport:
    """The tree of a cycle as asked for. `sources.now` says the day."""
    if options.up and options.owner is None:
        raise OkrctlError(_UP_FROM_WHOM, _UP_HINT)
    workspace, settings = sources.workspace, sources.workspace.settings.value
    view = view_of(sources.graph, sources.cycle, sources.now.day)
    whose = options.owner or chart.root_team(workspace) or ""
    cycle = workspace.cycles[sources.cycle]
    whole = options.owner is None
    return TreeReport(
        options=options,
        cycle=cycle.id,
        cycle_title=cycle.title,
        cycle_dates=(cycle.start, cycle.end),
        day=sources.now.day,
        owner_name=workspace.name_of(whose) if options.owner else workspace.name,
        attainment=attainment(sources, whose),
        sections=tuple(_sections(sources, view, options)),
        rate=_rate(sources.rate),
        mission=" ".join((settings.mission or "").split()) if whole else "",
        vision=" ".join((settings.vision or "").split()) if whole else "",
        strategy=tuple(" ".join(line.split()) for line in settings.strategy) if whole else (),
    )


def _sections(sources: TreeSources, view: View, options: TreeOptions) -> Iterator[Section]:
    if options.by != "alignment":
        yield from _charted_sections(sources, view, options)
        return
    tree = _tree(view, options)
    aligned = _sifted(_nodes(sources, tree.branches, tree.unaligned, up=options.up), options)
    yield Section("aligned", aligned)
    loose = _sifted(_nodes(sources, tree.loose, tree.unaligned), options)
    if loose:
        yield Section("unaligned", loose)


def _tree(view: View, options: TreeOptions) -> AlignmentTree:
    if options.owner is None:
        return company_tree(view)
    return tree_above(view, options.owner) if options.up else tree_below(view, options.owner)


def _charted_sections(sources: TreeSources, view: View, options: TreeOptions) -> Iterator[Section]:
    unaligned = unaligned_of(view)
    charted = by_team(view, options.owner) if options.by == "team" else by_person(view, options.owner)
    limit = options.depth or len(charted) + 1
    sections = [_charted_section(sources, each, unaligned, options) for each in charted if each.depth < limit]
    yield from sections if options.only is None else _with_goals(sections)


def _charted_section(
    sources: TreeSources, charted: Charted, unaligned: frozenset[GoalKey], options: TreeOptions
) -> Section:
    nodes = []
    for objective, key_results in charted.goals:
        lines = tuple(goal_line(sources, key) for key in key_results)
        nodes.append(TreeNode(goal_line(sources, objective), -1, 0, lines, unaligned=objective in unaligned))
    shown = only_those(nodes, options.only)
    return Section(
        charted.kind,
        tuple(node for node in shown if node.key_results or _answers(sources.workspace, charted.handle, node)),
        charted.handle,
        sources.workspace.name_of(charted.handle),
        charted.depth,
        attainment(sources, charted.handle),
    )


def _answers(workspace: Workspace, handle: str, node: TreeNode) -> bool:
    """Whether an objective is somebody's own or his team's: others stand there for the sake of a key result."""
    return handle in (node.goal.owner, chart.responsible(workspace, node.goal.owner))


def _with_goals(sections: Sequence[Section]) -> Iterator[Section]:
    """The sections that have goals, and those that stand above one which has."""
    for number, section in enumerate(sections):
        inside: list[Section] = []
        for below in sections[number + 1 :]:
            if below.depth <= section.depth:
                break
            inside.append(below)
        if section.nodes or any(below.nodes for below in inside):
            yield section


def _sifted(nodes: Sequence[TreeNode], options: TreeOptions) -> tuple[TreeNode, ...]:
    return down_to(only_those(nodes, options.only), options.depth)


def _nodes(
    sources: TreeSources, branches: Iterable[Branch], unaligned: frozenset[GoalKey], *, up: bool = False
) -> tuple[TreeNode, ...]:
    return tuple(_node(sources, branch, unaligned=branch.key in unaligned, up=up) for branch in branches)


def _node(sources: TreeSources, branch: Branch, *, unaligned: bool, up: bool) -> TreeNode:
    def address(key: GoalKey) -> str:
        return key.address(sources.cycle)

    links = branch.links if up else [link for link in branch.links if link.source == branch.key]
    return TreeNode(
        goal=goal_line(sources, branch.key),
        parent=branch.parent,
        depth=branch.depth,
        key_results=tuple(goal_line(sources, key) for key in _key_results(sources, branch, up=up)),
        via=tuple(address(key) for key in dict.fromkeys(link.target for link in links)),
        cross_team=_crosses_teams(sources.workspace, branch),
        reference=branch.is_reference,
        see=address(branch.home) if branch.home else None,
        loops=branch.loops,
        unaligned=unaligned,
    )


def _key_results(sources: TreeSources, branch: Branch, *, up: bool) -> Iterator[GoalKey]:
    """All key results where a goal stands in full; on the way up only those that are supported from below."""
    if branch.is_reference:
        return
    named = {link.target for link in branch.links}
    for key_result in children_of(sources.graph.goals, branch.key):
        if not up or not branch.links or key_result.key in named:
            yield key_result.key


def _crosses_teams(workspace: Workspace, branch: Branch) -> bool:
    return any(not chart.in_one_line(workspace, link.source.owner, link.target.owner) for link in branch.links)


def _rate(rate: AlignmentRate | None) -> Rate | None:
    if rate is None:
        return None
    by_count = None if rate.by_count is None else rounded(rate.by_count)
    by_weight = None if rate.by_weight is None else rounded(rate.by_weight)
    return Rate(rate.aligned, rate.all, by_count, by_weight, rate.cross_team)
