"""Reported as done, and the number says otherwise.

## What it does

Takes every goal whose newest `status` is `done` and compares its progress, with everything that was reported up to the
end of the cycle: below 100 % is reported. A key result that is reported in percent is at 100 % as soon as it is `done`;
for the others the number counts. Dropped goals are not checked.

## Why it matters

`done` takes a goal off everybody's list, while every total still counts the lower number. One of the two is wrong:
either the last value is missing, or something was declared finished that is not.

## How to fix

Add what is missing: the last value, the last milestone. If less was reached than planned and nothing more will come,
say so: leave the status at `off_track` and score it at the end of the cycle, or drop it with the reason. For a band
(`keep`) with a bad week behind it the finding is fine to ignore: `done` then means that the time is over.

---

写了已完成，数字却没有到 100%。

## 检查什么

取最新状态是 done 的目标，看截至周期结束所有进展算出来的进度：不到 100% 就提示。
按百分比更新的关键结果，写了 done 就是 100%；其他的以数字为准。已终止的不检查。

## 为什么重要

写了 done，大家就不再关注它，而上面的汇总用的还是较低的数字。两者必有一个不对：
要么最后的数没有填，要么没完成的事被当成了完成。

## 如何修改

把缺的补上：最后的值、最后一个里程碑。如果比计划做到的少、也不会再推进了，就如实写：状态保持 off_track，
周期结束时打自评分，或者写明原因后终止。保持区间（keep）类中间有一周出过界的，可以保留，done 表示这段时间已经过去。
"""

from collections.abc import Iterator

from okrctl.alignment.goals import GoalKey
from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.progress.figures import GoalFigures
from okrctl.progress.reported import newest_status
from okrctl.progress.step import percent
from okrctl.rules.casts import note
from okrctl.rules.context import Context
from okrctl.rules.followup.fitting import first_open, numbers_taken, plain
from okrctl.rules.followup.followed import Followed, followed, has_lost_number
from okrctl.rules.followup.standing import band_weeks

_EN = """\
updates:
  - kr: growth/O1/KR1
    {number}
    status: done
    progress: The checklist is part of the product now and keeps teams without us.
"""
_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    {number}
    status: done
    progress: 新手清单已并入产品，不用我们介入也能留住客户。
"""
RULE = Rule(
    "OKR413",
    "done-unfinished",
    Severity.WARNING,
    Bilingual("reported as done, with less than 100 % of the way made", "状态是已完成，进度却不到 100%"),
    bad=(
        note("en", _EN.format(number="value: 39")),
        note("en", _EN.format(number="confidence: 10")),
        note("zh", _ZH.format(number="value: 39")),
        note("zh", _ZH.format(number="confidence: 10")),
    ),
    good=(
        note("en", _EN.format(number="value: 40")),
        note("en", _EN.format(number="value: 43.5")),
        note("zh", _ZH.format(number="value: 40")),
        note("zh", _ZH.format(number="value: 43.5")),
    ),
    depends_on_time=True,
)

_MESSAGE = Bilingual(
    "{address} is reported done, with {progress} of the way made{left}",
    "{address} 已填“已完成”，进度却是 {progress}{left}",
)
_OUTSIDE = Bilingual("{address} is reported done, with {weeks}", "{address} 已填“已完成”，{weeks}")
_NO_DATA = Bilingual(
    "{address} is reported done, but nobody ever reported how far it came",
    "{address} 已填“已完成”，却从没填过进度",
)
_VALUE = Bilingual(": {current} of {target}", "：目标值 {target}，当前值 {current}")
_MILESTONES = Bilingual(": {missing} is missing", "：还差 {missing}")
_REMEDY = Bilingual(
    "if it was reached, report it: {number}; if not, write status: off_track and score it at the end of the cycle",
    "已经达成的，补上 {number}；没有达成的，写 status: off_track，周期结束时打自评分",
)
_KEPT = Bilingual(
    "a band is kept until the end of the cycle: write status: on_track, or at_risk, with the value of the week",
    "保持区间要守到周期结束：写 status: on_track 或 at_risk，并填上当周的值",
)
_BELOW = Bilingual(
    "its progress comes from below: report there what was reached, or write status: on_track until then",
    "它的进度来自下面各项：先在那里补上已达成的，在此之前写 status: on_track",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Every goal that was last reported as done; an objective only where none of its key results is found."""
    blamed: set[GoalKey] = set()
    for one in followed(context):
        said = newest_status(one.updates)
        if said is None or said.update.status != "done" or not _can_be_full(context, one):
            continue
        figures = context.figures_on(max(one.cycle.end, said.week.sunday)).goal(one.goal.key)
        if figures.progress < 1 and one.goal.key not in blamed and not has_lost_number(one, figures.last):
            blamed.add(one.goal.key.of_objective)
            yield found(RULE, said.place.at("status"), _message(one, figures), _remedy(one))


def _can_be_full(context: Context, one: Followed) -> bool:
    """Not where the sheet itself leaves no way to 100 %: that is the sheet's mistake (OKR008, 203, 210, 213)."""
    key_result = one.goal.key_result
    if key_result is None:
        return bool(one.goal.objective.key_results)
    metric = key_result.metric
    if numbers_taken(one.goal) is None or (metric is not None and metric.start == metric.target):
        return False
    return key_result.cascade is None or bool(context.graph.supporters(one.goal.key))


def _message(one: Followed, figures: GoalFigures) -> Bilingual:
    address, key_result = one.goal.key.address(), one.goal.key_result
    if not figures.has_data:
        return _NO_DATA.format(address=address)
    if weeks := band_weeks(one.goal, one.updates):
        return _OUTSIDE.format(address=address, weeks=weeks)
    left = Bilingual("", "")
    if key_result is not None and key_result.metric is not None:
        left = _VALUE.format(current=plain(figures.current), target=plain(key_result.metric.target))
    elif missing := _missing(one):
        left = _MILESTONES.format(missing=missing)
    return _MESSAGE.format(address=address, progress=percent(figures.progress, 1), left=left)


def _missing(one: Followed) -> str:
    """The first milestone that nobody called reached."""
    return (first_open(one.goal.key_result, one.updates) if one.goal.key_result else None) or ""


def _remedy(one: Followed) -> Bilingual:
    key_result = one.goal.key_result
    if key_result is None or key_result.cascade is not None:
        return _BELOW
    if key_result.metric is not None:
        return _REMEDY.format(number=f"value: {plain(key_result.metric.target)}")
    if key_result.keep is not None:
        return _KEPT
    return _REMEDY.format(number=f"reached: [{_missing(one)}]")
