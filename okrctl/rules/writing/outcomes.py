"""Words that say what came of the work, each group with its reason; and words that only look like them."""

from okrctl.rules.writing.lexicon import Words, words_of

AGREED = Words(
    "people agreed, decided, bought, or refused to",
    words_of(
        """
        agree, agrees, agreed, decide, decides, decided, sign, signs, signed, accept, accepts, accepted, approve,
        approves, approved, confirm, confirms, confirmed, commit, commits, committed, promise, promises, promised,
        reject, rejects, rejected, refuse, refuses, refused, decline, declined, cancel, cancels, cancelled, canceled,
        won, win, wins, lost, lose, loses, closed, sold, buy, buys, bought, ordered, orders, paid, pays, renewed,
        renews, chose, chosen, settled, granted
        """
    ),
    words_of(
        """
        签, 盖章, 用印, 中标, 成交, 拿下, 赢, 丢了, 丢单, 输给, 下单, 加购, 追加, 同意, 答应, 接受, 认可, 承诺, 许诺,
        拒绝, 反对, 批准, 批了, 批复, 获批, 驳回, 确认, 确定, 明确, 敲定, 定了, 定下, 定为, 定稿, 定在, 谈定, 商定,
        约定, 议定, 决定, 决议, 拍板, 达成, 共识, 一致, 结论, 选定, 选了, 选中, 入选, 入围, 谈妥, 谈成, 松口, 认了,
        授权, 立项, 过会, 过审, 结清, 到账, 入账, 收款, 首付, 续约, 续费, 转正, 入职, 到岗, 报到, 离职, 录用, 录取,
        offer, 口头, 约好, 约到, 约上, 排上
        """
    ),
)
FOUND_OUT = Words(
    "somebody knows now what nobody knew",
    words_of(
        """
        found, finds, learned, learnt, learns, discovered, realised, realized, show, shows, showed, shown, told,
        tells, said, says, say, replied, answered, responded, reported, understood, understand, clarified,
        identified, revealed, proved, turns, turned, concluded, noticed, saw
        """
    ),
    words_of(
        """
        发现, 得知, 获知, 获悉, 得到, 拿到, 收到, 了解到, 认识到, 意识到, 看出, 看到, 看清, 听到, 问到, 问出, 得出,
        摸清, 弄清, 搞清, 查明, 查出, 查到, 定位到, 定位了, 说明, 表明, 显示, 证实, 证明, 验证了, 反映, 反馈, 提出,
        指出, 暴露, 原因, 根因, 由于, 因为, 因此, 所以, 导致, 造成, 归因, 说是, 表示, 回复, 答复, 承认, 透露, 问题是,
        主要问题
        """
    ),
)
WANTED = Words(
    "what others want and mean to do",
    words_of(
        """
        want, wants, wanted, need, needs, needed, like, likes, liked, love, loves, loved, intend, intends, intended,
        hope, hopes, hoped, expect, expects, expected, interested, keen, happy, unhappy, impressed, willing, prefers,
        preferred, ask, asks, asked, asking, wish, wishes, confident, worried, concerned
        """
    ),
    words_of(
        """
        意向, 意愿, 愿意, 有望, 预计, 估计, 可能, 希望, 想要, 要求, 需要, 担心, 关心, 认为, 觉得, 看好, 满意, 好评,
        感兴趣, 兴趣, 主动, 推荐, 转介绍, 期待
        """
    ),
)
DONE = Words(
    "something is there, or works, that was not before",
    words_of(
        """
        done, finished, completed, complete, completes, live, launched, launches, shipped, ships, released, deployed,
        delivered, delivers, installed, fixed, fixes, solved, resolved, reached, reaches, achieved, exceeded, passed,
        passes, failed, fails, broke, broken, works, ready, accepted, merged, published, implemented, rolled,
        migrated, moved, built, wrote, onboarded, hired, uses, use, adopted, ship, finish, deliver, solve, win,
        go-live
        """
    ),
    words_of(
        """
        完, 成了, 通过了, 上线, 发布, 投产, 入库, 验收, 交付, 跑通, 打通, 接入, 接通, 装完, 装好, 修复, 解决, 修好,
        搞定, 办妥, 完结, 收尾, 结束, 完工, 收官, 竣工, 到位, 就绪, 生效, 恢复, 稳定, 正常, 达标, 达到, 达成率, 预期,
        收敛, 超过, 超额, 突破, 实现, 形成, 建成, 建立了, 建立起, 落地, 启用, 投用, 全覆盖, 覆盖, 归零, 清零, 见效,
        成效, 效果, 成果, 产出, 收获, 结果, 合格, 良率
        """
    ),
)
CHANGED = Words(
    "a number or a state is another one than before",
    words_of(
        """
        rose, rises, rise, fell, falls, grew, grows, growing, dropped, drops, increased, increases, decreased,
        decreases, reduced, reduces, improved, improves, improve, cut, saved, saves, doubled, tripled, gained,
        brought, brings, bring, got, gets, get, received, gave, gives, resulted, helps, means, raised, lowered,
        halved, won't
        """
    ),
    words_of(
        """
        超支, 下降, 提升到, 提升了, 提升至, 提高到, 提高了, 提高至, 增长, 增加了, 增加到, 增至, 上升, 上涨, 升, 涨,
        降, 下滑, 减少, 减到, 缩短, 压缩到, 压到, 跌, 回落, 回升, 持平, 节省, 省下, 省了, 少了, 多了, 快了, 慢了,
        好转, 改善, 变, 从而, 使得, 让, 带来, 促成, 促使, 达
        """
    ),
)
STUCK = Words(
    "where it stands, and what is in the way",
    words_of(
        """
        blocked, delayed, waiting, waits, stuck, missing, late, postponed, overdue, behind, ahead, left, remaining,
        remains, remain, unclear, open, pending, because, since, due, cannot, can't, couldn't, could, can, will,
        would, won't, didn't, doesn't, don't, isn't, aren't, wasn't, weren't, haven't, hasn't, no, not, nobody, none,
        nothing, never, without, only, yet, however, although, though, despite, but, so, now, thus, therefore,
        instead, unfortunately, until
        """
    ),
    words_of(
        """
        卡在, 卡住, 卡了, 受阻, 延期, 推迟, 延迟, 滞后, 落后, 等待, 在等, 等着, 要等, 还等, 还差, 差了, 缺, 剩, 余下,
        尚, 暂, 没, 未, 无, 不, 仅, 只, 才, 却, 但, 遇到, 碰到, 碰壁, 搁置, 暂停, 终止, 中断, 失败, 风险, 困难, 瓶颈,
        阻力, 难点, 痛点, 还在等, 正在等, 仍在等, 一直在等, 继续等
        """
    ),
)
JUDGED = Words(
    "how well it went",
    words_of(
        """
        great, good, bad, positive, negative, excellent, promising, successful, better, worse, best, worst, more,
        less, fewer, most, faster, slower, higher, lower, easier, harder, than, enough, too, well, useful
        """
    ),
)
OF_OTHERS = Words(
    "somebody else does something, or something is",
    words_of(
        """
        is, are, was, were, be, am, being, been, has, have, had, he, she, they, who, which, whose, there, here's,
        it's, that's, they're, everybody, everyone, somebody, someone, came, comes, stood, took
        """
    ),
    words_of(
        """
        是, 有, 比, 更, 最, 较, 太, 很, 都, 能, 可以, 会上, 将, 就, 正好, 总算, 终于, 得很, 得比, 下来, 之后, 以后,
        过后, 顺畅, 热烈, 良好, 顺手, 好用, 有用, 管用, 划算
        """
    ),
)
OUTCOMES = (AGREED, FOUND_OUT, WANTED, DONE, CHANGED, STUCK, JUDGED, OF_OTHERS)

