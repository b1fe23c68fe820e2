"""The same text as in the note before.

## What it does

Compares the `progress` of an update with what the same person wrote on the same goal the last time. Case, spaces and
punctuation do not count, numbers do. Of a long text (twenty words and more) next to everything must be the same. Short
states ("Three left."), a plain word that nothing changed ("no change since last week") and goals that are paused or
done may repeat themselves.

## Why it matters

A copied text hides the most important news of a week, that nothing moved. Readers learn to skip it, and when something
does happen, they skip that, too.

## How to fix

Say what is different, and if nothing is, say so and why: "No answer from the bank; I call on Thursday." Two weeks
without news are a reason to look at the goal: is it stuck, is something else more important, does it need help? It is
fine to ignore this finding for a standing sentence that is still exactly true.

---

与上一次写的一样。

## 检查什么

把一条进展的 progress 与同一个人上一次为同一个目标写的相比。大小写、空格、标点不算，数字算。
较长的文字（中文二十字、英文二十词以上）几乎没有改动，也算一样。简短的状态（“还剩 3 台。”）、
明说没有变化的（“与上周持平”），以及已暂停、已完成的目标，可以重复。

## 为什么重要

复制上周的话，恰好盖住了这一周最重要的消息：没有动。看的人慢慢学会跳过它，等真有事时也一并跳过。

## 如何修改

写哪里不同；确实没有不同，就写没有、为什么：“银行还没答复，周四再打电话”。连着两周没有新内容，就该看看这个目标：
是卡住了，是别的事更要紧，还是需要帮忙？一句话现在依然准确的，可以保留。
"""

from collections.abc import Iterator, Mapping

from okrctl.diagnostics.diagnostic import Diagnostic, Related, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, Language
from okrctl.progress.reported import Reported
from okrctl.rules.casts import notes
from okrctl.rules.context import Context
from okrctl.rules.writing.likeness import repeats

_EN = "updates:\n  - kr: growth/O1/KR1\n    value: {value}\n    progress: {progress}\n"
_ZH = "updates:\n  - kr: 增长部/O1/KR1\n    value: {value}\n    progress: {progress}\n"


def _two(language: Language, first: str, second: str) -> Example:
    text = _EN if language == "en" else _ZH
    by_week: Mapping[str, str] = {
        "2026-W06": text.format(value=32.8, progress=first),
        "2026-W07": text.format(value=33.4, progress=second),
    }
    return notes(language, by_week)


_PAGE_EN = "The first page loses every second team, and the new one is with the testers."
_LONG_EN = (
    "Six of the ten pilot teams have the checklist by now; the other four wait for the mail with the link, "
    "which our provider still {holds}."
)
_PAGE_ZH = "首页流失一半新客户，新首页还在测试者手里。"
_LONG_ZH = "十家试点里六家用上了新手清单，其余四家{still}在等带链接的邮件，服务商一直扣着没放。"

RULE = Rule(
    "OKR412",
    "same-text",
    Severity.ADVICE,
    Bilingual("the same text as last week", "进展与上周一样"),
    bad=(
        _two("en", _PAGE_EN, _PAGE_EN),
        _two("en", _LONG_EN.format(holds="holds back"), _LONG_EN.format(holds="holds")),
        _two("zh", _PAGE_ZH, _PAGE_ZH),
        _two("zh", _LONG_ZH.format(still=""), _LONG_ZH.format(still="还")),
    ),
    good=(
        _two("en", _PAGE_EN, "Seven of ten testers find the second page; the first one still loses every third team."),
        _two("en", "Four of ten pilot teams have the checklist.", "Six of ten pilot teams have the checklist."),
        _two("zh", _PAGE_ZH, "十位测试者里七位能走到第二页，首页流失降到三分之一。"),
        _two("zh", "十家试点里四家用上了新手清单。", "十家试点里六家用上了新手清单。"),
    ),
)

_MESSAGE = Bilingual("this is the text of {week} again", "这段话与 {week} 写的一样")
_HERE = Bilingual("written here before", "之前写在这里")
_REMEDY = Bilingual(
    "write what is different; if nothing is, say so and why, for example progress: No news, the bank answers on "
    "Thursday",
    "写哪里不同；没有不同就写没有、为什么，例如 progress: 本周没有进展，银行周四答复",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every update with a text that has one before it."""
    for updates in context.reports.values():
        last: dict[str, Reported] = {}
        for one in updates:
            if not one.update.progress:
                continue
            before = last.get(one.author)
            if before is not None and before.week < one.week and _is_copy(one, before):
                message = _MESSAGE.format(week=before.week)
                earlier = Related(before.place.at("progress"), _HERE)
                yield found(RULE, one.place.at("progress"), message, _REMEDY, earlier)
            last[one.author] = one


def _is_copy(one: Reported, before: Reported) -> bool:
    at_rest = one.update.status in ("paused", "done")
    return not at_rest and repeats(one.update.progress or "", before.update.progress or "")
