"""The words of the document of an alignment meeting, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType

from okrctl.language import Bilingual

WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "title": Bilingual("{name}: alignment meeting, {cycle}", "{name} OKR 对齐会 · {cycle}"),
        "comma": Bilingual(", ", "、"),
        "ready": Bilingual("sheets ready: {n} of {m}", "OKR 已写 {n}/{m}"),
        "missing": Bilingual("**missing: {who}**", "**未写：{who}**"),
        "unreadable_of": Bilingual("**not readable: {who}**", "**无法读取：{who}**"),
        "due": Bilingual("due {day}", "{day}前完成"),
        "rate": Bilingual("alignment rate {share} (by weight {weighted})", "对齐率 {share}（按权重 {weighted}）"),
        "no_rate": Bilingual("no objectives to align yet", "还没有可对齐的目标"),
        "draft": Bilingual(
            "Drafts until {day}: from then on a change is a change of goals, and is said as one.",
            "{day}前都是草稿，可以改；之后再改就是目标变更，要说明。",
        ),
        "agenda": Bilingual(
            "Agenda: read the others' sheets in silence → comments → answer every comment → mend the sheets. "
            "First up and down, then across; a conflict over resources goes one level up.",
            "议程：默读他人的 OKR → 评论 → 逐条回复 → 修改 OKR。先上下对齐，再左右对齐；资源有冲突，交上一级定。",
        ),
        "sheets": Bilingual("Sheets", "各自的 OKR"),
        "no_sheet": Bilingual("No sheet yet.", "还没有写。"),
        "unreadable": Bilingual(
            "The sheet cannot be read: `okrctl validate` says why.", "这张表无法读取，运行 okrctl validate 可看原因。"
        ),
        "empty": Bilingual("No objective on it yet.", "表里还没有目标。"),
        "committed": Bilingual("**committed**", "**承诺型**"),
        "weight": Bilingual("weight {share}", "权重 {share}"),
        "supports": Bilingual("Supports {what}", "承接 {what}"),
        "goal_of": Bilingual("{who} {id} “{title}”", "{who} {id}“{title}”"),
        "supports_nothing": Bilingual("**Supports nothing yet**", "**还没有承接任何目标**"),
        "why": Bilingual("Why: {why}", "为什么：{why}"),
        "key_result": Bilingual("Key result", "关键结果"),
        "responsible": Bilingual("Responsible", "负责人"),
        "measure": Bilingual("Measured by", "衡量方式"),
        "from_to": Bilingual("{start} → {target}", "{start} → {target}"),
        "band": Bilingual("stays within {min}–{max}", "保持在 {min}–{max}"),
        "band_min": Bilingual("stays at {min} or above", "不低于 {min}"),
        "band_max": Bilingual("stays at {max} or below", "不高于 {max}"),
        "milestones": Bilingual("milestones: {n}", "{n} 个里程碑"),
        "cascade_sum": Bilingual("the sum of what aligns to it", "承接目标的数值之和"),
        "cascade_mean": Bilingual("the mean of what aligns to it", "承接目标进度的平均值"),
        "plain": Bilingual("percent, by the owner", "完成百分比（自评）"),
        "by": Bilingual("by {day}", "{day}前"),
        "helpers": Bilingual("Asked to help", "协作方"),
        "also": Bilingual("supports {what}", "承接 {what}"),
        "needs": Bilingual("Asked to help: {who}", "协作方：{who}"),
        "not_taken_up": Bilingual("{who} (**not taken up**)", "{who}（**未被承接**）"),
        "collaboration": Bilingual("Collaboration nobody has taken up", "未被承接的协作"),
        "request": Bilingual("**{by}** asks **{who}**: {goal}", "**{by}** 需要 **{who}** 协作：{goal}"),
        "nothing_yet": Bilingual("No goals yet, so there is nothing to say.", "还没有目标，无从谈起。"),
        "all_taken_up": Bilingual(
            "Everybody who was asked has a goal that supports it.", "被 @ 到的协作方都已有目标承接。"
        ),
        "unaligned": Bilingual("Aligned to nothing", "未对齐"),
        "unaligned_people": Bilingual(
            "No objective of theirs leads up to the company's: {who}", "所有目标都没有对齐到公司目标的人：{who}"
        ),
        "all_aligned": Bilingual("Every objective leads up to one of the company's.", "所有目标都能对齐到公司目标。"),
        "twice": Bilingual("The same thing wanted twice", "重复的目标"),
        "pair": Bilingual("{one} ⇄ {other}", "{one} ⇄ {other}"),
        "none_twice": Bilingual("Nothing that two sheets say in the same words.", "没有发现两张表写了同样的目标。"),
        "checks": Bilingual("What the check says", "检查提示"),
        "remark": Bilingual("**{who}**: {message}. {remedy} ({code})", "**{who}**：{message}。{remedy}（{code}）"),
        "no_remarks": Bilingual("Nothing beyond what stands above.", "除以上各项外，没有其他提示。"),
        "checklist": Bilingual("Checklist", "检查清单"),
        "sheet": Bilingual("Sheet", "OKR"),
        "clear": Bilingual("Clear?", "写得清楚吗？"),
        "relevant": Bilingual("Relevant?", "重要、相关吗？"),
        "carries": Bilingual("Do the key results carry the objective?", "关键结果撑得起目标吗？"),
        "needed": Bilingual("Who is needed?", "还需要谁？"),
        "comments": Bilingual("Comments and answers", "评论与回复"),
        "on": Bilingual("On", "针对"),
        "comment": Bilingual("Comment, by whom", "评论（谁）"),
        "answer": Bilingual("Answer", "回复"),
        "where_to_write": Bilingual(
            "Write wherever no block of okrctl stands, for instance into the last two tables: it will stay. "
            "A comment on a single goal is at home in the pull request.",
            "请写在 okrctl 区块之外，例如最后两张表里：这些内容会一直保留。针对单个目标的意见，写在合并请求里更合适。",
        ),
    }
)