ENGLISH = frozenset(word for group in OUTCOMES for word in group.english)
"""As they are inflected in a report; behind "to" they are a purpose and say nothing yet."""
CHINESE = frozenset(word for group in OUTCOMES for word in group.chinese)
"""Matched longest first; a word of `HARMLESS` that holds one of them goes before it."""

ENGLISH_NOUNS = words_of(
    """
    renewal, likely, unlikely, probable, probably, maybe, perhaps, hesitant, sceptical, reluctant, curious,
    undecided, satisfied, angry, annoyed, contract, contracts, offer, offers, deal, deals, deposit, yes, clear,
    certain, sure, agreement, decision, decisions, approval, consensus, conclusion, conclusions, finding, findings,
    lesson, lessons, insight, insights, interest, result, results, outcome, outcomes, blocker, blockers, delay,
    delays, problem, problems, failure, success, feedback, response, order, orders, leads, trials, sign-ups, signups,
    hires, replies, answers, bookings, registrations
    """
)
"""Nouns that tell where they stand alone, and are a mere object right behind a verb: "discussed the results"."""
HARMLESS = words_of(
    """
    完整, 完备, 完美, 完善, 完成, 不断, 不定期, 不少, 不同, 不锈钢, 不良, 不限, 不一, 不动产, 无锡, 无线, 无人机,
    无尘, 无纺, 无纸化, 无障碍, 无损, 未来, 有关, 所有, 有效, 有序, 现有, 拥有, 有限, 共有, 具有, 有色, 原有, 有机,
    国有, 有线, 有源, 是否, 于是, 特别是, 尤其是, 主要是, 主要还是, 主要就是, 还是, 能否, 功能, 智能, 性能, 能力,
    能源, 节能, 产能, 储能, 光能, 太阳能, 职能, 技能, 赋能, 可能性, 可行性, 最近, 最新, 最后, 最终用户, 对比, 比赛,
    比较, 比选, 比价, 评比, 占比, 环比, 同比, 变更, 变速, 变压器, 变频, 变动, 变现, 变量, 转变, 达人, 抵达, 到达,
    雷达, 马达, 传达, 发达, 表达, 升级, 升学, 晋升, 升降机, 提升, 提高, 降本, 降噪, 降价, 标签, 签到, 签证, 书签,
    签约仪式, 成都, 首都, 都市, 太阳, 就近, 就诊, 就业, 就绪率, 即将, 将来, 暂行, 暂定, 人才, 才艺, 缺陷, 缺口, 缺货,
    缺勤, 更新, 更换, 更改, 很多, 较多, 较真, 上线前, 上线后, 发布会, 验收标准, 验收材料, 验收报告, 交付物, 结果页,
    风险点, 困难职工, 反馈表, 稳定性, 恢复期, 确认函, 确认单, 意向客户, 意向用户, 意向书, 兴趣班, 推荐算法, 推荐位,
    推荐系统, 效果图, 成果展, 解决方案, 结束语, 覆盖率, 主动外呼, 主动联系, 主动对接, 主动沟通, 主动走访, 主动拜访,
    希望小学, 增长部, 增长组, 增长团队, 需要的, 要求的, 已有, 会议室
    """
)
"""Names, terms and objects of work that hold one of the words above: 无锡, 功能, 验收标准."""
SOFT = words_of(
    """
    上线, 发布, 投产, 验收, 交付, 落地, 签, 盖章, 用印, 收款, 首付, 付款, 回款, 续约, 续费, 接入, 投标, 中标, 立项,
    过审, 过会, 审批, 批复, 入职, 转正, 到岗, 离职, 解决, 修复, 入库, 录用, 回复, 答复, 恢复, 稳定, 确认, 推荐,
    转介绍, 改善, 效果, 成果, 产出, 覆盖, 建立了, 装好, 达标, 收尾, 形成, 口头, 决定, 实现, 缩短, 减少, 节省, 持平,
    增加了, 加购, 追加, 下单, 成交, 意愿, 满意, 中断, 延期, 滞后, 授权, 共识, 原因, 反馈, 结果, 增长, 兴趣, 风险,
    困难, 瓶颈, 难点, 痛点, 阻力, 要求, 意向, 需要, 结论, 决议, 提升了
    """
)
"""Those that, behind a deed, may be what it was about: "跟进验收", "分析原因" say nothing of how it ended."""
