"""The words around a tree, in both languages, alike in every format."""

from collections.abc import Mapping
from types import MappingProxyType

from okrctl.language import Bilingual, Language
from okrctl.progress import show
from okrctl.reports.labels import cycle_words, long_day
from okrctl.reports.tree.record import NO_DATA, GoalLine, Rate, Section, TreeNode, TreeReport

MISSION = Bilingual("Mission", "使命")
VISION = Bilingual("Vision", "愿景")
STRATEGY = Bilingual("Strategy", "战略")
COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "goal": Bilingual("goal", "目标"),
        "progress": Bilingual("progress", "进度"),
        "change": Bilingual("+/-", "变化"),
        "weight": Bilingual("weight", "权重"),
        "status": Bilingual("status", "状态"),
        "confidence": Bilingual("conf.", "信心"),
        "owner": Bilingual("owner", "负责人"),
    }
)
WEIGHT = Bilingual("weight {share}", "权重 {share}")
CONFIDENCE = Bilingual("confidence {number}", "信心指数 {number}")
COMMITTED = Bilingual("committed", "承诺型")
_BY_NUMBERS = Bilingual(" (by the numbers {status})", "（系统判定：{status}）")
_SILENT = Bilingual(" ({status})", "（{status}）")
_HIDDEN = Bilingual("{n} more below", "下方另有 {n} 个目标")
_HIDDEN_ONE = Bilingual("1 more below", "下方另有 1 个目标")
LEGEND: tuple[Bilingual, ...] = (
    Bilingual("█ reached", "█ 当前进度"),
    Bilingual("▒ behind plan", "▒ 落后应达进度的部分"),
    Bilingual("+/- since last check-in", "变化：较上次更新的百分点"),
    Bilingual("≠ computed status differs", "≠ 状态与进度不符"),
)
PICTURE_LEGEND: tuple[Bilingual, ...] = (
    Bilingual("The stroke in a bar: where it should be by now", "进度条上的竖线为应达进度"),
    Bilingual("a ≠ b: reported a, by the numbers b", "“甲 ≠ 乙”：填报为甲，系统判定为乙"),
    Bilingual("where nobody reported a status, it is computed", "未填报状态的，显示系统判定"),
)

_TITLE = Bilingual("{name}: alignment tree, {cycle}", "{name} 对齐视图 · {cycle}")
_UP_TITLE = Bilingual("{name}: what these goals support, {cycle}", "{name} 的目标承接了什么 · {cycle}")
_AS_OF = Bilingual("as of {day}", "截至 {day}")
_ATTAINMENT = Bilingual("attainment {share}", "完成率 {share}")
_UNALIGNED = Bilingual(
    "Unaligned: these lead up to none of the company's objectives ({n})", "未对齐：没有承接任何公司目标（{n} 个）"
)
_SUPPORTS = Bilingual("supports {what}", "承接 {what}")
CROSS_TEAM = Bilingual("cross-team", "跨团队")
_IS_UNALIGNED = Bilingual("unaligned", "未对齐")
_DROPPED = Bilingual("dropped", "已终止")
_DROPPED_SIGN = "⛔"
_NO_DATA = Bilingual("no data", "暂无数据")
_NO_DATA_SIGN = "⚪"
_WITH = Bilingual("with {who}", "协作方：{who}")
_SEE = Bilingual("see under {where}", "见 {where} 下")
_SEE_ITSELF = Bilingual("see {where}", "见 {where}")
_LOOP = Bilingual("loop: it stands above", "循环对齐：上方已列出")
_COMMA = Bilingual(", ", "、")
_RATE = Bilingual(
    "Aligned: {aligned} of {all} objectives ({count}), by weight {weight}",
    "对齐率：{count}（{aligned}/{all} 个目标），按权重 {weight}",
)
_RATE_ONE = Bilingual("Aligned: {aligned} of 1 objective ({count}), by weight {weight}", _RATE.zh)
_RATE_OF = Bilingual(
    "Objectives of {cycle}: {aligned} of {all} aligned ({count}), by weight {weight}",
    "{cycle}的目标：对齐率 {count}（{aligned}/{all} 个），按权重 {weight}",
)
_NO_RATE = Bilingual("Nothing to align below the company's objectives", "公司目标之下没有需要对齐的目标")
_LINK, _LINKS = (
    Bilingual("1 link across teams", "跨团队承接 1 处"),
    Bilingual("{n} links across teams", "跨团队承接 {n} 处"),
)
_EMPTY = Bilingual("No goals to show in {cycle}.", "{cycle} 没有可显示的目标。")
_NONE_LEFT = Bilingual("No goal of {cycle} matches --only {only}.", "{cycle} 没有符合 --only {only} 的目标。")


def title(report: TreeReport, language: Language) -> str:
    """Whose tree, of which cycle."""
    words = _UP_TITLE if report.options.up else _TITLE
    return words.format(name=report.owner_name, cycle=_cycle(report, language)).say(language)


def state(report: TreeReport, language: Language) -> str:
    """The day, and how far the owner's sheet has come by then."""
    said = [_AS_OF.format(day=long_day(report.day, language)).say(language)]
    if report.attainment is not None:
        share = show.percent(report.attainment.progress, language)
        share += change_behind(report.attainment.change, language)
        said.append(_ATTAINMENT.format(share=share).say(language))
    return " · ".join(said)


def guiding(report: TreeReport) -> list[tuple[Bilingual, tuple[str, ...]]]:
    """Mission, vision and strategy, as far as they are written down."""
    lines = [(MISSION, (report.mission,)), (VISION, (report.vision,)), (STRATEGY, report.strategy)]
    return [(label, texts) for label, texts in lines if any(texts)]


