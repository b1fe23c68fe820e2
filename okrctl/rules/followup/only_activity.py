"""An update that only lists what was done.

## What it does

Reads the `progress` of every update in English and Chinese. Reported is a text of which every clause is a deed (met,
visited, discussed, worked on, prepared, took part) and none says what came of it: no result, no decision, nothing found
out, no state, no obstacle, no share or amount. How many customers were visited is still a deed. A clause that okrctl
does not understand counts as a result, and so does a milestone that is `reached`: in doubt it is silent. A `value`
beside the text says how much, not why, and does not replace it.

## Why it matters

The meeting reads the document in silence and then talks about what it says. From "visited five customers" nobody can
tell whether the key result came nearer, so the meeting is spent on asking, and help comes a week late. Whoever writes
down what came of a week also notices first when it was nothing.

## How to fix

Write what is different from last week: "two of the five want an offer". Nothing came of it? Say that, and why; it is
the more useful news. What you will do belongs under `next`, with an owner and a date.

It is fine to ignore this finding where being there was the result: the key result counts the visits themselves, or the
week was spent on starting something.

---

进展只罗列了做过的事。

## 检查什么

检查每条进展的 progress，中英文都看。如果每一句都只是动作（走访、拜访、沟通、讨论、推进、准备、参加），
没有一句写做成了什么，就会提示：没有结果、决定、发现，没有写到了哪一步、卡在哪里，也没有比例、金额。
拜访了几家，仍然只是动作。okrctl 看不懂的句子按有结果处理，写了 reached 的也不提示：拿不准时宁可不说。
旁边填了 value 只说明数变了多少，没有说明为什么，不能代替这段话。

## 为什么重要

周会先默读，再讨论写出来的内容。只写“走访了五家客户”，谁也看不出关键结果近了没有，会上只能一个个追问，
该给的帮助就晚了一周。能写清一周做成了什么的人，没有做成的时候自己也会先发现。

## 如何修改

写与上周相比有什么不同：“五家里两家要了报价”。没有结果，就照实写没有、为什么，这反而更有用。
接下来要做的事写在 next 里，带上责任人和日期。

到场本身就是结果的可以保留：关键结果数的就是走访家数，或者这一周确实刚起步。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual, same
from okrctl.rules.casts import note
from okrctl.rules.context import Context
from okrctl.rules.writing.activity import only_activity

_EN = "updates:\n  - kr: growth/O1/KR2\n    value: 62\n    progress: {progress}\n"
_ZH = "updates:\n  - kr: 增长部/O1/KR2\n    value: 62\n    progress: {progress}\n"

RULE = Rule(
    "OKR401",
    "only-activity",
    Severity.WARNING,
    Bilingual("an update that only lists what was done", "进展只罗列了做过的事"),
    bad=(
        note("en", _EN.format(progress="Had meetings with five customers.")),
        note(
            "en", _EN.format(progress="Visited Hofer and Lindner, called three others, worked on the invitation page.")
        ),
        note("zh", _ZH.format(progress="走访了五家客户。")),
        note("zh", _ZH.format(progress="拜访嘉禾、立丰，电话回访 12 家，继续推进邀请页面。")),
    ),
    good=(
        note("en", _EN.format(progress="Of the five customers we met, two invited a colleague on the spot.")),
        note("en", _EN.format(progress="Visited Hofer and Lindner; both stop at the word “workspace”.")),
        note("zh", _ZH.format(progress="走访了五家客户，两家当场邀请了同事。")),
        note("zh", _ZH.format(progress="拜访嘉禾、立丰，两家都卡在“工作区”这个词上。")),
    ),
)

_MESSAGE = Bilingual(
    'this update lists what was done ("{words}"), and does not say what came of it',
    "这条进展只写了做过的事（“{words}”），没有写做成了什么",
)
_REMEDY = Bilingual(
    "write what came of it, also if it is nothing yet, for example progress: Two of the five want an offer, the "
    "others wait for their budget",
    "写做成了什么，没有成也照实写，例如 progress: 五家里两家要了报价，另外三家在等预算",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every update with a text; a milestone reached or a goal done is word enough of what came of it."""
    for note_ in context.workspace.notes.values():
        for number, update in enumerate(note_.value.updates):
            if not update.progress or update.reached or update.status == "done":
                continue
            deed = only_activity(update.progress)
            if deed is not None:
                place = note_.at("updates", number, "progress").narrowed(deed.words, deed.number)
                yield found(RULE, place, _MESSAGE.format(words=same(deed.words)), _REMEDY)
