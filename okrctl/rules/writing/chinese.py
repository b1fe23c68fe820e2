"""Chinese clauses: no boundaries between words, so the longest known word at each place counts."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from okrctl.rules.writing.lexicon import (
    ACTIVITIES,
    CARRYING_ON,
    FINISHING,
    HOLDING,
    OCCASIONS,
    PAPERS,
    PASSING,
    PASTIMES,
    words_of,
)
from okrctl.rules.writing.measures import measures
from okrctl.rules.writing.outcomes import CHINESE, HARMLESS, SOFT
from okrctl.rules.writing.pattern import Pattern
from okrctl.rules.writing.reading import FRAME, OUTCOME, UNCLEAR, Reading

_DEEDS = frozenset().union(*(group.chinese for group in ACTIVITIES))
_LEADS = (
    (HOLDING.chinese, OCCASIONS.chinese),
    (FINISHING.chinese, PASTIMES.chinese),
    (PASSING.chinese, PAPERS.chinese),
)


def _either(words: Iterable[str]) -> str:
    """One of these words, the longest that fits."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


_DIGIT = "[0-9一二三四五六七八九十两]"
_TIME = (
    rf"(?:{_DIGIT}{{1,4}}\s*(?:月份?|日|号|点|时|年|周|季度|天)(?:初|中|底|末|前|内|里|起|来|上午|下午|晚上)?"
    rf"|第{_DIGIT}+周|[本这上每全]个?(?:周|月|季度|星期|天|日)|周[一二三四五六日天末初中]|星期[一二三四五六日天]"
    r"|上午|下午|早上|晚上|当天|[今昨前]天|近期|最近|近日|目前|当前|期间|[月年节周]初|[月年周]底|月末|节[前后]|年[前后]"
    r"|春节|[至到][0-9]+[日号]|[0-9.]+[-至~～][0-9.]+)"
)
_FILLERS = words_of(
    """
    主要, 主要是, 主要还是, 主要就是, 仍, 仍然, 依然, 依旧, 还, 还是, 又, 再, 再次, 也, 已, 已经, 先, 先后, 分别,
    一直, 一起, 共同, 同时, 另, 另外, 此外, 并, 并且, 然后, 其次, 首先, 最后, 多次, 反复, 逐步, 逐一, 逐个, 逐项,
    积极, 认真, 全力, 大力, 有序, 有效, 深入, 充分, 顺利, 圆满, 成功, 主动, 集中, 重点, 亲自, 现场, 线上, 线下,
    远程, 电话, 实地, 上门, 内部, 全面, 进一步, 初步, 围绕, 共, 共计, 累计, 我, 我们, 团队, 大家, 部门, 本部门,
    我部, 小组, 组内, 全员, 全组, 全体, 这边, 在, 于, 的, 了, 工作, 本人, 个人, 自己, 来, 去, 做, 开始, 正式,
    如期, 按计划, 按期, 日常, 例行, 定期, 不定期, 持续, 有, 条
    """
)
_FILLER = f"(?:{_either(_FILLERS)})"
_FRAME = Pattern(rf"(?:{_TIME}|{_FILLER}|情况|进展|工作|内容|总结|小结|如下|重点|事项|\W|[0-9])*+")
_AT_THE_BEGINNING = Pattern(rf"^(?:{_TIME}|{_FILLER}|\s)++")
_AT_THE_END = Pattern(rf"(?:{_FILLER}|\s)++$")
_NUMBER = Pattern(_DIGIT)
_OTHERS = Pattern(
    r"客户|用户|对方|厂家|厂商|供应商|甲方|乙方|合作方|伙伴|老板|领导|医生|老师|家长|学员|学生|候选人|工人|他|她|它|谁"
    rf"|竞品|财务部|银行|{_DIGIT}\s*[家位名个]"
)
_VISITED = words_of(
    """
    拜访, 走访, 回访, 访谈, 调研, 沟通, 跟进, 维护, 联系, 对接, 面谈, 约谈, 接待, 邀约, 外呼, 陌拜, 洽谈, 座谈,
    培训, 复盘, 梳理, 盘点, 排查
    """
)
_ABOUT = Pattern(
    r"(?:与|和|跟|同|向|对|就|在|到|去|赴|为|给|请|约|带|陪|针对|关于|按|根据|通过|利用|随|邀请|联合|会同|结合|协同|配合"
    r"|围绕|于|由|把|将|以|从|帮|替|让|找|前往)"
)
_PLAN = Pattern(
    r"(?:下个?(?:周|月|一?步|阶段|季度)|接下来|后续|计划|打算|准备(?=在|于|下|明)|明[天日年]|拟|即将|将(?!近)|预备)"
)
# A deed with such a word behind it came to something: 联系到, 约成, 理出三条.
_CAME_OFF = Pattern(
    r"到|至|妥|完(?!善|成|整)|齐|好(?!的|多|几|友)|成(?!本|都|员|品|果|交|立|熟|套|人|分|长|效|绩|像|型)|下(?:来|了)"
    r"|通了|清(?:了|楚)|得(?!到)|后(?!续|台|勤|端|期|面|备|天|半)|为(?!了|客|保|期|主)|住|掉|过半"
    rf"|定(?!价|位|制|期|义|点|向|岗|损|标|金|稿|额|投)|出(?:了|来|\s*{_DIGIT})"
)
_WENT_WELL = Pattern(r"(?:顺利|顺畅|愉快|良好|不错|到位|充分)$")
_NOUN_BEHIND = Pattern(r"[的量率值额员者度费]|数(?!据|字)|时长|次数|成本|效率|体验|周期|计划|对象|结果")
_OURS = Pattern(r".*(?:[部组室科处区]|团队|中心|同事|同学|我|们|@\S+\s*)")
_THINGS = words_of(
    """
    系统, 产品, 页面, 新版, 接口, 算法, 模型, 脚本, 机器, 设备, 功能, 平台, 网关, 工具, 报表, 数据, 规则, 方案,
    流程, 合同, 订单, 线索, 项目, 需求
    """
)
_AND = ("和", "与", "及", "并", "、", "以及")  # 分析和修复: two deeds, the second of which came to an end
_NOW = Pattern(r"并|完成|实现|后(?!续|台|勤|端|期|面|备)|已|终于|成功|了一?致")


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def may_tell_deeds(text: str) -> bool:
    """Whether any deed begins in the text; most texts hold none, and are not worth reading."""
    return not _beginnings().isdisjoint(map("".join, pairwise(text)))


