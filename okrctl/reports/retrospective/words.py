"""The words of a retrospective in both languages (chapter 6)."""

from collections.abc import Mapping
from types import MappingProxyType

from okrctl.language import Bilingual
from okrctl.reports.labels import WEEKLY

_FROM_WEEKLY = (
    "colon", "comma", "clause", "semicolon", "change", "by_numbers", "band_min", "band_max", "band", "no_data",
    "committed_mark", "dropped", "by_whom",
)  # fmt: skip

WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        **{name: WEEKLY[name] for name in _FROM_WEEKLY},
        "title": Bilingual("{name}: retrospective, {cycle}", "{name} 复盘 · {cycle}"),
        "no_basis": Bilingual(
            "Self-scores are no basis of a performance review. Low is no failure: it is where to learn.",
            "自评分不作为绩效评估的依据。分数低不是失败，而是最值得学习的地方。",
        ),
        "where_to_write": Bilingual(
            "Write wherever no block of okrctl stands, for instance below “What we decide”: it will stay.",
            "请写在 okrctl 区块之外，例如“复盘结论”下方：这些内容会一直保留。",
        ),
        "over": Bilingual("{since} – {until}", "{since}至{until}"),
        "running": Bilingual(
            "**The cycle runs until {until}; figures as of {day}**", "**周期到{until}结束，以下为截至{day}的数据**"
        ),
        "progress": Bilingual("progress **{share}**", "进度 **{share}**"),
        "mean_score": Bilingual("mean score **{score}**", "自评分平均 **{score}**"),
        "no_sheet": Bilingual("No OKR sheet in this cycle.", "本周期没有 OKR。"),
        "bare": Bilingual(
            "There is no OKR sheet in this cycle and no self-score, so nothing to look back on.",
            "本周期没有 OKR，也没有自评，没有可以复盘的内容。",
        ),
        "no_objectives": Bilingual("No objectives in this cycle.", "本周期没有目标。"),
        # Goals and results
        "results": Bilingual("Goals and results", "目标与结果"),
        "goal": Bilingual("Goal", "目标与关键结果"),
        "weight": Bilingual("Weight", "权重"),
        "target": Bilingual("Target", "目标值"),
        "end": Bilingual("End value", "终值"),
        "completion": Bilingual("Completion", "完成程度"),
        "difficulty": Bilingual("Difficulty", "困难程度"),
        "effort": Bilingual("Effort", "努力程度"),
        "score": Bilingual("Score", "自评分"),
        "cause": Bilingual("Main cause", "主要原因"),
        "from_to": Bilingual("{start} → {end}", "{start} → {end}"),
        "all_milestones": Bilingual("{n} milestones", "{n} 个里程碑"),
        "milestones": Bilingual("{n} of {m}", "{n}/{m}"),
        "by_notes": Bilingual("{share} (by the notes {computed})", "{share}（按进展记录为 {computed}）"),
        "not_scored": Bilingual("not scored", "未自评"),
        "not_scored_at": Bilingual("not scored, completion {share}", "未自评，完成程度 {share}"),
        "dropped_on": Bilingual("⛔ dropped on {day}", "⛔ {day}终止"),
        "unscored": Bilingual("Not scored yet, and in no mean:", "尚未自评，不计入平均："),
        "own_goals": Bilingual("The sheets of members and of teams below ({n})", "成员与下级团队的 OKR（{n} 份）"),
        "harder": Bilingual("harder than thought", "比预想难"),
        "easier": Bilingual("easier than thought", "比预想容易"),
        "difficulty_expected": Bilingual("as thought", "符合预期"),
        "high": Bilingual("high", "较高"),
        "low": Bilingual("low", "较低"),
        "effort_expected": Bilingual("as expected", "正常"),
        "cause_goal": Bilingual("the goal itself", "目标本身"),
        "cause_method": Bilingual("method", "方法"),
        "cause_collaboration": Bilingual("collaboration", "协作"),
        "cause_resources": Bilingual("resources", "资源"),
        "cause_priority": Bilingual("priority", "优先级"),
        "cause_market": Bilingual("market", "市场环境"),
        "no_cause": Bilingual("no cause given", "未写原因"),
        # The way
        "way": Bilingual("The way", "过程回顾"),
        "trajectory": Bilingual("Trajectory of each key result", "关键结果的进展轨迹"),
        "legend": Bilingual(
            "The small bars are the progress week by week, a dot is a week before the first report. In the charts the "
            "bars are the value at the end of each week (before the first report the one it began with), and the "
            "line is the plan, or the band to stay in.",
            "小柱图为逐周进度，圆点表示首次更新之前。图中柱为每周末的数值（首次更新之前为起始值），线为计划值或保持区间。",
        ),
        "replanned": Bilingual("{moves}: the line is the plan as it is now.", "{moves}。图中的线为当前计划。"),
        "moved_on": Bilingual("{what} on {day}", "{what}（{day}）"),
        "week": Bilingual("Week", "周"),
        "percent": Bilingual("progress in %", "进度（%）"),
        "inside": Bilingual("{share} of the weeks inside the band", "{share} 的周在区间内"),
        "of_the_way": Bilingual("{share} of the way", "进度 {share}"),
        "reported_last": Bilingual("last reported {status}", "最后上报 {status}"),
        "never_reported": Bilingual("nobody reported", "始终无更新"),
        "charts": Bilingual("Charts ({n})", "图表（{n} 个）"),
        "moved": Bilingual("Goals that moved after the freeze on {day}", "目标变更（{day}定稿之后）"),
        "none_moved": Bilingual("No goal moved after the freeze.", "定稿之后没有目标变更。"),
        "none_said": Bilingual("The sheets themselves name no change.", "OKR 文件中也没有写明变更。"),
        "when": Bilingual("When", "时间"),
        "what": Bilingual("What", "变更项"),
        "change_of": Bilingual("From → to", "变更前 → 变更后"),
        "who": Bilingual("Who", "变更人"),
        "commit": Bilingual("Commit", "提交"),
        "why": Bilingual("Why", "原因"),
        "no_reason": Bilingual("*no reason given*", "*未写原因*"),
        "uncommitted": Bilingual("not committed yet", "尚未提交"),
        "by_sheet": Bilingual("as the sheet says", "以 OKR 文件所写为准"),
        "rhythm": Bilingual("Rhythm of check-ins", "更新节奏"),
        "notes": Bilingual("Notes in: **{n} of {m}** ({share}).", "进展记录已提交 **{n}/{m}**（{share}）。"),
        "notes_row": Bilingual("In of due", "已交/应交"),
        "weeks": Bilingual("Week", "周次"),
        "holiday": Bilingual("holiday", "休假"),
        "no_notes": Bilingual("No notes were due.", "没有应提交的进展记录。"),
        # Causes
        "causes": Bilingual("Causes", "原因分析"),
        "misses": Bilingual("What was missed, and why", "未达成的原因"),
        "count": Bilingual("{cause} {n}", "{cause} {n}"),
        "no_misses": Bilingual("No miss was named.", "没有写明未达成的目标。"),
        "missed": Bilingual("Committed goals not met", "未达成的承诺型目标"),
        "none_missed": Bilingual("Every committed goal was met.", "承诺型目标全部达成。"),
        "none_committed": Bilingual("There was no committed goal.", "本周期没有承诺型目标。"),
        "not_over": Bilingual("None has been scored below 1.0 so far.", "目前没有自评分低于 1.0 的承诺型目标。"),
        "successes": Bilingual("What went well and can be repeated", "可复制的成功"),
        "no_successes": Bilingual(
            "No goal from 0.7 on says what it owes to our own doing: effort, difficulty, or a reason.",
            "自评分达到 0.7 的目标，都没有写明靠的是什么（努力程度、困难程度或理由）。",
        ),
        "judgement": Bilingual("How bold the goals were", "目标挑战度"),
        "judged": Bilingual(
            "The aspirational goals came to **{score}** on average: **{verdict}**. {reason}",
            "愿景型目标自评分平均 **{score}**，目标挑战度**{verdict}**。{reason}",
        ),
        "too_safe": Bilingual(
            "Nearly everything was reached: the next goals may be bolder.", "几乎全部达成，下周期的目标可以更大胆。"
        ),
        "healthy": Bilingual(
            "They asked for more than business as usual, and most of the way was made.",
            "高于日常水平，而且大部分做到了。",
        ),
        "stretched": Bilingual(
            "They asked for more than this cycle could bring: which of them are worth going on with?",
            "超出了这个周期能做到的，想一想哪些值得继续。",
        ),
        "out_of_reach": Bilingual(
            "Little of them could be reached: cut them smaller, or settle first what they need.",
            "大部分够不着：下周期拆小，或先落实所需的条件。",
        ),
        "counted": Bilingual(
            "Harder than thought: {harder}; as thought: {expected}; easier: {easier}.",
            "比预想难的关键结果 {harder} 个，符合预期 {expected} 个，比预想容易 {easier} 个。",
        ),
        "judged_one": Bilingual("{goal}: {score}, {verdict}", "{goal}：{score}，{verdict}"),
        "not_judged": Bilingual(
            "No aspirational goal has a score yet, so there is nothing to say about how bold they were.",
            "愿景型目标还没有自评分，暂无法判断目标挑战度。",
        ),
        # Lessons
        "lessons": Bilingual("Lessons", "经验教训"),
        "went_well": Bilingual("Went well", "做得好的"),
        "to_improve": Bilingual("To improve", "待改进的"),
        "learnt": Bilingual("Lessons", "经验教训"),
        "on_goals": Bilingual("On the goals", "关于目标"),
        "reply": Bilingual("Manager’s reply: {reply}", "上级回复：{reply}"),
        "silent": Bilingual("Nothing written yet: {who}", "尚未填写：{who}"),
        "unreadable": Bilingual("**Not readable: {who}**", "**无法读取：{who}**"),
        "no_words": Bilingual("Nobody has written anything yet.", "还没有人填写。"),
        "questions": Bilingual("Questions to talk through", "讨论问题"),
        "ask_missed": Bilingual(
            "Committed and not met: when could we have known, and who would have had to know?",
            "承诺型目标没有达成：最早什么时候能看出来？当时应该告诉谁？",
        ),
        "ask_about_seventy": Bilingual(
            "About 0.7: what path would have been better, could the goal be bolder?",
            "0.7 左右：有没有更好的路径？目标能不能更有挑战？",
        ),
        "ask_low": Bilingual(
            "0.3 and below: was it the goal, the method, the collaboration or the resources?",
            "0.3 及以下：问题出在目标、方法、协作，还是资源？",
        ),
        "ask_watermelon": Bilingual(
            "Reported green to the end, and yet far off: what did we not see, or not say?",
            "一直报“正常”，结果却差很多：是没看到，还是没说？",
        ),
        "ask_far_apart": Bilingual(
            "Score and completion lie far apart: what explains it?", "自评分与完成程度相差较大：原因是什么？"
        ),
        "ask_moved": Bilingual(
            "Moved after the freeze: what did we learn too late, and did everybody who hangs on it hear of it?",
            "定稿后又变更：哪些信息知道得太晚？相关的人都知道了吗？",
        ),
        "ask_unreported": Bilingual(
            "Nobody ever reported: was it no priority, or could it not be measured?",
            "始终没有更新：是优先级不够，还是没法衡量？",
        ),
        "ask_too_safe": Bilingual(
            "Every aspirational goal ended at 0.9 or more: what would we have dared if missing it were no shame?",
            "愿景型目标全部在 0.9 以上：如果不怕完不成，我们会定什么目标？",
        ),
        "no_questions": Bilingual(
            "The figures raise none. What surprised us all the same?", "数据没有提出问题。还有什么出乎意料？"
        ),
        # Next cycle
        "next": Bilingual("Next cycle", "下周期优化建议"),
        "what_next": Bilingual("Next cycle", "下周期"),
        "carry": Bilingual("carry on", "延续"),
        "revise": Bilingual("revise", "调整后延续"),
        "drop": Bilingual("drop", "终止"),
        "undecided": Bilingual("to be decided", "待定"),
        "advice": Bilingual("Advice", "建议"),
        "no_advice": Bilingual("No advice yet.", "还没有建议。"),
        "nothing_to_carry": Bilingual("There is no goal to carry on.", "没有可延续的目标。"),
        "decide": Bilingual("What we decide", "复盘结论"),
        "decide_hint": Bilingual(
            "Which goals change, what we do differently, who sees to it by when?",
            "哪些目标要改？做法上有什么不同？谁负责，什么时候完成？",
        ),
        "decision": Bilingual("Decision", "结论"),
        "responsible": Bilingual("Responsible", "责任人"),
        "due": Bilingual("Due", "截止时间"),
    }
)
