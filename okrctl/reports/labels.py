"""The words of reports in both languages (chapter 6): headings, columns, statuses, dates and weeks."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from okrctl.language import Bilingual, Language, day_words
from okrctl.models.calendar import Week
from okrctl.models.settings import Every
from okrctl.progress import show

Span = Literal[Every, "range"]

_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_ZH = "一二三四五六日"

WEEKLY: Mapping[str, Bilingual] = MappingProxyType(
    {
        "title": Bilingual("{name}: OKR weekly report, {cycle}", "{name} OKR 周报 · {cycle}"),
        "colon": Bilingual(": ", "："),
        "comma": Bilingual(", ", "、"),
        "clause": Bilingual(", ", "，"),
        "semicolon": Bilingual("; ", "；"),
        "progress": Bilingual("progress **{share}**{change}", "进度 **{share}**{change}"),
        "no_sheet": Bilingual("no OKR sheet in this cycle", "本周期没有 OKR"),
        "expected": Bilingual("expected by now {share}", "应达进度 {share}"),
        "confidence": Bilingual("confidence {value}{change}", "信心指数 {value}{change}"),
        "change": Bilingual(" ({change})", "（{change}）"),
        "notes": Bilingual("notes in: {n} of {m}", "进展记录已提交 {n}/{m}"),
        "unreadable": Bilingual("**not readable: {who}**", "**无法读取：{who}**"),
        "missing": Bilingual("**missing: {who}**", "**未提交：{who}**"),
        "away": Bilingual("away: {who}", "休假：{who}"),
        "holiday": Bilingual("holiday, no notes due", "休假周，不要求提交进展记录"),
        "plan": Bilingual("{last}: {n} of {m} done", "{last}：{n}/{m}"),
        "plan_none": Bilingual("{last}: nothing was planned", "{last}：无"),
        "by_whom": Bilingual("{what} ({who})", "{what}（{who}）"),
        "due": Bilingual("due {day}", "{day}截止"),
        "overdue": Bilingual("**overdue since {day}**", "**已逾期，{day}截止**"),
        "overdue_day": Bilingual("**{day}, overdue**", "**{day}，已逾期**"),
        "needs": Bilingual("Support needed", "资源支持"),
        "need": Bilingual("**{by}** → **{who}**: {need}", "**{by}** → **{who}**：{need}"),
        "need_open": Bilingual("**{by}**: {need}", "**{by}**：{need}"),
        "since": Bilingual("open since week {week}", "第 {week} 周提出，尚未解决"),
        "answered": Bilingual("settled", "已解决"),
        "moved": Bilingual("Goals that moved", "目标变更"),
        "highlights": Bilingual("Highlights and thanks", "亮点与感谢"),
        "reached": Bilingual("{id} reached", "{id} 已达成"),
        "reached_on": Bilingual("{id} reached on {day}", "{id} 已于 {day}达成"),
        "highlight": Bilingual("🏁 **{who}**: {milestone} ({title})", "🏁 **{who}**：{milestone}（{title}）"),
        "highlight_done": Bilingual("✅ **{who}**: {title}", "✅ **{who}**：{title}"),
        "move": Bilingual(
            "{day}, {who} {id} {title}: **{what}**. {because}", "{day} {who} {id} {title}：**{what}**。{because}"
        ),
        "changed_word": Bilingual("changed", "调整"),
        "dropped_word": Bilingual("dropped", "已终止"),
        "heading": Bilingual("{id} {title}", "{id} {title}"),
        "committed_mark": Bilingual("**committed**", "**承诺型**"),
        "at_week": Bilingual(" (week {week})", "（第 {week} 周）"),
        "thanks": Bilingual("{by} thanks **{to}**: {what}", "{by} 感谢 **{to}**：{what}"),
        "dropped": Bilingual("⛔ dropped", "⛔ 已终止"),
        "weight": Bilingual("weight {share}", "权重 {share}"),
        "objective_row": Bilingual("The objective as a whole", "目标整体"),
        "key_result": Bilingual("Key result", "关键结果"),
        "topic": Bilingual("Topic", "事项"),
        "risks": Bilingual("Risks and support needed", "风险同步和资源支持"),
        "from": Bilingual("support from {who}: {need}", "需要{who}支持：{need}"),
        "asks": Bilingual("support needed: {need}", "需要支持：{need}"),
        "asks_from": Bilingual("support from {who}", "需要{who}支持"),
        "by_numbers": Bilingual("by the numbers {status}", "系统判定：{status}"),
        "was": Bilingual("was {status}", "上次为 {status}"),
        "of_target": Bilingual("target {target}", "目标值 {target}"),
        "band_min": Bilingual("at least {min}", "不低于 {min}"),
        "band_max": Bilingual("at most {max}", "不高于 {max}"),
        "band": Bilingual("{min} to {max}", "{min} 至 {max}"),
        "no_data": Bilingual("no data yet", "暂无数据"),
        "milestones": Bilingual("{n} of {m} milestones", "里程碑 {n}/{m}"),
        "see": Bilingual("{who}: see {where}", "{who}：见 {where}"),
        "deeper": Bilingual("From further down ({n})", "下级团队进展（{n} 条）"),
        "see_deeper": Bilingual("see “From further down” below the table", "见表格下方“下级团队进展”"),
        "no_goals": Bilingual("No objectives in this cycle.", "本周期没有目标。"),
        "other": Bilingual("Other", "其他重要 OKR"),
        "escalated": Bilingual("⚠️ to be settled by the lead", "⚠️ 需负责人决策"),
        "new_objective": Bilingual("new objective", "新增目标"),
        "unaligned": Bilingual(
            "Updates of members that support none of these objectives ({n})",
            "成员的其他更新（未对齐到以上目标，{n} 条）",
        ),
        "nothing": Bilingual("Nothing.", "无。"),
        "todos": Bilingual("Open to-dos", "未完成的待办事项"),
        "todo": Bilingual("To-do", "待办事项"),
        "responsible": Bilingual("Responsible", "责任人"),
        "due_date": Bilingual("Due", "截止时间"),
        "support_asked": Bilingual("{what} (support asked by {who})", "{what}（{who}请求的支持）"),
        "nobody": Bilingual("nobody yet", "未指定"),
        "meeting": Bilingual("Meeting notes", "会议结论与待办"),
        "agenda": Bilingual(
            "Agenda: silent reading → comments → discussion → to-dos", "议程：默读 → 评论 → 讨论 → 明确待办"
        ),
        "edited": Bilingual(
            "✍️ *The part above was changed by hand; okrctl refreshed it, and the edited text is kept here:*",
            "✍️ *上面这部分曾被手工修改；okrctl 已重新生成，修改过的文字保留如下：*",
        ),
        "where_to_write": Bilingual(
            "Write wherever no block of okrctl stands, for instance under the meeting notes: it will stay.",
            "请写在 okrctl 区块之外，例如“会议结论与待办”下方：这些内容会一直保留。",
        ),
        "fold": Bilingual("The report of {weeks}", "{weeks}周报详情"),
    }
)
_BY_SPAN: Mapping[Span, Mapping[str, Bilingual]] = MappingProxyType(
    {
        "week": {
            "last": Bilingual("Last week's plan", "上周计划完成情况"),
            "this": Bilingual("Progress this week", "本周进展"),
            "next": Bilingual("Next", "下周计划完成"),
            "none": Bilingual("no update", "本周无更新"),
            "silent": Bilingual("Key results nobody spoke about", "本周无更新的关键结果"),
        },
        "two_weeks": {
            "last": Bilingual("Plan of the last two weeks", "上双周计划完成情况"),
            "this": Bilingual("Progress in these two weeks", "本双周进展"),
            "next": Bilingual("Next", "下双周计划完成"),
            "none": Bilingual("no update", "本双周无更新"),
            "silent": Bilingual("Key results nobody spoke about", "本双周无更新的关键结果"),
        },
        "month": {
            "last": Bilingual("Last month's plan", "上月计划完成情况"),
            "this": Bilingual("Progress this month", "本月进展"),
            "next": Bilingual("Next", "下月计划完成"),
            "none": Bilingual("no update", "本月无更新"),
            "silent": Bilingual("Key results nobody spoke about", "本月无更新的关键结果"),
        },
        "range": {
            "last": Bilingual("Plans of these weeks", "期间计划完成情况"),
            "this": Bilingual("Progress in these weeks", "期间进展"),
            "next": Bilingual("Next", "下一步计划"),
            "none": Bilingual("no update", "期间无更新"),
            "silent": Bilingual("Key results nobody spoke about", "期间无更新的关键结果"),
        },
    }
)


def words_of(span: Span) -> Mapping[str, Bilingual]:
    """Every label of the weekly report, those that follow the rhythm of check-ins included."""
    return MappingProxyType({**WEEKLY, **_BY_SPAN[span]})


def status_words(status: str, language: Language) -> str:
    """A status, reported or computed, as sign and word: 🟢 on track."""
    return f"{show.status_light(status)} {show.status_words(status).say(language)}"


def short_day(day: date, language: Language) -> str:
    """A day without its year: 27 Feb, 2 月 27 日."""
    return day_words(day).say(language)


def long_day(day: date, language: Language) -> str:
    """A day as a heading has it: Tuesday, 10 Mar 2026; 2026 年 3 月 10 日（周二）."""
    weekday = day.weekday()
    if language == "zh":
        return f"{day.year} 年 {short_day(day, language)}（周{_WEEKDAYS_ZH[weekday]}）"
    return f"{_WEEKDAYS_EN[weekday]}, {short_day(day, language)} {day.year}"


def week_numbers(first: Week, last: Week, language: Language) -> str:
    """One week or several by number: week 8, weeks 5–11; 第 8 周, 第 5–11 周."""
    numbers = str(first.number) if first == last else f"{first.number}–{last.number}"
    if language == "zh":
        return f"第 {numbers} 周"
    return f"{'week' if first == last else 'weeks'} {numbers}"


def weeks_words(first: Week, last: Week, language: Language) -> str:
    """One week or several with their days: week 8 (16–22 Feb), 第 8 周（2 月 16–22 日）."""
    start, end = first.monday, last.sunday
    numbers = week_numbers(first, last, language)
    same_month = (start.year, start.month) == (end.year, end.month)
    if language == "zh":
        upto = f"{end.day} 日" if same_month else short_day(end, language)
        since = f"{start.month} 月 {start.day}" if same_month else short_day(start, language)
        return f"{numbers}（{since}–{upto}）"
    since = f"{start.day}–" if same_month else f"{short_day(start, language)} – "
    return f"{numbers} ({since}{short_day(end, language)})"


def cycle_words(title: str, cycle: str, dates: tuple[date, date], language: Language) -> str:
    """A cycle's title; without one its id, or in Chinese its months where it consists of whole ones."""
    start, end = dates
    whole = start.day == 1 and date.fromordinal(end.toordinal() + 1).day == 1
    if title or language == "en" or not whole or start.year != end.year:
        return title or cycle
    if (start.month, end.month) == (1, 12):
        return f"{start.year} 年"
    months = f"{start.month}" if start.month == end.month else f"{start.month}–{end.month}"
    return f"{start.year} 年 {months} 月"


def section_words(section: str, language: Language) -> str:
    """What a folded section of a rolling document is called; `section` names one week, or two with `..` between."""
    first, _, last = section.partition("..")
    weeks = Week.parse(first), Week.parse(last or first)
    shown = weeks_words(weeks[0], weeks[1], language) if weeks[0] and weeks[1] else section
    return WEEKLY["fold"].format(weeks=shown).say(language)