def read(clause: str) -> Reading:
    """What one clause says."""
    if measures(clause, chinese=True):
        return OUTCOME
    words = tuple(_words(clause))
    deed = _deed(clause, words)
    if _tells(clause, words, deed):
        return OUTCOME
    if _FRAME.fullmatch(clause) or _PLAN.match(clause):
        return FRAME
    if deed is None or not _is_own(clause[: deed.start], deed):
        return UNCLEAR
    return Reading("deed", deed.text, deed.start)


@cache
def _beginnings() -> frozenset[str]:
    """The first two characters of every word that says a deed."""
    verbs = (verbs for verbs, _ in _LEADS)
    return frozenset(word[:2] for word in frozenset().union(_DEEDS, CARRYING_ON.chinese, *verbs))


def _words(clause: str) -> Iterator[_Word]:
    return (_Word(found[0], *found.span()) for found in _pattern().finditer(clause))


@cache
def _pattern() -> re.Pattern[str]:
    leads = (words for pair in _LEADS for words in pair)
    known = frozenset().union(_DEEDS, CARRYING_ON.chinese, CHINESE, HARMLESS, SOFT, *leads)
    return re.compile(_either(known))


def _deed(clause: str, words: tuple[_Word, ...]) -> _Word | None:
    """The first word that says a deed: a verb of its own, or one with the occasion or paper it needs behind it."""
    for number, word in enumerate(words):
        following = words[number + 1 :]
        if word.text in CARRYING_ON.chinese and clause[word.end :].strip():
            return word
        for verbs, objects in _LEADS:
            if word.text in verbs and any(each.text in objects for each in following):
                return word
        if word.text in FINISHING.chinese:
            return None
        if word.text in _DEEDS and not _is_modifier(clause, word):
            return _with_aspect(clause, word)
    return None


def _is_modifier(clause: str, word: _Word) -> bool:
    """Whether the word is part of a name for something: 走访的客户, 和法务的沟通."""
    return _NOUN_BEHIND.match(clause, word.end) is not None or clause[: word.start].endswith(("的", "次", "轮"))


def _with_aspect(clause: str, word: _Word) -> _Word:
    ends_in_le = clause[word.end : word.end + 1] == "了" and not word.text.endswith("了")
    return _Word(word.text + "了", word.start, word.end + 1) if ends_in_le else word


def _tells(clause: str, words: tuple[_Word, ...], deed: _Word | None) -> bool:
    """Whether something is said to have come of it."""
    if deed is not None and (_CAME_OFF.match(clause, deed.end) or _WENT_WELL.search(clause, deed.end)):
        return True
    return any(word.text in CHINESE | SOFT and not _is_object(clause, word, deed) for word in words)


def _is_object(clause: str, word: _Word, deed: _Word | None) -> bool:
    """Whether a word behind a deed is what the deed was about, rather than how it ended."""
    if word.text not in SOFT or deed is None or word.start < deed.end:
        return False
    between = clause[deed.end : word.start]
    return (
        between.strip() not in _AND
        and not _NOW.search(between)
        and not clause.startswith(("了", "完", "过了", "成功"), word.end)
    )


def _is_own(before: str, deed: _Word) -> bool:
    """Whether what stands before the deed leaves it to the author or his team: others' deeds are news."""
    rest = _AT_THE_END.sub("", _AT_THE_BEGINNING.sub("", before))
    if not rest or _ABOUT.match(rest):
        return True
    if deed.text.removesuffix("了") in _VISITED and not _NUMBER.search(rest):
        return len(rest) <= 10
    is_person = len(rest) <= 3 and rest not in _THINGS
    return not _OTHERS.search(rest) and (is_person or _OURS.fullmatch(rest) is not None)