def heading(section: Section, language: Language) -> str:
    """What stands above a section; empty above the tree itself."""
    if section.kind == "aligned":
        return ""
    if section.kind == "unaligned":
        count = sum(1 for node in section.nodes if not node.reference)
        return _UNALIGNED.format(n=count).say(language)
    return section.name


def closing(report: TreeReport, language: Language) -> str:
    """Alignment rate and links across teams in one line; empty where neither was counted."""
    rate = report.rate
    if rate is None:
        return ""
    links = (_LINK if rate.cross_team == 1 else _LINKS).format(n=rate.cross_team)
    return " · ".join((_rate(report, rate, language), links.say(language)))


def nothing(report: TreeReport, language: Language) -> str:
    """What is said instead of an empty tree."""
    words = _NONE_LEFT if report.options.only else _EMPTY
    return words.format(cycle=_cycle(report, language), only=report.options.only).say(language)


def place_marks(report: TreeReport, section: Section, node: TreeNode, language: Language) -> list[str]:
    """What is to be said about a goal's place: what it supports, across teams, where it stands in full."""
    if report.options.up:
        supported: tuple[str, ...] = ()
    elif node.depth:
        supported = tuple(short(address) for address in node.via if address.count("/") == 2)
    else:
        supported = node.goal.supports
    said = [_supports(supported, language)] if supported else []
    said += [CROSS_TEAM.say(language)] if node.cross_team else []
    said += [_IS_UNALIGNED.say(language)] if node.unaligned and section.kind != "unaligned" else []
    said += [reference(node, language)] if node.reference else []
    if node.hidden:
        said.append((_HIDDEN_ONE if node.hidden == 1 else _HIDDEN).format(n=node.hidden).say(language))
    return said


def objective_marks(goal: GoalLine, language: Language) -> list[str]:
    """What is to be said about an objective wherever it stands: committed, who helps."""
    said = [COMMITTED.say(language)] if goal.committed and not goal.is_key_result else []
    return [*said, *_helpers(goal, language)]


def key_result_marks(goal: GoalLine, language: Language) -> list[str]:
    """What is to be said about a key result below its objective: who helps, what it supports, no number yet.

    Where nobody reported a status either, the status itself says that there is no data.
    """
    said = [_NO_DATA.say(language)] if not goal.has_data and goal.shown_status not in ("dropped", NO_DATA) else []
    return [*said, *_helpers(goal, language), *([_supports(goal.supports, language)] if goal.supports else [])]


def reference(node: TreeNode, language: Language) -> str:
    """Where a goal that is only referred to stands in full."""
    if node.loops:
        return _LOOP.say(language)
    if node.see is None:
        return _SEE_ITSELF.format(where=node.goal.address).say(language)
    return _SEE.format(where=node.see).say(language)


def status(name: str, language: Language) -> str:
    """A status in words: at risk, 有风险."""
    own = {"dropped": _DROPPED, NO_DATA: _NO_DATA}.get(name)
    return (own or show.status_words(name)).say(language)


def lit_status(name: str, language: Language) -> str:
    """A status as sign and words: 🟡 at risk."""
    sign = {"dropped": _DROPPED_SIGN, NO_DATA: _NO_DATA_SIGN}.get(name)
    return f"{sign or show.status_light(name)} {status(name, language)}"


def both_statuses(goal: GoalLine, language: Language) -> str:
    """The status in words, and behind ≠ the computed one where it differs; empty for none."""
    if goal.shown_status is None:
        return ""
    said = status(goal.shown_status, language)
    return f"{said} ≠ {status(goal.contradicted, language)}" if goal.contradicted else said


def contradiction(goal: GoalLine, language: Language) -> str:
    """The computed status in brackets where it is another one; being silent is no matter of numbers."""
    if goal.contradicted is None:
        return ""
    if goal.contradicted == "stale":
        return _SILENT.format(status=status(goal.contradicted, language)).say(language)
    return _BY_NUMBERS.format(status=lit_status(goal.contradicted, language)).say(language)


def short(address: str) -> str:
    """The last part of an address: KR1."""
    return address.rsplit("/", 1)[-1]


def signed(change: float | None) -> str:
    """A change in points with its sign: `+8`, `−3`, `=` for none; empty where there is nothing to compare with."""
    if change is None:
        return ""
    shown = show.percent(change, "en").removesuffix(" %")
    if shown == "0":
        return "="
    return shown if shown.startswith("−") else f"+{shown}"


def change_behind(change: float | None, language: Language) -> str:
    """A change in brackets behind the number it has led to; empty where nothing moved."""
    points = signed(change)
    return "" if points in ("", "=") else f"（{points}）" if language == "zh" else f" ({points})"


def _helpers(goal: GoalLine, language: Language) -> list[str]:
    who = _COMMA.say(language).join(goal.collaborators)
    return [_WITH.format(who=who).say(language)] if who else []


def _supports(addresses: tuple[str, ...], language: Language) -> str:
    return _SUPPORTS.format(what=_COMMA.say(language).join(addresses)).say(language)


def _cycle(report: TreeReport, language: Language) -> str:
    return cycle_words(report.cycle_title, report.cycle, report.cycle_dates, language)


def _rate(report: TreeReport, rate: Rate, language: Language) -> str:
    if rate.by_count is None or rate.by_weight is None:
        return _NO_RATE.say(language)
    count, weight = show.percent(rate.by_count, language), show.percent(rate.by_weight, language)
    words = _RATE_OF if report.has_other_cycles else _RATE_ONE if rate.all == 1 else _RATE
    shown = {"aligned": rate.aligned, "all": rate.all, "count": count, "weight": weight}
    return words.format(**shown, cycle=_cycle(report, language)).say(language)
