"""Words of work that say what was done and not what came of it, each group with its reason.

A verb whose object stays behind as a thing (write, build, send an offer; 编写、开发、发布) is in no group: where it
stands, something is there that was not there before. English words stand in the forms in which notes tell: past, -ing.
"""

from typing import NamedTuple


class Words(NamedTuple):
    """Words that mean the same to a reader, and why they do."""

    why: str
    english: frozenset[str] = frozenset()
    chinese: frozenset[str] = frozenset()


def words_of(listed: str) -> frozenset[str]:
    """The words of a list with commas between them, over any number of lines."""
    return frozenset(" ".join(word.split()) for word in listed.split(",") if word.strip())


CONTACT = Words(
    "that people met or talked says nothing of what they agreed on",
    words_of(
        """
        met, met with, met up with, meeting with, visited, visiting, called, called up, phoned, calling, talked,
        talking to, talking with, spoke, speaking to, speaking with, chatted, discussed, discussing, interviewed,
        interviewing, contacted, contacting, reached out, reaching out, followed up, following up, checked in with,
        checking in with, caught up with, touched base, got in touch, coordinated, coordinating, liaised, liaising,
        collaborated, collaborating, synced, syncing, engaged with, engaging with, networked, networking, consulted,
        consulting with, emailed, messaged, chased, chasing, reminded, exchanged ideas, exchanged emails,
        exchanged views, exchanged thoughts, negotiated, negotiating with, communicated, communicating with
        """
    ),
    words_of(
        """
        走访, 拜访, 回访, 访问, 访谈, 采访, 家访, 接待, 会见, 会谈, 会面, 见面, 碰面, 碰头, 面谈, 约谈, 约见, 洽谈,
        商谈, 恳谈, 座谈, 谈了, 谈话, 聊了, 聊天, 沟通, 交流, 讨论, 商讨, 研讨, 探讨, 商量, 协商, 磋商, 联系, 联络,
        对接, 接洽, 咨询, 请教, 跟进, 跟踪, 跟听, 催办, 催促, 催收, 催了, 电话沟通, 电联, 致电, 打电话, 打了, 群发,
        联谊, 协调, 陪同, 拜会, 答疑, 见了, 约了, 邀约, 外呼, 陌拜, 扫街, 地推
        """
    ),
)
ATTENDANCE = Words(
    "having been there is no result",
    words_of(
        """
        attended, attending, participated, participating, took part, taking part, travelled to, traveled to, went to,
        flew to, drove to, sat in on, sat with, sat down with, listened to, shadowed, shadowing, was at, were at
        """
    ),
    words_of(
        """
        参加, 参与, 出席, 列席, 旁听, 参会, 参展, 出差, 去了, 到访, 参观, 走进, 驻场, 值守, 观摩, 到场, 赶赴, 前往
        """
    ),
)
STUDY = Words(
    "having looked at something is not yet knowing something",
    words_of(
        """
        researched, researching, investigated, investigating, explored, exploring, examined, examining, studied,
        studying, analysed, analysing, analyzed, analyzing, reviewed, reviewing, looked into, looking into,
        looked at, looking at, looked for, looking for, evaluated, evaluating, assessed, assessing, monitored,
        monitoring, tracked, tracking, observed, observing, brainstormed, brainstorming, thought about,
        thinking about, considered, considering, gathered feedback, gathering feedback, collected feedback,
        collecting feedback, gathered input, gathered ideas, collected ideas, read through, read up on,
        reading up on, went through, going through, took notes, digging into, dug into, read, reading, screened,
        screening, experimented with, experimenting with, played with, debugging
        """
    ),
    words_of(
        """
        调研, 考察, 摸底, 摸排, 排查, 巡检, 巡查, 巡视, 检查, 盘点, 研究, 学习, 研读, 分析, 梳理, 整理, 收集, 搜集,
        汇总, 评估, 复盘, 头脑风暴, 筛选, 查看, 查阅, 了解, 关注, 观察, 监测, 观望, 思考, 摸索, 走查
        """
    ),
)
PREPARATION = Words(
    "preparing is before the work, and care is no measure of it",
    words_of(
        """
        prepared, preparing, planned the, planned our, planned for, planned a, planning the, planning for,
        getting ready, organising, organizing, scheduling, tweaked, tweaking, polished, polishing, iterated on,
        iterating on, fine-tuning, refining, practised, rehearsed
        """
    ),
    words_of(
        """
        准备, 筹备, 策划, 筹划, 谋划, 酝酿, 布置, 部署工作, 安排部署, 打磨, 熟悉, 演练, 宣传, 宣讲, 宣贯, 讲解, 介绍,
        汇报, 演示, 分享, 讲课, 带教
        """
    ),
)
EFFORT = Words(
    "effort, support and carrying on say how busy somebody was",
    words_of(
        """
        worked on, worked with, worked through, worked towards, worked closely, worked hard, worked together,
        worked alongside, working on, working with, working through, working towards, working closely, continued,
        continuing, carried on, carrying on, kept going, pushed ahead, pushed forward, pushing forward,
        moved forward with, moving forward with, progressed, progressing, progressing with, made progress,
        made good progress, made some progress, making progress, making good progress, helped, helping, assisted,
        assisting, supported, supporting, took care of, taking care of, dealt with, dealing with, focused on,
        focusing on, concentrated on, presented, presenting, demoed, demonstrated, pitched, pitching, explained,
        promoted, promoting, mentored, mentoring, coached, coaching
        """
    ),
    words_of(
        """
        推进, 推动, 推广, 促进, 加快, 加强, 加大, 深化, 强化, 着手, 配合, 协助, 协同, 帮助, 负责, 忙于, 应对, 维护,
        探索, 狠抓, 抓好, 督促, 督导, 巩固
        """
    ),
)
ACTIVITIES = (CONTACT, ATTENDANCE, STUDY, PREPARATION, EFFORT)

CARRYING_ON = Words(
    "whatever follows is still going on",
    words_of(
        """
        kept, keep, keeping, continued, continuing, continue, still, busy, tried, trying, focused on, focusing on
        """
    ),
    words_of(
        """
        继续, 持续, 不断, 陆续, 正在, 仍在, 还在, 一直在, 反复, 持续性
        """
    ),
)
OCCASIONS = Words(
    "an occasion that was held, attended or had is a deed, whatever it was about",
    words_of(
        """
        meeting, meetings, call, calls, workshop, workshops, interview, interviews, visit, visits, discussion,
        discussions, conversation, conversations, chat, chats, talk, talks, session, sessions, sync, syncs, kick-off,
        kickoff, kick-offs, 1:1, 1:1s, 1-on-1s, one-on-one, one-on-ones, demo, demos, presentation, presentations,
        webinar, webinars, training, trainings, standup, standups, stand-ups, brainstorming, lunch, coffee, dinner,
        exchange, review, reviews, retro, alignment, check-in, check-ins, appointment, appointments, roundtable,
        round table, event, events, conference, trade fair, fair, tour, walkthrough, walkthroughs, q&a, briefing,
        briefings, site visit, office hours, research
        """
    ),
    words_of(
        """
        会议, 例会, 周会, 晨会, 早会, 晚会, 月会, 夕会, 站会, 启动会, 动员会, 推进会, 协调会, 讨论会, 研讨会, 座谈会,
        交流会, 沟通会, 评审会, 分析会, 总结会, 复盘会, 汇报会, 宣讲会, 培训会, 碰头会, 对接会, 见面会, 专题会,
        调度会, 答谢会, 分享会, 推介会, 说明会, 展会, 论坛, 沙龙, 讲座, 培训, 活动, 演示, 路演, 团建, 工作坊, 直播,
        比赛, 电话, 视频会, 面谈, 访谈, 走访, 拜访, 调研, 考察, 沟通, 交流, 讨论, 研讨, 复盘, 宣讲, 会谈, 谈话, 巡检,
        检查, 盘点, 评审, 工作, 对接, 分析, 学习, 摸底, 排查, 梳理, 陌拜, 地推, 会
        """
    ),
)
HOLDING = Words(
    "only the occasion behind it says what was done",
    words_of(
        """
        had, having, held, holding, ran, running, did, doing, hosted, hosting, organised, organized, organising,
        organizing, conducted, conducting, arranged, arranging, scheduled, led, gave, giving, joined, joining,
        attended, took, facilitated, facilitating, completed, finished, set up, participated in, co-hosted, moderated
        """
    ),
    words_of(
        """
        进行, 开展, 组织, 召开, 举行, 举办, 参加, 参与, 出席, 主持, 开了, 做了, 安排, 承办, 主办, 搞了, 召集, 牵头,
        进行了, 展开, 实施, 落实
        """
    ),
)
PAPERS = Words(
    "papers that go around are the means, unless they are the key result; then its title says so",
    words_of(
        """
        email, emails, mail, mails, message, messages, invitation, invitations, slides, deck, decks, slide deck,
        agenda, agendas, minutes, materials, notes, talking points, follow-ups, reminder, reminders
        """
    ),
    words_of(
        """
        邮件, 微信, 消息, 纪要, 会议纪要, 材料, 资料, 课件, 话术, 台账, PPT, ppt, 表格, 通知, 海报, 请柬, 邀请函
        """
    ),
)
PASSING = Words(
    "papers are written, prepared and sent around",
    words_of(
        """
        sent, sending, wrote, writing, drafted, drafting, prepared, preparing, updated, updating, exchanged, created,
        made
        """
    ),
    words_of(
        """
        发了, 发送, 发出, 写了, 编写, 撰写, 起草, 制作, 做了, 准备, 整理, 更新, 填写, 完善, 修改, 发放
        """
    ),
)
FINISHING = Words(
    "an occasion that is over is still an occasion; anything else that is finished is a result",
    chinese=words_of(
        """
        完成
        """
    ),
)
PASTIMES = Words(
    "what is over when it is finished, and leaves nothing behind",
    chinese=words_of(
        """
        会议, 例会, 周会, 培训, 演示, 路演, 讲座, 宣讲, 直播, 电话, 面谈, 访谈, 走访, 拜访, 回访, 调研, 考察, 沟通,
        交流, 座谈, 约谈, 巡检, 出差
        """
    ),
)
